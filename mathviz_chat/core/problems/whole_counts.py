"""How many there are after some equal times: living things are counted in whole ones."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

MAX_TIMES: Final = 1000


def said(start: str, factor: str, later: str, every: str) -> str:
    """``start*factor^(later/every)``; where it is no whole number it is said to be rounded.

    factor: a whole number, or ``(1/2)``.
    """
    value = f"{start}*{factor}^({later}/{every})"
    if _is_whole(Fraction(start), factor, Fraction(later) / Fraction(every)):
        return f"Calculate {value}"
    return f"Round {value} to the nearest whole number"


def _is_whole(start: Fraction, factor: str, times: Fraction) -> bool:
    """100 halve to 25 in two times, and 25 to no whole number in one more."""
    if times.denominator != 1 or not 0 <= times <= MAX_TIMES or start.denominator != 1:
        return False
    return factor != "(1/2)" or start.numerator % 2 ** int(times) == 0
