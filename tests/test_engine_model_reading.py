"""A question that no rule reads, solved as the model reads it: never more than *checked*."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from mathviz_chat.backends.scripted import Script, ScriptedBackend
from mathviz_chat.core.verdict import AnswerVerdict
from mathviz_chat.engine import Session
from mathviz_chat.engine.model_reading import is_wanted
from mathviz_chat.errors import GenerationFailed
from mathviz_chat.events import Event, Notice, Source, StepMarked
from mathviz_chat.messages import Working
from mathviz_chat.prompts import READING_SCHEMA
from mathviz_chat.worker.client import Worker
from mathviz_chat.worker.limits import Limits
from tests.engine_fixtures import done, of_type

PUZZLE = "My aunt's 3 crates hold 12 jars each, and 5 jars crack. What number of good jars is that?"
READING = json.dumps({"task": "solve", "equations": ["g = 3*12 - 5"], "asked": "g"})
WRONG_READING = json.dumps({"task": "solve", "equations": ["g = 12*5 - 3"], "asked": "g"})
RIGHT = "There are 31 good jars.\nAnswer: 31"
WRONG = "I guess.\nAnswer: 30"
REFUTED = "3 * 12 = 34\n34 - 5 = 29\nAnswer: 29"


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker(Limits(cpu_s=30, wall_s=90))  # a busy machine
    yield worker
    worker.close()


def ask(
    worker: Worker, *answers: str | Script, wanted: bool | None = None, question: str = PUZZLE
) -> tuple[list[Event], ScriptedBackend]:
    backend = ScriptedBackend(answers)
    session = Session(backend, worker, working=Working(model_reading=wanted))
    return list(session.ask(question)), backend


def notices(events: list[Event]) -> list[str]:
    return [notice.text for notice in of_type(events, Notice)]


def test_the_same_answer_from_its_own_reading_makes_it_checked(worker: Worker) -> None:
    events, backend = ask(worker, RIGHT, READING)
    outcome = done(events)
    assert notices(events) == ["The model read this as: find g: g = 3*12 - 5"]
    assert (outcome.final.source, outcome.final.verdict) == (Source.MODEL, AnswerVerdict.CHECKED)
    assert (outcome.reading, outcome.model_reading) == (None, "find g: g = 3*12 - 5")
    assert backend.requests[1].json_schema == READING_SCHEMA
    assert PUZZLE in backend.requests[1].messages[-1].content


def test_another_answer_is_said_and_changes_no_verdict(worker: Worker) -> None:
    events, _ = ask(worker, WRONG, READING)
    outcome = done(events)
    assert notices(events)[-1] == "Read so, the solver comes to 31."
    assert (outcome.final.source, outcome.final.verdict) == (Source.MODEL, AnswerVerdict.UNCHECKED)
    assert [attempt.source for attempt in outcome.attempts] == [Source.SYMPY]


def test_a_wrong_reading_refutes_nothing(worker: Worker) -> None:
    outcome = done(ask(worker, RIGHT, WRONG_READING)[0])
    assert (outcome.final.source, outcome.final.verdict) == (Source.MODEL, AnswerVerdict.UNCHECKED)
    assert outcome.final.answer is not None
    assert outcome.final.answer.plain == "31"


@pytest.mark.parametrize("answer", [REFUTED, "I do not know."], ids=["refuted", "none"])
def test_where_the_model_has_no_answer_that_stands_the_solvers_counts(
    worker: Worker, answer: str
) -> None:
    events, _ = ask(worker, answer, READING)
    outcome = done(events)
    assert outcome.final.source is Source.SYMPY
    assert outcome.final.verdict is AnswerVerdict.CHECKED
    assert "nobody has checked" in outcome.final.reason
    assert outcome.final.answer is not None
    assert outcome.final.answer.plain == "31"
    assert [e.source for e in of_type(events, StepMarked) if e.source is Source.SYMPY]


DROPPED = [
    ("not JSON", "no form"),
    (json.dumps({"task": "solve", "equations": ["g = 31"], "asked": "g"}), "numbers missing"),
    (Script(READING, error=GenerationFailed("It broke.")), "the model broke"),
]


@pytest.mark.parametrize(("reading", "why"), DROPPED, ids=[row[1] for row in DROPPED])
def test_a_reading_that_is_not_used_leaves_everything_as_it_was(
    worker: Worker, reading: str | Script, why: str
) -> None:
    events, _ = ask(worker, RIGHT, reading)
    outcome = done(events)
    assert notices(events) == []
    assert (outcome.final.verdict, outcome.model_reading) == (AnswerVerdict.UNCHECKED, None)
    assert outcome.attempts == ()


@pytest.mark.parametrize(
    ("question", "wanted"),
    [("Solve 3x + 7 = 22", None), ("hi", None), (PUZZLE, False)],
    ids=["the rules read it", "nothing formal", "switched off"],
)
def test_the_model_is_not_asked_where_it_is_not_wanted(
    worker: Worker, question: str, wanted: bool | None
) -> None:
    _, backend = ask(worker, RIGHT, READING, wanted=wanted, question=question)
    assert len(backend.requests) == 1


@pytest.mark.parametrize(
    ("model", "unset"), [("smollm2", False), ("mathviz:latest", False), ("qwen2.5:1.5b", True)]
)
def test_an_embedded_model_is_asked_only_where_it_is_set(model: str, unset: bool) -> None:
    backend = ScriptedBackend([""], model=model)
    assert [is_wanted(backend, setting) for setting in (None, True, False)] == [unset, True, False]


def test_a_cancel_while_it_reads_keeps_the_answer(worker: Worker) -> None:
    slow = Script(READING, chunk=1, delay_s=0.2)
    session = Session(ScriptedBackend([RIGHT, slow]), worker)
    events: list[Event] = []
    for event in session.ask(PUZZLE):
        events.append(event)
        if len(of_type(events, StepMarked)) == 2:
            session.cancel()
    outcome = done(events)
    assert outcome.final.answer is not None
    assert outcome.model_reading is None
