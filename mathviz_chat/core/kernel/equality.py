"""Equality of two expressions: points that refute it, and certificates that prove it.

Nothing here is trusted: every answer that is certain carries a proof of the core.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, TypeAlias

from flint import arb, ctx, fmpq, fmpz

from mathviz_chat.core.kernel.build import number
from mathviz_chat.core.kernel.decision import Decision, Outcome, Witness
from mathviz_chat.core.kernel.domain import differences
from mathviz_chat.core.kernel.elaboration import elaborate
from mathviz_chat.core.kernel.evaluation import shown_value
from mathviz_chat.core.kernel.facts import Facts, gather
from mathviz_chat.core.kernel.hints import hints
from mathviz_chat.core.kernel.lemmas import lemmas
from mathviz_chat.core.kernel.limits import Declined, Unsupported, sentence
from mathviz_chat.core.kernel.rational import rational, to_fraction
from mathviz_chat.core.kernel.sampling import points
from mathviz_chat.core.kernel.substitution import substitute, variables
from mathviz_chat.core.proof.balls import Balls, ComplexBalls
from mathviz_chat.core.proof.claims import AtPoint, Different, Equal, NormalForm
from mathviz_chat.core.proof.forms import Hints
from mathviz_chat.core.proof.notation import Rationals
from mathviz_chat.core.proof.points import Exact
from mathviz_chat.core.proof.proving import Proof, prove
from mathviz_chat.core.reading.tree import (
    Add,
    Expr,
    Mul,
    Neg,
    Number,
    Pow,
    Statement,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import has, kinds, parts

Place: TypeAlias = tuple[tuple[str, Expr], ...]  # values for all letters, by name

SAMPLE_BITS = 64
PROBABLE_BITS = 512  # at each point: a ball of this precision around 0
PROBABLE_POINTS = 20
WITNESS_DIGITS = (6, 12, 24, 60)
QUICK_POINTS = 8  # among which the friendliest refutation is looked for
POLYNOMIAL = frozenset({Number, Symbol, Neg, Add, Sub, Mul, Pow})

NORMAL_FORM = "normal form of the difference"
COMPLEX_FORM = "normal form with i^2 = -1"
RATIONAL = "exact rational arithmetic"
EXACT = "exact sign of the difference"
BALLS = "ball arithmetic"
SAME_NUMBER = "both sides are the same number"


def undecided(reason: str, method: str = "none") -> Decision:
    return Decision(Outcome.UNDECIDED, method, reason)


@dataclass(frozen=True)
class Question:
    """Are the two equal wherever the facts hold and both are defined?"""

    left: Expr
    right: Expr
    facts: tuple[Statement, ...]
    complex_domain: bool

    @cached_property
    def known(self) -> Facts:
        return gather(self.facts)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The letters that a point gives values to; those of the facts among them."""
        trees = (self.left, self.right, *self.facts)
        return tuple(sorted({n for t in trees for n in variables(t)} - set(self.known.values)))

    @cached_property
    def hints(self) -> Hints:
        return hints(self.left, self.right, *self.facts, complex_domain=self.complex_domain)

    @cached_property
    def difference(self) -> Expr:
        return Sub(self.left, self.right)

    @property
    def is_of_polynomials(self) -> bool:
        """As far as their signs tell, without any facts."""
        found = kinds(self.left) | kinds(self.right)
        return not self.facts and not self.complex_domain and found <= POLYNOMIAL

    def at(self, point: Place) -> Any:
        """A ball around the difference, at FLINT's precision; not finite where undefined."""
        letters = dict(point)
        return (ComplexBalls if self.complex_domain else Balls)(letters).value(self.difference)

    def points(self) -> Iterator[Place]:
        """Points that satisfy the facts, the same ones every time."""
        for place in points(self.names, (self.left, self.right)) if self.names else [{}]:
            values = {name: number(value) for name, value in place.items()}
            given = self.known.values.items()
            values |= {name: substitute(tree, values) for name, tree in given}
            point = tuple(sorted(values.items()))
            if not self.facts or self._allows(point):
                yield point

    def _allows(self, point: Place) -> bool:
        at = Exact(self.hints, dict(point))
        try:
            return all(map(at.truth, self.facts))
        except Declined:
            return False


def find_equality(
    left: Expr, right: Expr, facts: tuple[Statement, ...], complex_domain: bool
) -> Decision:
    """The answer, with its proof where it is certain. Raises Declined."""
    question = Question(left, right, facts, complex_domain)
    if not complex_domain and not variables(left) and not variables(right):
        return _decide_numbers(question)
    return _decide_for_all(question)


# ------------------------------------------------------------------------------- numbers


def _decide_numbers(question: Question) -> Decision:
    left, right = question.left, question.right
    values = _fractions(left, right)
    if values is not None:
        if values[0] != values[1]:
            first, second = (number(to_fraction(value)) for value in values)
            shown = Witness((), first, second)
            return refuted(question, (), RATIONAL, shown)
        proof = prove(Equal(left, right), AtPoint())
        return Decision(Outcome.PROVED, RATIONAL, SAME_NUMBER, proofs=(proof,))
    with ctx.workprec(SAMPLE_BITS):
        ball = question.at(())
    if ball.is_finite() and not ball.contains(0):
        return refuted(question, (), BALLS)
    why = "One of the sides may have no value."
    try:
        proof = prove(Equal(left, right), AtPoint(question.hints))
        return Decision(Outcome.PROVED, EXACT, SAME_NUMBER, proofs=(proof,))
    except Declined as error:
        why = sentence(error) if not ball.is_finite() else why
    with ctx.workprec(2 * PROBABLE_BITS):
        ball = question.at(())
    if ball.is_finite() and not ball.contains(0):
        return refuted(question, (), BALLS)
    if not ball.is_finite():
        return undecided(why, BALLS)
    if not abs(ball) < arb(2) ** fmpz(-PROBABLE_BITS):
        return undecided("The values could not be computed closely enough.", BALLS)
    return Decision(Outcome.PROBABLE, BALLS, f"Both sides agree to {PROBABLE_BITS // 4} digits.")


def _fractions(left: Expr, right: Expr) -> tuple[fmpq, fmpq] | None:
    """Their values, where rational arithmetic reaches both."""
    try:
        return Rationals().value(left), Rationals().value(right)
    except Unsupported:
        return None


def refuted(
    question: Question, point: Place, method: str, witness: Witness | None = None
) -> Decision:
    """The refutation at a point. Raises Declined where it is not confirmed."""
    claim = Different(question.left, question.right, point, question.facts, question.complex_domain)
    proof = prove(claim, AtPoint(question.hints))
    reason = "the two sides have different values"
    shown = witness or _witness(question, point)
    return Decision(Outcome.REFUTED, method, reason, shown, (), (proof,))


def _witness(question: Question, point: Place) -> Witness:
    given = question.known.values
    shown = tuple((n, value) for n, value in point if n not in given)
    if question.complex_domain:
        return Witness(shown)
    sides = [substitute(elaborate(side), dict(point)) for side in (question.left, question.right)]
    for digits in WITNESS_DIGITS:
        first, second = (shown_value(side, {}, digits) for side in sides)
        if first is None or second is None or rational(first) != rational(second):
            return Witness(shown, first, second)
    return Witness(shown, note="the values differ after many digits")


# ------------------------------------------------------------------------------- variables


def _decide_for_all(question: Question) -> Decision:
    """One point where both are defined, then the normal form, then all the points.

    Between polynomials the normal form comes first: they are defined everywhere, and short.
    """
    if question.is_of_polynomials:
        proof, _ = proved_equal(question, next(question.points()))
        if proof is not None:
            return proof
    source = question.points()
    defined, different, why = _sample(question, source, most=1)
    if different is None and defined:
        proof, why = proved_equal(question, defined[0])
        if proof is not None:
            return proof
        more, different, _ = _sample(question, source)
        defined += more
    if different is None:
        return _probable(question, defined, why)
    return _friendliest(question, different)


def _sample(
    question: Question, candidates: Iterable[Place], most: int | None = None
) -> tuple[list[Place], Place | None, str]:
    """Points where both sides are certainly defined, the first where they differ, or why not."""
    defined: list[Place] = []
    why = "No values were found for which both sides are defined."
    for point in candidates:
        try:
            with ctx.workprec(SAMPLE_BITS):
                ball = question.at(point)
        except Declined as error:
            why = sentence(error)
            continue
        if ball.is_finite():
            defined.append(point)
            if not ball.contains(0):
                return defined, point, why
            if len(defined) == most:
                break
    return defined, None, why


def _friendliest(question: Question, first: Place) -> Decision:
    """The refutation at the first of a few points where both values are fractions."""
    for point in _sample(question, islice(question.points(), QUICK_POINTS))[0]:
        with ctx.workprec(SAMPLE_BITS):
            ball = question.at(point)
        if not ball.contains(0) and _is_short(_witness(question, point)):
            return refuted(question, point, BALLS)
    return refuted(question, first, BALLS)


def _is_short(witness: Witness) -> bool:
    values = [rational(side) for side in (witness.left, witness.right) if side is not None]
    return len(values) == 2 and all(value is not None and value.q < 1000 for value in values)


def proved_equal(question: Question, point: Place) -> tuple[Decision | None, str]:
    """The proof by normal forms, or why there is none."""
    why = ""
    for facts, with_conditions in _attempts(question):
        try:
            conditions = _conditions(question) if with_conditions else ()
            proof = _form(question, point, facts, conditions)
        except Declined as error:
            why = sentence(error)
            continue
        method = COMPLEX_FORM if question.complex_domain else NORMAL_FORM
        reason = "both sides have the same normal form"
        return Decision(Outcome.PROVED, method, reason, None, conditions, (proof,)), reason
    return None, why


def _attempts(question: Question) -> Iterator[tuple[tuple[Statement, ...], bool]]:
    """Facts to use, and whether the domains differ; from the cheapest to the strongest."""
    trees = (question.left, question.right)
    powers = [node for tree in trees if has(tree, Pow) for node in parts(tree) if type(node) is Pow]
    restricted = any(variables(node.exponent) for node in powers)
    for facts in ((), question.facts) if question.facts else ((),):
        if not restricted:
            yield facts, False
        yield facts, True


def _conditions(question: Question) -> tuple[Statement, ...]:
    sides = (substitute(side, question.known.values) for side in (question.left, question.right))
    return differences(*map(elaborate, sides))


def _form(
    question: Question,
    point: Place,
    facts: tuple[Statement, ...],
    conditions: tuple[Statement, ...],
) -> Proof:
    """Raises Declined. The point need not satisfy the conditions: another one is looked for."""
    claim = Equal(question.left, question.right, facts, conditions, question.complex_domain)
    used = lemmas(question.hints, question.left, question.right)
    certificate = NormalForm(question.hints, point, used)
    if not conditions:
        return prove(claim, certificate)
    at = (other for other in question.points() if _meets(question, other, conditions))
    return prove(claim, NormalForm(question.hints, next(at, point), used))


def _meets(question: Question, point: Place, conditions: tuple[Statement, ...]) -> bool:
    try:
        with ctx.workprec(SAMPLE_BITS):
            finite = question.at(point).is_finite()
        return bool(finite) and all(map(Exact(question.hints, dict(point)).truth, conditions))
    except Declined:
        return False


def _probable(question: Question, defined: list[Place], why: str) -> Decision:
    """Numeric evidence only; a difference at a higher precision still refutes."""
    agreeing = 0
    for point in defined:
        with ctx.workprec(PROBABLE_BITS):
            ball = question.at(point)
            if ball.is_finite() and not ball.contains(0):
                return refuted(question, point, BALLS)
            agreeing += ball.is_finite() and bool(abs(ball) < arb(2) ** fmpz(-PROBABLE_BITS // 2))
    if agreeing >= PROBABLE_POINTS:
        reason = f"Both sides agree at {agreeing} points to {PROBABLE_BITS // 7} digits. {why}"
        return Decision(Outcome.PROBABLE, BALLS, reason)
    return undecided(why, BALLS)
