"""What a story says of a part of a whole: a verb phrase, compared by its words."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from mathviz_chat.core.problems import language
from mathviz_chat.core.problems.readers.told.amounts import singular

Predicate: TypeAlias = tuple[str, ...]
"""What is said of a part, without its copula and in the singular: ``("girl",)``, ``("walk",)``."""

COPULAS: Final = frozenset(
    ("is", "are", "was", "were", "be", "been", "being", "got", "get", "gets", "has", "have", "had")
)
LEMMAS: Final = {
    form: forms.split()[0]
    for forms in (
        "spend spends spent", "save saves saved", "eat eats ate eaten", "use uses used",
        "read reads", "donate donates donated", "lose loses lost", "pay pays paid",
        "drink drinks drank drunk", "invest invests invested", "sell sells sold",
        "give gives gave given", "keep keeps kept", "put puts", "waste wastes wasted",
        "like likes", "walk walks", "play plays", "spill spilt spilled",
        "leak leaks leaked", "evaporate evaporates evaporated",
    )
    for form in forms.split()
}  # fmt: skip
GONE: Final = frozenset(
    (
        "spend",
        "eat",
        "use",
        "donate",
        "lose",
        "pay",
        "drink",
        "sell",
        "give",
        "waste",
        "spill",
        "leak",
        "evaporate",
    )
)
PARTICIPLES: Final = {
    "spend": "spent", "save": "saved", "eat": "eaten", "use": "used", "read": "read",
    "donate": "donated", "lose": "lost", "pay": "paid", "drink": "drunk", "invest": "invested",
    "sell": "sold", "give": "given", "keep": "kept", "put": "put", "waste": "wasted",
}  # fmt: skip
"""What becomes of the part that somebody spends: it is spent."""
TAILS: Final = re.compile(
    r"\s+(?:(?:to|at|in)\s+(?:school|work|class)|by\s+(?:volume|mass|weight))$", re.I
)
_RELATED: Final = language.RELATION_WORDS - {"by", "at", "from"}
_OPPOSITES: Final = (("boy", "girl"), ("man", "woman"), ("male", "female"), ("passed", "failed"))


def predicate(text: str) -> Predicate | None:
    """What a verb phrase says; None where a word in it relates it to something else."""
    words = TAILS.sub("", text.lower()).split()
    if set(words) & _RELATED:
        return None
    while words and words[0] in COPULAS:
        words = words[1:]
    return tuple(LEMMAS.get(word) or singular(word) for word in words) or None


def opposite(said: Predicate) -> Predicate | None:
    for one, other in _OPPOSITES:
        if said in ((one,), (other,)):
            return (other,) if said == (one,) else (one,)
    return None


_VERBS: Final = frozenset(
    ("said", "chose", "wear", "wears", "wore", "can", "took", "come", "came", "went", "go", "won")
)


def is_verb(text: str) -> bool:
    """Whether a phrase begins with a verb, so that it says something of what stands before it."""
    first = text.lower().split()[0]
    return first in COPULAS | _VERBS or first in LEMMAS or first.endswith("ed")
