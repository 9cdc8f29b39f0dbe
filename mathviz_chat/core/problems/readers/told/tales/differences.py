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
    if asked.who:
        return _more_than(telling, asked)
    larger, smaller = (_only(telling, thing) for thing in (asked.thing, asked.than))
    if larger is smaller:
        raise Misfit("more of what?")
    return _gap(telling, larger, smaller, asked, plural(asked.thing), plural(asked.than))


def factor(telling: Telling, asked: Asked) -> tuple[str, str, str]:
    """How many times as many somebody has, or there are of one thing as of another."""
    world = telling.world
    if asked.who:
        one, other = _two(telling, asked)
        names = low(world, one.holder), low(world, other.holder)
        things = "as much money" if currency_of(one.thing) else f"as many {plural(one.thing)}"
        question = f"How many times {things} does {names[0]} have as {names[1]}?"
    else:
        one, other = (_only(telling, thing) for thing in (asked.thing, asked.than))
        question = (
            f"How many times as many {plural(asked.thing)} as {plural(asked.than)} are there?"
        )
    if one is other:
        raise Misfit("as itself?")
    times = world.fresh("how many times as many", "m")
    world.ledger.product(one.now, times, other.now, why="one amount = so many times the other")
    return times, "", question


def _only(telling: Telling, thing: str) -> Account:
    own = [one for one in telling.world.accounts if is_sort_of(one.thing, thing)]
    if len(own) != 1:
        raise Misfit("of which?")
    return own[0]


def _more_than(telling: Telling, asked: Asked) -> tuple[str, str, str]:
    first, second = _two(telling, asked)
    return _gap(telling, first, second, asked, "", "")


def _two(telling: Telling, asked: Asked) -> tuple[Account, Account]:
    """What the one has who is asked about, and what the other one has."""
    world = telling.world
    own = [one for one in world.accounts if fits(one.thing, asked.thing)]
    who = world.holder(asked.who)
    than = world.holder(asked.than) if asked.than else ""
    first = [one for one in own if one.holder == who]
    second = [one for one in own if one.holder == than or (not than and one.holder != who)]
    if len(first) != 1 or len(second) != 1 or first[0].thing != second[0].thing:
        raise Misfit("more than who?")
    return first[0], second[0]


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
