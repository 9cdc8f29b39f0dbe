"""Questions in the passive: how many were sold, how much was spent."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.told.tales import verbs
from mathviz_chat.core.problems.readers.told.tales.inquiry import MANY, TOTAL, Asked, thing_of
from mathviz_chat.core.problems.readers.told.tales.parsing import (
    either,
    made,
    maybe,
    sequence,
    words,
)

_BEEN: Final = words(r"(?:is|are|was|were|has\s+been|have\s+been)")
_TOGETHER: Final = maybe(words(rf"{TOTAL}|on\s+both\s+days"))
PASSIVE: Final = either(
    made(
        sequence(MANY, _BEEN, words(verbs.GAIN), _TOGETHER),
        lambda v: Asked("gained", thing_of(v[0]), "they"),
    ),
    made(
        sequence(MANY, _BEEN, words(f"{verbs.LOSE}|{verbs.DO}"), _TOGETHER),
        lambda v: Asked("lost", thing_of(v[0]), "they"),
    ),
)
