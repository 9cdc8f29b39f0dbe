"""A sentence that tells something, read as a series of events."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from mathviz_chat.core.problems.readers.told.tales.attributes import MEASURED
from mathviz_chat.core.problems.readers.told.tales.dealings import DEALINGS
from mathviz_chat.core.problems.readers.told.tales.events import Event
from mathviz_chat.core.problems.readers.told.tales.goals import NEEDING
from mathviz_chat.core.problems.readers.told.tales.levels import CHANGES
from mathviz_chat.core.problems.readers.told.tales.moves import AGAIN, GOING, HAVING
from mathviz_chat.core.problems.readers.told.tales.packing import PACKING
from mathviz_chat.core.problems.readers.told.tales.parsing import either
from mathviz_chat.core.problems.readers.told.tales.referents import WHICH
from mathviz_chat.core.problems.readers.told.tales.sorts import SORTED
from mathviz_chat.core.problems.readers.told.tales.times import by_now, without_times
from mathviz_chat.core.problems.readers.told.tales.wholes import SOME_OF

MOST_READINGS: Final = 24
MOST_EVENTS: Final = 9

_EVENT: Final = either(
    PACKING, DEALINGS, HAVING, GOING, NEEDING, SORTED, CHANGES, SOME_OF, WHICH, MEASURED, AGAIN
)
_LINKS: Final = "and|but|while|if|who|which|when|where|plus"
_JOINED: Final = re.compile(
    rf"\s*(?:,\s*(?:so|{_LINKS})?|{_LINKS})(?![A-Za-z'-])\s*,?",
    re.I,
)
_BEFORE: Final = re.compile(
    r"\s*(?:if|suppose|and|but|so|say|after|when|once|at\s+first|first|originally|initially|,|given"
    r"|let)(?![A-Za-z'-])\s*,?",
    re.I,
)


def told(sentence: str) -> list[tuple[Event, ...]]:
    """The first readings of a sentence that tells something, each a series of events."""
    now = by_now(sentence)
    readings = [] if now is None else _told(now)
    return list(dict.fromkeys((*_told(without_times(sentence)), *readings)))


def _told(sentence: str) -> list[tuple[Event, ...]]:
    found = dict.fromkeys(islice(_series(sentence, 0, 0), MOST_READINGS))
    return [_named(one) for one in found] if _AFTER.match(sentence) else list(found)


_AFTER: Final = re.compile(r"after\s+[a-z]+ing\b", re.I)


def _named(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """``after giving away 8 apples, Maria had 15``: it is she who gave them."""
    if len(events) < 2 or events[0].who:
        return events
    return (replace(events[0], who=events[1].who), *events[1:])


def _series(text: str, at: int, depth: int) -> Iterator[tuple[Event, ...]]:
    if depth >= MOST_EVENTS:
        return
    starts = [at]
    before = _BEFORE.match(text, at)
    if before is not None:
        starts.append(before.end())
    for start in starts:
        for end, event in _EVENT(text, start):
            if not text[end:].strip(" ,"):
                yield (event,)
                continue
            joined = _JOINED.match(text, end)
            if joined is not None:
                for others in _series(text, joined.end(), depth + 1):
                    yield (event, *others)
