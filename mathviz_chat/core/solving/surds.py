"""Exact arithmetic with square roots: sums of rational multiples of square-free roots."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from mathviz_chat.core.problems import recount
from mathviz_chat.core.reading.tree import Add, Div, Expr, Mul, Neg, Number, Pow, Root, Sub
from mathviz_chat.core.solving import build

Surd: TypeAlias = dict[int, Fraction]
"""The coefficient of sqrt(n) for each square-free n; n = 1 is the rational part."""


def value(expr: Expr) -> Surd | None:
    """The surd that a constant expression equals; None where it is none."""
    if isinstance(expr, Neg):
        inner = value(expr.arg)
        return None if inner is None else scaled(inner, Fraction(-1))
    if isinstance(expr, Add | Sub | Mul | Div):
        return _binary(expr, value(expr.left), value(expr.right))
    if isinstance(expr, Pow):
        return _power(expr)
    if isinstance(expr, Root):
        return _root(expr)
    try:
        rational = recount.value(expr)
    except recount.NotEvaluated:
        return None
    return {1: rational} if isinstance(rational, Fraction) else None


def _binary(expr: Add | Sub | Mul | Div, left: Surd | None, right: Surd | None) -> Surd | None:
    if left is None or right is None:
        return None
    if isinstance(expr, Add):
        return _plus(left, right)
    if isinstance(expr, Sub):
        return _plus(left, scaled(right, Fraction(-1)))
    if isinstance(expr, Mul):
        return product(left, right)
    inverse = _inverse(right)
    return None if inverse is None else product(left, inverse)


def _power(expr: Pow) -> Surd | None:
    base = value(expr.base)
    exponent = expr.exponent
    if base is None or not isinstance(exponent, Number) or exponent.value.denominator != 1:
        return None
    if not 0 <= exponent.value <= 12:
        return None
    result: Surd = {1: Fraction(1)}
    for _ in range(int(exponent.value)):
        result = product(result, base)
    return result


def _root(expr: Root) -> Surd | None:
    radicand = value(expr.radicand)
    if expr.index != build.TWO or radicand is None or set(radicand) - {1}:
        return None
    rational = radicand.get(1, Fraction(0))
    if rational < 0:
        return None
    outside, inside = build.square_root(rational)
    return {inside: outside} if outside else {}


def _plus(left: Surd, right: Surd) -> Surd:
    total = dict(left)
    for n, c in right.items():
        total[n] = total.get(n, Fraction(0)) + c
    return {n: c for n, c in total.items() if c}


def scaled(surd: Surd, factor: Fraction) -> Surd:
    """Every coefficient times a factor."""
    return {n: factor * c for n, c in surd.items() if factor * c}


def product(left: Surd, right: Surd) -> Surd:
    """The product, roots multiplied and reduced."""
    total: Surd = {}
    for m, a in left.items():
        for n, b in right.items():
            outside, inside = build.square_root(Fraction(m * n))
            total = _plus(total, {inside: a * b * outside})
    return total


def _inverse(surd: Surd) -> Surd | None:
    """``1/(a + b*sqrt(n))`` by the conjugate; None for 0 and for more roots."""
    roots = [n for n in surd if n != 1]
    if not surd or len(roots) > 1:
        return None
    a = surd.get(1, Fraction(0))
    if not roots:
        return {1: 1 / a}
    n, b = roots[0], surd[roots[0]]
    norm = a * a - b * b * n
    return {k: c for k, c in {1: a / norm, n: -b / norm}.items() if c}


def tree(surd: Surd) -> Expr:
    """The sum as it is written: the rational part first."""
    return build.total(
        (surd[n], None if n == 1 else Root(build.integer(n), build.TWO)) for n in sorted(surd)
    )
