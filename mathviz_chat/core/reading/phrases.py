"""Words that name a quantity: ``Total cost = 15``, ``= hourly rate * hours worked = 48``.

Several words are one name before the first equals sign, and elsewhere where they stand as an
operand, between signs. Words that say something ("is", "no", "solutions") make no name there.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.reading.english import BEFORE_UNSAFE, FUNCTION_WORDS, LEAD_INS
from mathviz_chat.core.reading.labels import AFTER_UNSAFE
from mathviz_chat.core.reading.words import FUNCTIONS, GREEK, KEYWORDS, NUMBER_WORDS, words

_FIRST: Final = re.compile(r"\s*([A-Za-z][A-Za-z'’-]*(?:\s+[A-Za-z'’-]+){1,8})\s*(?=[=≈])")
_LATER: Final = re.compile(
    r"(?<![A-Za-z\\{'’-])[A-Za-z][A-Za-z'’-]+(?:(?:\s|\\ ){1,3}[A-Za-z'’-]{2,}){1,8}"
)
_WORDS_AHEAD: Final = re.compile(r"[A-Za-z'’]{2}(?:\s|\\ )+[A-Za-z]")
_SIGN_BEFORE: Final = re.compile(r"(?:[=≈+*/×÷·(−-]|\\(?:times|cdot|div)|^)\s*$")
_SIGN_AFTER: Final = re.compile(r"\s*(?:[=≈+*/×÷·)−-]|\\(?:times|cdot|div|approx)|$)")
_OPERATIONS: Final = words("union mod or degrees degree")
_NO_NAME: Final = (
    words(
        """
        is are was were be been has have had not no any all real every equals equal gives means
        undefined exist exists solution solutions infinity infinitely many none so then therefore
        if when where which that this there here it we he she they you what how than or and mod
        """
    )
    | AFTER_UNSAFE
    | BEFORE_UNSAFE
    | NUMBER_WORDS
    | (FUNCTIONS.keys() - {"floor", "root"})
    | (KEYWORDS.keys() - {"of"})
)


def find_phrases(source: str) -> tuple[dict[int, int], int]:
    """The ends of the names by their starts, and where the formula begins.

    It begins after words such as "so" and "therefore" that lead in to a name or formula.
    """
    if _WORDS_AHEAD.search(source) is None:
        return {}, 0
    phrases: dict[int, int] = {}
    begin = place = 0
    first = _FIRST.match(source)
    if (
        first is not None
        and re.search(r"[A-Za-z]{3}", first[1])
        and _OPERATIONS.isdisjoint(first[1].split())
    ):
        begin, name = _without_lead_in(source, first)
        place = first.end(1)
        named = len(name[0].rstrip("'’")) > 1 and any(
            len(word) > 2 and word not in GREEK for word in name
        )
        if named and not _applies(name):
            phrases[begin] = first.end(1)
    for found in _LATER.finditer(source, place):
        if _is_operand(source, found):
            phrases[found.start()] = found.end()
    return phrases, begin


def _applies(name: list[str]) -> bool:
    """``sin x``, ``log x``, ``sin x cos theta``: a function and its argument, no name."""
    following = [*name[1:], ""]
    return any(
        word in FUNCTIONS and (word in FUNCTION_WORDS or len(after) == 1 or after in GREEK)
        for word, after in zip(name, following, strict=True)
    )


def _without_lead_in(source: str, found: re.Match[str]) -> tuple[int, list[str]]:
    name, start = found[1].split(), found.start(1)
    while len(name) > 1 and name[0].lower() in LEAD_INS:
        start += len(name.pop(0))
        while source[start].isspace():
            start += 1
    return start, name


def _is_operand(source: str, found: re.Match[str]) -> bool:
    name = found[0].replace("\\ ", " ").lower().split()
    if any(word in _NO_NAME for word in name) or not any(len(word) > 3 for word in name):
        return False
    before = source[max(0, found.start() - 12) : found.start()]
    after = _SIGN_AFTER.match(source, found.end())
    alone = not before.strip() and not source[found.end() :].strip()
    return _SIGN_BEFORE.search(before) is not None and after is not None and not alone
