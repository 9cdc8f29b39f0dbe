"""Inequalities in one unknown: linear ones step by step, others by the zeros and the signs."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.kernel import SolutionSet, real_solutions
from mathviz_chat.core.problems.judging.inequality import as_statement
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Abs, Chain, Or, RelOp, Statement, Symbol
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.solving import (
    bars,
    between,
    both_sides,
    build,
    constant_coefficients,
    factoring,
    monomials,
    sign_table,
)
from mathviz_chat.core.solving.linear import ALWAYS, FLIPPED, NEVER
from mathviz_chat.core.solving.lines import BRIEF, Lines
from mathviz_chat.core.solving.monomials import Terms


def solve(inequality: Chain, name: str) -> Lines | None:
    """Lines for an inequality whose solutions the kernel can certify."""
    linear = constant_coefficients.inequality(inequality, name)
    if linear is not None:
        return linear
    found = real_solutions(inequality, name)
    answer = None if found is None else described(found, name)
    if answer is None:
        return None
    lines = Lines()
    _write(lines, inequality, name, always=isinstance(answer, str))
    if isinstance(answer, str):
        lines.finish(answer)
        return lines
    if not lines.lines or lines.lines[-1].claim != to_plain(answer):
        lines.step("Read the solutions off", answer, level=BRIEF, before=inequality)
    lines.finish(answer)
    return lines


def _write(lines: Lines, inequality: Chain, name: str, *, always: bool) -> None:
    """The lines that lead to the solutions. always: these are all numbers, or none."""
    plain = bars.alone(lines, inequality, name)
    before = len(lines.lines)
    if not always:
        between.solve(lines, plain, name)
    if len(plain.items) != 2 or len(lines.lines) > before:
        return
    if any(isinstance(node, Abs) for node in walk(plain)):
        if always:
            bars.below_zero(lines, plain)
        else:
            bars.split(lines, plain, name)
        return
    one = sign_table.of_quotients(lines, plain, name)
    if one is not None:
        sign_table.write(lines, one, name)
    else:
        linear_steps(lines, plain, name)


def described(found: SolutionSet, name: str) -> Statement | str | None:
    """``x < 3``, ``x = 1 or x > 2``; None where a bound cannot be written."""
    if found.is_empty:
        return NEVER
    parts: list[Statement] = []
    for interval in found.intervals:
        part = as_statement(interval, name)
        if not isinstance(part, Chain):
            return ALWAYS if not found.excluded else None
        parts.append(part)
    for point in found.points:
        if point.exact is None:
            return None
        parts.append(build.equals(Symbol(name), point.exact))
    return parts[0] if len(parts) == 1 else Or(tuple(parts))


def linear_steps(lines: Lines, inequality: Chain, name: str) -> None:
    """Collect, move the terms, divide; for higher degrees factor the one side, tell its signs."""
    left, right = (monomials.expanded(item, name) for item in inequality.items)
    if left is None or right is None:
        return
    op = inequality.ops[0]
    short = monomials.collected(left), monomials.collected(right)
    rule = "Expand and collect like terms"
    if not any(map(monomials.has_brackets, inequality.items)):
        in_order = [len(one) for one in short] == [len(one) for one in (left, right)]
        rule = "Write the terms in order" if in_order else "Collect like terms"
    left, right = short
    shown = _tree(left, right, op, name)
    if shown != inequality:
        lines.step(rule, shown, before=inequality)
    moved = tuple(t for t in right if t[1] >= 1)
    degree = monomials.degree(left + monomials.scaled(right, Fraction(-1)))
    if degree != 1:
        moved = right
    left, right = _subtract(lines, left, right, moved, op, name)
    if degree == 1:
        left, right = _subtract(lines, left, right, tuple(t for t in left if not t[1]), op, name)
        _divide(lines, left, right, op, name)
    elif left:
        _factor(lines, left, op, name)


def _tree(left: Terms, right: Terms, op: RelOp, name: str) -> Chain:
    return Chain((monomials.tree(left, name), monomials.tree(right, name)), (op,))


def _subtract(
    lines: Lines, left: Terms, right: Terms, moved: Terms, op: RelOp, name: str
) -> tuple[Terms, Terms]:
    if not moved:
        return left, right
    negated = monomials.scaled(moved, Fraction(-1))
    before = _tree(left, right, op, name)
    left, right = monomials.collected(left + negated), monomials.collected(right + negated)
    if moved[0][0] > 0:
        both_sides.subtracted(lines, before, monomials.tree(moved, name))
        rule = f"Subtract {to_plain(monomials.tree(moved, name))} from both sides"
    else:
        both_sides.added(lines, before, monomials.tree(negated, name))
        rule = f"Add {to_plain(monomials.tree(negated, name))} to both sides"
    lines.step(rule, _tree(left, right, op, name), before=before)
    return left, right


def _divide(lines: Lines, left: Terms, right: Terms, op: RelOp, name: str) -> None:
    slope = monomials.coefficient(left, 1)
    if slope == 1:
        return
    rule = f"Divide both sides by {to_plain(build.rational(slope))}"
    why = None
    before = _tree(left, right, op, name)
    if slope < 0:
        op, rule = FLIPPED[op], rule + " and turn the sign around"
        why = "Dividing by a negative number reverses the order."
    if slope.denominator == 1:
        both_sides.divided(lines, before, build.rational(slope), (op,))
    after = monomials.scaled(left, 1 / slope), monomials.scaled(right, 1 / slope)
    lines.step(rule, _tree(*after, op, name), level=BRIEF, before=before, why=why)


def _factor(lines: Lines, left: Terms, op: RelOp, name: str) -> None:
    degree = monomials.degree(left)
    coefficients = tuple(monomials.coefficient(left, k) for k in range(degree + 1))
    factored = factoring.product(*factoring.factors(coefficients), name)
    before = _tree(left, (), op, name)
    line = Chain((factored, build.ZERO), (op,))
    if line != before:
        lines.step("Factor the left side", line, before=before)
    sign_table.write(lines, line, name)
