"""Partial fractions: the factors, the form, then the constants one after another."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from string import ascii_uppercase

from mathviz_chat.core.kernel import substitute
from mathviz_chat.core.problems import partial_fractions, polynomial
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.partial_fractions import Decomposition, Part
from mathviz_chat.core.problems.polynomial import Coefficients
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Div, Expr, Mul, Neg, Sub, Symbol
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import BRIEF, Lines

_LETTERS = ascii_uppercase


def solve(problem: Problem) -> Lines | None:
    """The lines, ending in the sum of the parts."""
    expr, name = problem.expression, problem.variable
    assert isinstance(expr, Div) and name is not None
    found = partial_fractions.decompose(expr, name)
    if found is None:
        return None
    lines = Lines()
    proper: Expr = expr
    if found.whole:
        proper = Div(polynomial.to_tree(found.rest, name), expr.right)
        shown = _sum((polynomial.to_tree(found.whole, name), proper))
        lines.step("Divide, so that the degree above is smaller", build.equals(expr, shown))
    product = _product(found, name)
    if product != expr.right:
        lines.step("Factor the denominator", build.equals(expr.right, product))
    _constants(lines, found, name)
    result = parts_of(found, name)
    lines.step("Put the constants in", build.equals(expr, result), level=BRIEF)
    lines.finish(result)
    return lines


def parts_of(found: Decomposition, name: str) -> Expr:
    """``x + 2/(x - 3) - 1/(x + 2)``."""
    parts = [_part(part, name) for part in found.parts if any(part.numerator)]
    whole = [polynomial.to_tree(found.whole, name)] if found.whole else []
    return _sum((*whole, *parts))


def _constants(lines: Lines, found: Decomposition, name: str) -> None:
    """``A/(x + 1) + B/(x + 2)``: the letters, then their values."""
    letters = iter(_LETTERS)
    shown, named = [], []
    for part in found.parts:
        own = [next(letters) for _ in part.numerator]
        shown.append(f"{_numerator(own, name)}/{_in_brackets(_below(part, name))}")
        named += list(zip(own, reversed(part.numerator), strict=True))
    whole = Div(polynomial.to_tree(found.rest, name), _product(found, name))
    form = f"{to_plain(whole)} = {' + '.join(shown)}"
    lines.setup("Write one fraction for each factor", form)
    if all(len(part.base) == 2 and part.power == 1 for part in found.parts):
        _covered_up(lines, found, name)
        return
    told = ", ".join(f"{letter} = {to_plain(build.rational(value))}" for letter, value in named)
    lines.setup("Multiply by the denominator and compare the coefficients", told)
    checked = _multiplied_out(found, name)
    top = polynomial.to_tree(found.rest, name)
    lines.step("Check by multiplying out", build.equals(checked, top))


def _numerator(letters: list[str], name: str) -> str:
    """``A``, ``(B*x + C)``."""
    powers = range(len(letters) - 1, -1, -1)
    terms = [
        letter if not k else f"{letter}*{name}" if k == 1 else f"{letter}*{name}^{k}"
        for letter, k in zip(letters, powers, strict=True)
    ]
    return terms[0] if len(terms) == 1 else f"({' + '.join(terms)})"


def _in_brackets(expr: Expr) -> str:
    text = to_plain(expr)
    return text if isinstance(expr, Symbol) or text.startswith("(") else f"({text})"


def _covered_up(lines: Lines, found: Decomposition, name: str) -> None:
    """Each constant by the zero of its factor, at which the other fractions drop out."""
    for letter, part in zip(_LETTERS, found.parts, strict=False):
        zero = -part.base[0] / part.base[1]
        at = number(zero)
        others = [one for one in found.parts if one is not part]
        below: Expr = number(found.scale)
        for k, other in enumerate(others):
            base = substitute(polynomial.to_tree(other.base, name), {name: at})
            below = base if not k and found.scale == 1 else Mul(below, base)
        above = substitute(polynomial.to_tree(found.rest, name), {name: at})
        value = part.numerator[0]
        why = f"Multiplied by {to_plain(polynomial.to_tree(part.base, name))}, the other "
        why += "fractions are 0 there."
        rule = f"Put in {name} = {to_plain(at)} to find {letter}"
        lines.step(rule, build.equals(Div(above, below), build.rational(value)), why=why)


def _below(part: Part, name: str) -> Expr:
    base = polynomial.to_tree(part.base, name)
    return build.power(base, part.power)


def _product(found: Decomposition, name: str) -> Expr:
    """``2(x - 1)^2*(x + 1)``."""
    highest: dict[Coefficients, int] = {}
    for part in found.parts:
        highest[part.base] = max(part.power, highest.get(part.base, 0))
    result: Expr | None = None if found.scale == 1 else build.rational(found.scale)
    for base, power in highest.items():
        factor = build.power(polynomial.to_tree(base, name), power)
        result = factor if result is None else Mul(result, factor)
    assert result is not None
    return result


def _multiplied_out(found: Decomposition, name: str) -> Expr:
    """``3(x - 1)^2 - x(x - 1) + 5x``: each numerator times what is missing below it."""
    terms = []
    for part in found.parts:
        missing = found.below
        for _ in range(part.power):
            missing = polynomial.divided(missing, part.base)[0]
        negative = next((value for value in reversed(part.numerator) if value), 0) < 0
        size = tuple(-value if negative else value for value in part.numerator)
        above, beside = (polynomial.to_tree(side, name) for side in (size, missing))
        if above != build.ZERO:
            term = beside if above == build.ONE else Mul(above, beside)
            terms.append(Neg(term) if negative else term)
    return _sum(tuple(terms))


def _part(part: Part, name: str) -> Expr:
    """``2/(x + 1)``, ``1/(2(x - 1))``, the sign in front."""
    below = _below(part, name)
    common = lcm(*(value.denominator for value in part.numerator))
    above = tuple(value * common for value in part.numerator)
    negative = next(value for value in reversed(above) if value) < 0
    size = polynomial.to_tree(tuple(-v for v in above) if negative else above, name)
    whole = Div(size, below if common == 1 else Mul(number(Fraction(common)), below))
    return Neg(whole) if negative else whole


def _sum(terms: tuple[Expr, ...]) -> Expr:
    result = terms[0]
    for term in terms[1:]:
        result = Sub(result, term.arg) if isinstance(term, Neg) else Add(result, term)
    return result
