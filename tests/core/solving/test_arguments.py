"""Modulus and argument of complex numbers."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Unread, judge_answer, read_question
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.solving.solution import Solution
from mathviz_chat.core.verdict import AnswerVerdict

QUESTIONS = [
    ("Find the modulus and argument of 1 + i", "(a) sqrt(2); (b) pi/4"),
    ("arg(1 - i)", "-pi/4"),
    ("what is the argument of z = -3 + 3i", "3pi/4"),
    ("If z = -1 + sqrt(3)i, find arg z", "2pi/3"),
    ("Find the argument of -2i", "-pi/2"),
    ("Find the argument of -5", "pi"),
    ("find the argument and modulus of √3 - i", "(a) 2; (b) -pi/6"),
    ("find the modulus of -1 + √3 i", "2"),
    (r"argument of \frac{1}{2} + \frac{\sqrt{3}}{2}i", "pi/3"),
    ("arg(-1 - i)", "-3pi/4"),
    ("What is the modulus of 3 - 4i", "5"),
]
UNREAD = [
    ("Find the argument of 3 + 4i", "no known angle"),
    ("Find the modulus and argument of 3 + 4i", "one of them has no known value"),
    ("Find the modulus, argument and conjugate of 1 + i", "asks for more"),
    ("Find the argument of 1 + i in degrees", "in radians only"),
    ("Find the argument of the conjugate of 1 + i", "of another number"),
    ("Find the modulus of the argument of 1 + i", "of another number"),
    ("Find the argument of (1 + i)^2", "not yet a + bi"),
    ("Find the argument of 0", "it has none"),
    ("Find the argument of x + i", "a letter"),
]


@pytest.mark.parametrize(("question", "answer"), QUESTIONS)
def test_it_is_solved(question: str, answer: str) -> None:
    solution = solve(question)
    assert isinstance(solution, Solution), solution
    assert (solution.answer.text, solution.verdict) == (answer, AnswerVerdict.VERIFIED)


@pytest.mark.parametrize(("question", "reason"), UNREAD)
def test_it_is_left_unread(question: str, reason: str) -> None:
    assert isinstance(read_question(question), Unread), reason


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ("-3pi/4", AnswerVerdict.VERIFIED),
        ("5pi/4", AnswerVerdict.UNCHECKED),  # counted from 0 to 2pi
        ("pi/4", AnswerVerdict.REFUTED),  # the opposite quadrant
        ("-135 degrees", AnswerVerdict.UNCHECKED),
    ],
)
def test_an_answer_is_judged(answer: str, verdict: AnswerVerdict) -> None:
    problem = read_question("Find the argument of -1 - i")
    assert isinstance(problem, Problem)
    assert judge_answer(problem, answer).verdict is verdict
