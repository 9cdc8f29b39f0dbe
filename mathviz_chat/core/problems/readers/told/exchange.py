"""Exchange rates: so much of one currency for so much of another, told with the rate of both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.told.amounts import MOST
from mathviz_chat.core.problems.readers.told.ledger import Ledger
from mathviz_chat.core.problems.units import CURRENCIES, CURRENCY_OF_SIGN
from mathviz_chat.core.problems.wording import Hit

_KEYS: Final = re.compile(
    r"[$€£₹]|\b(?:yen|francs?|pesos?|yuan|rand|zloty|kron(?:er|or|a|e)|pounds?|chf|jpy|gbp)\b", re.I
)
_SHUT: Final = re.compile(
    r"%|\bnot\b|n't\b|\bcommission\b|\bfee\b|\bmore\b|\bless\b|\bleft\b|\bback\b|\bspen[dt]|\bkg\b",
    re.I,
)
_GRAMMAR: Final = """
WHO = [i|you|he|she|we|they|one|{who:thing}]
FIRST = [{a:money}|{a} {ca:currency}]
SECOND = [{b:money}|{b} {cb:currency}]
THIRD = [{x:money}|{x} {cx:currency}]
IS = [=|is|equals|is equal to|is worth|buys|gets you|gives|was|are|costs]
GET = [get|receive|buy|have|be|obtain|need|pay]
FOR = [for|with|from|in exchange for|in return for|when WHO exchange|if WHO exchange|if WHO change|
    when WHO change|on changing]
RATE = [exchange rate|rate of exchange|conversion rate|rate|current exchange rate]
rate:
    [RATE]? [is|of|was|at|that]* FIRST [IS|to|for|:] SECOND
    [RATE]? [is|of|was|at|that]* FIRST [per|to] [1]? {cb:currency}
    [RATE]? [is|of|was|at|that]* [1]? {ca1:currency} [IS|to|for|:] SECOND
told:
    [WHO]? [changes|exchanges|converts|changed|exchanged|converted|has|have|had|wants to change|
        wants
        to exchange|takes|took|pays|bought holiday money for] THIRD [to|into|for|to change into]?
        [{cw2:currency}]?
    [it|item|{thing1:thing}] [costs|cost|is priced at|is] THIRD
asked:
    how [many|much] [in]? {cw:currency} [do|does|did|can|will|would|could|should] [WHO|it]
        [GET|cost]? [[FOR|is]? THIRD|for it|back for it]?
    how [many|much] [in]? {cw:currency} [is|are|does|do|will|would] [that|this|it|THIRD]
        [worth|buy|get you|give|make|cost]?
    how much [is|are] THIRD [worth]? in {cw:currency}
    how much [is|are] [that|this|it] [worth]? in {cw:currency}
    [convert|change|exchange] THIRD [to|into|in] {cw:currency}
    FIND [value of|worth of|cost of|price of]? [THIRD|it|{thing2:thing}] [worth]? in {cw:currency}
    what [is|are] [THIRD|it|that] worth in {cw:currency}
    how much does [it|{thing2:thing}] cost in {cw:currency}
"""
_CODES: Final = {
    "pound": "GBP", "sterling": "GBP", "gbp": "GBP", "dollar": "USD", "usd": "USD", "euro": "EUR",
    "eur": "EUR", "rupee": "INR", "inr": "INR", "yen": "yen", "jpy": "yen", "franc": "francs",
    "chf": "francs", "peso": "pesos", "yuan": "yuan", "rand": "rand", "zloty": "zloty",
}  # fmt: skip
_NAMES: Final = {"GBP": "pounds", "USD": "dollars", "EUR": "euros", "INR": "rupees"}
_FOREIGN: Final = ("canadian", "australian", "mexican", "cad", "kron")
"""Currencies that share a name with another one are not told apart, so they are not read."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """A number of a currency's units; currency: a code, or its name where it has no sign."""

    number: str
    currency: str

    def shown(self) -> str:
        """``$5``, ``5 yen``."""
        sign = CURRENCIES.get(self.currency)
        return f"{sign}{self.number}" if sign else f"{self.number} {self.currency}"


def _currency(name: str) -> str:
    """The code of a currency; KeyError for one that is not known."""
    low = name.lower()
    if any(one in low for one in _FOREIGN):
        raise KeyError(name)
    return _CODES[low.split()[-1].removesuffix("s") if low != "francs" else "franc"]


def _sum(hit: Hit, slot: str) -> _Sum | None:
    if not hit.get(slot):
        named = hit.get(f"c{slot}1") or (hit.get(f"c{slot}") if slot == "b" else None)
        return None if named is None else _Sum("1", _currency(named))
    sign = hit.get(f"{slot}_u")
    named = hit.get(f"c{slot}")
    if sign is None and named is None:
        return None
    return _Sum(hit[slot], CURRENCY_OF_SIGN[sign] if sign else _currency(named or ""))


def _read(story: Story) -> Problem | None:
    try:
        return _problem(story)
    except (KeyError, ValueError):
        return None  # a currency that is not known, or a number that is told twice


def _problem(story: Story) -> Problem | None:
    rate, asked = story.get("rate"), story.get("asked")
    if rate is None or asked is None:
        return None
    first, second = _sum(rate, "a"), _sum(rate, "b")
    thirds = [one for hit in story.every() if (one := _sum(hit, "x")) is not None]
    if first is None or second is None or len(thirds) != 1:
        return None
    (third,) = thirds
    wanted = {_currency(hit[s]) for hit in story.every() for s in ("cw", "cw2") if hit.get(s)}
    if first.currency == second.currency or len(wanted) != 1:
        return None
    if {third.currency, *wanted} != {first.currency, second.currency}:
        return None
    things = {(hit.get(s) or "").lower() for hit in story.every() for s in ("thing1", "thing2")}
    if len(things - {""}) > 1:
        return None
    return _exchanged(first, second, third, wanted.pop())


def _exchanged(first: _Sum, second: _Sum, third: _Sum, wanted: str) -> Problem | None:
    """How much of a currency another amount is, at the rate ``first`` for ``second``."""
    ledger = Ledger()
    ledger.give("a", first.number)
    ledger.give("b", second.number)
    ledger.give("x", third.number)
    ledger.want("rate", f"the {second.currency} for 1 {first.currency}")
    ledger.want("y", f"the amount in {_NAMES.get(wanted, wanted)}")
    why = f"amount in {second.currency} = rate * amount in {first.currency}"
    ledger.product("b", "rate", "a", why=why)
    if third.currency == first.currency:
        ledger.product("y", "rate", "x", why=why)
    else:
        ledger.product("x", "rate", "y", why=why)
    name = _NAMES.get(wanted, wanted)
    told = f"The exchange rate is {first.shown()} = {second.shown()}."
    return ledger.problem(
        Kind.MONEY,
        f"{told} How many {name} are {third.shown()}?",
        "y",
        unit=wanted if wanted in CURRENCIES else None,
        unit_named=wanted in CURRENCIES,
    )


READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _read, shut=_SHUT, most=MOST),)
