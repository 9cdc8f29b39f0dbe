"""Intents about points, lines and circles, and about complex numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.readers.spotted.intents import Found, Intent

_NOUNS = (
    "point points coordinates coordinate plane straight line segment joining join joins "
    "connecting connects between through passes passing goes pass exact two endpoints ends "
    "xy-plane cartesian grid form coordinate-plane equation containing lies lie both simplest "
    "surd which "
)
_PASSES = "passes through|passing through|goes through|that passes|from one|in simplest form|in surd form|in the form ##|which passes"


def _two(template: str) -> Callable[[Found], str | None]:
    def says(found: Found) -> str | None:
        points = [slots.spelled(one) for one in found.all("p")]
        return template.format(*points) if len(points) == 2 else None

    return says


def _points(name: str, needs: str, template: str, allows: str) -> Intent:
    return Intent(
        name,
        (needs,),
        ("p:p+", "n:s*"),
        _two(template),
        f"{_NOUNS}{allows}",
        f"{_PASSES}|line segment",
    )


_CIRCLE = "circle equation centre center radius coordinates both cartesian exact form standard completing square whose"

INTENTS: Final = (
    _points(
        "midpoint",
        "midpoint|mid-point|middle point|halfway point|midway",
        "Find the midpoint of {} and {}.",
        "midpoint mid point halfway",
    ),
    _points(
        "distance",
        "distance|how far apart|length of the line segment|length of the segment|length of the "
        "line|apart|length of segment",
        "Find the distance between {} and {}.",
        "distance far apart length straight-line formula theorem pythagoras from",
    ),
    _points(
        "slope of a line",
        "slope|gradient|steepness",
        "Find the slope of the line through {} and {}.",
        "slope gradient",
    ),
    Intent(
        "line through two points",
        ("equation|line",),
        ("p:p+",),
        _two("Find the equation of the line through {} and {}."),
        f"{_NOUNS}slope-intercept",
        f"{_PASSES}|slope-intercept form|in slope intercept form",
    ),
    Intent(
        "line through a point",
        ("slope|gradient",),
        ("p:p", "m:n@slope|gradient"),
        "Find the equation of the line through {p} with slope {m}.",
        f"{_NOUNS}slope gradient has having slope-intercept",
        f"{_PASSES}|slope-intercept form",
    ),
    Intent(
        "radius",
        ("radius",),
        ("q:q",),
        "Find the radius of the circle {q}.",
        _CIRCLE.replace("centre center ", ""),
        "complete the square|completing the square",
    ),
    Intent(
        "centre",
        ("centre|center",),
        ("q:q",),
        "Find the center of the circle {q}.",
        _CIRCLE.replace("radius ", ""),
        "complete the square|completing the square",
    ),
    Intent(
        "centre and radius",
        ("radius", "centre|center"),
        ("q:q",),
        "Find the center and radius of the circle {q}.",
        _CIRCLE,
        "complete the square|completing the square",
    ),
    Intent(
        "slope of a written line",
        ("slope|gradient",),
        ("q:q",),
        "Find the gradient of the line {q}.",
        "straight line equation slope gradient whose graph",
    ),
)
