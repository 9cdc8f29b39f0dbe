"""Polynomials over the rationals as products of irreducible ones (FLINT factors them)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import gcd, isqrt, lcm
from typing import TypeAlias

from mathviz_chat.core.problems import polynomial
from mathviz_chat.core.problems.polynomial import Coefficients
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, And, Div, Expr, Mul, Neg, Sub, Symbol
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import FINE, NORMAL, Lines

Factors: TypeAlias = tuple[tuple[Coefficients, int], ...]


def content(coefficients: Coefficients) -> Fraction:
    """The factor that leaves whole coefficients without a common factor, the last one positive."""
    below = lcm(*(c.denominator for c in coefficients))
    above = gcd(*(int(c * below) for c in coefficients))
    size = Fraction(above, below)
    return size if coefficients[-1] > 0 else -size


def factors(coefficients: Coefficients) -> tuple[Fraction, Factors]:
    """The content, and primitive irreducible factors with their exponents, powers of x first."""
    from flint import fmpz_poly

    scale = content(coefficients)
    primitive = polynomial.scale(coefficients, 1 / scale)
    _, found = fmpz_poly([int(c) for c in primitive]).factor()
    parts = []
    for factor, exponent in found:
        one = tuple(Fraction(int(c)) for c in factor.coeffs())
        parts.append((one if one[-1] > 0 else polynomial.scale(one, Fraction(-1)), int(exponent)))
    return scale, tuple(sorted(parts, key=order))


def order(part: tuple[Coefficients, int]) -> tuple[int, bool, Fraction, Coefficients]:
    """Lower degrees first; among linear factors the power of x, then the smaller slope."""
    one, _ = part
    return len(one), any(one[:-1]), one[-1], one


def product(scale: Fraction, parts: Iterable[tuple[Coefficients, int]], name: str) -> Expr:
    """``-4*x*(x - 25)^2/15`` as it is written."""
    above, below = abs(scale).numerator, abs(scale).denominator
    result: Expr | None = build.integer(above) if above > 1 else None
    for one, exponent in parts:
        power = build.power(polynomial.to_tree(one, name), exponent)
        result = power if result is None else Mul(result, power)
    if result is None:
        return build.rational(scale)
    written = result if below == 1 else Div(result, build.integer(below))
    return written if scale > 0 else Neg(written)


def pair(lines: Lines, coefficients: Coefficients, name: str, level: int = NORMAL) -> None:
    """Of ``a x^2 + b x + c`` two numbers with the sum b and the product a*c; none of others."""
    if len(coefficients) != 3 or not coefficients[0] or not coefficients[1]:
        return
    c, b, a = coefficients
    outside, inside = build.square_root(b * b - 4 * a * c) if b * b >= 4 * a * c else (b, 0)
    first, second = (b + outside) / 2, (b - outside) / 2
    if inside != 1 or {first.denominator, second.denominator} != {1}:
        return
    small, large = sorted((first, second), key=abs)
    one, other = build.integer(small), build.integer(large)
    found = And(
        (
            build.equals(Mul(one, other), build.integer(a * c)),
            build.equals(Add(one, other), build.integer(b)),
        )
    )
    told = f"{to_plain(build.integer(a * c))} and the sum {to_plain(build.integer(b))}"
    lines.step(f"Find two numbers with the product {told}", found, level=level)
    middle = [(small, build.power(Symbol(name), 1)), (large, build.power(Symbol(name), 1))]
    square = (a, build.power(Symbol(name), 2))
    split = build.total([square, *middle, (c, None)])
    whole = polynomial.to_tree(coefficients, name)
    split_at = FINE if a == 1 else level
    lines.step("Split the middle term", build.equals(whole, split), level=split_at, before=whole)
    grouped = build.equals(split, _in_pairs(a, small, large, name))
    lines.step("Factor in pairs", grouped, level=FINE)


def _in_pairs(a: Fraction, small: Fraction, large: Fraction, name: str) -> Expr:
    """``x(x + 2) + 3(x + 2)`` for x^2 + 2x + 3x + 6: the bracket is the same in both pairs."""
    shared = Fraction(gcd(int(a), int(small)))
    bracket = build.total([(a / shared, Symbol(name)), (small / shared, None)])
    first = Mul(build.times(shared, Symbol(name)), bracket)
    return build.total([(Fraction(1), first), (large * shared / a, bracket)])


def squares(lines: Lines, coefficients: Coefficients, name: str) -> None:
    """``4x^2 - 9`` as a difference of squares, ``(2x)^2 - 3^2``; nothing for others."""
    if len(coefficients) != 3 or coefficients[1]:
        return
    roots = [isqrt(int(abs(one))) for one in (coefficients[2], coefficients[0])]
    if coefficients != (Fraction(-(roots[1] ** 2)), Fraction(0), Fraction(roots[0] ** 2)):
        return
    first = build.power(build.times(Fraction(roots[0]), Symbol(name)), 2)
    second = build.power(build.integer(roots[1]), 2)
    whole = polynomial.to_tree(coefficients, name)
    claim = build.equals(whole, Sub(first, second))
    lines.step("Write both terms as squares", claim, level=FINE, before=whole)
