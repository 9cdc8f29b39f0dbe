"""Sums and products put in order: numbers multiplied, powers of one base joined, terms collected.

A tidied tree is written as a teacher would; that it equals the one before is for the checker.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from mathviz_chat.core.reading.tree import Add, Div, Expr, Mul, Neg, Number, Pow, Root, Sub
from mathviz_chat.core.solving import build

Product: TypeAlias = tuple[Fraction, dict[Expr, Fraction]]
"""A coefficient, and the exponent of each base, in the order of appearance."""


def tidy(expr: Expr) -> Expr:
    """The expression as a sum of products, like terms collected; brackets stay."""
    terms: dict[tuple[tuple[Expr, Fraction], ...], Fraction] = {}
    for sign, term in _terms(expr, Fraction(1)):
        coefficient, powers = _product(term)
        key = tuple((base, exponent) for base, exponent in powers.items() if exponent)
        if coefficient and key not in terms:
            same = next((k for k in terms if dict(k) == dict(key)), key)
            key = same
        terms[key] = terms.get(key, Fraction(0)) + sign * coefficient
    parts = [(c, key) for key, c in terms.items() if c]
    return _sum(parts)


def _terms(expr: Expr, sign: Fraction) -> list[tuple[Fraction, Expr]]:
    if isinstance(expr, Add):
        return _terms(expr.left, sign) + _terms(expr.right, sign)
    if isinstance(expr, Sub):
        return _terms(expr.left, sign) + _terms(expr.right, -sign)
    if isinstance(expr, Neg):
        return _terms(expr.arg, -sign)
    return [(sign, expr)]


def _product(expr: Expr) -> Product:
    if isinstance(expr, Number):
        return expr.value, {}
    if isinstance(expr, Neg):
        coefficient, powers = _product(expr.arg)
        return -coefficient, powers
    if isinstance(expr, Mul):
        return _joined(_product(expr.left), _product(expr.right), 1)
    if isinstance(expr, Div):
        below = _product(expr.right)
        if below[0] != 0:
            return _joined(_product(expr.left), below, -1)
    if isinstance(expr, Pow):
        exponent = _rational(expr.exponent)
        if exponent is not None:
            return _power(expr, exponent)
    if isinstance(expr, Add | Sub):
        tidied = tidy(expr)
        return (
            (Fraction(1), {tidied: Fraction(1)})
            if isinstance(tidied, Add | Sub)
            else _product(tidied)
        )
    return Fraction(1), {expr: Fraction(1)}


def _power(expr: Pow, exponent: Fraction) -> Product:
    if exponent == 0:
        return Fraction(1), {}
    if exponent.denominator == 1:
        coefficient, powers = _product(expr.base)
        if coefficient != 0 and abs(exponent) <= 50:
            scaled = {base: e * exponent for base, e in powers.items()}
            return coefficient ** int(exponent), scaled
    return Fraction(1), {expr.base: exponent}


def _rational(expr: Expr) -> Fraction | None:
    if isinstance(expr, Number):
        return expr.value
    if isinstance(expr, Neg):
        inner = _rational(expr.arg)
        return None if inner is None else -inner
    if isinstance(expr, Div):
        above, below = _rational(expr.left), _rational(expr.right)
        return None if above is None or not below else above / below
    if isinstance(expr, Sub):
        left, right = _rational(expr.left), _rational(expr.right)
        return None if left is None or right is None else left - right
    return None


def _joined(left: Product, right: Product, sign: int) -> Product:
    powers = dict(left[1])
    for base, exponent in right[1].items():
        powers[base] = powers.get(base, Fraction(0)) + sign * exponent
    coefficient = left[0] * right[0] if sign > 0 else left[0] / right[0]
    return coefficient, {base: exponent for base, exponent in powers.items() if exponent}


def _sum(parts: list[tuple[Fraction, tuple[tuple[Expr, Fraction], ...]]]) -> Expr:
    result: Expr | None = None
    for coefficient, powers in parts:
        term = _written(abs(coefficient), powers)
        if result is None:
            result = term if coefficient > 0 else Neg(term)
        else:
            result = Add(result, term) if coefficient > 0 else Sub(result, term)
    return build.ZERO if result is None else result


def _written(coefficient: Fraction, powers: tuple[tuple[Expr, Fraction], ...]) -> Expr:
    """``3x^2*sin(x)/(2y)`` for a positive coefficient."""
    above = [_raised(base, e) for base, e in powers if e > 0]
    below = [_raised(base, -e) for base, e in powers if e < 0]
    if coefficient.numerator != 1 or not above:
        above.insert(0, build.integer(coefficient.numerator))
    if coefficient.denominator != 1:
        below.insert(0, build.integer(coefficient.denominator))
    numerator = _chain(above)
    return Div(numerator, _chain(below)) if below else numerator


def _raised(base: Expr, exponent: Fraction) -> Expr:
    if exponent == 1:
        return base
    if isinstance(base, Root) and exponent == 2 and base.index == build.TWO:
        return base.radicand
    return Pow(base, build.rational(exponent))


def _chain(factors: list[Expr]) -> Expr:
    product = factors[0]
    for factor in factors[1:]:
        product = Mul(product, factor)
    return product
