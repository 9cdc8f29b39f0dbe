"""A whole written solution, marked line by line: what ``mathviz-chat check`` prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from mathviz_chat.core.checking.marker import Marker
from mathviz_chat.core.checking.segment import Segmenter
from mathviz_chat.core.checking.serialize import claim_to_dict
from mathviz_chat.core.verdict import Answer, AnswerVerdict, Role, Step, Verdict

SCHEMA: Final = 1


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of the text (or the first line of a display) with its verdict."""

    line: int
    step: Step


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a text came to.

    question: as given or found in the first line. reading: how it was understood, or None.
    verdict: the weakest of the claims; lines without a claim do not count.
    answer, answer_verdict, answer_reason: the text's final answer and the judgement on it.
    first_wrong: number of the first refuted line.
    """

    question: str | None
    reading: str | None
    verdict: Verdict
    lines: tuple[MarkedLine, ...]
    answer: Answer | None
    answer_verdict: AnswerVerdict
    answer_reason: str
    first_wrong: int | None

    def to_json(self) -> dict[str, Any]:
        """The object of ``check --json`` (see ``commands.md``)."""
        answer = self.answer
        return {
            "schema": SCHEMA,
            "question": self.question,
            "verdict": str(self.verdict),
            "lines": [{"line": row.line} | claim_to_dict(row.step.claim) for row in self.lines],
            "answer": None
            if answer is None
            else {
                "text": answer.text,
                "plain": answer.plain,
                "verdict": str(self.answer_verdict),
            },
            "first_wrong": self.first_wrong,
        }


def check(text: str, *, question: str | None = None) -> CheckReport:
    """Mark a written solution line by line."""
    segmenter, marker = Segmenter(), Marker(question)
    blocks = segmenter.feed(text) + segmenter.finish()
    marked = [m for block in blocks for m in marker.mark(block)] + list(marker.finish())
    steps = {m.index: m.step for m in marked}
    lines = tuple(MarkedLine(b.line, steps[b.index]) for b in blocks if b.text.strip())
    judgement = marker.final()
    verdicts = [row.step.claim.verdict for row in lines if row.step.claim.role is not Role.NONE]
    weakest = min(verdicts, key=list(Verdict).index, default=Verdict.UNCHECKED)
    wrong = (row.line for row in lines if row.step.claim.verdict is Verdict.REFUTED)
    return CheckReport(
        question,
        marker.reading,
        weakest,
        lines,
        judgement.answer,
        judgement.verdict,
        judgement.reason,
        next(wrong, None),
    )
