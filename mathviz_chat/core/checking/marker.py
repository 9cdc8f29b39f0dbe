"""Blocks in, verdicts out."""

from __future__ import annotations

from mathviz_chat.core.checking.blocks import Block, FinalJudgement, Marked
from mathviz_chat.core.verdict import AnswerVerdict, Claim, Role, Step, StepKind, Verdict


class Marker:
    """Marks the blocks of one solution, in order, against the question and all facts in force.

    ``mark`` and ``finish`` return the verdicts that have become final: each block gets exactly
    one, in the end, but not necessarily at once (a root may wait for the line with the other).
    """

    def __init__(self, question: str | None = None) -> None:
        self._question = question

    @property
    def reading(self) -> str | None:
        """How the question was read, None where it was not."""
        return None

    def mark(self, block: Block) -> tuple[Marked, ...]:
        """Judge a block."""
        return (Marked(block.index, _unmarked(block, "not judged yet")),)

    def skip(self, block: Block, reason: str) -> tuple[Marked, ...]:
        """Count a block as unchecked (its judging was stopped) and go on."""
        return (Marked(block.index, _unmarked(block, reason)),)

    def finish(self) -> tuple[Marked, ...]:
        """The text has ended: the verdicts that were held back."""
        return ()

    def final(self) -> FinalJudgement:
        """The text's answer and the verdict on it; after :meth:`finish`."""
        return FinalJudgement(None, AnswerVerdict.UNCHECKED, "nothing was judged")


def _unmarked(block: Block, reason: str) -> Step:
    claim = Claim(block.text, None, Verdict.UNCHECKED, None, reason, role=Role.NONE)
    return Step(StepKind.TEXT, claim)
