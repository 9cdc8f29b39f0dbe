"""Another exercise of the same kind: the one at hand with other numbers. Pure functions.

Which of the proposals will do is for the solver to say: :func:`is_alike` compares what it came to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from mathviz_chat.worker.protocol import SolverAnswer

PROPOSALS: Final = 60

_ANOTHER: Final = re.compile(
    r"(?:(?:ok|okay|and|now|so|please|can you|could you|can i|i want|i'd like|let's|thanks)\b"
    r"[\s,]*)*"
    r"(?:(?:give|show|ask|tell|make|set|have|get|do|try|see|practi[sc]e)\b\s*(?:me\s+)?)?"
    r"(?:(?:another|one more|a (?:new|similar|different|second)|the next|next|some more|more)"
    r"(?: such| similar| new| practi[sc]e)?"
    r"(?: (?:ones?|examples?|exercises?|questions?|problems?|tasks?))?|more practi[sc]e)"
    r"(?: (?:like (?:this|that|it|the last one)|of (?:this|that|the same) (?:kind|type|sort)|"
    r"to (?:practi[sc]e|try|solve)))?(?:[\s,]+please)?[\s?.!]*",
    re.IGNORECASE,
)
_NAMES_ONE: Final = re.compile(
    r"\b(?:another$|one|example|exercise|question|problem|task|practi[cs]e)", re.IGNORECASE
)
_NUMBER: Final = re.compile(
    r"(?<![\^_\d.:])(?<!\*\*)(?<!\^[({-])(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?P<decimals>\.\d+)?"
    r"(?![\d:])"
)
_SMALL: Final = re.compile(r"(?<=\^)[2-5](?![\d^!.])|(?<![\w.,:^])1(?![\w.,:/%])")


def asks_another(text: str) -> bool:
    """ "give me another one": a new exercise of the same kind."""
    text = text.strip().replace("’", "'")
    return (
        _ANOTHER.fullmatch(text) is not None and _NAMES_ONE.search(text.rstrip(" ?.!")) is not None
    )


def proposals(exercise: str, seed: str) -> Iterator[str]:
    """The exercise with other numbers of about the same size: first all but powers, 0 and 1, then
    these too, where it has few others."""
    random = Random(f"{exercise}/{seed}")
    for number in range(PROPOSALS):
        other = _NUMBER.sub(lambda found: _other(found, random), exercise)
        if number >= PROPOSALS // 2:
            other = _SMALL.sub(lambda _: str(random.randint(2, 5)), other)
        if other != exercise:
            yield other


def _other(found: re.Match[str], random: Random) -> str:
    whole, decimals = found["whole"], found["decimals"] or ""
    comma = "," if "," in whole else ""
    number = int(whole.replace(",", ""))
    if decimals:
        places = len(decimals) - 1
        scaled = number * 10**places + int(decimals[1:])
        return f"{_near(scaled, random) / 10**places:{comma}.{places}f}"
    return f"{_near(number, random):{comma}}"


def _near(number: int, random: Random) -> int:
    """A number of about that size, and as round."""
    if number < 2:
        return number
    unit = 1
    while number % (10 * unit) == 0:
        unit *= 10
    if number % (5 * unit) == 0 and number > 5 * unit:
        unit *= 5
    size = number // unit
    return random.randint(max(1 + (unit == 1), size // 3), max(9, 2 * size)) * unit


def is_alike(one: SolverAnswer, other: SolverAnswer) -> bool:
    """Whether two exercises are of the same kind, and the other's answer is no worse to find."""
    first, second = one.answer.plain, other.answer.plain
    return (
        first != second
        and ("0" in re.findall(r"\d+", first) or "0" not in re.findall(r"\d+", second))
        and _shape(one.read_as) == _shape(other.read_as)
        and _shape(first) == _shape(second)
        and second.count("/") <= first.count("/")
        and second.count("-") <= first.count("-")
        and len(second) <= len(first) + 3
    )


def _shape(text: str) -> str:
    """A text without its numbers: ``x = #``, whatever the sign, the fraction or the size."""
    number = r"-?\s?\d+(?:,\d{3})*(?:\.\d+)?(?:/\d+)?"
    return re.sub(r"s\b", "", re.sub(number, "#", text)).replace("-", "+")
