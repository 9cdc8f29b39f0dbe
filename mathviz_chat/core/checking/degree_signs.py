"""Degree signs on a part of a line only: ``180 - 50 - 60 = 70°``, ``x + 50° + 60° = 180``.

As numbers the two sides differ, since 1° is pi/180. Where no function and no pi stand beside them,
all numbers of such a sum are meant in degrees; that is named as a condition.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final, TypeVar

from mathviz_chat.core.checking.terms import has, is_closed, is_literal, transform
from mathviz_chat.core.reading.tree import (
    Add,
    BigOperator,
    Call,
    Const,
    Constant,
    Degrees,
    Derivative,
    Div,
    Expr,
    Integral,
    Limit,
    Log,
    Mul,
    Neg,
    Node,
    Number,
    Pow,
    Quantity,
    Statement,
    Sub,
)
from mathviz_chat.core.reading.walking import children, walk

N = TypeVar("N", bound=Node)
IN_DEGREES: Final = "all numbers in degrees"
ONE_SIGN: Final = "The degree sign stands on a part of it only."
_ANGLES: Final = re.compile(r"°|\bdegrees?\b|\bangles?\b|\\circ\b", re.IGNORECASE)
_OTHERS: Final = (Call, Log, Constant, Pow, Quantity, Derivative, Integral, Limit, BigOperator)


def speaks_of_angles(question: str | None) -> bool:
    """Degrees or angles are in the question."""
    return question is not None and _ANGLES.search(question) is not None


def without_signs(left: Expr, right: Expr) -> tuple[Expr, Expr] | None:
    """Both sides as numbers of degrees, where the sign stands on a part of them only; else None."""
    if not has(left, Degrees) and not has(right, Degrees):
        return None
    if _is_one_number(left) and _is_one_number(right):
        return None  # ``2 = 2°``
    sides = (left, right)
    if any(map(_converts, sides)):
        return _stripped(left), _stripped(right)
    if not all(map(_is_sum_of_angles, sides)) or not any(map(_has_bare_term, sides)):
        return None
    return _stripped(left), _stripped(right)


def strip_signs(
    given: Sequence[Statement], after: Statement
) -> tuple[tuple[Statement, ...], Statement] | None:
    """The same for a condition beside those that are given."""
    every = (*given, after)
    if not any(has(one, Degrees) for one in every) or not all(map(_is_sum_of_angles, every)):
        return None
    if not any(map(_has_bare_term, every)):
        return None
    return tuple(map(_stripped, given)), _stripped(after)


def _converts(side: Expr) -> bool:
    """``60° * pi/180``, which is pi/3, and ``pi/6 * 180/pi``, which is 30°."""
    if has(side, Call, Log, Add, Sub):
        return False
    parts = list(walk(side))
    return Constant(Const.PI) in parts and Number(Fraction(180)) in parts


def _is_one_number(side: Expr) -> bool:
    return is_literal(side) and not has(side, Div)


def _is_sum_of_angles(node: Node) -> bool:
    """No function of an angle and no pi; an angle is multiplied with numbers alone."""
    if has(node, *_OTHERS):
        return False
    for part in walk(node):
        if isinstance(part, Mul) and has(part.left, Degrees) and has(part.right, Degrees):
            return False
        if isinstance(part, Div) and has(part.right, Degrees):
            return False
    return True


def _has_bare_term(node: Node) -> bool:
    """A number that is added or compared, and has no degree sign; 0 needs none."""
    match node:
        case Add(left, right) | Sub(left, right):
            return _has_bare_term(left) or _has_bare_term(right)
        case Neg(arg):
            return _has_bare_term(arg)
    if isinstance(node, Statement):
        return any(map(_has_bare_term, children(node)))
    closed = isinstance(node, Expr) and is_closed(node) and not has(node, Degrees)
    return closed and node != Number(Fraction(0))


def _stripped(node: N) -> N:
    return transform(node, lambda part: part.arg if isinstance(part, Degrees) else None)
