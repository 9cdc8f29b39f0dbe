"""The rules of differentiation."""

from __future__ import annotations

from mathviz_chat.core.reading.tree import Expr


def differentiate(expr: Expr, variable: str) -> Expr:
    """d expr / d variable by the rules: sum, product, quotient, chain, power, elementary functions.

    The derivative of a function that is not known, of an absolute value or of a factorial raises
    ValueError with the reason. The result is tidied only where 0 and 1 are terms or factors.
    """
    raise NotImplementedError
