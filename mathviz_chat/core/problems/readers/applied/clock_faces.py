"""What a clock shows: 12 and 24 hours, the angle of its hands, one that loses or gains time."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from mathviz_chat.core.problems import times
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.applied import clock
from mathviz_chat.core.problems.readers.applied.clock_grammar import NOTATION
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.times import Clock, Style
from mathviz_chat.core.problems.wording import number

_GRAMMAR: Final = f"""
{NOTATION.strip()}
HANDS = [hands|2 hands|hour and minute hands|hour hand and minute hand|minute hand and hour hand|
    minute and hour hands|hour and minute hand]
CLOCK = [clock|wall clock|analogue clock|analog clock|clock face|watch|watch face]
write:
    [convert|change|write|express|turn|put|give|rewrite|what is|what's|whats|how is|show|state]
        [time]?
        {{a:clock}} [written]?
    how [do|would|can] [you|i|we] [write|say|express] {{a:clock}}
angle:
    FIND [size of]? [{{which:angle}}]? angle [formed|made]? [between|by|of] HANDS [of|on]?
        [CLOCK]? [at|when
        [it|time|CLOCK] [is|shows|reads|says]] {{a:clock}}
    FIND [size of]? [{{which:angle}}]? angle [that]? HANDS [of|on]? [CLOCK]? [make|form] at
        {{a:clock}}
    [what|which] [{{which:angle}}]? angle do HANDS [of|on]? [CLOCK]? [make|form] at {{a:clock}}
    at {{a:clock}} [what is|find] [size of]? [{{which:angle}}]? angle between HANDS [of|on]?
        [CLOCK]?
in degrees:
    [answer]? in degrees
drift:
    [{{who1:thing}}]? [loses|loses time at|runs slow by] {{d:duration}} [per|every|each|in every]
        hour
slow:
    [{{who1:thing}}]? [gains|runs fast by] {{d:duration}} [per|every|each|in every] hour
set:
    [it|{{who2:thing}}|and]? [is|was]? set [right|correctly|to correct time|to right time|
        accurately]?
        [at|to] {{a:clock}}
    [it|{{who2:thing}}]? [is|was|shows|showed] [correct|right|correct time|right time] at
        {{a:clock}}
asked shown:
    what [time]? [will|does|would|did] [it|{{who4:thing}}] [show|say|read|display] [when|at]
        [true|correct|
        real|actual|right]? [time]? [is]? {{b:clock}}
"""
_MAX_DRIFT: Final = 30
"""Minutes in an hour; a clock that is further off tells nothing."""


def _converted(a: Clock, wanted: Style) -> Problem | None:
    """``7:15 pm`` as ``19:15``, and the other way round."""
    if wanted is Style.HALVES and a.style is Style.OPEN:
        a = replace(a, style=Style.FULL)
    if a.style not in (Style.FULL, Style.HALVES) or a.style is wanted:
        return None
    half = a.hour >= 12
    face = (a.hour + 11) % 12 + 1
    plan = Planner(
        {
            "h": number(str(a.hour if a.style is Style.FULL else face)),
            "k": number(str(a.minute)),
        }
    )
    plan.setup("Choose the way", "From 1 pm on the 24-hour clock counts 12 hours more")
    hour = "h"
    if a.style is Style.HALVES and half != (face == 12):
        plan.find(
            "e",
            "Add 12 in the afternoon" if half else "12 am is hour 0",
            "h + 12" if half else "h - 12",
        )
        hour = "e"
    elif a.style is Style.FULL and face != a.hour:
        rule = "Subtract 12 in the afternoon" if half else "Hour 0 is 12 am"
        plan.find("e", rule, "h - 12" if half else "h + 12")
    plan.find("m", "Count the minutes from midnight", f"{hour}*60 + k")
    plan.count("walked clock", 12 if half else 0, 0, 60 * (a.hour % 12) + a.minute)
    problem = plan.problem(Kind.CLOCK, f"Write {a} in {wanted} time.")
    label = times.clock_shown(a.minutes, wanted)
    return replace(problem, form=Form.CHOICE, labels=(label, "", "clock"))


def _angle(a: Clock, which: str) -> Problem | None:
    """The angle from the hour hand (30 degrees an hour) to the minute hand (6 a minute)."""
    hour, minute = a.hour % 12, a.minute
    doubled = abs(60 * hour - 11 * minute)
    wide = which in ("larger", "reflex", "bigger", "greater", "obtuse reflex")
    over = doubled > 360
    size = (720 - doubled if over != wide else doubled) / 2
    if (which == "acute" and not 0 < size < 90) or (which == "obtuse" and not 90 < size < 180):
        return None
    plan = Planner({"h": number(str(hour)), "m": number(str(minute))})
    plan.setup(
        "Choose the formula", "The hour hand turns 30 degrees an hour, the minute hand 6 a minute"
    )
    plan.find("p", "Find the angle of the hour hand from 12", "30*h + m/2")
    plan.find("q", "Find the angle of the minute hand from 12", "6*m")
    ahead = 60 * hour >= 11 * minute
    plan.find("d", "Subtract", "p - q" if ahead else "q - p")
    inner = "60*h - 11*m" if ahead else "11*m - 60*h"
    if over != wide:
        plan.find(
            "r",
            f"The {'larger' if wide else 'smaller'} angle is the rest of 360 degrees",
            "360 - d",
        )
        inner = f"720 - ({inner})"
    plan.check(f"2*answer = {inner}")
    kind = "larger" if wide else "smaller"
    read_as = f"Find the {kind} angle between the hands of a clock at {_face(a)}."
    return plan.problem(Kind.CLOCK, read_as, unit="deg")


def _face(a: Clock) -> str:
    """The time as the clock shows it, whichever half of the day it is."""
    return f"{(a.hour + 11) % 12 + 1}:{a.minute:02d}"


def _drifting(a: Clock, b: Clock, each: int, sign: int) -> Problem | None:
    """What a clock shows that was right at one time and is ``each`` minutes off every hour."""
    if Style.OPEN in (a.style, b.style) or not 0 < each <= _MAX_DRIFT:
        return None
    passed = (b.minutes - a.minutes) % clock.DAY
    if passed == 0 or passed * each % 60:
        return None
    off = passed * each // 60
    plan = Planner(
        {
            "g": number(str(b.hour)),
            "k": number(str(b.minute)),
            "p": number(str(passed)),
            "e": number(str(each)),
        }
    )
    plan.setup(
        "Choose the way", "Find how far the clock is off, and count in minutes from midnight"
    )
    plan.find("t", "Find the hours that have passed", "p/60")
    plan.find("o", "Multiply by the minutes of each hour", "t*e")
    plan.find("b", "The true time in minutes", "g*60 + k")
    plan.find("s", "Subtract" if sign < 0 else "Add", f"b {'-' if sign < 0 else '+'} o")
    shown = b.minutes + sign * off
    if not 0 <= shown < clock.DAY:
        plan.find("w", "A day has 1440 minutes", f"s {'+' if shown < 0 else '-'} 1440")
    plan.count("walked clock", a.hour, a.minute, passed + sign * off)
    word = "loses" if sign < 0 else "gains"
    read_as = (
        f"A clock {word} {each} minutes every hour. It is set at {a}. "
        f"What time will it show when the true time is {b}?"
    )
    label = times.clock_shown(shown, b.style)
    return replace(plan.problem(Kind.CLOCK, read_as), form=Form.CHOICE, labels=(label, "", "clock"))


def _build(story: Story) -> Problem | None:
    names = story.names()
    a, b = (times.clock(story.text(slot) or "") for slot in "ab")
    wanted = clock.style(story)
    if a is None or not clock.same_event(story):
        return None
    if names in ({"write", "full"}, {"write", "halves"}) and wanted is not None:
        return _converted(a, wanted)
    if names <= {"angle", "in degrees"}:
        return _angle(a, " ".join((story.text("which") or "").lower().split()))
    each = times.duration_of(story.text("d") or "")
    if b is None or each is None:
        return None
    if names == {"drift", "set", "asked shown"}:
        return _drifting(a, b, each, -1)
    return _drifting(a, b, each, 1) if names == {"slow", "set", "asked shown"} else None


_KEYS: Final = re.compile(
    r"\b(?:hands?|12|24|military|loses|gains|runs|am/pm|[ap]m\s+or)(?:-?\s?h(?:ou)?rs?)?\b", re.I
)
READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _build),)
