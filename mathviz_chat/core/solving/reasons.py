"""Why a step may be taken, for the commonest rules: what a fine solution says under its lines.

A rule that explains itself where it is written is not here, and one that is not here says nothing.
"""

from __future__ import annotations

import re
from typing import Final

_SAME: Final = "The same is done to both sides, so they stay equal"

REASONS: Final[tuple[tuple[str, str], ...]] = (
    (r"Subtract .+ from both sides", f"{_SAME}; it takes away what was added."),
    (r"Add .+ to both sides", f"{_SAME}; it puts back what was subtracted."),
    (
        r"Divide both sides by .+",
        f"{_SAME}; dividing (never by 0) undoes the multiplication.",
    ),
    (r"Multiply both sides by .+", f"{_SAME}; multiplying undoes the division."),
    (r"Swap the sides", "a = b and b = a say the same."),
    (
        r"Square both sides",
        "Equal numbers have equal squares; the other way round it may add solutions, so they are "
        "tried at the end.",
    ),
    (
        r"Take square roots of both sides",
        "A positive number is the square of two numbers, one positive and one negative.",
    ),
    (
        r"Bring (?:everything|all terms) to (?:one side|the left side)(?: and factor)?",
        f"{_SAME}; subtracting the right side leaves 0 there.",
    ),
    (
        r"Factor the left side",
        "Written as a product, the equation falls apart into simpler ones. Multiplying the "
        "brackets out gives the left side back.",
    ),
    (
        r"A product is 0 when a factor is 0",
        "Two numbers that are both not 0 never have the product 0.",
    ),
    (r"Solve for each root", "Each of the simpler equations is solved by itself."),
    (
        r"Work out the discriminant(?: b\^2 - 4ac)?",
        "It stands under the root of the quadratic formula: its sign says how many solutions "
        "there are.",
    ),
    (
        r"Use the quadratic formula",
        "It solves every a*x^2 + b*x + c = 0, and comes from completing the square.",
    ),
    (
        r"Expand the brackets|Multiply out",
        "Each term of one bracket is multiplied by each term of the other.",
    ),
    (
        r"Collect like terms|Expand and collect like terms",
        "Terms with the same letters and powers are counted together, as 2 apples and 3 apples "
        "are 5 apples.",
    ),
    (r"Take out the common factor", "a*b + a*c = a*(b + c), read from left to right."),
    (
        r"Write (?:both|all|them) over the common denominator .+",
        "Only parts of the same size can be counted together. A fraction keeps its value when "
        "both its numbers are multiplied by the same.",
    ),
    (
        r"Cancel common factors|Factor and cancel",
        "A fraction keeps its value when both its parts are divided by the same, which is not 0.",
    ),
    (r"Add the equations", "Equals added to equals are equal; one unknown cancels."),
    (r"Subtract the equations", "Equals taken from equals leave equals; one unknown cancels."),
    (
        r"Put .+ into the (?:first|second|third) equation",
        "One unknown is known now, so the equation holds only the other one.",
    ),
    (
        r"Put in the (?:upper|lower) limit",
        "A definite integral is the antiderivative at the upper limit less that at the lower one.",
    ),
    (
        r"L'Hospital's rule",
        "Where both parts tend to 0, or both to infinity, the quotient of the derivatives has the "
        "same limit.",
    ),
    (r"Derivative of sine", "The slope of sin(x) is cos(x) everywhere."),
    (r"Derivative of cosine", "The slope of cos(x) is -sin(x) everywhere."),
    (
        r"Take logarithms of both sides",
        "The logarithm brings the exponent down: ln(a^x) = x*ln(a).",
    ),
    (r"Compare the exponents", "Powers of the same base are equal where their exponents are."),
    (
        r"Look for the largest square that divides \d+",
        "A square under a root comes out as a whole number: sqrt(a^2*b) = a*sqrt(b).",
    ),
)

_COMPILED: Final = tuple((re.compile(pattern), reason) for pattern, reason in REASONS)


def reason_of(rule: str) -> str | None:
    """Why a step of that name may be taken; None where nothing is known of it."""
    for pattern, reason in _COMPILED:
        if pattern.fullmatch(rule):
            return reason
    return None
