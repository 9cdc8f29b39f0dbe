"""Values of one unknown: ``x = 2, 3``, ``x = 2 or x = 3``, ``2x = 30 or 150``, ``x < 1, x > 5``."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.reading.tree import (
    Call,
    Chain,
    Div,
    Expr,
    Neg,
    Node,
    Number,
    Or,
    RelOp,
    Statement,
    Symbol,
    TupleOf,
)
from mathviz_chat.core.reading.walking import symbols


def listed(part: Node) -> tuple[Expr, ...]:
    if isinstance(part, Statement):
        return ()
    if isinstance(part, TupleOf) and not part.bracketed:
        return part.items
    return (part,)


def repeat_unknown(parts: list[Node]) -> list[Node]:
    """``x = 2 or 3``, ``x = 2, 3``: the later values belong to the same unknown.

    As they are where it is not clear to which: ``x = 2, y = 3, 4``.
    """
    said = [part for part in parts if isinstance(part, Statement)]
    firsts = [part.items[0] if isinstance(part, Or) else part for part in said]
    heads = [part for part in firsts if isinstance(part, Chain)]
    if not (parts[0] in said and len(heads) == len(said) and len({h.items[0] for h in heads}) == 1):
        return parts
    values = tuple(value for part in parts if part not in said for value in listed(part))
    if not (_is_root(heads[0]) or _is_level(heads[0], values)):
        return parts
    left, ops = heads[0].items[0], heads[0].ops
    out: list[Node] = []
    for part in parts:
        if isinstance(part, Statement):
            out.append(part)
        else:
            out += [Chain((left, value), ops, span=value.span) for value in listed(part)]
    return out


def _is_root(node: Node) -> bool:
    """``x = 2``: one name alone before an equals sign."""
    return (
        isinstance(node, Chain)
        and len(node.items) == 2
        and node.ops[0] in (RelOp.EQ, RelOp.APPROX)
        and isinstance(node.items[0], Symbol)
    )


def _is_level(head: Chain, values: tuple[Expr, ...]) -> bool:
    """``2x = 30 or 150``, ``x^2 = 4, 9``: one unknown on the left, and numbers on the right."""
    return _has_one_unknown(head) and not any(symbols(value) for value in values)


def _has_one_unknown(node: Chain) -> bool:
    left, right = node.items[0], node.items[-1]
    called = isinstance(left, Call) and len(left.function) == 1  # f(x) = 3, 4
    equal = node.ops == (RelOp.EQ,) and not called
    return equal and len(symbols(left)) == 1 and not symbols(right)


def same_unknown(parts: list[Statement]) -> bool:
    """``x = 2, x = 3`` and ``x = 2 and x = 3`` list the values of one unknown."""
    chains = [part for part in parts if isinstance(part, Chain)]
    if len(chains) < len(parts) or len({part.items[0] for part in chains}) != 1:
        return False
    return all(map(_is_root, chains)) or all(map(_has_one_unknown, chains))


_ABOVE = (RelOp.GT, RelOp.GE)
_BELOW = (RelOp.LT, RelOp.LE)


def exclude_each_other(parts: tuple[Statement, ...]) -> bool:
    """``x < -3, x > 3``: no value is both, so that the comma means "or"."""
    bounds = [bound for bound in map(_bound, parts) if bound is not None]
    if not len(bounds) == len(parts) == 2 or bounds[0][0] != bounds[1][0]:
        return False
    above = [bound for bound in bounds if bound[1] in _ABOVE]
    below = [bound for bound in bounds if bound[1] in _BELOW]
    if len(above) != 1 or len(below) != 1:
        return False
    least, most = above[0][2], below[0][2]
    touching = (above[0][1], below[0][1]) == (RelOp.GE, RelOp.LE)
    return least > most or (least == most and not touching)


def _bound(part: Statement) -> tuple[str, RelOp, Fraction] | None:
    """``x > -3``: the name, the sign and a number."""
    match part:
        case Chain((Symbol(name), value), (op,)):
            number = _rational(value)
            return None if number is None else (name, op, number)
    return None


def _rational(value: Expr) -> Fraction | None:
    match value:
        case Number(number):
            return number
        case Neg(inner):
            size = _rational(inner)
            return None if size is None else -size
        case Div(Number(above), Number(below)) if below:
            return above / below
    return None
