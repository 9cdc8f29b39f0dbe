"""Triangles whose corners have names: ``In triangle ABC, AB = 5, ... Find BC``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.readers.applied.family import Formal
from mathviz_chat.core.problems.readers.applied.geometry import Given, figure_problem
from mathviz_chat.core.problems.readers.applied.right_trigonometry import angle_of, side_of

_N: Final = r"\d+(?:\.\d+)?"
_ASK: Final = (
    r"(?:find|calculate|what(?:'s|\s+is)|work\s+out|determine|compute)\s+(?:the\s+)?"
    r"(?:(?:length|size|measure|value)\s+of\s+)?(?:the\s+)?(?:side\s+|(?P<sign>angle\s+|∠\s*))?"
    r"(?P<asked>[A-Z]{1,3})"
)
_PLACES: Final = (
    r"(?:,?\s+(?:correct\s+|rounded\s+|giving\s+your\s+answer\s+)?to\s+"
    r"(?P<places>\d)\s*(?:decimal\s+places?|d\.?\s?p\.?|decimals))?"
)
_NAMED: Final = re.compile(
    r"(?:(?:In|For|Consider|Given)\s+)?(?:(?:a|the)\s+)?(?P<right>right[ -]angled\s+|right\s+)?"
    r"(?:[Tt]riangle|△|Δ)\s*(?P<name>[A-Z]{3})[,:]?\s+(?P<facts>.+?)[,.]?\s+(?:and\s+)?"
    rf"(?i:{_ASK.replace('[A-Z]', '(?-i:[A-Z])')}{_PLACES})\.?"
)
_FACTS: Final = (
    re.compile(
        rf"(?:side\s+)?(?P<side>[A-Z]{{2}})\s*(?:=|is)\s*(?P<v>{_N})\s*(?P<u>[a-z]+)?(?:\s+long)?"
    ),
    re.compile(
        rf"(?:∠\s*|angle\s+)?(?P<corner>[A-Z]|[A-Z]{{3}})\s*(?:=|is)\s*(?P<t>{_N})\s*(?:°|degrees)"
    ),
    re.compile(
        r"(?:is\s+|has\s+)?(?:a\s+)?(?:right[ -]angled|right\s+angle(?:d)?)\s+at\s+(?P<right>[A-Z])"
        r"|(?:the\s+)?right\s+angle\s+is\s+at\s+(?P<right2>[A-Z])"
    ),
)


def _named(match: re.Match[str]) -> Problem | None:
    name = match["name"]
    sides: Given = {}
    angles: dict[str, str] = {}
    for fact in re.split(r"\s*(?:,|;|\band\b|\bwith\b)\s*", match["facts"].replace("has ", "")):
        if not fact:
            continue
        own = next((m for p in _FACTS if (m := p.fullmatch(fact)) is not None), None)
        if own is None or not _take(own.groupdict(), name, sides, angles):
            return None
    problem = _solved(name, sides, angles, match["asked"], match["sign"] is not None)
    if problem is None or match["places"] is None:
        return problem
    return _to_places(problem, int(match["places"]))


def _take(own: dict[str, str | None], name: str, sides: Given, angles: dict[str, str]) -> bool:
    side, corner = own.get("side"), own.get("corner")
    right = own.get("right") or own.get("right2")
    if side is not None:
        opposite = [c for c in name if c not in side]
        if len(opposite) != 1 or len(set(side)) != 2 or opposite[0] in sides:
            return False
        sides[opposite[0]] = (own["v"] or "", own.get("u"))
        return True
    at = right or (corner if corner is not None and len(corner) == 1 else (corner or "")[1:2])
    if not at or at not in name or at in angles:
        return False
    angles[at] = "90" if right else (own.get("t") or "")
    return True


def _solved(
    name: str, sides: Given, angles: dict[str, str], asked: str, is_angle: bool
) -> Problem | None:
    """sides by the corner opposite to them."""
    if not set(asked) <= set(name) or len(set(asked)) != len(asked):
        return None
    corner = asked[len(asked) // 2] if is_angle else next(iter(set(name) - set(asked)))
    if not is_angle and len(asked) != 2:
        return None
    right = next((at for at, size in angles.items() if size == "90"), None)
    if right is None:
        return None
    acute = [at for at in angles if at != right]
    if is_angle:
        return angle_of(_from(corner, right, sides)) if not acute and corner != right else None
    if acute:
        seen = {acute[0]: "o", right: "c"}
        return side_of(seen.get(corner, "h"), _from(acute[0], right, sides), angles[acute[0]])
    legs = [one for at, one in sides.items() if at != right]
    given: Given = {f"a{k}": one for k, one in enumerate(legs, start=1)}
    if right in sides:
        given["c"] = sides[right]
    asked_side = "hypotenuse" if corner == right else "leg"
    return figure_problem("right triangle", asked_side, given) if len(given) == 2 else None


def _from(acute: str, right: str, sides: Given) -> Given:
    """The sides by their letters, as they are seen from an acute angle."""
    return {{acute: "o", right: "c"}.get(at, "h"): one for at, one in sides.items()}


def _to_places(problem: Problem, places: int) -> Problem:
    named = f"{places} decimal place{'s' * (places != 1)}"
    read_as = f"{problem.read_as.rstrip('.')}, rounded to {named}."
    return replace(problem, read_as=read_as, places=places, freely_rounded=False)


READERS: Final = (Formal(_NAMED, _named),)
