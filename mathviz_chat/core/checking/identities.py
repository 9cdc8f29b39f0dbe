"""Identities: two expressions claimed to be equal for all values at which both are defined."""

from __future__ import annotations

from mathviz_chat.core.checking.judgement import (
    Judgement,
    clip,
    conditions_of,
    unchecked,
    witness_text,
)
from mathviz_chat.core.kernel import Decision, Outcome, identity
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Expr, Statement
from mathviz_chat.core.verdict import Relation, Role, Verdict


def judge_identity(
    left: Expr,
    right: Expr,
    *,
    facts: tuple[Statement, ...] = (),
    what: str | None = None,
) -> Judgement:
    """Judge ``left = right`` for all values; ``what`` names the left side in the reason."""
    decision = identity(left, right, facts=facts)
    name = what or clip(to_plain(left))
    if decision.outcome is Outcome.PROVED:
        return _proved(decision, name, right, facts)
    if decision.outcome is Outcome.PROBABLE:
        reason = "Both sides agree at every value that was tried, but it is not proved."
        return Judgement(Verdict.PROBABLE, None, reason, None, decision.method, role=Role.IDENTITY)
    if decision.outcome is Outcome.UNDECIDED:
        return unchecked(decision.reason, Role.IDENTITY)
    reason = f"{name} is not {clip(to_plain(right))}."
    witness = witness_text(decision.witness)
    if witness is not None:
        reason = f"{name} is not {clip(to_plain(right))}: the values differ at {witness}."
        if decision.witness is not None and not decision.witness.point:
            reason = f"{name} is not {clip(to_plain(right))}: {witness}."
    return Judgement(
        Verdict.REFUTED,
        Relation.DIFFERENT,
        reason,
        witness,
        decision.method,
        role=Role.IDENTITY,
        ground=decision,
    )


def _proved(decision: Decision, name: str, right: Expr, facts: tuple[Statement, ...]) -> Judgement:
    conditions = conditions_of(decision)
    assumed = tuple(map(to_plain, facts))
    relation = Relation.SAME_IF if conditions else Relation.SAME
    told = " and ".join((*assumed, *conditions))
    where = f" where {told}" if told else " for all values"
    reason = f"{name} equals {clip(to_plain(right))}{where}."
    return Judgement(
        Verdict.PROVED,
        relation,
        reason,
        None,
        decision.method,
        conditions,
        Role.IDENTITY,
        decision,
    )
