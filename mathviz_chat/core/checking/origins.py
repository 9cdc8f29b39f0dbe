"""Where the numbers of a computation come from: the question, an earlier line, or nowhere.

Only information, never a verdict: a number from nowhere may be knowledge of the world (31 days), a
small number of steps, or a slip in copying.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.checking.judgement import show_fraction
from mathviz_chat.core.reading.tree import Mixed, Node, Number, RepeatingDecimal
from mathviz_chat.core.reading.walking import walk

MAX_DIGITS: Final = 20  # longer numerals are not looked for again

_EVERYDAY_TEXT = """
0 1 2 3 4 5 6 7 8 9 10 12 16 24 30 31 36 48 50 52 60 90 100 144 180 360 365 366 1000 3600 5280
"""
EVERYDAY: Final = frozenset(Fraction(text) for text in _EVERYDAY_TEXT.split())
"""Numbers that need no source: small ones, and those of clocks, calendars and percentages."""

_TEENS_TEXT = """
eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_TENS_TEXT = """
twenty thirty forty fifty sixty seventy eighty ninety
"""
_WORDS: Final = {
    **{word: Fraction(value) for value, word in enumerate(_TEENS_TEXT.split(), 11)},
    **{word: Fraction(10 * value) for value, word in enumerate(_TENS_TEXT.split(), 2)},
}
_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?|\.\d+")


class Origins:
    """The numbers that a text has mentioned so far; looked for only once a question needs them."""

    def __init__(self, question: str | None) -> None:
        self._asked = question is not None
        self._seen: set[Fraction] = set(EVERYDAY)
        self._unread: list[str] = [] if question is None else [question]

    def read(self, text: str) -> None:
        """The numbers of a text, in figures or words, are known from here on."""
        if self._asked:
            self._unread.append(text)

    def _look_for_numbers(self, text: str) -> None:
        for numeral in _NUMERAL.findall(text):
            digits = numeral.replace(",", "")
            if len(digits) <= MAX_DIGITS:
                self._see(Fraction(digits))
        for word in re.findall(r"[a-z]+", text.lower()):
            if word in _WORDS:
                self._see(_WORDS[word])

    def _see(self, value: Fraction) -> None:
        """A number, and the same as a percentage or its complement to 100."""
        self._seen |= {value, value / 100, value * 100, 100 - value, 1 - value / 100}

    def unknown(self, node: Node) -> str | None:
        """A number of ``node`` that stands nowhere before; None without a question."""
        if not self._asked:
            return None
        for text in self._unread:
            self._look_for_numbers(text)
        self._unread.clear()
        for value in _numbers(node):
            if value not in self._seen:
                return show_fraction(value)
        return None


def _numbers(node: Node) -> list[Fraction]:
    found = []
    for part in walk(node):
        if isinstance(part, Number | RepeatingDecimal):
            found.append(part.value)
        elif isinstance(part, Mixed):
            found.append(part.whole + Fraction(part.numerator, part.denominator))
    return found
