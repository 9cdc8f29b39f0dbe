"""Wrong answers that can be refuted are, and the right ones beside them are verified."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems import Problem, judge_answer, read_question

EXPONENTIAL = "Solve e^(2x) - 3e^x + 2 = 0"
POWERS = "Solve 2^(2x) - 5*2^x + 4 = 0"
PAIRS = "Solve x + y = 3, x^2 + y^2 = 5"
LEGS = "The legs of a right triangle are 6 and 8. Find the hypotenuse."
FORMULA = "The temperature in Fahrenheit is F = 1.8C + 32. Find F when C = 25."
POINT = "Find the maximum point of f(x) = x^3 - 3x"
THIRD = "Two angles of a triangle are 20° and 40°. Find the third angle."
EXTREMA = "Find the local maxima and minima of x^3 - 3x + 2"

SINGULAR = "Find the inverse of [[1, 2], [2, 4]]"

CLAIMS = [
    (SINGULAR, "no inverse", "verified", "its determinant is 0"),
    (SINGULAR, "The matrix is singular.", "verified", "the same in words"),
    ("Find the inverse of [[2, 1], [1, 1]]", "no inverse", "refuted", "its determinant is 1"),
    ("Find the inverse of [[1, 2, 3], [4, 5, 6], [7, 8, 9]]", "no inverse", "verified", "by three"),
    (EXTREMA, "maximum at (-1, 4), minimum at (1, 0)", "verified", "the kind first"),
    (EXTREMA, "(-1, 4) maximum, (1, 0) minimum", "verified", "the point first"),
    (EXTREMA, "(-1, 4) is a local maximum and (1, 0) is a local minimum", "verified", "in words"),
    (EXTREMA, "(-1, 4) minimum, (1, 0) maximum", "refuted", "the kinds exchanged"),
    (EXTREMA, "(-1, 4) maximum", "refuted", "half of it"),
    (POINT, "(-1, 2)", "verified", "both coordinates"),
    (POINT, "x = -1", "unchecked", "half of the point"),
    (POINT, "2", "unchecked", "half of the point"),
    (POINT, "Maximum (-1, 2), minimum (1, -2)", "unchecked", "more than was asked"),
    (POINT, "Maximum (-1, 3), minimum (1, -2)", "refuted", "another height"),
    (POINT, "(1, -2)", "refuted", "the minimum"),
    (THIRD, "120", "verified", "180 - 60"),
    (THIRD, "110", "refuted", "another angle"),
    (THIRD, "2π/3 radians", "unchecked", "the angle in radians"),
    (THIRD, "2π/3", "unchecked", "the angle in radians"),
    (EXPONENTIAL, "x = 0 or x = ln(2)", "verified", "both solutions"),
    (EXPONENTIAL, "x = 0", "refuted", "ln(2) is missing"),
    (EXPONENTIAL, "x = ln(2)", "refuted", "0 is missing"),
    (EXPONENTIAL, "x = 1", "refuted", "no solution"),
    (POWERS, "x = 0 or x = 2", "verified", "both solutions"),
    (POWERS, "x = 2", "refuted", "0 is missing"),
    ("Solve ln(x^2) = 2", "x = e", "refuted", "-e is missing"),
    ("Solve 2^x = 8", "x = 3", "verified", "the only one"),
    (PAIRS, "x = 1, y = 2 or x = 2, y = 1", "verified", "both pairs"),
    (PAIRS, "(1, 2), (2, 1)", "verified", "both pairs"),
    (PAIRS, "x = 1, y = 2", "refuted", "one pair is missing"),
    (PAIRS, "x = 1, y = 1", "refuted", "no solution"),
    ("Solve x + y = 3, x - y = 1", "x = 2, y = 1", "verified", "there is one"),
    (LEGS, "10", "verified", "the length"),
    (LEGS, "-10", "refuted", "no length is negative"),
    (LEGS, "9", "refuted", "another length"),
    (FORMULA, "77", "verified", "the value"),
    (FORMULA, "F = 77", "verified", "with its name"),
    (FORMULA, "F = 78", "refuted", "one more"),
]


@pytest.mark.parametrize(("question", "claim", "verdict", "why"), CLAIMS)
def test_claims_are_judged(question: str, claim: str, verdict: str, why: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem)
    assert judge_answer(problem, claim).verdict.value == verdict, why
