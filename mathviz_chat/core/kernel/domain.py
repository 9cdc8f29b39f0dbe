"""Where an expression is defined over the reals: found on the tree, before it is simplified."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from flint import fmpq_mpoly

from mathviz_chat.core.kernel.algebraic import real_roots
from mathviz_chat.core.kernel.build import ONE, TWO, ZERO, E, number, relation
from mathviz_chat.core.kernel.factors import irreducible_factors
from mathviz_chat.core.kernel.limits import Declined
from mathviz_chat.core.kernel.normalform import NormalForms
from mathviz_chat.core.kernel.rational import rational
from mathviz_chat.core.proof.polynomials import text
from mathviz_chat.core.reading.tree import (
    Call,
    Div,
    Expr,
    Log,
    Pow,
    RelOp,
    Root,
    Statement,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import walk


class Need(StrEnum):
    """What an expression must be, for the whole to be defined."""

    NONZERO = "!="
    NONNEGATIVE = ">="
    POSITIVE = ">"


@dataclass(frozen=True, slots=True)
class Restriction:
    """``expr`` must be as ``need`` says. assumed: the kernel asks for more than notation does."""

    need: Need
    expr: Expr
    assumed: bool = False


def restrictions(core: Expr) -> Iterator[Restriction]:
    """All restrictions that the operations of a tree in core notation make; constants included."""
    for node in walk(core):
        match node:
            case Div(_, divisor):
                yield Restriction(Need.NONZERO, divisor)
            case Root(radicand, index) if (k := rational(index)) is not None and k.p % 2 == 0:
                yield Restriction(Need.NONNEGATIVE, radicand)
            case Log(arg, _):
                yield Restriction(Need.POSITIVE, arg)
            case Pow(base, exponent):
                yield from _of_power(base, exponent)
            case Call("asin" | "acos", (arg,)):
                yield Restriction(Need.NONNEGATIVE, Sub(ONE, Pow(arg, TWO)))
            case _:
                pass


def _of_power(base: Expr, exponent: Expr) -> Iterator[Restriction]:
    value = rational(exponent)
    if value is None:
        if base != E:
            yield Restriction(Need.POSITIVE, base, assumed=True)
    elif value.q != 1:
        yield Restriction(Need.NONNEGATIVE if value > 0 else Need.POSITIVE, base)
    elif value <= 0:
        yield Restriction(Need.NONZERO, base)


class Ledger:
    """Restrictions of several trees in one normal form, so that equal ones are told.

    The form knows no signs: what an expression needs is not yet granted here.
    """

    def __init__(self, *trees: Expr) -> None:
        self._forms = NormalForms(*trees)

    def of(self, core: Expr) -> dict[str, tuple[Restriction, Statement]]:
        """The restrictions that are not met by every real number, by a key that says which."""
        found: dict[str, tuple[Restriction, Statement]] = {}
        for restriction in restrictions(core):
            for key, statement in self._statements(restriction):
                found.setdefault(key, (restriction, statement))
        return found

    def _statements(self, restriction: Restriction) -> Iterator[tuple[str, Statement]]:
        try:
            value = self._forms.of(restriction.expr)
        except Declined:
            value = None
        if value is not None and self._forms.is_positive(value.num * value.den):
            return
        if (
            value is not None
            and restriction.need is Need.NONNEGATIVE
            and self._forms.is_nonnegative(value.num * value.den)
        ):
            return
        if value is None or not self._forms.is_polynomial(value.num * value.den):
            yield from _opaque(restriction, None if value is None else value.key)
            return
        content, factors = irreducible_factors(value.num * value.den)
        odd = [factor for factor, multiplicity in factors if multiplicity % 2]
        if restriction.need is not Need.NONZERO and (odd or content < 0):
            yield from self._inequality(restriction, value.num * value.den)
        elif restriction.need is not Need.NONNEGATIVE:
            for factor, _ in factors:
                yield from self._exclusion(factor)

    def _exclusion(self, factor: fmpq_mpoly) -> Iterator[tuple[str, Statement]]:
        """factor != 0, as the points where it is 0 if there are few of them."""
        single = self._forms.univariate(factor)
        if single is None:
            expr = self._forms.expression(factor)
            yield f"!= {text(factor)}", relation(expr, RelOp.NE, ZERO)
            return
        name, poly = single
        for root, _ in real_roots(poly):
            surd = root.surd()
            if surd is None:
                expr = self._forms.expression(factor)
                yield f"!= {text(factor)}", relation(expr, RelOp.NE, ZERO)
                return
            yield f"!= {text(factor)} {root.index}", relation(Symbol(name), RelOp.NE, surd)

    def _inequality(
        self, restriction: Restriction, poly: fmpq_mpoly
    ) -> Iterator[tuple[str, Statement]]:
        need = restriction.need
        if self._forms.is_nonnegative(poly) and need is Need.NONNEGATIVE:
            return
        key = f"{need} {text(poly)}"
        single = self._forms.univariate(poly)
        if single is None:
            yield key, relation(restriction.expr, RelOp(need.value), ZERO)
            return
        name, univariate = single
        roots = real_roots(univariate)
        if not roots and univariate(0) > 0:
            return
        if univariate.degree() == 1:
            above = univariate[1] > 0
            op = {(True, True): RelOp.GT, (True, False): RelOp.LT}.get(
                (need is Need.POSITIVE, above), RelOp.GE if above else RelOp.LE
            )
            bound = roots[0][0].value
            if bound is not None:
                yield key, relation(Symbol(name), op, number(bound))
            return
        yield key, relation(restriction.expr, RelOp(need.value), ZERO)


def _opaque(restriction: Restriction, key: str | None) -> Iterator[tuple[str, Statement]]:
    """A restriction on something that is not a polynomial: stated as it stands."""
    if rational(restriction.expr) is None:
        named = f"{restriction.need} {key or restriction.expr}"
        yield named, relation(restriction.expr, RelOp(restriction.need.value), ZERO)


def differences(left: Expr, right: Expr) -> tuple[Statement, ...]:
    """Restrictions that one side makes and the other does not, and those the kernel assumes."""
    ledger = Ledger(left, right)
    first, second = ledger.of(left), ledger.of(right)
    kept: dict[str, Statement] = {}
    for mine, other in ((first, second), (second, first)):
        for key, (restriction, statement) in mine.items():
            if restriction.assumed or key not in other:
                kept.setdefault(key, statement)
    return tuple(
        statement for key, statement in kept.items() if not _implied(key, {*first, *second})
    )


def _implied(key: str, keys: set[str]) -> bool:
    """x != 0 and x >= 0 say nothing beside x > 0."""
    need, _, rest = key.partition(" ")
    if need == Need.POSITIVE:
        return False
    return f"> {rest.removesuffix(' 0')}" in keys
