"""Slopes, tangents and normals of curves that an equation in x and y gives."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import judge_answer, read_question
from mathviz_chat.core.problems.problem import Problem, Unread
from mathviz_chat.core.solving.solution import Solution
from mathviz_chat.core.verdict import AnswerVerdict, StepKind, Verdict

CIRCLE = "Find the tangent to x^2 + y^2 = 25 at (3, 4)"
SLOPE = "What is dy/dx at (1,2) if x^2 + xy + y^2 = 7?"

QUESTIONS = [
    ("tangent to x^2 + y^2 = 25 at (3, 4)", "y = -3x/4 + 25/4", "2x + 2y*dy/dx = 0"),
    (
        "Find the equation of the tangent to the curve x^2 + y^2 = 25 at the point (3,4).",
        "y = -3x/4 + 25/4",
        "2y*dy/dx = -2x",
    ),
    ("tangent to x^2 + y^2 = 25 at (5, 0)", "x = 5", "5^2 + 0^2 = 25"),
    ("find the normal to x^2 + y^2 = 25 at (3,4)", "y = 4x/3", "(-3/4)*(4/3) = -1"),
    ("find the normal to x^2 + y^2 = 25 at (0, 5)", "x = 0", "2y*dy/dx = -2x"),
    ("equation of the normal to xy = 6 at (2, 3)", "y = 2x/3 + 5/3", "d/dx(xy) = y + x*dy/dx"),
    (
        "Find the tangent line to the ellipse x^2/4 + y^2/9 = 1 at (0, 3)",
        "y = 3",
        "dy/dx = -9x/(4y)",
    ),
    ("find the tangent to y^2 = 4x at (1, 2)", "y = x + 1", "dy/dx = 2/y"),
    (SLOPE, "-4/5", "-(2*1 + 2)/(1 + 2*2) = -4/5"),
    ("find the slope of the curve x^2 + xy + y^2 = 7 at (1, 2)", "-4/5", "dy/dx"),
    (
        "find dy/dx if x^2 + xy + y^2 = 7",
        "dy/dx = -(2x + y)/(x + 2y)",
        "(x + 2y)*dy/dx = -2x - y",
    ),
    ("x^2 - y^2 = 9, find dy/dx", "dy/dx = x/y", "2x - 2y*dy/dx = 0"),
]


@pytest.mark.parametrize(("question", "answer", "claim"), QUESTIONS)
def test_they_are_solved_as_a_class_does(question: str, answer: str, claim: str) -> None:
    solution = solve(question)
    assert isinstance(solution, Solution)
    assert solution.answer.text == answer
    assert solution.verdict is AnswerVerdict.VERIFIED
    assert any(claim in step.claim.text for step in solution.steps)
    claims = [s.claim for s in solution.steps if s.kind not in (StepKind.SETUP, StepKind.TEXT)]
    assert [one.text for one in claims if one.verdict is not Verdict.PROVED] == []


V, R = AnswerVerdict.VERIFIED, AnswerVerdict.REFUTED
ANSWERS = [
    (CIRCLE, "3x + 4y = 25", V, "another form"),
    (CIRCLE, "y = -3/4 x + 25/4", V, "the usual one"),
    (CIRCLE, "y = 3/4 x + 7/4", R, "through the point, with another slope"),
    (CIRCLE, "y = -3/4 x + 6", R, "the slope, beside the point"),
    (CIRCLE, "y = 4/3 x", R, "the normal"),
    (SLOPE, "-4/5", V, "the slope"),
    (SLOPE, "-0.8", V, "as a decimal"),
    (SLOPE, "4/5", R, "the sign"),
    (SLOPE, "-5/4", R, "upside down"),
]


@pytest.mark.parametrize(("question", "answer", "verdict", "why"), ANSWERS)
def test_each_answer_gets_its_verdict(
    question: str, answer: str, verdict: AnswerVerdict, why: str
) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem)
    assert judge_answer(problem, answer).verdict is verdict, why


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("tangent to x^2 + y^2 = 25 at (3, 5)", "the point is not on the curve"),
        ("tangent to x^2 - y^2 = 0 at (0, 0)", "two branches cross there"),
        ("What is dy/dx at (5, 0) if x^2 + y^2 = 25?", "the tangent is vertical"),
        ("tangent to x^2 + y^2 = r^2 at (3, 4)", "a third letter"),
    ],
)
def test_these_stay_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread), why


@pytest.mark.parametrize("question", [CIRCLE, SLOPE])
def test_the_reading_reads_back_as_itself(question: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem)
    assert read_question(problem.read_as) == problem
