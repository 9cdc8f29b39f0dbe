"""Names for what a question asks for: ``det = 11``, ``|A| = 11``, ``LCM = 36``, ``A^-1 = ...``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.checking.terms import has, transform
from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems.problem import Kind
from mathviz_chat.core.reading.tree import Abs, Call, Chain, Expr, Matrix, Node, Pow, RelOp, Symbol

Names = Mapping[Node, Expr]
"""What a node of a line stands for."""

_NONE: Final[Names] = MappingProxyType({})
_PAIRED: Final = ("gcd", "lcm")
_MATRIX_NAME: Final = re.compile(r"\b([A-Z])\s*=\s*(?:\$?\s*)?(?:\[|\\begin|\()")


def names_of(task: Task) -> Names:
    """The names that the lines may use for the value that is asked for."""
    match None if task.problem is None else task.problem.expression:
        case Call("gcd" | "lcm", (_, _) as args):
            return {Symbol(name): Call(name, args) for name in _PAIRED}
        case Call("det", (Matrix() as matrix,)) | Pow(Matrix() as matrix):
            if task.problem is None or task.problem.kind is not Kind.MATRIX:
                return _NONE
            letter = _MATRIX_NAME.search(task.question or "")
            name = Symbol(letter[1] if letter else "A")
            determinant = Call("det", (matrix,))
            return {
                name: matrix,
                Symbol("det"): determinant,
                Call("det", (name,)): determinant,
                Abs(name): determinant,
            }
    return _NONE


def with_names(chain: Chain, names: Names) -> Chain:
    """The chain with what its names stand for; ``A = [[1, 2], [3, 4]]`` as it is.

    Of ``det(A) = ad - bc = 21 - 10`` the formula in letters is left out; alone it claims nothing.
    """
    if not names or set(chain.ops) != {RelOp.EQ} or not has(chain, Symbol):
        return chain
    if isinstance(chain.items[0], Symbol) and names.get(chain.items[0]) == chain.items[-1]:
        return chain
    items = tuple(transform(item, names.get) for item in chain.items)
    numbers = tuple(item for item in items if not variables(item))
    if len(numbers) > 1:
        return Chain(numbers, (RelOp.EQ,) * (len(numbers) - 1))
    if isinstance(chain.items[0], Call | Abs) and items[0] != chain.items[0]:
        return Chain((Symbol("det"), *chain.items[1:]), chain.ops)
    return chain
