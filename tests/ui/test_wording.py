"""What stands under a claim."""

from __future__ import annotations

import pytest

from mathviz_chat.core.verdict import Claim, Relation, Verdict
from mathviz_chat.ui.wording import explanations, in_the_chat, on_condition

REASON = "It is not the derivative: at x = 3 the values are 6 and 9."


def refuted(witness: str) -> Claim:
    return Claim("3x", "3x", Verdict.REFUTED, Relation.DIFFERENT, REASON, witness)


def test_a_witness_stands_under_the_reason() -> None:
    assert explanations(refuted("left 6, right 9")) == [REASON, "see for yourself: left 6, right 9"]


def test_a_witness_that_the_reason_has_told_is_not_said_again() -> None:
    assert explanations(refuted(REASON)) == [REASON]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("or ask a model (--solver model).", "or ask a model (/set solver model)."),
        ("choose one with --model NAME.", "choose one with /model NAME."),
        ("--num-ctx sets it.", "/set num_ctx sets it."),
        ("--no-such flag", "--no-such flag"),
        ("5 -- 3", "5 -- 3"),
    ],
)
def test_in_the_chat_a_flag_is_named_by_its_command(sentence: str, told: str) -> None:
    assert in_the_chat(sentence) == told


@pytest.mark.parametrize(
    ("conditions", "told"),
    [
        (("x != 1",), "where x != 1"),
        (("x != 1", "y > 0"), "where x != 1, y > 0"),
        (("check the candidates",), "check the candidates"),
        (("x >= 0", "check the candidates"), "where x >= 0; check the candidates"),
        (("rounded to 2 decimals", "of 150"), "rounded to 2 decimals; of 150"),
        (("what is counted is not compared",), "what is counted is not compared"),
    ],
)
def test_only_a_relation_stands_after_where(conditions: tuple[str, ...], told: str) -> None:
    assert on_condition(conditions) == told
