"""Polynomials in several letters over the rationals, for expanding, factoring and recounting."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import gcd, lcm
from typing import Any, Final, TypeAlias

from mathviz_chat.core.problems import recount
from mathviz_chat.core.reading.tree import Add, Div, Expr, Mul, Neg, Number, Pow, Sub, Symbol

Monomial: TypeAlias = tuple[int, ...]
Polynomial: TypeAlias = dict[Monomial, Fraction]
"""Coefficients by exponents, in the order of the names."""

MAX_TERMS: Final = 400
MAX_POWER: Final = 12


def of_expression(expr: Expr, names: tuple[str, ...]) -> Polynomial | None:
    """The terms of a polynomial; None for anything else, or where there are too many."""
    if isinstance(expr, Symbol) and expr.name in names:
        return {tuple(int(name == expr.name) for name in names): Fraction(1)}
    if isinstance(expr, Neg):
        inner = of_expression(expr.arg, names)
        return None if inner is None else _scaled(inner, Fraction(-1))
    if isinstance(expr, Add | Sub | Mul | Div):
        return _binary(expr, of_expression(expr.left, names), of_expression(expr.right, names))
    if isinstance(expr, Pow):
        return _power(of_expression(expr.base, names), expr.exponent)
    try:
        value = recount.value(expr)
    except recount.NotEvaluated:
        return None
    if not isinstance(value, Fraction):
        return None
    return {(0,) * len(names): value} if value else {}


def _binary(
    expr: Add | Sub | Mul | Div, left: Polynomial | None, right: Polynomial | None
) -> Polynomial | None:
    if left is None or right is None:
        return None
    if isinstance(expr, Add | Sub):
        return plus(left, right, 1 if isinstance(expr, Add) else -1)
    if isinstance(expr, Mul):
        return times(left, right)
    if len(right) != 1 or any(any(exponents) for exponents in right):
        return None
    return _scaled(left, 1 / next(iter(right.values())))


def _power(base: Polynomial | None, exponent: Expr) -> Polynomial | None:
    if base is None or not isinstance(exponent, Number) or exponent.value.denominator != 1:
        return None
    if not 1 <= exponent.value <= MAX_POWER:
        return None
    result: Polynomial | None = base
    for _ in range(int(exponent.value) - 1):
        result = None if result is None else times(result, base)
    return result


def plus(left: Polynomial, right: Polynomial, factor: int = 1) -> Polynomial:
    """``left + factor*right``."""
    total = dict(left)
    for exponents, c in right.items():
        total[exponents] = total.get(exponents, Fraction(0)) + factor * c
    return {exponents: c for exponents, c in total.items() if c}


def _scaled(poly: Polynomial, factor: Fraction) -> Polynomial:
    return {exponents: factor * c for exponents, c in poly.items() if factor * c}


def times(left: Polynomial, right: Polynomial) -> Polynomial | None:
    """The product; None where it has too many terms."""
    if len(left) * len(right) > MAX_TERMS:
        return None
    total: Polynomial = {}
    for one, a in left.items():
        for other, b in right.items():
            key = tuple(i + j for i, j in zip(one, other, strict=True))
            total[key] = total.get(key, Fraction(0)) + a * b
    return {exponents: c for exponents, c in total.items() if c}


def to_tree(poly: Polynomial, names: tuple[str, ...]) -> Expr:
    """The sum of the terms as it is written, the highest powers of the first letter first."""
    result: Expr | None = None
    for exponents in sorted(poly, reverse=True):
        coefficient = poly[exponents]
        term = _term(abs(coefficient), exponents, names)
        if result is None:
            result = term if coefficient > 0 else Neg(term)
        else:
            result = Add(result, term) if coefficient > 0 else Sub(result, term)
    return Number(Fraction(0)) if result is None else result


def _term(size: Fraction, exponents: Monomial, names: tuple[str, ...]) -> Expr:
    product: Expr | None = Number(Fraction(size.numerator)) if size.numerator != 1 else None
    for name, k in zip(names, exponents, strict=True):
        if k:
            power: Expr = Symbol(name) if k == 1 else Pow(Symbol(name), Number(Fraction(k)))
            product = power if product is None else Mul(product, power)
    above: Expr = Number(Fraction(1)) if product is None else product
    return above if size.denominator == 1 else Div(above, Number(Fraction(size.denominator)))


def factors(
    poly: Polynomial, names: tuple[str, ...]
) -> tuple[Fraction, tuple[tuple[Polynomial, int], ...]]:
    """The content, and primitive irreducible factors with their exponents (FLINT factors)."""
    below = lcm(*(c.denominator for c in poly.values()))
    above = gcd(*(int(c * below) for c in poly.values()))
    whole = _flint({e: c * below / above for e, c in poly.items()}, names)
    sign, found = whole.factor()
    scale = Fraction(above, below) * int(sign)
    parts = []
    for factor, exponent in found:
        one = {tuple(map(int, e)): Fraction(int(c)) for e, c in factor.to_dict().items()}
        if one[max(one)] < 0:
            one = _scaled(one, Fraction(-1))
            scale *= (-1) ** int(exponent)
        parts.append((one, int(exponent)))
    return scale, tuple(sorted(parts, key=lambda part: _order(part[0])))


def _order(poly: Polynomial) -> tuple[int, int, list[Any]]:
    degree = max(sum(exponents) for exponents in poly)
    return len(poly) > 1, degree, sorted(poly.items())


def is_irreducible(poly: Polynomial, names: tuple[str, ...]) -> bool:
    """Whole coefficients without a common factor, and no factors over the rationals."""
    if any(c.denominator != 1 for c in poly.values()):
        return False
    content, found = factors(poly, names)
    return abs(content) == 1 and len(found) == 1 and found[0][1] == 1


def divides(divisor: Polynomial, dividend: Polynomial, names: tuple[str, ...]) -> bool:
    """Whether a polynomial divides another over the rationals."""
    own, other = factors(divisor, names)[1], dict_of(factors(dividend, names)[1])
    return all(other.get(key(p), 0) >= k for p, k in own)


def key(poly: Polynomial) -> frozenset[tuple[Monomial, Fraction]]:
    """The same for the same polynomial."""
    return frozenset(poly.items())


def dict_of(parts: Iterable[tuple[Polynomial, int]]) -> dict[Any, int]:
    """The exponents of factors by their keys."""
    return {key(poly): k for poly, k in parts}


def _flint(poly: Polynomial, names: tuple[str, ...]) -> Any:
    from flint import Ordering, fmpz_mpoly_ctx

    context = fmpz_mpoly_ctx.get(names, Ordering.lex)
    return context.from_dict({e: int(c) for e, c in poly.items()})
