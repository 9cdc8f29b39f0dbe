"""Real algebraic numbers of the core, shown as fractions and surds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import TypeAlias

from flint import fmpq, fmpq_poly

from mathviz_chat.core.kernel.build import add, div, mul, neg, number, sqrt, sub
from mathviz_chat.core.kernel.limits import MAX_COEFFICIENT_BITS, TooLarge
from mathviz_chat.core.kernel.rational import exact_root
from mathviz_chat.core.proof import points
from mathviz_chat.core.reading.tree import Expr


@dataclass(frozen=True)
class AlgebraicReal(points.AlgebraicReal):
    """The core's number, with what is shown of it."""

    @classmethod
    def rational(cls, value: Fraction | int) -> AlgebraicReal:
        return cls((-Fraction(value), Fraction(1)), 0)

    @property
    def degree(self) -> int:
        return len(self.coefficients) - 1

    def surd(self) -> Expr | None:
        """The number as a fraction or a quadratic surd; None for higher degrees."""
        if self.value is not None:
            return number(self.value)
        if self.degree != 2:
            return None
        c, b, _ = self.coefficients
        return _quadratic_surd(-b / 2, b * b / 4 - c, self.index)


Point: TypeAlias = Mapping[str, AlgebraicReal]


def _quadratic_surd(middle: Fraction, square: Fraction, index: int) -> Expr:
    """middle -+ sqrt(square), in lowest terms over one denominator: ``(1 + 2*sqrt(3))/5``."""
    factor, free = _square_part(square.numerator * square.denominator)
    radius = Fraction(factor, square.denominator)
    denominator = lcm(middle.denominator, radius.denominator)
    root = mul(number(radius * denominator), sqrt(number(free)))
    if middle == 0:
        top = neg(root) if index == 0 else root
    else:
        top = (sub if index == 0 else add)(number(middle * denominator), root)
    return div(top, number(denominator))


def _square_part(n: int) -> tuple[int, int]:
    """n = factor^2 * free with n > 0; small square factors are found."""
    factor, free, p = 1, n, 2
    while p * p <= free and p < 1_000:
        while free % (p * p) == 0:
            factor, free = factor * p, free // (p * p)
        p += 1
    root = exact_root(fmpq(free), 2)
    return (factor * int(root.p), 1) if root is not None else (factor, free)


def real_roots(poly: fmpq_poly) -> list[tuple[AlgebraicReal, int]]:
    """The real roots of a polynomial that is not 0, ascending, with their multiplicities."""
    if any(int(c).bit_length() > MAX_COEFFICIENT_BITS for c in poly.numer().coeffs()):
        raise TooLarge("an equation with such coefficients")
    found = points.real_roots(poly)
    return [(AlgebraicReal(root.coefficients, root.index), count) for root, count in found]
