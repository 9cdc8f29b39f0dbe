"""Trees built the way a teacher writes: terms in order, signs in the operation, surds reduced."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import isqrt, lcm

from mathviz_chat.core.reading.tree import (
    Add,
    Chain,
    Div,
    Expr,
    Mul,
    Neg,
    Number,
    Or,
    Pow,
    RelOp,
    Root,
    Statement,
    Sub,
    Symbol,
)

ZERO = Number(Fraction(0))
ONE = Number(Fraction(1))
TWO = Number(Fraction(2))


def integer(value: int | Fraction) -> Expr:
    """A whole number; the sign of a negative one is a negation."""
    return Number(Fraction(value)) if value >= 0 else Neg(Number(Fraction(-value)))


def rational(value: Fraction) -> Expr:
    """A fraction in lowest terms, ``-3/4``."""
    if value.denominator == 1:
        return integer(value)
    size = Div(Number(Fraction(abs(value.numerator))), Number(Fraction(value.denominator)))
    return size if value > 0 else Neg(size)


def decimal(value: Fraction) -> Expr | None:
    """A terminating decimal with as few places as it needs; None where it does not terminate."""
    denominator, places = value.denominator, 0
    while denominator % 10 == 0:
        denominator, places = denominator // 10, places + 1
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    if denominator != 1:
        return None
    places += max(twos, fives)
    size = Number(abs(value), places or None)
    return size if value >= 0 else Neg(size)


def power(base: Expr, exponent: int) -> Expr:
    """``base^exponent``, the base itself for 1."""
    return base if exponent == 1 else Pow(base, integer(exponent))


def times(coefficient: Fraction, expr: Expr) -> Expr:
    """``coefficient * expr`` for a positive coefficient: ``3x``, ``x/2``, ``3x/2``."""
    above, below = coefficient.numerator, coefficient.denominator
    product = expr if above == 1 else Mul(integer(above), expr)
    return product if below == 1 else Div(product, integer(below))


def total(terms: Iterable[tuple[Fraction, Expr | None]]) -> Expr:
    """The sum of ``coefficient * expr`` (None for 1) in the order given; zeros are left out."""
    result: Expr | None = None
    for coefficient, expr in terms:
        if coefficient == 0:
            continue
        size = abs(coefficient)
        term = rational(size) if expr is None else times(size, expr)
        if result is None:
            result = term if coefficient > 0 else Neg(term)
        else:
            result = Add(result, term) if coefficient > 0 else Sub(result, term)
    return ZERO if result is None else result


def equals(left: Expr, right: Expr) -> Chain:
    """``left = right``."""
    return Chain((left, right), (RelOp.EQ,))


def any_of(statements: tuple[Statement, ...]) -> Statement:
    """``a or b``; one alone stands by itself."""
    return statements[0] if len(statements) == 1 else Or(statements)


def values_of(name: str, values: Iterable[Expr]) -> Statement:
    """``x = 2 or x = 3``."""
    return any_of(tuple(equals(Symbol(name), value) for value in values))


def square_root(value: Fraction) -> tuple[Fraction, int]:
    """``sqrt(value) = outside * sqrt(inside)`` with a square-free integer inside, value >= 0."""
    inside, outside = value.numerator * value.denominator, Fraction(1, value.denominator)
    root = isqrt(inside)
    if root * root == inside:
        return outside * root, 1
    factor = 2
    while factor * factor <= inside and factor < 10**4:
        while inside % (factor * factor) == 0:
            inside //= factor * factor
            outside *= factor
        factor += 1
    return outside, inside


def surd(rational_part: Fraction, outside: Fraction, inside: int) -> Expr:
    """``(p + q*sqrt(n))/d`` over one denominator; a rational number where n is 1."""
    if inside == 1 or outside == 0:
        return rational(rational_part + outside)
    below = lcm(rational_part.denominator, outside.denominator)
    root = Root(integer(inside), TWO)
    above = total([(rational_part * below, None), (outside * below, root)])
    if below == 1:
        return above
    if isinstance(above, Neg):
        return Neg(Div(above.arg, integer(below)))
    return Div(above, integer(below))
