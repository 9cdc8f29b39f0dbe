"""Questions on numbers in other words: each is said again as one plain question, or not at all.

A family is a grammar of wordings and what each of them asks. A wording fits all of a question;
where two of them ask different things, the question is not said again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mathviz_chat.core.problems import language, wording
from mathviz_chat.core.problems.grammar import Grammar, grammar
from mathviz_chat.core.problems.readers.wordings import (
    common_measures,
    primes,
    remainders,
    rows,
    sigma,
    sums,
)
from mathviz_chat.core.problems.readers.wordings.common import Family

FAMILIES: Final[tuple[Family, ...]] = (
    sums.FAMILY,
    sigma.FAMILY,
    rows.FAMILY,
    primes.FAMILY,
    remainders.FAMILY,
    common_measures.FAMILY,
)
_GRAMMARS: Final[tuple[tuple[Family, Grammar], ...]] = tuple(
    (family, grammar(family.grammar)) for family in FAMILIES
)
MAX_LENGTH: Final = 300
_RANGE: Final = re.compile(r"(=\s*-?\d+)\s*(?:\.\.+|…)\s*(?=[\da-z∞])")
"""``n = 1..5``"""


def said_again(text: str) -> str:
    """The plain question; "" where no wording fits, or several that ask different things."""
    sentences = language.sentences(text)
    raw = _RANGE.sub(r"\1 to ", f" {' , '.join(sentences)}")
    plain = f" {' , '.join(wording.sentences(sentences))}"
    if len(raw) > MAX_LENGTH:
        return ""
    found = {
        question
        for family, patterns in _GRAMMARS
        for question in _asked(family, patterns, raw if family.raw else plain)
    }
    return found.pop() if len(found) == 1 else ""


def _asked(family: Family, patterns: Grammar, text: str) -> Iterator[str]:
    lower = text.lower()
    for name, ways in patterns.items():
        for way in ways:
            if not wording.may_match(lower, way):
                continue
            match = wording.pattern(way).fullmatch(text)
            question = None if match is None else family.rules[name](wording.hit(match))
            if question is not None:
                yield question
