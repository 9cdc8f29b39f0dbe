"""``Find the derivative of x^3 + 2x.``, ``f(x) = x^2; find f'(x).``"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.environment import simplified
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Call,
    Chain,
    Derivative,
    Expr,
    RelOp,
    Statement,
    Symbol,
    TupleOf,
)

_NAMES = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
ORDINALS: Final = {
    **{name: order for order, name in enumerate(_NAMES, start=1)},
    **{f"{order}th": order for order in range(4, 13)},
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "double": 2,
    "triple": 3,
}
MAX_ORDER: Final = 12

_VERB = (
    r"(?:(?:what(?:'s|s|\s+is)|find|determine|calculate|compute|evaluate|work\s+out|give|get|"
    r"obtain|state|derive|take)\s*:?\s+)?"
)
_ORDER = rf"(?:(?P<order>{'|'.join(ORDINALS)})\s+)?"
_WRT = rf"(?:,?\s*(?:with\s+respect\s+to|wrt|in\s+terms\s+of|for|by)\s+(?P<name>{slots.NAME}))?"
_OBJECT = r"(?:the\s+)?(?:following\s+)?(?:(?:function|expression|polynomial|curve)\s*:?\s+)?"
_BODY = rf"(?P<body>{slots.STATEMENTS})"
_TWICE = r"(?:\s+(?P<times>once|twice))?"
_ASKED = tuple(
    LazyPattern(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"{_VERB}(?:the\s+)?{_ORDER}derivative\s+of\s*:?\s*{_OBJECT}{_BODY}{_WRT}",
        rf"(?:differentiate|derive)\s*:?\s+{_OBJECT}{_BODY}{_WRT}{_TWICE}",
        rf"{_VERB}{_BODY}",
    )
)


def read(clauses: Clauses) -> Problem | None:
    """The derivative of an expression or of a function that is given."""
    for pattern in _ASKED:
        match = pattern.fullmatch(clauses.asked)
        if match is None:
            continue
        found = _operand(match, clauses)
        if found is not None:
            return problem_of(*found)
    return None


def _operand(match: re.Match[str], clauses: Clauses) -> tuple[Expr, str | None, int] | None:
    """The expression, the variable if it is named, and the order."""
    groups = match.groupdict()
    given = clauses.given
    node = clauses.slots.tree(groups["body"])
    order = ORDINALS[groups["order"].lower()] if groups.get("order") else 1
    order = 2 if groups.get("times") == "twice" else order
    named = clauses.slots.names(groups["name"]) if groups.get("name") else ()
    variable = named[0] if named else None
    if isinstance(node, Chain) and not given and "name" in groups:
        return _defined(node, variable, order)
    if not isinstance(node, Expr):
        return None
    if "name" not in groups:
        return _written(node, given) if len(given) <= 1 else None
    if not given:
        return node, variable, order
    return _named(node, given, variable, order) or _composed(node, clauses, variable, order)


def _composed(
    node: Expr, clauses: Clauses, variable: str | None, order: int
) -> tuple[Expr, str | None, int] | None:
    """An expression in names that the question defines."""
    environment = clauses.environment()
    if environment is None:
        return None
    try:
        body = simplified(environment.apply(node))
    except ValueError:
        return None
    return (body, variable, order) if environment.all_used else None


def _named(
    node: Expr, given: tuple[Statement, ...], variable: str | None, order: int
) -> tuple[Expr, str | None, int] | None:
    """``f``, ``f(x)`` or ``y`` for the one definition that is given."""
    definition = given[0]
    if len(given) > 1:
        return None
    if isinstance(definition, Chain) and definition.items[0] == node:
        return _defined(definition, variable, order)
    if isinstance(node, Symbol) and isinstance(definition, Chain):
        head = definition.items[0]
        if isinstance(head, Call) and head.function == node.name:
            return _defined(definition, variable, order)
    return None


def _defined(
    definition: Chain, variable: str | None, order: int
) -> tuple[Expr, str | None, int] | None:
    """``y = body`` or ``f(x) = body``: the body, with the variable of the head."""
    if definition.ops not in ((RelOp.EQ,), (RelOp.DEFINED,)):
        return None
    head, body = definition.items
    if isinstance(head, Call) and len(head.args) == 1 and isinstance(head.args[0], Symbol):
        own = head.args[0].name
        return (body, own, order) if variable in (None, own) else None
    if isinstance(head, Symbol) and head.name not in variables(body):
        return body, variable, order
    return None


def _written(node: Expr, given: tuple[Statement, ...]) -> tuple[Expr, str | None, int] | None:
    """``f'(x)``, ``y'``, ``dy/dx`` for a definition that is given, or ``d/dx (x^2)``."""
    if isinstance(node, Derivative) and not given:
        return node.body, node.variable, node.order
    definition = given[0] if given else None
    if not isinstance(definition, Chain):
        return None
    head = definition.items[0]
    if isinstance(node, Derivative) and node.body == head:
        return _defined(definition, node.variable, node.order)
    if isinstance(node, Derivative) and isinstance(node.body, Symbol):
        if isinstance(head, Call) and head.function == node.body.name:
            return _defined(definition, node.variable, node.order)
        return None
    if isinstance(node, Call) and node.primes and isinstance(head, Call):
        same = node.function == head.function and node.args == head.args
        return _defined(definition, None, node.primes) if same else None
    if isinstance(node, Call) and node.primes and isinstance(head, Symbol) and not node.args:
        return _defined(definition, None, node.primes) if node.function == head.name else None
    return None


def problem_of(body: Expr, variable: str | None, order: int) -> Problem | None:
    """The derivative of an order; None where it is not clear with respect to what."""
    free = variables(body)
    if isinstance(body, TupleOf):
        return None
    if variable is None:
        if len(free) != 1 or free[0] in slots.MAYBE_CONSTANTS:
            return None
        variable = free[0]
    if free and variable not in free:
        return None  # ``dy/dx of y = t^3``: whether t depends on x is not said
    if not 1 <= order <= MAX_ORDER:
        return None
    what = "" if order == 1 else f"{_NAMES[order - 1]} "
    read_as = f"Find the {what}derivative of {to_plain(body)} with respect to {variable}."
    return Problem(
        Kind.DERIVATIVE,
        Form.EXPRESSION,
        read_as,
        expression=body,
        variable=variable,
        order=order,
    )
