"""Conditions of a proof that the question's own expression makes already."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel.domain import Need, restrictions
from mathviz_chat.core.kernel.limits import Declined
from mathviz_chat.core.kernel.preparation import prepare
from mathviz_chat.core.kernel.substitution import variables
from mathviz_chat.core.reading.tree import (
    Chain,
    Div,
    Expr,
    Mul,
    Neg,
    Number,
    Pow,
    RelOp,
    Root,
    Statement,
)

_ZERO: Final = Number(Fraction(0))


def demands(expr: Expr, condition: Statement) -> bool:
    """Whether an expression has a value only where a condition such as ``cos(x) != 0`` holds."""
    if not isinstance(condition, Chain) or len(condition.items) != 2:
        return False
    what, zero = condition.items
    if zero != _ZERO:
        return False
    try:
        core, made = prepare(what), list(restrictions(prepare(expr)))
    except Declined:
        return False
    signed = {one.expr for one in made if one.need is not Need.NONZERO}
    positive = {one.expr for one in made if one.need is Need.POSITIVE}
    not_zero = {
        base for one in made if one.need is not Need.NONNEGATIVE for base in _bases(one.expr)
    }
    if condition.ops == (RelOp.NE,):
        return _bases(core) <= not_zero
    if condition.ops == (RelOp.GT,):
        return core in positive or (core in signed and _bases(core) <= not_zero)
    return condition.ops == (RelOp.GE,) and core in signed


def _bases(expr: Expr) -> set[Expr]:
    """What must not be 0 for a product of powers not to be 0."""
    match expr:
        case Mul(left, right):
            return _bases(left) | _bases(right)
        case Neg(inner) | Div(inner, _) | Root(inner, _):
            return _bases(inner)
        case Pow(inner, exponent) if not variables(exponent):
            return _bases(inner)
    return {expr} if variables(expr) else set()
