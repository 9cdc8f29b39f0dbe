"""Maps: how far two places are apart in reality that are so far apart on the map."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_REAL = r"(?:in reality|in real life|on ground|really|actually|in real world)"
_APART = r"(?:apart|away from each other|from each other)"


def _real(found: Found) -> str | None:
    (scale,), (drawn,) = found.texts("scale"), found.texts("drawn")
    wanted = found.word("unit")
    unit = units.find(wanted) if wanted else None
    if wanted and (unit is None or unit.dimension != "length"):
        return None
    how = f" in {unit.symbol}" if unit else ""
    return (
        f"The scale of a map is {scale}. Two towns are {drawn} apart on the map. What is the "
        f"actual "
        f"distance{how}?"
    )


_MAP: Final = Pieces(
    words="map|plan|atlas",
    parts={
        "scale": r"(?:(?:with|of|to|has|at|in|is|drawn|using) )*scale(?: (?:of|is))? #r|#r(?: "
        r"scale)?",
        "_places": r"#n(?= [a-z]+ (?:are|lie))",
        "drawn": rf"(?:is |are |measures |lie )?#l(?: {_APART})?(?: (?:on (?:this |that )?map))?",
        "_map": r"on (?:[a-z]+ )?(?:map|plan|atlas)|distance between (?:them|two [a-z]+|[a-z]+ "
        r"and [a-z]+)",
    },
    asks={
        "real": (
            rf"(?:{FIND} )?(?:real|actual|true) distance(?: between (?:them|[a-z]\w+|[a-z]\w+ "
            r"and [a-z]\w+))?"
            r"(?: in (?P<unit>[a-z]+))?"
            rf"|(?:{FIND} )?distance(?: between (?:them|[a-z]\w+|[a-z]\w+ and [a-z]\w+))? {_REAL}"
            r"(?: in (?P<unit>[a-z]+))?"
            rf"|how (?:far|many (?P<unit>[a-z]+))(?: apart)? are (?:they|[a-z]\w+)(?: {_APART})? "
            rf"{_REAL}"
            r"(?: in (?P<unit>[a-z]+))?"
        )
    },
    says={"real: scale drawn": _real},
    allowed="distance between",
)

FRAMES: Final = (_MAP,)
