"""Derivatives from first principles of roots, sines, cosines, powers of e and logarithms.

A root is multiplied by the sum of the two roots; in the others each quotient that is left tends to
a limit that is known: ``sin(h)/h`` to 1, ``(cos(h) - 1)/h`` to 0, ``(e^h - 1)/h`` to 1.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import substitute
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
    Pow,
    Root,
    Sub,
    Symbol,
)
from mathviz_chat.core.solving import build, monomials
from mathviz_chat.core.solving.lines import BRIEF, Lines

_DEFINITION: Final = "Use the definition of the derivative"
_TENDS: Final = "Each quotient tends to its limit, and what has no {h} in it stays as it is."
_CONTINUOUS: Final = "Where nothing is divided by 0 any more, the limit is the value at {h} = 0."
_SUMS: Final = "The formula for the {} of a sum of two angles."
_E: Final = Constant(Const.E)


def derivative(lines: Lines, body: Expr, name: str) -> Expr | None:
    """The lines to the derivative; None, and no line, of any other function."""
    h = "h" if name != "h" else "k"
    way = _way(body)
    argument = _argument(body)
    found = None if argument is None else _linear(argument, name)
    if way is None or argument is None or found is None:
        return None
    slope, constant = found
    if (constant and way is not _of_root) or (slope != 1 and way is _of_logarithm):
        return None
    lines.setup(_DEFINITION, f"f'({name}) = lim({h} -> 0, (f({name} + {h}) - f({name}))/{h})")
    return way(lines, body, argument, slope, (name, h))


def _argument(body: Expr) -> Expr | None:
    if isinstance(body, Root) and body.index == build.TWO:
        return body.radicand
    if isinstance(body, Pow):
        return body.exponent if body.base == _E else None
    if isinstance(body, Log):
        return body.arg if body.base == _E else None
    return body.args[0] if isinstance(body, Call) and len(body.args) == 1 else None


def _linear(argument: Expr, name: str) -> tuple[Fraction, Fraction] | None:
    """The numbers of ``m x + b``, m not 0."""
    terms = monomials.expanded(argument, name)
    if terms is None or monomials.degree(monomials.collected(terms)) != 1:
        return None
    one = monomials.collected(terms)
    return monomials.coefficient(one, 1), monomials.coefficient(one, 0)


def _moved(body: Expr, names: tuple[str, str]) -> Expr:
    name, h = names
    return substitute(body, {name: Add(Symbol(name), Symbol(h))})


def _quotient(body: Expr, names: tuple[str, str]) -> Expr:
    return Div(Sub(_moved(body, names), body), Symbol(names[1]))


def _times(size: Fraction, expr: Expr) -> Expr:
    return build.total(((size, expr),))


def _of_root(
    lines: Lines, body: Expr, argument: Expr, slope: Fraction, names: tuple[str, str]
) -> Expr:
    h = Symbol(names[1])
    further = _moved(argument, names)
    together = Add(_moved(body, names), body)
    quotient = Div(Sub(further, argument), Mul(h, together))
    claim = build.equals(_quotient(body, names), quotient)
    lines.step("Multiply above and below by the sum of the roots", claim, level=BRIEF)
    shorter = Div(build.rational(slope), together)
    lines.step(f"Cancel {names[1]}", build.equals(quotient, shorter), level=BRIEF, before=quotient)
    half = slope / 2
    below = _times(Fraction(half.denominator), body)
    value = Div(build.integer(half.numerator), below)
    at_zero = substitute(shorter, {names[1]: build.ZERO})
    why = _CONTINUOUS.format(h=names[1])
    claim = build.equals(at_zero, value)
    lines.step(f"Let {names[1]} tend to 0", claim, level=BRIEF, after=value, why=why)
    return value


def _of_wave(
    lines: Lines, body: Expr, argument: Expr, slope: Fraction, names: tuple[str, str]
) -> Expr:
    assert isinstance(body, Call)
    h = names[1]
    turn = _times(slope, Symbol(h))
    sine, cosine = Call("sin", (argument,)), Call("cos", (argument,))
    by_sine, by_cosine = Call("sin", (turn,)), Call("cos", (turn,))
    is_sine = body.function == "sin"
    other = cosine if is_sine else sine
    put: Callable[[Expr, Expr], Expr] = Add if is_sine else Sub
    sum_ = put(Mul(body, by_cosine), Mul(other, by_sine))
    why = _SUMS.format("sine" if is_sine else "cosine")
    lines.step("Write out the angle", build.equals(_moved(body, names), sum_), why=why)
    first, second = Div(Sub(by_cosine, build.ONE), Symbol(h)), Div(by_sine, Symbol(h))
    parts = put(Mul(body, first), Mul(other, second))
    claim = build.equals(_quotient(body, names), parts)
    lines.step(f"Divide by {h} and collect", claim, level=BRIEF, after=parts)
    _known(lines, first, h, build.ZERO)
    _known(lines, second, h, build.rational(slope))
    limits = put(Mul(body, build.ZERO), Mul(other, build.rational(slope)))
    signed = slope if is_sine else -slope
    return _put_in(lines, limits, _times(signed, other), h)


def _of_power(
    lines: Lines, body: Expr, argument: Expr, slope: Fraction, names: tuple[str, str]
) -> Expr:
    h = names[1]
    step = Pow(_E, _times(slope, Symbol(h)))
    lines.step("Write out the power", build.equals(_moved(body, names), Mul(body, step)))
    quotient = Div(Sub(step, build.ONE), Symbol(h))
    claim = build.equals(_quotient(body, names), Mul(body, quotient))
    lines.step(f"Divide by {h} and factor out", claim, level=BRIEF, after=Mul(body, quotient))
    _known(lines, quotient, h, build.rational(slope))
    value = _times(slope, body)
    return _put_in(lines, Mul(body, build.rational(slope)), value, h)


def _of_logarithm(
    lines: Lines, body: Expr, argument: Expr, slope: Fraction, names: tuple[str, str]
) -> Expr:
    name, h = names
    part = Div(Symbol(h), argument)
    whole = Log(Add(build.ONE, part), _E)
    claim = build.equals(Sub(_moved(body, names), body), whole)
    lines.step("Write the difference as one logarithm", claim, level=BRIEF)
    share = Mul(Div(build.ONE, argument), Div(whole, part))
    claim = build.equals(_quotient(body, names), share)
    lines.step(f"Divide by {h}", claim, level=BRIEF, after=share)
    small = "t" if name != "t" else "u"
    limit = Div(Log(Add(build.ONE, Symbol(small)), _E), Symbol(small))
    _known(lines, limit, small, build.ONE, f"With {small} = {h}/{name}, which tends to 0 too.")
    value = Div(build.ONE, argument)
    return _put_in(lines, Mul(value, build.ONE), value, h)


def _known(lines: Lines, quotient: Expr, h: str, value: Expr, why: str | None = None) -> None:
    claim = build.equals(Limit(quotient, h, build.ZERO), value)
    lines.step("Use a known limit", claim, level=BRIEF, why=why)


def _put_in(lines: Lines, limits: Expr, value: Expr, h: str) -> Expr:
    claim = build.equals(limits, value)
    lines.step("Put the limits in", claim, level=BRIEF, after=value, why=_TENDS.format(h=h))
    return value


_Way = Callable[[Lines, Expr, Expr, Fraction, tuple[str, str]], Expr]


def _way(body: Expr) -> _Way | None:
    if isinstance(body, Root):
        return _of_root
    if isinstance(body, Pow):
        return _of_power
    if isinstance(body, Log):
        return _of_logarithm
    return _of_wave if isinstance(body, Call) and body.function in ("sin", "cos") else None
