"""A quantity of a story in another unit, where nothing else is asked of it."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames.frame import Filled, Frame, Role
from mathviz_chat.core.problems.readers.frames.templates import amount, written
from mathviz_chat.core.problems.readers.frames.tokens import words

_SORTS: Final = ("length", "mass", "volume", "time", "area", "length/time")


def _convert(filled: Filled) -> str | None:
    (token,) = filled.roles["amount"]
    value = amount(token)
    if token.unit is None or filled.wanted is None or value is None:
        return None
    if token.unit == filled.wanted or token.unit.dimension != filled.wanted.dimension:
        return None
    return f"Convert {written(value)} {token.unit.symbol} to {filled.wanted.symbol}."


FRAMES: Final = tuple(
    Frame(
        needs=("how|in|into|convert|express|change|many",),
        roles={"amount": Role(sort)},
        asks={},
        by_unit={sort: "amount"},
        restate=_convert,
        allowed=words(
            "weigh weighs weighed weight mass heavy length long tall high wide height width "
            "depth deep "
            "distance speed time takes took take lasts last lasted area volume capacity size is "
            "that "
            "it into in its travels runs run drive drives walk walks walked ran holds contains "
            "contain "
            "same as how express convert give write needs need require was had been"
        ),
    )
    for sort in _SORTS
)
