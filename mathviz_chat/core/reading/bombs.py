"""Sizes are bounded before anything is evaluated: exponents, towers, factorials, height."""

from __future__ import annotations

import math

from mathviz_chat.core.reading.error import ReadError
from mathviz_chat.core.reading.limits import MAX_EXPONENT, MAX_HEIGHT
from mathviz_chat.core.reading.tree import (
    Add,
    Div,
    Factorial,
    Mixed,
    Mul,
    Neg,
    Node,
    Number,
    Percent,
    Pow,
    Quantity,
    Sub,
)
from mathviz_chat.core.reading.walking import has, height, walk


def check_size(node: Node, tokens: int) -> None:
    """Raises ReadError for a tree that is too high, or too large when it is evaluated.

    tokens: how many there were; a tree is never higher than that, so most need no look.
    """
    if tokens > MAX_HEIGHT // 2 and height(node) > MAX_HEIGHT:
        raise ReadError(f"More than {MAX_HEIGHT} operations in a row are not read.", 0)
    for part in walk(node) if has(node, Pow, Factorial) else ():
        if isinstance(part, Pow) and _is_too_large(part.exponent):
            place = part.span.start if part.span is not None else 0
            raise ReadError(f"An exponent beyond {MAX_EXPONENT} is not read.", place)
        if isinstance(part, Factorial) and _is_too_large(part.arg):
            place = part.span.start if part.span is not None else 0
            raise ReadError(f"A factorial beyond {MAX_EXPONENT} is not read.", place)


def _is_too_large(exponent: Node) -> bool:
    if type(exponent) is Number and exponent.value.denominator == 1:
        return exponent.value.numerator > MAX_EXPONENT
    return _size(exponent) > MAX_EXPONENT


def _size(node: Node) -> float:
    """An upper bound of the absolute value of a tree of numbers, by logarithms; 0 with names."""
    logarithm = _log(node)
    return 0.0 if logarithm is None else math.exp(min(logarithm, 700.0))


def _log(node: Node) -> float | None:
    """An upper bound of ln |value|, or None if a name is in it (then nothing is evaluated)."""
    match node:
        case Number(value=value):
            if value <= 0:
                return -math.inf
            return math.log(value.numerator) - math.log(value.denominator)
        case Mixed(whole=whole):
            return math.log(whole + 1)
        case Neg(arg=arg) | Percent(arg=arg) | Quantity(value=arg):
            return _log(arg)
        case Factorial(arg=arg):
            inner = _size(arg)
            return inner * math.log(inner + 1) if _log(arg) is not None else None
        case Add() | Sub() | Mul() | Div() | Pow():
            return _log_of_two(node)
        case _:
            return None


def _log_of_two(node: Add | Sub | Mul | Div | Pow) -> float | None:
    if isinstance(node, Pow):
        base, exponent = _log(node.base), _log(node.exponent)
        if base is None or exponent is None:
            return None
        return abs(base) * math.exp(min(exponent, 700.0)) if base != -math.inf else 0.0
    left, right = _log(node.left), _log(node.right)
    if left is None or right is None:
        return None
    if isinstance(node, Mul):
        return left + right
    if isinstance(node, Div):
        return left - right if right != -math.inf else math.inf
    return max(left, right) + math.log(2)
