"""Bills of several parts: things bought with a note, a wage with overtime, electricity."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import currency, money, value
from mathviz_chat.core.problems.readers.frames.cues import FIND, HOW_MUCH
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces
from mathviz_chat.core.problems.readers.frames.templates import amount, written
from mathviz_chat.core.problems.readers.frames.tokens import Token

_PAYS = (
    r"(?:(?:gave|gives|give|hands?|handed)(?: over)?(?: (?:lady|man|woman|cashier|shopkeeper|clerk"
    r"|seller|assistant|him|her|them))?|(?:pays?|paid|paying) (?:with|using|from)|from|with)"
)


def _change(found: Found) -> str | None:
    """The change from a note for some things at a price each and one more thing."""
    (count, price), (other,) = found.texts("several"), found.texts("single")
    (note,) = found.texts("note")
    if len({currency(each) for each in (price, other, note)}) > 1:
        return None
    if value(count) * value(price) + value(other) > value(note):
        return None
    return (
        f"I bought {count} notebooks for {price} each and a pen for {other}. I pay with a {note} "
        "note. How much change do I get?"
    )


def _paid(found: Found) -> str | None:
    (count, price), (other,) = found.texts("several"), found.texts("single")
    if currency(price) != currency(other):
        return None
    return (
        f"Somebody buys {count} pens at {price} each and 1 books at {other} each. How much does "
        "somebody pay?"
    )


_PURCHASE: Final = Pieces(
    words="bought|buys|buy|purchased|purchases|got|gets|ordered|orders",
    parts={
        "note": rf"{_PAYS} #m(?: note| bill)",
        "several": r"#n(?: [a-z]\w+){1,2} (?:for|at|costing|which cost|that cost) #m each",
        "single": (
            r"(?:and|plus)(?: (?:one|single))?(?: [a-z]\w+){1,2} "
            r"(?:for|at|costing|which costs|that costs) #m"
        ),
    },
    asks={
        "change": rf"(?:{HOW_MUCH}|{FIND}) change",
        "total": rf"(?:{HOW_MUCH}|{FIND})… (?:pay|cost|spend|total)(?: altogether| in total| in "
        r"all)?",
    },
    says={"change: note several several single": _change, "total: several several single": _paid},
    allowed="bought buys buy purchased purchases got gets get ordered orders back all pay pays",
)


def _unit(token: Token) -> str:
    return token.unit.name if token.unit else ""


_TIMES: Final = {"half": Fraction(3, 2), "double": Fraction(2)}


def _wage(found: Found) -> str | None:
    """So much an hour up to a number of hours, and more for each hour beyond it."""
    (rate, limit), (worked,) = found.roles["rate"], found.roles["worked"]
    times = value(found.texts("times")[0]) if found.texts("times") else _TIMES[found.word("times")]
    hours, most = amount(worked), amount(limit)
    if hours is None or most is None or hours <= most or limit.unit != worked.unit:
        return None
    extra = money(value(rate.text) * times, currency(rate.text))
    if not extra or _unit(limit) != "hour":
        return None
    return (
        f"Somebody buys {written(most)} pens at {rate.text} each and {written(hours - most)} books "
        f"at {extra} each. How much does somebody pay?"
    )


_EXTRA_HOURS = (
    r"(?:for )?(?:overtime|(?:anything|any hours?|each hour|every hour|hours worked|all hours"
    r"|any time)(?: worked)? (?:beyond|over|after|above)(?: (?:that|this|those))?"
    r"|(?:every|each) (?:further|extra|additional|overtime) hour"
    r"|(?:further|extra|additional|overtime) hours)"
)
_OVERTIME: Final = Pieces(
    words="earns|paid|pays|earn|wage|gets|makes",
    parts={
        "rate": r"#m per hour for (?:his |her |my |their )?first #t(?: (?:of|in|per) (?:each "
        r")?week)?",
        "times": (
            r"(?:time and (?:(?P<times>half)\b|a half)|(?P<times>double) time"
            r"|#n times (?:as much|normal rate|that|usual rate|that rate|hourly rate))"
            rf"(?: {_EXTRA_HOURS})"
        ),
        "worked": r"(?:works|worked|work|working) #t|for #t(?= of work)",
        "_week": r"(?:for|in|if|when) (?:#t|week|one week)(?: in which| when)?|in which|per week"
        r"|when",
    },
    asks={"pay": (rf"(?:{FIND}|{HOW_MUCH})… (?:pay|wage|wages|earnings|earn|paid|get|make)")},
    says={"pay: rate rate times worked": _wage, "pay: rate rate times times worked": _wage},
    allowed="earns earn paid pays pay wage wages total gets get makes make works worked work",
)


def _electricity(found: Found) -> str | None:
    """What a device of so many kilowatts costs that runs some hours a day."""
    (price,), (power,), (hours,) = (found.texts(role) for role in ("price", "power", "hours"))
    (days,) = found.roles["days"]
    if _unit(days) != "day" or not re.fullmatch(r"[\d.]+ (?:h|hrs?|hours?) per day", hours):
        return None
    used = value(power) * value(hours) * value(days.text)
    return f"If 1 pens cost {price}, how much do {written(used)} pens cost?"


_ELECTRICITY: Final = Pieces(
    words="kwh|kilowatt-hour|kilowatt",
    parts={
        "price": r"#m (?:per|for each|for) (?:kwh|kilowatt-hour|kilowatt hour)",
        "power": r"(?:is|uses|has|rated at|power of) #n (?:kw|kilowatts)|#n (?:kw|kilowatt)(?= "
        r"[a-z])",
        "hours": r"#o",
        "days": r"(?:for|in|over|during|after) #t",
    },
    asks={"cost": rf"{HOW_MUCH}… (?:cost|costs|pay)"},
    says={"cost: price power hours days": _electricity},
    allowed="cost costs pay power",
)

FRAMES: Final = (_PURCHASE, _OVERTIME, _ELECTRICITY)
