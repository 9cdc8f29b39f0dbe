"""Definite integrals that the kernel's table does not know: SymPy proposes, the kernel confirms."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core import symbolic
from mathviz_chat.core.checking.terms import has, transform
from mathviz_chat.core.kernel import integral_by, variables
from mathviz_chat.core.reading.tree import Expr, Integral, Node
from mathviz_chat.core.reading.walking import walk

MAX_PARTS: Final = 40  # nodes of an integrand for which SymPy is asked


def with_proposed_values(expr: Expr) -> Expr:
    """The expression with the values of its integrals, as far as antiderivatives were confirmed."""
    return transform(expr, _value) if has(expr, Integral) else expr


def _value(node: Node) -> Node | None:
    if not isinstance(node, Integral) or node.lower is None or node.upper is None:
        return None
    if variables(node.body) != (node.variable,) or sum(1 for _ in walk(node.body)) > MAX_PARTS:
        return None
    proposal = symbolic.antiderivative(node.body, node.variable)
    return None if proposal is None else integral_by(node, proposal)
