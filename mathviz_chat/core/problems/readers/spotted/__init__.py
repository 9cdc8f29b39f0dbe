"""Questions about formulas by their intent: a few words that stand anywhere, and the places.

Where no grammar matches a question as a whole, an intent may still be spotted: its words occur,
every other word stands on a written list, and every place is taken. The question is then said
again plainly, and only the plain question is read and shown.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from mathviz_chat.core.problems.readers.spotted import (
    algebra,
    angles,
    areas,
    calculus,
    conditions,
    equations,
    functions,
    lists,
    matrices,
    models,
    neutral,
    numbers,
    places,
    points,
    sequences,
    series,
)
from mathviz_chat.core.problems.readers.spotted.intents import Intent
from mathviz_chat.core.problems.readers.spotted.places import Said

INTENTS: Final[tuple[Intent, ...]] = tuple(
    intent
    for topic in (
        algebra,
        areas,
        angles,
        calculus,
        conditions,
        equations,
        functions,
        lists,
        matrices,
        numbers,
        points,
        sequences,
        series,
    )
    for intent in topic.INTENTS
)
_WITH_DOTS: Final = tuple(
    intent for intent in INTENTS if intent not in (*numbers.INTENTS, *lists.INTENTS)
)
_GOES_ON: Final = re.compile(r"(?:,|\+|\d)\s*(?:\.\.\.|…|\\[cl]?dots)")
"""``1, 2, 4, 8, ...``: more values than are written."""

MAX_PLACES: Final = 24
MAX_WORDS: Final = 80


@lru_cache(maxsize=64)
def said_again(text: str) -> str:
    """The one plain question that the intents make of a text; "" for none or several."""
    return _said(text) or _said(models.bare(text))


def _said(text: str) -> str:
    said = places.of(text)
    if (
        not _is_short(said)
        or _takes_part(said)
        or neutral.is_yes_or_no(said.words)
        or neutral.breaks_off(said.words)
    ):
        return ""
    topics = INTENTS if not _GOES_ON.search(text) else _WITH_DOTS
    for openly in (False, True):
        found = {each for intent in topics for each in intent.readings(said, openly=openly)}
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


def _takes_part(said: Said) -> bool:
    """``15% of 80``: one value between two places, which no intent may take apart."""
    pairs = zip(said.places, said.places[1:], strict=False)
    return any(a.written.endswith("%") and b.gap == "of" for a, b in pairs)


def _is_short(said: Said) -> bool:
    return 0 < len(said.places) <= MAX_PLACES and len(said.words) <= MAX_WORDS
