"""Inequalities between an expression and 0: its zeros and gaps, and its sign between them."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems.sign_chart import Break, Chart, chart_of
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Abs, Chain, Div, Expr, RelOp, Sub
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.solving import build, factoring, monomials
from mathviz_chat.core.solving.lines import BRIEF, NORMAL, Lines

_WORDS: Final = {1: RelOp.GT, -1: RelOp.LT}
_MAX_BREAKS: Final = 6


def of_quotients(lines: Lines, inequality: Chain, name: str) -> Chain | None:
    """``(2x + 1)/(x - 3) <= 1`` as ``(x + 4)/(x - 3) <= 0``, with its lines; None for another."""
    if not any(
        isinstance(node, Div) and name in variables(node.right) for node in walk(inequality)
    ):
        return None
    if any(isinstance(node, Abs) for node in walk(inequality)):
        return None
    left, right = inequality.items
    shown = inequality
    if right != build.ZERO:
        shown = Chain((Sub(left, right), build.ZERO), inequality.ops)
        lines.step("Bring everything to one side", shown, before=inequality)
    whole = symbolic.tidied(shown.items[0])
    if not isinstance(whole, Div):
        return None
    one = Chain((_factored(whole, name), build.ZERO), inequality.ops)
    if one != shown:
        lines.step("Write it as one fraction in factors", one, level=BRIEF, before=shown)
    return one


def _factored(whole: Div, name: str) -> Expr:
    """Numerator and denominator in factors, as far as they have rational zeros."""
    parts = []
    for side in (whole.left, whole.right):
        terms = monomials.expanded(side, name)
        if terms is None:
            return whole
        terms = monomials.collected(terms)
        degree = monomials.degree(terms)
        numbers = tuple(monomials.coefficient(terms, k) for k in range(degree + 1))
        factored = factoring.product(*factoring.factors(numbers), name) if degree > 1 else side
        parts.append(factored)
    return Div(*parts)


def write(lines: Lines, inequality: Chain, name: str) -> None:
    """The sign of the left side on each piece of the line, by one value of each."""
    expr, right = inequality.items
    if right != build.ZERO:
        return
    chart = chart_of(expr, name, expr)
    if chart is None or len(chart.breaks) > _MAX_BREAKS or None in chart.signs:
        return
    why = _of_breaks(chart, name)
    for place, (sign, test) in enumerate(zip(chart.signs, chart.tests, strict=True)):
        if sign is None:
            continue
        at = build.rational(test)
        claim = Chain((substitute(expr, {name: at}), build.ZERO), (_WORDS[sign],))
        rule = f"Test {name} = {to_plain(at)}{_where(chart, place)}"
        lines.step(rule, claim, level=NORMAL, why=why if not place else None)


def _of_breaks(chart: Chart, name: str) -> str:
    """``The left side is 0 at x = -4 and has no value at x = 3; ...``."""
    zeros = [_at(one, name) for one in chart.breaks if one.is_zero]
    gaps = [_at(one, name) for one in chart.breaks if not one.is_zero]
    told = [f"is 0 at {_listed(zeros)}"] if zeros else []
    told += [f"has no value at {_listed(gaps)}"] if gaps else []
    if not told:
        return "The left side is nowhere 0, so that it has the same sign everywhere."
    return f"The left side {' and '.join(told)}; between these it keeps its sign."


def _listed(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if parts[1:] else parts)


def _at(one: Break, name: str) -> str:
    return f"{name} = {to_plain(one.exact)}"


def _where(chart: Chart, place: int) -> str:
    """``, between -4 and 3``."""
    ends = [to_plain(one.exact) for one in chart.breaks]
    if not ends:
        return ""
    if place == 0:
        return f", below {ends[0]}"
    if place == len(ends):
        return f", above {ends[-1]}"
    return f", between {ends[place - 1]} and {ends[place]}"
