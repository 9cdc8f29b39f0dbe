"""A line with proved claims: what stands on it beside them, in words and signs.

Each other formula is one private sign, so that the words around the claims are one text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from mathviz_chat.core.checking.harmless_words import HARMLESS, REASONS
from mathviz_chat.core.checking.judgement import Judgement
from mathviz_chat.core.checking.lines import Found
from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.reading import ReadError, read
from mathviz_chat.core.reading.tree import Statement

MAY_BE_CHANGED: Final = "The words after it may change what it says"
NOT_JUDGED: Final = "It goes on to what is not judged"
FIRST: Final = 0xE000  # of the private signs that stand for the formulas of a line, in order
SIGN: Final = "[\ue000-\uf8ff]"
FORMULA: Final = rf"(?:{SIGN}|\d+(?:\.\d+)?)"
TOKEN: Final = re.compile(
    rf"{FORMULA}|\\(?:text\s*\{{|[A-Za-z]+|.)|[A-Za-zÀ-ÿ]+(?:[.'’-][A-Za-zÀ-ÿ]+)*|[^\s]"
)
MARKS: Final = frozenset(".,;:!\"'“”‘’()[]{}$&\\-–—*_#`→⇒∴∵⟹⇔<>|") | frozenset("✓✔✅☑🎉■□∎")
COMMANDS: Final = frozenset(
    {*(f"\\{sign}" for sign in "()[],;! \\"), "\\text{", "\\quad", "\\qquad", "\\checkmark", "\\;"}
    | {"\\therefore", "\\because", "\\implies", "\\Rightarrow", "\\square", "\\blacksquare"}
)
SENTENCE: Final = re.compile(
    r"(?<![A-Za-z.]\.[A-Za-z])[.!]\s+(?=\W*[A-Z])|(?:\\\]|\$\$)\s+(?=[A-Z][a-z])"
)
ENDS_REASON: Final = frozenset({"so", "then", "therefore", "thus", "hence", "but", "or", ";"})
_OF_A_LETTER: Final = frozenset({"for", "in", "of", "variable", "unknown", "isolate", "isolating"})


class Nouns(Enum):
    """Where the words of a story may follow a value."""

    NONE = auto()
    NUMBERS = auto()  # after plain arithmetic
    VALUES = auto()  # after the values of unknowns, too


def nouns_of(task: Task, *, in_prose: bool) -> Nouns:
    """Where they may in the text of a task; in_prose: what is given was found among words."""
    if task.is_told or in_prose:
        return Nouns.VALUES
    return Nouns.NONE if task.is_formal else Nouns.NUMBERS


@dataclass(frozen=True, slots=True)
class Line:
    """A line with proved claims. texts: what stands before, between and after them, each other
    formula as one private sign."""

    found: Sequence[Found]
    judged: dict[int, Judgement]
    claims: tuple[int, ...]
    texts: tuple[str, ...]
    nouns: Nouns

    def formula(self, sign: str) -> Found:
        """The formula of a sign; a number within an aside, which is no formula of the line."""
        if sign >= chr(FIRST):
            return self.found[ord(sign) - FIRST]
        try:
            return Found(sign, read(sign))
        except ReadError:
            return Found(sign, None)

    def judgement(self, sign: str) -> Judgement | None:
        return self.judged.get(ord(sign) - FIRST) if sign >= chr(FIRST) else None


def is_harmless(word: str, previous: str) -> bool:
    if word in MARKS or word in COMMANDS:
        return True
    if len(word) == 1 and word.isalpha() and word != "a":
        return previous in _OF_A_LETTER
    return word.rstrip(".") in HARMLESS or word in REASONS


def is_statement(one: Found) -> bool:
    return isinstance(one.node, Statement)


def readable(line: Line, text: str) -> str:
    """The text with its formulas in place of the signs for them."""
    return re.sub(SIGN, lambda sign: line.formula(sign[0]).text, text).strip()
