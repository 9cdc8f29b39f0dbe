"""Dates, days of the week and times of day as they are written."""

from __future__ import annotations

import datetime
import re
from typing import Final

MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
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


CLOCK: Final = re.compile(
    r"(?:(?P<h>\d{1,2})(?:\s*:\s*(?P<m>\d\d))?\s*(?P<s>[ap]\.?\s?m\.?)?|(?P<w>noon|midnight))", re.I
)


def clock_of(text: str) -> tuple[int, int, bool] | None:
    """Hour (0 to 23), minute, and whether a.m. or p.m. is said or the hour says it."""
    match = CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    if match["w"]:
        return (12 if match["w"].lower() == "noon" else 0), 0, True
    hour, minute = int(match["h"]), int(match["m"] or 0)
    half = (match["s"] or "").lower()[:1]
    if minute > 59 or hour > 23 or (half and not 1 <= hour <= 12):
        return None
    if half:
        return hour % 12 + (12 if half == "p" else 0), minute, True
    return hour, minute, hour > 12 or hour == 0
