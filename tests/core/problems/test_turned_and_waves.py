"""Areas beside sines and cosines, and volumes of revolution in whatever order they are told.

question, expected (None: unread), why
"""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.solving.solution import Solution
from mathviz_chat.core.verdict import AnswerVerdict

ROWS = [
    ("Find the area under y = sin x from 0 to pi", "2", "its zeros are the ends"),
    ("Find the area between sin x and cos x on [0, pi/4]", "-1 + sqrt(2)", "they meet at an end"),
    (
        "Find the area enclosed by y = sin x and y = cos x for 0 ≤ x ≤ π/4.",
        "-1 + sqrt(2)",
        "a range",
    ),
    (
        "Find the area between y = sin(x) and y = cos(x) from x = π/4 to x = 5π/4",
        "2sqrt(2)",
        "from one crossing to the next",
    ),
    ("Find the area between y = sin x and y = 2 from 0 to pi", "-2 + 2pi", "they never meet"),
    ("Find the area between sin x and cos x on [0, pi/2]", None, "they cross in between"),
    ("Find the area under y = sin x between x = 0 and x = 2pi", None, "half of it lies below"),
    ("Find the area under y = 1/sin x from 0 to pi", None, "not bounded"),
    (
        "Find the volume of revolution of y = 2x + 1 about the x-axis between x = 0 and x = 3.",
        "57pi",
        "the axis before the ends",
    ),
    (
        "Find the volume obtained by rotating y = sqrt(x), 0 ≤ x ≤ 4, about the x-axis",
        "8pi",
        "a range",
    ),
    ("Rotate y = x^2 about the x-axis for 0 ≤ x ≤ 1. Find the volume.", "pi/5", "a command first"),
    (
        "Find the volume when y = sin x, 0 <= x <= pi, is rotated 2pi about the x-axis",
        "pi^2/2",
        "a whole turn",
    ),
    (
        "Find the volume when y = x^2 from x = 0 to x = 2 is rotated 180° about the x-axis",
        None,
        "half a turn",
    ),
    (
        "Find the volume of revolution of y = x^2 about the x-axis between y = 0 and y = 4",
        None,
        "ends of another axis",
    ),
    (
        "Find the volume of revolution of y = x^2 about the line y = 1 from x = 0 to x = 1",
        None,
        "another axis",
    ),
    (
        "Find half the volume of revolution of y = 2x + 1 about the x-axis from x = 0 to x = 3.",
        None,
        "half of it",
    ),
]


@pytest.mark.parametrize(("question", "expected", "why"), ROWS, ids=[row[0] for row in ROWS])
def test_they_are_one_integral(question: str, expected: str | None, why: str) -> None:
    found = solve(question)
    if expected is None:
        assert not isinstance(found, Solution), why
        return
    assert isinstance(found, Solution), why
    assert (found.answer.plain, found.verdict) == (expected, AnswerVerdict.VERIFIED), why
