"""What the solver returns."""

from __future__ import annotations

from dataclasses import dataclass

from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.verdict import Answer, AnswerVerdict, Step


@dataclass(frozen=True, slots=True)
class Solution:
    """A problem solved: its steps, each checked, and the answer, judged on its own.

    parts: of a question in parts, the solution of each.
    """

    problem: Problem
    steps: tuple[Step, ...]
    answer: Answer
    verdict: AnswerVerdict
    reason: str
    parts: tuple[Solution, ...] = ()


@dataclass(frozen=True, slots=True)
class Unsolved:
    """The solver has no method for the problem, or the one it has did not come to an answer."""

    reason: str
