"""Derivatives at a point, tangents, normals, implicit derivatives."""

from __future__ import annotations

from mathviz_chat.core.kernel import substitute
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Div,
    Expr,
    Mul,
    Neg,
    Sub,
    Symbol,
)
from mathviz_chat.core.solving import build, distributing, implicit, values
from mathviz_chat.core.solving.derivative import Differentiation, NoRule
from mathviz_chat.core.solving.lines import BRIEF, Lines

Y = Symbol("y")


def at_point(problem: Problem) -> Lines | None:
    """The derivative by its rules, then the point put in."""
    body, variable, (point,) = problem.target, problem.variable, problem.items
    assert isinstance(body, Expr) and variable is not None
    lines = Lines()
    derivative = body
    try:
        for _ in range(problem.order):
            derivative = Differentiation(lines, variable).whole(derivative)
    except NoRule:
        return None
    value = put_in(lines, f"Put in {variable} = {to_plain(point)}", derivative, variable, point)
    if value is None:
        return None
    lines.finish(value)
    return lines


def put_in(lines: Lines, rule: str, expr: Expr, variable: str, point: Expr) -> Expr | None:
    """The value of an expression at a point, with its line; None where it cannot be written."""
    filled = substitute(expr, {variable: point})
    value = values.simplest(filled)
    if value is None:
        return None
    if filled != value:
        lines.step(rule, build.equals(filled, value), level=BRIEF, before=filled, after=value)
    return value


def line(problem: Problem) -> Lines | None:
    """The point, the slope, and the line through the point with the slope."""
    if problem.conditions:
        return implicit.line(problem)
    body, variable, (point,) = problem.target, problem.variable, problem.items
    assert isinstance(body, Expr) and variable is not None
    lines = Lines()
    height = put_in(lines, "Height of the point", body, variable, point)
    try:
        derivative = Differentiation(lines, variable).whole(body)
    except NoRule:
        return None
    slope = put_in(lines, "Slope of the tangent", derivative, variable, point)
    if height is None or slope is None:
        return None
    if problem.task == "normal":
        if slope == build.ZERO:
            vertical = build.equals(Symbol(variable), point)
            lines.setup("The tangent is level, so the normal is vertical", to_plain(vertical))
            lines.finish(vertical)
            return lines
        turned = values.simplest(Neg(Div(build.ONE, slope)))
        if turned is None:
            return None
        _slope_of_the_normal(lines, slope, turned)
        slope = turned
    return through(lines, variable, (point, height), slope)


def _slope_of_the_normal(lines: Lines, slope: Expr, turned: Expr) -> None:
    """``-1/(-1) = 1``; where nothing is to be worked out, that the product is -1."""
    inverse = Neg(Div(build.ONE, slope))
    why = "The slopes of the tangent and of the normal multiply to -1."
    if inverse == turned:
        product = build.equals(Mul(slope, turned), Neg(build.ONE))
        lines.step(f"The normal has the slope {to_plain(turned)}", product, why=why)
    else:
        lines.step("Slope of the normal", build.equals(inverse, turned), before=inverse, why=why)


def through(
    lines: Lines, variable: str, point: tuple[Expr, Expr], slope: Expr, *, of_curve: bool = False
) -> Lines | None:
    """``y - b = m*(x - a)``, solved for y.

    of_curve: y is a letter of the curve's equation too, so that the line about it says nothing of
    the tangent; what is worked out is its constant.
    """
    x = Symbol(variable)
    form = build.equals(_less(Y, point[1]), tidy_product(slope, _less(x, point[0])))
    lines.setup("Use y - b = m(x - a)", to_plain(form))
    constant = values.simplest(Sub(point[1], Mul(slope, point[0])))
    if constant is None:
        return None
    result = build.equals(Y, _sum(values.multiple(slope, x), constant))
    if of_curve:
        worked = build.equals(Sub(point[1], Mul(slope, point[0])), constant)
        lines.step("Work out the constant", worked)
    else:
        distributing.shown_of_equation(lines, form)
        lines.step("Solve for y", result, level=BRIEF, before=form)
    lines.finish(result)
    return lines


def tidy_product(left: Expr, right: Expr) -> Expr:
    """``right`` alone where ``left`` is 1, and 0 where it is 0."""
    if left in (build.ONE, build.ZERO):
        return right if left == build.ONE else build.ZERO
    return Mul(left, right)


def _less(name: Symbol, value: Expr) -> Expr:
    if value == build.ZERO:
        return name
    return Add(name, value.arg) if isinstance(value, Neg) else Sub(name, value)


def _sum(term: Expr, constant: Expr) -> Expr:
    if constant == build.ZERO:
        return term
    if term == build.ZERO:
        return constant
    return Sub(term, constant.arg) if isinstance(constant, Neg) else Add(term, constant)
