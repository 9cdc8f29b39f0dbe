"""Choices, arrangements and numbers counted case by case, by Python alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import pairwise, permutations, product
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems.cases import MAX_CASES, room


def _choices(n: int, k: int) -> Fraction:
    """Pascal's triangle, added up row by row."""
    room(n * n)
    row = [1]
    for _ in range(n):
        row = [1, *(a + b for a, b in pairwise(row)), 1]
    return Fraction(row[k])


def _strings(places: int, repeats: int, *numbers: int) -> Fraction:
    """Rows of digits, one by one: how many begin and end with digits that are allowed there.

    numbers: how many may come first, which, how many may come last, which, then all digits.
    """
    first, rest = numbers[1 : 1 + numbers[0]], numbers[1 + numbers[0] :]
    last, digits = rest[1 : 1 + rest[0]], rest[1 + rest[0] :]
    if len(digits) ** places <= MAX_CASES:
        rows = product(digits, repeat=places) if repeats else permutations(digits, places)
        return Fraction(sum(row[0] in first and row[-1] in last for row in rows))
    ends = 0
    inner = len(digits) ** max(places - 2, 0)
    for start, end in product(digits, repeat=2):
        if start not in first or end not in last or (not repeats and start == end):
            continue
        left = [one for one in digits if repeats or one not in (start, end)]
        if repeats:
            ends += inner
        else:
            ends += int(_rows(len(left), places - 2)) if places - 2 <= len(left) else 0
    return Fraction(ends)


def _words_with_end(at_end: int, letter: int, *letters: int) -> Fraction:
    """Words that begin (or end) with a letter: one by one, or by the places of the others."""
    if len(letters) <= 8:
        return Fraction(sum(word[-at_end] == letter for word in set(permutations(letters))))
    left = list(letters)
    left.remove(letter)
    return _anagrams(*(left.count(one) for one in set(left)))


def _vowels_together(*letters: int) -> Fraction:
    """Words with all vowels side by side: where the block begins, then both parts."""
    vowels = [one for one in letters if chr(one) in "aeiou"]
    others = [one for one in letters if chr(one) not in "aeiou"]
    inside = _anagrams(*(vowels.count(one) for one in set(vowels)))
    outside = _anagrams(*(others.count(one) for one in set(others))) if others else Fraction(1)
    return sum((inside * outside for _ in range(len(others) + 1)), Fraction(0))


def _multiples(low: int, high: int, step: int, rest: int) -> Fraction:
    """Numbers with a remainder, number by number."""
    room(high - low)
    return Fraction(sum(number % step == rest for number in range(low, high + 1)))


def _chosen_of_each(n: int, k: int, m: int, j: int) -> Fraction:
    """So many of one group and of another: Pascal's triangle for each."""
    return _choices(n, k) * _choices(m, j)


def _rows(n: int, k: int) -> Fraction:
    """Rows of k out of n, each place filled from what is left, added one by one where few."""
    ways = 1
    for place in range(k):
        ways = sum(ways for _ in range(n - place))
    return Fraction(ways)


def _filled_places(*choices: int) -> Fraction:
    """Places filled one after another, the ways added up for each choice."""
    ways = 1
    for choice in choices:
        ways = sum(ways for _ in range(choice))
    return Fraction(ways)


def _anagrams(*counts: int) -> Fraction:
    """Arrangements of letters: the places of each letter are chosen from those left."""
    left, ways = sum(counts), Fraction(1)
    for count in counts:
        ways *= _choices(left, count)
        left -= count
    return ways


METHODS: Final[Mapping[str, Callable[..., Fraction]]] = MappingProxyType(
    {
        "choices": _choices,
        "rows": _rows,
        "filled places": _filled_places,
        "anagrams": _anagrams,
        "strings": _strings,
        "words with end": _words_with_end,
        "vowels together": _vowels_together,
        "multiples": _multiples,
        "chosen of each": _chosen_of_each,
    }
)
