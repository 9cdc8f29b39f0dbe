"""The shape of a polar form: ``r(cos t + i sin t)`` or ``r e^(i t)``, with one r and one t."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.reading.tree import Add, Call, Const, Constant, Div, Expr, Mul, Pow

_I = Constant(Const.I)
_E = Constant(Const.E)


def of(claimed: Expr) -> tuple[Expr, Expr, str] | None:
    """The modulus, the angle, and which of the two forms it is."""
    size: Expr = number(Fraction(1))
    turn = claimed
    if isinstance(claimed, Mul):
        size, turn = claimed.left, claimed.right
    match turn:
        case Add(Call("cos", (angle,)), Mul() as product):
            other = product.right if product.left == _I else product.left
            one_i = _I in (product.left, product.right)
            same = isinstance(other, Call) and other.function == "sin" and other.args == (angle,)
            return (size, angle, "polar") if one_i and same else None
        case Pow(base, exponent) if base == _E:
            found = _without_i(exponent)
            return None if found is None else (size, found, "exponential")
    return None


def _without_i(exponent: Expr) -> Expr | None:
    """t of ``i t``."""
    match exponent:
        case Mul(left, right) if left == _I:
            return right
        case Mul(left, right) if right == _I:
            return left
        case Div(above, below):
            inner = number(Fraction(1)) if above == _I else _without_i(above)
            return None if inner is None else Div(inner, below)
        case Mul(left, right):
            inner = _without_i(left)
            return None if inner is None else Mul(inner, right)
    return None
