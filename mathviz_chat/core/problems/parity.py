"""Even, odd or neither: how a function changes where x becomes -x."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.kernel import Outcome, identity, substitute, variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.reading.tree import Call, Div, Expr, Log, Neg, Number, Pow, Root, Symbol
from mathviz_chat.core.reading.walking import walk

EVEN, ODD, NEITHER = "even", "odd", "neither"
_EVERYWHERE: Final = frozenset({"sin", "cos", "sinh", "cosh", "tanh", "arctan", "arcsinh", "exp"})


def turned(tree: Expr, name: str) -> Expr:
    """f(-x)."""
    return substitute(tree, {name: Neg(Symbol(name))})


def proved(tree: Expr, name: str) -> str | None:
    """What the kernel proves; None where it cannot tell, or the function is 0.

    Even and odd need a domain that is the same on both sides of 0: what stands under a root, in
    a logarithm or in a denominator must itself be even, or odd where only its zeros count.
    """
    even = identity(turned(tree, name), tree).outcome
    odd = identity(turned(tree, name), Neg(tree)).outcome
    if even is Outcome.REFUTED and odd is Outcome.REFUTED:
        return NEITHER
    if {even, odd} != {Outcome.PROVED, Outcome.REFUTED} or not _is_symmetric(tree, name):
        return None
    return EVEN if even is Outcome.PROVED else ODD


def _is_symmetric(tree: Expr, name: str) -> bool:
    for part in walk(tree):
        match part:
            case Root(inner, _) | Log(inner, _):
                needed = _is_even(inner, name)
            case Div(_, below):
                needed = _is_even(below, name) or _is_odd(below, name)
            case Pow(base, exponent) if not isinstance(exponent, Number) or (
                exponent.value.denominator != 1 or exponent.value < 0
            ):
                whole = not variables(base) or _is_even(base, name)
                needed = whole or (isinstance(exponent, Neg) and _is_odd(base, name))
            case Call(function, (inner,)) if function not in _EVERYWHERE:
                needed = _is_even(inner, name) or (function == "tan" and _is_odd(inner, name))
            case _:
                needed = True
        if not needed:
            return False
    return True


def _is_even(tree: Expr, name: str) -> bool:
    return identity(turned(tree, name), tree).outcome is Outcome.PROVED


def _is_odd(tree: Expr, name: str) -> bool:
    return identity(turned(tree, name), Neg(tree)).outcome is Outcome.PROVED


def recounted(tree: Expr, name: str) -> str | None:
    """By values at rational points on both sides of 0; None where there are too few."""

    def at(sign: int) -> recount.Function:
        return lambda point: recount.value(tree, {name: sign * point[name]})

    even = recount.agree_on_samples(at(-1), at(1), (name,))
    odd = recount.agree_on_samples(at(-1), lambda point: -at(1)(point), (name,))
    if even is None or odd is None or (even and odd):
        return None
    return EVEN if even else ODD if odd else NEITHER
