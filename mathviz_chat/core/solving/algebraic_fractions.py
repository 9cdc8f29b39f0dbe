"""Two fractions with a letter below, added over one denominator."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import polynomial
from mathviz_chat.core.problems.polynomial import Coefficients
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Div, Expr, Mul, Sub
from mathviz_chat.core.solving import build, factoring
from mathviz_chat.core.solving.lines import Lines


def shown(lines: Lines, expr: Expr) -> None:
    """Both over the common denominator, then one fraction, then its numerator worked out."""
    names = variables(expr)
    match expr:
        case Add(Div() as left, Div() as right) | Sub(Div() as left, Div() as right):
            pass
        case _:
            return
    below = [_factors(one.right, names[0]) for one in (left, right)] if len(names) == 1 else []
    if len(below) != 2 or any(one is None for one in below):
        return
    first, second = (one for one in below if one is not None)
    common = {one: max(first.get(one, 0), second.get(one, 0)) for one in (*first, *second)}
    denominator = _product(common, names[0])
    over = [
        _times(part.left, {one: k - own.get(one, 0) for one, k in common.items()}, names[0])
        for part, own in ((left, first), (right, second))
    ]
    both = type(expr)(*(Div(above, denominator) for above in over))
    if both != expr:
        rule = f"Write both over the common denominator {to_plain(denominator)}"
        lines.step(rule, build.equals(expr, both), before=expr, after=both)
    numerator = type(expr)(*over)
    joined = Div(numerator, denominator)
    word = "Add" if isinstance(expr, Add) else "Subtract"
    lines.step(f"{word} the numerators", build.equals(both, joined), before=both, after=joined)
    worked = polynomial.of_expression(numerator, names[0])
    if worked is not None:
        short = polynomial.to_tree(worked, names[0])
        if short != numerator:
            lines.step("Multiply out and collect like terms", build.equals(numerator, short))


def _factors(below: Expr, name: str) -> dict[Coefficients, int] | None:
    """The factors of a denominator with their exponents; None where its content is not 1."""
    coefficients = polynomial.of_expression(below, name)
    if not coefficients or len(coefficients) < 2:
        return None
    content, factors = factoring.factors(coefficients)
    return dict(factors) if content == Fraction(1) else None


def _product(factors: dict[Coefficients, int], name: str) -> Expr:
    parts = [build.power(polynomial.to_tree(one, name), k) for one, k in factors.items() if k]
    return reduce(Mul, parts)


def _times(above: Expr, missing: dict[Coefficients, int], name: str) -> Expr:
    if not any(missing.values()):
        return above
    product = _product(missing, name)
    return product if above == build.ONE else Mul(above, product)
