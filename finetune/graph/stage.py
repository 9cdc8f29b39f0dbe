"""Stage graph: trains a graph network to propose whether two expressions are equal.

A proposal proves nothing: the checker decides each claim, and its verdict is what counts.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mathviz_finetune.graph.network import GraphNetwork
    from mathviz_finetune.identities import Claim


def configure(parser: argparse.ArgumentParser) -> None:
    """The flags of the stage."""
    parser.add_argument("--examples", type=int, default=2000, help="claims to learn from")
    parser.add_argument("--test", type=int, default=200, help="claims about other expressions")
    parser.add_argument("--steps", type=int, default=200, help="of the optimiser")
    parser.add_argument("--batch", type=int, default=64, help="claims a step")
    parser.add_argument("--width", type=int, default=64, help="of the vectors")
    parser.add_argument("--rounds", type=int, default=6, help="of messages")
    parser.add_argument("--rate", type=float, default=2e-3, help="learning rate")
    parser.add_argument("--seed", type=int, default=0)


def run(arguments: argparse.Namespace) -> int:
    """Train, and print what becomes of the proposals on held-out claims; returns 0."""
    import torch

    from mathviz_finetune.graph.expression_graph import graph_of
    from mathviz_finetune.identities import claims

    learned = claims(arguments.examples, "train", arguments.seed)
    model = trained(learned, arguments)
    for unseen in (False, True):
        held_out = claims(arguments.test, "test", arguments.seed, unseen=unseen)
        with torch.inference_mode():
            scores = model([graph_of(one.left, one.right) for one in held_out]).tolist()
        print("a rule that training never saw:" if unseen else "the rules of the training:")
        print("\n".join(report([score > 0 for score in scores], learned, held_out)))
    return 0


def trained(learned: Sequence[Claim], arguments: argparse.Namespace) -> GraphNetwork:
    """A network after ``--steps`` steps of Adam; the rate falls to 0."""
    import torch

    from mathviz_finetune.graph.expression_graph import graph_of
    from mathviz_finetune.graph.network import GraphNetwork, labels_of

    torch.manual_seed(arguments.seed)
    rng = random.Random(arguments.seed)
    graphs = [graph_of(one.left, one.right) for one in learned]
    model = GraphNetwork(labels_of(graphs), arguments.width, arguments.rounds)
    optimizer = torch.optim.AdamW(model.parameters(), arguments.rate)
    falling = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, arguments.steps)
    for step in range(1, arguments.steps + 1):
        chosen = rng.choices(range(len(learned)), k=arguments.batch)
        wanted = torch.tensor([float(learned[place].holds) for place in chosen])
        scores = model([graphs[place] for place in chosen])
        loss = torch.nn.functional.binary_cross_entropy_with_logits(scores, wanted)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        falling.step()
        if step == 1 or step % 50 == 0:
            print(f"step {step}: loss {loss.item():.3f}", flush=True)
    model.eval()
    return model


def report(
    proposals: Sequence[bool], learned: Sequence[Claim], held_out: Sequence[Claim]
) -> Iterator[str]:
    """Held-out figures: proposals against the commoner answer, then the checker's decisions."""
    number = len(held_out)
    commoner = sum(one.holds for one in learned) * 2 >= len(learned)
    base = sum(one.holds == commoner for one in held_out)
    right = sum(said == one.holds for said, one in zip(proposals, held_out, strict=True))
    decided = [decision(one) for one in held_out]
    pairs = Counter(zip(proposals, decided, strict=True))
    yield f"{number} held-out claims"
    yield f"proposals: {right / number:.1%} right; always the same answer {base / number:.1%}"
    yield (
        f"proposed as equal: {pairs[True, 'equal']} confirmed by the checker, "
        f"{pairs[True, 'unequal']} refuted, {pairs[True, 'undecided']} undecided"
    )
    yield (
        f"proposed as unequal: {pairs[False, 'unequal']} confirmed by the checker, "
        f"{pairs[False, 'equal']} refuted, {pairs[False, 'undecided']} undecided"
    )
    agreed = sum(
        said == ("equal" if one.holds else "unequal")
        for said, one in zip(decided, held_out, strict=True)
    )
    yield f"the checker alone: {agreed / number:.1%} right"


def decision(claim: Claim) -> str:
    """What the checker says of the claim: equal, unequal or undecided."""
    from mathviz_chat.core import equal

    return str(equal(claim.left, claim.right).result)
