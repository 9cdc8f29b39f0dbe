"""A number of a story to be rounded, where nothing else is asked of it."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.readers.frames.frame import Filled, Frame, Role
from mathviz_chat.core.problems.readers.frames.tokens import words

_NUMBER: Final = re.compile(r"\d+/\d+|\d*\.\d+|\d+")


def _round(filled: Filled) -> str | None:
    if not filled.precision or filled.wanted is not None:
        return None
    number = _NUMBER.search(filled.text("number"))
    return number and f"Round {number[0]}{filled.precision}."


FRAMES: Final = (
    Frame(
        needs=("nearest|decimal|decimals|significant|dp|sf|sig|places|figures",),
        roles={"number": Role("number|length|mass|volume|time|money|area")},
        asks={},
        restate=_round,
        passed="to",
        allowed=words(
            "at many much nearest people person attendance crowd population round rounded "
            "rounding correct written "
            "write about approximately roughly calculator shows displays display reads showed give "
            "gives number figure newspaper report reports reported reporting print headline be "
            "would "
            "had were was when that is as in its it value accurate say says said its inhabitants "
            "spectators fans visitors residents city town village country stadium called "
            "approximate "
            "estimate cost measured worked total if has decimal express fraction calculator bill "
            "price "
            "length height weight mass distance long tall heavy high wide takes took take far exact"
        )
        - words("estimate cost total"),
        rounds=True,
    ),
)
