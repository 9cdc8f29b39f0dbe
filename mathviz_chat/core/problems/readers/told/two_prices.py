"""Two unknown prices: what so many of one thing and so many of another cost together, twice."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story, money
from mathviz_chat.core.problems.readers.told.amounts import key
from mathviz_chat.core.problems.readers.told.unknowns import Unknowns
from mathviz_chat.core.problems.wording import Hit

_KEYS: Final = re.compile(r"[$€£₹]")
_SHUT: Final = re.compile(
    r"%|\bnot\b|n't\b|\bfree\b|\bdiscount|\beach of\b|\bapiece\b|\bper\b|\bchange\b|\bleft\b"
    r"|\bfee\b",
    re.I,
)
_GRAMMAR: Final = grammar("""
WHO = [i|you|he|she|we|they|{who:who}|family|customer|another customer|group|another group]
BUY = [buy|buys|bought|purchase|purchases|purchased|order|orders|ordered|paid for|pays for|pay for|
    gets|got]
COST = [cost|costs|costing|cost me|cost us|are sold for|is|are|for|come to|comes to|was|were]
TOGETHER = [together|altogether|in total|in all|total|a total of]
bundle:
    [while|whereas|but]? [WHO BUY]? [{a:int}]? {thing1:thing} and [{b:int}]? {thing2:thing}
        TOGETHER? [COST|and paid|and pays] [total of]? {m:money} TOGETHER?
    [while|whereas|but]? [total]? [cost|price] of [{a:int}]? {thing1:thing} and [{b:int}]?
        {thing2:thing} [is|was] {m:money}
dearer:
    [1]? {thing1:thing} [cost|costs|is] {d:money} [more|less|cheaper] than [1|cost of|that of|price
        of]? {thing2:thing}
times:
    [1]? {thing1:thing} [cost|costs|is] [{k:int} times|{w:multiple}] [as much as|as expensive as|
        price of|cost of] [1]? {thing2:thing}
place:
    [at|in] [our|my|his|her|this|local|school|corner|same]* [café|cafe|shop|store|market|bakery|
        restaurant|kiosk|canteen|cinema|fair|supermarket]
asked price:
    [what|how much] [does|do|did|would] [1|each|single]? {thing3:thing} cost
    [how much|what] [is|was] [1|each]? {thing3:thing}
    FIND [price|cost] [of|for] [1|each|single]? {thing3:thing}
asked both:
    FIND [price|cost|prices|costs] [of|for] [1|each]? {thing3:thing} and [of|for]? [price of|cost
        of]?
        [1|each]? {thing4:thing}
    [what|how much] [does|do] [1|each]? {thing3:thing} and [1|each]? {thing4:thing} cost [each]
    [what|how much] [does|do|did] each [of them|item|1|kind|kind of ticket|ticket|type|thing]? cost
    FIND [price|cost] of each [of them|item|1|kind|ticket|type|thing]?
    how much is each [of them|item|1|kind|ticket]?
asked bundle:
    [what|how much] [do|does|would|will] {c:int} {thing3:thing} and {e:int} {thing4:thing} cost
        TOGETHER?
""")


@dataclass(slots=True)
class _Prices:
    """The letters of the things, and what is told of their prices."""

    letters: dict[str, str] = field(default_factory=dict)
    relations: list[str] = field(default_factory=list)
    units: set[str | None] = field(default_factory=set)

    def letter(self, noun: str, *, new: bool = True) -> str:
        """x for the first thing, y for the second; ValueError for a third one."""
        name = key(noun)
        if name not in self.letters:
            if not new or len(self.letters) == 2 or not name:
                raise ValueError(f"{noun} has no price")
            self.letters[name] = "xy"[len(self.letters)]
        return self.letters[name]

    def counted(self, hit: Hit, count: str, noun: str) -> str:
        """``2*x``; a thing without a number is one, and is not in the plural."""
        letter = self.letter(hit[noun])
        if hit.get(count):
            return letter if int(hit[count]) == 1 else f"{hit[count]}*{letter}"
        return self.single(hit[noun])

    def single(self, noun: str) -> str:
        """The letter of one thing; ValueError for a plural, of which so many may be meant."""
        if key(noun) != " ".join(noun.lower().split()):
            raise ValueError("how many?")
        return self.letter(noun)


def _read(story: Story) -> Problem | None:
    asked = [(n.removeprefix("asked "), h) for n, h in story.clauses if n.startswith("asked")]
    if len(asked) != 1:
        return None
    prices = _Prices()
    try:
        for name, hit in story.clauses:
            if name in _TOLD:
                prices.relations.append(_TOLD[name](prices, hit))
        formulas = _asked(prices, *asked[0])
    except ValueError:
        return None
    if len(prices.relations) != 2 or len(prices.letters) != 2 or len(prices.units) != 1:
        return None
    unit = prices.units.pop()
    if unit is None:
        return None
    meanings = tuple((x, f"the price of one {name}") for name, x in prices.letters.items())
    told = Unknowns(Kind.MONEY, meanings, tuple(prices.relations), formulas, unit)
    return told.problem(lambda value: value > 0)


def _bundle(prices: _Prices, hit: Hit) -> str:
    prices.units.add(money(hit, "m"))
    first = prices.counted(hit, "a", "thing1")
    second = prices.counted(hit, "b", "thing2")
    if first[-1] == second[-1]:
        raise ValueError("one thing twice")
    return f"{first} + {second} = {hit['m']}"


def _dearer(prices: _Prices, hit: Hit) -> str:
    prices.units.add(money(hit, "d"))
    first, second = prices.single(hit["thing1"]), prices.single(hit["thing2"])
    sign = "+" if re.search(r"\bmore than\b", hit.text, re.I) else "-"
    return f"{first} = {second} {sign} {hit['d']}"


def _times(prices: _Prices, hit: Hit) -> str:
    words = {"twice": "2", "double": "2", "thrice": "3", "triple": "3", "half": "1/2"}
    factor = hit.get("k") or words.get((hit.get("w") or "").lower())
    if factor is None:
        raise ValueError("how many times?")
    return f"{prices.single(hit['thing1'])} = {factor}*{prices.single(hit['thing2'])}"


_TOLD: Final = {"bundle": _bundle, "dearer": _dearer, "times": _times}


def _asked(prices: _Prices, what: str, hit: Hit) -> tuple[str, ...]:
    if what == "bundle":
        first, second = (prices.letter(hit[n], new=False) for n in ("thing3", "thing4"))
        return (f"{hit['c']}*{first} + {hit['e']}*{second}",)
    if what == "price":
        return (prices.letter(hit["thing3"], new=False),)
    if hit.get("thing3"):
        return tuple(prices.letter(hit[n], new=False) for n in ("thing3", "thing4"))
    return tuple(prices.letters.values())


READERS: Final = (Family(_KEYS, _GRAMMAR, _read, frozenset({"bundle"}), _SHUT, 24),)
