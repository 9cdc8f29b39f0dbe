"""Numbers that hold pi or a power of e: ``25pi``, ``20 + 70/e``."""

from __future__ import annotations

from mathviz_chat.core.problems import polynomial
from mathviz_chat.core.reading.tree import Const, Constant, Expr, Node, Pow, Symbol
from mathviz_chat.core.reading.walking import transform, walk
from mathviz_chat.core.solving import build, tidying

_LETTER = "p"


def collected(expr: Expr) -> Expr | None:
    """The value as a polynomial in pi, or in one power of e; None where it is none."""
    expr = transform(expr, _power_zero)
    constants = {node for node in walk(expr) if _is_constant(node)}
    inside = {node.base for node in constants if isinstance(node, Pow)}
    outer = constants - inside
    if not outer:
        terms = polynomial.of_expression(expr, _LETTER)
        return build.total([(terms[0], None)]) if terms is not None and len(terms) == 1 else None
    if len(outer) != 1:
        return None
    (constant,) = outer
    assert isinstance(constant, Expr)
    letter = transform(expr, lambda node: Symbol(_LETTER) if node == constant else None)
    terms = polynomial.of_expression(letter, _LETTER)
    if terms is None:
        return None
    powers = [(term, _power(constant, place)) for place, term in enumerate(terms) if term]
    return build.total(list(reversed(powers)))


def joined(expr: Expr) -> Expr | None:
    """``e^5`` for ``e^2*e^3``; None where more than one power of e is left, or another constant."""
    result = tidying.tidy(expr)
    constants = [node for node in walk(result) if isinstance(node, Constant)]
    return result if constants == [Constant(Const.E)] else None


def _power(constant: Expr, exponent: int) -> Expr | None:
    return None if exponent == 0 else build.power(constant, exponent)


def _is_constant(node: Node) -> bool:
    if isinstance(node, Pow):
        return node.base == Constant(Const.E) and not any(map(_is_constant, walk(node.exponent)))
    return isinstance(node, Constant) and node.const in (Const.PI, Const.E)


def _power_zero(node: Node) -> Node | None:
    """``e^0`` is 1."""
    if not isinstance(node, Pow) or not _is_constant(node):
        return None
    exponent = polynomial.of_expression(node.exponent, _LETTER)
    return build.ONE if exponent is not None and not any(exponent) else None
