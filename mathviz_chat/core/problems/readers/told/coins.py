"""Coins and notes: what several of them are worth, and how many of one sort make an amount."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.told.amounts import MOST, amount
from mathviz_chat.core.problems.readers.told.ledger import Ledger
from mathviz_chat.core.problems.wording import Hit

_KEYS: Final = re.compile(
    r"\b(?:penn(?:y|ies)|nickels?|dimes?|quarters?|coins?|notes?|bills?|half[\s-]dollars?)\b", re.I
)
_SHUT: Final = re.compile(
    r"%|\bnot\b|n't\b|\bmore\b|\bless\b|\bleft\b|\bspen[dt]|\blos[et]|\bgave\b|\bgives\b|\beach\b"
    r"|\bas\s+many\b|\btimes\b|\bdifferent\b|\bways\b|\bof\s+an?\b|\bhours?\b|\bpast\b",
    re.I,
)
_GRAMMAR: Final = """
WHO = [i|you|he|she|we|they|{who:thing}]
COIN = [coin|coins|note|notes|bill|bills|piece|pieces]
SORT = [{coin:uscoin}|{v:money} COIN]
told:
    [WHO]? [have|has|had|got|finds|found|there are|saves|saved|with|counts|counted]* [just|only]?
        {n:int}
        SORT [in {thing_place:thing}]?
    [and|plus]? {n:int} SORT [in {thing_place:thing}]?
asked worth:
    how much [money|cash|change]? [is|are|does|do|did|will|would] [WHO|it|that|this|there|these|
        they]
        [have|be|worth|make|in all|got|come to]* [altogether|in total|in all|all together|in pocket|
        in {thing_place:thing}]?
    how much [is|are]
    FIND [total]? [value|amount|amount of money|worth] [of {thing_coins:thing}|in
        {thing_place:thing}|
        in all|WHO has|WHO have]?
    how much [money|cash]? [is|are] that [altogether|in total|in all]?
    what is [it|that|this] worth [altogether|in total|in all]?
    what are [they|these|coins|these coins] worth [altogether|in total|in all]?
    how many [cents] [is|are|does|do] [that|this|it|WHO|these|they]? [have|worth|make]?
        [altogether|in total|in all]?
worth:
    [worth|altogether]
asked count:
    how many SORT [make|make up|are in|are there in|are worth|equal|do i need for|do you need for|
        does
        it take to make|are needed to make|are needed for|add up to|do i need to make|do you need to
        make|would make|will make|have value of|is] {m:money}
    how many SORT [does|do|can|will|would] WHO [get|need|have|receive|give|use] [for|from|to make|
        to pay|
        if WHO has|worth] {m:money}
"""
_VALUES: Final = {
    "penny": "0.01", "pennie": "0.01", "nickel": "0.05", "dime": "0.10", "quarter": "0.25",
    "half dollar": "0.50", "half-dollar": "0.50", "dollar bill": "1", "1 dollar bill": "1",
}  # fmt: skip


def _sort(hit: Hit) -> tuple[str, str | None, str]:
    """The value of a coin, its currency and how it is called."""
    if hit.get("coin"):
        name = " ".join(hit["coin"].lower().split())
        return _VALUES[name.removesuffix("s")], "USD", name
    found = amount(hit, "v")
    return found.text, found.unit, f"{found.shown()} coins"


def _read(story: Story) -> Problem | None:
    asked = [(name, hit) for name, hit in story.clauses if name.startswith("asked")]
    if len(asked) != 1:
        return None
    try:
        if asked[0][0] == "asked count":
            return None if story.all("told") else _count(asked[0][1])
        return _worth(story.all("told"), asked[0][1])
    except (ValueError, KeyError):
        return None  # one sort is told twice, or has no value that is known


def _count(hit: Hit) -> Problem | None:
    """How many of one sort make an amount."""
    value, unit, name = _sort(hit)
    total = amount(hit, "m")
    if total.unit != unit:
        return None
    ledger = Ledger()
    told = ledger.constant if hit.get("coin") else ledger.give
    told("value", value)
    ledger.give("total", total.text)
    ledger.want("n", f"the number of {name}")
    ledger.product("total", "n", "value", why="total = number * value of one")
    if (total.value / Fraction(value)).denominator != 1:
        return None
    return ledger.problem(Kind.MONEY, f"How many {name} make {total.shown()}?", "n")


def _worth(hits: list[Hit], asked: Hit) -> Problem | None:
    """What several sorts are worth together."""
    ledger, parts, told, units = Ledger(), [], [], set()
    for hit in hits:
        value, unit, name = _sort(hit)
        units.add(unit)
        count, each, cost = f"n {name}", f"v {name}", f"cost {name}"
        ledger.give(count, hit["n"])
        (ledger.constant if hit.get("coin") else ledger.give)(each, value)
        ledger.want(cost, f"the value of the {name}")
        ledger.product(cost, count, each, why="value of all = number * value of one")
        parts.append(cost)
        told.append(f"{hit['n']} {name}")
    if len(parts) < 2 or len(units) != 1 or None in units:
        return None
    (currency,) = units
    ledger.want("total", "the total value")
    ledger.sum("total", *parts, why="total value = all values added")
    read_as = f"There are {', '.join(told[:-1])} and {told[-1]}."
    if re.search(r"\bcents\b", asked.text, re.I):
        if currency != "USD":
            return None
        ledger.constant("hundred", "100")
        ledger.want("cents", "the same in cents")
        ledger.product("cents", "total", "hundred", why="$1 is 100 cents")
        return ledger.problem(Kind.MONEY, f"{read_as} How many cents is that?", "cents")
    return ledger.problem(Kind.MONEY, f"{read_as} How much is it worth?", "total", unit=currency)


READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _read, frozenset({"told"}), _SHUT, MOST),)
