"""``Integrate x^2.``, ``Find the integral of 2x from 0 to 3.``, ``∫ x^2 dx``."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Const, Constant, Expr, Integral

_M = slots.MATHS
_VERB = (
    r"(?:(?:what(?:'s|s|\s+is)|find|determine|calculate|compute|evaluate|work\s+out|give|get|solve)"
    r"\s*:?\s+)?"
)
_NOUN = (
    r"(?:the\s+)?(?:(?P<sort>indefinite|definite)\s+)?(?:integral|antiderivative|anti-derivative|"
    r"primitive)\s+of\s*:?\s*"
)
_WRT = rf"(?:,?\s*(?:with\s+respect\s+to|wrt)\s+(?P<name>{slots.NAME}))?"
_LIMITS = rf"(?:,?\s+(?:from|between)\s+(?P<lower>{_M})\s+(?:to|and)\s+(?P<upper>{_M}))?"
_ASKED: Final = tuple(
    LazyPattern(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"(?:{_VERB}{_NOUN}|integrate\s*:?\s+)(?:the\s+function\s+)?(?P<body>{_M})"
        rf"{_WRT}{_LIMITS}{_WRT.replace('name', 'again')}",
        rf"{_VERB}(?P<body>(?:\\int|∫|integral).+)",
    )
)


def read(clauses: Clauses) -> Problem | None:
    """An antiderivative, or a definite integral."""
    for pattern in _ASKED:
        match = pattern.fullmatch(clauses.asked)
        body = None if match is None else clauses.slots.expression(match["body"])
        if match is None or body is None or clauses.given:
            continue
        groups = match.groupdict()
        integral = body if isinstance(body, Integral) else _built(clauses, body, groups)
        if isinstance(integral, Integral) and is_of_sort(integral, groups.get("sort")):
            return problem_of(integral)
    return None


def is_of_sort(integral: Integral, sort: str | None) -> bool:
    """Whether it has the limits that a definite integral has, and an indefinite one has not."""
    return sort is None or (sort.lower() == "definite") == (integral.lower is not None)


def _built(clauses: Clauses, body: Expr, groups: dict[str, str | None]) -> Integral | None:
    name = groups.get("name") or groups.get("again")
    names = clauses.slots.names(name) if name else variables(body)
    unclear = not name and set(names) & set(slots.MAYBE_CONSTANTS)
    if len(names) != 1 or unclear or "lower" not in groups:
        return None
    lower, upper = groups["lower"], groups["upper"]
    if lower is None or upper is None:
        return Integral(body, names[0])
    ends = clauses.slots.expression(lower), clauses.slots.expression(upper)
    return None if None in ends else Integral(body, names[0], *ends)


def problem_of(integral: Integral, method: str | None = None) -> Problem | None:
    """The formal problem; None for an integral of an integral.

    method: the way to integrate that the question asks for.
    """
    integral = _with_constant(integral)
    body, name = integral.body, integral.variable
    by = "" if method is None else f" by {method}"
    if any(isinstance(side, Integral) for side in (body, integral.lower, integral.upper)):
        return None
    if integral.lower is None or integral.upper is None:
        read_as = f"Find the integral of {to_plain(body)} with respect to {name}{by}."
        return Problem(
            Kind.INTEGRAL,
            Form.EXPRESSION,
            read_as,
            expression=integral,
            variable=name,
            method=method,
        )
    if variables(integral.lower) or variables(integral.upper) or set(variables(body)) - {name}:
        return None
    ends = f"from {to_plain(integral.lower)} to {to_plain(integral.upper)}"
    read_as = f"Find the integral of {to_plain(body)} with respect to {name} {ends}{by}."
    return Problem(
        Kind.INTEGRAL, Form.NUMBER, read_as, target=integral, variable=name, method=method
    )


def _with_constant(integral: Integral) -> Integral:
    """``e`` as a limit is the number."""
    if integral.lower is None or integral.upper is None or "e" in variables(integral.body):
        return integral
    known = {"e": Constant(Const.E)}
    ends = (substitute(end, known) for end in (integral.lower, integral.upper))
    return Integral(integral.body, integral.variable, *ends)
