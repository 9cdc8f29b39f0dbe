"""Clock time: how long between two times, and what time so long after or before one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.times import CLOCK, clock_of
from mathviz_chat.core.problems.wording import number

_KEYS: Final = re.compile(r"\d\s*:\s*\d\d|\b(?:noon|midnight)\b|\d\s*[ap]\.?m\b", re.I)
_GRAMMAR: Final = """
EVENT = [movie|film|train|bus|class|lesson|meeting|flight|game|match|concert|show|party|plane|
    exam|test|trip|journey|he|she|it|tom|school|shop|store|{thing1:thing}]
between:
    how many {u:timeunit} [are there|are|pass|is it]? [between|from] {a:clock} [and|to|until|
        till] {b:clock}
    how [long|much time] [is it|is there|passes|has passed]? [between|from] {a:clock} [and|to|
        until|till] {b:clock} [in {u:timeunit}]?
    [FIND elapsed time|FIND time elapsed|FIND time|FIND difference|FIND number of {u:timeunit}]
        [between|from] {a:clock} [and|to|until|till] {b:clock} [in {u:timeunit}]?
    how many {u:timeunit} [until|till] {b:clock} [if]? [it is|starting] {a:clock} [now]?
ran:
    EVENT [starts|begins|leaves|departs|started|began|left|departed|opens|works] [home]? [at|
        from] {a:clock} [and|to]? [it|he|she]? [ends|finishes|arrives|ended|finished|arrived|
        closes|gets there|returns|until]? [at]? {b:clock}
    EVENT [starts|lasts|runs|ran|lasted|goes|is open|works|sleeps|slept|worked] from {a:clock}
        [to|until|till] {b:clock}
asked long:
    how long [is|was|does|did|will] EVENT [last|take|long|run|go on|be|work|sleep]? [for]? [in
        {u:timeunit}]?
    how long [was|is] [movie|film|class|lesson|journey|trip|flight|meeting|it]
    how many {u:timeunit} [does|did|is|was|will] EVENT [last|take|run|long|work|sleep]
    how many {u:timeunit} long is EVENT
after:
    what time [is it|will it be|is|does it end|will it end]? {h:int} hours and {m:int} minutes
        after {a:clock}
    what time [is it|will it be|is|will it end]? {m:int} minutes after {a:clock}
    what time [is it|will it be|is]? {h:int} hours after {a:clock}
    [it is|if it is|if it's|it's]? {a:clock} [now]? what time [is it|will it be|was it] in
        {h:int} hours and {m:int} minutes
    [it is|if it is|if it's|it's]? {a:clock} [now]? what time [is it|will it be] in {m:int}
        minutes
    [it is|if it is|if it's|it's]? {a:clock} [now]? what time [is it|will it be] in {h:int} hours
before:
    what time [is it|was it|is]? {h:int} hours and {m:int} minutes before {a:clock}
    what time [is it|was it|is]? {m:int} minutes before {a:clock}
    what time [is it|was it|is]? {h:int} hours before {a:clock}
starts:
    EVENT [starts|begins|leaves|departs|started|began|left|departed] at {a:clock} [and|it]*
        [lasts|takes|lasted|took|runs|is|runs for|lasts for] [for]? {h:int} hours [and]? {m:int}
        minutes [long]?
    EVENT [starts|begins|leaves|departs|started|began|left|departed] at {a:clock} [and|it]*
        [lasts|takes|lasted|took|runs|is|runs for|lasts for] [for]? {m:int} minutes [long]?
    EVENT [starts|begins|leaves|departs|started|began|left|departed] at {a:clock} [and|it]*
        [lasts|takes|lasted|took|runs|is|runs for|lasts for] [for]? {h:int} hours [long]?
    EVENT [leaves|departs|starts|left|departed|begins] at {a:clock} [ride|trip|journey|it|flight|
        drive] [takes|lasts|took] {m:int} minutes
    EVENT [leaves|departs|starts|left|departed|begins] at {a:clock} [ride|trip|journey|it|flight|
        drive] [takes|lasts|took] {h:int} hours [and]? [{m:int} minutes]?
asked end:
    what time [does|did|will] EVENT [end|finish|arrive|be over|get there]
    [at what time|when] [does|did|will] EVENT [end|finish|arrive|be over|get there]
"""


def _between(a: str, b: str, unit: str | None) -> Problem | None:
    first, second = clock_of(a), clock_of(b)
    if first is None or second is None:
        return None
    start, end = 60 * first[0] + first[1], 60 * second[0] + second[1]
    if first[2] != second[2] and not (first[2] or second[2]):
        return None
    if end <= start:
        if not (first[2] and second[2]):
            return None
        end += 24 * 60
    plan = Planner(
        {
            "h": number(str(end // 60)),
            "m": number(str(end % 60)),
            "g": number(str(first[0])),
            "k": number(str(first[1])),
        }
    )
    plan.setup("Choose the way", "Count both times in minutes from midnight")
    plan.find("b", "The later time in minutes", "h*60 + m")
    plan.find("a", "The earlier time in minutes", "g*60 + k")
    plan.find("d", "Subtract", "b - a").count("minutes", first[0], first[1], second[0], second[1])
    low = (unit or "").lower().rstrip("s")
    if low == "hour":
        plan.enumerations.clear()
        plan.find("x", "Divide by 60 for hours", "d/60").check(
            "(answer*60 + (g*60 + k)) = h*60 + m"
        )
    symbol = "h" if low == "hour" else "min"
    named = "hours" if low == "hour" else "minutes"
    read_as = f"How many {named} are there between {_tidy(a)} and {_tidy(b)}?"
    if unit is None:
        read_as = f"How long is it from {_tidy(a)} to {_tidy(b)}?"
    return plan.problem(Kind.CLOCK, read_as, unit=symbol, unit_named=bool(unit))


def _tidy(text: str) -> str:
    match = CLOCK.fullmatch(text.strip())
    assert match is not None
    if match["w"]:
        return match["w"].lower()
    half = f" {match['s'][0].lower()}m" if match["s"] else ""
    return f"{int(match['h'])}:{match['m'] or '00'}{half}"


def shown(minutes: int, like: str) -> str:
    """A time of day in the notation of another: with am and pm, or in 24 hours."""
    minutes %= 24 * 60
    hour, minute = divmod(minutes, 60)
    match = CLOCK.fullmatch(like.strip())
    assert match is not None
    if match["s"] or match["w"]:
        return f"{(hour + 11) % 12 + 1}:{minute:02d} {'pm' if hour >= 12 else 'am'}"
    return f"{hour}:{minute:02d}"


def _moved(a: str, hours: int, minutes: int, sign: int) -> Problem | None:
    start = clock_of(a)
    length = 60 * hours + minutes
    if start is None or length >= 24 * 60:
        return None
    begin = 60 * start[0] + start[1]
    end = begin + sign * length
    if not start[2] and (not 0 <= end < 24 * 60 or (end >= 13 * 60) != (begin >= 13 * 60)):
        return None  # 11:30 and 2 hours: 1:30 or 13:30
    plan = Planner(
        {"g": number(str(start[0])), "k": number(str(start[1])), "l": number(str(length))}
    )
    plan.setup("Choose the way", "Count in minutes from midnight, 60 to an hour")
    word = "+" if sign > 0 else "-"
    plan.find("a", "The time in minutes", "g*60 + k")
    plan.find("b", "Add the minutes" if sign > 0 else "Subtract the minutes", f"a {word} l")
    if not 0 <= end < 24 * 60:
        plan.find("c", "A day has 1440 minutes", f"b {'-' if sign > 0 else '+'} 1440")
    plan.count("walked clock", start[0], start[1], sign * length)
    way = "after" if sign > 0 else "before"
    problem = plan.problem(Kind.CLOCK, f"What time is {length} minutes {way} {_tidy(a)}?")
    return replace(problem, form=Form.CHOICE, labels=(shown(end, a), "", "clock"))


def _build(story: Story) -> Problem | None:
    names = story.names()
    a, b, unit = story.text("a"), story.text("b"), story.text("u")
    hours, minutes = int(story.text("h") or 0), int(story.text("m") or 0)
    if a and b and names in ({"between"}, {"ran", "asked long"}):
        return _between(a, b, unit)
    if a and names in ({"after"}, {"starts", "asked end"}):
        return _moved(a, hours, minutes, 1)
    if a and names == {"before"}:
        return _moved(a, hours, minutes, -1)
    return None


READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _build),)
