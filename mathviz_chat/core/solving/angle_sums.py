"""Exact values at multiples of 15 and 22.5 degrees: as sums, and as halves, of known angles."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final, NamedTuple

from mathviz_chat.core.problems import trigonometry
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Const,
    Constant,
    Degrees,
    Div,
    Expr,
    Mul,
    Neg,
    Root,
    Sub,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.solving import build, exact_values, surds
from mathviz_chat.core.solving.lines import BRIEF, NORMAL, Lines

_STEP: Final = 15
_EIGHTH: Final = Fraction(45, 2)
_PI: Final = Constant(Const.PI)


class Rewritten(NamedTuple):
    """One line: the value as it was, and as it is then; the rule and its reason."""

    before: Expr
    after: Expr
    rule: str
    why: str | None = None


def as_sums(call: Call) -> Iterator[Rewritten]:
    """The lines that bring a sine, cosine or tangent to known values; none for other angles."""
    degrees = _unknown_angle(call)
    if degrees is not None and (degrees / _STEP).denominator == 1:
        yield from _as_sum(call, degrees)


def half_angle(expr: Expr) -> Lines | None:
    """The sine or cosine of an odd multiple of 22.5 degrees, pi/8."""
    degrees = _unknown_angle(expr) if isinstance(expr, Call) else None
    if not isinstance(expr, Call) or degrees is None or expr.function == "tan":
        return None
    if (degrees / _EIGHTH).denominator != 1:
        return None
    lines = Lines()
    for before, after, rule, why in _as_half(expr, degrees):
        level = BRIEF if before != expr and isinstance(before, Root | Neg) else NORMAL
        claim = build.equals(before, after)
        lines.step(rule, claim, level=level, before=before, after=after, why=why)
        result = after
    lines.finish(result)
    return lines


def _unknown_angle(call: Call) -> Fraction | None:
    """In degrees, where the function has no value that is known right away."""
    if len(call.args) != 1 or call.primes or call.function not in _SUMS:
        return None
    return None if exact_values.of(call) is not None else trigonometry.in_degrees(call.args[0])


def _angle(degrees: Fraction, like: Expr) -> Expr:
    """An angle in the notation of another one: 45 degrees, pi/4."""
    if any(isinstance(node, Degrees) for node in walk(like)):
        return Degrees(build.rational(degrees))
    turn = degrees / 180
    above = _PI if turn.numerator == 1 else Mul(build.integer(turn.numerator), _PI)
    return above if turn.denominator == 1 else Div(above, build.integer(turn.denominator))


def _as_sum(call: Call, degrees: Fraction) -> Iterator[Rewritten]:
    """``sin(75°) = sin(45° + 30°)``: the formula for a sum or a difference, then known values."""
    (given,) = call.args
    around = degrees % 360
    start = call
    if around != degrees:
        start = Call(call.function, (_angle(around, given),))
        yield Rewritten(call, start, "Take off whole turns")
    rest = around - 45
    first, second = _angle(Fraction(45), given), _angle(abs(rest), given)
    together = Add(second, first) if rest > 0 else Sub(first, second)
    written = Call(call.function, (together,))
    yield Rewritten(start, written, "Write the angle with two known angles")
    left, right = (second, first) if rest > 0 else (first, second)
    after = _SUMS[call.function](left, right, rest > 0)
    sign = "sum" if rest > 0 else "difference"
    yield Rewritten(written, after, f"Use the formula for a {sign} of angles", _WHY[call.function])


def _sine(a: Expr, b: Expr, plus: bool) -> Expr:
    left, right = Mul(_call("sin", a), _call("cos", b)), Mul(_call("cos", a), _call("sin", b))
    return Add(left, right) if plus else Sub(left, right)


def _cosine(a: Expr, b: Expr, plus: bool) -> Expr:
    left, right = Mul(_call("cos", a), _call("cos", b)), Mul(_call("sin", a), _call("sin", b))
    return Sub(left, right) if plus else Add(left, right)


def _tangent(a: Expr, b: Expr, plus: bool) -> Expr:
    left, right = _call("tan", a), _call("tan", b)
    product = Mul(left, right)
    if plus:
        return Div(Add(left, right), Sub(build.ONE, product))
    return Div(Sub(left, right), Add(build.ONE, product))


_SUMS: Final = {"sin": _sine, "cos": _cosine, "tan": _tangent}
_WHY: Final = {
    "sin": "sin(a ± b) = sin(a)cos(b) ± cos(a)sin(b).",
    "cos": "cos(a ± b) = cos(a)cos(b) ∓ sin(a)sin(b).",
    "tan": "tan(a ± b) = (tan(a) ± tan(b))/(1 ∓ tan(a)tan(b)).",
}


def _call(function: str, angle: Expr) -> Expr:
    return Call(function, (angle,))


def _as_half(call: Call, degrees: Fraction) -> Iterator[Rewritten]:
    """``sin(pi/8) = sqrt((1 - cos(pi/4))/2)``, with the sign of its quadrant."""
    (given,) = call.args
    around = degrees % 360
    positive = around < 180 if call.function == "sin" else not 90 < around < 270
    double = _call("cos", _angle(around * 2 % 360, given))
    below = Sub(build.ONE, double) if call.function == "sin" else Add(build.ONE, double)
    root = Root(Div(below, build.TWO), build.TWO)
    sign = "-" if call.function == "sin" else "+"
    kind = "positive" if positive else "negative"
    why = f"{call.function}(a)^2 = (1 {sign} cos(2a))/2, and it is {kind} in this quadrant."
    yield Rewritten(call, root if positive else Neg(root), "Use the half-angle formula", why)
    cosine = exact_values.of(double)
    value = None if cosine is None else surds.value(cosine)
    assert cosine is not None and value is not None  # the double is an odd multiple of 45 degrees
    yield Rewritten(double, cosine, "It is a known value")
    inside = {1: Fraction(2)} | {n: 2 * c * (-1 if sign == "-" else 1) for n, c in value.items()}
    shown = Div(Root(surds.tree(inside), build.TWO), build.TWO)
    yield Rewritten(
        root if positive else Neg(root),
        shown if positive else Neg(shown),
        "Put it in and simplify",
    )
