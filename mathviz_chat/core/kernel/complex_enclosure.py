"""Balls around complex values of functions without branch points."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from flint import acb, arb, fmpq, fmpz

from mathviz_chat.core.kernel.build import E
from mathviz_chat.core.kernel.limits import MAX_BITS, Unsupported
from mathviz_chat.core.kernel.rational import rational
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Const,
    Constant,
    Div,
    Expr,
    Mul,
    Neg,
    Number,
    Pow,
    Root,
    Sub,
    Symbol,
)


class Coordinate(Protocol):
    """What stands for a letter: it encloses its value at FLINT's current precision."""

    def ball(self) -> arb: ...


def enclose_complex(expr: Expr, point: Mapping[str, Coordinate]) -> acb:
    """A ball around the value; meromorphic wherever it is finite, but for roots of constants.

    Numbers, letters, + - * /, whole powers, e to a power, sine and cosine, square roots of
    rational numbers. Raises Unsupported.
    """
    match expr:
        case Number(value):
            return acb(arb(fmpq(value.numerator, value.denominator)))
        case Symbol(name):
            if name not in point:
                raise Unsupported(f"{name} has no value")
            return acb(point[name].ball())
        case Constant(const):
            return {Const.PI: acb.pi(), Const.E: acb(arb.const_e())}.get(const, acb(0, 1))
        case Neg(arg):
            return -enclose_complex(arg, point)
        case Add(left, right):
            return enclose_complex(left, point) + enclose_complex(right, point)
        case Sub(left, right):
            return enclose_complex(left, point) - enclose_complex(right, point)
        case Mul(left, right):
            return enclose_complex(left, point) * enclose_complex(right, point)
        case Div(left, right):
            return enclose_complex(left, point) / enclose_complex(right, point)
        case Pow(base, exponent):
            return _power(base, exponent, point)
        case _:
            return _enclose_function(expr, point)


def _enclose_function(expr: Expr, point: Mapping[str, Coordinate]) -> acb:
    match expr:
        case Root(radicand, index) if rational(index) == 2 and rational(radicand) is not None:
            return enclose_complex(radicand, point).sqrt()
        case Call("sin", (arg,)):
            return enclose_complex(arg, point).sin()
        case Call("cos", (arg,)):
            return enclose_complex(arg, point).cos()
        case _:
            raise Unsupported(f"{type(expr).__name__.lower()} beside the imaginary unit")


def _power(base: Expr, exponent: Expr, point: Mapping[str, Coordinate]) -> acb:
    if base == E:
        power = enclose_complex(exponent, point)
        return power.exp() if abs(power) < MAX_BITS else acb("nan")
    value = rational(exponent)
    if value is None or value.q != 1 or abs(value.p) > MAX_BITS:
        raise Unsupported("a power with such an exponent beside the imaginary unit")
    ball = enclose_complex(base, point)
    if value <= 0 and ball.contains(0):
        return acb("nan")
    return ball ** fmpz(value.p)
