"""What one clause of a story tells, and the parts that clauses share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mathviz_chat.core.problems.readers.told.tales.parsing import (
    Part,
    either,
    made,
    sequence,
    words,
)
from mathviz_chat.core.problems.readers.told.tales.phrases import (
    Quantity,
    bought,
    everything,
    left_over,
    things,
    whom,
)


@dataclass(frozen=True, slots=True)
class Event:
    """What one clause tells.

    kind: ``have``, ``gain``, ``lose``, ``give``, ``take``, ``put``, ``come``, ``go``, ``each``,
    ``price``, ``pay``, ``share``, ``work``, ``keep``, ``again``. who: who does it, "" where the
    clause leaves it out. other: to or from whom, in or out of what. groups: among how many it is
    shared. state: how those that go are called, ``broken``.
    """

    kind: str
    who: str = ""
    things: tuple[Quantity, ...] = ()
    other: str = ""
    groups: Quantity | None = None
    state: str = ""
    now: bool = False


AUX: Final = (
    r"(?:(?:has|have|had|did|decides?\s+to|decided\s+to|is|are|was|were|went\s+on\s+to|"
    r"manages?\s+to|managed\s+to|has\s+already|had\s+already)\s+)?"
)
AWAY: Final = words(r"away|out|up|off|back|in|down")
PLACE: Final = made(
    sequence(
        words(r"in|on|at|into|onto|to|inside|aboard|for|from|out\s+of|off|with|around|under|by|of"),
        either(whom, words(r"it")),
    ),
    lambda v: v[1],
)
objects: Final = either(things, made(either(left_over, everything, bought), lambda q: (q,)))


def verb(forms: str) -> Part:
    return words(AUX + f"(?:{forms})")


BEING: Final = r"(?:are|is|were|was|got|get|(?:have|had|has)\s+been|turn(?:ed)?\s+out\s+to\s+be)"
