"""Are two expressions equal, is a statement true: at a point, or by normal forms everywhere."""

from __future__ import annotations

from flint import ctx

from mathviz_chat.core.proof.balls import Balls, ComplexBalls
from mathviz_chat.core.proof.claims import AtPoint, Different, Equal, Fails, Holds, NormalForm
from mathviz_chat.core.proof.domains import Need, all_granted, granted, learn, learned
from mathviz_chat.core.proof.forms import Forms
from mathviz_chat.core.proof.points import BITS, Exact
from mathviz_chat.core.proof.polynomials import Fraction, product
from mathviz_chat.core.reading.tree import Expr, RelOp, Sub

# ------------------------------------------------------------------------------ at points


def equal_numbers(claim: Equal, certificate: AtPoint) -> bool:
    at = Exact(certificate.hints, {})
    return at.holds(claim.left, RelOp.EQ, claim.right)


def different(claim: Different, certificate: AtPoint) -> bool:
    at = Exact(certificate.hints, dict(claim.point))
    if not all(at.truth(fact) for fact in claim.facts):
        return False
    if not claim.complex_domain:
        return at.holds(claim.left, RelOp.NE, claim.right)
    with ctx.workprec(BITS[1]):
        ball = ComplexBalls(at.letters, at.coordinates).value(Sub(claim.left, claim.right))
    return bool(ball.is_finite()) and not ball.contains(0)


def true_there(claim: Holds, certificate: AtPoint) -> bool:
    return Exact(certificate.hints, dict(claim.point)).truth(claim.statement) is claim.value


def fails(claim: Fails, certificate: AtPoint) -> bool:
    at = Exact(certificate.hints, dict(claim.point))
    return all(map(at.truth, claim.before)) and not at.truth(claim.after)


# ------------------------------------------------------------------------------ normal forms


def equal_forms(claim: Equal, certificate: NormalForm) -> bool:
    forms = Forms(certificate.hints)
    known = learned(forms, (*claim.facts, *claim.conditions))
    # the atoms of a lemma come first, so that the root is written with them
    _ = [forms.value(written) for _, written, _ in certificate.lemmas]
    forms.needs = []
    left = forms.value(claim.left)
    needs_left, forms.needs = forms.needs, []
    right = forms.value(claim.right)
    needs_right, forms.needs = forms.needs, []
    everything = [*known, *needs_left, *needs_right]
    if not _lemmas(forms, certificate, everything):
        return False
    difference = forms.tidy(left - right).num
    if not difference.is_zero() and learn(forms, everything):
        difference = forms.tidy(forms.value(claim.left) - forms.value(claim.right)).num
    return (
        difference.is_zero()
        and all_granted(forms, needs_right, [*needs_left, *known])
        and all_granted(forms, needs_left, [*needs_right, *known])
        and _is_somewhere(claim, certificate)
    )


def _lemmas(forms: Forms, certificate: NormalForm, known: list[Need]) -> bool:
    """Add a = b to the relations for each lemma that is confirmed."""
    for left, right, index in certificate.lemmas:
        forms.needs = []
        sides = [forms.value(left), forms.value(right)]
        powers = [side**index for side in sides]
        signs = index % 2 or all(map(_is_positive, [forms] * 2, (left, right), sides))
        same = forms.tidy(powers[0] - powers[1]).num.is_zero()
        if not (signs and same and all(granted(forms, need, known) for need in forms.needs)):
            return False
        forms.relations.append(forms.tidy(sides[0] - sides[1]).num)
    return True


def _is_positive(forms: Forms, node: Expr, value: Fraction) -> bool:
    """>= 0 by its form, or > 0 by a ball."""
    if forms.sign(product(value.num, value.den)):
        return True
    with ctx.workprec(BITS[1]):
        return bool(Balls({}).value(node) > 0)


def _is_somewhere(claim: Equal, certificate: NormalForm) -> bool:
    """Are both sides defined at the certificate's point, and do facts and conditions hold there?"""
    at = Exact(certificate.hints, dict(certificate.point))
    balls = ComplexBalls if claim.complex_domain else Balls
    with ctx.workprec(BITS[0]):
        ball = balls(at.letters, at.coordinates).value(Sub(claim.left, claim.right))
    return bool(ball.is_finite()) and all(map(at.truth, (*claim.facts, *claim.conditions)))
