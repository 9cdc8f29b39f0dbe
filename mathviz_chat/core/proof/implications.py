"""Does a statement follow from others: on the cells of the line, by a factor, by cofactors."""

from __future__ import annotations

from itertools import product as combinations
from typing import TypeAlias

from flint import fmpq_mpoly

from mathviz_chat.core.proof.cells import cells
from mathviz_chat.core.proof.claims import Cells, Combination, Follows, GivenValues, Ratio, Rejected
from mathviz_chat.core.proof.domains import FLIPPED, Need, all_granted, granted, learn, learned
from mathviz_chat.core.proof.forms import Forms, Hints
from mathviz_chat.core.proof.points import ALLOWED, Exact
from mathviz_chat.core.proof.polynomials import ONE, Fraction, product, whole
from mathviz_chat.core.reading.tree import (
    And,
    Chain,
    Expr,
    Or,
    RelOp,
    Statement,
    Sub,
    Symbol,
    Truth,
)

Link: TypeAlias = tuple[Expr, RelOp, Expr]


def links(statement: Statement) -> list[Link]:
    """The relation signs of a statement that asks for all of them."""
    match statement:
        case Chain(items, ops):
            return list(zip(items, ops, items[1:], strict=False))
        case And(items):
            return [link for item in items for link in links(item)]
        case Truth(True):
            return []
        case _:
            raise Rejected("a statement that is not made of relations")


def on_cells(claim: Follows, certificate: Cells) -> bool:
    statements = (*claim.before, *claim.conditions, claim.after)
    given = tuple(assigned(claim.conditions).items())
    for cell in cells(certificate.hints, certificate.unknown, statements, given):
        *first, after = cell.truths
        before, allowed = first[: len(claim.before)], all(first[len(claim.before) :])
        if allowed and (all(before) > after or (claim.both and all(before) is not after)):
            return False
    return True


def assigned(statements: tuple[Statement, ...]) -> dict[str, Expr]:
    """The letters that are said to be equal to something, and to what."""
    found: dict[str, Expr] = {}
    for left, op, right in links(And(statements)):
        symbol, value = (left, right) if isinstance(left, Symbol) else (right, left)
        if isinstance(symbol, Symbol) and ALLOWED.get(op) == (0,):
            found.setdefault(symbol.name, value)
    return found


def given_values(claim: Follows, certificate: GivenValues) -> bool:
    return not claim.both and Exact(certificate.hints, assigned(claim.before)).truth(claim.after)


def ratio(claim: Follows, certificate: Ratio) -> bool:
    forms = Forms(certificate.hints)
    known = learned(forms, claim.conditions)
    forms.needs = []
    old = [(op, forms.value(Sub(a, b))) for a, op, b in links(And(claim.before))]
    needs_old, forms.needs = forms.needs, []
    new = [(op, forms.value(Sub(a, b))) for a, op, b in links(claim.after)]
    needs_new, forms.needs = forms.needs, []
    learn(forms, [*known, *needs_old])
    if claim.both and set(certificate.chosen) != set(range(len(old))):
        return False
    return (
        len(new) == len(certificate.chosen)
        and all(
            _same_sign(forms, old[place], one, [*known, *needs_old])
            for place, one in zip(certificate.chosen, new, strict=True)
        )
        and all_granted(forms, needs_new, [*known, *needs_old])
        and not (claim.both and not all_granted(forms, needs_old, [*known, *needs_new]))
    )


def _same_sign(
    forms: Forms, old: tuple[RelOp, Fraction], new: tuple[RelOp, Fraction], known: list[Need]
) -> bool:
    """Are the two relations the same where all is defined?

    What the old one is divided by must not be 0: ``x - 5 >= 0`` is ``(x - 2)^2 (x - 5) >= 0``
    divided by what is never negative, but x = 2 satisfies the one and not the other.
    """
    ratio = forms.tidy(new[1] / old[1])
    defined = granted(forms, (whole(ratio.den), "!="), known)
    if ALLOWED.get(old[0]) == ALLOWED.get(new[0]) in ((0,), (-1, 1)):
        return defined and granted(forms, (whole(ratio.num), "!="), known)
    if defined and granted(forms, (ratio, ">"), known):
        return old[0] is new[0]
    opposite = {**FLIPPED, **{b: a for a, b in FLIPPED.items()}}
    return defined and granted(forms, (-ratio, ">"), known) and opposite.get(old[0]) is new[0]


def alternatives(statement: Statement) -> list[list[Link]]:
    """Each equation as the links of which one must hold: an "or" of systems multiplied out."""
    if not isinstance(statement, Or):
        return [[link] for link in links(statement)]
    systems = [alternatives(item) for item in statement.items]
    return [[link for one in choice for link in one] for choice in combinations(*systems)]


class Equations:
    """Old and new equations as polynomials in one ring of atoms: 0 where an equation holds."""

    def __init__(self, claim: Follows, hints: Hints) -> None:
        self.forms = Forms(hints)
        self.known = learned(self.forms, claim.conditions)
        self.old = self._polys(alternatives(And(claim.before)))
        learn(self.forms, self.known)
        self.new = self._polys(alternatives(claim.after), granting=False)
        self.needs = self.forms.needs

    def _polys(self, cases: list[list[Link]], *, granting: bool = True) -> list[fmpq_mpoly]:
        found = []
        self.forms.needs = []
        for case in cases:
            poly, self.forms.needs = ONE, [] if granting else self.forms.needs
            for left, op, right in case:
                if ALLOWED.get(op) != (0,):
                    raise Rejected("a condition that is not made of equations")
                poly = product(poly, self.forms.value(Sub(left, right)).num)
            found.append(self.forms.reduce(poly))
            if granting and len(case) == 1:
                self.known += self.forms.needs
        return found


def combination(claim: Follows, certificate: Combination) -> bool:
    if claim.both:
        return False
    equations = Equations(claim, certificate.hints)
    forms = equations.forms
    for new, (multiplier, cofactors) in zip(equations.new, certificate.rows, strict=True):
        total = product(multiplier, new)
        for cofactor, old in zip(cofactors, equations.old, strict=True):
            total -= product(cofactor, old)
        # where the multiplier is the new polynomial its square is 0, and so is the polynomial
        fits = multiplier == new or granted(forms, (whole(multiplier), "!="), equations.known)
        if not (fits and forms.reduce(total).is_zero()):
            return False
    return all(granted(forms, need, equations.known) for need in equations.needs)
