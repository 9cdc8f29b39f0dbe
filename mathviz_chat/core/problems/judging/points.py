"""Claimed solutions of a system that is not linear: each a value for every unknown."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import (
    Outcome,
    compare_conditions,
    holds,
    identity,
    real_solutions,
    variables,
)
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.judging import forms
from mathviz_chat.core.problems.judging.outcome import lost, refuted, unchecked, verified
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import And, Chain, Expr, Or, RelOp, Statement, Symbol
from mathviz_chat.core.verdict import Answer, Relation

Values = dict[str, Expr]


def judge(problem: Problem, several: Sequence[Values], text: str) -> AnswerJudgement:
    """Judge all solutions together: each satisfies every equation, and there are no others."""
    if not all(forms.is_worked_out(v) and not variables(v) for p in several for v in p.values()):
        return unchecked("Its values are not worked out.")
    distinct = _distinct(several)
    shown = (", ".join(f"{n} = {to_plain(p[n])}" for n in problem.unknowns) for p in distinct)
    answer = Answer(text, " or ".join(shown))
    for values in distinct:
        for condition in problem.conditions:
            if holds(condition, values).outcome is Outcome.REFUTED:
                pair = ", ".join(f"{n} = {to_plain(values[n])}" for n in problem.unknowns)
                return refuted(answer, f"{pair} does not satisfy {to_plain(condition)}.")
    return _all_of_them(problem.conditions, distinct, answer)


def judge_none(problem: Problem, answer: Answer) -> AnswerJudgement:
    """Judge the claim that there is no real solution."""
    unknowns = tuple(sorted(problem.unknowns))
    single = symbolic.eliminant(problem.conditions, unknowns)
    if single is None:
        return unchecked("No unknown could be eliminated.", answer)
    alone = Chain((single, number(Fraction(0))), (RelOp.EQ,))
    follows, _ = compare_conditions(problem.conditions, alone, unknowns=unknowns)
    left = real_solutions(alone, unknowns[-1])
    proved = follows.outcome is Outcome.PROVED and left is not None and left.is_empty
    if proved and symbolic.count_points(problem.conditions, unknowns) == 0:
        return verified(answer, "No real values satisfy every equation, found in two ways.")
    return unchecked("It could not be proved in two ways.", answer)


def confirmed(
    conditions: Sequence[Statement], several: Sequence[Values], answer: Answer
) -> AnswerJudgement:
    """The second way, after the kernel's proof: values by other arithmetic, another count."""
    try:
        right = all(_satisfies(condition, values) for condition in conditions for values in several)
    except recount.NotEvaluated:
        right = False
    unknowns = tuple(sorted(several[0]))
    if right and symbolic.count_points(conditions, unknowns) == len(several):
        return verified(answer, "The values satisfy every equation, and no others do.")
    return unchecked("It was proved, but recounting did not confirm it.", answer)


def _all_of_them(
    conditions: tuple[Statement, ...], several: Sequence[Values], answer: Answer
) -> AnswerJudgement:
    each = tuple(
        And(tuple(Chain((Symbol(n), v), (RelOp.EQ,)) for n, v in sorted(values.items())))
        for values in several
    )
    claim: Statement = each[0] if len(each) == 1 else Or(each)
    unknowns = tuple(sorted(several[0]))
    decision, relation = compare_conditions(conditions, claim, unknowns=unknowns)
    same = relation in (Relation.SAME, Relation.SAME_ROOTS)
    if relation is Relation.ROOTS_LOST and decision.outcome is Outcome.REFUTED:
        return refuted(answer, lost(decision, "A solution is missing."))
    if decision.outcome is not Outcome.PROVED or not same:
        return unchecked(decision.reason, answer)
    return confirmed(conditions, several, answer)


def _satisfies(condition: Statement, values: Values) -> bool:
    if not isinstance(condition, Chain) or len(condition.items) != 2:
        return False
    at = {name: recount.value(value) for name, value in values.items()}
    left, right = (recount.value(item, at) for item in condition.items)
    return recount.agree(left, right)


def _distinct(several: Sequence[Values]) -> tuple[Values, ...]:
    kept: list[Values] = []
    for values in several:
        if not any(_same(values, other) for other in kept):
            kept.append(values)
    return tuple(kept)


def _same(one: Values, other: Values) -> bool:
    return all(identity(one[n], other[n]).outcome is Outcome.PROVED for n in one)
