"""The largest rectangle that a fence encloses beside a wall, which is one of its sides."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_WALL = r"(?:wall|river|house|barn|hedge|cliff)"


def _beside_a_wall(found: Found) -> str | None:
    (length,) = found.texts("length")
    if any(count not in ("3", "three") for count in found.texts("sides")):
        return None
    return f"There is {length} of fence. Beside wall. What is the maximum area of the pen?"


FRAMES: Final = (
    Pieces(
        words="fence|fencing|netting",
        parts={
            "length": r"#l(?: of)?(?: wire)? (?:fence|fencing|netting)",
            "wall": (
                rf"(?:(?:up )?against|alongside|along|next to|beside)(?: \w+){{0,3}}? {_WALL}"
                rf"|(?:one|fourth|other|remaining) side(?: of \w+)? (?:is|being|formed by|is "
                rf"formed "
                rf"by)(?: \w+){{0,3}}? {_WALL}|{_WALL} (?:is|forms|makes) (?:one|fourth) side"
            ),
            "sides": (
                r"(?:so )?(?:just |only )?(?:for |on )?(?:other )?#n(?: other)? sides(?: (?:need|"
                r"needs|fence|fenced|fencing|to|be|have))*"
            ),
            "_none": (
                r"(?:so )?no fence is (?:needed|required)(?: there)?|(?:which )?(?:needs|requires) "
                r"no (?:fence|fencing)|so no fencing is (?:needed|required)(?: there)?"
            ),
            "_pen": (
                r"(?:to (?:make|enclose|build) )?rectangular(?: \w+)? (?:pen|field|garden|"
                r"enclosure|plot|area|yard|paddock|run|region|patch)"
            ),
        },
        asks={
            "area": (
                r"(?:what's |what is |find )?(?:biggest|largest|greatest|maximum)(?: possible)? "
                r"(?:rectangular )?area"
            )
        },
        says={
            "area: length wall": _beside_a_wall,
            "area: length wall sides": _beside_a_wall,
        },
        allowed="pen",
    ),
)
