"""A claimed equation of the line through two points."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.kernel import Outcome, compare_conditions, substitute
from mathviz_chat.core.problems import linear_system, recount
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.plan import Plan
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import Add, Chain, Expr, Mul, RelOp, Symbol
from mathviz_chat.core.verdict import Answer, Relation

_NAMES = ("x", "y")


def equation(problem: Problem) -> Chain:
    """``y = m x + k`` with the slope and the constant of the plan, not worked out."""
    plan = problem.plan
    assert plan is not None
    slope, constant = (value(plan, name) for name in ("m", "k"))
    return Chain((Symbol("y"), Add(Mul(slope, Symbol("x")), constant)), (RelOp.EQ,))


def value(plan: Plan, name: str) -> Expr:
    """A quantity of the plan with those before it put in."""
    found: dict[str, Expr] = {}
    for work in plan.work:
        if isinstance(work.expression, Expr):
            found[work.name] = substitute(work.expression, found)
    return found[name]


def claimed_equation(text: str) -> Chain | None:
    """The equation in x and y that an answer is; None where it is none."""
    try:
        node = read(text.strip(" ."), variables=_NAMES)
    except ReadError:
        return None
    return node if isinstance(node, Chain) and node.ops == (RelOp.EQ,) else None


def judge(problem: Problem, text: str) -> AnswerJudgement:
    """The same line for the kernel; and a linear equation that both points satisfy."""
    node = claimed_equation(text)
    if node is None:
        return unchecked("The question asks for an equation.")
    answer = Answer(text, to_plain(node))
    decision, relation = compare_conditions((equation(problem),), node, unknowns=_NAMES)
    same = relation in (Relation.SAME, Relation.SAME_ROOTS)
    again = _through_both(problem, node)
    if decision.outcome is Outcome.PROVED and same and again is True:
        return verified(answer, "It is the same line, and both points satisfy it.")
    if again is False and not (decision.outcome is Outcome.PROVED and same):
        return refuted(answer, "One of the points does not lie on it.")
    return unchecked(decision.reason, answer)


def _through_both(problem: Problem, node: Chain) -> bool | None:
    rows = linear_system.rows((node,), _NAMES)
    if rows is None or not any(rows[0][:2]):
        return None
    a, b, c, d = (Fraction(recount.value(item)) for item in problem.items)
    (p, q, r) = rows[0]
    return bool(p * a + q * b == r and p * c + q * d == r)
