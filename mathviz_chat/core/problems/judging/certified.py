"""All solutions of an equation, certified by its own judge, so that some may be chosen of them."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import Final

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import Outcome, holds, real_solutions
from mathviz_chat.core.problems import arc_angles, arc_turns, recount, trigonometry
from mathviz_chat.core.problems.judging import solutions, trigonometric
from mathviz_chat.core.problems.judging.inequality import holds_at, is_infinite
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Chain,
    Degrees,
    Expr,
    Interval,
    RelOp,
    Statement,
    Symbol,
    Truth,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import AnswerVerdict

MAX_WHOLE: Final = 60
"""How many whole numbers may be listed."""
BEYOND: Final = 40
"""How many whole numbers are tried beyond the first one that is asked for."""


def solutions_of(base: Problem) -> tuple[Expr, ...] | None:
    """Every real solution, of which the judge of the equation says that there are no others."""
    equation, name = base.conditions[0], base.unknowns[0]
    if not isinstance(equation, Chain):
        return None
    if base.kind is Kind.TRIGONOMETRIC:
        return _angles(base, equation, name)
    for proposed in (_by_kernel(equation, name), symbolic.exact_real_solutions(equation, name)):
        if proposed is None:
            continue
        node = solutions.as_statement(name, proposed) if proposed else Truth(False)
        judged = solutions.judge(base, node, to_plain(node))
        if judged.verdict is AnswerVerdict.VERIFIED:
            return proposed
    return None


def _by_kernel(equation: Statement, name: str) -> tuple[Expr, ...] | None:
    found = real_solutions(equation, name)
    if found is None or found.intervals:
        return None
    exact = tuple(point.exact for point in found.points if point.exact is not None)
    return exact if len(exact) == len(found.points) else None


def with_domain(base: Problem) -> Problem:
    """Where no domain is given: the first turn, in which the smallest positive solution lies."""
    if base.form is not Form.GENERAL:
        return base
    name = Symbol(base.unknowns[0])
    turn = (
        Degrees(number(Fraction(360))) if in_degrees(base) else trigonometric.radians(Fraction(360))
    )
    domain = Chain((number(Fraction(0)), name, turn), (RelOp.LT, RelOp.LE))
    return Problem(
        base.kind, Form.SOLUTIONS, base.read_as, base.unknowns, (*base.conditions[:1], domain)
    )


def in_degrees(base: Problem) -> bool:
    """Whether the angles are written in degrees."""
    return any(isinstance(node, Degrees) for one in base.conditions for node in walk(one))


def _angles(base: Problem, equation: Chain, name: str) -> tuple[Expr, ...] | None:
    base = with_domain(base)
    turn = trigonometry.solutions_in_a_turn(equation, name)
    if turn is None:
        return _arcs(base, equation, name)
    found = trigonometric.within(base.conditions[1], turn)
    if found is None:
        return None
    unit = in_degrees(base)
    values = tuple(Degrees(number(one)) if unit else _radians(one) for one in found)
    claim = " or ".join(f"{name} = {to_plain(value)}" for value in values)
    judged = trigonometric.judge(base, claim or "no real solutions")
    return values if judged.verdict is AnswerVerdict.VERIFIED else None


def _arcs(base: Problem, equation: Chain, name: str) -> tuple[Expr, ...] | None:
    """Angles that are no known ones; in degrees where the domain is."""
    turn = arc_turns.exact(equation, name)
    found = None if turn is None else arc_turns.within(base.conditions[1], name, turn)
    if found is None or not in_degrees(base):
        return found
    return tuple(Degrees(arc_angles.in_degrees(one)) for one in found)


def _radians(degrees: Fraction) -> Expr:
    return trigonometric.radians(degrees) if degrees else number(degrees)


# ------------------------------------------------------------------ choosing


def fulfils(condition: Statement, name: str, value: Expr) -> bool | None:
    """Whether a value fulfils a condition, by the kernel and by recounting; None in doubt."""
    outcome = holds(condition, {name: value}).outcome
    if outcome not in (Outcome.PROVED, Outcome.REFUTED):
        return None
    try:
        again = holds_at(condition, {name: recount.value(value)})
    except recount.NotEvaluated:
        return None
    return again if again == (outcome is Outcome.PROVED) else None


def is_whole(value: Expr) -> bool | None:
    """Whether a value is a whole number; None where it is not known to be rational."""
    known = recount.value(value)
    if isinstance(known, Fraction):
        return known.denominator == 1
    rounded = round(float(known))
    return False if abs(float(known) - rounded) > 1e-6 else None


def whole_numbers(condition: Statement, name: str, pick: str) -> tuple[int, ...] | None:
    """The whole numbers of an inequality: all of them, or the one at the end that is asked for."""
    ends = _ends(condition, name)
    if ends is None:
        return None
    low, high = ends
    if pick == "largest" and high is not None:
        return _first(condition, name, range(high + 1, high - BEYOND, -1))
    if pick == "smallest" and low is not None:
        return _first(condition, name, range(low - 1, low + BEYOND))
    if pick in ("largest", "smallest") or low is None or high is None or high - low > MAX_WHOLE:
        return None
    kept = []
    for candidate in range(low - 1, high + 2):
        inside = fulfils(condition, name, number(Fraction(candidate)))
        if inside is None:
            return None
        kept += [candidate] if inside else []
    return tuple(kept)


def _first(condition: Statement, name: str, candidates: range) -> tuple[int, ...] | None:
    for candidate in candidates:
        inside = fulfils(condition, name, number(Fraction(candidate)))
        if inside is None:
            return None
        if inside:
            return (candidate,)
    return None


def _ends(condition: Statement, name: str) -> tuple[int | None, int | None] | None:
    """Whole numbers just outside the solutions on both sides, None where they go on for ever.

    None as a whole where the solutions cannot be certified or there are none.
    """
    found = real_solutions(condition, name)
    if found is None or found.is_empty:
        return None
    points = [float(point.decimal) for point in found.points]
    low, high = _bounds(found.intervals)
    lows = [*points, *([] if low is None else [low])]
    highs = [*points, *([] if high is None else [high])]
    endless_below = bool(found.intervals) and low is None
    endless_above = bool(found.intervals) and high is None
    return (
        None if endless_below else floor(min(lows)),
        None if endless_above else ceil(max(highs)),
    )


def _bounds(intervals: tuple[Interval, ...]) -> tuple[float | None, float | None]:
    """The outermost ends of intervals; None for infinity."""
    if not intervals:
        return None, None
    lower, upper = intervals[0].lower, intervals[-1].upper
    low = None if is_infinite(lower) else float(recount.value(lower))
    high = None if is_infinite(upper) else float(recount.value(upper))
    return low, high
