"""Exact rational arithmetic on constant trees: the shortest way to a verdict on numbers."""

from __future__ import annotations

from fractions import Fraction

from flint import fmpq, fmpz

from mathviz_chat.core.kernel.limits import MAX_BITS, TooLarge, Undefined
from mathviz_chat.core.reading.tree import Abs, Add, Div, Expr, Mul, Neg, Number, Pow, Root, Sub


def from_fraction(value: Fraction) -> fmpq:
    return capped(fmpq(value.numerator, value.denominator))


def to_fraction(value: fmpq) -> Fraction:
    return Fraction(int(value.p), int(value.q))


def bits(value: fmpq) -> int:
    """Bits of the larger of numerator and denominator."""
    return max(int(value.p).bit_length(), int(value.q).bit_length())


def capped(value: fmpq) -> fmpq:
    if bits(value) > MAX_BITS:
        raise TooLarge(f"a number of more than {MAX_BITS} bits")
    return value


def whole_power(base: fmpq, exponent: int) -> fmpq:
    """base^exponent; 0^0 and 0 to a negative power are undefined."""
    if base == 0:
        if exponent <= 0:
            raise Undefined("0^0" if exponent == 0 else "division by zero")
        return base
    if abs(base.p) != 1 or base.q != 1:
        if bits(base) * abs(exponent) > 2 * MAX_BITS:
            raise TooLarge(f"a number of more than {MAX_BITS} bits")
    else:
        exponent %= 2
    return capped(base**exponent)


def exact_root(value: fmpq, index: int) -> fmpq | None:
    """The real index-th root where it is rational, else None; undefined for even roots below 0."""
    if value < 0:
        if index % 2 == 0:
            raise Undefined("an even root of a negative number")
        opposite = exact_root(-value, index)
        return None if opposite is None else -opposite
    top, bottom = fmpz(value.p).root(index), fmpz(value.q).root(index)
    root = fmpq(top, bottom)
    return root if root**index == value else None


def rational(expr: Expr) -> fmpq | None:
    """The value of a constant tree by rational arithmetic; None where that does not reach it.

    Raises Undefined (division by zero, 0^0, even root of a negative number) and TooLarge.
    A negative base with a fractional exponent is None: not defined over the reals by this kernel.
    """
    match expr:
        case Number(value):
            return from_fraction(value)
        case Neg(arg):
            inner = rational(arg)
            return None if inner is None else -inner
        case Abs(arg):
            inner = rational(arg)
            return None if inner is None else abs(inner)
        case Add(left, right) | Sub(left, right) | Mul(left, right) | Div(left, right):
            return _arithmetic(expr, rational(left), rational(right))
        case Pow(base, exponent):
            return _power(rational(base), rational(exponent))
        case Root(radicand, index):
            return _root(rational(radicand), rational(index))
        case _:
            return None


def _arithmetic(node: Expr, left: fmpq | None, right: fmpq | None) -> fmpq | None:
    if isinstance(node, Div) and right is not None and right == 0:
        raise Undefined("division by zero")
    if left is None or right is None:
        return None
    if isinstance(node, Add):
        return capped(left + right)
    if isinstance(node, Sub):
        return capped(left - right)
    return capped(left * right if isinstance(node, Mul) else left / right)


def _power(base: fmpq | None, exponent: fmpq | None) -> fmpq | None:
    if base is None or exponent is None:
        return None
    if exponent.q == 1:
        return whole_power(base, int(exponent.p))
    if base < 0 or exponent.q > MAX_BITS:
        return None
    root = exact_root(base, int(exponent.q))
    return None if root is None else whole_power(root, int(exponent.p))


def _root(radicand: fmpq | None, index: fmpq | None) -> fmpq | None:
    if radicand is None or index is None:
        return None
    if index.q != 1 or index < 1:
        raise Undefined("a root with such an index")
    return exact_root(radicand, int(index.p)) if index <= MAX_BITS else None
