"""Polar and exponential forms of complex numbers: read, solved, and judged."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Problem, Unread, judge_answer, read_question
from mathviz_chat.core.solving import Solution
from mathviz_chat.core.verdict import AnswerVerdict, StepKind, Verdict

SOLVED = [
    ("Write 1 + i in polar form", "sqrt(2)*(cos(pi/4) + i*sin(pi/4))", "the first quadrant"),
    ("Convert -1 + sqrt(3)i to polar form", "2(cos(2pi/3) + i*sin(2pi/3))", "the second"),
    ("Put z = sqrt(3) - i into modulus-argument form", "2(cos(-pi/6) + i*sin(-pi/6))", "below"),
    ("Express 2i in trigonometric form", "2(cos(pi/2) + i*sin(pi/2))", "on the axis"),
    ("What is the polar form of i?", "cos(pi/2) + i*sin(pi/2)", "modulus 1"),
    (
        "Please write the complex number 2 - 2i in polar form.",
        "2sqrt(2)*(cos(-pi/4) + i*sin(-pi/4))", "politely",
    ),
    ("Find the exponential form of -2i", "2e^(i*(-pi/2))", "with e"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "answer", "why"), SOLVED, ids=[row[0] for row in SOLVED])
def test_it_is_solved_and_verified(question: str, answer: str, why: str) -> None:
    solved = solve(question)
    assert isinstance(solved, Solution), solved
    assert (solved.answer.plain, solved.verdict) == (answer, AnswerVerdict.VERIFIED)
    steps = [step for step in solved.steps if step.kind is not StepKind.SETUP]
    assert {step.claim.verdict for step in steps} == {Verdict.PROVED}
    assert read_question(solved.problem.read_as) == solved.problem


UNREAD = [
    ("Express 3 + 4i in polar form", "no known angle"),
    ("Write (1+i)^2 in polar form", "work is left"),
    ("Write the square of 1 + i in polar form", "something of it"),
    ("Write the conjugate of 1 + i in polar form", "another number"),
    ("Write -(1 + i) in polar form", "a bracket"),
    ("Write 1 + i and 1 - i in polar form", "two numbers"),
    ("Write 1 + i in polar form and find its square", "two tasks"),
    ("Write 1 + i in polar form with argument between 0 and pi", "an interval"),
    ("Write 1 + i in polar form in degrees", "degrees"),
    ("Write 1 + i in polar coordinates", "coordinates"),
    ("Convert (1, 1) to polar form", "a point"),
    ("Do not write 1 + i in polar form", "a negation"),
    ("Write x + i in polar form", "a letter"),
    ("Is 2(cos(pi/2) + i*sin(pi/2)) the polar form of 2i?", "yes or no"),
    ("Write 5 in polar form", "a real number"),
]


@pytest.mark.parametrize(("question", "why"), UNREAD, ids=[row[0] for row in UNREAD])
def test_what_says_more_is_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread)


CLAIMED = [
    ("sqrt(2)(cos(pi/4) + isin(pi/4))", "verified", "without a space"),
    ("sqrt(2)(cos(45°) + i sin(45°))", "verified", "in degrees"),
    ("z = sqrt(2)(cos(9pi/4) + i sin(9pi/4))", "verified", "a turn more"),
    ("2(cos(pi/4) + i sin(pi/4))", "refuted", "another modulus"),
    ("sqrt(2)(cos(pi/3) + i sin(pi/3))", "refuted", "another argument"),
    ("sqrt(2)e^(i*pi/4)", "unchecked", "another form"),
    ("-sqrt(2)(cos(5pi/4) + i sin(5pi/4))", "unchecked", "a negative modulus"),
    ("sqrt(2)(cos(pi/4) - i sin(pi/4))", "unchecked", "a minus"),
    ("sqrt(2)(cos(pi/4) + i sin(9pi/4))", "unchecked", "two angles"),
    ("1 + i", "unchecked", "the question again"),
]


@pytest.mark.parametrize(("answer", "verdict", "why"), CLAIMED, ids=[row[2] for row in CLAIMED])
def test_a_claimed_answer(answer: str, verdict: str, why: str) -> None:
    problem = read_question("Write 1 + i in polar form")
    assert isinstance(problem, Problem)
    assert judge_answer(problem, answer).verdict == verdict
