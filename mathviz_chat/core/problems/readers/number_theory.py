"""Primes, factors, multiples: ``Is 91 prime?``, ``Does 7 divide 91?``, prime factors."""

from __future__ import annotations

import re
from fractions import Fraction
from math import isqrt
from typing import Final

from mathviz_chat.core.problems import recount, slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Call, Chain, Expr, Pow, RelOp

_FLAGS = re.IGNORECASE | re.DOTALL
_M = slots.MATHS
_PRIME: Final = LazyPattern(
    rf"is\s+(?P<n>{_M})\s+(?:a\s+)?(?:(?P<composite>composite)|prime)(?:\s+number)?", _FLAGS
)
_DIVIDES: Final = tuple(
    LazyPattern(pattern, _FLAGS)
    for pattern in (
        rf"is\s+(?P<n>{_M})\s+(?:a\s+multiple\s+of|divisible\s+by)\s+(?P<d>{_M})",
        rf"is\s+(?P<d>{_M})\s+a\s+(?:factor|divisor)\s+of\s+(?P<n>{_M})",
        rf"does\s+(?P<d>{_M})\s+divide\s+(?P<n>{_M})(?:\s+evenly)?",
    )
)
_LIST = r"(?:(?:list|what\s+are|find|give|state|determine|write\s+down|name)\s+)?"
_ALL = r"(?:all\s+)?(?:of\s+)?(?:the\s+)?"
_FACTORS: Final = tuple(
    LazyPattern(pattern, _FLAGS)
    for pattern in (
        rf"{_LIST}{_ALL}(?:distinct\s+|different\s+)?prime\s+(?:factors|divisors)\s+of\s+(?P<n>{_M})",
        rf"(?:which|what)\s+primes?\s+(?:numbers\s+)?divide\s+(?P<n>{_M})",
        rf"{_LIST}{_ALL}primes?\s+(?:numbers\s+)?(?:that|which)\s+divide\s+(?P<n>{_M})",
    )
)
_ONE_FACTOR: Final = LazyPattern(
    rf"what\s+is\s+the\s+(?P<which>largest|smallest)\s+prime\s+factor\s+of\s+(?P<n>{_M})", _FLAGS
)
_PRODUCT: Final = tuple(
    LazyPattern(pattern, _FLAGS)
    for pattern in (
        rf"{_LIST}{_ALL}prime\s+(?:factori[sz]ation|decomposition)\s+of\s+(?P<n>{_M})",
        rf"(?:write|express|give)\s+(?P<n>{_M})\s+as\s+(?:a|the)?\s*product\s+of\s+(?:its\s+)?prime(?:s|\s+factors|\s+numbers)",
        rf"(?:factor(?:i[sz]e)?|decompose|break\s+down)\s+(?:the\s+number\s+)?(?P<n>{_M})\s+into\s+(?:a\s+product\s+of\s+)?(?:its\s+)?prime(?:s|\s+factors)",
        rf"factor(?:i[sz]e)?\s+(?:the\s+number\s+)?(?P<n>{_M})",
    )
)
_KIND = r"(?:whole[\s-]+number\s+|positive\s+|natural\s+)?"
_DIVISORS: Final = tuple(
    LazyPattern(pattern, _FLAGS)
    for pattern in (
        rf"{_LIST}{_ALL}{_KIND}(?:factors|divisors)\s+of\s+(?P<n>{_M})",
        rf"{_LIST}(?:every|each)\s+{_KIND}(?:factor|divisor)\s+of\s+(?P<n>{_M})",
        rf"(?:which|what)\s+(?:whole\s+|positive\s+)?numbers\s+divide\s+(?P<n>{_M})(?:\s+evenly)?",
    )
)
_DIVISOR_COUNT: Final = tuple(
    LazyPattern(pattern, _FLAGS)
    for pattern in (
        rf"how\s+many\s+{_KIND}(?:factors|divisors)\s+(?:does|has|are\s+there\s+of)\s+(?P<n>{_M})(?:\s+have)?",
        rf"{_LIST}(?:the\s+)?number\s+of\s+{_KIND}(?:factors|divisors)\s+of\s+(?P<n>{_M})",
    )
)
_SQUARE: Final = LazyPattern(
    rf"is\s+(?P<n>{_M})\s+a\s+(?:perfect\s+square|square(?:\s+number)?)", _FLAGS
)
_PARITY: Final = LazyPattern(
    rf"is\s+(?P<n>{_M})\s+(?:an\s+)?(?:(?P<even>even)|odd)(?:\s+number)?", _FLAGS
)
MAX_DIVISIBLE: Final = 10**9


def read(clauses: Clauses) -> Problem | None:
    """A question about primes or divisibility of whole numbers."""
    for rule in (_prime, _divides, _factors, _product, _divisors, _square, _parity):
        problem = rule(clauses)
        if problem is not None:
            return problem
    return None


def _named(clauses: Clauses, patterns: tuple[LazyPattern, ...]) -> Expr | None:
    """A whole number from 2 on that a pattern names."""
    for pattern in patterns:
        match = pattern.fullmatch(clauses.asked)
        values = None if match is None else _whole(clauses, match["n"])
        if values is not None and 2 <= recount.value(values[0]) <= MAX_DIVISIBLE:
            return values[0]
    return None


def _whole(clauses: Clauses, *texts: str) -> tuple[Expr, ...] | None:
    """Whole numbers, after definitions are put in."""
    environment = clauses.environment()
    if environment is None:
        return None
    found = []
    for text in texts:
        named = clauses.slots.expression(text)
        if named is None:
            return None
        try:
            value = recount.value(environment.apply(named))
        except (recount.NotEvaluated, ValueError):
            return None
        if not isinstance(value, Fraction) or value.denominator != 1:
            return None
        found.append(number(value))
    return tuple(found) if environment.all_used else None


def _prime(clauses: Clauses) -> Problem | None:
    match = _PRIME.fullmatch(clauses.asked)
    values = None if match is None else _whole(clauses, match["n"])
    if match is None or values is None:
        return None
    what = "composite" if match["composite"] else "prime"
    read_as = f"Is {to_plain(values[0])} a {what} number?"
    return Problem(Kind.PRIME, Form.TRUTH, read_as, target=values[0], labels=(what,))


def _divides(clauses: Clauses) -> Problem | None:
    for pattern in _DIVIDES:
        match = pattern.fullmatch(clauses.asked)
        values = None if match is None else _whole(clauses, match["n"], match["d"])
        if values is not None and recount.value(values[1]) != 0:
            n, d = values
            statement = Chain((Call("mod", (n, d)), number(Fraction(0))), (RelOp.EQ,))
            read_as = f"Does {to_plain(d)} divide {to_plain(n)}?"
            return Problem(Kind.TRUTH, Form.TRUTH, read_as, conditions=(statement,))
    return None


def _factors(clauses: Clauses) -> Problem | None:
    for pattern in _FACTORS:
        match = pattern.fullmatch(clauses.asked)
        values = None if match is None else _whole(clauses, match["n"])
        if values is not None and recount.value(values[0]) >= 2:
            read_as = f"List the prime factors of {to_plain(values[0])}."
            return Problem(Kind.PRIME_FACTORS, Form.LIST, read_as, target=values[0])
    return _one_factor(clauses)


def _one_factor(clauses: Clauses) -> Problem | None:
    """The largest or the smallest prime factor."""
    match = _ONE_FACTOR.fullmatch(clauses.asked)
    values = None if match is None else _whole(clauses, match["n"])
    if match is None or values is None or not 2 <= recount.value(values[0]) <= MAX_DIVISIBLE:
        return None
    which = match["which"].lower()
    read_as = f"What is the {which} prime factor of {to_plain(values[0])}?"
    return Problem(Kind.PRIME_FACTORS, Form.NUMBER, read_as, target=values[0], task=which)


def _product(clauses: Clauses) -> Problem | None:
    """``Write 84 as a product of primes``."""
    n = _named(clauses, _PRODUCT)
    if n is None:
        return None
    read_as = f"Find the prime factorization of {to_plain(n)}."
    return Problem(Kind.PRIME_FACTORIZATION, Form.FACTORED, read_as, expression=n)


def _divisors(clauses: Clauses) -> Problem | None:
    n = _named(clauses, _DIVISORS)
    if n is not None:
        read_as = f"List all the factors of {to_plain(n)}."
        return Problem(Kind.DIVISORS, Form.LIST, read_as, target=n)
    n = _named(clauses, _DIVISOR_COUNT)
    if n is None:
        return None
    read_as = f"How many factors does {to_plain(n)} have?"
    return Problem(Kind.DIVISOR_COUNT, Form.NUMBER, read_as, target=n)


def _square(clauses: Clauses) -> Problem | None:
    """Whether the square of the rounded root is the number itself."""
    match = _SQUARE.fullmatch(clauses.asked)
    values = None if match is None else _whole(clauses, match["n"])
    if values is None or not 0 <= recount.value(values[0]) <= MAX_DIVISIBLE**2:
        return None
    root = number(Fraction(isqrt(int(recount.value(values[0])))))
    statement = Chain((Pow(root, number(Fraction(2))), values[0]), (RelOp.EQ,))
    read_as = f"Is {to_plain(values[0])} a perfect square?"
    return Problem(Kind.TRUTH, Form.TRUTH, read_as, conditions=(statement,))


def _parity(clauses: Clauses) -> Problem | None:
    match = _PARITY.fullmatch(clauses.asked)
    values = None if match is None else _whole(clauses, match["n"])
    if match is None or values is None:
        return None
    rest = number(Fraction(0 if match["even"] else 1))
    statement = Chain((Call("mod", (values[0], number(Fraction(2)))), rest), (RelOp.EQ,))
    read_as = f"Is {to_plain(values[0])} {'even' if match['even'] else 'odd'}?"
    return Problem(Kind.TRUTH, Form.TRUTH, read_as, conditions=(statement,))
