"""How numbers and terms are written in exercises: plain text, as a student types it."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from mathviz_chat.core.calculation import value_after


def computed(left: str) -> str:
    """``left = value`` with the value that the calculator writes there, so that a model meets the
    same text in training and in use. Raises ValueError where the calculator keeps silent.

    >>> computed("Divide both sides by 3: x = 15 / 3")
    'Divide both sides by 3: x = 15 / 3 = 5'
    """
    value = value_after(f"{left} =")
    if value is None:
        raise ValueError(f"the calculator does not complete {left!r}")
    return f"{left} ={value}"


def bracketed(number: Fraction | int) -> str:
    """A number as a factor or divisor: ``(-3)``, ``4``."""
    return f"({number})" if number < 0 or Fraction(number).denominator != 1 else str(number)


def term(coefficient: Fraction | int, name: str) -> str:
    """``3x``, ``-x``, ``x``; a fraction stands in brackets: ``(2/3)x``."""
    if abs(coefficient) == 1:
        return name if coefficient > 0 else f"-{name}"
    if Fraction(coefficient).denominator != 1:
        sign = "-" if coefficient < 0 else ""
        return f"{sign}({abs(coefficient)}){name}"
    return f"{coefficient}{name}"


def total(terms: Iterable[str]) -> str:
    """Terms joined by their signs: ``3x^2 - 5x + 1``; ``0`` for none."""
    text = ""
    for piece in terms:
        if not text:
            text = piece
        elif piece.startswith("-"):
            text += f" - {piece[1:]}"
        else:
            text += f" + {piece}"
    return text or "0"


def polynomial(coefficients: Iterable[int], name: str) -> str:
    """From the highest power down: ``(1, -5, 6)`` is ``x^2 - 5x + 6``."""
    rows = list(coefficients)
    return total(
        monomial(coefficient, len(rows) - 1 - place, name)
        for place, coefficient in enumerate(rows)
        if coefficient
    )


def monomial(coefficient: int, power: int, name: str) -> str:
    """``-2x^3``, ``x``, ``7``."""
    if power == 0:
        return str(coefficient)
    return term(coefficient, name if power == 1 else f"{name}^{power}")


def moved(number: Fraction | int) -> str:
    """The sign and size of a number taken to the other side: ``- 7`` for 7, ``+ 7`` for -7."""
    return f"- {number}" if number > 0 else f"+ {-number}"
