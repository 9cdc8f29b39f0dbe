"""A value that the text gives to another letter than is asked for is not a verified answer.

The first line of a row is the question; the last column says why. A row that says "trap" must not
be verified.
"""

from __future__ import annotations

import pytest

from mathviz_chat.core import check
from mathviz_chat.core.verdict import AnswerVerdict, Verdict

VERIFIED, UNCHECKED, REFUTED = (
    AnswerVerdict.VERIFIED,
    AnswerVerdict.UNCHECKED,
    AnswerVerdict.REFUTED,
)
TRIPLE = "If x + 8 = 12, what is 3x?; "
SLOPE = "Find the slope of the line y = 6x - 9.; "
STEEP = "Find the slope of the tangent to y = x^2 at x = 3.; "
POWER = "Find the derivative of y = x^2.; "
TANGENT = "Find the equation of the tangent to y = x^2 at x = 3.; "

LARGER = "Find the larger of two numbers whose sum is 9 and whose difference is 5.; "

ROWS = [
    (TRIPLE + "x = 12", UNCHECKED, "trap: 12 is 3x"),
    (TRIPLE + "x = 4; x = 12", UNCHECKED, "trap: x is 4"),
    (TRIPLE + "x = 4; Answer: x = 12", UNCHECKED, "trap: announced"),
    (TRIPLE + r"x = 4; \boxed{x = 12}", UNCHECKED, "trap: in a box"),
    ("What is the maximum of y = 4 - x^2?; x = 4", UNCHECKED, "trap: its place is 0"),
    ("Find the y-intercept of y = 4x + 5; x = 5", UNCHECKED, "trap: x is 0 there"),
    ("Find the x-intercept of y = 2x - 6; x = 3", VERIFIED, "y is 0 there"),
    ("Where does y = 4 - x^2 have its maximum?; x = 0", VERIFIED, "the place is asked for"),
    (TRIPLE + "x is 12", UNCHECKED, "trap: in words"),
    (TRIPLE + "The value of x is 12", UNCHECKED, "trap: in words"),
    ("If x + 8 = 12, how much is 3x?; x = 12", UNCHECKED, "trap: asked otherwise"),
    ("If x + 8 = 12, find twice x.; x = 8", UNCHECKED, "trap: asked in words"),
    ("Find y if dy/dx = 2x.; y = x^2 + C", VERIFIED, "y is asked for"),
    ("Find the slope, m, of the line through (1, 2) and (3, 8); m = 3", VERIFIED, "beside a comma"),
    ("Find the sum of 2 and 3.; The sum is 5", VERIFIED, "numbers after it are not its value"),
    (TANGENT + "y = 6x - 9 is the tangent at that point", VERIFIED, "the line itself"),
    (TRIPLE + "x = 4; 3x = 12", VERIFIED, "what is asked for"),
    (TRIPLE + "x = 4; 12", VERIFIED, "the value alone"),
    ("If x = 3 and y = 2, what is 3x + y?; x = 11", UNCHECKED, "trap: x is 3"),
    ("If x = 3 and y = 2, what is 3x + y?; 3x + y = 11", VERIFIED, "what is asked for"),
    ("If y = 2x + 1 and x = 3, find y.; y = 7", VERIFIED, "y is asked for"),
    ("Evaluate y = 2x + 1 at x = 3; y = 7", VERIFIED, "y is what is worked out"),
    (SLOPE + "y = 6", UNCHECKED, "trap: y is the line"),
    (SLOPE + "Answer: y = 6", UNCHECKED, "trap: announced"),
    (SLOPE + "m = 6", VERIFIED, "a letter of its own"),
    ("Find the slope m of the line through (1, 2) and (3, 8); m = 3", VERIFIED, "its own letter"),
    ("Find the distance d between (0,0) and (3,4); d = 5", VERIFIED, "its own letter"),
    ("What is the y-intercept of y = 2x + 3?; y = 3", VERIFIED, "an intercept is a value of y"),
    ("What is the amplitude of y = 3 sin(2x)?; y = 3", UNCHECKED, "trap: y is the wave"),
    ("What is the maximum value of y = 4 - x^2?; y = 4", VERIFIED, "a value of y"),
    (STEEP + "y = 6", UNCHECKED, "trap: y is the curve"),
    (STEEP + "x = 6", UNCHECKED, "trap: x is 3"),
    (STEEP + "y' = 2x; At x = 3, y' = 6", VERIFIED, "a derivative without its place"),
    (STEEP + "y' = 2x; At x = 4, y' = 6", UNCHECKED, "trap: another place"),
    (POWER + "y = 2x", UNCHECKED, "trap: y is the curve"),
    (POWER + "y' = 2x", VERIFIED, "its derivative"),
    ("Find the derivative of x^2.; y = 2x", VERIFIED, "y is a letter of the text's own"),
    ("Find the derivative of f(x) = x^2; f(x) = 2x", UNCHECKED, "trap: f is the function"),
    ("Find f'(2) for f(x) = x^3.; f = 12", UNCHECKED, "trap: f is the function"),
    ("Find f'(2) for f(x) = x^3.; f'(2) = 12", VERIFIED, "its derivative"),
    ("Find the area under y = x^2 from 0 to 3.; y = 9", UNCHECKED, "trap: y is the curve"),
    ("Find the area under y = x^2 from 0 to 3.; A = 9", VERIFIED, "a letter of its own"),
    ("Integrate x^2 from 0 to 3.; x = 9", UNCHECKED, "trap: x is the variable"),
    ("Find the discriminant of x^2 - 5x + 6 = 0; x = 1", UNCHECKED, "trap: x is the unknown"),
    (TANGENT + "y = 6x - 9", VERIFIED, "the equation that is asked for"),
    (TANGENT + "y = 6x - 9 is the tangent's slope", UNCHECKED, "trap: an equation is no slope"),
    (
        TANGENT + "the slope of the tangent is y = 6x - 9",
        UNCHECKED,
        "trap: an equation is no slope",
    ),
    (LARGER + "The difference is 7", UNCHECKED, "trap: the difference is given as 5"),
    (LARGER + "The larger is 7", VERIFIED, "what is asked for"),
]


CIRCLE = "Find the area of a circle with radius 5.; "
SHARES = "Divide $60 in the ratio 2:3.; 60/5 = 12; "
BOTH = "Find the gcd and lcm of 12 and 18.; "
FRACTION = "Simplify (x^2 - 4)/(x^2 + 5x + 6); "

ENDS = [
    (CIRCLE + "A = pi * 25 = 25pi; A ≈ 78.5", VERIFIED, "the exact value stood before"),
    (CIRCLE + "A = 25pi; ≈ 78.5", VERIFIED, "without its letter"),
    (CIRCLE + "A = 26pi; A ≈ 81.7", REFUTED, "trap: the exact value is wrong"),
    (CIRCLE + "A = 25pi; A ≈ 78.6", UNCHECKED, "trap: it rounds to 78.5"),
    (SHARES + "2*12 = 24; 3*12 = 36", VERIFIED, "both values, one a line"),
    (SHARES + "2*12 = 24 and 3*12 = 36", VERIFIED, "both on one line"),
    (SHARES + "2*12 = 24; 3*12 = 35", UNCHECKED, "trap: a wrong line ends in one of them"),
    (SHARES + "3*12 = 36; 2*12 = 24", UNCHECKED, "trap: in another order"),
    (BOTH + "The lcm is 6; The gcd is 36", UNCHECKED, "trap: exchanged in words"),
    (SHARES + "2*12 = 24 is not the answer; 3*12 = 36", UNCHECKED, "trap: denied"),
    (SHARES + "Either 24; or 36", UNCHECKED, "trap: left open"),
    (FRACTION + "(x - 2)/(x + 3), x ≠ 7", UNCHECKED, "trap: nothing divides by x - 7"),
    ("Differentiate x^2; 2x, x ≠ 0", UNCHECKED, "trap: no value is left out"),
    (CIRCLE + "25pi; ≈ 80", UNCHECKED, "trap: too coarse"),
    (BOTH + "gcd = 6; lcm = 36", UNCHECKED, "names are not compared"),
    (BOTH + "lcm = 6; gcd = 36", UNCHECKED, "trap: the names exchanged"),
    (BOTH + "6; 36", VERIFIED, "in the order of the question"),
    (CIRCLE + "A = 25pi; 2A ≈ 157.1", UNCHECKED, "trap: it goes on to another value"),
    ("Solve x^2 = 9; x = 3, ignore x = -3", REFUTED, "trap: a solution is left aside"),
    (FRACTION + "(x - 2)/(x + 3), x ≠ -2", VERIFIED, "a restriction beside it"),
    (FRACTION + "= (x - 2)/(x + 3), where x ≠ -2", VERIFIED, "the same with a word"),
    (FRACTION + "(x - 2)/(x + 3), x ≠ -2, x ≠ -3", VERIFIED, "both values"),
    (FRACTION + "(x + 2)/(x + 3), x ≠ -2", REFUTED, "trap: another fraction"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ENDS, ids=[row[0] for row in ENDS])
def test_the_answer_is_found_among_the_last_values(
    text: str, expected: AnswerVerdict, why: str
) -> None:
    question, *lines = text.split("; ")
    assert check("\n".join(lines), question=question).answer_verdict is expected, why


@pytest.mark.parametrize(("text", "expected", "why"), ROWS, ids=[row[0] for row in ROWS])
def test_the_answer_is_what_is_asked_for(text: str, expected: AnswerVerdict, why: str) -> None:
    question, *lines = text.split("; ")
    report = check("\n".join(lines), question=question)
    assert report.answer_verdict is expected, why
    if expected is not VERIFIED:
        announced = [one.step.claim for one in report.lines if "Answer" in one.step.claim.text]
        assert all(claim.verdict is not Verdict.PROVED for claim in announced), why
