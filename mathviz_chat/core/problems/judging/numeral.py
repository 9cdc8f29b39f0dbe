"""A numeral in a base: its digits have the value that is asked for."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import Outcome, identity
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.literals import in_base
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.verdict import Answer

_MARKED: Final = re.compile(
    r"(?P<digits>.+?)(?:\s*\(?base\s*(?P<base>\d{1,3})\)?|_\{?(?P<sub>\d{1,3})\}?)?", re.I
)
_PREFIXES: Final = {2: "0b", 8: "0o", 16: "0x"}
"""What programmers write before the digits."""


def judge(problem: Problem, text: str) -> AnswerJudgement:
    """Judge the digits of ``problem.target`` in ``problem.base``."""
    assert problem.target is not None
    marked = _MARKED.fullmatch(text.strip(" ."))
    digits = (marked["digits"] if marked else text.strip(" .")).lower()
    bases = [] if marked is None else [g for g in (marked["base"], marked["sub"]) if g]
    if any(int(base) != problem.base for base in bases):
        return unchecked(f"It says that it is in another base than {problem.base}.")
    prefix = _PREFIXES.get(problem.base)
    if prefix is not None and digits.startswith(prefix):
        digits = digits.removeprefix(prefix)
    if not re.fullmatch(r"-?[0-9a-z]{1,200}", digits):
        return unchecked("It is not a numeral.")
    claimed = in_base(digits, problem.base)
    answer = Answer(text.strip(), digits)
    if claimed is None:
        return refuted(answer, f"It has a digit that base {problem.base} does not have.")
    decision = identity(problem.target, claimed)
    again = Fraction(int(digits, problem.base)) == recount.value(problem.target)
    if decision.outcome is Outcome.PROVED and again:
        return verified(answer, "The digits have the same value, counted in two ways.")
    if decision.outcome is Outcome.REFUTED and not again:
        return refuted(answer, "The digits have another value.")
    return unchecked(decision.reason, answer)
