"""Equations with one power of a fraction, ``(x - 1)^(3/2) = 8``: both sides to the power of its
denominator, then roots."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import polynomial, slots
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Div, Expr, Node, Number, Pow
from mathviz_chat.core.solving import algebraic, build
from mathviz_chat.core.solving.lines import Lines

MOST = 12  # above and below in the exponent


def solve(equation: Chain, name: str) -> Lines | None:
    """Lines for ``A^(p/q) = c`` with p > 1 and a number c > 0; None for any other equation."""
    left, right = equation.items
    exponent = _fraction(left, name)
    level = polynomial.of_expression(right, name)
    if exponent is None or level is None or len(level) != 1 or level[0] <= 0:
        return None
    assert isinstance(left, Pow)
    lines = Lines()
    above, below = exponent.numerator, exponent.denominator
    raised = build.equals(build.power(left.base, above), build.rational(level[0] ** below))
    rule = "Square both sides" if below == 2 else f"Raise both sides to the power {below}"
    why = f"({to_plain(left)})^{below} = {to_plain(raised.items[0])}. Check each candidate."
    lines.step(rule, raised, before=equation, why=why)
    candidates = algebraic.values(raised, name, lines)
    if below % 2 == 0 or above % 2:
        return algebraic.checked(lines, equation, candidates, name)
    return _both_signs(lines, candidates, name)


def _both_signs(lines: Lines, candidates: list[Expr] | None, name: str) -> Lines | None:
    """An odd root of a negative number, squared, is positive: both signs are solutions, where
    ``x^(2/3)`` is the square of the cube root for negative numbers too."""
    if not candidates:
        return None
    answer = build.values_of(name, candidates)
    why = "A power with an odd denominator is read as a root, which a negative number has too."
    lines.setup("Keep both signs", slots.spelled(answer), why=why)
    lines.finish(answer)
    return lines


def _fraction(node: Node, name: str) -> Fraction | None:
    """3/2 of ``(x - 1)^(3/2)``; None for whole numbers, 1/n, and where it is no power of a line."""
    if not isinstance(node, Pow) or not isinstance(node.exponent, Div):
        return None
    above, below = node.exponent.left, node.exponent.right
    line = polynomial.of_expression(node.base, name)
    if not isinstance(above, Number) or not isinstance(below, Number) or line is None:
        return None
    if len(line) != 2 or variables(node.exponent) or name not in variables(node.base):
        return None
    exponent = above.value / below.value if below.value else Fraction(0)
    known = 1 < exponent.numerator <= MOST and 1 < exponent.denominator <= MOST
    return exponent if known else None
