"""Whether a sum of sines and cosines is nowhere below 0 between two angles.

Where its zeros lie is certain (``arc_turns``): none of them may lie between the ends, and a value
between them is proved to be positive.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final

from mathviz_chat.core.kernel import Outcome, holds, variables
from mathviz_chat.core.problems import arc_turns, recount
from mathviz_chat.core.problems.arc_angles import HALF_TURN, size, whole_below
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.reading.tree import (
    Abs,
    Call,
    Chain,
    Div,
    Expr,
    Integral,
    Number,
    Pow,
    RelOp,
    Root,
)
from mathviz_chat.core.reading.walking import walk

_NEAR: Final = 10**-12
"""A zero that is no further from an end is the end."""
_MAX_TURNS: Final = 10


def is_above(integral: Integral) -> bool:
    """Whether the body is certainly not below 0 between the limits; False in doubt."""
    body, name, low, high = integral.body, integral.variable, integral.lower, integral.upper
    if low is None or high is None or not _is_wave(body, name):
        return False
    try:
        zeros = _zeros_between(body, name, size(low), size(high))
        return zeros == [] and _is_positive(body, name, size(low), size(high))
    except recount.NotEvaluated:
        return False


def _is_wave(body: Expr, name: str) -> bool:
    """Sines and cosines with numbers and nothing else, so that it is defined everywhere."""
    called = [node for node in walk(body) if isinstance(node, Call)]
    if not called or variables(body) != (name,) or any(map(_has_gaps, walk(body))):
        return False
    return {one.function for one in called} <= _WAVES


def _has_gaps(node: object) -> bool:
    """A quotient by what is no number, a root, or a power that is no natural one."""
    if isinstance(node, Div):
        return bool(variables(node.right))
    if isinstance(node, Pow):
        size = node.exponent.value if isinstance(node.exponent, Number) else Fraction(-1)
        return size < 0 or size.denominator != 1
    return isinstance(node, Root | Abs)


_WAVES: Final = frozenset({"sin", "cos"})


def _zeros_between(body: Expr, name: str, low: Any, high: Any) -> list[Any] | None:
    """The zeros that are not the ends; None where they are not certain."""
    equation = Chain((body, number(Fraction(0))), (RelOp.EQ,))
    turn = 2 * size(HALF_TURN)
    first, last = whole_below(low / turn) - 1, whole_below(high / turn) + 1
    found = None if last - first > _MAX_TURNS else arc_turns.places(equation, name)
    if found is None or not low < high:
        return None
    every = (one + turn * k for one in found for k in range(first, last + 1))
    return [one for one in every if low + _NEAR < one < high - _NEAR]


def _is_positive(body: Expr, name: str, low: Any, high: Any) -> bool:
    middle = Fraction(str((low + high) / 2)).limit_denominator(1000)
    if not low < recount.real(middle) < high:
        return False
    above = Chain((body, number(Fraction(0))), (RelOp.GT,))
    return holds(above, {name: number(middle)}).outcome is Outcome.PROVED
