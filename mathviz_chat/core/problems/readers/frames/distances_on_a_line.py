"""A number that is so far from another one on the number line: an equation with a modulus."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_X = r"(?:(?:unknown |real )?number|(?:(?:unknown |real )?number )?(?P<x>[a-z]))"
_LINE = r"(?: on (?:real )?number line)?"
_POSSIBLE = r"(?:(?:all|both|two) )*(?:possible )?(?:values?|numbers?)"


def _modulus(found: Found) -> str | None:
    """|x - a| = d; the letter is the same wherever it is named."""
    texts = [text.replace("−", "-") for text in found.texts("gap")]
    letters = {*found.every("x")} - {"it", "number"} or {"x"}
    if len(texts) != 2 or len(letters) != 1 or not all(map(_NUMBER.fullmatch, texts)):
        return None
    place, gap = texts
    if gap.startswith("-") or gap == "0":
        return None
    (x,) = letters
    return f"Solve |{x} - ({place})| = {gap} for {x}."


_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+|/\d+)?")

FRAMES: Final = (
    Pieces(
        words="distance|units|away",
        parts={
            "gap": (
                rf"(?:if )?distance (?:between|from|of) {_X} (?:and|to|from) (?:number )?#e{_LINE}"
                rf" (?:is|equals|is equal to) #n(?: units?)?"
            ),
            "_line": r"on (?:real )?number line",
        },
        asks={
            "x": (
                rf"{FIND} {_POSSIBLE}(?: of (?P<x>[a-z]|number))?|which (?:values|numbers) can"
                r" (?P<x>[a-z]|it|number) (?:have|be|take)"
                r"|what (?:can|could) (?P<x>[a-z]|it|number) be"
            )
        },
        says={"x: gap gap": _modulus},
    ),
)
