"""Exact values of sines, cosines and tangents at common angles, rational logarithms, e^0."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount, trigonometry
from mathviz_chat.core.reading.tree import (
    Call,
    Const,
    Constant,
    Div,
    Expr,
    Log,
    Mul,
    Neg,
    Number,
    Pow,
    Root,
)
from mathviz_chat.core.solving import build, exponential

_ROOT_2: Final = Div(Root(build.integer(2), build.TWO), build.TWO)
_ROOT_3: Final = Div(Root(build.integer(3), build.TWO), build.TWO)
_HALF: Final = build.rational(Fraction(1, 2))
_SINES: Final[dict[int, Expr]] = {
    0: build.ZERO, 30: _HALF, 45: _ROOT_2, 60: _ROOT_3, 90: build.ONE,
}  # fmt: skip
_TANGENTS: Final[dict[int, Expr]] = {
    0: build.ZERO,
    30: Div(Root(build.integer(3), build.TWO), build.integer(3)),
    45: build.ONE,
    60: Root(build.integer(3), build.TWO),
}


def of(expr: Expr) -> Expr | None:
    """The exact value of a function at a number; None where it has none that is known here."""
    if isinstance(expr, Log):
        return _logarithm(expr)
    if isinstance(expr, Pow):
        return _power(expr)
    if not isinstance(expr, Call) or len(expr.args) != 1 or expr.primes:
        return None
    if expr.function in _INVERSES:
        return _inverse(expr.function, expr.args[0])
    degrees = trigonometry.in_degrees(expr.args[0])
    if degrees is None:
        return None
    if expr.function == "sin":
        return sine(degrees)
    if expr.function == "cos":
        return sine(degrees + 90)
    return _tangent(degrees) if expr.function == "tan" else None


def sine(degrees: Fraction) -> Expr | None:
    """The sine of an angle; None where it is no multiple of 30 or 45 degrees."""
    around = degrees % 360
    negative = around >= 180
    half = around % 180
    first = half if half <= 90 else 180 - half
    value = _SINES.get(int(first)) if first.denominator == 1 else None
    if value is None or not negative or value == build.ZERO:
        return value
    return _negated(value)


def _tangent(degrees: Fraction) -> Expr | None:
    around = degrees % 180
    first = around if around <= 90 else 180 - around
    value = _TANGENTS.get(int(first)) if first.denominator == 1 else None
    if value is None or around <= 90 or value == build.ZERO:
        return value
    return _negated(value)


_INVERSES: Final = frozenset({"arcsin", "arccos", "arctan"})


def _inverse(name: str, value: Expr) -> Expr | None:
    """``arcsin(1/2) = pi/6``: the principal angle, where it is a multiple of 30 or 45 degrees."""
    try:
        wanted = recount.value(value)
    except recount.NotEvaluated:
        return None
    angles = range(0, 181, 15) if name == "arccos" else range(-90, 91, 15)
    for degrees in angles:
        at = Fraction(degrees)
        known = _tangent(at)
        if name != "arctan":
            known = sine(at if name == "arcsin" else at + 90)
        if known is not None and recount.agree(recount.value(known), wanted):
            size = build.times(abs(Fraction(degrees, 180)), Constant(Const.PI)) if degrees else None
            return build.ZERO if size is None else size if degrees > 0 else Neg(size)
    return None


def _negated(value: Expr) -> Expr:
    return Neg(value)


def _power(expr: Pow) -> Expr | None:
    """``e^0 = 1``, ``e^ln(3) = 3``, ``e^(2ln(3)) = 3^2``."""
    if isinstance(expr.base, Constant) and expr.exponent == build.ZERO:
        return build.ONE
    match expr.exponent:
        case Log(arg, base) if base == expr.base:
            return arg
        case Mul(Number() as times, Log(arg, base)) if base == expr.base:
            return Pow(arg, times)
    return None


def _logarithm(expr: Log) -> Expr | None:
    """``log_2(8) = 3``, ``ln(e^5) = 5``."""
    if isinstance(expr.arg, Pow) and expr.arg.base == expr.base:
        return expr.arg.exponent
    exponent = _exponent(expr.arg, expr.base)
    if exponent is not None:
        return build.rational(exponent)
    try:
        argument = recount.value(expr.arg)
    except recount.NotEvaluated:
        return None
    if not isinstance(argument, Fraction) or argument <= 0:
        return None
    value = exponential.logarithm(argument, expr.base)
    return None if value is None else build.rational(value)


def _exponent(arg: Expr, base: Expr) -> Fraction | None:
    """n of ``base^n``, which may be written ``1/e``, ``e*sqrt(e)``, ``(e^2)^3``."""
    if arg == base:
        return Fraction(1)
    match arg:
        case Number(value):
            return Fraction(0) if value == 1 else None
        case Pow(inner, power):
            times = _fraction(power)
            found = None if times is None else _exponent(inner, base)
            return None if found is None or times is None else found * times
        case Root(inner, Number(index)):
            found = _exponent(inner, base)
            return None if found is None else found / index
        case Mul(left, right) | Div(left, right):
            first, second = _exponent(left, base), _exponent(right, base)
            if first is None or second is None:
                return None
            return first + second if isinstance(arg, Mul) else first - second
    return None


def _fraction(expr: Expr) -> Fraction | None:
    try:
        value = recount.value(expr)
    except recount.NotEvaluated:
        return None
    return value if isinstance(value, Fraction) else None
