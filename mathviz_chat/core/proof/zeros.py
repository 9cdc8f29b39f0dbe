"""Has an equation in one unknown no more solutions than those that are named?"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction as Rational

from flint import ctx, fmpq_mpoly

from mathviz_chat.core.proof.claims import Follows, Listed, Rejected
from mathviz_chat.core.proof.forms import Forms
from mathviz_chat.core.proof.implications import assigned, links
from mathviz_chat.core.proof.points import ALLOWED, BITS, Exact, real_roots, univariate
from mathviz_chat.core.proof.polynomials import RING
from mathviz_chat.core.reading.tree import And, Expr, Number, RelOp, Sub


def listed(claim: Follows, certificate: Listed) -> bool:
    ((left, op, right),) = links(And(claim.before))
    if claim.both or ALLOWED.get(op) != (0,):
        return False
    given = assigned(claim.conditions)
    forms = Forms(certificate.hints, given)
    poly = forms.value(Sub(left, right)).num

    def at_value(value: Expr) -> Exact:
        return Exact(certificate.hints, {**given, certificate.unknown: value})

    def fails_somewhere() -> bool:
        points = (Number(Rational(k)) for k in range(len(certificate.values) + 1))
        return any(at_value(point).holds(left, RelOp.NE, right) for point in points)

    most = _most_zeros(forms, poly, certificate.unknown, fails_somewhere)
    for place, value in enumerate(certificate.values):
        at = at_value(value)
        others = certificate.values[:place]
        apart = all(at.holds(value, RelOp.NE, other) for other in others)
        if not (apart and all(map(at.truth, (*claim.before, claim.after)))):
            return False
    return len(certificate.values) == most


def _most_zeros(
    forms: Forms, poly: fmpq_mpoly, unknown: str, fails_somewhere: Callable[[], bool]
) -> int:
    """A bound on the number of zeros of a polynomial in one function of few places for each value.

    A sum of n terms c e^(a x) that is not 0 everywhere has at most n - 1 zeros (Rolle).
    """
    letter = forms.place_of(unknown)
    used = [k for k, degree in enumerate(poly.degrees()) if degree > 0]
    moving = [k for k in used if forms.moves(k, letter)]
    powers = [k for k in moving if forms.atoms[k].kind == "exp" and _slope(forms, k, letter)]
    if len(moving) > 1 and powers == moving and fails_somewhere():
        return len({tuple(exponents[k] for k in moving) for exponents in poly.monoms()}) - 1
    if len(moving) != 1:
        raise Rejected("not one function of the unknown")
    times = 1 if moving == [letter] else _places_for_a_value(forms, moving[0], letter)
    if used != moving:
        return times * int(poly.degrees()[moving[0]])
    roots = [root for root, _ in real_roots(univariate(poly, moving[0]))]
    is_power = forms.atoms[moving[0]].kind == "exp"
    with ctx.workprec(BITS[1]):
        return times * sum(not (is_power and root.ball() <= 0) for root in roots)


def _slope(forms: Forms, place: int, letter: int) -> fmpq_mpoly | None:
    """Of a real function of a x + b: a up to a fixed factor; None for other ones."""
    inside = forms.atoms[place].inside
    slope = inside.num.derivative(letter)
    parts = (slope, inside.num - slope * RING.gen(letter), inside.den)
    moved = any(
        forms.moves(k, letter) for part in parts for k, n in enumerate(part.degrees()) if n > 0
    )
    return slope if not moved and forms.atoms[place].real else None


def _places_for_a_value(forms: Forms, place: int, letter: int) -> int:
    """One of e^(a x + b), a root or ln(a x + b), at most two of ln|a x + b|; a is not 0."""
    atom = forms.atoms[place]
    inside, slope = atom.inside, _slope(forms, place, letter)
    positive = any(
        kind == ">" and (value / inside).rational is not None for value, kind in forms.needs
    )
    if slope is None or 2 not in (forms.sign(slope), forms.sign(-slope)):
        raise Rejected("a slope that may be 0")
    if atom.kind not in ("exp", "root", "log"):
        raise Rejected("a function that may take a value many times")
    return 2 if atom.kind == "log" and not positive else 1
