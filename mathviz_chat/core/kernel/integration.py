"""Definite integrals: an antiderivative that differentiation confirms, or balls.

A small table proposes an antiderivative; it is used only where its derivative is proved to be the
integrand and both are continuous on the interval, so the table is not trusted. Other integrals of
functions without branch points keep their node and are enclosed by rigorous quadrature
(F. Johansson, "Numerical integration in arbitrary-precision ball arithmetic", ICMS 2018).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mathviz_chat.core.kernel.build import ONE, ZERO, E, add, div, ln, mul, neg, number, power, sub
from mathviz_chat.core.kernel.differentiation import differentiate
from mathviz_chat.core.kernel.domain import Need, restrictions
from mathviz_chat.core.kernel.enclosure import Point
from mathviz_chat.core.kernel.limits import Declined, Unsupported
from mathviz_chat.core.kernel.normalform import NormalForms
from mathviz_chat.core.kernel.rational import rational, to_fraction
from mathviz_chat.core.kernel.separation import sign
from mathviz_chat.core.kernel.solving import critical_points
from mathviz_chat.core.kernel.substitution import substitute, variables
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Call,
    Div,
    Expr,
    Mul,
    Neg,
    Pow,
    Root,
    Sub,
    Symbol,
)

OUTSIDE = ((-1, -1), (1, 1))
AT_END = ((0, 1), (0, -1), (1, 0), (-1, 0))
Elaborate = Callable[[Expr], Expr]


def definite_integral(
    body: Expr, variable: str, lower: Expr, upper: Expr, elaborate: Elaborate
) -> Expr | None:
    """F(upper) - F(lower) in core notation, where F is proved to be an antiderivative.

    body, lower, upper: in core notation. None where no antiderivative is found or the integrand
    is not known to be continuous on the interval.
    """
    try:
        primitive = elaborate(_antiderivative(body, variable))
    except (Declined, ValueError):
        return None
    return by_antiderivative(primitive, body, variable, lower, upper, elaborate)


def by_antiderivative(
    primitive: Expr, body: Expr, variable: str, lower: Expr, upper: Expr, elaborate: Elaborate
) -> Expr | None:
    """As :func:`definite_integral`, with ``primitive`` as the proposal, wherever it comes from."""
    try:
        slope = elaborate(differentiate(primitive, variable))
        forms = NormalForms(slope, body)
        if not forms.is_zero(forms.of(slope) - forms.of(body)):
            return None
        if not all(_continuous(part, variable, lower, upper) for part in (body, primitive)):
            return None
    except (Declined, ValueError):
        return None
    return Sub(substitute(primitive, {variable: upper}), substitute(primitive, {variable: lower}))


# ------------------------------------------------------------------------- continuity


def _continuous(expr: Expr, variable: str, lower: Expr, upper: Expr) -> bool:
    """Is every restriction of the expression met on the whole closed interval?

    A radicand may be 0 at an end: there the function is still continuous.
    """
    for restriction in restrictions(expr):
        part = restriction.expr
        if variable not in variables(part):
            continue
        ends = {sign(substitute(part, {variable: at}), {}) for at in (lower, upper)}
        closed = restriction.need is Need.NONNEGATIVE
        if ends not in (({1}, {0, 1}) if closed else ({1},)) and not (
            restriction.need is Need.NONZERO and ends == {-1}
        ):
            return False
        for point in _zeros(part, variable):
            if _place(point, lower, upper) not in (OUTSIDE if not closed else OUTSIDE + AT_END):
                return False
    return True


def _zeros(expr: Expr, variable: str) -> Iterator[Point]:
    for root in critical_points(expr, variable):
        yield {variable: root}


def _place(point: Point, lower: Expr, upper: Expr) -> tuple[int | None, int | None]:
    """The signs of point - lower and point - upper."""
    (name,) = point
    below = sign(Sub(Symbol(name), lower), point)
    return below, sign(Sub(Symbol(name), upper), point)


# ------------------------------------------------------------------------- the table


def _antiderivative(body: Expr, x: str) -> Expr:
    """A proposal. Raises Unsupported."""
    if x not in variables(body):
        return mul(body, Symbol(x))
    match body:
        case Neg(arg):
            return neg(_antiderivative(arg, x))
        case Add(left, right):
            return add(_antiderivative(left, x), _antiderivative(right, x))
        case Sub(left, right):
            return sub(_antiderivative(left, x), _antiderivative(right, x))
        case Mul(left, right) if x not in variables(left):
            return mul(left, _antiderivative(right, x))
        case Mul(left, right) if x not in variables(right):
            return mul(right, _antiderivative(left, x))
        case Div(left, right) if x not in variables(right):
            return div(_antiderivative(left, x), right)
        case _:
            expanded = _expanded(body, x)
            if expanded is not None:
                return expanded
            return _by_parts(body, x) if isinstance(body, Mul) else _elementary(body, x)


def _by_parts(body: Mul, x: str) -> Expr:
    """p g with a polynomial p: p G - integral of p' G."""
    for p, g in ((body.left, body.right), (body.right, body.left)):
        if _expanded(p, x) is not None:
            outer = _antiderivative(g, x)
            rest = mul(differentiate(p, x), outer)
            return sub(mul(p, outer), _antiderivative(rest, x))
    raise Unsupported("an integral whose antiderivative is not in the table")


def _expanded(body: Expr, x: str) -> Expr | None:
    """Polynomials, and polynomials over a power of x, term by term."""
    forms = NormalForms(body)
    try:
        value = forms.of(body)
    except Declined:
        return None
    top = forms.univariate(value.num)
    bottom = forms.univariate(value.den)
    shift = 0
    if bottom is not None:
        shift = int(bottom[1].degree())
        if bottom[1] != type(bottom[1])([0] * shift + [1]):
            return None
    elif not value.den.is_constant():
        return None
    if top is None and not value.num.is_constant():
        return None
    coefficients = [value.num.leading_coefficient()] if top is None else top[1].coeffs()
    total: Expr = ZERO
    for k, coefficient in enumerate(coefficients):
        if coefficient != 0:
            factor = number(to_fraction(coefficient))
            total = add(total, mul(factor, _power_rule(Symbol(x), k - shift)))
    return total


def _power_rule(base: Expr, exponent: int) -> Expr:
    if exponent == -1:
        return ln(Abs(base))
    return div(power(base, number(exponent + 1)), number(exponent + 1))


def _elementary(body: Expr, x: str) -> Expr:
    """f(a x + b) for a few f: F(a x + b)/a."""
    match body:
        case Pow(base, inner) if base == E:
            return div(body, _slope(inner, x))
        case Pow(base, inner) if x not in variables(base):
            return div(body, mul(ln(base), _slope(inner, x)))
        case Call("sin", (inner,)):
            return neg(div(Call("cos", (inner,)), _slope(inner, x)))
        case Call("cos", (inner,)):
            return div(Call("sin", (inner,)), _slope(inner, x))
        case Div(top, inner) if x not in variables(top):
            return div(mul(top, ln(Abs(inner))), _slope(inner, x))
        case Root(inner, index):
            k = rational(index)
            if k is None:
                raise Unsupported("a root with such an index")
            exponent = number(1 / to_fraction(k) + 1)
            return div(mul(inner, body), mul(exponent, _slope(inner, x)))
        case Pow(inner, exponent) if x not in variables(exponent):
            above = Add(exponent, ONE)
            return div(power(inner, above), mul(above, _slope(inner, x)))
        case _:
            raise Unsupported("an integral whose antiderivative is not in the table")


def _slope(inner: Expr, x: str) -> Expr:
    slope = differentiate(inner, x)
    if x in variables(slope):
        raise Unsupported("an integral that needs a substitution")
    return slope
