"""Figures by their letters: angles ``BAC`` of a triangle, sides of a trapezium or a rectangle."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.patterns import LazyPattern

_CORNERS: Final = LazyPattern(r"\btriangle\s+(?P<name>(?-i:[A-Z]{3}))\b", re.IGNORECASE)
_ANGLE: Final = re.compile(r"(?:\\angle|∠|\bangle)\s*([A-Z])([A-Z])([A-Z])\b")
_RIGHT: Final = (
    re.compile(r"\b(?:the\s+)?angle\s+(?:at\s+)?([A-Z])\s+is\s+a\s+right[\s-]angle\b"),
    re.compile(r"\b(?:is\s+|has\s+a\s+)?right[\s-]angled?\s+at\s+([A-Z])\b"),
    re.compile(r"\bright\s+angle\s+at\s+([A-Z])\b"),
)
_LENGTH = r"\d+(?:\.\d+)?\s*(?:cm|mm|km|m|inches|in|ft)?"
_SIDE: Final = re.compile(rf"\b([A-Z]{{2}})\s*(?:=|is|measures)\s*({_LENGTH})(?![\w.]*\w)")
_FIGURE: Final = re.compile(
    r"\b(?P<name>[A-Z]{4})\s+is\s+an?\s+(?P<kind>trapezium|trapezoid|rectangle)\b|"
    r"\b(?P<kind2>trapezium|trapezoid|rectangle)\s+(?P<name2>[A-Z]{4})\b",
    re.IGNORECASE,
)
_PARALLEL: Final = re.compile(
    r"\b([A-Z]{2})\s+(?:is\s+parallel\s+to|and\s+(?=[A-Z]{2}\s+are\s+parallel)|is\s+\|\|"
    r"\s+to|\|\||∥)\s*"
    r"([A-Z]{2})(?:\s+are\s+parallel)?"
)
_APART: Final = re.compile(
    r"\b(?:the\s+)?(?:perpendicular\s+)?(?:height|distance)(?:\s+(?:between|of)\s+(?:these"
    r"|the|them|it|its|"
    r"two|parallel|sides|lines|trapezium|trapezoid|[A-Z]{2}|and)(?:\s+(?:two|parallel|"
    r"sides|lines|and|"
    rf"[A-Z]{{2}}))*)?\s+(?:is|=|of)\s*({_LENGTH})",
    re.IGNORECASE,
)
_FIND = r"(?:find|calculate|work\s+out|determine|what\s+is|state|give|compute)"
_AREA: Final = re.compile(
    rf"\b{_FIND}\s+(?:the\s+|its\s+)?(?P<what>area|perimeter)(?:\s+of\s+(?:the\s+)?"
    r"(?:trapezium|trapezoid|rectangle|[A-Z]{4}|it)(?:\s+[A-Z]{4})?)?",
    re.IGNORECASE,
)
_LINE: Final = re.compile(
    rf"\b{_FIND}\s+(?:the\s+)?(?:length\s+of\s+)?(?:the\s+)?(?:diagonal\s+"
    rf")?(?P<line>(?-i:[A-Z]{{2}}))\b",
    re.IGNORECASE,
)
_CONNECTING = "in an a the which where with and has is if given that so cm"
_IDLE: Final = frozenset(_CONNECTING.split())


def said_again(text: str) -> str | None:
    """The question with the angles of a triangle by one letter, or about a figure without any."""
    plain = re.sub(r"\^\{?\\circ\}?", "°", text.replace("$", " ").replace("\\(", " "))
    plain = plain.replace("\\)", " ")
    return _triangle(text, plain) or _four_corners(plain)


def _triangle(text: str, plain: str) -> str | None:
    named = _CORNERS.search(plain)
    if named is None:
        return None
    corners = {*named["name"]}

    def by_its_corner(match: re.Match[str]) -> str:
        return f"angle {match[2]}" if {*match.groups()} == corners else match[0]

    said = _ANGLE.sub(by_its_corner, plain)
    for pattern in _RIGHT:
        said = pattern.sub(r", angle \1 = 90°", said)
    said = re.sub(r"\s*,(?:\s*,)*\s*", ", ", said)
    return f"{said}." if " ".join(said.split()) != " ".join(text.split()) else None


def _four_corners(text: str) -> str | None:
    figure = _FIGURE.search(text)
    if figure is None:
        return None
    name, kind = (figure["name"] or figure["name2"]).upper(), figure["kind"] or figure["kind2"]
    sides = {match[1]: match[2].strip() for match in _SIDE.finditer(text)}
    around = {frozenset((name[k], name[(k + 1) % 4])) for k in range(4)}
    if len(sides) != 2 or not all(frozenset(side) in around for side in sides):
        return None
    patterns = [_FIGURE, _SIDE]
    if kind.lower() == "rectangle":
        return _rectangle(text, name, sides, patterns)
    parallel, apart, asked = _PARALLEL.search(text), _APART.search(text), _AREA.search(text)
    if parallel is None or apart is None or asked is None or asked["what"].lower() != "area":
        return None
    ends = [frozenset(side) for side in parallel.groups()]
    if ends[0] & ends[1] or {frozenset(side) for side in sides} != {*ends}:
        return None
    if not _is_all(text, [*patterns, _PARALLEL, _APART, _AREA]):
        return None
    one, other = sides.values()
    return (
        f"Find the area of a trapezium with parallel sides {one} and {other} and height "
        f"{apart[1].strip()}."
    )


def _rectangle(
    text: str, name: str, sides: dict[str, str], patterns: list[re.Pattern[str]]
) -> str | None:
    one, other = sides
    if not {*one} & {*other}:
        return None  # opposite sides
    asked, line = _AREA.search(text), _LINE.search(text)
    if (asked is None) is (line is None) or not _is_all(text, [*patterns, _AREA, _LINE]):
        return None
    if line is not None and {*line["line"]} not in ({name[0], name[2]}, {name[1], name[3]}):
        return None
    what = "diagonal" if asked is None else asked["what"].lower()
    return f"Find the {what} of a rectangle with length {sides[one]} and width {sides[other]}."


def _is_all(text: str, patterns: list[re.Pattern[str]]) -> bool:
    for pattern in reversed(patterns):
        text = pattern.sub(" ", text)
    return {*re.findall(r"[A-Za-z]+|\d+", text.lower())} <= _IDLE
