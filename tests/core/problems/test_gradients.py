"""Gradients as vectors, Hessians as matrices: read, solved, judged, or left alone."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Problem, Unread, judge_answer, read_question
from mathviz_chat.core.solving import Solution
from mathviz_chat.core.verdict import AnswerVerdict, Verdict

SOLVED = [
    ("Find the gradient of x^3 + x y^2", "(3x^2 + y^2, 2xy)", "an expression in x and y"),
    ("Find the gradient of f(x,y) = x^2 + 3xy", "(2x + 3y, 3x)", "a function"),
    ("Let f(x, y, z) = x y z + z^2. Find its gradient.", "(zy, zx, xy + 2z)", "three letters"),
    ("Find the gradient of f(u,v) = u^2 v", "(2vu, u^2)", "other letters"),
    ("Find the Hessian of x^3 + x y^2", "[[6x, 2y], [2y, 2x]]", "a matrix"),
    ("Find the gradient of f(x,y) = x^2 y at (1, 2)", "(4, 1)", "at a point"),
    (
        "what is the gradient of f(x, y) = sin(x) cos(y) at the origin?", "(1, 0)", "at the origin",
    ),
    (
        "Given f(x,y) = e^(x y), find the Hessian matrix at the point (0, 1)",
        "[[1, 1], [1, 0]]", "a matrix at a point",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("question", "answer", "why"), SOLVED, ids=[row[2] for row in SOLVED])
def test_it_is_read_and_verified(question: str, answer: str, why: str) -> None:
    solved = solve(question)
    assert isinstance(solved, Solution), solved
    assert (solved.answer.plain, solved.verdict) == (answer, AnswerVerdict.VERIFIED)
    assert all(step.claim.verdict is Verdict.PROVED for step in solved.steps)
    assert read_question(solved.problem.read_as) == solved.problem


UNREAD = [
    ("Find the gradient of mx + c", "the slope of a line"),
    ("Find the Hessian of x^2", "one letter"),
    ("Find the determinant of the Hessian of f(x,y) = x^2*y", "something of it"),
    ("Find the gradient of f(x,y) = x^2 y z", "a letter that is no coordinate"),
    ("Find the gradient of f(x,y) = x^2 y at (1, 2, 3)", "a point of space"),
    ("Find the gradient of f(x,y) = x^2 y in the direction (1, 1)", "a directional derivative"),
    ("Let f(x,y) = x^2 y. Find the gradient of g.", "another function"),
]


@pytest.mark.parametrize(("question", "why"), UNREAD, ids=[row[1] for row in UNREAD])
def test_what_says_more_or_less_is_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread)


GRADIENT = "Find the gradient of x^3 + x y^2"
JUDGED = [
    (GRADIENT, "<3x^2 + y^2, 2xy>", "unchecked", "angle brackets are not read"),
    (GRADIENT, "[3x^2 + y^2, 2xy]", "verified", "square brackets"),
    (GRADIENT, r"\begin{pmatrix} y^2 + 3x^2 \\ 2xy \end{pmatrix}", "verified", "a column"),
    (GRADIENT, "(2xy, 3x^2 + y^2)", "refuted", "in the other order"),
    (GRADIENT, "(3x^2, 2xy)", "refuted", "a term is missing"),
    (GRADIENT, "3x^2 + y^2", "unchecked", "no vector"),
    ("Find the Hessian of x^3 + x y^2", "[[6x, 2y], [2x, 2y]]", "refuted", "entries changed"),
    ("Find the gradient of f(x,y) = x^2 y at (1, 2)", "(4, 2)", "refuted", "a wrong value"),
    ("Find the gradient of f(x,y) = x^2 y at (1, 2)", "(2*2, 1)", "unchecked", "work is left"),
]


@pytest.mark.parametrize(("question", "answer", "verdict", "why"), JUDGED)
def test_a_claimed_answer(question: str, answer: str, verdict: str, why: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem)
    assert judge_answer(problem, answer).verdict.value == verdict
