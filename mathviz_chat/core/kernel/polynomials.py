"""Fractions of polynomials over the rationals, with caps, in one shared ring of generators.

The ring is Q[g0, ..., gN] in lexicographic order. Generators are handed out from the last to the
first, so that a newer one, whose defining relation ``g^k = a`` holds older ones only, is larger;
division with remainder by ``g^k - a`` then replaces every ``g^k``.
"""

from __future__ import annotations

from dataclasses import dataclass

from flint import Ordering, fmpq, fmpq_mpoly, fmpq_mpoly_ctx

from mathviz_chat.core.kernel.limits import (
    MAX_BITS,
    MAX_DEGREE,
    MAX_GENERATORS,
    MAX_PRODUCT,
    MAX_TERMS,
    TooLarge,
    Undefined,
)
from mathviz_chat.core.proof.polynomials import text

RING = fmpq_mpoly_ctx.get([f"g{k}" for k in range(MAX_GENERATORS)], Ordering.lex)
MAX_GCD = 40_000  # terms times terms; above, fractions stay as they are (less is proved)
ONE = RING.constant(1)
ZERO = RING.constant(0)


def checked(poly: fmpq_mpoly) -> fmpq_mpoly:
    if len(poly) > MAX_TERMS:
        raise TooLarge(f"a polynomial of more than {MAX_TERMS} terms")
    if poly.total_degree() > MAX_DEGREE:
        raise TooLarge(f"a polynomial of degree above {MAX_DEGREE}")
    return poly


def product(left: fmpq_mpoly, right: fmpq_mpoly) -> fmpq_mpoly:
    if len(left) * len(right) > MAX_PRODUCT:
        raise TooLarge(f"a product of more than {MAX_PRODUCT} terms")
    return checked(left * right)


def _power_terms(terms: int, exponent: int) -> int:
    """C(exponent + terms - 1, terms - 1), the most terms a power can have; stops when too many."""
    count = 1
    for k in range(1, min(terms - 1, exponent) + 1):
        larger = max(terms - 1, exponent)
        count = count * (larger + k) // k
        if count > MAX_TERMS:
            raise TooLarge(f"a power of more than {MAX_TERMS} terms")
    return count


def poly_power(poly: fmpq_mpoly, exponent: int) -> fmpq_mpoly:
    """poly^exponent for exponent >= 0; size is bounded before it is computed."""
    if exponent <= 1 or poly.is_zero():
        return poly if exponent else ONE
    terms = len(poly)
    if exponent * max(1, poly.total_degree()) > MAX_DEGREE and not poly.is_constant():
        raise TooLarge(f"a polynomial of degree above {MAX_DEGREE}")
    count = _power_terms(terms, exponent)
    largest = max(max(int(c.p).bit_length(), int(c.q).bit_length()) for c in poly.coeffs())
    bits = exponent * (largest + terms.bit_length())
    if ((largest > 1 or terms > 1) and bits > MAX_BITS) or bits * count > 400 * MAX_BITS:
        raise TooLarge("a power with such coefficients")
    return checked(poly**exponent)


@dataclass(frozen=True, eq=False, slots=True)
class Fraction:
    """num / den without a common factor, den with leading coefficient 1."""

    num: fmpq_mpoly
    den: fmpq_mpoly

    @classmethod
    def constant(cls, value: fmpq | int) -> Fraction:
        return cls(RING.constant(value), ONE)

    @property
    def key(self) -> str:
        """The same text for, and only for, the same fraction."""
        return f"({text(self.num)})/({text(self.den)})"

    @property
    def constant_value(self) -> fmpq | None:
        """The fraction as a rational number, None where a generator occurs."""
        if self.num.is_zero():
            return fmpq(0)
        if self.num.is_constant() and self.den.is_constant():
            return self.num.leading_coefficient() / self.den.leading_coefficient()
        return None

    def __add__(self, other: Fraction) -> Fraction:
        if self.den == other.den:
            return reduced(checked(self.num + other.num), self.den)
        num = product(self.num, other.den) + product(other.num, self.den)
        return reduced(checked(num), product(self.den, other.den))

    def __neg__(self) -> Fraction:
        return Fraction(-self.num, self.den)

    def __sub__(self, other: Fraction) -> Fraction:
        return self + (-other)

    def __mul__(self, other: Fraction) -> Fraction:
        return reduced(product(self.num, other.num), product(self.den, other.den))

    def inverse(self) -> Fraction:
        """1 / self; undefined where self is identically 0."""
        if self.num.is_zero():
            raise Undefined("division by zero")
        return reduced(self.den, self.num)

    def __truediv__(self, other: Fraction) -> Fraction:
        return self * other.inverse()

    def __pow__(self, exponent: int) -> Fraction:
        base = self if exponent >= 0 else self.inverse()
        size = abs(exponent)
        return Fraction(poly_power(base.num, size), poly_power(base.den, size))


def reduced(num: fmpq_mpoly, den: fmpq_mpoly) -> Fraction:
    """num / den in lowest terms."""
    if num.is_zero():
        return Fraction(ZERO, ONE)
    if not den.is_constant() and len(num) * len(den) <= MAX_GCD:
        common = num.gcd(den)
        if not common.is_constant():
            num, den = num // common, den // common
    leading = den.leading_coefficient()
    if leading != 1:
        num, den = num / leading, den / leading
    return Fraction(num, den)
