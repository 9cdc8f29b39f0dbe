"""``Show that (a + b)^2 - (a - b)^2 = 4ab``: both sides in one form, or where they differ."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import Outcome, Witness, identity, substitute, variables
from mathviz_chat.core.problems.judging.identities import always_holds
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Chain, Div, Expr, Mul, Number, RelOp, Sub, Symbol
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import BRIEF, Lines
from mathviz_chat.core.solving.trigonometric_steps import rewrite
from mathviz_chat.core.trigonometric_forms import angles_in

_SAME: Final = "Both sides are the same"
_TRIED: Final = "One place at which the sides differ shows that they are not always equal."
_CROSS: Final = "Multiply both sides by both denominators"
_CROSSED: Final = "Fractions are equal exactly where these products are: no denominator is 0."

Change = Callable[[Expr], Expr | None]


def solve(problem: Problem) -> Lines | None:
    """The longer side first; a claim that is false is refuted by one place."""
    claim = problem.conditions[0]
    assert isinstance(claim, Chain)
    left, right = claim.items
    decision = identity(left, right)
    if decision.outcome is Outcome.REFUTED and decision.witness is not None:
        return _refuted(left, right, decision.witness)
    return _proved(claim) if always_holds(problem) else None


def _proved(claim: Chain) -> Lines:
    lines = Lines()
    first, second = sorted(claim.items, key=_work, reverse=True)
    apart = len(angles_in(*claim.items)) > 1
    reached = _worked_on(lines, first, second, apart=apart)
    if reached != second:
        other = _worked_on(lines, second, reached, apart=apart)
        if isinstance(reached, Div) and isinstance(other, Div) and reached != other:
            _crosswise(lines, reached, other)
    lines.step(_SAME, claim, level=BRIEF)
    lines.finish("True")
    return lines


def _work(side: Expr) -> tuple[int, int]:
    """How much there is to do: angles to take apart, then the length."""
    return sum(not isinstance(angle, Symbol) for angle in angles_in(side)), _size(side)


def _worked_on(lines: Lines, side: Expr, goal: Expr, *, apart: bool) -> Expr:
    """What the side comes to, with the steps to it; the goal itself where it is reached."""
    if angles_in(side):
        return rewrite(lines, side, apart=apart)
    now = side
    for rule, change in _changes(side):
        after = None if now == goal else change(now)
        if after is None or after == now or identity(now, after).outcome is not Outcome.PROVED:
            continue
        lines.step(rule, build.equals(now, after), before=now, after=after)
        now = after
    return now


def _changes(side: Expr) -> tuple[tuple[str, Change], ...]:
    if any(isinstance(node, Div) and variables(node.right) for node in walk(side)):
        return (
            ("Write it as one fraction", symbolic.together),
            ("Cancel common factors", symbolic.cancelled),
        )
    return ("Multiply out", _each_expanded), ("Collect like terms", symbolic.expanded)


def _each_expanded(side: Expr) -> Expr | None:
    """``a^2 + 2ab + b^2 - (a^2 - 2ab + b^2)``: each term by itself."""
    if not isinstance(side, Add | Sub):
        return symbolic.expanded(side)
    left, right = _each_expanded(side.left), symbolic.expanded(side.right)
    return None if left is None or right is None else type(side)(left, right)


def _crosswise(lines: Lines, one: Div, other: Div) -> None:
    products = Mul(one.left, other.right), Mul(other.left, one.right)
    lines.step(_CROSS, build.equals(*products), why=_CROSSED)
    for product in products:
        expanded = symbolic.expanded(product)
        if expanded is not None and expanded != product:
            lines.step("Multiply out", build.equals(product, expanded))
            rewrite(lines, expanded)


def _refuted(left: Expr, right: Expr, witness: Witness) -> Lines | None:
    if not witness.point or witness.left is None or witness.right is None:
        return None
    lines = Lines()
    place = ", ".join(f"{name} = {to_plain(value)}" for name, value in witness.point)
    sides = ((left, witness.left, "left"), (right, witness.right, "right"))
    for side, value, name in sides:
        put_in = substitute(side, dict(witness.point))
        if put_in != value:
            rounded = any(isinstance(node, Number) and node.places for node in walk(value))
            shown = Chain((put_in, value), (RelOp.APPROX if rounded else RelOp.EQ,))
            lines.step(f"Put {place} into the {name} side", shown, level=BRIEF)
    differ = Chain((witness.left, witness.right), (RelOp.NE,))
    lines.step("The two values differ", differ, level=BRIEF, why=_TRIED)
    lines.finish("False")
    return lines


def _size(expr: Expr) -> int:
    return len(list(walk(expr)))
