"""Wordings that look like those of ``readers/school`` and ask something else stay unread."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems import Unread, read_question

UNREAD = [
    ("Find the range of f(x) = x^2 for x > 1", "its domain is told"),
    ("Find the range of f(x) = x^2 + 1, 0 <= x <= 3", "its domain is told"),
    ("range of f(x) = x^2 - 2, x >= 1", "its domain is told"),
    ("Find the range of f(x) = x^3 - x", "no rule knows it"),
    ("domain of f(x) = tan(x)", "infinitely many gaps"),
    ("domain of f(x) = sqrt(x - 1) + sqrt(5 - x)", "two inequalities"),
    ("Find the domain of the inverse of f(x) = sqrt(x - 3)", "of another function"),
    ("Find the domain of f(x) = sqrt(x - a)", "two letters"),
    ("Find the domain of f(t) = sqrt(x - 3)", "another letter"),
    ("For what values of x is sqrt(x - 1) undefined?", "an inequality the other way round"),
    ("For what value of x is x^2 + 3x = 10 not true?", "a negation"),
    ("Let f(x) = 1/x. What is the domain of g?", "another function"),
    ("Find the argument of 3 + 4i.", "no known angle"),
    ("Find the complex solutions of x^3 = 2", "roots of no quadratic factor"),
    ("Find the real solutions of x^2 = -4 in the form a + bi", "real, or complex"),
    ("Let z = 2 + i and w = 1 - i. Find z^2", "w is not used"),
    ("Find (1 + i)/(1 - i + x)", "another letter"),
    ("If i = 4, find 3i^2 + x", "i is a number"),
    ("Find the imaginary part of (1 + i)^2", "not the whole number"),
    ("Find (2 + i)/(i - i)", "a division by zero"),
    ("Find (1 + i)^1000", "too long"),
    (
        "Find the tangent to the circle with centre (2, -1) and radius 3",
        "a tangent",
    ),
    ("Find the equation of the circle with centre (2, -1) and area 9", "an area"),
    ("Find the equation of the circle with centre (2, -1) not through (3, 4)", "a negation"),
    ("Find the area of the circle with centre (2, -1) through (3, 4)", "no equation"),
    ("Find the perpendicular bisector of (2, 1) and (6, 1)", "an upright line has no slope"),
    ("Find the equation of the circle with centre (2, 1) through (2, 1)", "no radius"),
    ("In triangle ABC, a = 5, b = 8, A = 30°. Find angle B", "two triangles fit"),
    (
        "In triangle ABC, AB = 7 cm, AC = 5 cm and angle B = 50°. Find BC",
        "another angle",
    ),
    ("In triangle ABC, AB = 7 cm, AC = 5 cm and BC = 13 cm. Find angle A", "no triangle"),
    ("In triangle ABC, AB = 7 cm, AC = 5 m and angle A = 50°. Find BC", "two units"),
    ("In triangle ABC, angle A is not 50°, AB = 3, AC = 4. Find BC", "a negation"),
    ("In triangle ABC, AB = 3, AC = 4, A = 50°. Find the perimeter", "another length"),
    ("Triangles ABC and DEF are similar. AB = 4, DF = 6, BC = 10. Find EF.", "no pair of sides"),
    ("Triangles ABC and DEF are congruent. AB = 4, DE = 6, BC = 10. Find EF.", "not similar"),
    ("Solve x^2 - 2x + 1 = 0, then find the sum of the roots", "once, or twice"),
    ("Solve x^2 - 7x + 10 = 0, then find the sum of the squares of the roots", "of squares"),
    ("Solve x^2 - 7x + 10 = 0, then find the larger sum of the roots", "another word"),
    ("Find the volume when y = x^2 from 0 to 2 is rotated about the y-axis", "another axis"),
    ("Find the angle between (1, 1) and (2, 2, 2) to the nearest degree", "of two lengths"),
    ("Find the last three terms in the expansion of (1 + 2x)^7", "not the first ones"),
    (
        "Find the first 3 terms in descending powers of x in the expansion of (1 + x)^7",
        "descending",
    ),
    ("Solve x^2 + 1 = 0, then find the sum of the roots", "it has no real ones"),
    ("How many digits does 2^100 + 1 have?", "no power"),
    ("How many different digits does 2^10 have?", "not all of them"),
    ("How many zeros does 10^3 have?", "one digit only"),
    ("Simplify 2i + 3i", "a complex number, or a vector"),
    ("Find the domain and range of f(x) = x^2 for x > 0", "its domain is told"),
]


@pytest.mark.parametrize(("question", "why"), UNREAD)
def test_what_asks_something_else_is_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread), why
