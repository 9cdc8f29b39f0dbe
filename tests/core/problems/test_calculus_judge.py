"""Answers on calculus and linear algebra that are wrong, unfinished, or cannot be told."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems import Problem, Unread, judge_answer, read_question
from mathviz_chat.core.verdict import AnswerVerdict

REFUTED, UNCHECKED = AnswerVerdict.REFUTED, AnswerVerdict.UNCHECKED
VERIFIED = AnswerVerdict.VERIFIED


@pytest.mark.parametrize(
    ("question", "answer", "verdict", "why"),
    [
        ("Find the derivative of tan x", "1/cos(x)", REFUTED, "the square is missing"),
        ("find the slope of y = x^2 at x = 3", "9", REFUTED, "the height, not the slope"),
        ("find the slope of y = x^2 at x = 3", "2*3", UNCHECKED, "not worked out"),
        ("find dy/dx if x^2 + y^2 = 25", "x/y", REFUTED, "a lost sign, at (3, 4)"),
        ("find dy/dx if x^2 + y^2 = 25", "2x + 2y*y' = 0", UNCHECKED, "not solved for it"),
        ("find dy/dx if xy = 1", "-1/x^2", VERIFIED, "y is put in: equal on the curve only"),
        ("find dy/dx if xy = 1", "-y^2", VERIFIED, "x is put in"),
        ("find dy/dx if y^2 = x^3", "3y/(2x)", VERIFIED, "equal but at the origin"),
        ("find dy/dx if xy = 1", "-1/x^2 + 1", REFUTED, "off by one at (1, 1)"),
        ("find dy/dx if x = y^2", "1/(2sqrt(x))", REFUTED, "the upper branch only"),
        ("Find the tangent to y = x^2 at x = 3", "y = 6x + 9", REFUTED, "another constant"),
        ("Find the tangent to y = x^2 at x = 3", "y = 5x - 6", REFUTED, "another slope"),
        ("Find the tangent to y = x^2 at x = 3", "y = x^2", UNCHECKED, "no line"),
        ("Find the tangent to y = x^2 at x = 3", "6", UNCHECKED, "a slope is no line"),
        (
            "Find the local extrema of x^3 - 3x",
            "maximum at x = 1, minimum at x = -1",
            REFUTED,
            "swapped",
        ),
        ("Find the local extrema of x^3 - 3x", "maximum at x = -1", REFUTED, "one is missing"),
        (
            "Find the local extrema of x^3 - 3x",
            "maximum at (-1, 3), minimum at (1, -2)",
            REFUTED,
            "height",
        ),
        ("Find the local extrema of x^3", "minimum at x = 0", REFUTED, "a terrace point"),
        ("Find the local extrema of x^3", "none", VERIFIED, "a terrace point"),
        ("Find the critical points of x^3 - 3x", "x = 1", REFUTED, "one is missing"),
        ("Find the maximum value of 4x - x^2", "2", REFUTED, "the place, not the value"),
        ("Find the maximum value of x^2", "0", UNCHECKED, "it has none"),
        (
            "Find the absolute extrema of x^2 on [-1, 2]",
            "maximum 1 at x = -1, minimum 0 at x = 0",
            REFUTED,
            "4 at 2",
        ),
        ("Where is x^2 - 4x decreasing?", "x > 2", REFUTED, "it rises there"),
        ("integrate ln x", "x ln(x) + C", REFUTED, "its derivative is ln(x) + 1"),
        ("integrate ln x", "x ln(x) - x", UNCHECKED, "the constant is missing"),
        ("Find the integral of x^2 from 0 to 3", "27", REFUTED, "the antiderivative's factor"),
        ("Find the integral of 1/x from -1 to 1", "0", UNCHECKED, "it does not exist"),
        ("lim_{x->0} sin(x)/x", "0", REFUTED, "it is 1"),
        ("lim_{x->0} sin(x)/x", "does not exist", REFUTED, "it is 1"),
        ("lim_{x->0} 1/x", "oo", REFUTED, "from the left it is -oo"),
        ("lim_{x->0} 1/x^2", "-oo", REFUTED, "it is oo"),
        ("lim_{x->0} sin(1/x)", "0", UNCHECKED, "no rule decides it"),
        ("sum_{k=1}^{10} k^2", "384", REFUTED, "off by one"),
        ("sum_{k=1}^n k", "n(n-1)/2", REFUTED, "the sum up to n - 1"),
        ("sum_{n=0}^oo (1/2)^n", "1", REFUTED, "the first term is left out"),
        ("sum_{n=0}^oo 2^n", "-1", UNCHECKED, "it diverges"),
        ("Does sum_{n=1}^oo 1/n converge?", "yes", REFUTED, "the harmonic series"),
        ("Does sum_{n=1}^oo 1/(n-3)^2 converge?", "yes", UNCHECKED, "no term for n = 3"),
        ("Does sum_{n=1}^oo 1/n^2 converge?", "no", REFUTED, "p = 2"),
        ("Find the Maclaurin series of sin x up to degree 3", "x - x^3/3", REFUTED, "3! is 6"),
        ("Solve y' = 3y", "y = e^(3x)", UNCHECKED, "the constant is missing"),
        ("Solve y' = 3y", "y = C e^(2x)", REFUTED, "another rate"),
        ("Solve y' = 3y, y(0) = 2", "y = 3e^(3x)", REFUTED, "the condition fails"),
        ("Solve y'' + 4y = 0", "y = C_1 cos(2x) + C_2 cos(2x)", UNCHECKED, "not independent"),
        ("Find the determinant of [[1,2],[3,4]]", "10", REFUTED, "ad + bc"),
        ("Compute [[1,2],[3,4]]*[[0,1],[1,0]]", "[[3,4],[1,2]]", REFUTED, "the other order"),
        ("Find the rank of [[1,2],[2,4]]", "2", REFUTED, "the rows are multiples"),
        ("Row reduce [[1,2],[3,4]]", "[[1,2],[0,-2]]", UNCHECKED, "not reduced to the end"),
        ("Find the eigenvalues of [[2,1],[1,2]]", "1, 2", REFUTED, "2 is none"),
        ("Find the eigenvalues of [[2,1],[1,2]]", "3", REFUTED, "1 is missing"),
        ("Find the eigenvectors of [[2,0],[0,3]]", "2: (0, 1); 3: (1, 0)", REFUTED, "swapped"),
        ("Find the cross product of (1,2,3) and (4,5,6)", "(3, -6, 3)", REFUTED, "the other order"),
        ("Find the magnitude of (3, 4)", "25", REFUTED, "the root is missing"),
        ("Find the angle between (1,0) and (1,1)", "pi/2", REFUTED, "it is pi/4"),
        ("Find the angle between (1,2) and (3,-1)", "arccos(sqrt(2)/5)", REFUTED, "half of it"),
        ("Find the angle between (1,2) and (3,-1)", "arcsin(sqrt(2)/10)", REFUTED, "its sine"),
        (
            "Find the angle between (1,2) and (3,-1)",
            "arccos(1/(sqrt(5)*sqrt(10)))",
            UNCHECKED,
            "raw",
        ),
    ],
)
def test_what_is_no_answer_or_a_wrong_one(
    question: str, answer: str, verdict: AnswerVerdict, why: str
) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem), problem
    judged = judge_answer(problem, answer)
    assert judged.verdict is verdict, (why, judged)


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("Find the tangent line to y = x^2 not at x = 3", "a negation"),
        ("Find the tangent line to y = x^2", "no point"),
        ("Find the tangent line to y = x^2 at the point (1, 2)", "the point is not on the curve"),
        ("Find the derivative of x^2 at x = 3 except 7", "a stray number"),
        ("Let f(x) = x^2. Find the tangent to y = x^3 at x = 1", "f is given and not used"),
        ("Find the local extrema of x^2 + y^2", "two variables"),
        ("Find the determinant of the 3 by 3 matrix [[1,2],[3,4]]", "another size"),
        ("Find the determinant of [[1,2,3],[4,5,6]]", "not square"),
        ("Let A = [[1,2],[3,4]] and B = [[1,0],[0,1]]. Find det(A).", "B is given and not used"),
        ("Multiply [[1,2],[3,4]] by [[1,2,3]]", "the shapes do not fit"),
        ("Find the dot product of (1,2) and (1,2,3)", "different lengths"),
        ("Find the limit of 1/x as y approaches 0", "another variable"),
        ("Is the limit of 1/x as x approaches 0 never 5?", "a negation"),
        ("Does the series 1 + 2 converge?", "no series"),
        ("Find the area under y = x - 1 from 0 to 3", "the curve is below the axis in part"),
        ("Find the Taylor series of e^x", "no point and no order"),
        ("Solve y' = 2y, y(0) = 1, y(1) = 2", "more conditions than the order"),
        ("Find the maximum value of x^2 not on [0, 1]", "a negation"),
    ],
)
def test_what_stays_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread), why
