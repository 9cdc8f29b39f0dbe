"""Sequences: the rule that the terms follow, its value at a place, sums by formula."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from mathviz_chat.core.kernel import substitute
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.judging import sums
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Div, Expr, Sub
from mathviz_chat.core.solving import arithmetic, build
from mathviz_chat.core.solving.lines import BRIEF, Lines

MOST_TERMS: Final = 8
"""So many terms are still compared on one line."""

_FORMULAS: Final = {
    "arithmetic": "S = n(2a + (n - 1)d)/2",
    "geometric": "S = a(r^n - 1)/(r - 1)",
    "infinite": "S = a/(1 - r)",
}


def solve(problem: Problem) -> Lines | None:
    """The general term, shown on the last one given, then its value at the place asked for."""
    expr, name = problem.target, problem.variable
    assert expr is not None and name is not None
    lines = Lines()
    _pattern(lines, problem)
    lines.setup("Choose the simplest rule that all the terms follow", to_plain(expr))
    last = len(problem.items)
    if last:
        shown = substitute(expr, {name: build.integer(last)})
        lines.step(f"It gives term {last}", build.equals(shown, problem.items[-1]))
    if problem.form is not Form.NUMBER:
        lines.finish(expr)
        return lines
    place = problem.rank if problem.labels == ("term",) else last + 1
    after = substitute(expr, {name: build.integer(place)})
    value = recount.value(after)
    if not isinstance(value, Fraction):
        return None
    result = build.decimal(value) or build.rational(value)
    lines.step(f"Put {name} = {place} into it", build.equals(after, result), level=BRIEF)
    lines.finish(result)
    return lines


def _pattern(lines: Lines, problem: Problem) -> None:
    """What the terms show: one difference, one ratio, or differences that grow by one number."""
    values = [recount.value(item) for item in problem.items]
    terms = [one for one in values if isinstance(one, Fraction)]
    if len(terms) != len(values) or not 2 < len(terms) <= MOST_TERMS or len(set(terms)) == 1:
        return
    steps = [b - a for a, b in pairwise(terms)]
    if len(set(steps)) == 1:
        why = "The difference is the same each time: the sequence is arithmetic, a + (n - 1)*d."
        _neighbours(lines, "Subtract neighbours", Sub, problem.items, why)
        return
    if all(terms) and len({b / a for a, b in pairwise(terms)}) == 1:
        why = "The ratio is the same each time: the sequence is geometric, a*r^(n - 1)."
        _neighbours(lines, "Divide neighbours", Div, problem.items, why)
        return
    again = {b - a for a, b in pairwise(steps)}
    if len(steps) > 2 and len(again) == 1:
        _neighbours(
            lines,
            "Subtract neighbours",
            Sub,
            problem.items,
            "The differences are not all the same.",
        )
        why = "The second differences are the same: the rule is quadratic, n^2 times half of them."
        _neighbours(lines, "Subtract again", Sub, [build.rational(one) for one in steps], why)


def _neighbours(
    lines: Lines, rule: str, operation: type[Sub] | type[Div], terms: Sequence[Expr], why: str
) -> None:
    """``7 - 3 = 4``, ``11 - 7 = 4``, one a line, so that the calculator can write each value."""
    pairs = []
    for before, after in pairwise(terms):
        both = operation(after, before)
        value = recount.value(both)
        assert isinstance(value, Fraction)
        short = None if operation is Div else build.decimal(value)
        pairs.append(build.equals(both, short or build.rational(value)))
    for place, pair in enumerate(dict.fromkeys(pairs)):
        lines.step(rule, pair, why=why if place == 0 else None)


def next_terms(problem: Problem) -> Lines | None:
    """The general term, shown on the last one given, then its values at the next places."""
    expr, name = problem.target, problem.variable
    assert expr is not None and name is not None
    lines = Lines()
    _pattern(lines, problem)
    lines.setup("Choose the simplest rule that all the terms follow", to_plain(expr))
    last = len(problem.items)
    shown = substitute(expr, {name: build.integer(last)})
    lines.step(f"It gives term {last}", build.equals(shown, problem.items[-1]))
    found = []
    for place in range(last + 1, last + problem.rank + 1):
        after = substitute(expr, {name: build.integer(place)})
        value = recount.value(after)
        if not isinstance(value, Fraction):
            return None
        result = build.decimal(value) or build.rational(value)
        lines.step(f"Put {name} = {place} into it", build.equals(after, result), level=BRIEF)
        found.append(to_plain(result))
    lines.finish(", ".join(found))
    return lines


def add_up(problem: Problem) -> Lines | None:
    """The formula for the sum with its numbers put in, worked out."""
    expr = sums.formula(problem)
    lines = Lines()
    lines.setup("Choose the formula for the sum", _FORMULAS[problem.labels[0]])
    worked = arithmetic.solve(Problem(Kind.ARITHMETIC, Form.NUMBER, "", expression=expr))
    if worked is None or worked.answer is None:
        return None
    lines.lines += worked.lines
    lines.finish(worked.answer)
    return lines
