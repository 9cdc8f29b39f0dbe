"""What the core must accept and, with the reason of each row, what it must reject."""

from __future__ import annotations

from fractions import Fraction

import pytest

from mathviz_chat.core.kernel import Decision, Outcome, compare_conditions, identity
from mathviz_chat.core.kernel.cofactors import combination
from mathviz_chat.core.proof import claims
from mathviz_chat.core.proof.claims import (
    AtPoint,
    BothWays,
    Cases,
    Cells,
    Certificate,
    Claim,
    Combination,
    Different,
    Equal,
    Fails,
    Follows,
    GivenValues,
    Holds,
    Listed,
    NormalForm,
    Ratio,
)
from mathviz_chat.core.proof.forms import Hints
from mathviz_chat.core.proof.points import AlgebraicReal
from mathviz_chat.core.proof.polynomials import ONE, RING, Declined
from mathviz_chat.core.proof.proving import Proof, prove
from mathviz_chat.core.reading.tree import Statement
from tests.core.kernel.reading_helpers import expr, statement

ZERO = RING.constant(0)
PLAIN, ROOTS, ANGLES = Hints(), Hints(index=2), Hints(order=8)
AT_2 = (("x", expr("2")),)
SQRT_2 = AlgebraicReal((Fraction(-2), Fraction(0), Fraction(1)), 1)


def equal(left: str, right: str, *conditions: str, facts: tuple[str, ...] = ()) -> Equal:
    given = tuple(map(statement, facts))
    return Equal(expr(left), expr(right), given, tuple(map(statement, conditions)))


def follows(before: str, after: str, *conditions: str, both: bool = False) -> Follows:
    given = tuple(statement(part) for part in before.split("; "))
    return Follows(given, statement(after), tuple(map(statement, conditions)), both)


def form(at: str = "2", hints: Hints = PLAIN, *lemmas: tuple[str, str, int]) -> NormalForm:
    pairs = tuple((expr(a), expr(b), k) for a, b, k in lemmas)
    return NormalForm(hints, (("x", expr(at)),), pairs)


def cells(hints: Hints = PLAIN) -> Cells:
    return Cells(hints, "x")


def listed(*values: str) -> Listed:
    return Listed(PLAIN, "x", tuple(map(expr, values)))


def row(multiplier: int, *cofactors: int) -> Combination:
    polys = tuple(ONE * cofactor if cofactor else ZERO for cofactor in cofactors)
    return Combination(PLAIN, ((ONE * multiplier if multiplier else ZERO, polys),))


SURD = ("sqrt(2)", "2*cos(pi/4)", 2)
SYSTEM = "x + y = 5; x - y = 1"

ACCEPTED: list[tuple[Claim, Certificate, str]] = [
    (equal("0.1 + 0.2", "0.3"), AtPoint(), "exact rational arithmetic"),
    (equal("sqrt(2)*sqrt(3)", "sqrt(6)"), AtPoint(ROOTS), "radicals of primes"),
    (equal("sqrt(5 + 2*sqrt(6))", "sqrt(2) + sqrt(3)"), AtPoint(ROOTS), "a root of a resultant"),
    (equal("(x + 1)^2", "x^2 + 2x + 1"), form(), "polynomials"),
    (equal("(x^2 - 1)/(x - 1)", "x + 1", "x != 1"), form(), "with the excluded point"),
    (equal("sqrt(x)^2", "abs(x)", "x >= 0"), form(hints=ROOTS), "with the sign that is needed"),
    (equal("sqrt(x^2)", "x", facts=("x > 0",)), form(hints=ROOTS), "a sign that is a fact"),
    (equal("sin(2x)", "2*sin(x)*cos(x)"), form(hints=ANGLES), "a double angle"),
    (equal("sqrt(2)*x", "2*cos(pi/4)*x"), form("2", ANGLES, SURD), "a lemma: equal squares"),
    (equal("d/dx(x^3*e^x)", "3x^2*e^x + x^3*e^x"), form(), "a derivative, by its rules"),
    (Different(expr("x^2"), expr("2x"), (("x", expr("3")),)), AtPoint(), "9 and 6"),
    (Holds(statement("x^2 = 2"), (("x", SQRT_2),)), AtPoint(), "an algebraic number put in"),
    (Holds(statement("1/x > 0"), (("x", expr("0")),), value=False), AtPoint(), "not defined"),
    (follows("x^2 = 9", "x = 3 or x = -3", both=True), cells(), "both roots"),
    (follows("x = 3", "x^2 = 9"), cells(), "a root gained"),
    (follows("-2x < 6", "x > -3", both=True), Ratio(PLAIN), "the sign flips"),
    (follows("a*x = a*b", "x = b", "a != 0"), Ratio(PLAIN), "the factor is a condition"),
    (
        follows("(x^2 + 1)*(x - 5) >= 0", "x >= 5", both=True),
        Ratio(PLAIN),
        "what it is divided by is never 0",
    ),
    (follows(SYSTEM, "2x = 6"), row(1, 1, 1), "the sum of both"),
    (follows("x = 2 or x = -2", "x^2 = 4"), Cases((cells(), cells())), "each case"),
    (follows("a = 3", "a^2 = 9"), GivenValues(PLAIN), "a value put in"),
    (follows("2^x = 8", "x = 3"), listed("3"), "an exponential takes no value twice"),
    (follows("e^x = -1", "0 = 1"), listed(), "an exponential is never negative"),
    (follows("6^x = 36", "x = 2"), listed("2"), "two powers: one zero at most"),
    (
        follows("36^x - 7*6^x + 6 = 0", "x^2 = x"),
        listed("0", "1"),
        "three: two at most",
    ),
    (follows("2^x = 3^x", "x = 0"), listed("0"), "powers of different bases"),
    (
        follows("x + 1 = 2", "x = 1", both=True),
        BothWays(Ratio(PLAIN), cells()),
        "one certificate for each direction",
    ),
]

REJECTED: list[tuple[Claim, Certificate, str]] = [
    (equal("0.1 + 0.2", "0.31"), AtPoint(), "another number"),
    (equal("1/0", "1/0"), AtPoint(), "no number at all"),
    (equal("sqrt(2)", "1.41421356237309504880168872420969807857"), AtPoint(ROOTS), "only near"),
    (equal("(x + 1)^2", "x^2 + 1"), form(), "the normal forms differ"),
    (equal("(x^2 - 1)/(x - 1)", "x + 1"), form(), "the excluded point is missing"),
    (equal("(x^2 - 1)/(x - 1)", "x + 1", "x != -1"), form(), "another point is excluded"),
    (equal("x/x", "1", "x > 0"), form("-1"), "the condition does not hold at the point"),
    (equal("ln(x^2)", "2*ln(x)", "x != 0"), form(), "the right side needs x > 0"),
    (equal("1/(x - x)", "1/(x - x)"), form(), "nothing is defined anywhere"),
    (equal("sqrt(x)^2", "abs(x)"), form(hints=ROOTS), "x >= 0 is not granted by its own need"),
    (equal("sqrt(x)", "sqrt(abs(x))"), form(hints=ROOTS), "nor by a need that is always met"),
    (equal("exp(ln(x))", "abs(x)"), form(), "the left side alone needs x > 0"),
    (equal("sqrt(x - 3)", "sqrt(x - 3)"), form("2"), "not defined at the point named"),
    (equal("sqrt(x^2)", "x"), form(hints=ROOTS), "the sign of x is not known"),
    (equal("sqrt(x^2)", "x", facts=("x > -1",)), form(hints=ROOTS), "nor by this fact"),
    (equal("sqrt(x^2)", "x", facts=("x > 0",)), form("-2", ROOTS), "the fact fails at the point"),
    (
        equal("sqrt(2)*x", "-2*cos(pi/4)*x"),
        form("2", ANGLES, ("sqrt(2)", "-2*cos(pi/4)", 2)),
        "a wrong relation: equal squares, but one side is negative",
    ),
    (
        equal("sqrt(2)*x", "cos(pi/4)*x"),
        form("2", ANGLES, ("sqrt(2)", "cos(pi/4)", 2)),
        "a wrong relation: the squares differ",
    ),
    (
        equal("x", "abs(x)"),
        form("2", PLAIN, ("x", "abs(x)", 2)),
        "a wrong relation: a side whose sign is not known",
    ),
    (
        equal("x", "x"),
        form("2", PLAIN, ("1/(x - 2)", "1/(x - 2)", 1)),
        "a lemma that is not defined where both sides are",
    ),
    (equal("x + i", "x + i"), form(), "the imaginary unit over the reals"),
    (Different(expr("x^2"), expr("2x"), AT_2), AtPoint(), "both are 4 there"),
    (Different(expr("1/x"), expr("2"), (("x", expr("0")),)), AtPoint(), "undefined, not different"),
    (Different(expr("x"), expr("2"), ()), AtPoint(), "a letter without a value"),
    (
        Different(expr("sqrt(x^2)"), expr("x"), (("x", expr("-1")),), (statement("x > 0"),)),
        AtPoint(),
        "a point at which a fact fails",
    ),
    (Holds(statement("x^2 = 2"), (("x", expr("1.41421356")),)), AtPoint(), "rounded"),
    (follows("x^2 = 9", "x = 3"), cells(), "a root is missing"),
    (follows("x = 3", "x^2 = 9", both=True), cells(), "the way back gains a root"),
    (follows("x*(x - 1) = 0", "x - 1 = 0"), cells(), "divided by x: 0 is lost"),
    (follows("(x - 1)/(x - 1) = 1", "x = x", both=True), cells(), "x = 1 was excluded"),
    (follows("x^2 < 4", "x < 2", both=True), cells(), "half of an interval"),
    (follows("floor(x) = x", "x = 1"), cells(), "a function that jumps"),
    (follows("x + y = 5", "x = 5"), cells(), "two letters"),
    (follows("sin(x) = 0", "x = 0"), cells(), "no algebraic equation"),
    (follows("a*x = a*b", "x = b"), Ratio(PLAIN), "a may be 0"),
    (follows("ln(x) = y", "ln(abs(x)) = y", both=True), Ratio(PLAIN), "x < 0 is let in"),
    (follows("a*x = a*b", "x = b", "b != 0"), Ratio(PLAIN), "another letter is not 0"),
    (follows("x < y", "a*x < a*y", "a != 0"), Ratio(PLAIN), "the factor may be negative"),
    (follows("-2x < 6", "x < -3"), Ratio(PLAIN), "the sign was not flipped"),
    (follows("(x - 2)^2*(x - 5) >= 0", "x >= 5"), Ratio(PLAIN), "what it is divided by may be 0"),
    (
        follows("(x - 2)^2*(x - 5) < 0", "x < 5", both=True),
        Ratio(PLAIN),
        "the same: x = 2 is let in",
    ),
    (follows("2x <= 6", "x < 3"), Ratio(PLAIN), "another relation sign"),
    (follows(SYSTEM, "2x = 6"), Ratio(PLAIN, (0,)), "no multiple of the first"),
    (follows(SYSTEM, "2x = 6"), Ratio(PLAIN, ()), "no old relation is named"),
    (follows(SYSTEM, "x + y = 5", both=True), Ratio(PLAIN, (0,)), "the second is not covered"),
    (follows(SYSTEM, "2x = 6"), row(1, 1, -1), "a wrong cofactor"),
    (follows(SYSTEM, "2x = 6"), row(0, 0, 0), "0 = 0 says nothing: the multiplier is 0"),
    (follows(SYSTEM, "2x = 6"), Combination(PLAIN, ()), "an equation without its row"),
    (follows("x < 5; y < 1", "x + y < 6"), row(1, 1, 1), "inequalities are not added here"),
    (follows("x*y = 6", "y = 6/x"), row(1, 1), "not defined where x is 0"),
    (follows("x = 2 or x = -2", "x = 2"), Cases((cells(), cells())), "the second case fails"),
    (follows("x = 2 or x = -2", "x^2 = 4"), Cases((cells(),)), "a case is missing"),
    (follows("x = 2", "x^2 = 4"), Cases((cells(),)), 'no "or"'),
    (follows("a = 3", "a^2 = 6"), GivenValues(PLAIN), "a value put in wrongly"),
    (follows("a = a + 1", "a = 7"), GivenValues(PLAIN), "a value that holds its own letter"),
    (follows("e^(2x) - 3e^x + 2 = 0", "x = 0"), listed("0"), "a solution is missing"),
    (follows("e^(2x) - 3e^x + 2 = 0", "x = 0"), listed("0", "0"), "counted twice"),
    (follows("2^x = 8", "x = 4"), listed("4"), "no solution"),
    (follows("6^x = 36", "x = 3"), listed("3"), "no solution, powers of 2 and 3"),
    (follows("36^x - 7*6^x + 6 = 0", "x = 0"), listed("0"), "one of at most two zeros"),
    (follows("6^x = 2^x*3^x", "0 = 1"), listed(), "holds everywhere"),
    (follows("6^(x^2) = 6", "x = 1"), listed("1"), "powers of the square"),
    (follows("6^x = x + 5", "x = 1"), listed("1"), "the unknown beside its powers"),
    (follows("6^x*sin(x) = 0", "x = 0"), listed("0"), "a sine beside powers"),
    (follows("a*6^x = 0", "0 = 1"), listed(), "a letter that may be 0"),
    (follows("e^(x^2) = e", "x = 1"), listed("1"), "a function that takes values twice"),
    (follows("x + e^x = 1", "x = 0"), listed("0"), "two functions of the unknown"),
    (
        follows("x = 3", "x^2 = 9", both=True),
        BothWays(cells(), cells()),
        "the way back is not proved",
    ),
    (Fails((statement("x^2 = 9"),), statement("x = 3"), (("x", expr("3")),)), AtPoint(), "kept"),
    (Fails((statement("x^2 = 9"),), statement("x = 3"), AT_2), AtPoint(), "no solution at all"),
    (follows("x = 3", "x^2 = 9"), form(), "a certificate for another kind of claim"),
    (equal("x", "x"), cells(), "a certificate for another kind of claim"),
]


def ids(rows: list[tuple[Claim, Certificate, str]]) -> list[str]:
    return [f"{k} {why}" for k, (_, _, why) in enumerate(rows)]


@pytest.mark.parametrize(("claim", "certificate", "why"), ACCEPTED, ids=ids(ACCEPTED))
def test_accepted(claim: Claim, certificate: Certificate, why: str) -> None:
    proof = prove(claim, certificate)
    assert (proof.claim, proof.certificate) == (claim, certificate), why


@pytest.mark.parametrize(("claim", "certificate", "why"), REJECTED, ids=ids(REJECTED))
def test_rejected(claim: Claim, certificate: Certificate, why: str) -> None:
    with pytest.raises(Declined):
        prove(claim, certificate)


def test_a_proof_is_made_nowhere_else() -> None:
    with pytest.raises(TypeError):
        Proof(equal("1", "2"), AtPoint(), object())


def test_nothing_is_certain_without_a_proof() -> None:
    for outcome in (Outcome.PROVED, Outcome.REFUTED):
        assert Decision(outcome, "none", "I say so").outcome is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (SYSTEM, "x = 3 and y = 2"),
        ("y = x + 1; x^2 + y^2 = 25", "x^2 + (x + 1)^2 = 25"),
        ("x + y = 5; x*y = 6", "x^2 - 5x + 6 = 0"),
    ],
)
def test_found_cofactors_are_multiplied_out(before: str, after: str) -> None:
    claim = follows(before, after)
    found = combination(claim, PLAIN)
    assert prove(claim, found).claim == claim
    spoiled = tuple((m + ONE, cofactors) for m, cofactors in found.rows)
    with pytest.raises(Declined):
        prove(claim, Combination(PLAIN, spoiled))


def test_what_a_verdict_stands_on_can_be_proved_again() -> None:
    facts = (statement("x^2 = 9"),)
    found: list[Decision] = [
        identity(expr("(x^2 - 1)/(x - 1)"), expr("x + 1")),
        identity(expr("x^2"), expr("2x")),
        compare_conditions(facts, statement("x = 3 or x = -3"), unknowns=("x",))[0],
        compare_conditions(facts, statement("x = 3"), unknowns=("x",))[0],
    ]
    for decision in found:
        assert decision.proofs
        for proof in decision.proofs:
            assert prove(proof.claim, proof.certificate) == proof


def no_proof(claim: Claim, certificate: Certificate) -> Proof:
    raise claims.Rejected("never")


def test_without_the_core_nothing_is_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("equality", "rounding", "conditions", "certification", "ratios", "inverse"):
        monkeypatch.setattr(f"mathviz_chat.core.kernel.{module}.prove", no_proof)
    facts: tuple[Statement, ...] = (statement("x^2 = 9"),)
    outcomes = {
        identity(expr("x + x"), expr("2x")).outcome,
        identity(expr("2 + 2"), expr("4")).outcome,
        identity(expr("2 + 2"), expr("5")).outcome,
        compare_conditions(facts, statement("x = 3"), unknowns=("x",))[0].outcome,
    }
    assert outcomes <= {Outcome.UNDECIDED, Outcome.PROBABLE}
