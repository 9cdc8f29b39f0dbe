"""A fixed charge beside a rate: $40 for a visit and $30 an hour, $10 a month plus a fee of $15."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from mathviz_chat.core.problems.readers.told.tales.events import Event
from mathviz_chat.core.problems.readers.told.tales.inquiry import Asked
from mathviz_chat.core.problems.readers.told.tales.parsing import (
    either,
    made,
    maybe,
    sequence,
    words,
)
from mathviz_chat.core.problems.readers.told.tales.phrases import (
    Quantity,
    money,
    noun,
    nouns,
    simple,
    who,
)

_FEE: Final = (
    r"(?:(?:fixed|flat|basic|base|initial|starting|setup|set-up|sign-up|entry|entrance|joining|"
    r"booking|delivery|service|cleaning|registration|1-time|single)\s+)*(?:fee|charge|cost)"
)
_NAMED: Final = sequence(maybe(words("as")), words(_FEE))
_WHAT_FOR: Final = either(
    sequence(words(r"to\s+(?:join|start|enter|begin|sign\s+up|register|book|set\s+up)")),
    sequence(
        words("for"),
        words(
            r"visit|call-out|callout|membership|joining|entry|admission|delivery|booking|setup|"
            r"registration|insurance|service|start|equipment|installation"
        ),
    ),
)
_RATE: Final = made(
    sequence(money, either(words(r"per|for\s+(?:each|every)"), words("every|each")), noun),
    lambda v: replace(v[0], per=v[2]),
)
_FIXED: Final = either(
    made(sequence(money, maybe(either(_NAMED, _WHAT_FOR))), lambda v: v[0]),
    made(sequence(words(_FEE), words("of"), money), lambda v: v[2]),
)
_AND: Final = words(r"(?:,\s*)?(?:and|plus)(?:\s+(?:then|also|there\s+is))?")
_CHARGES: Final = r"takes?|charges?|costs?|charged|asks?(?:\s+for)?|is|pays?|paid"


def _fee(fixed: Quantity, rate: Quantity, payer: str) -> Event:
    return Event("fee", "fee", (fixed, rate), other=payer)


def _paid(value: tuple[Any, ...]) -> Event | None:
    """Whoever pays is spoken of; whoever charges is not."""
    subject, verb, (fixed, rate) = value
    return _fee(fixed, rate, subject if verb.lower() in ("pay", "pays", "paid") else "")


FEES: Final = made(
    sequence(
        who,
        words(_CHARGES),
        either(
            made(sequence(_FIXED, _AND, _RATE), lambda v: (v[0], v[2])),
            made(sequence(_RATE, _AND, _FIXED), lambda v: (v[2], v[0])),
        ),
    ),
    _paid,
)
"""What is paid once, and what is paid for each."""
_HOW_MUCH: Final = r"how\s+much|what"
ASKED: Final = either(
    made(
        sequence(
            words(_HOW_MUCH),
            words("does|do|would|will|is|are|did"),
            nouns(),
            words("of|for"),
            simple,
            words("cost"),
        ),
        lambda v: Asked("for", "money", count=v[4]) if v[4].noun else None,
    ),
    made(
        sequence(
            words(_HOW_MUCH),
            words(r"(?:does|would|will|did)\s+it\s+cost"),
            maybe(sequence(words(r"to\s+\w+"), nouns())),
            words("for"),
            simple,
        ),
        lambda v: Asked("for", "money", count=v[4]) if v[4].noun else None,
    ),
    made(
        sequence(words(r"how\s+much"), words("are|is"), simple),
        lambda v: Asked("for", "money", count=v[2]) if v[2].noun else None,
    ),
    made(
        sequence(
            words(r"what\s+is|find|how\s+much\s+is"),
            maybe(words("total")),
            words("cost|price|charge|bill"),
            words("of|for"),
            maybe(sequence(nouns(), words("of|for"))),
            simple,
        ),
        lambda v: Asked("for", "money", count=v[5]) if v[5].noun else None,
    ),
)
"""``how much does a visit of 3 hours cost``, ``how much is it for 6 months``."""
