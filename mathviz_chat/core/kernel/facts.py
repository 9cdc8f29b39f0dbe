"""Facts that an identity may use: values of symbols, and signs of expressions."""

from __future__ import annotations

from dataclasses import dataclass

from mathviz_chat.core.kernel.elaboration import elaborate
from mathviz_chat.core.kernel.limits import Declined
from mathviz_chat.core.kernel.substitution import substitute, variables
from mathviz_chat.core.reading.tree import And, Chain, Expr, RelOp, Statement, Sub, Symbol, Truth

ORDER = {RelOp.LT: (-1,), RelOp.LE: (-1, 0), RelOp.GT: (1,), RelOp.GE: (1, 0), RelOp.NE: (-1, 1)}


@dataclass(frozen=True, slots=True)
class Facts:
    """values: what symbols stand for. signs: expressions with the signs that they may have.

    complete: every fact is one of the two, so that a point which satisfies them is a witness.
    """

    values: dict[str, Expr]
    signs: tuple[tuple[Expr, tuple[int, ...]], ...]
    complete: bool


def gather(facts: tuple[Statement, ...]) -> Facts:
    """Sort the facts; equations that give no symbol its value make the facts incomplete."""
    values: dict[str, Expr] = {}
    orders: list[tuple[Expr, RelOp, Expr]] = []
    complete = True
    pending = list(reversed(facts))
    while pending:
        fact = pending.pop()
        if isinstance(fact, And):
            pending.extend(reversed(fact.items))
        elif isinstance(fact, Chain) and len(fact.items) == 2:
            left, right = (substitute(item, values) for item in fact.items)
            if fact.ops[0] in ORDER:
                orders.append((left, fact.ops[0], right))
            elif not _learn_value(fact.ops[0], left, right, values):
                complete = False
        elif isinstance(fact, Chain):
            pairs = zip(fact.items, fact.ops, fact.items[1:], strict=False)
            pending.extend(Chain((a, c), (op,)) for a, op, c in pairs)
        elif not (isinstance(fact, Truth) and fact.value):
            complete = False
    signs = []
    for left, op, right in orders:
        try:
            core = elaborate(Sub(substitute(left, values), substitute(right, values)))
            signs.append((core, ORDER[op]))
        except Declined:
            complete = False
    return Facts(values, tuple(signs), complete)


def _learn_value(op: RelOp, left: Expr, right: Expr, values: dict[str, Expr]) -> bool:
    if op not in {RelOp.EQ, RelOp.DEFINED, RelOp.IDENTICAL}:
        return False
    if not isinstance(left, Symbol):
        left, right = right, left
    if not isinstance(left, Symbol) or left.name in variables(right):
        return False
    known = {left.name: right}
    for name, value in values.items():
        values[name] = substitute(value, known)
    values[left.name] = right
    return True
