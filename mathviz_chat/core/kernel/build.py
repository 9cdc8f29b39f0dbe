"""Small constructors that the kernel's own trees are built with."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.kernel.constants import ONE, PI, TWO, ZERO, E, I, number
from mathviz_chat.core.reading.tree import (
    Add,
    Chain,
    Div,
    Expr,
    Log,
    Mul,
    Neg,
    Number,
    Pow,
    RelOp,
    Root,
    Statement,
    Sub,
)

__all__ = [
    "ONE",
    "PI",
    "TWO",
    "ZERO",
    "E",
    "I",
    "add",
    "decimal",
    "div",
    "ln",
    "mul",
    "neg",
    "number",
    "power",
    "relation",
    "sqrt",
    "sub",
]


def decimal(value: Fraction, places: int) -> Expr:
    """A decimal with that many places; the sign outside, as the reader has it."""
    size = Number(abs(value), places=places or None)
    return Neg(size) if value < 0 else size


def sqrt(expr: Expr) -> Expr:
    return Root(expr, TWO)


def ln(expr: Expr) -> Expr:
    return Log(expr, E)


def relation(left: Expr, op: RelOp, right: Expr) -> Statement:
    return Chain((left, right), (op,))


def add(left: Expr, right: Expr) -> Expr:
    """A sum, without a term that is the number 0."""
    if left == ZERO:
        return right
    if right == ZERO:
        return left
    if isinstance(right, Neg):
        return Sub(left, right.arg)
    return Add(left, right)


def sub(left: Expr, right: Expr) -> Expr:
    """A difference, without a term that is the number 0."""
    if right == ZERO:
        return left
    return neg(right) if left == ZERO else Sub(left, right)


def neg(expr: Expr) -> Expr:
    if expr == ZERO:
        return expr
    return expr.arg if isinstance(expr, Neg) else Neg(expr)


def mul(left: Expr, right: Expr) -> Expr:
    """A product, without a factor that is the number 1; 0 if a factor is the number 0."""
    if ZERO in (left, right):
        return ZERO
    if left == ONE:
        return right
    if right == ONE:
        return left
    if isinstance(left, Neg):
        return neg(mul(left.arg, right))
    if isinstance(right, Neg):
        return neg(mul(left, right.arg))
    return Mul(left, right)


def div(left: Expr, right: Expr) -> Expr:
    return left if right == ONE else Div(left, right)


def power(base: Expr, exponent: Expr) -> Expr:
    return base if exponent == ONE else Pow(base, exponent)
