"""Trigonometric equations: solved for the function, then for the angle by its known values."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems import recount, trigonometry
from mathviz_chat.core.problems.judging.trigonometric import radians, within
from mathviz_chat.core.problems.problem import Form, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Chain,
    Degrees,
    Expr,
    Mul,
    Neg,
    Node,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import transform, walk
from mathviz_chat.core.solving import arc_equations, build
from mathviz_chat.core.solving.linear import NEVER
from mathviz_chat.core.solving.lines import BRIEF, NORMAL, Lines
from mathviz_chat.core.solving.substituted import letter_beside, solve_for


def solve(problem: Problem, *, exact: bool = False) -> Lines | None:
    """Lines for the solutions; those that are no known angles are exact if that is asked for."""
    equation, name = problem.conditions[0], problem.unknowns[0]
    assert isinstance(equation, Chain)
    turn = trigonometry.solutions_in_a_turn(equation, name)
    if turn is None:
        return arc_equations.solve(problem, exact=exact)
    if len(trigonometry.calls_of(equation)) > 1:
        reduced = arc_equations.solve(problem, exact=exact)
        if reduced is not None:
            return reduced
    lines = Lines()
    in_degrees = any(isinstance(n, Degrees) for c in problem.conditions for n in walk(c))
    _for_the_function(lines, equation, name, in_degrees=in_degrees)
    general = problem.form is Form.GENERAL
    found = turn if general else within(problem.conditions[1], turn)
    if found is None:
        return None
    for degrees in found:
        at = written(degrees, in_degrees=in_degrees)
        placed = substitute(equation, {name: at})
        rule = f"Put {name} = {to_plain(at).replace(' degrees', '°')} into the equation"
        level = BRIEF if len(found) <= 2 else NORMAL
        lines.step(rule, placed, level=level, why="It is an angle with a known value.")
    if not found:
        lines.finish(NEVER)
        return lines
    values = _families(found, in_degrees=in_degrees) if general else None
    if values is None:
        values = [to_plain(written(degrees, in_degrees=in_degrees)) for degrees in found]
    lines.finish(" or ".join(f"{name} = {value}" for value in values))
    return lines


def written(degrees: Fraction, *, in_degrees: bool) -> Expr:
    """``150°`` or ``5pi/6``."""
    if in_degrees:
        size = Degrees(build.rational(abs(degrees)))
        return size if degrees >= 0 else Neg(size)
    if degrees == 0:
        return build.ZERO
    return radians(degrees) if degrees > 0 else Neg(radians(-degrees))


def _families(turn: tuple[Fraction, ...], *, in_degrees: bool) -> list[str]:
    """``pi/6 + 2n*pi``; equally spaced solutions as one family."""
    gaps = {b - a for a, b in zip(turn, (*turn[1:], turn[0] + 360), strict=True)}
    if len(gaps) == 1:
        step, bases = gaps.pop(), turn[:1]
    else:
        step, bases = Fraction(360), turn
    period = f"n*{step} degrees" if in_degrees else _period(step)
    found = []
    for base in bases:
        at = to_plain(written(base, in_degrees=in_degrees))
        found.append(period if base == 0 else f"{at} + {period}")
    return found


def _period(step: Fraction) -> str:
    half_turns = step / 180
    above = "n*pi" if half_turns.numerator == 1 else f"{half_turns.numerator}n*pi"
    return above if half_turns.denominator == 1 else f"{above}/{half_turns.denominator}"


def _for_the_function(lines: Lines, equation: Chain, name: str, *, in_degrees: bool) -> None:
    """``2sin(x) - 1 = 0`` as ``sin(x) = 1/2``, and the angles of a turn at which that is so."""
    calls = {node for item in equation.items for node in walk(item) if isinstance(node, Call)}
    if len(calls) != 1:
        _factored(lines, equation, name)
        return
    (call,) = calls
    letter = letter_beside(name)
    plain = transform(equation, lambda node: Symbol(letter) if node == call else None)
    for value in solve_for(lines, plain, letter, call):
        _angles(lines, call, value, in_degrees=in_degrees)


def _factored(lines: Lines, equation: Chain, name: str) -> None:
    """``sin(2x) = cos(x)`` as ``(2sin(x) - 1)*cos(x) = 0``."""
    factored = symbolic.factored_trigonometric(Sub(*equation.items))
    if factored is None:
        return
    line = build.equals(factored, build.ZERO)
    if line != equation:
        doubled = Mul(build.TWO, Symbol(name))
        told = [
            why
            for call, why in arc_equations.DOUBLED.items()
            if Call(call, (doubled,)) in _parts(equation)
        ]
        why = " ".join(told) or None
        lines.step("Bring everything to one side and factor", line, before=equation, why=why)
    factors = [one for one in _factors(factored) if name in variables(one)]
    if len(factors) > 1:
        zeros = build.any_of(tuple(build.equals(one, build.ZERO) for one in factors))
        lines.step("A product is 0 when a factor is 0", zeros, before=line)


def _parts(equation: Chain) -> frozenset[Node]:
    """Every part of an equation."""
    return frozenset(node for item in equation.items for node in walk(item))


def _factors(expr: Expr) -> tuple[Expr, ...]:
    return _factors(expr.left) + _factors(expr.right) if isinstance(expr, Mul) else (expr,)


NAMES: Final = {"sin": "sine", "cos": "cosine", "tan": "tangent"}
QUADRANTS: Final[Mapping[tuple[str, bool], tuple[tuple[int, int], ...]]] = {
    ("sin", True): ((0, 1), (180, -1)),
    ("sin", False): ((180, 1), (360, -1)),
    ("cos", True): ((0, 1), (360, -1)),
    ("cos", False): ((180, -1), (180, 1)),
    ("tan", True): ((0, 1), (180, 1)),
    ("tan", False): ((180, -1), (360, -1)),
}
"""Where a function has a value of that sign, whether it is positive: m and s of the angles m + s*r
in a turn, r the acute angle at which it has the value's size."""
_WHERE: Final = {(0, 1): "first", (180, -1): "second", (180, 1): "third", (360, -1): "fourth"}


def _angles(lines: Lines, call: Call, value: Expr, *, in_degrees: bool) -> None:
    """The acute angle with the value's size, then the two angles of a turn by their quadrants."""
    size = value.arg if isinstance(value, Neg) else value
    if call.function in ("sin", "cos") and recount.less(Fraction(1), recount.value(size)):
        why = f"A {NAMES[call.function]} lies between -1 and 1."
        claim = arc_equations.beyond_one(value)
        lines.step("Look at the size of the value", claim, level=BRIEF, why=why)
        return
    acute = next((a for a in ACUTE if _has_value(call.function, a, size)), None)
    quadrants = QUADRANTS.get((call.function, size is value))
    if acute is None or quadrants is None:
        _on_an_axis(lines, call, value, in_degrees=in_degrees)
        return
    angle = written(Fraction(acute), in_degrees=in_degrees)
    known = build.equals(Call(call.function, (angle,)), size)
    lines.once("Take the acute angle with a known value", known, why=_of(call))
    sign = "positive" if size is value else "negative"
    for base, turned in quadrants:
        if not base:
            continue
        start = written(Fraction(base), in_degrees=in_degrees)
        total = Add(start, angle) if turned > 0 else Sub(start, angle)
        found = written(Fraction(base + turned * acute), in_degrees=in_degrees)
        where = _WHERE[base, turned]
        rule = f"The {NAMES[call.function]} is {sign} in the {where} quadrant too"
        rule = rule if size is value else rule.removesuffix(" too")
        claim = build.equals(total, found)
        lines.step(rule, claim, before=total, after=found)


_AXES: Final = (0, 90, 180, 270)


def _on_an_axis(lines: Lines, call: Call, value: Expr, *, in_degrees: bool) -> None:
    """``sin(pi/2) = 1``: the angles at which the value is 0, 1 or -1."""
    for degrees in _AXES:
        if _has_value(call.function, degrees, value):
            angle = written(Fraction(degrees), in_degrees=in_degrees)
            claim = build.equals(Call(call.function, (angle,)), value)
            lines.step("Take an angle with a known value", claim, why=_of(call))


ACUTE: Final = (15, 30, 45, 60, 75)


def _of(call: Call) -> str | None:
    inside = to_plain(call.args[0])
    return None if isinstance(call.args[0], Symbol) else f"The angle is {inside}."


def _has_value(function: str, degrees: int, size: Expr) -> bool:
    angle = Call(function, (radians(Fraction(degrees)),))
    try:
        return recount.agree(recount.value(angle), recount.value(size))
    except recount.NotEvaluated:
        return False
