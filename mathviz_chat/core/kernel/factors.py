"""Factors of polynomials and whole numbers, as far as normal forms need them."""

from __future__ import annotations

from collections.abc import Iterator

from flint import fmpq, fmpq_mpoly, fmpz

from mathviz_chat.core.kernel.limits import MAX_BITS, MAX_FACTORED_BITS, TooLarge

MAX_FACTORED_TERMS = 200
TRIAL_DIVISION = 1_000  # smallest primes tried on integers above MAX_FACTORED_BITS


def irreducible_factors(poly: fmpq_mpoly) -> tuple[fmpq, list[tuple[fmpq_mpoly, int]]]:
    """content and irreducible factors with whole coefficients; large polynomials are one factor."""
    if poly.is_constant():
        return poly.leading_coefficient(), []
    if len(poly) > MAX_FACTORED_TERMS:
        return fmpq(1), [(poly, 1)]
    content, factors = poly.factor()
    return content, [(factor, int(multiplicity)) for factor, multiplicity in factors]


def prime_factors(value: fmpz) -> list[tuple[fmpz, int]]:
    """Prime factors of a whole number > 0; of a large one the small ones, and what is left.

    Nothing rests on their being prime: a factor that is composite proves less.
    """
    if int(value).bit_length() > MAX_BITS:
        raise TooLarge("a root or logarithm of such a number")
    small = int(value).bit_length() <= MAX_FACTORED_BITS
    factors = fmpz(value).factor() if small else fmpz(value).factor(TRIAL_DIVISION)
    return [(prime, int(multiplicity)) for prime, multiplicity in factors]


def prime_powers(value: fmpq) -> Iterator[tuple[fmpz, int]]:
    """Primes and exponents, negative ones for the denominator, of a rational number > 0."""
    yield from prime_factors(value.p)
    for prime, multiplicity in prime_factors(value.q):
        yield prime, -multiplicity


def single_generator(poly: fmpq_mpoly) -> int | None:
    """k where the polynomial is the generator g_k itself."""
    if len(poly) != 1 or poly.total_degree() != 1 or poly.leading_coefficient() != 1:
        return None
    return list(poly.monoms()[0]).index(1)
