"""Primes, factors and divisors of whole numbers, in the words in which they are asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from math import gcd
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems.judging.listing import divisors
from mathviz_chat.core.problems.readers import primes
from mathviz_chat.core.problems.readers.wordings.common import Family, Restating, template
from mathviz_chat.core.problems.wording import Hit

_GRAMMAR: Final = """
WHAT = [and|then|so]* [what is|what's|whats|what are|which is|which are|find|give|state|calculate|
    work out|determine|write down|write|list|name|identify|tell me]?
PRIME = [prime [number]?]
PRIMES = [primes|prime numbers]
ALL = [all|of|positive|whole|number|every]*
AFTER = [after|following|above|greater than|bigger than|larger than|more than|higher than|over|
    that is [greater|bigger|larger|more|higher] than|that comes after]
BEFORE = [before|below|less than|smaller than|lower than|under|that is [less|smaller|lower] than]
WITHIN = [from {a:int} to {b:int}|{a:int} to {b:int}|between {a:int} and {b:int} {i:inclusive}|
    between {e:int} and {f:int}|up to [and including]? {b:int}|[that are]? BEFORE {g:int}|
    in range {a:int} to {b:int}]
FACTOR = [factor|divisor]
next:
    WHAT [next|first|smallest|lowest|least] PRIME AFTER {n:int}
    WHAT PRIME [comes|is]? [next|immediately|straight|right] after {n:int}
    {n:int} is prime WHAT next [PRIME|1]
before:
    WHAT [largest|biggest|greatest|highest|last] PRIME BEFORE {n:int}
    WHAT PRIME [comes|is]? [immediately|straight|right|just] before {n:int}
nth:
    WHAT {n:nth} PRIME
list:
    WHAT ALL PRIMES WITHIN
    [which|what] [of]? [whole]? [numbers|integers] WITHIN are [prime|primes|prime numbers]
    WHAT ALL PRIMES that [are|lie] WITHIN
    [which|what] PRIMES [are there|are|lie]? WITHIN
    [which|what] PRIMES [are there|are|lie]? in range {a:int} to {b:int}
count:
    how many PRIMES [are there|are|lie]? WITHIN [are there]?
    how many [of]? [whole]? [numbers|integers] WITHIN are [prime|primes|prime numbers]
    WHAT number of PRIMES WITHIN
sum of first:
    [WHAT [sum|total] of|add|add up|sum of|sum] first {k:int} PRIMES
sum within:
    [WHAT [sum|total] of|add|add up|sum of|sum] ALL PRIMES WITHIN
largest factor:
    WHAT [largest|biggest|greatest|highest] prime FACTOR of {n:int}
    WHAT [largest|biggest|greatest|highest] prime [number]? that [divides|is FACTOR of|goes into]
        {n:int}
smallest factor:
    WHAT [smallest|lowest|least] prime FACTOR of {n:int}
    WHAT [smallest|lowest|least] prime [number]? that [divides|is FACTOR of|goes into] {n:int}
divisors:
    WHAT [all|every|each|of]* [positive|whole number|whole-number|natural]* [factors|divisors|
        FACTOR] of {n:int}
        [in order]? [(positive ones only)|positive ones only|(positive only)|including 1 and itself|
        including 1 and {m:int}|from smallest to largest|in ascending order]?
    [what|which] [whole|positive|natural]* numbers [divide|divide into|go into|divide exactly into]
        {n:int} [exactly|evenly|with no remainder|without remainder|without leaving remainder]?
sum of divisors:
    [WHAT [sum|total] of|add|add up|sum of] ALL [factors|divisors] of {n:int}
sum of proper divisors:
    [WHAT [sum|total] of|add|add up|sum of] ALL proper [factors|divisors] of {n:int}
common:
    WHAT [all|of|positive]* common [factors|divisors] of {n:int} and {m:int}
    [what|which] numbers [divide|are factors of|go into] both {n:int} and {m:int} [exactly|evenly]?
count of divisors:
    WHAT number of [positive]? [factors|divisors] [of|that] {n:int} [has]?
    how many [different|distinct|positive|whole]* [factors|divisors|numbers divide] [does|has]?
        {n:int} [have|has|exactly|evenly]?
powers:
    [write|express|give|show|put|find] {n:int} as [product of]? [powers of [its]? [primes|prime
        factors|prime numbers]|prime powers|prime factors in index form|its prime factors in index
        form|prime factors [using|with] [powers|indices|exponents]|product of its prime factors
        [in index form|using indices|using powers]] [[e.g|for example|like|such as|in form]
        {z:maths}]?
    [write|express|give|show|put|find] {n:int} in [index form|prime factor form|prime factored form]
    prime [factorise|factorize|factor] {n:int}
    [do|find|draw|make|use] prime [factor tree|factorisation|factorization] [for|of|to factorise]
        {n:int}
    [break|split] {n:int} [down]? into [its]? [prime factors|primes]
"""


def _ends(hit: Hit) -> tuple[int, int] | None:
    """The range; ``between 20 and 40`` does not say whether its ends count."""
    if hit.get("e"):
        low, high = int(hit["e"]), int(hit["f"])
        return None if _is_prime(low) or _is_prime(high) else (low, high)
    low = int(hit.get("a") or 1)
    return low, int(hit["b"]) if hit.get("b") else int(hit["g"]) - 1


def _is_prime(n: int) -> bool:
    return n > 1 and divisors(n) == [1, n]


def _within(question: str) -> Restating:
    def restated(hit: Hit) -> str | None:
        ends = _ends(hit)
        return None if ends is None else question.format(low=ends[0], high=ends[1])

    return restated


def _added(values: list[int]) -> str | None:
    return f"Calculate {' + '.join(map(str, values))}." if 1 < len(values) <= 40 else None


def _sum_of_first(hit: Hit) -> str | None:
    count = int(hit["k"])
    return _added(primes.first(count)) if count <= 40 else None


def _sum_within(hit: Hit) -> str | None:
    ends = _ends(hit)
    if ends is None or ends[1] - ends[0] > 400 or ends[1] > primes.LARGEST:
        return None
    return _added([n for n in range(ends[0], ends[1] + 1) if _is_prime(n)])


def _of_divisors(build: Callable[[list[int]], list[int]]) -> Restating:
    def restated(hit: Hit) -> str | None:
        n = int(hit["n"])
        return _added(build(divisors(n))) if 1 < n <= 10**6 else None

    return restated


def _common(hit: Hit) -> str | None:
    shared = gcd(int(hit["n"]), int(hit["m"]))
    return f"List all the factors of {shared}." if shared > 1 else None


def _divisors(hit: Hit) -> str | None:
    if hit.get("m") and hit["m"] != hit["n"]:
        return None
    return f"List all the factors of {hit['n']}."


_EXAMPLE: Final = re.compile(r"(?:\d|[pq])\s*\^\s*\{?\s*[a-z]", re.IGNORECASE)


def _powers(hit: Hit) -> str | None:
    """An example of the form may stand besides, with letters for its exponents."""
    if hit.get("z") and not _EXAMPLE.search(hit["z"]):
        return None
    return f"Find the prime factorization of {hit['n']}."


_RULES: Final[Mapping[str, Restating]] = MappingProxyType(
    {
        "next": template("What is the next prime number after {n}?"),
        "before": template("What is the last prime number before {n}?"),
        "nth": template("What is the {n}th prime number?"),
        "list": _within("List the prime numbers from {low} to {high}."),
        "count": _within("How many prime numbers are there from {low} to {high}?"),
        "sum of first": _sum_of_first,
        "sum within": _sum_within,
        "largest factor": template("What is the largest prime factor of {n}?"),
        "smallest factor": template("What is the smallest prime factor of {n}?"),
        "divisors": _divisors,
        "sum of divisors": _of_divisors(lambda all_of_them: all_of_them),
        "sum of proper divisors": _of_divisors(lambda all_of_them: all_of_them[:-1]),
        "common": _common,
        "count of divisors": template("How many factors does {n} have?"),
        "powers": _powers,
    }
)
FAMILY: Final = Family(
    _GRAMMAR, _RULES, keys=r"prime|factor|divisor|divide|power|index form|go into"
)
