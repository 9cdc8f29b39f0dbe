"""Roots that are written as powers, ``x^(2/3)``: of a negative number they have no value, or the
value that the root has. Which is meant is a convention; what depends on it is not decided.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TypeVar

from mathviz_chat.core.reading.tree import Div, Mixed, Neg, Node, Number, Pow, Root
from mathviz_chat.core.reading.walking import has, symbols, transform

N = TypeVar("N", bound=Node)


def with_odd_roots(node: N) -> N:
    """``x^(2/3)`` as the square of the real cube root, and so for every odd root of a letter."""
    return transform(node, _rooted) if has(node, Pow) else node


def _rooted(node: Node) -> Node | None:
    if not isinstance(node, Pow) or not symbols(node.base):
        return None
    exponent = _fraction(node.exponent)
    if exponent is None or exponent.denominator == 1 or exponent.denominator % 2 == 0:
        return None
    root = Root(with_odd_roots(node.base), Number(Fraction(exponent.denominator)))
    power = exponent.numerator
    return root if power == 1 else Pow(root, Number(Fraction(power)))


def _fraction(node: Node) -> Fraction | None:
    """The value of an exponent that is written as a number or a fraction of two."""
    match node:
        case Number(value):
            return value
        case Mixed(whole, numerator, denominator):
            return whole + Fraction(numerator, denominator)
        case Neg(inner):
            positive = _fraction(inner)
            return None if positive is None else -positive
        case Div(left, right):
            above, below = _fraction(left), _fraction(right)
            return None if above is None or not below else above / below
    return None
