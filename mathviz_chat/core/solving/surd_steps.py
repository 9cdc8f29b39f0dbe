"""Surds with steps: squares taken out of the roots, denominators made rational."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Div, Expr, Mul, Neg, Node, Pow, Root, Sub
from mathviz_chat.core.reading.walking import transform, walk
from mathviz_chat.core.solving import build, distributing, surds
from mathviz_chat.core.solving.lines import BRIEF, FINE, Lines


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
    if not lines.lines:
        _multiplied_out(lines, expr)
    if result != expr:
        smaller = transform(expr, reduced.get)
        _put_in(lines, expr, smaller, result)
        _like_roots(lines, smaller)
        claim = build.equals(expr, result)
        rule = "Collect like roots" if len(reduced) > 1 else "Work it out"
        lines.step(rule, claim, level=BRIEF, before=expr, after=result)
    lines.finish(result)
    return lines


def _multiplied_out(lines: Lines, expr: Expr) -> None:
    """``(2 + sqrt(5))(4 - 3sqrt(5))``: the products one by one, then worked out."""
    apart = distributing.distributed(expr)
    if apart is None or not isinstance(apart, Add | Sub):
        return
    rule = distributing.RULE
    lines.step(rule, build.equals(expr, apart), before=expr, after=apart)
    worked: Expr | None = None
    for added, term in distributing.parts(apart):
        value = surds.value(term)
        if value is None:
            return
        own = surds.tree(value)
        if worked is None:
            worked = own if added else Neg(own)
        else:
            worked = Add(worked, own) if added else Sub(worked, own)
    if worked is not None and worked != apart:
        claim = build.equals(apart, worked)
        lines.step("Work out the products", claim, before=apart, after=worked)


def _put_in(lines: Lines, expr: Expr, reduced: Expr, result: Expr) -> None:
    """The smaller roots in their places, where something is left to be done then."""
    if reduced not in (expr, result):
        lines.step("Put them in", build.equals(expr, reduced), before=expr, after=reduced)


def _like_roots(lines: Lines, expr: Expr) -> None:
    """``6sqrt(2) + 5sqrt(2) - 2sqrt(2) = (6 + 5 - 2)*sqrt(2)``."""
    counts: list[tuple[Fraction, Expr | None]] = []
    insides: set[int] = set()
    for added, part in distributing.parts(expr):
        value = surds.value(part)
        if value is None or len(value) != 1:
            return
        ((inside, count),) = value.items()
        insides.add(inside)
        counts.append((count if added else -count, None))
    if len(counts) > 1 and len(insides) == 1 and insides != {1}:
        root = Root(build.integer(insides.pop()), build.TWO)
        claim = build.equals(expr, Mul(build.total(counts), root))
        lines.step("Count like roots together", claim, level=FINE)


def _square_factor(lines: Lines, root: Root, value: surds.Surd) -> None:
    """``sqrt(180) = sqrt(36*5)``: the largest square that divides the radicand."""
    (inside, outside), *others = value.items()
    if others or inside == 1 or outside.denominator != 1 or outside == 1:
        return
    parts = Mul(build.integer(outside**2), build.integer(inside))
    rule = f"Look for the largest square that divides {to_plain(root.radicand)}"
    lines.step(rule, build.equals(root, Root(parts, root.index)))
    if root.index != build.TWO:
        return
    square = Root(build.integer(outside**2), build.TWO)
    rest = Root(build.integer(inside), build.TWO)
    apart = build.equals(Root(parts, root.index), Mul(square, rest))
    lines.step("Split the root", apart, level=FINE)
    taken = build.equals(square, build.integer(outside))
    lines.step("Take the root of the square", taken, level=FINE)


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
    _conjugates(lines, expr.right, factor, below)
    lines.step("Work out what is below", build.equals(below, surds.tree(product)), before=below)
    if surds.tree(product) != build.ONE:
        whole = build.equals(expr, Div(above, surds.tree(product)))
        lines.step("Put it in", whole, before=expr)


def _conjugates(lines: Lines, denominator: Expr, factor: Expr, below: Expr) -> None:
    """``(sqrt(5) - 1)(sqrt(5) + 1) = sqrt(5)^2 - 1^2``, then the two squares."""
    if not isinstance(denominator, Add | Sub) or not isinstance(factor, Add | Sub):
        return
    squares = [Pow(one, build.TWO) for one in (denominator.left, denominator.right)]
    apart = Sub(*squares)
    lines.step("Multiply the conjugates", build.equals(below, apart), level=FINE)
    found = [surds.value(one) for one in squares]
    sizes = [surds.tree(one) for one in found if one is not None]
    if len(sizes) == 2:
        worked = Sub(sizes[0], sizes[1])
        lines.step("Work out the squares", build.equals(apart, worked), level=FINE)


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
