"""Equations between fractions of polynomials: multiplied by the least common denominator."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Final, TypeAlias

from mathviz_chat.core.problems import polynomial
from mathviz_chat.core.problems.polynomial import Coefficients
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Chain, Div, Expr, Mul, Neg, Pow, Sub
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.solving import build, factoring
from mathviz_chat.core.solving.lines import Lines

_Fractional: TypeAlias = tuple[Coefficients, Coefficients]
_ONE: Final = (Fraction(1),)
_X: Final = (Fraction(0), Fraction(1))
_WHY: Final = "A zero of a denominator is no solution."


@dataclass(frozen=True, slots=True)
class _Product:
    """A number times powers of irreducible polynomials."""

    number: Fraction
    powers: dict[Coefficients, int]

    def tree(self, name: str) -> Expr:
        ordered = sorted(self.powers.items(), key=factoring.order)
        return factoring.product(self.number, ordered, name)

    def multiplied(self) -> Coefficients | None:
        """The coefficients; None where there would be too many."""
        whole: Coefficients | None = (self.number,)
        for one, times in self.powers.items():
            for _ in range(times):
                whole = None if whole is None else polynomial.multiply(whole, one)
        return whole

    def without(self, other: _Product) -> _Product:
        """Divided by one that divides it."""
        left = {one: times - other.powers.get(one, 0) for one, times in self.powers.items()}
        return _Product(self.number / other.number, {one: k for one, k in left.items() if k})


def cleared(lines: Lines, equation: Chain, name: str) -> Chain | None:
    """The equation without denominators, with its lines; None where none holds the unknown."""
    terms = [[_fraction(term, name) for term in _terms(item)] for item in equation.items]
    known = [[term for term in side if term is not None] for side in terms]
    if [*map(len, known)] != [*map(len, terms)]:
        return None
    below = [[_factored(under) for _, under in side] for side in known]
    if not any(one.powers for side in below for one in side):
        return None
    common = _least_common([one for side in below for one in side])
    sides, multiplied = [], []
    for fractions, unders in zip(known, below, strict=True):
        pairs = [
            (above, common.without(under))
            for (above, _), under in zip(fractions, unders, strict=True)
        ]
        written = _sum_of(pairs, name)
        expanded = _expanded(pairs)
        if expanded is None:
            return None
        sides.append(written)
        multiplied.append(polynomial.to_tree(expanded, name))
    whole = build.equals(*multiplied)
    line = build.equals(*sides)
    rule = f"Multiply both sides by {to_plain(common.tree(name))}"
    lines.step(rule, line, before=equation, why=_WHY)
    brackets = any(_has_brackets(side) for side in sides)
    if not brackets and all(map(_is_collected, sides, multiplied)):
        return line
    lines.step("Expand the brackets" if brackets else "Collect like terms", whole, before=line)
    return whole


def _is_collected(side: Expr, whole: Expr) -> bool:
    """``3 - 2x`` is as short as ``-2x + 3``."""
    return len(_terms(side)) == len(_terms(whole))


def _terms(item: Expr) -> list[Expr]:
    """The terms of a sum, each with its sign."""
    if isinstance(item, Add):
        return _terms(item.left) + _terms(item.right)
    if isinstance(item, Sub):
        return _terms(item.left) + [Neg(term) for term in _terms(item.right)]
    return [item]


def _has_brackets(side: Expr) -> bool:
    return any(
        isinstance(node, Mul | Pow) and any(isinstance(one, Add | Sub) for one in walk(node))
        for node in walk(side)
    )


def _factored(under: Coefficients) -> _Product:
    number, parts = factoring.factors(under)
    return _Product(number, dict(parts))


def _least_common(products: list[_Product]) -> _Product:
    powers: dict[Coefficients, int] = {}
    for one in products:
        for factor, times in one.powers.items():
            powers[factor] = max(times, powers.get(factor, 0))
    return _Product(Fraction(lcm(*(int(one.number) for one in products))), powers)


def _sum_of(pairs: list[tuple[Coefficients, _Product]], name: str) -> Expr:
    """``x*x + 2(x - 1)``: each numerator times what its denominator lacks."""
    total: Expr | None = None
    for above, lacking in pairs:
        if not above:
            continue
        negative = above[-1] * lacking.number < 0
        sign = Fraction(-1 if negative else 1)
        number = abs(lacking.number)
        own = polynomial.scale(above, sign if lacking.number > 0 else -sign)
        term = _times(own, _Product(number, lacking.powers), name)
        if total is None:
            total = Neg(term) if negative else term
        else:
            total = Sub(total, term) if negative else Add(total, term)
    return build.ZERO if total is None else total


def _times(above: Coefficients, lacking: _Product, name: str) -> Expr:
    *lower, first = above
    if not any(lower):  # a number or a power of the unknown joins what is there
        powers = dict(lacking.powers)
        if lower:
            powers[_X] = powers.get(_X, 0) + len(lower)
        return _Product(first * lacking.number, powers).tree(name)
    own = polynomial.to_tree(above, name)
    if not lacking.powers and lacking.number == 1:
        return own
    return Mul(lacking.tree(name), own) if not lacking.powers else Mul(own, lacking.tree(name))


def _expanded(pairs: list[tuple[Coefficients, _Product]]) -> Coefficients | None:
    total: Coefficients = ()
    for above, lacking in pairs:
        factor = lacking.multiplied()
        term = None if factor is None else polynomial.multiply(above, factor)
        if term is None:
            return None
        total = polynomial.add(total, term)
    return total


def _fraction(expr: Expr, name: str) -> _Fractional | None:
    """The quotient of two polynomials with whole coefficients that an expression is."""
    found = _quotient(expr, name)
    if found is None:
        return None
    scale = Fraction(lcm(*(c.denominator for side in found for c in side)))
    above, below = (polynomial.scale(side, scale) for side in found)
    return above, below


def _quotient(expr: Expr, name: str) -> _Fractional | None:
    own = polynomial.of_expression(expr, name)
    if own is not None:
        return own, _ONE
    if isinstance(expr, Neg):
        inner = _quotient(expr.arg, name)
        return None if inner is None else (polynomial.scale(inner[0], Fraction(-1)), inner[1])
    if not isinstance(expr, Add | Sub | Mul | Div):
        return None
    left, right = _quotient(expr.left, name), _quotient(expr.right, name)
    if left is None or right is None:
        return None
    if isinstance(expr, Div):
        return _pair(polynomial.multiply(left[0], right[1]), polynomial.multiply(left[1], right[0]))
    if isinstance(expr, Mul):
        return _pair(polynomial.multiply(left[0], right[0]), polynomial.multiply(left[1], right[1]))
    return _sum(left, right, Fraction(1 if isinstance(expr, Add) else -1))


def _sum(left: _Fractional, right: _Fractional, sign: Fraction) -> _Fractional | None:
    if left[1] == right[1]:
        return _pair(polynomial.add(left[0], polynomial.scale(right[0], sign)), left[1])
    crossed = polynomial.multiply(left[0], right[1])
    other = polynomial.multiply(right[0], left[1])
    if crossed is None or other is None:
        return None
    above = polynomial.add(crossed, polynomial.scale(other, sign))
    return _pair(above, polynomial.multiply(left[1], right[1]))


def _pair(above: Coefficients | None, below: Coefficients | None) -> _Fractional | None:
    return None if above is None or not below else (above, below)
