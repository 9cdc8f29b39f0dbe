"""Infinite sums: the limit of their partial sums, whose closed form the kernel proves.

SymPy proposes the closed form; the kernel proves it by induction and carries out the limit. A sum
with powers of a negative number, ``(-1/2)^n``, is that of its terms at even and at odd places:
both are infinite sums of positive powers, and their limits are added only where both are finite.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core import symbolic
from mathviz_chat.core.checking.terms import has, transform
from mathviz_chat.core.kernel import Outcome, evaluate, identity, variables
from mathviz_chat.core.reading.tree import (
    Add,
    BigOperator,
    Const,
    Constant,
    Div,
    Expr,
    Limit,
    Mul,
    Neg,
    Node,
    Number,
    Pow,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import walk

MAX_PARTS: Final = 40  # nodes of a term for which SymPy is asked
_INFINITY: Final = Constant(Const.INFINITY)
_ZERO: Final = Number(Fraction(0))


def with_series(expr: Expr) -> Expr:
    """The expression with limits in place of infinite sums, as far as they are proved."""
    return transform(expr, _limit) if has(expr, BigOperator) else expr


def _limit(node: Node) -> Node | None:
    if not isinstance(node, BigOperator) or node.operator != "sum" or node.upper != _INFINITY:
        return None
    if variables(node) or sum(1 for _ in walk(node.body)) > MAX_PARTS:
        return None
    halves = _halves(node)
    if halves is None:
        return _by_partial_sums(node)
    limits = [_by_partial_sums(half) for half in halves]
    finite = [one for one in limits if one is not None and _is_finite(one)]
    return Add(*finite) if len(finite) == 2 else None


def _by_partial_sums(node: BigOperator) -> Limit | None:
    """Of two forms that are the same, the one whose limit the kernel carries out."""
    name = "n" if node.index != "n" else "m"
    partial = BigOperator("sum", node.body, node.index, node.lower, Symbol(name))
    closed = symbolic.closed_form(partial)
    if closed is None:
        return None
    found = None
    for form in (symbolic.expanded(closed), closed):
        if form is None or set(variables(form)) - {name}:
            continue
        decision = identity(partial, form)
        if decision.outcome is not Outcome.PROVED or len(decision.conditions) != 1:
            continue  # the one condition is that n is not below the first index
        found = Limit(form, name, _INFINITY)
        if _is_finite(found):
            break
    return found


def _is_finite(limit: Limit) -> bool:
    return identity(limit, limit).outcome is Outcome.PROVED


def _halves(node: BigOperator) -> tuple[BigOperator, BigOperator] | None:
    """The terms at the first, third, ... place and at the others; None without such powers."""
    value = evaluate(node.lower)
    first = None if value is None else value.rational
    if first is None or first.denominator != 1:
        return None
    if not any(_is_alternating(part, node.index) for part in walk(node.body)):
        return None
    even, odd = (
        BigOperator("sum", _at_every_second(node, int(first) + step), node.index, _ZERO, _INFINITY)
        for step in (0, 1)
    )
    return even, odd


def _is_alternating(node: Node, index: str) -> bool:
    return (
        isinstance(node, Pow) and _size(node.base) is not None and _shift(node, index) is not None
    )


def _size(base: Expr) -> Expr | None:
    """The size of a negative number as it is written: ``-a``, ``-a/b``."""
    match base:
        case Neg(arg) if not variables(arg):
            return arg
        case Div(Neg(arg), below) if not variables(base):
            return Div(arg, below)
    return None


def _shift(power: Pow, index: str) -> int | None:
    """c of an exponent n + c, a whole number."""
    match power.exponent:
        case Symbol(name) if name == index:
            return 0
        case Add(Symbol(name), Number(c)) if name == index and c.denominator == 1:
            return int(c)
        case Sub(Symbol(name), Number(c)) if name == index and c.denominator == 1:
            return -int(c)
    return None


def _at_every_second(node: BigOperator, start: int) -> Expr:
    """The term at the place start + 2k, with k by the name of the index."""
    twice = Mul(Number(Fraction(2)), Symbol(node.index))

    def place(offset: int) -> Expr:
        shift = Number(Fraction(abs(start + offset)))
        return Add(twice, shift) if start + offset >= 0 else Sub(twice, shift)

    def rule(part: Node) -> Expr | None:
        if part == Symbol(node.index):
            return place(0)
        if not isinstance(part, Pow):
            return None
        size, shift = _size(part.base), _shift(part, node.index)
        if size is None or shift is None:
            return None
        power = Pow(size, place(shift))
        return power if (start + shift) % 2 == 0 else Neg(power)

    return transform(node.body, rule)
