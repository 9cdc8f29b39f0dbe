"""The clauses that tell who has, gets, loses, gives or keeps how many of what."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final

from mathviz_chat.core.problems.readers.told.tales import verbs
from mathviz_chat.core.problems.readers.told.tales.events import (
    BEING,
    EQUALLY,
    PLACE,
    Event,
    compared_things,
    objects,
    verb,
)
from mathviz_chat.core.problems.readers.told.tales.leaving import LEAVING
from mathviz_chat.core.problems.readers.told.tales.parsing import (
    Part,
    either,
    made,
    maybe,
    sequence,
    words,
)
from mathviz_chat.core.problems.readers.told.tales.parts import part
from mathviz_chat.core.problems.readers.told.tales.phrases import (
    Quantity,
    left_over,
    money,
    noun,
    simple,
    things,
    who,
    whom,
)


def _active(kind: str, forms: str, particles: str) -> Part:
    """``[Tom] buys 5 apples [at the shop]``."""
    particle = maybe(words(particles))
    return made(
        sequence(
            maybe(who), verb(forms), particle, objects, particle, maybe(PLACE), maybe(EQUALLY)
        ),
        lambda v: Event(
            kind,
            v[0] or "",
            v[3],
            v[5] or "",
            state=_done(kind, v[1], bool(v[2] or v[4])),
        ),
    )


def _done(kind: str, verb: str, particle: bool) -> str:
    """How those are called that somebody has eaten, sold, ...; ``acts`` where they may be old."""
    if kind == "gain":
        return "acts" if verb.lower().split()[-1] in verbs.ACTS else ""
    return "" if kind != "lose" or particle else verbs.state(verb)


_to: Final = made(sequence(words("to|with"), whom), lambda v: v[1])
_from: Final = made(
    sequence(words(r"from|out\s+of|off"), either(whom, words("it"))), lambda v: v[1]
)
_people: Final = made(sequence(maybe(words("his|her|their|my|our|its")), simple), lambda v: v[1])
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
_giving_each: Final = made(
    sequence(
        maybe(who),
        verb(verbs.GIVE),
        either(
            made(sequence(words(r"each\s+of"), _people, simple), lambda v: (v[2], v[1])),
            made(sequence(simple, words(r"to\s+each\s+of"), _people), lambda v: (v[0], v[2])),
        ),
    ),
    lambda v: (
        Event("lose", v[0] or "", (replace(v[2][0], per=v[2][1].noun, times=v[2][1]),))
        if v[2][0].plain and v[2][1].plain and v[2][1].noun
        else None
    ),
)
"""``gives 2 apples to each of 3 friends``."""
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
_NOW: Final = r"(?:now|at\s+the\s+end|in\s+the\s+end)\s*,?"


def _is_there(value: tuple[Any, ...]) -> Event | None:
    before, early, _, now, told, left, place, late = value
    if (before and place) or (left and late):
        return None
    where = place or (before[0] if before else "") or ""
    return Event("there", "", told, where, now=bool(early or now or left or late))


_there: Final = either(
    made(
        sequence(
            maybe(sequence(PLACE, maybe(words(",")))),
            maybe(words(_NOW)),
            words(r"there\s+(?:are|is|were|was|have\s+been|had\s+been)"),
            maybe(words("now")),
            compared_things,
            maybe(words(r"left(?:\s+over)?|now|remaining")),
            maybe(PLACE),
            maybe(words(r"left(?:\s+over)?|now|remaining")),
        ),
        _is_there,
    ),
    made(
        sequence(
            maybe(words(_NOW)),
            simple,
            words(
                r"(?:are|were|is|was)\s+(?:now\s+)?(?:left|remaining|still\s+there)|remain|remains|"
                r"remained|stayed"
            ),
            maybe(words("over|behind")),
            maybe(PLACE),
        ),
        lambda v: None if v[1].more else Event("remain", "", (v[1],), v[4] or ""),
    ),
)


def _held(value: tuple[Any, ...]) -> Event:
    first, who, early, _, told, when, place = value
    said = (when or "").lower()
    before = (early or "").lower() == "already" or said in ("before", "already", "before that")
    now = said in ("left", "left over", "now") or bool(first) or (early or "").lower() == "now"
    return Event("have", who or "", told, place or "", state="before" if before else "", now=now)


_having: Final = either(
    made(
        sequence(
            who,
            words("has|have|had|owns|owned|buys|bought|gets|got"),
            noun,
            words(r"with|containing|of|full\s+of|holding"),
            simple,
            maybe(words(r"in\s+it|inside")),
        ),
        lambda v: Event("have", v[0], (v[4],)) if v[4].noun and not v[4].more else None,
    ),
    made(
        sequence(
            simple,
            words("are|were|is|sit|stand|live|swim|play|travel|ride"),
            words("in|on|at|inside|aboard"),
            who,
        ),
        lambda v: Event("there", "", (v[0],), v[3]) if v[0].noun and not v[0].more else None,
    ),
    made(
        sequence(noun, words("is|was|are"), simple, words("long|tall|wide|deep|heavy")),
        lambda v: Event("there", "", (v[2],)) if v[2].noun and v[2].plain else None,
    ),
    made(
        sequence(simple, words("contain|hold|have|contained|held|had"), things),
        lambda v: (
            Event("there", "", v[2])
            if len(v[2]) > 1 and v[0].noun and v[0].number == str(len(v[2]))
            else None
        ),
    ),
    made(
        sequence(
            maybe(words(_NOW)),
            maybe(who),
            maybe(words("already|now")),
            words(
                rf"(?:{verbs.HAVE}|starts?\s+with|started\s+(?:out\s+)?with|begins?\s+with"
                r"|began\s+with|starts?\s+(?:out|off)\s+with|(?:leaves?|left|sets?\s+off|departs?|departed)\s+with|(?:has|have|had)\s+got|is\s+carrying)"
            ),
            compared_things,
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
        sequence(
            words(
                r"of|from|out\s+of|in\s+(?:\w+\s+)?(?:group|class|team|crowd|family|set|bag|box)\s+of"
            ),
            simple,
            maybe(PLACE),
            maybe(words(",")),
        ),
        lambda v: Event("there", "", (v[1],), v[2] or "") if v[1].noun else None,
    ),
)
"""``Tom has 5 apples``, ``with $20 in hand``, ``of 86 balloons``."""
_age_of: Final = made(
    sequence(who, words("is|was"), simple),
    lambda v: (
        Event("have", v[0][:-6], (replace(v[2], noun="year"),))
        if v[0].lower().endswith("'s age") and v[2].noun in ("", "year") and not v[2].unit
        else None
    ),
)
"""``Zoe's age is 18``."""
_aged: Final = made(
    sequence(who, words("is|was"), simple, maybe(words(r"years?\s+old|years?\s+of\s+age"))),
    lambda v: (
        Event("have", v[0], (replace(v[2], noun="year"),))
        if not v[2].unit and v[2].noun in ("", "year") and (v[3] or not v[2].noun)
        else None
    ),
)
"""``Zoe is 18 years old and Kofi is 6``: only that they are so many years old."""


_whence: Final = sequence(
    words(r"in|into|on|onto|to|at|inside|aboard|from|out\s+of|off|for|by"),
    either(whom, words("it|there|home|work|school")),
)


def _moving(kind: str, forms: str, being: str, particles: str) -> Part:
    """``12 of them get off``, ``6 were thrown away``."""
    active = words(rf"(?:(?:has|have|had)\s+)?(?:{forms})")  # "are left" is no leaving
    passive = words(rf"(?:more\s+)?{BEING}\s+(?:{being})")
    left = made(whom, lambda name: ("off", name))
    place = either(_whence, left) if kind == "go" else _whence
    return made(
        sequence(
            either(simple, part, left_over),
            either(active, passive),
            maybe(words(particles)),
            maybe(place),
        ),
        lambda v: _moved(kind, *v),
    )


def _moved(kind: str, count: Quantity, verb: str, particle: str | None, place: Any) -> Event | None:
    """other: where those come to, or go from; "" where it is not told, or does not matter."""
    low = re.sub(rf"^(?:more\s+)?{BEING}\s+", "", verb.lower())
    state = "bad" if particle == "badly" else low
    how, name = place or ("", "")
    away = how.split()[:1] in (["from"], ["out"], ["off"])
    if name in ("it", "there", "home", "work", "school") or how in ("for", "by"):
        name = ""
    if kind == "come":
        return Event(kind, "", (count,), "" if away else name, state=state)
    return Event(kind, "", (count,), name if away else "", state=state, to="" if away else name)


_away: Final = made(
    sequence(
        maybe(who), verb(f"{verbs.GIVE}|throw|throws|threw|thrown"), objects, words("away|out|up")
    ),
    lambda v: Event("lose", v[0] or "", v[2]),
)
"""``gives 9 cookies away``."""
_paid_by: Final = made(
    sequence(maybe(who), words(r"(?:is|are|was|were|gets?|got)\s+(?:paid|given)"), things),
    lambda v: Event("gain", v[0] or "", v[2]),
)
"""``is paid $8 per hour``."""
_moving_at: Final = made(
    sequence(
        who,
        words(
            rf"(?:keeps?|kept|maintains?|maintained|has|had|holds?|held|(?:{verbs.MOVE}|moves?)\s+at)"
            r"\s+(?:(?:constant|steady|average|even)\s+)?speed\s+of"
        ),
        things,
    ),
    lambda v: Event("gain", v[0], v[2]) if all(one.per for one in v[2]) else None,
)
"""``keeps a speed of 9 km per hour for 3 hours``."""
_task: Final = made(
    sequence(
        who,
        words(
            r"must|has\s+to|needs?\s+to|had\s+to|wants?\s+to|wanted\s+to|needed\s+to|plans?\s+to"
        ),
        words(f"do|{verbs.MOVE}|{verbs.LOSE}|{verbs.GAIN}"),
        simple,
    ),
    lambda v: Event("task", v[0], (v[3],)) if v[3].noun and not v[3].more else None,
)
"""``she must drive 29 km``: so much is to be done."""


_keeping: Final = made(
    sequence(
        maybe(who),
        words(
            "keep|keeps|kept|saves?|saved|sets?\\s+aside|puts?\\s+aside|holds?|reserves?|reserved"
        ),
        maybe(words("aside|back")),
        either(simple, part),
        maybe(
            words(
                r"aside|back|for\s+(?:himself|herself|themselves|later|him|her|them)|at\s+home|behind"
            )
        ),
    ),
    lambda v: Event("keep", v[0] or "", (v[3],)),
)
AGAIN: Final = made(
    sequence(objects, maybe(_to), maybe(PLACE)),
    lambda v: Event("again", "", v[0], v[1] or "", to=v[2] or ""),
)
"""``and 21``: what the verb before it says again."""
_after: Final = made(
    sequence(words("after"), simple), lambda v: Event("go", "", (v[1],)) if v[1].noun else None
)
"""``after 5 km``: they are done, and the rest is left."""
HAVING: Final = either(
    _there, _aged, _age_of, _having, _giving_each, _giving, _taking, _taken, _keeping
)
GOING: Final = either(
    _active("gain", verbs.GAIN, "up|back|in|home"),
    _active("pack", "packs|packed|pack|boxed|boxes\\s+up|wraps|wrapped", "up"),
    _active("lose", verbs.LOSE, "away|out|up|off|down"),
    _active("do", verbs.DO, "in|at"),
    _active("put", verbs.PUT, "in|back|on"),
    _away,
    _paid_by,
    LEAVING,
    _moving("come", verbs.COME, verbs.ADDED, "in|on|over|along|aboard|there"),
    _moving("go", verbs.GO, verbs.GONE, "out|away|off|badly|home|behind"),
    _active("gain", verbs.MOVE, "on"),
    _moving_at,
    _task,
    _after,
)
