"""Sides of an equation as lists of monomials ``c*x^k``, like terms collected or not."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, lcm
from typing import Final, TypeAlias

from mathviz_chat.core.reading.tree import (
    Add,
    Div,
    Expr,
    Mixed,
    Mul,
    Neg,
    Number,
    Pow,
    RepeatingDecimal,
    Sub,
    Symbol,
)
from mathviz_chat.core.solving import build

Monomial: TypeAlias = tuple[Fraction, int]
Terms: TypeAlias = tuple[Monomial, ...]

MAX_TERMS: Final = 60


def expanded(expr: Expr, name: str) -> Terms | None:
    """The monomials of a polynomial, products multiplied out, like terms not yet collected."""
    if isinstance(expr, Number | RepeatingDecimal):
        return ((expr.value, 0),)
    if isinstance(expr, Mixed):
        return ((expr.whole + Fraction(expr.numerator, expr.denominator), 0),)
    if isinstance(expr, Symbol):
        return ((Fraction(1), 1),) if expr.name == name else None
    if isinstance(expr, Neg):
        inner = expanded(expr.arg, name)
        return None if inner is None else scaled(inner, Fraction(-1))
    if isinstance(expr, Add | Sub | Mul | Div):
        return _binary(expr, expanded(expr.left, name), expanded(expr.right, name))
    if isinstance(expr, Pow):
        return _power(expanded(expr.base, name), expr.exponent)
    return None


def _binary(expr: Expr, left: Terms | None, right: Terms | None) -> Terms | None:
    if left is None or right is None:
        return None
    if isinstance(expr, Add):
        return left + right
    if isinstance(expr, Sub):
        return left + scaled(right, Fraction(-1))
    if isinstance(expr, Mul):
        return _product(left, right)
    divisor = collected(right)
    if len(divisor) != 1 or divisor[0][1] != 0:
        return None
    return scaled(left, 1 / divisor[0][0])


def _product(left: Terms, right: Terms) -> Terms | None:
    if len(left) * len(right) > MAX_TERMS:
        left, right = collected(left), collected(right)
    if len(left) * len(right) > MAX_TERMS:
        return None
    return tuple((a * b, i + j) for a, i in left for b, j in right)


def _power(base: Terms | None, exponent: Expr) -> Terms | None:
    if base is None or not isinstance(exponent, Number) or exponent.value.denominator != 1:
        return None
    if not 1 <= exponent.value <= 20:
        return None
    result: Terms | None = base
    for _ in range(int(exponent.value) - 1):
        result = None if result is None else _product(result, base)
    return result if result is None or exponent.value <= 2 else collected(result)


def scaled(terms: Terms, factor: Fraction) -> Terms:
    """Every coefficient times a factor."""
    return tuple((factor * c, k) for c, k in terms)


def collected(terms: Terms) -> Terms:
    """Like terms added, highest degree first, zeros left out."""
    sums: dict[int, Fraction] = {}
    for coefficient, degree in terms:
        sums[degree] = sums.get(degree, Fraction(0)) + coefficient
    return tuple((sums[k], k) for k in sorted(sums, reverse=True) if sums[k] != 0)


def is_collected(terms: Terms) -> bool:
    """No two like terms, none that is zero."""
    degrees = [k for _, k in terms]
    if terms in ((), _ZERO):
        return True
    return len(set(degrees)) == len(degrees) and all(c for c, _ in terms)


_ZERO: Final = ((Fraction(0), 0),)


def tree(terms: Terms, name: str) -> Expr:
    """The sum of the monomials as it is written."""
    symbol = Symbol(name)
    return build.total((c, build.power(symbol, k) if k else None) for c, k in terms)


def coefficient(terms: Terms, degree: int) -> Fraction:
    """The coefficient of a power in collected terms."""
    return sum((c for c, k in terms if k == degree), Fraction(0))


def degree(terms: Terms) -> int:
    """The highest power with a coefficient other than 0; -1 for 0."""
    return max((k for c, k in collected(terms) if c), default=-1)


def common_denominator(*sides: Terms) -> int:
    """The least common multiple of all denominators."""
    return lcm(*(c.denominator for side in sides for c, _ in side))


def content(terms: Terms) -> int:
    """The greatest common divisor of whole coefficients."""
    return gcd(*(int(c) for c, _ in terms))


def has_brackets(expr: Expr) -> bool:
    """A product, power or negation of a sum is left to multiply out (a quotient is not)."""
    if isinstance(expr, Mul):
        if isinstance(expr.left, Add | Sub | Div) or isinstance(expr.right, Add | Sub | Div | Pow):
            return _has_sum(expr.left) or _has_sum(expr.right)
        return has_brackets(expr.left) or has_brackets(expr.right)
    if isinstance(expr, Pow | Neg):
        return _has_sum(expr.base if isinstance(expr, Pow) else expr.arg)
    if isinstance(expr, Sub) and _has_sum(expr.right):
        return True
    if isinstance(expr, Add) and isinstance(expr.right, Add | Sub):
        return True
    if isinstance(expr, Add | Sub):
        return has_brackets(expr.left) or has_brackets(expr.right)
    return isinstance(expr, Div) and has_brackets(expr.left)


def _has_sum(expr: Expr) -> bool:
    if isinstance(expr, Add | Sub):
        return True
    children = (getattr(expr, name, None) for name in ("left", "right", "arg", "base"))
    return any(_has_sum(child) for child in children if child is not None)


def decimal_places(expr: Expr) -> int:
    """The most decimals shown by a number in the expression."""
    own = expr.places or 0 if isinstance(expr, Number) else 0
    children = (getattr(expr, name, None) for name in ("left", "right", "arg", "base", "exponent"))
    return max([own, *(decimal_places(child) for child in children if child is not None)])
