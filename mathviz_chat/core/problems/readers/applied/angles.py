"""Angles: what is missing to a known sum, pairs of angles, in polygons and circles, in radians."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.literals import number as literal
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.wording import number

POLYGONS: Final = {
    "triangle": 3, "quadrilateral": 4, "pentagon": 5, "hexagon": 6, "heptagon": 7, "octagon": 8,
    "nonagon": 9, "decagon": 10, "dodecagon": 12,
}  # fmt: skip
_KEYS: Final = re.compile(r"\bangles?\b|\bsupplement|\bcomplement|\bradian|\bpolygon", re.I)


def _degrees(plan: Planner, read_as: str) -> Problem | None:
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
    FIND [value|size]? [of]? {letter:letter} [in degrees]?
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
    if asked[0] != "missing" or (count is not None and len(items) != count - 1):
        return None
    plan = Planner({f"a_{k}": number(item) for k, item in enumerate(items, start=1)})
    known = " + ".join(plan.given)
    plan.setup("Choose the formula", f"{_PLACES[name]} add up to {total} degrees")
    if len(items) > 1:
        plan.find("s", "Add the angles that are known", known)
    plan.find("t", f"Subtract from {total}", f"{total} - {'s' if len(items) > 1 else 'a_1'}")
    plan.check(f"answer + {known} = {total}")
    return _degrees(
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
    return _degrees(plan, read_as)


# ------------------------------------------------------------------ pairs of angles

_PAIRS: Final = """
DEG = {deg:deg} [degrees|degree|deg]?
SIZE = [size of|measure of|value of]?
ARE = [is|measures|of|has size|has measure|are|equals]
KIND = [co-interior|cointerior|allied|same-side interior|consecutive interior]
SAME = [corresponding|alternate|alternate interior|alternate exterior|vertically opposite|vertical]
supplement:
    FIND [supplement|supplementary angle] [of|to] [angle of]? {a}DEG
    [FIND|what] angle [is]? supplementary to [angle of]? {a}DEG
complement:
    FIND [complement|complementary angle] [of|to] [angle of]? {a}DEG
    [FIND|what] angle [is]? complementary to [angle of]? {a}DEG
pair supplement:
    [2]? angles are supplementary
    [2]? supplementary angles
pair complement:
    [2]? angles are complementary
    [2]? complementary angles
parallels:
    [in|at]? [2]? parallel lines [are]? [cut|crossed|intersected|met] by [transversal|line|third
        line]
pair supplement parallels:
    [1|1 of|one of|pair of]? [2]? KIND [angles|angle]
    [1|1 of]? [2]? co-interior (same-side interior) [angles|angle]
pair same:
    [1|1 of|pair of]? [2]? SAME [angles|angle]
pair cyclic:
    [1|1 of]? [angle|angles]? [of|in]? cyclic quadrilateral [has angle]?
told:
    [1|1 of them|1 angle|1 of angles|it]? ARE {a}DEG
asked other:
    FIND SIZE [other|second|opposite|its opposite|angle opposite it|angle opposite|its partner]
        [angle|1|one|it]?
centre:
    [central angle|centre angle|center angle|angle at centre|angle at center] [of circle]? [on|over|
        of|subtended by|standing on]? [arc|chord|same arc]? ARE {a}DEG
    [arc|chord] [of circle]? subtends [angle of]? {a}DEG at [centre|center] [of circle]?
inscribed:
    [inscribed angle|angle at circumference] [of circle]? [on|over|of|subtended by|standing
        on]? [arc|chord|same arc]? ARE {a}DEG
    [arc|chord] [of circle]? subtends [angle of]? {a}DEG at circumference [of circle]?
asked inscribed:
    FIND SIZE [inscribed angle|angle at circumference|angle it subtends at circumference|angle
        subtended at circumference] [on|over|of|subtended by|standing on]? [same arc|same chord|it|
        arc]?
asked centre:
    FIND SIZE [central angle|centre angle|angle at centre|angle at center|angle it subtends at
        centre|angle subtended at centre] [on|over|of|subtended by|standing on]? [same arc|same
        chord|it|arc]?
"""


def _pairs(story: Story) -> Problem | None:
    what, a = set(story.names()) - {"parallels"}, story.text("a")
    if a is None:
        return None
    if what in ({"centre", "asked inscribed"}, {"inscribed", "asked centre"}):
        return _in_circle(a, "centre" in what)
    kinds = [name for name in what if name not in ("told", "asked other")]
    if len(kinds) != 1 or (len(what) > 1 and what != {kinds[0], "told", "asked other"}):
        return None
    kind = kinds[0].removeprefix("pair ")
    if kind.startswith(("supplement", "complement", "cyclic")):
        return _to_a_whole(a, kind)
    plan = Planner({"a": number(a)})
    plan.setup("Choose the rule", "Such angles are equal").find("t", "Take the angle", "a + 0")
    plan.check("answer - a = 0")
    return _degrees(plan, _READ_AS[kind].format(a))


_READ_AS: Final = {
    "supplement": "Find the supplement of {} degrees.",
    "complement": "Find the complement of {} degrees.",
    "supplement parallels": "Find the other angle, one of two co-interior angles is {} degrees.",
    "same": "Find the other angle, one of two corresponding angles is {} degrees.",
    "cyclic": "Find the opposite angle, one angle of a cyclic quadrilateral is {} degrees.",
}


def _to_a_whole(a: str, kind: str) -> Problem | None:
    whole = 90 if kind == "complement" else 180
    said = {
        "supplement": "An angle and its supplement add up to 180 degrees",
        "complement": "An angle and its complement add up to 90 degrees",
        "supplement parallels": "Angles on the same side between parallel lines add up to 180",
        "cyclic": "Opposite angles of a cyclic quadrilateral add up to 180 degrees",
    }[kind]
    plan = Planner({"a": number(a), "s": literal(Fraction(whole))})
    plan.setup("Choose the formula", said)
    plan.find("t", f"Subtract the angle from {whole}", "s - a").check("answer + a = s")
    return _degrees(plan, _READ_AS[kind].format(a))


def _in_circle(a: str, from_centre: bool) -> Problem | None:
    plan = Planner({"a": number(a)})
    plan.setup(
        "Choose the formula", "The angle at the centre is twice the angle at the circumference"
    )
    if from_centre:
        plan.find("t", "Halve the angle at the centre", "a/2").check("2*answer = a")
        read_as = f"Find the angle at the circumference, the central angle is {a} degrees."
    else:
        plan.find("t", "Double the angle at the circumference", "2*a").check("answer/2 = a")
        read_as = f"Find the angle at the centre, the inscribed angle is {a} degrees."
    return _degrees(plan, read_as)


# ------------------------------------------------------------------ polygons

_POLYGON: Final = """
DEG = {deg:deg} [degrees|degree|deg]?
FIGURE = [polygon with {n:int} sides|{n:int} sided polygon|{n:int}-sided polygon|{n:int}-gon|
    {word:polygon}]
REGULAR = [regular FIGURE|FIGURE that is regular]
ANGLES = [interior angles|angles|inside angles|internal angles|measures of interior angles|measures
    of angles|interior angle measures]
EACH = [size|measure]? [of]? [each|1|every]?
ARE = [is|are|measures|measure|of|equal to|equals|with|measuring]
interior sum:
    FIND [sum of|total of|sum of all|sum of measures of]? [interior angle sum|angle sum|ANGLES]
        [of|in|inside|for] [regular|convex]? FIGURE
    [what|how much|how many degrees] do ANGLES [of|in|inside] [regular|convex]? FIGURE [add up to|
        sum to|total|add to|come to|have]
interior:
    FIND EACH [interior|internal|inside]? [angle|angles] [of|in|inside] REGULAR
exterior:
    FIND EACH [exterior|external|outside] [angle|angles] [of|in] REGULAR
sides exterior:
    EACH [exterior|external|outside] [angle|angles] [of|in] [regular]? polygon ARE {a}DEG
    regular polygon [has|with|whose] EACH [exterior|external|outside] [angle|angles] ARE {a}DEG
sides interior:
    EACH [interior|internal|inside]? [angle|angles] [of|in] regular polygon ARE {a}DEG
    regular polygon [has|with|whose] EACH [interior|internal|inside] [angle|angles] ARE {a}DEG
sides sum:
    [sum of]? ANGLES [of|in] polygon [is|add up to|sum to|total|add to] {a}DEG
    polygon [has|with|whose] [interior]? angle sum [of|is]? {a}DEG
asked sides:
    how many sides [does|has|are in|in]? [it|polygon]? [have|has]?
    FIND number of [its]? sides [of|in]? [polygon|it]?
"""


def _polygons(story: Story) -> Problem | None:
    n, name, a = story.text("n"), story.text("word"), story.text("a")
    sides = n or (str(POLYGONS[name.lower()]) if name else None)
    kind = next((one for one in story.names() if one != "asked sides"), "")
    if len(story.names()) == 1 and sides and int(sides) >= 3:
        plan = Planner({"n": number(sides)})
        return _degrees(plan, _polygon(plan, kind, sides))
    if len(story.names()) != 2 or "asked sides" not in story.names() or a is None:
        return None
    return _sides(kind, a)


def _polygon(plan: Planner, kind: str, sides: str) -> str:
    if kind == "exterior":
        plan.setup("Choose the formula", "The exterior angles of a polygon add up to 360 degrees")
        plan.find("t", "Divide by the number of sides", "360/n").check(
            "(180 - answer)*n = 180*(n - 2)"
        )
        return f"Find each exterior angle of the regular polygon with {sides} sides."
    plan.setup(
        "Choose the formula", "sum of the interior angles = (number of sides - 2) * 180 degrees"
    )
    plan.find("k", "Subtract 2 from the number of sides", "n - 2").find(
        "s", "Multiply by 180", "k*180"
    )
    if kind == "interior sum":
        plan.check("180*n - answer = 360")
        return f"Find the sum of the interior angles of the polygon with {sides} sides."
    plan.find("t", "Divide by the number of sides", "s/n").check("180 - answer = 360/n")
    return f"Find each interior angle of the regular polygon with {sides} sides."


def _sides(kind: str, a: str) -> Problem | None:
    """How many sides a polygon has; None where that is no whole number from 3 on."""
    plan = Planner({"a": number(a)})
    outside = "The exterior angles of a polygon add up to 360 degrees"
    if kind == "sides exterior":
        plan.setup("Choose the formula", outside).find("n", "Divide 360 by the angle", "360/a")
        plan.check("(180 - a)*answer = 180*(answer - 2)")
        told = f"each exterior angle of the regular polygon is {a} degrees"
    elif kind == "sides interior":
        plan.setup("Choose the formula", outside)
        plan.find("e", "Subtract from 180 for the exterior angle", "180 - a")
        plan.find("n", "Divide 360 by the exterior angle", "360/e")
        plan.check("a*answer = 180*(answer - 2)")
        told = f"each interior angle of the regular polygon is {a} degrees"
    else:
        plan.setup(
            "Choose the formula", "sum of the interior angles = (number of sides - 2) * 180 degrees"
        )
        plan.find("k", "Divide by 180", "a/180").find("n", "Add 2", "k + 2")
        plan.check("180*answer - a = 360")
        told = f"the sum of the angles of a polygon is {a} degrees"
    count = recount.value(plan.value())
    if count < 3 or not isinstance(count, Fraction) or count.denominator != 1:
        return None
    return plan.problem(Kind.GEOMETRY, f"Find the number of sides, {told}.")


# ------------------------------------------------------------------ radians

_RADIANS: Final = """
DEG = {deg:deg} [degrees|degree|deg]?
PI = [in terms of pi|in terms of π|as multiple of pi|as multiple of π]?
to radians:
    [convert|change|express|write|turn|give] {a}DEG [to|into|in|as] radians PI
    FIND {a}DEG in radians PI
    how many radians [is|are|are in|are there in] {a}DEG
    convert {a}DEG from degrees to radians PI
to degrees:
    [convert|change|express|write|turn|give] {radians:radians} [radians|rad|radian]? [to|into|in|as]
        degrees
    FIND {radians:radians} [radians|rad|radian]? in degrees
    how many degrees [is|are|are in|are there in] {radians:radians} [radians|rad|radian]
pi:
    [give|leave|write|express] [your|answer|it]* PI
"""


def _radians(story: Story) -> Problem | None:
    a, radians = story.text("a"), story.text("radians")
    if story.names() - {"pi"} == {"to radians"} and a is not None:
        plan = Planner({"a": number(a)})
        plan.setup("Choose the formula", "180 degrees are pi radians")
        plan.find("r", "Multiply by pi/180", "a*pi/180").check("180*answer/pi = a")
        read_as = f"Convert {a} degrees to radians."
        return plan.problem(Kind.GEOMETRY, read_as, decimals=False)
    if story.names() != {"to degrees"} or radians is None:
        return None
    text = radians.replace("π", "pi").replace(" ", "")
    plan = Planner({"r": Planner({}).formula(re.sub(r"(?<=\d)pi", "*pi", text))})
    plan.setup("Choose the formula", "pi radians are 180 degrees")
    plan.find("t", "Multiply by 180/pi", "r*180/pi").check("answer*pi/180 = r")
    return _degrees(plan, f"Convert {text} radians to degrees.")


READERS: Final = (
    Family(_KEYS, grammar(_SUM_GRAMMAR), _sums),
    Family(_KEYS, grammar(_ISOSCELES), _isosceles),
    Family(_KEYS, grammar(_PAIRS), _pairs),
    Family(_KEYS, grammar(_POLYGON), _polygons),
    Family(_KEYS, grammar(_RADIANS), _radians),
)
