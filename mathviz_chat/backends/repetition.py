"""Stops an answer that has begun to repeat itself, as small models do at temperature 0."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from mathviz_chat.backends.base import Delta, Statistics

LONGEST_UNIT: Final = 300  # characters
SHORTEST_RUN: Final = 120  # characters, longer than a ruler, a row of zeros or of dots
FEWEST_TIMES: Final = 4
_ANCHOR: Final = 12
_KEPT: Final = LONGEST_UNIT * FEWEST_TIMES + _ANCHOR


def repeats_itself(text: str) -> bool:
    """Whether ``text`` ends in the same piece again and again.

    The piece has at most 300 characters and stands there at least four times in a row and over at
    least 120 characters: a line of 60 characters four times, one of 20 six times.
    """
    if len(text) < SHORTEST_RUN:
        return False
    anchor = text[-_ANCHOR:]
    place = len(text) - len(anchor)
    while (place := text.rfind(anchor, 0, place + len(anchor) - 1)) >= 0:
        period = len(text) - len(anchor) - place
        if period > LONGEST_UNIT:
            return False
        run = max(FEWEST_TIMES * period, SHORTEST_RUN)
        if len(text) >= run and text[-run:-period] == text[-run + period :]:
            return True
    return False


def until_repetition(
    stream: Iterator[Delta | Statistics], cancel: threading.Event
) -> Iterator[Delta | Statistics]:
    """Pass a backend's stream on; end it with ``stop="repeated"`` once its text repeats itself.

    cancel: the event that the stream was given; it is set to stop the backend.
    """
    tail = ""
    repeated = False
    for item in stream:
        if isinstance(item, Statistics):
            yield replace(item, stop="repeated") if repeated else item
        elif not repeated:
            yield item
            tail = (tail + item.text)[-max(_KEPT, len(item.text)) :]
            if not cancel.is_set() and repeats_itself(tail):
                repeated = True
                cancel.set()
