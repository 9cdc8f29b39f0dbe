"""Some out of a number that is told beside them, and what several containers hold together."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final

from mathviz_chat.core.problems.readers.told.tales import verbs
from mathviz_chat.core.problems.readers.told.tales.accounts import Misfit
from mathviz_chat.core.problems.readers.told.tales.events import BEING, Event
from mathviz_chat.core.problems.readers.told.tales.parsing import (
    Part,
    either,
    made,
    maybe,
    sequence,
    words,
)
from mathviz_chat.core.problems.readers.told.tales.phrases import (
    number,
    simple,
    things,
)
from mathviz_chat.core.problems.readers.told.tales.telling import Telling, quantity

_of: Final = made(
    sequence(maybe(words("after|when|once")), number, words("of"), simple),
    lambda v: None if v[1].unit or not v[3].noun or not v[3].plain or v[3].more else (v[1], v[3]),
)


def _some(value: tuple[Any, ...]) -> Event:
    (part, whole), verb, *_ = value
    state = re.sub(rf"^{BEING}\s+", "", verb.lower())
    return Event("some of", "", (replace(part, noun=whole.noun), whole), state=state)


SOME_OF: Final = made(
    sequence(
        _of,
        words(rf"(?:(?:have|has|had)\s+)?(?:{verbs.GO})|{BEING}\s+(?:{verbs.GONE}|absent)"),
        maybe(words("away|out|off|home")),
    ),
    _some,
)
"""``6 of the 48 plums are bad``, ``after 9 of 30 guests left``."""
_GATHER: Final = r"class|group|team|crowd|party|set|box|bag|shelf|basket|jar|pack|packet|crate|bowl"
_container: Final = sequence(
    words(
        rf"(?:1\s+|another\s+|other\s+|second\s+)?(?:(?:{_GATHER})s?\s+)?(?:of|with|containing|holding)"
    ),
    things,
)
CONTAINED: Final[Part] = either(
    made(
        sequence(_container, words(r"(?:,\s*)?and|plus"), _container),
        lambda v: (*v[0][1], *v[2][1]),
    ),
    made(
        sequence(words(rf"(?:1\s+)?(?:{_GATHER})\s+of"), things),
        lambda v: v[1] if len(v[1]) > 1 else None,
    ),
)
"""``a box with 20 pens and a box with 16 pens``, ``a class of 18 girls and 12 boys``."""


def some_of(telling: Telling, event: Event) -> None:
    """So many of all have gone, are bad, ..."""
    world = telling.world
    part, whole = event.things
    if world.accounts or part.more:
        raise Misfit("another amount is told, too")
    account = world.begin("", whole.noun, world.given(whole.number, whole.noun), begun=True)
    world.thing = whole.noun
    world.remove(account, world.given(part.number, whole.noun), event.state)
    gone = re.fullmatch(rf"(?:{verbs.GONE}|absent)", event.state)
    does = f"are {event.state}" if gone else "leave"
    telling.say(f"{part.number} of {quantity(whole)} {does}")
