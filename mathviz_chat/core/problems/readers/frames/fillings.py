"""How many small amounts a large one makes, where it is shared out without a rest."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces
from mathviz_chat.core.problems.readers.frames.templates import amount, written

_MADE = r"(?:filled|fill|poured|pour|made|make|served|serve|packed|pack)"
_BY = r"(?: (?:can|could|will|be|you|we|i|she|he|they|one))+"


def _count(found: Found) -> str | None:
    """The whole by one piece, both in the unit of the piece."""
    (whole,), (piece,) = found.roles["whole"], found.roles[""]
    total, one = amount(whole), amount(piece)
    if total is None or one is None or whole.unit is None or piece.unit is None or not one:
        return None
    if whole.sort != piece.sort:
        return None
    total *= whole.unit.factor / piece.unit.factor
    if (total / one).denominator != 1:
        return None
    return f"What is {written(total)}/{written(one)}?"


FRAMES: Final = tuple(
    Pieces(
        words="many",
        parts={
            "whole": rf"(?:holds|contains|has|with|from|of)? ?{mark}(?: (?:of )?[a-z]\w*)?",
        },
        asks={
            "count": (
                rf"how many (?:full )?(?:{mark} [a-z]\w*|[a-z]\w* of {mark}(?: each)?){_BY} {_MADE}"
                r"(?: (?:completely|up))?(?: (?:from|with|out of) (?:it|this|that|[a-z]\w*))?"
            )
        },
        says={"count: whole": _count},
    )
    for mark in ("#v", "#w")
)
