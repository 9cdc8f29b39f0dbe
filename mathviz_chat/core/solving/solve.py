"""The solver's front door."""

from __future__ import annotations

from typing import Literal, TypeAlias

from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.solving.solution import Solution, Unsolved

Granularity: TypeAlias = Literal["brief", "normal", "fine"]


def solve(problem: Problem, *, granularity: Granularity = "normal") -> Solution | Unsolved:
    """Solve a problem with steps of the size asked for; never raises."""
    return Unsolved(f"No method solves {problem.kind} ({granularity}).")
