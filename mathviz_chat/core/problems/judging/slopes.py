"""Claimed slopes, tangents, normals and implicit derivatives; finite differences confirm them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from typing import Final

from mathviz_chat.core.kernel import (
    Outcome,
    compare_conditions,
    differentiate,
    holds,
    identity,
    variables,
)
from mathviz_chat.core.kernel import substitute as put_in
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.judging import forms, number
from mathviz_chat.core.problems.judging.expression import nth_derivative
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.literals import number as literal
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Chain,
    Derivative,
    Div,
    Expr,
    Mul,
    Neg,
    Node,
    RelOp,
    Sub,
    Symbol,
)
from mathviz_chat.core.verdict import Answer, AnswerVerdict, Relation

Y = Symbol("y")
ZERO = literal(Fraction(0))

_FOLLOWS: Final = frozenset(
    {Relation.SAME, Relation.SAME_ROOTS, Relation.ROOTS_GAINED, Relation.ONLY_IMPLIED}
)


def judge_at_point(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Judge a derivative at a point."""
    judged = number.judge(problem, node, text)
    if judged.verdict is not AnswerVerdict.VERIFIED:
        return judged
    body, variable, (point,) = problem.target, problem.variable, problem.items
    claimed = forms.claimed_value(node)
    assert isinstance(body, Expr) and variable is not None and claimed is not None
    at = {variable: recount.value(point)}
    measured = recount.nth_derivative(body, variable, problem.order, at)
    if not recount.agree(measured, recount.value(claimed), digits=20):
        return unchecked("It was proved, but finite differences did not confirm it.", judged.answer)
    assert judged.answer is not None
    return verified(judged.answer, "Proved by the rules, confirmed by finite differences.")


# ---------------------------------------------------------------------------- lines


def tangent_line(problem: Problem) -> tuple[Expr, Expr, Expr]:
    """The point's two coordinates and the curve's slope there, by the kernel's rules."""
    body, variable, (point,) = problem.target, problem.variable, problem.items
    assert isinstance(body, Expr) and variable is not None
    slope = put_in(nth_derivative(body, variable, 1), {variable: point})
    return point, put_in(body, {variable: point}), slope


def expected_line(problem: Problem) -> Chain:
    """The tangent or the normal, not simplified."""
    if problem.conditions:
        return _expected_of_curve(problem)
    point, height, slope = tangent_line(problem)
    assert problem.variable is not None
    run = Sub(Symbol(problem.variable), point)
    if problem.task == "tangent":
        return Chain((Y, Add(height, Mul(slope, run))), (RelOp.EQ,))
    rise = Sub(Y, height)  # run + slope*rise = 0, vertical where the slope is 0
    return Chain((Add(run, Mul(slope, rise)), ZERO), (RelOp.EQ,))


def _expected_of_curve(problem: Problem) -> Chain:
    """``F_x (x - a) + F_y (y - b) = 0`` at a point (a, b) of ``F = 0``; the normal is square to it.

    The quotient in the problem's expression is -F_x/F_y there.
    """
    run, rise = (Sub(Symbol(n), at) for n, at in zip(("x", "y"), problem.items, strict=True))
    slope = problem.expression
    assert isinstance(slope, Neg) and isinstance(slope.arg, Div)
    across, up = slope.arg.left, slope.arg.right
    if problem.task == "tangent":
        return Chain((Add(Mul(across, run), Mul(up, rise)), ZERO), (RelOp.EQ,))
    return Chain((Sub(Mul(up, run), Mul(across, rise)), ZERO), (RelOp.EQ,))


def judge_line(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Judge the equation of a tangent or a normal, in any form that is linear."""
    variable = problem.variable
    assert variable is not None
    if isinstance(node, Expr) and variables(node) == (variable,):
        node = Chain((Y, node), (RelOp.EQ,))
    if not isinstance(node, Chain) or node.ops != (RelOp.EQ,):
        return unchecked("The question asks for the equation of a line.")
    if not set(variables(node)) <= {variable, "y"} or not _is_linear(node, variable):
        return unchecked("It is not the equation of a line.")
    answer = Answer(text, to_plain(node))
    wanted = expected_line(problem)
    decision, relation = compare_conditions((wanted,), node, unknowns=(variable, "y"))
    same = relation in (Relation.SAME, Relation.SAME_ROOTS)
    again = _goes_through(problem, node)
    if decision.outcome is Outcome.PROVED and same and again:
        return verified(answer, "The point and the slope are right, proved and measured.")
    if again is False and _misses(wanted, node, variable):
        return refuted(answer, f"It is not the {problem.task}: another slope or another point.")
    return unchecked(decision.reason, answer)


def _is_linear(line: Chain, variable: str) -> bool:
    """Of degree 1 in both letters: both first derivatives are constants."""
    whole = Sub(*line.items)
    for name, other in ((variable, "y"), ("y", variable)):
        try:
            slope = differentiate(whole, name)
            second = [differentiate(slope, one) for one in (name, other)]
        except ValueError:
            return False
        if any(identity(one, ZERO).outcome is not Outcome.PROVED for one in second):
            return False
    return True


def _goes_through(problem: Problem, line: Chain) -> bool | None:
    """Two points of the line, its slope measured by finite differences; one beside it is not."""
    variable = problem.variable
    assert variable is not None
    try:
        a, b, step = _measured_line(problem)
    except recount.NotEvaluated:
        return None
    whole = Sub(*line.items)

    def at(x: recount.Scalar, y: recount.Scalar) -> recount.Scalar:
        return recount.value(whole, {variable: x, "y": y})

    zero = Fraction(0)
    on_it = [at(a, b), at(step[0] + a, step[1] + b)]
    if not all(recount.agree(value, zero, digits=20) for value in on_it):
        return False
    return not recount.agree(at(-step[1] + a, step[0] + b), zero, digits=20)


def _measured_line(
    problem: Problem,
) -> tuple[recount.Scalar, recount.Scalar, tuple[recount.Scalar, recount.Scalar]]:
    """The point, and a step along the line. Raises NotEvaluated."""
    if problem.conditions:
        a, b = map(recount.value, problem.items)
        across, up = _measured_gradient(problem)
        return a, b, (up, -across) if problem.task == "tangent" else (across, up)
    body, variable, (point,) = problem.target, problem.variable, problem.items
    assert isinstance(body, Expr) and variable is not None
    a = recount.value(point)
    b = recount.value(body, {variable: a})
    slope = recount.nth_derivative(body, variable, 1, {variable: a})
    return a, b, (1, slope) if problem.task == "tangent" else (-slope, 1)


def _measured_gradient(problem: Problem) -> tuple[recount.Scalar, recount.Scalar]:
    """How fast the difference of the sides changes in x and in y, by finite differences."""
    (curve,) = problem.conditions
    assert isinstance(curve, Chain)
    at = dict(zip(("x", "y"), map(recount.value, problem.items), strict=True))
    across, up = (recount.nth_derivative(Sub(*curve.items), name, 1, at) for name in ("x", "y"))
    return across, up


def _misses(wanted: Chain, line: Chain, variable: str) -> bool:
    """The kernel refutes the claim at a point of the line that is right."""
    for x in (Fraction(0), Fraction(1), Fraction(-2)):
        value = literal(x)
        if wanted.items[0] == Y:
            point = {variable: value, "y": put_in(wanted.items[1], {variable: value})}
            if holds(line, point).outcome is Outcome.REFUTED:
                return True
    decision, relation = compare_conditions((wanted,), line, unknowns=(variable, "y"))
    return decision.outcome is Outcome.REFUTED and relation is Relation.DIFFERENT


# ---------------------------------------------------------------------------- implicit


def judge_implicit(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Judge dy/dx of an implicit function, in x and y, or at a point of its curve."""
    if problem.items:
        return _judge_slope_there(problem, node, text)
    claimed = forms.claimed_value(node)
    slope, (equation,) = problem.expression, problem.conditions
    dependent, variable = problem.unknowns[0], problem.variable
    assert slope is not None and variable is not None and isinstance(equation, Chain)
    solved = not isinstance(node, Chain) or _is_derivative(node.items[0])
    if claimed is None or not solved or not forms.is_differentiated(claimed):
        return unchecked("It is not solved for the derivative.")
    if not set(variables(claimed)) <= {dependent, variable}:
        return unchecked("It has a letter that the question does not have.")
    answer = Answer(text, to_plain(claimed))
    decision = identity(slope, claimed)
    if decision.outcome is Outcome.PROVED:
        if _measured(equation, dependent, variable, claimed):
            return verified(answer, "Proved by the rules, confirmed by finite differences.")
        return unchecked("It was proved, but finite differences did not confirm it.", answer)
    points = tuple(_points_of(equation, (variable, dependent)))
    same = Chain((slope, claimed), (RelOp.EQ,))
    if any(holds(same, _exactly(at)).outcome is Outcome.REFUTED for at in points):
        return refuted(answer, "At a point of the curve the slope is another.")
    if _equal_on_curve(equation, same, (variable, dependent)):
        if _agree_at(points, slope, claimed):
            return verified(answer, "On the curve it is the slope; confirmed at points of it.")
        return unchecked("It was proved, but no points of the curve confirmed it.", answer)
    return unchecked("It may be equal on the curve only.", answer)


def _judge_slope_there(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    judged = number.judge(problem, node, text)
    claimed = forms.claimed_value(node)
    if judged.verdict is not AnswerVerdict.VERIFIED or claimed is None:
        return judged
    across, up = _measured_gradient(problem)
    assert judged.answer is not None
    if not recount.agree(-across / up, recount.value(claimed), digits=20):
        return unchecked("It was proved, but finite differences did not confirm it.", judged.answer)
    return verified(judged.answer, "Proved by the rules, confirmed by finite differences.")


def _is_derivative(expr: Expr) -> bool:
    """``dy/dx`` or ``y'``."""
    return isinstance(expr, Derivative) or (isinstance(expr, Call) and expr.primes == 1)


def _measured(equation: Chain, dependent: str, variable: str, claimed: Expr) -> bool:
    whole = Sub(*equation.items)

    def slope(point: dict[str, Fraction]) -> recount.Scalar:
        across = recount.nth_derivative(whole, variable, 1, point)
        up = recount.nth_derivative(whole, dependent, 1, point)
        return -across / up

    names = tuple(sorted((dependent, variable)))
    return bool(recount.agree_on_samples(slope, lambda point: recount.value(claimed, point), names))


def _points_of(equation: Chain, names: tuple[str, str]) -> Iterator[dict[str, Fraction]]:
    """The points of the curve with small whole coordinates."""
    whole = [Fraction(value) for value in range(-12, 13)]
    for values in product(whole, whole):
        at = dict(zip(names, values, strict=True))
        try:
            left, right = (recount.value(put_in(side, _exactly(at))) for side in equation.items)
        except recount.NotEvaluated:
            continue
        if left == right:
            yield at


def _exactly(at: dict[str, Fraction]) -> dict[str, Expr]:
    """The point's values as literals."""
    return {name: literal(value) for name, value in at.items()}


def _equal_on_curve(equation: Chain, same: Chain, names: tuple[str, str]) -> bool:
    """Every point of the curve at which both are defined makes them equal, proved."""
    decision, relation = compare_conditions((equation,), same, unknowns=names)
    apart_from_points = relation is Relation.SAME_IF and all(
        isinstance(one, Chain) and one.ops == (RelOp.NE,) for one in decision.conditions
    )
    follows = relation in _FOLLOWS or apart_from_points
    return decision.outcome is Outcome.PROVED and follows


def _agree_at(points: Sequence[dict[str, Fraction]], slope: Expr, claimed: Expr) -> bool:
    """Counted again at two points of the curve at least."""
    agreeing = 0
    for at in points:
        try:
            agree = recount.agree(recount.value(slope, at), recount.value(claimed, at), digits=20)
        except recount.NotEvaluated:
            continue
        if not agree:
            return False
        agreeing += 1
    return agreeing >= 2
