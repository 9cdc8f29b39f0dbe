"""Limits in the extended real numbers: what grows without bound, and what 1 over it comes to.

The rules of calculation with limits, with the side from which a limit is approached where that is
known: 1/0+ is oo, e^(-oo) is 0+, ln(0+) is -oo. A quotient of two infinite limits goes by
L'Hospital's rule, only for expressions without functions that oscillate, where it may be repeated
(quotients of such functions are monotonic from some point on: G. H. Hardy, "Orders of Infinity",
1910). What no rule decides raises Unsupported.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel.confirming import lowest_terms, slope_of
from mathviz_chat.core.kernel.constants import ONE, PI, TWO, ZERO, E
from mathviz_chat.core.kernel.hints import hints
from mathviz_chat.core.kernel.limits import Declined, Unsupported
from mathviz_chat.core.kernel.signs import sign
from mathviz_chat.core.kernel.substitution import variables
from mathviz_chat.core.proof.forms import Forms
from mathviz_chat.core.proof.notation import Rationals
from mathviz_chat.core.proof.points import univariate
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
from mathviz_chat.core.reading.walking import walk

MAX_ROUNDS: Final = 8
INFINITY: Final = Constant(Const.INFINITY)
_TAME: Final = (Add, Sub, Mul, Div, Neg, Number, Symbol, Constant, Pow, Root, Log)


@dataclass(frozen=True, slots=True)
class Tends:
    """What values come close to: ``value``, a constant, or without bound (None).

    side: from above (1), from below (-1), not known (0); without bound it is the sign.
    fixed: they all are ``value``.
    """

    value: Expr | None
    side: int
    fixed: bool = False

    @property
    def is_infinite(self) -> bool:
        return self.value is None

    @property
    def is_zero(self) -> bool:
        return self.value is not None and sign(self.value, {}) == 0

    def sign(self) -> int:
        """Of the values close to the limit; 0 where it is not known, or where they are 0."""
        if self.value is None:
            return self.side
        found = sign(self.value, {})
        if found is None:
            raise Unsupported("a limit whose sign is not known")
        return self.side if found == 0 else found


def extended_limit(node: Limit, body: Expr, point: Expr) -> Tends:
    """The limit of ``body`` as ``node`` approaches; both in core notation. Raises Declined."""
    if set(variables(body)) - {node.variable} or variables(point):
        raise Unsupported("a limit with other letters")
    if not all(isinstance(part, _TAME) or _is_arctan(part) for part in walk(body)):
        raise Unsupported("a limit of such a function")
    if point in (INFINITY, Neg(INFINITY)):
        return _of(body, node.variable, Tends(None, 1 if point == INFINITY else -1), MAX_ROUNDS)
    side = {"+": 1, "-": -1}.get(node.side, 0)
    try:
        return _of(body, node.variable, Tends(point, side), MAX_ROUNDS)
    except Declined:
        if side:
            raise
    return _from_both_sides(body, node.variable, point)


def _from_both_sides(body: Expr, name: str, point: Expr) -> Tends:
    """The rule of L'Hospital is for one side: the limit is what both come to."""
    above, below = (_of(body, name, Tends(point, side), MAX_ROUNDS) for side in (1, -1))
    if above.value is None or below.value is None:
        same = above.value is below.value and above.side == below.side
    else:
        same = sign(Sub(above.value, below.value), {}) == 0
    if not same:
        raise Unsupported("a limit that is not the same from both sides")
    return Tends(above.value, above.side if above.value is None else 0)


def _of(expr: Expr, name: str, at: Tends, rounds: int) -> Tends:
    if name not in variables(expr):
        return Tends(expr, 0, fixed=True)
    match expr:
        case Symbol():
            return at
        case Neg(arg):
            return _negative(_of(arg, name, at, rounds))
        case Add() | Sub():
            return _polynomial(expr, name, at) or _terms(expr, name, at, rounds)
        case Mul(left, right):
            return _product(left, right, name, at, rounds)
        case Div(left, right):
            return _quotient(left, right, name, at, rounds)
        case Pow(base, exponent):
            return _power(base, exponent, name, at, rounds)
        case Root(arg, index):
            return _root(_of(arg, name, at, rounds), index)
        case Log(arg, base) if base == E:
            return _logarithm(_of(arg, name, at, rounds))
        case Call("atan", (arg,)):
            return _arctan(_of(arg, name, at, rounds))
    raise Unsupported("a limit of such a function")


def _polynomial(expr: Add | Sub, name: str, at: Tends) -> Tends | None:
    """At infinity the term of the highest power counts."""
    if not at.is_infinite:
        return None
    forms = Forms(hints(expr))
    try:
        value = forms.value(expr)
        poly = univariate(value.num, forms.place_of(name))
    except Declined:
        return None
    if poly.degree() < 1 or not value.den.is_constant():
        return None
    leading = poly.coeffs()[-1]
    side = at.side if poly.degree() % 2 else 1
    return Tends(None, side if leading > 0 else -side)


def _terms(expr: Add | Sub, name: str, at: Tends, rounds: int) -> Tends:
    right = _of(expr.right, name, at, rounds)
    return _sum(
        _of(expr.left, name, at, rounds), right if isinstance(expr, Add) else _negative(right)
    )


def _negative(one: Tends) -> Tends:
    return Tends(None if one.value is None else Neg(one.value), -one.side, one.fixed)


def _sum(a: Tends, b: Tends) -> Tends:
    if a.value is None or b.value is None:
        signs = {one.side for one in (a, b) if one.value is None}
        if len(signs) > 1:
            raise Unsupported("a difference of two infinite limits")
        return Tends(None, signs.pop())
    if a.fixed or b.fixed:
        side = b.side if a.fixed else a.side
    else:
        side = a.side if a.side == b.side else 0
    return Tends(Add(a.value, b.value), side)


def _product(left: Expr, right: Expr, name: str, at: Tends, rounds: int) -> Tends:
    a, b = _of(left, name, at, rounds), _of(right, name, at, rounds)
    if (a.is_zero and b.is_infinite) or (b.is_zero and a.is_infinite):
        zero, infinite = (left, right) if a.is_zero else (right, left)
        quotients = [(infinite, _reciprocal(zero)), (zero, _reciprocal(infinite))]
        if isinstance(zero, Log | Add | Sub):  # n ln(1 + 1/n): its slope is the simpler one
            quotients.reverse()
        try:
            return _hospital(*quotients[0], name, at, rounds)
        except Declined:
            return _hospital(*quotients[1], name, at, min(rounds, 3))
    side = a.sign() * b.sign()
    if a.value is None or b.value is None:
        return Tends(None, _known(side))
    return Tends(Mul(a.value, b.value), side if a.is_zero or b.is_zero else 0)


def _reciprocal(expr: Expr) -> Expr:
    match expr:
        case Pow(base, exponent) if not isinstance(exponent, Number):
            return Pow(base, Neg(exponent))
        case Div(left, right):
            return Div(right, left)
    return Div(ONE, expr)


def _known(side: int) -> int:
    if side == 0:
        raise Unsupported("an infinite limit whose sign is not known")
    return side


def _quotient(left: Expr, right: Expr, name: str, at: Tends, rounds: int) -> Tends:
    a, b = _of(left, name, at, rounds), _of(right, name, at, rounds)
    if (a.is_infinite and b.is_infinite) or (a.is_zero and b.is_zero):
        return _hospital(left, right, name, at, rounds)
    side = a.sign() * b.sign()
    if b.value is None:
        return Tends(ZERO, side)
    if a.value is None or b.is_zero:
        return Tends(None, _known(side))
    return Tends(Div(a.value, b.value), side if a.is_zero else 0)


def _hospital(left: Expr, right: Expr, name: str, at: Tends, rounds: int) -> Tends:
    """From one side only: there the slope of a function of this class has no zeros close by."""
    if rounds == 0 or at.side == 0 or any(map(_is_arctan, (*walk(left), *walk(right)))):
        raise Unsupported("a limit that is not decided by L'Hospital's rule")
    slopes = [slope_of(side, name) for side in (left, right)]
    if name not in variables(right):
        raise Unsupported("a quotient by a constant")
    return _of(lowest_terms(Div(slopes[0], slopes[1])), name, at, rounds - 1)


def _power(base: Expr, exponent: Expr, name: str, at: Tends, rounds: int) -> Tends:
    if name in variables(exponent):
        inner = _of(base, name, at, rounds)
        if inner.sign() != 1:
            raise Unsupported("a power of what is not positive")
        if inner.fixed and inner.value is not None:
            return _exponential(inner.value, _of(exponent, name, at, rounds))
        return _exponential(E, _of(Mul(exponent, Log(base, E)), name, at, rounds))
    found = Rationals().rational(exponent)
    if found is None or found.q != 1:
        raise Unsupported("a limit of such a power")
    count = int(found.p)
    whole = _whole_power(_of(base, name, at, rounds), abs(count))
    if count > 0:
        return whole
    if whole.is_infinite:
        return Tends(ZERO, whole.side)
    if whole.is_zero:
        return Tends(None, _known(whole.sign()))
    assert whole.value is not None
    return Tends(Div(ONE, whole.value), 0)


def _whole_power(one: Tends, count: int) -> Tends:
    even = count % 2 == 0
    if one.value is None:
        return Tends(None, 1 if even else one.side)
    side = (1 if even else one.side) if one.is_zero else 0
    return Tends(Pow(one.value, Number(Fraction(count))), side)


def _exponential(base: Expr, exponent: Tends) -> Tends:
    """base > 0"""
    if exponent.value is not None:
        return Tends(Pow(base, exponent.value), 0)
    grows = sign(Sub(base, ONE), {})
    if not grows:
        raise Unsupported("a power of 1, or of what may be 1")
    return Tends(None, 1) if grows * exponent.side > 0 else Tends(ZERO, 1)


def _root(one: Tends, index: Expr) -> Tends:
    if one.sign() != 1:
        raise Unsupported("a root of what is not positive")
    if one.value is None:
        return Tends(None, 1)
    return Tends(Root(one.value, index), 1 if one.is_zero else 0)


def _logarithm(one: Tends) -> Tends:
    if one.sign() != 1:
        raise Unsupported("a logarithm of what is not positive")
    if one.value is None:
        return Tends(None, 1)
    return Tends(None, -1) if one.is_zero else Tends(Log(one.value, E), 0)


def _is_arctan(node: object) -> bool:
    return isinstance(node, Call) and node.function == "atan"


def _arctan(one: Tends) -> Tends:
    if one.value is not None:
        return Tends(Call("atan", (one.value,)), 0)
    right_angle = Div(PI, TWO)
    return Tends(right_angle if one.side > 0 else Neg(right_angle), -one.side)
