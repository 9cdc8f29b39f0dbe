"""A word that asks for something besides: the question is unread, never answered without it."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems import Problem, Unread, read_question

UNREAD = [
    ("Find the rational roots of x^3 - 2x = 0", "chooses among the roots"),
    ("Find the extraneous root of sqrt(x + 3) = x - 3", "it is no root"),
    ("Find the derivative of the inverse function of f(x) = x^3 + 1", "two operations"),
    ("Find the domain of the derivative of f(x) = sqrt(x)", "two operations"),
    ("Find the coefficient of x^2 in the Maclaurin series of the derivative of e^(2x)", "two"),
    ("Find the magnitude and conjugate of 3 + 4i", "two things joined"),
    ("Find the displacement and velocity at t = 2 if s = t^3 - 2t", "two things joined"),
    ("For which x is the absolute value of x - 3 equal to 2?", "an operation told in words"),
    ("For what values of x is the modulus of x - 3 equal to 2?", "the same"),
    ("What is the degree of the expansion of (x+1)^2(x^2 - 3)?", "a quality of what is found"),
    ("What is the degree of the quotient when x^3 - 1 is divided by x - 1?", "the same"),
    ("Find the irreducible factor of degree two of x^3 - 1", "one of the factors"),
    ("Find the common factor of 6x^2 + 9x", "one of the factors"),
    ("Find the denominator of (2x)/(6x^2) in simplest form", "a part of what is found"),
    ("What is the nature of the stationary point of y = x^2 - 4x?", "a quality of the point"),
    ("Find the x-coordinate of the local maximum of f(x) = x^3 - 3x", "a part of the point"),
    ("Find the local maximum value of y = x^3 - 3x", "the other part of it"),
    ("Find the value of the local maximum of y = x^3 - 3x", "the same"),
    ("Find the line through the points where y = x^2 and y = x + 2 meet", "a line, no points"),
    ("Find the line perpendicular to the normal to y = x^2 at x = 1", "the tangent"),
    ("What is the largest integer in the list 3.5, 2, 3, 1?", "chooses among the values"),
    ("What is the lowest common denominator of 0.5 and 1/3?", "a decimal has no denominator yet"),
    ("Find the least common denominator of 1/0 and 1/6", "no number"),
    ("What is the largest fraction in the list 3/4, 0.9, 5/8?", "chooses among the values"),
    ("Find the smallest positive value in -3, 4, 1", "chooses among the values"),
    ("Find the mean of the positive numbers in -4, 3, 5, 10", "chooses among the values"),
    ("Convert 0.45 recurring to a fraction", "0.454545... or 0.4555...?"),
    ("Find the gradient and the second derivative of x^2 - 5x + 6", "two things joined"),
    ("Find the y-intercept and the derivative of x^2 - 5x + 6", "two things joined"),
    ("Find the prime factors of the gcd of 12 and 18", "two operations"),
    ("Find the mean of the gcd of 2, 4, 9", "two operations"),
    ("Find the mean of 2, 4, 9, ignoring the sign", "another list"),
    ("Find the real part of x^2 - 5x + 6 = 0", "an equation has none"),
    ("Find the horizontal gradient of f(x) = x^2", "a word of mathematics that none needs"),
]
READ = [
    ("Find the largest integer in 3, 7, 5", "Which is the largest: 3, 7, 5?", "all are integers"),
    ("Rationalise the denominator of 6/√3.", "Simplify 6/sqrt(3).", "what one does with it"),
    ("Expand and simplify (2x - 5)(x + 4).", "Expand (2x - 5)(x + 4).", "a form, no second thing"),
    (
        "Solve √(x + 6) = x, checking for extraneous roots.",
        "Solve sqrt(x + 6) = x.",
        "how to solve it",
    ),
    (
        "Find the x-coordinates of the stationary points of y = x^2 - 4x",
        "Find the critical points of y = x^2 - 4x.",
        "what that question gives",
    ),
    (
        "Obtain the Maclaurin polynomial of degree 3 for x*e^x.",
        "Find the Taylor polynomial of degree 3 of x*e^x at x = 0.",
        "its degree is told",
    ),
]


@pytest.mark.parametrize(("question", "why"), UNREAD, ids=[row[0] for row in UNREAD])
def test_what_asks_for_more_is_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread), why


@pytest.mark.parametrize(("question", "plain", "why"), READ, ids=[row[0] for row in READ])
def test_what_only_says_how_is_read(question: str, plain: str, why: str) -> None:
    found, wanted = read_question(question), read_question(plain)
    assert isinstance(found, Problem) and isinstance(wanted, Problem)
    assert found.read_as == wanted.read_as, why


@pytest.mark.parametrize(
    ("question", "open_"),
    [
        ("find the variance of 2, 4, 4, 9", True),
        ("standard deviation of 2, 4, 6?", True),
        ("find the variance of 2, 4, 6 and double it, divided by n", False),
    ],
)
def test_a_variance_needs_its_divisor(question: str, open_: bool) -> None:
    found = read_question(question)
    assert isinstance(found, Unread)
    assert ("n - 1 or by n" in found.reason) is open_


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("what is 0.3 recurring as a fraction", "Write 0.(3) as a fraction"),
        ("write the recurring decimal 0.2727... as a fraction", "Write 0.(27) as a fraction"),
        ("convert 2.3 repeating to a fraction", "Write 2.(3) as a fraction"),
    ],
)
def test_recurring_decimals_are_read(question: str, plain: str) -> None:
    found, wanted = read_question(question), read_question(plain)
    assert isinstance(found, Problem) and found.expression == getattr(wanted, "expression", None)


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("12 workers finish in 10 days. How long do 8 workers take if they work unequally?", "how"),
        ("A book rises from $20 to $25 and then fell. What is the percentage increase?", "twice"),
        ("A cyclist rides 30 km at 15 km/h and returned. How long did it take?", "both ways"),
        ("A pool is 10 m by 5 m and 2 m deep, partly filled. How much water is in it?", "not full"),
    ],
)
def test_a_story_is_not_told_without_a_word(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread), why
