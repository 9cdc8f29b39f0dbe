"""Where the imaginary unit occurs: the letters stay real, the values are complex numbers.

Sums, products, quotients, whole powers, e to a power, sine, cosine and square roots of rational
numbers (the principal root: sqrt(-4) = 2i). Functions with branch cuts are left undecided. Trusted:
a claim is stated over the reals or over the complex numbers by this.
"""

from __future__ import annotations

from mathviz_chat.core.kernel.constants import I
from mathviz_chat.core.reading.tree import Constant, Expr
from mathviz_chat.core.reading.walking import has, parts


def is_complex(expr: Expr) -> bool:
    """Does the imaginary unit occur?"""
    return has(expr, Constant) and I in parts(expr)
