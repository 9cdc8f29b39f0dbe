"""Common denominators for normal forms: proposals, which decide how much is proved, never what."""

from __future__ import annotations

from collections.abc import Iterator
from math import gcd, lcm
from typing import Any

from mathviz_chat.core.kernel.limits import MAX_CYCLOTOMIC, MAX_ROOT_INDEX, Declined
from mathviz_chat.core.kernel.rational import rational
from mathviz_chat.core.proof.forms import Hints
from mathviz_chat.core.reading.tree import (
    Call,
    Degrees,
    Div,
    Expr,
    Node,
    Number,
    Pow,
    Root,
)
from mathviz_chat.core.reading.walking import has, parts

ARCS = frozenset({"asin", "acos", "atan", "arcsin", "arccos", "arctan", "asec", "acsc"})
TURNING = frozenset({"sin", "cos", "tan", "cot", "sec", "csc"}) | ARCS
HALVED = ARCS | {"sqrt", "asinh", "acosh", "arcsinh", "arccosh"}
GROWING = frozenset({"exp", "sinh", "cosh", "tanh", "coth", "sech", "csch"})


def hints(*trees: Node, complex_domain: bool = False) -> Hints:
    """Denominators of angles and exponents, indices of roots, the order of roots of unity."""
    denominator, index, turns = 1, 1, complex_domain
    for tree in trees:
        for node in parts(tree) if has(tree, Root, Pow, Call) else ():
            match node:
                case Root(_, k):
                    index = _common(index, _part(k)[0], MAX_ROOT_INDEX)
                case Pow(_, exponent):
                    top, bottom = _part(exponent)
                    if top:
                        index = _common(index, bottom, MAX_ROOT_INDEX)
                    else:
                        denominator = _inside(denominator, exponent)
                case Call(name, args) if name in TURNING | GROWING | HALVED:
                    index = _common(index, 2, MAX_ROOT_INDEX) if name in HALVED else index
                    turns |= name in TURNING
                    for arg in args:
                        denominator = _inside(denominator, arg)
                case _:
                    pass
    return Hints(denominator, index, lcm(4, 2 * denominator) if turns else 4, complex_domain)


def _inside(common: int, tree: Expr) -> int:
    """The denominators written in an exponent or an angle."""
    for bottom in _denominators(tree):
        common = _common(common, bottom, MAX_CYCLOTOMIC)
    return common


def _denominators(tree: Expr) -> Iterator[int]:
    for node in parts(tree):
        if isinstance(node, Div):
            yield _part(node.right)[0]
        elif isinstance(node, Number):
            yield node.value.denominator
        elif isinstance(node, Degrees):
            top, bottom = _part(node.arg)
            if bottom:
                yield 180 * bottom // gcd(180 * bottom, top)


def _part(tree: Any) -> tuple[int, int]:
    """Numerator and denominator of a rational constant; 0, 0 for anything else."""
    if type(tree) is Number:
        return abs(tree.value.numerator), tree.value.denominator
    try:
        value = rational(tree)
    except Declined:
        value = None
    return (0, 0) if value is None else (abs(int(value.p)), int(value.q))


def _common(first: int, second: int, most: int) -> int:
    both = lcm(first, second or 1)
    return both if both <= most else first
