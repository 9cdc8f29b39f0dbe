"""Indefinite integrals: the claimed antiderivative is differentiated."""

from __future__ import annotations

from dataclasses import replace

from mathviz_chat.core.checking.identities import judge_identity
from mathviz_chat.core.checking.judgement import Judgement, clip, unchecked
from mathviz_chat.core.kernel import differentiate, variables
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Expr, Integral
from mathviz_chat.core.verdict import Relation, Role, Verdict


def judge_antiderivative(integral: Integral, claimed: Expr) -> Judgement:
    """``∫ f dx = F + C``: the derivative of F must be f; without a constant, "+ c" is missing."""
    if isinstance(claimed, Integral):
        return _by_integrands(integral, claimed)
    try:
        slope = differentiate(claimed, integral.variable)
    except ValueError as error:
        return unchecked(str(error), Role.IDENTITY)
    name = f"The derivative of {clip(to_plain(claimed))}"
    judged = judge_identity(slope, integral.body, what=name)
    if judged.verdict is not Verdict.PROVED:
        return judged
    inside = {*variables(integral.body), integral.variable}
    if set(variables(claimed)) - inside:
        return judged
    reason = "It is right up to the constant of integration: + C is missing."
    return replace(
        judged, verdict=Verdict.UNCHECKED, relation=Relation.MISSING_CONSTANT, reason=reason
    )


def _by_integrands(left: Integral, right: Integral) -> Judgement:
    same = (left.variable, left.lower, left.upper) == (right.variable, right.lower, right.upper)
    if not same:
        return unchecked("Two integrals are compared by their integrands only.", Role.IDENTITY)
    judged = judge_identity(left.body, right.body)
    if judged.verdict is Verdict.REFUTED:
        return replace(judged, reason=f"The integrands differ: {judged.reason}")
    return judged
