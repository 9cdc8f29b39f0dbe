"""Triangles with named corners by the laws of sines and cosines, and similar triangles.

A side is named by its ends, ``BC``, or by the letter of the corner opposite to it, ``a``. A value
that has no simple exact form is rounded as the question says, else lengths to 2 decimal places and
angles to 1.
Two sides and an angle that fit two triangles stay unread.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.right_trigonometry import (
    ANGLE_PLACES,
    LENGTH_PLACES,
)
from mathviz_chat.core.problems.wording import number

_N: Final = r"\d+(?:\.\d+)?"
_ASK: Final = (
    r"(?:find|calculate|what\s+is|what's|work\s+out|determine|compute|how\s+(?:long|big)\s+is)\s+"
)
_OF: Final = r"(?:the\s+)?(?:(?:length|size|measure|value)\s+of\s+)?(?:the\s+)?"
_ROUNDED: Final = (
    r"(?:,?\s+(?:giving\s+your\s+answer\s+|correct\s+|rounded\s+|accurate\s+|give\s+your\s+answer\s+)*"
    r"(?:to\s+(?P<places>\d)\s*(?:decimal\s+places?|d\.?\s?p\.?|decimals)"
    r"|to\s+(?P<figures>\d)\s*(?:significant\s+figures?|sig\.?\s+figs?|s\.?\s?f\.?)"
    r"|to\s+the\s+nearest\s+(?P<near>degree|tenth|hundredth|whole\s+number|integer|[a-z]+)"
    r"(?:\s+of\s+a\s+degree)?))?"
)
_QUESTION: Final = LazyPattern(
    r"(?:(?:in|for|consider|given|a|the|triangle\s+is)\s+)*(?:triangle|△|Δ|∆)\s*(?P<name>[A-Z]{3})"
    r"(?:\s+(?:has|with|where|in\s+which|such\s+that))?[,:.]?\s+(?P<facts>.+?)[,.;]?\s+(?:and\s+)?"
    rf"{_ASK}{_OF}(?:(?P<area>area(?:\s+of\s+(?:the\s+)?triangle(?:\s+[A-Z]{{3}})?)?)"
    r"|(?P<sign>angle\s+|∠\s*)?(?:side\s+)?(?P<asked>[A-Za-z]{1,3}))"
    rf"{_ROUNDED}",
    re.IGNORECASE,
)
_ASKED_FIRST: Final = LazyPattern(
    rf"(?P<asked>{_ASK}{_OF}(?:area|angle\s+[A-Z]{{1,3}}|∠\s*[A-Z]{{1,3}}|(?:side\s+)?[A-Za-z]{{1,2}}))"
    r"\s+(?:of|in)\s+(?:the\s+)?(?P<name>(?:triangle|△|Δ|∆)\s*[A-Z]{3})[,.:]?\s+"
    r"(?:if|given(?:\s+that)?|where|when|with|in\s+which)\s+(?P<facts>.+)",
    re.IGNORECASE,
)
_SIDES_TOLD: Final = LazyPattern(
    r"(?:a|the)\s+triangle\s+(?:has|with)\s+(?:sides|side\s+lengths)(?:\s+(?:of|of\s+length|are))?\s+"
    rf"(?P<x>{_N})\s*(?P<xu>[a-z]+)?\s*,\s*(?P<y>{_N})\s*(?P<yu>[a-z]+)?\s*,?\s*and\s+(?P<z>{_N})\s*"
    rf"(?P<zu>[a-z]+)?[.,;]?\s+{_ASK}{_OF}(?:its\s+)?(?P<which>largest|biggest|greatest|smallest)\s+angle"
    r"(?:\s+of\s+the\s+triangle)?"
    rf"{_ROUNDED}",
    re.IGNORECASE,
)
_SIDE: Final = LazyPattern(
    rf"(?:side\s+)?(?P<side>[A-Z]{{2}}|[a-z])\s*(?:=|is)\s*(?P<v>{_N})\s*(?P<u>[a-z]+)?(?:\s+long)?"
)
_ANGLE: Final = LazyPattern(
    rf"(?P<sign>∠\s*|[Aa]ngle\s+)?(?P<corner>[A-Z]{{3}}|[A-Z])\s*(?:=|is)\s*(?P<t>{_N})"
    r"(?(sign)\s*(?:°|degrees|deg)?|\s*(?:°|degrees|deg))"
)
_SIMILAR: Final = LazyPattern(
    r"(?:if\s+|given\s+that\s+)?triangles?\s+(?P<one>[A-Z]{3})\s+(?:and\s+(?:triangle\s+)?(?P<two>[A-Z]{3})"
    r"\s+are\s+similar|(?:is\s+similar\s+to|~)\s+(?:triangle\s+)?(?P<other>[A-Z]{3}))[.,;:]?\s+"
    r"(?:(?:with|where|if|and|given\s+that)\s+)?(?P<facts>.+?)[,.;]?\s+(?:and\s+)?"
    rf"{_ASK}{_OF}(?:side\s+)?(?P<asked>[A-Z]{{2}})",
    re.IGNORECASE,
)
_SPLIT: Final = LazyPattern(r"\s*(?:,\s*and\b|,|;|\band\b|\.\s)\s*")
_PLACES: Final = {"tenth": 1, "hundredth": 2, "whole number": 0, "integer": 0, "degree": 0}


@dataclass(slots=True)
class _Triangle:
    """Sides by the corner opposite to them, angles by their corner, as they are written."""

    name: str
    sides: dict[str, str] = field(default_factory=dict)
    angles: dict[str, str] = field(default_factory=dict)
    spelled: set[str | None] = field(default_factory=set)

    def take(self, fact: str) -> bool:
        """One fact; False where it is none, or told twice."""
        angle = _ANGLE.fullmatch(fact)
        if angle is not None:
            corner = _corner(self.name, angle["corner"], is_angle=True)
            return corner is not None and _put(self.angles, corner, angle["t"])
        side = _SIDE.fullmatch(fact)
        corner = None if side is None else _corner(self.name, side["side"], is_angle=False)
        if side is None or corner is None:
            return False
        self.spelled.add(side["u"])
        return _put(self.sides, corner, side["v"])

    def sort(self) -> None:
        """The facts in the order of the corners, in which the reading shows them."""
        for known in (self.sides, self.angles):
            ordered = {at: known[at] for at in self.name if at in known}
            known.clear()
            known.update(ordered)

    def unit(self) -> str | None:
        """The unit of length of all sides, "" for none; None where they differ."""
        if self.spelled <= {None}:
            return ""
        found = {units.find(one) if one else None for one in self.spelled}
        one = found.pop() if len(found) == 1 else None
        return one.symbol if one is not None and one.dimension == "length" else None

    def told(self) -> str:
        """The facts, in the order of the corners."""
        unit = f" {self.unit()}" if self.unit() else ""
        sides = [
            f"{''.join(c for c in self.name if c != at)} = {self.sides[at]}{unit}"
            for at in self.name
            if at in self.sides
        ]
        angles = [f"angle {at} = {self.angles[at]}°" for at in self.name if at in self.angles]
        return ", ".join((*sides, *angles))


def _put(known: dict[str, str], corner: str, value: str) -> bool:
    if corner in known or not Fraction(value):
        return False
    known[corner] = value
    return True


def _corner(name: str, said: str, *, is_angle: bool) -> str | None:
    """The corner of an angle, ``B`` or ``ABC``; the one opposite to a side, ``BC`` or ``a``."""
    if is_angle:
        whole = len(said) == 1 or set(said) == set(name)
        return said[len(said) // 2] if whole and set(said) <= set(name) else None
    if len(said) == 1:
        return said.upper() if said.islower() and said.upper() in name else None
    left = [corner for corner in name if corner not in said]
    return left[0] if len(left) == 1 and len(set(said)) == 2 else None


def read(clauses: Clauses) -> Problem | None:
    """A side, an angle or the area of a triangle; None for any other question."""
    text = " ".join(". ".join(clauses.sentences).split()).rstrip("?. ")
    similar = _SIMILAR.fullmatch(text)
    if similar is not None:
        return _similar(similar)
    told = _SIDES_TOLD.fullmatch(text)
    if told is not None:
        return _extreme_angle(told)
    text = _ASKED_FIRST.sub(r"In \g<name>, \g<facts>. \g<asked>", text)
    match = _QUESTION.fullmatch(text)
    if match is None or not match["name"].isupper():
        return None
    triangle = _Triangle(match["name"])
    facts = [fact for fact in _SPLIT.split(match["facts"]) if fact]
    if not all(map(triangle.take, facts)) or triangle.unit() is None:
        return None
    triangle.sort()
    if match["area"]:
        return _area(triangle, match)
    asked = match["asked"]
    is_angle = match["sign"] is not None or (asked.isupper() and len(asked) != 2)
    corner = _corner(triangle.name, asked, is_angle=is_angle)
    if corner is None or (not is_angle and asked != asked.lower() and not asked.isupper()):
        return None
    known = triangle.angles if is_angle else triangle.sides
    if corner in known:
        return None
    return _angle(triangle, corner, match) if is_angle else _side(triangle, corner, match)


def _degrees(triangle: _Triangle) -> bool:
    return sum((Fraction(one) for one in triangle.angles.values()), Fraction(0)) < 180


def _side(triangle: _Triangle, at: str, match: re.Match[str]) -> Problem | None:
    sides, angles = triangle.sides, triangle.angles
    if not _degrees(triangle):
        return None
    if len(sides) == 2 and set(angles) == {at}:
        return _third(triangle, at, match)
    if len(sides) != 1 or len(angles) != 2:
        return None
    (other,) = sides
    roles = {"p": other, "q": at, "r": _last(triangle.name, other, at)}
    given = {role: number(angles[c]) for role, c in roles.items() if c in angles}
    plan = Planner({"a": number(sides[other]), **given})
    (new,) = set(roles) - set(given)
    if new != "r":
        known = " - ".join(given)
        plan.find(new, "The angles of a triangle add up to 180 degrees", f"180 - {known}")
    plan.setup("Choose the law of sines", "side / sin(its angle) = other side / sin(other angle)")
    plan.find("x", "Put the numbers in", "a*sin(q°)/sin(p°)")
    p, r = (name if name in given else f"(180 - {' - '.join(given)})" for name in "pr")
    square = f"(a^2 + answer^2 - 2*a*answer*cos({r}*pi/180))"
    plan.check(f"answer - a*cos({r}*pi/180) = sqrt{square}*cos({p}*pi/180)")
    return _finished(plan, triangle, _pair(triangle.name, at), match, triangle.unit() or "")


def _last(name: str, *corners: str) -> str:
    return next(corner for corner in name if corner not in corners)


def _pair(name: str, at: str) -> str:
    """The side opposite to a corner by its ends."""
    return "".join(corner for corner in name if corner != at)


def _third(triangle: _Triangle, at: str, match: re.Match[str]) -> Problem | None:
    """Two sides and the angle between them."""
    first, second = triangle.sides.values()
    given = {"a": number(first), "b": number(second), "t": number(triangle.angles[at])}
    plan = Planner(given)
    plan.setup("Choose the law of cosines", "c^2 = a^2 + b^2 - 2*a*b*cos(the angle between them)")
    plan.find("q", "Put the numbers in", "a^2 + b^2 - 2*a*b*cos(t°)")
    plan.find("c", "Take the square root", "sqrt(q)")
    plan.check("(a - b*cos(t*pi/180))^2 + (b*sin(t*pi/180))^2 = answer^2")
    exact = Fraction(triangle.angles[at]) in (30, 45, 60, 90, 120, 135, 150)
    unit = triangle.unit() or ""
    return _finished(plan, triangle, _pair(triangle.name, at), match, unit, exact=exact)


def _angle(triangle: _Triangle, at: str, match: re.Match[str]) -> Problem | None:
    sides, angles = triangle.sides, triangle.angles
    asked = f"angle {at}"
    if len(sides) == 3 and not angles:
        plan = _by_three_sides(sides[at], *(one for c, one in sides.items() if c != at))
        return None if plan is None else _finished(plan, triangle, asked, match, "deg")
    if not sides and len(angles) == 2 and _degrees(triangle):
        plan = Planner(dict(zip("pq", map(number, angles.values()), strict=True)))
        plan.find("r", "The angles of a triangle add up to 180 degrees", "180 - p - q")
        plan.check("answer + p + q = 180")
        return _finished(plan, triangle, asked, match, "deg", exact=True)
    if len(sides) != 2 or len(angles) != 1 or at not in sides:
        return None
    (known,) = angles
    if known not in sides or not _degrees(triangle):
        return None
    return _by_sines(triangle, known, at, match)


def _by_three_sides(opposite: str, first: str, second: str) -> Planner | None:
    """The angle opposite to a side; None where the sides make no triangle."""
    a, b, c = (Fraction(one) for one in (opposite, first, second))
    if 2 * max(a, b, c) >= a + b + c:
        return None
    plan = Planner({"a": number(opposite), "b": number(first), "c": number(second)})
    plan.setup("Choose the law of cosines", "cos(angle) = (b^2 + c^2 - a^2)/(2*b*c)")
    plan.find("w", "Put the numbers in", "(b^2 + c^2 - a^2)/(2*b*c)")
    plan.find("t", "Take the inverse cosine, in degrees", "arccos(w)*180/pi")
    half = "(a + c - b)*(a + b - c)/((a + b + c)*(b + c - a))"
    plan.check(f"tan(answer*pi/360)^2 = {half}")
    return plan


def _by_sines(triangle: _Triangle, known: str, at: str, match: re.Match[str]) -> Problem | None:
    """The angle opposite to the shorter side: it is acute, so there is one only."""
    a, b = triangle.sides[known], triangle.sides[at]
    if Fraction(b) >= Fraction(a):
        return None
    given = {"a": number(a), "b": number(b), "p": number(triangle.angles[known])}
    plan = Planner(given)
    plan.setup("Choose the law of sines", "sin(angle) / side = sin(other angle) / other side")
    plan.find("w", "Put the numbers in", "b*sin(p°)/a")
    why = "It is opposite to a side that is shorter than the other, so it is acute."
    plan.find("t", "Take the inverse sine, in degrees", "arcsin(w)*180/pi", why)
    third = "(b*cos(p*pi/180) + sqrt(a^2 - (b*sin(p*pi/180))^2))"
    plan.check(f"a^2 + {third}^2 - 2*a*{third}*cos(answer*pi/180) = b^2")
    return _finished(plan, triangle, f"angle {at}", match, "deg")


def _area(triangle: _Triangle, match: re.Match[str]) -> Problem | None:
    """Half the product of two sides and the sine of the angle between them."""
    between = _last(triangle.name, *triangle.sides) if len(triangle.sides) == 2 else ""
    if set(triangle.angles) != {between} or not _degrees(triangle):
        return None
    first, second = triangle.sides.values()
    size = triangle.angles[between]
    plan = Planner({"a": number(first), "b": number(second), "t": number(size)})
    plan.setup("Choose the formula", "area = side * other side * sin(the angle between them) / 2")
    plan.find("x", "Put the numbers in", "a*b*sin(t°)/2")
    plan.check("(2*answer)^2 = (a*b)^2*(1 - cos(t*pi/180)^2)")
    exact = Fraction(size) in (30, 45, 60, 90, 120, 135, 150)
    unit = f"{triangle.unit()}^2" if triangle.unit() else ""
    return _finished(plan, triangle, "the area", match, unit, exact=exact)


def _finished(
    plan: Planner,
    triangle: _Triangle,
    asked: str,
    match: re.Match[str],
    unit: str,
    *,
    exact: bool = False,
) -> Problem | None:
    """exact: the value needs no rounding, so it is rounded only where that is asked."""
    default = ANGLE_PLACES if unit == "deg" else LENGTH_PLACES
    places = _places(match, plan, unit, default)
    if places is None:
        return None
    asks_rounding = any(match[name] for name in ("places", "figures", "near"))
    rounded = f" to {places} decimal place{'s' * (places != 1)}"
    rounding = rounded if asks_rounding else ""
    read_as = f"In triangle {triangle.name}, {triangle.told()}. Find {asked}{rounding}."
    return plan.problem(
        Kind.GEOMETRY,
        read_as,
        unit=unit or None,
        unit_named=unit == "deg",
        places=places if asks_rounding or not exact else None,
        freely_rounded=not (asks_rounding or exact),
        decimals=asks_rounding or not exact,
    )


def _places(match: re.Match[str], plan: Planner, unit: str, default: int) -> int | None:
    """Decimals of the rounding that is asked; None where it is another than of decimals."""
    if match["places"]:
        return int(match["places"])
    if match["near"]:
        named = " ".join(match["near"].lower().split())
        own = units.find(named)
        if own is not None and own.symbol == unit.partition("^")[0]:
            return 0
        if named == "degree" and unit != "deg":
            return None
        return _PLACES.get(named)
    if not match["figures"]:
        return default
    places = int(match["figures"]) - _digits(plan)
    return places if places >= 0 else None


def _digits(plan: Planner) -> int:
    """Digits before the point; negative for the zeros after it."""
    value, digits = abs(float(recount.real(recount.value(plan.value())))), 0
    while value >= 1 and digits < 12:
        value, digits = value / 10, digits + 1
    while value < 0.1 and digits > -12:
        value, digits = value * 10, digits - 1
    return digits


def _extreme_angle(match: re.Match[str]) -> Problem | None:
    """The largest angle is opposite to the longest side, the smallest to the shortest."""
    triangle = _Triangle("ABC")
    for corner, slot in zip("ABC", "xyz", strict=True):
        triangle.sides[corner] = match[slot]
        triangle.spelled.add(match[f"{slot}u"])
    triangle.spelled -= {None} if len(triangle.spelled) == 2 and match["zu"] else set()
    if triangle.unit() is None:
        return None
    choose = min if match["which"].lower() == "smallest" else max
    extreme = choose(triangle.sides.values(), key=Fraction)
    if sum(Fraction(one) == Fraction(extreme) for one in triangle.sides.values()) > 1:
        return None
    at = next(corner for corner, one in triangle.sides.items() if one == extreme)
    return _angle(triangle, at, match)


def _similar(match: re.Match[str]) -> Problem | None:
    """Corners correspond in the order in which they are named."""
    one, two = match["one"], match["two"] or match["other"]
    if not one.isupper() or not two.isupper() or set(one) & set(two):
        return None
    first, second = _Triangle(one), _Triangle(two)
    for fact in filter(None, _SPLIT.split(match["facts"])):
        side = _SIDE.fullmatch(fact)
        if side is None or len(side["side"]) != 2:
            return None
        if not any(set(side["side"]) <= set(t.name) and t.take(fact) for t in (first, second)):
            return None
    if not match["asked"].isupper():
        return None
    own, other = (second, first) if set(match["asked"]) <= set(two) else (first, second)
    at = _corner(own.name, match["asked"], is_angle=False)
    if at is None or at in own.sides or len(own.sides) != 1 or len(other.sides) != 2:
        return None
    ((scaled, size),) = own.sides.items()
    twin = {c: other.name[own.name.index(c)] for c in own.name}
    if set(other.sides) != {twin[at], twin[scaled]}:
        return None
    first.spelled |= second.spelled
    unit = first.unit()
    if unit is None:
        return None
    plan = Planner(
        {
            "a": number(size),
            "b": number(other.sides[twin[scaled]]),
            "c": number(other.sides[twin[at]]),
        }
    )
    plan.setup("Sides of similar triangles have one ratio", "side = ratio * other side")
    plan.find("k", "Divide the sides that correspond", "a/b").find("x", "Multiply", "k*c")
    plan.check("answer*b = a*c")
    second.spelled = first.spelled
    told = f"{first.told()}, {second.told()}"
    read_as = f"Triangles {one} and {two} are similar. {told}. Find {_pair(own.name, at)}."
    return plan.problem(Kind.GEOMETRY, read_as, unit=unit or None, decimals=True)
