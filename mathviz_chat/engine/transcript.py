"""The model's answer as it grows: its text, the blocks finished so far, and their verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from mathviz_chat.core.checking.blocks import Block, Marked
from mathviz_chat.core.checking.segment import Segmenter
from mathviz_chat.core.verdict import Step
from mathviz_chat.engine.livecheck import LiveCheck
from mathviz_chat.events import Computed, Event, Source, StepFinished, StepMarked, Text
from mathviz_chat.worker.client import unchecked

CUT_OFF: Final = "The line was cut off before its end."


class Transcript:
    """Cuts the text into blocks, hands each to the checker, and keeps what comes back.

    Every method yields the events to send. No StepFinished is sent before :meth:`question_known`
    (a Reading comes before the first step); the checker gets the blocks at once all the same.
    """

    def __init__(self, check: LiveCheck) -> None:
        self._check = check
        self._segmenter = Segmenter()
        self._pieces: list[str] = []
        self._computed: list[Computed] = []
        self._blocks: list[Block] = []
        self._held: list[Block] | None = []  # None once the question is known
        self._steps: dict[int, Step] = {}
        self._given_up: str | None = None

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    @property
    def computed(self) -> tuple[Computed, ...]:
        """What the calculator put in, by its place in the text."""
        return tuple(self._computed)

    def steps(self) -> tuple[Step, ...]:
        """One for each block that is not blank, in order; call it once all have a verdict."""
        return tuple(self._steps[b.index] for b in self._blocks if b.text.strip())

    def add(self, piece: str, *, computed: bool) -> Iterator[Event]:
        """More text of the model, or what the calculator put in."""
        if computed:
            start = len(self.text)
            self._computed.append(Computed(start, start + len(piece)))
        self._pieces.append(piece)
        yield Text(piece, computed)
        for block in self._segmenter.feed(piece):
            self._check.mark(block)
            yield from self._finished(block)

    def finish(self, *, whole: bool) -> Iterator[Event]:
        """The text has ended. whole: by itself; a line that was cut off is not judged."""
        ends_in_line = bool(self._pieces) and not self._pieces[-1].endswith("\n")
        last = self._segmenter.finish()
        for block in last:
            if ends_in_line and not whole and block is last[-1]:
                self._check.skip(block, CUT_OFF)
            else:
                self._check.mark(block)
            yield from self._finished(block)
        self._check.judge()

    def question_known(self) -> Iterator[Event]:
        """The question has been read, or cannot be: steps may be shown."""
        held, self._held = self._held or [], None
        for block in held:
            yield StepFinished(Source.MODEL, block)

    def marked(self, marked: tuple[Marked, ...]) -> Iterator[Event]:
        """Verdicts from the checker."""
        for row in marked:
            if row.index not in self._steps:
                yield self._mark(row.index, row.step)

    def give_up(self, reason: str) -> Iterator[Event]:
        """No more verdicts will come: what has none is unchecked, what follows too."""
        self._given_up = reason
        yield from self.question_known()
        for block in self._blocks:
            if block.index not in self._steps:
                yield self._mark(block.index, unchecked(block, reason))

    def _finished(self, block: Block) -> Iterator[Event]:
        self._blocks.append(block)
        if self._held is not None:
            self._held.append(block)
            return
        yield StepFinished(Source.MODEL, block)
        if self._given_up is not None:
            yield self._mark(block.index, unchecked(block, self._given_up))

    def _mark(self, index: int, step: Step) -> StepMarked:
        self._steps[index] = step
        return StepMarked(Source.MODEL, index, step)
