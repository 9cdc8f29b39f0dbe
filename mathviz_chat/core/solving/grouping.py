"""Four terms in several letters, factored in pairs: ab - 3a + 2b - 6."""

from __future__ import annotations

from mathviz_chat.core.kernel import Outcome, identity
from mathviz_chat.core.problems import multivariate
from mathviz_chat.core.problems.multivariate import Polynomial
from mathviz_chat.core.reading.tree import Add, Expr, Mul, Neg, Sub
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import Lines


def shown(lines: Lines, expr: Expr, poly: Polynomial, names: tuple[str, ...]) -> None:
    """``a(b - 3) + 2(b - 3)``: what each pair has in common is taken out."""
    terms = list(poly.items())
    for chosen in terms[1:]:
        first = dict([terms[0], chosen])
        second = {k: c for k, c in terms if k not in first}
        one, other = _pair(first, names), _pair(second, names)
        if one is None or other is None or one[1] != other[1]:
            continue
        whole = _sum(one[0], other[0], one[1])
        if identity(expr, whole).outcome is Outcome.PROVED:
            why = "a*b + a*c = a*(b + c), for each pair: the same bracket is left."
            claim = build.equals(expr, whole)
            lines.step("Factor in pairs", claim, why=why, before=expr, after=whole)
            return


def _pair(pair: Polynomial, names: tuple[str, ...]) -> tuple[Expr, Expr] | None:
    """The common factor and the bracket, whose first term is positive."""
    content, parts = multivariate.factors(pair, names)
    brackets = [one for one, k in parts if len(one) == 2 and k == 1]
    if len(brackets) != 1 or any(len(one) > 1 for one, _ in parts if one not in brackets):
        return None
    factor: Expr = build.rational(abs(content))
    for one, k in parts:
        if len(one) == 1:
            letter = build.power(multivariate.to_tree(one, names), k)
            factor = letter if factor == build.ONE else Mul(factor, letter)
    bracket = multivariate.to_tree(brackets[0], names)
    return (factor if content > 0 else Neg(factor)), bracket


def _sum(one: Expr, other: Expr, bracket: Expr) -> Expr:
    first = _times(one, bracket)
    if isinstance(other, Neg):
        return Sub(first, _times(other.arg, bracket))
    return Add(first, _times(other, bracket))


def _times(factor: Expr, bracket: Expr) -> Expr:
    if isinstance(factor, Neg):
        return Neg(_times(factor.arg, bracket))
    return bracket if factor == build.ONE else Mul(factor, bracket)
