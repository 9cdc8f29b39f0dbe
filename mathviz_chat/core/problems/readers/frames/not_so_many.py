"""A part of so many things does something: how many of them do not."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import value
from mathviz_chat.core.problems.readers.frames.echoes import content, stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_NOT = (
    r"(?:cannot|can't|can not|do not|don't|does not|did not|didn't|are not|aren't|were not|weren't"
    r"|have not|haven't|is not|was not|have no)"
)
_DEED = r"[a-z]\w*(?: [a-z]\w*){0,3}"


def _others(found: Found) -> str | None:
    """The rest of them, where the question denies what is told and is about the same things."""
    (part,), (whole,) = found.texts("part"), found.texts("whole")
    things = {stem(word) for word in found.every("thing")}
    told, denied = content(found.word("told")), content(found.word("denied"))
    share = value(part) / (100 if "%" in part else 1)
    if len(things) != 1 or not denied or told != denied or not 0 < share < 1:
        return None
    rest = (1 - share) * value(whole)
    if not whole.isdigit() or rest.denominator != 1:
        return None
    return f"Calculate {whole} - {share.numerator}/{share.denominator}*{whole}."


FRAMES: Final = (
    Pieces(
        words="many|number",
        parts={
            "part": r"(?:#n|#p) of(?= #n [a-z])",
            "whole": (
                r"#n (?P<thing>[a-z]\w*)(?: (?:in|of|at|on) [a-z]\w*)?(?: who| that| which)?"
                rf" (?:(?:can|are|were|is|have|has|do|did) )?(?P<told>{_DEED})(?= \.)"
            ),
        },
        asks={
            "others": (
                r"how many(?: of (?:them|these))?(?: (?P<thing>(?!of\b)[a-z]\w*))?"
                rf"(?: in [a-z]\w*)? {_NOT} (?P<denied>{_DEED})(?= \.)"
            )
        },
        says={"others: part whole": _others},
    ),
)
