"""Of what sort some of the things are: 12 of them are boys, 28 are red and the rest are white."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.readers.told.amounts import key
from mathviz_chat.core.problems.readers.told.tales import verbs
from mathviz_chat.core.problems.readers.told.tales.accounts import Misfit
from mathviz_chat.core.problems.readers.told.tales.events import Event
from mathviz_chat.core.problems.readers.told.tales.inquiry import Asked
from mathviz_chat.core.problems.readers.told.tales.nouns import is_sort_of, plural
from mathviz_chat.core.problems.readers.told.tales.parsing import (
    either,
    made,
    maybe,
    sequence,
    words,
)
from mathviz_chat.core.problems.readers.told.tales.parts import part
from mathviz_chat.core.problems.readers.told.tales.phrases import (
    ALL,
    REST,
    left_over,
    noun,
    nouns,
    simple,
)
from mathviz_chat.core.problems.readers.told.tales.telling import (
    Sorts,
    Telling,
    meant_by,
    quantity,
    source_of,
)

_PAIRS = (
    "boy/girl man/woman male/female adult/child empty/taken empty/occupied empty/full empty/filled "
    "fiction/nonfiction fiction/non-fiction ripe/unripe sold/unsold present/absent "
    "right-handed/left-handed married/single married/unmarried cooked/uncooked broken/unbroken "
    "cooked/raw free/taken free/occupied used/unused open/closed correct/wrong correct/incorrect "
    "right/wrong read/unread painted/unpainted boys/girls full/unfilled new/used sweet/sour"
)
_OPPOSITES: Final = frozenset(
    pair for one in _PAIRS.split() for a, b in [one.split("/")] for pair in ((a, b), (b, a))
)
"""Two sorts of which everything is one: who is no boy is a girl."""


_BE: Final = r"are|were|is|was"
_GONE: Final = re.compile(rf"(?:{verbs.GONE})\b", re.I)


def _sort(value: str) -> str | None:
    return None if _GONE.match(value) else value


_named: Final = made(nouns(counted=True), _sort)
SORTED: Final = made(
    sequence(either(simple, part, left_over), words(_BE), _named, maybe(words("ones"))),
    lambda v: (
        Event("sort", "", (v[0],), key(v[2]), state=v[2].lower())
        if not v[0].unit and not v[0].more
        else None
    ),
)
"""``12 of them are boys``, ``28 are red``, ``the rest are white``."""
ASKED: Final = made(
    sequence(
        words(r"how\s+many"),
        maybe(words(r"of\s+(?:them|these|those)")),
        maybe(sequence(maybe(words("of")), noun)),
        words(_BE),
        maybe(words("not")),
        nouns(counted=True),
    ),
    lambda v: Asked(
        "sort", v[2][1] if v[2] else "", state=key(v[5]), than=v[5].lower(), left=v[4] is not None
    ),
)
"""``how many are girls``, ``how many animals are not sheep``; left: ``not``."""


def enter(telling: Telling, event: Event) -> None:
    """So many of the things of an account are of a sort."""
    (found,) = event.things
    if found.number == REST:
        known = telling.sorts
        if known is None or known.rest or len(known.account.states) != known.at:
            raise Misfit("the rest of what?")
        known.rest = event.other
        telling.say(f"The rest are {event.state}")
        return
    found = meant_by(telling, found, ALL)
    account = source_of(telling, ALL, found)
    if is_sort_of(event.other, account.thing) and event.other == account.thing:
        raise Misfit("they all are")
    if telling.sorts is None:
        telling.sorts = Sorts(account, len(account.states))
    known = telling.sorts
    if known.account is not account or len(account.states) != known.at or known.rest:
        raise Misfit("sorts of other things")
    if found.part == "rest" or any(sort == event.other for sort, _ in known.told):
        raise Misfit("told twice")
    made = telling.amount(found, "", account)
    if made is None or not found.plain:
        raise Misfit("not a number of things")
    known.told.append((event.other, made[0]))
    telling.say(f"{quantity(made[1])} are {event.state}")


def answer(telling: Telling, asked: Asked) -> tuple[str, str, str]:
    """How many are of a sort, or are not."""
    known = telling.sorts
    if known is None or len(known.account.states) != known.at:
        raise Misfit("no sorts")
    thing = known.account.thing
    if asked.thing and not is_sort_of(thing, asked.thing):
        raise Misfit("of other things")
    wanted = asked.state
    named = f"{'not ' if asked.left else ''}{asked.than}"
    question = f"How many {plural(thing)} are {named}?"
    amounts = dict(known.told)
    everyone = list(amounts.values())
    if wanted == known.rest:
        name = _total(telling, everyone) if asked.left else _others(telling, everyone)
    elif wanted in amounts:
        name = _others(telling, [amounts[wanted]]) if asked.left else amounts[wanted]
    elif len(amounts) == 1 and not known.rest and are_opposites(next(iter(amounts)), wanted):
        name = everyone[0] if asked.left else _others(telling, everyone)
    else:
        raise Misfit("of another sort")
    return name, thing, question


def are_opposites(one: str, other: str) -> bool:
    """Whether what is not of the one sort is of the other."""
    return (one, other) in _OPPOSITES


def about_sorts(telling: Telling, asked: Asked) -> Asked:
    """``how many girls are there``, where only the children were counted, asks for a sort."""
    known = telling.sorts
    if known is None or asked.kind not in ("now", "total") or not asked.thing or asked.left:
        return asked
    whole = known.account.thing
    sort = asked.thing.removesuffix(f" {whole}")
    if sort in (whole, "much") or is_sort_of(whole, asked.thing):
        return asked
    return Asked("sort", whole, state=sort, than=plural(sort) if sort == asked.thing else sort)


def _total(telling: Telling, names: list[str]) -> str:
    known = telling.sorts
    assert known is not None
    return telling.world.total(names, known.account.thing)


def _others(telling: Telling, names: list[str]) -> str:
    """All but those."""
    known = telling.sorts
    assert known is not None
    world, thing = telling.world, known.account.thing
    rest = world.fresh(f"the other {plural(thing)}", thing)
    world.ledger.sum(known.account.now, *names, rest, why="all = those of each sort added")
    return rest
