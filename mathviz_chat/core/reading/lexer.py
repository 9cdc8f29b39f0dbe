"""Signs, numbers and units of plain and Unicode notation, cut into tokens.

Every character is looked at a bounded number of times.
"""

from __future__ import annotations

import re
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from mathviz_chat.core.reading.error import ReadError
from mathviz_chat.core.reading.labels import match_label, match_label_rate
from mathviz_chat.core.reading.limits import MAX_TOKENS
from mathviz_chat.core.reading.numerals import VULGAR_FRACTIONS, match_number
from mathviz_chat.core.reading.tokens import Names, Token
from mathviz_chat.core.reading.units import CURRENCY_SIGNS, match_unit
from mathviz_chat.core.reading.words import (
    CHARACTERS,
    CONSTANTS,
    GREEK_LETTERS,
    MULTI_CHARACTER,
    SEVERAL_ARGUMENTS,
    SPACES,
)

_BRACKETS: Final = frozenset(["(", ")", "{", "}", "\\{", "\\}"])
_DIGITS_BELOW: Final = frozenset("₀₁₂₃₄₅₆₇₈₉")
_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_SUPERSCRIPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱˣᵏᵐᵗᵃᵇʸ/]*[⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾ⁿⁱˣᵏᵐᵗᵃᵇʸ]")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱˣᵏᵐᵗᵃᵇʸ", "0123456789+-()nixkmtaby")
_SUPERSCRIPT_START: Final = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽ⁿⁱˣᵏᵐᵗᵃᵇʸ")
_CLOCK = re.compile(r"(?<=[0-9]):(?:0[0-9]|[0-5][0-9]\s*[ap]\.?m\b)")
_END_OF_ROWS = re.compile(r"\.\s*\\end\b")  # a full stop after the last row
BOUND_AHEAD = re.compile(r"\s*_(?!_)")  # an evaluation bar: x^2 |_0^3
_SIGNS = re.compile(r"//|<==?>|-->|==>|===|\+/-|-/\+|\*\*|[<>=!:~/]=|=[<>]|<>|->|&&|\.\.\.")

_LONGER: Final = frozenset("/<-=+*>!:~&.")  # what a sign of several characters begins with
_ALONE: Final = {c: CHARACTERS[c] for c in "^([]{},;%'_"}
"""Signs that mean the same whatever follows."""


NO_PHRASES: Final[Mapping[int, int]] = MappingProxyType({})


class Lexer(ABC):
    """Signs, numbers and units; subclasses add words and LaTeX."""

    def __init__(
        self, text: str, names: Names, phrases: Mapping[int, int] = NO_PHRASES, begin: int = 0
    ) -> None:
        self.text = text
        self.names = names
        self.phrases = phrases
        self.place = begin
        self.spaced = False
        self.out: list[Token] = []
        self.lists: list[bool] = []
        self._x_times: bool | None = None
        self.integral = "∫" in text or "\\int" in text

    def run(self) -> list[Token]:
        text, length = self.text, len(self.text)
        while self.place < length:
            char = text[self.place]
            if char in SPACES:
                self.spaced = True
                self.place += 1
            elif self.place in self.phrases:
                self._phrase(self.phrases[self.place])
            elif char.isascii():
                self._ascii(char)
            else:
                self._unicode(char)
            if len(self.out) > MAX_TOKENS:
                raise ReadError("The formula has too many parts.", self.place)
        self.add("END", None, length)
        return self.out

    def _phrase(self, end: int) -> None:
        words = self.text[self.place : end].replace("\\ ", " ").split()
        self.add("TEXT", " ".join(words), end)

    def add(self, kind: str, value: Any, end: int) -> None:
        if kind in _BRACKETS:
            self._bracket(kind)
        self.out.append(Token(kind, value, self.place, end, self.spaced))
        self.place = end
        self.spaced = False

    def _bracket(self, kind: str) -> None:
        """Keeps in mind whether a comma between digits separates the items of a list here."""
        if kind in (")", "}", "\\}"):
            if self.lists:
                self.lists.pop()
        elif kind == "(":
            before = self.out[-1] if self.out else None
            self.lists.append(before is not None and before.value in SEVERAL_ARGUMENTS)
        else:
            self.lists.append(kind == "\\{" or "\\" not in self.text)

    def previous(self) -> str:
        return self.out[-1].kind if self.out else ""

    # ------------------------------------------------------------------ characters

    def _ascii(self, char: str) -> None:
        kind = _ALONE.get(char)
        if kind is not None:
            self.add(kind, char, self.place + 1)
        elif char.isdigit() or (char == "." and self._digit_follows()):
            self._number()
        elif char.isalpha():
            self.word()
        elif char == "\\":
            self.command()
        elif char == "#" or char == "@" or char in '`?.~"':
            self._other(char)
        else:
            self._sign(char)

    def _digit_follows(self) -> bool:
        return self.text[self.place + 1 : self.place + 2].isdigit()

    def _sign(self, char: str) -> None:
        found = _SIGNS.match(self.text, self.place) if char in _LONGER else None
        if found is not None:
            sign = found[0]
            if sign == "...":
                raise ReadError("Dots leave open what is meant.", self.place)
            if sign == "!=" and self._is_near(found.end()):
                raise ReadError("This may be a factorial or 'not equal'; put a space.", self.place)
            if sign != "/=":
                self.add(MULTI_CHARACTER[sign], None, found.end())
                return
        kind = CHARACTERS.get(char)
        if kind is None:
            raise ReadError(describe(char), self.place)
        if kind == "$":
            self._money(char)
        elif kind == "|" and BOUND_AHEAD.match(self.text, self.place + 1):
            self.add("|_", char, self.place + 1)
        elif kind == ":" and _CLOCK.match(self.text, self.place):
            raise ReadError("A time of day is not read.", self.place)
        else:
            self.add(kind, char, self.place + 1)
            if kind == ")":
                self._unit()

    def _is_near(self, end: int) -> bool:
        """``5!=120``, ``(n)!=6``, ``5 !=120``: a number or bracket before, no space on a side."""
        spaced = self.spaced and self.text[end : end + 1] in SPACES
        return self.previous() in ("NUM", ")") and not spaced

    def _other(self, char: str) -> None:
        if char == '"':
            end = self.text.find('"', self.place + 1)
            if end > self.place + 1:
                self.add("TEXT", self.text[self.place + 1 : end], end + 1)
                return
        if char == "~" and self.text.startswith("~=", self.place):
            self.add("~=", None, self.place + 2)
            return
        if char == "." and _END_OF_ROWS.match(self.text, self.place):
            self.place += 1
            return
        if self.text.startswith("...", self.place):
            raise ReadError("Dots leave open what is meant.", self.place)
        raise ReadError(describe(char), self.place)

    def _unicode(self, char: str) -> None:
        if char == "∂":
            self.word()
        elif char in _SUPERSCRIPT_START:
            self._superscript()
        elif char in _DIGITS_BELOW:
            self._subscript()
        elif char in GREEK_LETTERS:
            self.name(GREEK_LETTERS[char], self.place + 1)
        elif char in CONSTANTS:
            self.add("CONST", CONSTANTS[char], self.place + 1)
        elif char in VULGAR_FRACTIONS:
            self.add("VULGAR", VULGAR_FRACTIONS[char], self.place + 1)
        elif char in CURRENCY_SIGNS:
            self._money(char)
        elif char == "¢":
            self._cents()
        elif char == "∇":
            self.add("FUNC", "grad", self.place + 1)
        elif char in CHARACTERS:
            self._mapped(char)
        elif "\U0001d400" <= char <= "\U0001d7ff" or char == "ℎ":
            self._styled(char)
        else:
            raise ReadError(describe(char), self.place)

    def _cents(self) -> None:
        """``25¢`` and ``¢25``."""
        if self.previous() == "NUM":
            self.add("UNIT", "cent", self.place + 1)
        else:
            self.add("$", "cent", self.place + 1)

    def _mapped(self, char: str) -> None:
        kind = CHARACTERS[char]
        for single in kind if kind == "''" else (kind,):
            self.out.append(Token(single, char, self.place, self.place + 1, self.spaced))
        self.place += 1
        self.spaced = False

    def _styled(self, char: str) -> None:
        """A letter of the block of mathematical alphabets: the same letter, unstyled."""
        plain = unicodedata.normalize("NFKC", char)
        if plain in GREEK_LETTERS:
            plain = GREEK_LETTERS[plain]
        if plain.isdigit():
            raise ReadError(describe(char), self.place)
        if plain in CONSTANTS and plain not in self.names.variables:
            self.add("CONST", CONSTANTS[plain], self.place + 1)
        else:
            self.name(plain, self.place + 1)

    def _superscript(self) -> None:
        found = _SUPERSCRIPT.match(self.text, self.place)
        if found is None:
            raise ReadError("A raised sign without a raised number.", self.place)
        inner = type(self)(found[0].translate(_SUPERSCRIPTS), self.names).run()[:-1]
        base, end = self.place, found.end()
        self.add("^", None, base)
        if len(inner) > 1:
            self.add("(", None, base)
        for token in inner:
            start, stop = token.start + base, token.end + base
            self.out.append(Token(token.kind, token.value, start, stop, False))
        self.place = end
        if len(inner) > 1:
            self.add(")", None, end)

    def _subscript(self) -> None:
        """Lowered digits that belong to no name: ``log₂ 8``."""
        end = self.place
        while end < len(self.text) and self.text[end] in _DIGITS_BELOW:
            end += 1
        value, _ = match_number(self.text[self.place : end].translate(_LOWERED), 0, False)
        self.add("_", None, self.place)
        self.add("NUM", value, end)

    # ------------------------------------------------------------------ numbers

    def _number(self) -> None:
        listed = bool(self.lists) and self.lists[-1]
        e_is_variable = "e" in self.names.variables
        value, end = match_number(self.text, self.place, e_is_variable, listed)
        self.add("NUM", value, end)
        self._unit()

    def _unit(self) -> None:
        """A unit after a number or a closing bracket, if one follows."""
        end = self.place
        if end >= len(self.text) or (
            self.text[end] not in " \u00a0" and not self.text[end].isalpha()
        ):
            return
        found = match_unit(self.text, end)
        if found is not None:
            rate = match_label_rate(self.text, found[1]) if "/" not in found[0] else None
            found = found if rate is None else (found[0] + rate[0], rate[1])
        else:
            found = match_label(self.text, end)
        if found is not None:
            unit, stop = found
            while self.text[self.place] in SPACES:
                self.place += 1
                self.spaced = True
            self.add("UNIT", unit, stop)

    def _money(self, char: str) -> None:
        self.add("$", CURRENCY_SIGNS[char], self.place + 1)
        rest = self.text[self.place : self.place + 1]
        if rest and (rest.isdigit() or rest == "."):
            value, end = match_number(self.text, self.place, False)
            self.add("NUM", value, end)
            rate = match_unit(self.text, end, after_money=True)
            rate = rate or match_label_rate(self.text, end)
            if rate is not None:
                self.add("RATE", rate[0], rate[1])

    # ------------------------------------------------------------------ what subclasses add

    @abstractmethod
    def word(self) -> None:
        """Reads what begins with a letter at ``place``."""

    @abstractmethod
    def name(self, name: str, end: int) -> None:
        """Adds a variable of that name, with the index that follows it."""

    @abstractmethod
    def command(self) -> None:
        """Reads what begins with a backslash at ``place``."""


def describe(char: str) -> str:
    """One sentence about a character that is no part of the notation, without printing it."""
    name = unicodedata.name(char, "")
    if char.isascii() and char.isprintable():
        return f"The sign {char} is not part of a formula."
    if not name or unicodedata.category(char) in ("Cc", "Cf"):
        return f"The invisible character U+{ord(char):04X} is not part of a formula."
    return f"The character U+{ord(char):04X} ({name}) is not part of a formula."
