"""One ask: which events come, in which order, and what ends it. The worker is the real one."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from mathviz_chat.backends.base import Backend, Capabilities, Delta, Statistics
from mathviz_chat.backends.scripted import Script, ScriptedBackend
from mathviz_chat.core.verdict import AnswerVerdict, Verdict
from mathviz_chat.engine import Session
from mathviz_chat.engine.session import SMALL_MODEL, SolverName
from mathviz_chat.errors import (
    BackendUnavailable,
    ContextOverflow,
    GenerationFailed,
    ModelNotFound,
    UsageError,
)
from mathviz_chat.events import (
    Done,
    Event,
    Failed,
    Notice,
    Reading,
    Source,
    Stats,
    StepFinished,
    StepMarked,
    Text,
)
from mathviz_chat.messages import Message, Options, Request, Turn
from mathviz_chat.worker import Worker
from tests.engine_fixtures import done, failed, of_type

QUESTION = "Solve for x: 3x + 7 = 22"
RIGHT = "3x = 15\nx = 5\n\nAnswer: x = 5\n"
WRONG = "3x = 15\nx = 6\n\nAnswer: x = 6\n"


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


def session(
    worker: Worker,
    *answers: Script | str,
    named: bool = False,
    solver: SolverName = "auto",
    context_length: int = 4096,
    options: Options = Options(),  # noqa: B008 - a frozen value
) -> Session:
    backend = ScriptedBackend(answers, context_length=context_length)
    return Session(backend, worker, backend_named=named, solver=solver, options=options)


def backend_of(session: Session) -> ScriptedBackend:
    assert isinstance(session.backend, ScriptedBackend)
    return session.backend


# ------------------------------------------------------------------------------ the order


def test_the_events_of_an_answer_come_in_their_order(worker: Worker) -> None:
    events = list(session(worker, RIGHT).ask(QUESTION))
    kinds = [type(event) for event in events]
    assert "".join(piece.text for piece in of_type(events, Text)) == RIGHT
    assert kinds.count(Reading) == kinds.count(Stats) == 1
    assert kinds.index(Reading) < kinds.index(StepFinished)
    assert kinds[-1] is Done
    assert not {Text, StepFinished} & set(kinds[kinds.index(Stats) + 1 :]) - {StepFinished}


def test_every_finished_step_is_marked_once_and_afterwards(worker: Worker) -> None:
    events = list(session(worker, RIGHT).ask(QUESTION))
    finished = [e.block.index for e in events if isinstance(e, StepFinished)]
    marked = [e.index for e in events if isinstance(e, StepMarked)]
    assert finished == [0, 1, 2, 3]
    assert sorted(marked) == finished
    for index in finished:
        positions = [
            n
            for n, e in enumerate(events)
            if (isinstance(e, StepFinished) and e.block.index == index)
            or (isinstance(e, StepMarked) and e.index == index)
        ]
        assert isinstance(events[positions[0]], StepFinished)


class Waiting:
    """A backend that goes on only when it is told to; no two of its streams may overlap."""

    name = "waiting"
    model = "waiting"
    capabilities = Capabilities()
    context_length = 4096

    def __init__(self, *pieces: str, heeds_cancel: bool = True) -> None:
        self.go_on = threading.Semaphore(0)
        self.streams = 0
        self.overlapped = False
        self._pieces = pieces
        self._heeds_cancel = heeds_cancel

    def stream(self, request: Request, cancel: threading.Event) -> Iterator[Delta | Statistics]:
        self.overlapped |= self.streams > 0
        self.streams += 1
        try:
            for piece in self._pieces:
                while not self.go_on.acquire(timeout=0.01):
                    if cancel.is_set() and self._heeds_cancel:
                        yield Statistics(3, 2, 0.1, None, "interrupted")
                        return
                yield Delta(piece)
            yield Statistics(3, len(self._pieces), 0.1, None, "stop")
        finally:
            self.streams -= 1

    def count_tokens(self, messages: tuple[Message, ...]) -> int:
        return 0

    def warm_up(self, messages: tuple[Message, ...] = ()) -> None: ...

    def close(self) -> None: ...


def test_a_verdict_is_delivered_when_it_arrives_and_not_at_the_next_token(worker: Worker) -> None:
    """The model says nothing more until the verdict on its first line has been seen."""
    backend = Waiting("3x = 15\n", "x = 5\n")
    backend.go_on.release()
    texts = 0
    for event in Session(backend, worker).ask(QUESTION):
        if isinstance(event, Text):
            texts += 1
        if isinstance(event, StepMarked) and event.index == 0:
            assert texts == 1
            backend.go_on.release()
    assert texts == 2


# ------------------------------------------------------------------------------ cancelling


def ask_and_cancel_at(session: Session, kind: type[Event] | None) -> list[Event]:
    """Cancel from another thread: at once, or at the first event of the kind."""
    events = []
    if kind is None:
        threading.Timer(0.1, session.cancel).start()
    for event in session.ask(QUESTION):
        events.append(event)
        if kind is not None and isinstance(event, kind):
            session.cancel()
            kind = None
    return events


def test_a_cancelled_answer_keeps_what_came(worker: Worker) -> None:
    chat = Session(Waiting("3x = 15\nx = 5"), worker)
    assert isinstance(chat.backend, Waiting)
    chat.backend.go_on.release()
    outcome = done(ask_and_cancel_at(chat, Text))
    assert outcome.final.text == "3x = 15\nx = 5"
    assert outcome.statistics is not None
    assert outcome.statistics.stop == "interrupted"
    assert outcome.attempts == ()
    assert chat.turns[-1].reply == "3x = 15\nx = 5"


def test_a_model_that_does_not_stop_is_not_waited_for(worker: Worker) -> None:
    """As while a model loads: Done comes although the backend's thread is still busy."""
    backend = Waiting("never said", heeds_cancel=False)
    chat = Session(backend, worker)
    outcome = done(ask_and_cancel_at(chat, None))
    assert backend.streams == 1
    assert outcome.statistics == Statistics(None, None, None, None, "interrupted")
    assert outcome.final.text == ""
    backend.go_on.release(2)


def test_the_next_answer_waits_until_the_cancelled_one_has_ended(worker: Worker) -> None:
    backend = Waiting("said late", heeds_cancel=False)
    chat = Session(backend, worker)
    ask_and_cancel_at(chat, None)
    assert backend.streams == 1
    threading.Timer(0.1, lambda: backend.go_on.release(2)).start()
    outcome = done(list(chat.ask("hi")))
    assert outcome.final.text == "said late"
    assert not backend.overlapped


def test_an_iterator_that_is_left_early_cancels_its_answer(worker: Worker) -> None:
    backend = Waiting("3x = 15\n", "x = 5\n")
    backend.go_on.release()
    chat = Session(backend, worker)
    for event in chat.ask(QUESTION):
        if isinstance(event, Text):
            break
    while backend.streams:
        time.sleep(0.01)
    backend.go_on.release(2)
    assert done(list(chat.ask(QUESTION))).final.text == "3x = 15\nx = 5\n"
    assert not backend.overlapped


CUT = [
    ("interrupted", "7 + 8 = 1", Verdict.UNCHECKED, "7 + 8 = 15 may have been meant"),
    ("length", "7 + 8 = 1", Verdict.UNCHECKED, "the same"),
    ("stop", "7 + 8 = 1", Verdict.REFUTED, "the model ended its answer so"),
    ("length", "7 + 8 = 1\n", Verdict.REFUTED, "the line is whole"),
]


@pytest.mark.parametrize(("stop", "text", "verdict", "why"), CUT)
def test_a_line_that_broke_off_is_not_judged(
    worker: Worker, stop: str, text: str, verdict: Verdict, why: str
) -> None:
    options = Options(max_tokens=1 if stop == "length" else 512)
    script = Script(text + ("" if stop == "stop" else "5"), chunk=len(text), delay_s=30)
    if stop == "interrupted":
        events = ask_and_cancel_at(session(worker, script), Text)
    else:
        fast = Script(script.text, chunk=script.chunk)
        events = list(session(worker, fast, solver="model", options=options).ask(QUESTION))
    assert of_type(events, StepMarked)[0].step.claim.verdict is verdict, why


def test_an_answer_that_repeats_itself_is_stopped(worker: Worker) -> None:
    script = Script("x = 5, so x = 5\n" * 1000, delay_s=0.0001)
    outcome = done(list(session(worker, script, solver="model").ask(QUESTION)))
    assert outcome.statistics is not None
    assert outcome.statistics.stop == "repeated"
    assert len(outcome.final.text) < 1000


# ------------------------------------------------------------------------------ the final verdict


def test_a_right_answer_is_verified_and_stands_alone(worker: Worker) -> None:
    outcome = done(list(session(worker, RIGHT).ask(QUESTION)))
    assert outcome.formal
    assert outcome.reading is not None
    assert outcome.final.source is Source.MODEL
    assert outcome.final.verdict is AnswerVerdict.VERIFIED
    assert outcome.final.answer is not None
    assert outcome.final.answer.plain == "x = 5"
    assert outcome.attempts == ()


NOT_VERIFIED = [
    (WRONG, AnswerVerdict.REFUTED, "another number"),
    ("I think it is nice.", AnswerVerdict.UNCHECKED, "no answer at all"),
    ("Answer: 3x + 7 = 22\n", AnswerVerdict.UNCHECKED, "the question again is no answer"),
]


@pytest.mark.parametrize(("text", "verdict", "why"), NOT_VERIFIED)
def test_the_solver_answers_where_the_model_is_not_verified(
    worker: Worker, text: str, verdict: AnswerVerdict, why: str
) -> None:
    events = list(session(worker, text).ask(QUESTION))
    outcome = done(events)
    assert outcome.final.source is Source.SYMPY
    assert outcome.final.verdict is AnswerVerdict.VERIFIED
    assert outcome.final.answer is not None
    assert outcome.final.answer.plain == "x = 5"
    (attempt,) = outcome.attempts
    assert attempt.source is Source.MODEL
    assert attempt.verdict is not AnswerVerdict.VERIFIED, why
    if verdict is AnswerVerdict.REFUTED:
        assert attempt.verdict is verdict
    sympy = [e for e in events if isinstance(e, StepFinished) and e.source is Source.SYMPY]
    assert len(sympy) == len(outcome.final.steps) > 0


def test_with_the_solver_model_the_models_answer_stands(worker: Worker) -> None:
    outcome = done(list(session(worker, WRONG, solver="model").ask(QUESTION)))
    assert outcome.final.source is Source.MODEL
    assert outcome.final.verdict is AnswerVerdict.REFUTED
    assert outcome.attempts == ()


def test_with_the_solver_sympy_no_model_is_called(worker: Worker) -> None:
    chat = session(worker, RIGHT, solver="sympy")
    events = list(chat.ask(QUESTION))
    outcome = done(events)
    assert backend_of(chat).requests == []
    assert outcome.final.source is Source.SYMPY
    assert outcome.attempts == ()
    assert outcome.statistics is None
    assert isinstance(events[0], Reading)


def test_with_the_solver_sympy_a_question_that_cannot_be_read_fails(worker: Worker) -> None:
    end = failed(list(session(worker, RIGHT, solver="sympy").ask("Who was Euler?")))
    assert (end.code, end.exit_code) == ("unanswered", 1)


@pytest.mark.parametrize("turn", ["hi", "why?", "explain step 2", "thanks!"])
def test_a_turn_that_asks_nothing_formal_gets_no_verdict_and_no_fallback(
    worker: Worker, turn: str
) -> None:
    outcome = done(list(session(worker, "Gladly. 1 + 1 = 3\n").ask(turn)))
    assert not outcome.formal
    assert outcome.reading is None
    assert outcome.final.source is Source.MODEL
    assert outcome.final.answer is None
    assert outcome.attempts == ()


# ------------------------------------------------------------------------------ failing backends


GONE = BackendUnavailable("The server is gone.")
NO_SUCH = ModelNotFound("There is no such model.")
BROKE = GenerationFailed("The server went away.")
FULL = ContextOverflow("Too long.")

FAILURES = [
    # error, text before it, named, question -> who answers (None: nobody), exit code
    (GONE, "", True, QUESTION, None, 69, "asked for by name: no fallback"),
    (NO_SUCH, "", True, QUESTION, None, 69, "asked for by name: no fallback"),
    (GONE, "", False, QUESTION, Source.SYMPY, 0, "auto goes on where it can"),
    (GONE, "", False, "Who was Euler?", None, 1, "auto never ends in 69"),
    (BROKE, "3x = 15\n", True, QUESTION, Source.SYMPY, 0, "in mid-answer it falls back"),
    (BROKE, "3x = 15\n", False, QUESTION, Source.SYMPY, 0, "in mid-answer it falls back"),
    (BROKE, "He was", True, "Who was Euler?", None, 69, "nobody else can answer"),
    (FULL, "", True, QUESTION, Source.SYMPY, 0, "the backend is there"),
]


@pytest.mark.parametrize(
    ("error", "text", "named", "question", "source", "exit_code", "why"), FAILURES
)
def test_a_backend_that_fails(
    worker: Worker,
    error: GenerationFailed,
    text: str,
    named: bool,
    question: str,
    source: Source | None,
    exit_code: int,
    why: str,
) -> None:
    events = list(session(worker, Script(text, error=error), named=named).ask(question))
    if source is None:
        end = failed(events)
        assert (end.code, end.message, end.exit_code) == (error.code, str(error), exit_code), why
        assert (end.outcome is not None) == bool(text)
        return
    outcome = done(events)
    assert outcome.final.source is source, why
    assert [attempt.text for attempt in outcome.attempts] == ([text] if text else [])
    assert any(str(error) in notice.text for notice in of_type(events, Notice))


class Broken(Waiting):
    """A backend with a fault: it raises what it must not."""

    def stream(self, request: Request, cancel: threading.Event) -> Iterator[Delta | Statistics]:
        yield from ()
        raise ZeroDivisionError


class Mute(Waiting):
    """A backend with a fault: it ends without its statistics."""

    def stream(self, request: Request, cancel: threading.Event) -> Iterator[Delta | Statistics]:
        yield Delta("hi")


@pytest.mark.parametrize("backend", [Broken(), Mute()])
def test_a_faulty_backend_ends_the_answer_instead_of_hanging_it(
    worker: Worker, backend: Backend
) -> None:
    end = failed(list(Session(backend, worker, solver="model").ask("hi")))
    assert end.code == "generation-failed"


def test_without_any_model_the_solver_answers_what_it_can(worker: Worker) -> None:
    chat = Session(None, worker)
    assert done(list(chat.ask(QUESTION))).final.source is Source.SYMPY
    end = failed(list(chat.ask("Who was Euler?")))
    assert (end.code, end.exit_code) == ("backend-unavailable", 1)
    assert "doctor" in end.message


# ------------------------------------------------------------------------------ no checker


def test_a_checker_that_cannot_start_leaves_everything_unchecked_with_the_reason() -> None:
    broken = Worker(command=("false",))
    events = list(session(broken, RIGHT).ask(QUESTION))
    outcome = done(events)
    assert outcome.final.text == RIGHT
    assert outcome.final.verdict is AnswerVerdict.UNCHECKED
    assert {step.claim.verdict for step in outcome.final.steps} == {Verdict.UNCHECKED}
    reasons = {step.claim.reason for step in outcome.final.steps} | {outcome.final.reason}
    assert len(reasons) == 1
    assert reasons.pop().startswith("The checker cannot be started")
    assert len(of_type(events, Notice)) == 1


_LATE = (
    "import runpy, time; time.sleep(4); "
    "runpy.run_module('mathviz_chat.worker', run_name='__main__', alter_sys=True)"
)


def test_a_checker_that_starts_slowly_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a slow machine it starts long after a short answer has ended; its start has its own
    limit, and does not use up the time for the verdicts."""
    monkeypatch.setattr("mathviz_chat.engine.answering.SETTLE_S", 3.0)
    slow = Worker(command=(sys.executable, "-c", _LATE))
    chat = session(slow, RIGHT)
    try:
        outcome = done(list(chat.ask(QUESTION)))
    finally:
        chat.close()
    assert outcome.final.verdict is AnswerVerdict.VERIFIED


def test_without_a_checker_the_solver_cannot_answer_either() -> None:
    events = list(session(Worker(command=("false",)), RIGHT, solver="sympy").ask(QUESTION))
    end = failed(events)
    assert end.exit_code == 1
    assert "checker cannot be started" in end.message
    assert not of_type(events, Notice), "it is said once, in the end"


# ------------------------------------------------------------------------------ the conversation


def test_the_prompt_holds_the_system_prompt_and_the_turns_so_far(worker: Worker) -> None:
    chat = session(worker, "Hello.", "Because.")
    chat.system = "Be brief."
    list(chat.ask("hi"))
    list(chat.ask("why?"))
    assert backend_of(chat).requests[-1].messages == (
        Message("system", "Be brief."),
        Message("user", "hi"),
        Message("assistant", "Hello."),
        Message("user", "why?"),
    )


ALONE = [
    ("mathviz", QUESTION, 2, "the shipped model, and the rules read it: it stands alone"),
    ("mathviz:latest", QUESTION, 2, "the same model in Ollama"),
    ("mathviz", "tell me more", 4, "it speaks of the turn before"),
    ("mathviz", "Solve it for y", 4, "so does this"),
    ("qwen2.5", QUESTION, 4, "a larger model may know what the conversation is about"),
]


@pytest.mark.parametrize(("model", "question", "messages", "why"), ALONE)
def test_the_shipped_model_gets_no_earlier_turns_with_a_question_that_needs_none(
    worker: Worker, model: str, question: str, messages: int, why: str
) -> None:
    backend = ScriptedBackend(["3x = 15\n"], model=model)
    chat = Session(backend, worker)
    list(chat.ask("Solve 2x = 8"))
    list(chat.ask(question))
    assert len(backend.requests[-1].messages) == messages, why


@pytest.mark.parametrize(
    ("model", "question", "told", "why"),
    [
        ("mathviz", "Explain what a prime number is", True, "an idea, asked of the small model"),
        ("mathviz", "why do we need a common denominator?", True, "so is this"),
        ("mathviz", "hi", False, "it asks for no idea"),
        ("mathviz", "What is the derivative of sin(x)?", False, "the rules read it"),
        ("mathviz", "How many apples are 3 bags of 4?", False, "it asks for a value"),
        ("qwen2.5:7b", "Explain what a prime number is", False, "another model may know"),
    ],
)
def test_what_the_small_model_says_of_ideas_is_called_doubtful(
    worker: Worker, model: str, question: str, told: bool, why: str
) -> None:
    chat = Session(ScriptedBackend(["A number."], model=model), worker)
    notices = [notice.text for notice in of_type(chat.ask(question), Notice)]
    assert (SMALL_MODEL in notices) is told, why


def test_the_answer_that_counts_is_what_the_conversation_remembers(worker: Worker) -> None:
    chat = session(worker, WRONG, "Because.")
    list(chat.ask(QUESTION))
    turn = chat.turns[-1]
    assert (turn.answer, turn.verdict, turn.source) == ("x = 5", "verified", "sympy")
    list(chat.ask("tell me more"))
    assert "x = 6" not in backend_of(chat).requests[-1].messages[2].content


def test_an_answer_without_text_is_no_part_of_the_next_prompt(worker: Worker) -> None:
    chat = session(worker, "", "Hello.")
    list(chat.ask("hi"))
    list(chat.ask("why?"))
    assert [m.role for m in backend_of(chat).requests[-1].messages] == ["system", "user"]


def test_undo_takes_back_the_last_turn(worker: Worker) -> None:
    chat = session(worker, "one", "two")
    list(chat.ask("hi"))
    list(chat.ask("why?"))
    undone = chat.undo()
    assert undone is not None
    assert (undone.question, [turn.question for turn in chat.turns]) == ("why?", ["hi"])
    chat.clear()
    assert chat.undo() is None


def test_retry_asks_the_last_question_again(worker: Worker) -> None:
    chat = session(worker, "one", "two", "three")
    list(chat.ask("hi"))
    list(chat.ask("why?"))
    list(chat.retry())
    assert [(turn.question, turn.reply) for turn in chat.turns] == [
        ("hi", "one"),
        ("why?", "three"),
    ]


def test_retry_after_a_failure_takes_nothing_back(worker: Worker) -> None:
    chat = session(worker, "one", Script("", error=BROKE), "three", solver="model")
    list(chat.ask("hi"))
    assert isinstance(list(chat.ask("why?"))[-1], Failed)
    list(chat.retry())
    assert [turn.question for turn in chat.turns] == ["hi", "why?"]


def test_retry_after_undo_asks_what_was_taken_back(worker: Worker) -> None:
    chat = session(worker, "one", "two", "three")
    list(chat.ask("hi"))
    list(chat.ask("why?"))
    chat.undo()
    list(chat.retry())
    assert [turn.question for turn in chat.turns] == ["hi", "why?"]


def test_there_is_nothing_to_retry_at_first(worker: Worker) -> None:
    with pytest.raises(UsageError, match="no question to ask again"):
        session(worker, "one").retry()


def test_a_loaded_conversation_goes_on(worker: Worker) -> None:
    chat = session(worker, "Because.")
    chat.load([Turn("hi", "Hello.")])
    list(chat.ask("why?"))
    assert [m.content for m in backend_of(chat).requests[-1].messages[1:]] == [
        "hi",
        "Hello.",
        "why?",
    ]


def test_a_full_context_drops_the_oldest_turns_down_to_half_of_it(worker: Worker) -> None:
    """Prompts begin alike from then on, so that the prefix cache works; the user is told once."""
    answer = "".join(map(str, range(1000)))[:396]  # with the messages' own costs 104 tokens a turn
    chat = session(worker, answer, context_length=1000, options=Options(max_tokens=200))
    chat.system = ""
    notices = []
    for number in range(11):
        events = list(chat.ask(f"question {number}"))
        notices.append([notice.text for notice in of_type(events, Notice)])
    requests = backend_of(chat).requests
    assert max(backend_of(chat).count_tokens(r.messages) for r in requests) <= 1000 - 200
    first = [request.messages[0].content for request in requests]
    assert first == ["question 0"] * 8 + ["question 4"] * 3
    assert [len(texts) for texts in notices] == [0] * 8 + [1, 0, 0]
    assert "first 4 turns" in notices[8][0]
    assert len(chat.turns) == 11


def test_another_backend_answers_from_the_next_turn_on(worker: Worker) -> None:
    chat = session(worker, "one")
    earlier = backend_of(chat)
    list(chat.ask("hi"))
    chat.use_backend(ScriptedBackend(["two"]), named=True)
    assert done(list(chat.ask("why?"))).final.text == "two"
    assert earlier.closed


def test_warming_up_loads_the_model_before_the_first_answer(worker: Worker) -> None:
    chat = session(worker, "one")
    chat.warm_up()
    list(chat.ask("hi"))
    assert backend_of(chat).warmed_up == 1


def test_closing_ends_the_worker_and_the_backend() -> None:
    chat = session(Worker(), "one")
    list(chat.ask("hi"))
    chat.close()
    assert backend_of(chat).closed
    assert chat.worker.pid is None


WHOLE_ANSWER = """
import sys
from mathviz_chat.backends.scripted import ScriptedBackend
from mathviz_chat.engine import Session
from mathviz_chat.worker import Worker
session = Session(ScriptedBackend(["x = 6"]), Worker())
print(type(list(session.ask("Solve for x: 3x + 7 = 22"))[-1]).__name__)
session.close()
print([name for name in ("flint", "sympy", "httpx", "llama_cpp") if name in sys.modules])
"""


def test_the_program_itself_loads_neither_the_kernel_nor_sympy() -> None:
    """They belong to the worker: the first token must not wait for them."""
    run = subprocess.run(
        [sys.executable, "-c", WHOLE_ANSWER], capture_output=True, text=True, check=True
    )
    assert run.stdout.split("\n")[:2] == ["Done", "[]"]
