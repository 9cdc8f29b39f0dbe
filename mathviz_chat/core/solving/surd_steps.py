"""Surds with steps: squares taken out of the roots, denominators made rational."""

from __future__ import annotations

from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Div, Expr, Mul, Node, Root, Sub
from mathviz_chat.core.reading.walking import transform, walk
from mathviz_chat.core.solving import build, surds
from mathviz_chat.core.solving.lines import BRIEF, Lines


def simplify(expr: Expr) -> Lines | None:
    """Squares taken out of the roots, then sums and products worked out."""
    value = surds.value(expr)
    if value is None:
        return None
    lines = Lines()
    _rationalised(lines, expr)
    roots = dict.fromkeys(node for node in walk(expr) if isinstance(node, Root))
    reduced: dict[Node, Expr] = {}
    for root in reversed(roots):
        own = surds.value(root)
        if own is None or surds.tree(own) == root:
            continue
        _square_factor(lines, root, own)
        if root != expr:
            rule = f"Take the square factor out of {to_plain(root)}"
            lines.step(rule, build.equals(root, surds.tree(own)), before=root)
            reduced[root] = surds.tree(own)
    result = surds.tree(value)
    if result != expr:
        _put_in(lines, expr, transform(expr, reduced.get), result)
        claim = build.equals(expr, result)
        rule = "Collect like roots" if len(reduced) > 1 else "Work it out"
        lines.step(rule, claim, level=BRIEF, before=expr, after=result)
    lines.finish(result)
    return lines


def _put_in(lines: Lines, expr: Expr, reduced: Expr, result: Expr) -> None:
    """The smaller roots in their places, where something is left to be done then."""
    if reduced not in (expr, result):
        lines.step("Put them in", build.equals(expr, reduced), before=expr, after=reduced)


def _square_factor(lines: Lines, root: Root, value: surds.Surd) -> None:
    """``sqrt(180) = sqrt(36*5)``: the largest square that divides the radicand."""
    (inside, outside), *others = value.items()
    if others or inside == 1 or outside.denominator != 1 or outside == 1:
        return
    parts = Mul(build.integer(outside**2), build.integer(inside))
    rule = f"Look for the largest square that divides {to_plain(root.radicand)}"
    lines.step(rule, build.equals(root, Root(parts, root.index)))


def _rationalised(lines: Lines, expr: Expr) -> None:
    """``6/sqrt(3)`` and ``1/(2 - sqrt(3))`` with no root below the line."""
    if not isinstance(expr, Div):
        return
    factor = _factor(expr.right)
    if factor is None:
        return
    below = Mul(expr.right, factor)
    why = None
    if not isinstance(factor, Root):
        why = "It is the conjugate: (a + b)(a - b) = a^2 - b^2."
    rule = f"Multiply above and below by {to_plain(factor)}"
    above = factor if expr.left == build.ONE else Mul(expr.left, factor)
    claim = build.equals(expr, Div(above, below))
    lines.step(rule, claim, before=expr, why=why)
    product = surds.value(below)
    if product is None:
        return
    lines.step("Work out what is below", build.equals(below, surds.tree(product)), before=below)
    if surds.tree(product) != build.ONE:
        whole = build.equals(expr, Div(above, surds.tree(product)))
        lines.step("Put it in", whole, before=expr)


def _factor(below: Expr) -> Expr | None:
    """What makes a denominator rational: its root, or its conjugate; None where it has no root."""
    value = surds.value(below)
    if value is None or len(value) > 2 or set(value) <= {1}:
        return None
    if 1 not in value:
        (inside,) = value
        return Root(build.integer(inside), build.TWO) if len(value) == 1 else None
    match below:
        case Add(left, right):
            return Sub(left, right)
        case Sub(left, right):
            return Add(left, right)
    return None
