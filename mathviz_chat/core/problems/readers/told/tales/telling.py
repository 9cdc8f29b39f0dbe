"""The events of a story, entered one after another, and said again in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from mathviz_chat.core.problems.readers.told.amounts import same
from mathviz_chat.core.problems.readers.told.tales import comparing, parts
from mathviz_chat.core.problems.readers.told.tales.accounts import (
    Account,
    Accounts,
    Misfit,
    currency_of,
    named,
)
from mathviz_chat.core.problems.readers.told.tales.events import Event
from mathviz_chat.core.problems.readers.told.tales.nouns import is_sort_of, plural
from mathviz_chat.core.problems.readers.told.tales.phrases import ALL, REST, SOME, Quantity
from mathviz_chat.core.problems.units import CURRENCIES


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of a thing for each of others: ``6 pens in each box``, ``$8 per hour``.

    one: its name in the ledger. holder: whose.
    """

    thing: str
    per: str
    one: str
    holder: str = ""


@dataclass(slots=True)
class Sorts:
    """The sorts of the things of one account.

    at: how often the account had changed by then. told: each sort and its number in the ledger.
    rest: the sort of all others, if it is told.
    """

    account: Account
    at: int
    told: list[tuple[str, str]] = field(default_factory=list)
    rest: str = ""


@dataclass(slots=True)
class Telling:
    """What a story has told so far.

    rates: by what each holds, gives or costs. pairs: amounts that belong together, of two things.
    shares: what each gets. costs: what was bought; paid: with what. said: the same in plain words.
    compares: ``5 more`` may mean more than on another day. ordered: ``then`` is said.
    again: the event goes on with the verb of the last one, in one sentence.
    sorts: of what sort some of the things are.
    somes: the amounts of which the story only says that there are some, and where it does.
    money_of_story: the one currency of the story. goals: who needs of what how much. packed: how
    many amounts were known when the groups were told. changed: the account of which the story tells
    two amounts, one after the other, and not what happened in between. attributes: what the amounts
    of a unit are, ``tall``: several words where it may be one of them; measured: of whom.
    """

    world: Accounts = field(default_factory=Accounts)
    rates: list[Rate] = field(default_factory=list)
    groups: dict[str, str] = field(default_factory=dict)
    pairs: list[tuple[str, str, str, str]] = field(default_factory=list)
    shares: list[Rate] = field(default_factory=list)
    costs: list[str] = field(default_factory=list)
    money: str = ""
    paid: str = ""
    said: list[str] = field(default_factory=list)
    last: Event | None = None
    compares: bool = False
    ordered: bool = False
    again: bool = False
    sorts: Sorts | None = None
    somes: list[tuple[str, Event]] = field(default_factory=list)
    money_of_story: str = ""
    goals: list[tuple[str, str, str]] = field(default_factory=list)
    packed: dict[str, int] = field(default_factory=dict)
    changed: Account | None = None
    attributes: dict[str, str] = field(default_factory=dict)
    measured: set[str] = field(default_factory=set)

    # ------------------------------------------------------------------ amounts

    def say(self, words: str) -> None:
        """A sentence of the reading."""
        self.said.append(f"{agreeing(f'{words[0].upper()}{words[1:]}')}.")

    def amount(
        self, found: Quantity, holder: str, source: Account | None = None
    ) -> tuple[str, Quantity] | None:
        """The name of an amount, with the quantity as it is meant; None for a rate without times.

        source: from what it is taken; only then it may be a fraction.
        """
        world = self.world
        if found.part:
            return self._part(found, source)
        if found.versus:
            name, found, than = comparing.amount(world, found, holder)
            return name, replace(found, than=than)
        if found.number in (ALL, REST):
            raise Misfit("all of it")
        found = found if found.thing else replace(found, noun=world.thing)
        if not found.thing:
            raise Misfit("a number of nothing")
        world.thing = found.noun or world.thing
        if found.price or found.cost:
            return self._bought(found, holder)
        if found.inner is not None:
            return self._grouped(found, found.inner)
        number = world.given(found.number, found.thing)
        if found.per:
            return self._rated(found, number, holder)
        if found.times is not None:
            count = world.given(found.times.number, found.times.noun)
            self.pairs.append((found.thing, number, found.times.noun, count))
        return number, found

    def named(self, things: tuple[Quantity, ...]) -> Iterator[Quantity]:
        """The quantities, with what ``old ones`` and ``some money`` mean."""
        head = self.world.thing
        for found in things:
            if found.noun.endswith(" one"):
                if not head:
                    raise Misfit("which ones?")
                found = replace(found, noun=f"{found.noun[:-4]} {head.split()[-1]}")
            head = found.noun or head
            yield self._in_money(found)

    def _in_money(self, found: Quantity) -> Quantity:
        """``some money`` in the currency of the story."""
        if found.number != SOME or found.noun not in ("money", "cash"):
            return found
        if not self.money_of_story:
            raise Misfit("which money?")
        return replace(found, noun="", unit=self.money_of_story)

    def _part(self, found: Quantity, source: Account | None) -> tuple[str, Quantity]:
        if source is None:
            raise Misfit("a fraction of nothing")
        world = self.world
        whole, found = parts.base(found, source, self.again)
        factor = world.fresh("", "m")
        world.ledger.give(factor, parts.value(found.number))
        name = world.fresh(f"{found.number} of {named(source.thing)}", source.thing)
        world.ledger.product(name, factor, whole, why="part = fraction * whole")
        world.fractions[name] = (factor, whole)
        return name, found

    def _grouped(self, found: Quantity, inner: Quantity) -> tuple[str, Quantity]:
        world = self.world
        if not inner.thing or inner.more:
            raise Misfit("groups of nothing")
        count = world.given(found.number, found.noun)
        one = world.given(inner.number, inner.thing)
        self.groups[found.noun] = count
        self.rates.append(Rate(inner.thing, found.noun, one))
        world.thing = inner.noun or world.thing
        every = world.times(
            one, count, inner.thing, "amount in all = number of groups * amount in each"
        )
        return every, found

    def _rated(self, found: Quantity, number: str, holder: str) -> tuple[str, Quantity] | None:
        rate = Rate(found.thing, found.per, number, holder)
        self.rates.append(rate)
        if found.times is None:
            return None
        if found.times.noun != found.per:
            raise Misfit("a rate for something else")
        count = self.world.given(found.times.number, found.per)
        return self.world.times(
            number, count, found.thing, "amount in all = number * amount for each"
        ), found

    def _bought(self, found: Quantity, holder: str) -> tuple[str, Quantity]:
        world = self.world
        price = found.price or found.cost
        assert price is not None
        if not found.noun or not price.unit:
            raise Misfit("a price of nothing")
        cost = world.given(price.number, price.unit)
        count = "" if found.number == "1" and found.cost else world.given(found.number, found.noun)
        if found.price:
            one, cost = cost, world.fresh(f"the cost of {named(found.noun)}", price.unit)
            world.ledger.product(cost, count, one, why="cost = number * price of each")
        self.spend(cost, price.unit, holder)
        if found.cost and count:
            self.pairs.append((price.unit, cost, found.noun, count))
        return count, found

    def spend(self, cost: str, unit: str, holder: str) -> None:
        """What is bought is paid from the money that there is, if any is told of."""
        if self.money not in ("", unit):
            raise Misfit("two currencies")
        self.money = unit
        self.costs.append(cost)
        purse = self.world.one(holder, unit)
        if purse is not None:
            self.world.remove(purse, cost)

    def everything(self, thing: str, holder: str = "") -> tuple[str, tuple[str, ...]]:
        """What there is now, of one holder or of all, and of what things; it is all used up."""
        world = self.world
        own = world.matching(holder, thing) if holder else []
        found = own or world.matching(ALL, thing)
        if thing == "":
            found = [one for one in found if currency_of(one.thing) is None] or found
        if not found:
            raise Misfit("there is nothing")
        name = world.total([one.now for one in found], found[0].thing)
        for one in found:
            one.open = False
        return name, tuple(one.thing for one in found)


_SUBJECT: Final = re.compile(r"^(We|I|You|They) (now |already )?([a-z]+)")
_ASKED: Final = re.compile(r"\bdoes (we|I|you)\b")


def agreeing(sentence: str) -> str:
    """``We have``, not ``We has``; ``do we``, not ``does we``."""

    def plural_verb(match: re.Match[str]) -> str:
        verb = "have" if match[3] == "has" else "go" if match[3] == "goes" else match[3]
        verb = verb.removesuffix("s") if verb == match[3] else verb
        return f"{match[1]} {match[2] or ''}{verb}"

    return _ASKED.sub(r"do \1", _SUBJECT.sub(plural_verb, sentence))


def priced(telling: Telling, found: Quantity, holder: str) -> tuple[str, Quantity] | None:
    """So many things whose price is told by itself: what they cost; None where it is not."""
    world = telling.world
    prices = [
        one
        for one in telling.rates
        if currency_of(one.thing) and not one.holder and same(one.per, found.noun)
    ]
    if len(prices) != 1 or not found.plain or not found.noun or found.part:
        return None
    count = world.given(found.number, found.noun)
    cost = world.fresh(f"the cost of {named(found.noun)}", prices[0].thing)
    world.ledger.product(cost, count, prices[0].one, why="cost = number * price of each")
    telling.spend(cost, prices[0].thing, holder)
    return count, found


def subject(telling: Telling, who: str, *, has: bool = False) -> str:
    """Who does something: the one who is named is spoken of from now on."""
    world = telling.world
    holder = world.holder(who, has=has)
    if holder and holder != ALL:
        world.subject = holder
    return holder


def quantity(found: Quantity) -> str:
    """A quantity as the phrases read it."""
    if found.part:
        return parts.shown(found)
    if found.versus:
        return comparing.shown(found, found.than)
    if found.number == SOME:
        things = plural(found.noun) if found.noun else "money"
        return f"some {'more ' if found.more else ''}{things}"
    sign = CURRENCIES.get(found.unit, "")
    noun = found.noun if found.number == "1" else plural(found.noun) if found.noun else ""
    words = [f"{sign}{found.number}", "more" if found.more else "", noun]
    if found.inner:
        words.append(f"with {quantity(found.inner)} in each")
    if found.price:
        words.append(f"each costing {quantity(found.price)}")
    if found.cost:
        words.append(f"for {quantity(found.cost)}")
    if found.per:
        words.append(f"per {found.per}")
    if found.times:
        words.append(f"for {quantity(found.times)}" if found.per else f"in {quantity(found.times)}")
    return " ".join(filter(None, words))


# ---------------------------------------------------------------------- events


def meant_by(telling: Telling, found: Quantity, holder: str) -> Quantity:
    """The quantity with its noun, where the clause leaves it out."""
    if found.number in (ALL, REST) or found.versus or (found.thing and not found.part):
        return found
    own = telling.world.matching(holder, "")
    if found.part:
        return parts.meant(found, {one.thing for one in own})
    last = telling.world.thing
    if any(one.thing == last for one in telling.rates):
        return replace(found, noun=last)
    things = {one.thing for one in own if not currency_of(one.thing)} or {last}
    if len(things) != 1:
        raise Misfit("a number of nobody knows what")
    (thing,) = things
    return replace(found, unit=thing) if currency_of(thing) else replace(found, noun=thing)


def somebody(world: Accounts, holder: str) -> str:
    """The name of whoever does something, if it is told."""
    return world.shown(holder) if holder and holder != ALL else "Somebody"


def source_of(telling: Telling, holder: str, found: Quantity) -> Account:
    """The account from which something goes."""
    world = telling.world
    thing = found.inner.thing if found.inner else found.thing
    if thing in telling.groups and not world.matching(ALL, thing):
        raise Misfit("whole groups")
    _merged(world, holder, thing)
    account = world.one(holder, thing, anywhere=not found.own) or derived(telling, thing)
    if account is None:
        raise Misfit("taken from nothing")
    return account


def _merged(world: Accounts, holder: str, thing: str) -> None:
    """``14 red and 9 blue pens``, of which 6 pens are given: they are one amount from now on."""
    own = world.matching(holder, thing)
    if len(own) < 2 or not thing or not _are_one(own, thing, everybody=holder == ALL):
        return
    name = world.total([one.now for one in own], thing, f"{named(thing)} in all")
    world.accounts = [one for one in world.accounts if one not in own]
    holders = {one.holder for one in own}
    owner = holders.pop() if len(holders) == 1 else ""
    world.begin(owner, thing, name, begun=all(one.begun for one in own))


def _are_one(own: list[Account], thing: str, *, everybody: bool) -> bool:
    """Whether accounts are sorts of the thing, or those of all who have it, and have not changed.

    everybody: it is ``they`` who do something.
    """
    if any(len(one.states) > 1 or one.done or one.task for one in own):
        return False
    if len({one.holder for one in own}) == 1:
        return all(one.thing != thing and is_sort_of(one.thing, thing) for one in own)
    return everybody and all(one.thing == thing and one.holder for one in own)


def derived(telling: Telling, thing: str) -> Account | None:
    """The account of what is in groups: ``there are 6 bags; each bag holds 7 shells``."""
    world = telling.world
    for rate in telling.rates:
        holders = [one for one in world.accounts if one.thing == rate.per]
        if rate.thing != thing or len(holders) != 1:
            continue
        every = world.times(
            rate.one, holders[0].now, thing, "amount in all = number of groups * amount in each"
        )
        return world.begin(holders[0].holder, thing, every, begun=True)
    return None


def own_account(world: Accounts, holder: str, thing: str) -> Account | None:
    """The account that somebody has of a thing, if there is one."""
    _merged(world, holder, thing)
    found = world.matching(holder, thing)
    if len(found) > 1:
        raise Misfit("two accounts")
    return found[0] if found else None


def low(world: Accounts, holder: str) -> str:
    """A name within a sentence."""
    name = world.names[holder]
    return name if name[0].isupper() or name in ("we", "you") else f"the {name}"


def subject_kept(telling: Telling, who: str) -> str:
    """Who does something, while the story goes on about what it was about."""
    return telling.world.holder(who) if who else telling.world.subject
