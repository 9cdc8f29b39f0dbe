"""Like terms: put side by side, then counted together."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce
from typing import Final, TypeAlias

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import multivariate
from mathviz_chat.core.reading.tree import Add, Expr, Mul, Neg, Pow, Sub
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.solving import build, distributing
from mathviz_chat.core.solving.lines import FINE, Lines

MOST: Final = 12
"""So many terms are still written one by one."""

Monomials: TypeAlias = list[tuple[Fraction, Expr | None]]
"""Coefficients, each with the product of letters that it counts; None for a number."""


def shown(lines: Lines, expr: Expr) -> None:
    """``5a + 2a - 3b + 7b``, then ``(5 + 2)a + (-3 + 7)b``; nothing where no terms are alike."""
    terms = _monomials(expr)
    if terms is None or len(terms) > MOST:
        return
    kinds = list(dict.fromkeys(letters for _, letters in terms))
    if len(kinds) == len(terms):
        return
    groups = [[(c, one) for c, one in terms if one == kind] for kind in kinds]
    together = build.total([term for group in groups for term in group])
    if together != expr:
        claim = build.equals(expr, together)
        lines.step("Put like terms together", claim, level=FINE, before=expr)
    counted = reduce(_plus, [_counted(group) for group in groups])
    claim = build.equals(together, counted)
    if counted != together:
        lines.step("Count like terms together", claim, level=FINE, before=together)


def without_brackets(expr: Expr) -> Expr | None:
    """Products multiplied out, like terms not collected; None where there is nothing to do."""
    products = [node for node in walk(expr) if isinstance(node, Mul | Pow | Neg | Sub)]
    if not any(isinstance(child, Add | Sub) for node in products for child in _children(node)):
        return None
    terms = _monomials(distributing.in_products(expr))
    if terms is None or len(terms) > MOST:
        return None
    return build.total(terms)


def _children(node: Expr) -> tuple[Expr, ...]:
    match node:
        case Mul(left, right):
            return left, right
        case Pow(base, _):
            return (base,)
        case Neg(arg):
            return (arg,)
        case Sub(_, right):
            return (right,)
    return ()


def _monomials(expr: Expr) -> Monomials | None:
    names = variables(expr)
    terms: Monomials = []
    for added, part in distributing.parts(expr):
        one = multivariate.of_expression(part, names)
        if one is None or len(one) != 1 or not names:
            return None
        ((exponents, coefficient),) = one.items()
        letters = None
        if any(exponents):
            letters = multivariate.to_tree({exponents: Fraction(1)}, names)
        terms.append((coefficient if added else -coefficient, letters))
    return terms


def _plus(total: Expr, term: Expr) -> Expr:
    return Sub(total, term.arg) if isinstance(term, Neg) else Add(total, term)


def _counted(group: Sequence[tuple[Fraction, Expr | None]]) -> Expr:
    """``(5 + 2)a``; a group of one stays as it is."""
    letters = group[0][1]
    if len(group) == 1:
        return build.total(group)
    numbers = build.total([(coefficient, None) for coefficient, _ in group])
    return numbers if letters is None else Mul(numbers, letters)
