"""How many more there are of one thing than of another, or how many more somebody has."""

from __future__ import annotations

from mathviz_chat.core.problems.readers.told.tales.accounts import (
    Account,
    Misfit,
    currency_of,
    fits,
)
from mathviz_chat.core.problems.readers.told.tales.inquiry import Asked
from mathviz_chat.core.problems.readers.told.tales.nouns import is_sort_of, plural
from mathviz_chat.core.problems.readers.told.tales.telling import Telling, low


def more(telling: Telling, asked: Asked) -> tuple[str, str, str]:
    """How many more somebody has, or how many more there are of one thing than of another."""
    world = telling.world
    if asked.who:
        return _more_than(telling, asked)
    larger, smaller = (
        [one for one in world.accounts if is_sort_of(one.thing, thing)]
        for thing in (asked.thing, asked.than)
    )
    if len(larger) != 1 or len(smaller) != 1 or larger == smaller:
        raise Misfit("more of what?")
    return _gap(telling, larger[0], smaller[0], asked, plural(asked.thing), plural(asked.than))


def _more_than(telling: Telling, asked: Asked) -> tuple[str, str, str]:
    world = telling.world
    own = [one for one in world.accounts if fits(one.thing, asked.thing)]
    who = world.holder(asked.who)
    than = world.holder(asked.than) if asked.than else ""
    first = [one for one in own if one.holder == who]
    second = [one for one in own if one.holder == than or (not than and one.holder != who)]
    if len(first) != 1 or len(second) != 1 or first[0].thing != second[0].thing:
        raise Misfit("more than who?")
    return _gap(telling, first[0], second[0], asked, "", "")


def _gap(
    telling: Telling, one: Account, other: Account, asked: Asked, what: str, than: str
) -> tuple[str, str, str]:
    world = telling.world
    word = "more" if asked.state == "more" else "fewer"
    larger, smaller = (one, other) if word == "more" else (other, one)
    gap = world.fresh("the difference", one.thing)
    world.ledger.sum(
        larger.now, smaller.now, gap, why="larger number = smaller number + difference"
    )
    if what:
        return gap, asked.thing, f"How many {word} {what} than {than}?"
    things = "money" if currency_of(one.thing) else plural(one.thing)
    many = "much" if currency_of(one.thing) else "many"
    first, second = low(world, one.holder), low(world, other.holder)
    return gap, one.thing, f"How {many} {word} {things} does {first} have than {second}?"
