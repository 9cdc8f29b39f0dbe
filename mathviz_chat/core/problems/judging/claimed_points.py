"""Points that an answer claims, read and shown: maxima, minima, critical points."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.both_signs import values_of
from mathviz_chat.core.reading.tree import Expr, TupleOf


@dataclass(frozen=True, slots=True)
class Claimed:
    """kind: "maximum", "minimum" or "". value: None where only the place is claimed."""

    kind: str
    place: Expr
    value: Expr | None


_WORD = re.compile(r"\b(?:local |relative |absolute |global )*(max|min)\w*", re.IGNORECASE)
_COORDINATE = r"[^(),]*(?:\([^()]*\)[^(),]*)*"
_POINT = re.compile(rf"\((?P<x>{_COORDINATE}),(?P<y>{_COORDINATE})\)")
_POINT_FIRST = re.compile(
    rf"(?P<point>{_POINT.pattern})\s*(?:is\s+)?(?:an?\s+|the\s+)?"
    r"(?P<word>(?:(?:local|relative|absolute|global)\s+)?(?:max|min)[a-z]*)\b(?!\s*(?:at|:|=|is)\b)",
    re.IGNORECASE,
)
"""``(-1, 4) is a maximum``, where the next word does not say of what."""


def parse(text: str, variable: str, *, with_kinds: bool) -> list[Claimed]:
    """The points of an answer: ``maximum at (-1, 2), minimum -2 at x = 1``; [] if unread."""
    if not with_kinds:
        return _items("", text, variable)
    text = _POINT_FIRST.sub(r"\g<word> at \g<point>", text)
    marks = list(_WORD.finditer(text))
    if not marks or text[: marks[0].start()].strip(" ,.;:"):
        return []
    found: list[Claimed] = []
    for place, mark in enumerate(marks):
        end = marks[place + 1].start() if place + 1 < len(marks) else len(text)
        kind = {"max": "maximum", "min": "minimum"}[mark[1].lower()]
        items = _items(kind, text[mark.end() : end], variable)
        if not items:
            return []
        found += items
    return found


_FILL = re.compile(
    r"\b(?:points?|values?|is|are|at|of|the|and|or|when|where|occurs?|both)\b|[:;,.=]\s*$"
)


def _items(kind: str, text: str, variable: str) -> list[Claimed]:
    points = list(_POINT.finditer(text))
    if points:
        rest = _FILL.sub(" ", _POINT.sub(" ", text)).strip(" ,.;:=")
        pairs = [(expression(p["x"]), expression(p["y"])) for p in points]
        if rest or any(x is None or y is None for x, y in pairs):
            return []
        return [Claimed(kind, x, y) for x, y in pairs if x is not None]
    value: Expr | None = None
    before, at, after = text.partition(f"{variable} =")
    if not at:
        before, at, after = text.partition(f"{variable}=")
    said = _FILL.sub(" ", before.replace("f(x)", " ")).strip(" ,.;:=")
    if said:
        value = expression(said)
        if value is None:
            return []
    if not at:
        return []
    places = re.split(r"\s*(?:,|;|\band\b|\bor\b)\s*", after.strip(" ,.;"))
    places = [re.sub(rf"^(?:{variable}\s*=\s*|at )+", "", p).strip() for p in places if p.strip()]
    exprs = [expression(p) for p in places]
    if any(e is None or variables(e) for e in exprs):
        return []
    known = (one for e in exprs if e is not None for one in values_of(e))
    return [Claimed(kind, one, value) for one in known]


def expression(text: str) -> Expr | None:
    """The text as one expression, None for anything else."""
    try:
        node = read(text.strip())
    except ReadError:
        return None
    return node if isinstance(node, Expr) and not isinstance(node, TupleOf) else None


def shown(claimed: list[Claimed], variable: str) -> str:
    """One line: ``maximum at (-1, 2), minimum at (1, -2)``; ``x = -1 or x = 1``."""
    if all(one.value is None and not one.kind for one in claimed):
        return " or ".join(f"{variable} = {to_plain(one.place)}" for one in claimed)
    parts = []
    for one in claimed:
        point = f"{variable} = {to_plain(one.place)}"
        if one.value is not None:
            point = f"({to_plain(one.place)}, {to_plain(one.value)})"
        parts.append(f"{one.kind} at {point}" if one.kind else point)
    return ", ".join(parts)
