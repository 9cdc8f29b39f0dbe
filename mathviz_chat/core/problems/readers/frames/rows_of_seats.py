"""Rows of so many seats each, some of them empty: how many are taken, or free."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import value
from mathviz_chat.core.problems.readers.frames.echoes import stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_ROW = r"(?:row|section|block|carriage|coach|wagon|table|bench|floor|deck|bus)"
_ROWS = r"(?:rows|sections|blocks|carriages|coaches|wagons|tables|benches|floors|decks|buses)"
_SEAT = r"(?:seats|chairs|places|spaces|desks|beds|rooms)"
_SEATED = (
    r"(?:people|persons|visitors|guests|parents|pupils|students|children|passengers|spectators"
    r"|fans|adults)"
)
_BEING = r"(?:(?:were|was|are|is|will be|have been|had been|stayed|stay|remained|remain|kept) )"
_FREE = r"(?:empty|free|unoccupied|vacant|available|unsold|not taken|not occupied|not sold)"
_FULL = r"(?:taken|occupied|sold|filled|full|booked|used)"
_COME = r"(?:attend|attended|come|came|are there|were there|are present|were present|watched)"
_SOME = rf"(?:but |and |only )*#n (?:of )?(?:(?P<seat>{_SEAT}) |them )?{_BEING}+"


def _rest(found: Found) -> str | None:
    """All seats without those of the other sort; all that are named are the same."""
    rows, each = found.texts("rows")
    (some,) = found.texts("free") or found.texts("full") or found.texts("people")
    seats = {stem(word) for word in found.every("seat")}
    if len(seats) != 1 or not all(text.isdigit() for text in (rows, each, some)):
        return None
    if value(some) > value(rows) * value(each):
        return None
    return f"Calculate {rows}*{each} - {some}."


_GROUND: Final = (
    rf"#n (?:long |straight |equal )?{_ROWS} (?:of|with|each with|each of|each having|that each"
    rf" have) #n (?P<seat>{_SEAT})(?: (?:each|in each(?: {_ROW})?|per {_ROW}|in every {_ROW}))?"
    rf"|#n {_ROWS} (?:and |where |in which |with )*(?:each|every)(?: {_ROW}| one)? (?:has|have"
    rf"|contains|of|with) #n (?P<seat>{_SEAT})"
)

FRAMES: Final = (
    Pieces(
        words="rows|sections|blocks|carriages|coaches|wagons|tables|benches|floors|decks|buses",
        parts={
            "rows": _GROUND,
            "free": rf"{_SOME}{_FREE}",
            "full": rf"{_SOME}{_FULL}",
            "people": rf"#n {_SEATED} {_COME}",
        },
        asks={
            "taken": (
                rf"how many (?:of )?(?:(?P<seat>{_SEAT}) {_BEING}+{_FULL}|{_SEATED} (?:{_COME}|"
                r"were in [a-z]\w*))"
            ),
            "open": rf"how many (?:of )?(?P<seat>{_SEAT}) {_BEING}+(?:{_FREE}|left)",
        },
        says={
            "taken: rows rows free": _rest,
            "open: rows rows full": _rest,
            "open: rows rows people": _rest,
        },
        allowed="has have if there",
    ),
)
