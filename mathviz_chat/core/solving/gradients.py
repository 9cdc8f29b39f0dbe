"""Gradients and Hessians: one partial derivative after another, then all of them together."""

from __future__ import annotations

from mathviz_chat.core.kernel import substitute
from mathviz_chat.core.problems.judging.gradients import tree_of
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Expr
from mathviz_chat.core.solving import build, values
from mathviz_chat.core.solving.derivative import Differentiation, NoRule
from mathviz_chat.core.solving.lines import BRIEF, Lines


def solve(problem: Problem) -> Lines | None:
    """The derivatives by their rules; the mixed ones of a Hessian are worked out once."""
    assert problem.expression is not None
    lines, names = Lines(), problem.unknowns
    try:
        entries = [
            Differentiation(lines, x, partial=True).simplified(problem.expression) for x in names
        ]
        rows = [entries] if problem.task == "gradient" else _second(lines, entries, names)
    except NoRule:
        return None
    if problem.items:
        found = [[_value(lines, one, problem) for one in row] for row in rows]
        if any(one is None for row in found for one in row):
            return None
        rows = [[one for one in row if one is not None] for row in found]
    lines.finish(tree_of(problem, tuple(tuple(row) for row in rows)))
    return lines


def _second(lines: Lines, first: list[Expr], names: tuple[str, ...]) -> list[list[Expr]]:
    """Row by row; below the diagonal stands what stands above it."""
    rows: list[list[Expr]] = []
    for place, own in enumerate(first):
        known = [rows[above][place] for above in range(place)]
        later = names[place:]
        rows.append(
            [*known, *(Differentiation(lines, x, partial=True).simplified(own) for x in later)]
        )
    return rows


def _value(lines: Lines, entry: Expr, problem: Problem) -> Expr | None:
    point = dict(zip(problem.unknowns, problem.items, strict=True))
    filled = substitute(entry, point)
    value = values.simplest(filled)
    if value is not None and filled != value:
        told = ", ".join(f"{name} = {to_plain(item)}" for name, item in point.items())
        lines.step(f"Put in {told}", build.equals(filled, value), level=BRIEF)
    return value
