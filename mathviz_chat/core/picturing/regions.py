"""Pictures in the plane of inequalities and of one equation in two unknowns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from typing import Final, TypeAlias

from mathviz_chat.core.kernel import real_solutions, substitute, variables
from mathviz_chat.core.picturing import ranges
from mathviz_chat.core.picturing.curves import implicit, joined, shaded
from mathviz_chat.core.picturing.figures import points
from mathviz_chat.core.picturing.floats import compiled
from mathviz_chat.core.picturing.graphs import short
from mathviz_chat.core.picturing.picture import Curve, Dot, Picture, Point, Range, Region
from mathviz_chat.core.problems import Problem, linear_system
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import And, Chain, Expr, Node, Number, Or, RelOp, Statement, Sub

Holds: TypeAlias = Callable[[float, float], bool]

_CIRCLE: Final = re.compile(r"of the circle (.+=.+?)\.?$")
_ZERO: Final = Number(Fraction(0))
_STRICT: Final = frozenset({RelOp.LT, RelOp.GT})
_ORDER: Final = _STRICT | {RelOp.LE, RelOp.GE}
_NEAR: Final = 1e-9  # of a corner, which lies on a boundary up to rounding
_NOTHING: Final = "nothing is shaded in this part of the plane"


def inequalities(node: Node) -> Picture | None:
    """The points that satisfy inequalities in two unknowns: shaded, a boundary that does not belong
    to them dashed, the corners marked. None for anything else."""
    names = _names(node)
    parts = _chains(node)
    if names is None or not parts or not all(set(part.ops) <= _ORDER for part in parts):
        return None
    edges = _edges(parts)
    corners = [point for point in _meetings(edges, names) if _is_corner(parts, names, point)]
    x, y = _view(edges, names, corners)
    outlines = shaded(_holds(node, names), x, y)
    said = _said(node)
    return Picture(
        said if outlines else f"{said}: {_NOTHING}",
        x,
        y,
        names[0],
        names[1],
        _is_inside((point for outline in outlines for point in outline), x, y),
        tuple(_boundary(edge, strict, names, x, y) for edge, strict in edges.items()),
        tuple(Dot(at, label) for at, label in corners),
        tuple(Region(said, outline) for outline in outlines),
    )


def curve(node: Node, marked: Sequence[Dot] = ()) -> Picture | None:
    """The points that satisfy one equation in two unknowns: a circle, a line, any curve."""
    names = _names(node)
    if names is None or not isinstance(node, Chain) or node.ops != (RelOp.EQ,):
        return None
    x, y = _view({node: False}, names, [(dot.at, dot.label) for dot in marked])
    drawn = _boundary(node, False, names, x, y)
    inside = _is_inside((point for piece in drawn.pieces for point in piece), x, y)
    return Picture(to_plain(node), x, y, names[0], names[1], inside, (drawn,), tuple(marked))


def implicit_curve(problem: Problem, answer: str) -> Picture | None:
    """The curve of which a slope is asked."""
    return curve(problem.conditions[0])


def located(problem: Problem, answer: str) -> Picture | None:
    """The points of a question, on the circle or the line that it asks for or tells."""
    shown = points(problem, answer)
    told = _CIRCLE.search(problem.read_as)
    for text in (answer, told[1] if told else ""):
        try:
            found = curve(read(text), shown.dots if shown else ())
        except ReadError:
            continue
        if found is not None:
            return replace(found, title=problem.read_as)
    return shown


def _names(node: Node) -> tuple[str, str] | None:
    """The two unknowns, letters each, in the order of the alphabet: the first goes across."""
    if not isinstance(node, Statement):
        return None
    match sorted(variables(node)):
        case [first, second] if len(first) == len(second) == 1:
            return first, second
    return None


def _chains(node: Node) -> tuple[Chain, ...]:
    """The conditions of ``A and B``, ``A or B``; none where it is built of anything else."""
    if isinstance(node, Chain):
        return (node,)
    if not isinstance(node, And | Or):
        return ()
    found = [_chains(item) for item in node.items]
    return tuple(part for parts in found for part in parts) if all(found) else ()


def _said(node: Node) -> str:
    if isinstance(node, And | Or):
        return (" and " if isinstance(node, And) else " or ").join(map(_said, node.items))
    return to_plain(node)


def _links(chain: Chain) -> Iterable[tuple[Expr, RelOp, Expr]]:
    return zip(chain.items, chain.ops, chain.items[1:], strict=False)


def _edges(chains: Sequence[Chain]) -> dict[Chain, bool]:
    """The equations of the boundaries; whether one does not belong to what it bounds."""
    return {
        Chain((left, right), (RelOp.EQ,)): op in _STRICT
        for chain in chains
        for left, op, right in _links(chain)
    }


def _holds(node: Node, names: tuple[str, str]) -> Holds:
    """Whether a point satisfies a condition; a point at which it has no value does not."""
    if isinstance(node, And | Or):
        decide = all if isinstance(node, And) else any
        parts = [_holds(item, names) for item in node.items]
        return lambda a, b: decide(part(a, b) for part in parts)
    assert isinstance(node, Chain)
    links = [
        (compiled(Sub(left, right)), op in (RelOp.LT, RelOp.LE)) for left, op, right in _links(node)
    ]

    def holds(a: float, b: float) -> bool:
        values = {names[0]: a, names[1]: b}
        return all((d(values) < 0) if less else (d(values) > 0) for d, less in links)

    return holds


def _boundary(edge: Chain, strict: bool, names: tuple[str, str], x: Range, y: Range) -> Curve:
    difference = compiled(Sub(*edge.items))
    lines = implicit(lambda a, b: difference({names[0]: a, names[1]: b}), x, y)
    label = f"{to_plain(edge)} (not included)" if strict else to_plain(edge)
    return Curve(label, joined(lines), dashed=strict)


# ------------------------------------------------------------------ what there is to see


def _view(
    edges: Mapping[Chain, bool],
    names: tuple[str, str],
    corners: Sequence[tuple[Point, str]],
) -> tuple[Range, Range]:
    """Around the corners and the places where a boundary meets an axis."""
    across = [at for edge in edges for at in _intercepts(edge, names[1], names[0])]
    up = [at for edge in edges for at in _intercepts(edge, names[0], names[1])]
    across += [point[0] for point, _ in corners]
    up += [point[1] for point, _ in corners]
    x, y = ranges.around([0.0, *across]), ranges.around([0.0, *up])
    return _balanced(x, y[1] - y[0]), _balanced(y, x[1] - x[0])


def _balanced(shown: Range, other: float) -> Range:
    """At least a third of the other range: a line through the origin leaves both open."""
    lacking = max(0.0, other / 3 - (shown[1] - shown[0])) / 2
    return (shown[0] - lacking, shown[1] + lacking)


def _intercepts(edge: Chain, zero: str, name: str) -> list[float]:
    """Where a boundary meets the axis on which the letter ``zero`` is 0."""
    at_zero = Chain(tuple(substitute(item, {zero: _ZERO}) for item in edge.items), edge.ops)
    if set(variables(at_zero)) != {name}:
        return []
    found = real_solutions(at_zero, name)
    return [] if found is None else [float(point.decimal) for point in found.points]


def _meetings(edges: Mapping[Chain, bool], names: tuple[str, str]) -> list[tuple[Point, str]]:
    """Where two boundaries meet: exactly for lines, else where one of them gives a letter."""
    return [
        meeting
        for first, second in combinations(edges, 2)
        for meeting in _of_lines(first, second, names) or _of_curves(first, second, names)
    ]


def _of_lines(first: Chain, second: Chain, names: tuple[str, str]) -> list[tuple[Point, str]]:
    exact = linear_system.solve((first, second), names)
    if exact is None:
        return []
    at, up = exact[names[0]], exact[names[1]]
    return [((float(at), float(up)), f"({at}, {up})")]


def _of_curves(first: Chain, second: Chain, names: tuple[str, str]) -> list[tuple[Point, str]]:
    for given, other in ((first, second), (second, first)):
        height = _height(given, names)
        if height is None:
            continue
        both = Chain(tuple(substitute(i, {names[1]: height}) for i in other.items), other.ops)
        found = real_solutions(both, names[0]) if set(variables(both)) == {names[0]} else None
        if found is not None:
            value = compiled(height)
            ats = [float(point.decimal) for point in found.points]
            points = [(at, value({names[0]: at})) for at in ats]
            return [(point, f"({short(point[0])}, {short(point[1])})") for point in points]
    return []


def _height(edge: Chain, names: tuple[str, str]) -> Expr | None:
    """``x^2`` of ``y = x^2``."""
    for own, other in (edge.items, edge.items[::-1]):
        if to_plain(own) == names[1] and set(variables(other)) <= {names[0]}:
            return other
    return None


def _is_corner(chains: Sequence[Chain], names: tuple[str, str], meeting: tuple[Point, str]) -> bool:
    """Whether every condition holds at it, its boundary taken with it."""
    values = dict(zip(names, meeting[0], strict=True))
    for chain in chains:
        for left, op, right in _links(chain):
            over = compiled(Sub(left, right))(values)
            if not (over < _NEAR if op in (RelOp.LT, RelOp.LE) else over > -_NEAR):
                return False
    return True


def _is_inside(points: Iterable[Point], x: Range, y: Range) -> bool:
    """Whether all of it is seen: then it keeps its shape, and a circle is round."""
    room = 0.01 * (x[1] - x[0]), 0.01 * (y[1] - y[0])
    return all(
        x[0] + room[0] < a < x[1] - room[0] and y[0] + room[1] < b < y[1] - room[1]
        for a, b in points
    )
