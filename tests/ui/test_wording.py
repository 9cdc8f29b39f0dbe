"""What stands under a claim."""

from __future__ import annotations

from mathviz_chat.core.verdict import Claim, Relation, Verdict
from mathviz_chat.ui.wording import explanations

REASON = "It is not the derivative: at x = 3 the values are 6 and 9."


def refuted(witness: str) -> Claim:
    return Claim("3x", "3x", Verdict.REFUTED, Relation.DIFFERENT, REASON, witness)


def test_a_witness_stands_under_the_reason() -> None:
    assert explanations(refuted("left 6, right 9")) == [REASON, "see for yourself: left 6, right 9"]


def test_a_witness_that_the_reason_has_told_is_not_said_again() -> None:
    assert explanations(refuted(REASON)) == [REASON]
