"""Limits by leading terms: c * e^(k t) * t^a * (ln t)^b for t towards infinity, exactly.

Every elementary expression of the supported kinds behaves like its leading term, the one whose
exponents are the greatest (G. H. Hardy, "Orders of Infinity", 1910). A sum whose leading terms
cancel is left undecided, apart from a difference with a square root (its conjugate).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final, TypeAlias

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import Outcome, evaluate, identity, substitute, variables
from mathviz_chat.core.problems import polynomial, recount
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Const,
    Constant,
    Div,
    Expr,
    Limit,
    Log,
    Mul,
    Neg,
    Number,
    Pow,
    Root,
    Sub,
    Symbol,
)

Order: TypeAlias = tuple[Fraction, Fraction, Fraction]
"""The exponents of e^t, t and ln t."""

INFINITY: Final = Constant(Const.INFINITY)
MINUS_INFINITY: Final = Neg(INFINITY)
E: Final = Constant(Const.E)
ONE: Final = Number(Fraction(1))
ZERO: Final = Number(Fraction(0))
TWO: Final = Number(Fraction(2))
FLAT: Final[Order] = (Fraction(0), Fraction(0), Fraction(0))
_T: Final = "t"


class Undecided(Exception):
    """The leading term is not found by these rules."""


@dataclass(frozen=True, slots=True)
class Lead:
    """coefficient: a constant that is not 0; None for a bounded factor such as sin(t)."""

    coefficient: Expr | None
    order: Order


def limit_at_infinity(expr: Expr, name: str, *, minus: bool = False) -> Expr | None:
    """The limit towards infinity: a constant, ``oo`` or ``-oo``; None if undecided."""
    t: Expr = Symbol(_T)
    return _limit(substitute(expr, {name: Neg(t) if minus else t}))


def one_sided_limit(expr: Expr, name: str, point: Expr, side: int) -> Expr | None:
    """The limit for the variable towards a point from the right (side 1) or the left (-1)."""
    step = Div(ONE, Symbol(_T))
    return _limit(substitute(expr, {name: (Add if side > 0 else Sub)(point, step)}))


def order_at_infinity(expr: Expr, name: str) -> Order | None:
    """The exponents of e^t, t and ln t in the leading term; None if undecided."""
    try:
        found = lead(substitute(expr, {name: Symbol(_T)}))
    except (Undecided, recount.NotEvaluated, ValueError, ZeroDivisionError):
        return None
    return None if found is None or found.coefficient is None else found.order


def limit_value(limit: Limit) -> Expr | None:
    """The limit at infinity or from one side; None where these rules do not decide it."""
    if limit.point in (INFINITY, MINUS_INFINITY):
        return limit_at_infinity(limit.body, limit.variable, minus=limit.point == MINUS_INFINITY)
    if limit.side:
        side = 1 if limit.side == "+" else -1
        return one_sided_limit(limit.body, limit.variable, limit.point, side)
    return None


def _limit(expr: Expr) -> Expr | None:
    try:
        return _tends_to(expr)
    except (Undecided, recount.NotEvaluated, ValueError, ZeroDivisionError):
        return None


def _tends_to(expr: Expr) -> Expr:
    if isinstance(expr, Pow) and variables(expr.base) and variables(expr.exponent):
        exponent = _tends_to(Mul(expr.exponent, Log(expr.base, E)))
        if exponent == INFINITY:
            return INFINITY
        return ZERO if exponent == MINUS_INFINITY else Pow(E, exponent)
    found = lead(expr)
    if found is None or found.order < FLAT:
        return ZERO
    if found.coefficient is None:
        raise Undecided
    if found.order == FLAT:
        return found.coefficient
    return INFINITY if _sign(found.coefficient) > 0 else MINUS_INFINITY


def _sign(constant: Expr) -> int:
    """1 or -1; raises Undecided where a constant is 0 or cannot be told from it."""
    value = recount.value(constant)
    if recount.agree(value, Fraction(0)):
        if identity(constant, ZERO).outcome is Outcome.PROVED:
            return 0
        raise Undecided
    return 1 if recount.less(Fraction(0), value) else -1


def lead(expr: Expr) -> Lead | None:
    """The leading term; None for an expression that is 0."""
    if _T not in variables(expr):
        return Lead(expr, FLAT) if _sign(expr) else None
    match expr:
        case Symbol():
            return Lead(ONE, (Fraction(0), Fraction(1), Fraction(0)))
        case Neg(arg):
            return _scaled(lead(arg), Neg)
        case Add(left, right):
            return _sum(left, right, expr)
        case Sub(left, right):
            return _sum(left, Neg(right), expr)
        case Mul(left, right):
            return _product(lead(left), lead(right))
        case Div(left, right):
            return _product(lead(left), _power(lead(right), Fraction(-1)))
        case Root(radicand, Number(index)):
            return _power(lead(radicand), 1 / index)
        case Pow(base, exponent):
            return _raised(base, exponent)
        case Log(arg, base) if base == E:
            return _logarithm(arg)
        case Call(name, (arg,), 0):
            return _function(name, arg)
    raise Undecided


def _scaled(found: Lead | None, change: type[Neg]) -> Lead | None:
    if found is None or found.coefficient is None:
        return found
    return Lead(change(found.coefficient), found.order)


def _sum(left: Expr, right: Expr, whole: Expr) -> Lead | None:
    first, second = lead(left), lead(right)
    if first is None or second is None:
        return second if first is None else first
    if first.order != second.order:
        return first if first.order > second.order else second
    if first.coefficient is None or second.coefficient is None:
        return Lead(None, first.order)
    total = Add(first.coefficient, second.coefficient)
    if _sign(total):
        return Lead(total, first.order)
    return _after_cancelling(left, right, whole)


def _after_cancelling(left: Expr, right: Expr, whole: Expr) -> Lead | None:
    """A rational function in lowest terms, or a difference with a root times its conjugate."""
    if isinstance(left, Root | Neg) or isinstance(right, Root | Neg):
        rooted = any(_is_root(side) for side in (left, right))
        if rooted:
            above = symbolic.expanded(Sub(Pow(left, TWO), Pow(right, TWO)))
            if above is not None and above != whole:
                return _product(lead(above), _power(lead(Sub(left, right)), Fraction(-1)))
    shorter = symbolic.cancelled(whole)
    if shorter is None or isinstance(shorter, Add | Sub) or _T not in variables(shorter):
        raise Undecided
    if identity(shorter, whole).outcome is not Outcome.PROVED:
        raise Undecided
    return lead(shorter)


def _is_root(expr: Expr) -> bool:
    inner = expr.arg if isinstance(expr, Neg) else expr
    return isinstance(inner, Root) and inner.index == TWO


def _product(left: Lead | None, right: Lead | None) -> Lead | None:
    if left is None or right is None:
        return None
    order = (
        left.order[0] + right.order[0],
        left.order[1] + right.order[1],
        left.order[2] + right.order[2],
    )
    if left.coefficient is None or right.coefficient is None:
        return Lead(None, order)
    return Lead(Mul(left.coefficient, right.coefficient), order)


def _power(found: Lead | None, exponent: Fraction) -> Lead | None:
    if found is None:
        if exponent > 0:
            return None
        raise Undecided
    if found.coefficient is None:
        raise Undecided
    if exponent.denominator != 1 and _sign(found.coefficient) < 0:
        raise Undecided
    order = (
        found.order[0] * exponent,
        found.order[1] * exponent,
        found.order[2] * exponent,
    )
    return Lead(Pow(found.coefficient, number(exponent)), order)


def _raised(base: Expr, exponent: Expr) -> Lead | None:
    if _T not in variables(exponent):
        value = recount.value(exponent)
        if not isinstance(value, Fraction):
            raise Undecided
        return _power(lead(base), value)
    if _T in variables(base):
        limit = _tends_to(Mul(exponent, Log(base, E)))
        if limit in (INFINITY, MINUS_INFINITY):
            raise Undecided
        return Lead(Pow(E, limit), FLAT)
    if base != E:
        raise Undecided  # another base than e has an irrational order
    terms = polynomial.of_expression(exponent, _T)
    if terms is not None and len(terms) == 2:
        return Lead(Pow(E, number(terms[0])), (terms[1], Fraction(0), Fraction(0)))
    limit = _tends_to(exponent)
    if limit in (INFINITY, MINUS_INFINITY):
        raise Undecided
    return Lead(Pow(E, limit), FLAT)


def _logarithm(arg: Expr) -> Lead | None:
    found = lead(arg)
    if found is None or found.coefficient is None or _sign(found.coefficient) < 0:
        raise Undecided
    exponential, power, logarithm = found.order
    if exponential:
        return Lead(number(exponential), (Fraction(0), Fraction(1), Fraction(0)))
    if power:
        return Lead(number(power), (Fraction(0), Fraction(0), Fraction(1)))
    if logarithm:
        raise Undecided
    if _sign(Sub(found.coefficient, ONE)):
        return Lead(Log(found.coefficient, E), FLAT)
    return lead(Sub(arg, ONE))  # ln(1 + u) is about u


def _function(name: str, arg: Expr) -> Lead | None:
    if name == "exp":
        return _raised(E, arg)
    limit = _tends_to(arg)
    if limit in (INFINITY, MINUS_INFINITY):
        if name in ("sin", "cos"):
            return Lead(None, FLAT)
        if name == "arctan":
            half = Div(Constant(Const.PI), TWO)
            return Lead(half if limit == INFINITY else Neg(half), FLAT)
        raise Undecided
    value = Call(name, (limit,))
    if evaluate(value) is None:
        raise Undecided
    if _sign(value):
        return Lead(value, FLAT)
    if name in ("sin", "tan", "arctan", "arcsin", "sinh", "tanh") and _sign(limit) == 0:
        return lead(arg)  # sin(u) is about u
    raise Undecided
