"""Exact signs of real algebraic expressions: balls, and a bound that tells 0 from tiny.

An expression E of whole numbers, + - * /, real radicals, absolute values, algebraic numbers and
cosines or sines of rational multiples of pi is U/L, a quotient of algebraic integers in a field of
degree at most D over the rationals. Let 2^u and 2^l bound the absolute values of all conjugates of
U and of L. If E is not 0, the norm of U is a whole number that is not 0, so
|U| >= 2^(-u (D - 1)), and |E| = |U|/|L| >= 2^(-u (D - 1) - l). A ball that lies within that
distance of 0 therefore proves E = 0.

C. Burnikel, S. Funke, K. Mehlhorn, S. Schirra, S. Schmitt, "A Separation Bound for Real Algebraic
Expressions", ESA 2001 (here without its refinements).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import lcm

from flint import arb, ctx, fmpq, fmpz

from mathviz_chat.core.kernel.build import PI, ZERO, number
from mathviz_chat.core.kernel.enclosure import Point, enclose
from mathviz_chat.core.kernel.limits import (
    MAX_BITS,
    MAX_CYCLOTOMIC,
    MAX_SEPARATION_BITS,
    Undefined,
    Unsupported,
)
from mathviz_chat.core.kernel.rational import rational
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Call,
    Div,
    Expr,
    Integral,
    Log,
    Mul,
    Neg,
    Pow,
    Root,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import map_children

QUICK_BITS = (64, 256)  # precisions tried before anything is proved


@dataclass
class _Field:
    """What the degree of the field is made of: distinct radicals, points and an angle's order."""

    radicals: dict[Expr, int] = field(default_factory=dict)
    points: dict[str, int] = field(default_factory=dict)
    order: int = 1

    def degree(self) -> int:
        product = int(fmpz(self.order).euler_phi())
        for degree in (*self.radicals.values(), *self.points.values()):
            product *= degree
        return product


def rational_multiple_of_pi(expr: Expr) -> fmpq | None:
    """r where the expression is r * pi, written as a product and quotient of pi and numbers."""
    if expr == PI:
        return fmpq(1)
    match expr:
        case Neg(arg):
            inner = rational_multiple_of_pi(arg)
            return None if inner is None else -inner
        case Add(left, right) | Sub(left, right):
            first, second = rational_multiple_of_pi(left), rational_multiple_of_pi(right)
            if first is None or second is None:
                return None
            return first + second if isinstance(expr, Add) else first - second
        case Mul(left, right):
            factor, inner = rational(left), rational_multiple_of_pi(right)
            if factor is None or inner is None:
                factor, inner = rational(right), rational_multiple_of_pi(left)
            return None if factor is None or inner is None else factor * inner
        case Div(left, right):
            inner, factor = rational_multiple_of_pi(left), rational(right)
            return None if inner is None or factor is None else inner / factor
        case _:
            return fmpq(0) if rational(expr) == 0 else None


def _size(expr: Expr, point: Point, into: _Field) -> tuple[int, int]:
    """(u, l): bits of bounds on all conjugates of U and of L."""
    value = rational(expr)
    if value is not None:
        return int(value.p).bit_length(), int(value.q - 1).bit_length()
    match expr:
        case Neg(arg) | Abs(arg):
            return _size(arg, point, into)
        case Add(left, right) | Sub(left, right):
            (u, lo), (v, m) = _size(left, point, into), _size(right, point, into)
            return max(u + m, v + lo) + 1, lo + m
        case Mul(left, right):
            (u, lo), (v, m) = _size(left, point, into), _size(right, point, into)
            return u + v, lo + m
        case Div(left, right):
            (u, lo), (v, m) = _size(left, point, into), _size(right, point, into)
            return u + m, lo + v
        case Pow(base, exponent):
            return _size_of_power(base, exponent, point, into)
        case Root(radicand, index):
            degree = _whole(index)
            return _size_of_root(_size(radicand, point, into), expr, degree, into)
        case _:
            return _size_of_leaf(expr, point, into)


def _whole(expr: Expr) -> int:
    value = rational(expr)
    if value is None or value.q != 1 or not 1 <= value <= MAX_BITS:
        raise Unsupported("a root with such an index")
    return int(value.p)


def _size_of_root(size: tuple[int, int], radical: Expr, k: int, into: _Field) -> tuple[int, int]:
    """U = root_k(U1 L1^(k-1)), L = L1."""
    u, lo = size
    into.radicals[radical] = k
    return -(-(u + (k - 1) * lo) // k), lo


def _size_of_power(base: Expr, exponent: Expr, point: Point, into: _Field) -> tuple[int, int]:
    value = rational(exponent)
    if value is None:
        raise Unsupported("an exponent that is not rational")
    u, lo = _size(base, point, into)
    if value.q != 1:
        u, lo = _size_of_root((u, lo), Root(base, number(int(value.q))), int(value.q), into)
    n = int(value.p)
    return (u * n, lo * n) if n >= 0 else (lo * -n, u * -n)


def _size_of_leaf(expr: Expr, point: Point, into: _Field) -> tuple[int, int]:
    match expr:
        case Symbol(name) if name in point:
            into.points[name] = point[name].degree
            return point[name].conjugate_bits()
        case Call("sin" | "cos", (arg,)):
            multiple = rational_multiple_of_pi(arg)
            if multiple is None or multiple.q > MAX_CYCLOTOMIC:
                raise Unsupported("an angle that is not a simple part of pi")
            # 2 cos(p pi/q) and 2 sin(p pi/q) are sums of two roots of unity of order 4q
            into.order = lcm(into.order, 4 * int(multiple.q))
            return 1, 1
        case _:
            raise Unsupported("not an algebraic number")


def zero_threshold(expr: Expr, point: Point) -> int:
    """b such that the expression is 0 if its absolute value is below 2^-b; Unsupported if none."""
    into = _Field()
    u, lo = _size(expr, point, into)
    if into.order > MAX_CYCLOTOMIC * 4:
        raise Unsupported("angles with too large a common denominator")
    return lo + u * (into.degree() - 1) + 1


def _sign_of_ball(ball: arb) -> int | None:
    if ball > 0:
        return 1
    if ball < 0:
        return -1
    return 0 if ball == 0 else None


def sign(expr: Expr, point: Point) -> int | None:
    """The sign of an expression in core notation at a point; None where it cannot be certified.

    Raises Undefined where the expression is proved to have no real value there.
    """
    for bits in QUICK_BITS:
        with ctx.workprec(bits):
            ball = enclose(expr, point)
        found = _sign_of_ball(ball)
        if found is not None:
            return found
    if ball.is_finite():
        return _sign_by_bound(expr, point)
    settled = settle(expr, point)
    if settled == expr:
        return None
    with ctx.workprec(QUICK_BITS[-1]):
        ball = enclose(settled, point)
    found = _sign_of_ball(ball)
    if found is None and ball.is_finite():
        return _sign_by_bound(settled, point)
    return found


def _sign_by_bound(expr: Expr, point: Point) -> int | None:
    try:
        threshold = zero_threshold(expr, point)
    except Unsupported:
        return None
    bits = 2 * QUICK_BITS[-1]
    while threshold <= MAX_SEPARATION_BITS:
        with ctx.workprec(bits):
            ball = enclose(expr, point)
            if not ball.contains(0):
                return _sign_of_ball(ball)
            if abs(ball) < arb(2) ** fmpz(-threshold):
                return 0
        if bits > 4 * MAX_SEPARATION_BITS:
            break
        bits *= 2
    return None


def settle(expr: Expr, point: Point) -> Expr:
    """The expression with 0 written for the parts that decide where it is defined and are 0.

    These are divisors, radicands, bases of powers and arguments of logarithms and absolute
    values. Raises Undefined where one of them proves that there is no real value.
    """
    if isinstance(expr, Integral):
        return expr
    expr = map_children(expr, lambda child: settle(child, point))
    match expr:
        case Div(_, part):
            if sign(part, point) == 0:
                raise Undefined("division by zero")
        case Log(part, _):
            found = sign(part, point)
            if found is not None and found <= 0:
                raise Undefined("the logarithm of a number that is not positive")
        case Root(part, index):
            found = sign(part, point)
            if found == 0:
                return ZERO
            if found == -1 and _whole(index) % 2 == 0:
                raise Undefined("an even root of a negative number")
        case Pow(part, exponent):
            return _settle_power(expr, sign(part, point), rational(exponent))
        case _:
            pass
    return expr


def _settle_power(expr: Pow, base_sign: int | None, exponent: fmpq | None) -> Expr:
    if base_sign != 0 or exponent is None:
        return expr
    if exponent <= 0:
        raise Undefined("0^0" if exponent == 0 else "division by zero")
    return ZERO
