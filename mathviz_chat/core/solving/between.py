"""A linear expression between two numbers, and inequalities in its absolute value.

``|2x - 5| <= 7`` says that ``-7 <= 2x - 5 <= 7``, and what is done is done to all three parts;
``|2x - 5| > 7`` says that one of two inequalities holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Abs, Chain, Expr, Or, RelOp, Statement
from mathviz_chat.core.solving import both_sides, build, monomials
from mathviz_chat.core.solving.linear import FLIPPED
from mathviz_chat.core.solving.lines import BRIEF, Lines
from mathviz_chat.core.solving.monomials import Terms


@dataclass(frozen=True, slots=True)
class _Range:
    """A chain of numbers and one linear expression, which stands as None."""

    parts: tuple[Fraction | None, ...]
    ops: tuple[RelOp, ...]

    def with_parts(self, factor: Fraction, added: Fraction) -> _Range:
        """All parts times a factor that is not 0, and a number added to each."""
        parts = tuple(None if part is None else factor * part + added for part in self.parts)
        ops = tuple(FLIPPED[op] for op in self.ops) if factor < 0 else self.ops
        return _Range(parts, ops)

    def tree(self, expr: Expr) -> Chain:
        items = (expr if part is None else build.rational(part) for part in self.parts)
        return Chain(tuple(items), self.ops)


def solve(lines: Lines, inequality: Chain, name: str) -> None:
    """Write the lines, where it is one of these; nothing else."""
    if len(inequality.items) == 3 and all(op in FLIPPED for op in inequality.ops):
        low, middle, high = inequality.items
        ends = _number(low, name), _number(high, name)
        if None not in ends:
            within = _Range((ends[0], None, ends[1]), inequality.ops)
            _isolate(lines, inequality, middle, (within,), name)
    split = _split(inequality, name) if len(inequality.items) == 2 else None
    if split is not None and _linear(split[0], name) is not None:
        expr, ranges, rule = split
        lines.step(rule, _said(ranges, expr), level=BRIEF, before=inequality)
        _isolate(lines, _said(ranges, expr), expr, ranges, name)


def _split(inequality: Chain, name: str) -> tuple[Expr, tuple[_Range, ...], str] | None:
    """What ``|u| < c`` and ``|u| > c`` say of u, for c above 0."""
    (left, right), (op,) = inequality.items, inequality.ops
    if op not in FLIPPED:
        return None
    if isinstance(right, Abs):
        left, right, op = right, left, FLIPPED[op]
    bound = _number(right, name)
    if not isinstance(left, Abs) or bound is None or bound <= 0:
        return None
    low, high = to_plain(build.rational(-bound)), to_plain(build.rational(bound))
    if op in (RelOp.LT, RelOp.LE):
        within = _Range((-bound, None, bound), (op, op))
        lies = f"at least {low} and at most {high}"
        if op is RelOp.LT:
            lies = f"above {low} and below {high}"
        return left.arg, (within,), f"What stands between the bars is {lies}"
    outside = _Range((None, -bound), (FLIPPED[op],)), _Range((None, bound), (op,))
    lies = f"below {low} or above {high}"
    if op is RelOp.GE:
        lies = f"at most {low} or at least {high}"
    return left.arg, outside, f"What stands between the bars is {lies}"


def _isolate(
    lines: Lines, before: Statement, expr: Expr, ranges: tuple[_Range, ...], name: str
) -> None:
    """Take the number off all parts, then divide them by the coefficient."""
    terms = _linear(expr, name)
    if terms is None:
        return
    slope, constant = monomials.coefficient(terms, 1), monomials.coefficient(terms, 0)
    parts = "every part" if len(ranges) == 1 else "all sides"
    if monomials.has_brackets(expr):
        after = _said(ranges, monomials.tree(terms, name))
        lines.step("Expand", after, before=before)
        before = after
    if constant:
        number = to_plain(build.rational(abs(constant)))
        rule = f"Subtract {number} from {parts}" if constant > 0 else f"Add {number} to {parts}"
        if isinstance(before, Chain):
            write = both_sides.subtracted if constant > 0 else both_sides.added
            write(lines, before, build.rational(abs(constant)))
        terms = tuple(term for term in terms if term[1])
        ranges = tuple(one.with_parts(Fraction(1), -constant) for one in ranges)
        after = _said(ranges, monomials.tree(terms, name))
        lines.step(rule, after, level=BRIEF, before=before)
        before = after
    if slope != 1:
        rule, why = f"Divide {parts} by {to_plain(build.rational(slope))}", None
        if slope < 0:
            rule += " and turn the signs around"
            why = "Dividing by a negative number reverses the order."
        ranges = tuple(one.with_parts(1 / slope, Fraction(0)) for one in ranges)
        after = _said(ranges, monomials.tree(monomials.scaled(terms, 1 / slope), name))
        if isinstance(before, Chain) and slope > 0 and slope.denominator == 1:
            both_sides.divided(lines, before, build.rational(slope))
        lines.step(rule, after, level=BRIEF, before=before, why=why)


def _said(ranges: tuple[_Range, ...], expr: Expr) -> Statement:
    chains = tuple(one.tree(expr) for one in ranges)
    return chains[0] if len(chains) == 1 else Or(chains)


def _linear(expr: Expr, name: str) -> Terms | None:
    """The terms of ``m x + b`` with m not 0."""
    terms = monomials.expanded(expr, name)
    if terms is None or monomials.degree(monomials.collected(terms)) != 1:
        return None
    return monomials.collected(terms)


def _number(expr: Expr, name: str) -> Fraction | None:
    terms = monomials.expanded(expr, name)
    if terms is None or monomials.degree(monomials.collected(terms)) > 0:
        return None
    return monomials.coefficient(monomials.collected(terms), 0)
