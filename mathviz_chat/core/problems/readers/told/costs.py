"""What things cost: so many at so much each, a fee, a total, what is paid; any one is asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied import stories
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.told.amounts import MOST, amount, key, same
from mathviz_chat.core.problems.readers.told.costs_grammar import CLAUSES
from mathviz_chat.core.problems.readers.told.ledger import Ledger
from mathviz_chat.core.problems.readers.told.tales.nouns import GENDERS
from mathviz_chat.core.problems.units import CURRENCIES
from mathviz_chat.core.problems.wording import Hit

_KEYS: Final = re.compile(r"[$€£₹]")
_SHUT: Final = re.compile(r"%|\bnot\b|n't\b|\bhalf\b|\bfree\b|\btwice\b|\bmore\b|\bless\b", re.I)

_COINS: Final = {"penny": "0.01", "nickel": "0.05", "dime": "0.10", "quarter": "0.25"}


@dataclass(slots=True)
class _Costs:
    """What is told: counts and prices by noun, fees, sums."""

    counts: dict[str, str] = field(default_factory=dict)
    prices: dict[str, str] = field(default_factory=dict)
    extras: list[str] = field(default_factory=list)
    total: str | None = None
    paid: str | None = None
    units: set[str | None] = field(default_factory=set)

    def noun(self, text: str | None) -> str:
        """The noun as it was called first; ValueError for one that can be two of them."""
        wanted = key(text)
        fits = [one for one in {**self.counts, **self.prices} if same(one, wanted)]
        if len(fits) > 1 or not wanted:
            raise ValueError(text)
        return fits[0] if fits else wanted

    def asked(self, text: str) -> str:
        """The noun that is asked about: ``aple`` is the apple of the story."""
        wanted = self.noun(text)
        names = {**self.counts, **self.prices}
        near = [one for one in names if _is_slip(one, wanted)]
        return near[0] if wanted not in names and len(near) == 1 else wanted

    def put(self, told: dict[str, str], noun: str | None, text: str) -> None:
        """A count or a price; ValueError where it is told twice."""
        name = self.noun(noun)
        if name in told:
            raise ValueError(name)
        told[name] = text

    def money(self, hit: Hit, slot: str) -> str:
        """An amount of money; all of a story are in one currency."""
        found = amount(hit, slot)
        self.units.add(found.unit)
        return found.text


def _is_slip(word: str, other: str) -> bool:
    """Whether one of two words of four letters or more has lost one letter of the other."""
    shorter, longer = sorted((word, other), key=len)
    return len(shorter) > 3 and shorter in {
        longer[:place] + longer[place + 1 :] for place in range(len(longer))
    }


def _read(story: Story) -> Problem | None:
    asked = [(name, hit) for name, hit in story.clauses if name.startswith("asked")]
    if len(asked) != 1 or not _is_of_one_period(story, asked[0][1]) or _tells_of_two(story):
        return None
    try:
        costs = _Costs()
        if not all(map(stories.priced_by_piece, (*story.all("items"), *story.all("prices")))):
            return None
        for hit in story.every():
            _told(costs, hit)
        return _problem(costs, asked[0][0].removeprefix("asked "), asked[0][1])
    except (ValueError, KeyError):
        return None  # told twice, or a coin that has no value


_TOGETHER: Final = re.compile(r"\b([A-Z][a-z]+) and ([A-Z][a-z]+)\b")


def _tells_of_two(story: Story) -> bool:
    """Whether one has the prices and another one the numbers: ``Ann earns $12; Ben works``."""
    text = _TOGETHER.sub(r"\1", " ".join(hit.text for hit in story.every()))
    names = {one for one in re.findall(r"\b[A-Z][a-z]+\b", text) if one.lower() in GENDERS}
    return len(names) > 1


_PERIOD: Final = re.compile(r"\b(dai|day|week|month|year)", re.I)


def _is_of_one_period(story: Story, asked: Hit) -> bool:
    """``weekly pay`` is asked where the hours of a week are told, and of nothing else."""
    said = re.search(r"\b(dai|week|month)ly\b", asked.text, re.I)
    if said is None:
        return True
    told = {found[1].lower() for hit in story.all("amount") for found in _PERIOD.finditer(hit.text)}
    return told == {said[1].lower().replace("dai", "day")}


_COUNTS: Final = (("a", "thing1"), ("b", "thing2"), ("a2", "thing6"), ("b2", "thing7"))
_PRICES: Final = (
    *(("p", "thing1"), ("q", "thing2"), ("r", "thing3"), ("s", "thing4")),
    *(("rate", "unit"), ("pc", "thing8")),
)
"""The slots of numbers with the slots of what they count or price."""


def _told(costs: _Costs, hit: Hit) -> None:
    """Enters the numbers of one clause."""
    for count, noun in (*_COUNTS, ("n", "thing5"), ("n", "n_t")):
        if hit.get(count) and hit.get(noun):
            costs.put(costs.counts, hit[noun], hit[count])
    for price, noun in _PRICES:
        if hit.get(price):
            costs.put(costs.prices, hit[noun], costs.money(hit, price))
    for coin in ("thing_coin1", "thing_coin2"):
        if hit.get(coin):
            costs.put(costs.prices, hit[coin], _COINS[key(hit[coin])])
            costs.units.add("USD")
    costs.extras += [costs.money(hit, one) for one in ("q1", "f", "e1", "e2", "e3") if hit.get(one)]
    for slot, name in (("m", "total"), ("g", "paid")):
        if hit.get(slot) and getattr(costs, name) is not None:
            raise ValueError(name)
        if hit.get(slot):
            setattr(costs, name, costs.money(hit, slot))


def _problem(costs: _Costs, what: str, hit: Hit) -> Problem | None:
    wanted = costs.asked(hit["thing8"]) if hit.get("thing8") else ""
    names = list(dict.fromkeys((*costs.counts, *costs.prices)))
    if what == "count" and costs.paid and not costs.total:
        costs.total, costs.paid = costs.paid, None
    if len(costs.units) != 1 or None in costs.units:
        return None
    if any(name not in (*costs.counts, *costs.prices) for name in [wanted] if name):
        names.append(wanted)
    both = _two_prices(costs, what, wanted)
    if both is not None:
        return both
    (unit,) = costs.units
    plain = set(costs.counts) == set(costs.prices) and len(names) in (1, 2)
    if plain and not costs.extras and not costs.total and bool(costs.paid) == (what == "change"):
        items = [(costs.counts[name], costs.prices[name]) for name in names]
        return (
            _bought(items, names, costs.paid, unit or "") if what in ("change", "total") else None
        )
    ledger, told = Ledger(), list[str]()
    parts = [_item(ledger, costs, name, told, CURRENCIES[unit or ""]) for name in names]
    for k, extra in enumerate(costs.extras):
        parts.append(ledger.give(f"extra{k}", extra))
        told.append(f"There is a fee of {CURRENCIES[unit or '']}{extra}.")
    if not parts:
        return None
    ledger.want("total", "the total")
    ledger.sum("total", *parts, why="total = all costs added")
    return _asked(ledger, costs, what, wanted, told, unit)


_TIMES: Final = frozenset(("hour", "day", "week", "month", "year", "shift"))


def _bought(
    items: list[tuple[str, str]], names: list[str], paid: str | None, unit: str
) -> Problem | None:
    """A purchase; or what is earned, where hours or days are paid."""
    problem = stories.purchase(items, paid, unit)
    if problem is None or paid or len(items) != 1 or names[0] not in _TIMES:
        return problem
    ((count, price),) = items
    told = f"Somebody earns {CURRENCIES[unit]}{price} per {names[0]} and works {count} {names[0]}s."
    return replace(problem, read_as=f"{told} How much does somebody earn?")


def _item(ledger: Ledger, costs: _Costs, name: str, told: list[str], sign: str) -> str:
    """So many of one thing at so much each."""
    ledger.want(f"count {name}", f"the number of {name}")
    ledger.want(f"price {name}", f"the price of one {name}")
    ledger.want(f"cost {name}", f"the cost of {name}")
    count, price = costs.counts.get(name), costs.prices.get(name)
    if count:
        ledger.give(f"count {name}", count)
    if price:
        ledger.give(f"price {name}", price)
    ledger.product(f"cost {name}", f"count {name}", f"price {name}", why="cost = number * price")
    if count:
        told.append(f"We buy {count} {name}{f' at {sign}{price} each' if price else ''}.")
    elif price:
        told.append(f"Each {name} costs {sign}{price}.")
    return f"cost {name}"


def _asked(
    ledger: Ledger, costs: _Costs, what: str, wanted: str, told: list[str], unit: str | None
) -> Problem | None:
    sign = CURRENCIES[unit or ""]
    if costs.total:
        ledger.give("total", costs.total)
        told.append(f"The total is {sign}{costs.total}.")
    text = " ".join(told)
    if what == "change":
        if not costs.paid:
            return None
        ledger.give("paid", costs.paid)
        ledger.want("change", "the change")
        ledger.sum("paid", "total", "change", why="change = what is paid - total")
        read_as = f"{text} We pay {sign}{costs.paid}. Find the change."
        return ledger.problem(Kind.MONEY, read_as, "change", unit=unit)
    if costs.paid:
        return None
    if what == "total":
        return ledger.problem(Kind.MONEY, f"{text} Find the total cost.", "total", unit=unit)
    if what == "price":
        read_as = f"{text} Find the price of one {wanted}."
        return ledger.problem(Kind.MONEY, read_as, f"price {wanted}", unit=unit)
    measure = units.find(wanted)
    return ledger.problem(
        Kind.MONEY,
        f"{text} How many {wanted} are bought?",
        f"count {wanted}",
        unit=None if measure is None else measure.symbol,
        unit_named=measure is not None,
        holds=lambda value: value >= 0 and (measure is not None or _is_money_or_whole(value)),
    )


def _is_money_or_whole(value: Fraction) -> bool:
    return (100 * value).denominator == 1


def _two_prices(costs: _Costs, what: str, wanted: str) -> Problem | None:
    """Two prices, how many things together, and what they cost together."""
    if what != "count" or len(costs.prices) != 2 or len(costs.counts) != 1 or not costs.total:
        return None
    (things,) = costs.counts
    names = list(costs.prices)
    if things in names or wanted not in names or costs.extras:
        return None
    prices = [costs.prices[name] for name in names]
    kind = "coins" if things == "coin" else "tickets"
    if kind == "coins" and not set(names) <= set(_COINS):
        return None
    return stories.two_prices(names, prices, costs.counts[things], costs.total, wanted, kind)


READERS: Final = (
    Family(
        _KEYS, CLAUSES, _read, frozenset({"items", "prices", "rate", "amount", "fee"}), _SHUT, MOST
    ),
)
