"""Computations with words in them: ``32/2 frogs = 16 frogs``, ``\\text{Total} = 3 \\times 4``.

The reader does not read words that it does not know. Nouns that only say what is counted can be
left out, and the numbers are judged without them. Words that are numbers themselves ("dozen",
"half", "times") stay, so that such a text remains unread.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.reading.english import BEFORE_UNSAFE, OF_UNSAFE
from mathviz_chat.core.reading.labels import AFTER_UNSAFE, singular
from mathviz_chat.core.reading.units import UNIT_WORDS
from mathviz_chat.core.reading.words import FUNCTIONS, is_compound

_ARITHMETIC_WORDS_TEXT = """
    of half halves third thirds quarter quarters fifth tenth twice thrice double triple times
    plus minus than dozen dozens pair pairs couple score hundred hundreds thousand thousands
    million millions billion squared cubed square cube root sum difference product quotient
    percent percentage per over into by from to and with add subtract every each between
    remainder ratio average mean factor power less more fewer increase decrease another out
    both all k
"""
ARITHMETIC_WORDS: Final = frozenset(_ARITHMETIC_WORDS_TEXT.split()) | BEFORE_UNSAFE | OF_UNSAFE
"""A number after one of these may belong to a computation in words."""

_CONNECTIVES_TEXT = """
    because since so then therefore thus hence which that is are was were be gives means makes if
    when while but as at for we he she they it this these there has have had
"""
CONNECTIVES: Final = frozenset(_CONNECTIVES_TEXT.split())
"""Between these words there are two statements, not one."""

_MULTIPLIERS_TEXT = """
    dozen dozens pair pairs couple hundred hundreds thousand thousands million millions
    billion billions percent times half halves third thirds quarter quarters fifths tenths
    hundredths squared cubed score gross k cents cent
"""
MULTIPLIERS: Final = frozenset(_MULTIPLIERS_TEXT.split()) | AFTER_UNSAFE
"""A number before one of these is not what it looks like."""

_TEXT = re.compile(r"\\(?:text|mathrm|textbf|mbox|operatorname)\s*\{([^{}]*)\}")
_WORD = re.compile(r"(?<![\\A-Za-z])[A-Za-z]+(?:['’\-][A-Za-z]+)*")
_EMPTY_FACTOR = re.compile(
    r"[\w)\]}]\(\s*\)|\(\s*\)\s*[\w(\[{^!]"
)  # a bracket of words is no factor
_ENVIRONMENT = re.compile(r"\\(?:begin|end)\{[A-Za-z]+\*?\}")
_OPERAND = re.compile(r"(?:[-+*/×÷·=(])\s*(?!x\b|of\b)[A-Za-z]{2,}")
_APPLIED = re.compile(r"(?<![\\A-Za-z])([A-Za-z]{2,})[(\[]")  # ``square(4)``
_DISPLAY = re.compile(r"\\[\[\]()]|\$\$")
_ASIDE = re.compile(r"(?<=\s)\(\s*[A-Za-z][A-Za-z '’\-]*\)")
_RATE = re.compile(r"\s*/\s*([A-Za-z]{3,})")
_NAME = re.compile(r"^[^=≈]*?[A-Za-z]{3,}[^=≈]*(?:=|≈|\\approx)")
_INCHES = re.compile(r"\d\s*in\s*(?:[-+*/=.)]|$)")
_COMMAND = re.compile(r"\\[A-Za-z]+")


def without_labels(text: str) -> str | None:
    """The text with its nouns left out; None where it holds none, or words that are numbers."""
    plain = _TEXT.sub(lambda found: f" {found[1]} ", _DISPLAY.sub(" ", text))
    plain = _ASIDE.sub(" ", plain)
    if _INCHES.search(plain):
        return None
    words = _inner_words(plain)
    if not any(_is_noun(word) for word in words) or any(word in MULTIPLIERS for word in words):
        return None
    named = _NAME.match(plain)
    plain = _RATE.sub(lambda rate: rate[0] if rate[1] in UNIT_WORDS else f" {rate[1]}", plain)
    if named is not None and not re.search(r"\d", named[0]):
        plain = plain[named.end() :]
    inner = set(_inner_words(plain))
    if inner & (ARITHMETIC_WORDS | CONNECTIVES) or _OPERAND.search(plain):
        return None
    if any(_is_noun(word.lower()) for word in _APPLIED.findall(plain)):
        return None
    bare = _WORD.sub(_without_nouns, plain)
    if _EMPTY_FACTOR.search(bare):
        return None
    bare = re.sub(r"\(\s*\)", " ", bare).lstrip(" \t,:;").rstrip(" \t.,:;")
    return bare.removeprefix("=").strip() or None


def _inner_words(text: str) -> list[str]:
    return [word.lower() for word in _words(_COMMAND.sub(" ", text))]


def _words(text: str) -> list[str]:
    """The words of a text, ``two-digit`` as one and ``x-y`` as two."""
    found = _WORD.findall(text)
    return [part for word in found for part in ([word] if is_compound(word) else word.split("-"))]


def _without_nouns(found: re.Match[str]) -> str:
    """Nothing for a noun; a difference of letters, ``ab-cd``, stays."""
    is_difference = "-" in found[0] and not is_compound(found[0])
    return found[0] if is_difference or not _is_noun(found[0].lower()) else ""


_DIFFERENTIALS: Final = frozenset(["dx", "dy", "dz", "dt", "du", "dv", "dw", "dr", "ds"])


def _is_noun(word: str) -> bool:
    """A word, not a variable, a function or a unit."""
    known = word in FUNCTIONS or word in UNIT_WORDS or word in _DIFFERENTIALS
    return len(word) > 1 and not known and word not in ("or", "and", "pi", "mod")


def has_word_name(text: str) -> bool:
    """A name of several letters that the reader would take for a product: ``age = 12 - 4``."""
    plain = _ENVIRONMENT.sub(" ", _TEXT.sub(" ", text))
    for word in _words(_COMMAND.sub(" ", plain)):
        known = word.lower() in FUNCTIONS or word in UNIT_WORDS or word in _KNOWN
        if len(word) > 2 and not known:
            return True
    return False


_KNOWN_TEXT = """
    and or mod pi theta alpha beta gamma delta lambda sigma omega phi abs sqrt exp ln log lim
    sum integral det deg true false infinity therefore so hence thus implies union in degrees
    percent of per frac boxed all real numbers solution solutions reals no
"""
_KNOWN: Final = frozenset(_KNOWN_TEXT.split())


_COUNTED = re.compile(r"\d\s+((?:[A-Za-z'’\-]+\s+)*[A-Za-z'’\-]+)\s*(?=[-+*/×÷=)]|$)")


def counted(text: str) -> set[str]:
    """The nouns that its numbers count, in the singular: ``3 red apples + 2`` counts apples."""
    return {singular(found[1].split()[-1].lower()) for found in _COUNTED.finditer(text)}


def last_word(text: str) -> str:
    """The word that ends ``text``, lower case; "" where a sign, a number or a stop ends it."""
    found = re.search(r"([A-Za-z]+)\s*\$?$", text.rstrip())
    return found[1].lower() if found else ""


def first_word(text: str) -> str:
    """The word that starts ``text``."""
    found = re.match(r"\s*([A-Za-z]+)", text)
    return found[1].lower() if found else ""
