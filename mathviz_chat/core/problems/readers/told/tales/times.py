"""Words of a story that only say when something happened; they add nothing to what is told."""

from __future__ import annotations

import re
from typing import Final

_DAY: Final = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_PART: Final = r"(?:morning|afternoon|evening|night|day|week|month|year|weekend|season)"
_ORDER: Final = r"(?:first|second|third|fourth|next|following|last|same)"
_OCCASION: Final = (
    r"(?:(?:his|her|their|my|our|its)\s+)?(?:[a-z]+\s+)?"
    r"(?:birthday|christmas|easter|walk|trip|party|game|match|picnic|holidays?|vacation|fair|sale|"
    r"show|concert|storm|visit|journey|race|practice|training|lesson|class|feast|wedding|festival)"
    r"(?:\s+(?:on|at|in|along|to|by|through)\s+[a-z]+)?"
    r"(?=\s*(?:,|$|\d|(?:he|she|they|it|we|i|you|there)\b|(?-i:[A-Z])))"
)
_SKIPPED: Final = re.compile(
    r"(?<![A-Za-z'-])(?:"
    rf"(?:(?:on|during|over|by)\s+)?(?:(?:{_ORDER}|this|that)\s+)?{_DAY}(?:\s+{_PART})?|"
    rf"(?:for|on|at|after|during|over)\s+{_OCCASION}|"
    rf"(?:in|during|over)\s+(?:{_ORDER}\s+)?(?:morning|afternoon|evening|night|weekend)|"
    rf"(?:on|over|during|in)?\s*(?:{_ORDER}|this|that)\s+{_PART}|"
    r"(?:in|during)\s+(?:first|second|third|last|next)\s+(?:half|quarter|round|game|match|lesson|set|hour)|"
    r"at\s+(?:station|stop|bus\s+stop)|"
    rf"(?:at|on)\s+(?:{_ORDER})(?:\s+(?:stop|station|day|visit|try|attempt|trip|round|game))?"
    r"(?=\s*(?:,|$|\d))|"
    r"(?:at|for|after|before|during)\s+(?:breakfast|lunch|dinner|lunchtime|recess|supper|school|noon)|"
    r"(?:in|during)\s+(?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december)|"
    r"yesterday|today|tonight|later(?:\s+on)?|afterwards?|after\s+that|then|also|still|"
    r"soon|after\s+a\s+while|meanwhile|at\s+night|altogether(?=\s*,)|only|just|however|"
    r"in\s+the\s+end|finally|eventually|recently|carefully|quickly|each\s+time(?=\s*$)"
    r")(?![A-Za-z'-])",
    re.I,
)
"""When something happened, and words that add nothing: stories tell events in their order."""
_MONTHS: Final = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
)
_DATED: Final = re.compile(
    rf"(?:{_DAY}|\b(?:yesterday|today|tonight|morning|afternoon|evening)|"
    rf"\b{_ORDER}\s+(?:day|week|month|year)|\bin\s+(?:{_MONTHS}))\b",
    re.I,
)
_SO_MANY_MORE: Final = re.compile(r"\d\s+(?:more|extra)\b", re.I)


def compares_days(sentence: str) -> bool:
    """``12 on Monday and 5 more on Tuesday``: 5 more cakes, or 5 more than on Monday?"""
    return bool(_SO_MANY_MORE.search(sentence) and _DATED.search(sentence))


_THEN: Final = re.compile(r"\b(?:then|afterwards?|after\s+that|later)\b", re.I)


def says_then(sentence: str) -> bool:
    """``30% on food and then 20% on rent``: of all, or of what is left by then?"""
    return bool(_THEN.search(sentence))


_SOME_OF: Final = re.compile(r"^((?:out\s+)?of\s+\d+\s+[a-z]+)\s+(?=\d)", re.I)
"""``of 64 apples 4 are rotten``: as if a comma stood before the second number."""
_TIMES_TWICE: Final = re.compile(r"[\s,]*,[\s,]*")


_BY_NOW: Final = re.compile(
    rf"^(?:today|tonight|this\s+{_PART}|in\s+(?:evening|afternoon)|at\s+end\s+of\s+{_PART}|"
    rf"by\s+(?:noon|evening|night|lunchtime)|after\s+{_OCCASION})\s*,?\s+",
    re.I,
)


_STILL: Final = re.compile(r"\bstill\s+(has|have|had)\b", re.I)


def by_now(sentence: str) -> str | None:
    """``this year he has 46``, ``he still has 46`` as what is so now; None for other sentences."""
    match = _BY_NOW.match(sentence)
    if match is not None:
        return f"now {without_times(sentence[match.end() :])}"
    still = _STILL.sub(r"now \1", sentence)
    return None if still == sentence else without_times(still)


def without_times(sentence: str) -> str:
    """A sentence that tells something, without the words that only say when."""
    sentence = _SOME_OF.sub(r"\1, ", sentence)
    text = _SKIPPED.sub(" ", f" {sentence} ")
    text = _TIMES_TWICE.sub(", ", re.sub(r"\s+", " ", text))
    return text.strip(" ,:")
