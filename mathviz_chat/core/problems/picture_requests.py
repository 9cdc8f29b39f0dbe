"""Questions that ask for a drawing of a formula, an equation or inequalities, nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.reading import ReadError, read
from mathviz_chat.core.reading.tree import Node

_DRAW = "draw graph illustrate indicate plot represent shade show sketch"
_NEUTRAL = (
    "a all an area axes both by can circle containing coordinate could curve curves defined "
    "described ellipse equation feasible following for function given graph grid half half- "
    "plane help hyperbola i in inequalities inequality is it line lines me need of on out "
    "parabola part picture plane please points region represented satisfied satisfies satisfy "
    "satisfying set solution solutions such system that the this to want where which whose with "
    "would xy-plane you"
)
_VERBS: Final = frozenset(_DRAW.split())
_BEFORE: Final = frozenset(_NEUTRAL.split())
"""Words before the mathematics that change nothing of what is drawn; no ``not``, ``outside`` or
``below`` among them."""
_TAIL: Final = re.compile(
    r"(?:[,.?;]|\s|\b(?:a(?=\s+[a-z]{2})|and|axes|cartesian|coordinate|diagram|graph|grid|in|me|on|"
    r"paper|plane|please|same|thanks|the|for)\b|\b(?:xy|x-y)[- ]?(?=plane))*$",
    re.IGNORECASE,
)
_WORD: Final = re.compile(
    r"[\s,:.!?]*([ai](?=\s+[a-z]{2})|[a-z]{2,}(?:-[a-z]+)*)(?![\w'(^=])", re.IGNORECASE
)
_PROOF: Final = re.compile(r"\bshow\s+that\b", re.IGNORECASE)
_AND: Final = re.compile(
    r"\s*(?:\n+|,?\s*\b(?:and\s+also|and|together\s+with|as\s+well\s+as)\b)\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """What is to be drawn; ``told``: a word says that a drawing is wanted."""

    node: Node
    told: bool


def requested(text: str) -> PictureRequest | None:
    """``Shade y > 2x + 1 and x + y <= 4``, ``sketch the curve y = x^2``, or a formula alone.

    None where another word stands in it, or what is to be drawn cannot be read as a whole.
    """
    words, start = _words_before(text)
    if (words and not _VERBS & set(words)) or _PROOF.search(text):
        return None
    body = _TAIL.sub("", text[start:]) if words else text.strip().rstrip(".?!")
    try:
        node = read(_AND.sub(" and ", body))
    except ReadError:
        return None
    return PictureRequest(node, bool(words))


def is_told(text: str) -> bool:
    """Whether a question says that it wants a formula, an equation or inequalities drawn."""
    found = requested(text)
    names = () if found is None or not found.told else variables(found.node)
    return len(names) in (1, 2) and all(len(name) == 1 for name in names)


def _words_before(text: str) -> tuple[list[str], int]:
    words: list[str] = []
    at = 0
    while (match := _WORD.match(text, at)) and (word := match[1].lower()) in _VERBS | _BEFORE:
        words.append(word)
        at = match.end()
    return words, at + len(text[at:]) - len(text[at:].lstrip(" \t\n:,"))
