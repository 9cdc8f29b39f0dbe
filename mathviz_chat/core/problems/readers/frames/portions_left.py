"""Fractions of a whole: what is left after two have eaten, how many small parts it fills."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import value
from mathviz_chat.core.problems.readers.frames.echoes import stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_TOOK = (
    r"(?:ate|eats|eat|drank|drinks|had|has|took|takes|used|uses|sold|sells|spent|spends|read|reads"
    r"|gave away|gives away|painted|mowed|cut off|cuts off|got|gets)"
)
_PART = r"(?:#n|(?P<half>half))"
_REST = (
    r"(?:(?:what|whatever) (?:(?:was|is|he|she|they|had|has|have|i|we) )*(?:left|remained|remains)"
    r"(?: over)?|rest(?: of (?:it|(?P<rest>[a-z]\w+)))?|remainder|remaining (?P<rest>[a-z]\w+))"
)


def _part(numbers: tuple[str, ...]) -> str | None:
    """A told part, which is a half where it is no number."""
    part = numbers[0] if numbers else "1/2"
    return part if 0 < value(part) < 1 else None


def _left(found: Found) -> str | None:
    """What is left of the whole after one part of it, and one part of the rest."""
    first, second = _part(found.texts("first")), _part(found.texts("second"))
    if first is None or second is None or not _is_fraction(first) or not _is_fraction(second):
        return None
    wholes = {stem(word) for name in ("whole", "asked", "rest") for word in found.every(name)}
    if len(wholes) != 1:
        return None
    return f"What is (1 - {first})*(1 - {second})?"


def _is_fraction(text: str) -> bool:
    return re.fullmatch(r"\d+/\d+", text) is not None


_EATEN: Final = Pieces(
    words="fraction",
    parts={
        "second": rf"{_TOOK} {_PART} of {_REST}",
        "first": rf"{_TOOK} {_PART} of (?:whole )?(?:[a-z]+ )??(?P<whole>[a-z]\w+)(?= ~| \.| and"
        r"| then)",
        "_then": r"then|afterwards|after that|later|next",
    },
    asks={
        "left": (
            r"(?:what|which) fraction of (?:whole |original |entire )?(?:[a-z]+ "
            r")??(?P<asked>[a-z]\w+)"
            r"(?: (?:is|was|are|were|remains|remained))(?: (?:now|still|left|over|there|remaining"
            r"|uneaten|unused))*(?= \.)"
        )
    },
    says={"left: second first": _left},
)

_UNIT = r"(?P<unit>lit(?:re|er)|met(?:re|er)|kilogram|kilo|kg|gallon|pint|mile|ton|tonne|yard)s?"


def _filled(found: Found) -> str | None:
    """How many small ones one amount fills; a whole number of them."""
    units = {stem(word) for word in found.every("unit")}
    ((whole,), (each,)) = found.texts("whole"), found.texts("each")
    if len(units) != 1 or stem(found.word("small")) != stem(found.word("asked")):
        return None
    if not value(each) or (value(whole) / value(each)).denominator != 1:
        return None
    return f"What is {value(whole)} / ({value(each)})?"


_FILLED: Final = Pieces(
    words="each|every",
    parts={
        "each": (
            r"(?P<small>[a-z]\w+) (?:that|which) (?:each )?(?:hold|take|contain|measure|weigh) "
            rf"#n of {_UNIT}"
            r"(?: each)?|(?P<small>[a-z]\w+) (?:of|holding|containing|with) "
            rf"#n of {_UNIT} each|(?:each|every) (?P<small>[a-z]\w+) (?:holds|takes|contains"
            r"|needs) #n of"
            rf" {_UNIT}"
        ),
        "whole": rf"#n of {_UNIT}(?: of [a-z]\w+)?(?: left)?",
        "_into": r"(?:poured|pours|filled|fills|put|puts|divided|cut|cuts|packs|packed|shared)"
        r"(?: (?:it|this|them|all of it))?(?: into)?",
    },
    asks={
        "count": (
            r"how many (?P<asked>[a-z]\w+) (?:did|does|do|can|could|will) (?:she|he|they|we|i"
            r"|[a-z]\w+)"
            r" (?:fill|make|get|cut|need|pack)|how many (?P<asked>[a-z]\w+) (?:can|could) be filled"
        )
    },
    says={"count: each whole": _filled},
    allowed="left had has little",
)

FRAMES: Final = (_EATEN, _FILLED)
