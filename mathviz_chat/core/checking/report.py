"""A whole written solution, marked line by line: what ``mathviz-chat check`` prints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Protocol

from mathviz_chat.core.checking.blocks import Block, FinalJudgement, Marked
from mathviz_chat.core.checking.marker import Marker
from mathviz_chat.core.checking.segment import Segmenter
from mathviz_chat.core.checking.serialize import claim_to_dict
from mathviz_chat.core.checking.task import is_question
from mathviz_chat.core.verdict import (
    NOT_CLAIMS,
    WEAKEST_FIRST,
    Answer,
    AnswerVerdict,
    Claim,
    Role,
    Step,
    StepKind,
    Verdict,
)

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
                "conditions": list(answer.conditions),
                "verdict": str(self.answer_verdict),
            },
            "first_wrong": self.first_wrong,
        }


class BlockMarker(Protocol):
    """What :func:`check` needs of a Marker."""

    @property
    def reading(self) -> str | None: ...

    def mark(self, block: Block) -> tuple[Marked, ...]: ...

    def finish(self) -> tuple[Marked, ...]: ...

    def final(self) -> FinalJudgement: ...


def check(
    text: str,
    *,
    question: str | None = None,
    new_marker: Callable[[str | None], BlockMarker] = Marker,
) -> CheckReport:
    """Mark a written solution line by line.

    text: any number of lines, plain, Unicode or LaTeX. question: what is solved; without it, the
    first line counts as the question where :func:`~.task.is_question` says so, and without that
    the first condition on an unknown is taken as given.
    Domain: real numbers, complex ones where i occurs; the classes of claims, the roles of their
    relation signs and the table from relation to verdict are in ``docs/checking.md``.
    Limits: never raises, whatever the text; what exceeds the caps of the reader
    (``reading/limits.py``) or of the kernel (``kernel/limits.py``) is unchecked, with the reason.
    Time is not bounded here but in the worker.
    Sources: exact arithmetic, polynomials and balls by FLINT (W. Hart et al., flintlib.org;
    F. Johansson, "Arb", IEEE Transactions on Computers 66, 2017).
    new_marker: makes what marks the blocks, from the question.
    """
    segmenter = Segmenter()
    blocks = [b for b in (*segmenter.feed(text), *segmenter.finish()) if b.text.strip()]
    steps: dict[int, Step] = {}
    if question is None and blocks and is_question(blocks[0].text):
        question = blocks[0].text.strip()
        steps[blocks[0].index] = _question_step(blocks[0].text)
    marker = new_marker(question)
    for block in blocks:
        if block.index not in steps:
            steps.update((marked.index, marked.step) for marked in marker.mark(block))
    steps.update((marked.index, marked.step) for marked in marker.finish())
    lines = tuple(MarkedLine(block.line, steps[block.index]) for block in blocks)
    return _report(question, marker.reading, lines, marker.final())


def _question_step(text: str) -> Step:
    reason = "This is the question."
    return Step(StepKind.SETUP, Claim(text, None, Verdict.UNCHECKED, None, reason, role=Role.GIVEN))


def _report(
    question: str | None,
    reading: str | None,
    lines: tuple[MarkedLine, ...],
    judgement: FinalJudgement,
) -> CheckReport:
    claims = [row.step.claim for row in lines]
    verdicts = {claim.verdict for claim in claims if claim.role not in NOT_CLAIMS}
    wrong = (row.line for row in lines if row.step.claim.verdict is Verdict.REFUTED)
    return CheckReport(
        question=question,
        reading=reading,
        verdict=min(verdicts, key=WEAKEST_FIRST.index, default=Verdict.UNCHECKED),
        lines=lines,
        answer=judgement.answer,
        answer_verdict=judgement.verdict,
        answer_reason=judgement.reason,
        first_wrong=next(wrong, None),
    )
