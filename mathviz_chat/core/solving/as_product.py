"""Polynomials as products: what all terms share first, then the factors."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import isqrt

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import multivariate, polynomial
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading.tree import Expr, Mul, Neg, Sub
from mathviz_chat.core.solving import build, factoring, grouping
from mathviz_chat.core.solving.lines import BRIEF, FINE, Lines


def _factor_letters(expr: Expr) -> Lines | None:
    """Polynomials in several letters: the common factor first, then what FLINT finds."""
    names = variables(expr)
    poly = multivariate.of_expression(expr, names)
    if not poly:
        return None
    lines = Lines()
    content, parts = multivariate.factors(poly, names)
    single = [(one, k) for one, k in parts if len(one) == 1]
    others = [(one, k) for one, k in parts if len(one) > 1]
    inner: multivariate.Polynomial | None = {(0,) * len(names): Fraction(1)}
    for one, k in others:
        for _ in range(k):
            inner = None if inner is None else multivariate.times(inner, one)
    shown = expr
    if len(poly) == 4 and not single and content == 1:
        grouping.shown(lines, expr, poly, names)
    if inner is not None and others and (single or content != 1):
        taken = _product(content, [*single, (inner, 1)], names)
        lines.step(
            "Take out the common factor", build.equals(expr, taken), before=expr, after=taken
        )
        shown = taken
    result = _product(content, parts, names)
    if result != shown:
        _as_squares(lines, inner or poly, names)
        lines.step(
            "Factor",
            build.equals(shown, result),
            level=BRIEF,
            before=shown,
            after=result,
            why=_pattern(inner or poly),
        )
    lines.finish(result)
    return lines


def _product(
    content: Fraction,
    parts: Sequence[tuple[multivariate.Polynomial, int]],
    names: tuple[str, ...],
) -> Expr:
    """``6ab(2a - 3b)``: the number, the letters in their order, then the brackets."""
    whole = content.denominator == 1 and abs(content) != 1
    result: Expr | None = build.integer(abs(content)) if whole else None
    letters = sorted((part for part in parts if len(part[0]) == 1), key=_letter, reverse=True)
    for one, k in (*letters, *(part for part in parts if len(part[0]) > 1)):
        power = build.power(multivariate.to_tree(one, names), k)
        result = power if result is None else Mul(result, power)
    if result is None:
        return build.rational(content)
    written = result if whole else build.times(abs(content), result)
    return written if content > 0 else Neg(written)


def _letter(part: tuple[multivariate.Polynomial, int]) -> multivariate.Monomial:
    return max(part[0])


def _as_squares(lines: Lines, poly: multivariate.Polynomial, names: tuple[str, ...]) -> None:
    """``9m^2 - 49n^2 = (3m)^2 - (7n)^2``; nothing for what is no difference of squares."""
    if len(poly) != 2 or not _are_powers(poly, 2) or sorted(c > 0 for c in poly.values())[0]:
        return
    whole = multivariate.to_tree(poly, names)
    if not isinstance(whole, Sub):
        return
    roots = []
    for exponents, c in sorted(poly.items(), reverse=True):
        root = Fraction(isqrt(abs(c).numerator), isqrt(abs(c).denominator))
        if root * root != abs(c):
            return
        half = tuple(k // 2 for k in exponents)
        roots.append(multivariate.to_tree({half: root}, names))
    apart = Sub(*(build.power(root, 2) for root in roots))
    if apart != whole:
        lines.step("Write both terms as squares", build.equals(whole, apart), level=FINE)


def _pattern(poly: multivariate.Polynomial) -> str | None:
    """The formula that a class has for a polynomial with so many terms."""
    if len(poly) == 4:
        return "Group the terms in pairs and take out what they have in common."
    if len(poly) == 3:
        return "Look for two factors whose product gives the first and the last term."
    if len(poly) != 2:
        return None
    minus = len({c > 0 for c in poly.values()}) == 2
    if _are_powers(poly, 3):
        name, sign, other = ("difference", "-", "+") if minus else ("sum", "+", "-")
        return f"It is a {name} of cubes: a^3 {sign} b^3 = (a {sign} b)(a^2 {other} ab + b^2)."
    if minus and _are_powers(poly, 2):
        return "It is a difference of squares: a^2 - b^2 = (a - b)(a + b)."
    return None


def _are_powers(poly: multivariate.Polynomial, power: int) -> bool:
    """Two terms are powers up to a common factor: ``2x^2 - 8``, not ``x^2 - x``."""
    if any(one % power for exponents in poly for one in exponents):
        return False
    first, second = map(abs, poly.values())
    ratio = Fraction(first) / Fraction(second)
    return all(round(n ** (1 / power)) ** power == n for n in ratio.as_integer_ratio())


def factor(problem: Problem) -> Lines | None:
    """Like terms collected, the common factor taken out, then factors that cannot be factored."""
    expr, name = problem.expression, problem.variable
    assert expr is not None and name is not None
    if len(variables(expr)) > 1:
        return _factor_letters(expr)
    coefficients = polynomial.of_expression(expr, name)
    if not coefficients:
        return None
    lines = Lines()
    collected = polynomial.to_tree(coefficients, name)
    if collected != expr:
        lines.step(
            "Collect like terms", build.equals(expr, collected), before=expr, after=collected
        )
    content, factors = factoring.factors(coefficients)
    primitive = polynomial.scale(coefficients, 1 / content)
    lowest = next(k for k, c in enumerate(primitive) if c)
    rest = primitive[lowest:]
    letter = (((Fraction(0), Fraction(1)), lowest),) if lowest else ()
    taken = factoring.product(content, (*letter, (rest, 1)), name)
    if (content != 1 or lowest) and taken != collected and len(rest) > 1:
        lines.step(
            "Take out the common factor",
            build.equals(collected, taken),
            before=collected,
            after=taken,
        )
        collected = taken
    result = factoring.product(content, factors, name)
    if len(factors) > 1 or any(k > 1 for _, k in factors):
        factoring.pair(lines, rest, name)
        factoring.squares(lines, rest, name)
    if result != collected:
        lines.step(
            "Factor",
            build.equals(collected, result),
            level=BRIEF,
            before=collected,
            after=result,
            why=_pattern({(k,): c for k, c in enumerate(rest) if c}),
        )
    lines.finish(result)
    return lines
