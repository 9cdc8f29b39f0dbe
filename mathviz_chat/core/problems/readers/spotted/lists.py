"""Intents about several numbers: common factors and multiples, order, averages and spread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mathviz_chat.core.problems.readers.spotted import as_told
from mathviz_chat.core.problems.readers.spotted.intents import Found, Intent

_NOUNS = (
    "two three four five integers integer whole numbers fractions decimals list set pair positive "
    "values both all these each and following elements "
)
_DATA = (
    "data set sample list observations observation measurements measurement readings reading "
    "recorded marks mark scores score results temperatures temperature heights height weights "
    "weight ages ages' goals students scored points group collection entries sorted values "
    "dataset figures distribution gave numerical statistics statistical class took"
)


def _of(template: str, least: int = 2) -> Callable[[Found], str | None]:
    def says(found: Found) -> str | None:
        if len(found.all("l")) < least or not as_told.are_as_told(found.all("l"), found.words):
            return None
        return template.format(l=found["l"])

    return says


def _chosen(word: str) -> Callable[[Found], str | None]:
    return _of(f"Which is the {word}: {{l}}?")


def _intent(name: str, needs: str, says: str, allows: str, passes: str = "") -> Intent:
    return Intent(name, (needs,), ("l:n+",), _of(says), f"{_NOUNS}{allows}", passes)


_DIVISORS: Final = {"sample": "n - 1", "population": "n"}


def _spread(kind: str, measure: str) -> Callable[[Found], str | None]:
    def says(found: Found) -> str | None:
        if len(found.all("l")) < 2 or ("by" in found and found["by"] != _DIVISORS[kind]):
            return None
        if {"sample", "population"} <= found.words:
            return None  # which of the two?
        return f"Find the {kind} {measure} of {found['l']}."

    return says


_BOTH = "both numbers|of both|each of the|all of the|of the two|of the three|the two numbers"
_ORDER = "order~ arrange~ sort~ rank~ list~ sequence fraction decimal percentage"
_ASCENDING = (
    "ascending|ascending order|increasing order|smallest to largest|least to greatest|smallest "
    "first|smallest to greatest|lowest to highest|smallest to biggest|least to most|order of "
    "size smallest first|from the smallest to the largest|from smallest to largest|from least "
    "to greatest|from lowest to highest|starting with the smallest|beginning with the smallest|"
    "order of increasing size|increasing size|from smallest to biggest|from the least to the "
    "greatest|starting from the smallest"
)
_DESCENDING = (
    "descending|descending order|decreasing order|largest to smallest|greatest to least|"
    "largest first|biggest first|highest to lowest|from largest to smallest|from greatest to "
    "least|from highest to lowest|from the largest to the smallest|starting with the largest|"
    "beginning with the largest|starting with the biggest|decreasing size|from biggest to "
    "smallest|biggest to smallest|from the greatest to the least|starting from the largest"
)

INTENTS: Final = (
    _intent(
        "gcd",
        "gcd|hcf|gcf|highest common factor|greatest common divisor|greatest common factor|"
        "largest common factor|largest common divisor|biggest common factor|highest common "
        "divisor|largest number that divides both|largest whole number that divides both|"
        "greatest number that divides both|largest integer that divides both|largest integer "
        "dividing both|biggest number that goes into both|biggest whole number that goes into "
        "both|largest positive integer that divides both|biggest number that divides both",
        "What is gcd({l})?",
        "euclidean euclid's algorithm prime factorisation factorization greatest exactly",
        f"{_BOTH}|prime factors|with no remainder|leaving no remainder|without remainder|"
        "without a remainder",
    ),
    _intent(
        "lcm",
        "lcm|lowest common multiple|least common multiple|smallest common multiple|smallest "
        "number that is a multiple of both|least number that is a multiple of both|smallest "
        "positive number divisible by both|smallest number divisible by both|smallest positive "
        "integer divisible by both|smallest number that both|smallest positive integer that is "
        "a multiple of both|smallest positive integer that is divisible by both|smallest whole "
        "number that is a multiple of both|smallest number that is divisible by both",
        "What is lcm({l})?",
        "prime factorisation factorization exactly",
        f"{_BOTH}|prime factors",
    ),
    Intent(
        "largest",
        ("largest|greatest|biggest|maximum|larger|greater|bigger|highest|has the largest value",),
        ("l:n+",),
        _chosen("largest"),
        f"{_NOUNS}fraction decimal percentage which value choose pick state size option",
        "which of|of the three|of the four|of the two|of the five|of them|has the|out of",
    ),
    Intent(
        "smallest",
        ("smallest|least|lowest|minimum|smaller|lesser|has the smallest value",),
        ("l:n+",),
        _chosen("smallest"),
        f"{_NOUNS}fraction decimal percentage which value choose pick state size option",
        "which of|of the three|of the four|of the two|of the five|of them|has the|out of",
    ),
    _intent(
        "ascending",
        _ASCENDING,
        "Sort {l} in ascending order.",
        _ORDER,
        "from|in order|order of size|of size",
    ),
    _intent(
        "descending",
        _DESCENDING,
        "Sort {l} in descending order.",
        _ORDER,
        "from|in order|order of size|of size",
    ),
    _intent(
        "mean",
        "mean|average|arithmetic mean|mean value|mean average",
        "Find the mean of {l}.",
        _DATA,
        "arithmetic mean|mean average",
    ),
    _intent(
        "median",
        "median|middle value|median value",
        "Find the median of {l}.",
        _DATA,
        "in order|first put",
    ),
    _intent(
        "mode",
        "mode|modal value|most often|most frequent|occurs most often|appears most often|most "
        "common",
        "Find the mode of {l}.",
        _DATA,
        "most common value",
    ),
    _intent("range", "range", "Find the range of {l}.", _DATA),
    *(
        Intent(
            f"{kind} {measure}",
            (measure, needs),
            ("l:n+", "by:es?@dividing by|divisor|divide by"),
            _spread(kind, measure),
            f"{_NOUNS}{_DATA} {allows} deviation variance",
            "dividing by|divide by|unbiased sample|population standard deviation|random sample",
        )
        for kind, needs, allows in (
            (
                "sample",
                "sample|unbiased|sample variance",
                "sample unbiased estimate estimator random",
            ),
            ("population", "population|population variance", "population whole entire"),
        )
        for measure in ("variance", "standard deviation")
    ),
)
