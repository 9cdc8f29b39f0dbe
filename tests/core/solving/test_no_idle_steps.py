"""Steps that say nothing new are left out, and sums of angles end in a simple form."""

from __future__ import annotations

from collections import Counter

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.solving import Solution
from mathviz_chat.core.verdict import AnswerVerdict


@pytest.mark.parametrize(
    "question",
    [
        "Solve x^3 = 0",
        "Solve 2x^4 = 0",
        "What is the second derivative of ln(x^2 + 1)?",
        "What's the third derivative of sin(2x)?",
        "Solve tan(x)^2 = 3 for 0 <= x < 2pi",
        "Find the Hessian of x^3 y + x y^2",
    ],
)
def test_no_line_is_repeated(question: str) -> None:
    solved = solve(question, granularity="fine")
    assert isinstance(solved, Solution), solved
    assert max(Counter(step.claim.text for step in solved.steps).values()) == 1


def test_a_power_that_is_0_needs_one_step() -> None:
    solved = solve("Solve x^3 = 0", granularity="normal")
    assert isinstance(solved, Solution)
    assert [step.rule for step in solved.steps[:-1]] == ["A product is 0 when a factor is 0"]


@pytest.mark.parametrize(
    ("expression", "shorter"),
    [
        ("(sin x + cos x)^2", "sin(2x) + 1"),
        ("(sin x - cos x)^2", "1 - sin(2x)"),
        ("tan x + cot x", "2/sin(2x)"),
        ("sin x cos x", "sin(2x)/2"),
        ("sin^2 x + cos^2 x", "1"),
        ("1 - sin^2 x", "cos(x)^2"),
    ],
)
def test_a_sum_of_angles_is_simplified(expression: str, shorter: str) -> None:
    solved = solve(f"Simplify {expression}")
    assert isinstance(solved, Solution), solved
    assert (solved.answer.plain, solved.verdict) == (shorter, AnswerVerdict.VERIFIED)
