"""Where the numbers of a computation come from: the question, an earlier line, or nowhere.

Only information, never a verdict: a number from nowhere may be knowledge of the world (31 days), a
small number of steps, or a slip in copying. A unit from nowhere, beside one of its kind, says that
something was converted in silence.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.checking.judgement import show_fraction
from mathviz_chat.core.checking.quantities import MixedUnits, parse_unit
from mathviz_chat.core.reading.tree import Mixed, Node, Number, Quantity, RepeatingDecimal
from mathviz_chat.core.reading.units import TEXT_UNITS
from mathviz_chat.core.reading.walking import children, has, walk

MAX_DIGITS: Final = 20  # longer numerals are not looked for again

_EVERYDAY_TEXT = """
0 1 2 3 4 5 6 7 8 9 10 12 16 24 30 31 36 48 50 52 60 90 100 144 180 360 365 366 1000 3600 5280
"""
EVERYDAY: Final = frozenset(Fraction(text) for text in _EVERYDAY_TEXT.split())
"""Numbers that need no source: small ones, and those of clocks, calendars and percentages."""

_SMALL_TEXT = """
one two three four five six seven eight nine ten
"""
_TEENS_TEXT = """
eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_TENS_TEXT = """
twenty thirty forty fifty sixty seventy eighty ninety
"""
_WORDS: Final = {
    **{word: Fraction(value) for value, word in enumerate(_SMALL_TEXT.split(), 1)},
    **{word: Fraction(value) for value, word in enumerate(_TEENS_TEXT.split(), 11)},
    **{word: Fraction(10 * value) for value, word in enumerate(_TENS_TEXT.split(), 2)},
}
_NEUTRAL: Final = frozenset(map(Fraction, (0, 1, 2)))
_CONSTANTS: Final = frozenset(map(Fraction, ("9.8", "9.81", "10", "90", "180", "360")))
"""Of a free fall, and of angles."""
_CONVERSIONS: Final = [Fraction(one) for one in (2, 10, 60, 100, 1000, 3600)]
_SCALES: Final = (Fraction(1), *_CONVERSIONS, *(1 / one for one in _CONVERSIONS))
_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?|\.\d+")


class Origins:
    """The numbers and units that a text has named; looked for only once a question needs them."""

    def __init__(self, question: str | None) -> None:
        self._asked = question is not None
        self._seen: set[Fraction] = set(EVERYDAY)
        self._told: set[Fraction] = set()
        self._units: set[str] = set()
        self._unread: list[str] = [] if question is None else [question]

    def read(self, text: str) -> None:
        """The numbers of a text, in figures or words, are known from here on."""
        self._unread.append(text)

    def converted(self, node: Node) -> str | None:
        """``10 kg`` after ``80 g`` and numbers without units: the unit that stands nowhere
        before; None where the numbers of ``node`` show how it was converted."""
        units = {part.unit for part in walk(node) if isinstance(part, Quantity)}
        if len(units) != 1:
            return None
        (unit,) = units
        self._look_at_texts()
        bare = [item for item in children(node) if not has(item, Quantity)]
        written = [value for item in bare for value in _numbers(item)]
        whole = self._is_converted(unit, written)
        if whole is not None:
            return None if whole else unit
        parts = [self._is_converted(part, written) for part in unit.split("/")]
        return unit if False in parts else None

    def _is_converted(self, unit: str, written: list[Fraction]) -> bool | None:
        """Whether the numbers show how a unit of the texts was converted; None where none was."""
        above, _, below = unit.partition("/")
        known = self._units
        if below and above not in known and below not in known:
            known = {f"{one}/{other}" for one in self._units for other in self._units}
            said = any(self._is_said(one, written) for one in _ratios(known, unit))
            return said or None
        if unit in known or below:
            return None
        ratios = _ratios(known, unit)
        return any(self._is_said(ratio, written) for ratio in ratios) if ratios else None

    def _is_said(self, ratio: Fraction, written: list[Fraction]) -> bool:
        """``150/60 = 2.5 h``, or ``300/4 = 75 cm`` of 3 m; the 60 of 60 minutes says nothing."""
        ratios = {ratio, 1 / ratio}
        if sum(value in ratios for value in written) > len(ratios & self._told):
            return True
        own = [value for value in written if value not in ratios | self._told]
        return any({value * ratio, value / ratio} & self._told for value in own)

    def _look_at_texts(self) -> None:
        for text in self._unread:
            self._look_for_numbers(text)
            words = re.findall(r"[A-Za-z]+", text)
            self._units |= {TEXT_UNITS[word] for word in words if word in TEXT_UNITS}
        self._unread.clear()

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
        self._told.add(value)
        self._seen |= {value, value / 100, value * 100, 100 - value, 1 - value / 100}

    def tells(self, node: Node) -> bool:
        """Each number of ``node`` stands in the question or in a line before, or is 0, 1 or 2."""
        self._look_at_texts()
        return not self._asked or set(_numbers(node)) <= self._told | _NEUTRAL

    def explains(self, value: Fraction) -> bool:
        """A number that the question or a line before names, its half, double or negative, in other
        units, or the difference or quotient of two of them; any number where nothing is asked."""
        self._look_at_texts()
        if not self._asked or abs(value) in _NEUTRAL | _CONSTANTS:
            return True
        known = self._told
        if any(value * scale in known or -value * scale in known for scale in _SCALES):
            return True
        return any(value + one in known or (one and value * one in known) for one in known)

    def unknown(self, node: Node) -> str | None:
        """A number of ``node`` that stands nowhere before; None without a question."""
        if not self._asked:
            return None
        self._look_at_texts()
        for value in _numbers(node):
            if value not in self._seen:
                return show_fraction(value)
        return None


def _ratios(known: set[str], unit: str) -> list[Fraction]:
    return [ratio for one in known if (ratio := _ratio(one, unit)) is not None]


def _ratio(one: str, other: str) -> Fraction | None:
    """How many of one unit make the other; None for units of different kinds."""
    try:
        (kind, size), (other_kind, other_size) = parse_unit(one), parse_unit(other)
    except MixedUnits:
        return None
    return other_size / size if kind == other_kind else None


def _numbers(node: Node) -> list[Fraction]:
    found = []
    for part in walk(node):
        if isinstance(part, Number | RepeatingDecimal):
            found.append(part.value)
        elif isinstance(part, Mixed):
            found.append(part.whole + Fraction(part.numerator, part.denominator))
    return found
