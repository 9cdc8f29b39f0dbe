"""Limits that can be decided exactly: by continuity, by L'Hôpital's rule, by leading terms.

Domain: quotients and compositions of elementary functions at a finite point where numerator and
denominator are differentiable (at most :data:`MAX_ROUNDS` rounds of the rule), and rational
functions at infinity. Anything else is left undecided.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.checking.terms import has
from mathviz_chat.core.kernel import Outcome, differentiate, evaluate, identity, substitute
from mathviz_chat.core.problems import polynomial
from mathviz_chat.core.reading.tree import (
    Abs,
    Call,
    Const,
    Constant,
    Div,
    Expr,
    Factorial,
    Limit,
    Neg,
    Number,
)
from mathviz_chat.core.reading.walking import walk

MAX_ROUNDS: Final = 4
_STEPS: Final = frozenset({"floor", "ceil", "sgn", "sign"})
_INFINITIES: Final = (Constant(Const.INFINITY), Neg(Constant(Const.INFINITY)))


def limit_value(limit: Limit) -> Expr | None:
    """A constant expression that is the limit; None where no rule applies."""
    if limit.point in _INFINITIES:
        return _at_infinity(limit)
    if has(limit.body, Factorial, Abs) or _jumps(limit.body):
        return None
    return _at_point(limit.body, limit.variable, limit.point)


def _jumps(body: Expr) -> bool:
    return any(isinstance(node, Call) and node.function in _STEPS for node in walk(body))


def _at_point(body: Expr, variable: str, point: Expr) -> Expr | None:
    """Elementary functions are continuous where they are defined."""
    for _ in range(MAX_ROUNDS):
        value = substitute(body, {variable: point})
        if evaluate(value) is not None:
            return value
        if not isinstance(body, Div) or not _both_vanish(body, variable, point):
            return None
        try:
            body = Div(differentiate(body.left, variable), differentiate(body.right, variable))
        except ValueError:
            return None
    return None


def _both_vanish(quotient: Div, variable: str, point: Expr) -> bool:
    zero = Number(Fraction(0))
    sides = (substitute(side, {variable: point}) for side in (quotient.left, quotient.right))
    return all(identity(side, zero).outcome is Outcome.PROVED for side in sides)


def _at_infinity(limit: Limit) -> Expr | None:
    """The quotient of the leading coefficients, where the degrees are equal; 0 below."""
    body = limit.body
    above = polynomial.of_expression(body.left if isinstance(body, Div) else body, limit.variable)
    below = polynomial.of_expression(body.right, limit.variable) if isinstance(body, Div) else None
    if not above or not below or len(above) > len(below):
        return None
    if len(above) < len(below):
        return Number(above[-1] * 0)
    return Number(above[-1] / below[-1])
