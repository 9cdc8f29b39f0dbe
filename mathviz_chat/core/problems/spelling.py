"""Slips of the keyboard in words of questions: a letter too many, missing, wrong or swapped."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

_VOCABULARY = (
    "simplest altogether average between borrowed calculate circumference clockwise "
    "committee compound "
    "compute consecutive convert cylinder decreased decreases decrease determine deviation "
    "diameter difference different discount discounted distance distances divided elapsed "
    "equation equilateral evaluate exactly hypotenuse increased increases increase integers "
    "interest isosceles kilometers kilometres marbles midpoint minutes original parallelogram "
    "percent percentage perimeter perpendicular population probability product purchase "
    "quadrilateral quarter quartile randomly rectangle rectangular remaining replacement standard "
    "student students surface temperature together trapezium trapezoid travels triangle "
    "triangular upstream downstream variance velocity weekday without arrangements arrange "
    "permutations combinations lengths"
)
VOCABULARY: Final = frozenset(_VOCABULARY.split())
_SHORTEST: Final = 6


def _without_one(word: str) -> set[str]:
    return {word} | {word[:i] + word[i + 1 :] for i in range(len(word))}


def _index() -> dict[str, list[str]]:
    index: dict[str, list[str]] = defaultdict(list)
    for word in VOCABULARY:
        for shorter in _without_one(word):
            index[shorter].append(word)
    return index


_INDEX: Final = _index()
_OTHERS = (
    "concert commute compete dividend minuses retaining regaining spelling smelling quantile "
    "evacuate rotation students spheres simply sampled brought thought changed"
)
"""Words that are near one of the vocabulary and are none of its slips."""
_KNOWN: Final = frozenset(
    {word + ending for word in VOCABULARY for ending in ("", "s", "d", "r", "ed", "es")}
    | set(_OTHERS.split())
)


def mended(word: str) -> str:
    """The word of the vocabulary that is one slip away, where there is only one; else the word."""
    low = word.lower()
    if len(low) < _SHORTEST or low in _KNOWN or not low.isalpha() or not word[1:].islower():
        return word
    near = {known for shorter in _without_one(low) for known in _INDEX.get(shorter, ())}
    found = [known for known in near if _is_one_slip(low, known)]
    return found[0] if len(found) == 1 else word


def _is_one_slip(word: str, known: str) -> bool:
    """One letter more, less, other, or two neighbours swapped (Damerau's distance is 1).

    The first letter is right, and so is the last: ``divide`` is no slip of ``divided``.
    """
    if word[0] != known[0] or word[-1] != known[-1]:
        return False
    if len(word) != len(known):
        longer, shorter = sorted((word, known), key=len, reverse=True)
        return shorter in _without_one(longer)
    places = [i for i, pair in enumerate(zip(word, known, strict=True)) if pair[0] != pair[1]]
    if len(places) == 1:
        return True
    i, j = (places[0], places[-1]) if len(places) == 2 else (0, 2)
    return j == i + 1 and word[i] == known[j] and word[j] == known[i]
