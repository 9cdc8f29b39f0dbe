"""Decimals, fractions and mixed numbers, one written as another."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Div, Expr, Mixed, Mul, RepeatingDecimal
from mathviz_chat.core.solving import build, scientific_notation
from mathviz_chat.core.solving.lines import BRIEF, Lines


def solve(problem: Problem) -> Lines | None:
    """The number in the form that ``problem.task`` names."""
    expr = problem.expression or problem.items[0]
    value = Fraction(recount.value(expr))
    lines = Lines()
    if problem.task == "decimal":
        decimal = build.decimal(value)
        if decimal is None:
            return None
        lines.step("Divide", build.equals(expr, decimal), level=BRIEF)
        lines.finish(decimal)
    elif problem.task == "scientific notation":
        return scientific_notation.solve(problem, expr, value)
    elif problem.task == "mixed number":
        _mixed(lines, expr, value)
    elif isinstance(expr, RepeatingDecimal) and set(expr.period) != {"9"}:
        _repeating(lines, expr)
    elif isinstance(expr, Mixed):
        _improper(lines, expr, value)
    else:
        _fraction(lines, expr, value)
    return lines


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


def _repeating(lines: Lines, expr: RepeatingDecimal) -> None:
    """``x = 0.1666...``: multiplied by 100 and by 10, so that the difference has no decimals."""
    low = 10**expr.places
    high = low * 10 ** len(expr.period)
    lines.setup("Name the number", f"Let x = {_decimals(expr, 0)}")
    below = "x" if low == 1 else f"{low}x"
    if low > 1:
        rule = "Move the point to the start of the period"
        lines.step(f"{rule}: multiply by {low}", f"{below} = {_decimals(expr, expr.places)}")
    shown = _decimals(expr, expr.places + len(expr.period))
    lines.step(f"Move the point by one period: multiply by {high}", f"{high}x = {shown}")
    whole = build.integer(expr.value * (high - low))
    difference = f"{high}x - {below} = {to_plain(whole)}"
    why = f"{shown} - {_decimals(expr, expr.places)}: the decimals are the same."
    lines.step("Subtract", difference, why=why)
    over = Div(whole, build.integer(high - low))
    lines.step(f"Divide by {high - low}", f"x = {to_plain(over)}")
    answer = build.rational(expr.value)
    if answer != over:
        lines.step("Cancel common factors", build.equals(over, answer), level=BRIEF)
    lines.finish(answer)


def _decimals(expr: RepeatingDecimal, shift: int) -> str:
    """The digits with three dots, the point moved to the right: ``16.666...``."""
    count = max(expr.places + (3 if len(expr.period) == 1 else 2) * len(expr.period) - shift, 0)
    count = max(count, 3 if len(expr.period) == 1 else 2 * len(expr.period))
    scaled = int(expr.value * 10 ** (shift + count))
    return f"{scaled // 10**count}.{scaled % 10**count:0{count}d}..."


def _fraction(lines: Lines, expr: Expr, value: Fraction) -> None:
    scale = next(10**k for k in range(60) if (value * 10**k).denominator == 1 or k == 59)
    answer = build.rational(value)
    if scale > 1 and (value * scale).denominator == 1:
        over = Div(build.integer(int(value * scale)), build.integer(scale))
        if over != answer:
            lines.step(f"Write it over {scale}", build.equals(expr, over))
    lines.step("Cancel common factors", build.equals(expr, answer), level=BRIEF)
    lines.finish(answer)
