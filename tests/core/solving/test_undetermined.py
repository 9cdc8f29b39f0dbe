"""Linear differential equations of second order whose right side is not 0."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Unread, judge_answer, read_question
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.solving.solution import Solution, Unsolved
from mathviz_chat.core.verdict import AnswerVerdict, StepKind, Verdict

V, R, U = AnswerVerdict.VERIFIED, AnswerVerdict.REFUTED, AnswerVerdict.UNCHECKED

SOLVED = [
    ("Solve y'' - y = x", "y = C_1*e^(-x) + C_2*e^x - x", "a polynomial"),
    (
        "Find the general solution of the differential equation y'' + 4y = \\sin x",
        "y = C_1*cos(2x) + C_2*sin(2x) + sin(x)/3",
        "a wave, LaTeX",
    ),
    ("Solve y'' + y = cos x", "y = C_1*cos(x) + C_2*sin(x) + x*sin(x)/2", "resonance of a wave"),
    ("solve y'' - 3y' + 2y = e^x", "y = C_1*e^x + C_2*e^(2x) - x*e^x", "resonance with a root"),
    (
        "Solve y'' - 2y' + y = x e^x, y(0) = 1, y'(0) = 0",
        "y = (x^3/6 - x + 1)*e^x",
        "a double root, and initial values",
    ),
    (
        "$\\frac{d^2y}{dx^2} - 5\\frac{dy}{dx} + 6y = e^{4x}$",
        "y = C_1*e^(2x) + C_2*e^(3x) + e^(4x)/2",
        "fractions of differentials",
    ),
    (
        "find the general soln of d^2y/dx^2 + y = 2x^2",
        "y = C_1*cos(x) + C_2*sin(x) + 2x^2 - 4",
        "an answer with two terms",
    ),
    ("y″ + 3y′ + 2y = 6", "y = C_1*e^(-2x) + C_2*e^(-x) + 3", "Unicode, and a constant"),
    ("Solve y'' + y' = x", "y = C_1*e^(-x) + C_2 + x^2/2 - x", "no term in y"),
    (
        "Solve the initial value problem y'' - y = 2x, y(0) = 0, y'(0) = 1",
        "y = -3e^(-x)/2 + 3e^x/2 - 2x",
        "no hyperbolic functions that were not there",
    ),
    ("how do i solve y''+9y=cos 2x please", "y = C_1*cos(3x) + C_2*sin(3x) + cos(2x)/5", "plain"),
    ("Solve x'' + 4x = 8t given x(0) = 0 and x'(0) = 3", "x = 2t + sin(2t)/2", "other letters"),
    (
        "Solve P'' + P = t e^t by the method of undetermined coefficients",
        "P = C_1*cos(t) + C_2*sin(t) + t*e^t/2 - e^t/2",
        "a function named as a coefficient would be, and the method",
    ),
    (
        "\\[ y'' + 2y' + y = e^{-x} \\] Determine all solutions.",
        "y = (C_1 + C_2*x)*e^(-x) + x^2*e^(-x)/2",
        "displayed",
    ),
    (
        "Solve the second order linear nonhomogeneous differential equation y'' - 4y = 3e^x + 1",
        "y = C_1*e^(-2x) + C_2*e^(2x) - e^x - 1/4",
        "a sum of two sorts",
    ),
]


@pytest.mark.parametrize(("question", "answer", "why"), SOLVED, ids=[row[2] for row in SOLVED])
def test_they_are_solved_with_proved_steps(question: str, answer: str, why: str) -> None:
    solution = solve(question)
    assert isinstance(solution, Solution)
    assert (solution.answer.text, solution.verdict) == (answer, V)
    claims = [step for step in solution.steps if step.kind is not StepKind.SETUP]
    assert all(step.claim.verdict is Verdict.PROVED for step in claims), why


ANSWERS = [
    ("y = C_1*e^x + C_2*e^(-x) - x", V, "the answer"),
    ("y = A e^x + B e^(-x) - x", V, "other constants"),
    ("y = C_1*cosh(x) + C_2*sinh(x) - x", V, "other functions"),
    ("y = C_1*e^x + C_2*e^(-x) + x", R, "the wrong sign"),
    ("y = C_1*e^x + C_2*e^(-x)", R, "of the homogeneous equation only"),
    ("y = -x", U, "one solution only"),
]


@pytest.mark.parametrize(("answer", "verdict", "why"), ANSWERS)
def test_each_answer_gets_its_verdict(answer: str, verdict: AnswerVerdict, why: str) -> None:
    problem = read_question("Solve y'' - y = x")
    assert isinstance(problem, Problem)
    assert judge_answer(problem, answer).verdict is verdict, why


@pytest.mark.parametrize(
    "question",
    [
        "Find a particular solution of y'' - y = x",
        "Find the particular integral of y'' + 4y = sin x",
        "Find the complementary function of y'' - y = x",
        "Write down the characteristic equation of y'' - y = x",
        "Find the homogeneous solution of y'' - y = x",
        "Find the transient part of the solution of y'' + y' + y = 1",
        "Solve y'' - y = x, y(0) = 0",
    ],
)
def test_one_part_of_a_solution_stays_unread(question: str) -> None:
    assert isinstance(read_question(question), Unread)


@pytest.mark.parametrize("right", ["tan x", "1/x", "sin(x^2)", "e^(x^2)", "x^20"])
def test_other_right_sides_are_not_solved(right: str) -> None:
    assert isinstance(solve(f"Solve y'' + y = {right}"), Unsolved)
