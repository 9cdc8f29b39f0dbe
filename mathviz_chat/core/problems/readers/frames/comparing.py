"""Which of several values a story tells is the largest, which offer is better, who did more."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.readers.frames.amounts import currency, value
from mathviz_chat.core.problems.readers.frames.compared_values import is_of_some
from mathviz_chat.core.problems.readers.frames.echoes import stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces
from mathviz_chat.core.problems.readers.frames.templates import amount, written
from mathviz_chat.core.problems.readers.frames.tokens import Token, words
from mathviz_chat.core.problems.units import Unit

_N = r"(?:#n|#p)"
_LARGE = r"(?:larger|largest|greater|greatest|bigger|biggest|higher|highest)"
_SMALL = r"(?:smaller|smallest|lower|lowest|lesser|least)"
_THINK = r"(?:says|said|thinks|thought|claims|claimed|believes|reckons|insists)"
_VALUES = r"(?:values|numbers|fractions|decimals|amounts)"


def _values(found: Found) -> str | None:
    texts = found.texts("value")
    if is_of_some(found.text):
        return None
    if any(int(count) != len(texts) for count in found.texts("count") if count.isdigit()):
        return None
    return f"Which is the {found.asked} of {', '.join(texts)}?"


def _which(word: str) -> str:
    return (
        rf"(?:which|what)(?: of (?:them|these|{_VALUES}|these {_VALUES}|#n(?: {_VALUES})?))?"
        rf"(?: is| has)?(?: (?:really|actually|indeed))? {word}"
        r"(?: (?:one|value|number|fraction|of them|of these|of #n|of all))?"
    )


_ARGUED: Final = Pieces(
    words="larger|largest|greater|greatest|bigger|biggest|smaller|smallest|highest|lowest",
    parts={
        "count": rf"(?:about |over )?#n {_VALUES}|of #n(?= ~)",
        "value": (
            rf"(?:[a-z]\w* )?{_THINK}(?: that)? {_N} is (?:more|larger|greater|bigger|higher|less"
            rf"|smaller|lower) than {_N}"
            rf"|{_N}(?: {_N})*(?: and| or)? {_N}"
        ),
        "_opinion": (
            rf"(?:but |and )?(?:[a-z]\w* )?(?:{_THINK}|am sure|is sure|are sure|disagrees|disagree"
            r"|does not agree|doesn't agree|is not sure|isn't sure|am not sure|i'm not sure)"
            r"(?: (?:that|they|these|all|both|are not|aren't|are|equal|same|exactly))*"
        ),
    },
    asks={"largest": _which(_LARGE), "smallest": _which(_SMALL)},
    says={
        f"{asked}: {shape}": _values
        for asked in ("largest", "smallest")
        for shape in ("value+", "count value+", "count count value+")
    },
    allowed="between",
)


def named(names: list[str], values: list[str], order: str) -> str | None:
    """``Which is smaller, Alder at 7/2 or Birch at 3?``: those who are compared, by name."""
    if len(names) != 2 or len(values) != 2 or names[0] == names[1]:
        return None
    first, second = (name.title() if name[0].isalpha() else name for name in names)
    return f"Which is {order}, {first} at {values[0]} or {second} at {values[1]}?"


_SHOP = (
    r"(?:shop|store|stall|market|supermarket|baker|bakery|brand|pack|packet|box|bag|bottle|jar|size"
    r"|deal|offer|website)"
)
_SELLS = r"(?:sells|sold|charges|wants|asks|offers|has|is selling|costs|is|gives)"
_HOLDS = r"(?: (?:bottle|pack|packet|jar|bag|tin|can|box|carton|tub|tube|roll|bar|sack))?"


def _per_unit(found: Found) -> list[str]:
    """What one costs at each of two, in one currency and for one sort of thing."""
    tokens = found.roles["offer"]
    pairs = [sorted(tokens[k : k + 2], key=lambda one: one.sort != "money") for k in (0, 2)]
    prices, sizes = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    if any(price.sort != "money" or size.sort == "money" for price, size in pairs):
        return []
    if len({size.sort for size in sizes}) > 1 or len({currency(p.text) for p in prices}) > 1:
        return []
    measures = [_measure(size, sizes[0].unit) for size in sizes]
    if None in measures:
        return []
    return [f"{p.text[1:].strip()}/{m}" for p, m in zip(prices, measures, strict=True)]


def _measure(size: Token, unit: Unit | None) -> str | None:
    """How much it is, in the unit of the first of those who are compared."""
    if size.unit is None or unit is None:
        return size.text if size.text.isdigit() else None
    many = amount(size)
    return None if many is None else _written(many * size.unit.factor / unit.factor)


def _written(many: Fraction) -> str:
    text = written(many)
    return f"({text})" if "/" in text else text


def _cheaper(found: Found) -> str | None:
    """Per unit, by the names of the shops, or by the sizes where it is asked what is better."""
    prices = _per_unit(found)
    shops = list(found.every("shop"))
    if "b" in shops and shops[0] != "b" and re.fullmatch(_SHOP, shops[0]):
        shops[0] = "a"  # which went with the articles
    if not shops and found.asked == "better":
        shops = _sizes(found)
    per = _PER_UNIT.search(found.text)
    sizes = [token for token in found.roles["offer"] if token.sort != "money"]
    if per is not None and units.find(per[1]) and any(token.unit is None for token in sizes):
        return None  # so many eggs, and their price per gram
    counted = {stem(word) for word in found.every("thing")} - _HOLDERS
    return None if len(counted) > 1 else named(shops, prices, "smaller")


def _sizes(found: Found) -> list[str]:
    """``10 eggs``, ``5 kg``: the offers by how much each of them is."""
    things = [*dict.fromkeys(found.every("thing"))]
    sizes = [token for token in found.roles["offer"] if token.sort != "money"]
    if any(token.unit is None for token in sizes) and len(things) != 1:
        return []
    return [token.text if token.unit else f"{token.text} {things[0]}" for token in sizes]


_PER_UNIT: Final = re.compile(r"\b(?:per|for each|for one|for every) ([a-z]+)")
_HOLDERS: Final = frozenset(
    map(stem, words("bottle pack packet jar bag tin can box carton tub tube roll bar sack"))
)
_FEW = r"(?: (?!costs?\b|for\b|at\b|and\b|or\b|which\b|where\b)[a-z][\w'-]*){0,4}"
_COSTS = (
    r"(?:costs?|is|are|for|at|priced at|sells? for|sell for|is sold for|are sold for|comes? to)"
)
_AT = r"(?:at|from|in) (?P<shop>[a-z]\w+(?: (?:stores?|shop|market|supermarket|foods))?)"
_AMOUNT = r"(?:#v|#w|#l|#n(?! each)(?: (?:of |large |small )?(?P<thing>[a-z]\w*))?)"
_CHEAP = (
    r"(?:cheaper|better value(?: for money)?|better buy|better deal|best value|best buy|best deal|"
    r"lower price|lower unit price|cheapest|lower price|less)"
)
_PER = r"(?: (?:per|for each|for one|for every) [a-z]\w*)?"
_WHICH_OFFER = (
    rf"(?:which|where)(?: (?:of (?:them|#n)|{_SHOP}|one|place|size|rolls))*"
    r"(?: (?:is|gives?|offers?|has|sells|are|charges?|costs?|works out)(?: (?:you|me|[a-z]+s))?)*"
)
_PLAIN_CHEAP = r"(?:cheaper|cheapest|less|lower price)"

_OFFERS: Final = Pieces(
    words="cheaper|better|best|lower|cheapest|less",
    parts={
        "_same": (
            rf"(?:#n|both|two) (?:{_SHOP}s|shops|stores|brands|supermarkets|bakeries) (?:sell"
            r"|sells|have"
            r"|stock)(?: exactly)? same (?:(?:brand|kind|type|sort|make) of )?[a-z]\w*(?: "
            r"[a-z]\w*)?"
        ),
        "offer": (
            rf"(?:(?:{_SHOP} (?P<shop>[a-z]+)|(?!at\b|from\b|in\b|and\b)(?P<shop>[a-z]\w+)) "
            rf"{_SELLS} |{_AT} )?"
            rf"(?:{_AMOUNT}(?: same)?{_FEW} {_COSTS} #m|#m (?:for|per|buys|gets you|gets) {_AMOUNT}"
            rf"(?:{_HOLDS} of [a-z]\w*)?|{_AMOUNT}{_FEW} #m)(?: {_AT}(?! #n))?"
        ),
    },
    asks={
        "better": (
            rf"{_WHICH_OFFER} (?!{_PLAIN_CHEAP}(?! per)){_CHEAP}{_PER}(?: (?:[a-z]+ )?or [a-z]+)?"
        ),
        "cheaper": rf"{_WHICH_OFFER} {_PLAIN_CHEAP}(?: (?:[a-z]+ )?or [a-z]+)?",
    },
    says={f"{asked}: offer offer offer offer": _cheaper for asked in ("better", "cheaper")},
    allowed="same or can get buy sold",
)


def _shares(order: str) -> Callable[[Found], str | None]:
    """Parts of the same whole, of whom each did one."""

    def says(found: Found) -> str | None:
        if "same" not in found.text.split():
            return None
        return named(list(found.every("who")), [*map(_share, found.texts("share"))], order)

    return says


def _share(text: str) -> str:
    share = value(text) / (100 if "%" in text else 1)
    return f"{share.numerator}/{share.denominator}"


_DID = (
    r"(?:run|ran|done|did|eaten|ate|read|covered|walked|finished|completed|painted|drunk|drank"
    r"|cycled"
    r"|filled|used|spent|answered|got|climbed|solved|swum|swam|ridden|rode|has|had)"
)
_WHICH = rf"(?:which(?: of (?:them|#n(?: [a-z]\w*)?))?|who)(?: had| has| have)? {_DID}"
_SORT = (
    r"(?: (?:part|share|fraction|ground|distance|of it|of same [a-z]\w*|of [a-z]\w*|correctly))?"
)

_PARTS: Final = Pieces(
    words="more|most|less|least|further|farther|larger|smaller|bigger",
    parts={
        "share": (
            rf"(?P<who>[a-z]\w*)(?: had| has| have)?(?: already| only)? {_DID} {_N}(?: right| "
            r"correct)?"
            r" of (?:very |exactly )?(?:(?P<same>same) )?[a-z]\w*(?: [a-z]\w*)?"
        ),
        "_when": r"when it (?:started|began) to (?:rain|pour|snow)|(?:by|at) (?:noon|then)",
    },
    asks={
        "more": rf"{_WHICH} (?:more|most|further|farther|larger|bigger|greater){_SORT}",
        "less": rf"{_WHICH} (?:less|least|smaller){_SORT}",
    },
    says={"more: share share": _shares("larger"), "less: share share": _shares("smaller")},
)

FRAMES: Final = (_ARGUED, _OFFERS, _PARTS)
