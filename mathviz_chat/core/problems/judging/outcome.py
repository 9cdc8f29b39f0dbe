"""The three ways in which a judgement ends."""

from __future__ import annotations

from mathviz_chat.core.problems.problem import AnswerJudgement
from mathviz_chat.core.verdict import Answer, AnswerVerdict


def verified(answer: Answer, reason: str) -> AnswerJudgement:
    """Proved by the kernel, and confirmed a second way."""
    return AnswerJudgement(AnswerVerdict.VERIFIED, reason, answer)


def refuted(answer: Answer, reason: str) -> AnswerJudgement:
    """Proved not to answer the question as it was read."""
    return AnswerJudgement(AnswerVerdict.REFUTED, reason, answer)


def unchecked(reason: str, answer: Answer | None = None) -> AnswerJudgement:
    """Nothing could be said; ``answer`` is None where it does not count as one."""
    return AnswerJudgement(AnswerVerdict.UNCHECKED, reason, answer)
