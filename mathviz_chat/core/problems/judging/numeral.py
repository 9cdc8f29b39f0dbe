"""A numeral in a base: its digits have the value that is asked for."""

from __future__ import annotations

import re
from fractions import Fraction

from mathviz_chat.core.kernel import Outcome, identity
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.literals import in_base
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.verdict import Answer


def judge(problem: Problem, text: str) -> AnswerJudgement:
    """Judge the digits of ``problem.target`` in ``problem.base``."""
    assert problem.target is not None
    digits = re.sub(r"\s*\(?base\s*\d+\)?$|_\{?\d+\}?$", "", text.strip(" .").lower())
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
