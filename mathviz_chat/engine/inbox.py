"""What reaches an answer from elsewhere: frozen messages, all through one queue.

The thread of the model, the thread of the checker and whoever cancels put them in; the iterator
of :class:`~mathviz_chat.engine.answering.Answering` takes them out.
"""

from __future__ import annotations

from dataclasses import dataclass
from queue import SimpleQueue
from typing import TypeAlias

from mathviz_chat.backends.base import Statistics
from mathviz_chat.core.checking.blocks import FinalJudgement, Marked
from mathviz_chat.errors import BackendError, WorkerError
from mathviz_chat.worker.protocol import (
    NoSolution,
    ProposedAnswer,
    QuestionReading,
    SolverAnswer,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of the model, or what the calculator put in."""

    text: str
    computed: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence that the user should know."""

    sentence: str


@dataclass(frozen=True, slots=True)
class ModelEnded:
    statistics: Statistics


@dataclass(frozen=True, slots=True)
class ModelFailed:
    error: BackendError


@dataclass(frozen=True, slots=True)
class QuestionRead:
    reading: QuestionReading


@dataclass(frozen=True, slots=True)
class BlocksMarked:
    marked: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class TextJudged:
    judgement: FinalJudgement


@dataclass(frozen=True, slots=True)
class SolverEnded:
    solved: SolverAnswer | NoSolution


@dataclass(frozen=True, slots=True)
class ReadingProposed:
    """How the model reads the question, as JSON; None where it broke off or was cancelled."""

    text: str | None


@dataclass(frozen=True, slots=True)
class ProposedSolved:
    """What the solver came to for the question as the model reads it."""

    solved: ProposedAnswer | NoSolution


@dataclass(frozen=True, slots=True)
class CheckerFailed:
    """There is no checker; nothing that was given to it will come back."""

    error: WorkerError


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The user stopped the answer."""


Received: TypeAlias = (
    Piece
    | Told
    | ModelEnded
    | ModelFailed
    | QuestionRead
    | BlocksMarked
    | TextJudged
    | SolverEnded
    | ReadingProposed
    | ProposedSolved
    | CheckerFailed
    | Cancelled
)

Inbox: TypeAlias = SimpleQueue[Received]  # its put may be called in a signal handler
