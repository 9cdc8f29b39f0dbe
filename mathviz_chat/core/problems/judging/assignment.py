"""Claimed values of the unknowns of a linear system."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import Outcome, compare_conditions, holds, identity, variables
from mathviz_chat.core.problems import linear_system, recount
from mathviz_chat.core.problems.judging import forms, points
from mathviz_chat.core.problems.judging.number import judge_value
from mathviz_chat.core.problems.judging.outcome import lost, refuted, unchecked, verified
from mathviz_chat.core.problems.judging.solutions import claimed_values
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import AnswerJudgement, Form, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    And,
    Chain,
    Expr,
    Mul,
    Node,
    Or,
    RelOp,
    SetOf,
    Statement,
    Sub,
    Symbol,
    Truth,
    TupleOf,
)
from mathviz_chat.core.verdict import Answer, Relation

NO_SOLUTION = "no real solutions"


MANY: Final = "infinitely many solutions"
SAME_EQUATIONS: Final = "The equations are the same, and one leaves a free unknown."


def judge(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Judge the values of all unknowns, or of the one that is asked."""
    if isinstance(node, Truth):
        return _judge_truth(problem, node.value, text)
    if problem.form is Form.SOLUTIONS:
        return _judge_one(problem, node, text)
    several = _several(node, problem.unknowns)
    if several is not None:
        return points.judge(problem, several, text)
    values = _assigned(node, problem.unknowns)
    if values is None:
        return unchecked("The unknowns are not isolated: it is no answer yet.")
    if not all(forms.is_worked_out(v) and not variables(v) for v in values.values()):
        return unchecked("Its values are not worked out.")
    plain = ", ".join(f"{name} = {to_plain(values[name])}" for name in problem.unknowns)
    return _judge_all(problem.conditions, values, Answer(text, plain))


def _several(node: Node, unknowns: tuple[str, ...]) -> tuple[dict[str, Expr], ...] | None:
    """``x = 2, y = 3 or x = 3, y = 2``, ``(2, 3), (3, 2)``: the values of each solution."""
    items: tuple[Node, ...] = ()
    if isinstance(node, Or | SetOf | TupleOf) and not getattr(node, "bracketed", False):
        items = node.items
    found = [_assigned(item, unknowns) for item in items]
    each = tuple(values for values in found if values is not None)
    return each if items and len(each) == len(items) else None


def _assigned(node: Node, unknowns: tuple[str, ...]) -> dict[str, Expr] | None:
    """``x = 3, y = 2`` or ``(3, 2)``: one value for each unknown."""
    if isinstance(node, TupleOf) and node.bracketed and len(node.items) == len(unknowns):
        return dict(zip(unknowns, node.items, strict=True))
    if isinstance(node, Chain) and isinstance(node.items[0], TupleOf):
        names = tuple(i.name for i in node.items[0].items if isinstance(i, Symbol))
        values = node.items[-1]
        if set(names) == set(unknowns) and len(names) == len(node.items[0].items):
            return _assigned(values, names) if len(node.items) == 2 else None
        return None
    if not isinstance(node, And):
        return None
    found: dict[str, Expr] = {}
    for item in node.items:
        if not isinstance(item, Chain) or item.ops != (RelOp.EQ,):
            return None
        name, value = item.items
        if isinstance(value, Symbol) and not variables(name):
            name, value = value, name  # 3 = x
        if not isinstance(name, Symbol) or name.name in found:
            return None
        found[name.name] = value
    return found if set(found) == set(unknowns) else None


def _as_statement(values: dict[str, Expr]) -> Statement:
    return And(tuple(Chain((Symbol(n), v), (RelOp.EQ,)) for n, v in sorted(values.items())))


def _moved(conditions: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """``C - 25 = 0`` for ``C = 25``, which the kernel would take for a name of 25."""
    return tuple(
        Chain((Sub(*one.items), number(Fraction(0))), (RelOp.EQ,))
        if isinstance(one, Chain) and one.ops == (RelOp.EQ,)
        else one
        for one in conditions
    )


def _judge_all(
    conditions: tuple[Statement, ...], values: dict[str, Expr], answer: Answer
) -> AnswerJudgement:
    for condition in conditions:
        if holds(condition, values).outcome is Outcome.REFUTED:
            return refuted(answer, f"The values do not satisfy {to_plain(condition)}.")
    unknowns = tuple(sorted(values))
    claim = _as_statement(values)
    decision, relation = compare_conditions(_moved(conditions), claim, unknowns=unknowns)
    same = relation in (Relation.SAME, Relation.SAME_ROOTS)
    if relation is Relation.ROOTS_LOST and decision.outcome is Outcome.REFUTED:
        return refuted(answer, lost(decision, "A solution is missing."))
    if decision.outcome is not Outcome.PROVED or not same:
        return unchecked(decision.reason, answer)
    solved = linear_system.solve(conditions, unknowns)
    if linear_system.rows(conditions, unknowns) is None:
        return points.confirmed(conditions, (values,), answer)
    if solved is None or not _are(values, solved):
        return unchecked("It was proved, but recounting did not confirm it.", answer)
    return verified(answer, "The values satisfy every equation, and no others do.")


def _are(values: dict[str, Expr], solved: dict[str, Fraction]) -> bool:
    for name, value in values.items():
        try:
            same = recount.value(value) == solved[name]
        except recount.NotEvaluated:
            return False
        if not same:
            return False
    return True


def _judge_one(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """One unknown of a system: the others are found first, then all are judged together."""
    name = problem.unknowns[0]
    claimed = claimed_values(node, name)
    if claimed is None or len(claimed) != 1:
        return unchecked(f"{name} is not isolated: it is no answer yet.")
    if not forms.is_worked_out(claimed[0]) or variables(claimed[0]):
        return unchecked("Its value is not worked out.")
    answer = Answer(text, f"{name} = {to_plain(claimed[0])}")
    solved = linear_system.solve(problem.conditions)
    if solved is None:
        return unchecked("The system could not be solved.", answer)
    values = {key: number(value) for key, value in solved.items()}
    whole = _judge_all(problem.conditions, values, answer)
    if whole.verdict.value != "verified":
        return unchecked("The other unknowns could not be found.", answer)
    return judge_value(values[name], claimed[0], answer)


def _judge_truth(problem: Problem, always: bool, text: str) -> AnswerJudgement:
    answer = Answer(text, MANY if always else NO_SOLUTION)
    if not always and linear_system.rows(problem.conditions, problem.unknowns) is None:
        return points.judge_none(problem, answer)
    if linear_system.solve(problem.conditions) is not None:
        return refuted(answer, "The system has exactly one solution.")
    if is_one_equation(problem.conditions):
        if not always:
            return refuted(answer, "Every solution of one equation is a solution of the other.")
        if "infinitely" in text.lower():  # all real numbers would be any pair
            return verified(answer, SAME_EQUATIONS)
    if always or not linear_system.is_inconsistent(problem.conditions):
        return unchecked("How many solutions the system has could not be told.", answer)
    if contradiction_is_proved(problem.conditions):
        return verified(answer, "The equations contradict each other.")
    return unchecked("The kernel did not prove the contradiction.", answer)


def is_one_equation(conditions: tuple[Statement, ...]) -> bool:
    """Two linear equations in two unknowns that the kernel proves to be the same.

    Confirmed in fractions: their rows are multiples of each other, and not 0.
    """
    names = variables(And(conditions))
    matrix = linear_system.rows(conditions, names)
    if matrix is None or len(matrix) != 2 or len(names) != 2:
        return False
    first, second = matrix
    pairs = [(i, k) for i in range(3) for k in range(i)]
    if any(first[i] * second[k] != first[k] * second[i] for i, k in pairs):
        return False
    if not any(first[:2]) or not any(second[:2]):
        return False
    decision, relation = compare_conditions(conditions[:1], conditions[1], unknowns=names)
    same = relation in (Relation.SAME, Relation.SAME_ROOTS)
    return decision.outcome is Outcome.PROVED and same


def contradiction_is_proved(conditions: tuple[Statement, ...]) -> bool:
    """Some multiple of one equation differs from the other by a constant that is not 0."""
    names = variables(And(conditions))
    matrix = linear_system.rows(conditions, names)
    if matrix is None or len(matrix) != 2:
        return False
    first, second = matrix
    column = next((i for i in range(len(names)) if second[i]), None)
    if column is None:
        return False
    factor = first[column] / second[column]
    left, right = (Sub(*c.items) for c in conditions if isinstance(c, Chain))
    difference = Sub(left, Mul(number(factor), right))
    constant = first[-1] - factor * second[-1]
    return constant != 0 and identity(difference, number(-constant)).outcome is Outcome.PROVED
