"""Claimed polar forms: ``r(cos t + i sin t)`` or ``r e^(i t)``, with r > 0."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.kernel import Outcome, holds, identity
from mathviz_chat.core.problems import polar_shape, recount
from mathviz_chat.core.problems.judging import forms
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.problems.readers.arguments import real_parts
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import (
    Call,
    Chain,
    Const,
    Constant,
    Degrees,
    Expr,
    Mul,
    Node,
    Number,
    RelOp,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import Answer


def judge(problem: Problem, text: str) -> AnswerJudgement:
    """Judge a polar form by the kernel, and its parts again by decimals."""
    claimed = _read(text)
    shape = None if claimed is None else polar_shape.of(claimed)
    if claimed is None or shape is None:
        return unchecked("It is not in polar form, r(cos t + i sin t) with one r and one t.")
    size, angle, task = shape
    answer = Answer(text, to_plain(claimed))
    assert problem.expression is not None
    outcome = identity(problem.expression, claimed).outcome
    rounded = any(isinstance(node, Number) and node.places for node in walk(claimed))
    if outcome is Outcome.REFUTED and (rounded or not _has_angle(angle)):
        return unchecked("It is rounded, or its angle may be one in degrees.", answer)
    if outcome is Outcome.REFUTED:
        return refuted(answer, "It is another number.")
    positive = holds(Chain((size, number(Fraction(0))), (RelOp.GT,)), {}).outcome
    if positive is Outcome.REFUTED:
        return refuted(answer, "The modulus of a number other than 0 is positive.")
    if outcome is not Outcome.PROVED or positive is not Outcome.PROVED:
        return unchecked("It could not be decided.", answer)
    if task != problem.task:
        return unchecked(f"It is right, but not in {problem.task} form.", answer)
    if not forms.is_worked_out(size):
        return unchecked("Its modulus is not worked out.", answer)
    if not _recounted(problem.expression, size, angle):
        return unchecked("It was proved, but decimals did not confirm it.", answer)
    return verified(answer, "Proved by the normal form, its parts confirmed by decimals.")


def _has_angle(angle: Expr) -> bool:
    """Whether it is told as one in radians, ``pi/4``, or in degrees, ``45°``."""
    return any(isinstance(node, Degrees) or node == Constant(Const.PI) for node in walk(angle))


def _read(text: str) -> Expr | None:
    try:
        node: Node = read(text.replace("isin", "i*sin").replace("icos", "i*cos"))
    except ReadError:
        return None
    if isinstance(node, Chain) and set(node.ops) == {RelOp.EQ}:
        node = node.items[-1]
    return node if isinstance(node, Expr) else None


def _recounted(expression: Expr, size: Expr, angle: Expr) -> bool:
    parts = real_parts(expression)
    if parts is None:
        return False
    for part, function in zip(parts, ("cos", "sin"), strict=True):
        value = recount.value(Mul(size, Call(function, (angle,))))
        if not recount.agree(recount.value(part), value):
            return False
    return True
