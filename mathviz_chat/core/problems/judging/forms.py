"""When an expression is worked out: the form in which a value counts as an answer."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import gcd, isqrt
from typing import Final

from mathviz_chat.core.problems import recount
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Chain,
    Const,
    Constant,
    Degrees,
    Derivative,
    Div,
    Expr,
    Log,
    Mixed,
    Mul,
    Neg,
    Node,
    Number,
    Percent,
    Pow,
    RelOp,
    RepeatingDecimal,
    Root,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import walk

_LITERALS: Final = (Number, RepeatingDecimal, Mixed)


def claimed_value(answer: Node) -> Expr | None:
    """The expression that an answer ends in: ``3 + 4 = 7`` and ``y = 7`` end in 7."""
    if isinstance(answer, Chain):
        if any(op not in (RelOp.EQ, RelOp.IDENTICAL, RelOp.DEFINED) for op in answer.ops):
            return None
        return answer.items[-1]
    return answer if isinstance(answer, Expr) else None


def in_one_sign(value: Expr) -> Expr:
    """``-(30°)`` as the degrees of -30."""
    if isinstance(value, Neg) and isinstance(value.arg, Degrees):
        return Degrees(Neg(value.arg.arg))
    return value


def is_rational_literal(expr: Expr) -> bool:
    """``5``, ``-0.25``, ``3 1/2``, ``-22/7`` in lowest terms."""
    if isinstance(expr, Neg):
        return is_rational_literal(expr.arg) and not isinstance(expr.arg, Neg)
    if isinstance(expr, _LITERALS):
        return True
    return _is_reduced_fraction(expr)


def is_worked_out(expr: Expr) -> bool:
    """A value with nothing left to carry out: a literal, or surds and constants collected."""
    if is_rational_literal(expr):
        return True
    if isinstance(expr, Add | Sub):
        both = is_worked_out(expr.left) and is_worked_out(expr.right)
        return both and not (is_rational_literal(expr.left) and is_rational_literal(expr.right))
    if isinstance(expr, Neg):
        return is_worked_out(expr.arg)
    if isinstance(expr, Mul):
        factors = (expr.left, expr.right)
        numeric = sum(is_rational_literal(f) for f in factors)
        return numeric <= 1 and all(is_worked_out(f) for f in factors)
    if isinstance(expr, Div):
        if _is_power_of_constant(expr.right):
            return is_worked_out(expr.left)
        if _is_multiple_of_constant(expr):
            return True
        irrational = not is_rational_literal(expr.left)
        if _is_of_logarithms(expr.right) or _is_sum_with_constant(expr.right):
            return is_worked_out(expr.left)
        return irrational and is_worked_out(expr.left) and _is_positive_integer(expr.right)
    if isinstance(expr, Percent):
        return is_rational_literal(expr.arg)
    return _is_irrational_atom(expr)


def _is_sum_with_constant(expr: Expr) -> bool:
    """``pi - 3``, ``e - 1``: below a fraction such a sum is left as it is."""
    return (
        isinstance(expr, Add | Sub)
        and is_worked_out(expr)
        and any(isinstance(node, Constant) for node in walk(expr))
    )


def _is_of_logarithms(expr: Expr) -> bool:
    """``ln 3``, ``ln 3 - ln 2``, ``ln 7 - 2 ln 5``: no number stands beside the logarithms."""
    if isinstance(expr, Add | Sub):
        return _is_of_logarithms(expr.left) and _is_of_logarithms(expr.right)
    if isinstance(expr, Mul):
        return is_rational_literal(expr.left) and _is_logarithm(expr.right)
    return _is_logarithm(expr)


def _is_logarithm(expr: Expr) -> bool:
    """``ln(2)``, ``3ln(2)``: what a logarithm with another base is divided by."""
    if isinstance(expr, Mul):
        return _is_positive_integer(expr.left) and _is_logarithm(expr.right)
    return isinstance(expr, Log) and is_worked_out(expr.arg) and not is_rational_log(expr)


def is_rational_log(expr: Log) -> bool:
    """``log_2(8)``, ``ln(1)``: a logarithm that can be worked out."""
    try:
        value = recount.value(expr)
    except recount.NotEvaluated:
        return False
    return isinstance(value, Fraction) or any(
        recount.agree(value * k, Fraction(round(float(value * k)))) for k in range(1, 13)
    )


def _is_power_of_constant(expr: Expr) -> bool:
    """``pi``, ``e`` or ``e^6``, which are left below a fraction stroke."""
    base = expr.base if isinstance(expr, Pow) and is_rational_literal(expr.exponent) else expr
    return isinstance(base, Constant) and base.const in (Const.E, Const.PI)


def _is_multiple_of_constant(expr: Div) -> bool:
    """``5/(2pi)`` in lowest terms."""
    above = expr.left.arg if isinstance(expr.left, Neg) else expr.left
    below = expr.right
    if not isinstance(below, Mul) or not _is_power_of_constant(below.right):
        return False
    if not _is_positive_integer(above):  # a surd, or a sum
        return _is_positive_integer(below.left) and is_worked_out(above)
    return below.left != ONE and (above == ONE or _is_reduced_fraction(Div(above, below.left)))


def is_differentiated(expr: Expr) -> bool:
    """No derivative is left to carry out, in any notation."""
    if isinstance(expr, Derivative) or (isinstance(expr, Call) and expr.primes):
        return False
    if isinstance(expr, Call):
        return all(is_differentiated(arg) for arg in expr.args)
    return all(is_differentiated(child) for child in _children(expr))


ONE: Final = Number(Fraction(1))
ZERO: Final = Number(Fraction(0))


def parts(expr: Expr) -> Iterator[Expr]:
    """The expression and everything in it."""
    yield expr
    for child in _children(expr):
        yield from parts(child)


def _children(expr: Expr) -> tuple[Expr, ...]:
    names = ("left", "right", "arg", "base", "exponent", "radicand", "index", "body", "value")
    found = (getattr(expr, name, None) for name in names)
    return tuple(child for child in found if isinstance(child, Expr))


def _is_positive_integer(expr: Expr) -> bool:
    return isinstance(expr, Number) and expr.value.denominator == 1 and expr.value > 0


def _is_reduced_fraction(expr: Expr) -> bool:
    if not isinstance(expr, Div) or not _is_positive_integer(expr.right):
        return False
    above = expr.left.arg if isinstance(expr.left, Neg) else expr.left
    if not isinstance(above, Number) or above.value.denominator != 1:
        return False
    assert isinstance(expr.right, Number)
    return gcd(int(above.value), int(expr.right.value)) == 1 and expr.right.value > 1


def _is_irrational_atom(expr: Expr) -> bool:
    if isinstance(expr, Constant | Symbol):
        return True
    if isinstance(expr, Root):
        if _is_positive_integer(expr.radicand):
            return not _has_square_root(expr)
        if _stays_nested(expr):
            return True
        return _is_of_constants(expr.radicand) and is_worked_out(expr.radicand)
    if isinstance(expr, Pow):
        return is_rational_literal(expr.exponent) and _is_irrational_atom(expr.base)
    if isinstance(expr, Log):
        return is_worked_out(expr.arg) and not is_rational_log(expr)
    return isinstance(expr, Call) and all(is_worked_out(arg) for arg in expr.args)


def _stays_nested(expr: Root) -> bool:
    """``sqrt(2 - sqrt(2))``; ``sqrt(3 + 2sqrt(2)) = 1 + sqrt(2)`` is none, as 9 - 8 is a square."""
    two = Number(Fraction(2))
    match expr.radicand:
        case Add(first, second) | Sub(first, second):
            times = second if isinstance(second, Mul) else Mul(Number(Fraction(1)), second)
        case _:
            return False
    factor, root = times.left, times.right
    if not (isinstance(first, Number) and isinstance(factor, Number) and isinstance(root, Root)):
        return False
    if not isinstance(root.radicand, Number) or {expr.index, root.index} != {two}:
        return False
    if _has_square_root(root) or not all(map(_is_positive_integer, (first, factor, root.radicand))):
        return False
    norm = first.value**2 - factor.value**2 * root.radicand.value
    return norm < 0 or isqrt(int(norm)) ** 2 != norm


def _is_of_constants(expr: Expr) -> bool:
    """``2pi``, ``50/pi``, ``ln(5)``: no root of it can be taken. ``pi^2`` and letters are not."""
    found = list(parts(expr))
    named = any(isinstance(one, Constant | Log) for one in found)
    return named and not any(isinstance(one, Symbol | Pow | Call) for one in found)


def _has_square_root(expr: Root) -> bool:
    radicand = expr.radicand
    two = Number(Fraction(2))
    return (
        expr.index == two
        and isinstance(radicand, Number)
        and isqrt(int(radicand.value)) ** 2 == radicand.value
    )


def has_square_factor(expr: Expr) -> bool:
    """Whether a square can still be taken out of a square root: ``sqrt(8)``."""
    if isinstance(expr, Root) and isinstance(expr.radicand, Number):
        value = int(expr.radicand.value)
        return any(value % (k * k) == 0 for k in range(2, min(isqrt(value), 1000) + 1))
    return any(has_square_factor(child) for child in _children(expr))
