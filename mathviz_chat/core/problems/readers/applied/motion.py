"""Two motions at once: meeting and moving apart."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Formal, Story
from mathviz_chat.core.problems.wording import Hit, number

_KEYS: Final = re.compile(
    r"\b(?:meet|apart|opposite)\b",
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
    [GO|they]? together [and]? [GO]? in opposite directions
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


def speed_units(story: Story, *slots: str) -> units.Unit | None:
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
    speed = speed_units(story, "a", "b")
    if speed is None or len(asked) != 1 or not story.get("speeds"):
        return None
    names = story.names()
    told = " ".join(hit.text for hit in story.every())
    towards = "together" in names or re.search(r"toward", told, re.I) is not None
    if (asked[0] == "asked meet") != towards or ("against" in names) == towards:
        return None
    if asked[0] == "asked apart":
        return _apart(story, speed)
    if asked[0] not in ("asked meet", "asked when apart") or "time" in names:
        return None
    length, _ = parts(speed)
    distance, unit = story.text("D"), units.find(story.text("D_u") or "")
    if distance is None or unit != length:
        return None
    a, b = story.text("a") or "", story.text("b") or ""
    apart = f"{distance} {length.symbol} apart"
    way = f"two meet that start {apart}" if towards else f"two that move apart are {apart}"
    read_as = f"Find the time until {way}, at {a} {speed.symbol} and {b} {speed.symbol}."
    return meeting(distance, a, b, speed, read_as)


def _apart(story: Story, speed: units.Unit) -> Problem | None:
    """How far apart two are after a time that move apart."""
    length, time = parts(speed)
    hours, unit = story.text("t"), units.find(story.text("t_u") or "")
    if hours is None or unit != time or "distance" in story.names():
        return None
    a, b = story.text("a") or "", story.text("b") or ""
    plan = Planner({"a": number(a), "b": number(b), "t": number(hours)})
    plan.setup("Choose the formula", "distance apart = sum of the speeds * time")
    plan.find("s", "Add the speeds", "a + b").find("d", "Multiply by the time", "s*t")
    plan.check("answer - a*t = b*t")
    read_as = (
        f"Find how far apart two are after {hours} {time.symbol} that move apart "
        f"at {a} {speed.symbol} and {b} {speed.symbol}."
    )
    return plan.problem(Kind.MOTION, read_as, unit=length.symbol)


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


READERS: Final = (
    Formal(_BOTH_FORMAL, _formal),
    Family(_KEYS, grammar(_GRAMMAR), _both),
)
