"""Two bills for some of one thing and some of another: what one of each costs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import currency, value
from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.echoes import stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces
from mathviz_chat.core.problems.readers.frames.tokens import Token

_THING = (
    r"(?!(?:for|and|plus|with|cost|of)\b)[a-z][a-z-]+"
    r"(?: (?:tickets?|bars?|cones?|rolls?|sandwich(?:es)?|cards?|cakes?|drinks?))?"
)
_COUNT = r"(?:#n|#w|#v|one|single)"
_COUNTED = rf"{_COUNT} (?:of )?{_THING}"
_JOIN = r"(?:and|plus|with)"
_ITEMS = (
    rf"(?:{_COUNTED} (?:{_JOIN} )?{_COUNTED}|{_THING} {_JOIN} {_COUNTED}"
    rf"|{_COUNTED} {_JOIN} {_THING})"
)
_IN_ALL = r"(?:together|altogether|in total|in all|total)"
_COST = (
    r"(?:(?:and )?(?:(?:came|come|comes|added up|add up|adds up) to|cost(?:s|ing)?|for|paid|pays?"
    rf"|is|was|were|are)(?: (?:(?:a )?total of|{_IN_ALL}|me|us|him|her|them))?)"
)
_BILL = (
    rf"(?:total (?:price|cost) (?:of|for) )?{_ITEMS}(?: {_IN_ALL})? {_COST} #m(?: {_IN_ALL})?"
    rf"|(?:(?:paid|pays?|spent|spends|cost|costs|charged) )?(?:total of )?#m(?: {_IN_ALL})? "
    rf"(?:for|on|buys|gets) {_ITEMS}"
)
_ONE_ITEM: Final = re.compile(
    rf"(?<![\w#-])(?:(?P<count>#[nwv]\d+|one|single) )?(?P<of>of )?(?P<thing>{_THING})"
)
_BILLS: Final = re.compile(re.sub(r"#([a-z])", r"#\1\\d+", _BILL))
_BOTH_ITEMS: Final = re.compile(re.sub(r"#([a-z])", r"#\1\\d+", _ITEMS))


def _prices(found: Found) -> str | None:
    """The two bills in plain words; both sorts are in each, and one or each is asked for."""
    tokens = iter(found.roles["bill"])
    told: list[tuple[dict[str, str], str]] = []
    for bill in _BILLS.finditer(found.text):
        read = _counts(bill.group(), tokens)
        if read is None:
            return None
        told.append(read)
    if len(told) != 2 or told[0][0].keys() != told[1][0].keys() or len(told[0][0]) != 2:
        return None
    if len({currency(total) for _, total in told}) > 1:
        return None
    first, second = told[0][0]
    said = " ".join(
        f"{counts[first]} adult tickets and {counts[second]} child tickets cost {total}."
        for counts, total in told
    )
    asked = [_kind(word) for word in found.every("asked")]
    if found.asked == "each":
        return f"{said} How much does each ticket cost?" if set(asked) <= {first, second} else None
    if len(asked) != 1 or asked[0] not in (first, second):
        return None
    return f"{said} How much does {'an adult' if asked[0] == first else 'a child'} ticket cost?"


def _counts(bill: str, tokens: Iterator[Token]) -> tuple[dict[str, str], str] | None:
    """How many of each sort are paid for, and the total; a sort without a number is one."""
    total = next(tokens).text if re.match(r"[a-z ]*#m", bill) else ""
    items = _BOTH_ITEMS.search(bill)
    counts: dict[str, str] = {}
    units: set[str] = set()
    for item in _ONE_ITEM.finditer(items.group() if items else ""):
        count = "1"
        if (item["count"] or "").startswith("#"):
            token = next(tokens)
            units.add(token.unit.symbol if token.unit else "")
            count = str(value(token.text))
        elif not item["count"] and item["thing"].endswith("s"):
            return None
        if not count.isdigit():
            return None
        counts[_kind(item["thing"])] = count
    return (counts, total or next(tokens).text) if len(units) < 2 else None


def _kind(thing: str) -> str:
    words = re.sub(r"\bkids?\b", "child", thing).split()
    return " ".join(stem(word) for word in words if word not in ("ticket", "tickets"))


_SORT = rf"(?:one |single )?(?P<asked>{_THING})"
_PRICE = r"(?:price|cost|value)(?: per (?:kg|kilo|kilogram|litre|liter|gram))?"
_TWO_BILLS: Final = Pieces(
    words="and|plus|for",
    parts={
        "bill": _BILL,
        "_other": (
            r"(?:guy|man|woman|lady|person|girl|boy|customer|friend|one|people|another|other)"
            r"(?: (?:behind|after|before|in front of|next to) (?:me|us|him|her|them)"
            r"| family| group| customer)?"
            r"(?: (?:got|bought|had|ordered|took|gets|buys|orders|paid|pays))?(?= ~|)"
        ),
        "_bought": r"(?:got|bought|buys?|had|ordered|orders|paid)(?= ~)",
        "_while": r"while|whereas|but|next day",
    },
    asks={
        "each": (
            r"(?:what|how much) (?:does|do|is|did|are) (?:each|every|one of each|each kind of|each "
            r"type of|each sort of)(?: (?:kind|type|sort) of)?"
            rf"(?: (?:item|thing|one|ticket|{_THING}))?(?: cost)?"
            rf"|(?:find|what is|what are) {_PRICE}s? (?:of|for) each(?: (?:kind|type|sort) of)?"
            rf"(?: [a-z]\w+)?"
            rf"|(?:{FIND} )?(?P<asked>[a-z]+) price and (?P<asked>[a-z]+) price"
            rf"|(?:{FIND} )?{_PRICE}s? (?:of|for) {_SORT} and "
            rf"(?:(?:what is )?{_PRICE} (?:of|for) |of |for )?{_SORT}"
            rf"|how much (?:do|does|is|are) {_SORT} and {_SORT}(?: each)?(?: cost)?(?: each)?"
        ),
        "one": (
            rf"how much (?:is|does|was|did|are|(?:do|would|will) (?:i|you|we) pay for) {_SORT}"
            r"(?: cost)?(?= \.)"
            rf"|what (?:does|did) {_SORT} cost|what (?:do|would|will) (?:i|you|we) pay for {_SORT}"
            rf"|(?:{FIND} )?{_PRICE} (?:of|for) {_SORT}(?= \.)"
        ),
    },
    says={
        f"{asked}: {' '.join(['bill'] * count)}": _prices
        for asked in ("each", "one")
        for count in (4, 5, 6)
    },
    allowed="in at of bought buy buys got get gets paid pays pay if my cost costs",
)

FRAMES: Final = (_TWO_BILLS,)
