"""Things put into rows or groups of one size: which sizes, or how many groups, there can be."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.readers.frames.echoes import stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_GROUPS = (
    r"(?:rows|groups|teams|lines|columns|piles|stacks|boxes|bags|packs|packets|tables|bunches"
    r"|sets|parcels|heaps)"
)
_GROUP = (
    r"(?:row|group|team|line|column|pile|stack|box|bag|pack|packet|table|bunch|set|parcel|heap)"
)
_SAME = r"(?:equal|equally large|equally big|same-size|equal-size|equal-sized|same-sized)"
_ALL = r"(?:(?:list|find|name|give|write down|state|what are|which are|what|which) )?(?:all )?"


_JOINED: Final = re.compile(
    r"\b(?:and|with|plus|including) #n|#n\d+ [a-z]\w* (?:and|plus) (?!wants?\b)"
)
"""Somebody besides those who are counted."""


def _divisors(found: Found) -> str | None:
    """The factors of how many there are; what is asked for are those things, or the groups."""
    (total,) = found.texts("total")
    things = {stem(word) for word in (*found.every("thing"), *found.every("asked"))}
    if (
        _JOINED.search(found.text)
        or not total.isdigit()
        or not 1 < int(total) <= 10_000
        or len(things) != 1
    ):
        return None
    return f"List all factors of {total}."


FRAMES: Final = (
    Pieces(
        words="equal|same|equally|equal-sized|same-sized|equal-size|same-size",
        parts={
            "equal": (
                rf"(?:in|into) {_SAME} {_GROUPS}|(?:in|into) {_GROUPS} (?:of|with|that have|having)"
                r" (?:equal|same) (?:size|sizes|number|length)(?: of [a-z]\w*)?"
                rf"|(?:(?:in|into) {_GROUPS} )?so that (?:each|every|all) {_GROUP}s? (?:has|have"
                r"|contains?|holds?) (?:equal|same) number(?: of [a-z]\w*)?"
            ),
            "_rest": (
                r"(?:with |and |so that )*(?:nothing|none|no [a-z]\w*) (?:is |are |being )?left"
                r"(?: over)?|using all(?: of them| [a-z]\w*)?"
            ),
            "total": r"#n (?P<thing>[a-z]\w+)",
        },
        asks={
            "sizes": (
                rf"{_ALL}possible numbers of (?P<asked>[a-z]\w+) (?:in|per|for) (?:each |every )?"
                rf"{_GROUP}|{_ALL}possible {_GROUP} sizes|{_ALL}(?:possible )?(?:{_GROUP} sizes"
                rf"|sizes of (?:{_GROUP}s?|{_GROUPS})) (?:are|is) (?:possible|there)"
                rf"|{_ALL}possible numbers of {_GROUPS}"
            )
        },
        says={"sizes: equal total": _divisors},
        allowed="put split divide can could arrange",
    ),
)
