"""Whether two trees are the same answer: the comparison that ``equal`` rests on.

Each rule is symmetric. What no rule decides is undecided, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from mathviz_chat.core.checking.conditions import (
    as_condition,
    assignment,
    is_infinite,
    membership,
)
from mathviz_chat.core.checking.equality_result import (
    Equality,
    EqualityResult,
    Terms,
    equal_because,
    undecided_because,
    unequal_because,
)
from mathviz_chat.core.checking.judgement import clip
from mathviz_chat.core.checking.same_expressions import same_expression
from mathviz_chat.core.checking.terms import (
    conjuncts,
    disjuncts,
    equation,
    has,
    is_closed,
    lone_symbol,
)
from mathviz_chat.core.kernel import (
    Outcome,
    compare_conditions,
    substitute,
    variables,
)
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.both_signs import both_signs
from mathviz_chat.core.reading.tree import (
    And,
    Call,
    Chain,
    Expr,
    Interval,
    Matrix,
    Node,
    Or,
    PlusMinus,
    RelOp,
    SetOf,
    Statement,
    Symbol,
    Truth,
    TupleOf,
    UnionOf,
)
from mathviz_chat.core.verdict import Relation


def same(gold: Node, answer: Node, terms: Terms) -> Equality:
    """Compare two answers as trees."""
    if gold == answer:
        return equal_because("They are written the same way.", "same tree")
    gold, answer = _both_values(gold), _both_values(answer)
    for rule in RULES:
        found = rule(gold, answer, terms)
        if found is not None:
            return found
    if isinstance(gold, Statement) or isinstance(answer, Statement):
        return undecided_because("One is a relation, the other is not.")
    return same_expression(gold, answer, terms)


def _both_values(node: Node) -> Node:
    """``1 ± 2`` as the two values that it stands for."""
    if isinstance(node, Statement) or not has(node, PlusMinus):
        return node
    two = both_signs(equation(node, node))
    values = [part.items[0] for part in disjuncts(two) if isinstance(part, Chain)]
    return SetOf(tuple(values))


def _as_infinities(gold: Node, answer: Node, terms: Terms) -> Equality | None:
    """Infinite ends of intervals, limits."""
    infinite = [is_infinite(node) for node in (gold, answer)]
    if not any(infinite):
        return None
    return unequal_because("They are not the same infinity.", "infinity")


# ------------------------------------------------------------------ collections


def _as_collections(gold: Node, answer: Node, terms: Terms) -> Equality | None:
    """Sets, lists and tuples; a lone value is a list of one."""
    kinds = (SetOf, TupleOf)
    if not isinstance(gold, kinds) and not isinstance(answer, kinds):
        return None
    if isinstance(gold, Statement) or isinstance(answer, Statement):
        return _list_and_statement(gold, answer, terms)
    left, right = _items(gold), _items(answer)
    if len(left) != len(right):
        if _is_set(gold) or _is_set(answer):
            left, right = _distinct(left), _distinct(right)
        if len(left) != len(right):
            return _counts_differ(left, right)
    if terms.ordered or (_is_tuple(gold) and _is_tuple(answer)):
        return _in_order(left, right, terms)
    if _is_tuple(gold) != _is_tuple(answer) and (_is_set(gold) or _is_set(answer)):
        return undecided_because("One is an ordered tuple, the other a set.")
    if _is_tuple(gold) or _is_tuple(answer):
        return _in_order(left, right, terms)
    return matched(left, right, lambda a, b: same(a, b, terms))


def _counts_differ(left: Sequence[Node], right: Sequence[Node]) -> Equality:
    fewer, more = sorted((len(left), len(right)))
    return unequal_because(f"One has {fewer} parts, the other {more}.", "count")


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, SetOf | TupleOf) else (node,)


def _distinct(items: Sequence[Node]) -> tuple[Node, ...]:
    return tuple(dict.fromkeys(items))


def _is_set(node: Node) -> bool:
    return isinstance(node, SetOf)


def _is_tuple(node: Node) -> bool:
    return isinstance(node, TupleOf) and node.bracketed


def _in_order(left: Sequence[Node], right: Sequence[Node], terms: Terms) -> Equality:
    results = [same(a, b, terms) for a, b in zip(left, right, strict=True)]
    return _all_equal(results, "They have the same parts in the same order.")


def _all_equal(results: Sequence[Equality], reason: str) -> Equality:
    for wanted in (EqualityResult.UNEQUAL, EqualityResult.UNDECIDED):
        for one in results:
            if one.result is wanted:
                return one
    return equal_because(reason, results[0].method if results else None)


def matched(
    left: Sequence[Node], right: Sequence[Node], compare: Callable[[Node, Node], Equality]
) -> Equality:
    """Each of ``left`` equals one of ``right`` of its own, in any order."""
    if len(left) != len(right):
        return _counts_differ(left, right)
    rest = list(right)
    unsure: Equality | None = None
    for item in left:
        results = [compare(item, other) for other in rest]
        equal_one = [k for k, one in enumerate(results) if one.result is EqualityResult.EQUAL]
        if equal_one:
            del rest[equal_one[0]]
            continue
        unsure = next((r for r in results if r.result is EqualityResult.UNDECIDED), None)
        if unsure is None:
            return unequal_because(f"{clip(to_plain(item))} is in one of them only.", "matching")
        return unsure
    return equal_because("They have the same elements.", "matching")


# ------------------------------------------------------------------ statements


def _as_truths(gold: Node, answer: Node, terms: Terms) -> Equality | None:
    """``no solution`` and the empty set."""
    values = [_emptiness(gold), _emptiness(answer)]
    if None in values:
        return None
    if values[0] == values[1]:
        return equal_because("They say the same.", "truth values")
    return unequal_because("They say opposite things.", "truth values")


def _emptiness(node: Node) -> bool | None:
    if isinstance(node, Truth):
        return node.value
    return False if isinstance(node, SetOf) and not node.items else None


def _as_statements(gold: Node, answer: Node, terms: Terms) -> Equality | None:
    if isinstance(gold, Statement) and isinstance(answer, Statement):
        return _same_statement(gold, answer, terms)
    if isinstance(gold, Statement) != isinstance(answer, Statement):
        statement, other = (gold, answer) if isinstance(gold, Statement) else (answer, gold)
        if isinstance(other, SetOf | TupleOf):
            return None
        return _named_value(statement, other, terms)
    return None


def _named_value(statement: Node, other: Node, terms: Terms) -> Equality | None:
    """``x = 5`` beside ``5``, ``y = 2x`` and ``f(x) = 2x`` beside ``2x``."""
    if not isinstance(statement, Chain) or statement.ops != (RelOp.EQ,):
        return None
    left, right = statement.items
    applied = isinstance(left, Call) and all(isinstance(arg, Symbol) for arg in left.args)
    named = applied and not is_closed(left)
    if not named and (lone_symbol(left) is None or lone_symbol(left) in variables(right)):
        return None
    return same(right, other, terms)


def _same_statement(gold: Statement, answer: Statement, terms: Terms) -> Equality:
    left, right = _definition(gold), _definition(answer)
    spread = has(gold, PlusMinus) != has(answer, PlusMinus)
    if left is not None and right is not None and left[0] == right[0] and not spread:
        found = same(left[1], right[1], terms)
        unequal = found.result is EqualityResult.UNEQUAL
        return (_families(left[1], right[1], terms) or found) if unequal else found
    names = tuple(sorted({*variables(gold), *variables(answer)}))
    before, after = (as_condition(statement, names) for statement in (gold, answer))
    lists = [_values(before), _values(after)]
    if lists[0] is not None and lists[1] is not None:
        return matched(lists[0], lists[1], lambda a, b: _same_assignment(a, b, terms))
    return _same_solutions(before, after, names)


_WHOLE: Final = frozenset("kmn")


def _families(gold: Expr, answer: Expr, terms: Terms) -> Equality | None:
    """``x = pi/6 + 2pi*k`` beside ``x = pi/6 + 2pi*n``, where all solutions are asked for: one
    value for each whole number. Others may be the same values, counted from another place."""
    names = [set(variables(side)) for side in (gold, answer)]
    if not terms.general or not all(len(one) == 1 and one <= _WHOLE for one in names):
        return None
    (one,), (other,) = names
    renamed = substitute(answer, {other: Symbol(one)})
    if same(gold, renamed, terms).result is EqualityResult.EQUAL:
        return equal_because("They are the same for every whole number.", "renamed")
    return undecided_because("They may be the same values, counted in another way.")


def _same_solutions(left: Statement, right: Statement, names: tuple[str, ...]) -> Equality:
    """Both ways round, so that the result does not depend on which one is called gold."""
    undecided = undecided_because("It was not decided whether they hold for the same values.")
    for before, after in ((left, right), (right, left)):
        found = _one_way(before, after, names)
        if found is not None:
            return found
    return undecided


def _one_way(before: Statement, after: Statement, names: tuple[str, ...]) -> Equality | None:
    decision, relation = compare_conditions((before,), after, unknowns=names)
    if decision.outcome is Outcome.REFUTED:
        return unequal_because("They do not hold for the same values.", decision.method)
    if decision.outcome is not Outcome.PROVED or relation is Relation.SAME_IF:
        return None
    if relation in (Relation.SAME, Relation.SAME_ROOTS):
        return equal_because("They hold for the same values.", decision.method)
    if relation is Relation.ROOTS_GAINED:
        return unequal_because("One of them allows more values.", decision.method)
    return None


def _definition(statement: Statement) -> tuple[str, Expr] | None:
    if not isinstance(statement, Chain) or statement.ops != (RelOp.EQ,):
        return None
    name = lone_symbol(statement.items[0])
    return None if name is None else (name, statement.items[1])


def _values(statement: Statement) -> tuple[Node, ...] | None:
    """The assignments of a list of solutions or of a system's solution."""
    parts = disjuncts(statement) if isinstance(statement, Or) else conjuncts(statement)
    return parts if parts and all(assignment(part) is not None for part in parts) else None


def _same_assignment(left: Node, right: Node, terms: Terms) -> Equality:
    if not isinstance(left, Statement) or not isinstance(right, Statement):
        return undecided_because("They are not both assignments.")
    a, b = assignment(left), assignment(right)
    if a is None or b is None or a[0] != b[0]:
        return unequal_because("They speak of different names.", "names")
    return same(a[1], b[1], terms)


def _list_and_statement(gold: Node, answer: Node, terms: Terms) -> Equality:
    """``{2, 3}`` beside ``x = 2 or x = 3``; ``(3, 2)`` beside ``x = 3, y = 2``."""
    statement, listed = (gold, answer) if isinstance(gold, Statement) else (answer, gold)
    if not isinstance(statement, Statement) or not isinstance(listed, SetOf | TupleOf):
        return undecided_because("One is a list, the other a relation.")
    parts = _values(as_condition(statement, variables(statement)))
    if parts is None:
        return undecided_because("One is a list, the other a relation.")
    pairs = [found for part in parts if isinstance(part, Statement) and (found := assignment(part))]
    values = tuple(value for _, value in pairs)
    names = [name for name, _ in pairs]
    several = isinstance(statement, And) and len(set(names)) == len(names) > 1
    if len(values) != len(listed.items):
        return _counts_differ(values, listed.items)
    if several and names == sorted(names):
        return _in_order(values, listed.items, terms)
    if several:
        return undecided_because("The order of the names is not alphabetical.")
    return matched(values, listed.items, lambda a, b: same(a, b, terms))


# ------------------------------------------------------------------ intervals and matrices


def _as_intervals(gold: Node, answer: Node, terms: Terms) -> Equality | None:
    """Intervals, unions of them, and inequalities, as conditions on one number."""
    kinds = (Interval, UnionOf)
    if not isinstance(gold, kinds) and not isinstance(answer, kinds):
        return None
    names = {*variables(gold), *variables(answer)}
    name = next(iter(names)) if len(names) == 1 else "x"
    left, right = membership(gold, Symbol(name)), membership(answer, Symbol(name))
    if left is None or right is None or len(names) > 1:
        return undecided_because("Only one of them is an interval.")
    return _same_solutions(left, right, (name,))


def _as_matrices(gold: Node, answer: Node, terms: Terms) -> Equality | None:
    if not isinstance(gold, Matrix) or not isinstance(answer, Matrix):
        return None
    shapes = [[len(row) for row in matrix.rows] for matrix in (gold, answer)]
    if shapes[0] != shapes[1]:
        return unequal_because("The matrices have different shapes.", "shape")
    pairs = [
        (a, b)
        for row, other in zip(gold.rows, answer.rows, strict=True)
        for a, b in zip(row, other, strict=True)
    ]
    return _all_equal([same(a, b, terms) for a, b in pairs], "All entries are equal.")


RULES: Final = (
    _as_truths,
    _as_infinities,
    _as_intervals,
    _as_statements,
    _as_collections,
    _as_matrices,
)
"""In order; the first that applies decides."""
