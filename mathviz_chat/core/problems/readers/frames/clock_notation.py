"""Times of day in figures: those in words, and those of the 24-hour clock where it is asked for."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import spoken, times

_SPOKEN: Final = re.compile(
    r"\b(?P<past>(?:a\s+)?(?:quarter|half)\s+(?:past|to))\s+(?P<hour>[a-z]+|\d{1,2})\s+"
    r"(?P<half>(?:in\s+the\s+(?:morning|afternoon|evening)|at\s+night|[ap]\.?m\b\.?))",
    re.IGNORECASE,
)
_FULL: Final = re.compile(
    r"[,(]?\s*\b(?:(?:use|using|in|on|with|as|and|please|(?:give|write|state)\s+(?:it|the\s+answer|"
    r"your\s+answer|the\s+time)\s+(?:in|on|as|using)|answer\s+in)\s+)*(?:the\s+|a\s+)?\(?"
    r"24[\s-]?(?:h|hr|hour)s?[\s-]?(?:clock(?:\s+(?:time|format|notation))?|format|notation|time)\b"
    r"(?:\s+(?:please|pls|plz))?\)?",
    re.IGNORECASE,
)
_CLOCK: Final = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2}):(?P<minute>\d\d)(?![\d:])(?!\s*[ap]\.?m\b)"
)
_DOTTED: Final = re.compile(r"(?<![\d.:])(\d{1,2})\.([0-5]\d)(?=\s?[ap]\.?m\b)", re.IGNORECASE)
"""``7.45 pm``"""


def written(text: str) -> str:
    """The story with the half of the day behind each time that tells it in words or by its form."""
    text = _DOTTED.sub(r"\1:\2", _SPOKEN.sub(_in_figures, text))
    if not _FULL.search(text) or any(len(m["hour"]) == 1 for m in _CLOCK.finditer(text)):
        return text
    return _CLOCK.sub(_with_its_half, _FULL.sub(" ", text))


def _in_figures(match: re.Match[str]) -> str:
    hour = match["hour"]
    number = int(hour) if hour.isdigit() else spoken.number(hour)
    past = re.sub(r"^a\s+", "", match["past"], flags=re.IGNORECASE)
    found = None if number is None else times.clock(f"{past} {number} {match['half']}")
    return match[0] if found is None else str(found)


def _with_its_half(match: re.Match[str]) -> str:
    """``11:48`` of the 24-hour clock is in the morning, ``12:05`` in the afternoon."""
    half = {"10": " am", "11": " am", "12": " pm"}.get(match["hour"], "")
    return match[0] + half
