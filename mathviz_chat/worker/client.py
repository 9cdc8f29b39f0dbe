"""The checker's operations as the parent calls them: with deadlines, and restarted after a kill."""

from __future__ import annotations

from mathviz_chat.core.checking.blocks import Block, FinalJudgement, Marked
from mathviz_chat.core.checking.equality import Equality
from mathviz_chat.core.checking.report import CheckReport
from mathviz_chat.core.problems.problem import AnswerJudgement
from mathviz_chat.worker.limits import Limits
from mathviz_chat.worker.protocol import NoSolution, QuestionReading, SolverAnswer


class Worker:
    """The checker in a warm process of its own.

    Any thread may call any method; operations take turns. Every operation raises
    :class:`~mathviz_chat.errors.WorkerError` where no process can be started and
    :class:`~mathviz_chat.errors.CheckStopped` where it used up a limit (its message is the
    reason, fit for a verdict); those of :class:`Marking` turn the latter into *unchecked*.
    """

    def __init__(self, limits: Limits = Limits()) -> None: ...  # noqa: B008 - a frozen value

    def start(self) -> None:
        """Start the process and return at once; without it, the first operation starts it."""

    def marking(self, question: str | None) -> Marking:
        """Begin to mark a solution of ``question``."""
        raise NotImplementedError

    def read_question(self, text: str) -> QuestionReading:
        raise NotImplementedError

    def judge(self, question: str, answer: str) -> AnswerJudgement:
        """Judge a claimed answer, given as text."""
        raise NotImplementedError

    def solve(self, question: str, granularity: str = "normal") -> SolverAnswer | NoSolution:
        raise NotImplementedError

    def equal(
        self, gold: str, answer: str, *, question: str | None = None, kind: str | None = None
    ) -> Equality:
        raise NotImplementedError

    def check(self, text: str, *, question: str | None = None) -> CheckReport:
        """Mark a whole text; a claim that uses up a limit is unchecked, the others are judged."""
        raise NotImplementedError

    def interrupt(self) -> None:
        """End the operation that is running now (it raises CheckStopped), without waiting."""

    def close(self) -> None:
        """End the process. A later operation raises WorkerError."""


class Marking:
    """One solution as it is marked, block by block."""

    def mark(self, block: Block) -> tuple[Marked, ...]:
        """Judge the next block; return the verdicts that have become final."""
        raise NotImplementedError

    def finish(self) -> tuple[Marked, ...]:
        """The text has ended: the verdicts still missing."""
        raise NotImplementedError

    def final(self) -> FinalJudgement:
        """The text's answer and the verdict on it; after :meth:`finish`."""
        raise NotImplementedError
