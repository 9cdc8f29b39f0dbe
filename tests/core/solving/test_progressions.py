"""Arithmetic and geometric progressions from two facts."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Unread, judge_answer, read_question
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.solving.solution import Solution
from mathviz_chat.core.verdict import AnswerVerdict

QUESTIONS = [
    ("The 3rd term of an AP is 7 and the 7th is 19; find the 20th term", "58"),
    (
        "The 3rd term of an arithmetic sequence is 7 and the 7th term is 19. Find the sum of the "
        "first 10 terms.",
        "145",
    ),
    ("In a GP the 2nd term is 6 and the 5th is 162. Find a_1 and r", "(a) 2; (b) 3"),
    (
        "the sum of the first 10 terms of an AP is 145 and the first term is 1. find the common "
        "difference",
        "3",
    ),
    ("If a_4 = 11 and a_9 = 26 in an arithmetic sequence find a_1 and d", "(a) 2; (b) 3"),
    (
        "The sum of the first 5 terms of an AP is 40 and the sum of the first 10 terms is 155. "
        "Find the first term.",
        "2",
    ),
    ("The second term of a GP is 6, the third is 18. Find the sum of the first 5 terms", "242"),
    (
        "Find the 20th term of the arithmetic progression whose 3rd term is 7 and 7th term is 19",
        "58",
    ),
    ("The 2nd term of a GP is -6 and the 5th term is 162. find the 7th term", "1458"),
    (
        "an arithmetic progression has 5th term 17 and 12th term 52, what is the first term",
        "a = -3",
    ),
]
AP = "The 3rd term of an AP is 7 and the 7th is 19; find "
UNREAD = [
    ("The 3rd term of a GP is 12 and the 5th term is 48. Find the common ratio", "2 or -2"),
    ("The 3rd term of an AP is 7 more than the 7th, which is 19; find the 20th term", "compared"),
    ("The 3rd term of an AP is not 7 and the 7th is 19; find the 20th term", "a negation"),
    ("The 3rd term of an AP is twice the first and the 7th is 19. find the 20th term", "compared"),
    ("The 3rd term of an AP is 7 cm and the 7th is 19; find the 20th term", "a unit"),
    ("The 3rd term of an AP is 7; find the 20th term", "one fact"),
    ("The 3rd term of an AP is 7 and the 3rd term is 9; find the 20th term", "told twice"),
    (
        "The sum of the 3rd term and 7th term of an AP is 26 and the first term is 1. Find the "
        "10th term",
        "a sum of two terms",
    ),
    (AP + "the sum of the first 10 odd terms", "other terms"),
    (AP + "the 20th term from the end", "counted from the end"),
    (AP + "n if the nth term is 100", "a rank is asked"),
    (AP + "the 20th term or the 10th term", "one of them"),
    (AP + "the product of the 20th term and the 1st term", "a product"),
    (AP + "the common ratio", "it has none"),
]


@pytest.mark.parametrize(("question", "answer"), QUESTIONS)
def test_it_is_solved(question: str, answer: str) -> None:
    solution = solve(question)
    assert isinstance(solution, Solution), solution
    assert (solution.answer.text, solution.verdict) == (answer, AnswerVerdict.VERIFIED)


@pytest.mark.parametrize("question", [row[0] for row in QUESTIONS])
def test_the_reading_reads_back(question: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem)
    assert read_question(problem.read_as) == problem


@pytest.mark.parametrize(("question", "reason"), UNREAD)
def test_it_is_left_unread(question: str, reason: str) -> None:
    assert isinstance(read_question(question), Unread), reason


def test_a_wrong_answer_is_refuted() -> None:
    for question in (AP + "the 20th term", QUESTIONS[6][0]):
        problem = read_question(question)
        assert isinstance(problem, Problem)
        assert judge_answer(problem, "61").verdict is AnswerVerdict.REFUTED
