"""``10% = 15``, where 20% of 150 is asked for: a part of the whole, not the number 0.1."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.checking.judgement import Judgement, show, unchecked
from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.checking.terms import without_unit
from mathviz_chat.core.checking.values import judge_values
from mathviz_chat.core.kernel import Outcome, holds
from mathviz_chat.core.problems import Kind
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Expr, Mul, Number, Percent, RelOp
from mathviz_chat.core.verdict import Role, Verdict

_OF_SOMETHING: Final = "It may say what {} of something is; of what is not said."
_ONE: Final = Number(Fraction(1))


def judge_part_of_whole(task: Task, left: Expr, op: RelOp, right: Expr) -> Judgement | None:
    """The verdict where a percentage stands for that part of the whole; None for other lines.

    Asked only about a line that is wrong as it stands, so that ``20% = 0.2`` is one on numbers.
    """
    if not isinstance(left, Percent) or op not in (RelOp.EQ, RelOp.APPROX):
        return None
    if isinstance(right, Percent):
        return None
    whole = _whole(task)
    if whole is None:
        above = holds(Chain((without_unit(right), _ONE), (RelOp.GT,)), {}).outcome
        if above is not Outcome.PROVED and left != Percent(_ONE):
            return None
        return unchecked(_OF_SOMETHING.format(to_plain(left)), Role.COMPUTATION)
    judged = judge_values(Mul(left, without_unit(whole)), op, without_unit(right))
    if judged.verdict is not Verdict.PROVED:
        return judged
    return replace(judged, conditions=(*judged.conditions, f"of {show(whole)}"))


def _whole(task: Task) -> Expr | None:
    """150 of ``20% of 150``."""
    problem = task.problem
    if problem is None or problem.kind is not Kind.PERCENT_OF:
        return None
    match problem.expression:
        case Mul(Percent(), whole):
            return whole
    return None
