"""Polynomials over the rationals as products of irreducible ones (FLINT factors them)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import gcd, lcm
from typing import TypeAlias

from mathviz_chat.core.problems import polynomial
from mathviz_chat.core.problems.polynomial import Coefficients
from mathviz_chat.core.reading.tree import Div, Expr, Mul, Neg
from mathviz_chat.core.solving import build

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
    return scale, tuple(sorted(parts, key=_order))


def _order(part: tuple[Coefficients, int]) -> tuple[int, bool, Fraction, Coefficients]:
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
