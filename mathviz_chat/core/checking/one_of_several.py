"""Of a system with several solutions, a value that one of them has: ``x = 3`` of (3, 6)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from mathviz_chat.core.checking.conditions import assignment
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.judgement import Judgement, show, unchecked
from mathviz_chat.core.checking.terms import conjuncts
from mathviz_chat.core.kernel import Outcome, holds, real_solutions, substitute, variables
from mathviz_chat.core.reading.tree import Chain, Expr, RelOp, Statement
from mathviz_chat.core.verdict import Role

MAX_POINTS: Final = 8


def judge_value_of_one(facts: Facts, after: Statement) -> Judgement | None:
    """A line with some of the values of one solution: it neither follows nor is it wrong. None
    where no solution is proved to have them, and where the text supposes a value itself."""
    if facts.supposed:
        return None
    named = [assignment(part) for part in conjuncts(after)]
    values = dict(one for one in named if one is not None)
    rest = [name for name in facts.unknowns if name not in values]
    if len(values) != len(named) or not set(values) < set(facts.unknowns) or len(rest) != 1:
        return None
    for value in islice(_values(facts, values, rest[0]), MAX_POINTS):
        whole = values | {rest[0]: value}
        if all(holds(given, whole).outcome is Outcome.PROVED for given in facts.given):
            point = ", ".join(f"{name} = {show(whole[name])}" for name in facts.unknowns)
            reason = f"It holds in the solution {point}, but there are others."
            return unchecked(reason, Role.CONDITION)
    return None


def _values(facts: Facts, values: dict[str, Expr], name: str) -> Iterator[Expr]:
    """What the last unknown can be by one of the equations, where the others are put in."""
    for given in facts.given:
        left = substitute(given, values)
        if not isinstance(left, Chain) or left.ops != (RelOp.EQ,) or variables(left) != (name,):
            continue
        solutions = real_solutions(left, name)
        if solutions is None or not solutions.is_finite:
            continue
        yield from (point.exact for point in solutions.points if point.exact is not None)
