"""Questions for costs and change, for so many at a rate, for those that are not broken."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mathviz_chat.core.problems.readers.told.amounts import key
from mathviz_chat.core.problems.readers.told.tales import verbs
from mathviz_chat.core.problems.readers.told.tales.inquiry import (
    AUX,
    DO,
    MANY,
    TOTAL,
    Asked,
    thing_of,
)
from mathviz_chat.core.problems.readers.told.tales.parsing import (
    either,
    made,
    maybe,
    sequence,
    words,
)
from mathviz_chat.core.problems.readers.told.tales.phrases import noun, number, simple, who

_costing: Final = either(
    made(
        sequence(
            words(r"how\s+much|what"),
            maybe(words("money")),
            words(DO + "|is|was"),
            simple,
            words("cost"),
        ),
        lambda v: Asked("for", "money", count=v[3]) if v[3].noun else None,
    ),
    made(
        sequence(
            words(r"how\s+much(?:\s+money)?|what"),
            words(DO),
            either(who, words("it|everything|that|they|all")),
            words(r"pay|spend|cost|need|owe|come\s+to|have\s+to\s+pay|need\s+to\s+pay|spent"),
            maybe(words(TOTAL + r"|for\s+(?:it|them|everything|all)")),
        ),
        lambda v: Asked("cost", "money"),
    ),
    made(
        sequence(
            words(r"what\s+(?:is|was|will\s+be)|find|how\s+much\s+(?:is|was)"),
            maybe(words("total|whole|final")),
            words("cost|price|bill|total|amount"),
            maybe(words(r"to\s+pay|altogether|in\s+all")),
        ),
        lambda v: Asked("cost", "money"),
    ),
)
_change: Final = either(
    made(
        sequence(
            words(r"how\s+much\s+(?:change|money)|what\s+change|how\s+much"),
            words(DO),
            who,
            words(
                r"get\s+back|receive\s+back|be\s+given\s+back|have\s+back|get\s+back\s+in\s+change"
            ),
        ),
        lambda v: Asked("change", "money", v[2]),
    ),
    made(
        sequence(
            words(r"how\s+much\s+change|what\s+change"),
            words(DO + "|is|was"),
            maybe(who),
            words(r"get|receive|have|due|given|be\s+given|owed|take|there|left|expect"),
        ),
        lambda v: Asked("change", "money", v[2] or ""),
    ),
    made(
        sequence(
            words(r"what\s+(?:is|was|will\s+be)|find|how\s+much\s+(?:is|was)"),
            maybe(words("his|her|their|my|total|\\w+'s")),
            words("change"),
        ),
        lambda _: Asked("change", "money"),
    ),
)
_span: Final = made(
    sequence(
        words("1"), words("week|month|year|fortnight|weekend|school\\s+week"), words("of"), simple
    ),
    lambda v: v[3],
)
"""``a week of 7 days``: 7 days."""
_such: Final = made(
    sequence(number, words("such"), noun), lambda v: None if v[0].unit else replace(v[0], noun=v[2])
)
_for: Final = either(
    made(
        sequence(
            words(r"what|how\s+heavy|how\s+much"),
            words(DO + "|are"),
            either(_such, simple),
            maybe(words("weigh")),
            words(r",?\s*in"),
            words("[a-z]+"),
        ),
        lambda v: (
            Asked("for", key(v[5]), count=v[2])
            if v[2].noun and (v[3] or "heavy" in v[0].lower())
            else None
        ),
    ),
    made(
        sequence(
            MANY,
            words(DO),
            _such,
            words(r"hold|contain|weigh|make|need|use|cost"),
        ),
        lambda v: Asked("for", thing_of(v[0]), count=v[2]),
    ),
    made(
        sequence(
            MANY,
            words(DO),
            simple,
            words(
                r"hold|contain|have|make|need|cost|weigh|carry|eat|use|produce|get|lay|give|seat|take|read|cover|print|require"
            ),
        ),
        lambda v: Asked("for", thing_of(v[0]), count=v[2]) if v[2].noun else None,
    ),
    made(
        sequence(
            MANY,
            words(r"is|are|will\s+be|were"),
            words("there|needed|used|required|made"),
            words("in|for|on|with|at|to\\s+make"),
            simple,
        ),
        lambda v: Asked("for", thing_of(v[0]), count=v[4]) if v[4].noun else None,
    ),
    made(
        sequence(
            MANY,
            AUX,
            who,
            words(r"(?:have\s+)?\w+"),
            words("in|for|on|over|with|from|during|after|to\\s+make"),
            maybe(words("such")),
            either(_span, simple),
        ),
        lambda v: Asked("for", thing_of(v[0]), v[2], count=v[6]) if v[6].noun else None,
    ),
    made(
        sequence(MANY, words("in|for|on|over|are\\s+in|is\\s+in"), simple),
        lambda v: Asked("for", thing_of(v[0]), count=v[2]) if v[2].noun else None,
    ),
    made(
        sequence(
            words(r"how\s+far"), AUX, who, words(r"\w+"), words("in|for|over|during|after"), simple
        ),
        lambda v: Asked("for", "", v[2], count=v[5], unit="length") if v[5].noun else None,
    ),
)
_FINE: Final = r"good|whole|unbroken|undamaged|usable|fresh|intact|working|unspoiled|fine|okay"
_intact: Final = either(
    made(
        sequence(
            MANY,
            words("are|is|were|was"),
            maybe(words("there")),
            words("not|still\\s+not"),
            words(verbs.GONE),
        ),
        lambda v: Asked("intact", thing_of(v[0]), state=v[4].lower()),
    ),
    made(
        sequence(
            words(r"how\s+many"),
            words(_FINE),
            noun,
            words(r"are|were|does|do|did"),
            words("there|left|remain|(?:he|she|they)\\s+have"),
        ),
        lambda v: Asked("intact", v[2], state="good"),
    ),
    made(
        sequence(MANY, words(r"work|function|can\s+(?:still\s+)?be\s+used|can\s+be\s+sold")),
        lambda v: Asked("intact", thing_of(v[0]), state="good"),
    ),
    made(
        sequence(MANY, words("are|were|stay|remain"), maybe(words("still")), words(_FINE)),
        lambda v: Asked("intact", thing_of(v[0]), state="good"),
    ),
)

MONEY: Final = either(_intact, _change, _costing, _for)
