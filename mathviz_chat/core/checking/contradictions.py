"""Statements without an unknown while an equation is solved: ``0 = 0``, ``3 = 5``."""

from __future__ import annotations

from mathviz_chat.core.checking.conditions import compare
from mathviz_chat.core.checking.denial import denied, seems_denied
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.judgement import Judgement, unchecked
from mathviz_chat.core.checking.numeric import judge_numbers
from mathviz_chat.core.checking.roles import Link
from mathviz_chat.core.kernel import Outcome
from mathviz_chat.core.reading.tree import Truth
from mathviz_chat.core.verdict import Relation, Role, Verdict


def true_or_false(facts: Facts, link: Link) -> Judgement:
    """``0 = 0`` or ``3 = 5`` while an equation is solved."""
    judged = judge_numbers(link.left, link.op, link.right)
    if judged.verdict is not Verdict.REFUTED:
        return judged.of_role(Role.CONDITION)
    decision = compare(facts.given, Truth(False), facts.unknowns).decision
    if decision.outcome is not Outcome.PROVED and seems_denied(link.tail):
        return denied(judged, link.tail).of_role(Role.CONDITION)
    if decision.outcome is Outcome.PROVED:
        reason = "It is false, so what is given has no solution."
        return Judgement(
            Verdict.PROVED,
            Relation.SAME_ROOTS,
            reason,
            None,
            decision.method,
            role=Role.CONDITION,
            ground=decision,
        )
    if decision.outcome is Outcome.UNDECIDED:
        reason = "It is false; whether what is given has a solution was not decided."
        return unchecked(reason, Role.CONDITION)
    return judged.of_role(Role.CONDITION)
