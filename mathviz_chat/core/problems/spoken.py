"""Spoken arithmetic in symbols: ``three times 4``, ``x squared``, ``the square root of 9``."""

from __future__ import annotations

import re
from typing import Final

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS: Final = {
    **{word: value for value, word in enumerate(_UNITS.split())},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), start=2)},
    "fourty": 40,
}
_SCALES: Final = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}

OPERATORS: Final = {
    "plus": "+",
    "minus": "-",
    "times": "*",
    "multiplied by": "*",
    "divided by": "/",
    "over": "/",
    "squared": "^2",
    "cubed": "^3",
    "to the power of": "^",
    "to the power": "^",
    "raised to the power of": "^",
    "equals": "=",
    "is equal to": "=",
    "percent": "%",
    "per cent": "%",
}
_RADICAND = r"(?:\d+(?:\.\d+)?|[A-Za-z](?![A-Za-z])|\([^()]*\))"
_GOES_ON = (
    r"(?!\s*(?:[-+*/×·÷^−(]|[A-Za-z](?![A-Za-z])|"
    r"(?:plus|minus|times|over|squared|cubed|divided|multiplied)\b))"
)
_ROOT = rf"(?:the\s+)?(?:square|cube)\s+root\s+of\s+{_RADICAND}{_GOES_ON}"
"""``the square root of x + 7``: how far the root reaches is unclear."""
_WORD = "|".join(sorted((*NUMBER_WORDS, *_SCALES), key=len, reverse=True))
NUMBER: Final = rf"(?:{_WORD})(?:(?:\s+and\s+|[\s-]+)(?:{_WORD}))*"
"""A pattern for a number in words."""

_OPERATOR = "|".join(
    words.replace(" ", r"\s+") for words in sorted(OPERATORS, key=len, reverse=True)
)

WORDS: Final = rf"(?:(?:{_OPERATOR}|{NUMBER})(?![A-Za-z])|{_ROOT})"
"""A pattern for the words that stand for mathematics."""


_DIVIDED = re.compile(r"÷|\\div\b|\bdivided\s+by\b", re.IGNORECASE)
_FRACTION = re.compile(r"(?<![\w.^/*)])(?:\d+\s+)?\d+\s*/\s*\d+(?![\w.!^/*(])")


def to_symbols(text: str) -> str:
    """The text with its spoken parts as symbols; ``1/2 ÷ 3/4`` divides fraction by fraction."""
    if _DIVIDED.search(text):
        text = _FRACTION.sub(r"(\g<0>)", text)
    text = re.sub(rf"(?<![A-Za-z]){_ROOT}", _root, text, flags=re.IGNORECASE)
    text = re.sub(rf"(?<![A-Za-z])(?:{NUMBER})(?![A-Za-z])", _number, text, flags=re.IGNORECASE)
    return re.sub(
        rf"(?<![A-Za-z\\])(?:{_OPERATOR})(?![A-Za-z])", _operator, text, flags=re.IGNORECASE
    )


def number(words: str) -> int | None:
    """The value of a number in words: ``two hundred and five``; None where it is not one.

    Each part must be smaller than the one before it, as in ``forty-one``.
    """
    total, group, last = 0, 0, 10**12
    for word in re.split(r"\s+and\s+|[\s-]+", words.strip().lower()):
        if word in NUMBER_WORDS:
            value = NUMBER_WORDS[word]
            room = last if last < 20 else 10 if last < 100 else 100
            if value >= room or last < 20 or (value == 0 and (group or total)):
                return None
            group, last = group + value, value
        elif word == "hundred" and 0 < group < 10:
            group, last = group * 100, 100
        elif word in _SCALES and group:
            total, group, last = total + group * _SCALES[word], 0, _SCALES[word]
        else:
            return None
    return total + group


def _number(match: re.Match[str]) -> str:
    value = number(match.group())
    return match.group() if value is None else str(value)


def _operator(match: re.Match[str]) -> str:
    return OPERATORS[" ".join(match.group().lower().split())]


def _root(match: re.Match[str]) -> str:
    kind, radicand = re.split(r"\s+root\s+of\s+", match.group(), flags=re.IGNORECASE)
    radicand = radicand.removeprefix("(").removesuffix(")")
    return f"sqrt({radicand})" if kind.lower().endswith("square") else f"cbrt({radicand})"
