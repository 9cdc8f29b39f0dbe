"""Products of powers of letters: brackets raised, numbers multiplied, exponents added."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import reduce

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import multivariate
from mathviz_chat.core.reading.tree import Add, Expr, Mul, Number, Pow, Symbol
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import FINE, Lines


def shown(lines: Lines, expr: Expr) -> bool:
    """The lines before the product itself; whether the expression is such a product."""
    names = variables(expr)
    factors = list(_factors(expr))
    whole = multivariate.of_expression(expr, names)
    if not names or len(factors) < 2 or whole is None or len(whole) != 1:
        return False
    parts = []
    for factor in factors:
        one = multivariate.of_expression(factor, names)
        if one is None or len(one) != 1:
            return False
        parts.append(next(iter(one.items())))
        worked = multivariate.to_tree(one, names)
        if isinstance(factor, Pow) and not isinstance(factor.base, Symbol | Number):
            why = "(a*b)^n = a^n*b^n: every factor in the bracket is raised."
            claim = build.equals(factor, worked)
            lines.step("Raise each factor to the power", claim, why=why, before=factor)
    numbers = [coefficient for _, coefficient in parts if coefficient != 1]
    if len(numbers) > 1:
        _multiplied(lines, numbers)
    for place, name in enumerate(names):
        exponents = [exponents[place] for exponents, _ in parts if exponents[place]]
        if len(exponents) > 1:
            _added(lines, name, exponents)
    return True


def _factors(expr: Expr) -> Iterator[Expr]:
    if isinstance(expr, Mul):
        yield from _factors(expr.left)
        yield from _factors(expr.right)
    else:
        yield expr


def _multiplied(lines: Lines, numbers: list[Fraction]) -> None:
    product = reduce(Mul, map(build.rational, numbers))
    value = reduce(lambda one, other: one * other, numbers)
    lines.step("Multiply the numbers", build.equals(product, build.rational(value)))


def _added(lines: Lines, name: str, exponents: list[int]) -> None:
    """``x^6*x = x^(6 + 1)``, then ``x^7``."""
    symbol = Symbol(name)
    product = reduce(Mul, [build.power(symbol, k) for k in exponents])
    total = Pow(symbol, reduce(Add, map(build.integer, exponents)))
    rule = f"Add the exponents of {name}"
    lines.step(rule, build.equals(product, total), level=FINE)
    result = build.power(symbol, sum(exponents))
    lines.step(rule, build.equals(product, result), before=product, after=result)
