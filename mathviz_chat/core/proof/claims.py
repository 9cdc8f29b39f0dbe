"""Claims, certificates, and the only place where a proof is made.

A certificate says how a claim can be confirmed; whoever finds it need not be trusted: ``prove``
reads the trees of the claim itself and raises ``Rejected`` unless every step can be confirmed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction as Rational
from itertools import product as combinations
from typing import Any, TypeAlias

from flint import ctx, fmpq_mpoly

from mathviz_chat.core.proof.balls import Balls, ComplexBalls
from mathviz_chat.core.proof.cells import cells
from mathviz_chat.core.proof.domains import Need, granted, learn
from mathviz_chat.core.proof.forms import Forms, Hints
from mathviz_chat.core.proof.points import (
    ALLOWED,
    BITS,
    AlgebraicReal,
    Exact,
    real_roots,
    univariate,
)
from mathviz_chat.core.proof.polynomials import ONE, RING, Declined, Fraction, product, whole
from mathviz_chat.core.reading.tree import (
    And,
    Chain,
    Expr,
    Number,
    Or,
    RelOp,
    Statement,
    Sub,
    Symbol,
    Truth,
)

NEEDS = {RelOp.NE: "!=", RelOp.GE: ">=", RelOp.GT: ">"}
FLIPPED = {RelOp.LE: RelOp.GE, RelOp.LT: RelOp.GT}
PLAIN = Hints()
Coordinates: TypeAlias = tuple[tuple[str, AlgebraicReal | Expr], ...]


class Rejected(Declined):
    """The certificate does not prove the claim."""


# ------------------------------------------------------------------------------ claims


@dataclass(frozen=True, slots=True)
class Equal:
    """Where facts and conditions hold, left is defined where right is, and there they are equal.

    There is such a point. The letters stand for real numbers, also in the complex domain.
    """

    left: Expr
    right: Expr
    facts: tuple[Statement, ...] = ()
    conditions: tuple[Statement, ...] = ()
    complex_domain: bool = False


@dataclass(frozen=True, slots=True)
class Different:
    """At the point the facts hold, and both sides are defined and different."""

    left: Expr
    right: Expr
    point: Coordinates
    facts: tuple[Statement, ...] = ()
    complex_domain: bool = False


@dataclass(frozen=True, slots=True)
class Holds:
    """The statement is true at the point; where ``value`` is False, it is not true there."""

    statement: Statement
    point: Coordinates = ()
    value: bool = True


@dataclass(frozen=True, slots=True)
class Follows:
    """``after`` is true wherever all of ``before`` and the conditions are; ``both``: and back."""

    before: tuple[Statement, ...]
    after: Statement
    conditions: tuple[Statement, ...] = ()
    both: bool = False


@dataclass(frozen=True, slots=True)
class Fails:
    """At the point all of ``before`` is true and ``after`` is not."""

    before: tuple[Statement, ...]
    after: Statement
    point: Coordinates


Claim: TypeAlias = Equal | Different | Holds | Follows | Fails

# ------------------------------------------------------------------------------ certificates


@dataclass(frozen=True, slots=True)
class AtPoint:
    """Values are computed exactly at the claim's point (equal numbers: at none)."""

    hints: Hints = PLAIN


@dataclass(frozen=True, slots=True)
class NormalForm:
    """The difference has the normal form 0.

    point: one at which both sides are defined. lemmas: (a, b, k) with a = b because a^k = b^k,
    where k is odd or both are >= 0.
    """

    hints: Hints
    point: Coordinates = ()
    lemmas: tuple[tuple[Expr, Expr, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Cells:
    """Conditions on one unknown are compared on the cells of the line."""

    hints: Hints
    unknown: str


@dataclass(frozen=True, slots=True)
class Ratio:
    """Each new difference is an old one times what is not 0, or is > 0 or < 0 for inequalities.

    chosen: for each new relation sign, which of the old ones.
    """

    hints: Hints
    chosen: tuple[int, ...] = (0,)


@dataclass(frozen=True, slots=True)
class Combination:
    """multiplier * new = sum of cofactor * old, for each new equation.

    rows: (multiplier, cofactors) of each, polynomials in the atoms of ``Equations``; the
    multiplier is not 0 where all is defined, or it is the new polynomial itself.
    """

    hints: Hints
    rows: tuple[tuple[fmpq_mpoly, tuple[fmpq_mpoly, ...]], ...]


@dataclass(frozen=True, slots=True)
class Cases:
    """The only statement before is an "or": one certificate for each case."""

    parts: tuple[Certificate, ...]


@dataclass(frozen=True, slots=True)
class BothWays:
    """One certificate for each direction."""

    there: Certificate
    back: Certificate


@dataclass(frozen=True, slots=True)
class GivenValues:
    """What went before gives letters their values, at which the statement is true."""

    hints: Hints


@dataclass(frozen=True, slots=True)
class Listed:
    """What went before, one equation in one unknown, has these solutions and no others.

    It is a polynomial in one function of the unknown that takes no value twice, or a sum of powers
    c e^(a x), with no more zeros than there are different solutions here.
    """

    hints: Hints
    unknown: str
    values: tuple[Expr, ...]


Certificate: TypeAlias = (
    AtPoint | NormalForm | Cells | Listed | Ratio | Combination | Cases | BothWays | GivenValues
)
_SEAL = object()


@dataclass(frozen=True, slots=True)
class Proof:
    """A claim that ``prove`` has confirmed; the certificate lets it be confirmed again."""

    claim: Claim
    certificate: Certificate
    seal: object = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.seal is not _SEAL:
            raise TypeError("a proof is made by prove() only")


def prove(claim: Claim, certificate: Certificate) -> Proof:
    """The proof. Raises Declined (Rejected where the certificate does not fit the claim)."""
    check = CHECKS.get((type(claim), type(certificate)))
    if check is None:
        raise Rejected("such a certificate says nothing about such a claim")
    try:
        confirmed = check(claim, certificate)
    except (RecursionError, ValueError) as error:
        raise Rejected("parts that do not belong together, or too deep a nesting") from error
    if not confirmed:
        raise Rejected("the certificate does not prove the claim")
    return Proof(claim, certificate, _SEAL)


# ------------------------------------------------------------------------------ at points


def _equal_numbers(claim: Equal, certificate: AtPoint) -> bool:
    at = Exact(certificate.hints, {})
    return at.holds(claim.left, RelOp.EQ, claim.right)


def _different(claim: Different, certificate: AtPoint) -> bool:
    at = Exact(certificate.hints, dict(claim.point))
    if not all(at.truth(fact) for fact in claim.facts):
        return False
    if not claim.complex_domain:
        return at.holds(claim.left, RelOp.NE, claim.right)
    with ctx.workprec(BITS[1]):
        ball = ComplexBalls(at.letters, at.coordinates).value(Sub(claim.left, claim.right))
    return bool(ball.is_finite()) and not ball.contains(0)


def _true_there(claim: Holds, certificate: AtPoint) -> bool:
    return Exact(certificate.hints, dict(claim.point)).truth(claim.statement) is claim.value


def _fails(claim: Fails, certificate: AtPoint) -> bool:
    at = Exact(certificate.hints, dict(claim.point))
    return all(map(at.truth, claim.before)) and not at.truth(claim.after)


# ------------------------------------------------------------------------------ normal forms


def _learned(forms: Forms, statements: tuple[Statement, ...]) -> list[Need]:
    """What statements that hold say about signs; letters that are equal to something get values."""
    known: list[Need] = []
    for statement in statements:
        if isinstance(statement, And):
            known += _learned(forms, statement.items)
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


def _equal_forms(claim: Equal, certificate: NormalForm) -> bool:
    forms = Forms(certificate.hints)
    known = _learned(forms, (*claim.facts, *claim.conditions))
    for attempt in range(2):
        forms.needs = []
        left = forms.value(claim.left)
        needs_left, forms.needs = forms.needs, []
        right = forms.value(claim.right)
        needs_right, forms.needs = forms.needs, []
        everything = [*known, *needs_left, *needs_right]
        if not attempt and not _lemmas(forms, certificate, everything):
            return False
        difference = forms.tidy(left - right).num
        if difference.is_zero() or not learn(forms, everything):
            break
    return (
        difference.is_zero()
        and all(granted(forms, need, [*needs_left, *known]) for need in needs_right)
        and all(granted(forms, need, [*needs_right, *known]) for need in needs_left)
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


# ------------------------------------------------------------------------------ conditions


def _cells(claim: Follows, certificate: Cells) -> bool:
    statements = (*claim.before, *claim.conditions, claim.after)
    given = tuple(_assigned(claim.conditions).items())
    for cell in cells(certificate.hints, certificate.unknown, statements, given):
        *first, after = cell.truths
        before, allowed = first[: len(claim.before)], all(first[len(claim.before) :])
        if allowed and (all(before) > after or (claim.both and all(before) is not after)):
            return False
    return True


def _assigned(statements: tuple[Statement, ...]) -> dict[str, Expr]:
    """The letters that are said to be equal to something, and to what."""
    found: dict[str, Expr] = {}
    for left, op, right in links(And(statements)):
        symbol, value = (left, right) if isinstance(left, Symbol) else (right, left)
        if isinstance(symbol, Symbol) and ALLOWED.get(op) == (0,):
            found.setdefault(symbol.name, value)
    return found


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


def _ratio(claim: Follows, certificate: Ratio) -> bool:
    forms = Forms(certificate.hints)
    known = _learned(forms, claim.conditions)
    forms.needs = []
    old = [(op, forms.value(Sub(a, b))) for a, op, b in links(And(claim.before))]
    needs_old, forms.needs = forms.needs, []
    new = [(op, forms.value(Sub(a, b))) for a, op, b in links(claim.after)]
    needs_new = forms.needs
    learn(forms, [*known, *needs_old])
    if claim.both and set(certificate.chosen) != set(range(len(old))):
        return False
    return (
        len(new) == len(certificate.chosen)
        and all(
            _same_sign(forms, old[place], one, [*known, *needs_old])
            for place, one in zip(certificate.chosen, new, strict=True)
        )
        and all(granted(forms, need, [*known, *needs_old]) for need in needs_new)
        and not (claim.both and not all(granted(forms, n, [*known, *needs_new]) for n in needs_old))
    )


def _same_sign(
    forms: Forms, old: tuple[RelOp, Fraction], new: tuple[RelOp, Fraction], known: list[Need]
) -> bool:
    """Are the two relations the same where all is defined?"""
    ratio = forms.tidy(new[1] / old[1])
    if ALLOWED.get(old[0]) == ALLOWED.get(new[0]) in ((0,), (-1, 1)):
        parts = [(whole(ratio.num), "!="), (whole(ratio.den), "!=")]
        return all(granted(forms, part, known) for part in parts)
    if granted(forms, (ratio, ">"), known):
        return old[0] is new[0]
    opposite = {**FLIPPED, **{b: a for a, b in FLIPPED.items()}}
    return granted(forms, (-ratio, ">"), known) and opposite.get(old[0]) is new[0]


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
        self.known = _learned(self.forms, claim.conditions)
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


def _combination(claim: Follows, certificate: Combination) -> bool:
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


def _cases(claim: Follows, certificate: Cases) -> bool:
    (statement,) = claim.before
    if claim.both or not isinstance(statement, Or):
        return False
    for item, part in zip(statement.items, certificate.parts, strict=True):
        prove(Follows((item,), claim.after, claim.conditions), part)
    return True


def _both_ways(claim: Follows, certificate: BothWays) -> bool:
    prove(Follows(claim.before, claim.after, claim.conditions), certificate.there)
    prove(Follows((claim.after,), And(claim.before), claim.conditions), certificate.back)
    return True


def _given_values(claim: Follows, certificate: GivenValues) -> bool:
    return not claim.both and Exact(certificate.hints, _assigned(claim.before)).truth(claim.after)


def _listed(claim: Follows, certificate: Listed) -> bool:
    ((left, op, right),) = links(And(claim.before))
    if claim.both or ALLOWED.get(op) != (0,):
        return False
    given = _assigned(claim.conditions)
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
    """A bound on the number of zeros of a polynomial in one function that takes no value twice.

    A sum of n terms c e^(a x) that is not 0 everywhere has at most n - 1 zeros (Rolle).
    """
    letter = forms.place_of(unknown)
    used = [k for k, degree in enumerate(poly.degrees()) if degree > 0]
    moving = [k for k in used if forms.moves(k, letter)]
    powers = [k for k in moving if forms.atoms[k].kind == "exp" and _slope(forms, k, letter)]
    if len(moving) > 1 and powers == moving and fails_somewhere():
        return len({tuple(exponents[k] for k in moving) for exponents in poly.monoms()}) - 1
    if len(moving) != 1 or not (moving == [letter] or _is_injective(forms, moving[0], letter)):
        raise Rejected("not one function of the unknown that takes no value twice")
    if used != moving:
        return int(poly.degrees()[moving[0]])
    roots = [root for root, _ in real_roots(univariate(poly, moving[0]))]
    with ctx.workprec(BITS[1]):
        return sum(forms.atoms[moving[0]].kind != "exp" or not root.ball() <= 0 for root in roots)


def _slope(forms: Forms, place: int, letter: int) -> fmpq_mpoly | None:
    """Of a real function of a x + b: a up to a fixed factor; None for other ones."""
    inside = forms.atoms[place].inside
    slope = inside.num.derivative(letter)
    parts = (slope, inside.num - slope * RING.gen(letter), inside.den)
    moved = any(
        forms.moves(k, letter) for part in parts for k, n in enumerate(part.degrees()) if n > 0
    )
    return slope if not moved and forms.atoms[place].real else None


def _is_injective(forms: Forms, place: int, letter: int) -> bool:
    """e^(a x + b), a root or the logarithm of a x + b > 0; a is not 0."""
    atom = forms.atoms[place]
    inside, slope = atom.inside, _slope(forms, place, letter)
    positive = any(
        kind == ">" and (value / inside).rational is not None for value, kind in forms.needs
    )
    return (
        slope is not None
        and 2 in (forms.sign(slope), forms.sign(-slope))
        and (atom.kind in ("exp", "root") or (atom.kind == "log" and positive))
    )


CHECKS: dict[tuple[type, type], Callable[[Any, Any], bool]] = {
    (Equal, AtPoint): _equal_numbers,
    (Equal, NormalForm): _equal_forms,
    (Different, AtPoint): _different,
    (Holds, AtPoint): _true_there,
    (Fails, AtPoint): _fails,
    (Follows, Cells): _cells,
    (Follows, Ratio): _ratio,
    (Follows, Combination): _combination,
    (Follows, Cases): _cases,
    (Follows, BothWays): _both_ways,
    (Follows, GivenValues): _given_values,
    (Follows, Listed): _listed,
}
