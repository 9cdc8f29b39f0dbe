"""Stories of what doubles in equal times, and of a fence beside a wall."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Unread, read_question
from mathviz_chat.core.solving import Solution
from mathviz_chat.core.verdict import AnswerVerdict

READ = [
    ("A colony doubles every hour starting from 50 bacteria. After how many hours are there 1600?",
     "x = 5", "an hour without its number"),
    ("A bacteria colony doubles every 3 hours. Starting from 200 cells, how many hours until there "
     "are 6400?", "x = 15", "until"),
    ("A population of 200 bacteria doubles every 3 hours. How long until it is 6400?",
     "x = 15", "how long"),
    ("A culture of 500 cells triples every 2 days. How many days does it take to reach 40500?",
     "x = 8", "three times as many"),
    ("A sample of 800 atoms halves every 5 years. How many years until there are 100 atoms?",
     "x = 15", "half as many"),
    ("A population of bacteria doubles every 20 minutes. There are 100 bacteria at the start. How "
     "many are there after 120 minutes?", "6400", "how many then"),
    ("a farmer has 60m of fencing for a rectangular pen up against a long stone wall, so just "
     "three sides need fence. whats the biggest area he can close in?", "450 m^2", "three sides"),
    ("A farmer has 60 m of fence for a rectangular sheep pen. One side of the pen is a long stone "
     "wall so no fence is needed there. What is the largest area the pen can have?",
     "450 m^2", "one side is a wall"),
    ("A gardener has 40 m of fencing to enclose a rectangular plot beside a river. Find the "
     "maximum area.", "200 m^2", "a river"),
    ("Mia has 24 metres of fencing for a rectangular garden against her house. What is the "
     "greatest possible area?", "72 m^2", "a house"),
    ("The sum of a number and its reciprocal is 2.5. Find the number.",
     "n = 1/2 or n = 2", "a reciprocal"),
    ("Consider f(x)=x^3-12x. For which x does the curve have a horizontal tangent?",
     "x = -2 or x = 2", "a tangent that is horizontal"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "answer", "reason"), READ, ids=[row[2] for row in READ])
def test_it_is_read_and_solved(text: str, answer: str, reason: str) -> None:
    solution = solve(text)
    assert isinstance(solution, Solution)
    assert (solution.answer.plain, solution.verdict) == (answer, AnswerVerdict.VERIFIED)


FALSE_FRIENDS = [
    ("A colony doubles every hour. Starting from 50, after how many minutes are there 1600?",
     "another unit of time"),
    ("A colony doubles every hour. Starting from 50, how many more are there after 3 hours?",
     "how many more"),
    ("A colony doubles twice every hour. Starting from 50, how many are there after 3 hours?",
     "twice in an hour"),
    ("A colony doubles every hour until 10 o'clock. Starting from 50, how many are there after 3 "
     "hours?", "an end that is told"),
    ("A colony of 50 doubles every hour and 10 die. After how many hours are there 1600?",
     "some die"),
    ("A colony does not double every hour. Starting from 50, after how many hours are there 1600?",
     "a negation"),
    ("A colony of 50 bacteria doubles every 3 hours, and another of 20 doubles every hour. After "
     "how many hours are there 1600?", "two colonies"),
    ("A farmer has 60m of fencing for a rectangular pen up against a wall, so just two sides need "
     "fence. What is the largest area?", "two sides"),
    ("A farmer has 60m of fencing for two equal rectangular pens against a wall. What is the "
     "largest area?", "two pens"),
    ("A farmer has 60m of fencing for a rectangular pen against a wall that is 10 m long. What is "
     "the largest area?", "the length of the wall"),
    ("A farmer has 60m of fencing for a rectangular pen against a wall. How long is the pen of the "
     "largest area?", "a side is asked"),
    ("A farmer has 60m of fencing for a square pen against a wall. What is the largest area?",
     "a square"),
    ("Find the horizontal tangent of y = x^2", "a line is asked"),
    ("Consider f(x)=x^3-12x. For which x does the curve not have a horizontal tangent?", "not"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), FALSE_FRIENDS, ids=[row[1] for row in FALSE_FRIENDS])
def test_a_false_friend_stays_unread(text: str, reason: str) -> None:
    assert isinstance(read_question(text), Unread)
