"""Angles and sides with a letter in them: supplementary angles, sides of a right triangle."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount, wording
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.literals import number as literal
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem

_TERM: Final = (
    r"\(?\s*(?:\d*\s*[a-z](?![a-z])(?:\s*[-+−]\s*\d+)?|\d+\s*[-+−]\s*\d*[a-z](?![a-z])|\d+)\s*\)?"
)
_DEG: Final = r"\s*(?:°|degrees?)?"
_KINDS: Final = (
    r"supplementary|complementary|vertically opposite|vertical|corresponding|alternate|co-interior|"
    r"allied|equal|on straight line"
)
_FIND: Final = r"(?:find|what is|what's|calculate|work out|determine|solve for)\s+(?:value of\s+)?"
_ANGLES: Final = LazyPattern(
    rf"(?:if\s+)?(?:2\s+)?(?:angles?\s+)?(?:of size\s+|measuring\s+)?(?P<a>{_TERM}){_DEG}\s+and\s+"
    rf"(?P<b>{_TERM}){_DEG}\s+(?:are|lie)\s+(?P<kind>{_KINDS})(?:\s+angles)?\s*,\s*{_FIND}(?P<x>[a-z])",
    re.IGNORECASE,
)
_ALIKE: Final = LazyPattern(
    rf"(?:if\s+)?(?:2\s+)?(?P<kind>{_KINDS})\s+angles\s+"
    r"(?:(?:between|on|in|at|formed by|made by)\s+(?:2\s+)?parallel lines\s+)?"
    r"(?:are|measure|have sizes|of)\s+"
    rf"(?P<a>{_TERM})"
    rf"{_DEG}\s+and\s+(?P<b>{_TERM}){_DEG}\s*,\s*{_FIND}(?P<x>[a-z])",
    re.IGNORECASE,
)
_TOTALS: Final = {
    "supplementary": 180, "complementary": 90, "co-interior": 180, "allied": 180,
    "on straight line": 180,
}  # fmt: skip
_SIDES: Final = LazyPattern(
    rf"(?:if\s+)?(?:(?:3\s+)?sides of (?:right|right-angled|right angled) triangle are|"
    rf"(?:right|right-angled|right angled) triangle has sides(?: of(?: length)?)?)\s+"
    rf"(?P<a>{_TERM})\s*,\s*(?P<b>{_TERM})\s*(?:,\s*and|,|and)\s*(?P<c>{_TERM})\s*"
    rf"(?:,\s*(?:where|and|with)?\s*(?P<h>{_TERM})\s+(?:is|being|as)\s+(?:the\s+)?hypotenuse)\s*,\s*"
    rf"{_FIND}(?P<x>[a-z])",
    re.IGNORECASE,
)
_PARTS: Final = LazyPattern(r"(?P<k>\d*)(?P<x>[a-z])(?P<c>[-+]\d+)?|(?P<n>\d+)")


@dataclass(frozen=True, slots=True)
class Linear:
    """k*x + c, and its text."""

    k: int
    c: int
    text: str


def _linear(text: str, letter: str) -> Linear | None:
    """``(2x + 10)``; None where it has another letter, or is of another form."""
    bare = re.sub(r"[\s()]", "", text).replace("−", "-").lower()
    match = _PARTS.fullmatch(bare)
    if match is None or len(bare) > 12:
        return None
    if match["n"]:
        return Linear(0, int(match["n"]), bare)
    if match["x"] != letter:
        return None
    return Linear(int(match["k"] or 1), int(match["c"] or 0), bare)


@dataclass(frozen=True, slots=True)
class UnknownSides:
    """Reads ``The angles (2x + 10)° and (3x - 5)° are supplementary. Find x.``"""

    def read(self, clauses: Clauses) -> Problem | None:
        """The letter, from angles that add up or are equal, or from Pythagoras."""
        text = " , ".join(wording.sentences(clauses.sentences))
        text = re.sub(r"\^\s*\{?\\circ\}?|\\degree", "°", text)
        match = _ANGLES.fullmatch(text) or _ALIKE.fullmatch(text)
        if match is not None:
            return _angles(match)
        sides = _SIDES.fullmatch(text)
        return None if sides is None else _sides(sides)


def _angles(match: re.Match[str]) -> Problem | None:
    x, kind = match["x"].lower(), match["kind"].lower()
    a, b = _linear(match["a"], x), _linear(match["b"], x)
    if a is None or b is None or not a.k + b.k:
        return None
    total = _TOTALS.get(kind)
    slope, right = (a.k + b.k, total - a.c - b.c) if total else (a.k - b.k, b.c - a.c)
    if slope == 0:
        return None
    value = Fraction(right, slope)
    if any(one.k * value + one.c <= 0 for one in (a, b)):
        return None
    plan = Planner({})
    plan.unknown(x, "what is asked for")
    said = f"{kind} angles add up to {total} degrees" if total else f"{kind} angles are equal"
    plan.setup("Choose the formula", said[0].upper() + said[1:])
    first, second = (f"{one.k}*{x} + {one.c}" for one in (a, b))
    plan.equation(f"{first} + {second} = {total}" if total else f"{first} = {second}")
    plan.find("t", f"Take {x}", x)
    read_as = f"The angles ({a.text})° and ({b.text})° are {kind}. Find {x}."
    return plan.problem(Kind.GEOMETRY, read_as)


def _sides(match: re.Match[str]) -> Problem | None:
    """x from legs that are x + a and x + b, or from one leg and the hypotenuse x + c."""
    x = match["x"].lower()
    found = [_linear(match[slot], x) for slot in "abch"]
    if any(one is None for one in found):
        return None
    *sides, hypotenuse = (one for one in found if one is not None)
    if [one.text for one in sides].count(hypotenuse.text) != 1:
        return None
    legs = [one for one in sides if one.text != hypotenuse.text]
    plan = _solved(legs, hypotenuse)
    if plan is None:
        return None
    value = recount.value(plan.value())
    lengths = [one.k * value + one.c for one in (*legs, hypotenuse)]
    if any(recount.real(one) <= 0 for one in lengths):
        return None
    listed = f"{legs[0].text}, {legs[1].text} and {hypotenuse.text}"
    read_as = (
        f"The sides of a right triangle are {listed}, where {hypotenuse.text} is the hypotenuse. "
        f"Find {x}."
    )
    return plan.problem(Kind.GEOMETRY, read_as, decimals=False)


def _solved(legs: list[Linear], hypotenuse: Linear) -> Planner | None:
    """The plan for x, where the equation of Pythagoras has one positive solution."""
    first, second = legs
    if first.k == second.k == 1 and hypotenuse.k == 0:
        names = {"a": first.c, "b": second.c, "c": hypotenuse.c}
        plan = Planner({name: literal(Fraction(value)) for name, value in names.items()})
        plan.setup("Write Pythagoras", "(x + a)^2 + (x + b)^2 = c^2, a quadratic equation")
        plan.find("d", "Find 2 c^2 - (a - b)^2", "2*c^2 - (a - b)^2")
        if recount.value(plan.value()) < 0:
            return None
        plan.find("r", "Take the square root", "sqrt(d)")
        plan.find("x", "Take the positive solution", "(r - a - b)/2")
        return plan.check("(answer + a)^2 + (answer + b)^2 = c^2")
    known = [one for one in legs if one.k == 0]
    other = [one for one in legs if one.k == 1]
    if len(known) != 1 or len(other) != 1 or hypotenuse.k != 1 or hypotenuse.c <= other[0].c:
        return None
    names = {"n": known[0].c, "a": other[0].c, "c": hypotenuse.c}
    plan = Planner({name: literal(Fraction(value)) for name, value in names.items()})
    plan.setup("Write Pythagoras", "n^2 + (x + a)^2 = (x + c)^2; the squares of x cancel")
    plan.find("t", "Collect the numbers", "n^2 + a^2 - c^2")
    plan.find("x", "Divide by 2(c - a)", "t/(2*(c - a))")
    return plan.check("n^2 + (answer + a)^2 = (answer + c)^2")


READERS: Final = (UnknownSides(),)
