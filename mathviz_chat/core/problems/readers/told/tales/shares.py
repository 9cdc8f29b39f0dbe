"""The clauses that tell how something is shared, put or cut into equal groups."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final

from mathviz_chat.core.problems.readers.told.tales import verbs
from mathviz_chat.core.problems.readers.told.tales.events import BEING, EQUALLY, Event, verb
from mathviz_chat.core.problems.readers.told.tales.parsing import (
    either,
    made,
    maybe,
    sequence,
    words,
)
from mathviz_chat.core.problems.readers.told.tales.phrases import (
    ALL,
    Quantity,
    everything,
    left_over,
    noun,
    number,
    simple,
    things,
    who,
)
from mathviz_chat.core.problems.readers.told.tales.wholes import CONTAINED


def _paid_whole(word: str) -> str:
    return "" if word.lower() == "money" else "bill"


_AMONG: Final = words(r"among|amongst|between|into|in|on|onto|to|over|across|with|for|by")
_equal: Final = made(
    sequence(number, words("equal|equal-sized|identical|same-sized"), noun),
    lambda v: None if v[0].unit else replace(v[0], noun=v[2]),
)
_groups: Final = made(
    sequence(
        maybe(words(r"his|her|their|my|all|each\s+of|all\s+of")),
        maybe(words("equal")),
        either(simple, _equal),
        maybe(words(r"of\s+(?:same|equal)\s+(?:size|length)|equally")),
    ),
    lambda v: v[2] if v[2].noun and v[2].plain and not v[2].more else None,
)
_portion: Final = either(
    things,
    CONTAINED,
    made(
        words("cost|price|bill|total|expenses?|money"),
        lambda w: (Quantity("all", "", _paid_whole(w)),),
    ),
    made(
        either(left_over, everything, noun),
        lambda q: (Quantity("all", "", q) if isinstance(q, str) else q,),
    ),
)


def _shared(value: tuple[Any, ...]) -> Event | None:
    """state: ``with`` where whoever shares gets a share, too."""
    doer, verb, portion, _, among, groups, _ = value
    if among.lower() != "with":
        return Event("share", doer or "", portion, groups=groups)
    if not re.match(r"(?:\w+\s+)*(?:shar|split|divid)", verb, re.I):
        return None
    return Event("share", doer or "", portion, groups=groups, state="with")


_KEPT: Final = (
    r"stands?|stood|sits?(?:\s+down)?|sat(?:\s+down)?|rides?|rode|travels?|travelled|sleeps?|slept|"
    r"hangs?|hung|grows?|grew|march|marched|line\s+up|lined\s+up|play|played|work|worked|fit"
)
"""Verbs of those who are somewhere: ``42 chairs stand in 6 equal rows``."""
_people: Final = made(
    sequence(
        maybe(words(r"(?:group|class|team|crowd|party|set)\s+of")),
        things,
    ),
    lambda v: v[1],
)
SHARING: Final = either(
    made(
        sequence(
            maybe(who),
            verb(verbs.SHARE),
            _portion,
            maybe(EQUALLY),
            _AMONG,
            _groups,
            maybe(EQUALLY),
        ),
        _shared,
    ),
    made(
        sequence(
            _portion,
            words(
                rf"{BEING}\s+(?:all\s+)?(?:(?:emptied|mixed|collected)\s+and\s+)?"
                rf"(?:(?:equally|evenly|fairly)\s+)?(?:{verbs.SHARE})"
            ),
            maybe(EQUALLY),
            _AMONG,
            _groups,
            maybe(EQUALLY),
        ),
        lambda v: _shared(("", v[1].split()[-1], v[0], None, v[3], v[4], None)),
    ),
    made(
        sequence(
            _groups,
            verb("share|shared|split|divide|divided|share\\s+out|get|pay|paid"),
            _portion,
            maybe(EQUALLY),
        ),
        lambda v: Event("share", "", v[2], groups=v[0], state="" if v[3] else "unequal"),
    ),
    made(
        sequence(
            words(rf"(?:{BEING}\s+)?(?:(?:equally|evenly|fairly)\s+)?(?:shared|split|divided|cut)"),
            maybe(EQUALLY),
            _AMONG,
            _groups,
            maybe(EQUALLY),
        ),
        lambda v: _shared(("", "share", (Quantity(ALL),), None, v[2], v[3], None)),
    ),
    made(
        sequence(
            simple,
            words("with|of|containing"),
            things,
            words(
                rf"{BEING}\s+(?:emptied|mixed|combined|poured\s+together|put\s+together)\s+and\s+"
                r"(?:(?:equally|evenly|fairly)\s+)?(?:shared|split|divided)"
            ),
            maybe(EQUALLY),
            _AMONG,
            _groups,
        ),
        lambda v: (
            Event("share", "", v[2], groups=v[6])
            if v[0].noun and v[0].number == str(len(v[2]))
            else None
        ),
    ),
    made(
        sequence(
            either(simple, _people),
            words("form|forms|formed|make|made"),
            _equal,
        ),
        lambda v: Event("share", "", v[0], groups=v[2]) if isinstance(v[0], tuple) else None,
    ),
    made(
        sequence(
            either(_people, made(left_over, lambda q: (q,))),
            words(_KEPT),
            _AMONG,
            either(
                made(sequence(_equal, maybe(EQUALLY)), lambda v: v[0]),
                made(sequence(_groups, EQUALLY), lambda v: v[0]),
            ),
        ),
        lambda v: Event("share", "", v[0], groups=v[3]),
    ),
    made(
        sequence(
            maybe(who),
            words("form|forms|formed|make|made"),
            _equal,
        ),
        lambda v: Event("share", "", (Quantity(ALL),), groups=v[2]),
    ),
    made(
        sequence(
            noun,
            words("of|with|measuring"),
            simple,
            maybe(words("long")),
            words(
                rf"{BEING}\s+(?:(?:equally|evenly|fairly)\s+)?"
                r"(?:cut|divided|split|sawn|shared)(?:\s+up)?\s+(?:equally\s+|evenly\s+|fairly\s+)?"
                r"(?:into|among|amongst|between|by)"
            ),
            _groups,
            maybe(EQUALLY),
        ),
        lambda v: Event("share", "", (v[2],), groups=v[5]) if v[2].plain else None,
    ),
    made(
        sequence(
            maybe(who),
            words("cuts?|divides?|divided|splits?|saws?|sawed"),
            noun,
            words(r"of|that\s+is|which\s+is|measuring"),
            simple,
            maybe(words("long")),
            words("into"),
            _groups,
            maybe(EQUALLY),
        ),
        lambda v: Event("share", v[0] or "", (v[4],), groups=v[7]) if v[4].plain else None,
    ),
    made(
        sequence(
            maybe(who),
            verb(verbs.GIVE),
            left_over,
            either(
                made(sequence(EQUALLY, words("to"), _groups), lambda v: v[2]),
                made(sequence(words("to"), _groups, EQUALLY), lambda v: v[1]),
            ),
        ),
        lambda v: Event("share", v[0] or "", (v[2],), groups=v[3]),
    ),
    made(
        sequence(left_over, words("fills?|filled"), _groups, EQUALLY),
        lambda v: Event("share", "", (v[0],), groups=v[2]),
    ),
    made(
        sequence(_groups, words(rf"{BEING}\s+filled"), EQUALLY, words("with|from"), _portion),
        lambda v: Event("share", "", v[4], groups=v[0]),
    ),
    made(
        sequence(
            maybe(who),
            verb(
                verbs.SHARE + "|read|reads|finish|finishes|finished|walk|walks|drive|drives|"
                "drove|use|uses|eat|eats|ate|do|does|did|spend|spends|spent"
            ),
            left_over,
            maybe(EQUALLY),
            words("in|over|within"),
            _groups,
            maybe(EQUALLY),
        ),
        lambda v: Event("share", v[0] or "", (v[2],), groups=v[5]),
    ),
    made(
        sequence(
            left_over,
            words("takes?|took|lasts?|lasted"),
            maybe(words("him|her|them|me|us")),
            _groups,
            maybe(EQUALLY),
        ),
        lambda v: Event("share", "", (v[0],), groups=v[3]),
    ),
)
