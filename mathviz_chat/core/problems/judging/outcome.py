"""The three ways in which a judgement ends."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.kernel import Decision
from mathviz_chat.core.problems.problem import AnswerJudgement
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.verdict import Answer, AnswerVerdict

_LONGEST: Final = 80  # characters of two values in a sentence


def verified(answer: Answer, reason: str) -> AnswerJudgement:
    """Proved by the kernel, and confirmed a second way."""
    return AnswerJudgement(AnswerVerdict.VERIFIED, reason, answer)


def refuted(answer: Answer, reason: str) -> AnswerJudgement:
    """Proved not to answer the question as it was read."""
    return AnswerJudgement(AnswerVerdict.REFUTED, reason, answer)


def unchecked(reason: str, answer: Answer | None = None) -> AnswerJudgement:
    """Nothing could be said; ``answer`` is None where it does not count as one."""
    return AnswerJudgement(AnswerVerdict.UNCHECKED, reason, answer)


def difference(decision: Decision) -> str:
    """How two sides that were refuted differ: ``at x = 2 the values are 4 and 6``."""
    witness = decision.witness
    if witness is None or witness.left is None or witness.right is None:
        return decision.reason
    values = f"the values are {to_plain(witness.left)} and {to_plain(witness.right)}"
    point = ", ".join(f"{name} = {to_plain(value)}" for name, value in witness.point)
    told = f"at {point} {values}" if point else values
    return told if len(told) <= _LONGEST else decision.reason


def lost(decision: Decision, otherwise: str) -> str:
    """Which solution an answer lacks: ``x = 2, y = 1 is a solution too``."""
    point = () if decision.witness is None else decision.witness.point
    told = ", ".join(f"{name} = {to_plain(value)}" for name, value in point)
    return f"{told} is a solution too." if told and len(told) <= _LONGEST else otherwise
