"""Definite integrals that the kernel's table does not know: SymPy proposes, the kernel confirms."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core import symbolic
from mathviz_chat.core.checking.terms import has, transform
from mathviz_chat.core.kernel import integral_by, variables
from mathviz_chat.core.reading.tree import (
    Const,
    Constant,
    Expr,
    Integral,
    Limit,
    Neg,
    Node,
    Number,
    Pow,
    Symbol,
)
from mathviz_chat.core.reading.walking import walk

MAX_EXPONENT: Final = 20  # in such an integrand
MAX_PARTS: Final = 40  # nodes of an integrand for which SymPy is asked


def with_proposed_values(expr: Expr) -> Expr:
    """The expression with the values of its integrals, as far as antiderivatives were confirmed."""
    return transform(expr, _value) if has(expr, Integral) else expr


def with_limits_of_integrals(expr: Expr) -> Expr:
    """``lim(b -> oo, integral(f, x, a, b))`` as the improper integral that it defines."""
    return transform(expr, _improper) if has(expr, Limit) else expr


def _improper(node: Node) -> Node | None:
    match node:
        case Limit(Integral(body, x, lower, Symbol(name)), own, point) if name == own:
            if lower is not None and name not in (*variables(lower), *variables(body), x):
                return Integral(body, x, lower, point) if _is_upper(node) else None
        case Limit(Integral(body, x, Symbol(name), upper), own, point) if name == own:
            if upper is not None and name not in (*variables(upper), *variables(body), x):
                return Integral(body, x, point, upper) if _is_lower(node) else None
    return None


def _is_upper(node: Limit) -> bool:
    """Towards infinity, or from below."""
    return node.point == Constant(Const.INFINITY) or node.side == "-"


def _is_lower(node: Limit) -> bool:
    return node.point == Neg(Constant(Const.INFINITY)) or node.side == "+"


def _value(node: Node) -> Node | None:
    if not isinstance(node, Integral) or node.lower is None or node.upper is None:
        return None
    if variables(node.body) != (node.variable,) or sum(1 for _ in walk(node.body)) > MAX_PARTS:
        return None
    if not all(map(_is_light, walk(node.body))):
        return None
    proposal = symbolic.antiderivative(node.body, node.variable)
    return None if proposal is None else integral_by(node, proposal)


def _is_light(node: Node) -> bool:
    """``x^3`` and ``e^x``, not ``x^50`` or ``x^x``, over which SymPy searches for minutes."""
    if not isinstance(node, Pow):
        return True
    if isinstance(node.exponent, Number):
        return abs(node.exponent.value) <= MAX_EXPONENT
    return not (variables(node.base) and variables(node.exponent))
