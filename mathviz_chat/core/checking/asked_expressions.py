"""Bare expressions that claim to be what the question asks for."""

from __future__ import annotations

from functools import partial
from typing import Final

from mathviz_chat.core.checking.bare_expressions import stands_alone
from mathviz_chat.core.checking.claims import assumed_signs, judge_claim_for_all, judge_integral
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.identities import judge_identity
from mathviz_chat.core.checking.judgement import Judgement, unchecked
from mathviz_chat.core.checking.lines import Found
from mathviz_chat.core.checking.logarithms import judge_in_each_base
from mathviz_chat.core.checking.roles import Link
from mathviz_chat.core.checking.task import Task, Transformation
from mathviz_chat.core.checking.terms import has, is_closed
from mathviz_chat.core.checking.values import judge_values
from mathviz_chat.core.kernel import variables
from mathviz_chat.core.reading.tree import Derivative, Expr, Integral, Quantity, RelOp
from mathviz_chat.core.verdict import Role, Verdict

_ON_THE_WAY: Final = "It is a derivative of a lower order than the one that is asked for."
OF_A_PART: Final = "It is not what is asked for; it may be a part of it."


def judge_as_asked(task: Task, facts: Facts, node: Expr, found: Found) -> Judgement | None:
    """A bare expression that claims to be what the question asks for."""
    target = task.target
    if target is None or not (found.goes_on or stands_alone(found)):
        return None
    if _may_have_unit(task, node) and not has(target, Quantity):
        return None
    if node == task.source or isinstance(node, Derivative):
        return None  # ``d/dx(3x^4): 3*4 = 12`` begins with what it is about
    if task.is_carried_out:
        return _carried_out(facts, target, node, found)
    if isinstance(target, Integral):
        return judge_integral(target, node, facts.functions)
    if is_closed(target):
        return judge_in_each_base(lambda a, b: judge_values(a, RelOp.EQ, b), target, node)
    derived = task.transformation is Transformation.DIFFERENTIATE
    what = "The derivative" if derived else None
    signs = assumed_signs(facts)
    judge = partial(judge_identity, what=what, facts=signs)
    judged = judge_in_each_base(judge, target, node)
    if judged.verdict is Verdict.REFUTED and _is_on_the_way(task, node):
        return unchecked(_ON_THE_WAY, Role.FORMULA)
    return judged


def _may_have_unit(task: Task, node: Expr) -> bool:
    """``10 kg``, and ``10 g`` where an amount is asked for."""
    problem = task.problem
    measured = problem is not None and problem.unit is not None
    return has(node, Quantity) or (measured and bool(variables(node)))


def _is_on_the_way(task: Task, node: Expr) -> bool:
    """``4x^3``, where the second derivative of x^4 is asked for."""
    lower = (judge_identity(one, node) for one in task.lower)
    return any(one.verdict is Verdict.PROVED for one in lower)


def _carried_out(facts: Facts, target: Expr, node: Expr, found: Found) -> Judgement | None:
    """What a definite integral, a limit or a sum is worked out to; a line that does not say
    "=" may be about a part of it, and so may one with the variable (``= x + 3``)."""
    if is_closed(node):
        judged = judge_in_each_base(lambda a, b: judge_values(a, RelOp.EQ, b), target, node)
    else:
        judged = judge_claim_for_all(facts, Link(target, RelOp.EQ, node, derived=True))
    if judged.verdict is Verdict.REFUTED and not (found.goes_on and is_closed(node)):
        return unchecked(OF_A_PART, Role.FORMULA)
    return judged
