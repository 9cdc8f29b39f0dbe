"""Two percentage changes one after the other: by how much the value has changed in all."""

from __future__ import annotations

import re
from math import prod
from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import value
from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.percents import FALLS, RISES
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_RISE: Final = re.compile(rf"{RISES} #p")
_FALL: Final = re.compile(rf"{FALLS} #p")
_SAME_THING: Final = re.compile(
    rf"#p.*\b(?:and|then|but|it|again|later|afterwards|subsequently) (?:{RISES}|{FALLS}) #p"
)
"""No other thing is named before the second change."""


def _overall(found: Found) -> str | None:
    """The changes in their order; None where nothing has changed in all."""
    changes = [(1, text) for text in found.texts("up")] + [
        (-1, text) for text in found.texts("down")
    ]
    if not _SAME_THING.search(found.text):
        return None
    rise, fall = _RISE.search(found.text), _FALL.search(found.text)
    if rise and fall and fall.start() < rise.start():
        changes.reverse()
    factor = prod(1 + sign * value(text) / 100 for sign, text in changes)
    asked = {"rise": factor > 1, "fall": factor < 1}.get(found.asked, factor != 1)
    if not asked:
        return None
    first, second = (f"{_VERBS[sign]} by {text}" for sign, text in changes)
    return f"A price {first} and then {second}. What is the overall percentage change?"


_VERBS: Final = {1: "increases", -1: "decreases"}
_ALL = r"(?:overall|total|net|combined)"
_P = r"(?:percentage|percent|%)"
_TWO: Final = Pieces(
    words="overall|total|net|combined",
    parts={
        "up": rf"{RISES} #p",
        "down": rf"{FALLS} #p",
        "_order": r"first|then|later|again|next|afterwards",
        "_over": r"(?:across|over|in|during|after) #t|(?:and )?#t later|(?:in|during) (?:first"
        r"|second) #t",
        "_when": r"during|(?:in|on) (?:first|second|following|next) (?:day|week|month|year)",
        "_which": r"(?:and )?(?:(?:was|is|say whether|state whether) (?:it|this) )?"
        r"(?:is |was )?(?:an )?(?:increase or decrease|decrease or increase|rise or fall)",
    },
    asks={
        "change": (
            rf"(?:{FIND} |by )?(?:what )?{_ALL} {_P} change|{_P} {_ALL} change"
            rf"|(?:{FIND} )?{_ALL} change in (?:percent|%)"
        ),
        "rise": rf"(?:{FIND} )?(?:what )?{_ALL} {_P} (?:increase|rise|growth|gain)(?! or\b)",
        "fall": rf"(?:{FIND} )?(?:what )?{_ALL} {_P} (?:decrease|fall|drop|loss)(?! or\b)",
    },
    says={
        f"{asked}: {changes}": _overall
        for asked in ("change", "rise", "fall")
        for changes in ("up down", "up up", "down down")
    },
    allowed="price value share population salary then when",
)

FRAMES: Final = (_TWO,)
