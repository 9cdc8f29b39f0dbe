"""One question, from Enter to Done: the messages of the inbox become the stream of events.

The model streams; each finished block goes to the checker at once; when both have ended, the
solver answers where the model's answer is not verified. All of this runs in the thread that
iterates, which waits for messages and never for another thread's end.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from queue import Empty
from typing import Final

from mathviz_chat.backends.base import Statistics
from mathviz_chat.core.checking.blocks import FinalJudgement
from mathviz_chat.core.verdict import AnswerVerdict
from mathviz_chat.engine.generation import Generation
from mathviz_chat.engine.inbox import (
    BlocksMarked,
    Cancelled,
    CheckerFailed,
    Inbox,
    ModelEnded,
    ModelFailed,
    Piece,
    ProposedSolved,
    QuestionRead,
    ReadingProposed,
    Received,
    SolverEnded,
    TextJudged,
    Told,
)
from mathviz_chat.engine.livecheck import LiveCheck
from mathviz_chat.engine.outcome import (
    attempt_of_model,
    attempt_of_solver,
    blocks_of_steps,
    broken_off,
    ending,
    gives_way,
    solver_may_stand_in,
    with_model_reading,
)
from mathviz_chat.engine.transcript import Transcript
from mathviz_chat.errors import BackendError, Interrupted, MathvizError, Unanswered
from mathviz_chat.events import (
    Attempt,
    Done,
    Event,
    Notice,
    Reading,
    Source,
    Stats,
    StepFinished,
    StepMarked,
)
from mathviz_chat.worker.protocol import (
    NoSolution,
    ProposedAnswer,
    QuestionReading,
    SolverAnswer,
)

GRACE_S: Final = 0.2  # after a cancel, for what is nearly there; Done comes within 0.3 s
SETTLE_S: Final = (
    10.0  # after the model's end and the checker's start, for all verdicts that are still missing
)
INTERRUPTED: Final = "The answer was interrupted."


class Answering:
    """The state of one ask.

    generation: None where no model is asked. model_error: why, unless only the solver is wanted.
    solver: whether it may answer. named: the backend was asked for by name.
    if_unread: said where the rules do not read the question.
    model_reading: asks the model how it reads a question that the rules do not read; None where
    that is not wanted.
    """

    def __init__(
        self,
        question: str,
        inbox: Inbox,
        check: LiveCheck,
        generation: Generation | None,
        *,
        model_error: BackendError | None,
        solver: bool,
        named: bool,
        if_unread: str | None = None,
        model_reading: Callable[[], None] | None = None,
    ) -> None:
        self._question = question
        self._inbox = inbox
        self._check = check
        self._generation = generation
        self._model_error = model_error
        self._solver_allowed = solver
        self._named = named
        self._if_unread = if_unread
        self._model_reading = model_reading
        self._read_by_model: ReadingProposed | None = None
        self._proposed: ProposedAnswer | NoSolution | None = None
        self._transcript = Transcript(check)
        self._statistics: Statistics | None = None
        self._reading: QuestionReading | None = None
        self._judgement: FinalJudgement | None = None
        self._solved: SolverAnswer | NoSolution | None = None
        self._cancel_deadline: float | None = None

    def events(self) -> Iterator[Event]:
        """The stream; Done or Failed is the last."""
        self._check.start()
        try:
            if self._generation is not None:
                self._generation.start()
                yield from self._model_answers()
            else:
                yield from self._until(lambda: self._reading is not None)
            if self._solver_is_wanted():
                yield from self._solver_answers()
            elif self._model_reading is not None and self._model_reading_is_wanted():
                yield from self._as_the_model_reads_it(self._model_reading)
            if self._missing_results():
                yield from self._no_more_checks(INTERRUPTED)
            yield self._ending()
        finally:
            self._leave()

    # ------------------------------------------------------------------ the phases

    def _model_answers(self) -> Iterator[Event]:
        yield from self._until(self._model_is_over)
        if not self._model_is_over():  # cancelled, and the model does not stop at once
            self._statistics = Statistics(None, None, None, None, "interrupted")
            yield Stats(self._statistics)
        whole = self._statistics is not None and self._statistics.stop == "stop"
        yield from self._transcript.finish(whole=whole)
        # the question is read first, once the checker has started, which has a limit of its own
        yield from self._until(lambda: self._reading is not None)
        yield from self._until(lambda: self._judgement is not None, seconds=SETTLE_S)
        if self._judgement is None:
            cancelled = self._cancel_deadline is not None
            yield from self._no_more_checks(INTERRUPTED if cancelled else "Not checked in time.")

    def _solver_is_wanted(self) -> bool:
        if not self._solver_allowed or self._cancel_deadline is not None:
            return False
        if self._reading is None or self._reading.read_as is None:
            return False
        if self._model_error is not None:
            begun = bool(self._transcript.text)
            return solver_may_stand_in(self._model_error, named=self._named, begun=begun)
        return self._judgement is None or self._judgement.verdict is not AnswerVerdict.VERIFIED

    def _solver_answers(self) -> Iterator[Event]:
        self._check.solve()
        yield from self._until(lambda: self._solved is not None)
        if isinstance(self._solved, SolverAnswer):
            if self._model_error is not None:
                yield Notice(f"{self._model_error} The solver answers instead.")
            yield from _steps_of(self._solved)

    def _model_reading_is_wanted(self) -> bool:
        """For a formal question that the rules do not read, after a whole answer of the model."""
        if not self._solver_allowed or self._cancel_deadline is not None:
            return False
        unread = self._reading is not None and self._reading.formal and not self._reading.read_as
        return unread and self._model_error is None and self._statistics is not None

    def _as_the_model_reads_it(self, ask: Callable[[], None]) -> Iterator[Event]:
        ask()
        yield from self._until(lambda: self._read_by_model is not None)
        if self._read_by_model is None or self._read_by_model.text is None:
            return
        answer = None if self._judgement is None else self._judgement.answer
        plain = None if answer is None else answer.plain
        self._check.solve_as_proposed(self._read_by_model.text, plain)
        yield from self._until(lambda: self._proposed is not None, seconds=SETTLE_S)
        if isinstance(self._proposed, ProposedAnswer):
            yield from self._shown(self._proposed)

    def _shown(self, proposed: ProposedAnswer) -> Iterator[Event]:
        """The reading; with it the solver's steps where its answer counts, else its answer where
        it is another one."""
        yield Notice(f"The model read this as: {proposed.told}")
        model = None if self._reading is None else self._attempt_of_model(self._reading)
        if model is None or gives_way(model):
            yield from _steps_of(proposed.solved)
        elif not proposed.agrees:
            yield Notice(f"Read so, the solver comes to {proposed.solved.answer.plain}.")

    def _ending(self) -> Event:
        assert self._reading is not None, "known, or given up"
        solver = attempt_of_solver(self._solved) if isinstance(self._solved, SolverAnswer) else None
        end = ending(
            self._question,
            self._reading,
            self._attempt_of_model(self._reading),
            solver,
            self._error(self._reading),
            self._statistics_at_end(),
            named=self._named,
        )
        if isinstance(end, Done) and isinstance(self._proposed, ProposedAnswer):
            return Done(with_model_reading(end.outcome, self._proposed))
        return end

    def _leave(self) -> None:
        """Stop what still runs; the iterator may have been left at any point."""
        if self._generation is not None:
            self._generation.cancelled.set()
        if self._missing_results() or self._cancel_deadline is not None:
            self._check.abandon()
        else:
            self._check.end()

    # ------------------------------------------------------------------ messages

    def _until(self, done: Callable[[], bool], seconds: float | None = None) -> Iterator[Event]:
        """Handle messages until ``done``, for so long, or to the end of a cancel's grace."""
        deadline = None if seconds is None else time.monotonic() + seconds
        while not done():
            ends = [end for end in (deadline, self._cancel_deadline) if end is not None]
            left = max(0.0, min(ends) - time.monotonic()) if ends else None
            try:
                message = self._inbox.get(timeout=left)
            except Empty:
                return
            yield from self._handle(message)

    def _handle(self, message: Received) -> Iterator[Event]:
        match message:
            case Piece(text, computed):
                yield from self._transcript.add(text, computed=computed)
            case BlocksMarked(marked):
                yield from self._transcript.marked(marked)
            case QuestionRead(reading):
                self._reading = reading
                if reading.read_as is not None:
                    yield Reading(reading.read_as)
                elif self._if_unread is not None:
                    yield Notice(self._if_unread)
                yield from self._transcript.question_known()
            case Told(sentence):
                yield Notice(sentence)
            case ModelEnded(statistics):
                self._statistics = statistics
                yield Stats(statistics)
            case ModelFailed(error):
                self._model_error = error
            case CheckerFailed(failure):
                yield from self._no_more_checks(str(failure))
            case Cancelled():
                self._cancel_deadline = time.monotonic() + GRACE_S
            case TextJudged() | SolverEnded() | ReadingProposed() | ProposedSolved():
                self._keep(message)

    def _keep(self, result: TextJudged | SolverEnded | ReadingProposed | ProposedSolved) -> None:
        match result:
            case TextJudged(judgement):
                self._judgement = judgement
            case SolverEnded(solved):
                self._solved = solved
            case ReadingProposed():
                self._read_by_model = result
            case ProposedSolved(solved=proposed):
                self._proposed = proposed

    def _no_more_checks(self, reason: str) -> Iterator[Event]:
        """Every result that the checker still owes is that it says nothing."""
        if self._generation is not None:  # else it is how the whole turn ends
            yield Notice(reason)
        self._check.abandon()
        yield from self._transcript.give_up(reason)
        self._reading = self._reading or QuestionReading(None, formal=True, reason=reason)
        self._judgement = self._judgement or FinalJudgement(None, AnswerVerdict.UNCHECKED, reason)
        self._solved = self._solved or NoSolution(reason)
        self._proposed = self._proposed or NoSolution(reason)

    # ------------------------------------------------------------------ where it stands

    def _model_is_over(self) -> bool:
        return self._statistics is not None or self._model_error is not None

    def _missing_results(self) -> bool:
        judged = self._generation is None or self._judgement is not None
        return self._reading is None or not judged

    def _attempt_of_model(self, reading: QuestionReading) -> Attempt | None:
        """None where no model was asked, or it failed before it said anything."""
        text = self._transcript.text
        if self._judgement is None or (self._model_error is not None and not text):
            return None
        steps = self._transcript.steps()
        attempt = attempt_of_model(text, steps, self._judgement, formal=reading.formal)
        attempt = replace(attempt, computed=self._transcript.computed)
        return attempt if self._model_error is None else broken_off(attempt, self._model_error)

    def _error(self, reading: QuestionReading) -> MathvizError | None:
        """Why nothing answered, unless somebody has."""
        model_answered = self._generation is not None and self._model_error is None
        if self._cancel_deadline is not None:
            return None if model_answered else Interrupted(INTERRUPTED)
        if self._model_error is not None or model_answered:
            return self._model_error
        if isinstance(self._solved, NoSolution):
            return Unanswered(self._solved.reason)
        return Unanswered(reading.reason) if reading.read_as is None else None

    def _statistics_at_end(self) -> Statistics | None:
        if self._cancel_deadline is None or self._statistics is None:
            return self._statistics
        return replace(self._statistics, stop="interrupted")


def _steps_of(solved: SolverAnswer) -> Iterator[Event]:
    for block, step in blocks_of_steps(solved.steps):
        yield StepFinished(Source.SYMPY, block)
        yield StepMarked(Source.SYMPY, block.index, step)
