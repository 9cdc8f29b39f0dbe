"""Lengths, heights and temperatures that rise and fall: a candle burns down by 8 cm."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.readers.told.amounts import key
from mathviz_chat.core.problems.readers.told.tales.accounts import Account, Misfit
from mathviz_chat.core.problems.readers.told.tales.events import Event
from mathviz_chat.core.problems.readers.told.tales.inquiry import Asked
from mathviz_chat.core.problems.readers.told.tales.nouns import plural
from mathviz_chat.core.problems.readers.told.tales.parsing import (
    either,
    made,
    maybe,
    sequence,
    words,
)
from mathviz_chat.core.problems.readers.told.tales.phrases import Quantity, nouns, simple
from mathviz_chat.core.problems.readers.told.tales.telling import Telling, quantity

_DOWN: Final = (
    r"falls?|fell|drops?|dropped|sinks?|sank|shrinks?|shrank|decreases?|decreased|goes\s+down|"
    r"went\s+down|cools?(?:\s+down)?|cooled(?:\s+down)?|burns?(?:\s+down)?|burned(?:\s+down)?|"
    r"(?:is|was|gets?|got|has\s+been)\s+(?:shortened|reduced|lowered|cut|trimmed)|melts?|melted"
)
_UP: Final = (
    r"rises?|rose|grows?|grew|has\s+grown|increases?|increased|climbs?|climbed|goes\s+up|went\s+up|"
    r"warms?(?:\s+up)?|warmed(?:\s+up)?|(?:is|was|gets?|got|has\s+been)\s+(?:raised|lengthened|extended)"
)
_LONG: Final = r"long|tall|high|deep|wide|heavy|thick"
_LEVEL: Final = r"temperature|height|length|width|depth|weight|level|(?:water|sea)\s+level"
_it: Final = maybe(either(words("it"), nouns(counted=False)))


def _is_measured(found: Quantity) -> bool:
    """Whether it is a plain number of centimetres, degrees, ..."""
    noun = found.noun.split()[-1] if found.noun else ""
    known = units.find(noun) or units.find(f"{noun}s") or noun == "degree"
    return bool(known) and found.plain and not found.more and not found.part


CHANGES: Final = either(
    made(
        sequence(words(_LEVEL), words("is|was|of"), simple),
        lambda v: Event("level", v[0], (v[2],)) if _is_measured(v[2]) else None,
    ),
    made(
        sequence(nouns(counted=False), words("is|was"), simple, words(_LONG)),
        lambda v: Event("level", key(v[0]), (v[2],)) if _is_measured(v[2]) else None,
    ),
    made(
        sequence(nouns(counted=False), words("of|with"), simple, words(_DOWN), words("by"), simple),
        lambda v: (
            Event("level", key(v[0]), (v[2], v[5]), state="fall")
            if _is_measured(v[2]) and _is_measured(v[5])
            else None
        ),
    ),
    made(
        sequence(_it, words(_DOWN), words("by"), simple),
        lambda v: Event("fall", key(v[0]), (v[3],)) if _is_measured(v[3]) else None,
    ),
    made(
        sequence(_it, words(_UP), words("by"), simple),
        lambda v: Event("rise", key(v[0]), (v[3],)) if _is_measured(v[3]) else None,
    ),
)
"""``the candle was 20 cm tall``, ``it burned down by 8 cm``."""
ASKED: Final = either(
    made(
        sequence(
            words(rf"how\s+(?:{_LONG})\s+(?:is|was|will)"),
            either(words("it"), nouns()),
            maybe(words("be")),
            words(r"now|then|after\s+(?:that|this)|at\s+end|afterwards"),
        ),
        lambda v: Asked("level", who=key(v[1])),
    ),
    made(
        sequence(
            words(r"what\s+(?:is|was|will)"),
            maybe(words("its|new|final|temperature's")),
            words(_LEVEL),
            maybe(words("be")),
            maybe(words(r"now|then|after\s+(?:that|this)|at\s+end|afterwards")),
        ),
        lambda v: Asked("level", who=v[2].lower()) if v[4] or "was" not in v[0].lower() else None,
    ),
)
"""``how long is the plank now``, ``what is the temperature now``."""


def begin(telling: Telling, event: Event) -> None:
    """So long, high or warm it is at first."""
    world = telling.world
    found, *changes = event.things
    if world.accounts:
        raise Misfit("another amount is told, too")
    holder = world.holder(event.who, place=True)
    world.subject = holder
    world.begin(holder, found.noun, world.given(found.number, found.noun), begun=True)
    long = "" if re.fullmatch(_LEVEL, world.names[holder]) else " long"
    telling.say(f"The {world.names[holder]} is {quantity(found)}{long}")
    for change in changes:
        _changed(telling, event.state, change)


def change(telling: Telling, event: Event) -> None:
    """It rises or falls by so much."""
    if event.who not in ("", "it") and not same_holder(telling, event.who):
        raise Misfit("another one's")
    _changed(telling, event.kind, event.things[0])


def same_holder(telling: Telling, who: str) -> bool:
    """Whether the one level that the story tells is meant."""
    world = telling.world
    return world.holder(who, place=True) == _level(telling).holder


def _changed(telling: Telling, kind: str, found: Quantity) -> None:
    account = _level(telling)
    if found.noun != account.thing:
        raise Misfit("of another unit")
    amount = telling.world.given(found.number, found.noun)
    if kind == "rise":
        telling.world.add(account, amount)
    else:
        telling.world.remove(account, amount)
    telling.say(f"It {'rises' if kind == 'rise' else 'falls'} by {quantity(found)}")


def _level(telling: Telling) -> Account:
    accounts = telling.world.accounts
    if len(accounts) != 1 or not accounts[0].begun or not accounts[0].holder:
        raise Misfit("which of them?")
    return accounts[0]


def answer(telling: Telling, asked: Asked) -> tuple[str, str, str]:
    """How long, high or warm it is now."""
    account = _level(telling)
    if len(account.states) < 2 or telling.rates or telling.shares or telling.pairs:
        raise Misfit("nothing has changed")
    if asked.who not in ("", "it") and not same_holder(telling, asked.who):
        raise Misfit("another one's")
    if asked.thing and asked.thing != account.thing:
        raise Misfit("of another unit")
    holder = telling.world.names[account.holder]
    things = plural(account.thing)
    if re.fullmatch(_LEVEL, holder):
        return account.now, account.thing, f"What is the {holder} now?"
    return account.now, account.thing, f"How long is the {holder} now, in {things}?"
