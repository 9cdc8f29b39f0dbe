"""Small constructors that the kernel's own trees are built with."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.reading.tree import (
    Add,
    Chain,
    Const,
    Constant,
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

ZERO = Number(Fraction(0))
ONE = Number(Fraction(1))
TWO = Number(Fraction(2))
PI = Constant(Const.PI)
E = Constant(Const.E)
I = Constant(Const.I)  # noqa: E741 - the field's own name


def number(value: Fraction | int) -> Expr:
    """A rational number as a student writes it: ``-3``, ``1/2``, ``-1/2``."""
    value = Fraction(value)
    if value < 0:
        return Neg(number(-value))
    if value.denominator == 1:
        return Number(value)
    return Div(Number(Fraction(value.numerator)), Number(Fraction(value.denominator)))


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
