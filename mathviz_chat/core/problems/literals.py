"""Numbers as trees: fractions, and numerals in a base."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.reading.tree import Add, Div, Expr, Mul, Neg, Number

MAX_BASE: Final = 36


def number(value: Fraction) -> Expr:
    """A fraction in lowest terms; the sign of a negative one is a negation."""
    size: Expr = Number(Fraction(abs(value.numerator)))
    if value.denominator != 1:
        size = Div(size, Number(Fraction(value.denominator)))
    return size if value >= 0 else Neg(size)


def in_base(digits: str, base: int) -> Expr | None:
    """The value of a numeral as ``(d_0*base + d_1)*base + ...``; None for a digit too large."""
    if not 2 <= base <= MAX_BASE:
        return None
    negative, digits = digits.startswith("-"), digits.removeprefix("-").lower()
    if any(int(digit, 36) >= base for digit in digits):
        return None
    value: Expr = number(Fraction(int(digits[0], 36)))
    for digit in digits[1:]:
        value = Add(Mul(value, number(Fraction(base))), number(Fraction(int(digit, 36))))
    return Neg(value) if negative else value
