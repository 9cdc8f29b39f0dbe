"""Isosceles triangles by their letters: ``PQ = PR``, ``the angle at P is 40°``, ``angle PQR``."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.patterns import LazyPattern

_FLAGS = re.IGNORECASE
_TRIANGLE: Final = LazyPattern(
    r"isosceles\s+triangle\s+(?P<a>(?-i:[A-Z]{3}))\b"
    r"|\b(?P<b>(?-i:[A-Z]{3}))\s+is\s+an\s+isosceles\s+triangle"
    r"|triangle\s+(?P<c>(?-i:[A-Z]{3}))\s+is\s+isosceles",
    _FLAGS,
)
_SIDES: Final = re.compile(r"\b([A-Z])([A-Z])\s*(?:=|is\s+equal\s+to|equals)\s*([A-Z])([A-Z])\b")
_ANGLE = r"(?:angle\s+|∠\s*)(?:at\s+)?(?:the\s+vertex\s+)?(?P<name>(?-i:[A-Z]{3}|[A-Z]))\b"
_GIVEN: Final = LazyPattern(
    rf"(?:the\s+)?{_ANGLE}\s*(?:is|=|equals|measures)\s*"
    r"(?P<value>\(?[\dA-Za-z+\-\s.]*[\da-z]\)?)\s*(?:°|degrees\b)",
    _FLAGS,
)
_FIND = r"(?:work\s+out|find|calculate|determine|what\s+is|give|state)"
_ASKED: Final = LazyPattern(
    rf"{_FIND}\s+(?:the\s+)?(?:(?:size|measure|value)\s+of\s+)?(?:the\s+)?"
    rf"(?:{_ANGLE}|(?P<letter>(?-i:[a-z]))\b)",
    _FLAGS,
)
_CONNECTING = "in an a the which where with and has is if given that so triangle"
_LEFT: Final = frozenset(_CONNECTING.split())


def said_again(text: str) -> str | None:
    """The question about its vertex angle and its base angles."""
    text = text.replace("$", " ").replace("\\(", " ").replace("\\)", " ").replace("^\\circ", "°")
    triangle, sides = _TRIANGLE.search(text), _SIDES.search(text)
    asked = list(_ASKED.finditer(text))
    if triangle is None or sides is None or len(asked) != 1:
        return None
    corners = triangle["a"] or triangle["b"] or triangle["c"]
    top = _shared(sides.groups(), corners)
    given = list(_GIVEN.finditer(text[: asked[0].start()]))
    found = (triangle, sides, asked[0], *given)
    if not top or not _is_all(text, [match.span() for match in found]):
        return None
    angles = [(_corner(match["name"]), match["value"].strip()) for match in given]
    if any(corner not in corners for corner, _ in angles):
        return None
    if asked[0]["letter"]:
        return _equation(angles, top, asked[0]["letter"])
    return _size(angles, top, _corner(asked[0]["name"]), corners)


def _shared(ends: tuple[str, ...], corners: str) -> str:
    """The corner at which the two equal sides meet; "" where they are none of the triangle's."""
    one, other = set(ends[:2]), set(ends[2:])
    shared = one & other
    fits = len(corners) == len(set(corners)) and one | other == set(corners)
    return shared.pop() if len(shared) == 1 and fits else ""


def _corner(name: str) -> str:
    """Where the angle is: in the middle of three letters."""
    return name[len(name) // 2]


def _is_all(text: str, spans: list[tuple[int, int]]) -> bool:
    for start, stop in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[stop:]}"
    return set(re.findall(r"[A-Za-z]+|\d+", text.lower())) <= _LEFT


def _size(angles: list[tuple[str, str]], top: str, asked: str, corners: str) -> str | None:
    if len(angles) != 1 or not re.fullmatch(r"\d+(?:\.\d+)?", angles[0][1]):
        return None
    ((corner, value),) = angles
    if asked not in corners or (corner == top) is (asked == top):
        return None
    if corner == top:
        return f"The vertex angle of an isosceles triangle is {value}°. Find each base angle."
    return f"Each base angle of an isosceles triangle is {value}°. Find the vertex angle."


def _equation(angles: list[tuple[str, str]], top: str, letter: str) -> str | None:
    """Two of its angles in one letter: both at the base are equal, or all three are 180°."""
    if len(angles) != 2 or angles[0][0] == angles[1][0]:
        return None
    letters = {one for _, value in angles for one in re.findall("[A-Za-z]", value)}
    if letters != {letter}:
        return None
    if top not in (angles[0][0], angles[1][0]):
        return f"Solve {angles[0][1]} = {angles[1][1]} for {letter}."
    (at_top,), (base,) = (
        [value for corner, value in angles if (corner == top) is wanted] for wanted in (True, False)
    )
    return f"Solve ({at_top}) + 2({base}) = 180 for {letter}."
