"""What an answer in plain text says about places in a picture."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.picturing import floats
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import Chain, Expr, Number, RelOp, Statement, Symbol
from mathviz_chat.core.reading.walking import walk


def values_of(answer: str, name: str) -> list[tuple[float, str]]:
    """The values that ``x = 2 or x = 3`` gives a letter, each with what to write beside it.

    Empty where the answer says something else (``no real solutions``, a period).
    """
    try:
        node = read(answer, variables=(name,))
    except ReadError:
        return []
    if not isinstance(node, Statement):
        return []
    equations = [part for part in walk(node) if isinstance(part, Chain) and part.ops == (RelOp.EQ,)]
    found = []
    for equation in equations:
        value = floats.number(equation.items[1])
        if equation.items[0] == Symbol(name) and value is not None:
            found.append((value, to_plain(equation)))
    return found


def expression_of(answer: str, name: str) -> Expr | None:
    """The expression that an answer is or ends in: ``2x``, ``y = 2x``, ``f^-1(x) = 2x``."""
    try:
        node = read(answer, variables=(name,))
    except ReadError:
        return None
    if isinstance(node, Chain) and set(node.ops) == {RelOp.EQ}:
        node = node.items[-1]
    return None if isinstance(node, Statement) else node


def antiderivative_of(answer: str, name: str) -> Expr | None:
    """The antiderivative ``x^2 + C`` with 0 for its constant."""
    node = expression_of(answer, name)
    if node is None:
        return None
    others = {other: Number(Fraction(0)) for other in variables(node) if other != name}
    return substitute(node, others)
