"""The numbers of quantities, and sums of money as they are written."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

_NUMBER: Final = re.compile(r"(?:(\d+)\s+)?(\d+/\d+|\d*\.\d+|\d+)")

TIMES_WORDS: Final = {
    "twice": Fraction(2),
    "double": Fraction(2),
    "thrice": Fraction(3),
    "triple": Fraction(3),
    "half": Fraction(1, 2),
}
"""``twice as much as``: by how much is multiplied."""


def value(text: str) -> Fraction:
    """The number of a quantity, without its unit: ``$2.40``, ``3.5%``, ``1 1/2 hours``."""
    match = _NUMBER.search(text)
    assert match is not None, text
    return Fraction(match[1] or 0) + Fraction(match[2])


def currency(text: str) -> str:
    """The sign of an amount of money; "" where there is none."""
    return text[0] if text[0] in "$€£₹" else ""


def money(amount: Fraction, sign: str) -> str:
    """An amount as it is written: ``$3``, ``£2.40``; "" where it is no whole number of cents."""
    if (amount * 100).denominator != 1 or amount < 0:
        return ""
    return f"{sign}{amount}" if amount.denominator == 1 else f"{sign}{float(amount):.2f}"


def difference(more: str, less: str) -> str | None:
    """The difference of two amounts in one currency; None where it is none above 0."""
    if currency(more) != currency(less) or value(more) <= value(less):
        return None
    return money(value(more) - value(less), currency(more)) or None
