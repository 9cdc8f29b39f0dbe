"""Values compared and put in order: over one denominator, or as decimals that tell them apart."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cmp_to_key
from itertools import pairwise
from math import lcm
from typing import Final

from mathviz_chat.core.kernel import Outcome, approximately, holds
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.judging import comparison
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Abs,
    And,
    Call,
    Chain,
    Div,
    Expr,
    Neg,
    Number,
    RelOp,
    Statement,
    Sub,
)
from mathviz_chat.core.solving import build, by_hand, numbers
from mathviz_chat.core.solving.lines import BRIEF, FINE, Lines

MAX_DENOMINATOR: Final = 10_000
"""Fractions with a larger common denominator are compared as decimals."""
MOST_PLACES: Final = 12
_PLACE_BY_PLACE: Final = "Decimals are compared place by place, from left to right."


def compare(problem: Problem) -> Lines | None:
    """The two values with the sign between them."""
    lines = Lines()
    _made_comparable(lines, problem.items)
    chain = _compared(*problem.items)
    lines.step("Compare the two values", chain, level=BRIEF)
    lines.finish(comparison.shown(problem, chain.ops[0]))
    return lines


def choose(problem: Problem) -> Lines | None:
    """The values in order, as far as the one that is asked for."""
    lines = Lines()
    if problem.target is None:
        order = _ordered(problem.items, descending=problem.descending)
        _in_order(lines, [problem.items[k] for k in order], "Put the values in order")
    else:
        order = _by_distance(lines, problem.items, problem.target)
    lines.finish(problem.labels[order[problem.rank - 1]])
    return lines


def sort(problem: Problem) -> Lines | None:
    """All values in one chain; fine: each compared with the next one."""
    order = _ordered(problem.items, descending=problem.descending)
    unit = problem.unit
    items = list(problem.items) if unit is None else [_decimal(item) for item in problem.items]
    lines = Lines()
    if unit is not None and not all(label.endswith(f" {unit}") for label in problem.labels):
        lines.setup(f"Write all of them in {unit}", ", ".join(map(to_plain, items)))
    _in_order(lines, [items[k] for k in order], "Put the values in order")
    lines.finish(", ".join(problem.labels[k] for k in order))
    return lines


def truth(problem: Problem) -> Lines | None:
    """The comparison itself, or the one that holds in its place."""
    statement = problem.conditions[0]
    outcome = holds(statement, {}).outcome
    if not isinstance(statement, Chain) or outcome not in (Outcome.PROVED, Outcome.REFUTED):
        return None
    lines = Lines()
    if isinstance(statement.items[0], Call) and statement.items[0].function == "mod":
        shown = numbers.divided(*statement.items[0].args)
        lines.step("Divide with remainder", shown, level=BRIEF)
    else:
        _made_comparable(lines, statement.items)
        shown = statement if outcome is Outcome.PROVED else _instead_of(statement)
        lines.step("Compare the two numbers", shown, level=BRIEF)
    lines.finish("True" if outcome is Outcome.PROVED else "False")
    return lines


def _instead_of(statement: Chain) -> Chain:
    """``0.35 < 0.4`` where ``0.35 > 0.4`` was asked about; ``3 != 4`` for ``3 = 4``."""
    if statement.ops == (RelOp.EQ,):
        return Chain(statement.items, (RelOp.NE,))
    return _compared(*statement.items)


def _in_order(lines: Lines, values: Sequence[Expr], rule: str) -> None:
    _made_comparable(lines, values)
    pairs = [_compared(*pair) for pair in pairwise(values)]
    if len(pairs) > 1:
        for pair in pairs:
            lines.step("Compare neighbours", pair, level=FINE)
    if pairs:
        chain = Chain(tuple(values), tuple(pair.ops[0] for pair in pairs))
        lines.step(rule, chain, level=BRIEF)


def _by_distance(lines: Lines, items: tuple[Expr, ...], target: Expr) -> list[int]:
    """The values by how far they are from another one."""
    gaps: list[Expr] = [Abs(Sub(item, target)) for item in items]
    order = _ordered(gaps, descending=False)
    sizes = []
    for gap in gaps:
        value = recount.value(gap)
        exact = (
            (build.decimal(value) or build.rational(value)) if isinstance(value, Fraction) else gap
        )
        if exact != gap:
            lines.step("Find the distance", build.equals(gap, exact), before=gap, after=exact)
        sizes.append(exact)
    _in_order(lines, [sizes[k] for k in order], "Compare the distances")
    return order


# ------------------------------------------------------------------ one form for all


def _made_comparable(lines: Lines, values: Sequence[Expr]) -> None:
    """Fractions over one denominator, others as decimals that differ; none for whole numbers."""
    if all(_is_fraction(value) for value in values):
        _over_one_denominator(lines, values)
    elif not all(_is_decimal(value) for value in values):
        _as_decimals(lines, values)
    elif any(_places(value) for value in values):
        _with_equal_places(lines, values)


def _over_one_denominator(lines: Lines, values: Sequence[Expr]) -> None:
    exact = [_exact(value) for value in values]
    common = lcm(*(one.denominator for one in exact))
    if common == 1:
        return
    if common > MAX_DENOMINATOR:
        _as_decimals(lines, values)
        return
    same = [_over(one * common, common) for one in exact]
    pairs = list(dict.fromkeys(zip(values, same, strict=True)))
    changed = [build.equals(old, new) for old, new in pairs if old != new]
    if changed:
        both = "both" if len(values) == 2 else "all"
        for value, one in dict(zip(values, exact, strict=True)).items():
            for line in by_hand.widened(one.as_integer_ratio(), common):
                if isinstance(value, Div):
                    lines.step(line.rule, line.claim, level=FINE, why=line.why)
        rule = f"Write {both} over the common denominator {common}"
        lines.step(rule, _all_of(changed))
    order = _ordered(same, descending=False)
    if len(same) == 2 and same[0] != same[1]:
        above = Chain(tuple(build.integer(exact[k] * common) for k in order), (RelOp.LT,))
        why = "Of two fractions with one denominator, the one with the larger numerator is larger."
        lines.step("Compare the numerators", above, why=why)


def _over(above: Fraction, below: int) -> Expr:
    size = Div(build.integer(abs(above)), build.integer(below))
    return size if above >= 0 else Neg(size)


def _with_equal_places(lines: Lines, values: Sequence[Expr]) -> None:
    """``0.4 = 0.40`` beside 0.35: so many places as the longest has."""
    places = max(map(_places, values))
    shorter = [v for v in dict.fromkeys(values) if 0 < _places(v) < places]
    changed = [build.equals(v, _with_places(_exact(v), places)) for v in shorter]
    if changed:
        rule = "Write them with the same number of decimal places"
        lines.step(rule, _all_of(changed), why=_PLACE_BY_PLACE)


def _as_decimals(lines: Lines, values: Sequence[Expr]) -> None:
    """A line for each value that is no decimal yet, with places enough to tell them apart."""
    places = _separating(values)
    if places is None:
        return
    for value in dict.fromkeys(values):
        if _is_decimal(value):
            continue
        exact = recount.value(value)
        short = build.decimal(exact) if isinstance(exact, Fraction) else None
        if short is not None and _places(short) <= max(places, 4):
            claim = build.equals(value, short)
        else:
            near = _with_places(_rounded(exact, places), places)
            if approximately(value, near, places).outcome is not Outcome.PROVED:
                continue
            claim = Chain((value, near), (RelOp.APPROX,))
        after = claim.items[1]
        lines.step("Write it as a decimal", claim, before=value, after=after)


def _separating(values: Sequence[Expr]) -> int | None:
    """Places after which values that differ are rounded to different decimals; two at least."""
    exact = [recount.value(value) for value in values]
    distinct = [v for k, v in enumerate(exact) if not any(recount.agree(v, u) for u in exact[:k])]
    for places in range(2, MOST_PLACES):
        if len({_rounded(value, places) for value in distinct}) == len(distinct):
            return places
    return None


def _rounded(value: recount.Scalar, places: int) -> Fraction:
    return Fraction(recount.nearest(value * 10**places), 10**places)


def _with_places(value: Fraction, places: int) -> Expr:
    size = Number(abs(value), places or None)
    return size if value >= 0 else Neg(size)


def _is_fraction(value: Expr) -> bool:
    """``5/8``, ``-3``: whole numbers and quotients of them as they are written."""
    match value:
        case Neg(arg):
            return not isinstance(arg, Neg) and _is_fraction(arg)
        case Div(left, right):
            return _is_whole(left) and _is_whole(right)
    return _is_whole(value)


def _is_whole(value: Expr) -> bool:
    return isinstance(value, Number) and value.value.denominator == 1 and not value.places


def _is_decimal(value: Expr) -> bool:
    inner = value.arg if isinstance(value, Neg) else value
    return isinstance(inner, Number) and (bool(inner.places) or inner.value.denominator == 1)


def _places(value: Expr) -> int:
    inner = value.arg if isinstance(value, Neg) else value
    return (inner.places or 0) if isinstance(inner, Number) else 0


def _exact(value: Expr) -> Fraction:
    exact = recount.value(value)
    assert isinstance(exact, Fraction)
    return exact


def _decimal(item: Expr) -> Expr:
    """``3.4`` for 17/5, where a quantity stands as its number of a unit."""
    exact = recount.value(item)
    short = build.decimal(exact) if isinstance(exact, Fraction) else None
    return item if short is None else short


def _all_of(claims: Sequence[Chain]) -> Statement:
    return claims[0] if len(claims) == 1 else And(tuple(claims))


# ------------------------------------------------------------------ which is larger


def _compared(left: Expr, right: Expr) -> Chain:
    a, b = recount.value(left), recount.value(right)
    op = RelOp.EQ if recount.agree(a, b) else RelOp.LT if recount.less(a, b) else RelOp.GT
    return Chain((left, right), (op,))


def _ordered(items: Sequence[Expr], *, descending: bool) -> list[int]:
    values = [recount.value(item) for item in items]

    def compare_two(i: int, j: int) -> int:
        if recount.agree(values[i], values[j]):
            return 0
        return (-1 if recount.less(values[i], values[j]) else 1) * (-1 if descending else 1)

    return sorted(range(len(items)), key=cmp_to_key(compare_two))
