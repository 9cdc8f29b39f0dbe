"""From text to tokens: plain, Unicode and LaTeX notation become the same few kinds.

A token's kind is either the sign it stands for (``+``, ``<=``, ``frac``, ...) or one of NUM,
VULGAR, NAME, CONST, FUNC, UNIT, RATE, LEIBNIZ, DIFF, TEXT, END.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from mathviz_chat.core.reading.error import ReadError
from mathviz_chat.core.reading.labels import AFTER_UNSAFE, match_label, match_label_rate, text_label
from mathviz_chat.core.reading.limits import MAX_LENGTH, MAX_TOKENS
from mathviz_chat.core.reading.numerals import VULGAR_FRACTIONS, match_number
from mathviz_chat.core.reading.units import CURRENCY_SIGNS, TEXT_UNITS, match_unit
from mathviz_chat.core.reading.words import (
    CHARACTERS,
    CONSTANTS,
    FUNCTIONS,
    GREEK,
    GREEK_LETTERS,
    KEYWORDS,
    LATEX,
    LATEX_IGNORED,
    LATEX_NAMES,
    LATEX_TEXT,
    MULTI_CHARACTER,
    NUMBER_WORDS,
    SEVERAL_ARGUMENTS,
    SPACES,
    is_short_word,
)


class Token(NamedTuple):
    """``spaced``: white space stands before it."""

    kind: str
    value: Any
    start: int
    end: int
    spaced: bool


@dataclass(frozen=True, slots=True)
class Names:
    """What the caller knows: names that are variables, and names that are functions."""

    variables: frozenset[str] = frozenset()
    functions: frozenset[str] = frozenset()


VALUES: Final = frozenset(["NUM", "VULGAR", "UNIT", "RATE", ")", "]", "}", "%", "|", "°", "\\}"])
"""After these a unit may stand, and ``x`` may be a times sign."""

_BRACKETS: Final = frozenset(["(", ")", "{", "}", "\\{", "\\}"])
_RUN = re.compile(r"[A-Za-z]+")
_SUBSCRIPT = re.compile(
    r"_\{?\s*\\(?:text|mathrm)\{([A-Za-z0-9]{1,12})\s*\}\}?"
    r"|_\{\s*([A-Za-z0-9+,-]{1,12})\s*\}|_([A-Za-z](?![A-Za-z])|\d{1,4})"
    r"|([₀-₉]{1,4}(?:,[₀-₉]{1,4})?|[ₐₑₓₖₘₙᵢⱼₜ])|(?P<digits>\d{1,3}(?![\d.]))"
)
_UNIT_POWER = re.compile(r"\s*(?:\^\{?([23])\}?|([²³]))")
_TEXT_BELOW = re.compile(
    r"\s*_\s*(?:\{\s*(?:\\(?:text|mathrm)\s*\{)?([A-Za-z0-9 ]{1,20})\}?\s*\}|([A-Za-z0-9]))"
)
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉ₐₑₓₖₘₙᵢⱼₜ", "0123456789aexkmnijt")
_DIGITS_BELOW: Final = frozenset("₀₁₂₃₄₅₆₇₈₉")
_SUPERSCRIPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱˣᵏᵐᵗᵃᵇʸ/]*[⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾ⁿⁱˣᵏᵐᵗᵃᵇʸ]")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱˣᵏᵐᵗᵃᵇʸ", "0123456789+-()nixkmtaby")
_SUPERSCRIPT_START: Final = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽ⁿⁱˣᵏᵐᵗᵃᵇʸ")
_COMMAND = re.compile(r"\\([A-Za-z]+|.)", re.DOTALL)
_GROUP = re.compile(r"\*?\s*\{([^{}\\$]*)\}")
_CLOCK = re.compile(r"(?<=[0-9]):(?:0[0-9]|[0-5][0-9]\s*[ap]\.?m\b)")
_SIGNS = re.compile(r"//|<==?>|-->|==>|===|\+/-|-/\+|\*\*|[<>=!:~/]=|=[<>]|<>|->|&&|\.\.\.")
_SUPER = r"(?:\^\{?(\d)\}?|([²³]))?"
_LEIBNIZ = re.compile(
    rf"(d|∂){_SUPER}\s?\*?([A-Za-z])?\s*/\s*(?:d|∂)"
    rf"([A-Za-zα-ωΑ-Ω]|{'|'.join(sorted(GREEK))}){_SUPER}(?![A-Za-z0-9_'])"
)
_LATEX_D = r"(d|\\partial|\\mathrm\{d\}|\\text\{d\})"
_LATEX_LEIBNIZ = re.compile(
    rf"\\[dt]?frac\s*\{{\s*{_LATEX_D}{_SUPER}\s*([A-Za-z])?\s*\}}"
    rf"\s*\{{\s*{_LATEX_D}\s*(\\?[A-Za-z]+|[α-ω]){_SUPER}\s*\}}"
)
_X_TIMES = re.compile(
    r"[\w)%}\]]\s+[xX]\s+(?=[-$€£(.\d\\½¼¾⅓⅔])|[\d)%][xX](?=[$€£.\d])|\d\s?[xX]\s?(?=[$€£\d])"
)
_X_LETTER = re.compile(r"(?<![A-Za-z\\])[xX](?![A-Za-z])")
_SPLIT = re.compile(
    r"([xyz]?)(sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|ln|log|sqrt|exp)([xyzuvAB])|(pi)([rRdDx])"
)
"""Functions and pi written together with a letter; other letters would make English words."""


def tokenize(text: str, names: Names) -> list[Token]:
    """All tokens of ``text``, ended by one of kind END; raises ReadError at what is none."""
    if len(text) > MAX_LENGTH:
        raise ReadError(f"A formula of more than {MAX_LENGTH} characters is not read.", MAX_LENGTH)
    return _Lexer(text, names).run()


class _Lexer:
    def __init__(self, text: str, names: Names) -> None:
        self.text = text
        self.names = names
        self.place = 0
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
            elif char.isascii():
                self._ascii(char)
            else:
                self._unicode(char)
            if len(self.out) > MAX_TOKENS:
                raise ReadError("The formula has too many parts.", self.place)
        self.add("END", None, length)
        return self.out

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
        if char.isdigit() or (char == "." and self.text[self.place + 1 : self.place + 2].isdigit()):
            self._number()
        elif char.isalpha():
            self._word()
        elif char == "\\":
            self._command()
        elif char == "#" or char == "@" or char in '`?.~"':
            self._other(char)
        else:
            self._sign(char)

    def _sign(self, char: str) -> None:
        found = _SIGNS.match(self.text, self.place)
        if found is not None:
            sign = found[0]
            if sign == "...":
                raise ReadError("Dots leave open what is meant.", self.place)
            if sign == "!=" and not self.spaced and self._touches(found.end()):
                raise ReadError("This may be a factorial or 'not equal'; put a space.", self.place)
            if sign != "/=":
                self.add(MULTI_CHARACTER[sign], None, found.end())
                return
        kind = CHARACTERS.get(char)
        if kind is None:
            raise ReadError(_describe(char), self.place)
        if kind == "$":
            self._money(char)
        elif kind == ":" and _CLOCK.match(self.text, self.place):
            raise ReadError("A time of day is not read.", self.place)
        else:
            self.add(kind, char, self.place + 1)

    def _touches(self, end: int) -> bool:
        """``5!=120``, ``(n)!=6``: a number or bracket before, no space on either side."""
        after = self.text[end : end + 1]
        return self.previous() in ("NUM", ")") and after not in SPACES

    def _other(self, char: str) -> None:
        if char == '"':
            end = self.text.find('"', self.place + 1)
            if end > self.place + 1:
                self.add("TEXT", self.text[self.place + 1 : end], end + 1)
                return
        if char == "~" and self.text.startswith("~=", self.place):
            self.add("~=", None, self.place + 2)
            return
        if self.text.startswith("...", self.place):
            raise ReadError("Dots leave open what is meant.", self.place)
        raise ReadError(_describe(char), self.place)

    def _unicode(self, char: str) -> None:
        leibniz = _LEIBNIZ.match(self.text, self.place) if char == "∂" else None
        if leibniz is not None and self._leibniz(leibniz, (1, 2, 3, 4, 5, 6, 7)):
            return
        if char in _SUPERSCRIPT_START:
            self._superscript()
        elif char in _DIGITS_BELOW:
            self._subscript()
        elif char in GREEK_LETTERS:
            self._name(GREEK_LETTERS[char], self.place + 1)
        elif char in CONSTANTS:
            self.add("CONST", CONSTANTS[char], self.place + 1)
        elif char in VULGAR_FRACTIONS:
            self.add("VULGAR", VULGAR_FRACTIONS[char], self.place + 1)
        elif char in CURRENCY_SIGNS:
            self._money(char)
        elif char == "¢":
            self._cents()
        elif char in CHARACTERS:
            self._mapped(char)
        elif "\U0001d400" <= char <= "\U0001d7ff" or char == "ℎ":
            self._styled(char)
        else:
            raise ReadError(_describe(char), self.place)

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
            raise ReadError(_describe(char), self.place)
        if plain in CONSTANTS and plain not in self.names.variables:
            self.add("CONST", CONSTANTS[plain], self.place + 1)
        else:
            self._name(plain, self.place + 1)

    def _superscript(self) -> None:
        found = _SUPERSCRIPT.match(self.text, self.place)
        if found is None:
            raise ReadError("A raised sign without a raised number.", self.place)
        inner = tokenize(found[0].translate(_SUPERSCRIPTS), self.names)[:-1]
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
        value, _ = match_number(self.text[self.place : end].translate(_SUBSCRIPTS), 0, False)
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

    # ------------------------------------------------------------------ letters

    def _word(self) -> None:
        leibniz = _LEIBNIZ.match(self.text, self.place) if self.text[self.place] == "d" else None
        if leibniz is not None and self._leibniz(leibniz, (1, 2, 3, 4, 5, 6, 7)):
            return
        found = _RUN.match(self.text, self.place)
        assert found is not None
        self._run(found[0])

    def _leibniz(self, found: re.Match[str], groups: tuple[int, ...]) -> bool:
        d, order, raised, dependent, variable, order2, raised2 = (found[g] for g in groups)
        powers = {"²": "2", "³": "3", None: None}
        above = order or powers[raised]
        below = order2 or powers[raised2]
        if above != below:
            return False
        name = LATEX_NAMES.get(variable[1:], variable[1:]) if variable[0] == "\\" else variable
        value = (dependent, GREEK_LETTERS.get(name, name), int(above or 1), d in ("∂", "\\partial"))
        self.add("LEIBNIZ", value, found.end())
        return True

    def _run(self, run: str) -> None:
        """A run of letters: a known word, letters to be multiplied, or a name of its own."""
        end = self.place + len(run)
        if len(run) == 1:
            self._letter(run)
        elif run in FUNCTIONS or (run.lower() in FUNCTIONS and run[0].isupper()):
            self.add("FUNC", FUNCTIONS[run.lower()], end)
        elif run in KEYWORDS:
            self.add(KEYWORDS[run], run, end)
        elif run in CONSTANTS:
            self.add("CONST", CONSTANTS[run], end)
        elif run in GREEK:
            self._name(run, end)
        elif run in ("lim", "not"):
            self.add(run, None, end)
        elif run in ("sum", "prod") and self.text.startswith("_", end):
            self.add("∑" if run == "sum" else "∏", None, end)
        elif self.integral and len(run) <= 4 and run[-2] == "d":
            self._differential(run)
        else:
            self._several(run)

    def _differential(self, run: str) -> None:
        for letter in run[:-2]:
            self._letter(letter)
        self.add("DIFF", run[-1], self.place + 2)

    def _several(self, run: str) -> None:
        if self.previous() in VALUES:
            found = match_unit(self.text, self.place)
            if found is None and self.previous() == ")" and self.spaced:
                found = match_label(self.text, self.place - 1)
            if found is not None:
                self.add("UNIT", found[0], found[1])
                return
        split = _SPLIT.fullmatch(run)
        if split is not None:
            for part in split.groups():
                if part:
                    self._run(part)
        elif len(run) == 2 or (len(run) == 3 and not is_short_word(run)):
            for letter in run:
                self._letter(letter)
        elif run in NUMBER_WORDS or run in AFTER_UNSAFE:
            raise ReadError("Numbers and operations in words are not read.", self.place)
        else:
            self._name(run, self.place + len(run))

    def _letter(self, letter: str) -> None:
        if letter in "xX" and self.previous() in VALUES and self._is_times_sign():
            self.add("*", letter, self.place + 1)
        elif letter in "ei" and letter not in self.names.variables:
            self.add("CONST", CONSTANTS[letter], self.place + 1)
        else:
            self._name(letter, self.place + 1)

    def _is_times_sign(self) -> bool:
        """Every ``x`` of the text stands between two values: ``2 x 3``, ``$5 x 12``."""
        if self._x_times is None:
            letters = len(_X_LETTER.findall(self.text))
            spaced = len(_X_TIMES.findall(self.text))
            self._x_times = "x" not in self.names.variables and spaced >= max(letters, 1)
        return self._x_times

    def _name(self, name: str, end: int) -> None:
        found = _SUBSCRIPT.match(self.text, end)
        if found is not None:
            index = next(group for group in found.groups() if group).translate(_SUBSCRIPTS)
            if found["digits"] and name in "xX" and self.previous() == "NUM" and not self.spaced:
                raise ReadError("This may be a product or a numbered name.", self.place)
            name, end = f"{name}_{index}", found.end()
        self.add("NAME", name, end)

    # ------------------------------------------------------------------ LaTeX

    def _command(self) -> None:
        leibniz = _LATEX_LEIBNIZ.match(self.text, self.place)
        if leibniz is not None and self._leibniz(leibniz, (1, 2, 3, 4, 6, 7, 8)):
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
        else:
            self.add(kind, command, end)

    def _ignored(self, command: str, end: int) -> None:
        if command in ("left", "right") and self.text.startswith(".", end):
            end += 1
        self.place = end
        self.spaced = True

    def _latex_name(self, name: str, end: int) -> None:
        if name in CONSTANTS:
            self.add("CONST", CONSTANTS[name], end)
        else:
            self._name(name, end)

    def _text(self, command: str, end: int) -> None:
        found = _GROUP.match(self.text, end)
        if found is None:
            raise ReadError("The text command has no plain text in braces.", self.place)
        words = found[1].strip()
        if words == "d" and self.integral and self.text[found.end() : found.end() + 1].isalpha():
            self.add("DIFF", self.text[found.end()], found.end() + 1)
            return
        if self.previous() == "UNIT" and words.startswith("(") and words.endswith(")"):
            self._ignored("", found.end())  # a remark: ``8 \\text{ pounds} \\text{ (math)}``
            return
        unit = match_unit(words, 0, all_symbols=True) if words else None
        if unit is not None and unit[1] == len(words) and self.previous() in VALUES:
            self._raised_unit(unit[0], found.end())
        elif words in FUNCTIONS:
            self.add("FUNC", FUNCTIONS[words], found.end())
        elif self.previous() in VALUES and words not in KEYWORDS and (label := text_label(words)):
            self.add("UNIT", label, found.end())
        elif words.rstrip(",") in KEYWORDS:
            self.add(KEYWORDS[words.rstrip(",")], words, found.end())
        elif words == "R" and command == "mathbb":
            self.add("reals", None, found.end())
        elif len(words) == 1 and words.isalpha():
            self._name(words, found.end())
        elif words.strip(".,;:!?"):
            below = _TEXT_BELOW.match(self.text, found.end())
            if below is not None:
                words = f"{words}_{below[1] or below[2]}"
            self.add("TEXT", words, found.end() if below is None else below.end())
        else:
            self._ignored("", found.end())

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


def splits_as_letters(run: str) -> bool:
    """Whether a run of letters is read as a product of its letters, wherever it stands."""
    if not 1 < len(run) <= 3 or "d" in run[:-1] or (len(run) == 3 and is_short_word(run)):
        return False
    known = (FUNCTIONS, KEYWORDS, CONSTANTS, GREEK, TEXT_UNITS, {"lim", "not", "sum", "int"})
    if any(run in words or run.lower() in words for words in known):
        return False
    return _SPLIT.fullmatch(run) is None and not set(run) & {"e", "i"}


def _describe(char: str) -> str:
    """One sentence about a character that is no part of the notation, without printing it."""
    name = unicodedata.name(char, "")
    if char.isascii() and char.isprintable():
        return f"The sign {char} is not part of a formula."
    if not name or unicodedata.category(char) in ("Cc", "Cf"):
        return f"The invisible character U+{ord(char):04X} is not part of a formula."
    return f"The character U+{ord(char):04X} ({name}) is not part of a formula."
