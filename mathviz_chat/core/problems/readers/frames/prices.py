"""Stories of prices: a fee and a rate, coins of two kinds, change, and savings."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import currency, value
from mathviz_chat.core.problems.readers.frames.cues import FIND, HOW_MUCH
from mathviz_chat.core.problems.readers.frames.echoes import stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_FIXED = (
    r"(?:fixed|flat|call-out|callout|booking|basic|standing|sign-up|joining|initial|base|service"
    r"|entry|one-off|delivery|membership|set-up|connection|admin)"
)
_FEE = r"(?:fee|charge|cost|price|fare)"
_RATE = (
    r"#m (?:per|for each|for every|each|every) (?:extra |additional )?(?P<unit>[a-z]\w+)(?: of"
    r" \w+)?"
)


_LIMIT: Final = re.compile(r"\b(?:limit|allowance)\b")
"""How many there are below it is not told, so that only those over it can be asked for."""


def _count(found: Found) -> str | None:
    """How many units a bill is for: the unit of the rate is the one that is asked for."""
    if stem(found.word("which")) != stem(found.word("unit")) and found.word("which"):
        return None
    if _LIMIT.search(found.text) and not re.search(r"how many (?:extra )?\w+ over\b", found.text):
        return None
    ((fee,), (rate,), (total,)) = (found.texts(role) for role in ("fee", "rate", "total"))
    if len({currency(each) for each in (fee, rate, total)}) > 1 or value(total) <= value(fee):
        return None
    return (
        f"A gym costs {fee} per month plus {rate} per class. The bill was {total}. How many "
        "classes were taken?"
    )


def _total(found: Found) -> str | None:
    (count,) = found.roles["count"]
    unit = found.word("unit")
    named = count.text.split()[-1] if count.unit else found.word("what")
    if stem(named) != stem(unit) and _SHORT.get(named, named) != _SHORT.get(unit, unit):
        return None
    ((fee,), (rate,)) = found.texts("fee"), found.texts("rate")
    return (
        f"A taxi charges {fee} plus {rate} per mile. How much is a {_plain(count.text)} mile trip?"
    )


def _first_year(found: Found) -> str | None:
    """A fee to join and a rate a month, for the twelve months of a year."""
    ((fee,), (rate,)) = found.texts("fee"), found.texts("rate")
    if found.word("unit") != "month":
        return None
    return f"A gym costs {fee} plus {rate} per month. How much does it cost for 12 months?"


_SHORT: Final = {
    one: words.split()[0]
    for words in ("km kms kilometre kilometer kilometres kilometers", "hour h hr hrs hours")
    for one in words.split()
}


def _plain(text: str) -> str:
    number = value(text)
    return f"{number if number.denominator == 1 else float(number)}"


_FEE_AND_RATE: Final = Pieces(
    words="plus|and",
    parts={
        "fee": (
            r"#m to (?:join|start|enter|sign up|register|set up)|"
            rf"(?:{_FIXED} )+{_FEE}(?: (?:of|is|was))? #m|#m (?:{_FIXED} ?)+(?:{_FEE})?|#m {_FEE}"
            r"|#m(?: per month)?(?= (?:plus|and)(?: extra| additional| further| another)? "
            r"#m (?:per|for|each|every))"
        ),
        "rate": rf"(?:plus |and |then )*(?:extra |additional |further |another )?{_RATE}",
        "total": (
            r"(?:bill|total|cost|costs|charge|charged|fare|paid|pays|pay|price)"
            r"(?: (?:for )?(?:was|is|of|came to|comes to))? #m"
        ),
        "year": r"(?:in|for|over|during|after) (?:first|whole|full) year|(?:in|for|after) 1 year",
        "count": r"#n(?: (?P<what>[a-z]\w+))?|#t|#l",
        "_plus": r"plus",
        "_last": r"last (?:month|week|year)(?:'?s)?|per month",
        "_new": r"new(?= (?:member|customer|player|user))",
        "_over": r"(?:over|above|beyond) (?:monthly |free )?(?:limit|allowance)",
    },
    asks={
        "count": (
            r"(?:(?:(?:for|after|in) )?how many (?P<which>\w+)(?: over)?|how long|how far"
            rf"|{FIND} number of \w+)"
        ),
        "total": (
            rf"(?:{HOW_MUCH}|{FIND})… (?:cost|costs|bill|charge|charged|fare|total|pay|price|be)"
            rf"|{HOW_MUCH} (?:does|will|would|do)(?: [a-z]\w*){{1,4}}?"
            r"(?= #[nlt]\d+(?: [a-z]\w*)? cost\b)"
        ),
    },
    says={
        "count: fee rate total": _count,
        "total: fee rate count": _total,
        "total: fee rate year": _first_year,
    },
    allowed=(
        "cost costs charge charges charged bill total pay pays paid for if per fee fare price "
        "taxi member customer work worked works job hire hiring ride trip journey travel travels "
        "travelled did altogether take takes drive drives time"
    ),
)

_CENTS: Final = {"penny": 1, "nickel": 5, "dime": 10, "quarter": 25}
_COIN = r"(?:pennies|penny|nickels?|dimes?|quarters?)"


def _coin(word: str) -> str:
    return "penny" if word.startswith("penn") else word.removesuffix("s")


def _coins(found: Found) -> str | None:
    """Coins of two kinds, by their number and their worth."""
    kinds = {_coin(word) for word in found.text.split()} & set(_CENTS)
    ((count,), (total,)) = found.texts("count"), found.texts("total")
    asked = _coin(found.word("kind"))
    told = sorted(value(text) for text in found.texts("_worth"))
    usual = sorted(Fraction(_CENTS[kind], 100) for kind in kinds)
    if len(kinds) != 2 or asked not in kinds or told not in ([], usual) or currency(total) != "$":
        return None
    (other,) = kinds - {asked}
    plural = {"penny": "pennies"}
    first, second = (plural.get(kind, f"{kind}s") for kind in (asked, other))
    return (
        f"Nina has {count} coins, all {first} and {second}, worth {total} altogether. How many "
        f"{first} does she have?"
    )


def _denominations(found: Found) -> str | None:
    """Coins of two values; the kind that is asked for is one of them."""
    kinds, ((count,), (total,)) = found.texts("kind"), (found.texts("count"), found.texts("total"))
    (asked,) = found.texts("")
    if len({currency(each) for each in (*kinds, total, asked)}) > 1 or asked not in kinds:
        return None
    (other,) = set(kinds) - {asked} or ("",)
    return other and _two_prices(asked, other, count, total)


def _two_prices(asked: str, other: str, count: str, total: str) -> str:
    return (
        f"Adult tickets cost {asked} and child tickets cost {other}. {count} tickets were sold for "
        f"{total}. How many adult tickets were sold?"
    )


_WORTH = (
    r"(?:(?:which |that )?(?:are |is )?(?:worth|total(?:ling|ing)?|total value (?:of|is)"
    r"|(?:combined |total )?value of|adding up to|add up to|adds up to|amounting to|make|making"
    r"|totals?))(?: in total| total of)? #m"
)
_COINS: Final = Pieces(
    words="nickels|nickel|dimes|dime|quarters|quarter|pennies|penny",
    parts={
        "_worth": r"(?:and )?(?:penny|nickel|dime|quarter)(?: is| is worth)? #m",
        "total": rf"{_WORTH}|(?:has|have|is) #m in|#m",
        "count": r"#n(?: coins)?",
        "_kinds": (
            rf"(?:all of them |all |only |either |just )*{_COIN}(?: and| or) {_COIN}(?: only)?"
        ),
    },
    asks={"count": rf"how many (?:of (?:them|coins) are )?(?P<kind>{_COIN})"},
    says={"count: total count": _coins},
    allowed="total altogether worth value all only coins in has have got i've together",
)
_DENOMINATIONS: Final = Pieces(
    words="coins|coin|notes|bills|stamps",
    parts={
        "kind": (
            r"#m(?: coins?| notes?| bills?| stamps?)?(?= (?:and|or) #m (?:coins|notes|bills"
            r"|stamps))|(?:some|(?:all )?others|rest)(?: of them)? (?:of|are|were|being) #m"
            r"(?: (?:coins|notes|bills|stamps))?"
            r"|(?:and |or )#m (?:coins|notes|bills|stamps)|(?:all|either|only) #m"
            r"|(?:and|or) #m(?= ~| make| worth| total)"
        ),
        "total": rf"{_WORTH}|#m",
        "count": r"#n(?: (?:coins|notes|bills|stamps))?",
        "_only": r"only|just|all of which are|all",
    },
    asks={
        "count": r"how many (?:of (?:them|coins|notes) are )?#m(?: (?:coins|notes|bills|stamps))?"
    },
    says={"count: kind kind total count": _denominations},
    allowed="total altogether worth value in has have got together",
)

_KIND = (
    r"(?:adults?|grown-ups?|child(?:ren)?(?:'s)?|kids?|students?|seniors?|pupils?"
    r"|members?)"
)
_TICKET = r"(?: tickets?| entry)?"


def _tickets(found: Found) -> str | None:
    """Tickets of two prices, so many for so much: how many of one, or of each, were sold."""
    kinds = [_age(word) for word in found.every("kind")]
    prices, asked = found.texts("price"), _age(found.word("asked"))
    count, total = found.texts("lot") or (*found.texts("count"), *found.texts("total"))
    if len(set(kinds)) != 2 or len({currency(text) for text in (*prices, total)}) > 1:
        return None
    if found.asked == "each":
        more, less, amount = (value(text) for text in (*prices, total))
        first = (amount - less * value(count)) / (more - less) if more != less else Fraction(-1)
        if first.denominator != 1 or not 0 <= first <= value(count):
            return None
        return f"Solve x + y = {count} and {more}*x + {less}*y = {amount} for x and y."
    if asked not in kinds:
        return None
    first_ = kinds.index(asked)
    return _two_prices(prices[first_], prices[1 - first_], count, total)


def _age(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("s")
    same = {"children": "child", "kid": "child", "grown-up": "adult"}
    return same.get(word, word)


_ANOTHER: Final = re.compile(
    r"#n.*\b(?:and|with|plus) (?!#|how\b|what\b|mrs\b|ms\b|dad\b|them\b|him\b|her\b)(?!.*#m)"
)
"""Somebody comes along besides those who are counted."""


def _entry(found: Found) -> str | None:
    kinds = [_age(word) for word in found.every("kind")]
    counts = dict(
        zip([_age(word) for word in found.every("group")], found.texts("group"), strict=True)
    )
    if found.every("couple") and "adult" not in counts:
        counts["adult"] = "2"
    if sorted(kinds) != sorted(counts) or len(set(kinds)) != 2 or _ANOTHER.search(found.text):
        return None
    prices = dict(zip(kinds, found.texts("price"), strict=True))
    first, second = kinds
    return (
        f"Adult tickets cost {prices[first]} and child tickets cost {prices[second]}. How much do "
        f"{counts[first]} adult tickets and {counts[second]} child tickets cost?"
    )


_PRICE_OF_KIND = (
    rf"(?P<kind>{_KIND}){_TICKET}(?: (?:is|are|was|were|cost|costs|pay|pays|paid|at"
    r"|for))* #m(?: each)?"
    rf"|#m (?:for|per|each for|for each|for every|from|by) (?P<kind>{_KIND}){_TICKET}"
)
_TAKEN = (
    r"(?:for|total (?:of|is|was)|took(?: in)?|takings? (?:of|were|was|came to)|raised|raising"
    r"|collected|receipts(?: of| were)?|came to|worth|income (?:of|was)|revenue (?:of|was)"
    r"|made|brought in|sales (?:of|were)|earned|totalling)"
)
_TICKETS: Final = Pieces(
    words="adult|adults|child|children|kids|students|student|child's|children's|tickets|grown-ups",
    parts={
        "lot": (
            rf"#n (?:tickets|people|visitors|guests)(?: (?:were|was))?(?: sold)? {_TAKEN}"
            r"(?: total of)? #m"
        ),
        "price": _PRICE_OF_KIND,
        "total": (
            rf"#m (?:is |was )?(?:taken|collected|raised)(?: in total)?|{_TAKEN}(?: total of)? #m"
        ),
        "count": r"#n(?: (?:tickets|people|visitors|guests|spectators|seats))?",
    },
    asks={
        "each": r"how many (?:tickets )?of each(?: (?:kind|type|sort|ticket))?(?: of ticket)?",
        "count": rf"how many (?:of (?:them|visitors|people) (?:were|are) )?(?P<asked>{_KIND})"
        r"(?: tickets)?",
    },
    says={
        f"{asked}: price price {shape}": _tickets
        for asked in ("each", "count")
        for shape in ("total count", "lot lot")
    },
    allowed=(
        "sold were total altogether in all cost costs tickets there took paid pay pays takes came "
        "attended visited"
    ),
)
_ENTRY: Final = Pieces(
    words="adult|adults|child|children|kids|students|student",
    parts={
        "price": _PRICE_OF_KIND,
        "group": rf"#n (?P<group>{_KIND})",
        "couple": (
            r"(?P<couple>(?:mr|mister) and (?:mrs|ms) [a-z]\w+"
            r"|(?:[a-z]\w+'s|his|her|their|my|our) parents|mum and dad|mom and dad)"
        ),
        "_take": r"(?:take|takes|took|bring|brings)(?= their| his| her| our| ~)",
    },
    asks={"total": rf"(?:{HOW_MUCH}|{FIND})… (?:cost|total|pay|altogether)(?: cost)?"},
    says={
        "total: price price group group": _entry,
        "total: price price couple group": _entry,
    },
    allowed="cost costs total altogether pay in price tickets all",
)

_CHANGE: Final = Pieces(
    words="change",
    parts={
        "note": (
            r"(?:with|from|using|hands over|hand over|gave|gives|hands)"
            r"(?: (?:cashier|shopkeeper|him|her|them|single))? #m(?: note| bill)?"
        ),
        "price": r"#m",
    },
    asks={"change": rf"(?:{HOW_MUCH}|{FIND}) change"},
    says={
        "change: note price": (
            "Oranges cost {price} each. Lena pays with a {note} note for 1 orange. How much change "
            "does she get?"
        )
    },
    allowed="pay pays paid buy buys bought cost costs get gets receive back for costing total",
)


def _weeks(found: Found) -> str | None:
    unit = found.word("unit")
    if found.word("which") and stem(found.word("which")) != stem(unit):
        return None
    ((rate,), (goal,)) = found.texts("rate"), found.texts("goal")
    return f"Dan saves {rate} a {unit}. In how many {unit}s will he have saved {goal}?"


_SAVINGS: Final = Pieces(
    words="saves|save|saving|saved",
    parts={
        "rate": r"(?:saves|save|saving|saved) #m (?:per|each|every) (?P<unit>week|month|day)",
        "goal": r"(?:costs?|costing|has|have|saved|save|reach|for) #m|#m",
    },
    asks={"weeks": r"(?:after |in |for )?how many (?P<which>weeks|months|days)|how long"},
    says={"weeks: rate goal": _weeks},
    allowed="until before take buy save saved enough will for costs cost saving",
)

FRAMES: Final = (
    _FEE_AND_RATE,
    _COINS,
    _DENOMINATIONS,
    _TICKETS,
    _ENTRY,
    _CHANGE,
    _SAVINGS,
)
