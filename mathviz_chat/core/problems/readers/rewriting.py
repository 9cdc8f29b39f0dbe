"""``Expand``, ``Factor``, ``Simplify``, ``Collect the terms``, ``Express ... as ... and give``."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import polynomial, recount, slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Chain,
    Expr,
    Mul,
    Number,
    Pow,
    RelOp,
    Root,
    Statement,
    Symbol,
)
from mathviz_chat.core.reading.walking import walk

_FLAGS = re.IGNORECASE | re.DOTALL
_M = slots.MATHS
_OBJECT = (
    r"(?:the\s+)?(?:following\s+)?"
    r"(?:(?:expression|polynomial|quadratic|product|fraction)s?\s*:?\s+)?"
)
_EXPAND: Final = re.compile(
    rf"(?:expand(?:\s+and\s+simplify|\s+out|\s+the\s+brackets\s+(?:in|of))?|multiply\s+out|"
    rf"collect\s+(?:the\s+|like\s+)*terms\s+(?:in|of)|combine\s+like\s+terms\s*(?:in|of|:)?)\s*:?\s+{_OBJECT}(?P<e>{_M})",
    _FLAGS,
)
_FACTOR: Final = re.compile(
    rf"(?:fully\s+|completely\s+)?(?:factor(?:i[sz]e)?|find\s+the\s+factori[sz]ation\s+of)"
    rf"(?:\s+(?:fully|completely|out))?\s*:?\s+{_OBJECT}(?P<e>{_M})(?:\s+(?:fully|completely))?",
    _FLAGS,
)
_SIMPLIFY: Final = re.compile(
    rf"(?:simplify|reduce|rationali[sz]e)\s*:?\s+{_OBJECT}(?P<e>{_M})"
    rf"(?:,?\s+(?:assuming|given|if|where|when|for)\s+(?:that\s+)?(?P<name>{slots.NAME})\s+(?:is\s+positive|>\s*0))?",
    _FLAGS,
)
_COEFFICIENT: Final = re.compile(
    rf"(?:express|rearrange|write|rewrite)\s+(?P<e>{_M})\s+(?:as|in\s+the\s+form|to\s+the\s+form|to)\s+"
    rf"(?P<form>{_M})\s+and\s+(?:give|determine|state|find|calculate)\s+(?P<name>{slots.NAME})",
    _FLAGS,
)


def read(clauses: Clauses) -> Problem | None:
    """An expression to be written in another form."""
    return _expand(clauses) or _factor(clauses) or _simplify(clauses) or _coefficient(clauses)


def _value(clauses: Clauses, match: re.Match[str] | None) -> Expr | None:
    found = None if match is None else clauses.value(match["e"])
    return None if found is None else found[0]


def _expand(clauses: Clauses) -> Problem | None:
    expr = _value(clauses, _EXPAND.fullmatch(clauses.asked))
    if expr is None or not variables(expr):
        return None
    names = variables(expr)
    read_as = f"Expand {to_plain(expr)}."
    return Problem(Kind.EXPAND, Form.EXPANDED, read_as, expression=expr, variable=names[0])


def _factor(clauses: Clauses) -> Problem | None:
    expr = _value(clauses, _FACTOR.fullmatch(clauses.asked))
    names = () if expr is None else variables(expr)
    if expr is None or len(names) != 1 or polynomial.of_expression(expr, names[0]) is None:
        return None
    read_as = f"Factor {to_plain(expr)}."
    return Problem(Kind.FACTOR, Form.FACTORED, read_as, expression=expr, variable=names[0])


def _simplify(clauses: Clauses) -> Problem | None:
    match = _SIMPLIFY.fullmatch(clauses.asked)
    expr = _value(clauses, match)
    if match is None or expr is None:
        return None
    names = variables(expr)
    read_as = f"Simplify {to_plain(expr)}"
    positive: tuple[Statement, ...] = ()
    if match["name"]:
        if names != (match["name"],):
            return None
        positive = (Chain((Symbol(names[0]), Number(Fraction(0))), (RelOp.GT,)),)
        read_as += f", assuming that {names[0]} is positive"
    if not names:
        return _surd(expr)
    return Problem(
        Kind.SIMPLIFY, Form.EXPRESSION, read_as + ".", expression=expr, conditions=positive
    )


def _surd(expr: Expr) -> Problem | None:
    """A number with roots in it; one without is arithmetic."""
    if not any(isinstance(node, Root) for node in walk(expr)):
        return None
    try:
        recount.value(expr)
    except recount.NotEvaluated:
        return None
    return Problem(Kind.SIMPLIFY, Form.NUMBER, f"Simplify {to_plain(expr)}.", expression=expr)


def _coefficient(clauses: Clauses) -> Problem | None:
    """``Express 2x + 3x as a + b*x and give b``: the coefficient of a power."""
    match = _COEFFICIENT.fullmatch(clauses.asked)
    expr = _value(clauses, match)
    if match is None or expr is None or len(variables(expr)) != 1:
        return None
    (unknown,) = variables(expr)
    form = clauses.slots.expression(match["form"])
    degrees = None if form is None else _degrees(form, unknown)
    if form is None or degrees is None or match["name"] not in degrees:
        return None
    coefficients = polynomial.of_expression(expr, unknown)
    if coefficients is None or len(coefficients) - 1 > max(degrees.values()):
        return None
    degree = degrees[match["name"]]
    read_as = f"Express {to_plain(expr)} as {to_plain(form)} and give {match['name']}."
    return Problem(
        Kind.COEFFICIENT,
        Form.NUMBER,
        read_as,
        target=expr,
        variable=unknown,
        order=degree,
        labels=(match["name"],),
    )


def _degrees(form: Expr, unknown: str) -> dict[str, int] | None:
    """The power of the unknown that each letter of ``a + b*x + c*x^2`` stands before."""
    found: dict[str, int] = {}
    for term in _terms(form):
        factors = _factors(term)
        letters = [f.name for f in factors if isinstance(f, Symbol) and f.name != unknown]
        rest = [f for f in factors if not (isinstance(f, Symbol) and f.name != unknown)]
        degree = sum(_power(factor, unknown) for factor in rest)
        if len(letters) != 1 or letters[0] in found or degree in found.values() or degree < 0:
            return None
        found[letters[0]] = degree
    return found if sorted(found.values()) == list(range(len(found))) else None


def _terms(expr: Expr) -> list[Expr]:
    if isinstance(expr, Add):
        return _terms(expr.left) + _terms(expr.right)
    return [expr]


def _factors(expr: Expr) -> list[Expr]:
    if isinstance(expr, Mul):
        return _factors(expr.left) + _factors(expr.right)
    return [expr]


def _power(expr: Expr, unknown: str) -> int:
    if expr == Symbol(unknown):
        return 1
    if isinstance(expr, Pow) and expr.base == Symbol(unknown) and isinstance(expr.exponent, Number):
        return int(expr.exponent.value)
    return -100
