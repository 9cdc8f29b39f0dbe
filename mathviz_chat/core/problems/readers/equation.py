"""``Solve 3x + 7 = 22 for x.``, ``Find x and y if x + y = 5 and x - y = 1.``"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Call, Chain, Expr, RelOp, Statement, Symbol

_NAMES = rf"(?P<names>{slots.NAME}(?:{slots.SEPARATOR}{slots.NAME})*)"
_KIND = r"(?:linear\s+|quadratic\s+|simultaneous\s+|algebraic\s+|following\s+)*"
_NOUN = (
    rf"(?:the\s+|this\s+|these\s+)?{_KIND}(?:pair\s+of\s+|system\s+of\s+)?{_KIND}"
    r"(?:equations?|inequalit(?:y|ies)|system)"
)
_VERB = (
    r"(?:find|determine|calculate|compute|work\s+out|give|what(?:'s|s|\s+is|\s+are)|state|get|"
    r"obtain)"
)
_WHAT = r"(?:all\s+)?(?:the\s+)?(?:real\s+)?(?:possible\s+)?(?:values?|solutions?|roots?)"
_TRUE = r"(?:\s+(?:(?:is|are)\s+(?:true|satisfied)|hold[s]?))?"
_ASKED = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"solve(?:\s+{_NOUN})?(?:\s+for\s+{_NAMES})?",
        rf"solve(?:\s+{_NOUN})?\s*:?\s+(?P<given>{slots.STATEMENTS})(?:,?\s+for\s+{_NAMES})?",
        rf"solve\s+for\s+{_NAMES}\s*(?::|in|given|if|when|,)?\s*(?:{_NOUN}\s*:?\s*)?(?P<given>{slots.STATEMENTS})",
        rf"{_VERB}\s+(?:{_WHAT}\s+of\s+)?{_NAMES}",
        rf"{_VERB}\s+{_WHAT}\s+(?:of|to|for)\s+(?:{_NOUN}\s*:?\s*)?(?P<given>{slots.STATEMENTS})(?:,?\s+for\s+{_NAMES})?",
        rf"(?:for\s+)?(?:what|which)\s+(?:real\s+)?values?\s+of\s+{_NAMES}\s+(?:is|are|does|do|satisf(?:y|ies)|makes?|solves?)\s+"
        rf"(?:{_NOUN}\s*:?\s*)?(?P<given>{slots.STATEMENTS}){_TRUE}",
        rf"(?:what|which)\s+values?\s+of\s+{_NAMES}\s+makes?\s+(?P<given>{slots.STATEMENTS})\s+true",
        rf"find\s+{_NAMES}:?\s+(?P<given>{slots.STATEMENTS})",
        rf"{_VERB}\s+{_NAMES}\s+(?:in|such\s+that|so\s+that|given(?:\s+that)?|if|when|where)\s+(?P<given>{slots.STATEMENTS})",
    )
)


_ZEROS = re.compile(
    rf"{_VERB}\s+(?:all\s+)?(?:the\s+)?(?:real\s+)?(?:zeros?|zeroes|roots?|x-intercepts?)\s+of\s+"
    rf"(?:the\s+)?(?:(?:function|polynomial|quadratic|curve|graph\s+of)\s+)?(?P<body>{slots.STATEMENTS})",
    re.IGNORECASE | re.DOTALL,
)


def read(clauses: Clauses) -> Problem | None:
    """Equations with as many unknowns as equations, one or two."""
    zeros = _zeros(clauses)
    if zeros is not None:
        return zeros
    for inside, asked in _matches(clauses):
        problem = _read(clauses, inside, asked)
        if problem is not None:
            return problem
    return None


def _zeros(clauses: Clauses) -> Problem | None:
    """``Find the zeros of f(x) = x^2 - 9``: where the function is 0."""
    match = _ZEROS.fullmatch(clauses.asked)
    node = None if match is None or clauses.given else clauses.slots.tree(match["body"])
    if isinstance(node, Chain) and node.ops == (RelOp.EQ,):
        head, body = node.items
        if not isinstance(head, Call) and head != Symbol("y"):
            return None
    elif isinstance(node, Expr):
        body = node
    else:
        return None
    return _plain((Chain((body, number(Fraction(0))), (RelOp.EQ,)),), ())


def _read(
    clauses: Clauses, inside: tuple[Statement, ...], asked: tuple[str, ...]
) -> Problem | None:
    if clauses.given and inside:
        return _composed(clauses, inside, asked) or _plain((*clauses.given, *inside), asked)
    return _plain((*clauses.given, *inside), asked) or _composed(clauses, inside, asked)


def _composed(
    clauses: Clauses, inside: tuple[Statement, ...], asked: tuple[str, ...]
) -> Problem | None:
    """Equations in names that the question defines: by values, functions and other equations."""
    environment = clauses.environment()
    if environment is None:
        return None
    if not all(environment.take(statement) for statement in inside):
        return None
    group = next(
        (d for d in environment.derived if set(asked) & {name for name, _ in d.values}), None
    )
    conditions: tuple[Statement, ...] = tuple(environment.pending)
    if group is not None:
        if conditions:
            return None
        conditions = group.conditions
    elif not conditions and len(asked) == 1 and asked[0] in environment.values:
        conditions = (Chain((Symbol(asked[0]), environment.values[asked[0]]), (RelOp.EQ,)),)
    environment.used |= set(asked)
    if not environment.definitions_used:
        return None
    return _plain(conditions, asked)


def _plain(given: tuple[Statement, ...], asked: tuple[str, ...]) -> Problem | None:
    unknowns = slots.unknowns(given)
    if len(given) == 1 and _is_inequality(given[0]):
        return _inequality(given[0], asked)
    if not given or not _are_conditions(given) or len(given) != len(unknowns) or len(given) > 2:
        return None
    if not set(asked) <= set(unknowns) or (asked == () and _is_solved(given)):
        return None
    return _problem(given, asked or unknowns, unknowns)


def _matches(clauses: Clauses) -> Iterator[tuple[tuple[Statement, ...], tuple[str, ...]]]:
    """The statements inside the sentence that asks, and the names asked for, () where none is."""
    if not clauses.asked:
        yield (), ()
        return
    for pattern in _ASKED:
        match = pattern.fullmatch(clauses.asked)
        if match is None:
            continue
        groups = match.groupdict()
        inside = clauses.slots.statements(groups["given"]) if groups.get("given") else ()
        asked = clauses.slots.names(groups["names"]) if groups.get("names") else ()
        if bool(groups.get("given")) == bool(inside) and bool(groups.get("names")) == bool(asked):
            yield inside, asked


def _is_inequality(statement: Statement) -> bool:
    signs = {RelOp.LT, RelOp.LE, RelOp.GT, RelOp.GE}
    return isinstance(statement, Chain) and set(statement.ops) <= signs


def _inequality(statement: Statement, asked: tuple[str, ...]) -> Problem | None:
    unknowns = slots.unknowns((statement,))
    if len(unknowns) != 1 or asked not in ((), unknowns):
        return None
    if asked == () and _is_solved((statement,)):
        return None
    read_as = f"Solve {to_plain(statement)} for {unknowns[0]}."
    return Problem(Kind.EQUATION, Form.INTERVALS, read_as, unknowns, (statement,))


def _are_conditions(given: tuple[Statement, ...]) -> bool:
    return all(isinstance(s, Chain) and s.ops == (RelOp.EQ,) for s in given)


def _is_solved(given: tuple[Statement, ...]) -> bool:
    """``x = 5`` states a value and asks nothing."""
    return all(isinstance(s, Chain) and any(isinstance(i, Symbol) for i in s.items) for s in given)


def _problem(
    given: tuple[Statement, ...], asked: tuple[str, ...], unknowns: tuple[str, ...]
) -> Problem:
    equations = " and ".join(to_plain(statement) for statement in given)
    read_as = f"Solve {equations} for {' and '.join(asked)}."
    if len(given) == 1:
        return Problem(Kind.EQUATION, Form.SOLUTIONS, read_as, asked, given)
    form = Form.ASSIGNMENT if len(asked) > 1 else Form.SOLUTIONS
    return Problem(Kind.SYSTEM, form, read_as, asked, given)
