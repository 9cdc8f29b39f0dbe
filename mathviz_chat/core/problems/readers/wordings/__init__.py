"""Questions on numbers in other words: each is said again as one plain question, or not at all.

A family is a grammar of wordings and what each of them asks. A wording fits all of a question;
where two of them ask different things, the question is not said again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mathviz_chat.core.problems import language, word_patterns, wording
from mathviz_chat.core.problems.grammar import Grammar, grammar
from mathviz_chat.core.problems.readers.wordings import (
    beyond,
    calculus,
    common_measures,
    comparing,
    counts,
    equations,
    heights,
    matrices,
    portions,
    primes,
    remainders,
    sigma,
    sums,
    terms,
    values,
)
from mathviz_chat.core.problems.readers.wordings.common import Family

FAMILIES: Final[tuple[Family, ...]] = (
    sums.FAMILY,
    sigma.FAMILY,
    primes.FAMILY,
    equations.FAMILY,
    heights.FAMILY,
    remainders.FAMILY,
    common_measures.FAMILY,
    terms.FAMILY,
    comparing.FAMILY,
    values.FAMILY,
    portions.FAMILY,
    calculus.FAMILY,
    matrices.FAMILY,
    counts.FAMILY,
    beyond.FAMILY,
)
_GRAMMARS: Final[tuple[tuple[Family, Grammar], ...]] = tuple(
    (family, grammar(family.grammar)) for family in FAMILIES
)
MAX_LENGTH: Final = 300
_WORDS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ORDINALS: Final = {
    **{word: place for place, word in enumerate(_WORDS.split(), start=1)},
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "hundredth": 100,
    "thousandth": 1000,
}
_ORDINAL: Final = re.compile(
    rf"\b({'|'.join(_ORDINALS)})(?=\s+(?:(?:odd|even|square|cube|triangular|triangle|fibonacci|"
    r"prime|positive)\s+)*(?:term|number|prime|multiple)\b)",
    re.IGNORECASE,
)
_GAP: Final = re.compile(r"(?<=,)\s*\?+(?=\s*,)")
"""``5, 9, ?, 17``: the end of no sentence."""
_DIAGONAL: Final = re.compile(r"\bdiag\s*\((\s*-?\d+(?:\s*,\s*-?\d+){1,3}\s*)\)")
_SIGMA: Final = re.compile(r"([Σ∑])(?=\()")
_SUBSCRIPT: Final = re.compile(r"(?<=\d)[₀-₉]+|(?<=\b[A-F][A-F])[₀-₉]+")
_FRACTIONS: Final = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅛": "1/8", "⅜": "3/8",
}  # fmt: skip
_VULGAR: Final = re.compile(f"[{''.join(_FRACTIONS)}]")
_LOWERED: Final = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_RANGE: Final = re.compile(r"(=\s*-?\d+)\s*(?:\.\.+|…)\s*(?=[\da-z∞])")
"""``n = 1..5``"""


def said_again(text: str) -> str:
    """The plain question; "" where no wording fits, or several that ask different things."""
    sentences = language.sentences(_with_ordinals(_in_signs(text)))
    raw = _RANGE.sub(r"\1 to ", f" {' , '.join(sentences)}").replace("]][[", "]] [[")
    plain = f" {' , '.join(wording.sentences(sentences))}"
    if len(raw) > MAX_LENGTH:
        return ""
    found = {
        question
        for family, patterns in _GRAMMARS
        for question in _asked(family, patterns, raw if family.raw else plain)
    }
    return found.pop() if len(found) == 1 else ""


def _in_signs(text: str) -> str:
    """``342₅`` as 342_5, and a gap in a list as one that is no question mark."""
    based = _SUBSCRIPT.sub(lambda match: f"_{match[0].translate(_LOWERED)}", text)
    based = _SIGMA.sub(r"\1 ", _DIAGONAL.sub(_diagonal, based))
    return _GAP.sub(" __", _VULGAR.sub(lambda match: f" {_FRACTIONS[match[0]]}", based))


def _diagonal(match: re.Match[str]) -> str:
    """``diag(2, 5)`` as [[2, 0], [0, 5]]."""
    entries = re.split(r"\s*,\s*", match[1].strip())
    rows = (
        ", ".join(entry if i == j else "0" for j in range(len(entries)))
        for i, entry in enumerate(entries)
    )
    return f"[{', '.join(f'[{row}]' for row in rows)}]"


def _with_ordinals(text: str) -> str:
    """``the tenth term`` as the 10th; the first one is always named in words."""

    def in_digits(match: re.Match[str]) -> str:
        place = _ORDINALS[match[1].lower()]
        ending = {1: "st", 2: "nd", 3: "rd"}.get(
            place % 10 if place not in (11, 12, 13) else 0, "th"
        )
        return match[0] if place == 1 else f"{place}{ending}"

    return _ORDINAL.sub(in_digits, text)


def _asked(family: Family, patterns: Grammar, text: str) -> Iterator[str]:
    lower = text.lower()
    if not re.search(family.keys, text, re.IGNORECASE):
        return
    for name, ways in patterns.items():
        for way in ways:
            if not word_patterns.may_match(lower, way):
                continue
            match = word_patterns.pattern(way).fullmatch(text)
            question = None if match is None else family.rules[name](wording.hit(match))
            if question is not None:
                yield question
