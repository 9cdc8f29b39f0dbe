"""Angles in degrees and in radians."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.angles import ANGLE_WORDS, degrees_problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.wording import number

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
    return degrees_problem(plan, f"Convert {text} radians to degrees.")


READERS: Final = (Family(ANGLE_WORDS, grammar(_RADIANS), _radians),)
