"""``List the prime numbers from 20 to 40.``, ``What is the next prime number after 31?``"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.judging.primes import MAX_RANGE
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import Form, Kind, Problem

_N = r"(?P<{}>\d{{1,7}})"
_RANGE = rf"from\s+{_N.format('low')}\s+to\s+{_N.format('high')}"
_PRIMES = r"prime(?:s|\s+numbers)"
_LIST: Final = re.compile(rf"list\s+(?:all\s+)?the\s+{_PRIMES}\s+{_RANGE}", re.IGNORECASE)
_COUNT: Final = re.compile(rf"how\s+many\s+{_PRIMES}\s+are\s+there\s+{_RANGE}", re.IGNORECASE)
_BESIDE: Final = re.compile(
    rf"what\s+is\s+the\s+(?:(?P<next>next)|(?P<previous>last))\s+prime(?:\s+number)?\s+"
    rf"(?(next)after|before)\s+{_N.format('n')}",
    re.IGNORECASE,
)
_NTH: Final = re.compile(
    r"what\s+is\s+the\s+(?P<k>\d{1,2})(?:st|nd|rd|th)\s+prime\s+number", re.IGNORECASE
)
LARGEST: Final = 10**6


def read(clauses: Clauses) -> Problem | None:
    """A question about the primes of a range, or beside a number."""
    if clauses.given or clauses.facts:
        return None
    match = _LIST.fullmatch(clauses.asked)
    if match is not None:
        low, high = int(match["low"]), int(match["high"])
        read_as = f"List the prime numbers from {low} to {high}."
        return _problem(low, high, read_as, "list")
    match = _COUNT.fullmatch(clauses.asked)
    if match is not None:
        low, high = int(match["low"]), int(match["high"])
        return _problem(
            low, high, f"How many prime numbers are there from {low} to {high}?", "count"
        )
    return _beside(clauses.asked) or _nth(clauses.asked)


def _problem(low: int, high: int, read_as: str, task: str) -> Problem | None:
    if not low <= high <= LARGEST or high - low > MAX_RANGE:
        return None
    form = Form.LIST if task == "list" else Form.NUMBER
    ends = (number(Fraction(low)), number(Fraction(high)))
    return Problem(Kind.PRIMES, form, read_as, items=ends, task=task)


def _beside(asked: str) -> Problem | None:
    match = _BESIDE.fullmatch(asked)
    if match is None or int(match["n"]) > LARGEST - MAX_RANGE:
        return None
    n = int(match["n"])
    if match["next"]:
        found = next(p for p in range(n + 1, n + MAX_RANGE) if _is_prime(p))
        read_as = f"What is the next prime number after {n}?"
        return _problem(n + 1, found, read_as, "last")
    before = next((p for p in range(n - 1, 1, -1) if _is_prime(p)), None)
    read_as = f"What is the last prime number before {n}?"
    return None if before is None else _problem(before, n - 1, read_as, "before")


def _nth(asked: str) -> Problem | None:
    match = _NTH.fullmatch(asked)
    if match is None or not 1 <= int(match["k"]) <= 60:
        return None
    place = int(match["k"])
    return _problem(1, first(place)[-1], f"What is the {place}th prime number?", "last")


def first(count: int) -> list[int]:
    """The first primes, at most 100 of them."""
    return [n for n in range(2, 542) if _is_prime(n)][:count]


def _is_prime(n: int) -> bool:
    from flint import fmpz

    return bool(fmpz(n).is_prime())
