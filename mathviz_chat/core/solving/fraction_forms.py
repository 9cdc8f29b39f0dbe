"""Decimals, fractions and mixed numbers, one written as another."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Div, Expr, Mixed, Mul, Neg, Pow
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import BRIEF, Lines


def solve(problem: Problem) -> Lines | None:
    """The number in the form that ``problem.task`` names."""
    expr = problem.expression
    assert expr is not None
    value = Fraction(recount.value(expr))
    lines = Lines()
    if problem.task == "decimal":
        decimal = build.decimal(value)
        if decimal is None:
            return None
        lines.step("Divide", build.equals(expr, decimal), level=BRIEF)
        lines.finish(decimal)
    elif problem.task == "scientific notation":
        _scientific(lines, expr, value)
    elif problem.task == "mixed number":
        _mixed(lines, expr, value)
    elif isinstance(expr, Mixed):
        _improper(lines, expr, value)
    else:
        _fraction(lines, expr, value)
    return lines


def _scientific(lines: Lines, expr: Expr, value: Fraction) -> None:
    """A number from 1 up to 10, times the power of ten that moves the point back."""
    size = abs(value)
    exponent = len(str(size.numerator)) - len(str(size.denominator))
    if size < Fraction(10) ** exponent:
        exponent -= 1
    factor = build.decimal(size / Fraction(10) ** exponent)
    if factor is None:
        return
    written: Expr = Mul(factor, Pow(build.integer(10), build.integer(exponent)))
    written = Neg(written) if value < 0 else written
    rule = f"Move the point by {abs(exponent)} place{'s' * (abs(exponent) != 1)}"
    lines.step(rule, build.equals(expr, written), level=BRIEF)
    lines.finish(to_plain(written))


def _mixed(lines: Lines, expr: Expr, value: Fraction) -> None:
    whole, rest = divmod(value.numerator, value.denominator)
    product = Mul(build.integer(value.denominator), build.integer(whole))
    divided = build.equals(build.integer(value.numerator), Add(product, build.integer(rest)))
    lines.step("Divide with remainder", divided)
    mixed = Mixed(whole, rest, value.denominator)
    why = "The quotient is the whole part, the remainder the new numerator."
    lines.step("Write as a mixed number", build.equals(expr, mixed), level=BRIEF, why=why)
    lines.finish(to_plain(mixed))


def _improper(lines: Lines, expr: Mixed, value: Fraction) -> None:
    product = Mul(build.integer(expr.whole), build.integer(expr.denominator))
    above = Add(product, build.integer(expr.numerator))
    made = Div(above, build.integer(expr.denominator))
    lines.step("Multiply the whole part by the denominator and add", build.equals(expr, made))
    answer = build.rational(value)
    lines.step("Work out the numerator", build.equals(expr, answer), level=BRIEF)
    lines.finish(answer)


def _fraction(lines: Lines, expr: Expr, value: Fraction) -> None:
    scale = next(10**k for k in range(60) if (value * 10**k).denominator == 1 or k == 59)
    answer = build.rational(value)
    if scale > 1 and (value * scale).denominator == 1:
        over = Div(build.integer(int(value * scale)), build.integer(scale))
        if over != answer:
            lines.step(f"Write it over {scale}", build.equals(expr, over))
    lines.step("Cancel common factors", build.equals(expr, answer), level=BRIEF)
    lines.finish(answer)
