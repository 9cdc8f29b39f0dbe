"""Which picture explains a problem and its solution; one small function a kind, in one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.picturing import calculus, conditions, data, figures, functions, regions
from mathviz_chat.core.picturing.floats import NotDrawn
from mathviz_chat.core.picturing.graphs import graphs
from mathviz_chat.core.picturing.picture import NoPicture, Picture
from mathviz_chat.core.problems import Kind, Problem, Unread, read_question
from mathviz_chat.core.problems.picture_requests import requested
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Call, Chain, Expr, Node, RelOp, Statement, Symbol
from mathviz_chat.core.solving import Solution, solve

Proposal: TypeAlias = Callable[[Problem, str], Picture | None]

_NOTHING: Final = NoPicture("No picture belongs to this kind of question.")


def picture_of(text: str) -> Picture | NoPicture:
    """The picture of a question with its solution, or the graph of a formula in one letter.

    Never raises, whatever the text.
    """
    asked = requested(text)
    drawn = asked and _in_the_plane(asked.node)
    if drawn:
        return drawn
    problem = read_question(text)
    if isinstance(problem, Unread):
        return (asked and _graph(asked.node)) or NoPicture(problem.reason)
    solved = solve(problem)
    return propose(problem, solved.answer.plain if isinstance(solved, Solution) else "")


def _in_the_plane(node: Node) -> Picture | None:
    """``y > 2x + 1 and x + y <= 4``, ``x^2 + y^2 = 25``; no graph of a function."""
    return _unless_undrawn(
        lambda: regions.inequalities(node) or (None if _body(node) else regions.curve(node))
    )


def _graph(node: Node) -> Picture | None:
    """``x^2 - 4``, ``y = x^2 - 4`` and ``x > 2`` without a question."""
    if isinstance(node, Chain) and RelOp.EQ not in node.ops and len(names := variables(node)) == 1:
        return _unless_undrawn(lambda: conditions.inequality(node, names[0]))
    body = _body(node)
    if body is None:
        return None
    (name,) = variables(body)
    return _unless_undrawn(
        lambda: graphs(to_plain(body), name, [(body, f"y = {to_plain(body)}")], ())
    )


def _body(node: Node) -> Expr | None:
    """The expression in one letter of ``x^2``, ``y = x^2``, ``f(x) = x^2``."""
    if isinstance(node, Chain) and node.ops == (RelOp.EQ,) and _is_value(node.items[0]):
        node = node.items[1]
    letters = [] if isinstance(node, Statement) else [len(name) for name in variables(node)]
    return node if letters == [1] and not isinstance(node, Statement) else None


def _is_value(node: Expr) -> bool:
    return node == Symbol("y") or (isinstance(node, Call) and node.args == (Symbol("x"),))


def _unless_undrawn(draw: Callable[[], Picture | None]) -> Picture | None:
    try:
        return draw()
    except (NotDrawn, ArithmeticError, ValueError):
        return None


def propose(problem: Problem, answer: str) -> Picture | NoPicture:
    """The picture of a problem whose answer is ``answer`` (plain text, "" where there is none).

    Never raises; what cannot be drawn is said.
    """
    try:
        picture = _first(problem, answer)
    except (NotDrawn, ArithmeticError, ValueError, KeyError):
        return NoPicture("It has a part that cannot be drawn.")
    return picture or _NOTHING


def _first(problem: Problem, answer: str) -> Picture | None:
    proposal = PROPOSALS.get(problem.kind)
    return None if proposal is None else proposal(problem, answer)


def _parts(problem: Problem, answer: str) -> Picture | None:
    """The picture of the first part that has one."""
    for part in problem.parts:
        solved = solve(part)
        picture = _first(part, solved.answer.plain if isinstance(solved, Solution) else "")
        if picture is not None:
            return picture
    return None


PROPOSALS: Final[Mapping[Kind, Proposal]] = MappingProxyType(
    {
        Kind.EQUATION: conditions.equation,
        Kind.TRIGONOMETRIC: conditions.equation,
        Kind.SELECTION: conditions.chosen,
        Kind.SYSTEM: conditions.system,
        Kind.DERIVATIVE: functions.derivative,
        Kind.INTEGRAL: functions.integral,
        Kind.PARITY: functions.rewriting,
        Kind.WAVE: functions.wave,
        Kind.FACTOR: functions.rewriting,
        Kind.EXPAND: functions.rewriting,
        Kind.SIMPLIFY: functions.rewriting,
        Kind.COMPLETE_SQUARE: functions.rewriting,
        Kind.PARTIAL_FRACTIONS: functions.rewriting,
        Kind.INVERSE: functions.inverse,
        Kind.SEQUENCE: functions.sequence,
        Kind.SORT: functions.order,
        Kind.CHOOSE: functions.order,
        Kind.VERTEX: calculus.turning_points,
        Kind.DERIVATIVE_AT: calculus.tangent,
        Kind.TANGENT: calculus.tangent,
        Kind.EXTREMA: calculus.turning_points,
        Kind.CRITICAL_POINTS: calculus.turning_points,
        Kind.MONOTONICITY: calculus.monotonicity,
        Kind.LIMIT: calculus.limit,
        Kind.DIFFERENTIAL_EQUATION: calculus.solution_curve,
        Kind.STATISTICS: data.statistics,
        Kind.GEOMETRY: figures.figure,
        Kind.IMPLICIT_DERIVATIVE: regions.implicit_curve,
        Kind.COORDINATES: regions.located,
        Kind.PARTS: _parts,
    }
)
"""Kinds that have a picture; of others it is said that they have none."""
