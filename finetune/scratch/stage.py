"""Stage scratch: trains the step predictor from nothing on the tutor's steps of linear equations.

What it says is a proposal: the checker judges each step, and where it proves none the solver's step
is taken.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mathviz_finetune.scratch.step_predictor import StepPredictor
    from mathviz_finetune.steps import Example


def configure(parser: argparse.ArgumentParser) -> None:
    """The flags of the stage."""
    parser.add_argument("--examples", type=int, default=1500, help="steps to learn from")
    parser.add_argument("--test", type=int, default=200, help="steps of other equations")
    parser.add_argument("--steps", type=int, default=800, help="of the optimiser")
    parser.add_argument("--batch", type=int, default=64, help="examples a step")
    parser.add_argument("--width", type=int, default=96, help="of the vectors")
    parser.add_argument("--layers", type=int, default=2, help="of encoder and decoder each")
    parser.add_argument("--rate", type=float, default=1e-3, help="learning rate")
    parser.add_argument("--seed", type=int, default=0)


def run(arguments: argparse.Namespace) -> int:
    """Train, and print what becomes of the proposals on held-out equations; returns 0."""
    from mathviz_finetune.steps import examples

    learned = examples(arguments.examples, "train", arguments.seed)
    held_out = examples(arguments.test, "test", arguments.seed)
    model = trained(learned, arguments)
    print("\n".join(report(model.predict([one.before for one in held_out]), learned, held_out)))
    return 0


def trained(learned: Sequence[Example], arguments: argparse.Namespace) -> StepPredictor:
    """A step predictor after ``--steps`` steps of Adam; the rate falls to 0."""
    import torch

    from mathviz_finetune.scratch.step_predictor import StepPredictor

    torch.manual_seed(arguments.seed)
    rng = random.Random(arguments.seed)
    model = StepPredictor(arguments.width, layers=arguments.layers)
    optimizer = torch.optim.AdamW(model.parameters(), arguments.rate)
    falling = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, arguments.steps)
    for step in range(1, arguments.steps + 1):
        chosen = rng.choices(learned, k=arguments.batch)
        loss = model.loss(
            [one.before for one in chosen], [f"{one.rule}: {one.after}" for one in chosen]
        )
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        falling.step()
        if step == 1 or step % 100 == 0:
            print(f"step {step}: loss {loss.item():.3f}", flush=True)
    model.eval()
    return model


def report(
    proposals: Sequence[str], learned: Sequence[Example], held_out: Sequence[Example]
) -> Iterator[str]:
    """Held-out figures: the rule against the commonest one, the step by the checker's verdict."""
    number = len(held_out)
    commonest = Counter(one.kind for one in learned).most_common(1)[0][0]
    base = sum(one.kind == commonest for one in held_out)
    pairs = list(zip(proposals, held_out, strict=True))
    rules = sum(_kind(proposal) == one.kind for proposal, one in pairs)
    same = sum(proposal == f"{one.rule}: {one.after}" for proposal, one in pairs)
    verdicts = Counter(verdict(proposal, one.before) for proposal, one in pairs)
    yield f"{number} held-out equations"
    yield f"rule: {rules / number:.1%} right; the commonest rule alone {base / number:.1%}"
    yield f"step as the tutor writes it: {same / number:.1%}"
    told = ", ".join(f"{name} {count / number:.1%}" for name, count in sorted(verdicts.items()))
    yield f"the checker on the proposed steps: {told}"
    yield f"taken from the solver instead: {1 - verdicts['proved'] / number:.1%}"


def verdict(proposal: str, equation: str) -> str:
    """The checker's verdict on a step that is proposed for an equation."""
    from mathviz_chat.core import check

    report = check(proposal, question=f"Solve {equation}")
    claims = [line.step.claim for line in report.lines]
    return str(claims[0].verdict) if claims else "unchecked"


def _kind(proposal: str) -> str:
    from mathviz_finetune.steps import kind_of

    return kind_of(proposal.partition(":")[0])
