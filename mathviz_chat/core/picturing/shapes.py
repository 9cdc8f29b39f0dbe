"""Circles and figures with four sides, true to scale, from the words of a problem's reading."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final, TypeAlias

from mathviz_chat.core.picturing.answers import expression_of
from mathviz_chat.core.picturing.floats import number
from mathviz_chat.core.picturing.graphs import short
from mathviz_chat.core.picturing.picture import Curve, Picture, Point
from mathviz_chat.core.problems import Problem

Known: TypeAlias = Mapping[str, float]

_KINDS: Final = "circle|semicircle|sector|square|rectangle|parallelogram|rhombus|trapezium"
_SHAPE: Final = re.compile(
    rf"Find the (?P<asked>.+?) of the (?P<kind>{_KINDS}) with (?P<told>.+?)\.?"
)
_PART: Final = re.compile(
    r"(?P<name>[a-z ]+?) (?P<value>\d+(?:/\d+|\.\d+)?)(?:° | ?)(?P<unit>\S+)?"
)
_ARC_POINTS: Final = 120
_SLANT: Final = 0.3  # of the base, where nothing says how a figure leans


def shape(problem: Problem, answer: str) -> Picture | None:
    """The figure with what is known of it; a side, radius or height that is asked for is known by
    the answer. None where what is known does not fix it, or is told in several units."""
    match = _SHAPE.fullmatch(problem.read_as)
    parts = [] if match is None else [_PART.fullmatch(p) for p in match["told"].split(" and ")]
    if match is None or None in parts:
        return None
    told = [part for part in parts if part is not None]
    if len({part["unit"] for part in told if "^" not in (part["unit"] or "")} - {None}) > 1:
        return None
    known = {part["name"]: float(Fraction(part["value"])) for part in told}
    found = expression_of(answer.split(" ")[0], "x") if answer else None
    value = None if found is None else number(found)
    if value is not None:
        known.setdefault(match["asked"], value)
    curves = _curves(match["kind"], known)
    return None if curves is None else framed(problem.read_as, curves)


def _curves(kind: str, known: Known) -> tuple[Curve, ...] | None:
    if kind in ("circle", "semicircle", "sector"):
        return _round(kind, known)
    return _four_sides(kind, known)


def _round(kind: str, known: Known) -> tuple[Curve, ...] | None:
    match known:
        case {"radius": radius}:
            measured = Curve(f"radius {short(radius)}", (((0.0, 0.0), (radius, 0.0)),))
        case {"diameter": diameter}:
            radius = diameter / 2
            measured = Curve(f"diameter {short(diameter)}", (((-radius, 0.0), (radius, 0.0)),))
        case _:
            return None
    match kind, known:
        case "circle", _:
            return (Curve("circle", (_arc(radius, 360),)), measured)
        case "semicircle", _:
            edge = ((radius, 0.0), (-radius, 0.0))
            return (Curve("semicircle", ((*_arc(radius, 180), edge[0]),)), measured)
        case "sector", {"angle in degrees": angle} if angle <= 360:
            outline = ((0.0, 0.0), *_arc(radius, angle), (0.0, 0.0))
            return (Curve(f"sector of {short(angle)}°", (outline,)), measured)
    return None


def _arc(radius: float, degrees: float) -> tuple[Point, ...]:
    turns = (math.radians(degrees) * k / _ARC_POINTS for k in range(_ARC_POINTS + 1))
    return tuple((radius * math.cos(turn), radius * math.sin(turn)) for turn in turns)


def _four_sides(kind: str, known: Known) -> tuple[Curve, ...] | None:
    """Its sides by their names, and the diagonals or the height that are told."""
    match kind, known:
        case "square", {"side": side}:
            return _quadrilateral(_leaning(side, side, side, 0), ("side", "", "", ""))
        case "rectangle", {"length": length, "width": width}:
            return _quadrilateral(_leaning(length, length, width, 0), ("length", "width", "", ""))
        case "parallelogram", {"base": base, "height": height}:
            lean = _SLANT * base
            corners = _leaning(base, base, height, lean)
            return (*_quadrilateral(corners, ("base", "", "", "")), _upright(lean, height))
        case "trapezium", {"first side": first, "second side": second, "height": height}:
            base, top = max(first, second), min(first, second)
            corners = _leaning(base, top, height, (base - top) / 2)
            sides = _quadrilateral(corners, ("side", "", "side", ""))
            return (*sides, _upright((base - top) / 2, height))
        case "rhombus", {"first diagonal": first, "second diagonal": second}:
            corners = ((-first / 2, 0.0), (0.0, -second / 2), (first / 2, 0.0), (0.0, second / 2))
            across = [(corners[0], corners[2]), (corners[1], corners[3])]
            diagonals = (
                Curve(f"diagonal {short(math.dist(*ends))}", (ends,), dashed=True)
                for ends in across
            )
            return (*_quadrilateral(corners, ("", "", "", "")), *diagonals)
    return None


def _leaning(base: float, top: float, height: float, lean: float) -> tuple[Point, ...]:
    return ((0.0, 0.0), (base, 0.0), (lean + top, height), (lean, height))


def _upright(at: float, height: float) -> Curve:
    return Curve(f"height {short(height)}", (((at, 0.0), (at, height)),), dashed=True)


def _quadrilateral(corners: tuple[Point, ...], names: tuple[str, ...]) -> tuple[Curve, ...]:
    """A side without a name has a length that is not told, or that of the one across."""
    return tuple(
        Curve(f"{name} {short(math.dist(a, b))}" if name else "", ((a, b),), dashed=False)
        for name, a, b in zip(names, corners, (*corners[1:], corners[0]), strict=True)
    )


def framed(title: str, curves: tuple[Curve, ...]) -> Picture:
    x, y = ([at[k] for c in curves for piece in c.pieces for at in piece] for k in (0, 1))
    room = 0.08 * max(max(x) - min(x), max(y) - min(y))
    return Picture(
        title,
        (min(x) - room, max(x) + room),
        (min(y) - room, max(y) + room),
        x_label="",
        y_label="",
        same_scale=True,
        curves=curves,
    )
