"""What is asked of a story that has been told, as a quantity of its ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.told.amounts import same
from mathviz_chat.core.problems.readers.told.tales import (
    attributes,
    differences,
    goals,
    known,
    levels,
    packing,
)
from mathviz_chat.core.problems.readers.told.tales.accounts import (
    MUCH,
    Account,
    Misfit,
    currency_of,
    fits,
    named,
)
from mathviz_chat.core.problems.readers.told.tales.inquiry import Asked
from mathviz_chat.core.problems.readers.told.tales.nouns import is_measure, is_sort_of, plural
from mathviz_chat.core.problems.readers.told.tales.phrases import ALL, Quantity
from mathviz_chat.core.problems.readers.told.tales.sorts import about_sorts, are_opposites
from mathviz_chat.core.problems.readers.told.tales.sorts import answer as sorted_answer
from mathviz_chat.core.problems.readers.told.tales.telling import (
    Rate,
    Telling,
    agreeing,
    derived,
    low,
    quantity,
)

Found = tuple[str, str, str]
"""The quantity's name in the ledger, of what it is, and the question in plain words."""


def problem(telling: Telling, asked: Asked) -> Problem | None:
    """The problem of a story and its question; Misfit where they do not fit together."""
    asked = about_sorts(telling, asked)
    if asked.kind not in _ANSWER:
        return None
    name, thing, question = known.some(telling, asked) or _ANSWER[asked.kind](telling, asked)
    unit = currency_of(thing)
    measure = units.find(thing) or units.find(f"{thing}s")
    kind = Kind.MONEY if asked.kind in ("cost", "change") else Kind.STORY
    said = " ".join((*telling.said, agreeing(question)))
    if measure is not None and not unit:
        return telling.world.ledger.problem(
            kind, said, name, unit=measure.symbol, unit_named=not asked.unit
        )
    return telling.world.ledger.problem(kind, said, name, unit=unit, holds=lambda value: value >= 0)


def _how(thing: str) -> str:
    return "How much money" if currency_of(thing) else f"How many {plural(thing)}"


def _own(telling: Telling, asked: Asked) -> list[Account]:
    """The accounts that are asked about: of whom the question names, of the thing it names."""
    world = telling.world
    known = [one for one in world.accounts if fits(one.thing, asked.thing)]
    holder = named_by(telling, asked.who, place=asked.place) if asked.who else ALL
    if holder not in ("", ALL):
        own = [one for one in known if one.holder == holder]
        nobodys = [one for one in known if one.holder == ""]
        if asked.place and own and {one.thing for one in nobodys} - {one.thing for one in own}:
            raise Misfit("some of another sort may be there too")
        known = own or [one for one in nobodys if asked.place or currency_of(one.thing)]
    if not known and asked.thing:
        found = derived(telling, asked.thing)
        known = [found] if found is not None else []
    if asked.thing == MUCH:
        known = [one for one in known if currency_of(one.thing)] or known
    if not asked.thing and len({one.thing for one in known}) > 1:
        known = [one for one in known if one.thing == world.thing]
    if not known:
        raise Misfit("nobody has any")
    return known


def named_by(telling: Telling, who: str, *, place: bool = False) -> str:
    """Whom a question names; Misfit for somebody whom the story does not know."""
    world = telling.world
    before = set(world.names)
    holder = world.holder(who, has=True)
    if holder not in before and holder not in ("", ALL) and not place:
        raise Misfit("nobody knows them")
    return holder


def _now(telling: Telling, asked: Asked) -> Found:
    own = _own(telling, asked)
    if asked.count is not None:
        _later(telling, own, asked.count)
    changed = any(one.losses for one in own)
    if any(one.done for one in own):
        raise Misfit("nothing is there now")
    if len({one.holder for one in own}) > 1 and not _are_places(telling, asked, own):
        own = [one for one in own if one.losses] if asked.left else []
        if len({one.holder for one in own}) != 1:
            raise Misfit("whose?")
    if asked.left and not changed:
        raise Misfit("nothing was taken away")
    if any("kept" in one.gone for one in own):
        raise Misfit("those that are kept, too?")
    return _sum_of(telling, asked, own, "left" if asked.left else "now")


def _are_places(telling: Telling, asked: Asked, own: list[Account]) -> bool:
    """``12 ducks on the pond and 7 on the grass: how many are there?``: in all places."""
    world = telling.world
    return not asked.who and all(
        one.placed and one.holder and world.genders[one.holder] == "n" and len(one.states) == 1
        for one in own
    )


def _later(telling: Telling, own: list[Account], count: Quantity) -> None:
    """``how much will she have after 10 weeks``: what she gets each week is put to it."""
    rates = [one for one in telling.rates if same(one.per, count.noun)]
    if len(rates) != 1 or len(own) != 1 or not count.plain or count.more:
        raise Misfit("no rate")
    if (rates[0].holder, rates[0].thing) != (own[0].holder, own[0].thing) or not own[0].begun:
        raise Misfit("somebody else's")
    number = telling.world.given(count.number, count.noun)
    more = telling.world.times(
        rates[0].one, number, own[0].thing, "amount in all = number * amount for each"
    )
    telling.world.add(own[0], more)


def _sum_of(telling: Telling, asked: Asked, own: list[Account], when: str) -> Found:
    several = len({one.thing for one in own}) > 1
    thing = asked.thing if several else own[0].thing
    if not thing or (several and any(is_measure(one.thing) for one in own)):
        raise Misfit("different things")
    name = telling.world.total([one.now for one in own], thing, f"{named(thing)} in all")
    holder = own[0].holder
    if when == "in all" or len({one.holder for one in own}) > 1:
        return name, thing, f"{_how(thing)} are there in all?".replace("money are", "money is")
    if not holder:
        return (
            name,
            thing,
            f"{_how(thing)} are {'left' if when == 'left' else 'there now'}?".replace(
                "money are", "money is"
            ),
        )
    if asked.count is not None:
        after = quantity(asked.count)
        return name, thing, f"{_how(thing)} will {low(telling.world, holder)} have after {after}?"
    return name, thing, f"{_how(thing)} does {low(telling.world, holder)} have {when}?"


def _total(telling: Telling, asked: Asked) -> Found:
    own = _own(telling, asked)
    if asked.group and len({one.holder for one in own}) != int(asked.group):
        raise Misfit("of how many?")
    kept = any("kept" in one.gone for one in own)
    if any(one.losses for one in own) and not _only_moved(telling, own) and not kept:
        raise Misfit("before those were taken away, or after it?")
    if kept:
        raise Misfit("those that are kept, too?")
    return _sum_of(telling, asked, own, "in all")


def _only_moved(telling: Telling, own: list[Account]) -> bool:
    """Whether what one lost another of them got."""
    gains = {name for one in own for name in one.gains}
    return all(name in gains for one in own for name in one.losses)


def _gained(telling: Telling, asked: Asked) -> Found:
    own = _own(telling, asked)
    if any(one.begun or one.losses or one.done for one in own):
        raise Misfit("not only what was got")
    if len({one.holder for one in own}) > 1:
        if named_by(telling, asked.who) != ALL or asked.unit:
            raise Misfit("what who got?")
        return _sum_of(telling, asked, own, "in all")
    if asked.unit:
        if len(own) != 1 or not own[0].holder or units.find(own[0].thing) is None:
            raise Misfit("no length")
        going = low(telling.world, own[0].holder)
        return own[0].now, own[0].thing, f"How far does {going} go in all?"
    return _sum_of(telling, asked, own, "now")


def _lost(telling: Telling, asked: Asked) -> Found:
    own = _own(telling, asked)
    if any(not one.done for one in own) or len({one.holder for one in own}) > 1:
        raise Misfit("not only what went")
    return _sum_of(telling, asked, own, "in all")


def _rate(rates: list[Rate], asked: Asked) -> Rate:
    """The one rate that is asked about."""
    found = [
        one
        for one in rates
        if all(fits(thing, asked.thing) for thing in one.thing.split(" | "))
        and (not asked.group or same(one.per, asked.group) or asked.group in ("person", "one"))
    ]
    if len(found) != 1:
        raise Misfit("which of them?")
    return found[0]


def _each(telling: Telling, asked: Asked) -> Found:
    if not telling.shares:
        return _per(telling, asked)
    one = _rate(telling.shares, asked)
    things = one.thing.split(" | ")
    thing = things[0] if len(things) == 1 else asked.thing
    if not thing:
        head = things[0].split()[-1]
        if any(each.split()[-1] != head for each in things):
            raise Misfit("of different things")
        thing = head
    if asked.unit:
        if units.find(thing) is None:
            raise Misfit("no length")
        return one.one, thing, f"How long is each {one.per}?"
    return one.one, thing, f"{_how(thing)} does each {one.per} get?"


def _per(telling: Telling, asked: Asked) -> Found:
    """``18 pages in 9 days: how many a day?``"""
    if asked.who and named_by(telling, asked.who) not in ("", ALL, telling.world.subject):
        raise Misfit("somebody else's")
    for thing, whole, per, count in telling.pairs:
        if fits(thing, asked.thing) and asked.group and same(per, asked.group):
            world = telling.world
            one = world.fresh("the amount for one", thing)
            world.ledger.product(whole, count, one, why="amount of all = number * amount for one")
            if asked.unit:
                going = low(world, named_by(telling, asked.who))
                return one, thing, f"How far does {going} go each {per}?"
            return one, thing, f"{_how(thing)} per {per}?"
    raise Misfit("not shared")


def _for(telling: Telling, asked: Asked) -> Found:
    world = telling.world
    count = asked.count
    assert count is not None
    holder = named_by(telling, asked.who) if asked.who else ""
    if not count.plain or count.more:
        raise Misfit("for how many?")
    rates = [
        one
        for one in telling.rates
        if fits(one.thing, asked.thing) and is_sort_of(one.per, count.noun)
    ]
    if any(holder not in ("", ALL, one.holder) for one in rates if one.holder):
        raise Misfit("somebody else's")
    if len(rates) == 1 and not telling.pairs:
        number = world.given(count.number, count.noun)
        rate = rates[0]
        name = world.times(rate.one, number, rate.thing, "amount in all = number * amount for each")
        if telling.costs and currency_of(rate.thing):
            name = world.total([name, *telling.costs], rate.thing)
        if asked.unit:
            going = low(world, world.holder(asked.who))
            return name, rate.thing, f"How far does {going} go in {quantity(count)}?"
        return name, rate.thing, f"{_how(rate.thing)} for {quantity(count)}?"
    if not rates and not telling.pairs:
        return _groups_for(telling, asked, count)
    pairs = [
        one for one in telling.pairs if fits(one[0], asked.thing) and is_sort_of(one[2], count.noun)
    ]
    if len(pairs) != 1:
        raise Misfit("no rate")
    thing, whole, _, first = pairs[0]
    if holder not in ("", ALL, world.subject):
        raise Misfit("somebody else's")
    if count.number == "1":
        return _per(telling, Asked("each", asked.thing, group=count.noun))
    number = world.given(count.number, count.noun)
    one = world.fresh("the amount for one", "m")
    world.ledger.product(whole, first, one, why="amount of all = number * amount for one")
    name = world.times(one, number, thing, "amount in all = number * amount for each")
    if asked.unit:
        going = low(world, world.holder(asked.who))
        return name, thing, f"How far does {going} go in {quantity(count)}?"
    return name, thing, f"{_how(thing)} for {quantity(count)}?"


def _groups_for(telling: Telling, asked: Asked, count: Quantity) -> Found:
    """``a box holds 12 pens: how many boxes are needed for 60 pens?``; only where it comes out."""
    world = telling.world
    rates = [one for one in telling.rates if one.thing == count.noun and one.per == asked.thing]
    if len(rates) != 1 or world.accounts:
        raise Misfit("no rate")
    whole = world.given(count.number, count.noun)
    groups = world.fresh(f"the number of {plural(asked.thing)}", asked.thing)
    world.ledger.product(whole, groups, rates[0].one, why="amount in all = number * amount in each")
    return groups, asked.thing, f"{_how(asked.thing)} are needed for {quantity(count)}?"


def _cost(telling: Telling, asked: Asked) -> Found:
    if not telling.costs or telling.paid:
        raise Misfit("nothing was bought")
    world = telling.world
    return (
        world.total(list(telling.costs), telling.money, "the total cost"),
        telling.money,
        "What does everything cost?",
    )


def _change(telling: Telling, asked: Asked) -> Found:
    if not telling.costs or not telling.paid:
        raise Misfit("nothing was paid")
    world = telling.world
    cost = world.total(list(telling.costs), telling.money, "the total cost")
    change = world.fresh("the change", telling.money)
    world.ledger.sum(telling.paid, cost, change, why="change = what is paid - total cost")
    return change, telling.money, "What change is due?"


_BAD_LIST = "bad rotten broken damaged faulty defective spoiled spoilt ruined bruised cracked"
_BAD: Final = frozenset(_BAD_LIST.split())


def _intact(telling: Telling, asked: Asked) -> Found:
    own = _own(telling, asked)
    if len(own) != 1 or len(own[0].gone) != 1 or not own[0].fell:
        raise Misfit("which of them?")
    (state,) = own[0].gone
    good = asked.state == "good" and state in _BAD
    if state != asked.state and not good and not are_opposites(state, asked.state):
        raise Misfit("another state")
    thing = own[0].thing
    return own[0].now, thing, f"{_how(thing)} are not {state}?"


def _sort(telling: Telling, asked: Asked) -> Found:
    """How many are of a sort, or are not; or are not, where the others are gone."""
    if telling.sorts is not None:
        return sorted_answer(telling, asked)
    if any(one.gone == [asked.state] for one in telling.world.accounts) and not asked.left:
        raise Misfit("those are gone")
    return _intact(telling, asked)


_ANSWER: Final[Mapping[str, Callable[[Telling, Asked], Found]]] = {
    "now": _now,
    "first": lambda telling, asked: known.first(telling, asked, _own(telling, asked)),
    "total": _total,
    "gained": _gained,
    "lost": _lost,
    "each": _each,
    "for": _for,
    "cost": _cost,
    "change": _change,
    "more": differences.more,
    "factor": differences.factor,
    "intact": _intact,
    "sort": _sort,
    "gap": goals.gap,
    "groups": packing.groups,
    "level": levels.answer,
    "measure": attributes.one,
    "measures": attributes.together,
    "measured gap": attributes.gap,
    "measured times": attributes.factor,
}
