"""Equations with absolute values that hold on whole stretches: ``|x - 1| + |x - 2| = 1``.

Between the places where the bars change their sign each of them can be left out. There the equation
is linear: it holds at one place, nowhere, or everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

from mathviz_chat.core.kernel import real_solutions
from mathviz_chat.core.problems import polynomial
from mathviz_chat.core.problems.polynomial import Coefficients
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Abs, Chain, Expr, Neg, Node, RelOp, Statement, Symbol
from mathviz_chat.core.reading.walking import transform
from mathviz_chat.core.solving import build, monomials
from mathviz_chat.core.solving.inequality import described
from mathviz_chat.core.solving.lines import BRIEF, Lines


def solve(lines: Lines, equation: Chain, sizes: Sequence[Abs], name: str) -> Lines | None:
    """Lines for an equation with absolute values of linear terms, linear beside them; None where
    its solutions are single values."""
    found = real_solutions(equation, name)
    turns = [_turn(size, name) for size in sizes]
    if found is None or not found.intervals or None in turns:
        return None
    answer = described(found, name)
    if not isinstance(answer, Statement):
        return None
    places = sorted({turn for turn in turns if turn is not None})
    parts = list(pairwise((None, *places, None)))
    plain = [_without_bars(equation, between, name) for between in parts]
    if not all(_is_linear(item, name) for one in plain for item in one.items):
        return None
    pairs = zip(parts, plain, strict=True)
    why = " ".join(_told(one, between, name) for between, one in pairs)
    lines.step("Leave the bars out, stretch by stretch", answer, level=BRIEF, why=why)
    lines.finish(answer)
    return lines


Stretch: TypeAlias = tuple[Fraction | None, Fraction | None]


def _turn(size: Abs, name: str) -> Fraction | None:
    """Where what stands between the bars is 0."""
    terms = polynomial.of_expression(size.arg, name)
    return -terms[0] / terms[1] if terms is not None and len(terms) == 2 else None


def _is_linear(expr: Expr, name: str) -> bool:
    terms = polynomial.of_expression(expr, name)
    return terms is not None and len(terms) <= 2


def _told(plain: Chain, between: Stretch, name: str) -> str:
    """``For 1 < x <= 2 it says 1 = 1, which always holds.``"""
    said = f"For {to_plain(_condition(between, name))} it says {to_plain(plain)}"
    left, right = (polynomial.of_expression(item, name) or () for item in plain.items)
    slope, constant = (_at(left, k) - _at(right, k) for k in (1, 0))
    if not slope:
        return f"{said}, which {'always' if not constant else 'never'} holds."
    value = -constant / slope
    low, high = between
    inside = (low is None or low < value) and (high is None or value <= high)
    return f"{said}, so {name} = {value}{'' if inside else ', which does not lie there'}."


def _at(terms: Coefficients, degree: int) -> Fraction:
    return terms[degree] if degree < len(terms) else Fraction(0)


def _condition(between: Stretch, name: str) -> Chain:
    """The right end belongs to a stretch, the left one to that before it."""
    low, high = (None if end is None else build.rational(end) for end in between)
    symbol = Symbol(name)
    if low is not None and high is not None:
        return Chain((low, symbol, high), (RelOp.LT, RelOp.LE))
    if low is not None:
        return Chain((symbol, low), (RelOp.GT,))
    assert high is not None
    return Chain((symbol, high), (RelOp.LE,))


def _without_bars(equation: Chain, between: Stretch, name: str) -> Chain:
    """Each absolute value as its inside or the opposite of it, both sides collected."""
    low, high = between
    first = high - 1 if low is None and high is not None else low
    last = low + 1 if high is None and low is not None else high
    assert first is not None and last is not None
    middle = (first + last) / 2

    def plain(node: Node) -> Expr | None:
        if not isinstance(node, Abs):
            return None
        terms = polynomial.of_expression(node.arg, name) or ()
        return node.arg if _at(terms, 0) + _at(terms, 1) * middle >= 0 else Neg(node.arg)

    bare = transform(equation, plain)
    return build.equals(*(_collected(item, name) for item in bare.items))


def _collected(expr: Expr, name: str) -> Expr:
    terms = monomials.expanded(expr, name)
    return expr if terms is None else monomials.tree(monomials.collected(terms), name)
