"""A percentage of a number."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Div, Expr, Mul, Percent
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import BRIEF, FINE, Lines


def solve(problem: Problem) -> Lines | None:
    """The percentage as hundredths, then a multiplication."""
    product = problem.expression
    if not isinstance(product, Mul) or not isinstance(product.left, Percent):
        return None
    try:
        rate, whole = recount.value(product.left.arg), recount.value(product.right)
    except recount.NotEvaluated:
        return None
    if not isinstance(rate, Fraction) or not isinstance(whole, Fraction):
        return None
    lines = Lines()
    hundredths: Expr = Div(product.left.arg, build.integer(100))
    lines.step(
        "Write the percentage as hundredths",
        build.equals(product.left, hundredths),
        before=product.left,
        after=hundredths,
        why="Percent means out of a hundred.",
    )
    value = build.decimal(rate * whole / 100) or build.rational(rate * whole / 100)
    written = Mul(hundredths, product.right)
    if rate.denominator == whole.denominator == 1:
        _over_a_hundred(lines, written, rate, whole)
    rule = f"Multiply by {to_plain(product.right)}"
    lines.step(rule, build.equals(written, value), level=BRIEF, before=written, after=value)
    lines.finish(value)
    return lines


def _over_a_hundred(lines: Lines, written: Expr, rate: Fraction, whole: Fraction) -> None:
    """``35/100*260 = 35*260/100``, ``= 9100/100``."""
    hundred = build.integer(100)
    above = Mul(build.integer(rate), build.integer(whole))
    why = "A fraction times a number: a/b * n = (a*n)/b."
    claim = build.equals(written, Div(above, hundred))
    lines.step("Multiply the numerator", claim, level=FINE, why=why)
    worked = Div(build.integer(rate * whole), hundred)
    lines.step("Work out the product", build.equals(Div(above, hundred), worked), level=FINE)
