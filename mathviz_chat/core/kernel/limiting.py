"""Limits: by continuity, and by L'Hospital's rule for analytic functions. Trusted.

A function built from analytic ones is continuous where a ball around a whole neighbourhood of the
point is finite. For f/g with f(c) = g(c) = 0, both analytic at c and g not constant, the zeros of
g' near c are isolated, so the limit of f'/g' is that of f/g. At infinity x = 1/t is put in.
"""

from __future__ import annotations

from collections.abc import Callable

from flint import arb, ctx

from mathviz_chat.core.kernel.confirming import lowest_terms, slope_of
from mathviz_chat.core.kernel.constants import ONE, ZERO
from mathviz_chat.core.kernel.extended import INFINITY, extended_limit
from mathviz_chat.core.kernel.hints import hints
from mathviz_chat.core.kernel.limits import Declined, Unsupported
from mathviz_chat.core.kernel.measuring import measure
from mathviz_chat.core.kernel.substitution import BINDING, substitute, variables
from mathviz_chat.core.proof.balls import Balls
from mathviz_chat.core.proof.points import Exact
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Call,
    Div,
    Expr,
    Factorial,
    Limit,
    Mul,
    Neg,
    Node,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import has, transform, walk

Elaborate = Callable[[Expr], Expr]
MAX_ROUNDS = 6
MAX_SLOPED = 300  # nodes of what is differentiated once more
NEIGHBOURHOOD_BITS = 30  # radius 2^-30


class _Neighbourhood:
    """A coordinate that stands for all numbers near a point."""

    def __init__(self, centre: Expr) -> None:
        self._centre = centre

    def ball(self) -> arb:
        return Balls({}).value(self._centre) + arb(0, arb(2) ** -NEIGHBOURHOOD_BITS)


def limit(node: Limit, elaborate: Elaborate) -> Expr:
    """The value of a limit as a constant in core notation. Raises Declined."""
    body = elaborate(node.body)
    if set(variables(body)) - {node.variable}:
        return _with_other_letters(body, node.variable, elaborate(node.point))
    try:
        return _by_continuity(node, body, elaborate)
    except Declined:
        tends = extended_limit(node, body, limit_point(node, elaborate))
        if tends.value is None:
            raise Unsupported("an infinite limit") from None
        return tends.value


def limit_point(node: Limit, elaborate: Elaborate) -> Expr:
    """The point in core notation; infinity as it is."""
    return node.point if node.point in (INFINITY, Neg(INFINITY)) else elaborate(node.point)


def _by_continuity(node: Limit, body: Expr, elaborate: Elaborate) -> Expr:
    if node.point in (INFINITY, Neg(INFINITY)):
        t: Expr = Symbol(node.variable)
        flipped = _flipped(body, node.variable, t if node.point == INFINITY else Neg(t))
        return _at(lowest_terms(elaborate(flipped)), node.variable, ZERO, elaborate)
    return _at(lowest_terms(body), node.variable, elaborate(node.point), elaborate)


def _flipped(body: Expr, name: str, inverse: Expr) -> Expr:
    """The body with 1/inverse for the variable, and a/x as a * inverse: sin(1/x) is sin(t)."""
    if has(body, *BINDING):
        return substitute(body, {name: Div(ONE, inverse)})

    def rule(node: Node) -> Node | None:
        match node:
            case Div(left, Symbol(letter)) if letter == name:
                return Mul(transform(left, rule), inverse)
            case Symbol(letter) if letter == name:
                return Div(ONE, inverse)
        return None

    return transform(body, rule)


def _with_other_letters(body: Expr, variable: str, point: Expr) -> Expr:
    """A rational function of several letters: its value in lowest terms, wherever that is one."""
    lowest = lowest_terms(body)
    if not isinstance(lowest, Div) or lowest is body or variables(point):
        raise Unsupported("a limit with other letters")
    return substitute(lowest, {variable: point})


def _at(body: Expr, variable: str, point: Expr, elaborate: Elaborate) -> Expr:
    for _ in range(MAX_ROUNDS):
        measure(body)
        if _is_analytic(body, variable, point):
            return substitute(body, {variable: point})
        body = _single_quotient(body)
        if not isinstance(body, Div):
            break
        top, bottom = body.left, body.right
        parts = (top, bottom)
        if not all(_is_analytic(part, variable, point) for part in parts):
            break
        at_point = [substitute(part, {variable: point}) for part in parts]
        if any(Exact(hints(part), {}).sign(part) for part in at_point):
            break
        if variable not in variables(bottom):
            break
        if sum(1 for part in parts for _ in walk(part)) > MAX_SLOPED:
            break
        body = Div(*(slope_of(part, variable) for part in parts))
    raise Unsupported("a limit that is neither by continuity nor by L'Hospital's rule")


def _single_quotient(body: Expr) -> Expr:
    """a/b +- c and a/b +- c/d over one denominator, so that the rule can be applied."""
    match body:
        case Neg(Div(top, bottom)):
            return Div(Neg(top), bottom)
        case Mul(Div(top, bottom), factor) | Mul(factor, Div(top, bottom)):
            return Div(Mul(top, factor), bottom)
        case Add(Div(a, b), Div(c, d)) | Sub(Div(a, b), Div(c, d)):
            return Div(type(body)(Mul(a, d), Mul(c, b)), Mul(b, d))
        case _:
            return body


def _is_analytic(expr: Expr, variable: str, point: Expr) -> bool:
    if any(isinstance(node, Abs | Factorial) or _is_step(node) for node in walk(expr)):
        return False
    with ctx.workprec(128):
        ball = Balls({}, {variable: _Neighbourhood(point)}).value(expr)
    return bool(ball.is_finite())


def _is_step(node: object) -> bool:
    return isinstance(node, Call) and node.function in {"floor", "ceil"}
