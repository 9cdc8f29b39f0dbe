"""Whether the words beside a value speak of what is asked: ``Ann is 13``, not ``Bob is 13``."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_NAME: Final = re.compile(
    r"\b(?!(?:A|An|The|If|In|On|At|Of|For|After|Before|When|While|There|Then|Each|Every|All|One|How|What"
    r"|Which|Who|Where|Why|Find|Calculate|Compute|Determine|Work|Give|Write|He|She|It|They|We|You|His"
    r"|Her|Its|Their|Is|Are|Was|Were|Does|Do|Did|Can|Two|Three|Some|Suppose|Let|To|From|With)\b)"
    r"[A-Z][a-z]+\b"
)
"""A capital letter, and no word that begins sentences as a rule: it counts as a name."""
_OF_ONE: Final = re.compile(
    r"\b(?:does|did|do|is|was|will|has|have|had|can|must|should)\s+(?:he|she)\b", re.IGNORECASE
)
_OTHERS: Final = re.compile(
    r"\b(?:sister|brother|friend|father|mother|mum|mom|dad|son|daughter|uncle|aunt|cousin|wife"
    r"|husband|grand\w+|teacher|neighbou?r|together|both|altogether|in\s+(?:all|total))s?\b",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")
_HARMLESS: Final = frozenset(
    re.findall(
        r"\w+",
        """
        so thus hence therefore then and we you it its that this which they he she his her their
        there have has had is are was were be get gets got gives give find found the an in of to at
        by as on or with using answer result value total number solution final together altogether
        equal equals made makes now only exactly just finally step steps line
        factors expands simplifies comes sum product difference quotient derivative antiderivative
        integral limit slope rule power chain cm mm km kg quad text left right
        """,
    )
)
"""Words that name nothing else than the value."""


def speaks_of_it(words: str, question: str) -> bool:
    """Each word is harmless, stands in the sentence that asks, or is the one name of the story."""
    asked = {_stem(word) for word in _words(_asking(question))}
    names = set(_NAME.findall(question))
    if len(names) == 1 and _OF_ONE.search(_asking(question)) and not _OTHERS.search(question):
        asked |= {_stem(name.lower()) for name in names}
    return all(word in _HARMLESS or _stem(word) in asked for word in _words(words))


def _asking(question: str) -> str:
    """The last sentence with a question mark, or the last one."""
    sentences = [one for one in _SENTENCE.split(question) if one.strip()]
    asks = [one for one in sentences if one.rstrip().endswith("?")]
    return (asks or sentences or [""])[-1]


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _stem(word: str) -> str:
    return word.removesuffix("s")
