"""The tutor's steps as examples: an equation, the rule that comes next, the equation after it."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import Final

from mathviz_chat.core.problems import Problem, read_question
from mathviz_chat.core.solving import Solution, solve
from mathviz_finetune.rows import Split, bucket
from mathviz_finetune.topics import TOPICS

FAMILIES: Final = ("linear", "linear-two-sided")
_OPERAND: Final = re.compile(r"(?<= )-?[\d(]\S*|(?<= )-?[a-z](?= (?:from|to)\b)")


@dataclass(frozen=True, slots=True)
class Example:
    """kind: the rule without its numbers, as ``Subtract … from both sides``."""

    before: str
    rule: str
    after: str

    @property
    def kind(self) -> str:
        return kind_of(self.rule)


def kind_of(rule: str) -> str:
    """``Divide both sides by 3`` is ``Divide both sides by …``."""
    return _OPERAND.sub("…", rule)


def steps_of(equation: str) -> list[Example]:
    """The tutor's steps from an equation to its solution; none where it is not solved."""
    problem = read_question(f"Solve {equation}")
    solution = solve(problem) if isinstance(problem, Problem) else None
    if not isinstance(solution, Solution):
        return []
    return [
        Example(step.before, step.rule, step.after)
        for step in solution.steps
        if step.rule and step.before and step.after
    ]


def examples(number: int, split: Split, seed: int) -> list[Example]:
    """Different steps of solved equations; an equation decides by itself in which split it is."""
    rng = random.Random(f"steps/{split}/{seed}")
    wanted = range(10) if split == "test" else range(10, 100)
    found: dict[str, Example] = {}
    while len(found) < number:
        family = rng.choice(FAMILIES)
        for step in steps_of(TOPICS[family].make(rng, rng.choice((1, 2))).key):
            if bucket("step", step.before) in wanted:
                found[step.before] = step
    return list(found.values())[:number]
