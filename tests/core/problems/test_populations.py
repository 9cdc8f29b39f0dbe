"""Growth by a percentage a year, doubling and half-life: counted in whole ones, and said so."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Problem, Unread, judge_answer, read_question
from mathviz_chat.core.solving import Solution
from mathviz_chat.core.verdict import AnswerVerdict

SOLVED = [
    ("A town of 12000 grows by 2% a year, how many after 3 years?", "12734", "a town"),
    ("A population of 5000 grows 3% per year. What is it after 4 years?", "5628", "a population"),
    (
        "The population of a village is 8,000 and falls by 5% each year. "
        "How many people are there after 2 years?", "7220", "it falls",
    ),
    (
        "A city has 250 000 inhabitants and grows at 1.5 percent annually. "
        "Find the population in 10 years.", "290135", "annually",
    ),
    (
        "There are 640 fish and their number decreases by 25% every week. "
        "How many are there after 3 weeks?", "270", "weeks",
    ),
    (
        "How many people will there be after 3 years in a town of 12000 that grows by 2% per year?",
        "12734", "the question first",
    ),
    (
        "The half-life of a substance is 5 days. How much of 80 g is left after 15 days?",
        "10 g", "half-life",
    ),
    (
        "A radioactive isotope has a half-life of 8 days. "
        "How much of a 100 mg sample remains after 24 days?", "25/2 mg", "of a sample",
    ),
    (
        "80 g of a substance with half-life 5 days: what mass remains after 15 days?",
        "10 g", "in another order",
    ),
    (
        "A bacteria culture doubles every 3 hours. Starting with 100, how many after 12 hours?",
        "1600", "doubling",
    ),
    (
        "The doubling time of a colony is 4 hours. "
        "How many are there after 10 hours if it starts with 500?", "2828", "no whole number",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("question", "answer", "why"), SOLVED, ids=[row[2] for row in SOLVED])
def test_it_is_read_and_verified(question: str, answer: str, why: str) -> None:
    solved = solve(question)
    assert isinstance(solved, Solution), solved
    assert (solved.answer.plain, solved.verdict) == (answer, AnswerVerdict.VERIFIED)


def test_the_rounding_is_said() -> None:
    problem = read_question(SOLVED[0][0])
    assert isinstance(problem, Problem)
    assert problem.read_as == "Round 12000(1 + 2/100)^3 to the nearest whole number."
    assert judge_answer(problem, "12734").verdict is AnswerVerdict.VERIFIED
    assert judge_answer(problem, "12735").verdict is AnswerVerdict.REFUTED


UNREAD = [
    ("A town of 12000 grows by 2% a year, how many after 3 months?", "two units of time"),
    ("A town of 12000 does not grow by 2% a year, how many after 3 years?", "a negation"),
    (
        "A town of 12000 grows by 2% a year and 100 people leave each year, "
        "how many after 3 years?", "people leave",
    ),
    ("A town of 12000 grew by 2% a year. How many were there 3 years ago?", "backwards"),
    ("By how many people does a town of 12000 grow in 3 years at 2% a year?", "the difference"),
    (
        "A town of 12000 grows by 2% a year. How many more people are there after 3 years?",
        "more",
    ),
    ("A town of 12000 grows by 200 people a year, how many after 3 years?", "no percentage"),
    ("A town of 12000 grows by at least 2% a year, how many after 3 years?", "at least"),
    (
        "The half-life of a substance is 5 days. How much of 80 g has decayed after 15 days?",
        "what is gone",
    ),
    (
        "The half-life of a substance is 5 days. How much of 80 g is left after 15 hours?",
        "two units of time",
    ),
    (
        "The half-life of a substance is 5 days. What percentage of 80 g is left after 15 days?",
        "a percentage",
    ),
    (
        "A culture doubles every 3 hours and half of it dies after 12 hours. "
        "Starting with 100, how many bacteria?", "some die",
    ),
    (
        "A population of 100 bacteria doubles every 3 hours. By how many has it grown after "
        "12 hours?", "the growth",
    ),
    ("A population of 12000 falls and then grows by 2% a year, how many after 3 years?", "both"),
    (
        "A population of 100 doubles every 3 hours. How many after 12 hours and 24 hours?",
        "two times",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("question", "why"), UNREAD, ids=[row[0] for row in UNREAD])
def test_what_says_more_is_not_read_as_that(question: str, why: str) -> None:
    found = read_question(question)
    assert isinstance(found, Unread) or "^" not in found.read_as


@pytest.mark.parametrize(
    "question",
    [
        "The population of a village is 5000 in 3 years and it grows by 2% each year. "
        "What is the population now?",
        "A colony of bacteria doubles every 3 hours. After 9 hours there are 800 bacteria. "
        "How many are present at the start?",
        "A town of 5000 people grows by 2% per year. What is the growth in 3 years?",
        "A town of 5000 people decreases by 120% each year. How many are there after 2 years?",
        "The half-life of a substance is 8 days. After 24 days 100 mg remain. "
        "What amount was there at the start?",
        "The population of a town rises 2% every 3 years. It is 5000. What is it after a year?",
    ],
)
def test_the_start_and_the_difference_are_left_unread(question: str) -> None:
    assert isinstance(read_question(question), Unread)
