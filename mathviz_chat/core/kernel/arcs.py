"""Inverse trigonometric functions at numbers where the angle is a simple part of pi.

A ball proposes r with asin(u) = r pi; sin(r pi) = u is then proved by an exact sign, and r lies in
the range of the function, in which sine (cosine, tangent) takes each value once.
"""

from __future__ import annotations

from fractions import Fraction

from flint import ctx

from mathviz_chat.core.kernel.constants import PI, number
from mathviz_chat.core.kernel.hints import hints
from mathviz_chat.core.kernel.limits import Declined
from mathviz_chat.core.kernel.substitution import variables
from mathviz_chat.core.proof.balls import Balls
from mathviz_chat.core.proof.points import Exact
from mathviz_chat.core.reading.tree import Call, Div, Expr, Mul, RelOp
from mathviz_chat.core.reading.walking import map_children

DENOMINATORS = (1, 2, 3, 4, 5, 6, 8, 10, 12)
RANGES = {
    "asin": (Fraction(-1, 2), Fraction(1, 2)),
    "acos": (Fraction(0), Fraction(1)),
    "atan": (Fraction(-1, 2), Fraction(1, 2)),
    "arcsin": (Fraction(-1, 2), Fraction(1, 2)),
    "arccos": (Fraction(0), Fraction(1)),
    "arctan": (Fraction(-1, 2), Fraction(1, 2)),
}


def with_known_angles(core: Expr) -> Expr:
    """The expression with ``atan(1)`` as ``pi/4`` and so on, each proved."""
    core = map_children(core, with_known_angles)
    if isinstance(core, Call) and core.function in RANGES and not variables(core):
        part = _part_of_pi(Call(f"a{core.function[-3:]}", core.args))
        if part is not None:
            return Mul(number(part), PI)
    return core


def _part_of_pi(core: Call) -> Fraction | None:
    with ctx.workprec(128):
        ball = Balls({}).value(Div(core, PI))
        if not ball.is_finite():
            return None
        wholes = [((ball * d).unique_fmpz(), d) for d in DENOMINATORS]
    guesses = [Fraction(int(whole), d) for whole, d in wholes if whole is not None]
    low, high = RANGES[core.function]
    for guess in guesses[:1]:
        if low <= guess <= high and _is_proved(core, guess):
            return guess
    return None


def _is_proved(core: Call, part: Fraction) -> bool:
    """Does the function whose inverse this is give the argument at part * pi?"""
    angle = (Mul(number(part), PI),)
    forward: Expr = Call(core.function.removeprefix("a"), angle)
    if core.function == "atan":
        forward = Div(Call("sin", angle), Call("cos", angle))
    try:
        return Exact(hints(forward, core.args[0]), {}).holds(forward, RelOp.EQ, core.args[0])
    except Declined:
        return False
