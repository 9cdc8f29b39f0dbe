"""Words and letters: functions, constants, names, products of letters, Leibniz's derivatives."""

from __future__ import annotations

import re

from mathviz_chat.core.reading.error import ReadError
from mathviz_chat.core.reading.labels import AFTER_UNSAFE
from mathviz_chat.core.reading.lexer import Lexer
from mathviz_chat.core.reading.tokens import VALUES
from mathviz_chat.core.reading.tree import Const
from mathviz_chat.core.reading.units import TEXT_UNITS, match_unit
from mathviz_chat.core.reading.words import (
    CONSTANTS,
    FUNCTIONS,
    GREEK,
    GREEK_LETTERS,
    KEYWORDS,
    LATEX_NAMES,
    NUMBER_WORDS,
    is_short_word,
    is_vector_name,
)

_RUN = re.compile(r"[A-Za-z]+")
_SUBSCRIPT = re.compile(
    r"_\{?\s*\\(?:text|mathrm)\{([A-Za-z0-9]{1,12})\s*\}\}?"
    r"|_\{\s*([A-Za-z0-9+,-]{1,12})\s*\}|_([A-Za-z](?![A-Za-z])|\d{1,4})"
    r"|([₀-₉]{1,4}(?:,[₀-₉]{1,4})?|[ₐₑₓₖₘₙᵢⱼₜ])|(?P<digits>\d{1,3}(?![\d.]))"
)
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉ₐₑₓₖₘₙᵢⱼₜ", "0123456789aexkmnijt")
_SUPER = r"(?:\^\{?(\d)\}?|([²³⁴⁵⁶⁷⁸⁹]))?"
_LEIBNIZ = re.compile(
    rf"(d|∂){_SUPER}\s?\*?([A-Za-z])?\s*/\s*(?:d|∂)"
    rf"([A-Za-zα-ωΑ-Ω]|{'|'.join(sorted(GREEK))}){_SUPER}(?![A-Za-z0-9_'])"
)
_OF_X = re.compile(
    r"(?:sin|cos|tan|cot|sec|csc)\s*\^\s*\{?\d+\}?\s*[xX](?![A-Za-z])|log_\{?\d+\}?\s*[xX](?![A-Za-z])"
)
"""``sin^2 x - 1``, ``log_2 x``: a function still lacks its argument there."""
_X_TIMES = re.compile(
    r"[\w)%}\]]\s+[xX]\s+(?=[-$€£(.\d½¼¾⅓⅔]|\\[dt]?frac|\\\$)|[\d)%][xX](?=[$€£.\d])|\d\s?[xX]\s?(?=[$€£\d])"
)
_X_LETTER = re.compile(r"(?<![A-Za-z\\])[xX](?![A-Za-z])")
_DIFFERENTIAL = re.compile(r"d[t-z]")
_LONE_D = re.compile(r"(?<![A-Za-z\\])d(?![A-Za-z])")
_SPLIT = re.compile(
    r"([xyz]?)(sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|ln|log|sqrt|exp)([xyzuvAB])|(pi)([rRdDx])"
)
"""Functions and pi written together with a letter; other letters would make English words."""


class WordLexer(Lexer):
    """Adds words and letters."""

    def word(self) -> None:
        leibniz = _LEIBNIZ.match(self.text, self.place) if self.text[self.place] in "d∂" else None
        if leibniz is not None and self.leibniz(leibniz, (1, 2, 3, 4, 5, 6, 7)):
            return
        found = _RUN.match(self.text, self.place)
        if found is None:
            raise ReadError("A derivative sign stands alone.", self.place)
        self._run(found[0])

    def leibniz(self, found: re.Match[str], groups: tuple[int, ...]) -> bool:
        d, order, raised, dependent, variable, order2, raised2 = (found[g] for g in groups)
        powers: dict[str | None, str | None] = dict(zip("²³⁴⁵⁶⁷⁸⁹", "23456789", strict=True))
        above = order or powers.get(raised)
        below = order2 or powers.get(raised2)
        if above != below or variable == "π":
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
        elif run in GREEK or (is_vector_name(run + "_") and self.text.startswith("_", end)):
            self.name(run, end)
        elif run in ("lim", "not") or (run == "cases" and self.text.startswith("(", end)):
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
        if self.previous() in VALUES or self._follows_pi():
            found = match_unit(self.text, self.place)
            if found is not None:
                self.add("UNIT", found[0], found[1])
                return
        if _DIFFERENTIAL.fullmatch(run) and not self.integral and not _LONE_D.search(self.text):
            self.add("d", run[1], self.place + 2)
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
            self.name(run, self.place + len(run))

    def _follows_pi(self) -> bool:
        """``90π cm³``: a space apart, a unit and no product of letters."""
        last = self.out[-1] if self.out else None
        return self.spaced and last is not None and last.value is Const.PI

    def _letter(self, letter: str) -> None:
        if letter in "xX" and self.previous() in VALUES and self._is_times_sign():
            self.add("*", letter, self.place + 1)
        elif letter in "ei" and letter not in self.names.variables:
            self.add("CONST", CONSTANTS[letter], self.place + 1)
        else:
            self.name(letter, self.place + 1)

    def _is_times_sign(self) -> bool:
        """Every ``x`` of the text stands between two values: ``2 x 3``, ``$5 x 12``."""
        if self._x_times is None:
            letters = len(_X_LETTER.findall(self.text))
            spaced = len(_X_TIMES.findall(self.text))
            plain = "x" not in self.names.variables and not _OF_X.search(self.text)
            self._x_times = plain and spaced >= max(letters, 1)
        return self._x_times

    def name(self, name: str, end: int) -> None:
        found = _SUBSCRIPT.match(self.text, end)
        if found is not None:
            index = next(group for group in found.groups() if group).translate(_SUBSCRIPTS)
            if found["digits"] and name in "xX" and self.previous() == "NUM" and not self.spaced:
                raise ReadError("This may be a product or a numbered name.", self.place)
            name, end = f"{name}_{index}", found.end()
        self.add("NAME", name, end)


def splits_as_letters(run: str) -> bool:
    """Whether a run of letters is read as a product of its letters, wherever it stands."""
    if not 1 < len(run) <= 3 or "d" in run[:-1] or (len(run) == 3 and is_short_word(run)):
        return False
    known = (FUNCTIONS, KEYWORDS, CONSTANTS, GREEK, TEXT_UNITS, {"lim", "not", "sum", "int"})
    if any(run in words or run.lower() in words for words in known):
        return False
    return _SPLIT.fullmatch(run) is None and not set(run) & {"e", "i"}
