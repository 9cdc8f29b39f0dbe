"""Real algebraic numbers: an irreducible polynomial over the rationals and the place of a root."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache, total_ordering
from math import lcm

from flint import arb, ctx, fmpq, fmpq_poly

from mathviz_chat.core.kernel.build import add, div, mul, neg, number, sqrt, sub
from mathviz_chat.core.kernel.limits import (
    MAX_BITS,
    MAX_COEFFICIENT_BITS,
    MAX_SOLVING_DEGREE,
    TooLarge,
)
from mathviz_chat.core.kernel.rational import exact_root, to_fraction
from mathviz_chat.core.reading.tree import Expr

START_BITS = 64


@lru_cache(maxsize=512)
def _enclosures(coefficients: tuple[Fraction, ...], bits: int) -> tuple[arb, ...]:
    """Certified, separate enclosures of the real roots, ascending, at that precision."""
    poly = _poly(coefficients)
    with ctx.workprec(bits):
        return tuple(root.real for root, _ in poly.complex_roots() if root.imag.is_zero())


def _poly(coefficients: tuple[Fraction, ...]) -> fmpq_poly:
    return fmpq_poly([fmpq(c.numerator, c.denominator) for c in coefficients])


@total_ordering
@dataclass(frozen=True)
class AlgebraicReal:
    """The ``index``-th real root, ascending from 0, of an irreducible monic polynomial.

    coefficients: of the polynomial, constant term first. A rational number has degree 1. The two
    fields determine the number and are determined by it, so equality is that of the fields.
    """

    coefficients: tuple[Fraction, ...]
    index: int

    @classmethod
    def rational(cls, value: Fraction | int) -> AlgebraicReal:
        return cls((-Fraction(value), Fraction(1)), 0)

    @property
    def degree(self) -> int:
        return len(self.coefficients) - 1

    @property
    def value(self) -> Fraction | None:
        """The number itself where it is rational."""
        return -self.coefficients[0] if self.degree == 1 else None

    @cached_property
    def poly(self) -> fmpq_poly:
        return _poly(self.coefficients)

    def ball(self) -> arb:
        """An enclosure at FLINT's current precision."""
        if self.degree == 1:
            value = -self.coefficients[0]
            return arb(fmpq(value.numerator, value.denominator))
        return _enclosures(self.coefficients, ctx.prec)[self.index]

    def __lt__(self, other: AlgebraicReal) -> bool:
        if self == other:
            return False
        bits = START_BITS
        while bits <= MAX_BITS:
            with ctx.workprec(bits):
                mine, theirs = self.ball(), other.ball()
            if mine < theirs:
                return True
            if theirs < mine:
                return False
            bits *= 2
        raise TooLarge("two roots that lie too close together")

    def conjugate_bits(self) -> tuple[int, int]:
        """ceil(log2) of bounds: of |leading coefficient x conjugate|, of the leading coefficient.

        Both of the polynomial with whole coefficients; the roots are bounded by Cauchy's
        1 + max |a_i / a_n|.
        """
        leading = int(self.poly.denom())
        bound = 1 + max(abs(c) for c in self.coefficients[:-1])
        return _ceil_log2(leading * bound), _ceil_log2(Fraction(leading))

    def surd(self) -> Expr | None:
        """The number as a fraction or a quadratic surd; None for higher degrees."""
        if self.value is not None:
            return number(self.value)
        if self.degree != 2:
            return None
        c, b, _ = self.coefficients
        return _quadratic_surd(-b / 2, b * b / 4 - c, self.index)


def _ceil_log2(value: Fraction) -> int:
    """An integer k >= 0 with value <= 2^k."""
    return max(0, (-(-value.numerator // value.denominator)).bit_length())


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
    """The real roots of a polynomial that is not 0, ascending, with their multiplicities.

    Factors over the rationals (exact), then isolates (certified enclosures by FLINT).
    """
    if poly.degree() > MAX_SOLVING_DEGREE:
        raise TooLarge(f"an equation of degree above {MAX_SOLVING_DEGREE}")
    if any(int(c).bit_length() > MAX_COEFFICIENT_BITS for c in poly.numer().coeffs()):
        raise TooLarge("an equation with such coefficients")
    found: list[tuple[AlgebraicReal, int]] = []
    for factor, multiplicity in poly.factor()[1]:
        leading = factor[factor.degree()]
        coefficients = tuple(to_fraction(c / leading) for c in factor.coeffs())
        count = 1 if len(coefficients) == 2 else len(_enclosures(coefficients, START_BITS))
        found += [(AlgebraicReal(coefficients, k), multiplicity) for k in range(count)]
    return sorted(found)
