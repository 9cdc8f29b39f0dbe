"""A quantity of a story in another unit, where nothing else is asked of it."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.readers.frames.frame import Filled, Frame, Role
from mathviz_chat.core.problems.readers.frames.templates import amount, written
from mathviz_chat.core.problems.readers.frames.tokens import Token, words

_SORTS: Final = ("length", "mass", "volume", "time", "area", "length/time")


def _convert(filled: Filled) -> str | None:
    (token,) = filled.roles["amount"]
    value = amount(token)
    if token.unit is None or filled.wanted is None or value is None:
        return None
    if token.unit == filled.wanted and value.denominator != 1:
        return _in_the_greater(token, value)
    if token.unit == filled.wanted or token.unit.dimension != filled.wanted.dimension:
        return None
    return f"Convert {written(value)} {token.unit.symbol} to {filled.wanted.symbol}."


def _in_the_greater(token: Token, value: Fraction) -> str | None:
    """``4 hours 24 minutes in hours``, from the lesser of its units."""
    lesser = units.find(re.findall(r"[A-Za-z]+", token.text)[-1])
    if lesser is None or token.unit is None or lesser.factor >= token.unit.factor:
        return None
    many = value * token.unit.factor / lesser.factor
    return f"Convert {written(many)} {lesser.symbol} to {token.unit.symbol}."


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
            "same as how express convert give write needs need require was had been at moves "
            "moving goes "
            "cycles flies decimal form fill wants asks for fills"
        ),
    )
    for sort in _SORTS
)
