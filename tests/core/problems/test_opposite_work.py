"""A tap and a drain: what one undoes of the other's work is not added to it."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems import Problem, Unread, read_question

OPPOSITE = [
    "A tap fills a tub in 6 hours and a drain empties it in 9 hours. With both open, how long does "
    "it take to fill it?",
    "Pipe A fills a tank in 4 hours. Pipe B drains the tank in 12 hours. How long will it take "
    "them together to fill the tank?",
    "A pipe can fill a pool in 3 hours and a pump can empty it in 5 hours. How long will they take "
    "together?",
]


@pytest.mark.parametrize("question", OPPOSITE)
def test_filling_and_emptying_are_not_added(question: str) -> None:
    assert isinstance(read_question(question), Unread)


def test_two_that_fill_are_added() -> None:
    problem = read_question(
        "Pipe A can fill a tank in 4 hours and pipe B can fill it in 12 hours. How long will they "
        "take together?"
    )
    assert isinstance(problem, Problem)
