"""Equality of two expressions: decided, or said to be undecided."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import partial
from itertools import islice

from flint import arb, ctx, fmpz

from mathviz_chat.core.kernel.build import number
from mathviz_chat.core.kernel.complex_numbers import decide_complex, is_complex
from mathviz_chat.core.kernel.decision import Decision, Outcome, Witness
from mathviz_chat.core.kernel.domain import Need, differences, restrictions
from mathviz_chat.core.kernel.enclosure import Point, enclose
from mathviz_chat.core.kernel.evaluation import shown_value
from mathviz_chat.core.kernel.facts import Facts, gather, relevant
from mathviz_chat.core.kernel.limits import Declined
from mathviz_chat.core.kernel.matrices import decide_matrices, has_matrix
from mathviz_chat.core.kernel.measuring import measure
from mathviz_chat.core.kernel.normalform import NormalForms
from mathviz_chat.core.kernel.preparation import prepare
from mathviz_chat.core.kernel.rational import rational
from mathviz_chat.core.kernel.sampling import points
from mathviz_chat.core.kernel.separation import sign
from mathviz_chat.core.kernel.substitution import substitute, variables
from mathviz_chat.core.kernel.sums import decide_open_sum, has_open_sum
from mathviz_chat.core.kernel.units import without_units
from mathviz_chat.core.reading.tree import Expr, Statement, Sub

SAMPLE_BITS = 64
PROBABLE_BITS = 512  # at each point: a ball of this precision around 0
PROBABLE_POINTS = 20
WITNESS_DIGITS = (6, 12, 24, 60)
QUICK_POINTS = 8  # tried before a proof

NORMAL_FORM = "normal form of the difference"
RATIONAL = "exact rational arithmetic"
SEPARATION = "ball arithmetic with a separation bound"
BALLS = "ball arithmetic"


def undecided(reason: str, method: str = "none") -> Decision:
    return Decision(Outcome.UNDECIDED, method, reason)


def identity(
    left: Expr,
    right: Expr,
    *,
    facts: tuple[Statement, ...] = (),
    complex_domain: bool = False,
) -> Decision:
    """Are the two equal for all real values of the variables at which both are defined?

    facts: conditions that may be used: ``x > 0``, ``x = 5`` (values and signs of symbols).
    complex_domain: the constant i may occur; the variables stay real.
    ``conditions`` of the answer are the restrictions that one side makes and the other does not,
    ``x != 1``: where they fail, only one side is defined.
    Never raises: what is too large or not understood is undecided, with the reason.
    """
    try:
        measure(left, right, *facts)
        known = gather(relevant(facts, {*variables(left), *variables(right)}))
        first, second = without_units(
            substitute(left, known.values), substitute(right, known.values)
        )
        if has_matrix(first) or has_matrix(second):
            return decide_matrices(first, second, partial(identity, facts=facts))
        if has_open_sum(first) or has_open_sum(second):
            return _unless_open(_decide_sum(first, second), known)
        if complex_domain or is_complex(first) or is_complex(second):
            return _unless_open(decide_complex(first, second), known)
        first, second = prepare(first), prepare(second)
        if variables(first) or variables(second):
            trees = (first, second, *(expr for expr, _ in known.signs))
            names = tuple(sorted({name for tree in trees for name in variables(tree)}))
            return _decide_for_all(first, second, names, known)
        return _decide_numbers(first, second)
    except (Declined, ValueError) as error:
        return undecided(str(error))


def _unless_open(decision: Decision, facts: Facts) -> Decision:
    """A refutation that did not look at the facts stands only where there are none left."""
    if decision.outcome is Outcome.REFUTED and (facts.signs or not facts.complete):
        return undecided("the sides differ, but perhaps not where the facts hold", BALLS)
    return decision


def _decide_sum(left: Expr, right: Expr) -> Decision:
    total, closed = (left, right) if has_open_sum(left) else (right, left)
    decision = decide_open_sum(total, closed, identity)
    return decision or undecided("a sum whose closed form was neither proved nor refuted")


# ------------------------------------------------------------------------------- numbers


def _decide_numbers(left: Expr, right: Expr) -> Decision:
    first, second = rational(left), rational(right)
    if first is not None and second is not None:
        if first == second:
            return Decision(Outcome.PROVED, RATIONAL, "both sides are the same number")
        return _refuted_at({}, left, right, RATIONAL)
    difference = Sub(left, right)
    found = sign(difference, {})
    if found is not None and found != 0:
        return _refuted_at({}, left, right, BALLS)
    if found == 0:
        return Decision(Outcome.PROVED, SEPARATION, "both sides are the same algebraic number")
    with ctx.workprec(2 * PROBABLE_BITS):
        ball = enclose(difference, {})
    if not ball.is_finite():
        return undecided("a side may be undefined", BALLS)
    try:
        proved = _same_form(NormalForms(left, right), left, right)
    except Declined:
        proved = False
    if proved:
        return Decision(Outcome.PROVED, NORMAL_FORM, "both sides have the same normal form")
    with ctx.workprec(2 * PROBABLE_BITS):
        if not abs(ball) < arb(2) ** fmpz(-PROBABLE_BITS):
            return undecided("the values could not be computed closely enough", BALLS)
    return Decision(Outcome.PROBABLE, BALLS, f"both sides agree to {PROBABLE_BITS // 4} digits")


def _refuted_at(point: Point, left: Expr, right: Expr, method: str) -> Decision:
    witness = _witness(point, left, right)
    return Decision(Outcome.REFUTED, method, "the two sides have different values", witness)


def _witness(point: Point, left: Expr, right: Expr) -> Witness:
    values = tuple((name, number(value.value or 0)) for name, value in sorted(point.items()))
    for digits in WITNESS_DIGITS:
        first, second = (shown_value(side, point, digits) for side in (left, right))
        if first is None or second is None or rational(first) != rational(second):
            return Witness(values, first, second)
    return Witness(values, note="the values differ after many digits")


# ------------------------------------------------------------------------------- variables


def _decide_for_all(left: Expr, right: Expr, names: tuple[str, ...], facts: Facts) -> Decision:
    """A few points first, then the normal form, then all the points."""
    source = points(names, str((left, right)))
    few = list(islice(source, QUICK_POINTS))
    defined, different = _sample(left, right, few, facts)
    if not defined:
        defined, different = _sample(left, right, source, facts)
    why = "no point was found where both sides are defined"
    if different is None and defined:
        proof, why = _proof(left, right, facts)
        if proof is not None:
            return proof
        more, different = _sample(left, right, source, facts)
        defined += more
    if different is None:
        return _probable(left, right, defined, why, facts)
    if not facts.complete:
        return undecided("the sides differ, but perhaps not where the facts hold", BALLS)
    return _friendliest(left, right, few, facts, different)


def _sample(
    left: Expr, right: Expr, candidates: Iterable[Point], facts: Facts
) -> tuple[list[Point], Point | None]:
    """The points at which both sides are certainly defined, and the first where they differ."""
    difference = Sub(left, right)
    defined: list[Point] = []
    for point in candidates:
        with ctx.workprec(SAMPLE_BITS):
            ball = enclose(difference, point)
        if not ball.is_finite() or not facts.allow(point):
            continue
        defined.append(point)
        if not ball.contains(0):
            return defined, point
    return defined, None


def _friendliest(
    left: Expr, right: Expr, candidates: list[Point], facts: Facts, first: Point
) -> Decision:
    """The refutation at the first of a few points where both values are fractions."""
    difference = Sub(left, right)
    for point in candidates:
        with ctx.workprec(SAMPLE_BITS):
            ball = enclose(difference, point)
        if not ball.is_finite() or ball.contains(0) or not facts.allow(point):
            continue
        found = _refuted_at(point, left, right, BALLS)
        if found.witness is not None and _is_short(found.witness):
            return found
    return _refuted_at(first, left, right, BALLS)


def _is_short(witness: Witness) -> bool:
    values = [rational(side) for side in (witness.left, witness.right) if side is not None]
    return len(values) == 2 and all(value is not None and value.q < 1000 for value in values)


def _proof(left: Expr, right: Expr, facts: Facts) -> tuple[Decision | None, str]:
    """The proof by normal forms, or why there is none."""
    try:
        forms = NormalForms(left, right, *(expr for expr, _ in facts.signs))
        _learn_signs(forms, left, right, facts)
        if not _same_form(forms, left, right):
            return None, "the difference was not brought to 0"
        conditions = differences(left, right)
    except Declined as error:
        return None, str(error)
    reason = "both sides have the same normal form"
    return Decision(Outcome.PROVED, NORMAL_FORM, reason, None, conditions), reason


def _learn_signs(forms: NormalForms, left: Expr, right: Expr, facts: Facts) -> None:
    """What is certain wherever both sides are defined and the facts hold."""
    for core in (left, right):
        for restriction in restrictions(core):
            if restriction.need is not Need.NONZERO:
                forms.assume_nonnegative(restriction.expr)
    for expr, allowed in facts.signs:
        if -1 not in allowed:
            forms.assume_nonnegative(expr)
        elif 1 not in allowed:
            forms.assume_nonnegative(Sub(number(0), expr))


def _same_form(forms: NormalForms, left: Expr, right: Expr) -> bool:
    return forms.is_zero(forms.of(left) - forms.of(right))


def _probable(left: Expr, right: Expr, defined: list[Point], why: str, facts: Facts) -> Decision:
    """Numeric evidence only; a difference at a higher precision still refutes."""
    difference = Sub(left, right)
    agreeing = 0
    for point in defined:
        with ctx.workprec(PROBABLE_BITS):
            ball = enclose(difference, point)
            if ball.is_finite() and not ball.contains(0):
                if not facts.complete:
                    return undecided(why, BALLS)
                return _refuted_at(point, left, right, BALLS)
            agreeing += ball.is_finite() and bool(abs(ball) < arb(2) ** fmpz(-PROBABLE_BITS // 2))
    if agreeing >= PROBABLE_POINTS:
        reason = f"both sides agree at {agreeing} points to {PROBABLE_BITS // 7} digits; {why}"
        return Decision(Outcome.PROBABLE, BALLS, reason)
    return undecided(why, BALLS)


# ------------------------------------------------------------------------------- rounding


def approximately(left: Expr, right: Expr, places: int) -> Decision:
    """Is ``right`` the value of ``left`` rounded to ``places`` decimals?

    Exact: |left - right| <= 10^-places / 2, so a tie may be rounded either way. A negative number
    of places rounds to tens, hundreds, ...
    """
    try:
        measure(left, right)
        first, second = without_units(left, right)
        first, second = prepare(first), prepare(second)
        if variables(first) or variables(second):
            return undecided("rounding is judged between numbers only")
        half = Fraction(1, 2) / Fraction(10) ** max(-1000, min(1000, places))
        above = sign(Sub(Sub(first, second), number(half)), {})
        below = sign(Sub(Sub(second, first), number(half)), {})
        if 1 in (above, below):
            return _refuted_at({}, first, second, BALLS)
        if above is None or below is None:
            return undecided("the value lies too near the middle between two decimals", BALLS)
        reason = f"they differ by at most half a unit of decimal place {places}"
        return Decision(Outcome.PROVED, BALLS, reason)
    except Declined as error:
        return undecided(str(error))
