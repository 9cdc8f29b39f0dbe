"""Implicit differentiation: both sides differentiated, y as a function of x, then solved for dy/dx;
and the tangents, normals and slopes at a point of the curve."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mathviz_chat.core.kernel import Outcome, holds, substitute, variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.problem import Form, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Chain, Div, Expr, Mul, Neg, RelOp, Sub, Symbol
from mathviz_chat.core.solving import build, values
from mathviz_chat.core.solving.derivative import Differentiation, NoRule
from mathviz_chat.core.solving.lines import BRIEF, Lines
from mathviz_chat.core.solving.tidying import tidy

_SLOPE: Final = Symbol("Q")
"""Stands for dy/dx until a line is written."""


class _Implicit:
    """The lines of one equation in two letters."""

    def __init__(self, equation: Chain, dependent: str, variable: str) -> None:
        self.lines = Lines()
        self.equation, self.dependent, self.variable = equation, dependent, variable
        self.name = f"d{dependent}/d{variable}"

    def text(self, node: Expr | Chain) -> str:
        """In plain notation, with dy/dx for the letter that stands for it."""
        plain = re.sub(r"(?<=[\w)])[ *]*Q(?!\w)", f"*{self.name}", slots.spelled(node))
        return re.sub(r"Q(?!\w)", self.name, plain)

    def partial(self, expr: Expr, name: str) -> Expr:
        """The derivative by one letter, the other one held. Raises NoRule."""
        if name not in variables(expr):
            return build.ZERO
        return tidy(Differentiation(Lines(), name, partial=True).whole(expr))

    def total(self, expr: Expr) -> Expr:
        """The derivative with respect to x, y depending on it. Raises NoRule."""
        across = self.partial(expr, self.variable)
        up = self.partial(expr, self.dependent)
        if up == build.ZERO:
            return across
        if across == build.ZERO:
            return _times(up, _SLOPE)
        opposite = tidy(Neg(up))
        if values.size(opposite) < values.size(up):
            return Sub(across, _times(opposite, _SLOPE))
        return Add(across, _times(up, _SLOPE))

    def differentiate(self) -> tuple[Expr, Expr]:
        """The lines up to dy/dx; the parts of it that are ``-across/up``. Raises NoRule."""
        wrt = f"with respect to {self.variable}"
        for side in self.equation.items:
            for term in _terms(side):
                self._term(term)
        both = Chain(tuple(map(self.total, self.equation.items)), (RelOp.EQ,))
        why = f"{self.dependent} depends on {self.variable}."
        self.lines.step(f"Differentiate both sides {wrt}", self.text(both), level=BRIEF, why=why)
        whole = Sub(*self.equation.items)
        across, up = (self.partial(whole, name) for name in (self.variable, self.dependent))
        opposite = build.ZERO if across == build.ZERO else tidy(Neg(across))
        collected = build.equals(_times(up, _SLOPE), opposite)
        if collected != both:
            rule = f"Collect the terms with {self.name} on the left"
            self.lines.step(rule, self.text(collected))
        return across, up

    def _term(self, term: Expr) -> None:
        """One term that holds y, by the chain rule, or by the product rule as well."""
        if self.dependent not in variables(term) or term == Symbol(self.dependent):
            return
        body = to_plain(term)
        why = f"The chain rule: {self.dependent} depends on {self.variable}."
        if self.variable in variables(term):
            why = f"The product rule, with {self.name} for the derivative of {self.dependent}."
        claim = f"d/d{self.variable}({body}) = {self.text(self.total(term))}"
        self.lines.step(f"Differentiate {body}", claim, why=why)

    def solved(self, across: Expr, up: Expr) -> Expr:
        """The line that has dy/dx alone."""
        result = values.reduced(Neg(Div(across, up)))
        rule = f"Divide both sides by {self.text(up)}"
        if up != build.ONE:
            self.lines.step(rule, f"{self.name} = {slots.spelled(result)}", level=BRIEF)
        return result


def _terms(side: Expr) -> Iterator[Expr]:
    if isinstance(side, Add | Sub):
        yield from _terms(side.left)
        yield from _terms(side.right)
    elif isinstance(side, Neg):
        yield from _terms(side.arg)
    else:
        yield side


def _times(factor: Expr, name: Symbol) -> Expr:
    if factor == build.ONE:
        return name
    return Neg(_times(factor.arg, name)) if isinstance(factor, Neg) else Mul(factor, name)


def solve(problem: Problem) -> Lines | None:
    """dy/dx in x and y, or its value at a point of the curve."""
    (equation,), dependent, variable = problem.conditions, problem.unknowns[0], problem.variable
    assert isinstance(equation, Chain) and variable is not None
    writer = _Implicit(equation, dependent, variable)
    try:
        slope = writer.solved(*writer.differentiate())
    except NoRule:
        return None
    if problem.form is not Form.NUMBER:
        writer.lines.finish(f"{writer.name} = {slots.spelled(slope)}")
        return writer.lines
    value = _there(writer, problem, slope)
    if value is None:
        return None
    writer.lines.finish(value)
    return writer.lines


def _there(writer: _Implicit, problem: Problem, expr: Expr) -> Expr | None:
    """The value of an expression at the point, with its line."""
    at = dict(zip(("x", "y"), problem.items, strict=True))
    filled = substitute(expr, at)
    value = values.simplest(filled)
    told = ", ".join(f"{name} = {to_plain(one)}" for name, one in at.items())
    if value is not None and filled != value:
        writer.lines.step(f"Put in {told}", build.equals(filled, value), level=BRIEF)
    return value


def line(problem: Problem) -> Lines | None:
    """The tangent or the normal at a point of the curve."""
    from mathviz_chat.core.solving.slopes import through

    (equation,) = problem.conditions
    assert isinstance(equation, Chain)
    writer = _Implicit(equation, "y", "x")
    at = dict(zip(("x", "y"), problem.items, strict=True))
    writer.lines.step("Check that the point lies on the curve", substitute(equation, at))
    try:
        across, up = writer.differentiate()
    except NoRule:
        return None
    run, rise = (values.simplest(substitute(part, at)) for part in (up, across))
    if run is None or rise is None:
        return None
    if _is_zero(run) or (problem.task == "normal" and _is_zero(rise)):
        return _upright(writer, problem, level=not _is_zero(run))
    slope = _there(writer, problem, writer.solved(across, up))
    if slope is None:
        return None
    if problem.task == "normal":
        turned = values.simplest(Neg(Div(build.ONE, slope)))
        if turned is None:
            return None
        claim = build.equals(Mul(slope, turned), Neg(build.ONE))
        writer.lines.step("Slope of the normal", claim, why="The two slopes multiply to -1.")
        slope = turned
    point = (problem.items[0], problem.items[1])
    return through(writer.lines, "x", point, slope, of_curve=True)


def _upright(writer: _Implicit, problem: Problem, *, level: bool) -> Lines:
    """A line x = a, or the normal y = b of a tangent that is one."""
    kind = "level" if level else "vertical"
    normal = problem.task == "normal"
    name, place = ("y", 1) if normal and not level else ("x", 0)
    result = build.equals(Symbol(name), problem.items[place])
    rule = f"The tangent is {kind} there"
    if normal:
        rule += f", so the normal is {'vertical' if level else 'level'}"
    writer.lines.setup(rule, to_plain(result))
    writer.lines.finish(result)
    return writer.lines


def _is_zero(value: Expr) -> bool:
    return holds(build.equals(value, build.ZERO), {}).outcome is Outcome.PROVED
