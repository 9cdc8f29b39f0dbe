"""``Expand``, ``Factor``, ``Simplify``, ``Collect the terms``, ``Express ... as ... and give``."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import multivariate, polynomial, recount, slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.logarithms import TEN, in_base
from mathviz_chat.core.reading.tree import (
    Add,
    Chain,
    Expr,
    Log,
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
    r"(?:the\s+)?(?:following\s+)?(?:algebraic\s+|rational\s+|radical\s+|numerical\s+)?"
    r"(?:(?:expression|polynomial|quadratic|trinomial|binomial|cubic|product|fraction|surd|"
    r"radical|sum|difference)s?(?:\s+of\s+(?:two\s+)?(?:squares|cubes))?\s*:?\s+)?"
)
_BRACKETS = r"(?:the\s+)?(?:brackets|parentheses)"
_LIKE = r"(?:the\s+|all\s+)?(?:like\s+)?terms"
_EXPAND: Final = tuple(
    LazyPattern(pattern, _FLAGS)
    for pattern in (
        rf"(?:expand(?:\s+(?:and\s+simplify|out|fully|completely))?|multiply\s+out(?:\s+and\s+simplify)?|distribute)\s*:?\s+{_OBJECT}(?P<e>{_M})",
        rf"(?:expand|remove|open|multiply\s+out|clear)\s+{_BRACKETS}\s*(?:in|of|from|:)?\s*{_OBJECT}(?P<e>{_M})",
        rf"(?:collect|combine|gather|add)\s+{_LIKE}\s*(?:in|of|:)?\s*{_OBJECT}(?P<e>{_M})",
        rf"(?:find|work\s+out|compute|what\s+is)\s+the\s+product:?\s+(?:of\s+)?(?P<e>{_M})",
        rf"use\s+the\s+distributive\s+(?:property|law)\s+to\s+(?:expand|simplify|rewrite|multiply)\s+{_OBJECT}(?P<e>{_M})",
        rf"(?:write|express|rewrite)\s+(?P<e>{_M})\s+(?:as\s+a\s+polynomial(?:\s+in\s+standard\s+form)?|in\s+(?:standard|expanded)\s+form|without\s+brackets)",
        rf"(?:what\s+is\s+)?(?P<e>{_M})[,:]?\s+(?:expand(?:ed)?(?:\s+and\s+simplif(?:y|ied))?|in\s+expanded\s+form)",
    )
)
_FULLY = r"(?:fully|completely|as\s+far\s+as\s+possible|over\s+the\s+integers|by\s+grouping)"
_COMMON = r"(?:the\s+)?(?:(?:greatest|highest|largest)\s+)?common\s+(?:monomial\s+)?factors?"
_FACTOR: Final = tuple(
    LazyPattern(pattern, _FLAGS)
    for pattern in (
        rf"(?:{_FULLY}\s+)?(?:factor(?:i[sz]e)?|find\s+the\s+factori[sz]ation\s+of)"
        rf"(?:\s+(?:{_FULLY}|out))?\s*:?\s+{_OBJECT}(?P<e>{_M})(?:,?\s+{_FULLY})?",
        rf"(?:factor|take)\s+out\s+{_COMMON}\s*(?:of|in|from|:)?\s+{_OBJECT}(?P<e>{_M})",
        rf"(?:find|what\s+are|give)\s+the\s+factors\s+of\s+{_OBJECT}(?P<e>{_M})",
        rf"(?:write|express|rewrite|put)\s+{_OBJECT}(?P<e>{_M})\s+(?:in\s+(?:fully\s+)?factor(?:ed|i[sz]ed)\s+form"
        r"|as\s+(?:a|the)\s+product\s+of\s+(?:(?:two|three|its|linear|irreducible)\s+)*factors)",
    )
)
_FORM = (
    r"(?:its\s+|the\s+)?(?:simplest|lowest|reduced|simplified)\s+"
    r"(?:(?:surd|radical)\s+)?(?:form|terms)"
)
_POSITIVE = (
    r"(?:,?\s+(?:assuming|given|if|where|when|for)\s+(?:that\s+)?"
    rf"(?P<name>{slots.NAME})\s+(?:is\s+positive|>\s*0))?"
)
_ONE = r"(?:as\s+)?(?:a\s+)?single\s+(?:fraction|logarithm|log|term)"
_SIMPLIFY: Final = tuple(
    LazyPattern(pattern, _FLAGS)
    for pattern in (
        rf"(?:simplify|reduce|rationali[sz]e(?:\s+the\s+denominator\s*(?:of|in|:)?)?)\s*:?\s+{_OBJECT}(?P<e>{_M})"
        rf"(?:\s+(?:to|into)\s+{_FORM}|\s+(?:completely|fully))?{_POSITIVE}",
        rf"(?:write|express|give|put|reduce|simplify)\s+{_OBJECT}(?P<e>{_M})\s+(?:in|to|into)\s+{_FORM}{_POSITIVE}",
        rf"(?:write|express|combine)\s+{_ONE}\s*:?\s+(?P<e>{_M}){_POSITIVE}",
        rf"(?:write|express|combine|simplify)\s+(?P<e>{_M})\s+(?:as|into|to)\s+{_ONE}{_POSITIVE}",
    )
)
_COEFFICIENT: Final = LazyPattern(
    rf"(?:express|rearrange|write|rewrite)\s+(?P<e>{_M})\s+(?:as|in\s+the\s+form|to\s+the\s+form|to)\s+"
    rf"(?P<form>{_M})\s+and\s+(?:give|determine|state|find|calculate)\s+(?P<name>{slots.NAME})",
    _FLAGS,
)


def read(clauses: Clauses) -> Problem | None:
    """An expression to be written in another form."""
    found = _expand(clauses) or _factor(clauses) or _simplify(clauses) or _coefficient(clauses)
    if found is None or not _may_be_complex(found):
        return found
    if not _I_IS_A_LETTER.search(clauses.asked):
        return None
    return replace(found, read_as=found.read_as.replace("Expand ", "Collect the terms in "))


_I_IS_A_LETTER: Final = re.compile(r"\bcollect|\bi\s+is\s+positive\b|\bi\s*>\s*0", re.IGNORECASE)
"""``assuming i is positive``, ``collect the terms in``: so nobody speaks of a complex number."""


def _may_be_complex(problem: Problem) -> bool:
    """Whether ``i`` is the only letter: then it is hardly a variable (``complex_numbers.py``).

    A sum such as ``2i + 3i`` may be one of vectors, too, and stays.
    """
    expr = problem.expression
    if problem.kind not in (Kind.EXPAND, Kind.SIMPLIFY) or expr is None:
        return False
    if set(variables(expr)) != {"i"}:
        return False
    try:
        terms = multivariate.of_expression(expr, ("i",))
    except recount.NotEvaluated:
        return True
    return terms is None or set(terms) != {(1,)}


def _value(clauses: Clauses, match: re.Match[str] | None) -> Expr | None:
    found = None if match is None else clauses.value(match["e"])
    return None if found is None else found[0]


def _first(
    clauses: Clauses, patterns: tuple[LazyPattern, ...]
) -> tuple[re.Match[str], Expr] | None:
    """The first pattern whose place holds an expression."""
    for pattern in patterns:
        match = pattern.fullmatch(clauses.asked)
        expr = _value(clauses, match)
        if match is not None and expr is not None:
            return match, expr
    return None


def _named(clauses: Clauses) -> Expr | None:
    """``Add x^2 + 1 and 3x``, ``the product of x and x + 1``: an operation told in words."""
    phrase = re.sub(r"^(?:what\s+is|find|calculate|work\s+out)\s+", "", clauses.asked, flags=re.I)
    if re.fullmatch(_M, phrase, _FLAGS) or "'" in phrase or "derivative" in phrase:
        return None
    found = clauses.value(phrase)
    if found is None or clauses.given or not variables(found[0]):
        return None
    return found[0] if multivariate.of_expression(found[0], variables(found[0])) else None


def _expand(clauses: Clauses) -> Problem | None:
    found = _first(clauses, _EXPAND)
    expr = found[1] if found else _named(clauses)
    if expr is None:
        return None
    expr = in_base(expr, TEN)
    names = variables(expr)
    if not names:
        return _surd(expr) if found and _has_roots(expr) else None
    read_as = f"Expand {to_plain(expr)}."
    return Problem(Kind.EXPAND, Form.EXPANDED, read_as, expression=expr, variable=names[0])


def _factor(clauses: Clauses) -> Problem | None:
    found = _first(clauses, _FACTOR)
    expr = found[1] if found else None
    names = () if expr is None else variables(expr)
    if expr is None or not names or not multivariate.of_expression(expr, names):
        return None
    read_as = f"Factor {to_plain(expr)}."
    return Problem(Kind.FACTOR, Form.FACTORED, read_as, expression=expr, variable=names[0])


def _simplify(clauses: Clauses) -> Problem | None:
    unknown = _positive(clauses.given)
    is_positive = unknown is not None
    found = _first(replace(clauses, given=()) if is_positive else clauses, _SIMPLIFY)
    if found is None:
        return None
    match, expr = found[0], in_base(found[1], TEN)
    names = variables(expr)
    read_as = f"Simplify {to_plain(expr)}"
    positive: tuple[Statement, ...] = ()
    if match["name"] or is_positive:
        if names != (match["name"] or unknown,):
            return None
        positive = (Chain((Symbol(names[0]), Number(Fraction(0))), (RelOp.GT,)),)
        read_as += f", assuming that {names[0]} is positive"
    if not names:
        return _surd(expr)
    return Problem(
        Kind.SIMPLIFY, Form.EXPRESSION, read_as + ".", expression=expr, conditions=positive
    )


def _positive(given: tuple[Statement, ...]) -> str | None:
    """The letter in ``x > 0``, where that is all that is given."""
    if len(given) != 1 or not isinstance(given[0], Chain) or given[0].ops != (RelOp.GT,):
        return None
    left, right = given[0].items
    return left.name if isinstance(left, Symbol) and right == Number(Fraction(0)) else None


def _has_roots(expr: Expr) -> bool:
    """``(2 + √3)(2 - √3)``, which is expanded by simplifying it."""
    return any(isinstance(node, Root) for node in walk(expr))


def _surd(expr: Expr) -> Problem | None:
    """A number with roots in it; one without is arithmetic."""
    try:
        recount.value(expr)
    except recount.NotEvaluated:
        return None
    if not any(isinstance(node, Root | Log) for node in walk(expr)):
        if isinstance(expr, Number):
            return None
        read_as = f"Calculate {to_plain(expr)}."
        return Problem(Kind.ARITHMETIC, Form.NUMBER, read_as, expression=expr)
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
