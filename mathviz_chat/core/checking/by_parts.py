"""The two parts of an integration by parts: ``dv = e^x dx``, then ``v = e^x``.

``dv = e^x dx`` and ``v' = e^x`` say what is integrated; whatever has that derivative may be v.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.identities import judge_identity
from mathviz_chat.core.checking.judgement import Judgement, clip, unchecked
from mathviz_chat.core.checking.roles import Link
from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.checking.terms import lone_symbol, needs_calculus
from mathviz_chat.core.kernel import differentiate, variables
from mathviz_chat.core.problems.problem import Kind
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Call, Derivative, Expr, RelOp, Symbol
from mathviz_chat.core.verdict import Relation, Role, Verdict

PART: Final = "This says what is integrated; it claims nothing."


def names_part(facts: Facts, link: Link, task: Task) -> Judgement | None:
    """``dv = e^x dx`` where an integral is asked for and v has no value yet: it is kept."""
    variable, name = _integrated(task), _differentiated(link.left)
    if variable is None or name is None or link.op is not RelOp.EQ or name in facts.functions:
        return None
    if needs_calculus(link.right) or not set(variables(link.right)) <= {variable}:
        return None
    facts.slopes[name] = link.right
    return unchecked(PART, Role.DEFINITION)


def judge_part(facts: Facts, link: Link, task: Task) -> Judgement | None:
    """``v = e^x``, beside the derivative that the text says v has; None where it says none."""
    variable, name = _integrated(task), lone_symbol(link.left)
    if variable is None or name not in facts.slopes or link.op is not RelOp.EQ:
        return None
    if variables(link.right) != (variable,):
        return None
    slope = facts.slopes[name]
    try:
        found = differentiate(link.right, variable)
    except ValueError:
        return None
    judged = judge_identity(found, slope, what=f"The derivative of {clip(to_plain(link.right))}")
    if judged.verdict is not Verdict.PROVED:
        return judged
    reason = f"Its derivative is {clip(to_plain(slope))}, as is said of {name}."
    return replace(judged, reason=reason, relation=Relation.ONLY_IMPLIED, role=Role.IDENTITY)


def _integrated(task: Task) -> str | None:
    """The variable of the integral that is asked for."""
    problem = task.problem
    return problem.variable if problem is not None and problem.kind is Kind.INTEGRAL else None


def _differentiated(side: Expr) -> str | None:
    """``v`` of ``dv``, ``dv/dx`` and ``v'``."""
    match side:
        case Derivative(Symbol(name), order=1):
            return name
        case Call(name, (), 1):
            return name
    return None
