"""Complex numbers with rational parts: the second way for their values, in Python's fractions."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, TypeAlias

from mathviz_chat.core.problems import multivariate, recount
from mathviz_chat.core.problems.polynomial import Coefficients
from mathviz_chat.core.reading.tree import (
    Add,
    Const,
    Constant,
    Div,
    Expr,
    Mul,
    Neg,
    Number,
    Pow,
    Root,
    Sub,
)

Gaussian: TypeAlias = tuple[Fraction, Fraction]
"""The real and the imaginary part."""

UNIT: Final = Constant(Const.I)
ONE: Final[Gaussian] = (Fraction(1), Fraction(0))
MAX_POWER: Final = 24
MAX_POWER_OF_UNIT: Final = 1000


def value(node: Expr) -> Gaussian | None:
    """The value of sums, products, quotients and whole powers; None for anything else, or x/0."""
    if node == UNIT:
        return Fraction(0), Fraction(1)
    if isinstance(node, Neg):
        inner = value(node.arg)
        return None if inner is None else (-inner[0], -inner[1])
    if isinstance(node, Add | Sub | Mul | Div):
        left, right = value(node.left), value(node.right)
        return None if left is None or right is None else _joined(node, left, right)
    if isinstance(node, Pow):
        return _power(node)
    if not isinstance(node, Number | Root):
        return None
    try:
        real = recount.value(node)
    except recount.NotEvaluated:
        return None
    return (real, Fraction(0)) if isinstance(real, Fraction) else None


def _joined(node: Add | Sub | Mul | Div, left: Gaussian, right: Gaussian) -> Gaussian | None:
    (a, b), (c, d) = left, right
    if isinstance(node, Add):
        return a + c, b + d
    if isinstance(node, Sub):
        return a - c, b - d
    if isinstance(node, Mul):
        return times(left, right)
    size = c * c + d * d
    return ((a * c + b * d) / size, (b * c - a * d) / size) if size else None


def times(left: Gaussian, right: Gaussian) -> Gaussian:
    """(a + bi)(c + di)."""
    (a, b), (c, d) = left, right
    return a * c - b * d, a * d + b * c


def exponent(node: Pow) -> int | None:
    """A whole exponent within the limits, positive."""
    size = node.exponent
    if not isinstance(size, Number) or size.value.denominator != 1:
        return None
    most = MAX_POWER_OF_UNIT if node.base == UNIT else MAX_POWER
    return int(size.value) if 1 <= size.value <= most else None


def _power(node: Pow) -> Gaussian | None:
    base, times_over = value(node.base), exponent(node)
    if base is None or times_over is None:
        return None
    result = ONE
    for _ in range(times_over):
        result = times(result, base)
    return result


MAX_DEGREE: Final = 6


def has_complex_roots(poly: Coefficients) -> bool:
    """Not all roots are real, and each is one of a linear or quadratic factor."""
    parts = factors(poly) if 3 <= len(poly) <= MAX_DEGREE + 1 else ()
    solved = bool(parts) and all(len(one) <= 3 for one in parts)
    return solved and any(len(p) == 3 and p[1] ** 2 < 4 * p[2] * p[0] for p in parts)


def factors(poly: Coefficients) -> tuple[Coefficients, ...]:
    """The irreducible factors over the rationals, each once."""
    _, found = multivariate.factors({(k,): c for k, c in enumerate(poly) if c}, ("x",))
    return tuple(
        tuple(one.get((k,), Fraction(0)) for k in range(max(e[0] for e in one) + 1))
        for one, _ in found
    )
