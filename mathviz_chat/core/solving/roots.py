"""Polynomial equations of higher degree: everything on one side, factored, each factor 0."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.problems import polynomial, recount
from mathviz_chat.core.problems.polynomial import Coefficients
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Expr, Neg, RelOp, Root
from mathviz_chat.core.solving import build, factoring, monomials
from mathviz_chat.core.solving.linear import NEVER
from mathviz_chat.core.solving.lines import BRIEF, Lines
from mathviz_chat.core.solving.quadratic import complex_roots
from mathviz_chat.core.solving.sides import Sides, divide, subtract


def solve(lines: Lines, sides: Sides) -> Lines | None:
    """The real roots where every factor is linear or quadratic; None for other factors."""
    power = _one_power(sides)
    if power is not None:
        return _by_root(lines, sides, power)
    sides = subtract(lines, sides, sides.right)
    coefficients = _coefficients(sides)
    scale, parts = factoring.factors(coefficients)
    sides = divide(lines, sides, scale)
    found = [_roots(one) for one, _ in parts]
    if any(values is None for values in found):
        return None
    factored = factoring.product(Fraction(1), parts, sides.name)
    never = [one for (one, _), some in zip(parts, found, strict=True) if not some]
    why = " ".join(_without_root(one, sides.name) for one in never) or None
    real = len(never) < len(parts)
    zero = build.equals(factored, build.ZERO)
    if zero != sides.tree:
        lines.step("Factor the left side", zero, before=sides.tree, why=None if real else why)
    each = tuple(
        build.equals(polynomial.to_tree(one, sides.name), build.ZERO)
        for (one, _), values in zip(parts, found, strict=True)
        if values
    )
    values = [value for some in found if some is not None for value in some]
    if not values:
        lines.finish(NEVER)
        return lines
    answer = build.values_of(sides.name, [tree for _, tree in sorted(values, key=lambda v: v[0])])
    rule = "A product is 0 when a factor is 0"
    if answer == build.any_of(each):
        lines.step(rule, answer, level=BRIEF, why=why)
    else:
        lines.step(rule, build.any_of(each), why=why)
        lines.step("Solve for each root", answer, level=BRIEF)
    lines.finish(answer)
    return lines


def _without_root(factor: Coefficients, name: str) -> str:
    """Why a factor is never 0, and its complex roots."""
    shown = to_plain(polynomial.to_tree(factor, name))
    if len(factor) != 3:
        return f"{shown} is never 0."
    c, b, a = factor
    discriminant = b * b - 4 * a * c
    others = complex_roots(name, -b / (2 * a), discriminant / (4 * a * a))
    return f"{shown} is never 0, as its discriminant is {discriminant}.{others}"


def _one_power(sides: Sides) -> int | None:
    """n where the equation is ``a x^n = c``, and n is odd or c/a no perfect power."""
    terms = monomials.collected(sides.left + monomials.scaled(sides.right, Fraction(-1)))
    degrees = [k for _, k in terms]
    if len(terms) != 2 or degrees[1] != 0 or degrees[0] > 60:
        return None
    value = -terms[1][0] / terms[0][0]
    exact = recount.value(Root(build.rational(abs(value)), build.integer(degrees[0])))
    odd = degrees[0] % 2 == 1
    return degrees[0] if odd or not isinstance(exact, Fraction) else None


def _by_root(lines: Lines, sides: Sides, degree: int) -> Lines:
    """Isolate the power, then take the root."""
    if monomials.degree(sides.left) < degree:
        lines.step("Swap the sides", sides.swapped().tree, before=sides.tree)
        sides = sides.swapped()
    sides = subtract(lines, sides, tuple(t for t in sides.right if t[1]))
    sides = subtract(lines, sides, tuple(t for t in sides.left if not t[1]))
    sides = divide(lines, sides, monomials.coefficient(sides.left, degree))
    value = monomials.coefficient(sides.right, 0)
    if degree % 2 == 0 and value < 0:
        claim = Chain((build.rational(value), build.ZERO), (RelOp.LT,))
        why = "A power with an even exponent is never negative."
        lines.step("Look at the sign of the other side", claim, level=BRIEF, why=why)
        lines.finish(NEVER)
        return lines
    root: Expr = Root(build.rational(abs(value)), build.integer(degree))
    exact = recount.value(root)
    if isinstance(exact, Fraction):
        root = build.rational(exact)
    values = [Neg(root), root] if degree % 2 == 0 else [root if value > 0 else Neg(root)]
    answer = build.values_of(sides.name, values)
    rule = "Take cube roots of both sides" if degree == 3 else f"Take the {degree}th root"
    lines.step(rule, answer, level=BRIEF, before=sides.tree)
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
