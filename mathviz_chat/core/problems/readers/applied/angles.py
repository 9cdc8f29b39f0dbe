"""Angles: what is missing to a known sum, and the angles of isosceles triangles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.wording import number

ANGLE_WORDS: Final = re.compile(r"\bangles?\b|\bsupplement|\bcomplement|\bradian|\bpolygon", re.I)


def degrees_problem(plan: Planner, read_as: str) -> Problem | None:
    """An angle in degrees, which the question names; none that is not positive."""
    if recount.value(plan.value()) <= 0:
        return None
    return plan.problem(Kind.GEOMETRY, read_as, unit="deg", unit_named=True)


# ------------------------------------------------------------------ angles with a known sum

_SUM_GRAMMAR: Final = """
FIGURE = [triangle|quadrilateral|4-sided shape|four-sided shape|kite|straight line|point]
PLACE = [in|of|inside|on|along|at|round|around|about|that meet at|meeting at|that lie on|lying on|
    that form|forming] [1|single]? FIGURE
ARE = [has|have|are|is|measure|measures|with|of|measuring|equal]
told:
    [in|of]? [its]? [{count:int}|other|interior|1]* [of]? [its|their|interior]* [angles|angle]
        [PLACE]? [are|is]? ARE? [size|sizes]? [of]? {known:angles}
    [{count:int}]? PLACE [{count:int}|1]? [of]? [its|interior]* [angles|angle]? ARE {known:angles}
    FIGURE ARE [{count:int}|1|interior]* [angles|angle]? [of|measuring|with]* [size|sizes]? [of]?
        {known:angles}
    [angles|angle] {known:angles} [lie|lies|are|is|meet] PLACE
place:
    PLACE
asked missing:
    FIND [size|measure|value]? [of]? [third|3rd|fourth|4th|missing|remaining|other|last|unknown]
        [angle|one|1]? [PLACE]?
    FIND [it|size of it|its size]
asked letter:
    FIND [value|size]? [of]? [angle]? {letter:letter} [in degrees]? [PLACE]?
"""
_TOTALS: Final[Mapping[str, tuple[int | None, int]]] = MappingProxyType(
    {
        "triangle": (3, 180),
        "quadrilateral": (4, 360),
        "sided shape": (4, 360),
        "kite": (4, 360),
        "straight line": (None, 180),
        "point": (None, 360),
    }
)
"""How many angles there are, where that is fixed, and their sum in degrees."""
_ITEM: Final = re.compile(
    r"(?:(?P<times>\d+)\s*\*?\s*)?(?P<letter>[a-zα-ωθ])(?:\s*(?P<sign>[+-])\s*(?P<more>\d+))?"
)


def _sums(story: Story) -> Problem | None:
    told, text = story.get("told"), " ".join(hit.text for hit in story.every()).lower()
    figures = [name for name in _TOTALS if name in text]
    asked = [name.removeprefix("asked ") for name in story.names() if name.startswith("asked")]
    if told is None or len(figures) != 1 or len(asked) != 1:
        return None
    name = {"sided shape": "quadrilateral", "kite": "quadrilateral"}.get(figures[0], figures[0])
    count, total = _TOTALS[name]
    items = _items(told["known"])
    said = told.get("count")
    if said is not None and int(said) != len(items):
        return None
    if any(_ITEM.fullmatch(item) for item in items):
        return _with_letters(story, asked[0], name, items)
    named = asked[0] == "letter" and count is not None  # the one that is not told
    if (asked[0] != "missing" and not named) or (count is not None and len(items) != count - 1):
        return None
    plan = Planner({f"a_{k}": number(item) for k, item in enumerate(items, start=1)})
    known = " + ".join(plan.given)
    plan.setup("Choose the formula", f"{_PLACES[name]} add up to {total} degrees")
    if len(items) > 1:
        plan.find("s", "Add the angles that are known", known)
    plan.find("t", f"Subtract from {total}", f"{total} - {'s' if len(items) > 1 else 'a_1'}")
    plan.check(f"answer + {known} = {total}")
    return degrees_problem(
        plan, f"Find the missing angle, the angles {_AT[name]} are {_listed(items)} degrees."
    )


_PLACES: Final = {
    "triangle": "The angles of a triangle", "quadrilateral": "The angles of a quadrilateral",
    "straight line": "The angles on a straight line", "point": "The angles around a point",
}  # fmt: skip
_AT: Final = {
    "triangle": "of a triangle", "quadrilateral": "of a quadrilateral",
    "straight line": "on a straight line", "point": "around a point",
}  # fmt: skip


def _items(text: str) -> list[str]:
    bare = re.sub(r"°|\b(?:degrees?|deg)\b", "", text)
    return [
        item.strip() for item in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", bare) if item.strip()
    ]


def _listed(items: list[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def _with_letters(story: Story, asked: str, name: str, items: list[str]) -> Problem | None:
    """``x, 2x and 3x``: one equation for the letter."""
    count, total = _TOTALS[name]
    matches = [_ITEM.fullmatch(item) for item in items]
    letters = {match["letter"] for match in matches if match is not None}
    if len(letters) != 1 or (count is not None and len(items) != count):
        return None
    (letter,) = letters
    if asked == "letter" and story.text("letter") != letter:
        return None
    terms = [
        item
        if match is None
        else f"({match['times'] or 1}*{letter} {match['sign'] or '+'} {match['more'] or 0})"
        for item, match in zip(items, matches, strict=True)
    ]
    plan = Planner({})
    plan.unknown(letter, "what is asked for")
    plan.setup("Choose the formula", f"{_PLACES[name]} add up to {total} degrees")
    plan.equation(f"{' + '.join(_shown(one) for one in terms)} = {total}")
    if asked != "letter":
        return None
    plan.find("t", f"Take {letter}", letter)
    read_as = f"Find {letter}, the angles {_AT[name]} are {_listed(items)} degrees."
    return plan.problem(Kind.GEOMETRY, read_as, unit="deg", unit_named=True)


def _shown(term: str) -> str:
    return term.replace("(1*", "(").replace(" + 0)", ")")


# ------------------------------------------------------------------ isosceles triangles

_ISOSCELES: Final = """
DEG = {deg:deg} [degrees|degree|deg]?
ARE = [of|is|are|has|measures|measuring]
isosceles:
    [in|of]? isosceles triangle [has|with]?
apex:
    [its]? [top|apex|vertex|vertical] angle [of isosceles triangle]? ARE {a}DEG [between equal
        sides|between 2 equal sides]?
    angle between [its]? [2]? equal sides ARE {a}DEG
base:
    [each of|1 of|each|1|both]? [its]? base [angles|angle] [of isosceles triangle]? ARE [both]?
        {a}DEG
asked base:
    FIND [size|measure]? [of]? [each|1|either]? [of]? [its]? [base|equal|other 2]
        [angle|angles] [of isosceles triangle]?
asked apex:
    FIND [size|measure]? [of]? [its]? [top|apex|vertex|vertical|third|other|angle between equal
        sides] [angle]? [of isosceles triangle]?
"""


def _isosceles(story: Story) -> Problem | None:
    what, a = story.names() - {"isosceles"}, story.text("a")
    if a is None or not any("isosceles" in hit.text.lower() for hit in story.every()):
        return None
    if what == {"apex", "asked base"}:
        plan = Planner({"a": number(a)})
        plan.setup(
            "Choose the formula",
            "The angles of a triangle add up to 180 degrees, and the two base angles are equal",
        )
        plan.find("s", "Subtract the top angle from 180", "180 - a").find("t", "Halve it", "s/2")
        plan.check("answer + answer + a = 180")
        read_as = f"Find the base angle of the isosceles triangle, the top angle is {a} degrees."
    elif what == {"base", "asked apex"}:
        plan = Planner({"a": number(a)})
        plan.setup(
            "Choose the formula",
            "The angles of a triangle add up to 180 degrees, and the two base angles are equal",
        )
        plan.find("s", "Double the base angle", "2*a").find("t", "Subtract from 180", "180 - s")
        plan.check("answer + a + a = 180")
        read_as = f"Find the top angle of the isosceles triangle, the base angle is {a} degrees."
    else:
        return None
    return degrees_problem(plan, read_as)


READERS: Final = (
    Family(ANGLE_WORDS, grammar(_SUM_GRAMMAR), _sums),
    Family(ANGLE_WORDS, grammar(_ISOSCELES), _isosceles),
)
