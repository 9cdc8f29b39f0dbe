"""Products of powers of different bases: ``7^x = 3^(x + 1)``, by logarithms of both sides."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import Final, TypeAlias

from mathviz_chat.core.kernel import Outcome, holds, substitute, variables
from mathviz_chat.core.problems import polynomial, recount, slots
from mathviz_chat.core.reading.tree import (
    Chain,
    Const,
    Constant,
    Div,
    Expr,
    Log,
    Mul,
    Pow,
    Symbol,
)
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import BRIEF, Lines

E: Final = Constant(Const.E)
MAX_SIZE: Final = 10**12
Product: TypeAlias = tuple[tuple[Fraction, Fraction, Fraction], ...]
"""Powers ``b^(k + mx)`` as (b, k, m), b a positive rational number."""


def solve(equation: Chain, name: str, lines: Lines | None = None) -> Lines | None:
    """Lines for an equation of two products of powers; None for any other.

    lines: what was done before, to which these are added.
    """
    left, right = (_product(item, name) for item in equation.items)
    if left is None or right is None:
        return None
    slopes: dict[Fraction, Fraction] = {}
    constants: dict[Fraction, Fraction] = {}
    for sign, side in ((1, left), (-1, right)):
        for base, offset, slope in side:
            slopes[base] = slopes.get(base, Fraction(0)) + sign * slope
            constants[base] = constants.get(base, Fraction(0)) - sign * offset
    scale = lcm(1, *(value.denominator for value in (*slopes.values(), *constants.values())))
    whole, value = _together(slopes, scale), _together(constants, scale)
    if whole is None or value is None or whole == 1:
        return None
    if whole < 1:
        whole, value = 1 / whole, 1 / value
    return _written(lines or Lines(), equation, name, whole, value)


def _written(
    lines: Lines, equation: Chain, name: str, base: Fraction, value: Fraction
) -> Lines | None:
    power = build.equals(Pow(build.rational(base), Symbol(name)), build.rational(value))
    answer: Expr = Div(Log(build.rational(value), E), Log(build.rational(base), E))
    if value == 1:
        answer = build.ZERO
    why = "So far the powers of the unknown are brought together; it is checked below."
    if power != equation:
        lines.setup("Bring the powers to one side", slots.spelled(power), why=why)
    lines.setup("Take logarithms of both sides", slots.spelled(build.equals(Symbol(name), answer)))
    placed = substitute(equation, {name: answer})
    if holds(placed, {}).outcome is Outcome.PROVED:
        lines.step(f"Put the value of {name} into the equation", placed, level=BRIEF)
    lines.finish(build.equals(Symbol(name), answer))
    return lines


def _together(exponents: dict[Fraction, Fraction], scale: int) -> Fraction | None:
    """The product of the powers, exponents times ``scale``; None where it is too large."""
    total = Fraction(1)
    for base, exponent in exponents.items():
        if abs(exponent * scale) > 40:
            return None
        total *= base ** int(exponent * scale)
        if max(total.numerator, total.denominator) > MAX_SIZE:
            return None
    return total


def _product(expr: Expr, name: str) -> Product | None:
    if name not in variables(expr):
        try:
            value = recount.value(expr)
        except recount.NotEvaluated:
            return None
        positive = isinstance(value, Fraction) and value > 0
        return ((value, Fraction(1), Fraction(0)),) if positive else None
    if isinstance(expr, Mul | Div):
        left, right = _product(expr.left, name), _product(expr.right, name)
        if left is None or right is None:
            return None
        sign = 1 if isinstance(expr, Mul) else -1
        return (*left, *((b, sign * k, sign * m) for b, k, m in right))
    if not isinstance(expr, Pow) or variables(expr.base):
        return None
    exponent = polynomial.of_expression(expr.exponent, name)
    base = _product(expr.base, name)
    if exponent is None or len(exponent) != 2 or base is None:
        return None
    return ((base[0][0], exponent[0], exponent[1]),)
