"""Row reduction, one row operation a line: each line is an equation between rows."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.problems.linear_algebra import Rows, to_tree
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Expr, Matrix, Mul, Sub
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import BRIEF, Lines


def reduce(lines: Lines, rows: Rows) -> Rows:
    """The reduced row echelon form (Gauss-Jordan), with a line for each row that changes."""
    work = [list(row) for row in rows]
    top = 0
    for column in range(len(work[0])):
        found = next((r for r in range(top, len(work)) if work[r][column]), None)
        if found is None:
            continue
        _swap(lines, work, top, found)
        _scale(lines, work, top, work[top][column])
        for r in range(len(work)):
            if r != top and work[r][column]:
                _subtract(lines, work, r, top, work[r][column])
        top += 1
        if top == len(work):
            break
    return tuple(tuple(row) for row in work)


def _row(entries: list[Fraction]) -> Matrix:
    return to_tree((tuple(entries),))


def _swap(lines: Lines, work: list[list[Fraction]], top: int, found: int) -> None:
    if top == found:
        return
    work[top], work[found] = work[found], work[top]
    shown = to_plain(to_tree(tuple(tuple(row) for row in work)))
    lines.setup(f"Swap rows {top + 1} and {found + 1}", shown)


def _scale(lines: Lines, work: list[list[Fraction]], place: int, lead: Fraction) -> None:
    if lead == 1:
        return
    before = _row(work[place])
    work[place] = [entry / lead for entry in work[place]]
    product = Mul(build.rational(1 / lead), before)
    claim = build.equals(product, _row(work[place]))
    lines.step(f"Divide row {place + 1} by {to_plain(build.rational(lead))}", claim, level=BRIEF)


def _subtract(
    lines: Lines, work: list[list[Fraction]], place: int, top: int, factor: Fraction
) -> None:
    before, pivot = _row(work[place]), _row(work[top])
    work[place] = [a - factor * b for a, b in zip(work[place], work[top], strict=True)]
    multiple: Expr = pivot if factor == 1 else Mul(build.rational(factor), pivot)
    claim = build.equals(Sub(before, multiple), _row(work[place]))
    times = "" if factor == 1 else f"{to_plain(build.rational(factor))} times "
    lines.step(f"Subtract {times}row {top + 1} from row {place + 1}", claim, level=BRIEF)
