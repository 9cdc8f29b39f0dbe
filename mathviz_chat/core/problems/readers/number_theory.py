"""Primes, factors, multiples: ``Is 91 prime?``, ``Does 7 divide 91?``, prime factors."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount, slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Call, Chain, Expr, RelOp

_FLAGS = re.IGNORECASE | re.DOTALL
_M = slots.MATHS
_PRIME: Final = re.compile(
    rf"is\s+(?P<n>{_M})\s+(?:a\s+)?(?:(?P<composite>composite)|prime)(?:\s+number)?", _FLAGS
)
_DIVIDES: Final = tuple(
    re.compile(pattern, _FLAGS)
    for pattern in (
        rf"is\s+(?P<n>{_M})\s+(?:a\s+multiple\s+of|divisible\s+by)\s+(?P<d>{_M})",
        rf"is\s+(?P<d>{_M})\s+a\s+(?:factor|divisor)\s+of\s+(?P<n>{_M})",
        rf"does\s+(?P<d>{_M})\s+divide\s+(?P<n>{_M})(?:\s+evenly)?",
    )
)
_FACTORS: Final = re.compile(
    rf"(?:list|what\s+are|find|give|state|determine)\s+(?:all\s+)?(?:of\s+)?the\s+prime\s+(?:factors|divisors)\s+of\s+(?P<n>{_M})",
    _FLAGS,
)


def read(clauses: Clauses) -> Problem | None:
    """A question about primes or divisibility of whole numbers."""
    return _prime(clauses) or _divides(clauses) or _factors(clauses)


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
    match = _FACTORS.fullmatch(clauses.asked)
    values = None if match is None else _whole(clauses, match["n"])
    if values is None or recount.value(values[0]) < 2:
        return None
    read_as = f"List the prime factors of {to_plain(values[0])}."
    return Problem(Kind.PRIME_FACTORS, Form.LIST, read_as, target=values[0])
