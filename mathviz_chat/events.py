"""The one stream of events: REPL, one-shot, JSON and tests all consume it.

The order within one ``ask``: any mix of Text, StepFinished, StepMarked and Notice; Stats once the
model has ended; the solver's StepFinished and StepMarked where it answers; last, exactly one of
Done and Failed. A turn that the program answers itself has Reply, the solver's steps or both. A
StepMarked follows the StepFinished of the same source and index, not necessarily at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from mathviz_chat.backends.base import Statistics
from mathviz_chat.core.checking.blocks import Block
from mathviz_chat.core.verdict import Answer, AnswerVerdict, Step


class Source(StrEnum):
    """Who wrote a step or an answer."""

    MODEL = "model"
    SYMPY = "sympy"


@dataclass(frozen=True, slots=True)
class Reading:
    """How the question was read; comes before the first step. Not sent for an unread question."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of the model's answer, as generated (control characters still inside).

    computed: the calculator put it in.
    """

    text: str
    computed: bool = False


@dataclass(frozen=True, slots=True)
class StepFinished:
    """A line or block is complete; its verdict will follow."""

    source: Source
    block: Block


@dataclass(frozen=True, slots=True)
class StepMarked:
    """The final verdict on the block of that index."""

    source: Source
    index: int
    step: Step


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence the user should know: turns dropped from the context, a fallback, ..."""

    text: str


@dataclass(frozen=True, slots=True)
class Reply:
    """The program's own words in answer to a turn that asks for no mathematics; may have lines."""

    text: str


@dataclass(frozen=True, slots=True)
class Stats:
    """The model has ended its answer."""

    statistics: Statistics


@dataclass(frozen=True, slots=True)
class Computed:
    """A place in an attempt's text that the calculator wrote: characters start to end."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attempt:
    """An answer with its steps and verdict: the one that counts, or an earlier one."""

    source: Source
    answer: Answer | None
    verdict: AnswerVerdict
    reason: str
    steps: tuple[Step, ...]
    text: str
    computed: tuple[Computed, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one ask ended.

    reading: how the rules read it. formal: the turn asks something that verdicts apply to; no
    banner is shown otherwise.
    final: the attempt whose answer counts. attempts: earlier ones that were not verified.
    model_reading: how the model reads a question that the rules do not read, where that counts.
    """

    question: str
    reading: str | None
    formal: bool
    final: Attempt
    attempts: tuple[Attempt, ...]
    statistics: Statistics | None
    model_reading: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Failed:
    """Nothing answered. ``code`` and ``message`` are those of the error; ``outcome`` what came."""

    code: str
    message: str
    exit_code: int
    outcome: Outcome | None = None


Event: TypeAlias = (
    Reading | Text | StepFinished | StepMarked | Notice | Reply | Stats | Done | Failed
)
