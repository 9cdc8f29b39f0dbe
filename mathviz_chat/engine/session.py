"""A conversation: ask, cancel, take back, go on."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from mathviz_chat.backends.base import Backend
from mathviz_chat.core.picturing.picture import NoPicture, Picture
from mathviz_chat.engine import follow_up
from mathviz_chat.engine.answering import Answering
from mathviz_chat.engine.calculator import is_shipped
from mathviz_chat.engine.exercises import Exercises
from mathviz_chat.engine.generation import Generation
from mathviz_chat.engine.history import messages_for, turns_to_drop
from mathviz_chat.engine.inbox import Cancelled, Inbox, Told
from mathviz_chat.engine.livecheck import LiveCheck
from mathviz_chat.engine.model_reading import ModelReading, is_wanted
from mathviz_chat.engine.own_turns import OwnAnswer, OwnTurns, exercise_of
from mathviz_chat.errors import (
    BackendError,
    BackendUnavailable,
    CheckStopped,
    Interrupted,
    MathvizError,
    Unanswered,
    UsageError,
    WorkerError,
)
from mathviz_chat.events import Done, Event, Failed, Outcome
from mathviz_chat.hints import Hint, HintLadder
from mathviz_chat.messages import ANOTHER_METHOD, Options, Request, Turn, Working
from mathviz_chat.prompts import SYSTEM_PROMPT
from mathviz_chat.worker.client import Worker
from mathviz_chat.worker.protocol import NoSolution

if TYPE_CHECKING:
    from mathviz_chat.core.checking import CheckReport

SolverName: TypeAlias = Literal["auto", "model", "sympy"]

CLOSE_S: Final = 2.0  # how long closing waits for the model's thread
_CONCEPT: Final = re.compile(
    r"(?:please |can you |could you )?(?:explain|define|describe|tell me|why|what (?:is|are|does)|"
    r"what's|how (?:do|does|is|are|can))\b[^\d=]*",
    re.IGNORECASE,
)
SMALL_MODEL: Final = (
    "This small model is trained to work exercises out; what it says about ideas is often wrong. "
    "A larger one (--model NAME) explains them better."
)
NO_MODEL: Final = "No model can be used: `mathviz-chat doctor` says what to do."


class Session:
    """A conversation with one backend, whose answers are checked while they stream.

    backend: None where no model can be used (only the solver answers then). backend_named: it was
    asked for by name, so that nothing stands in for it. options, system, solver, working may be
    set between two turns. The session owns both the backend and the worker and closes them.
    """

    def __init__(
        self,
        backend: Backend | None,
        worker: Worker,
        *,
        backend_named: bool = False,
        solver: SolverName = "auto",
        options: Options = Options(),  # noqa: B008 - a frozen value
        working: Working = Working(),  # noqa: B008 - a frozen value
        system: str = SYSTEM_PROMPT,
        turns: Sequence[Turn] = (),
    ) -> None:
        self.solver = solver
        self.options = options
        self.working = working
        self.system = system
        self._backend = backend
        self._backend_named = backend_named
        self._worker = worker
        self._turns = list(turns)
        self._dropped = 0  # turns that no longer go into the prompt
        self._question: str | None = None  # of the last ask
        self._answered = False  # whether it became a turn
        self._exercises = Exercises(worker)
        self._own_turns = OwnTurns(worker, self._exercises)
        self._own_runs = False  # whether the worker is asked for a turn of the program's own
        self._hints: HintLadder | None = None  # of the question that hints were asked for
        self._busy: threading.Thread | None = None  # the last thread that uses the backend
        self._cancelled = threading.Event()
        self._inbox: Inbox | None = None  # of the ask that runs
        self.load(turns)

    @property
    def backend(self) -> Backend | None:
        return self._backend

    @property
    def worker(self) -> Worker:
        return self._worker

    @property
    def asks_model(self) -> bool:
        """Whether a model is asked at all."""
        return self._backend is not None and self.solver != "sympy"

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The conversation so far (also what of it no longer fits the model's context)."""
        return tuple(self._turns)

    # ------------------------------------------------------------------ asking

    def ask(self, text: str) -> Iterator[Event]:
        """Answer one question; one ask at a time. Leaving the iterator early cancels it."""
        own = self._own_answer_to(text)
        if own is None:
            self._own_turns.forget()
            yield from self._ask(text)
            return
        self._question, self._answered = text, False
        if isinstance(own, Failed):
            yield own
            return
        for event in own.events(text):
            if isinstance(event, Done):
                self._record(event.outcome)
            yield event

    def _own_answer_to(self, text: str) -> OwnAnswer | Failed | None:
        """What the program answers itself; Failed where that is stopped."""
        if self.solver == "model" or follow_up.asks_solution(text):
            return None
        own, backend = self._own_turns, self._backend
        small = backend is None or self.solver == "sympy" or is_shipped(backend)
        by_solver = bool(self._turns) and self._turns[-1].source == "sympy"
        self._own_runs = True
        try:
            found = own.remark(text) if small else None
            found = found or own.another(text, self.working)
            if found is None and (small or by_solver or own.hint is not None):
                found = own.why(text, self.working)
        except MathvizError as error:
            return Failed(error.code, str(error), error.exit_code)
        finally:
            self._own_runs = False
        return found

    def _ask(self, text: str) -> Iterator[Event]:
        inbox = Inbox()
        self._inbox = inbox
        self._question, self._answered = text, False
        meant = self._exercises.meant_by(text)
        self._exercises.add(meant)
        generation = self._generation(text, meant, inbox)
        begun = None if generation is None else generation.begun
        working = self._another_way() if follow_up.asks_another_way(text) else self.working
        answering = Answering(
            text,
            inbox,
            LiveCheck(self._worker, meant, inbox, after=begun, working=working),
            generation,
            model_error=self._no_model(),
            solver=self.solver != "model",
            named=self._backend_named,
            if_unread=self._doubt(text),
            model_reading=self._model_reading(meant, inbox, generation),
        )
        try:
            for event in answering.events():
                if isinstance(event, Done):
                    self._record(event.outcome)
                yield event
        finally:
            self._inbox = None

    def retry(self) -> Iterator[Event]:
        """Take back the last turn and ask its question again. UsageError where there is none."""
        if self._question is None:
            raise UsageError("There is no question to ask again.")
        if self._answered:
            self.undo()
        return self.ask(self._question)

    def picture(self, text: str = "") -> Picture | NoPicture:
        """The picture of a question and its solution; of the last exercise where none is given.

        Raises UsageError where there is none yet, and the WorkerError family.
        """
        asked = text or self._exercises.at_hand()
        if not asked:
            raise UsageError("There is no question to draw yet.")
        try:
            return self._worker.picture(asked)
        except CheckStopped as stopped:
            return NoPicture(str(stopped))

    def hint(self, text: str = "") -> Hint:
        """The next hint for a question; for the last exercise where none is given.

        Raises UsageError where there is no question yet or nothing is left to tell, Unanswered
        where the solver cannot solve it, and the WorkerError family.
        """
        if text:
            self._question, self._answered, self._hints = text, False, None
            self._exercises.add(text)
        asked = self._exercises.at_hand()
        if asked is None:
            raise UsageError("There is no question yet: /hint QUESTION gives hints for one.")
        if self._hints is None or self._hints.question != asked:
            self._hints = self._new_hints(asked)
        for hint in self._hints:
            self._own_turns.forget()
            self._own_turns.hint = hint
            return hint
        raise UsageError("That was the whole solution; /retry asks the question again.")

    def _new_hints(self, question: str) -> HintLadder:
        try:
            solved = self._worker.solve(question, self.working.steps, self.working.method)
        except CheckStopped as stopped:
            raise Unanswered(str(stopped)) from None
        if isinstance(solved, NoSolution):
            raise Unanswered(solved.reason)
        return HintLadder(question, solved)

    def check(self, lines: str) -> CheckReport:
        """A student's own lines, marked against the last exercise, or that in their first line.

        What is wrong is told without the result.
        Raises the WorkerError family.
        """
        from mathviz_chat.core.checking.task import is_question  # it loads the kernel

        own = is_question(lines.strip().partition("\n")[0])
        asked = None if own else self._exercises.at_hand()
        lines = lines if asked is None else follow_up.as_answer(lines)
        return self._worker.check(lines, question=asked, keep_back=True)

    def own_answer(self, text: str) -> CheckReport | None:
        """What a turn comes to that claims an answer to the last exercise, "is x = 3 right?", or
        asks to have lines marked, "check my work: ..."; None for any other turn. No model takes
        part; it becomes a turn all the same.

        Raises the WorkerError family.
        """
        claim = self._exercises.claimed_by(text) or follow_up.own_work(text)
        if claim is None:
            return None
        report = self.check(claim)
        turn = Turn(text, _told_of(claim, report), source="sympy")
        self._turns.append(turn)
        self._own_turns.forget()
        self._own_turns.marked = turn
        return report

    def cancel(self) -> None:
        """Stop the answer; Done follows within 300 ms. Any thread or signal handler may call it."""
        self._cancelled.set()
        if self._own_runs:
            self._worker.interrupt()
        inbox = self._inbox
        if inbox is not None:
            inbox.put(Cancelled())

    def _another_way(self) -> Working:
        """How the solver writes where another way is asked for."""
        return replace(self.working, method=None if self.working.method else ANOTHER_METHOD)

    def _generation(self, text: str, meant: str, inbox: Inbox) -> Generation | None:
        backend = self._backend
        if backend is None or self.solver == "sympy":
            return None
        options, system = self.options, self.system

        def request() -> Request:
            if self._stands_alone(backend, meant):
                return Request(messages_for(system, (), meant), options)
            self._drop_turns(backend, text, inbox)
            kept = self._turns[self._dropped :]
            return Request(messages_for(system, kept, text), options)

        self._cancelled = threading.Event()
        generation = Generation(backend, request, inbox, self._cancelled, after=self._busy)
        self._busy = generation
        return generation

    def _model_reading(
        self, text: str, inbox: Inbox, generation: Generation | None
    ) -> Callable[[], None] | None:
        """What asks the model how it reads the question, once its answer has ended."""
        backend = self._backend
        if backend is None or generation is None:
            return None
        if self.solver != "auto" or not is_wanted(backend, self.working.model_reading):
            return None
        reading = ModelReading(backend, text, inbox, generation.cancelled, after=generation)

        def ask() -> None:
            self._busy = reading
            reading.start()

        return ask

    def _doubt(self, text: str) -> str | None:
        """What to say of an answer of the shipped model to a question that asks for no value."""
        backend = None if self.solver == "sympy" else self._backend
        small = backend is not None and is_shipped(backend)
        return SMALL_MODEL if small and _CONCEPT.fullmatch(text.strip()) else None

    def _no_model(self) -> BackendError | None:
        wanted = self._backend is None and self.solver != "sympy"
        return BackendUnavailable(NO_MODEL) if wanted else None

    def _stands_alone(self, backend: Backend, text: str) -> bool:
        """Whether the earlier turns are left out: a model as small as the shipped one takes up
        their numbers, and a question that the rules read needs nothing of them."""
        if not self._turns or not is_shipped(backend):
            return False
        try:
            return self._worker.read_question(text).read_as is not None
        except (WorkerError, Interrupted):
            return False

    def _drop_turns(self, backend: Backend, text: str, inbox: Inbox) -> None:
        kept = self._turns[self._dropped :]
        more = turns_to_drop(backend, self.system, kept, text, self.options.max_tokens)
        if more:
            self._dropped += more
            inbox.put(Told(_told(self._dropped, backend.context_length)))

    def _record(self, outcome: Outcome) -> None:
        final = outcome.final
        turn = Turn(
            question=outcome.question,
            reply=final.text,
            answer=None if final.answer is None else final.answer.plain,
            verdict=str(final.verdict) if outcome.formal else None,
            source="sympy" if final.source == "sympy" else "model",
        )
        self._turns.append(turn)
        self._answered = True

    # ------------------------------------------------------------------ the conversation

    def undo(self) -> Turn | None:
        """Take back the last turn and return it; None where there is none."""
        if not self._turns:
            return None
        turn = self._turns.pop()
        self._dropped = min(self._dropped, len(self._turns))
        self._question, self._answered = turn.question, False
        self._begin_exercises()
        return turn

    def clear(self) -> None:
        """Forget the conversation; the settings stay."""
        self.load(())

    def load(self, turns: Sequence[Turn]) -> None:
        """Go on from a saved conversation."""
        self._turns = list(turns)
        self._dropped = 0
        self._question = turns[-1].question if turns else None
        self._answered = bool(turns)
        self._begin_exercises()

    def _begin_exercises(self) -> None:
        self._exercises.begin([exercise_of(turn) for turn in self._turns])
        self._own_turns.forget()

    # ------------------------------------------------------------------ the backend

    def use_backend(self, backend: Backend, *, named: bool) -> None:
        """Talk to another model from the next turn on; the earlier backend is closed."""
        earlier, self._backend = self._backend, backend
        self._backend_named = named
        self._dropped = 0
        if earlier is not None:
            self._in_background(earlier.close)

    def warm_up(self) -> None:
        """Start the worker and load the model in the background; returns at once."""
        self._worker.start()
        backend = self._backend
        if backend is None or self.solver == "sympy":
            return
        system = messages_for(self.system, (), "")[:-1]

        def load() -> None:
            try:
                backend.warm_up(system)
            except BackendError:
                return  # the first ask meets the same error and says it

        self._in_background(load)

    def close(self) -> None:
        """Cancel, then end the worker and the backend. A model that is still loading is left."""
        self.cancel()
        self._worker.close()
        if self._busy is not None:
            self._busy.join(CLOSE_S)
            if self._busy.is_alive():
                return  # freeing what its thread still uses would crash
        if self._backend is not None:
            self._backend.close()

    def _in_background(self, task: Callable[[], None]) -> None:
        """Run it once the backend is free; the next answer waits for it."""
        before = self._busy

        def run() -> None:
            if before is not None:
                before.join()
            task()

        self._busy = threading.Thread(target=run, name="backend", daemon=True)
        self._busy.start()


def _told(count: int, context: int) -> str:
    turns = "turn does" if count == 1 else f"{count} turns do"
    return (
        f"The model's context ({context} tokens) is full: the first {turns} not reach it any more."
    )


def _told_of(claim: str, report: CheckReport) -> str:
    """What the conversation remembers of an own answer that was marked."""
    judged = report.answer is not None
    verdict = str(report.answer_verdict if judged else report.verdict)
    reasons = [report.answer_reason, *(row.step.claim.witness or "" for row in report.lines)]
    return ". ".join([f"{claim} is {verdict}", *(one.rstrip(".") for one in reasons if one)]) + "."
