"""Two bills for some of one thing and some of another: what one of each costs."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import currency
from mathviz_chat.core.problems.readers.frames.echoes import stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_COUNT = r"(?:#n|(?:one|single))"
_THING = r"[a-z]\w+(?: (?:tickets?|bars?|cones?|rolls?|sandwich(?:es)?|cards?|cakes?|drinks?))?"
_COST = (
    r"(?:(?:and )?(?:(?:came|come|comes|added up) to|cost(?:s|ing)?|for|paid|pays?|is|was|were|are)"
    r"(?: (?:a )?total of| altogether| me| us| him| her| them)?)"
)
_BILL = (
    rf"{_COUNT} (?P<first>{_THING}) and {_COUNT} (?P<second>{_THING})"
    rf"(?: (?:together|altogether))? {_COST} #m"
)
_BILLS: Final = re.compile(
    rf"(?P<one>{_COUNT}) (?P<first>{_THING}) and (?P<other>{_COUNT}) (?P<second>{_THING})"
    rf"(?: (?:together|altogether))? {_COST} #m".replace("#n", r"#n\d+").replace("#m", r"#m\d+")
)


def _prices(found: Found) -> str | None:
    """The two bills in plain words; both sorts are in each, and one or each is asked for."""
    bills = list(_BILLS.finditer(found.text))
    numbers = iter(found.texts("bill"))
    told: list[tuple[dict[str, str], str]] = []
    for bill in bills:
        counts: dict[str, str] = {}
        for count, thing in ((bill["one"], bill["first"]), (bill["other"], bill["second"])):
            counts[_kind(thing)] = next(numbers) if count.startswith("#") else "1"
        told.append((counts, next(numbers)))
    if len(told) != 2 or told[0][0].keys() != told[1][0].keys() or len(told[0][0]) != 2:
        return None
    if len({currency(total) for _, total in told}) > 1:
        return None
    first, second = told[0][0]
    said = " ".join(
        f"{counts[first]} adult tickets and {counts[second]} child tickets cost {total}."
        for counts, total in told
    )
    if found.asked == "each":
        return f"{said} How much does each ticket cost?"
    asked = _kind(found.word("asked"))
    if asked not in (first, second):
        return None
    return f"{said} How much does {'an adult' if asked == first else 'a child'} ticket cost?"


def _kind(thing: str) -> str:
    return " ".join(stem(word) for word in thing.split() if word not in ("ticket", "tickets"))


_TWO_BILLS: Final = Pieces(
    words="and",
    parts={
        "bill": _BILL,
        "_other": (
            r"(?:guy|man|woman|lady|person|girl|boy|customer|friend|one|people)"
            r"(?: (?:behind|after|before|in front of|next to) (?:me|us|him|her|them))?"
            r"(?: (?:got|bought|had|ordered|took|gets|buys|orders))?(?= ~)"
        ),
        "_bought": r"(?:got|bought|buys?|had|ordered|orders|paid)(?= ~)",
        "_while": r"while|whereas|but|next day",
    },
    asks={
        "each": (
            r"(?:what|how much) (?:does|do|is|did) (?:each|every|one of each|each kind of|each "
            r"type of"
            rf"|each sort of)(?: (?:kind|type|sort) of)?(?: {_THING})? cost"
            r"|(?:find|what is) (?:price|cost) of each(?: (?:kind|type|sort) of)?(?: [a-z]\w+)?"
        ),
        "one": (
            rf"how much (?:is|does|was|did|are) (?:one|single)? ?(?P<asked>{_THING})(?: "
            r"cost)?(?= \.)"
            rf"|what (?:does|did) (?:one|single)? ?(?P<asked>{_THING}) cost"
            rf"|(?:find|what is) (?:price|cost) of (?:one|single)? ?(?P<asked>{_THING})(?= \.)"
        ),
    },
    says={
        f"{asked}: {' '.join(['bill'] * count)}": _prices
        for asked in ("each", "one")
        for count in (4, 5, 6)
    },
    allowed="in at",
)

FRAMES: Final = (_TWO_BILLS,)
