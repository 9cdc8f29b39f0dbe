"""What statements say about signs, and whether that grants what an expression needs."""

from __future__ import annotations

from flint import fmpq_mpoly

from mathviz_chat.core.proof.forms import Forms
from mathviz_chat.core.proof.points import ALLOWED, real_roots, univariate
from mathviz_chat.core.proof.polynomials import ONE, Fraction, factored, product, text, whole
from mathviz_chat.core.reading.tree import And, Chain, Expr, RelOp, Statement, Sub, Symbol

Need = tuple[Fraction, str]  # the value is != 0, >= 0 or > 0
NEEDS = {RelOp.NE: "!=", RelOp.GE: ">=", RelOp.GT: ">"}
FLIPPED = {RelOp.LE: RelOp.GE, RelOp.LT: RelOp.GT}


def learned(forms: Forms, statements: tuple[Statement, ...]) -> list[Need]:
    """What statements that hold say about signs; letters that are equal to something get values."""
    known: list[Need] = []
    for statement in statements:
        if isinstance(statement, And):
            known += learned(forms, statement.items)
        elif isinstance(statement, Chain):
            for left, op, right in zip(
                statement.items, statement.ops, statement.items[1:], strict=False
            ):
                if ALLOWED.get(op) == (0,):
                    _learn_value(forms, left, right)
                elif op in FLIPPED:
                    known.append((forms.value(Sub(right, left)), NEEDS[FLIPPED[op]]))
                elif op in NEEDS:
                    known.append((forms.value(Sub(left, right)), NEEDS[op]))
    return known


def _learn_value(forms: Forms, left: Expr, right: Expr) -> None:
    for symbol, other in ((left, right), (right, left)):
        if isinstance(symbol, Symbol) and symbol.name not in forms.values:
            forms.values.setdefault(symbol.name, forms.value(other))
            return


def all_granted(forms: Forms, needs: list[Need], known: list[Need]) -> bool:
    """Are all needs met wherever all that is known holds? Signs learned elsewhere do not count."""
    forms.signed.clear()
    learn(forms, known)
    return all(granted(forms, need, known) for need in needs)


def granted(forms: Forms, need: Need, known: list[Need]) -> bool:
    """True is a proof that the need is met wherever all that is known holds."""
    value, kind = need
    poly = forms.reduce(product(value.num, value.den))  # has the sign of the value
    return (kind == ">=" or _nonzero(forms, forms.reduce(value.num), known)) and (
        kind == "!=" or _nonnegative(forms, poly, known)
    )


def _nonzero(forms: Forms, poly: fmpq_mpoly, known: list[Need]) -> bool:
    """Every factor divides what is not 0, or a product of it, or surely has no zeros.

    Reduced, a product need not show its factors: ``(1 + iz)(1 - iz)`` is ``1 + z^2``.
    """
    free = [ONE]
    for value, kind in known:
        for factor, _ in factored(whole(value.num))[1] if kind != ">=" else ():
            free.append(forms.tidy(_inner(forms, factor)).num)
            free[0] = product(free[0], free[-1])
    free[0] = forms.reduce(free[0])
    return not poly.is_zero() and all(
        _is_free(forms, factor, free) for factor, _ in factored(whole(poly))[1]
    )


def _inner(forms: Forms, poly: fmpq_mpoly) -> Fraction:
    """Roots and absolute values are 0 exactly where their arguments are."""
    single = forms.single(poly)
    while single is not None and single.kind in ("root", "abs"):
        poly = single.inside.num
        single = forms.single(poly)
    return whole(poly)


def _is_free(forms: Forms, factor: fmpq_mpoly, free: list[fmpq_mpoly]) -> bool:
    inner = _inner(forms, factor)
    single = forms.single(factor)
    return (
        factor.is_constant()
        or (single is not None and single.kind == "exp")
        or [atom.kind for _, atom in forms.atoms_of(factor)] == ["zeta"]  # reduced, so not 0
        or all(
            any(divmod(one, part)[1].is_zero() for one in free) for part, _ in factored(inner)[1]
        )
        or 2 in (forms.sign(factor), forms.sign(-factor))
        or _without_roots(forms, factor)
    )


def _nonnegative(forms: Forms, poly: fmpq_mpoly, known: list[Need]) -> bool:
    if forms.sign(poly) or (_without_roots(forms, poly) and poly.coefficient(len(poly) - 1) > 0):
        return True
    for value, kind in known:
        ratio = (whole(poly) / (whole(value.num) * whole(value.den))).rational
        if kind != "!=" and ratio is not None and ratio > 0:
            return True
    sign, factors = factored(whole(poly))
    return sign > 0 and all(count % 2 == 0 or forms.sign(factor) for factor, count in factors)


def _without_roots(forms: Forms, poly: fmpq_mpoly) -> bool:
    """Is it a polynomial in one letter without real zeros?"""
    letters = [k for k, degree in enumerate(poly.degrees()) if degree > 0]
    if len(letters) != 1 or not forms.atoms[letters[0]].kind.startswith("letter "):
        return False
    return not real_roots(univariate(poly, letters[0]))


def learn(forms: Forms, known: list[Need]) -> bool:
    """Let the forms use signs; False where nothing is learned."""
    before = len(forms.signed)
    for value, kind in known:
        useful = kind != "!=" and forms.is_real(value)
        sign, factors = factored(value) if useful else (0, [])
        odd = [factor for factor, count in factors if count % 2 and not factor.is_constant()]
        # x^2 (x - 1) >= 0 also holds at x = 0: only a single factor tells its own sign
        if len(odd) == 1 == len([f for f, _ in factors if not f.is_constant()]):
            forms.signed.add(text(odd[0] if sign > 0 else -odd[0]))
    return len(forms.signed) > before
