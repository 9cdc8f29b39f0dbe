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


FRAMES: Final = (
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
