"""Trigonometric equations whose solutions are no known angles, as people write them."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.solving.solution import Solution
from mathviz_chat.core.verdict import AnswerVerdict, StepKind, Verdict

QUESTIONS = [
    ("Solve sin x = 0.3", "x = arcsin(0.3) + 2n*pi or x = pi - arcsin(0.3) + 2n*pi"),
    ("sin(x) = 0.3 for 0 <= x <= 2pi", "x = arcsin(0.3) or x = pi - arcsin(0.3)"),
    ("cos θ = 0.25, 0° ≤ θ ≤ 360°", "theta = 75.5 degrees or theta = 284.5 degrees"),
    ("Find x in [0, 2π] with cos x = -1/3", "x = pi - arccos(1/3) or x = pi + arccos(1/3)"),
    ("solve 3cos(2x) = 1", "x = arccos(1/3)/2 + n*pi or x = -arccos(1/3)/2 + n*pi"),
    (
        "Solve 3cos(2x) = 1 for 0° ≤ x ≤ 180°. Round to one decimal place.",
        "x = 35.3 degrees or x = 144.7 degrees",
    ),
    ("tan x = 2", "x = arctan(2) + n*pi"),
    ("tan x = -3, 0° < x < 360°", "x = 108.4 degrees or x = 288.4 degrees"),
    ("Solve tan(2x) = 5 on [0, pi]", "x = arctan(5)/2 or x = pi/2 + arctan(5)/2"),
    (
        "2sin^2 x - 3 sin x + 0.5 = 0",
        "x = arcsin((3 - sqrt(5))/4) + 2n*pi or x = pi - arcsin((3 - sqrt(5))/4) + 2n*pi",
    ),
    ("3 sin x + 4 cos x = 5", "x = pi/2 - arctan(4/3) + 2n*pi"),
    (
        "Solve 3 sin x + 4 cos x = 2 for 0° ≤ x ≤ 360° to 1 d.p.",
        "x = 103.3 degrees or x = 330.4 degrees",
    ),
    ("2 sin x - cos x = 1, 0 <= x <= 2pi", "x = 2arctan(1/2) or x = pi"),
    ("cos(x + 30°) = 0.6 for 0 ≤ x ≤ 360°", "x = 23.1 degrees or x = 276.9 degrees"),
    ("sec x = 3", "x = arccos(1/3) + 2n*pi or x = -arccos(1/3) + 2n*pi"),
    ("cosec x = 4 for 0 ≤ x ≤ 2π", "x = arcsin(1/4) or x = pi - arcsin(1/4)"),
    ("3 sin x = cos x", "x = arctan(1/3) + n*pi"),
    ("sin x + √2 cos x = 0", "x = -arctan(sqrt(2)) + n*pi"),
    (
        "Solve 2 sin x = 3 cos x for 0° ≤ x ≤ 360° to the nearest degree",
        "x = 56 degrees or x = 236 degrees",
    ),
    (
        "5 sin^2 x + 2cos x = 4, 0<=x<360 degrees",
        "x = 46.4 degrees or x = 106.9 degrees or x = 253.1 degrees or x = 313.6 degrees",
    ),
    ("sin x cos x = 0.2", "x = arcsin(2/5)/2 + n*pi or x = pi/2 - arcsin(2/5)/2 + n*pi"),
    (
        "Solve sec^2 x = 3 tan x - 1 for 0 <= x <= pi",
        "x = pi/4 or x = arctan(2)",
    ),
    (
        "cos x = 0.2 for -180° <= x <= 180°",
        "x = -78.5 degrees or x = 78.5 degrees",
    ),
    ("cos x = 1/2 for -180° <= x <= 180°", "x = -60 degrees or x = 60 degrees"),
    ("4 sin x cos x = 1", "x = pi/12 + n*pi or x = 5pi/12 + n*pi"),
    ("Solve 2sin^2 x = 3cos x for 0 <= x <= 2pi", "x = pi/3 or x = 5pi/3"),
    ("sin x + cos x = 1", "x = 2n*pi or x = pi/2 + 2n*pi"),
    (
        "Solve 6cos^2 x - cos x - 1 = 0 for x from 0 to 360 degrees",
        "x = 60 degrees or x = 109.5 degrees or x = 250.5 degrees or x = 300 degrees",
    ),
    (
        "Solve sin 2x = 0.5 cos x for 0 <= x <= pi",
        "x = arcsin(1/4) or x = pi/2 or x = pi - arcsin(1/4)",
    ),
]


@pytest.mark.parametrize(("question", "answer"), QUESTIONS)
@pytest.mark.parametrize("granularity", ["brief", "normal", "fine"])
def test_they_are_solved_and_every_line_is_proved(
    question: str, answer: str, granularity: str
) -> None:
    solution = solve(question, granularity=granularity)  # type: ignore[arg-type]
    assert isinstance(solution, Solution)
    assert solution.answer.text == answer
    assert solution.verdict is AnswerVerdict.VERIFIED
    claims = [step.claim for step in solution.steps if step.kind is not StepKind.TEXT]
    assert [claim.text for claim in claims if claim.verdict is not Verdict.PROVED] == []
