"""Numbers in scientific notation: factors and powers of ten apart, and rounded factors."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.readers.fraction_forms import exponent_of
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Div, Expr, Mul, Neg, Number, Pow, Sub
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import BRIEF, Lines
from mathviz_chat.core.solving.numbers import rounded_lines

MAX_DIGITS: Final = 40
"""Digits of a number that is written out before the point is moved."""


def solve(problem: Problem, expr: Expr, value: Fraction) -> Lines | None:
    """A number from 1 up to 10, times the power of ten that moves the point back."""
    lines = Lines()
    exponent = exponent_of(value)
    factor = abs(value) / Fraction(10) ** exponent
    written = _times(build.decimal(factor) or build.rational(factor), exponent, value)
    if not isinstance(expr, Number | Neg):
        before = _worked_out(lines, expr, value)
        if before is None:
            return None
        expr = before
    if expr != written:
        rule = f"Move the point by {abs(exponent)} place{'s' * (abs(exponent) != 1)}"
        lines.step(rule, build.equals(expr, written), level=BRIEF)
    if problem.figures is None:
        lines.finish(to_plain(written))
        return lines
    return _rounded(lines, problem.figures, factor, exponent, value)


def _times(factor: Expr, exponent: int, value: Fraction) -> Expr:
    written: Expr = Mul(factor, Pow(build.integer(10), build.integer(exponent)))
    return Neg(written) if value < 0 else written


def _worked_out(lines: Lines, expr: Expr, value: Fraction) -> Expr | None:
    """A product or a quotient with its powers of ten together; else the number written out."""
    parts = _parts(expr)
    if parts is not None and isinstance(expr, Mul | Div):
        joined, power, factor, exponent = parts
        together = Mul(joined, Pow(build.integer(10), power))
        rule = "Collect the numbers and add the exponents"
        if isinstance(expr, Div):
            rule = "Collect the numbers and subtract the exponents"
        lines.step(rule, build.equals(expr, together))
        shown = build.decimal(factor) or build.rational(factor)
        found = Mul(shown, Pow(build.integer(10), build.integer(exponent)))
        lines.step("Work them out", build.equals(together, found), level=BRIEF)
        return found
    decimal = build.decimal(value) or build.rational(value)
    if len(to_plain(decimal)) > MAX_DIGITS:
        return None
    lines.step("Work it out", build.equals(expr, decimal))
    return decimal


def _parts(expr: Expr) -> tuple[Expr, Expr, Fraction, int] | None:
    """Of ``a*10^m * (b*10^n)``: ``a*b``, ``m + n``, and both worked out."""
    if not isinstance(expr, Mul | Div):
        return None
    left, right = _single(expr.left), _single(expr.right)
    if left is None or right is None:
        return None
    (a, m), (b, n) = left, right
    numbers = build.decimal(a) or build.rational(a), build.decimal(b) or build.rational(b)
    if isinstance(expr, Mul):
        return Mul(*numbers), _sum(m, n), a * b, m + n
    return Div(*numbers), _sum(m, -n), a / b, m - n


def _sum(first: int, second: int) -> Expr:
    size = build.integer(abs(second))
    left = build.integer(first)
    return Sub(left, size) if second < 0 else Add(left, size)


def _single(expr: Expr) -> tuple[Fraction, int] | None:
    """The factor and the exponent of ``a*10^n``."""
    match expr:
        case Mul(Number(factor), Pow(Number(ten), exponent)) if ten == 10:
            bare = exponent.arg if isinstance(exponent, Neg) else exponent
            if not isinstance(bare, Number) or bare.value.denominator != 1:
                return None
            size = int(bare.value)
            return factor, -size if isinstance(exponent, Neg) else size
    return None


def _rounded(lines: Lines, figures: int, factor: Fraction, exponent: int, value: Fraction) -> Lines:
    """The factor to so many figures; 9.96 becomes 10.0, which is 1.00 and one power more."""
    places = figures - 1
    unit = 1 / Fraction(10) ** places
    nearest = (factor / unit + Fraction(1, 2)) // 1 * unit
    shown = Number(nearest, places or None)
    before = build.decimal(factor) or build.rational(factor)
    if nearest != factor:
        rounded_lines(lines, before, shown, places)
    if nearest == 10:
        shown, exponent = Number(Fraction(1), places or None), exponent + 1
    lines.finish(to_plain(_times(shown, exponent, value)))
    return lines
