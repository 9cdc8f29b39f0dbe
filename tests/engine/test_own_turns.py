"""What the program answers itself, with no model: on the real checker."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pytest

from mathviz_chat.backends.scripted import ScriptedBackend
from mathviz_chat.core.verdict import AnswerVerdict, Verdict
from mathviz_chat.engine import Session
from mathviz_chat.engine.follow_up import asks_hint, asks_solution
from mathviz_chat.engine.own_turns import NOT_TOLD
from mathviz_chat.engine.reasons import Wanted, asked_reason
from mathviz_chat.engine.variation import asks_another, proposals
from mathviz_chat.events import Done, Reply, Source, StepMarked
from mathviz_chat.worker import Worker
from tests.engine_fixtures import done, of_type

LINEAR = "Solve for x: 3x + 7 = 22"
SQUARE = "Solve x^2 - 5x + 6 = 0"


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session(None, Worker(), solver="sympy")
    yield session
    session.close()


def words(session: Session, turn: str) -> str:
    return "\n".join(event.text for event in of_type(session.ask(turn), Reply))


def lines(session: Session, turn: str) -> list[tuple[str, str | None]]:
    steps = [event.step for event in of_type(session.ask(turn), StepMarked)]
    assert all(step.claim.verdict is Verdict.PROVED for step in steps)
    return [(step.claim.text, step.why) for step in steps]


@pytest.mark.parametrize(
    ("turn", "wanted"),
    [
        ("why?", Wanted()),
        ("but why is that so?", Wanted()),
        ("How did you get that?", Wanted()),
        ("can you explain that again please", Wanted()),
        ("I don’t get it", Wanted()),
        ("where does this come from?", Wanted()),
        ("in more detail", Wanted()),
        ("explain step 2", Wanted(2)),
        ("I don't understand line 3", Wanted(3)),
        ("why the last step?", Wanted(-1)),
        ("why do you divide by 3?", Wanted(about="divide by 3")),
        ("why is 3x = 15?", Wanted(about="3x = 15")),
        ("how did you get the 15?", Wanted(about="15")),
    ],
)
def test_turns_that_ask_for_a_reason(turn: str, wanted: Wanted) -> None:
    assert asked_reason(turn) == wanted


@pytest.mark.parametrize(
    "turn", ["explain what a prime is", "how many?", "show that 2 + 2 = 4", LINEAR, "what is 15?"]
)
def test_turns_that_ask_for_none(turn: str) -> None:
    assert asked_reason(turn) is None


@pytest.mark.parametrize(
    ("turn", "asks"),
    [
        ("give me another one", True),
        ("Another example, please", True),
        ("can I have another problem like this?", True),
        ("more practice", True),
        ("another", True),
        ("next", False),
        ("do it another way", False),
        ("one more apple", False),
        ("another one costs $5", False),
    ],
)
def test_turns_that_ask_for_another_exercise(turn: str, asks: bool) -> None:
    assert asks_another(turn) is asks


@pytest.mark.parametrize(
    ("turn", "hint", "solution"),
    [
        ("hint", True, False),
        ("give me a small hint please", True, False),
        ("what should I do next?", True, False),
        ("show me the answer", False, True),
        ("I give up", False, True),
        ("ok, solve it", False, True),
        ("what is the answer to 3x = 9?", False, False),
        ("give me another one", False, False),
    ],
)
def test_turns_that_ask_for_a_hint_or_the_whole(turn: str, hint: bool, solution: bool) -> None:
    assert (asks_hint(turn), asks_solution(turn)) == (hint, solution)


SUBTRACTED = ["Write it on both sides: 3x + 7 - 7 = 22 - 7", "Subtract 7 from both sides: 3x = 15"]
DIVIDED = [
    "Write it on both sides: 3x/3 = 15/3",
    "Work out the quotient: 15/3 = 5",
    "Divide both sides by 3: x = 5",
]


def test_why_gives_the_reason_of_each_line(session: Session) -> None:
    assert words(session, "why?").startswith("There is no exercise yet")
    list(session.ask(LINEAR))
    shown = lines(session, "how did you get that?")
    assert [text for text, _ in shown] == [
        "Write it on both sides: 3x + 7 - 7 = 22 - 7",
        "Subtract 7 from both sides: 3x = 15",
        "Write it on both sides: 3x/3 = 15/3",
        "Work out the quotient: 15/3 = 5",
        "Divide both sides by 3: x = 5",
        "Multiply 3 by 5: 3*5 + 7 = 15 + 7",
        "Add 15 and 7: 15 + 7 = 22",
        "Check x = 5: 3*5 + 7 = 22",
        "Answer: x = 5",
    ]
    assert shown[1][1] == "The same is done to both sides, so they stay equal; " + (
        "it takes away what was added."
    )


@pytest.mark.parametrize(
    ("turn", "texts"),
    [
        ("explain step 1", SUBTRACTED),
        ("how did you get 15?", SUBTRACTED),
        ("why do you divide by 3?", DIVIDED),
        ("why the second step?", DIVIDED),
    ],
)
def test_one_step_is_explained_by_the_finer_ones(
    session: Session, turn: str, texts: list[str]
) -> None:
    list(session.ask(LINEAR))
    assert [text for text, _ in lines(session, turn)] == texts


def test_a_step_that_is_not_there_is_said_to_be_missing(session: Session) -> None:
    list(session.ask(LINEAR))
    assert words(session, "explain step 9") == "There is no step 9: the solution has 2 steps."


def test_why_after_a_hint_tells_no_more_than_the_hint(session: Session) -> None:
    session.hint(LINEAR)
    reason = words(session, "why?")
    assert "takes away" in reason
    assert "15" not in reason
    session.hint()
    assert lines(session, "why?")[-1][0] == "Subtract 7 from both sides: 3x = 15"


def test_a_step_is_explained_after_hints_only_once_they_have_told_it(session: Session) -> None:
    """The number counts: of step 2 nothing is told by the hint at step 1, nor the reason of 1."""
    session.hint(LINEAR)
    assert words(session, "explain step 2") == NOT_TOLD
    assert words(session, "why is x = 5?") == NOT_TOLD
    assert words(session, "explain step 9") == NOT_TOLD
    assert "takes away" in words(session, "explain step 1")
    session.hint()
    session.hint()
    assert "undoes" in words(session, "explain step 2")
    assert lines(session, "explain step 1")[-1][0] == "Subtract 7 from both sides: 3x = 15"


def test_why_after_a_marked_answer_tells_the_reason_of_the_mark(session: Session) -> None:
    list(session.ask(LINEAR))
    session.own_answer("is x = 3 right?")
    assert "does not satisfy" in words(session, "why?")


def test_another_exercise_is_of_the_same_kind_and_at_hand(session: Session) -> None:
    list(session.ask(SQUARE))
    told = words(session, "give me another one").splitlines()
    assert told[0] == "Here is another one:"
    exercise = told[1]
    assert exercise.startswith("Solve x^2")
    assert exercise != SQUARE
    assert words(session, "why?").startswith("Try it first")
    assert session.hint().step.rule == "Factor the left side", "as easy as the one before"
    session.load(session.turns)
    outcome = done(list(session.ask("show me the answer")))
    assert outcome.final.verdict is AnswerVerdict.VERIFIED
    assert outcome.reading == f"{exercise} for x."


@pytest.mark.parametrize(
    "exercise",
    [
        LINEAR,
        "What is 3/4 + 5/6?",
        "A shirt costs $40 and is 25% off. What is the sale price?",
        "Differentiate x^3 sin x",
        "Solve x + y = 5, x - y = 1",
    ],
)
def test_there_is_another_exercise_of_many_kinds(session: Session, exercise: str) -> None:
    list(session.ask(exercise))
    assert words(session, "another example").startswith("Here is another one:")


def test_other_numbers_keep_their_place_and_size() -> None:
    for other in islice(proposals("A car of $12,400.50 loses 25% in 2 years: x^2", "seed"), 20):
        price, rest = other.split(" loses ")
        assert 4_000 <= float(price.removeprefix("A car of $").replace(",", "")) <= 25_000
        assert rest.endswith("years: x^2"), "a power is no number to change at first"


@pytest.mark.parametrize("turn", ["hello", "thanks!", "what can you do?"])
def test_a_remark_has_no_verdict_and_asks_no_small_model(turn: str) -> None:
    backend = ScriptedBackend(["3x = 15"], model="mathviz")
    session = Session(backend, Worker())
    try:
        events = list(session.ask(turn))
    finally:
        session.close()
    assert [type(event) for event in events] == [Reply, Done]
    outcome = done(events)
    assert not outcome.formal
    assert outcome.final.source is Source.SYMPY
    assert not backend.requests
    assert [turn.question for turn in session.turns] == [turn]


def test_a_larger_model_is_greeted_itself() -> None:
    session = Session(ScriptedBackend(["Hello."], model="large"), Worker())
    try:
        assert done(list(session.ask("hello"))).final.source is Source.MODEL
    finally:
        session.close()
