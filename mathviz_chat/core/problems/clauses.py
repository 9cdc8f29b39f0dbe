"""A question cut into the statements that it gives and the one thing that it asks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from mathviz_chat.core.problems import language, slots
from mathviz_chat.core.reading.tree import Statement

ASKING: Final = (
    r"(?:what(?:'s|s)?|which|find|solve|determine|calculate|compute|evaluate|work\s+out|give|get|"
    r"obtain|state|derive|differentiate|simplify|expand|factori[sz]e|factor|how|for\s+(?:what|which)|"
    r"is|are|does|do|tell\s+me|figure\s+out|show\s+me)(?![A-Za-z])"
)
_NOUN = (
    r"(?:the\s+)?(?:following\s+)?(?:linear\s+|quadratic\s+|simultaneous\s+|polynomial\s+)?"
    r"(?:pair\s+of\s+|system\s+of\s+|set\s+of\s+)?"
    r"(?:equations?|functions?|system|curve|polynomial|expression)(?:\s+(?:given\s+by|that))?"
)
_STATEMENTS = rf"(?:{_NOUN}\s*:?\s*)?(?P<given>{slots.STATEMENTS})"
_LET = (
    r"(?:let|suppose|assume|consider|define|say|given|if|take|"
    r"(?:you|we)\s+(?:are\s+given|know|have)|it\s+is\s+(?:given|known))(?:\s+that)?\s*:?\s*"
)
_SINCE = (
    r"(?:given|if|when|suppose|supposing|since|knowing|assuming|for|with|let|in)"
    r"(?:\s+that)?\s*:?\s*"
)
_WHERE = (
    r",?\s*(?:given|if|when|where|such|so|knowing|assuming|provided|for\s+which|with|from|for|in|"
    r"by\s+solving|as)(?:\s+that)?\s*:?\s*"
)
_PATTERNS: Final = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"{_LET}{_STATEMENTS}",
        rf"{_SINCE}{_STATEMENTS},?\s*(?:then\s+)?(?:and\s+)?(?P<asked>{ASKING}.*)",
        rf"(?P<asked>{ASKING}.*?)(?:{_WHERE}|\s*:\s*){_STATEMENTS}",
        rf"{_STATEMENTS},?\s*:?\s*(?:and\s+)?(?:then\s+)?(?P<asked>{ASKING}.*)",
        rf"{_STATEMENTS}",
    )
)


_STARTS_ASKING = re.compile(rf"{ASKING}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clauses:
    """given: the statements, in order. facts: the sentences that tell something in words.

    asked: the sentence that asks, "" where none does.
    """

    given: tuple[Statement, ...]
    facts: tuple[str, ...]
    asked: str


def cut(text: str) -> Clauses | None:
    """The clauses of a question; None where it asks more than one thing."""
    given: list[Statement] = []
    rest: list[str] = []
    for sentence in language.sentences(text):
        found, asks = _cut_sentence(sentence)
        given += found
        rest += [asks] if asks else []
    asking = [sentence for sentence in rest if _STARTS_ASKING.match(sentence)]
    if len(asking) > 1:
        return None
    asked = asking[0] if asking else rest[-1] if len(rest) == 1 else ""
    facts = tuple(sentence for sentence in rest if sentence != asked)
    return Clauses(tuple(given), facts, asked)


def _cut_sentence(sentence: str) -> tuple[tuple[Statement, ...], str]:
    for pattern in _PATTERNS:
        match = pattern.fullmatch(sentence)
        if match is None:
            continue
        found = slots.statements(match["given"])
        if found:
            asked = match.groupdict().get("asked") or ""
            return found, language.without_ignored(asked).rstrip(" ,:")
    return (), sentence
