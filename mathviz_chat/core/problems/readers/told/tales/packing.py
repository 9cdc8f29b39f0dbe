"""So many in each group, and how many groups: packs of 8, 8 photos on each page."""

from __future__ import annotations

from typing import Any, Final

from mathviz_chat.core.problems.readers.told.amounts import key, same
from mathviz_chat.core.problems.readers.told.tales import verbs
from mathviz_chat.core.problems.readers.told.tales.accounts import Account, Misfit, currency_of
from mathviz_chat.core.problems.readers.told.tales.events import BEING, Event
from mathviz_chat.core.problems.readers.told.tales.goals import missing
from mathviz_chat.core.problems.readers.told.tales.inquiry import MANY, Asked, thing_of
from mathviz_chat.core.problems.readers.told.tales.nouns import is_sort_of, plural
from mathviz_chat.core.problems.readers.told.tales.parsing import (
    either,
    made,
    maybe,
    sequence,
    words,
)
from mathviz_chat.core.problems.readers.told.tales.phrases import (
    ALL,
    SOME,
    Quantity,
    everything,
    left_over,
    noun,
    nouns,
    simple,
    who,
    whom,
)
from mathviz_chat.core.problems.readers.told.tales.telling import (
    Rate,
    Telling,
    low,
    quantity,
)

_OF: Final = words(r"of|with|containing|holding|that\s+(?:hold|contain)")
_EACH: Final = maybe(words(r"each|apiece|in\s+(?:each|it|them)"))
_MAKES: Final = f"{verbs.SHARE}|make|makes|made|making|fill|fills|filled|bake|build|tie|form|forms"


def _packs(
    group: str, one: Quantity, packed: Any, whole: Quantity | None = None, who: str | None = None
) -> Event | None:
    """things: how many are in each, and how many there are, if the clause says it."""
    if not one.plain or one.more or one.number == SOME or one.part:
        return None
    what = packed if isinstance(packed, str) else ""
    things = (one,) if whole is None else (one, whole)
    return Event("packs", who or "", things, what, groups=Quantity("", "", key(group)))


PACKING: Final = either(
    made(
        sequence(
            maybe(who),
            words(_MAKES),
            maybe(either(left_over, everything, noun)),
            maybe(words("equally|up")),
            maybe(words("in|into")),
            noun,
            _OF,
            simple,
            _EACH,
        ),
        lambda v: _packs(v[5], v[7], v[2], who=v[0]) if v[4] or v[8] else None,
    ),
    made(
        sequence(
            maybe(who), words(_MAKES), simple, words("in|on|into"), words("each|every|1"), noun
        ),
        lambda v: _packs(v[5], v[2], None, who=v[0]),
    ),
    made(
        sequence(
            either(made(sequence(noun, words("of"), noun), lambda v: v[0]), everything, noun),
            words(
                rf"(?:come|comes|{BEING}\s+(?:sold|packed|packaged|put|placed|arranged|divided|split|"
                r"cut|sorted|packed\s+up|grouped|bundled|set|planted|stored|delivered|bought))"
            ),
            words("in|into"),
            noun,
            _OF,
            simple,
            _EACH,
        ),
        lambda v: _packs(v[3], v[5], v[0]),
    ),
    made(
        sequence(
            noun,
            words("of|with"),
            simple,
            words(rf"{BEING}\s+(?:divided|split|cut|sorted|arranged|put)"),
            words("in|into"),
            noun,
            _OF,
            simple,
            _EACH,
        ),
        lambda v: (
            _packs(v[5], v[7], None, v[2]) if v[2].noun and v[2].plain and not v[2].more else None
        ),
    ),
)
"""``come in packs of 8``, ``puts 8 photos on each page``, ``are divided into groups of 4``."""
_DOES: Final = r"does|do|did|will|would|can|could|should|must"
_NEEDS: Final = (
    r"make|need|fill|get|use|have|pack|buy|form|cut|tie|build|require|prepare|bake|put\s+together"
)
ASKED: Final = either(
    made(
        sequence(MANY, words(_DOES), who, words(_NEEDS), maybe(words("altogether|in\\s+all"))),
        lambda v: Asked("groups", thing_of(v[0]), v[2]) if v[0][2] else None,
    ),
    made(
        sequence(
            MANY,
            words(
                r"(?:are|were)\s+there|(?:are|is|will\s+be|were)\s+(?:needed|filled|made|used|required)|"
                r"can\s+be\s+(?:made|filled|formed|packed|cut)"
            ),
        ),
        lambda v: Asked("groups", thing_of(v[0])) if v[0][2] else None,
    ),
    made(
        sequence(
            MANY,
            words(_DOES),
            who,
            words(
                r"buy|afford|(?:be\s+able|have\s+enough(?:\s+money)?|need)\s+to\s+(?:buy|save)|save"
            ),
            maybe(words("it|them|up|enough|this|that")),
            maybe(sequence(maybe(words("for")), nouns())),
        ),
        lambda v: Asked("groups", thing_of(v[0]), v[2]) if v[0][2] else None,
    ),
    made(
        sequence(
            MANY,
            words(r"(?:does|will|would|did)\s+it\s+take"),
            maybe(whom),
            words(rf"to\s+(?:{verbs.GAIN}|{verbs.MOVE}|{verbs.LOSE}|have|pay|do)"),
            simple,
        ),
        lambda v: (
            Asked("groups", thing_of(v[0]), v[2] or "", count=v[4])
            if v[0][2] and v[4].thing and v[4].plain
            else None
        ),
    ),
)
"""``how many pages does he fill``, ``how many weeks will it take her to save $60``."""


def enter(telling: Telling, event: Event) -> None:
    """So many are in each group."""
    world, groups = telling.world, event.groups
    assert groups is not None
    found, *whole = event.things
    packer = world.holder(event.who) if event.who else ""
    if packer not in ("", ALL) and any(
        one.holder not in ("", packer) and world.genders[one.holder] != "n"
        for one in world.accounts
    ):
        raise Misfit("somebody else's")
    if whole:
        world.begin("", whole[0].noun, world.given(whole[0].number, whole[0].noun), begun=True)
        telling.say(f"There are {quantity(whole[0])}")
    thing = found.thing or key(event.other) or world.thing
    if not thing or thing in ("they", "it", "them") or same(thing, groups.noun):
        raise Misfit("groups of what?")
    if any(same(one.per, groups.noun) for one in telling.rates):
        raise Misfit("told twice")
    telling.packed[groups.noun] = _changes(telling)
    one = world.given(found.number, thing)
    telling.rates.append(Rate(thing, groups.noun, one))
    meant = Quantity(found.number, found.unit, "" if found.unit else thing)
    telling.say(f"They are put in {plural(groups.noun)} of {quantity(meant)}")


def groups(telling: Telling, asked: Asked) -> tuple[str, str, str]:
    """How many groups there are, where it comes out."""
    world = telling.world
    rates = [one for one in telling.rates if same(one.per, asked.thing)]
    if len(rates) != 1 or telling.pairs or telling.shares:
        raise Misfit("groups of how many?")
    (rate,) = rates
    if rate.holder and asked.who and world.holder(asked.who, has=True) != rate.holder:
        raise Misfit("somebody else's")
    if any(same(one.thing, rate.per) for one in world.accounts):
        raise Misfit("they are counted already")
    if asked.count is not None:
        if asked.count.thing not in (rate.thing, "") or world.matching(ALL, rate.thing):
            raise Misfit("of other things")
        whole = world.given(asked.count.number, rate.thing)
    else:
        if bool(rate.holder) != bool(telling.goals):
            raise Misfit("how long?")
        if telling.packed.get(rate.per, 0) not in (0, _changes(telling)):
            raise Misfit("groups of how many by then?")
        whole = missing(telling)[0] if rate.holder else _whole(telling, rate.thing)
    name = world.fresh(f"the number of {plural(rate.per)}", rate.per)
    world.ledger.counted.add(name)
    world.ledger.product(
        whole, name, rate.one, why="amount in all = number of groups * amount in each"
    )
    return name, rate.per, _question(telling, asked, rate)


def _question(telling: Telling, asked: Asked, rate: Rate) -> str:
    many = f"How many {plural(rate.per)}"
    if asked.count is None and rate.holder:
        return f"{many} does {low(telling.world, rate.holder)} need?"
    if asked.count is None:
        return f"{many} are there?"
    does = "save" if currency_of(rate.thing) else "do"
    whom = f" {low(telling.world, rate.holder)}" if rate.holder else ""
    return f"{many} does it take{whom} to {does} {quantity(asked.count)}?"


def _whole(telling: Telling, thing: str) -> str:
    """All that is put in groups: of one thing, or of sorts of it."""
    world = telling.world
    own = [
        one
        for one in world.accounts
        if is_sort_of(one.thing, thing) and not _is_group(telling, one)
    ]
    if not own or any(one.done for one in own) or len({one.holder for one in own}) > 1:
        raise Misfit("of how many?")
    return world.total([one.now for one in own], thing)


def _changes(telling: Telling) -> int:
    """How many amounts of things there were, one after another."""
    return sum(len(one.states) for one in telling.world.accounts)


def _is_group(telling: Telling, account: Account) -> bool:
    return any(same(rate.per, account.thing) for rate in telling.rates)
