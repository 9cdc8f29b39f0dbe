"""Pictures of slopes: tangents, turning points, growth, limits."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from mathviz_chat.core.kernel import differentiate, real_solutions, substitute, variables
from mathviz_chat.core.picturing import floats
from mathviz_chat.core.picturing.answers import expression_of
from mathviz_chat.core.picturing.conditions import stretches_of
from mathviz_chat.core.picturing.graphs import function, graphs, short
from mathviz_chat.core.picturing.picture import Dot, Picture
from mathviz_chat.core.problems import Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Chain,
    Expr,
    Limit,
    Mul,
    Number,
    RelOp,
    Statement,
    Sub,
    Symbol,
)

_ZERO = Number(Fraction(0))


def _body(problem: Problem) -> Expr | None:
    return problem.expression if problem.target is None else problem.target


def tangent(problem: Problem, answer: str) -> Picture | None:
    """The curve with its tangent, or with the line that the answer gives."""
    body, name = problem.target, problem.variable
    if body is None or name is None or len(problem.items) != 1:
        return None
    at = problem.items[0]
    place = floats.number(at)
    line = expression_of(answer, name) if "=" in answer else None
    if line is None:
        slope = substitute(differentiate(body, name), {name: at})
        line = Add(substitute(body, {name: at}), Mul(slope, Sub(Symbol(name), at)))
    if place is None:
        return None
    label = f"y = {to_plain(line)}" if "=" in answer else "the tangent"
    exprs = [(body, f"y = {to_plain(body)}"), (line, label)]
    return graphs(problem.read_as, name, exprs, [(place, body, f"{name} = {short(place)}")])


def turning_points(problem: Problem, answer: str) -> Picture | None:
    """The curve with the points at which its slope is 0, and the ends of the interval asked for."""
    body, name = _body(problem), problem.variable
    if body is None or name is None:
        return None
    flat = real_solutions(Chain((differentiate(body, name), _ZERO), (RelOp.EQ,)), name)
    places = [] if flat is None else [float(point.decimal) for point in flat.points]
    ends = [end for item in problem.items if (end := floats.number(item)) is not None]
    inside = [at for at in places if len(ends) != 2 or min(ends) <= at <= max(ends)]
    value = function(body, name)
    marks = [(at, body, f"({short(at)}, {short(value(at))})") for at in (*inside, *ends)]
    return graphs(problem.read_as, name, [(body, f"y = {to_plain(body)}")], marks)


def monotonicity(problem: Problem, answer: str) -> Picture | None:
    """The curve, and below it where it rises or falls."""
    body, name = problem.target, problem.variable
    if body is None or name is None:
        return None
    sign = RelOp.LT if problem.task.startswith("decreas") else RelOp.GT
    slope = Chain((differentiate(body, name), _ZERO), (sign,))
    shown = turning_points(problem, answer)
    found = real_solutions(slope, name)
    if shown is None or found is None:
        return None
    return replace(shown, stretches=stretches_of(found))


def limit(problem: Problem, answer: str) -> Picture | None:
    """The curve near the place of a limit, with the point that it comes near to."""
    found, name = problem.target, problem.variable
    if not isinstance(found, Limit) or name is None:
        return None
    place, value = floats.number(found.point), None
    reached = expression_of(answer, name)
    if reached is not None:
        value = floats.number(reached)
    marks = [] if place is None else [(place, Number(Fraction(0)), "")]
    exprs = [(found.body, f"y = {to_plain(found.body)}")]
    shown = graphs(problem.read_as, name, exprs, marks)
    if place is None or value is None:
        return replace(shown, dots=())
    low, high = shown.y or (value, value)
    dots = (Dot((place, value), f"({short(place)}, {short(value)})"),)
    return replace(shown, dots=dots, y=(min(low, value - 1), max(high, value + 1)))


def solution_curve(problem: Problem, answer: str) -> Picture | None:
    """The solution of a differential equation through the points that its conditions tell."""
    name = problem.variable
    solution = None if name is None else expression_of(answer, name)
    points = [at for item in problem.conditions[1:] if (at := _point_of(item)) is not None]
    if name is None or solution is None or not points or set(variables(solution)) - {name}:
        return None
    marks = [(at, solution, f"({short(at)}, {short(up)})") for at, up in points]
    unknown = problem.unknowns[0]
    label = f"{unknown} = {to_plain(solution)}"
    return replace(graphs(problem.read_as, name, [(solution, label)], marks), y_label=unknown)


def _point_of(condition: Statement) -> tuple[float, float] | None:
    """``(0, 3)`` of ``y(0) = 3``; none of ``y'(0) = 1``."""
    if not isinstance(condition, Chain):
        return None
    value, told = condition.items[0], condition.items[-1]
    if not isinstance(value, Call) or value.primes or len(value.args) != 1:
        return None
    at, up = floats.number(value.args[0]), floats.number(told)
    return None if at is None or up is None else (at, up)
