"""The clauses that tell who has, gets, loses, gives or keeps how many of what."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final

from mathviz_chat.core.problems.readers.told.tales import verbs
from mathviz_chat.core.problems.readers.told.tales.events import (
    AUX,
    AWAY,
    BEING,
    PLACE,
    Event,
    objects,
    verb,
)
from mathviz_chat.core.problems.readers.told.tales.parsing import (
    Part,
    either,
    made,
    maybe,
    sequence,
    words,
)
from mathviz_chat.core.problems.readers.told.tales.phrases import (
    left_over,
    money,
    simple,
    things,
    who,
    whom,
)


def _active(kind: str, forms: str, place: bool = True) -> Part:
    """``[Tom] buys [him] 5 apples [at the shop]``."""
    return made(
        sequence(
            maybe(who),
            verb(forms),
            maybe(AWAY),
            objects,
            maybe(AWAY),
            maybe(PLACE) if place else maybe(words("(?!)")),
        ),
        lambda v: Event(kind, v[0] or "", v[3], v[5] or ""),
    )


_to: Final = made(sequence(words("to|with"), whom), lambda v: v[1])
_from: Final = made(
    sequence(words(r"from|out\s+of|off"), either(whom, words("it"))), lambda v: v[1]
)
_giving: Final = either(
    made(
        sequence(maybe(who), verb(verbs.GIVE), objects, _to),
        lambda v: Event("give", v[0] or "", v[2], v[3]),
    ),
    made(
        sequence(maybe(who), verb(verbs.GIVE), whom, objects),
        lambda v: Event("give", v[0] or "", v[3], v[2]),
    ),
)
_taking: Final = made(
    sequence(
        maybe(who),
        verb(verbs.TAKE + "|" + verbs.GAIN + "|" + verbs.LOSE),
        objects,
        maybe(words("out|away|off")),
        _from,
    ),
    lambda v: Event("take", v[0] or "", v[2], v[4]),
)
_taken: Final = made(
    sequence(maybe(who), verb(verbs.TAKE), objects, maybe(words("out|away|off|home"))),
    lambda v: Event("take", v[0] or "", v[2]),
)
_there: Final = either(
    made(
        sequence(
            maybe(sequence(PLACE, maybe(words(",")))),
            words(r"there\s+(?:are|is|were|was|have\s+been|had\s+been)|we\s+have"),
            things,
            maybe(PLACE),
        ),
        lambda v: None if v[0] and v[3] else Event("there", "", v[2], _place_of(v)),
    ),
)


def _held(value: tuple[Any, ...]) -> Event:
    who, early, _, told, when, place = value
    said = (when or "").lower()
    before = bool(early) or said in ("before", "already", "before that")
    now = said in ("left", "left over", "now")
    return Event("have", who or "", told, place or "", state="before" if before else "", now=now)


def _place_of(value: tuple[Any, ...]) -> str:
    return value[3] or (value[0][0] if value[0] else "") or ""


_having: Final = either(
    made(
        sequence(
            maybe(who),
            maybe(words("already")),
            words(
                rf"(?:{verbs.HAVE}|starts?\s+with|started\s+(?:out\s+)?with|begins?\s+with"
                r"|began\s+with|starts?\s+(?:out|off)\s+with|(?:has|have|had)\s+got|is\s+carrying)"
            ),
            things,
            maybe(
                words(
                    r"left(?:\s+over)?|now|at\s+first|to\s+start\s+with|to\s+begin\s+with|"
                    r"in\s+(?:it|them|all|total)|on\s+(?:it|them)|before|at\s+home|saved(?:\s+up)?|"
                    r"already|so\s+far|at\s+(?:the\s+)?start|on\s+board|in\s+stock|to\s+spend"
                )
            ),
            maybe(PLACE),
        ),
        _held,
    ),
    made(
        sequence(
            words("with|having"), money, maybe(words(r"in\s+(?:hand|his\s+pocket|her\s+pocket)"))
        ),
        lambda v: Event("there", "", (v[1],)),
    ),
    made(
        sequence(words("of"), simple, maybe(words(","))),
        lambda v: Event("there", "", (v[1],)) if v[1].noun else None,
    ),
)
"""``Tom has 5 apples``, ``with $20 in hand``, ``of 86 balloons``."""
_aged: Final = made(
    sequence(who, words("is|was"), simple, maybe(words(r"years?\s+old|years?\s+of\s+age"))),
    lambda v: (
        Event("have", v[0], (replace(v[2], noun="year"),))
        if not v[2].unit and v[2].noun in ("", "year") and (v[3] or not v[2].noun)
        else None
    ),
)
"""``Zoe is 18 years old and Kofi is 6``: only that they are so many years old."""


def _moving(kind: str, forms: str, being: str) -> Part:
    """``12 of them get off``, ``6 were thrown away``."""
    active = sequence(
        either(simple, left_over),
        words(AUX + f"(?:{forms})"),
        maybe(either(PLACE, words(r"in|out|away|off|badly|over|behind|there|(?:to|for)\s+\w+"))),
    )
    passive = sequence(
        either(simple, left_over),
        words(rf"(?:more\s+)?{BEING}\s+(?:{being})"),
        maybe(PLACE),
    )
    return either(
        made(active, lambda v: Event(kind, "", (v[0],), state=_state(v[1], v[2]))),
        made(passive, lambda v: Event(kind, "", (v[0],), state=_state(v[1], None))),
    )


def _state(verb: str, after: Any) -> str:
    low = re.sub(rf"^(?:more\s+)?{BEING}\s+", "", verb.lower())
    return "bad" if after == "badly" else low


_sent: Final = made(
    sequence(
        simple,
        words(
            r"(?:go|goes|went|are\s+sent|were\s+sent|are\s+given|were\s+given|is\s+given)"
            r"\s+(?:to|into)"
        ),
        whom,
    ),
    lambda v: Event("go", "", (v[0],), v[2]),
)
"""``9 go to the office``."""
_spoilt: Final = made(
    sequence(simple, words(r"(?:come|came|turn|turned)\s+out\s+(?:badly|bad|wrong)")),
    lambda v: Event("go", "", (v[0],), state="bad"),
)
_keeping: Final = made(
    sequence(
        maybe(who),
        words(
            "keep|keeps|kept|saves?|saved|sets?\\s+aside|puts?\\s+aside|holds?|reserves?|reserved"
        ),
        maybe(words("aside|back")),
        simple,
        maybe(
            words(
                r"aside|back|for\s+(?:himself|herself|themselves|later|him|her|them)|at\s+home|behind"
            )
        ),
    ),
    lambda v: Event("keep", v[0] or "", (v[3],)),
)
AGAIN: Final = made(objects, lambda v: Event("again", "", v))
"""``and 21``: what the verb before it says again."""
_emptied: Final = made(
    sequence(
        simple,
        words("with|of|containing"),
        things,
        words(rf"{BEING}\s+(?:emptied|mixed|combined|poured\s+together)"),
    ),
    lambda v: (
        Event("there", "", v[2]) if v[0].noun and int(float(v[0].number)) == len(v[2]) else None
    ),
)


_after: Final = made(
    sequence(words("after"), simple), lambda v: Event("go", "", (v[1],)) if v[1].noun else None
)
"""``after 5 km``: they are done, and the rest is left."""
HAVING: Final = either(_there, _aged, _having, _giving, _taking, _taken, _keeping)
GOING: Final = either(
    _active("gain", verbs.GAIN),
    _active("lose", verbs.LOSE),
    _active("put", verbs.PUT),
    _sent,
    _spoilt,
    _moving("come", verbs.COME, verbs.ADDED),
    _moving("go", verbs.GO, verbs.GONE),
    _emptied,
    _active("gain", verbs.MOVE),
    _after,
)
