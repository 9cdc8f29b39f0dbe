"""The largest rectangle that a fence encloses beside a wall, which is one of its sides."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_WALL = r"(?:wall|river|house|barn|hedge|cliff|sea|stream|canal|lake|building|road|shed|garage)"


def _beside_a_wall(found: Found) -> str | None:
    (length,) = found.texts("length")
    if any(count not in ("3", "three") for count in found.texts("sides")):
        return None
    return f"There is {length} of fence. Beside wall. What is the maximum area of the pen?"


_NUMBERS = r"(?:#n |pairs? of )?(?:(?:positive|real|whole) )*numbers?"
_MOST = r"(?:greatest|largest|biggest|maximum|highest|most)"
_LEAST = r"(?:smallest|least|lowest|minimum)"
_CAN_BE = r"(?: (?:they|it|their|can|could|have|be|possible|value|of|that|which|two|numbers|is))*"
_EXTREMES: Final = (
    Pieces(
        words="product|multiply|multiplied",
        parts={
            "sum": (
                rf"{_NUMBERS} (?:that |which )?(?:add(?: up)? to|sum to|total|have (?:a )?(?:sum"
                rf"|total) of|"
                rf"whose sum is|with sum(?: of)?) #n|(?:sum|total) of {_NUMBERS} is #n"
            ),
            "product": (
                rf"{_NUMBERS} (?:that |which )?(?:multiply to(?: give)?|have product(?: of)?"
                rf"|whose product is|"
                rf"with product(?: of)?) #n|product of {_NUMBERS} is #n"
            ),
            "_positive": r"positive(?: numbers)?",
        },
        asks={
            "product": rf"(?:{FIND} )?(?:(?:their )?{_MOST}(?: possible)?(?: (?:value|their))?(?: "
            "of)?(?: "
            rf"(?:their|its))? product{_CAN_BE}|{_MOST} (?:their )?product{_CAN_BE})",
            "sum": rf"(?:{FIND} )?(?:their )?{_LEAST}(?: possible)?(?: (?:value|their))?(?: "
            "of)?(?: "
            rf"(?:their|its))? sum{_CAN_BE}",
        },
        says={
            "product: sum": lambda found: _of_two(found, "sum"),
            "product: sum sum": lambda found: _of_two(found, "sum"),
            "sum: product": lambda found: _of_two(found, "product"),
            "sum: product product": lambda found: _of_two(found, "product"),
        },
        allowed="their they",
    ),
    Pieces(
        words="rectangle|rectangles",
        parts={
            "around": r"(?:with |whose |has |have )?perimeter(?: of| is)? #l",
            "_all": r"(?:of |among )?(?:all |these )?rectangles?",
        },
        asks={
            "area": (
                rf"(?:{FIND} )?(?:area of {_MOST}(?: one| rectangle| of them)?|{_MOST}(?: "
                rf"possible)? area"
                r"(?: (?:it|that|rectangle|can|have|could|be|possible))*)"
            )
        },
        says={"area: around": "Find the maximum area of a rectangle with perimeter {around}."},
    ),
)


def _of_two(found: Found, told: str) -> str | None:
    """The greatest product by the sum, the least sum of two positive numbers by the product."""
    *two, total = found.texts(told)
    if two not in ([], ["2"]) or not total.isdigit():
        return None
    if told == "sum":
        return f"Two numbers add to {total}. Find the largest product."
    if "positive" not in found.text.split():
        return None
    return f"Find the minimum value of x + {total}/x for x > 0."


FRAMES: Final = (
    *_EXTREMES,
    Pieces(
        words="fence|fencing|netting|rope|wire",
        parts={
            "length": r"#l(?: of)?(?: wire)? (?:fence|fencing|netting|rope|wire)",
            "wall": (
                rf"(?:(?:up )?against|alongside|along|next to|beside|by)(?: \w+){{0,3}}? {_WALL}"
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
                r"no (?:fence|fencing)|no (?:fence|fencing|rope|wire) (?:is )?needed (?:on|along) "
                rf"{_WALL} side|so no fencing is (?:needed|required)(?: there)?"
            ),
            "_pen": (
                r"(?:to (?:fence|rope) off )?(?:rectangle|rectangular [a-z]+)(?= (?:by|against"
                r"|beside))|(?:to (?:make|enclose|build) )?rectangular(?: \w+)? (?:pen|field"
                r"|garden|"
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
        allowed="pen off long fence rope",
    ),
)
