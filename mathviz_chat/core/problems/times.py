"""Dates, days of the week and times of day as they are written."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HOLIDAYS: Final = {
    "christmas": (12, 25), "christmas day": (12, 25), "xmas": (12, 25), "christmas eve": (12, 24),
    "boxing day": (12, 26), "new year's day": (1, 1), "new year's eve": (12, 31),
    "halloween": (10, 31), "valentine's day": (2, 14), "april fools' day": (4, 1),
}  # fmt: skip
_LONGEST_FIRST = "|".join(sorted(_HOLIDAYS, key=len, reverse=True))
HOLIDAY_SPELLING: Final = f"(?:{_LONGEST_FIRST})".replace(" ", r"\s+")
"""A pattern for days that have a name, on the same date every year."""
_HOLIDAY: Final = re.compile(rf"({HOLIDAY_SPELLING})(?:\s*,?\s*(?:in\s+)?(\d{{4}}))?", re.I)
_DATE: Final = re.compile(
    r"(?P<m>[A-Za-z]{3,9})\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?(?:\s*,?\s*(?P<y>\d{4}))?"
    r"|(?P<d2>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>[A-Za-z]{3,9})\.?(?:\s*,?\s*(?P<y2>\d{4}))?"
    r"|(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})",
    re.I,
)


def _month(name: str) -> int | None:
    low = name.lower()
    found = [
        k
        for k, month in enumerate(MONTHS, start=1)
        if month.startswith(low[:3]) and (month == low or len(low) <= 4)
    ]
    return found[0] if len(found) == 1 else None


def date_of(text: str) -> tuple[int | None, int, int] | None:
    """Year (None where it is not said), month and day."""
    holiday = _HOLIDAY.fullmatch(text.strip())
    if holiday is not None:
        fixed = _HOLIDAYS[" ".join(holiday[1].lower().split())]
        return int(holiday[2]) if holiday[2] else None, *fixed
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    if match["y3"]:
        return int(match["y3"]), int(match["m3"]), int(match["d3"])
    month = _month(match["m"] or match["m2"])
    year = match["y"] or match["y2"]
    return (
        None
        if month is None
        else (int(year) if year else None, month, int(match["d"] or match["d2"]))
    )


def shown(day: datetime.date, *, year: bool = True) -> str:
    """``March 5, 2024``."""
    name = MONTHS[day.month - 1].capitalize()
    return f"{name} {day.day}, {day.year}" if year else f"{name} {day.day}"


_HALF = r"[ap]\.?\s?m\.?(?![A-Za-z])"
_PART_OF_DAY = r"in\s+(?:the\s+)?(?:morning|afternoon|evening)|at\s+night"
CLOCK_SPELLING: Final = (
    rf"\d{{1,2}}\s*[:.]\s*\d\d\s*(?:{_HALF}|{_PART_OF_DAY})|\d{{1,2}}\s*:\s*\d\d(?![:\d])"
    rf"|(?:(?:half|(?:1\s+)?quarter)\s+past|(?:1\s+)?quarter\s+to)\s+\d{{1,2}}"
    rf"(?:\s*(?:{_HALF}|{_PART_OF_DAY}))?"
    rf"|\d{{1,2}}\s*(?:{_HALF}|{_PART_OF_DAY})"
    rf"|\d{{1,2}}\s+o'?\s?clock(?:\s*(?:{_HALF}|{_PART_OF_DAY}))?"
    r"|(?:12\s+)?(?:noon|midnight)|midday"
)
"""A pattern for a time of day as it is written; a bare number is none."""
CLOCK: Final = re.compile(
    r"(?:(?P<past>half\s+past|(?:1\s+)?quarter\s+past|(?:1\s+)?quarter\s+to)\s+)?"
    rf"(?P<h>\d{{1,2}})(?:\s*[:.]\s*(?P<m>\d\d)|\s+o'?\s?clock)?\s*"
    rf"(?P<s>{_HALF}|{_PART_OF_DAY})?|(?:12\s+)?(?P<w>noon|midnight|midday)",
    re.I,
)


class Style(StrEnum):
    """How a time of day is written; an open one leaves out which half of the day it is in."""

    HALVES = "12-hour"  # with am and pm
    FULL = "24-hour"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: hour 0 to 23, that of the first half of the day where it is left open."""

    hour: int
    minute: int
    style: Style

    @property
    def minutes(self) -> int:
        """Minutes from midnight."""
        return 60 * self.hour + self.minute

    def __str__(self) -> str:
        return clock_shown(self.minutes, self.style)


def clock_shown(minutes: int, style: Style) -> str:
    """So many minutes from midnight: ``7:05 pm``, ``19:05``, ``07:05``; ``7:05`` where open."""
    hour, minute = divmod(minutes % (24 * 60), 60)
    if style is Style.HALVES:
        return f"{(hour + 11) % 12 + 1}:{minute:02d} {'pm' if hour >= 12 else 'am'}"
    return f"{hour:02d}:{minute:02d}" if style is Style.FULL else f"{hour}:{minute:02d}"


def _second_half(said: str, hour: int) -> bool | None:
    """Whether the words put an hour into the second half of the day; None where they cannot."""
    low = said.lower()
    if low[0] in "ap":
        return low[0] == "p" if not low.startswith("at") else _at_night(hour)
    if "morning" in low:
        return False if hour != 12 else None
    if "afternoon" in low:
        return True if hour <= 6 or hour == 12 else None
    return True if 4 <= hour <= 11 else None


def _at_night(hour: int) -> bool | None:
    return True if 8 <= hour <= 11 else False if hour <= 4 or hour == 12 else None


def clock(text: str) -> Clock | None:
    """A time of day as it is written: ``7:05 pm``, ``half past 3``, ``9 in the morning``, noon."""
    match = CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    if match["w"]:
        return Clock(0 if match["w"].lower() == "midnight" else 12, 0, Style.HALVES)
    hour, minute = int(match["h"]), int(match["m"] or 0)
    past = (match["past"] or "").lower()
    if minute > 59 or hour > 23 or ((match["s"] or past) and not 1 <= hour <= 12):
        return None
    if past and match["m"]:
        return None
    shift = 30 if "half" in past else 15 if "past" in past else -15 if past else 0
    if match["s"]:
        second = _second_half(match["s"], hour)
        if second is None:
            return None
        total = 60 * (hour % 12 + 12 * second) + minute + shift
        return Clock(total // 60 % 24, total % 60, Style.HALVES)
    total = 60 * hour + minute + shift + (720 if shift < 0 and hour == 1 else 0)
    told = hour > 12 or hour == 0 or (match["h"][0] == "0" and match["m"] is not None)
    return Clock(total // 60, total % 60, Style.FULL if told else Style.OPEN)


def clock_of(text: str) -> tuple[int, int, bool] | None:
    """Hour (0 to 23), minute, and whether a.m. or p.m. is said or the hour says it."""
    found = clock(text)
    return None if found is None else (found.hour, found.minute, found.style is not Style.OPEN)


_NUMBER = r"(?:\d+\.\d+|\d+)"
_HOURS = rf"{_NUMBER}\s*-?\s*(?:hours?|hrs?|h)(?![A-Za-z])"
_MINUTES = r"\d+\s*-?\s*(?:minutes?|mins?)(?![A-Za-z])"
DURATION_SPELLING: Final = (
    rf"{_HOURS}(?:\s*(?:,\s*)?(?:and\s+)?(?:{_MINUTES}|\d+\s*m(?![A-Za-z])))?"
    rf"|{_MINUTES}|\d+h\s?\d+\s?(?:mins?|m)?(?![A-Za-z])|(?:1|3)\s+quarters?\s+of\s+(?:1|an)\s+hour"
)
"""A pattern for hours and minutes as they are written."""
_DURATION: Final = re.compile(
    rf"(?:(?P<h>{_NUMBER})\s*-?\s*h[a-z]*)?[\s,]*(?:and\s+)?(?:(?P<m>\d+)\s*-?\s*(?:m[a-z]*)?)?"
    r"|(?P<q>[13])\s+quarters?\s+of\s+.*",
    re.I,
)


def duration_of(text: str) -> int | None:
    """Hours and minutes as minutes; None where they are no whole number of minutes."""
    match = _DURATION.fullmatch(text.strip())
    if match is None or not text.strip():
        return None
    if match["q"]:
        return 15 * int(match["q"])
    total = 60 * Fraction(match["h"] or 0) + int(match["m"] or 0)
    return int(total) if total.denominator == 1 else None
