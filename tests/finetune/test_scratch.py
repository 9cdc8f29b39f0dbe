"""The tutor's steps as examples, and the step predictor trained from nothing on them."""

from __future__ import annotations

import argparse

import pytest

from mathviz_finetune.steps import Example, examples, kind_of, steps_of

KINDS = [
    ("Subtract 7 from both sides", "Subtract … from both sides"),
    ("Subtract 12x from both sides", "Subtract … from both sides"),
    ("Add x to both sides", "Add … to both sides"),
    ("Divide both sides by -3", "Divide both sides by …"),
    ("Expand the brackets", "Expand the brackets"),
]


@pytest.mark.parametrize(("rule", "kind"), KINDS)
def test_a_rule_without_its_numbers(rule: str, kind: str) -> None:
    assert kind_of(rule) == kind


def test_the_tutors_steps() -> None:
    assert steps_of("3x + 7 = 22") == [
        Example("3x + 7 = 22", "Subtract 7 from both sides", "3x = 15"),
        Example("3x = 15", "Divide both sides by 3", "x = 5"),
    ]
    assert steps_of("nonsense") == []


def test_no_equation_is_in_both_splits() -> None:
    learned, held_out = ({e.before for e in examples(12, split, 0)} for split in ("train", "test"))
    assert len(learned) == len(held_out) == 12
    assert not learned & held_out


@pytest.mark.torch
def test_the_predictor_learns_a_few_steps_by_heart_and_the_checker_proves_them() -> None:
    from mathviz_finetune.scratch.stage import report, trained

    learned = examples(8, "train", 0)
    settings = argparse.Namespace(steps=150, batch=8, width=32, layers=1, rate=5e-3, seed=0)
    proposals = trained(learned, settings).predict([one.before for one in learned])
    assert proposals == [f"{one.rule}: {one.after}" for one in learned]
    told = list(report(proposals, learned, learned))
    assert "rule: 100.0% right" in told[1]
    assert "the checker on the proposed steps: proved 100.0%" in told
    assert told[-1] == "taken from the solver instead: 0.0%"


@pytest.mark.torch
def test_a_wrong_proposal_is_refuted_and_the_solver_answers() -> None:
    from mathviz_finetune.scratch.stage import report

    learned = [Example("3x + 7 = 22", "Subtract 7 from both sides", "3x = 15")]
    told = list(report(["Subtract 7 from both sides: 3x = 16"], learned, learned))
    assert "the checker on the proposed steps: refuted 100.0%" in told
    assert told[-1] == "taken from the solver instead: 100.0%"


@pytest.mark.torch
def test_padding_changes_nothing() -> None:
    import torch

    from mathviz_finetune.scratch.encoder import EquationEncoder, padded, text_of, tokens

    torch.manual_seed(0)
    encoder = EquationEncoder(16, 2, 1, 40).eval()
    short = tokens("x = 5")
    alone = encoder(padded([short]))[0]
    beside = encoder(padded([short, tokens("3x + 7 = 22 - 4x")]))[0, : len(short)]
    assert torch.allclose(alone, beside, atol=1e-5)
    assert text_of(short) == "x = 5"
    with pytest.raises(ValueError, match="no character of an equation"):
        tokens("x ∈ R")
