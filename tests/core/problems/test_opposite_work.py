"""A tap and a drain: what one undoes of the other's work is not added to it."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Problem, Unread, read_question
from mathviz_chat.core.solving import Solution
from mathviz_chat.core.verdict import AnswerVerdict

OPPOSITE = [
    ("A tap fills a tub in 6 hours and a drain empties it in 9 hours. With both open, how long "
     "does it take to fill it?", "18 h"),
    ("Pipe A fills a tank in 4 hours. Pipe B drains the tank in 12 hours. How long will it take "
     "them together to fill the tank?", "6 h"),
    ("A drain empties a full tank in 4 hours and a tap fills it in 6 hours. With both open, how "
     "long does it take to empty the tank?", "12 h"),
]  # fmt: skip
UNCLEAR = [
    ("A pipe can fill a pool in 3 hours and a pump can empty it in 5 hours. How long will they "
     "take together?", "to fill it, or to empty it"),
    ("A tap fills a bath in 10 minutes and the drain empties it in 8 minutes. With both open, how "
     "long does it take to fill the bath?", "it never fills"),
    ("A tap fills a bath in 10 minutes and the drain empties it in 15 minutes. How long does it "
     "take to fill the bath with the drain closed?", "only one of them works"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "answer"), OPPOSITE)
def test_a_drain_takes_away_what_a_tap_fills(question: str, answer: str) -> None:
    solution = solve(question)
    assert isinstance(solution, Solution)
    assert (solution.answer.plain, solution.verdict) == (answer, AnswerVerdict.VERIFIED)


@pytest.mark.parametrize(("question", "why"), UNCLEAR)
def test_what_does_not_say_who_works_is_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread), why


def test_two_that_fill_are_added() -> None:
    problem = read_question(
        "Pipe A can fill a tank in 4 hours and pipe B can fill it in 12 hours. How long will they "
        "take together?"
    )
    assert isinstance(problem, Problem)
