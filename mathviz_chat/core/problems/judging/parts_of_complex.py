"""The parts of a complex number that is written a + bi and worked out."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from mathviz_chat.core.problems import gaussian
from mathviz_chat.core.problems.judging import forms
from mathviz_chat.core.reading.tree import Add, Div, Expr, Mul, Neg, Number, Sub


def parts_of(node: Expr) -> tuple[Expr | None, Expr | None] | None:
    """The real part and the factor of i, as they are written; None where work is left."""
    if isinstance(node, Add | Sub):
        left, right = parts_of(node.left), parts_of(node.right)
        if left is None or right is None:
            return None
        real, imaginary = left[0] or right[0], left[1] or right[1]
        if (left[0] and right[0]) or (left[1] and right[1]):
            return None
        sign = isinstance(node, Sub)
        if sign and right[0] is not None:
            return Neg(right[0]), imaginary
        return real, Neg(right[1]) if sign and right[1] is not None else imaginary
    if isinstance(node, Div) and isinstance(node.left, Add | Sub):
        return _divided(node)
    if gaussian.UNIT not in _nodes(node):
        return (node, None) if forms.is_worked_out(node) else None
    factor = _factor_of_unit(node)
    return None if factor is None else (None, factor)


def _divided(node: Div) -> tuple[Expr | None, Expr | None] | None:
    """``(-1 + i sqrt(3))/2``, over a whole number that does not divide both of them."""
    parts = parts_of(node.left)
    if parts is None or parts[0] is None or parts[1] is None or not isinstance(node.right, Number):
        return None
    if gcd(*map(_factor, (parts[0], parts[1], node.right))) != 1:
        return None
    return Div(parts[0], node.right), Div(parts[1], node.right)


def _factor(part: Expr) -> int:
    """3 of ``-3 sqrt(2)``; 1 of what has no whole factor."""
    if isinstance(part, Neg):
        return _factor(part.arg)
    if isinstance(part, Mul):
        return _factor(part.left) * _factor(part.right)
    if isinstance(part, Number) and part.value.denominator == 1:
        return part.value.numerator
    return 1


def _nodes(node: Expr) -> list[Expr]:
    if isinstance(node, Mul | Div | Add | Sub):
        return [node, *_nodes(node.left), *_nodes(node.right)]
    return [node, *(_nodes(node.arg) if isinstance(node, Neg) else [])]


def _factor_of_unit(node: Expr) -> Expr | None:
    """k of ``k i``, ``i k``, ``k i/n``, ``-k i``; None for anything else."""
    one = Number(Fraction(1))
    if node == gaussian.UNIT:
        return one
    if isinstance(node, Neg):
        inner = _factor_of_unit(node.arg)
        return None if inner is None else Neg(inner)
    if isinstance(node, Mul):
        for own, other in ((node.left, node.right), (node.right, node.left)):
            factor = _factor_of_unit(own)
            if factor == one and forms.is_worked_out(other):
                return other
        return None
    if isinstance(node, Div) and gaussian.UNIT not in _nodes(node.right):
        factor = _factor_of_unit(node.left)
        quotient = node.right if factor is None else Div(factor, node.right)
        return quotient if factor is not None and forms.is_worked_out(quotient) else None
    return None
