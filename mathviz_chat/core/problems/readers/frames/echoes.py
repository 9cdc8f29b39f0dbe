"""Whether a question asks of what the story told: its words again, in whatever form."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import vocabulary

_IRREGULAR: Final = {
    "won": "win",
    "ate": "eat",
    "eaten": "eat",
    "got": "get",
    "sold": "sell",
    "bought": "buy",
    "spent": "spend",
    "took": "take",
    "taken": "take",
    "made": "make",
    "wore": "wear",
    "worn": "wear",
    "came": "come",
    "went": "go",
    "chose": "choose",
    "chosen": "choose",
    "women": "woman",
    "men": "man",
    "children": "child",
    "people": "person",
}
_ENDINGS: Final = re.compile(r"(?:ies|ing|ed|es|s|e|y)$")
_WEIGHTLESS = "altogether total all percentage percent many much some who which"
_PLAIN: Final = (vocabulary.FILLERS | frozenset(_WEIGHTLESS.split())) - {
    "like",
    "school",
    "class",
    "test",
    "book",
    "teacher",
    "maths",
    "math",
    "exam",
}


def stem(word: str) -> str:
    """A word without its ending: ``cycled`` and ``cycle``."""
    word = _IRREGULAR.get(word, word)
    return _ENDINGS.sub("", word.removesuffix("'s")) if len(word) > 3 else word


def content(text: str) -> frozenset[str]:
    """The stems of the words that name things and deeds."""
    words = re.findall(r"[a-z][\w'-]*", re.sub(r"#[a-z]\d+", " ", text))
    return frozenset(stem(word) for word in words if word not in _PLAIN)
