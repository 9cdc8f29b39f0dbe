"""``2/3 > 0.66``: which sign stands between two values."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.kernel import Outcome, holds, identity
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.judging.truth import compared
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.reading import ReadError, read
from mathviz_chat.core.reading.tree import Chain, Expr, RelOp
from mathviz_chat.core.verdict import Answer

SIGNS: Final = MappingProxyType({"<": RelOp.LT, ">": RelOp.GT, "=": RelOp.EQ})
_MIRRORED: Final = {RelOp.LT: RelOp.GT, RelOp.GT: RelOp.LT, RelOp.EQ: RelOp.EQ}
_SAME: Final = re.compile(
    r"(?:they\s+(?:are|have)\s+)?(?:both\s+)?(?:the\s+same(?:\s+value)?|equal)|neither",
    re.IGNORECASE,
)
_SIGN_OF: Final = {op: sign for sign, op in SIGNS.items()}


def judge(problem: Problem, text: str) -> AnswerJudgement:
    """The sign alone, or between the two values of the question in either order."""
    op = _claimed(problem, text.strip(" .\"'"))
    if op is None:
        return unchecked("The question asks which of <, > and = stands between the two values.")
    answer = Answer(text.strip(), shown(problem, op))
    statement = Chain(problem.items, (op,))
    outcome = holds(statement, {}).outcome
    again = compared(statement)
    if outcome is Outcome.PROVED and again is True:
        return verified(answer, "The two values were compared in two ways.")
    if outcome is Outcome.REFUTED and again is False:
        return refuted(answer, "Another sign stands between them.")
    return unchecked("The two values could not be compared in two ways.", answer)


def shown(problem: Problem, op: RelOp) -> str:
    """The two values as the question writes them, with the sign between."""
    return f"{problem.labels[0]} {_SIGN_OF[op]} {problem.labels[1]}"


def _claimed(problem: Problem, text: str) -> RelOp | None:
    if text in SIGNS:
        return SIGNS[text]
    if _SAME.fullmatch(text):
        return RelOp.EQ
    try:
        node = read(text)
    except ReadError:
        return None
    if not isinstance(node, Chain) or len(node.ops) != 1 or node.ops[0] not in _MIRRORED:
        return None
    left, right = problem.items
    if _are(node.items, (left, right)):
        return node.ops[0]
    return _MIRRORED[node.ops[0]] if _are(node.items, (right, left)) else None


def _are(claimed: tuple[Expr, ...], values: tuple[Expr, ...]) -> bool:
    return all(
        identity(one, value).outcome is Outcome.PROVED
        for one, value in zip(claimed, values, strict=True)
    )
