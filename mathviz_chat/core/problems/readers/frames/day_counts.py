"""How many days lie between two dates of a story, with or without what is said of the ends."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_DAY: Final = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_FIRST = r"(?:(?:very )?first|starting|start|#n (?:st|nd|rd|th))(?: (?:day|date|one))?"
_LAST = r"(?:(?:very )?last|final|ending|end|#n (?:st|nd|rd|th))(?: (?:day|date|one))?"
_LEAVE_OUT = (
    r"(?:(?:do not|don't|dont|not|without|but not) (?:count|counting|include|including)|excluding"
    r"|exclude|leave out|leaving out|skip|skipping)"
)
_COUNT_IN = r"(?:and |but |do |only |then )*(?:count|counting|include|including)"


def _between(found: Found) -> str | None:
    """From the earlier date, which does not count, to the later one, which does."""
    start, end = found.texts("date")
    told = found.texts("_ends")
    if told and told != (_day(start), _day(end)):
        return None
    return f"How many days are there from {start} to {end}."


def _day(date: str) -> str:
    match = _DAY.search(date)
    return match[0] if match is not None else ""


_WEEKDAY: Final = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_YEAR: Final = re.compile(r"\d{4}")


def _on_weekday(found: Found) -> str | None:
    """The weekday of a date by that of another one, which may tell the year of both."""
    (known,), (asked,) = found.texts("known"), found.texts("")
    year = _YEAR.search(known)
    if not _YEAR.search(asked) and year:
        asked = f"{asked} {year[0]}"
    return f"If {known} is a {found.word('name').capitalize()}, what day of the week is {asked}?"


_FALLS: Final = r"(?:(?:is|was|will be|falls|fell|will fall|does|did|will|it|be|fall|on|same) ?)*"
_WHICH_DAY: Final = r"(?:on )?(?:what|which) (?:day of week|day|weekday)"

FRAMES: Final = (
    Pieces(
        words=_WEEKDAY,
        parts={"known": rf"(?:if )?#d {_FALLS}(?P<name>{_WEEKDAY})"},
        asks={
            "day": (
                rf"{_WHICH_DAY} (?:is|was|will|does|did)(?: [a-z][\w']* day)? "
                rf"{_FALLS}#d(?: {_FALLS})?(?: ?(?:that|same|in same|in that) year)?"
            )
        },
        says={"day: known": _on_weekday},
        allowed="that same year be on",
    ),
    Pieces(
        words="days|nights|sleeps|day",
        parts={
            "date": (
                r"(?:(?:from|between|since|it's|its|it is|today is|until|till|to|up to|and|on) )*"
                r"(?:[a-z]\w* day )?#d"
            ),
            "_ends": rf"{_LEAVE_OUT} {_FIRST} {_COUNT_IN} {_LAST}",
        },
        asks={
            "days": (
                r"(?:how many|count|number of)(?: (?:days|nights|sleeps))+(?: (?:are there|is "
                r"that|is it"
                r"|are left|there are|until [a-z]\w*(?: day)?|pass|elapse))*"
            )
        },
        says={"days: date date": _between},
        allowed="from to until till between days nights day",
    ),
)
