"""Angles that linear equations fix: two that add up to 90° or 180°, or one beside its supplement.

The sentences are those that ``school.pairs_of_angles`` writes; the answer is in degrees.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Formal

_EQUATION: Final = r"[ab\d\s./*+()-]{1,40}=[ab\d\s./*+()-]{1,40}"
_SAID: Final = re.compile(
    rf"Find the (?P<two>two angles a and b|angle a) in degrees such that (?P<e>{_EQUATION})"
    rf"(?: and (?P<f>{_EQUATION}))?",
)


def _build(match: re.Match[str]) -> Problem | None:
    plan = Planner({})
    if match["two"] == "angle a":
        if match["f"] is not None:
            return None
        plan.unknown("a", "the angle").equation(match["e"]).find("x", "Read it off", "a")
        return plan.problem(Kind.GEOMETRY, f"{match[0]}.", unit="deg", unit_named=True)
    if match["f"] is None:
        return None
    plan.unknown("a", "one angle").unknown("b", "the other angle")
    plan.equation(match["e"]).equation(match["f"])
    return plan.problem(
        Kind.GEOMETRY,
        f"{match[0]}.",
        unit="deg",
        unit_named=True,
        several=("a", "b"),
        any_order=True,
    )


READERS: Final = (Formal(_SAID, _build),)
