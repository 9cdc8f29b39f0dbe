"""Claimed solutions of an inequality: ``x < 3``, ``-2 < x <= 2``, intervals, unions."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.kernel import Outcome, compare_conditions, variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.judging import forms
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.polynomial import of_expression
from mathviz_chat.core.problems.problem import AnswerJudgement
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.both_signs import both_signs
from mathviz_chat.core.reading.tree import (
    And,
    Chain,
    Const,
    Constant,
    Expr,
    Interval,
    Neg,
    Node,
    Or,
    RelOp,
    SetOf,
    Statement,
    Symbol,
    Truth,
    TupleOf,
    UnionOf,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import Answer, Relation


def judge(condition: Statement, unknown: str, node: Node, text: str) -> AnswerJudgement:
    """Judge whether a claim describes all solutions of an inequality, and nothing else."""
    claimed = as_statement(node, unknown)
    if claimed is None or not _is_isolated(claimed, unknown):
        return unchecked(f"{unknown} is not isolated: it is no answer yet.")
    answer = Answer(text, to_plain(claimed))
    decision, relation = compare_conditions((condition,), claimed, unknowns=(unknown,))
    if decision.outcome is Outcome.PROVED and relation in (Relation.SAME, Relation.SAME_ROOTS):
        if not _agree_at_points(condition, claimed, unknown):
            return unchecked("It was proved, but values did not confirm it.", answer)
        return verified(answer, "The same solutions, proved and confirmed by values.")
    if relation in (Relation.DIFFERENT, Relation.ROOTS_LOST) and (
        decision.outcome is Outcome.REFUTED
    ):
        if isinstance(claimed, And) and "," in text:
            return unchecked("The comma may mean 'and' or 'or': say which.", answer)
        return refuted(answer, f"It has other solutions: {decision.reason}.")
    weaker = relation in (Relation.ROOTS_GAINED, Relation.ONLY_IMPLIED)
    if weaker and decision.outcome is Outcome.PROVED:
        if not _agree_at_points(condition, claimed, unknown):
            return refuted(answer, "It allows values that are no solutions.")
        return unchecked(decision.reason, answer)
    return unchecked(decision.reason, answer)


def as_statement(node: Node, unknown: str) -> Statement | None:
    """Intervals, sets and unions of them as inequalities; statements as they are.

    ``(-2, 3)``, which is a point elsewhere, is an interval here.
    """
    if isinstance(node, TupleOf) and node.bracketed:
        return _pair(node, unknown)
    if isinstance(node, SetOf):
        return _one_of(node, unknown)
    if isinstance(node, UnionOf | TupleOf):
        parts = [as_statement(item, unknown) for item in node.items]
        found = tuple(part for part in parts if part is not None)
        return Or(found) if len(found) == len(parts) else None
    if isinstance(node, Interval):
        return _between(node, unknown)
    if isinstance(node, Chain) and node.ops == (RelOp.IN,):
        return as_statement(node.items[1], unknown) if node.items[0] == Symbol(unknown) else None
    return both_signs(node) if isinstance(node, Chain | And | Or | Truth) else None


def _pair(node: TupleOf, unknown: str) -> Statement | None:
    if len(node.items) != 2:
        return None
    lower, upper = node.items
    return _between(Interval(lower, upper, lower_closed=False, upper_closed=False), unknown)


def _one_of(node: SetOf, unknown: str) -> Statement:
    each = tuple(Chain((Symbol(unknown), item), (RelOp.EQ,)) for item in node.items)
    if not each:
        return Truth(False)
    return each[0] if len(each) == 1 else Or(each)


def _between(interval: Interval, unknown: str) -> Statement:
    symbol: Expr = Symbol(unknown)
    below, above = not is_infinite(interval.lower), not is_infinite(interval.upper)
    upper = RelOp.LE if interval.upper_closed else RelOp.LT
    if below and above:
        lower = RelOp.LE if interval.lower_closed else RelOp.LT
        return Chain((interval.lower, symbol, interval.upper), (lower, upper))
    if above:
        return Chain((symbol, interval.upper), (upper,))
    if below:
        greater = RelOp.GE if interval.lower_closed else RelOp.GT
        return Chain((symbol, interval.lower), (greater,))
    return Truth(True)


def is_infinite(expr: Expr) -> bool:
    """``oo`` or ``-oo``."""
    inner = expr.arg if isinstance(expr, Neg) else expr
    return isinstance(inner, Constant) and inner.const is Const.INFINITY


def _is_isolated(statement: Statement, unknown: str) -> bool:
    if isinstance(statement, Or | And):
        return all(_is_isolated(item, unknown) for item in statement.items)
    if isinstance(statement, Truth):
        return True
    if not isinstance(statement, Chain):
        return False
    others = [item for item in statement.items if item != Symbol(unknown)]
    alone = len(others) == len(statement.items) - 1
    return alone and all(not variables(item) and forms.is_worked_out(item) for item in others)


def _agree_at_points(condition: Statement, claimed: Statement, unknown: str) -> bool:
    """Both are true, or both false, at the boundaries, beside them, and at many other points."""
    seen = 0
    for point in _points(condition, claimed, unknown):
        try:
            at = {unknown: point}
            if holds_at(condition, at) != holds_at(claimed, at):
                return False
        except recount.NotEvaluated:
            continue
        seen += 1
    return seen >= 20


def _points(condition: Statement, claimed: Statement, unknown: str) -> list[Fraction]:
    bounds = {Fraction(0)}
    for node in (condition, claimed):
        bounds |= _rationals(node) | _zeros(node, unknown)
    near = [b + step for b in bounds for step in (0, Fraction(1, 1000), -Fraction(1, 1000))]
    return near + [Fraction(k, 7) for k in range(-140, 141, 5)]


def _zeros(statement: Statement, unknown: str) -> set[Fraction]:
    """Where a linear part is 0: 2 of ``(x - 2)^2 (x - 5) >= 0``, which stands alone there."""
    parts = (part for part in walk(statement) if isinstance(part, Expr))
    linear = (of_expression(part, unknown) for part in parts)
    return {-one[0] / one[1] for one in linear if one is not None and len(one) == 2}


def _rationals(statement: Statement) -> set[Fraction]:
    if isinstance(statement, Or | And):
        return {value for item in statement.items for value in _rationals(item)}
    found = set()
    for item in statement.items if isinstance(statement, Chain) else ():
        try:
            value = recount.value(item)
        except recount.NotEvaluated:
            continue
        if isinstance(value, Fraction):
            found.add(value)
    return found


def holds_at(statement: Statement, at: recount.Bindings) -> bool:
    """Whether a statement is true at a point; raises NotEvaluated where it has no value."""
    if isinstance(statement, Truth):
        return statement.value
    if isinstance(statement, Or):
        return any(holds_at(item, at) for item in statement.items)
    if isinstance(statement, And):
        return all(holds_at(item, at) for item in statement.items)
    if not isinstance(statement, Chain):
        raise recount.NotEvaluated("such a condition")
    values = [recount.value(item, at) for item in statement.items]
    pairs = zip(values, values[1:], statement.ops, strict=False)
    return all(_compare(left, right, op) for left, right, op in pairs)


def _compare(left: recount.Scalar, right: recount.Scalar, op: RelOp) -> bool:
    same = recount.agree(left, right)
    table = {
        RelOp.LT: recount.less(left, right),
        RelOp.GT: recount.less(right, left),
        RelOp.LE: same or recount.less(left, right),
        RelOp.GE: same or recount.less(right, left),
        RelOp.EQ: same,
        RelOp.NE: not same,
    }
    if op not in table:
        raise recount.NotEvaluated("such a relation")
    return bool(table[op])
