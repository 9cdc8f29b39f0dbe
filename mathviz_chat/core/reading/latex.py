"""LaTeX commands, and the whole lexer: ``tokenize``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mathviz_chat.core.reading.error import ReadError
from mathviz_chat.core.reading.labels import singular, text_label
from mathviz_chat.core.reading.letters import WordLexer
from mathviz_chat.core.reading.lexer import BOUND_AHEAD, NO_PHRASES
from mathviz_chat.core.reading.limits import MAX_LENGTH
from mathviz_chat.core.reading.piecewise import WORDS_OF_CASES
from mathviz_chat.core.reading.tokens import VALUES, Names, Token
from mathviz_chat.core.reading.units import TEXT_UNITS, match_unit
from mathviz_chat.core.reading.words import (
    CONSTANTS,
    FUNCTIONS,
    GREEK,
    KEYWORDS,
    LATEX,
    LATEX_IGNORED,
    LATEX_NAMES,
    LATEX_TEXT,
    VECTOR_MARKS,
)

_REMARK = re.compile(r"\s*\([^()0-9]*\)$")
_TEXT_RATE = re.compile(r"(?:per |/ ?)([a-z]+)")
_UNIT_POWER = re.compile(r"\s*(?:\^\{?([23])\}?|([²³]))")
_TEXT_BELOW = re.compile(
    r"\s*_\s*(?:\{\s*(?:\\(?:text|mathrm)\s*\{)?([A-Za-z0-9 ]{1,20})\}?\s*\}|([A-Za-z0-9]))"
)
_COMMAND = re.compile(r"\\([A-Za-z]+|.)", re.DOTALL)
_GROUP = re.compile(r"\*?\s*\{([^{}\\$]*)\}")
_SUPER = r"(?:\^\{?(\d)\}?|([²³]))?"
_LATEX_D = r"(d|\\partial|\\mathrm\{d\}|\\text\{d\})"
_LATEX_LEIBNIZ = re.compile(
    rf"\\[dt]?frac\s*\{{\s*{_LATEX_D}{_SUPER}\s*([A-Za-z])?\s*\}}"
    rf"\s*\{{\s*{_LATEX_D}\s*(\\[A-Za-z]+|[A-Za-z]|[α-ω]){_SUPER}\s*\}}"
)
_MARKED = re.compile(
    r"\s*(?:\{\s*([A-Za-z]{1,2})\s*\}|\{\s*\\(?:mathrm|mathbf|text)\s*\{\s*([A-Za-z]{1,2})\s*\}\s*\}"
    r"|([A-Za-z])(?![A-Za-z]))(?:_\{?(\d{1,2})\}?)?"
)
_LATEX_MIXED = re.compile(
    r"\\[dt]?frac\s*\{\s*\\partial\s*\^\s*\{?2\}?\s*([A-Za-z])?\s*\}"
    r"\s*\{\s*\\partial\s*([A-Za-z])\s*\\partial\s*([A-Za-z])\s*\}"
)


def tokenize(
    text: str, names: Names, phrases: Mapping[int, int] = NO_PHRASES, begin: int = 0
) -> list[Token]:
    """All tokens of ``text`` from ``begin``, ended by one of kind END; raises ReadError.

    phrases: the ends of names in several words, by their starts.
    """
    if len(text) > MAX_LENGTH:
        raise ReadError(f"A formula of more than {MAX_LENGTH} characters is not read.", MAX_LENGTH)
    return LatexLexer(text, names, phrases, begin).run()


class LatexLexer(WordLexer):
    """Adds LaTeX commands."""

    def command(self) -> None:
        leibniz = _LATEX_LEIBNIZ.match(self.text, self.place)
        if leibniz is not None and self.leibniz(leibniz, (1, 2, 3, 4, 6, 7, 8)):
            return
        mixed = _LATEX_MIXED.match(self.text, self.place)
        if mixed is not None:
            self.add("LEIBNIZ", (mixed[1], (mixed[2], mixed[3]), 1, True), mixed.end())
            return
        found = _COMMAND.match(self.text, self.place)
        if found is None:
            raise ReadError("A backslash without a command.", self.place)
        command, end = found[1], found.end()
        if command in LATEX:
            self._latex_sign(command, end)
        elif command in LATEX_IGNORED:
            self._ignored(command, end)
        elif command in LATEX_TEXT:
            self._text(command, end)
        elif command in FUNCTIONS:
            self.add("FUNC", FUNCTIONS[command], end)
        elif command in LATEX_NAMES or command in GREEK:
            self._latex_name(LATEX_NAMES.get(command, command), end)
        elif command in VECTOR_MARKS:
            self._vector(VECTOR_MARKS[command], end)
        elif command in ("begin", "end"):
            self._environment(command, end)
        else:
            raise ReadError(f"The command \\{command[:20]} is not known.", self.place)

    def _latex_sign(self, command: str, end: int) -> None:
        kind = LATEX[command]
        if kind == "$":
            self.place = end - 1
            self._money("$")
        elif kind == "circ":
            if self.previous() not in ("^", "{"):
                raise ReadError("A composition of functions is not read.", self.place)
            self.add("°", None, end)
        elif kind == "|" and BOUND_AHEAD.match(self.text, end):
            self.add("|_", command, end)
        else:
            self.add(kind, command, end)

    def _ignored(self, command: str, end: int) -> None:
        if command in ("left", "right") and self.text.startswith(".", end):
            if command == "left":
                self.add("left.", None, end + 1)
                return
            end += 1
        self.place = end
        self.spaced = True

    def _latex_name(self, name: str, end: int) -> None:
        if name in CONSTANTS:
            self.add("CONST", CONSTANTS[name], end)
        else:
            self.name(name, end)

    def _vector(self, mark: str, end: int) -> None:
        r"""``\vec{a}``, ``\vec a``, ``\overrightarrow{AB}``: a name of its own, ``vec_a``."""
        found = _MARKED.match(self.text, end)
        if found is None:
            raise ReadError("The name of this vector is not read.", self.place)
        letters = found[1] or found[2] or found[3]
        self.add("NAME", f"{mark}_{letters}{found[4] or ''}", found.end())

    def _text(self, command: str, end: int) -> None:
        found = _GROUP.match(self.text, end)
        if found is None:
            raise ReadError("The text command has no plain text in braces.", self.place)
        words, end = found[1].strip(), found.end()
        if words.rstrip(",") in WORDS_OF_CASES and "cases}" in self.text:
            self.add(WORDS_OF_CASES[words.rstrip(",")], words, end)
            return
        if words == "d" and self.integral and self.text[end : end + 1].isalpha():
            self.add("DIFF", self.text[end], end + 1)
        elif self.previous() in VALUES or self.previous() in ("NAME", "CONST"):
            self._after_value(words, end)
        else:
            self._words(words, end, command)

    def _after_value(self, words: str, end: int) -> None:
        r"""``8 \\text{ pounds (math)}``: a unit or noun; a remark in brackets is left out."""
        words = _REMARK.sub("", words)
        rate = _TEXT_RATE.fullmatch(words)
        unit = match_unit(words, 0, all_symbols=True)
        label = text_label(words) if self.previous() in VALUES and words not in KEYWORDS else None
        if not words:
            self._ignored("", end)
        elif rate is not None and self.previous() == "NUM" and self.out[-2:][0].kind == "$":
            self.add("RATE", "/" + (TEXT_UNITS.get(rate[1]) or singular(rate[1])), end)
        elif unit is not None and unit[1] == len(words):
            self._raised_unit(unit[0], end)
        elif label is not None and words not in FUNCTIONS:
            self.add("UNIT", label, end)
        else:
            self._words(words, end, "text")

    def _words(self, words: str, end: int, command: str) -> None:
        """A function, a connective, a name of one or several letters."""
        if words in FUNCTIONS:
            self.add("FUNC", FUNCTIONS[words], end)
        elif words.rstrip(",") in KEYWORDS:
            self.add(KEYWORDS[words.rstrip(",")], words, end)
        elif words == "R" and command == "mathbb":
            self.add("reals", None, end)
        elif len(words) == 1 and words.isalpha():
            self.name(words, end)
        elif words.strip(".,;:!?"):
            below = _TEXT_BELOW.match(self.text, end)
            if below is not None:
                words = f"{words}_{below[1] or below[2]}"
            self.add("TEXT", words, end if below is None else below.end())
        else:
            self._ignored("", end)

    def _raised_unit(self, unit: str, end: int) -> None:
        r"""``\\text{ cm}^2``, ``\\text{m/s}^2``: the exponent belongs to the unit."""
        power = _UNIT_POWER.match(self.text, end)
        if power is None:
            self.add("UNIT", unit, end)
            return
        if "^" in unit:
            raise ReadError("The unit is raised twice.", end)
        digit = power[1] or {"²": "2", "³": "3"}[power[2]]
        self.add("UNIT", f"{unit}^{digit}", power.end())

    def _environment(self, command: str, end: int) -> None:
        found = _GROUP.match(self.text, end)
        if found is None:
            raise ReadError(f"\\{command} without a name in braces.", self.place)
        self.add(command, found[1].strip().rstrip("*"), found.end())
