"""What a question of a story may ask, and the parts that such questions share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from mathviz_chat.core.problems.readers.told.amounts import key
from mathviz_chat.core.problems.readers.told.tales.parsing import (
    either,
    made,
    maybe,
    sequence,
    shared,
    words,
)
from mathviz_chat.core.problems.readers.told.tales.phrases import Quantity, noun, nouns, who


@dataclass(frozen=True, slots=True)
class Asked:
    """kind: ``now``, ``total``, ``first``, ``gained``, ``lost``, ``each``, ``for``, ``cost``,
    ``change``, ``more``, ``intact``. thing: of what, "" where it does not say. who: whose,
    or in what. group: in each of what. count: for how many of what. than: the other one.
    unit: of a length, which the question leaves open. place: ``who`` is where they are.
    """

    kind: str
    thing: str = ""
    who: str = ""
    group: str = ""
    count: Quantity | None = None
    than: str = ""
    state: str = ""
    left: bool = False
    unit: str = ""
    place: bool = False


MANY: Final = shared(
    sequence(
        words(
            r"(?:(?:so|then|now|in\s+total|altogether|in\s+all|at\s+(?:this|that|same)\s+(?:rate|speed|pace))\s*,?\s*)?how\s+(?:many|much)"
        ),
        maybe(words(r"(?:money|cash)|of\s+them")),
        maybe(either(noun, made(nouns(counted=True), key))),
    )
)


def thing_of(value: tuple[Any, ...]) -> str:
    if value[2]:
        return str(value[2])
    return "much" if value[0].lower().endswith("much") else ""


TOTAL: Final = (
    r"in\s+(?:all|total)|altogether|together|all\s+together|in\s+(?:all|total)\s+now|combined|total"
)
NOW: Final = (
    r"left(?:\s+over)?|now|remaining|then|at\s+(?:the\s+)?end|still|in\s+(?:the\s+)?end|over|afterwards?|after\s+(?:that|this)|"
    r"left\s+now|now\s+left|still\s+left|at\s+(?:home|present)"
)
FIRST: Final = (
    r"at\s+first|before\s+(?:that|this|then|sale|party|trip|walk)|to\s+(?:start|begin)\s+with|before|originally|initially|at\s+(?:the\s+)?(?:start|beginning)|"
    r"in\s+(?:the\s+)?beginning"
)
when: Final = maybe(
    either(
        made(words(FIRST), lambda _: "first"),
        made(words(TOTAL), lambda _: "total"),
        made(words(NOW), lambda w: "left" if re.search("left|remain|still|over", w) else "now"),
    )
)
_A_TIME: Final = re.compile(
    r"day\b|\b(?:morning|afternoon|evening|night|noon|weekend|week|month|year|january|february|march|"
    r"april|may|june|july|august|september|october|november|december)\b",
    re.I,
)
where: Final = maybe(
    either(
        made(words(r"on\s+board|aboard|inside|there|(?:in|on|at)\s+both\s+[a-z]+"), lambda _: ""),
        made(
            sequence(words(r"in|on|at|inside|aboard"), maybe(words("it|them|there")), maybe(who)),
            lambda v: None if v[2] and _A_TIME.search(v[2]) else v[2] or "",
        ),
    )
)
AUX: Final = words("does|do|did|will|would|has|have|had|is|are|can|should|must|was|were")


ONE: Final = r"(?:each|every|1|one|either)(?:\s+(?:of\s+(?:them|these|those)|one|1))?"
GETS: Final = (
    r"get|gets|receive|receives|have|hold|contain|pay|has|eat|take|read|be\s+given|need|carry|end\s+up\s+with|cost|got|owe|do|weigh|share|"
    r"give|contribute|drive|make|travel|cover"
)
DO: Final = r"does|do|did|will|would|can|should|must|has|have"
HAS: Final = (
    r"have|has|own|hold|contain|keep|possess|carry|had|got|be\s+left\s+with|left\s+with|end\s+up\s+with|"
    r"still\s+have|now\s+have|have\s+got"
)
