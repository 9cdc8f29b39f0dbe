"""``Solve sin(x) = 1/2 for 0 <= x < 2pi``, ``on [0°, 360°)``, the general solution."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems import recount, slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers import equation_wordings as wordings
from mathviz_chat.core.reading.tree import (
    Call,
    Chain,
    Const,
    Constant,
    Degrees,
    Expr,
    Interval,
    Neg,
    Number,
    RelOp,
    Statement,
    Symbol,
)
from mathviz_chat.core.reading.walking import has, transform, walk

_FLAGS = re.IGNORECASE | re.DOTALL
_INTERVAL: Final = LazyPattern(
    rf"(?P<rest>.+?),?\s+(?:(?:for\s+{slots.NAME}\s+)?(?:in|on|over|∈|\\in)|for)\s+"
    r"(?:the\s+)?(?:interval\s+)?(?P<interval>[\[(][^\[\]()]*(?:\([^()]*\)[^\[\]()]*)*[\])])",
    _FLAGS,
)
_BETWEEN: Final = LazyPattern(
    rf"(?P<rest>.+?),?\s+for\s+{slots.NAME}\s+(?:between|from)\s+(?P<low>{slots.MATHS})\s+(?:and|to)\s+(?P<high>{slots.MATHS})",
    _FLAGS,
)
_GENERAL: Final = LazyPattern(
    rf"(?:find|give|state|determine|write(?:\s+down)?)\s+the\s+general\s+solutions?\s+(?:of|to|for)\s+(?:{wordings.NOUN}\s*:?\s*)?(?P<given>{slots.STATEMENTS})",
    _FLAGS,
)
_SINES: Final = frozenset({"sin", "cos", "tan", "sec", "csc", "cot"})


def read(clauses: Clauses) -> Problem | None:
    """One equation in sines, cosines and tangents of multiples of one unknown."""
    match = _GENERAL.fullmatch(clauses.asked)
    if match is not None and not clauses.given:
        return _problem(clauses.slots.statements(match["given"]), None)
    domains = [s for s in clauses.given if _is_domain(s)]
    given = tuple(s for s in clauses.given if not _is_domain(s))
    rest, domain = clauses.asked, domains[0] if len(domains) == 1 else None
    if not domains:
        rest, domain = _domain_in(clauses)
    inside = _inside(replace(clauses, asked=rest), given)
    if inside is None:
        return None
    domains += [s for s in inside if _is_domain(s)]
    if len(domains) == 1 and domain is None:
        domain = domains[0]
    if len(domains) > 1 or domain is None:
        return None
    return _problem((*given, *(s for s in inside if not _is_domain(s))), domain)


def _inside(clauses: Clauses, outside: tuple[Statement, ...]) -> tuple[Statement, ...] | None:
    """The equation in the sentence that asks; None where that says anything else besides."""
    if not clauses.asked:
        return ()
    for pattern in wordings.ASKED:
        match = pattern.fullmatch(clauses.asked)
        if match is not None:
            given = match.groupdict().get("given")
            inside = clauses.slots.statements(given) if given else ()
            names = next((v for k, v in match.groupdict().items() if "names" in k and v), None)
            known = set(slots.unknowns((*inside, *outside)))
            if names and not set(clauses.slots.names(names)) <= known:
                continue
            if inside or not given:
                return inside
    return clauses.slots.statements(clauses.asked) or None


def _is_domain(statement: Statement) -> bool:
    """``0 <= x < 2pi``."""
    if not isinstance(statement, Chain) or len(statement.items) != 3:
        return False
    low, unknown, high = statement.items
    less = set(statement.ops) <= {RelOp.LT, RelOp.LE}
    return less and isinstance(unknown, Symbol) and not variables(low) and not variables(high)


def _domain_in(clauses: Clauses) -> tuple[str, Statement | None]:
    match = _INTERVAL.fullmatch(clauses.asked)
    if match is not None:
        node = clauses.slots.tree(match["interval"])
        if isinstance(node, Interval):
            ops = (
                RelOp.LE if node.lower_closed else RelOp.LT,
                RelOp.LE if node.upper_closed else RelOp.LT,
            )
            return match["rest"], Chain((node.lower, Symbol("x"), node.upper), ops)
    match = _BETWEEN.fullmatch(clauses.asked)
    if match is not None:
        low, high = clauses.slots.expression(match["low"]), clauses.slots.expression(match["high"])
        if low is not None and high is not None:
            return match["rest"], Chain((low, Symbol("x"), high), (RelOp.LE, RelOp.LE))
    return clauses.asked, None


def _problem(given: tuple[Statement, ...], domain: Statement | None) -> Problem | None:
    if len(given) != 1 or not isinstance(given[0], Chain) or given[0].ops != (RelOp.EQ,):
        return None
    equation = given[0]
    names = variables(equation)
    calls = [n for n in walk(equation) if isinstance(n, Call)]
    if len(names) != 1 or not calls or any(call.function not in _SINES for call in calls):
        return None
    if domain is None:
        read_as = f"Find the general solution of {slots.spelled(equation)}."
        return Problem(Kind.TRIGONOMETRIC, Form.GENERAL, read_as, names, given)
    assert isinstance(domain, Chain)
    low, _, high = domain.items
    if _looks_like_degrees(low) or _looks_like_degrees(high):
        if not _fits_degrees(equation, names[0], low, high):
            return None
        low, high = _in_degrees(low), _in_degrees(high)
    domain = Chain((low, Symbol(names[0]), high), domain.ops)
    read_as = f"Solve {slots.spelled(equation)} for {slots.spelled(domain)}."
    return Problem(Kind.TRIGONOMETRIC, Form.SOLUTIONS, read_as, names, (equation, domain))


def without_domain(equation: Statement) -> Problem | None:
    """All solutions of an equation in sines, cosines and tangents alone; None for another."""
    if not isinstance(equation, Chain) or len(equation.items) != 2:
        return None
    letter = Symbol("u")
    placed = transform(
        equation, lambda n: letter if isinstance(n, Call) and n.function in _SINES else None
    )
    return _problem((equation,), None) if variables(placed) == ("u",) else None


def _fits_degrees(equation: Chain, name: str, low: Expr, high: Expr) -> bool:
    """Whether nothing else speaks of radians: the other end, pi, or a shift without a sign."""
    ends = all(end == Number(Fraction(0)) or _looks_like_degrees(end) for end in (low, high))
    shifts = [
        substitute(node.args[0], {name: Number(Fraction(0))})
        for node in walk(equation)
        if isinstance(node, Call) and variables(node)
    ]
    bare = any(not has(one, Degrees) and recount.value(one) != 0 for one in shifts)
    return ends and not bare and Constant(Const.PI) not in walk(equation)


def _in_degrees(end: Expr) -> Expr:
    return Neg(Degrees(end.arg)) if isinstance(end, Neg) else Degrees(end)


def _looks_like_degrees(end: Expr) -> bool:
    """``0 <= x < 360``: degrees are meant, and the reading says so."""
    node = end.arg if isinstance(end, Neg) else end
    return isinstance(node, Number) and node.value != 0 and node.value % 90 == 0
