"""Numbers and constants as trees. Trusted: claims are stated with them."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.reading.tree import Const, Constant, Div, Expr, Neg, Number

ZERO = Number(Fraction(0))
ONE = Number(Fraction(1))
TWO = Number(Fraction(2))
PI = Constant(Const.PI)
E = Constant(Const.E)
I = Constant(Const.I)  # noqa: E741 - the field's own name


def number(value: Fraction | int) -> Expr:
    """A rational number as a student writes it: ``-3``, ``1/2``, ``-1/2``."""
    value = Fraction(value)
    if value < 0:
        return Neg(number(-value))
    if value.denominator == 1:
        return Number(value)
    return Div(Number(Fraction(value.numerator)), Number(Fraction(value.denominator)))
