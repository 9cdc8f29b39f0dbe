"""A claimed derivative: differentiated by the kernel's rules, confirmed by finite differences."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.kernel import (
    Outcome,
    differentiate,
    identity,
    variables,
)
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.judging import forms
from mathviz_chat.core.problems.judging.domains import demands
from mathviz_chat.core.problems.judging.outcome import difference, refuted, unchecked, verified
from mathviz_chat.core.problems.judging.rewriting import fails_too
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Expr, Node
from mathviz_chat.core.verdict import Answer


def judge(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Judge the derivative of ``problem.expression``."""
    claimed = forms.claimed_value(node)
    assert problem.expression is not None and problem.variable is not None
    if claimed is None or not forms.is_differentiated(claimed):
        return unchecked("The derivative is not carried out.")
    if not set(variables(claimed)) <= set(variables(problem.expression)):
        return unchecked("It has a letter that the question does not have.")
    answer = Answer(text, to_plain(claimed))
    try:
        derivative = nth_derivative(problem.expression, problem.variable, problem.order)
    except ValueError as error:
        return unchecked(f"The rules do not differentiate it: {error}", answer)
    return _compare(problem, derivative, claimed, answer)


def nth_derivative(expr: Expr, variable: str, order: int) -> Expr:
    """The derivative by the kernel's rules; raises ValueError where it has none for it."""
    for _ in range(order):
        expr = differentiate(expr, variable)
    return expr


def _compare(problem: Problem, derivative: Expr, claimed: Expr, answer: Answer) -> AnswerJudgement:
    assert problem.expression is not None
    decision = identity(derivative, claimed)
    if decision.outcome is Outcome.REFUTED:
        return refuted(answer, f"It is not the derivative: {difference(decision)}.")
    if decision.outcome is not Outcome.PROVED:
        return unchecked(decision.reason, answer)
    for condition in decision.conditions:
        if not fails_too(condition, derivative) and not demands(problem.expression, condition):
            return unchecked(f"It is the derivative only where {to_plain(condition)}.", answer)
    if not _confirmed(problem, claimed):
        return unchecked("It was proved, but finite differences did not confirm it.", answer)
    return verified(answer, "Proved by the rules of differentiation, confirmed by values.")


def _confirmed(problem: Problem, claimed: Expr) -> bool:
    expr, variable = problem.expression, problem.variable
    assert expr is not None and variable is not None

    def numeric(point: dict[str, Fraction]) -> recount.Scalar:
        return recount.nth_derivative(expr, variable, problem.order, point)

    names = tuple(sorted({*variables(expr), variable}))
    return bool(
        recount.agree_on_samples(numeric, lambda point: recount.value(claimed, point), names)
    )
