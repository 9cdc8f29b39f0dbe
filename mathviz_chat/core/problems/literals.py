"""Rational numbers as trees."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.reading.tree import Div, Expr, Neg, Number


def number(value: Fraction) -> Expr:
    """A fraction in lowest terms; the sign of a negative one is a negation."""
    size: Expr = Number(Fraction(abs(value.numerator)))
    if value.denominator != 1:
        size = Div(size, Number(Fraction(value.denominator)))
    return size if value >= 0 else Neg(size)
