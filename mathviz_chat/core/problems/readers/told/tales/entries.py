"""What somebody has, gets, loses, gives or keeps, entered in the accounts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.readers.told.amounts import key, same
from mathviz_chat.core.problems.readers.told.tales import comparing, known, verbs
from mathviz_chat.core.problems.readers.told.tales.accounts import Account, Misfit
from mathviz_chat.core.problems.readers.told.tales.events import Event
from mathviz_chat.core.problems.readers.told.tales.nouns import is_measure, is_sort_of
from mathviz_chat.core.problems.readers.told.tales.phrases import ALL, Quantity
from mathviz_chat.core.problems.readers.told.tales.telling import (
    Telling,
    low,
    meant_by,
    own_account,
    priced,
    quantity,
    somebody,
    source_of,
    subject,
    subject_kept,
)


def _have(telling: Telling, event: Event) -> None:
    _hold(telling, event, subject(telling, event.who, has=True), "have")


def _task(telling: Telling, event: Event) -> None:
    world = telling.world
    holder = subject(telling, event.who)
    (found,) = event.things
    made = telling.amount(found, holder)
    if made is None or not found.plain or world.matching(holder, found.thing):
        raise Misfit("not a number of things to do")
    world.begin(holder, found.thing, made[0], begun=True).task = True
    telling.say(f"{world.shown(holder)} must do {quantity(found)}")


def _there(telling: Telling, event: Event) -> None:
    world = telling.world
    holder = world.holder(event.other, place=True) if event.other else ""
    if holder:
        world.subject = world.subject or holder
    _hold(telling, event, holder, "there")


def _hold(telling: Telling, event: Event, holder: str, kind: str) -> None:
    world = telling.world
    if holder == ALL:
        raise Misfit("several who have something")
    for found in event.things:
        if known.settled(telling, event, found, holder):
            continue
        holder = comparing.place_of(world, found, holder) if kind == "there" else holder
        made = telling.amount(found, holder)
        if made is None:
            telling.say(f"{world.shown(holder)} gets {quantity(found)}")
            continue
        name, meant = made
        thing = meant.inner.thing if meant.inner else meant.thing
        own = next(
            (one for one in world.accounts if (one.holder, one.thing) == (holder, thing)), None
        )
        place = f" in the {world.names[holder]}" if holder and kind == "there" else ""
        start = (
            f"There are {quantity(meant)}{place}"
            if kind == "there"
            else f"{world.shown(holder)} has {quantity(meant)}"
        )
        if own is None:
            if meant.more or event.now:
                raise Misfit("more than what?")
            world.begin(holder, thing, name, begun=True).placed = kind == "there"
        elif _apart(telling, event):
            world.add(own, name)
            start = f"{world.shown(holder)} gets {quantity(replace(meant, more=True))}"
        elif meant.more and own.begun and not own.losses:
            world.add(own, name)
        elif kind == "there" and event.things.index(found) and not own.losses and own.begun:
            world.add(own, name)
            start = f"There are {quantity(replace(meant, more=True))}{place}"
        elif event.state == "before" and not own.begun and not own.losses:
            world.add(own, name)
            own.begun = True
            start = f"{world.shown(holder)} already has {quantity(meant)}"
        else:
            raise Misfit("it is told twice")
        telling.say(start)


def _apart(telling: Telling, event: Event) -> bool:
    """``has 14 in one drawer and 9 in another``."""
    before = telling.last.other if telling.last is not None else ""
    return event.kind == "have" and before.startswith("first") and event.other.startswith("second")


def _gain(telling: Telling, event: Event) -> None:
    world = telling.world
    holder = subject(telling, event.who)
    if not holder or holder == ALL:
        raise Misfit("nobody gets it")
    for found in event.things:
        found = meant_by(telling, found, holder)
        _elsewhere(telling, event.other, found)
        price = priced(telling, found, holder)
        made = price or telling.amount(found, holder)
        if made is not None and made[0]:
            name, meant = made
            thing = meant.inner.thing if meant.inner else meant.thing
            account = world.one(holder, thing)
            if (
                account is not None
                and account.thing != thing
                and not is_sort_of(thing, account.thing)
            ):
                account = None
            if meant.more and (account is None or _is_compared(telling, account)):
                raise Misfit("more than what?")
            if account is not None and account.done:
                raise Misfit("what went, or what came?")
            if event.state == "acts" and account is not None and account.begun and not meant.more:
                raise Misfit("new ones, or those that are there?")
            if account is None:
                account = world.begin(holder, thing, name, begun=False)
            elif account.task:
                if not is_measure(thing):
                    raise Misfit("done, or more to do?")
                world.remove(account, name)
            else:
                world.add(account, name)
            found = meant
            account.packed = account.packed or event.kind == "pack"
        bought = price or found.price or found.cost
        verb = "buys" if bought else "packs" if event.kind == "pack" else _gets(found)
        telling.say(f"{world.shown(holder)} {verb} {quantity(found)}")


def _gets(found: Quantity) -> str:
    """``goes 3 km``, ``gets 3 pens``."""
    unit = units.find(found.noun) or units.find(f"{found.noun}s")
    metre = units.find("metre")
    is_length = unit is not None and metre is not None and unit.dimension == metre.dimension
    return "goes" if is_length else "gets"


def _lose(telling: Telling, event: Event) -> None:
    world = telling.world
    holder = subject(telling, event.who)
    for found in event.things:
        found = meant_by(telling, found, holder)
        _elsewhere(telling, event.other, found)
        done = all(one.done for one in world.accounts)
        account = None if done else source_of(telling, holder, found)
        made = telling.amount(found, holder, account)
        if made is not None and (found.price or found.cost):
            raise Misfit("sold at a price")
        if account is None:
            _do(telling, holder, made)
            does = verbs.DOES.get(event.state, "uses")
            telling.say(f"{world.shown(holder)} {does} {quantity(made[1] if made else found)}")
            continue
        if made is None or (found.times and not found.per):
            raise Misfit("no number")
        world.remove(account, made[0], event.state)
        does = verbs.DOES.get(event.state, "loses")
        who = "They" if holder == ALL else somebody(world, holder)
        telling.say(f"{who} {does} {quantity(made[1])}")


def _did(telling: Telling, event: Event) -> None:
    """What somebody watches or studies is counted; nobody has more or fewer of it for that."""
    world = telling.world
    holder = subject(telling, event.who)
    if not holder or holder == ALL or any(not one.done for one in world.matching(holder, "")):
        raise Misfit("done with what they have?")
    for found in event.things:
        found = meant_by(telling, found, holder)
        made = telling.amount(found, holder)
        _do(telling, holder, made)
        telling.say(f"{world.shown(holder)} uses {quantity(made[1] if made else found)}")


def _elsewhere(telling: Telling, place: str, found: Quantity) -> None:
    """Misfit where the one to whom or from whom something goes has an account of it, too."""
    if place and place.lower() not in ("it", "them"):
        world = telling.world
        known = [one for one in world.names if same(one, key(place))]
        if any(world.matching(one, found.thing) for one in known):
            raise Misfit("to or from somebody who has some")


def _is_compared(telling: Telling, account: Account) -> bool:
    return telling.compares and not account.begun


def _do(telling: Telling, holder: str, made: tuple[str, Quantity] | None) -> None:
    """What somebody eats, sells or reads is counted, where nobody says how much there was."""
    world = telling.world
    if made is None:
        return
    name, meant = made
    thing = meant.inner.thing if meant.inner else meant.thing
    account = world.one(holder, thing)
    if account is not None and not (meant.more and _is_compared(telling, account)):
        world.add(account, name)
    elif meant.more:
        raise Misfit("more than what?")
    else:
        world.begin(holder, thing, name, begun=False).done = True


def _give(telling: Telling, event: Event) -> None:
    world = telling.world
    giver = subject(telling, event.who)
    taker = world.holder(event.other)
    if taker in ("", ALL) or giver in ("", ALL) or taker == giver:
        raise Misfit("nobody gets it")
    for found in event.things:
        found = meant_by(telling, found, giver if world.matching(giver, "") else taker)
        source = own_account(world, giver, found.thing)
        made = telling.amount(found, giver, source)
        if made is None or not found.plain:
            raise Misfit("not a number of things")
        target = own_account(world, taker, found.thing)
        if source is None and target is None:
            raise Misfit("nobody has any")
        if source is not None:
            world.remove(source, made[0])
        if target is not None:
            world.add(target, made[0])
        else:
            world.unknown.add(taker)
        if source is not None and target is not None:
            world.ledger.constants |= {source.states[0], target.states[0]}
        telling.say(f"{world.shown(giver)} gives {quantity(made[1])} to {low(world, taker)}")


def _take(telling: Telling, event: Event) -> None:
    world = telling.world
    taker = subject_kept(telling, event.who)
    for found in event.things:
        found = meant_by(telling, found, world.holder(event.other) if event.other else "")
        source = (
            own_account(world, world.holder(event.other), found.thing)
            if event.other
            else source_of(telling, "", found)
        )
        target = own_account(world, taker, found.thing) if taker else None
        if source is None or (target is not None and not event.other):
            raise Misfit("taken from nobody knows where")
        made = telling.amount(found, source.holder, source)
        if made is None or not found.plain:
            raise Misfit("not a number of things")
        world.remove(source, made[0])
        if target is not None:
            world.add(target, made[0])
        where = f" from {low(world, source.holder)}" if source.holder else ""
        telling.say(
            f"{world.shown(taker) if taker else 'Somebody'} takes {quantity(made[1])}{where}"
        )


def _come(telling: Telling, event: Event) -> None:
    world = telling.world
    for found in event.things:
        found = meant_by(telling, found, ALL)
        account = world.one(ALL, found.thing)
        _is_there(telling, event.other, account)
        made = telling.amount(found, "")
        if made is None or not found.plain:
            raise Misfit("not a number of things")
        if account is None:
            holders = {one.holder for one in world.accounts} or {""}
            if len(holders) != 1 or found.more:
                raise Misfit("nobody knows where")
            world.begin(holders.pop(), found.thing, made[0], begun=True)
        else:
            world.add(account, made[0])
        telling.say(f"{quantity(replace(made[1], more=account is not None))} arrive")


def _is_there(telling: Telling, place: str, account: Account | None) -> None:
    """Misfit where something comes to another place than the one that is told of."""
    holder = account.holder if account is not None else ""
    low = place.lower()
    if low in ("", "it", "them", "him", "her", "me", "us") or not holder:
        return
    if not same(holder, key(place)):
        raise Misfit("another place")


def _go(telling: Telling, event: Event) -> None:
    world = telling.world
    for found in event.things:
        found = meant_by(telling, found, ALL)
        account = source_of(telling, ALL, found)
        _is_there(telling, event.other, account)
        _elsewhere(telling, event.to, found)
        made = telling.amount(found, "", account)
        if made is None or not found.plain:
            raise Misfit("not a number of things")
        world.remove(account, made[0], event.state)
        telling.say(
            f"{quantity(made[1])} {f'are {event.state}' if event.state in _STATES else 'leave'}"
        )


_STATE_LIST = (
    "broken bad rotten damaged faulty defective spoiled ruined bruised missing cracked sold eaten "
    "lost taken used stolen destroyed borrowed drunk adopted"
)
_STATES: Final = frozenset(_STATE_LIST.split())


def _put(telling: Telling, event: Event) -> None:
    world = telling.world
    doer = subject_kept(telling, event.who)
    for found in event.things:
        found = meant_by(telling, found, ALL)
        place = world.holder(event.other, place=True) if event.other else ""
        target = (
            own_account(world, place, found.thing)
            if place
            else world.one(doer, found.thing, anywhere=True)
        )
        made = telling.amount(found, doer)
        if target is None or made is None or not found.plain:
            raise Misfit("put where?")
        source = own_account(world, doer, found.thing) if doer and doer != target.holder else None
        if source is not None:
            world.remove(source, made[0])
            telling.say(
                f"{world.shown(doer)} gives {quantity(made[1])} to {low(world, target.holder)}"
            )
            continue
        world.add(target, made[0])
        telling.say(f"{quantity(replace(made[1], more=True))} arrive")


def _keep(telling: Telling, event: Event) -> None:
    world = telling.world
    holder = subject(telling, event.who)
    (found,) = event.things
    found = meant_by(telling, found, holder)
    account = source_of(telling, holder, found)
    made = telling.amount(found, holder, account)
    if made is None or not found.plain:
        raise Misfit("not a number of things")
    if account.packed:
        world.add(account, made[0])
    else:
        world.remove(account, made[0], "kept")
    telling.say(f"{world.shown(holder)} keeps {quantity(made[1])}")


ENTRIES: Final[Mapping[str, Callable[[Telling, Event], None]]] = {
    "have": _have,
    "task": _task,
    "there": _there,
    "remain": known.remain,
    "gain": _gain,
    "pack": _gain,
    "lose": _lose,
    "do": _did,
    "give": _give,
    "take": _take,
    "put": _put,
    "come": _come,
    "go": _go,
    "keep": _keep,
}
