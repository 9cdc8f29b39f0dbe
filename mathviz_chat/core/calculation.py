"""What belongs after the ``=`` of a line that ends in one: the exact value of a numeric expression.

The left side is read by the reader as everywhere; its value is worked out here in Python's own
fractions, since the engine calls this beside the model and must load no FLINT. Nothing is said
where it is not certain which expression stands before the ``=``, or that a value is wanted.
"""

from __future__ import annotations

import re
from fractions import Fraction
from math import isqrt
from typing import Final

from mathviz_chat.core.reading import ReadError, read
from mathviz_chat.core.reading.tree import (
    Add,
    Div,
    Expr,
    Mixed,
    Mul,
    Neg,
    Number,
    Percent,
    Pow,
    Root,
    Sub,
)

MAX_SOURCE: Final = 200  # characters of the expression
MAX_SIZE: Final = 10**15  # of a numerator or denominator, at every step
MAX_EXPONENT: Final = 50
MAX_PLACES: Final = 6

_EXPRESSION: Final = re.compile(
    r"(?:\d|[-+−*×·/÷^()%.√ ]|(?<=\d),(?=\d{3})|(?<![A-Za-z])sqrt(?=\()|(?<=%) of )+\Z"
)
_LIST_MARK: Final = re.compile(r"\s*(?:\d{1,2}[.)]|[*•])\s+")
_BEFORE: Final = re.compile(
    r"(?:\A|=|[A-Za-z)]:|\bstep \d+:|\b(?:is|are|get|gives|so|then|compute|calculate))\s*\Z",
    re.IGNORECASE,
)


def value_after(line: str) -> str | None:
    """What to write after a line that ends in ``=``: the value with the space before it, or None.

    >>> value_after("Multiply: 34 * 6 =")
    ' 204'

    The left side begins after the ``=`` before it, after a colon, or with the line; it holds only
    numbers and must leave something to work out: ``7/2`` leaves nothing, but ``7 / 2`` is a
    division. A whole value is written in digits, another as a decimal where the expression has
    decimals or percentages (at most six places, exactly, else None), and as a fraction in lowest
    terms elsewhere. None too where there is no real value, or a number on the way has more than
    fifteen digits.
    """
    source = _left_side(line)
    if source is None:
        return None
    try:
        tree = read(source)
        value = None if isinstance(tree, Number) else _value(tree)
    except (ReadError, ArithmeticError):
        return None
    text = None if value is None else _written(value, decimal="." in source or "%" in source)
    if text is None or text == source.replace("−", "-"):
        return None
    return (" " if line.endswith(" =") else "") + text


def _left_side(line: str) -> str | None:
    """The numeric expression before the ``=`` at the end; None where there is none for certain."""
    if not line.endswith("=") or line[-2:-1] in "<>!:=≤≥":
        return None
    before = line[:-1].rstrip(" ")
    before = before[_mark_length(before) :]
    found = _EXPRESSION.search(before[-MAX_SOURCE:])
    if found is None:
        return None
    source = found[0]
    head = before[: len(before) - len(source)]
    if not _BEFORE.search(head) or (not head and source.startswith("- ")):
        return None  # "- 3 + 4 =" may be an item of a list
    if head[-1:].isalpha() and not source.startswith(" "):
        return None
    source = source.strip()
    if head.rstrip()[-1:].isalpha() and source[:1] in "+-−*×·/÷^":
        return None  # what the words name is part of the expression
    return source or None


def _mark_length(line: str) -> int:
    mark = _LIST_MARK.match(line)
    return 0 if mark is None else mark.end()


class _NoValue(ArithmeticError):
    """Not rational, too large, or of a kind that this module leaves alone."""


def _value(tree: object) -> Fraction:
    """The value of a tree of numbers. Raises ArithmeticError."""
    match tree:
        case Number(value):
            return _capped(value)
        case Mixed(whole, numerator, denominator):
            return _capped(whole + Fraction(numerator, denominator))
        case Neg(arg):
            return -_value(arg)
        case Percent(arg):
            return _capped(_value(arg) / 100)
        case Add(left, right):
            return _capped(_value(left) + _value(right))
        case Sub(left, right):
            return _capped(_value(left) - _value(right))
        case Mul(left, right):
            return _capped(_value(left) * _value(right))
        case Div(left, right):
            return _capped(_value(left) / _value(right))
        case Pow(base, exponent):
            return _power(_value(base), _value(exponent))
        case Root(radicand, index):
            return _root(_value(radicand), index)
        case _:
            raise _NoValue


def _capped(value: Fraction) -> Fraction:
    if max(abs(value.numerator), value.denominator) > MAX_SIZE:
        raise _NoValue
    return value


def _power(base: Fraction, exponent: Fraction) -> Fraction:
    if exponent.denominator != 1 or abs(exponent) > MAX_EXPONENT or (base == 0 and exponent <= 0):
        raise _NoValue
    return _capped(base ** int(exponent))


def _root(radicand: Fraction, index: Expr) -> Fraction:
    """A square root where it is rational."""
    if radicand < 0 or _value(index) != 2:
        raise _NoValue
    root = Fraction(isqrt(radicand.numerator), isqrt(radicand.denominator))
    if root * root != radicand:
        raise _NoValue
    return root


def _written(value: Fraction, *, decimal: bool) -> str | None:
    if value.denominator == 1:
        return str(value.numerator)
    if not decimal:
        return f"{value.numerator}/{value.denominator}"
    scaled = value * 10**MAX_PLACES
    if scaled.denominator != 1:
        return None
    sign = "-" if value < 0 else ""
    whole, places = divmod(abs(scaled.numerator), 10**MAX_PLACES)
    return f"{sign}{whole}.{places:0{MAX_PLACES}d}".rstrip("0")
