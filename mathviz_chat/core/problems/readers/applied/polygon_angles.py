"""Angles of polygons, and their numbers of sides."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.angles import ANGLE_WORDS, degrees_problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.wording import number

POLYGONS: Final = {
    "triangle": 3, "quadrilateral": 4, "pentagon": 5, "hexagon": 6, "heptagon": 7, "octagon": 8,
    "nonagon": 9, "decagon": 10, "dodecagon": 12,
}  # fmt: skip

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
        return degrees_problem(plan, _polygon(plan, kind, sides))
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


READERS: Final = (Family(ANGLE_WORDS, grammar(_POLYGON), _polygons),)
