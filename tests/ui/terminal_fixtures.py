"""Scripted events and a scripted session for the tests of the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from mathviz_chat.backends.base import Statistics
from mathviz_chat.backends.scripted import ScriptedBackend
from mathviz_chat.core.checking.blocks import Block
from mathviz_chat.core.checking.segment import Segmenter
from mathviz_chat.core.verdict import Answer, AnswerVerdict, Claim, Role, Step, StepKind, Verdict
from mathviz_chat.errors import UsageError
from mathviz_chat.events import (
    Attempt,
    Done,
    Event,
    Outcome,
    Reading,
    Source,
    Stats,
    StepFinished,
    StepMarked,
    Text,
)
from mathviz_chat.messages import Options, Turn

STATISTICS = Statistics(
    prompt_tokens=40, tokens=60, first_token_s=0.2, tokens_per_s=50.0, stop="stop"
)


def step(
    verdict: Verdict = Verdict.UNCHECKED,
    reason: str = "",
    *,
    witness: str | None = None,
    conditions: tuple[str, ...] = (),
    why: str | None = None,
    role: Role = Role.CONDITION,
) -> Step:
    """A step with that verdict; Role.NONE is a line without a claim."""
    claim = Claim(
        "", None, verdict, None, reason, witness=witness, conditions=conditions, role=role
    )
    return Step(StepKind.STEP, claim, why=why)


PROSE = step(role=Role.NONE)


def attempt(
    verdict: AnswerVerdict,
    answer: str | None = None,
    reason: str = "",
    source: Source = Source.MODEL,
) -> Attempt:
    given = None if answer is None else Answer(answer, answer)
    return Attempt(source, given, verdict, reason, (), "")


def outcome(
    final: Attempt,
    *attempts: Attempt,
    formal: bool = True,
    statistics: Statistics | None = STATISTICS,
) -> Outcome:
    return Outcome("question", "reading", formal, final, attempts, statistics)


def model_events(
    text: str, steps: Sequence[Step | None], *, chunk: int = 5, reading: str | None = None
) -> Iterator[Event]:
    """A model's text with a step for each block that is not blank; None is never marked."""
    if reading is not None:
        yield Reading(reading)
    segmenter = Segmenter()
    verdicts = iter(steps)
    for start in range(0, len(text), chunk):
        piece = text[start : start + chunk]
        yield Text(piece)
        yield from _blocks(segmenter.feed(piece), verdicts)
    yield from _blocks(segmenter.finish(), verdicts)
    yield Stats(STATISTICS)


def _blocks(blocks: Sequence[Block], verdicts: Iterator[Step | None]) -> Iterator[Event]:
    for block in blocks:
        yield StepFinished(Source.MODEL, block)
        marked = next(verdicts, None) if block.text.strip() else PROSE
        if marked is not None:
            yield StepMarked(Source.MODEL, block.index, marked)


def solver_events(steps: Sequence[tuple[str, Step]]) -> Iterator[Event]:
    """The solver's lines, each with its step."""
    for index, (text, marked) in enumerate(steps):
        yield StepFinished(Source.SYMPY, Block(index, text, index + 1, 0, len(text)))
        yield StepMarked(Source.SYMPY, index, marked)


class ScriptedWorker:
    """Stands for the checker's process, which has nothing to do here."""

    def interrupt(self) -> None:
        return


@dataclass
class ScriptedSession:
    """Stands for the engine's session: the same events for every question.

    asked: the questions. closed, cancelled, warmed_up: how often that was called.
    """

    events: Sequence[Event] = ()
    backend: ScriptedBackend | None = None
    asked: list[str] = field(default_factory=list)
    turns: tuple[Turn, ...] = ()
    options: Options = field(default_factory=Options)
    solver: str = "auto"
    system: str = "You are a tutor."
    closed: int = 0
    cancelled: int = 0
    warmed_up: int = 0
    worker: ScriptedWorker = field(default_factory=ScriptedWorker)

    @property
    def asks_model(self) -> bool:
        return self.backend is not None and self.solver != "sympy"

    def own_answer(self, text: str) -> None:
        """No turn claims an answer."""
        return

    def ask(self, text: str) -> Iterator[Event]:
        self.asked.append(text)
        for event in self.events:
            if isinstance(event, Done):
                event = Done(replace(event.outcome, question=text))
                self.turns = (*self.turns, Turn(text, "reply", None, None, "model"))
            yield event

    def retry(self) -> Iterator[Event]:
        if not self.turns:
            raise UsageError("There is no question to ask again.")
        *kept, last = self.turns
        self.turns = tuple(kept)
        return self.ask(last.question)

    def undo(self) -> Turn | None:
        if not self.turns:
            return None
        *kept, last = self.turns
        self.turns = tuple(kept)
        return last

    def clear(self) -> None:
        self.turns = ()

    def load(self, turns: Sequence[Turn]) -> None:
        self.turns = tuple(turns)

    def cancel(self) -> None:
        self.cancelled += 1

    def warm_up(self) -> None:
        self.warmed_up += 1

    def close(self) -> None:
        self.closed += 1
