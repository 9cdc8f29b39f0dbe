"""A small table that proposes antiderivatives. Not trusted: ``integration`` differentiates them."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.kernel.build import ONE, ZERO, E, add, div, ln, mul, neg, number, power, sub
from mathviz_chat.core.kernel.differentiation import differentiate
from mathviz_chat.core.kernel.limits import Declined, Unsupported
from mathviz_chat.core.kernel.normalform import NormalForms
from mathviz_chat.core.kernel.rational import rational, to_fraction
from mathviz_chat.core.kernel.substitution import variables
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

MAX_DEGREE = 12
"""So often is a polynomial beside a root differentiated."""


def antiderivative(body: Expr, x: str) -> Expr:
    """A proposal. Raises Unsupported."""
    if x not in variables(body):
        return mul(body, Symbol(x))
    match body:
        case Neg(arg):
            return neg(antiderivative(arg, x))
        case Add(left, right):
            return add(antiderivative(left, x), antiderivative(right, x))
        case Sub(left, right):
            return sub(antiderivative(left, x), antiderivative(right, x))
        case Mul(left, right) if x not in variables(left):
            return mul(left, antiderivative(right, x))
        case Mul(left, right) if x not in variables(right):
            return mul(right, antiderivative(left, x))
        case Div(left, right) if x not in variables(right):
            return div(antiderivative(left, x), right)
        case _:
            expanded = _expanded(body, x)
            if expanded is not None:
                return expanded
            return _by_parts(body, x) if isinstance(body, Mul) else _elementary(body, x)


def _by_parts(body: Mul, x: str) -> Expr:
    """p g with a polynomial p: p G - integral of p' G."""
    for p, g in ((body.left, body.right), (body.right, body.left)):
        if _expanded(p, x) is not None:
            if isinstance(g, Root):
                return _times_root(p, g, x, _exponent(g))
            outer = antiderivative(g, x)
            rest = mul(differentiate(p, x), outer)
            return sub(mul(p, outer), antiderivative(rest, x))
    raise Unsupported("an integral whose antiderivative is not in the table")


def _times_root(p: Expr, root: Root, x: str, exponent: Fraction) -> Expr:
    """p g^r with a polynomial p and a linear g: p g^(r + 1)/c - integral of (p'/c) g^(r + 1), with
    c = (r + 1) g'. The root stays as it is: g^(r + 1) is a power of g times the root."""
    inner, raised = root.radicand, exponent + 1
    factor = mul(number(raised), _slope(inner, x))
    whole = power(inner, number(raised - _exponent(root)))
    outer = div(mul(whole, root), factor)
    if x not in variables(p):
        return mul(p, outer)
    if raised > MAX_DEGREE:
        raise Unsupported("an integral whose polynomial has a large degree")
    return sub(mul(p, outer), _times_root(div(differentiate(p, x), factor), root, x, raised))


def _exponent(root: Root) -> Fraction:
    k = rational(root.index)
    if k is None:
        raise Unsupported("a root with such an index")
    return 1 / to_fraction(k)


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
        case Root():
            return _times_root(ONE, body, x, _exponent(body))
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
