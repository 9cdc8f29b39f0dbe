"""What a line of a solution comes to: the last value of a chain, or the exact one before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeGuard

from mathviz_chat.core.checking.conditions import assignment, is_solved
from mathviz_chat.core.checking.terms import conjuncts, disjuncts, equation, has, is_closed
from mathviz_chat.core.checking.values import judge_values
from mathviz_chat.core.kernel import variables
from mathviz_chat.core.reading.logarithms import TEN, in_base
from mathviz_chat.core.reading.tree import (
    And,
    Chain,
    Expr,
    Node,
    Number,
    Or,
    Quantity,
    RelOp,
    Statement,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import Verdict


def exact(node: Node) -> Node:
    """``sqrt(50) = 5 sqrt(2)`` of ``sqrt(50) = 5 sqrt(2) ≈ 7.07``; ``25 pi`` of ``25 pi ≈ 79``."""
    if _is_rounded_value(node):
        return in_its_unit(*node.items)
    if not isinstance(node, Chain) or RelOp.APPROX not in node.ops[1:]:
        return node
    place = node.ops.index(RelOp.APPROX)
    if place == 0:
        return node
    value = in_its_unit(node.items[place], node.items[place + 1])
    return Chain((*node.items[:place], value), node.ops[:place])


def unless_misrounded(node: Node) -> Node:
    """``A = 79 cm^2`` of ``A = 25 pi ≈ 79 cm^2``, which is not 25 pi rounded: what it says."""
    if _is_rounded_value(node):
        units = {one.unit for item in node.items for one in walk(item) if isinstance(one, Quantity)}
        return node if is_rounding(*node.items) and len(units) < 2 else node.items[1]
    if not isinstance(node, Chain) or RelOp.APPROX not in node.ops[1:]:
        return node
    place = node.ops.index(RelOp.APPROX)
    shown = node.items[place + 1]
    value = in_its_unit(node.items[place], shown)
    if variables(value) or is_rounding(value, shown):
        return node
    return equation(node.items[0], node.items[-1])


def _is_rounded_value(node: Node) -> TypeGuard[Chain]:
    """``25 pi ≈ 78.5``: a value, and what it rounds to; ``3.14159 ≈ 3.14`` rounds a number."""
    if not isinstance(node, Chain) or node.ops != (RelOp.APPROX,):
        return False
    return is_closed(node.items[0]) and not isinstance(node.items[0], Number)


def is_rounding(value: Expr, shown: Expr) -> bool:
    """``log 7/log 3`` is the same in every base."""
    value = in_base(value, TEN)
    return judge_values(value, RelOp.APPROX, shown).verdict is Verdict.PROVED


def in_its_unit(value: Expr, rounded: Expr) -> Expr:
    """``25 pi cm^2`` of ``25 pi ≈ 78.54 cm^2``: the unit is written once, at the end."""
    bare = is_closed(value) and not has(value, Quantity)
    return Quantity(value, rounded.unit) if bare and isinstance(rounded, Quantity) else value


def end_of(node: Node) -> Node:
    """The last value of a chain of equations."""
    return node.items[-1] if isinstance(node, Chain) and RelOp.EQ in node.ops else node


def is_unsolved(node: Node | None) -> bool:
    """A statement whose unknowns do not stand alone."""
    return isinstance(node, Statement) and not is_solved(node)


def with_last_values(statement: Statement, *, rounded: bool) -> Statement:
    """``x = 15/3 = 5`` as ``x = 5``; the same in each part of an "or" or an "and".

    rounded: of ``x = ln 20/ln 5 ≈ 1.86`` the rounded value counts, and else the exact one.
    """
    if isinstance(statement, Or | And):
        parts = tuple(with_last_values(item, rounded=rounded) for item in statement.items)
        return replace(statement, items=parts)
    if not isinstance(statement, Chain) or not set(statement.ops) <= {RelOp.EQ, RelOp.APPROX}:
        return statement
    if rounded or RelOp.APPROX not in statement.ops:
        return equation(statement.items[0], statement.items[-1])
    value = statement.items[statement.ops.index(RelOp.APPROX)]
    return statement if value == statement.items[0] else equation(statement.items[0], value)


def is_rounded(statement: Statement) -> bool:
    """One of its cases gives a rounded value."""
    return any(isinstance(one, Chain) and RelOp.APPROX in one.ops for one in disjuncts(statement))


def together(solved: Sequence[Statement], unknowns: tuple[str, ...]) -> Node | None:
    """``x = 3`` and ``y = 2`` from two lines, or from one; the last of each counts.

    ``x = 3, y = 2, z = 1`` counts as a whole, or not at all.
    """
    values: dict[str, Statement] = {}
    for statement in solved:
        parts = conjuncts(statement)
        names = [found[0] for part in parts if (found := assignment(part)) is not None]
        if len(names) == len(parts) and (len(parts) == 1 or set(names) <= set(unknowns)):
            values |= zip(names, parts, strict=True)
    if all(name in values for name in unknowns):
        return And(tuple(values[name] for name in unknowns))
    return solved[-1]
