"""Does a lone equation look like a claim for all values, or like an equation to be solved?

``(x + 1)^2 = x^2 + 1`` on a line of its own, with no question and nothing after it, is a wrong
expansion; ``x^2 = 9`` and ``2x + 3 = x + 5`` are equations. The left side of a claim has something
to carry out, and its right side agrees with the result in part. Only used to tell a claim from a
given; what is proved for all values needs no such guess. Likewise ``-3 < 2x + 1 < 7`` is a
condition on x.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.checking.terms import has
from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems import polynomial
from mathviz_chat.core.reading.tree import (
    Add,
    BigOperator,
    Call,
    Chain,
    Div,
    Expr,
    Log,
    Mul,
    Number,
    Pow,
    RelOp,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import map_children, walk

_TWO: Final = Number(Fraction(2))
_PRIMES: Final = (101, 103, 107, 109)


_BELOW: Final = frozenset({RelOp.LT, RelOp.LE})
_ABOVE: Final = frozenset({RelOp.GT, RelOp.GE})


def lies_between(chain: Chain) -> bool:
    """``-3 < 2x + 1 < 7``: an expression in one unknown between two numbers."""
    ops, names = frozenset(chain.ops), variables(chain)
    if len(chain.items) != 3 or not (ops <= _BELOW or ops <= _ABOVE) or len(names) != 1:
        return False
    low, middle, high = chain.items
    single = len(names[0].partition("_")[0]) == 1 and not isinstance(middle, Symbol)
    return single and not variables(low) and not variables(high)


def looks_like_identity(left: Expr, right: Expr) -> bool:
    """Whether ``left = right`` is written as the result of carrying out what ``left`` says."""
    if not variables(right) or set(variables(right)) - set(variables(left)):
        return False
    if isinstance(left, Symbol):
        return False
    if _distributes(left, right) or _sums_up(left):
        return True
    if has(left, Call, Log) or has(right, Call, Log) or _has_exponential(left):
        return _expands_function(left, right)
    if isinstance(left, Div) and variables(left.right):
        return _has_polynomial_part(left)
    return _has_work(left) and _agrees_in_part(left, right)


def _sums_up(left: Expr) -> bool:
    """``sum_(k=1)^(n)(k) = n(n + 1)/2``: a letter as the upper limit, and its closed form."""
    return isinstance(left, BigOperator) and isinstance(left.upper, Symbol)


def _distributes(left: Expr, right: Expr) -> bool:
    """``sqrt(a + b) = sqrt(a) + sqrt(b)``, ``1/(a + b) = 1/a + 1/b``: term by term, as only linear
    functions allow; with several letters nobody writes it as an equation to be solved."""
    if len(variables(left)) < 2 or not isinstance(right, Add | Sub):
        return False
    for node in walk(left):
        if isinstance(node, Add | Sub) and type(node) is type(right):
            terms = (_replaced(left, node, part) for part in (node.left, node.right))
            if (right.left, right.right) == tuple(terms):
                return True
    return False


def _replaced(expr: Expr, old: Expr, new: Expr) -> Expr:
    return new if expr == old else map_children(expr, lambda part: _replaced(part, old, new))


def _has_work(expr: Expr) -> bool:
    """A product or power of a sum, or a difference of bracketed sums: something to expand."""
    sums = Add | Sub
    for node in walk(expr):
        if isinstance(node, Mul) and (isinstance(node.left, sums) or isinstance(node.right, sums)):
            return True
        if isinstance(node, Pow) and isinstance(node.base, sums):
            return True
        if isinstance(node, sums) and isinstance(node.right, sums):
            return True
    return _factors(expr)


def _factors(expr: Expr) -> bool:
    """A sum whose right side is to be a product."""
    return isinstance(expr, Add | Sub)


def _agrees_in_part(left: Expr, right: Expr) -> bool:
    """A power of the first variable has the same coefficient, not 0, on both sides."""
    name, *others = variables(left)
    if len(others) > len(_PRIMES):
        return False
    values = {other: Number(Fraction(prime)) for other, prime in zip(others, _PRIMES, strict=False)}
    sides = [polynomial.of_expression(substitute(side, values), name) for side in (left, right)]
    if sides[0] is None or sides[1] is None or not _is_expansion(left, right):
        return False
    return any(a == b != 0 for a, b in zip(sides[0], sides[1], strict=False))


def _is_expansion(left: Expr, right: Expr) -> bool:
    """One side is a product of sums and the other is a plain sum, or both brackets are opened."""
    return _products(left) != _products(right) or _brackets(left) > _brackets(right)


def _products(expr: Expr) -> int:
    sums = Add | Sub
    return sum(
        1
        for node in walk(expr)
        if (isinstance(node, Mul) and (isinstance(node.left, sums) or isinstance(node.right, sums)))
        or (isinstance(node, Pow) and isinstance(node.base, sums))
    )


def _brackets(expr: Expr) -> int:
    sums = Add | Sub
    return sum(1 for node in walk(expr) if isinstance(node, sums) and isinstance(node.right, sums))


def _has_polynomial_part(quotient: Div) -> bool:
    return isinstance(quotient.left, Add | Sub | Pow | Mul)


def _has_exponential(expr: Expr) -> bool:
    return any(isinstance(node, Pow) and bool(variables(node.exponent)) for node in walk(expr))


def _expands_function(left: Expr, right: Expr) -> bool:
    """An addition or multiple-angle formula, a product or power of exponentials."""
    core = left.right if isinstance(left, Mul) and not variables(left.left) else left
    if isinstance(core, Call):
        composite = any(not isinstance(arg, Symbol) for arg in core.args)
        return composite and isinstance(right, Add | Sub | Mul) and _several_functions(right)
    if isinstance(core, Log):
        return isinstance(core.arg, Mul | Div | Pow) and has(right, Log)
    if isinstance(core, Mul):
        return _has_exponential(core.left) and _has_exponential(core.right)
    if isinstance(core, Pow):
        if isinstance(core.exponent, Add | Sub):
            return isinstance(right, Add | Sub | Mul)
        return _has_exponential(core.base) or has(core.base, Add, Sub)
    if isinstance(core, Add | Sub):
        return isinstance(right, Div | Pow) and has(core, Pow) and has(right, Call)
    return False


def _several_functions(expr: Expr) -> bool:
    """Two functions, or a power of one."""
    calls = sum(1 for node in walk(expr) if isinstance(node, Call | Log))
    powers = any(isinstance(node, Pow) and isinstance(node.base, Call) for node in walk(expr))
    return calls > 1 or powers


def is_of_sides(left: Expr, right: Expr) -> bool:
    """``c^2 = 3^2 + 4^2``, three squares of which two are of numbers: sides of a triangle, mostly.

    Their negative values are then no solutions.
    """
    squares = [*_terms(left), *_terms(right)]
    bases = [one.base for one in squares if isinstance(one, Pow) and one.exponent == _TWO]
    letters = sum(isinstance(base, Symbol) for base in bases)
    return len(bases) == len(squares) == 3 and letters == 1


def _terms(expr: Expr) -> list[Expr]:
    if isinstance(expr, Add | Sub):
        return [*_terms(expr.left), *_terms(expr.right)]
    return [expr]
