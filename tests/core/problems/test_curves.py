"""Lengths of curves, and volumes of revolution that are more than discs under one curve."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Unread, read_question
from mathviz_chat.core.solving import Solution
from mathviz_chat.core.verdict import AnswerVerdict

READ = [
    ("Find the arc length of y = x^(3/2) from x = 0 to x = 4", "-8/27 + 80sqrt(10)/27", "a power"),
    (
        "find the length of the curve y = 2x^{3/2} between x = 0 and x = 1",
        "-2/27 + 20sqrt(10)/27",
        "the length of a curve",
    ),
    (
        "What is the length of the arc of y = x^3/6 + 1/(2x) from 1 to 2?",
        "17/12",
        "a perfect square under the root",
    ),
    ("Find the arc length of y = x^3/6 + 1/(2x) from x = -2 to x = -1", "17/12", "left of 0"),
    ("Calculate the exact arc length of the curve y=cosh x on [0, 1]", "sinh(1)", "an interval"),
    (
        "Determine the arc length of the graph of $y = \\frac{2}{3}x^{3/2}$ for 0 ≤ x ≤ 3.",
        "14/3",
        "LaTeX, and a chain",
    ),
    ("Find the length of the curve y = x^2 from 0 to 1", "arcsinh(2)/4 + sqrt(5)/2", "a parabola"),
    (
        "The region under y = x^2 from x = 0 to x = 2 is rotated about the y-axis. Find the "
        "volume.",
        "8pi",
        "shells",
    ),
    (
        "Find the volume when the region between y = x^2 and y = x is rotated about the x-axis",
        "2pi/15",
        "between two curves",
    ),
    (
        "The region enclosed by y = √x and y = x^2 is revolved about the x-axis. Find the volume "
        "of the solid generated.",
        "3pi/10",
        "the region first",
    ),
    (
        "Find the volume of the solid obtained by rotating the region bounded by y=x and y=x^2 "
        "about the y-axis",
        "pi/6",
        "shells between two curves",
    ),
]


@pytest.mark.parametrize(("question", "answer", "why"), READ, ids=[row[2] for row in READ])
def test_they_are_one_integral(question: str, answer: str, why: str) -> None:
    solution = solve(question)
    assert isinstance(solution, Solution)
    assert (solution.answer.plain, solution.verdict) == (answer, AnswerVerdict.VERIFIED)


UNREAD = [
    ("Set up the integral for the arc length of y = x^2 from 0 to 1", "not its value"),
    ("Find half the arc length of y = x^2 from 0 to 1", "half of it"),
    ("How long is the curve y = ln(cos x) from 0 to pi/4", "no rule integrates 1/|cos x|"),
    ("Find the arc length of y = x^2 from 1 to 0", "the limits backwards"),
    ("Find the arc length of y = x^2 + y from 0 to 1", "no function of x"),
    (
        "Find the volume when the region between y = x^2 and y = x is rotated about the line y = 2",
        "another line",
    ),
    (
        "Find the surface area when the region under y = x^2 from 0 to 2 is rotated about the "
        "y-axis",
        "its surface",
    ),
    (
        "The region under y = x^2 from x = 0 to x = 2 is rotated through 180° about the y-axis. "
        "Find the volume.",
        "half a turn",
    ),
    (
        "Find the volume when the region between y = x^2 and y = x is not rotated about the x-axis",
        "a negation",
    ),
    (
        "Find the volume when the region under y = x^2 from -1 to 2 is rotated about the y-axis",
        "on both sides of the axis",
    ),
    (
        "Find the volume when the region between y = x^2 - 1 and y = x is rotated about the x-axis",
        "across the axis",
    ),
]


@pytest.mark.parametrize(("question", "why"), UNREAD, ids=[row[1] for row in UNREAD])
def test_what_is_another_thing_stays_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread)
