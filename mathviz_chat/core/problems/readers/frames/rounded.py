"""A number of a story to be rounded, where nothing else is asked of it."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames.frame import Filled, Frame, Role
from mathviz_chat.core.problems.readers.frames.tokens import words


def _round(filled: Filled) -> str | None:
    if not filled.precision or filled.wanted is not None:
        return None
    return f"Round {filled.text('number')}{filled.precision}."


FRAMES: Final = (
    Frame(
        needs=("nearest|decimal|decimals|significant|dp|sf|sig|places|figures",),
        roles={"number": Role("number")},
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
            "estimate cost measured worked total if has"
        )
        - words("estimate cost total"),
        rounds=True,
    ),
)
