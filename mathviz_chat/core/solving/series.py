"""Sums term by term or by their formula, geometric series, tests of convergence, Taylor."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import factorial

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import Outcome, identity, substitute
from mathviz_chat.core.problems import partial_fractions, recount
from mathviz_chat.core.problems.judging import series as judging
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    BigOperator,
    Chain,
    Derivative,
    Div,
    Expr,
    Mul,
    Pow,
    Sub,
    Symbol,
)
from mathviz_chat.core.solving import build, values
from mathviz_chat.core.solving.lines import BRIEF, FINE, Lines
from mathviz_chat.core.solving.partial_fractions import parts_of
from mathviz_chat.core.solving.tidying import tidy

MAX_SHOWN = 12


def add_up(problem: Problem) -> Lines | None:
    """A finite sum, a closed form, or the sum of a geometric series."""
    total = problem.target
    assert isinstance(total, BigOperator)
    if problem.task == "series":
        return _geometric(total)
    lines = Lines()
    if problem.task == "closed form":
        closed = symbolic.closed_form(total)
        if closed is None or identity(total, closed).outcome is not Outcome.PROVED:
            return None
        why = "Proved by induction: it holds for the first value, and from n - 1 to n."
        lines.step(
            "Use the formula for the sum", _sigma(build.equals(total, closed)), level=BRIEF, why=why
        )
        lines.finish(closed)
        return lines
    return _term_by_term(lines, total)


def _sigma(claim: Chain) -> str:
    """With the sign for the sum, which no word of English is taken for."""
    return to_plain(claim).replace("sum_(", "∑_(")


def _term_by_term(lines: Lines, total: BigOperator) -> Lines | None:
    low, high = recount.value(total.lower), recount.value(total.upper)
    if not isinstance(low, Fraction) or not isinstance(high, Fraction) or high - low > 2000:
        return None
    terms = [
        values.simplest(substitute(total.body, {total.index: number(low + k)}))
        for k in range(int(high - low) + 1)
    ]
    known = [term for term in terms if term is not None]
    if len(known) != len(terms) or not known:
        return None
    value = sum((recount.value(term) for term in known), Fraction(0))
    if not isinstance(value, Fraction):
        return None
    if len(known) <= MAX_SHOWN:
        _each_term(lines, total, low, known)
        written = known[0]
        for term in known[1:]:
            written = Add(written, term)
        lines.step("Write the terms out", _sigma(build.equals(total, written)))
    if len(known) <= MAX_SHOWN:
        _running_totals(lines, known)
    lines.step("Add up", _sigma(build.equals(total, build.rational(value))), level=BRIEF)
    lines.finish(build.rational(value))
    return lines


def _each_term(lines: Lines, total: BigOperator, low: Fraction, known: list[Expr]) -> None:
    """``3^2 - 3 = 6`` for each value of the index."""
    for k, term in enumerate(known):
        place = number(low + k)
        filled = substitute(total.body, {total.index: place})
        if filled != term:
            rule = f"Put in {total.index} = {to_plain(place)}"
            lines.step(rule, build.equals(filled, term), level=FINE)


def _running_totals(lines: Lines, known: list[Expr]) -> None:
    """``0 + 2 = 2``, ``2 + 6 = 8``: one term more on each line."""
    so_far = known[0]
    for term in known[1:]:
        both = Add(so_far, term)
        value = values.simplest(both)
        if value is None:
            return
        lines.step(
            f"Add {to_plain(so_far)} and {to_plain(term)}", build.equals(both, value), level=FINE
        )
        so_far = value


def _geometric(total: BigOperator) -> Lines | None:
    ratio, value = judging.ratio_of(total), judging.series_value(total)
    if ratio is None or value is None:
        return _telescoping(total)
    lines = Lines()
    first = substitute(total.body, {total.index: total.lower})
    shown = values.simplest(first)
    result = values.simplest(value)
    if shown is None or result is None:
        return None
    if first != shown:
        lines.step("First term", build.equals(first, shown))
    second, third = (_term(ratio, shown, k) for k in (1, 2))
    if second is not None and third is not None:
        why = f"Every term is the one before times {to_plain(ratio)}."
        pair = (second, shown) if shown != build.ONE else (third, second)
        claim = build.equals(Div(*pair), ratio)
        lines.step("Divide a term by the one before to find the ratio", claim, why=why)
    why = "It holds for a ratio between -1 and 1."
    lines.setup("Use the sum of a geometric series", "S = a/(1 - r)", why=why)
    filled = Div(shown, Sub(build.ONE, ratio))
    lines.step("Put in", build.equals(filled, result), level=BRIEF)
    lines.finish(result)
    return lines


def _term(ratio: Expr, first: Expr, k: int) -> Expr | None:
    """The k-th term after the first, as a number."""
    return values.simplest(Mul(first, Pow(ratio, number(Fraction(k)))))


def _telescoping(total: BigOperator) -> Lines | None:
    """``1/(n(n + 1))`` as ``1/n - 1/(n + 1)``: what stands between the ends cancels."""
    closed = judging.partial_sum(total)
    if closed is None:
        return None
    limit = judging.limit_of(closed)
    value = symbolic.value_at_infinity(closed, judging.LETTER)
    if value is None or identity(limit, value).outcome is not Outcome.PROVED:
        return None
    lines = Lines()
    found = partial_fractions.decompose(total.body, total.index)
    if found is not None:
        split = parts_of(found, total.index)
        lines.step("Split each term into partial fractions", build.equals(total.body, split))
    upto = replace(total, upper=Symbol(judging.LETTER))
    why = "What one term adds the next takes away, but for the ends. Proved by induction."
    rule = f"Add up to {judging.LETTER}: neighbouring terms cancel"
    lines.step(rule, _sigma(build.equals(upto, closed)), level=BRIEF, why=why)
    lines.step(f"Let {judging.LETTER} grow", build.equals(limit, value), level=BRIEF)
    lines.finish(value)
    return lines


def convergence(problem: Problem) -> Lines | None:
    """Which test decides, and what it says."""
    total = problem.target
    assert isinstance(total, BigOperator)
    found = judging.converges(total)
    if found is None:
        return None
    lines = Lines()
    lines.setup("Choose a test", found[1])
    lines.finish("converges" if found[0] else "diverges")
    return lines


def taylor(problem: Problem) -> Lines | None:
    """The derivatives at the point, over the factorials."""
    terms = judging.taylor_terms(problem)
    body, variable, (point,) = problem.target, problem.variable, problem.items
    if terms is None or not isinstance(body, Expr) or variable is None:
        return None
    lines = Lines()
    x = Symbol(variable)
    step = x if point == build.ZERO else Sub(x, point)
    result: Expr | None = None
    for k, (derivative, filled) in enumerate(terms):
        value = values.simplest(filled)
        if value is None:
            return None
        if k:
            claim = build.equals(Derivative(body, variable, k), tidy(derivative))
            lines.step(f"Derivative {k}", claim, level=FINE)
        if filled != value:
            lines.step(f"Derivative {k} at the point", build.equals(filled, value))
        result = _with_term(result, value, step, k)
    if problem.task == "coefficient":
        return _coefficient(lines, terms[-1][1], problem.rank)
    lines.setup("Taylor's formula", "f(a) + f'(a)*(x - a) + f''(a)/2!*(x - a)^2 + ...")
    lines.finish(result or build.ZERO)
    return lines


def _coefficient(lines: Lines, value: Expr, rank: int) -> Lines | None:
    """The last derivative at the point, over the factorial."""
    whole = Div(value, build.integer(factorial(rank)))
    result = values.simplest(whole)
    if result is None:
        return None
    lines.setup("Coefficient of the power n in Taylor's formula", "(the n-th derivative at a)/n!")
    lines.step(f"Divide by {rank}!", build.equals(whole, result), level=BRIEF)
    lines.finish(result)
    return lines


def _with_term(result: Expr | None, value: Expr, step: Expr, k: int) -> Expr | None:
    if value == build.ZERO:
        return result
    power: Expr = build.ONE if k == 0 else step if k == 1 else Pow(step, build.integer(k))
    try:
        rational = recount.value(value)
    except recount.NotEvaluated:
        rational = None
    if isinstance(rational, Fraction):
        coefficient = rational / factorial(k)
        size = abs(coefficient)
        term = build.rational(size) if k == 0 else build.times(size, power)
        if result is None:
            return term if coefficient > 0 else build.total([(coefficient, power if k else None)])
        return Add(result, term) if coefficient > 0 else Sub(result, term)
    term = value if k == 0 else Mul(value, power)
    term = term if factorial(k) == 1 else Div(term, build.integer(factorial(k)))
    return term if result is None else Add(result, term)
