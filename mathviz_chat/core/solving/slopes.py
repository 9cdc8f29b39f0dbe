"""Derivatives at a point, tangents, normals, implicit derivatives."""

from __future__ import annotations

from mathviz_chat.core.kernel import substitute
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Chain,
    Derivative,
    Div,
    Expr,
    Mul,
    Neg,
    Sub,
    Symbol,
)
from mathviz_chat.core.solving import build, values
from mathviz_chat.core.solving.derivative import Differentiation, NoRule
from mathviz_chat.core.solving.lines import BRIEF, Lines
from mathviz_chat.core.solving.tidying import tidy

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
        claim = build.equals(Mul(slope, turned), Neg(build.ONE))
        lines.step("Slope of the normal", claim, why="The two slopes multiply to -1.")
        slope = turned
    return _through(lines, variable, (point, height), slope)


def _through(lines: Lines, variable: str, point: tuple[Expr, Expr], slope: Expr) -> Lines | None:
    """``y - b = m*(x - a)``, solved for y."""
    x = Symbol(variable)
    form = build.equals(_less(Y, point[1]), tidy_product(slope, _less(x, point[0])))
    lines.setup("Use y - b = m(x - a)", to_plain(form))
    constant = values.simplest(Sub(point[1], Mul(slope, point[0])))
    if constant is None:
        return None
    result = build.equals(Y, _sum(values.multiple(slope, x), constant))
    lines.step("Solve for y", result, level=BRIEF, before=form)
    lines.finish(result)
    return lines


def tidy_product(left: Expr, right: Expr) -> Expr:
    """``right`` alone where ``left`` is 1."""
    return right if left == build.ONE else Mul(left, right)


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


def implicit(problem: Problem) -> Lines | None:
    """Both sides differentiated, y as a function of x; then solved for dy/dx."""
    (equation,), dependent, variable = problem.conditions, problem.unknowns[0], problem.variable
    assert isinstance(equation, Chain) and variable is not None
    lines = Lines()
    left, right = equation.items
    whole = left if right == build.ZERO else tidy(Sub(left, right))
    if right != build.ZERO:
        form = build.equals(whole, build.ZERO)
        lines.setup("Bring everything to one side", to_plain(form))
    try:
        across = Differentiation(lines, variable, partial=True).whole(whole)
        up = Differentiation(lines, dependent, partial=True).whole(whole)
    except NoRule:
        return None
    slope = f"d{dependent}/d{variable}"
    lines.setup(
        "Chain rule",
        f"({to_plain(across)}) + ({to_plain(up)})*{slope} = 0",
        why=f"{dependent} depends on {variable}: its derivative is multiplied by {slope}.",
    )
    quotient = Neg(Div(across, up))
    result = values.reduced(quotient)
    if result != quotient:
        rule = f"Solve for {slope} and simplify"
        lines.step(rule, build.equals(quotient, result), level=BRIEF)
    lines.finish(build.equals(Derivative(Symbol(dependent), variable), result))
    return lines
