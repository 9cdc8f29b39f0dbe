"""Where the imaginary unit occurs: the letters stay real, the values are complex numbers.

Sums, products, quotients, whole powers, e to a power, sine, cosine and square roots of rational
numbers (the principal root: sqrt(-4) = 2i). Functions with branch cuts are left undecided.
"""

from __future__ import annotations

from mathviz_chat.core.reading.tree import Const, Constant, Expr
from mathviz_chat.core.reading.walking import parts


def is_complex(expr: Expr) -> bool:
    """Does the imaginary unit occur?"""
    return any(type(part) is Constant and part.const is Const.I for part in parts(expr))
