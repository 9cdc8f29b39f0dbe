"""Small questions about trees that the rules for roles ask."""

from __future__ import annotations

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.reading.tree import (
    And,
    Call,
    Chain,
    Const,
    Constant,
    Degrees,
    Derivative,
    Div,
    Expr,
    Implication,
    Integral,
    Limit,
    Mixed,
    Mul,
    Neg,
    Node,
    Number,
    Numeral,
    Or,
    Percent,
    Pow,
    Quantity,
    RelOp,
    RepeatingDecimal,
    Statement,
    Symbol,
)
from mathviz_chat.core.reading.walking import has as has
from mathviz_chat.core.reading.walking import parts
from mathviz_chat.core.reading.walking import transform as transform

_LITERALS = (Number, RepeatingDecimal, Numeral, Mixed, Constant)
_WRAPPERS = (Neg, Percent, Degrees)


def is_closed(node: Node) -> bool:
    """No free symbol and no unknown function: it has a value (or none), whatever the facts."""
    if variables(node) or not has(node, Call):
        return not variables(node)
    return not any(type(part) is Call and _is_unknown_function(part) for part in parts(node))


def _is_unknown_function(call: Call) -> bool:
    """``f(2)``, ``f^{-1}(2)``; not ``C(5, 2)``, which counts."""
    counts = call.function in ("C", "P") and len(call.args) == 2
    return len(call.function.removesuffix("^-1")) == 1 and not counts


def is_literal(expr: Expr) -> bool:
    """A number as written, with or without sign, percent or degree sign, or unit: nothing to carry
    out."""
    if isinstance(expr, Quantity):
        return is_literal(expr.value)
    if isinstance(expr, _WRAPPERS):
        return is_literal(expr.arg)
    if isinstance(expr, Div):
        below = without_unit(expr.right)
        return isinstance(expr.left, Number) and isinstance(below, Number)
    return isinstance(expr, _LITERALS)


def lone_symbol(expr: Expr) -> str | None:
    """The name, where the whole expression is one symbol."""
    return expr.name if isinstance(expr, Symbol) else None


def uses_complex(node: Node) -> bool:
    """The constant i occurs."""
    return has(node, Constant) and Constant(Const.I) in parts(node)


def needs_calculus(node: Node) -> bool:
    """A derivative, integral, limit or primed function occurs."""
    if has(node, Derivative, Integral, Limit):
        return True
    return has(node, Call) and any(type(part) is Call and part.primes > 0 for part in parts(node))


def without_unit(expr: Expr) -> Expr:
    """The magnitude of a quantity; other expressions as they are."""
    return expr.value if isinstance(expr, Quantity) else expr


def links(chain: Chain) -> tuple[tuple[Expr, RelOp, Expr], ...]:
    """``a = b = c`` as its relations (a, =, b) and (b, =, c)."""
    return tuple((chain.items[i], op, chain.items[i + 1]) for i, op in enumerate(chain.ops))


def equation(left: Expr, right: Expr) -> Chain:
    """``left = right``."""
    return Chain((left, right), (RelOp.EQ,))


_ORDER = (RelOp.LT, RelOp.LE, RelOp.GT, RelOp.GE)


def is_ordered(statement: Statement) -> bool:
    """An inequality is in it."""
    return any(
        isinstance(part, Chain) and any(op in _ORDER for op in part.ops)
        for case in disjuncts(statement)
        for part in conjuncts(case)
    )


def conjuncts(statement: Statement) -> tuple[Statement, ...]:
    """The parts of an "and", flattened; any other statement alone."""
    if isinstance(statement, And):
        return tuple(part for item in statement.items for part in conjuncts(item))
    return (statement,)


def disjuncts(statement: Statement) -> tuple[Statement, ...]:
    """The parts of an "or", flattened; any other statement alone."""
    if isinstance(statement, Or):
        return tuple(part for item in statement.items for part in disjuncts(item))
    return (statement,)


def parts_of(statement: Statement) -> tuple[Statement, ...]:
    """The statements in the order of the text: an implication is both its sides."""
    if isinstance(statement, Implication):
        return (*parts_of(statement.before), *parts_of(statement.after))
    return (statement,)


def multiplied(expr: Expr) -> list[Expr]:
    """The factors of a product, and of a quotient above and below, each once."""
    match expr:
        case Mul(left, right) | Div(left, right):
            return [*multiplied(left), *multiplied(right)]
        case Neg(arg):
            return multiplied(arg)
        case Pow(base, Number()):
            return multiplied(base)
    return [expr]
