"""Intents about points, lines and circles, and about complex numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.readers.spotted.intents import Found, Intent

_NOUNS = (
    "point points coordinates coordinate plane straight line segment joining join joins "
    "connecting connects between through passes passing goes pass exact two endpoints ends "
    "xy-plane cartesian grid form coordinate-plane equation containing lies lie both simplest "
    "surd which "
)
_PASSES = (
    "passes through|passing through|goes through|that passes|from one|in simplest form|in surd "
    "form|in the form ##|which passes"
)


def _two(template: str) -> Callable[[Found], str | None]:
    def says(found: Found) -> str | None:
        points = [slots.spelled(one) for one in found.all("p")]
        return template.format(*points) if len(points) == 2 else None

    return says


def _beside(word: str) -> Callable[[Found], str | None]:
    """The line that is parallel or perpendicular to a written one, through a point."""

    def says(found: Found) -> str | None:
        if "form" in found and found.written["form"][0].replace(" ", "") not in _LINE_FORMS:
            return None
        return f"Find the equation of the line {word} to {found['q']} through {found['p']}."

    return says


_LINE_FORMS: Final = frozenset(["y=mx+c", "y=mx+b", "y=ax+b", "ax+by=c", "ax+by+c=0"])


def _points(name: str, needs: str, template: str, allows: str) -> Intent:
    return Intent(
        name,
        (needs,),
        ("p:p+", "n:s*"),
        _two(template),
        f"{_NOUNS}{allows}",
        f"{_PASSES}|line segment",
    )


_CIRCLE = (
    "circle equation centre center radius coordinates both cartesian exact form standard "
    "completing square whose"
)


def _complex(template: str) -> Callable[[Found], str | None]:
    """Of ``3 + 4i``, where the place holds the unit ``i`` and no other letter."""

    def says(found: Found) -> str | None:
        node = found.node("z")
        if set(variables(node)) - {"z", "w"} != {"i"}:
            return None
        return template.format(found.body("z"))

    return says


_STANDARD: Final = frozenset(["a+bi", "a+ib", "x+yi", "x+iy", "p+qi"])


def _standard(found: Found) -> str | None:
    form = found.written["form"][0].replace(" ", "").replace("*", "").replace("·", "")
    if form not in _STANDARD or set(variables(found.node("z"))) != {"i"}:
        return None
    return f"Write {found['z']} in the form a + bi."


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
        ("equation|equation of the line|equation of the straight line|straight line",),
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
    *(
        Intent(
            f"{word} line through a point",
            (word,),
            ("q:q", "p:p", "form:q?@in the form|of the form|form"),
            _beside(word),
            f"{_NOUNS}{word} has given find~ slope gradient",
            f"{_PASSES}|slope-intercept form|to the line|to it|to this line|that line|to the line "
            f"with "
            "equation|has equation|passes through|in the form",
        )
        for word in ("parallel", "perpendicular")
    ),
    Intent(
        "centre of a diameter",
        ("diameter|a diameter", "centre|center|midpoint"),
        ("p:p+", "n:s*"),
        _two("Find the midpoint of {} and {}."),
        f"{_NOUNS}circle centre center opposite diameter",
        "ends of a diameter|endpoints of a diameter|opposite ends of a diameter|opposite ends of|"
        "a diameter of a circle|end points of a diameter",
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
    *(
        Intent(
            name,
            (needs,),
            ("z:ena",),
            _complex(template),
            "complex number argand diagram value exact magnitude absolute",
            "complex number|absolute value|complex conjugate|modulus of",
        )
        for name, needs, template in (
            (
                "modulus",
                "modulus|absolute value|magnitude",
                "Find the modulus of the complex number {}.",
            ),
            (
                "conjugate",
                "conjugate|complex conjugate",
                "Find the conjugate of the complex number {}.",
            ),
        )
    ),
    Intent(
        "complex solutions",
        ("complex|over the complex numbers",),
        ("q:q", "x:s*"),
        "Find the complex solutions of {q}.",
        "complex solution solutions root roots equation quadratic both all two solve~ numbers",
        "complex numbers|over the complex numbers|in the complex numbers|in complex numbers",
    ),
    Intent(
        "complex value",
        (
            "complex|a + bi|a+bi|imaginary|cartesian form|rectangular form|standard form|in "
            "the form",
        ),
        ("z:ec", "form:ec@in the form|of the form|form"),
        _standard,
        "complex number numbers form real imaginary parts simplify~ expand~ multiply~ divide~ "
        "evaluate~ express~ product quotient conjugate integers where are part standard",
        "where # and # are real|where # and # are real numbers|# and # are real|# # are real",
    ),
)
