"""Even, odd or neither: -x for x, then the comparison with f(x) and -f(x)."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import substitute
from mathviz_chat.core.problems import parity, recount
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading.tree import Add, Expr, Neg, Sub
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import BRIEF, NORMAL, Lines
from mathviz_chat.core.solving.planned import worked_out

_TRIED: Final = (Fraction(1), Fraction(2), Fraction(3), Fraction(1, 2))


def solve(problem: Problem) -> Lines | None:
    """The identity that makes it even or odd, or two values that are neither equal nor opposite."""
    tree, name = problem.expression, problem.variable
    found = None if tree is None or name is None else parity.proved(tree, name)
    if tree is None or name is None or found is None:
        return None
    lines = Lines()
    if found == parity.NEITHER:
        if not _by_values(lines, tree, name):
            return None
    else:
        other = tree if found == parity.EVEN else Neg(tree)
        turned = parity.turned(tree, name)
        same = f"f(-{name}) is {'f' if found == parity.EVEN else '-f'}({name}): f is {found}."
        lines.step(f"Put -{name} in for {name}", build.equals(turned, other), level=BRIEF, why=same)
    lines.finish(_said(problem.task, found))
    return lines


def _said(task: str, found: str) -> str:
    return found if not task else "Yes" if task == found else "No"


def _by_values(lines: Lines, tree: Expr, name: str) -> bool:
    """Two values that differ in size: so it is neither."""
    for size in _TRIED:
        pairs = []
        for at in (size, -size):
            put = substitute(tree, {name: number(at)})
            try:
                pairs.append((at, put, worked_out(put, decimals=False), recount.value(put)))
            except recount.NotEvaluated:
                break
        if len(pairs) < 2 or recount.agree(abs(pairs[0][3]), abs(pairs[1][3])):
            continue
        first, second = (result for _, _, result, _ in pairs)
        for at, put, result, _ in pairs:
            if put != result:
                lines.step(f"Put {name} = {at} in", build.equals(put, result), level=NORMAL)
        for said, whole, why in (
            (
                "Not even, the difference is not 0",
                Sub(second, first),
                f"f(-{size}) is not f({size}).",
            ),
            ("Not odd, the sum is not 0", Add(second, first), f"f(-{size}) is not -f({size})."),
        ):
            claim = build.equals(whole, worked_out(whole, decimals=False))
            lines.step(said, claim, level=BRIEF, why=why)
        return True
    return False
