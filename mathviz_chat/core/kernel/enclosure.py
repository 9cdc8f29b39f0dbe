"""Balls that surely contain the real value of an expression (Arb, through FLINT).

nan means: undefined at this point, or not told apart from undefined at this precision; it never
means "different". The precision is FLINT's current one.

J. van der Hoeven, "Ball arithmetic"; F. Johansson, "Arb", IEEE Trans. Computers 66 (2017).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from flint import acb, arb, fmpq, fmpz

from mathviz_chat.core.kernel.algebraic import AlgebraicReal
from mathviz_chat.core.kernel.complex_enclosure import Coordinate, enclose_complex
from mathviz_chat.core.kernel.limits import MAX_BITS, Declined, TooLarge, Unsupported
from mathviz_chat.core.kernel.rational import rational
from mathviz_chat.core.kernel.substitution import variables
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Call,
    Const,
    Constant,
    Div,
    Expr,
    Factorial,
    Integral,
    Log,
    Mul,
    Neg,
    Number,
    Pow,
    Root,
    Sub,
    Symbol,
)

Point: TypeAlias = Mapping[str, AlgebraicReal]

NAN = arb.nan()
QUADRATURE_POINTS = 4_000
HUGE = arb(2) ** 4096  # arguments beyond this are not given to exp, sin or a power


def enclose(expr: Expr, point: Mapping[str, Coordinate]) -> arb:
    """A ball around the value of an expression in core notation; finite only where it is defined.

    Real domain: even roots of negative numbers, logarithms of numbers <= 0, division by 0, 0^0 and
    fractional powers of negative numbers are nan. Raises Unsupported for a symbol without a value.
    """
    result = _enclose(expr, point)
    return result if result.is_finite() else NAN


def _enclose(expr: Expr, point: Mapping[str, Coordinate]) -> arb:
    match expr:
        case Number(value):
            return arb(fmpq(value.numerator, value.denominator))
        case Symbol(name):
            if name not in point:
                raise Unsupported(f"{name} has no value")
            return point[name].ball()
        case Neg(arg):
            return -_enclose(arg, point)
        case Abs(arg):
            return abs(_enclose(arg, point))
        case Add(left, right):
            return _enclose(left, point) + _enclose(right, point)
        case Sub(left, right):
            return _enclose(left, point) - _enclose(right, point)
        case Mul(left, right):
            return _enclose(left, point) * _enclose(right, point)
        case Div(left, right):
            return _enclose(left, point) / _enclose(right, point)
        case Pow(base, exponent):
            return _power(base, exponent, point)
        case Root(radicand, index):
            return _root(_enclose(radicand, point), _root_index(index))
        case _:
            return _function(expr, point)


def _root_index(index: Expr) -> int:
    value = rational(index)
    if value is None or value.q != 1 or not 1 <= value <= MAX_BITS:
        raise Unsupported("a root with such an index")
    return int(value.p)


def _root(ball: arb, index: int) -> arb:
    if ball == 0 or index == 1:
        return ball
    if index % 2 == 1 and ball < 0:
        return -((-ball).root(index))
    return ball.root(index) if ball > 0 else NAN


def _power(base: Expr, exponent: Expr, point: Mapping[str, Coordinate]) -> arb:
    ball = _enclose(base, point)
    value = rational(exponent)
    if value is not None and value.q == 1:
        return _whole_power(ball, int(value.p))
    if value is not None:
        if ball == 0 and value > 0:
            return ball
        if value.q > MAX_BITS:
            raise Unsupported("a power with such an exponent")
        return _whole_power(_root(ball, int(value.q)), int(value.p)) if ball > 0 else NAN
    power = _enclose(exponent, point)
    if not abs(power) < HUGE:
        return NAN
    if ball > 0:
        return (power * ball.log()).exp()
    whole = power.unique_fmpz() if power.is_exact() and power.is_integer() else None
    if whole is None or not _all_whole(exponent, point):
        return NAN
    return _whole_power(ball, int(whole))


def _all_whole(exponent: Expr, point: Mapping[str, Coordinate]) -> bool:
    """A negative base is raised only where the letters of the exponent stand for whole numbers."""
    values = [point[name].ball() for name in variables(exponent)]
    return all(value.is_exact() and value.is_integer() for value in values)


def _whole_power(ball: arb, exponent: int) -> arb:
    if abs(exponent) > 2 ** MAX_BITS.bit_length():
        raise TooLarge("a power with such an exponent")
    if exponent <= 0 and ball.contains(0):
        return NAN
    if exponent < 0 or not ball.contains(0):
        return ball ** fmpz(exponent)
    result = arb(1)  # FLINT's power of a ball around 0 goes through a logarithm
    for digit in f"{exponent:b}":
        result = result * result * (ball if digit == "1" else 1)
    return result


def _function(expr: Expr, point: Mapping[str, Coordinate]) -> arb:
    match expr:
        case Constant(Const.PI):
            return arb.pi()
        case Constant(Const.E):
            return arb.const_e()
        case Log(arg, _):
            ball = _enclose(arg, point)
            return ball.log() if ball > 0 else NAN
        case Integral(body, variable, lower, upper) if lower is not None and upper is not None:
            return _integral(body, variable, _enclose(lower, point), _enclose(upper, point), point)
        case Factorial(arg):
            return _factorial(_enclose(arg, point))
        case Call(name, (arg,)):
            return _call(name, _enclose(arg, point))
        case _:
            raise Unsupported(f"{type(expr).__name__.lower()} has no real value")


class _Ball:
    """A ball as a coordinate."""

    def __init__(self, ball: acb) -> None:
        self._ball = ball

    def ball(self) -> acb:
        return self._ball


def _integral(
    body: Expr, variable: str, lower: arb, upper: arb, point: Mapping[str, Coordinate]
) -> arb:
    """Rigorous quadrature of a function without branch points; nan where it has poles between."""

    def integrand(z: acb, _: bool) -> acb:
        try:
            return enclose_complex(body, {**point, variable: _Ball(z)})
        except Declined:  # an exception must not cross FLINT
            return acb("nan")

    if not (lower.is_finite() and upper.is_finite()):
        return NAN
    return acb.integral(integrand, acb(lower), acb(upper), eval_limit=QUADRATURE_POINTS).real


def _factorial(ball: arb) -> arb:
    if not (ball.is_exact() and ball.is_integer() and 0 <= ball <= 1_000):
        return NAN
    return arb.fac_ui(int(ball.unique_fmpz()))


def _call(name: str, ball: arb) -> arb:
    if not abs(ball) < HUGE:
        return NAN
    match name:
        case "sin":
            return ball.sin()
        case "cos":
            return ball.cos()
        case "asin":
            return ball.asin()
        case "acos":
            return ball.acos()
        case "atan":
            return ball.atan()
        case "floor":
            return ball.floor()
        case "ceil":
            return ball.ceil()
        case _:
            raise Declined(f"no enclosure for {name}")
