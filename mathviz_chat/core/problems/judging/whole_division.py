"""Quotient and remainder of whole numbers: ``8 remainder 3``."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import Outcome, identity
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.reading.tree import Add, Mul
from mathviz_chat.core.verdict import Answer

_BOTH: Final = re.compile(
    r"(?:the\s+)?(?:quotient\s*(?:is|=|:)?\s*)?(?P<q>\d{1,15})\s*(?:,|;|\band\b)?\s*(?:with\s+)?"
    r"(?:an?\s+|the\s+)?(?:remainder|rem\.?|r)\s*(?:is|=|:|of)?\s*(?P<r>\d{1,15})\.?",
    re.IGNORECASE,
)


def judge(problem: Problem, text: str) -> AnswerJudgement:
    """The product with the divisor plus the remainder, which is smaller than the divisor."""
    above, below = problem.expression, problem.target
    assert above is not None and below is not None
    match = _BOTH.fullmatch(text.strip())
    if match is None:
        return unchecked("The question asks for the quotient and the remainder.")
    quotient, rest = int(match["q"]), int(match["r"])
    answer = Answer(text.strip(), f"quotient {quotient}, remainder {rest}")
    whole = Add(Mul(number(Fraction(quotient)), below), number(Fraction(rest)))
    outcome = identity(above, whole).outcome
    again = divmod(int(recount.value(above)), int(recount.value(below))) == (quotient, rest)
    if outcome is Outcome.PROVED and again:
        return verified(answer, "The product with the divisor plus the remainder is the dividend.")
    if outcome is Outcome.REFUTED:
        return refuted(answer, "The product with the divisor plus the remainder is another number.")
    if outcome is Outcome.PROVED and rest >= int(recount.value(below)):
        return refuted(answer, "The remainder is not smaller than the divisor.")
    return unchecked("The division could not be proved.", answer)
