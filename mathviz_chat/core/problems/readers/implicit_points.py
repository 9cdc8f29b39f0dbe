"""Tangents, normals and slopes at a point of a curve that an equation in x and y gives."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import Outcome, holds, substitute
from mathviz_chat.core.problems.asked import FIND, Asked
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.differentiation import implicit_problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Div, Expr, Neg, Node, RelOp, Symbol, TupleOf
from mathviz_chat.core.reading.walking import has

_NAMES: Final = ("x", "y")
_CURVE: Final = (
    r"(?:(?:the |this |that |graph of |given by |with equation |whose equation is |equation |"
    r"curve |"
    r"circle |ellipse |hyperbola |parabola |conic |relation )*(?P<{}>#)"
    r"|(?:the|this) (?:curve|circle|ellipse|hyperbola|parabola|conic|graph)|it)"
)
_AT: Final = r"(?: ,)? (?:at|through)(?: the)?(?: point)? (?P<{}>#)"
_EQUATION: Final = r"(?:(?:an |the )?equations? (?:of|for) )?(?:a |the )?"
_LINE: Final = LazyPattern(
    rf"{FIND}{_EQUATION}(?P<line>tangent|normal)(?: line)?"
    rf"(?:(?: to| of| for) {_CURVE.format('f')}{_AT.format('point')}"
    rf"|{_AT.format('where')} (?:to|of|for|on) {_CURVE.format('g')})"
)
_SLOPE: Final = LazyPattern(
    rf"{FIND}(?:(?P<what>#)|(?:slope|gradient)(?: of (?:the )?tangent(?: line)?(?: to)?)?)"
    rf"(?:(?: of| to| for| on)? {_CURVE.format('f')})?{_AT.format('point')}"
    rf"(?:(?: ,)? (?:if|of|for|on|given|given that|when|where) {_CURVE.format('g')})?"
)


def read(asked: Asked) -> Problem | None:
    """The line, or the slope, at a point that lies on the curve."""
    match = _LINE.fullmatch(asked.text)
    slope = match is None
    match = match or _SLOPE.fullmatch(asked.text)
    if match is None:
        return None
    asked.used.clear()
    curves = [asked.tree(match, group) for group in ("f", "g") if match[group] is not None]
    curves = curves or list(asked.definitions[:1])
    if not match["f"] and not match["g"] and len(asked.definitions) == 1:
        asked.used.add(0)
    groups = ("point",) if slope else ("point", "where")
    places = [asked.tree(match, group) for group in groups if match[group] is not None]
    if len(curves) != 1 or len(places) != 1:
        return None
    goal = asked.tree(match, "what") if slope and match["what"] is not None else None
    return at_point(curves[0], goal, places[0], None if slope else match["line"])


def at_point(
    curve: Node | None, goal: Node | None, place: Node | None, line: str | None
) -> Problem | None:
    """None where the point is not on the curve, or the curve has no slope or tangent there."""
    if not isinstance(curve, Chain) or not isinstance(place, TupleOf) or len(place.items) != 2:
        return None
    whole = implicit_problem(curve, goal)
    if whole is None or (*whole.unknowns, whole.variable) != ("y", "x") or has(place, Symbol):
        return None
    at = dict(zip(_NAMES, place.items, strict=True))
    slope = whole.expression
    assert isinstance(slope, Neg) and isinstance(slope.arg, Div)
    parts = [substitute(part, at) for part in (slope.arg.left, slope.arg.right)]
    if holds(curve, at).outcome is not Outcome.PROVED or all(map(_may_be_zero, parts)):
        return None
    if line is None and _may_be_zero(parts[1]):
        return None
    told, point = to_plain(curve), to_plain(place)
    read_as = f"Find the equation of the {line} to {told} at {point}."
    if line is None:
        read_as = f"Find dy/dx at {point} if {told}."
    return Problem(
        Kind.IMPLICIT_DERIVATIVE if line is None else Kind.TANGENT,
        Form.NUMBER if line is None else Form.LINE,
        read_as,
        conditions=(curve,),
        expression=Neg(Div(*parts)),
        unknowns=("y",),
        variable="x",
        items=place.items,
        task=line or "",
    )


def _may_be_zero(part: Expr) -> bool:
    apart = Chain((part, number(Fraction(0))), (RelOp.NE,))
    return holds(apart, {}).outcome is not Outcome.PROVED
