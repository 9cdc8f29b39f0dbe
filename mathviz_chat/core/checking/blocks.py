"""The unit of checking: a finished line or block of an answer."""

from __future__ import annotations

from dataclasses import dataclass

from mathviz_chat.core.verdict import Answer, AnswerVerdict, Step


@dataclass(frozen=True, slots=True)
class Block:
    """A finished line, or a display formula of several lines, of the text that is checked.

    index: 0, 1, 2 ... in order. text: as written, without the closing line break.
    line: number of its first line, from 1. start, end: offsets in the whole text.
    """

    index: int
    text: str
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Marked:
    """The final verdict on the block of that index."""

    index: int
    step: Step


@dataclass(frozen=True, slots=True)
class FinalJudgement:
    """What the text as a whole came to: its answer, if it gives one, and the verdict on it."""

    answer: Answer | None
    verdict: AnswerVerdict
    reason: str
