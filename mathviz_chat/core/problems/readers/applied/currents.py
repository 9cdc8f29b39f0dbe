"""A boat with and against a current: the speeds are added and subtracted."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.applied.motion import parts, speed_units
from mathviz_chat.core.problems.wording import number

_KEYS: Final = re.compile(r"\b(?:upstream|downstream|current|still\s+water|stream|wind)\b", re.I)
_CURRENT: Final = """
WHO = [boat|ship|canoe|swimmer|rower|man|kayak|steamer|motorboat|she|he|it|motor boat|plane|
    person|its|his]
GOES = travels|rows|goes|swims|covers|can travel|can row|travelled|traveled|covered|rowed|swam|went|
    sails|sailed|flies|flew
WITH = downstream|with current|with stream|with wind
AGAINST = upstream|against current|against stream|against wind
still:
    [WHO]? [has]? [speed of boat|speed of WHO|its speed|speed|rows|row|can row|swims|can swim|
        travels|goes|moves|that travels|whose speed|rowing speed|with speed]* [is|of|at|has
        speed of]* [in still water]? [is|of|at]* {b:unit} [in still water]?
    speed of WHO in still water is {b:unit}
    in still water [WHO] [speed is|rows at|travels at|moves at] {b:unit}
current:
    [speed of]? [current|stream|river|river current|water current|water] [of river|of stream]?
        [speed]? [is|of|flows at|has speed of|runs at|flows with speed of|moves at]* {c:unit}
    [against|with|in] [current|stream|river] of {c:unit}
    river [with|has] [current|stream|speed] of {c:unit}
asked up:
    [FIND|how fast is] [its|his|her|WHO]? speed [of WHO]? [upstream|against current|against
        stream]
    how fast [does|can|will|is] WHO [go|travel|row|move|swim|moving]? [upstream|against current]
asked down:
    [FIND|how fast is] [its|his|her|WHO]? speed [of WHO]? [downstream|with current|with stream]
    how fast [does|can|will|is] WHO [go|travel|row|move|swim|moving]? [downstream|with current]
asked time up:
    how [long|many hours|much time] [will|does|would] [it take|WHO take|it take WHO] [to]?
        [travel|go|row|swim|cover]? {D:unit} [upstream|against current|against stream]
asked time down:
    how [long|many hours|much time] [will|does|would] [it take|WHO take|it take WHO] [to]?
        [travel|go|row|swim|cover]? {D:unit} [downstream|with current|with stream]
up trip:
    [WHO]? [GOES]? {D:unit} [AGAINST] in {t:unit}
    [WHO]? [GOES]? [same distance|back|same way back] [AGAINST] in {t:unit}
    it takes [WHO]? {t:unit} to [travel|go|row|swim|cover] {D:unit} [AGAINST]
    [WHO]? [takes|needs] {t:unit} to [travel|go|row|swim|cover] {D:unit} [AGAINST]
    [same trip|same distance|same journey|trip back|return trip] [AGAINST] takes {t:unit}
down trip:
    [WHO]? [GOES]? {E:unit} [WITH] in {u:unit}
    [WHO]? [GOES]? [same distance|back|same way back] [WITH] in {u:unit}
    [WHO]? [takes|needs] {u:unit} to [travel|go|row|swim|cover] {E:unit} [WITH]
    [same trip|same distance|same journey|trip back] [WITH] takes {u:unit}
asked still:
    FIND speed [of WHO]? in still water
    FIND WHO speed in still water
    FIND speed of [boat|ship|swimmer|rower|canoe]
asked current:
    FIND speed of [current|stream|river|water|wind]
    how fast is [current|stream|river|water|wind] [flowing]?
    FIND [current|stream|wind] speed
"""


def _current(story: Story) -> Problem | None:
    asked = [name.removeprefix("asked ") for name in story.names() if name.startswith("asked")]
    if len(asked) != 1:
        return None
    if asked[0] in ("still", "current"):
        return _two_trips(story, asked[0])
    if story.names() - {f"asked {asked[0]}"} != {"still", "current"}:
        return None
    speed = speed_units(story, "b", "c")
    b, c = story.text("b"), story.text("c")
    if speed is None or b is None or c is None:
        return None
    sign, way = ("-", "upstream") if asked[0].endswith("up") else ("+", "downstream")
    plan = Planner({"b": number(b), "c": number(c)})
    plan.setup(
        "Choose the formula", f"speed {way} = speed in still water {sign} speed of the current"
    )
    plan.find("v", f"Find the speed {way}", f"b {sign} c")
    unit_of = speed.symbol
    told = (
        f"the speed in still water is {b} {unit_of} and the speed of the current is {c} {unit_of}"
    )
    if not asked[0].startswith("time"):
        plan.check("answer + c = b" if sign == "-" else "answer - b = c")
        problem = plan.problem(Kind.MOTION, f"Find the speed {way}, {told}.", unit=speed.symbol)
    else:
        distance, unit = story.text("D"), units.find(story.text("D_u") or "")
        if distance is None or unit != parts(speed)[0]:
            return None
        plan.given = {**plan.given, "d": number(distance)}
        plan.find("t", "Divide the distance by it", "d/v").check(f"answer*b {sign} answer*c = d")
        read_as = f"How long does it take to travel {distance} {unit.symbol} {way}, {told}."
        problem = plan.problem(Kind.MOTION, read_as, unit=parts(speed)[1].symbol)
    assert problem.expression is not None
    return problem if recount.value(problem.expression) > 0 else None


def _two_trips(story: Story, asked: str) -> Problem | None:
    """A trip upstream and one downstream: half the sum and half the difference of the speeds."""
    up, down = story.get("up trip"), story.get("down trip")
    if up is None or down is None or story.names() != {"up trip", "down trip", f"asked {asked}"}:
        return None
    far, far_unit = up.get("D") or down.get("E"), up.get("D_u") or down.get("E_u")
    if far is None or far_unit is None or (up.get("D") is None and down.get("E") is None):
        return None
    length = units.find(far_unit)
    back = down.get("E") or far
    times = {units.find(up["t_u"]), units.find(down["u_u"])}
    if (down.get("E_u") and units.find(down["E_u"]) != length) or len(times) != 1 or length is None:
        return None
    (time,) = times
    if time is None or time.dimension != "time" or length.dimension != "length":
        return None
    plan = Planner(
        {"d": number(far), "f": number(back), "t": number(up["t"]), "u": number(down["u"])}
    )
    plan.setup(
        "Choose the formula", "speed upstream = boat - current, speed downstream = boat + current"
    )
    plan.find("v", "Find the speed upstream", "d/t").find("w", "Find the speed downstream", "f/u")
    if asked == "still":
        plan.find("s", "Add the two speeds", "v + w").find("b", "Halve the sum", "s/2")
        plan.check("2*answer - d/t = f/u")
    else:
        plan.find("s", "Subtract the speeds", "w - v").find("c", "Halve the difference", "s/2")
        plan.check("d/t + 2*answer = f/u")
    if recount.value(plan.value()) <= 0:
        return None
    unit = units.quotient(length, time)
    what = "in still water" if asked == "still" else "of the current"
    read_as = (
        f"Find the speed {what}, {far} {length.symbol} upstream in {up['t']} {time.symbol} and "
        f"{back} {length.symbol} downstream in {down['u']} {time.symbol}."
    )
    return plan.problem(Kind.MOTION, read_as, unit=unit.symbol)


READERS: Final = (Family(_KEYS, grammar(_CURRENT), _current),)
