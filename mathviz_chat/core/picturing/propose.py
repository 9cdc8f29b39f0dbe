"""Which picture explains a problem and its solution; one small function a kind, in one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.picturing import calculus, conditions, figures, functions
from mathviz_chat.core.picturing.floats import NotDrawn
from mathviz_chat.core.picturing.graphs import graphs
from mathviz_chat.core.picturing.picture import NoPicture, Picture
from mathviz_chat.core.problems import Kind, Problem, Unread, read_question
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import Chain, RelOp, Statement, Symbol
from mathviz_chat.core.solving import Solution, solve

Proposal: TypeAlias = Callable[[Problem, str], Picture | None]

_NOTHING: Final = NoPicture("No picture belongs to this kind of question.")


def picture_of(text: str) -> Picture | NoPicture:
    """The picture of a question with its solution, or the graph of a formula in one letter.

    Never raises, whatever the text.
    """
    problem = read_question(text)
    if isinstance(problem, Unread):
        return _graph(text) or NoPicture(problem.reason)
    solved = solve(problem)
    return propose(problem, solved.answer.plain if isinstance(solved, Solution) else "")


def _graph(text: str) -> Picture | None:
    """``x^2 - 4`` and ``y = x^2 - 4`` without a question."""
    try:
        node = read(text)
    except ReadError:
        return None
    if isinstance(node, Chain) and node.ops == (RelOp.EQ,) and node.items[0] == Symbol("y"):
        node = node.items[1]
    if isinstance(node, Statement) or [len(name) for name in variables(node)] != [1]:
        return None
    try:
        return graphs(to_plain(node), variables(node)[0], [(node, f"y = {to_plain(node)}")], ())
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
        Kind.GEOMETRY: figures.figure,
        Kind.COORDINATES: figures.points,
        Kind.PARTS: _parts,
    }
)
"""Kinds that have a picture; of others it is said that they have none."""
