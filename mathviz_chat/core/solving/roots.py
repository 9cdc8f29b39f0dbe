"""Polynomial equations of higher degree: everything on one side, factored, each factor 0."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.problems import polynomial
from mathviz_chat.core.problems.polynomial import Coefficients
from mathviz_chat.core.reading.tree import Expr
from mathviz_chat.core.solving import build, factoring, monomials
from mathviz_chat.core.solving.linear import NEVER
from mathviz_chat.core.solving.lines import BRIEF, Lines
from mathviz_chat.core.solving.sides import Sides, divide, subtract


def solve(lines: Lines, sides: Sides) -> Lines | None:
    """The real roots where every factor is linear or quadratic; None for other factors."""
    sides = subtract(lines, sides, sides.right)
    coefficients = _coefficients(sides)
    scale, parts = factoring.factors(coefficients)
    sides = divide(lines, sides, scale)
    found = [_roots(one) for one, _ in parts]
    if any(values is None for values in found):
        return None
    factored = factoring.product(Fraction(1), parts, sides.name)
    lines.step("Factor the left side", build.equals(factored, build.ZERO), before=sides.tree)
    each = tuple(
        build.equals(polynomial.to_tree(one, sides.name), build.ZERO)
        for (one, _), values in zip(parts, found, strict=True)
        if values
    )
    values = [value for some in found if some is not None for value in some]
    if not values:
        lines.finish(NEVER)
        return lines
    lines.step("A product is 0 when a factor is 0", build.any_of(each))
    answer = build.values_of(sides.name, [tree for _, tree in sorted(values, key=lambda v: v[0])])
    lines.step("Solve for each root", answer, level=BRIEF)
    lines.finish(answer)
    return lines


def _coefficients(sides: Sides) -> Coefficients:
    degree = monomials.degree(sides.left)
    return tuple(monomials.coefficient(sides.left, k) for k in range(degree + 1))


def _roots(factor: Coefficients) -> list[tuple[float, Expr]] | None:
    """The real roots of an irreducible factor, with decimals to sort them by."""
    if len(factor) == 2:
        root = -factor[0] / factor[1]
        return [(float(root), build.rational(root))]
    if len(factor) != 3:
        return [] if polynomial.count_real_roots(factor) == 0 else None
    c, b, a = factor
    discriminant = b * b - 4 * a * c
    if discriminant < 0:
        return []
    outside, inside = build.square_root(discriminant)
    middle = -b / (2 * a)
    return [
        (
            float(middle) + sign * float(outside / (2 * a)) * inside**0.5,
            build.surd(middle, sign * outside / (2 * a), inside),
        )
        for sign in (-1, 1)
    ]
