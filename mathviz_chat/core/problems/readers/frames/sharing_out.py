"""Things shared out or packed in equal parts: how many in each, how many are left over."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.readers.frames.frame import Filled, Frame, Role
from mathviz_chat.core.problems.readers.frames.templates import amount
from mathviz_chat.core.problems.readers.frames.tokens import words

_DEEDS: Final = (
    "shared|share|shares|sharing|divided|divides|divide|split|splits|packed|packs|pack|packing|put|"
    "puts|putting|placed|places|arranged|arranges|arrange|sorted|grouped|dealt|distributed"
    "|distributes|"
    "handed|gives|gave|given|hands|deals|bagged|boxed|arranging|seated|fit|stacked|fill|fills"
    "|filled"
)
_BOXES = words(
    "boxes bags packs packets trays rows groups teams bunches cartons stacks piles sets crates "
    "jars "
    "baskets bundles columns shelves tables vases cases tins pots lines hampers bowls"
)
_RECEIVERS = words(
    "children kids friends people pupils students boys girls pals players siblings brothers "
    "sisters "
    "cousins neighbours neighbors persons members guests dogs cats monkeys classmates "
    "grandchildren "
    "plates teams tables groups bags boxes baskets trays shelves bowls jars"
)
_LEFT: Final = (
    "left over|left|remain|remaining|remainder|remains|leftover|leftovers|are over|spare|be over"
)
_EACH: Final = (
    "each get|each|each child get|each person get|each receive|every child get|does each|will each|"
    "each friend get|per person|per child|each 1 get|gets|how many full|how many complete|"
    "how many whole|full|complete|how many boxes|how many bags|how many packs|how many rows|"
    "how many groups|how many teams|how many packets|how many trays|apiece"
)
_WORDS: Final = (
    words(
        "get gets got receive receives equally equal evenly fairly amongst among between number "
        "same each "
        "everyone as many possible left over put puts give gives gave given into of in can be "
        "would had "
        "were it takes full complete whole out if when by to child kid friend person pupil "
        "student boy girl "
        "player box bag pack packet tray row group team plate shelf jar basket table"
    )
    | _BOXES
    | _RECEIVERS
    | words(_DEEDS.replace("|", " "))
)


def _whole(filled: Filled) -> tuple[Fraction, Fraction] | None:
    """The things and how many go into one part, or the parts; None unless they are whole "
    "numbers."""
    above, below = amount(filled.roles["total"][0]), amount(filled.roles["size"][0])
    if above is None or below is None or above.denominator != 1 or below.denominator != 1:
        return None
    return (above, below) if 1 < below < above and filled.wanted is None else None


def _division(filled: Filled) -> str | None:
    numbers = _whole(filled)
    if numbers is None:
        return None
    above, below = numbers
    if filled.asked == "left":
        return f"Find the remainder when {above} is divided by {below}."
    return f"Find the quotient and the remainder when {above} is divided by {below}."


def _frame(asked: dict[str, str], needs: tuple[str, ...], size: Role, passed: str) -> Frame:
    return Frame(
        needs=(_DEEDS, *needs),
        roles={"total": Role("number"), "size": size},
        asks=asked,
        restate=_division,
        passed=f"{passed}|each other|in total|and how many",
        allowed=_WORDS,
    )


_PARTS: Final = Role(
    "number",
    before="among|amongst|between|to|by|into|onto|on",
    after="|".join(sorted(_RECEIVERS)),
)
_SIZES: Final = Role(
    "number",
    before="|".join(f"{one} of|{one} that hold|{one} with|{one} holding" for one in sorted(_BOXES))
    + "|holds|hold|in",
    after="in each|each|per box|to box|to bag|per bag|in box|in bag|in every|per pack|in row|"
    "per row",
)
_HOLDERS = words(
    "buses coaches minibuses cars taxis vans boats boxes crates trips cartons bags packs "
    "packets tables "
    "tents rows pages lorries trucks shelves trays albums coach bus"
)


def _needed(filled: Filled) -> str | None:
    numbers = _whole(filled)
    if numbers is None:
        return None
    above, below = numbers
    return f"Calculate ceil({above}/{below})."


FRAMES: Final = (
    _frame({"both": _EACH}, (_LEFT,), _PARTS, _LEFT),
    _frame({"both": _EACH}, (_LEFT,), _SIZES, _LEFT),
    _frame({"both": _EACH, "left": _LEFT}, (_LEFT,), _PARTS, "left over"),
    _frame({"both": _EACH, "left": _LEFT}, (_LEFT,), _SIZES, "left over"),
    Frame(
        needs=(
            "how many " + "|how many ".join(sorted(_HOLDERS)),
            "needed|need|needs|required|require|hire|order|must|least|take",
        ),
        roles={
            "total": Role("number"),
            "size": Role(
                "number",
                before="holds|hold|carry|carries|seat|seats|seating|with|takes|take|of|for up "
                "to|up to|"
                "capacity of|room for|space for|at most|maximum of|fit|fits|holding|carrying|"
                "sleeps|for",
                after="seats|seater|people each|per bus|in each|to bus|each|to box|per box|"
                "passengers",
            ),
        },
        asks={"holders": "how many " + "|how many ".join(sorted(_HOLDERS))},
        restate=_needed,
        passed="at most|up to|at least|least number|seats|maximum of",
        allowed=_WORDS
        | words(
            "go going travel travelling transport take takes taken needed trip bus coach each "
            "hold holds "
            "carry carries seat seats must at order hire needs need for all everyone them by "
            "with box "
            "trip school can pupils students people children passengers minibus room space "
            "capacity "
            "of least least seats it if fit fits page table car"
        ),
    ),
)
