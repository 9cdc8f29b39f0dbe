"""Questions for amounts: how many are left, in all, in each, more than another."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.readers.told.amounts import key
from mathviz_chat.core.problems.readers.told.tales import verbs
from mathviz_chat.core.problems.readers.told.tales.events import PLACE
from mathviz_chat.core.problems.readers.told.tales.inquiry import (
    AUX,
    DO,
    GETS,
    HAS,
    MANY,
    NOW,
    ONE,
    TOTAL,
    Asked,
    thing_of,
    when,
    where,
)
from mathviz_chat.core.problems.readers.told.tales.parsing import (
    either,
    made,
    maybe,
    sequence,
    words,
)
from mathviz_chat.core.problems.readers.told.tales.phrases import (
    noun,
    nouns,
    number,
    simple,
    who,
    whom,
)


def _state(thing: str, holder: str, *moments: str | None, place: bool = False) -> Asked | None:
    said = {one for one in moments if one}
    if {"first", "left"} <= said or {"first", "total"} <= said or {"first", "now"} <= said:
        return None
    kind = "first" if "first" in said else "total" if "total" in said else "now"
    if "total" in said and said & {"left", "now"}:
        kind = "now"
    return Asked(kind, thing, holder, left="left" in said, place=place)


_ALL_OF_THEM: Final = either(
    made(words(r"they\s+(?:both|all)|both(?:\s+of\s+(?:them|us|you)|\s+[a-z]+)"), lambda _: ""),
    made(
        sequence(
            maybe(words("all|these")),
            number,
            either(words(r"of\s+(?:them|us|you)"), nouns()),
        ),
        lambda v: None if v[1].unit or v[1].number == "1" else v[1].number,
    ),
)
"""``they both``, ``the 2 of them``, ``the 2 boys``: how many they are, if it is said."""
_having: Final = either(
    made(
        sequence(MANY, AUX, _ALL_OF_THEM, words(HAS), when),
        lambda v: (
            Asked("total", thing_of(v[0]), "they", group=v[2] or "2")
            if v[4] in (None, "total")
            else None
        ),
    ),
    made(
        sequence(MANY, AUX, who, words(HAS), words("after|in"), simple),
        lambda v: Asked("now", thing_of(v[0]), v[2], count=v[5]) if v[5].noun else None,
    ),
    made(
        sequence(MANY, AUX, who, maybe(words(NOW)), words(HAS), when, where, when),
        lambda v: None if v[6] else _state(thing_of(v[0]), v[2], v[5], v[7], _left(v[3])),
    ),
    made(
        sequence(
            MANY,
            words(DO),
            who,
            words(r"still\s+(?:have|need)\s+to|have\s+(?:still\s+)?to"),
            words(r"\w+"),
        ),
        lambda v: Asked("now", thing_of(v[0]), v[2], left=True),
    ),
    made(
        sequence(MANY, words("has|have|had"), who, when, when),
        lambda v: _state(thing_of(v[0]), v[2], v[3], v[4]),
    ),
    made(
        sequence(
            MANY,
            words(r"is|are|was|were|will\s+be"),
            words("needed|required|used"),
            maybe(words(TOTAL)),
        ),
        lambda v: _state(thing_of(v[0]), "", "total"),
    ),
    made(
        sequence(
            MANY, words(r"is|are|was|were|will\s+be"), maybe(words("there")), when, where, when
        ),
        lambda v: _state(thing_of(v[0]), v[4] or "", v[3], v[5], place=True),
    ),
    made(
        sequence(
            MANY,
            maybe(words("still")),
            words(r"remain|remains|stay|stays|remained|stayed|are\s+left|is\s+left"),
            maybe(words("over|behind")),
            where,
            when,
        ),
        lambda v: _state(thing_of(v[0]), v[4] or "", "left", v[5], place=True),
    ),
    made(
        sequence(
            MANY,
            words(r"is|are|was|were"),
            words(r"left|still"),
            maybe(words(r"for|with|to")),
            who,
        ),
        lambda v: _state(thing_of(v[0]), v[4], "left"),
    ),
    made(
        sequence(MANY, when),
        lambda v: _state(thing_of(v[0]), "", v[1]) if v[1] or v[0][2] else None,
    ),
    made(
        sequence(
            MANY,
            words(r"is|was|does|are|makes?"),
            words(r"that|it|they|this|those|these"),
            maybe(words("make|makes")),
            words(TOTAL),
        ),
        lambda v: _state(thing_of(v[0]), "", "total"),
    ),
    made(
        sequence(
            words(r"what\s+is|find|work\s+out|calculate|what\s+was"),
            maybe(words("total")),
            words("number|amount|total"),
            maybe(sequence(words("of"), noun)),
            maybe(words(r"left|remaining|now|that\s+(?:are|is)\s+left|altogether|in\s+all")),
            where,
        ),
        lambda v: (
            _state(
                v[3][1] if v[3] else "",
                v[5] or "",
                "left"
                if v[4] and re.search("left|remain", v[4])
                else "total"
                if v[1] or v[2].lower() == "total" or v[4]
                else None,
            )
            if v[1] or v[4] or v[2].lower() == "total"
            else None
        ),
    ),
)


def _left(word: str | None) -> str | None:
    return "left" if word and "still" in word else None


_GOT: Final = (
    r"in\s+(?:all|total)|altogether|together|all\s+together|in\s+both\s+\w+|"
    r"on\s+(?:both|these|those)\s+days"
)
_doing: Final = either(
    made(
        sequence(
            words(r"how\s+(?:many|much)\s+more"),
            maybe(words("money")),
            maybe(noun),
            AUX,
            who,
            words(verbs.GAIN),
        ),
        lambda v: Asked("gained", v[2] or ("money" if v[1] else ""), v[4], state="more"),
    ),
    made(
        sequence(
            MANY,
            AUX,
            who,
            words(
                verbs.GAIN
                + "|walk|run|drive|travel|cycle|earn|save|cover|go|ride|swim|do|jog|hike|fly"
            ),
            maybe(words(_GOT)),
        ),
        lambda v: Asked("gained", thing_of(v[0]), v[2]),
    ),
    made(
        sequence(MANY, AUX, who, words(f"{verbs.LOSE}|{verbs.DO}"), maybe(words(_GOT))),
        lambda v: Asked("lost", thing_of(v[0]), v[2]),
    ),
    made(
        sequence(
            MANY, AUX, who, words(verbs.GIVE), maybe(either(sequence(words("to|with"), whom), whom))
        ),
        lambda v: Asked("lost", thing_of(v[0]), v[2]),
    ),
    made(
        sequence(MANY, words(verbs.COME), maybe(words("in|on|over|along|there"))),
        lambda v: Asked("gained", thing_of(v[0])),
    ),
    made(
        sequence(
            MANY,
            words(f"{verbs.GO}|(?:are|were)\\s+(?:{verbs.GONE})"),
            maybe(words("away|off|out")),
        ),
        lambda v: Asked("lost", thing_of(v[0])),
    ),
    made(
        sequence(MANY, AUX, who, words(r"(?:start|begin)(?:\s+(?:out|off))?\s+with|start\s+from")),
        lambda v: Asked("first", thing_of(v[0]), v[2]),
    ),
    made(
        sequence(
            MANY, AUX, who, words("take|bring"), maybe(words("with\\s+(?:him|her|them)")), PLACE
        ),
        lambda v: Asked("first", thing_of(v[0]), v[2]),
    ),
)
_each: Final = either(
    made(
        sequence(MANY, words(DO), words(ONE), maybe(noun), words(GETS), maybe(words("then|each"))),
        lambda v: Asked("each", thing_of(v[0]), group=v[3] or ""),
    ),
    made(
        sequence(
            MANY,
            words(r"(?:are|is|go|goes|were|was|will\s+be|does|do|did|will|can|should|must)"),
            maybe(words(r"there|(?:he|she|they|it|i|we)")),
            maybe(words("put|go|place|pack|be|now")),
            words("in|into|on|to|onto|for|at"),
            words(ONE),
            maybe(noun),
        ),
        lambda v: Asked("each", thing_of(v[0]), group=v[6] or ""),
    ),
    made(
        sequence(
            MANY,
            words(r"(?:are|is|go|goes|were|was|will\s+be|will|can|should)"),
            maybe(words("there|go")),
            words("in|into|on|to|onto|for|at"),
            noun,
        ),
        lambda v: Asked("each", thing_of(v[0]), group=v[4]),
    ),
    made(
        sequence(MANY, words(DO), noun, words(GETS)),
        lambda v: Asked("each", thing_of(v[0]), group=v[2]),
    ),
    made(
        sequence(
            MANY,
            words(DO),
            words(r"they|he|she|we|it"),
            maybe(words("each|all")),
            words(GETS),
            words("each|apiece"),
        ),
        lambda v: Asked("each", thing_of(v[0])),
    ),
    made(
        sequence(MANY, words(DO), words("they|we"), words("each"), words(GETS)),
        lambda v: Asked("each", thing_of(v[0])),
    ),
    made(
        sequence(
            MANY,
            maybe(
                words(
                    rf"is\s+(?:that|it)|(?:are|is|were|was)\s+\w+|(?:{DO})\s+(?:he|she|it|they)\s+\w+"
                )
            ),
            words(r"(?:in\s+)?(?:per|each|every|1)"),
            noun,
        ),
        lambda v: Asked("each", thing_of(v[0]), group=v[3]),
    ),
    made(
        sequence(MANY, AUX, who, words(r"\w+"), words(r"(?:in\s+)?(?:per|each|every|1)"), noun),
        lambda v: Asked("each", thing_of(v[0]), group=v[5], who=v[2]),
    ),
    made(
        sequence(
            words("what"),
            AUX,
            who,
            words(r"earn|make|get|save|pay"),
            words(r"(?:in\s+)?(?:per|each|every|1)"),
            noun,
        ),
        lambda v: Asked("each", "money", group=v[5], who=v[2]),
    ),
    made(sequence(MANY, words("each")), lambda v: Asked("each", thing_of(v[0]))),
    made(
        sequence(MANY, words("per"), noun, AUX, who, words(r"\w+")),
        lambda v: Asked("each", thing_of(v[0]), group=v[2], who=v[4]),
    ),
    made(
        sequence(
            words(r"how\s+(?:long|heavy|big)\s+is"),
            maybe(words(ONE)),
            noun,
            words(r",?\s*in"),
            words(r"[a-z]+"),
        ),
        lambda v: Asked("each", key(v[4]), group=v[2]),
    ),
)
_TIMES_AS: Final = words(r"how\s+many\s+times\s+as\s+(?:many|much)")
_times: Final = either(
    made(
        sequence(
            _TIMES_AS,
            maybe(words("money")),
            maybe(noun),
            AUX,
            who,
            words(f"{HAS}|{verbs.GAIN}|{verbs.LOSE}"),
            words("as"),
            who,
        ),
        lambda v: Asked("factor", v[2] or ("money" if v[1] else ""), v[4], than=v[7]),
    ),
    made(
        sequence(
            _TIMES_AS,
            noun,
            maybe(words(r"are\s+there")),
            words("as"),
            noun,
            maybe(words(r"(?:are|were)\s+there")),
        ),
        lambda v: Asked("factor", v[1], "", than=v[4]),
    ),
)
"""``how many times as many cards does Ann have as Ben``."""
MORE: Final = either(
    _times,
    made(
        sequence(
            words(r"(?:by\s+)?how\s+(?:many\s+years|much)\s+is"),
            who,
            words("older|younger"),
            maybe(sequence(words("than"), who)),
        ),
        lambda v: Asked(
            "more",
            "year",
            v[1],
            than=v[3][1] if v[3] else "",
            state="more" if v[2].lower() == "older" else "fewer",
        ),
    ),
    made(
        sequence(
            words(r"how\s+(?:many|much)\s+(more|fewer|less)"),
            maybe(words("money")),
            maybe(noun),
            AUX,
            who,
            words(HAS + "|" + verbs.GAIN + "|" + verbs.LOSE),
            words("than"),
            who,
        ),
        lambda v: Asked(
            "more",
            v[2] or ("money" if v[1] else ""),
            v[4],
            than=v[7],
            state=v[0].split()[-1].lower(),
        ),
    ),
    made(
        sequence(
            words(r"how\s+(?:many|much)\s+(?:more|fewer|less)"),
            noun,
            maybe(words(r"(?:are|were)\s+there")),
            words("than"),
            noun,
            maybe(
                either(
                    words(r"(?:are|were)\s+there"),
                    sequence(words(DO), who, words(f"{HAS}|{verbs.GAIN}|{verbs.LOSE}")),
                )
            ),
        ),
        lambda v: Asked("more", v[1], "", than=v[4], state=v[0].split()[-1].lower()),
    ),
    made(
        sequence(
            words(r"how\s+many\s+years\s+(?:older|younger)|how\s+much\s+(?:older|younger)"),
            words("is"),
            who,
            maybe(sequence(words("than"), who)),
        ),
        lambda v: Asked(
            "more",
            "year",
            v[2],
            than=v[3][1] if v[3] else "",
            state="more" if "older" in v[0].lower() else "fewer",
        ),
    ),
)

_far: Final = made(
    sequence(
        words(r"how\s+far"), AUX, who, words(r"\w+"), words(r"(?:in\s+)?(?:per|each|every|1)"), noun
    ),
    lambda v: Asked("each", "", v[2], group=v[5], unit="length"),
)
_far_in_all: Final = made(
    sequence(words(r"how\s+far"), AUX, who, words(verbs.MOVE), maybe(words(_GOT))),
    lambda v: Asked("gained", "", v[2], unit="length"),
)
_length: Final = made(
    sequence(words(r"how\s+long\s+(?:is|was|will)"), maybe(words(ONE)), noun, maybe(words("be"))),
    lambda v: Asked("each", "", group=v[2], unit="length"),
)
_speed: Final = made(
    sequence(
        words(
            r"(?:what\s+(?:is|was)|find)(?:\s+(?:its|his|her|their|\w+'s))?(?:\s+average)?"
            r"\s+speed(?:\s+of\s+\w+)?\s*,?\s+in"
        ),
        words(r"mph|kmh|km/h|kph|[a-z]+\s+per\s+[a-z]+"),
    ),
    lambda v: _rate_unit(v[1]),
)


def _rate_unit(text: str) -> Asked | None:
    unit = units.find(text)
    if unit is None or " per " not in unit.name:
        return None
    above, below = unit.name.split(" per ")
    return Asked("each", above, group=below)


AMOUNTS: Final = either(_speed, _far, _far_in_all, _length, _each, _having, _doing)
