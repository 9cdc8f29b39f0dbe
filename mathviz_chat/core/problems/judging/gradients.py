"""A claimed gradient or Hessian, entry by entry: by the kernel's rules, and by differences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from mathviz_chat.core.kernel import Outcome, identity, substitute
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.judging import expression, forms
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Expr, Interval, Matrix, Node, TupleOf
from mathviz_chat.core.verdict import Answer, AnswerVerdict

PLACES: Final = 15
"""Digits to which differences confirm a second derivative."""

Rows = tuple[tuple[Expr, ...], ...]


def judge(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Each entry is the partial derivative that stands there, or its value at the point."""
    size, found = len(problem.unknowns), _rows(problem, forms.claimed_value(node))
    if found is None:
        shape = "vector" if problem.task == "gradient" else "matrix"
        return unchecked(f"The question asks for a {shape} with {size} entries a row.")
    answer = Answer(text, to_plain(tree_of(problem, found)))
    claimed = [entry for row in found for entry in row]
    for part, entry in zip(problem.parts, claimed, strict=True):
        judged = _judge_value(problem, part, entry) if problem.items else _judge(part, entry)
        if judged.verdict is AnswerVerdict.REFUTED:
            return refuted(answer, f"An entry is not {to_plain(entry)}: {judged.reason}")
        if judged.verdict is not AnswerVerdict.VERIFIED:
            return unchecked(judged.reason, answer)
    return verified(answer, "Each entry was proved by the rules and confirmed by values.")


def _rows(problem: Problem, claimed: Expr | None) -> Rows | None:
    """The entries, row by row; a gradient may be a row, a column or a tuple."""
    size = len(problem.unknowns)
    if problem.task == "hessian":
        square = isinstance(claimed, Matrix) and {len(claimed.rows)} == {size}
        rows = claimed.rows if square and isinstance(claimed, Matrix) else ()
        return rows if rows and all(len(row) == size for row in rows) else None
    items: tuple[Expr, ...] = ()
    match claimed:
        case TupleOf(items=items):
            pass
        case Interval(lower=lower, upper=upper, lower_closed=True, upper_closed=True):
            items = lower, upper
        case Matrix(rows=(items,)):
            pass
        case Matrix(rows=rows) if all(len(row) == 1 for row in rows):
            items = tuple(row[0] for row in rows)
    return (items,) if len(items) == size else None


def tree_of(problem: Problem, rows: Rows) -> Expr:
    """A vector as a tuple, a matrix as one."""
    return TupleOf(rows[0]) if problem.task == "gradient" else Matrix(rows)


def _judge(part: Problem, entry: Expr) -> AnswerJudgement:
    return expression.judge(part, entry, to_plain(entry))


def _judge_value(problem: Problem, part: Problem, entry: Expr) -> AnswerJudgement:
    """The derivative with the point put in."""
    assert part.expression is not None and part.variable is not None
    if not forms.is_worked_out(entry):
        return unchecked("An entry is not worked out.")
    try:
        derivative = expression.nth_derivative(part.expression, part.variable, 1)
    except ValueError as error:
        return unchecked(f"The rules do not differentiate it: {error}")
    point = dict(zip(problem.unknowns, problem.items, strict=True))
    decision = identity(substitute(derivative, point), entry)
    again = _is_near(part.expression, part.variable, point, entry)
    answer = Answer(to_plain(entry), to_plain(entry))
    if decision.outcome is Outcome.PROVED and again:
        return verified(answer, "Proved by the rules and confirmed by values.")
    if decision.outcome is Outcome.REFUTED and not again:
        return refuted(answer, decision.reason)
    return unchecked(decision.reason, answer)


def _is_near(expr: Expr, variable: str, point: Mapping[str, Expr], entry: Expr) -> bool:
    """Whether a difference quotient in numbers comes to the entry."""
    numbers = {name: recount.value(value) for name, value in point.items()}
    found = recount.nth_derivative(expr, variable, 1, numbers)
    return recount.agree(found, recount.value(entry), PLACES)
