"""Which exercise a turn, a hint and a student's own lines are about: on the real checker."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mathviz_chat.backends.scripted import ScriptedBackend
from mathviz_chat.core.verdict import AnswerVerdict, Verdict
from mathviz_chat.engine import Session
from mathviz_chat.events import Outcome
from mathviz_chat.messages import Turn
from mathviz_chat.worker import Worker
from tests.engine_fixtures import done, failed

LINEAR = "Solve for x: 3x + 7 = 22"
SQUARE = "Solve x^2 - 5x + 6 = 0"
LINEAR_READ = "Solve 3x + 7 = 22 for x."


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session(None, Worker(), solver="sympy")
    yield session
    session.close()


def ask(session: Session, *turns: str) -> Outcome:
    for turn in turns[:-1]:
        list(session.ask(turn))
    return done(list(session.ask(turns[-1])))


@pytest.mark.parametrize(
    ("turns", "reading", "answer"),
    [
        ((LINEAR, "and if it were 5 instead of 7?"), "Solve 3x + 5 = 22 for x.", "x = 17/3"),
        (
            (LINEAR, "and if it were 5 instead of 7?", "why?", "and 4 instead of 5?"),
            "Solve 3x + 4 = 22 for x.",
            "x = 6",
        ),
        (("Expand (x+1)^2", "thanks!", "now differentiate it"), None, "2(x + 1)"),
        (("What is 15% of 80?", "and 20%?"), None, "16"),
    ],
)
def test_a_follow_up_is_read_with_the_exercise_before_it(
    session: Session, turns: tuple[str, ...], reading: str | None, answer: str
) -> None:
    outcome = ask(session, *turns)
    assert outcome.question == turns[-1], "as it was typed"
    assert reading is None or outcome.reading == reading
    assert outcome.final.answer is not None
    assert outcome.final.answer.plain == answer
    assert outcome.final.verdict is AnswerVerdict.VERIFIED


def test_another_way_takes_other_steps(session: Session) -> None:
    first, second = ask(session, SQUARE), ask(session, "can you do it another way?")
    rules = [[step.rule for step in outcome.final.steps] for outcome in (first, second)]
    assert rules[0][0] == "Factor the left side"
    assert rules[1][0] == "Work out the discriminant"


def test_where_there_is_one_way_it_says_so(session: Session) -> None:
    list(session.ask(LINEAR))
    assert "no other method" in failed(list(session.ask("do it another way"))).message


@pytest.mark.parametrize(
    "between", ["why?", "I don't understand step 2", "is that right?", "hello", "at which place?"]
)
def test_turns_that_ask_nothing_leave_the_exercise_at_hand(session: Session, between: str) -> None:
    list(session.ask(LINEAR))
    list(session.ask(between))
    assert session.hint().reading == LINEAR_READ
    assert session.check("3x = 14").reading == LINEAR_READ


def test_a_question_that_is_not_read_is_at_hand_all_the_same(session: Session) -> None:
    list(session.ask(LINEAR))
    list(session.ask("Prove that there is no largest prime number below 100."))
    report = session.check("x = 5")
    assert report.reading is None, "not marked against the equation before"


@pytest.mark.parametrize(
    ("turn", "verdict"),
    [
        ("is x = 3 right?", AnswerVerdict.REFUTED),
        ("I got 5, is that right?", AnswerVerdict.VERIFIED),
        ("x = 5", AnswerVerdict.VERIFIED),
        ("check my work: 3x = 15 so x = 4", AnswerVerdict.REFUTED),
        ("4", AnswerVerdict.REFUTED),
    ],
)
def test_an_own_answer_is_marked(session: Session, turn: str, verdict: AnswerVerdict) -> None:
    list(session.ask(LINEAR))
    report = session.own_answer(turn)
    assert report is not None
    assert (report.reading, report.answer_verdict) == (LINEAR_READ, verdict)


def test_a_root_that_is_missing_is_not_told(session: Session) -> None:
    list(session.ask(SQUARE))
    report = session.own_answer("x = 2 is the only solution, right?")
    assert report is not None
    assert report.answer_verdict is AnswerVerdict.REFUTED
    assert "3" not in report.answer_reason


@pytest.mark.parametrize(
    ("turn", "why"),
    [
        ("2x = 8", "an exercise of its own"),
        ("is 7 prime?", "a question of its own"),
        ("is that right?", "it names no answer"),
    ],
)
def test_other_turns_are_no_own_answers(session: Session, turn: str, why: str) -> None:
    list(session.ask(LINEAR))
    assert session.own_answer(turn) is None, why


def test_without_an_exercise_nothing_is_an_answer(session: Session) -> None:
    assert session.own_answer("x = 3") is None


def test_the_model_learns_how_an_own_answer_was_marked() -> None:
    backend = ScriptedBackend(["Answer: x = 5", "Because 16 is not 22."])
    session = Session(backend, Worker())
    try:
        list(session.ask(LINEAR))
        session.own_answer("is x = 3 right?")
        list(session.ask("tell me more"))
    finally:
        session.close()
    said = [message.content for message in backend.requests[-1].messages]
    assert said[-3] == "is x = 3 right?"
    assert said[-2].startswith("x = 3 is refuted. x = 3 does not satisfy 3x + 7 = 22.")


def test_a_saved_conversation_goes_on_with_its_exercise(session: Session) -> None:
    session.load([Turn(LINEAR, "x = 5"), Turn("and 5 instead of 7?", "x = 17/3"), Turn("why?", "")])
    assert session.hint().reading == "Solve 3x + 5 = 22 for x."


def test_what_is_taken_back_is_no_longer_at_hand(session: Session) -> None:
    ask(session, LINEAR, SQUARE)
    session.undo()
    assert session.hint().reading == LINEAR_READ
    assert ask(session, "and 4 instead of 7?").reading == "Solve 3x + 4 = 22 for x."


def test_an_own_line_after_a_follow_up_is_not_proved_by_itself(session: Session) -> None:
    """``3x = 14`` was taken as given after "is that right?", and ``x = 14/3`` proved."""
    list(session.ask(LINEAR))
    list(session.ask("is that right?"))
    verdicts = [row.step.claim.verdict for row in session.check("3x = 14\nx = 14/3").lines]
    assert Verdict.PROVED not in verdicts
