"""Amounts of which a story tells the one that is compared: Ann has 20, 5 more than Ben has."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.told.tales import attributes, comparing
from mathviz_chat.core.problems.readers.told.tales.accounts import Misfit
from mathviz_chat.core.problems.readers.told.tales.events import Event
from mathviz_chat.core.problems.readers.told.tales.parsing import made, sequence, words
from mathviz_chat.core.problems.readers.told.tales.phrases import ALL, Quantity
from mathviz_chat.core.problems.readers.told.tales.telling import Telling

WHICH: Final = made(
    sequence(words(r"(?:(?:this|that|it)\s+)?(?:is|are|was|were)"), comparing.compared),
    lambda v: None if v[1].than in ("", "?") else Event("which", "", (v[1],)),
)
"""``which is 13 more than Bob scored``: what was told last is."""
_TOLD: Final = frozenset(("have", "there", "gain", "measured"))


def which(telling: Telling, event: Event) -> None:
    """The amount that was told last gives another one."""
    last = telling.last
    if last is None or last.kind not in _TOLD or len(last.things) != 1 or not last.things[0].plain:
        raise Misfit("which of them?")
    _compare(telling, last.kind, event.things[0], last.things[0].thing)


def backwards(telling: Telling, event: Event) -> None:
    """``Ann has twice as many as Ben``, where it is told how many she has."""
    if event.kind not in _TOLD or len(event.things) != 1 or event.groups is not None:
        raise Misfit("compared with nobody knows whom")
    if event.now or telling.ordered or telling.compares:
        raise Misfit("at another time?")
    _compare(telling, event.kind, event.things[0], "", event.who, event.state)


def _compare(
    telling: Telling, kind: str, found: Quantity, thing: str, who: str = "", state: str = ""
) -> None:
    world = telling.world
    holder = ALL if kind == "there" else world.holder(who) if who else world.subject
    if thing and found.thing and found.thing != thing:
        raise Misfit("of another thing")
    meant, name = comparing.backwards(world, found, holder, gained=kind == "gain")
    if kind == "measured":
        (account,) = world.matching(holder, meant.thing)
        attribute = attributes.agreed(telling, account.thing, state)
        telling.measured |= {one.holder for one in world.accounts if one.thing == account.thing}
        telling.say(f"{world.shown(holder)} {attributes.told(attribute, meant, name)}")
        return
    start = "There are" if kind == "there" else f"{world.shown(holder)} has"
    telling.say(f"{start} {comparing.shown(meant, name)}")
