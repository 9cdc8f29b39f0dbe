"""Two motions: meeting, moving apart, catching up, with and against a current, average speed."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Formal, Story
from mathviz_chat.core.problems.wording import Hit, number

_KEYS: Final = re.compile(
    r"\b(?:meet|apart|opposite|catch|catches|overtake|upstream|downstream|current|"
    r"still\s+water|average\s+speed|stream)\b",
    re.I,
)
_GRAMMAR: Final = """
THINGS = [trains|cars|cyclists|buses|runners|people|friends|bikes|boats|ships|planes|trucks|
    walkers|vehicles|motorists|bicyclists|hikers|joggers|drivers|persons]
FROM = [from]? [2 cities|2 towns|2 stations|2 points|2 places|opposite ends|places|points|cities|
    towns|stations|2 villages|cities that are|towns that are|2 cities that are|2 towns that are]?
GO = [travel|drive|move|head|go|ride|run|walk|fly|start moving|are driving|are traveling|are
    travelling|are moving|race|cycle|start driving|start traveling|start walking|start|leave|are
    approaching|set off|set out|depart]
SAME = [at same time|simultaneously|at noon]
ONE = [1|1 train|1 car|1 of them|first|first train|first car|1 cyclist|faster 1|1 runner|1 bus|1
    person|faster car|faster train|1 boat|1 plane|train a|car a|slower 1|slower car|slower train]
OTHER = [other|other train|other car|other 1|second|second train|second car|other cyclist|slower
    1|other runner|other bus|other person|slower car|slower train|other boat|other plane|train b|
    car b|another|faster 1|faster car|faster train]
MOVES = [travels|drives|moves|goes|rides|runs|walks|is driving|is traveling|is travelling|is
    moving|travelling|traveling|flies|going|moving|cycles|is going|driving|walking]
things:
    2 THINGS [GO|are]? SAME? FROM?
    2 THINGS GO [toward|towards] each other SAME?
    2 THINGS GO FROM SAME?
together:
    [they|which|both]? [GO]? [toward|towards] [each other|1 another] SAME?
    [and|they]? are [traveling|travelling|driving|moving|heading|going|walking|running] [toward|
        towards] each other
against:
    [GO|they go|they travel|GO from]? SAME? [from|leave]? [same place|same point|same town|same
        city|same station|same location|same spot]? [SAME]? [and]? [GO|they go|they travel|
        traveling|travelling|going|driving]? in opposite directions [from same place|from same
        point]?
    [leave|from|start from] [same place|same point|same town|same city|same station|same spot]
        [SAME]?
distance:
    FROM {D:unit} [apart|away from each other|from each other] [SAME]?
    [they are|that are|are|start|initially|which are|starting]? {D:unit} [apart|away from each
        other] [initially]?
    distance between [them|2 cities|2 towns|cities|towns|2 stations|stations|places] is {D:unit}
speeds:
    [at|with]? [speeds of|speed of|their speeds are|constant speeds of|at speeds|average speeds
        of]? {a:unit} and {b:unit} [respectively]?
    [at|with]? [speeds of|speed of|their speeds are|constant speeds of|at speeds|average speeds
        of]? {a} and {b:unit} [respectively]?
    ONE MOVES at [speed of|constant speed of|average speed of|rate of]? {a:unit} [and|while]?
        OTHER [MOVES]? at [speed of|constant speed of|average speed of|rate of]? {b:unit}
    ONE at {a:unit} [and|while]? OTHER at {b:unit}
asked meet:
    [when|after how long|after how many hours|in how many hours|in how many minutes|how long|how
        many hours|how many minutes|how much time] [will|do|does|would|until|before|till|pass
        before|pass until|later will]? [it take]? [for]? [they|them]? [to]? [meet|meet each
        other|pass each other]
    [how long|how many hours|how much time] [will|does|would] it take [until|before|for|till]
        [they|them|2 THINGS] [to]? meet
    [how long|how many hours|how much time|when] [until|before] they meet
time:
    after {t:unit}
    [in|for] {t:unit}
asked apart:
    how far apart [will|are|would] [they|2 THINGS] [be]?
    how far [from each other]? will they be [from each other|apart]?
asked when apart:
    [when|after how long|after how many hours|in how many hours|how long] [will|until|does|
        would]? [it take|it be]? [before|until|for]? [they|them|2 THINGS] [are|to be|be]
        {D:unit} apart
"""


def _speed_units(story: Story, *slots: str) -> units.Unit | None:
    """The one unit of all speeds; None where they differ or it is no speed."""
    found = {units.find(text) for slot in slots if (text := story.text(f"{slot}_u"))}
    only = next(iter(found), None)
    return (
        only if len(found) == 1 and only is not None and only.dimension == "length/time" else None
    )


def parts(speed: units.Unit) -> tuple[units.Unit, units.Unit]:
    """The units of length and time of a speed: miles and hours of mph."""
    above, _, below = {"mph": "mi/h"}.get(speed.symbol, speed.symbol).partition("/")
    return units.UNITS[above], units.UNITS[below]


def _both(story: Story) -> Problem | None:
    asked = [name for name in story.names() if name.startswith("asked")]
    speed = _speed_units(story, "a", "b")
    if speed is None or len(asked) != 1 or not story.get("speeds"):
        return None
    length, time = parts(speed)
    names = story.names()
    towards = "together" in names or re.search(
        r"toward", " ".join(h.text for h in story.every()), re.I
    )
    a, b = story.text("a") or "", story.text("b") or ""
    shown = speed.symbol
    if asked[0] == "asked meet" and towards and "against" not in names and "time" not in names:
        distance, unit = story.text("D"), units.find(story.text("D_u") or "")
        if distance is None or unit != length:
            return None
        return meeting(
            distance,
            a,
            b,
            speed,
            f"Find the time until two meet that start {distance} {length.symbol} apart, "
            f"at {a} {shown} and {b} {shown}.",
        )
    if towards or "against" not in names:
        return None
    if asked[0] == "asked when apart" and "time" not in names:
        distance, unit = story.text("D"), units.find(story.text("D_u") or "")
        if distance is None or unit != length:
            return None
        return meeting(
            distance,
            a,
            b,
            speed,
            f"Find the time until two that move apart are {distance} {length.symbol} apart, "
            f"at {a} {shown} and {b} {shown}.",
        )
    if asked[0] == "asked apart":
        hours, unit = story.text("t"), units.find(story.text("t_u") or "")
        if hours is None or unit != time or "distance" in names:
            return None
        plan = Planner({"a": number(a), "b": number(b), "t": number(hours)})
        plan.setup("Choose the formula", "distance apart = sum of the speeds * time")
        plan.find("s", "Add the speeds", "a + b").find("d", "Multiply by the time", "s*t")
        plan.check("answer - a*t = b*t")
        read_as = (
            f"Find how far apart two are after {hours} {time.symbol} that move apart "
            f"at {a} {shown} and {b} {shown}."
        )
        return plan.problem(Kind.MOTION, read_as, unit=length.symbol)
    return None


def meeting(distance: str, a: str, b: str, speed: units.Unit, read_as: str) -> Problem:
    """The time in which two speeds together cover a distance."""
    plan = Planner({"d": number(distance), "a": number(a), "b": number(b)})
    plan.setup("Choose the formula", "time = distance / sum of the speeds")
    plan.find("s", "Add the speeds", "a + b").find("t", "Divide the distance by it", "d/s")
    plan.check("a*answer + b*answer = d")
    return plan.problem(Kind.MOTION, read_as, unit=parts(speed)[1].symbol)


_BOTH_FORMAL: Final = re.compile(
    r"Find the time until two (?P<how>meet that start|that move apart are) "
    r"(?P<d>[\d./]+) (?P<u>\S+) apart, at (?P<a>[\d./]+) (?P<s>\S+) and (?P<b>[\d./]+) (?P=s)"
    r"|Find how far apart two are after (?P<t>[\d./]+) (?P<v>\S+) that move apart "
    r"at (?P<x>[\d./]+) (?P<w>\S+) and (?P<y>[\d./]+) (?P=w)"
)


def _formal(match: re.Match[str]) -> Problem | None:
    how = (
        "move apart in opposite directions" if match["t"] or match["how"].startswith("that") else ""
    )
    slots = {k: v for k, v in match.groupdict().items() if v}
    if match["t"]:
        hits = [
            ("against", {}),
            ("asked apart", {}),
            ("time", {"t": slots["t"], "t_u": slots["v"]}),
        ]
        speeds = {"a": slots["x"], "a_u": slots["w"], "b": slots["y"], "b_u": slots["w"]}
    else:
        told = {"D": slots["d"], "D_u": slots["u"]}
        hits = (
            [("against", {}), ("asked when apart", told)]
            if how
            else [("together", {}), ("asked meet", {}), ("distance", told)]
        )
        speeds = {"a": slots["a"], "a_u": slots["s"], "b": slots["b"], "b_u": slots["s"]}
    return _both(Story(tuple((name, Hit("", own)) for name, own in [*hits, ("speeds", speeds)])))


_CURRENT: Final = """
WHO = [boat|ship|canoe|swimmer|rower|man|kayak|steamer|motorboat|she|he|it|motor boat|plane|
    person|its|his]
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
    [WHO]? [travels|rows|goes|swims|takes {t:unit} to travel|covers|can travel|can row|travelled|
        traveled]? {D:unit} [upstream|against current] in {t:unit}
    it takes WHO? {t:unit} to [travel|go|row|swim] {D:unit} [upstream|against current]
down trip:
    [WHO]? [travels|rows|goes|swims|covers|can travel|can row|travelled|traveled]? {E:unit}
        [downstream|with current] in {u:unit}
    [WHO]? [travels|rows|goes|swims|covers|can travel|can row|travelled|traveled]? [same
        distance|back] [downstream|with current] in {u:unit}
asked still:
    FIND speed [of WHO]? in still water
    FIND WHO speed in still water
    FIND speed of [boat|ship|swimmer|rower|canoe]
asked current:
    FIND speed of [current|stream|river|water]
"""


def _current(story: Story) -> Problem | None:
    asked = [name.removeprefix("asked ") for name in story.names() if name.startswith("asked")]
    if len(asked) != 1:
        return None
    if asked[0] in ("still", "current"):
        return _two_trips(story, asked[0])
    if story.names() - {f"asked {asked[0]}"} != {"still", "current"}:
        return None
    speed = _speed_units(story, "b", "c")
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
    far, length = up["D"], units.find(up["D_u"])
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


_AVERAGE: Final = """
WHO = [car|train|bus|cyclist|driver|man|runner|he|she|it|they|i|truck|{thing1:word}]
GO = [travels|drives|goes|covers|rides|runs|walks|cycles|travelled|traveled|drove|went|covered|
    rode|ran|walked|cycled|drive|travel]
first:
    [WHO]? GO [first]? {D:unit} [in|takes] {t:unit}
    [WHO]? GO [first]? {D:unit} at [speed of]? {a:unit}
    [WHO]? GO for {t:unit} at [speed of]? {a:unit}
    [WHO]? GO at [speed of]? {a:unit} for {t:unit}
second:
    [then|and then|another|next|and|and another|then another|then drives|and then drives]?
        [WHO]? [GO]? [next|another|further|remaining|other]? {E:unit} in {u:unit}
    [then|and then|another|next|and|and another|then another]? [WHO]? [GO]? [next|another|
        further|other]? {E:unit} at [speed of]? {b:unit}
    [then|and then|and|next]? [WHO]? [GO]? [another]? [for]? {u:unit} at [speed of]? {b:unit}
    [then|and then|and|next]? [WHO]? [GO]? at [speed of]? {b:unit} for [another]? {u:unit}
asked:
    FIND [its|his|her|their|car|train]? average speed [for|of]? [whole|entire|total]? [trip|
        journey|train|car|drive]?
"""


def _average(story: Story) -> Problem | None:
    first, second = story.get("first"), story.get("second")
    if first is None or second is None or story.names() != {"first", "second", "asked"}:
        return None
    order = [name for name, _ in story.clauses if name != "asked"]
    if order != ["first", "second"]:
        return None
    slots = {**first.slots, **second.slots}
    speeds = {units.find(slots[f"{n}_u"]) for n in "ab" if n in slots}
    lengths = {units.find(slots[f"{n}_u"]) for n in "DE" if n in slots}
    times = {units.find(slots[f"{n}_u"]) for n in "tu" if n in slots}
    if None in speeds | lengths | times or any(len(one) > 1 for one in (speeds, lengths, times)):
        return None
    for speed in speeds:
        assert speed is not None
        if speed.dimension != "length/time":
            return None
        lengths.add(parts(speed)[0])
        times.add(parts(speed)[1])
    if len(lengths) != 1 or len(times) != 1:
        return None
    length, time = lengths.pop(), times.pop()
    if length is None or time is None or (length.dimension, time.dimension) != ("length", "time"):
        return None
    plan = Planner({name: number(text) for name, text in slots.items() if name in "DEtuab"})
    plan.setup("Choose the formula", "average speed = total distance / total time")
    far = ["D" if "D" in slots else "a*t", "E" if "E" in slots else "b*u"]
    long = ["t" if "t" in slots else "D/a", "u" if "u" in slots else "E/b"]
    for k, (name, rule) in enumerate((("d", "first"), ("e", "second"))):
        plan.find(name, f"Find the {rule} distance", far[k])
    for k, (name, rule) in enumerate((("v", "first"), ("w", "second"))):
        plan.find(name, f"Find the {rule} time", long[k])
    plan.find("f", "Add the distances", "d + e").find("g", "Add the times", "v + w")
    plan.find("m", "Divide the distance by the time", "f/g")
    plan.check(f"answer*({long[0]}) + answer*({long[1]}) - {far[0]} = {far[1]}")
    told = [_stretch(slots, names) for names in _pairs(slots)]
    read_as = f"Find the average speed of a car that drives {told[0]} and then drives {told[1]}."
    return plan.problem(Kind.MOTION, read_as, unit=units.quotient(length, time).symbol)


def _stretch(slots: dict[str, str], names: list[str]) -> str:
    """``100 km in 2 h``, ``60 km at 30 km/h``, ``for 2 h at 60 mph``."""
    shown = []
    for name in names:
        unit = units.find(slots[f"{name}_u"])
        shown.append(f"{slots[name]} {unit.symbol if unit else ''}")
    if names[0] in "tu":
        return f"for {shown[0]} at {shown[1]}"
    return f"{shown[0]} {'in' if names[1] in 'tu' else 'at'} {shown[1]}"


def _pairs(slots: dict[str, str]) -> list[list[str]]:
    """The two quantities of each stretch, the distance or else the time first."""
    return [
        [name for name in names if name in slots] for names in (("D", "t", "a"), ("E", "u", "b"))
    ]


READERS: Final = (
    Formal(_BOTH_FORMAL, _formal),
    Family(_KEYS, grammar(_GRAMMAR), _both),
    Family(_KEYS, grammar(_CURRENT), _current),
    Family(_KEYS, grammar(_AVERAGE), _average),
)
