"""Catching up: who leaves later closes the gap by the difference of the speeds."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount, times, units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.applied.motion import parts
from mathviz_chat.core.problems.readers.applied.workers import bare, is_worker
from mathviz_chat.core.problems.times import Clock, Style
from mathviz_chat.core.problems.units import Unit
from mathviz_chat.core.problems.wording import number

_GRAMMAR: Final = """
LEAVES = [leaves|starts|sets off|departs|starts out|left|set off|starts driving|started|sets out|
    begins|
    starts walking|starts running|starts cycling|drives off]
SAME = same [place|town|city|station|point|spot|house|school|starting point]
PLACE = [from SAME|SAME|home|from home|{thing1:thing}|from {thing1:thing}]
ROAD = [on same [road|route|track|path]|along same [road|route|path|track]|in same direction|same
    way|by
    same road]
GOING = [at|doing|going at|travelling at|traveling at|driving at|and drives at|and travels at|at
    speed
    of|cycling at|walking at|running at|and walks at|and runs at|and cycles at|at steady|and goes
        at]
first:
    {w:worker} LEAVES [PLACE]? [at {s:clock}]? [ROAD]? GOING {a:unit} [ROAD]?
    {w:worker} LEAVES [PLACE]? GOING {a:unit} [at {s:clock}]? [ROAD]?
    at {s:clock} {w:worker} LEAVES [PLACE]? GOING {a:unit} [ROAD]?
second:
    {v:worker} LEAVES [PLACE]? [at {t:clock}]? [ROAD]? GOING {b:unit} [ROAD]?
    {v:worker} LEAVES [PLACE]? GOING {b:unit} [at {t:clock}]? [ROAD]?
    at {t:clock} {v:worker} LEAVES [PLACE]? GOING {b:unit} [ROAD]?
    {l:unit} later {v:worker} LEAVES [PLACE]? [ROAD]? GOING {b:unit} [ROAD]?
    {v:worker} LEAVES [PLACE]? {l:unit} later [ROAD]? GOING {b:unit} [ROAD]?
asked hours after:
    how many {u:timeword} after {c:clock} [does|will|did] {x:worker} [catch up|catch {y:worker}|
        overtake {y:worker}|
        catch up with {y:worker}|catch {y:worker} up|catch up to {y:worker}|pass {y:worker}]
asked when:
    [[at]? what time|when] [does|will|did] {x:worker} [catch up|catch {y:worker}|overtake
        {y:worker}|catch up with
        {y:worker}|catch {y:worker} up|catch up to {y:worker}|pass {y:worker}]
asked long:
    [how long|how many {u:timeword}|after how many {u:timeword}|in how many {u:timeword}] [does|
        will|did] [it
        take]? {x:worker} [to]? [take to]? [catch up|catch {y:worker}|overtake {y:worker}|catch
        up with {y:worker}|
        catch {y:worker} up|catch up to {y:worker}]
asked far:
    how far [from start|from starting point|from SAME|away] [does|will|did] {x:worker} [catch up|
        catch {y:worker}|
        overtake {y:worker}|catch up with {y:worker}]
"""


@dataclass(frozen=True, slots=True)
class _Chase:
    """a, b: the speeds of the first and of the second, who leaves ``late`` hours after it."""

    a: str
    b: str
    speed: Unit
    late: Fraction
    starts: tuple[Clock, Clock] | None


def _chase(story: Story) -> _Chase | None:
    first, second = story.get("first"), story.get("second")
    if first is None or second is None:
        return None
    speed = units.find(first["a_u"])
    if speed is None or speed != units.find(second["b_u"]) or speed.dimension != "length/time":
        return None
    if parts(speed)[1].symbol != "h" or not re.search(
        r"\bsame\b", f"{first.text} {second.text}", re.I
    ):
        return None
    if first.get("s") and second.get("t"):
        starts = times.clock(first["s"]), times.clock(second["t"])
        if starts[0] is None or starts[1] is None or starts[0].style is not starts[1].style:
            return None
        late = Fraction(starts[1].minutes - starts[0].minutes, 60)
        told = starts[0], starts[1]
        return _Chase(first["a"], second["b"], speed, late, told) if late > 0 else None
    unit = units.find(second.get("l_u") or "")
    if first.get("s") or unit is None or unit.dimension != "time":
        return None
    late = Fraction(second["l"]) * unit.factor / units.UNITS["h"].factor
    return _Chase(first["a"], second["b"], speed, late, None)


def _named(story: Story) -> bool:
    """Whether the one asked about is the second, who catches the first."""
    names = {slot: bare(text) for slot in "wvxy" if (text := story.text(slot))}
    if not all(map(is_worker, names.values())) or names["w"] == names["v"]:
        return False
    first, second, caught = names["w"], names["v"], names.get("y")
    catches = _only(names["x"], second, first) or names["x"] in (
        "he",
        "she",
        "it",
        "second",
        "second 1",
    )
    known = ("first", "other", "first 1", "him", "her")
    return catches and (caught is None or _only(caught, first, second) or caught in known)


def _only(name: str, one: str, other: str) -> bool:
    """Whether a name is that of one and not of the other: ``b`` for ``van b``."""
    return name == one or (_ends(one, name) and not _ends(other, name))


def _ends(whole: str, name: str) -> bool:
    words, last = whole.split(), name.split()
    return words[-len(last) :] == last


def _build(story: Story) -> Problem | None:
    chase = _chase(story)
    asked = next((name for name in story.names() if name.startswith("asked")), "")
    if chase is None or story.names() != {"first", "second", asked} or not _named(story):
        return None
    if not Fraction(recount.value(number(chase.b))) > Fraction(recount.value(number(chase.a))):
        return None
    named = story.text("u")
    if named and units.find(named) != units.UNITS["h"]:
        return None
    if asked == "asked hours after":
        if chase.starts is None or times.clock(story.text("c") or "") != chase.starts[1]:
            return None
        return _hours(chase)
    if asked == "asked when":
        return _clock(chase)
    return _hours(chase) if asked == "asked long" else _far(chase)


def _plan(chase: _Chase) -> Planner:
    late = str(chase.late)
    plan = Planner({"a": number(chase.a), "b": number(chase.b), "l": number(late)})
    plan.setup("Choose the formula", "time to catch up = head start / difference of the speeds")
    plan.find("d", "Find the head start of the first", "a*l")
    plan.find("s", "Subtract the speeds", "b - a")
    return plan.find("t", "Divide the head start by it", "d/s")


def _told(chase: _Chase) -> str:
    unit = chase.speed.symbol
    if chase.starts is not None:
        one, other = chase.starts
        return (
            f"Ann leaves at {one} at {chase.a} {unit}. Bob leaves the same place at {other} at "
            f"{chase.b} {unit} on the same road."
        )
    late = f"{chase.late} {'hour' if chase.late == 1 else 'hours'}"
    return (
        f"Ann leaves at {chase.a} {unit}. {late} later Bob leaves the same place at "
        f"{chase.b} {unit} on the same road."
    )


def _hours(chase: _Chase) -> Problem:
    plan = _plan(chase).check("answer*b = a*l + answer*a")
    asked = "How long does it take Bob to catch Ann?"
    if chase.starts is not None:
        asked = f"How many hours after {chase.starts[1]} does Bob catch Ann?"
    return plan.problem(Kind.MOTION, f"{_told(chase)} {asked}", unit="h")


def _far(chase: _Chase) -> Problem:
    plan = _plan(chase).find("f", "Multiply by the speed of the second", "b*t")
    plan.check("answer/a - answer/b = l")
    read_as = f"{_told(chase)} How far from the start does Bob catch Ann?"
    return plan.problem(Kind.MOTION, read_as, unit=parts(chase.speed)[0].symbol)


def _clock(chase: _Chase) -> Problem | None:
    """The time of day, in whole minutes."""
    if chase.starts is None or chase.starts[1].style is Style.OPEN:
        return None
    plan = _plan(chase)
    length = 60 * Fraction(recount.value(plan.value()))
    second = chase.starts[1]
    if length.denominator != 1 or not 0 < length < 24 * 60:
        return None
    plan.given = {
        **plan.given,
        "g": number(str(second.hour)),
        "k": number(str(second.minute)),
    }
    plan.find("m", "Count the minutes", "60*t")
    plan.find("n", "Add them to the time when the second leaves, from midnight", "g*60 + k + m")
    end = second.minutes + int(length)
    if end >= 24 * 60:
        plan.find("c", "A day has 1440 minutes", "n - 1440")
    plan.count("walked clock", second.hour, second.minute, int(length))
    problem = plan.problem(Kind.CLOCK, f"{_told(chase)} At what time does Bob catch Ann?")
    label = times.clock_shown(end, second.style)
    return replace(problem, form=Form.CHOICE, labels=(label, "", "clock"))


_KEYS: Final = re.compile(r"\b(?:catch|catches|overtake|overtakes|pass)\b", re.I)
READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _build),)
