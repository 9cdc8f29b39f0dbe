"""``P(X = 2)``, ``P(A | B)``, ``P(A ∩ B)``: events that are said by a relation, a sign or words.

What stands in the brackets is no formula of its own. The reader is given a letter with an index in
its place, and the tree then has the event as a name: ``"P(X = 2)" = C(5, 2)*(1/2)^5``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from mathviz_chat.core.reading.tree import Node, Symbol
from mathviz_chat.core.reading.walking import transform

_EVENT: Final = re.compile(
    r"(?<![A-Za-z\\])P(?:r|rob)?\s*(?:\\left)?\((?P<event>(?:[^()]|\([^()]*\))*?)(?:\\right)?\)"
)
_SAID: Final = re.compile(
    r"[=|<>≤≥≠¬∩∪'′’]|\^\{?[cC]\}?\s*$|\\(?:mid|vert|cap|cup|prime|leq?|geq?|lt|gt|neq?|overline|bar|text)(?![a-z])|\b(?:not|and|or)\b"
    r"|^\s*[+-]\s*$"
)
_FIRST: Final = 9001  # no text counts its letters so far


def without_events(text: str) -> tuple[str, Mapping[str, str]]:
    """The text with a letter for each probability of that kind, and what they stand for."""
    names: dict[str, str] = {}

    def letter(event: re.Match[str]) -> str:
        if not _SAID.search(event["event"]):
            return event[0]
        name = f"P({' '.join(event['event'].split())})"
        index = names.setdefault(name, str(_FIRST + len(names)))
        return f"P_{{{index}}}"

    changed = _EVENT.sub(letter, text)
    return changed, {f"P_{index}": name for name, index in names.items()}


def with_events(node: Node, names: Mapping[str, str]) -> Node:
    """The tree with the names of the events."""

    def named(part: Node) -> Node | None:
        return Symbol(names[part.name]) if isinstance(part, Symbol) and part.name in names else None

    return transform(node, named)


def as_written(text: str, names: Mapping[str, str]) -> str:
    """The text as it was before :func:`without_events`."""
    for letter, name in names.items():
        head, _, index = letter.partition("_")
        text = text.replace(f"{head}_{{{index}}}", name)
    return text
