"""What one clause of a story tells, and the parts that clauses share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mathviz_chat.core.problems.readers.told.tales.comparing import compared
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
    bought,
    everything,
    left_over,
    nouns,
    things,
    whom,
)


@dataclass(frozen=True, slots=True)
class Event:
    """What one clause tells.

    kind: ``have``, ``gain``, ``lose``, ``give``, ``take``, ``put``, ``come``, ``go``, ``each``,
    ``price``, ``pay``, ``share``, ``work``, ``keep``, ``again``. who: who does it, "" where the
    clause leaves it out. other: to or from whom, in or out of what. groups: among how many it is
    shared. state: how those that go are called, ``broken``. now: it is told as what is there after
    all that. to: where those that go are then.
    """

    kind: str
    who: str = ""
    things: tuple[Quantity, ...] = ()
    other: str = ""
    groups: Quantity | None = None
    state: str = ""
    now: bool = False
    to: str = ""


AUX: Final = (
    r"(?:(?:has|have|had|did|decides?\s+to|decided\s+to|is|are|was|were|went\s+on\s+to|"
    r"manages?\s+to|managed\s+to|has\s+already|had\s+already)\s+)?"
)
EQUALLY: Final = words(
    r"(?:,\s*)?(?:equally|evenly|fairly|in\s+equal\s+(?:parts|shares|groups|numbers)|"
    r"into\s+equal\s+(?:parts|shares)|"
    r"(?:with\s+)?same\s+(?:number|amount)\s+(?:in|on|for|to|at)\s+(?:each|every)(?:\s+\w+)?|"
    r"same\s+(?:number|amount)\s+(?:each|every|per)(?:\s+\w+)?|"
    r"at\s+(?:a\s+)?(?:steady|constant|same)\s+(?:speed|pace|rate)|of\s+(?:same|equal)\s+size|"
    r"so\s+that\s+each\s+\w+\s+(?:has|gets|holds)\s+same\s+number)"
)
"""Words that say that all get the same."""
_TIMES: Final = (
    r"(?:second|minute|hour|day|week|month|year|season|morning|afternoon|evening|night|time)s?"
)
_apart: Final = either(
    made(
        sequence(words(rf"(?:1|first)(?!\s+{_TIMES}\b)"), nouns()),
        lambda v: f"first {v[1]}",
    ),
    made(
        sequence(words(rf"(?:another|other|second)(?!\s+{_TIMES}\b)"), maybe(nouns())),
        lambda v: f"second {v[1] or ''}".strip(),
    ),
)
"""``in 1 drawer``, ``in another``: two places that have no names."""
PLACE: Final = made(
    sequence(
        words(r"in|on|at|into|onto|to|inside|aboard|for|from|out\s+of|off|with|around|under|by"),
        either(whom, words(r"it"), _apart),
    ),
    lambda v: v[1],
)
compared_things: Final = either(things, made(compared, lambda q: (q,)))
objects: Final = either(
    things, made(either(compared, part, left_over, everything, bought), lambda q: (q,))
)


def verb(forms: str) -> Part:
    return words(AUX + f"(?:{forms})")


BEING: Final = r"(?:are|is|were|was|got|get|(?:have|had|has)\s+been|turn(?:ed)?\s+out\s+to\s+be)"
