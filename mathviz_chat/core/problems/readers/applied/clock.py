"""Clock time: how long between two times, and what time so long after or before one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from mathviz_chat.core.problems import times
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.applied.clock_grammar import GRAMMAR
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.times import Clock, Style
from mathviz_chat.core.problems.wording import number

KEYS: Final = re.compile(
    r"\d\s*[:.]\s*\d\d|\b(?:noon|midnight|midday|o'?clock)\b|\d\s*[ap]\.?m\b|\b(?:half|quarter)\s+"
    r"(?:past|to)\b|\d\s+(?:in\s+(?:morning|afternoon|evening)|at\s+night)",
    re.I,
)
DAY: Final = 24 * 60


def _between(first: Clock, second: Clock, unit: str | None, next_day: bool) -> Problem | None:
    start, end = first.minutes, second.minutes
    styles = {first.style, second.style}
    if styles == {Style.OPEN, Style.FULL}:
        styles = {Style.FULL}
    if Style.OPEN in styles and len(styles) > 1:
        return None  # 9:30 to 11:05 pm: in the morning, or an hour and a half
    if next_day or end <= start:
        if styles == {Style.OPEN} or (next_day and end > start):
            return None
        end += DAY
    numbers = (end // 60, end % 60, first.hour, first.minute)
    plan = Planner({name: number(str(one)) for name, one in zip("hmgk", numbers, strict=True)})
    plan.setup("Choose the way", "Count both times in minutes from midnight")
    plan.find("b", "The later time in minutes", "h*60 + m")
    plan.find("a", "The earlier time in minutes", "g*60 + k")
    plan.find("d", "Subtract", "b - a")
    plan.count("minutes", first.hour, first.minute, second.hour, second.minute)
    hours = (unit or "").lower().startswith("hour")
    if hours:
        plan.enumerations.clear()
        plan.find("x", "Divide by 60 for hours", "d/60").check(
            "(answer*60 + (g*60 + k)) = h*60 + m"
        )
    named = "hours" if hours else "minutes"
    if Style.FULL in styles:
        first, second = (replace(one, style=_as_full(one.style)) for one in (first, second))
    read_as = f"How many {named} are there between {first} and {second}?"
    if unit is None:
        read_as = f"How long is it from {first} to {second}?"
    return plan.problem(Kind.CLOCK, read_as, unit="h" if hours else "min", unit_named=bool(unit))


def _as_full(style: Style) -> Style:
    return Style.FULL if style is Style.OPEN else style


def moved(start: Clock, length: int, wanted: Style | None = None) -> Problem | None:
    """The time of day so many minutes after another, before it where there are fewer than 0."""
    if not 0 < abs(length) < DAY:
        return None
    if start.style is Style.OPEN and wanted is Style.FULL:
        start = replace(start, style=Style.FULL)
    begin = start.minutes
    end = begin + length
    if start.style is Style.OPEN and (
        wanted is not None or not 0 <= end < DAY or (end >= 13 * 60) != (begin >= 13 * 60)
    ):
        return None  # 11:30 and 2 hours: 1:30 or 13:30
    plan = Planner(
        {
            "g": number(str(start.hour)),
            "k": number(str(start.minute)),
            "l": number(str(abs(length))),
        }
    )
    plan.setup("Choose the way", "Count in minutes from midnight, 60 to an hour")
    plan.find("a", "The time in minutes", "g*60 + k")
    later = length > 0
    plan.find("b", f"{'Add' if later else 'Subtract'} the minutes", f"a {'+' if later else '-'} l")
    if not 0 <= end < DAY:
        plan.find("c", "A day has 1440 minutes", f"b {'-' if later else '+'} 1440")
    plan.count("walked clock", start.hour, start.minute, length)
    way = "after" if later else "before"
    shown_in = f", in {wanted} time" if wanted not in (None, start.style) else ""
    read_as = f"What time is {abs(length)} minutes {way} {start}{shown_in}?"
    label = times.clock_shown(end, wanted or start.style)
    return replace(plan.problem(Kind.CLOCK, read_as), form=Form.CHOICE, labels=(label, "", "clock"))


def style(story: Story) -> Style | None:
    """The notation in which the answer is asked for."""
    names = story.names()
    return Style.FULL if "full" in names else Style.HALVES if "halves" in names else None


_MANNERS: Final = ("full", "halves", "unit", "next day")
_PRONOUNS: Final = ({"he", "him"}, {"she", "her"}, {"they", "them"}, {"we", "us"}, {"i", "me"})
_WHOLE: Final = frozenset(
    [
        "it",
        "crossing",
        "voyage",
        "this",
        "that",
        "ride",
        "trip",
        "journey",
        "flight",
        "drive",
        "whole",
        "thing",
        "everything",
        "party",
        "lesson",
    ]
)
"""What names the event once more, whatever it is."""


def same_event(story: Story) -> bool:
    """Whether all that starts, lasts and ends is one thing: ``film`` and ``it``."""
    named = [text for slot in ("who1", "who2", "who3", "who4") if (text := story.text(slot))]
    phrases = {_phrase(text) for text in named}
    heads = {phrase[-1] for phrase in phrases}
    persons = [group for group in _PRONOUNS if heads & group]
    things = [p for p in phrases if p[-1] not in _WHOLE | set().union(*_PRONOUNS)]
    longest = max(things, key=len, default=())
    return len(persons) <= 1 and all(longest[-len(one) :] == one for one in things)


_POSSESSIVES = "my his her their our your its this that"
_OWN: Final = frozenset(_POSSESSIVES.split())


def _phrase(text: str) -> tuple[str, ...]:
    """The words of a name, the last one in the singular, without ``my`` and the like."""
    words = text.lower().split()
    kept = [word for word in words[:-1] if word not in _OWN]
    last = words[-1]
    return (*kept, last if last in ("this", "bus") else last.removesuffix("s") or last)


def _crosses_zones(story: Story) -> bool:
    """A flight from one place to another: both times may be local ones."""
    said = " ".join(hit.text for hit in story.every())
    return bool(story.text("name2")) and bool(re.search(r"\b(?:fl[iey]|plane|land)", said, re.I))


def _build(story: Story) -> Problem | None:
    names = story.names() - set(_MANNERS)
    a, b = (times.clock(story.text(slot) or "") for slot in "ab")
    length = times.duration_of(story.text("d") or "")
    if story.text("d") and length is None:
        return None
    if (
        not same_event(story)
        or _crosses_zones(story)
        or len({text for _, hit in story.clauses if (text := hit.get("u"))}) > 1
    ):
        return None
    manners = story.names() & set(_MANNERS)
    if a and b and names in ({"between"}, {"ran", "asked long"}, {"starts", "ends", "asked long"}):
        if manners <= {"unit", "next day"} and length is None:
            return _between(a, b, story.text("u"), "next day" in manners)
        return None
    if "unit" in manners or length is None:
        return None
    return _at(story, names, a, b, length)


_LATER: Final = ({"after"}, {"now", "asked later"}, {"starts", "lasts", "asked end"})
_EARLIER: Final = ({"before"}, {"now", "asked earlier"})


def _at(
    story: Story, names: frozenset[str], a: Clock | None, b: Clock | None, length: int
) -> Problem | None:
    """The time of day that is asked for."""
    told = sum(hit.get("d") is not None for hit in story.every())
    if told != 1 or ("next day" in story.names() and (a or b) is None):
        return None
    wanted = style(story)
    if "next day" in story.names():
        return None
    if a and (names in _LATER or names == {"starts", "asked end"}):
        return moved(a, length, wanted)
    if a and names in _EARLIER:
        return moved(a, -length, wanted)
    if b and names in ({"ends", "lasts", "asked start"}, {"ends", "asked start"}):
        return moved(b, -length, wanted)
    if a and names == {"every", "first", "asked nth"}:
        place = ordinal(story.text("n") or "")
        return None if place is None else moved(a, (place - 1) * length, wanted)
    return None


_ORDINALS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip


def ordinal(text: str) -> int | None:
    """The place that an ordinal names: 4 for ``fourth`` and ``4th``."""
    low = text.lower()
    if low in _ORDINALS:
        return _ORDINALS.index(low) + 1
    digits = re.match(r"\d+", low)
    return int(digits[0]) if digits else None


READERS: Final = (Family(KEYS, grammar(GRAMMAR), _build),)
