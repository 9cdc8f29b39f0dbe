"""The checker's operations as the parent calls them: with deadlines, and restarted after a kill."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from mathviz_chat.core.checking.blocks import Block, FinalJudgement, Marked
from mathviz_chat.core.checking.serialize import (
    block_to_dict,
    judgement_from_dict,
    marked_from_dict,
)
from mathviz_chat.core.picturing.picture import NoPicture, Picture
from mathviz_chat.core.picturing.serialize import picture_from_dict
from mathviz_chat.core.verdict import AnswerVerdict, Claim, Role, Step, StepKind, Verdict
from mathviz_chat.errors import CheckStopped, Interrupted, WorkerError
from mathviz_chat.worker.limits import Limits
from mathviz_chat.worker.process import COMMAND, Child, ChildEnded, ChildInterrupted, ForkServer
from mathviz_chat.worker.protocol import (
    QUESTION_ALLOWANCE,
    NoSolution,
    ProposedAnswer,
    QuestionReading,
    SolverAnswer,
    allowance,
    encode,
    proposed_from_dict,
    reading_from_dict,
    solver_from_dict,
)

if TYPE_CHECKING:
    from mathviz_chat.core.checking import CheckReport, Equality
    from mathviz_chat.core.problems import AnswerJudgement

# Inside some functions: reports loads the kernel, which the chat program needs in its child only.

MAX_REQUEST: Final = 8 * 2**20  # bytes of one request
MAX_STOPS: Final = 5  # checks of one text that may use up a limit; later blocks are not tried


class Worker:
    """The checker in a warm process of its own.

    Any thread may call any method; operations take turns. Every operation raises
    :class:`~mathviz_chat.errors.WorkerError` where no process can be started,
    :class:`~mathviz_chat.errors.CheckStopped` where it used up a limit (its message is the
    reason, fit for a verdict), and :class:`~mathviz_chat.errors.Interrupted` after
    :meth:`interrupt`. A process that was killed is replaced at once, and a marking goes on in
    the new one.
    """

    def __init__(
        self,
        limits: Limits = Limits(),  # noqa: B008 - a frozen value
        command: Sequence[str] = COMMAND,
    ) -> None:
        self.limits = limits
        self._command = tuple(command)
        self._turn = threading.RLock()  # held during an operation
        self._server: ForkServer | None = None
        self._child: Child | None = None
        self._open: Marking | None = None  # the one whose Marker the child holds
        self._failure: WorkerError | None = None
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The id of the process that checks, None while none is ready."""
        return None if self._child is None else self._child.pid

    def start(self) -> None:
        """Start the process and return at once; without it, the first operation starts it."""
        with self._turn:
            if self._child is None and self._failure is None and not self._closed:
                self._start()

    @property
    def started(self) -> bool:
        """A process was started, and may be ready."""
        return self._child is not None

    def marking(self, question: str | None) -> Marking:
        """Begin to mark a solution of ``question``."""
        return Marking(self, question)

    def read_question(self, text: str) -> QuestionReading:
        """Read a question formally."""
        return reading_from_dict(self.request({"op": "read_question", "text": text}))

    def judge(self, question: str, answer: str) -> AnswerJudgement:
        """Judge a claimed answer, given as text."""
        from mathviz_chat.worker.reports import answer_judgement_from_dict

        request = {"op": "judge", "question": question, "answer": answer}
        return answer_judgement_from_dict(self.request(request))

    def solve(
        self, question: str, granularity: str = "normal", method: str | None = None
    ) -> SolverAnswer | NoSolution:
        """Let the solver answer; see :func:`mathviz_chat.core.solving.solve`."""
        request = {"op": "solve", "question": question, "granularity": granularity}
        return solver_from_dict(self.request(request | {"method": method}))

    def solve_as_proposed(
        self,
        question: str,
        reading: str,
        answer: str | None,
        granularity: str = "normal",
        method: str | None = None,
    ) -> ProposedAnswer | NoSolution:
        """Let the solver answer a question as a model reads it; see
        :func:`mathviz_chat.core.problems.proposed.read_proposed`.

        answer: the model's own, to be compared; None where it gave none.
        """
        request = {"op": "proposed", "question": question, "reading": reading, "answer": answer}
        working = {"granularity": granularity, "method": method}
        return proposed_from_dict(self.request(request | working))

    def equal(
        self, gold: str, answer: str, *, question: str | None = None, kind: str | None = None
    ) -> Equality:
        """Compare two final answers; see :func:`mathviz_chat.core.equal`."""
        from mathviz_chat.worker.reports import equality_from_dict

        request = {"op": "equal", "gold": gold, "answer": answer}
        return equality_from_dict(self.request(request | {"question": question, "kind": kind}))

    def equal_as_asked(self, question: str, gold: str, answer: str) -> Equality:
        """Compare an answer with the right one; see
        :func:`mathviz_chat.core.checking.equal_as_asked`."""
        from mathviz_chat.worker.reports import equality_from_dict

        request = {"op": "equal_as_asked", "question": question, "gold": gold, "answer": answer}
        return equality_from_dict(self.request(request))

    def picture(self, text: str) -> Picture | NoPicture:
        """The picture of a question and its solution; see
        :func:`mathviz_chat.core.picturing.propose.picture_of`."""
        return picture_from_dict(self.request({"op": "picture", "text": text}))

    def check(
        self, text: str, *, question: str | None = None, keep_back: bool = False
    ) -> CheckReport:
        """Mark a whole text; see :func:`mathviz_chat.core.check`.

        In one request; where that uses up a limit, block by block, so that only the blocks that
        cannot be judged within the limits are unchecked. keep_back: for a student's own lines, see
        :func:`mathviz_chat.core.checking.kept_back.without_results`.
        """
        from mathviz_chat.core.checking import check
        from mathviz_chat.core.checking.kept_back import without_results
        from mathviz_chat.worker.reports import report_from_dict

        try:
            return report_from_dict(
                self.request(
                    {"op": "check", "text": text, "question": question, "keep_back": keep_back}
                )
            )
        except CheckStopped:
            report = check(text, question=question, new_marker=self.marking)
            return without_results(report) if keep_back else report

    def request(self, message: dict[str, Any], marking: Marking | None = None) -> Any:
        """Send one request of the protocol; return its result.

        marking: what the child's Marker has to hold before.
        """
        line = encode(message)
        if len(line) > MAX_REQUEST:
            raise CheckStopped(f"The text is longer than {MAX_REQUEST // 2**20} MiB.")
        longest = QUESTION_ALLOWANCE * self.limits.wall_s + self.limits.start_s
        if not self._turn.acquire(timeout=longest):
            raise CheckStopped("The checker is busy with something else.")
        try:
            if self._child is not None and self._child.interrupted:
                self._restart()  # the operation that was meant had just ended
            if marking is not None and self._open is not marking:
                marking.replay()
                self._open = marking
            return self._exchange(self._ready_child(), line, allowance(message))
        finally:
            self._turn.release()

    def interrupt(self) -> None:
        """End the operation that is running now (it raises Interrupted), without waiting."""
        child = self._child
        if child is not None and not self._turn.acquire(blocking=False):
            child.interrupt()
        elif child is not None:
            self._turn.release()

    def close(self) -> None:
        """End the process. A later operation raises WorkerError."""
        self._closed = True
        self.interrupt()
        with self._turn:
            self._discard()
            if self._server is not None:
                self._server.close()
                self._server = None
            self._failure = WorkerError("The checker has been closed.")

    # -------------------------------------------------------------- with the turn held

    def _ready_child(self) -> Child:
        if self._failure is not None:
            raise self._failure
        child = self._child or self._start()
        try:
            child.wait_until_ready()
        except ChildInterrupted as ended:
            raise Interrupted(str(ended)) from None
        except WorkerError as error:
            self._discard()
            self._failure = error
            raise
        return child

    def _exchange(self, child: Child, line: bytes, times: int) -> Any:
        try:
            return child.exchange(line, times)
        except ChildInterrupted as ended:
            self._restart()
            raise Interrupted(str(ended)) from None
        except ChildEnded as ended:
            self._restart()
            raise CheckStopped(str(ended)) from None

    def _start(self) -> Child:
        try:
            if self._server is None:
                self._server = ForkServer(self.limits, self._command)
            self._child = Child(self.limits, self._server)
        except WorkerError as error:
            self._failure = error
            raise
        return self._child

    def _restart(self) -> None:
        self._discard()
        if not self._closed:
            self._start()

    def _discard(self) -> None:
        self._open = None
        child, self._child = self._child, None
        if child is not None and not child.close() and self._server is not None:
            self._server.close()
            self._server = None


class Marking:
    """One solution as it is marked, block by block; the parent's counterpart of a Marker.

    A block whose check uses up a limit is *unchecked* with that reason, and the marking goes on
    without it. Raises WorkerError and Interrupted like the Worker's operations.
    """

    def __init__(self, worker: Worker, question: str | None) -> None:
        self._worker = worker
        self._question = question
        self._journal: list[tuple[Block, str | None]] = []  # with the reason where it was skipped
        self._missing: dict[int, Block] = {}  # blocks without a verdict
        self._repeated: list[Any] = []  # what the last replay returned; some may be new
        self._stops = 0  # how many blocks used up a limit
        self._finished = False
        self._failure: str | None = None  # why nothing can be said of the whole

    @property
    def reading(self) -> str | None:
        """How the question was read, None where it was not."""
        try:
            reading: str | None = self._worker.request({"op": "reading"}, self)
        except CheckStopped:
            return None
        return reading

    def mark(self, block: Block) -> tuple[Marked, ...]:
        """Judge the next block; return the verdicts that have become final."""
        self._missing[block.index] = block
        if self._stops >= MAX_STOPS:
            return self.skip(block, f"Not tried: {MAX_STOPS} checks before it were stopped.")
        try:
            marked = self._request({"op": "mark", "block": block_to_dict(block)})
        except CheckStopped as stopped:
            self._stops += 1
            return self._skipped(block, str(stopped))
        self._journal.append((block, None))
        return self._delivered(marked)

    def skip(self, block: Block, reason: str) -> tuple[Marked, ...]:
        """Count the next block as unchecked; return the verdicts that have become final."""
        self._missing[block.index] = block
        try:
            marked = self._request(_request_for(block, reason))
        except CheckStopped:  # the blocks before it, again
            return self._skipped(block, reason)
        self._journal.append((block, reason))
        return self._delivered(marked)

    def _skipped(self, block: Block, reason: str) -> tuple[Marked, ...]:
        """Its verdict is known here and does not wait for the new process, which learns of it
        when it repeats the journal."""
        self._journal.append((block, reason))
        return self._delivered((Marked(block.index, unchecked(block, reason)),))

    def finish(self) -> tuple[Marked, ...]:
        """The text has ended: the verdicts still missing."""
        try:
            marked = self._request({"op": "finish"})
        except CheckStopped as stopped:
            self._failure = str(stopped)
            return self._give_up(self._failure)
        self._finished = True
        return self._delivered(marked) + self._give_up("The checker gave no verdict.")

    def final(self) -> FinalJudgement:
        """The text's answer and the verdict on it; after :meth:`finish`."""
        if self._failure is None:
            try:
                return judgement_from_dict(self._worker.request({"op": "final"}, self))
            except CheckStopped as stopped:
                self._failure = str(stopped)
        return FinalJudgement(None, AnswerVerdict.UNCHECKED, self._failure)

    def replay(self) -> None:
        """Bring a fresh Marker to where this marking is; called by the Worker.

        A block that uses up a limit this time is skipped from now on. CheckStopped where that
        happens too often.
        """
        while not self._replayed():
            self._stops += 1
            if self._stops > 2 * MAX_STOPS:
                raise CheckStopped("The checks before this one could not be repeated.")

    def _replayed(self) -> bool:
        self._worker.request({"op": "open", "question": self._question})
        self._repeated = []
        for index, (block, reason) in enumerate(self._journal):
            try:
                self._repeated += self._worker.request(_request_for(block, reason))
            except CheckStopped as stopped:
                if reason is not None:
                    raise
                self._journal[index] = (block, str(stopped))
                return False
        if self._finished:
            self._repeated += self._worker.request({"op": "finish"})
        return True

    def _request(self, message: dict[str, Any]) -> tuple[Marked, ...]:
        rows = self._worker.request(message, self)
        repeated, self._repeated = self._repeated, []  # by the request itself, or by ``reading``
        return tuple(marked_from_dict(row) for row in (*repeated, *rows))

    def _delivered(self, marked: tuple[Marked, ...]) -> tuple[Marked, ...]:
        """Those that are the first verdict on their block."""
        return tuple(m for m in marked if self._missing.pop(m.index, None) is not None)

    def _give_up(self, reason: str) -> tuple[Marked, ...]:
        missing = tuple(self._missing.values())
        return self._delivered(tuple(Marked(b.index, unchecked(b, reason)) for b in missing))


def unchecked(block: Block, reason: str) -> Step:
    """The verdict on a block whose check did not come to an end."""
    claim = Claim(block.text, None, Verdict.UNCHECKED, None, reason, role=Role.UNDECIDED)
    return Step(StepKind.TEXT, claim)


def _request_for(block: Block, reason: str | None) -> dict[str, Any]:
    if reason is None:
        return {"op": "mark", "block": block_to_dict(block)}
    return {"op": "skip", "block": block_to_dict(block), "reason": reason}
