"""A formula that is told twice, in words and in symbols, or after what leads to it: said once.

``Six divided by (x - 1) is 3, i.e. 6/(x - 1) = 3.`` The words are left out where they hold just
the numbers of the formula; ``this leads to x + 1/x = 2`` where the question then asks for x.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from mathviz_chat.core.problems import spoken

_FORMULA = r"(?P<formula>(?:solve\s+)?[^.?!,;=<>≤≥]*[=<>≤≥][^?!,;]*?)(?=[.,;?!](?:\s|$)|$)"
_TWICE: Final = re.compile(
    r"^(?P<words>[^.?!;=<>]*?[a-z]{3}[^.?!;=<>]*?)(?:,|:|\.|\?|—|–|\s-)\s*\(?(?:that is(?: to "
    r"say)?|"
    rf"i\.\s?e\.|in symbols|in other words|as an equation|as an inequality),?\s*:?\s*{_FORMULA}",
    re.IGNORECASE,
)
_LEADS: Final = re.compile(
    r"(?P<words>(?:^|(?<=[.!]\s))(?:[A-Za-z][a-z'-]+\s+){2,9}?)(?:leads?|comes? down|boils? down|"
    r"reduces?|"
    rf"gives rise|can be reduced)\s+to\s+(?:the\s+(?:[a-z]+\s+)?equation\s+)?\$?{_FORMULA}",
)
_ASKS: Final = (
    r"(?i:solve|find|what|determine|work out|calculate|give)[^.?!]*?(?<![A-Za-z]){}(?![A-Za-z])"
)
_NUMBER: Final = re.compile(
    rf"\d+(?:\.\d+)?|(?<![A-Za-z]){spoken.NUMBER}(?![A-Za-z])", re.IGNORECASE
)
_TURNED: Final = re.compile(r"\b(?:not|no|never|except|isn't|doesn't)\b", re.IGNORECASE)


def once(text: str) -> str:
    """The text with the formula alone."""
    match = _TWICE.match(text)
    if match is not None and _same_numbers(match["words"], match["formula"]):
        return text[match.start("formula") :]
    match = _LEADS.search(text)
    if match is not None and not _NUMBER.search(match["words"]):
        letters = set(re.findall(r"(?<![A-Za-z])[a-z](?![A-Za-z])", match["formula"]))
        rest = text[match.end() :]
        if len(letters) == 1 and re.search(_ASKS.format(letters.pop()), rest):
            return text[: match.start()] + text[match.start("formula") :]
    return text


def _same_numbers(words: str, formula: str) -> bool:
    if _TURNED.search(words):
        return False
    return _numbers(words) == _numbers(formula)


def _numbers(text: str) -> Counter[str]:
    return Counter(spoken.to_symbols(found.lower()) for found in _NUMBER.findall(text))
