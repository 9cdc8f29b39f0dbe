"""A formula solved for one of its letters."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core import symbolic
from mathviz_chat.core.elimination import follows
from mathviz_chat.core.kernel import Outcome, compare_conditions, identity, substitute, variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.judging import forms
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.judging.solutions import as_statement, claimed_values
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Expr, Node, Statement
from mathviz_chat.core.verdict import Answer, Relation

_SAME = (Relation.SAME, Relation.SAME_IF, Relation.SAME_ROOTS)


def judge(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Judge ``w = A/l``: the letter alone, and the same as the formula."""
    name, equation = problem.unknowns[0], problem.conditions[0]
    values = claimed_values(node, name)
    if values is None or any(name in variables(value) for value in values):
        return unchecked(f"{name} does not stand alone: it is no answer yet.")
    others = set(variables(equation)) - {name}
    if not all(set(variables(v)) <= others and forms.is_differentiated(v) for v in values):
        return unchecked("It has a letter that the formula does not have.")
    answer = Answer(text, " or ".join(f"{name} = {to_plain(value)}" for value in values))
    claim = as_statement(name, values)
    decision, relation = compare_conditions((equation,), claim, unknowns=(name,))
    eliminated = None if decision.outcome is Outcome.PROVED else follows(equation, claim)
    if eliminated is not None:
        decision, relation = eliminated.decision, eliminated.relation
        if eliminated.of_unknown:
            return unchecked(f"It is the solution with {name} >= 0; there may be another.", answer)
    if decision.outcome is Outcome.REFUTED:
        return refuted(answer, f"It is not the same as the formula: {decision.reason}.")
    same = relation in _SAME or (
        relation is Relation.ONLY_IMPLIED and _each_satisfies(equation, name, values)
    )
    if decision.outcome is not Outcome.PROVED or not same:
        return unchecked(decision.reason, answer)
    if not isinstance(equation, Chain) or not _recounted(equation, name, values):
        return unchecked("It was proved, but values did not confirm it.", answer)
    where = " and ".join(to_plain(condition) for condition in decision.conditions)
    return verified(answer, f"The same as the formula{f' where {where}' if where else ''}.")


def _each_satisfies(equation: Statement, name: str, values: tuple[Expr, ...]) -> bool:
    """The other direction: every value put in makes both sides the same."""
    if not isinstance(equation, Chain) or len(equation.items) != 2:
        return False
    placed = ([substitute(item, {name: value}) for item in equation.items] for value in values)
    return all(identity(*sides).outcome is Outcome.PROVED for sides in placed)


def _recounted(equation: Chain, name: str, values: tuple[Expr, ...]) -> bool:
    """It satisfies the formula at rational points, and SymPy finds as many values."""
    others = tuple(n for n in variables(equation) if n != name)
    seen = 0
    for point in recount.sample_points(others, 24):
        positive = {n: abs(v) for n, v in point.items()}
        for value in values:
            try:
                at: dict[str, Fraction] = {**positive, name: recount.value(value, positive)}
                left, right = (recount.value(item, at) for item in equation.items)
            except recount.NotEvaluated:
                continue
            if not recount.agree(left, right):
                return False
            seen += 1
    return seen >= 3 and symbolic.count_values(equation, name) == len(values)
