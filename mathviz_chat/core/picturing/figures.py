"""Pictures of plane figures and of points, from the words in which a problem shows its reading."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from mathviz_chat.core.picturing import ranges
from mathviz_chat.core.picturing.graphs import short
from mathviz_chat.core.picturing.picture import Curve, Dot, Picture, Point
from mathviz_chat.core.picturing.shapes import framed, shape
from mathviz_chat.core.problems import Problem

_NUMBER: Final = r"-?\d+(?:/\d+|\.\d+)?"
_TRIANGLE: Final = re.compile(
    r"of the (?P<kind>(?:right |right-angled |equilateral )?triangle) with (?P<told>.+?)\.?$"
)
_PART: Final = re.compile(rf"(?P<name>[a-z ]+?) (?P<value>{_NUMBER})(?:°| (?P<unit>\S+))?")
_POINT: Final = re.compile(rf"\(({_NUMBER}), ({_NUMBER})\)")


def figure(problem: Problem, answer: str) -> Picture | None:
    """A triangle by what is given of it: three sides, two legs, a side and an angle; or another
    figure."""
    match = _TRIANGLE.search(problem.read_as)
    if match is None:
        return shape(problem, answer)
    parts = [_PART.fullmatch(part) for part in match["told"].split(" and ")]
    known = {part["name"]: float(Fraction(part["value"])) for part in parts if part is not None}
    corners = _corners(match["kind"], known)
    if corners is None or len(known) != len(parts):
        return None
    if "height" in known:
        return _by_height(problem.read_as, corners)
    return _polygon(problem.read_as, corners)


def _corners(kind: str, known: Mapping[str, float]) -> tuple[Point, Point, Point] | None:
    """The third corner is where the law of cosines puts it."""
    match kind, known:
        case "triangle", {"base": base, "height": height}:
            return ((0, 0), (base, 0), (0.35 * base, height))
        case "equilateral triangle", {"side": side}:
            return ((0, 0), (side, 0), (side / 2, side * math.sqrt(3) / 2))
        case "right triangle", {"first side": a, "hypotenuse": c} if c > a:
            return ((0, 0), (a, 0), (0, math.sqrt(c * c - a * a)))
        case "right triangle", {"first side": a, "second side": b}:
            return ((0, 0), (a, 0), (0, b))
        case "right-angled triangle", _:
            return _by_angle(known)
        case "triangle", {"first side": a, "second side": b, "third side": c}:
            x = (c * c + b * b - a * a) / (2 * c)
            return ((0, 0), (c, 0), (x, math.sqrt(b * b - x * x))) if abs(x) < b else None
    return None


def _by_angle(known: Mapping[str, float]) -> tuple[Point, Point, Point] | None:
    """The angle lies at the left, the adjacent side level, the right angle below the opposite."""
    match known:
        case {"opposite side": up, "adjacent side": level}:
            pass
        case {"opposite side": up, "hypotenuse": slope} if slope > up:
            level = math.sqrt(slope * slope - up * up)
        case {"adjacent side": level, "hypotenuse": slope} if slope > level:
            up = math.sqrt(slope * slope - level * level)
        case {"angle": angle, "hypotenuse": slope}:
            up, level = (slope * f(math.radians(angle)) for f in (math.sin, math.cos))
        case {"angle": angle, "adjacent side": level}:
            up = level * math.tan(math.radians(angle))
        case {"angle": angle, "opposite side": up}:
            level = up / math.tan(math.radians(angle))
        case _:
            return None
    return ((0, 0), (level, 0), (level, up))


def _by_height(title: str, corners: Sequence[Point]) -> Picture:
    """Only the base and the height have lengths that are told; how it leans is left open."""
    left, right, top = corners
    base = Curve(f"base {short(right[0])}", ((left, right),), dashed=False)
    others = Curve("", ((right, top, left),), dashed=False)
    height = Curve(f"height {short(top[1])}", (((top[0], 0.0), top),), dashed=True)
    return framed(title, (base, others, height))


def _polygon(title: str, corners: Sequence[Point]) -> Picture:
    sides = tuple(
        Curve(f"side {short(math.dist(start, end))}", ((start, end),))
        for start, end in zip(corners, (*corners[1:], corners[0]), strict=True)
    )
    return framed(title, sides)


def points(problem: Problem, answer: str) -> Picture | None:
    """The points of a question, two of them joined; with the point that the answer gives."""
    found = [_point(match) for match in _POINT.finditer(problem.read_as)]
    if not found:
        return None
    reached = [_point(match) for match in _POINT.finditer(answer)]
    dots = tuple(Dot(at, f"({short(at[0])}, {short(at[1])})") for at in (*found, *reached))
    line = (Curve("between them", (tuple(found),)),) if len(found) == 2 else ()
    x, y = (ranges.around([0.0, *(dot.at[k] for dot in dots)]) for k in (0, 1))
    return Picture(problem.read_as, x, y, same_scale=True, curves=line, dots=dots)


def _point(match: re.Match[str]) -> Point:
    return (float(Fraction(match[1])), float(Fraction(match[2])))
