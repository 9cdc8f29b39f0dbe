"""What a story tells of an amount after it has changed, and what it asks about the time before."""

from __future__ import annotations

from mathviz_chat.core.problems.readers.told.amounts import same
from mathviz_chat.core.problems.readers.told.tales import verbs
from mathviz_chat.core.problems.readers.told.tales.accounts import (
    Account,
    Misfit,
    currency_of,
    fits,
)
from mathviz_chat.core.problems.readers.told.tales.events import Event
from mathviz_chat.core.problems.readers.told.tales.inquiry import Asked
from mathviz_chat.core.problems.readers.told.tales.nouns import plural
from mathviz_chat.core.problems.readers.told.tales.phrases import ALL, SOME, Quantity
from mathviz_chat.core.problems.readers.told.tales.telling import (
    Telling,
    low,
    meant_by,
    quantity,
    source_of,
)


def settled(telling: Telling, event: Event, found: Quantity, holder: str) -> bool:
    """Whether it is told as what is there by now: ``he now has 12``; then the account holds it."""
    if not found.plain or found.more or found.part or found.number == SOME:
        return False
    world = telling.world
    if not found.thing and not (event.now or world.some):
        return False
    found = meant_by(telling, found, holder)
    place = event.kind == "there"
    own = [one for one in world.accounts if one.thing == found.thing and one.holder == holder]
    if not own and place:
        own = [one for one in world.matching(ALL, found.thing) if not (holder and one.holder)]
    if len(own) != 1:
        return False
    (account,) = own
    changes = (account.states[0], *account.gains, *account.losses)
    is_open = len(account.states) > 1 and any(one in world.some for one in changes)
    if not event.now and not is_open:
        return False
    if event.now and len(account.states) == 1 and not account.done:
        _differs(telling, account, found)
    else:
        _is_now(telling, account, found)
    start = world.shown(holder) if holder and not place else ""
    where = f" in the {world.names[holder]}" if holder and place else ""
    said = quantity(found)
    telling.say(f"{start} now has {said}" if start else f"Now there are {said}{where}")
    return True


def differs(telling: Telling, holder: str, found: Quantity) -> bool:
    """``now it is 13 cm long``: whether it is told how long it was before."""
    own = [
        one for one in telling.world.accounts if (one.holder, one.thing) == (holder, found.thing)
    ]
    if len(own) != 1 or len(own[0].states) != 1 or not own[0].begun or not found.plain:
        return False
    _differs(telling, own[0], found)
    return True


def _differs(telling: Telling, account: Account, found: Quantity) -> None:
    """What there is now, where it is not told what came or went; or what was there before."""
    world = telling.world
    later = world.given(found.number, found.thing)
    if account.begun:
        if telling.changed is not None:
            raise Misfit("which of them?")
        telling.changed = account
        account.states.append(later)
        return
    first = world.fresh("the amount at first", found.thing)
    world.ledger.sum(later, first, account.now, why="amount after = amount before + what is added")
    account.begun, account.states = True, [first, later]


def _is_now(telling: Telling, account: Account, found: Quantity) -> None:
    world = telling.world
    if account.done:
        first = world.fresh("the amount at first", found.thing)
        left = world.given(found.number, found.thing)
        world.ledger.sum(
            first, account.now, left, why="amount at first = amount left + what is taken away"
        )
        account.done, account.begun, account.losses = False, True, account.gains
        account.gone = [""] * len(account.losses)
        account.states, account.gains = [first, left], []
        return
    if len(account.states) < 2 or account.now in world.ledger.given:
        raise Misfit("it is told twice")
    world.ledger.give(account.now, found.number)


def remain(telling: Telling, event: Event) -> None:
    """``12 are left``."""
    (found,) = event.things
    found = meant_by(telling, found, ALL)
    account = source_of(telling, ALL, found)
    if not found.plain or found.part or account.done or not account.losses:
        raise Misfit("what is left of what?")
    if event.other and not same(telling.world.holder(event.other, place=True), account.holder):
        raise Misfit("left elsewhere")
    _is_now(telling, account, found)
    telling.say(f"{quantity(found)} are left")


def first(telling: Telling, asked: Asked, own: list[Account]) -> tuple[str, str, str]:
    """How many there were before all that."""
    if len(own) != 1 or not own[0].begun or own[0].done or len(own[0].states) < 2:
        raise Misfit("before what?")
    (account,) = own
    world = telling.world
    things = _how(account.thing)
    if world.genders.get(account.holder, "n") == "n" and account.holder not in ("i", "we", "you"):
        question = f"{things} were there at first?"
    else:
        question = f"{things} did {low(world, account.holder)} have at first?"
    return account.states[0], account.thing, question


def _how(thing: str) -> str:
    return "How much money" if currency_of(thing) else f"How many {plural(thing)}"


_IN: frozenset[str] = frozenset(("gain", "pack", "come", "put"))
_OUT: frozenset[str] = frozenset(("lose", "give", "take", "go"))


def _change(telling: Telling, account: Account, asked: Asked) -> tuple[str, str, str]:
    """How many came or went, where only what there was before and after is told."""
    world = telling.world
    if asked.kind not in ("gained", "lost") or len(account.states) != 2:
        raise Misfit("what happened in between?")
    if asked.who and world.holder(asked.who) not in (ALL, account.holder, ""):
        raise Misfit("somebody else's")
    if asked.thing and not fits(account.thing, asked.thing):
        raise Misfit("of other things")
    before, after = account.states
    name = world.fresh("the change", account.thing)
    larger, smaller = (after, before) if asked.kind == "gained" else (before, after)
    world.ledger.sum(larger, smaller, name, why="change = larger amount - smaller amount")
    does = "get" if asked.kind == "gained" else "lose"
    who = low(world, account.holder) if account.holder else "they"
    return name, account.thing, f"{_how(account.thing)} did {who} {does}?"


def some(telling: Telling, asked: Asked) -> tuple[str, str, str] | None:
    """How many they were of whom the story only says that some came, or went."""
    if telling.changed is not None:
        return _change(telling, telling.changed, asked)
    if asked.kind == "gained" and asked.state == "more":
        raise Misfit("more than there were?")
    moved = [(name, event) for name, event in telling.somes if event.kind in _IN | _OUT]
    if asked.kind not in ("gained", "lost") or not moved:
        return None
    if len(moved) > 1:
        raise Misfit("which of them?")
    ((name, event),) = moved
    if (event.kind in _IN) != (asked.kind == "gained"):
        raise Misfit("the other way round")
    (found,) = event.things
    world = telling.world
    thing = meant_by(telling, found, ALL).thing
    if asked.thing and not fits(thing, asked.thing):
        raise Misfit("of other things")
    things = _how(thing)
    if event.kind in ("come", "go"):
        if asked.who:
            raise Misfit("who?")
        return name, thing, f"{things} {'arrived' if event.kind == 'come' else 'left'}?"
    if not asked.who or world.holder(asked.who) != world.holder(event.who):
        raise Misfit("somebody else")
    does = {"gain": "get", "pack": "get", "put": "get", "give": "give"}.get(event.kind, "lose")
    does = verbs.DOES.get(event.state, does).removesuffix("s")
    return name, thing, f"{things} did {low(world, world.holder(event.who))} {does}?"
