"""Expressions as graphs, claims that they are equal, and the network's proposals."""

from __future__ import annotations

import argparse

import pytest

from mathviz_chat.core import equal
from mathviz_finetune.graph.expression_graph import graph_of
from mathviz_finetune.graph.stage import report
from mathviz_finetune.identities import Claim, claims


def test_what_occurs_twice_is_one_node() -> None:
    graph = graph_of("3(x + 5)", "3*x + 3*5")
    assert sorted(graph.labels) == ["=", "Add", "Add", "Mul", "Mul", "Mul", "Number", "Number", "x"]
    assert graph.labels[graph.root] == "="
    assert sorted(graph.sizes)[-2:] == [3.0, 5.0]


def test_the_checker_finds_what_was_made() -> None:
    made = claims(60, "test", 3)
    found = {one: str(equal(one.left, one.right).result) for one in made}
    assert found == {one: "equal" if one.holds else "unequal" for one in made}
    assert 20 < sum(one.holds for one in made) < 40


def test_no_left_side_is_in_both_splits() -> None:
    learned, held_out = ({one.left for one in claims(40, s, 0)} for s in ("train", "test"))
    assert not learned & held_out


def test_a_wrong_proposal_is_told_and_the_checker_decides() -> None:
    held_out = [Claim("2(x + 3)", "2*x + 3", False), Claim("2(x + 3)", "2*x + 2*3", True)]
    told = list(report([True, True], held_out, held_out))
    assert told[1] == "proposals: 50.0% right; always the same answer 50.0%"
    assert told[2] == "proposed as equal: 1 confirmed by the checker, 1 refuted, 0 undecided"
    assert told[-1] == "the checker alone: 100.0% right"


@pytest.mark.torch
def test_the_network_learns_a_few_claims_and_does_not_see_the_order_of_a_batch() -> None:
    import torch

    from mathviz_finetune.graph.stage import trained

    learned = claims(24, "train", 0)
    settings = argparse.Namespace(steps=200, batch=24, width=32, rounds=5, rate=5e-3, seed=0)
    model = trained(learned, settings)
    graphs = [graph_of(one.left, one.right) for one in learned]
    with torch.inference_mode():
        together = model(graphs)
        alone = torch.cat([model([graph]) for graph in graphs])
    assert [score > 0 for score in together.tolist()] == [one.holds for one in learned]
    assert torch.allclose(together, alone, atol=1e-4)
