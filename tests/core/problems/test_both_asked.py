"""Two things asked of one thing: both are answered, or the question is unread."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.checking import equal_as_asked
from mathviz_chat.core.problems import Problem, judge_answer, read_question
from mathviz_chat.core.solving.solution import Solution
from mathviz_chat.core.verdict import AnswerVerdict

READ = [
    ("Write 45 in binary and hexadecimal.", "(a) 101101; (b) 2d"),
    ("Convert 45 to binary and hexadecimal", "(a) 101101; (b) 2d"),
    ("Write 45 in binary and octal", "(a) 101101; (b) 55"),
    ("Write 25 in hexadecimal and binary", "(a) 19; (b) 11001"),
    ("Express 30 in base 2 and base 8", "(a) 11110; (b) 36"),
    ("Give 77 in octal and binary", "(a) 115; (b) 1001101"),
    ("Round 4567 to the nearest ten and hundred", "(a) 4570; (b) 4600"),
    ("Write 3/8 as a decimal and as a percentage.", "(a) 0.375; (b) 37.5%"),
    ("Express 3/8 as a decimal and then as a percentage", "(a) 0.375; (b) 37.5%"),
    ("Find the first and second derivatives of x^3.", "(a) 3x^2; (b) 6x"),
    ("Find the first derivative and second derivative of x^3.", "(a) 3x^2; (b) 6x"),
    ("Find the first and third derivatives of x^4", "(a) 4x^3; (b) 24x"),
    ("Find the first and second derivative of sin x", "(a) cos(x); (b) -sin(x)"),
    ("Round 4567 to the nearest ten and to the nearest hundred", "(a) 4570; (b) 4600"),
    ("How many factors does 36 have and what are they?", "(a) 9; (b) 1, 2, 3, 4, 6, 9, 12, 18, 36"),
    ("Find the gradient and the equation of the line through (1,2) and (3,6)", "(a) 2; (b) y = 2x"),
    ("Find the equation and the gradient of the line through (1,2) and (3,6)", "(a) y = 2x; (b) 2"),
    ("Find the conjugate and modulus of 3 + 4i", "(a) 3 - 4i; (b) 5"),
    (
        "Find the interior and exterior angle of a regular hexagon",
        "(a) 120 degrees; (b) 60 degrees",
    ),
    ("Find the next term and the rule for 2, 5, 8, 11", "(a) 14; (b) 3n - 1"),
    ("Write 250% as a fraction and a mixed number", "(a) 5/2; (b) 2 1/2"),
    ("Find the gradient and y-intercept of y = 2x + 3", "(a) 2; (b) 3"),
    (
        "A line passes through (1,2) and (3,6). Find the gradient and the equation of the line.",
        "(a) 2; (b) y = 2x",
    ),
    ("first and second derivatives of x^3", "(a) 3x^2; (b) 6x"),
    ("Write 0.35 as a fraction and a percentage", "(a) 7/20; (b) 35%"),
]
UNREAD = [
    ("Round 4449 to the nearest ten and then to the nearest hundred", "4400, or 4500 by the way"),
    ("Find the sum of the interior and exterior angles of a regular hexagon", "a sum of them"),
    ("Find the difference between the first and second derivatives of x^3", "a difference"),
    ("Write the sum of 1/2 and 1/4 as a decimal and a percentage", "a sum, to be sure"),
    ("Write 10 in binary and decimal", "it is decimal, or its digits are told as binary ones"),
    ("Write 45% as a fraction and as a decimal and as a ratio", "three things"),
    ("Write 3/8 and 1/4 as a decimal and as a percentage", "two numbers"),
    ("Write 3/8 as a decimal and 1/4 as a percentage", "two numbers"),
    ("Find the second and first derivatives of x^3, then add them", "a sum"),
    ("Convert 45 in base 16 and base 8 to binary", "the bases that it is told in"),
    ("Write 45 in hexadecimal and add binary and octal", "something is added"),
    ("Write 45 in binary and in base 2", "the same thing twice"),
    ("Write 0.00052 in standard form and to 1 significant figure", "one number in both"),
]
CLAIMS = [
    ("(a) 0.375; (b) 37.5%", AnswerVerdict.VERIFIED, "as the solver writes it"),
    ("0.375 and 37.5%", AnswerVerdict.VERIFIED, "in their order"),
    ("0.375, 37.5%", AnswerVerdict.VERIFIED, "in their order"),
    ("37.5% and 0.375", AnswerVerdict.UNCHECKED, "in another order"),
    ("(a) 0.375; (b) 3.75%", AnswerVerdict.REFUTED, "the second one is wrong"),
    ("0.375", AnswerVerdict.UNCHECKED, "only one of them"),
]


@pytest.mark.parametrize(("question", "answer"), READ)
def test_both_are_answered(question: str, answer: str) -> None:
    solution = solve(question)
    assert isinstance(solution, Solution)
    assert (solution.answer.text, solution.verdict) == (answer, AnswerVerdict.VERIFIED)
    assert read_question(solution.problem.read_as) == solution.problem


@pytest.mark.parametrize(("question", "why"), UNREAD)
def test_what_is_not_simply_both_is_unread(question: str, why: str) -> None:
    assert not isinstance(read_question(question), Problem), why


@pytest.mark.parametrize(("claim", "verdict", "why"), CLAIMS)
def test_a_claim_answers_both(claim: str, verdict: AnswerVerdict, why: str) -> None:
    problem = read_question("Write 3/8 as a decimal and as a percentage.")
    assert isinstance(problem, Problem)
    assert judge_answer(problem, claim).verdict is verdict, why


def test_the_parts_are_compared_one_by_one() -> None:
    question = "Write 45 in binary and hexadecimal"
    assert equal_as_asked(question, "101101 and 2D", "(a) 101101; (b) 2d").result.value == "equal"
