"""Functions that are defined piece by piece: the piece that counts, and identities piece by piece.

Domain: pieces whose conditions are decided by the kernel. At a value the first piece counts whose
condition is proved to hold, where all conditions before it are proved to fail. An identity is
proved when it is proved under the condition of each piece.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mathviz_chat.core.checking.identities import judge_identity
from mathviz_chat.core.checking.judgement import Judgement, unchecked, weakest_claim
from mathviz_chat.core.checking.terms import conjuncts, has, transform
from mathviz_chat.core.kernel import Outcome, holds, variables
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Expr, Node, Piecewise, RelOp, Statement, Truth
from mathviz_chat.core.verdict import Role, Verdict

_OPPOSITE: Final = {
    RelOp.LT: RelOp.GE,
    RelOp.LE: RelOp.GT,
    RelOp.GT: RelOp.LE,
    RelOp.GE: RelOp.LT,
    RelOp.EQ: RelOp.NE,
    RelOp.NE: RelOp.EQ,
}


def chosen(expr: Expr) -> Expr:
    """The expression with the piece that counts, wherever the conditions have no variables.

    Raises ValueError where it is not decided which one does.
    """
    return transform(expr, _choose) if has(expr, Piecewise) else expr


def _choose(node: Node) -> Node | None:
    if not isinstance(node, Piecewise) or any(variables(found) for _, found in node.pieces):
        return None
    for value, condition in node.pieces:
        outcome = holds(condition, {}).outcome
        if outcome is Outcome.PROVED:
            return chosen(value)
        if outcome is not Outcome.REFUTED:
            raise ValueError("It is not decided which of the cases applies.")
    raise ValueError("None of the cases applies here.")


def judge_pieces(left: Expr, right: Expr, what: str) -> Judgement:
    """``|x| = cases(x, x >= 0; -x, x < 0)``: the claim for all values, piece by piece."""
    pieces, other = (right, left) if isinstance(right, Piecewise) else (left, right)
    if not isinstance(pieces, Piecewise) or has(other, Piecewise):
        return unchecked("Two functions given by cases are not compared.", Role.IDENTITY)
    judged = []
    before: tuple[Statement, ...] | None = ()
    for value, condition in pieces.pieces:
        own = () if condition == Truth(True) else conjuncts(condition)
        facts = (*own, *(before or ()))
        one = judge_identity(other, value, facts=facts, what=what)
        if one.verdict is Verdict.REFUTED and before is None:
            one = unchecked("It is not known where this case applies.", Role.IDENTITY)
        judged.append(_under(one, facts))
        failing = _negated(condition)
        before = None if before is None or failing is None else (*before, failing)
    found = weakest_claim(judged)
    if found.verdict is not Verdict.PROVED:
        return found
    return replace(found, reason=f"{what} has the value of each case where that case applies.")


def _under(judged: Judgement, facts: tuple[Statement, ...]) -> Judgement:
    """What a piece applies under is no restriction of the identity."""
    known = {to_plain(fact) for fact in facts}
    return replace(judged, conditions=tuple(c for c in judged.conditions if c not in known))


def _negated(condition: Statement) -> Statement | None:
    """The opposite of a single relation; None for anything else."""
    if not isinstance(condition, Chain) or len(condition.ops) != 1:
        return None
    opposite = _OPPOSITE.get(condition.ops[0])
    return None if opposite is None else Chain(condition.items, (opposite,))
