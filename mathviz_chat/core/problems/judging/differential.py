"""A claimed solution of a differential equation: put in by the kernel, and measured."""

from __future__ import annotations

from functools import partial

from mathviz_chat.core.kernel import Outcome, identity, substitute, variables
from mathviz_chat.core.problems import differential
from mathviz_chat.core.problems.judging import forms
from mathviz_chat.core.problems.judging.number import judge_value
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.problem import AnswerJudgement, Form, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.both_signs import both_signs
from mathviz_chat.core.reading.tree import Call, Chain, Expr, Node, Or, RelOp, Statement, Symbol
from mathviz_chat.core.verdict import Answer


def judge(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Judge ``y = ...``, with as many free constants as the order asks for."""
    if problem.form is Form.NUMBER:
        return _judge_value(problem, node, text)
    statement, *rest = problem.conditions
    name = problem.unknowns[0]
    assert isinstance(statement, Chain)
    equation = differential.parse(statement)
    assert equation is not None
    branches = [_isolated(one, name) for one in _branches(node)]
    claimed = [one for one in branches if one is not None and forms.is_differentiated(one)]
    if len(claimed) != len(branches):
        return unchecked(f"It is not solved for {name}.")
    answer = Answer(text, " or ".join(f"{_head(node, name)} = {to_plain(one)}" for one in claimed))
    for one in claimed:
        judged = _judge_one(equation, one, rest, answer)
        if judged is not None:
            return judged
    if rest and len(claimed) > 1:
        return unchecked("The initial condition leaves one solution.", answer)
    if not rest and (lost := _lost(equation, claimed)) is not None:
        reason = f"It is one branch only: {name} = {to_plain(lost)} solves the equation too."
        return unchecked(reason, answer)
    return verified(answer, "It satisfies the equation, put in and measured.")


def _branches(node: Node) -> tuple[Node, ...]:
    """``y = ±sqrt(x + C)`` as its two solutions."""
    if not isinstance(node, Statement):
        return (node,)
    both = both_signs(node)
    return both.items if isinstance(both, Or) else (both,)


def _head(node: Node, name: str) -> str:
    """The left side as it is written."""
    first = _branches(node)[0]
    return to_plain(first.items[0]) if isinstance(first, Chain) else name


def _judge_one(
    equation: differential.Equation, claimed: Expr, rest: list[Statement], answer: Answer
) -> AnswerJudgement | None:
    """Why a solution is none, or not the one that is asked for; None where it is."""
    outcome = differential.satisfies(equation, claimed)
    again = differential.measured(equation, claimed)
    if outcome is Outcome.REFUTED and not again:
        return refuted(answer, "It does not satisfy the equation.")
    if outcome is not Outcome.PROVED or not again:
        return unchecked("That it satisfies the equation could not be confirmed.", answer)
    name = equation.dependent
    for one in rest:
        condition = differential.condition_of(one, name) if isinstance(one, Chain) else None
        met = None if condition is None else differential.meets(claimed, equation, condition)
        if met is Outcome.REFUTED:
            return refuted(answer, f"{to_plain(one)} does not hold.")
        if met is not Outcome.PROVED:
            return unchecked("An initial condition could not be confirmed.", answer)
    constants = differential.constants_of(equation, claimed)
    free = 0 if rest else equation.order
    if len(constants) != free:
        return unchecked(f"It needs {free} free constants and has {len(constants)}.", answer)
    if free and not differential.is_general(equation, claimed, constants):
        return unchecked("Its constants are not independent.", answer)
    return None


def _lost(equation: differential.Equation, claimed: list[Expr]) -> Expr | None:
    """The branch with the other sign of a root, where it is not among those named."""
    for one in claimed:
        other = differential.other_branch(equation, one)
        if other is None or any(map(partial(_same, other), claimed)):
            continue
        if differential.satisfies(equation, other) is Outcome.PROVED:
            return other
    return None


def _same(one: Expr, other: Expr) -> bool:
    return identity(one, other).outcome is Outcome.PROVED


def _judge_value(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """The value of the solution at a place, by the one solution that SymPy proposes."""
    claimed = forms.claimed_value(node)
    if claimed is None or variables(claimed) or not forms.is_worked_out(claimed):
        return unchecked("The question asks for a value.")
    answer = Answer(text, to_plain(claimed))
    solution = differential.proposed(problem.conditions)
    if solution is None:
        return unchecked("No solution was found and proved.", answer)
    assert problem.variable is not None
    value = substitute(solution, {problem.variable: problem.items[0]})
    return judge_value(value, claimed, answer)


def _isolated(node: Node, name: str) -> Expr | None:
    """``y = ...``, ``y(x) = ...``, or the expression alone."""
    if isinstance(node, Expr):
        return node
    if not isinstance(node, Chain) or node.ops != (RelOp.EQ,):
        return None
    head, body = node.items
    plain = isinstance(head, Call) and head.function == name and not head.primes
    if not plain and head != Symbol(name):
        return None
    return None if any(one == Symbol(name) for one in forms.parts(body)) else body
