"""The exact value of a constant expression, and decimals that a ball certifies."""

from __future__ import annotations

from fractions import Fraction

from flint import arb, ctx, fmpq, fmpz

from mathviz_chat.core.kernel.build import decimal, number
from mathviz_chat.core.kernel.elaboration import elaborate
from mathviz_chat.core.kernel.hints import hints
from mathviz_chat.core.kernel.limits import Declined, Undefined
from mathviz_chat.core.kernel.preparation import prepare
from mathviz_chat.core.kernel.rational import rational, to_fraction
from mathviz_chat.core.kernel.signs import sign
from mathviz_chat.core.kernel.values import Value
from mathviz_chat.core.proof.points import Exact, Point
from mathviz_chat.core.reading.tree import Expr, Sub

DECIMAL_BITS = (64, 256, 1_024, 4_096)
SHOWN_DIGITS = 6


def evaluate(expr: Expr, places: int = 10) -> Value | None:
    """The real value of an expression without variables; None where undefined or not supported.

    places: decimals asked for, at least 0 and at most 1000.
    """
    try:
        core = elaborate(prepare(expr))
        value = exact_rational(core, {})
        if value is not None:
            return Value(number(value), value, rounded(value, places), places)
        found = certified_decimal(core, {}, places)
    except Declined:
        return None
    return None if found is None else Value(expr, None, found, places)


def exact_rational(core: Expr, point: Point) -> Fraction | None:
    """The value where rational arithmetic reaches it, or where it is proved to be a near fraction.

    Raises Undefined where there is no real value.
    """
    if not point:
        value = rational(core)
        if value is not None:
            return to_fraction(value)
    with ctx.workprec(DECIMAL_BITS[1]):
        ball = Exact(hints(core), point).value(core)
        guess = _simple_fraction(ball) if ball.is_finite() else None
    if guess is not None and sign(Sub(core, number(guess)), point) == 0:
        return guess
    return None


def _simple_fraction(ball: arb) -> Fraction | None:
    """A fraction with a small denominator in the ball: a guess that is to be proved."""
    for denominator in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 100):
        whole = (ball * denominator).unique_fmpz()
        if whole is not None:
            return Fraction(int(whole), denominator)
    return None


def rounded(value: Fraction, places: int) -> Fraction:
    """Rounded half away from 0."""
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(whole if value >= 0 else -whole, 10**places)


def certified_decimal(core: Expr, point: Point, places: int) -> Fraction | None:
    """The value rounded to that many places; None where no precision tried makes it certain."""
    for bits in DECIMAL_BITS:
        with ctx.workprec(bits + 4 * places):
            ball = Exact(hints(core), point).value(core)
            if not ball.is_finite():
                continue
            scaled = ball * fmpz(10) ** places + arb(fmpq(1, 2))
            whole = scaled.floor().unique_fmpz()
        if whole is not None:
            return Fraction(int(whole), 10**places)
    return None


def shown_value(core: Expr, point: Point, digits: int = SHOWN_DIGITS) -> Expr | None:
    """What a witness shows: the exact fraction, else about that many certified digits."""
    try:
        value = exact_rational(core, point)
    except Undefined:
        return None
    if value is not None:
        return number(value)
    with ctx.workprec(DECIMAL_BITS[0]):
        ball = Exact(hints(core), point).value(core)
        size = abs(ball)
        magnitude = 0
        while magnitude < digits and size > fmpz(10) ** (magnitude + 1):
            magnitude += 1
    places = max(0, digits - 1 - magnitude)
    found = certified_decimal(core, point, places)
    return None if found is None else decimal(found, places)
