"""A trigonometric expression brought to a shorter form, one identity a step."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.kernel import Outcome, identity
from mathviz_chat.core.problems.judging.rewriting import is_simpler
from mathviz_chat.core.reading.tree import Add, Div, Expr, Pow, Sub
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import BRIEF, Lines
from mathviz_chat.core.symbolic import cancelled, expanded, together
from mathviz_chat.core.trigonometric_forms import (
    angles_in,
    by_pythagoras,
    doubled,
    in_sines,
    taken_apart,
)

IN_SINES: Final = "Write it with sine and cosine"
APART: Final = "Use the formulas for sums and multiples of angles"
ONE_FRACTION: Final = "Write it as one fraction"
PYTHAGORAS: Final = "Use the Pythagorean identity"
DOUBLED: Final = "Use the double angle formula of the sine"
_QUOTIENTS: Final = "tan = sin/cos, cot = cos/sin, sec = 1/cos and csc = 1/sin."
_SQUARES: Final = "The squares of sine and cosine of one angle add up to 1."
_ANGLES: Final = (
    "sin(a + b) = sin(a)*cos(b) + cos(a)*sin(b) and cos(a + b) = cos(a)*cos(b) - sin(a)*sin(b); "
    "with b = a they are the formulas for double angles."
)
_DOUBLE: Final = "sin(2a) = 2*sin(a)*cos(a)."


def rewrite(lines: Lines, expr: Expr, *, apart: bool = False) -> Expr:
    """The shortest form that is found, with a step for each identity that is used.

    apart: sums and multiples of angles are taken apart first. Each form is one that the kernel
    proves, where both are defined.
    """
    now = _next(lines, expr, in_sines(expr), IN_SINES, _QUOTIENTS)
    other = taken_apart(now) if apart else None
    if other is not None and angles_in(other) != angles_in(now):
        now = _next(lines, now, other, APART, _ANGLES)
    shortest = next((form for form in by_pythagoras(now) if _is_same(now, form)), now)
    if _is_sum_of_fractions(now) and (whole := together(now)) is not None and whole != shortest:
        now = _next(lines, now, whole, ONE_FRACTION)
    if _size(shortest) >= _size(now):
        return now
    if cancelled(now) == cancelled(shortest):
        return _next(lines, now, shortest, ONE_FRACTION, level=BRIEF)
    return _next(lines, now, shortest, PYTHAGORAS, _SQUARES, level=BRIEF)


def with_double_angle(lines: Lines, expr: Expr) -> Expr | None:
    """``1 + sin(2x)`` for ``(sin(x) + cos(x))^2``; None where that is not simpler.

    The product of sine and cosine stands in the expression, or does by the other identities.
    """
    plain = in_sines(expr)
    forms = [plain, *(form for form in by_pythagoras(plain) if _is_same(plain, form))]
    ends = [(form, end) for form in forms if (end := doubled(form)) is not None]
    found = [pair for pair in ends if is_simpler(pair[1], expr) and _is_same(expr, pair[1])]
    if not found:
        return None
    form, end = min(found, key=lambda pair: _size(pair[1]))
    now = _next(lines, expr, plain, IN_SINES, _QUOTIENTS)
    spread = expanded(now)
    if spread is not None and spread not in (now, form) and isinstance(now, Pow):
        now = _next(lines, now, spread, "Multiply out")
    if _is_sum_of_fractions(now) and (whole := together(now)) is not None and whole != form:
        now = _next(lines, now, whole, ONE_FRACTION)
    now = _next(lines, now, form, PYTHAGORAS, _SQUARES)
    return _next(lines, now, end, DOUBLED, _DOUBLE, level=BRIEF)


def _next(
    lines: Lines, before: Expr, after: Expr, rule: str, why: str | None = None, **level: int
) -> Expr:
    if after == before or not _is_same(before, after):
        return before
    claim = build.equals(before, after)
    lines.step(rule, claim, before=before, after=after, why=why, **level)
    return after


def _is_same(before: Expr, after: Expr) -> bool:
    return identity(before, after).outcome is Outcome.PROVED


def _is_sum_of_fractions(expr: Expr) -> bool:
    parts = list(walk(expr))
    return (
        any(isinstance(one, Add | Sub) for one in parts)
        and sum(isinstance(one, Div) for one in parts) > 0
    )


def _size(expr: Expr) -> int:
    return len(list(walk(expr)))
