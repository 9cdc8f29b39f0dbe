"""What each holds or costs, what is paid, shared and worked, entered in the accounts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, TypeAlias

from mathviz_chat.core.problems.readers.told.amounts import same
from mathviz_chat.core.problems.readers.told.tales.accounts import Misfit, currency_of
from mathviz_chat.core.problems.readers.told.tales.events import Event
from mathviz_chat.core.problems.readers.told.tales.phrases import ALL, REST, SOME
from mathviz_chat.core.problems.readers.told.tales.telling import (
    Rate,
    Telling,
    own_account,
    priced,
    quantity,
    somebody,
    subject,
)


def _each(telling: Telling, event: Event) -> None:
    world = telling.world
    groups, (found,) = event.groups, event.things
    assert groups is not None
    noun = groups.noun or _only_group(telling)
    if groups.number:
        world.begin("", noun, world.given(groups.number, noun), begun=True)
        telling.say(f"There are {quantity(groups)}")
    if not found.thing or not found.plain or found.more or found.number == SOME:
        raise Misfit("not a number of things in each")
    if any(same(one.per, noun) and one.thing == found.thing for one in telling.rates):
        raise Misfit("told twice")
    one = world.given(found.number, found.thing)
    telling.rates.append(Rate(found.thing, noun, one))
    world.thing = found.noun or noun
    telling.say(f"Each {noun} {'costs' if found.unit else 'holds'} {quantity(found)}")


def _only_group(telling: Telling) -> str:
    if not telling.world.thing:
        raise Misfit("each of what?")
    return telling.world.thing


def _fee(telling: Telling, event: Event) -> None:
    found, *rates = event.things
    if event.other:
        subject(telling, event.other)
    telling.spend(telling.world.given(found.number, found.unit), found.unit, telling.world.subject)
    telling.say(f"{event.who[0].upper()}{event.who[1:]} is {quantity(found)}")
    for rate in rates:
        one = telling.world.given(rate.number, rate.unit)
        telling.rates.append(Rate(rate.unit, rate.per, one))
        telling.say(f"Each {rate.per} costs {quantity(replace(rate, per=''))}")


def _ratio(telling: Telling, event: Event) -> None:
    world, groups, (found,) = telling.world, event.groups, event.things
    assert groups is not None
    if event.who:
        subject(telling, event.who)
    pair = (
        found.thing,
        world.given(found.number, found.thing),
        groups.noun,
        world.given(groups.number, groups.noun),
    )
    telling.pairs.append(pair)
    if found.unit:
        telling.say(f"{quantity(groups)} cost {quantity(found)}")
    else:
        telling.say(f"For {quantity(groups)} somebody needs {quantity(found)}")


def _order(telling: Telling, event: Event) -> None:
    """Things are bought whose prices are told."""
    world = telling.world
    holder = subject(telling, event.who)
    for found in event.things:
        found = found if found.thing else replace(found, noun=world.thing)
        if found.price or found.cost:
            made = telling.amount(found, holder)
        else:
            made = priced(telling, found, holder)
        if made is None:
            raise Misfit("no price")
        telling.say(f"{somebody(world, holder)} buys {quantity(made[1])}")


def _pay(telling: Telling, event: Event) -> None:
    world = telling.world
    holder = subject(telling, event.who)
    (found,) = event.things
    purse = own_account(world, holder, found.unit) if holder else None
    if event.state == "with" and purse is None and not telling.paid:
        telling.paid = world.given(found.number, found.unit)
        if telling.money not in ("", found.unit):
            raise Misfit("two currencies")
        telling.money = found.unit
        telling.say(f"{world.shown(holder) if holder else 'Somebody'} pays with {quantity(found)}")
        return
    if purse is None and event.other == "for" and telling.costs and event.state != "with":
        telling.spend(world.given(found.number, found.unit), found.unit, holder)
        telling.say(f"Fee is {quantity(found)}")
        return
    if purse is None or event.state == "with":
        raise Misfit("paid for nobody knows what")
    world.remove(purse, world.given(found.number, found.unit))
    telling.say(f"{world.shown(holder)} loses {quantity(found)}")


def _paid_for(telling: Telling, event: Event) -> None:
    world = telling.world
    subject(telling, event.who)
    found, *items = event.things
    if event.state == "with" and all(one.price or one.cost for one in items):
        _order(telling, replace(event, things=tuple(items)))
        _pay(telling, replace(event, things=(found,)))
        return
    if len(items) != 1 or not items[0].noun or not items[0].plain or event.state == "with":
        raise Misfit("paid for several things")
    pair = (
        found.unit,
        world.given(found.number, found.unit),
        items[0].noun,
        world.given(items[0].number, items[0].noun),
    )
    telling.pairs.append(pair)
    telling.say(f"{quantity(items[0])} cost {quantity(found)}")


def _bill(telling: Telling) -> tuple[str, tuple[str, ...]]:
    """What was paid for, or spent, all together."""
    world = telling.world
    if telling.costs:
        return world.total(list(telling.costs), telling.money), (telling.money,)
    spent = [one for one in world.accounts if one.done and currency_of(one.thing)]
    if not spent or len({one.thing for one in spent}) > 1:
        raise Misfit("no bill")
    return world.total([one.now for one in spent], spent[0].thing), (spent[0].thing,)


def _share(telling: Telling, event: Event) -> None:
    world = telling.world
    holder = subject(telling, event.who) if event.who else world.subject
    groups = event.groups
    assert groups is not None
    if event.things[0].number in (ALL, REST):
        whole, things, told = _all_there_is(telling, event, holder)
    else:
        whole, things, told = _so_many(telling, event, holder)
    count = world.given(groups.number, groups.noun)
    if event.state == "with":
        count = _with_oneself(telling, holder, count, groups.noun)
    one = world.fresh("the amount of each", things[0])
    world.ledger.product(whole, count, one, why="amount of all = number of shares * amount of each")
    telling.shares.append(Rate(" | ".join(dict.fromkeys(things)), groups.noun, one))
    if told and event.state == "with":
        telling.say(f"{world.shown(holder)} shares {told} equally with {quantity(groups)}")
    elif told:
        telling.say(f"{told[0].upper()}{told[1:]} are shared equally among {quantity(groups)}")


_Shared: TypeAlias = tuple[str, tuple[str, ...], str]
"""The amount that is shared, the things in it, and how they are told; "" where that is said."""


def _all_there_is(telling: Telling, event: Event, holder: str) -> _Shared:
    """The bill, or all that somebody (or everybody) has."""
    (found,) = event.things
    if found.noun in ("bill", "cost", "total"):
        whole, things = _bill(telling)
        told = "bill"
    else:
        everybody = holder == ALL or event.who.lower() == "they"
        whole, things = telling.everything(found.noun, "" if everybody else holder)
        told = "the rest"
    if holder != ALL:
        return whole, things, told
    if event.state == "with":
        raise Misfit("with whom?")
    assert event.groups is not None
    telling.say(f"They share them equally among {quantity(event.groups)}")
    return whole, things, ""


def _so_many(telling: Telling, event: Event, holder: str) -> _Shared:
    """Things whose number is told with the sharing, and that nobody had before."""
    world = telling.world
    parts = [telling.amount(one, holder) for one in event.things]
    if any(one is None or not one[1].plain for one in parts):
        raise Misfit("not a number of things")
    known = [(one[0], one[1]) for one in parts if one]
    if any(world.matching(ALL, one.thing) for _, one in known):
        raise Misfit("a part of what there is")
    whole = world.total([name for name, _ in known], known[0][1].thing)
    things = tuple(one.thing for _, one in known)
    return whole, things, " and ".join(quantity(one) for _, one in known)


def _with_oneself(telling: Telling, holder: str, others: str, noun: str) -> str:
    """How many share, who shares with so many others included."""
    world = telling.world
    if not holder or holder == ALL or world.genders[holder] == "n":
        raise Misfit("with whom?")
    count = world.fresh("the number of all who share", noun)
    myself = world.ledger.constant("myself", "1")
    world.ledger.sum(count, others, myself, why="all who share = the others + 1")
    return count


def _work(telling: Telling, event: Event) -> None:
    world = telling.world
    holder = subject(telling, event.who)
    found = event.things[0]
    rate = next((one for one in telling.rates if one.per == found.noun and one.holder), None)
    if rate is None or rate.holder != holder:
        raise Misfit("no rate")
    counts: list[str] = []
    for one in event.things:
        made = telling.amount(one, holder)
        if made is None or one.noun != found.noun or one.more or one.inner or one.price or one.cost:
            raise Misfit("not so many hours")
        if one.times is not None and not one.per:
            raise Misfit("hours in how many days?")
        counts.append(made[0])
    count = world.total(counts, found.noun)
    every = world.times(rate.one, count, rate.thing, "amount in all = number * amount for each")
    account = world.one(holder, rate.thing)
    if account is None:
        world.begin(holder, rate.thing, every, begun=False)
    else:
        world.add(account, every)
    told = " and ".join(map(quantity, event.things))
    telling.say(f"{world.shown(holder)} works {told}")


TRADES: Final[Mapping[str, Callable[[Telling, Event], None]]] = {
    "each": _each,
    "kind": _each,
    "fee": _fee,
    "ratio": _ratio,
    "order": _order,
    "pay": _pay,
    "paid for": _paid_for,
    "share": _share,
    "work": _work,
}
