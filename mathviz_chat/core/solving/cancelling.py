"""What leads to a shorter fraction: both parts factored, or numbers and powers cancelled."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import multivariate, polynomial
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Div, Expr, Pow, Sub, Symbol
from mathviz_chat.core.solving import build, factoring
from mathviz_chat.core.solving.lines import FINE, Lines


def shown(lines: Lines, expr: Expr) -> None:
    """The lines before the one that cancels; none where nothing is to be cancelled."""
    if not isinstance(expr, Div):
        return
    names = variables(expr)
    parts = [multivariate.of_expression(one, names) for one in (expr.left, expr.right)]
    if names and all(part is not None and len(part) == 1 for part in parts):
        _powers(lines, expr, names)
    elif len(names) == 1:
        _factors(lines, expr, names[0])


def _powers(lines: Lines, expr: Div, names: tuple[str, ...]) -> None:
    """``12/8 = 3/2``, then ``x^5/x^2 = x^3`` for each letter."""
    above, below = (multivariate.of_expression(one, names) for one in (expr.left, expr.right))
    assert above is not None and below is not None
    ((exponents, top),) = above.items()
    ((others, bottom),) = below.items()
    share = top / bottom
    numbers = Div(build.rational(top), build.rational(bottom))
    if top != 1 and bottom != 1 and top.denominator == bottom.denominator == 1:
        lines.step("Cancel the numbers", build.equals(numbers, build.rational(share)))
    for name, k, other in zip(names, exponents, others, strict=True):
        if not k or not other:
            continue
        quotient = Div(build.power(Symbol(name), k), build.power(Symbol(name), other))
        left = build.power(Symbol(name), abs(k - other)) if k != other else build.ONE
        result: Expr = left if k >= other else Div(build.ONE, left)
        rule = f"Subtract the exponents of {name}"
        if k > other:
            apart = Pow(Symbol(name), Sub(build.integer(k), build.integer(other)))
            lines.step(rule, build.equals(quotient, apart), level=FINE, before=quotient)
        lines.step(rule, build.equals(quotient, result), before=quotient, after=result)


def _factors(lines: Lines, expr: Div, name: str) -> None:
    """Numerator and denominator as products, each on a line, then the fraction with both."""
    written: list[Expr] = []
    for word, part in (("numerator", expr.left), ("denominator", expr.right)):
        product = _product(part, name)
        if product != part:
            _found(lines, part, name)
            claim = build.equals(part, product)
            lines.step(f"Factor the {word}", claim, before=part, after=product)
        written.append(product)
    after = Div(*written)
    if after != expr:
        lines.step("Put it in", build.equals(expr, after), before=expr, after=after)


def _found(lines: Lines, part: Expr, name: str) -> None:
    """How the factors of a quadratic are found, for fine solutions."""
    coefficients = polynomial.of_expression(part, name)
    if coefficients is not None:
        factoring.pair(lines, coefficients, name, FINE)
        factoring.squares(lines, coefficients, name)


def _product(part: Expr, name: str) -> Expr:
    coefficients = polynomial.of_expression(part, name)
    if not coefficients or len(coefficients) < 2:
        return part
    content, factors = factoring.factors(coefficients)
    if len(factors) == 1 and factors[0][1] == 1 and content == Fraction(1):
        return part
    whole = factoring.product(content, factors, name)
    return part if to_plain(whole) == to_plain(part) else whole
