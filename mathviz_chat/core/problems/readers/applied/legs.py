"""A way in two stretches, out and back: the average speed, the time and the distance in total."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.applied.motion import parts
from mathviz_chat.core.problems.wording import number

_KEYS: Final = re.compile(r"\b(?:average\s+speed|total|altogether|in\s+all|overall)\b", re.I)
_AVERAGE: Final = """
GO = [travels|drives|goes|covers|rides|runs|walks|cycles|travelled|traveled|drove|went|covered|
    rode|ran|walked|cycled|drive|travel|jogs|jogged|jog|walk|ride|run|cycle|
    hikes|hiked|swims|swam|rows|rowed|flies|flew|sails|sailed]
first:
    [{thing1:word}]? GO [first]? {D:unit} [in|takes] {t:unit}
    [{thing1:word}]? GO [first]? {D:unit} at [speed of]? {a:unit}
    [{thing1:word}]? GO for {t:unit} at [speed of]? {a:unit}
    [{thing1:word}]? GO at [speed of]? {a:unit} for {t:unit}
second:
    [then|and then|another|next|and|and another|then another|then drives|and then drives]?
        [{thing2:word} GO|GO]? [next|another|further|remaining|other]? {E:unit} in {u:unit}
    [then|and then|another|next|and|and another|then another|and then also]? [{thing2:word} GO|
        GO]? [next|
        another|
        further|other]? {E:unit} at [speed of]? {b:unit}
    [then|and then|and|next]? [{thing2:word} GO|GO]? [another]? [for]? {u:unit} at [speed of]?
        {b:unit}
    [then|and then|and|next]? [{thing2:word} GO|GO]? at [speed of]? {b:unit} for [another]? {u:unit}
asked:
    FIND [its|his|her|their|my|our|car|train]? average speed [for|of|over|on]? [whole|entire|
        total]? [trip|
        journey|train|car|drive|way|distance]?
asked time:
    how [long|many {w:timeword}|much time] [did|does|will] [it|he|she|i|they|whole trip|trip|
        journey] take [me|
        him|her|them]? [in total|altogether|in all|all together|overall]
    FIND total time [taken|for trip|for journey|of trip]?
asked far:
    how far [did|does|will] [it|he|she|i|they|car|train] [go|travel|drive|walk|ride|run] [in total|
        altogether|in all|overall]
    FIND total distance [travelled|traveled|covered]?
"""


_WHATS: Final = {"asked": "speed", "asked time": "time", "asked far": "distance"}


def _legs(story: Story) -> Problem | None:
    """The average speed of two stretches, or the time or the distance in total."""
    asked = [name for name in story.names() if name in _WHATS]
    stretches = [(name, hit) for name, hit in story.clauses if name not in _WHATS]
    if len(asked) != 1 or [name for name, _ in stretches] != ["first", "second"]:
        return None
    slots = {**stretches[0][1].slots, **stretches[1][1].slots}
    if _others(slots.get("thing1"), slots.get("thing2")):
        return None
    found = _units(slots)
    named = story.text("w")
    if found is None or (named and units.find(named) != found[1]):
        return None
    return _problem(slots, found, _WHATS[asked[0]])


def _others(first: str | None, second: str | None) -> bool:
    """Whether two are on their way: ``a car ... and a bus``."""
    low = (second or "it").lower()
    return low not in ("it", "he", "she", "they", "i", "we") and low != (first or "").lower()


def _problem(
    slots: dict[str, str], found: tuple[units.Unit, units.Unit], what: str
) -> Problem | None:
    length, time = found
    plan = Planner({name: number(text) for name, text in slots.items() if name in "DEtuab"})
    far = ["D" if "D" in slots else "a*t", "E" if "E" in slots else "b*u"]
    long = ["t" if "t" in slots else "D/a", "u" if "u" in slots else "E/b"]
    if what == "speed":
        plan.setup("Choose the formula", "average speed = total distance / total time")
    else:
        plan.setup("Choose the formula", "distance = speed * time, on each stretch")
    if what != "time":
        for k, (name, rule) in enumerate((("d", "first"), ("e", "second"))):
            plan.find(name, f"Find the {rule} distance", far[k])
        plan.find("f", "Add the distances", "d + e")
    if what != "distance":
        for k, (name, rule) in enumerate((("v", "first"), ("w", "second"))):
            plan.find(name, f"Find the {rule} time", long[k])
        plan.find("g", "Add the times", "v + w")
    if what == "speed":
        plan.find("m", "Divide the distance by the time", "f/g")
        plan.check(f"answer*({long[0]}) + answer*({long[1]}) - {far[0]} = {far[1]}")
    else:
        one, other = long if what == "time" else far
        if (one, other) in (("t", "u"), ("D", "E")):
            return None  # a plain sum
        plan.check(f"answer - {one} = {other}")
    unit = {"speed": units.quotient(length, time), "time": time, "distance": length}[what]
    told = [_stretch(slots, names) for names in _pairs(slots)]
    total = "average speed" if what == "speed" else f"total {what}"
    read_as = f"Find the {total} of a car that drives {told[0]} and then drives {told[1]}."
    if what != "speed":
        read_as = f"A car drives {told[0]} and then drives {told[1]}. Find the {total}."
    return plan.problem(Kind.MOTION, read_as, unit=unit.symbol)


def _units(slots: dict[str, str]) -> tuple[units.Unit, units.Unit] | None:
    """The one unit of length and the one unit of time of all stretches."""
    speeds = {units.find(slots[f"{n}_u"]) for n in "ab" if n in slots}
    lengths = {units.find(slots[f"{n}_u"]) for n in "DE" if n in slots}
    times = {units.find(slots[f"{n}_u"]) for n in "tu" if n in slots}
    if None in speeds | lengths | times or any(len(one) > 1 for one in (speeds, lengths, times)):
        return None
    for speed in speeds:
        if speed is None or speed.dimension != "length/time":
            return None
        lengths.add(parts(speed)[0])
        times.add(parts(speed)[1])
    if len(lengths) != 1 or len(times) != 1:
        return None
    length, time = lengths.pop(), times.pop()
    if length is None or time is None or (length.dimension, time.dimension) != ("length", "time"):
        return None
    return length, time


_ROUND: Final = """
GO = [drives|drove|travels|travelled|traveled|goes|went|rides|rode|walks|walked|cycles|cycled|
    runs|ran|flies|
    flew|sails|sailed|jogs|jogged|bikes|biked|drive|travel|go|ride|walk|cycle|run|fly]
BACK = [came back|comes back|come back|returned|returns|return|drove back|drives back|went back|
    goes back|
    rode back|rides back|walked back|walks back|cycled back|cycles back|ran back|came home|
        travels back|
    travelled back|flew back|flies back|back|on way back|drove home|returned home|returns home|
        return trip]
WAY = [same way|along same route|along same road|by same road|by same route|on same road|same
    route|same
    road|over same distance|from there]
out:
    {who1:thing} GO [from {thing1:thing}]? [to {thing2:thing}|there|uphill|up hill]? at [average
        speed of|speed of]?
        {a:unit}
    {who1:thing} GO [{D:unit} to {thing2:thing}|{D:unit}] at [average speed of|speed of]? {a:unit}
back:
    [and|then|and then]? [he|she|it|they|i|we]? BACK [WAY]? at [average speed of|speed of]?
        {b:unit} [WAY]?
    [and|then]? [he|she|it|they|i|we]? BACK [{E:unit}|same distance] at [average speed of|speed
        of]? {b:unit}
asked:
    FIND [its|his|her|their|my|our]? average speed [for|of|over|on]? [whole|entire|total|round]*
        [trip|journey|
        drive|way|ride|there and back]?
"""


def _round_trip(story: Story) -> Problem | None:
    """Out and back at two speeds: twice the product over the sum, whatever the distance."""
    out, back = story.get("out"), story.get("back")
    if out is None or back is None or story.names() != {"out", "back", "asked"}:
        return None
    speed = units.find(out["a_u"])
    if speed is None or speed != units.find(back["b_u"]) or speed.dimension != "length/time":
        return None
    if out.get("D") or back.get("E"):
        return None  # read as two stretches
    return round_trip(out["a"], back["b"], speed)


def round_trip(a: str, b: str, speed: units.Unit) -> Problem:
    """The average speed of going at one speed and returning at another."""
    plan = Planner({"a": number(a), "b": number(b)})
    plan.setup("Choose the formula", "average speed = total distance / total time")
    plan.find("t", "Find the time for one unit of distance each way", "1/a + 1/b")
    plan.find("m", "Divide the 2 units of distance by it", "2/t")
    plan.check("answer*(a + b) = 2*a*b")
    read_as = (
        f"Somebody drives there at {a} {speed.symbol} and returns at {b} {speed.symbol}. "
        "Find the average speed."
    )
    return plan.problem(Kind.MOTION, read_as, unit=speed.symbol)


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
    Family(_KEYS, grammar(_AVERAGE), _legs),
    Family(re.compile(r"\baverage\s+speed\b", re.I), grammar(_ROUND), _round_trip),
)
