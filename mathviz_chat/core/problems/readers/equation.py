"""``Solve 3x + 7 = 22 for x.``, ``Find x and y if x + y = 5 and x - y = 1.``"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import linear_system, slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers import equation_wordings as wordings
from mathviz_chat.core.problems.readers import trigonometric
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.logarithms import TEN, in_base
from mathviz_chat.core.reading.tree import (
    And,
    Call,
    Chain,
    Derivative,
    Div,
    Expr,
    Log,
    Node,
    Or,
    Pow,
    RelOp,
    Root,
    Statement,
    Symbol,
)
from mathviz_chat.core.reading.walking import transform, walk

MAX_UNKNOWNS = 6
MAX_JOINED = 4  # inequalities in one unknown


def read(clauses: Clauses) -> Problem | None:
    """Equations with as many unknowns as equations, inequalities, and formulas for one letter."""
    asked, method = wordings.without_method(clauses.asked)
    clauses = replace(clauses, asked=asked)
    problem = _zeros(clauses) or _meeting(clauses) or _asked_for(clauses)
    if problem is None or any(map(_is_of_another_kind, problem.conditions)):
        return None
    if method is None:
        return problem
    if problem.kind not in _METHODS or method not in _METHODS[problem.kind]:
        return None
    told = f"{problem.read_as.removesuffix('.')} {_SAID[method]}."
    return replace(problem, method=method, read_as=told)


def _is_of_another_kind(condition: Statement) -> bool:
    """A differential equation or a congruence, which have readers of their own."""
    return any(
        isinstance(node, Derivative)
        or (isinstance(node, Call) and (node.primes > 0 or node.function == "mod"))
        for node in walk(condition)
    )


_SAID = {
    "factoring": "by factoring",
    "formula": "using the quadratic formula",
    "completing-the-square": "by completing the square",
    "substitution": "by substitution",
    "elimination": "by elimination",
}
_METHODS = {
    Kind.EQUATION: ("factoring", "formula", "completing-the-square"),
    Kind.SYSTEM: ("substitution", "elimination"),
}


def _asked_for(clauses: Clauses) -> Problem | None:
    for inside, asked in _matches(clauses):
        problem = _read(clauses, inside, asked)
        if problem is not None:
            return problem
    return None


def _zeros(clauses: Clauses) -> Problem | None:
    """``Find the zeros of f(x) = x^2 - 9``: where the function is 0."""
    for pattern in wordings.ZEROS:
        match = pattern.fullmatch(clauses.asked)
        node = None if match is None or clauses.given else clauses.slots.tree(match["body"])
        if isinstance(node, Chain) and node.ops == (RelOp.EQ,):
            head, body = node.items
            if not isinstance(head, Call) and head != Symbol("y"):
                continue
        elif isinstance(node, Expr):
            body = node
        else:
            continue
        return _plain((Chain((body, number(Fraction(0))), (RelOp.EQ,)),), ())
    return None


def _meeting(clauses: Clauses) -> Problem | None:
    """``Where do y = 2x and y = 6 - x intersect?``: the two equations as a system."""
    for pattern in wordings.MEETINGS:
        match = pattern.fullmatch(clauses.asked)
        if match is None or clauses.given:
            continue
        first = clauses.slots.statements(match["first"])
        second = clauses.slots.statements(match["second"])
        if len(first) == len(second) == 1 and set(slots.unknowns((*first, *second))) == {"x", "y"}:
            return _plain((*first, *second), ("x", "y"))
    return None


def _read(
    clauses: Clauses, inside: tuple[Statement, ...], asked: tuple[str, ...]
) -> Problem | None:
    if clauses.given and inside:
        if all(map(_is_inequality, inside)) and any(map(_is_sign, clauses.given)):
            return None  # ``the least positive n such that n^2 > 50``: n > 0 only chooses
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
    if group is None and not asked and len(environment.derived) == 1 and inside:
        group = environment.derived[0]
        asked = tuple(name for name, _ in group.values)
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


def _as_read(node: Node) -> Node | None:
    """``x^(1/2)`` is a root, ``log(x, 2)`` a logarithm; the reading says so."""
    if isinstance(node, Pow) and node.exponent == Div(number(Fraction(1)), number(Fraction(2))):
        return Root(transform(node.base, _as_read), number(Fraction(2)))
    if isinstance(node, Call) and node.function == "log" and len(node.args) == 2:
        return Log(*(transform(arg, _as_read) for arg in node.args))
    return None


def _plain(given: tuple[Statement, ...], asked: tuple[str, ...]) -> Problem | None:
    given = tuple(transform(in_base(statement, TEN), _as_read) for statement in given)
    unknowns = slots.unknowns(given)
    if len(given) == 1 and _is_inequality(given[0]):
        return _inequality(given[0], asked)
    if (joined := _joined(given)) is not None:
        return _inequality(joined, asked)
    if not given or not _are_conditions(given) or len(given) > MAX_UNKNOWNS:
        return None
    if not set(asked) <= set(unknowns) or (asked == () and _is_solved(given)):
        return None
    if len(given) == 1 < len(unknowns):
        return _literal(given[0], asked)
    if len(given) != len(unknowns):
        return None
    if len(given) > 2 and linear_system.rows(given, unknowns) is None:
        return None
    return _problem(given, asked or unknowns)


def _literal(equation: Statement, asked: tuple[str, ...]) -> Problem | None:
    """A formula, solved for one of its letters."""
    if len(asked) != 1 or any(isinstance(item, Call) for item in _items(equation)):
        return None
    if Symbol(asked[0]) in _items(equation) and not _both_sides(equation, asked[0]):
        return None
    read_as = f"Solve {slots.spelled(equation)} for {asked[0]}."
    return Problem(Kind.LITERAL, Form.SOLUTIONS, read_as, asked, (equation,))


def _items(equation: Statement) -> tuple[Expr, ...]:
    return equation.items if isinstance(equation, Chain) else ()


def _both_sides(equation: Statement, name: str) -> bool:
    return all(name in variables(item) for item in _items(equation))


def _matches(clauses: Clauses) -> Iterator[tuple[tuple[Statement, ...], tuple[str, ...]]]:
    """The statements inside the sentence that asks, and the names asked for, () where none is."""
    if not clauses.asked:
        yield (), ()
        return
    equal = wordings.EQUAL_TO.fullmatch(clauses.asked)
    if equal is not None:
        sides = [clauses.slots.expression(equal[side]) for side in ("left", "right")]
        names = clauses.slots.names(equal["names"])
        if sides[0] is not None and sides[1] is not None and names:
            yield (Chain((sides[0], sides[1]), (RelOp.EQ,)),), names
    for pattern in (*wordings.ASKED, wordings.IN_TERMS):
        match = pattern.fullmatch(clauses.asked)
        if match is None:
            continue
        groups = match.groupdict()
        named = next((v for k, v in groups.items() if k.startswith("names") and v), None)
        inside = clauses.slots.conditions(groups["given"]) if groups.get("given") else ()
        asked = clauses.slots.names(named) if named else ()
        if bool(groups.get("given")) != bool(inside) or bool(named) != bool(asked):
            continue
        others = clauses.slots.names(groups["others"]) if groups.get("others") else None
        if others is None or {*others, *asked} == set(slots.unknowns((*clauses.given, *inside))):
            yield inside, asked


def _is_inequality(statement: Statement) -> bool:
    signs = {RelOp.LT, RelOp.LE, RelOp.GT, RelOp.GE}
    return isinstance(statement, Chain) and set(statement.ops) <= signs


def _is_sign(statement: Statement) -> bool:
    """``n > 0``."""
    match statement:
        case Chain((Symbol(), end), _):
            return _is_inequality(statement) and end == number(Fraction(0))
    return False


def _joined(given: tuple[Statement, ...]) -> And | Or | None:
    """Inequalities of which all must hold, ``x > 2, 3x - 1 < 11``, or one, by an "or"."""
    one = given[0] if len(given) == 1 else And(given) if len(given) <= MAX_JOINED else None
    if not isinstance(one, And | Or) or not all(map(_is_inequality, one.items)):
        return None
    return one


def _inequality(statement: Statement, asked: tuple[str, ...]) -> Problem | None:
    unknowns = slots.unknowns((statement,))
    if len(unknowns) != 1 or asked not in ((), unknowns):
        return None
    parts = statement.items if isinstance(statement, And | Or) else (statement,)
    if asked == () and _is_solved(parts):
        return None
    word = " or " if isinstance(statement, Or) else " and "
    read_as = f"Solve {word.join(map(to_plain, parts))} for {unknowns[0]}."
    return Problem(Kind.EQUATION, Form.INTERVALS, read_as, unknowns, (statement,))


def _are_conditions(given: tuple[Statement, ...]) -> bool:
    return all(isinstance(s, Chain) and s.ops == (RelOp.EQ,) for s in given)


def _is_solved(given: tuple[Statement, ...]) -> bool:
    """``x = 5`` states a value and asks nothing."""
    return all(_states_a_value(s) for s in given)


def _states_a_value(statement: Statement) -> bool:
    items = _items(statement)
    named = [item for item in items if isinstance(item, Symbol)]
    return bool(named) and not any(variables(item) for item in items if item not in named)


def _problem(given: tuple[Statement, ...], asked: tuple[str, ...]) -> Problem:
    equations = " and ".join(slots.spelled(statement) for statement in given)
    read_as = f"Solve {equations} for {' and '.join(asked)}."
    if len(given) == 1:
        angles = trigonometric.without_domain(given[0])
        if angles is not None:
            return angles
        return Problem(Kind.EQUATION, Form.SOLUTIONS, read_as, asked, given)
    form = Form.ASSIGNMENT if len(asked) > 1 else Form.SOLUTIONS
    return Problem(Kind.SYSTEM, form, read_as, asked, given)
