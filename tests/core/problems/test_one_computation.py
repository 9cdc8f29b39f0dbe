"""Questions that are said again as one computation, and their neighbours, which are not."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Problem, read_question
from mathviz_chat.core.solving.solution import Solution
from mathviz_chat.core.verdict import AnswerVerdict

READ = [
    ("Find the average rate of change of x^2 from 1 to 4", "5"),
    ("What is the average rate of change of f(x) = x^2 - 3x on [1, 4]?", "2"),
    ("Find the average rate of change of y = 2^x between x = 0 and x = 3.", "7/3"),
    ("Calculate the average rate of change of f(x) = 1/x over the interval [1, 2]", "-1/2"),
    ("Find the average rate of change of sqrt(x) from x = 4 to x = 9", "1/5"),
    ("average rate of change of t^3 from -1 to 2", "3"),
    ("Compute 2/3 : 4/5", "5/6"),
    ("calculate 12 : 4", "3"),
    ("Work out 3/4 : 2", "3/8"),
    ("Evaluate 0.5 : 0.25", "2"),
    ("please compute 7/8 : 3", "7/24"),
    ("Divide 3/5 : 9/10", "2/3"),
    ("Two cards are drawn from a deck. What is the probability both are aces?", "1/221"),
    (
        "two cards are dealt from a standard deck of 52 cards. "
        "Find the probability that both are kings.",
        "1/221",
    ),
    (
        "Three cards are drawn at random from a pack of cards. "
        "What is the probability that all three are hearts?",
        "11/850",
    ),
    ("2 cards are picked from an ordinary pack. Find the probability both are red", "25/102"),
    ("Two cards are taken from a deck, what is the probability that both cards are hearts", "1/17"),
    ("3 cards are drawn from a deck. What's the probability that all are aces?", "1/5525"),
    (
        "A bacteria population doubles every 3 hours. It starts at 500. "
        "After how many hours will it be 8000?",
        "t = 12",
    ),
    (
        "A colony of bacteria triples every day. It starts with 200. "
        "How many bacteria will there be after 4 days?",
        "16200",
    ),
    (
        "The population doubles every 3 hours. It starts at 500. "
        "How many are there after 12 hours?",
        "8000",
    ),
    (
        "A sample halves every 5 years. It starts with 800. After how many years will it be 100?",
        "t = 15",
    ),
    (
        "The number of cells doubles every 2 hours. Initially there are 30. "
        "In how many hours will there be 480 cells?",
        "t = 8",
    ),
    (
        "A culture of yeast triples every 4 days. There are initially 1,000 cells. "
        "How many cells will there be after 8 days?",
        "9000",
    ),
    ("What is the probability of not rolling a six with a die?", "5/6"),
    ("Find the probability of not getting a 4 when rolling a fair die", "5/6"),
    ("probability of not throwing a one with one dice", "5/6"),
    ("What's the probability of not rolling a 2 on a fair six-sided die?", "5/6"),
    ("calculate the probability of not rolling a three with an ordinary die", "5/6"),
    ("pls find the probability of not getting a five when throwing a die", "5/6"),
]
UNREAD = [
    ("Find the rate of change of x^2 from 1 to 4", "not an average"),
    ("Find the average rate of change of x^2 at 3", "one place"),
    ("Find the average rate of change of x*y from 1 to 4", "two letters"),
    ("Find the percentage average rate of change of x^2 from 1 to 4", "in per cent"),
    ("Compute 9:50", "a time of day"),
    ("Calculate 6 : 3 : 2", "a ratio of three"),
    ("Two cards are drawn from a deck. What is the probability that both are not aces?", "not"),
    ("Two cards are drawn from a deck of 40 cards. What is the probability both are aces?", "40"),
    ("Three cards are drawn from a deck. What is the probability that both are aces?", "of three"),
    (
        "Two cards are drawn from a deck and one is put back. "
        "What is the probability both are aces?",
        "put back",
    ),
    (
        "A bacteria population doubles every 3 hours. It starts at 500. "
        "After how many minutes will it be 8000?",
        "another unit",
    ),
    (
        "A bacteria population never doubles every 3 hours. It starts at 500. "
        "After how many hours will it be 8000?",
        "a negation",
    ),
    (
        "A bacteria population doubles every 3 hours. It starts at 500. "
        "After how many more hours will it be 8000?",
        "from when is not said",
    ),
    ("What is the probability of not rolling a six with two dice?", "two dice"),
    ("What is the probability of not rolling a seven with a die?", "no such face"),
    ("What is the probability of not rolling a six twice with a die?", "twice"),
    ("What is the probability of not rolling a six with a biased die?", "biased"),
]


@pytest.mark.parametrize(("question", "answer"), READ)
def test_it_is_read_and_solved(question: str, answer: str) -> None:
    solution = solve(question)
    assert isinstance(solution, Solution), solution
    assert (solution.answer.text, solution.verdict) == (answer, AnswerVerdict.VERIFIED)
    assert read_question(solution.problem.read_as) == solution.problem


@pytest.mark.parametrize(("question", "why"), UNREAD)
def test_its_neighbours_are_unread(question: str, why: str) -> None:
    assert not isinstance(read_question(question), Problem), why


def test_a_ratio_is_simplified_and_not_divided() -> None:
    solution = solve("Simplify 2/3 : 4/5")
    assert isinstance(solution, Solution)
    assert solution.answer.text == "5:6"
