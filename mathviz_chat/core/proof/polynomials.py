"""Fractions of polynomials over the rationals, in one ring of atoms, with caps; FLINT computes.

The ring is Q[g0, ..., gN] in lexicographic order. Atoms are handed out from the last generator to
the first, so that a newer one, whose relation ``g^k = a`` holds older ones only, is larger:
division with remainder by ``g^k - a`` then replaces every ``g^k``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flint import Ordering, fmpq, fmpq_mpoly, fmpq_mpoly_ctx

MAX_ATOMS = 20  # letters and functions in one normal form
MAX_BITS = 50_000  # of one integer (about 15,000 decimal digits)
MAX_DEGREE = 2_000
MAX_TERMS = 6_000
MAX_PRODUCT = 400_000  # terms times terms of one multiplication
MAX_GCD = 40_000  # terms times terms; above, fractions stay as they are (less is proved)
MAX_FACTORED_BITS = 70  # of larger whole numbers only factors below TRIAL_DIVISION are split off
TRIAL_DIVISION = 1_000
MAX_FACTORED_TERMS = 200

RING = fmpq_mpoly_ctx.get([f"g{k}" for k in range(MAX_ATOMS)], Ordering.lex)
ONE = RING.constant(1)


class Declined(Exception):
    """There is no answer; the message is the reason, one clause without a full stop."""


class TooLarge(Declined):
    """A cap would be exceeded."""

    def __init__(self, what: str) -> None:
        super().__init__(f"too large to check: {what}")


class Unsupported(Declined):
    """Notation or mathematics outside what is decided; the message is a noun phrase for it."""


class Undefined(Declined):
    """The expression is proved to have no value here: division by zero and the like."""


def text(poly: fmpq_mpoly) -> str:
    """The same text for, and only for, the same polynomial: str() of one leaks in python-flint."""
    terms = zip(poly.monoms(), poly.coeffs(), strict=True)
    return "+".join(f"{c}{[(k, e) for k, e in enumerate(n) if e]}" for n, c in terms)


def product(left: fmpq_mpoly, right: fmpq_mpoly) -> fmpq_mpoly:
    if right.is_one():
        return left
    if len(left) * len(right) > MAX_PRODUCT:
        raise TooLarge(f"a product of more than {MAX_PRODUCT} terms")
    return checked(left * right)


def checked(poly: fmpq_mpoly) -> fmpq_mpoly:
    if len(poly) > MAX_TERMS or poly.total_degree() > MAX_DEGREE:
        raise TooLarge(f"a polynomial of more than {MAX_TERMS} terms or degree {MAX_DEGREE}")
    return poly


def whole_power(poly: fmpq_mpoly, exponent: int) -> fmpq_mpoly:
    """poly^exponent for exponent >= 0; the size is bounded before anything is computed."""
    bits = max((max(abs(c.p), c.q) for c in poly.coeffs()), default=fmpq(1))
    size = len(poly).bit_length() + int(bits).bit_length() - 1
    if exponent * size > 2 * MAX_BITS or exponent * poly.total_degree() > MAX_DEGREE:
        raise TooLarge(f"a power with exponent {exponent}")
    result = poly if exponent else ONE
    for digit in f"{exponent:b}"[1:]:
        result = product(result, result)
        result = product(result, poly) if digit == "1" else result
    return result


@dataclass(frozen=True, eq=False, slots=True)
class Fraction:
    """num / den without a common factor, den with leading coefficient 1."""

    num: fmpq_mpoly
    den: fmpq_mpoly

    @classmethod
    def constant(cls, value: fmpq | int) -> Fraction:
        return cls(RING.constant(value), ONE)

    @classmethod
    def reduced(cls, num: fmpq_mpoly, den: fmpq_mpoly) -> Fraction:
        if den.is_one():
            return cls(num, den)
        if den.is_zero():
            raise Undefined("division by zero")
        if not den.is_constant() and len(num) * len(den) <= MAX_GCD:
            common = num.gcd(den)
            num, den = num // common, den // common
        leading = den.leading_coefficient()
        return cls(num, den) if leading == 1 else cls(num / leading, den / leading)

    @property
    def key(self) -> str:
        """The same text for, and only for, the same fraction."""
        return f"({text(self.num)})/({text(self.den)})"

    @property
    def rational(self) -> fmpq | None:
        """The fraction as a rational number, None where an atom occurs."""
        if not (self.num.is_constant() and self.den.is_constant()):
            return None
        return fmpq(0) if self.num.is_zero() else self.num.leading_coefficient()

    def __add__(self, other: Fraction) -> Fraction:
        if self.den == other.den:
            return Fraction.reduced(checked(self.num + other.num), self.den)
        num = product(self.num, other.den) + product(other.num, self.den)
        return Fraction.reduced(checked(num), product(self.den, other.den))

    def __neg__(self) -> Fraction:
        return Fraction(-self.num, self.den)

    def __sub__(self, other: Fraction) -> Fraction:
        return self + -other

    def __mul__(self, other: Fraction) -> Fraction:
        return Fraction.reduced(product(self.num, other.num), product(self.den, other.den))

    def __truediv__(self, other: Fraction) -> Fraction:
        return Fraction.reduced(product(self.num, other.den), product(self.den, other.num))

    def __pow__(self, exponent: int) -> Fraction:
        base = self if exponent >= 0 else Fraction.constant(1) / self
        size = abs(exponent)
        return Fraction(whole_power(base.num, size), whole_power(base.den, size))


def whole(poly: fmpq_mpoly) -> Fraction:
    """The polynomial as a fraction."""
    return Fraction(poly, ONE)


Factors = list[tuple[fmpq_mpoly, int]]


def factored(value: Fraction) -> tuple[int, Factors]:
    """The sign of the content; factors, primes among them, with the multiplicity of each."""
    content, found = fmpq(1), []
    for poly, side in ((value.num, 1), (value.den, -1)):
        small = len(poly) <= MAX_FACTORED_TERMS and not poly.is_constant()
        constant, factors = poly.factor() if small else _unfactored(poly)
        content *= constant**side
        found += [(factor, side * int(count)) for factor, count in factors]
    for size, side in ((abs(content.p), 1), (content.q, -1)):
        small = size.bit_length() <= MAX_FACTORED_BITS
        primes = size.factor() if small else size.factor(TRIAL_DIVISION)
        found += [(RING.constant(prime), side * int(count)) for prime, count in primes]
    return (1 if content > 0 else -1), found


def _unfactored(poly: fmpq_mpoly) -> tuple[fmpq, Factors]:
    return (poly.leading_coefficient(), []) if poly.is_constant() else (fmpq(1), [(poly, 1)])


def monomials(value: Fraction) -> Iterator[tuple[fmpq, Fraction]]:
    """Coefficients and monomials of a polynomial; a fraction is its own monomial."""
    if not value.den.is_constant():
        leading = value.num.leading_coefficient()
        yield leading, Fraction(value.num / leading, value.den)
    else:
        for exponents, coefficient in value.num.terms():
            yield coefficient, whole(RING.from_dict({tuple(exponents): 1}))
