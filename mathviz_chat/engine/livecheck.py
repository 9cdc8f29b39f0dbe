"""The thread that hands blocks to the checker's worker, one after another."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue

from mathviz_chat.core.checking.blocks import Block
from mathviz_chat.engine.inbox import (
    BlocksMarked,
    CheckerFailed,
    Inbox,
    ProposedSolved,
    QuestionRead,
    SolverEnded,
    TextJudged,
)
from mathviz_chat.errors import CheckStopped, Interrupted, WorkerError
from mathviz_chat.messages import Working
from mathviz_chat.worker.client import Worker
from mathviz_chat.worker.protocol import NoSolution, ProposedAnswer, QuestionReading


class LiveCheck(threading.Thread):
    """Reads the question, then does what it is told, in order; results go into the inbox.

    None of its methods waits. Once the worker has failed, only CheckerFailed comes.

    after: waited for first, where the worker is not started yet: its start takes most of a second
    of processor time, for which the model would let the user wait. working: how the solver writes.
    """

    def __init__(
        self,
        worker: Worker,
        question: str,
        inbox: Inbox,
        after: threading.Event | None = None,
        working: Working = Working(),  # noqa: B008 - a frozen value
    ) -> None:
        super().__init__(name="checker", daemon=True)
        self._worker = worker
        self._question = question
        self._inbox = inbox
        self._working = working
        self._marking = worker.marking(question)
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._abandoned = False
        self._after = None if worker.started else after
        self._jobs.put(self._read)

    def mark(self, block: Block) -> None:
        self._jobs.put(lambda: self._inbox.put(BlocksMarked(self._marking.mark(block))))

    def skip(self, block: Block, reason: str) -> None:
        """Leave a block unchecked."""
        self._jobs.put(lambda: self._inbox.put(BlocksMarked(self._marking.skip(block, reason))))

    def judge(self) -> None:
        """The text has ended: the verdicts still missing, then the judgement on the whole."""
        self._jobs.put(lambda: self._inbox.put(BlocksMarked(self._marking.finish())))
        self._jobs.put(lambda: self._inbox.put(TextJudged(self._marking.final())))

    def solve(self) -> None:
        """Let the solver answer."""
        self._jobs.put(self._solve)

    def solve_as_proposed(self, reading: str, answer: str | None) -> None:
        """Let the solver answer the question as the model reads it."""
        self._jobs.put(lambda: self._solve_as_proposed(reading, answer))

    def end(self) -> None:
        """Nothing more will be asked."""
        self._jobs.put(None)

    def abandon(self) -> None:
        """Nothing more is wanted: stop what runs now, too."""
        self._abandoned = True
        if self._after is not None:
            self._after.set()
        self._jobs.put(None)
        if self.is_alive():
            self._worker.interrupt()

    def run(self) -> None:
        if self._after is not None:
            self._after.wait()
        try:
            while not self._abandoned and (job := self._jobs.get()) is not None:
                job()
        except Interrupted:
            return  # abandoned
        except WorkerError as error:
            self._inbox.put(CheckerFailed(error))

    def _read(self) -> None:
        try:
            reading = self._worker.read_question(self._question)
        except CheckStopped as stopped:
            reading = QuestionReading(None, formal=True, reason=str(stopped))
        self._inbox.put(QuestionRead(reading))

    def _solve_as_proposed(self, reading: str, answer: str | None) -> None:
        solved: ProposedAnswer | NoSolution
        try:
            solved = self._worker.solve_as_proposed(
                self._question, reading, answer, self._working.steps, self._working.method
            )
        except CheckStopped as stopped:
            solved = NoSolution(str(stopped))
        self._inbox.put(ProposedSolved(solved))

    def _solve(self) -> None:
        try:
            solved = self._worker.solve(self._question, self._working.steps, self._working.method)
        except CheckStopped as stopped:
            self._inbox.put(SolverEnded(NoSolution(str(stopped))))
        else:
            self._inbox.put(SolverEnded(solved))
