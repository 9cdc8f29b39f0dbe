"""Hints tell the solver's solution piece by piece; a student's own lines are marked against the
question. On the real checker; no model is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mathviz_chat.core.verdict import AnswerVerdict, Verdict
from mathviz_chat.engine import Session
from mathviz_chat.errors import Unanswered, UsageError
from mathviz_chat.worker import Worker
from tests.engine_fixtures import done

LINEAR = "Solve for x: 3x + 7 = 22"


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session(None, Worker(), solver="sympy")
    yield session
    session.close()


def test_each_line_is_told_first_as_what_to_do_and_then_as_what_it_gives(session: Session) -> None:
    hints = [session.hint(LINEAR), *(session.hint() for _ in range(4))]
    told = [(hint.number, hint.revealed, hint.step.rule, hint.step.claim.text) for hint in hints]
    subtract = "Subtract 7 from both sides: 3x = 15"
    divide = "Divide both sides by 3: x = 5"
    assert told == [
        (1, False, "Subtract 7 from both sides", subtract),
        (1, True, "Subtract 7 from both sides", subtract),
        (2, False, "Divide both sides by 3", divide),
        (2, True, "Divide both sides by 3", divide),
        (3, True, None, "Answer: x = 5"),
    ]
    assert [hint.reading for hint in hints] == ["Solve 3x + 7 = 22 for x.", *[None] * 4]
    with pytest.raises(UsageError, match="whole solution"):
        session.hint()


def test_hints_are_for_the_question_that_was_asked_last(session: Session) -> None:
    session.hint(LINEAR)
    done(list(session.ask("Solve 2x = 8")))
    hint = session.hint()
    assert (hint.number, hint.step.rule) == (1, "Divide both sides by 2")


def test_a_question_given_again_begins_again(session: Session) -> None:
    session.hint(LINEAR)
    session.hint()
    assert session.hint(LINEAR) == session.hint(LINEAR)


def test_a_hint_is_no_turn_of_the_conversation(session: Session) -> None:
    session.hint(LINEAR)
    assert session.turns == ()
    assert done(list(session.retry())).question == LINEAR


def test_hints_of_a_finer_solution_go_in_smaller_steps(session: Session) -> None:
    normal = session.hint(LINEAR).total
    session.working = type(session.working)(steps="fine")
    assert session.hint(LINEAR).total > normal


def test_without_a_question_there_is_no_hint(session: Session) -> None:
    with pytest.raises(UsageError, match="There is no question yet"):
        session.hint()


def test_what_the_solver_cannot_solve_has_no_hint_and_says_why(session: Session) -> None:
    with pytest.raises(Unanswered, match="do not read this one"):
        session.hint("Prove that there is no largest prime.")


@pytest.mark.parametrize(
    ("lines", "verdicts", "answer", "why"),
    [
        ("3x = 15\nx = 5", "pp", AnswerVerdict.VERIFIED, "right lines answer the last question"),
        ("3x = 29", "r", AnswerVerdict.UNCHECKED, "a slip is refuted by the last question"),
        ("Solve 2x = 6\nx = 3", "p", AnswerVerdict.VERIFIED, "a question of their own counts"),
    ],
)
def test_own_lines_are_marked_against_the_question(
    session: Session, lines: str, verdicts: str, answer: AnswerVerdict, why: str
) -> None:
    session.hint(LINEAR)
    report = session.check(lines)
    meant = {"p": Verdict.PROVED, "r": Verdict.REFUTED}
    found = [row.step.claim.verdict for row in report.lines]
    assert found[-len(verdicts) :] == [meant[letter] for letter in verdicts], why
    assert report.answer_verdict is answer, why


def test_lines_without_any_question_are_marked_by_themselves(session: Session) -> None:
    report = session.check("1/2 + 1/3 = 2/5")
    assert report.question is None
    assert report.first_wrong == 1
