"""Questions of a few words and signs: ``20% off $50``, ``12:05 - 9:50``.

A difference of times is how long it is from the second one to the first, which must be later:
``9:50 - 12:05`` is rather a span of time.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.patterns import LazyPattern

_ASK: Final = (
    r"(?:(?:what\s+is|what's|whats|how\s+much\s+is|find|calculate|work\s+out|compute|evaluate)\s+)?"
)
_PERCENT: Final = r"(?P<p>\d+(?:\.\d+)?\s*(?:%|per\s?cent))"
_AMOUNT: Final = (
    r"(?P<m>[$£€]\s*\d+(?:,\d{3})*(?:\.\d+)?|\d+(?:,\d{3})*(?:\.\d+)?(?:\s+(?:dollars|euros|"
    r"pounds))?)"
)
_NOUN: Final = r"(?:\s+(?!and|plus|minus|then|with|less|of|off|at|per|by|in|is|or|to)[a-z]{3,})?"
_OFF: Final = tuple(
    LazyPattern(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_ASK}{_PERCENT}\s+off\s+(?:of\s+)?(?:an?\s+|the\s+|my\s+)?(?:price\s+of\s+"
        rf")?{_AMOUNT}{_NOUN}",
        rf"{_ASK}(?:the\s+price\s+of\s+)?(?:an?\s+|the\s+|my\s+)?{_AMOUNT}{_NOUN}\s+"
        rf"(?:with|after|at)\s+(?:an?\s+)?{_PERCENT}\s+(?:off|discount|reduction)",
    )
)
_TIME: Final = r"(?:[01]?\d|2[0-3]):[0-5]\d"
_TIMES: Final = LazyPattern(
    rf"{_ASK}(?:the\s+difference\s+)?(?P<end>{_TIME})\s*(?:-|–|minus)\s*(?P<start>{_TIME})"
    r"(?:\s*=)?(?P<form>\s+in\s+(?:minutes|hours))?",
    re.IGNORECASE,
)


def said_again(text: str) -> str | None:
    """The question in the words of the readers of percentages and of times."""
    match = next((found for one in _OFF if (found := one.fullmatch(text)) is not None), None)
    if match is not None:
        return f"Decrease {match['m']} by {match['p']}"
    match = _TIMES.fullmatch(text)
    if match is None or _minutes(match["start"]) >= _minutes(match["end"]):
        return None
    return f"How long is it from {match['start']} to {match['end']}{match['form'] or ''}?"


def _minutes(time: str) -> int:
    hours, minutes = map(int, time.split(":"))
    return 60 * hours + minutes
