"""Steps between conditions: how the new line is related to what went before."""

from __future__ import annotations

import pytest

from mathviz_chat.core.kernel import Outcome, compare_conditions, real_solutions
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Or
from mathviz_chat.core.verdict import Relation
from tests.core.kernel.reading_helpers import statement

PROVED, REFUTED = Outcome.PROVED, Outcome.REFUTED

ONE_UNKNOWN = [
    ("3x + 7 = 22", "3x = 15", PROVED, Relation.SAME_ROOTS, "subtract 7"),
    ("3x + 7 = 22", "x = 5", PROVED, Relation.SAME_ROOTS, "solved"),
    ("3x + 7 = 22", "x = 4", REFUTED, Relation.DIFFERENT, "a wrong root"),
    ("x^2 = 9", "x = 3 or x = -3", PROVED, Relation.SAME_ROOTS, "both roots"),
    ("x^2 = 9", "x = 3", REFUTED, Relation.ROOTS_LOST, "-3 is lost"),
    ("x^2 = x", "x = 1", REFUTED, Relation.ROOTS_LOST, "divided by x: 0 is lost"),
    ("sqrt(x + 3) = x + 1", "x + 3 = (x + 1)^2", PROVED, Relation.ROOTS_GAINED, "squared"),
    ("x = 5", "x^2 = 25", PROVED, Relation.ROOTS_GAINED, "squared"),
    ("x = 5", "x > 0", PROVED, Relation.ONLY_IMPLIED, "says less"),
    ("(x^2 - 1)/(x - 1) = 2", "x + 1 = 2", PROVED, Relation.ROOTS_GAINED, "x = 1 was excluded"),
    ("-2x < 6", "x > -3", PROVED, Relation.SAME_ROOTS, "the sign flips"),
    ("-2x < 6", "x < -3", REFUTED, Relation.DIFFERENT, "the sign was not flipped"),
    ("(x-2)^2*(x-5) >= 0", "x >= 5", REFUTED, Relation.ROOTS_LOST, "x = 2 is lost, a double zero"),
    ("(x-2)^2*(x-5) >= 0", "x >= 5 or x = 2", PROVED, Relation.SAME_ROOTS, "it is named"),
    ("(x-2)^2*(x-5) < 0", "x < 5", PROVED, Relation.ROOTS_GAINED, "x = 2 is let in"),
    ("(x-2)^2*(x-5) <= 0", "x <= 5", PROVED, Relation.SAME_ROOTS, "x = 2 fits both"),
    ("(x^2+1)*(x-5) >= 0", "x >= 5", PROVED, Relation.SAME_ROOTS, "no real zero to lose"),
    ("(x-5)/(x-2)^2 < 0", "x < 5", PROVED, Relation.ROOTS_GAINED, "x = 2 has no value"),
    ("abs(x)*(x-5) >= 0", "x >= 5", REFUTED, Relation.ROOTS_LOST, "0 is lost"),
    ("x^2 < 4", "x < 2", PROVED, Relation.ONLY_IMPLIED, "half of an interval"),
    ("x^2 < 4", "-2 < x < 2", PROVED, Relation.SAME_ROOTS, "a chain"),
    ("abs(x - 1) = 2", "x = 3 or x = -1", PROVED, Relation.SAME_ROOTS, "cases"),
    ("x^2 - 2 = 0", "x = sqrt(2) or x = -sqrt(2)", PROVED, Relation.SAME_ROOTS, "surds"),
    ("x^2 - 2 = 0", "x = 1.414 or x = -1.414", REFUTED, Relation.DIFFERENT, "rounded is not equal"),
    ("x^2 + 1 = 0", "0 = 1", PROVED, Relation.SAME_ROOTS, "no real solution on either side"),
    ("x^3 - 3x + 1 = 0", "2x^3 = 6x - 2", PROVED, Relation.SAME_ROOTS, "three irrational roots"),
    ("2*pi*r = 10", "r = 5/pi", PROVED, Relation.SAME_ROOTS, "a transcendental coefficient"),
    ("2^x = 8", "x = 3", PROVED, Relation.SAME_ROOTS, "an exponential equation"),
    ("2^x = 8", "x = 4", REFUTED, Relation.DIFFERENT, "an exponential equation, wrong root"),
    ("ln(x) = 2", "x = e^2", PROVED, Relation.SAME_ROOTS, "a logarithmic equation"),
    (
        "log_4(x + 3) - log_4(x) = 1",
        "x = 1",
        PROVED,
        Relation.SAME_ROOTS,
        "halves of logarithms: the base is a power of a prime",
    ),
    (
        "2*log_4(x) + log_2(x) = 6",
        "x = 8",
        PROVED,
        Relation.SAME_ROOTS,
        "halves and wholes of one logarithm",
    ),
    (
        "log_9(x) + log_9(x + 8) = 1",
        "x*(x + 8) = 9",
        PROVED,
        Relation.ROOTS_GAINED,
        "the product has a root where the logarithms have no value",
    ),
    (
        "log_4(x + 3) - log_4(x) = 1",
        "(x + 3)/x = 16",
        REFUTED,
        Relation.DIFFERENT,
        "the base left out",
    ),
    (
        "e^(2x) - 3e^x + 2 = 0",
        "x = 0 or x = ln(2)",
        PROVED,
        Relation.SAME_ROOTS,
        "quadratic",
    ),
    ("e^(2x) - 3e^x + 2 = 0", "x = 0", REFUTED, Relation.ROOTS_LOST, "ln(2) is lost"),
]

SEVERAL = [
    ("x + y = 5; x - y = 1", "2x = 6", "x,y", PROVED, Relation.ONLY_IMPLIED, "added"),
    ("x + y = 5; x - y = 1", "x = 3 and y = 2", "x,y", PROVED, Relation.SAME_ROOTS, "solved"),
    ("x + y = 5; x - y = 1", "x = 4 and y = 1", "x,y", REFUTED, Relation.DIFFERENT, "wrong"),
    ("2x + 3y = 12; x = 3", "6 + 3y = 12", "x,y", PROVED, Relation.ONLY_IMPLIED, "substituted"),
    ("2x + 3y = 12; x = 3", "y = 3", "x,y", REFUTED, Relation.DIFFERENT, "substituted wrongly"),
    ("d = v*t", "v = d/t", "v", PROVED, Relation.SAME_IF, "t is divided by"),
    ("d = v*t", "v = t/d", "v", REFUTED, Relation.DIFFERENT, "upside down"),
    ("a*x = a*b", "x = b", "x", PROVED, Relation.SAME_IF, "a is divided by, and is no unknown"),
    ("x*y = x*z", "y = z", "x,y", REFUTED, Relation.ROOTS_LOST, "x may be 0"),
    ("x + y = 5; x*y = 6", "x*(5 - x) = 6", "x,y", PROVED, Relation.ONLY_IMPLIED, "substituted"),
    ("x + y = 5; x*y = 6", "x = 2 and y = 3", "x,y", REFUTED, Relation.ROOTS_LOST, "one of two"),
    ("x + y = 5; x*y = 6", "x = 1 and y = 4", "x,y", REFUTED, Relation.DIFFERENT, "wrong"),
    ("y = 4x - 4; y = x^2", "x = 2", "x,y", PROVED, Relation.ONLY_IMPLIED, "a double root"),
    ("y = 4x - 4; y = x^2", "x = 2 and y = 4", "x,y", PROVED, Relation.SAME_ROOTS, "they touch"),
    ("y = 4x - 4; y = x^2", "x = 2 and y = 3", "x,y", REFUTED, Relation.DIFFERENT, "beside it"),
    ("y = 1; y = x^2", "x = 1 and y = 1", "x,y", REFUTED, Relation.ROOTS_LOST, "no double root"),
    (
        "x^2 + y^2 = 5; x^2 - y^2 = 3",
        "x = 2 and y = 1 or x = 2 and y = -1 or x = -2 and y = 1 or x = -2 and y = -1",
        "x,y",
        PROVED,
        Relation.SAME_ROOTS,
        "four points",
    ),
    ("-2x < 2y", "x > -y", "x,y", PROVED, Relation.SAME, "the sign flips"),
    ("-2x < 2y", "x < -y", "x,y", REFUTED, Relation.DIFFERENT, "the sign was not flipped"),
    ("a*x^2 + b*x + c = 0", "(2a*x + b)^2 = b^2 - 4a*c", "x", PROVED, Relation.SAME_IF, "square"),
    ("x*y - 2x = 0", "x = 0 or y = 2", "x,y", PROVED, Relation.SAME, "a product that is 0"),
    ("y = x + 1; x^2 + y^2 = 25", "x^2 + (x + 1)^2 = 25", "x,y", PROVED, Relation.ONLY_IMPLIED, ""),
    ("x^2 + y^2 = 25", "x + y = 7", "x,y", REFUTED, Relation.DIFFERENT, "no power of a sum"),
    ("F = 9/5*C + 32", "C = 5/9*(F - 32)", "C", PROVED, Relation.SAME, "a formula turned round"),
    ("F = 9/5*C + 32", "C = 5/9*F - 32", "C", REFUTED, Relation.DIFFERENT, "a bracket is missing"),
    ("A = pi*r^2; r = 3", "A = 9*pi", "A", PROVED, Relation.SAME_ROOTS, "a value put in"),
    ("A = pi*r^2; r = 3", "A = 6*pi", "A", REFUTED, Relation.DIFFERENT, "a value put in wrongly"),
]


@pytest.mark.parametrize(("before", "after", "outcome", "relation", "why"), ONE_UNKNOWN)
def test_one_unknown(
    before: str, after: str, outcome: Outcome, relation: Relation, why: str
) -> None:
    unknown = "r" if "r" in after else "x"
    decision, found = compare_conditions(
        (statement(before),), statement(after), unknowns=(unknown,)
    )
    assert (decision.outcome, found) == (outcome, relation), why


@pytest.mark.parametrize(("before", "after", "unknowns", "outcome", "relation", "why"), SEVERAL)
def test_several_letters(
    before: str, after: str, unknowns: str, outcome: Outcome, relation: Relation, why: str
) -> None:
    facts = tuple(statement(part.strip()) for part in before.split(";"))
    decision, found = compare_conditions(
        facts, statement(after), unknowns=tuple(unknowns.split(","))
    )
    assert (decision.outcome, found) == (outcome, relation), why


def test_cases_of_a_system_are_gathered() -> None:
    facts = (statement("x + y = 5"), statement("x*y = 6"))
    both = Or((statement("x = 2 and y = 3"), statement("x = 3 and y = 2")))
    decision, relation = compare_conditions(facts, both, unknowns=("x", "y"))
    assert (decision.outcome, relation) == (PROVED, Relation.SAME_ROOTS)


@pytest.mark.parametrize(
    ("before", "after", "witness"),
    [
        ("x^2 = 9", "x = 3", "x = -3: -3, 3"),
        ("3x + 7 = 22", "x = 4", "x = 4: 19, 22"),
        ("sqrt(x + 3) = x + 1", "x + 3 = (x + 1)^2", "x = -2: 1, -1"),
        ("x^2 = x", "x = 1", "x = 0: 0, 1"),
    ],
)
def test_the_witness_can_be_verified_by_hand(before: str, after: str, witness: str) -> None:
    decision, _ = compare_conditions((statement(before),), statement(after), unknowns=("x",))
    found = decision.witness
    assert found is not None and found.left is not None and found.right is not None
    ((name, value),) = found.point
    shown = f"{name} = {to_plain(value)}: {to_plain(found.left)}, {to_plain(found.right)}"
    assert shown == witness


@pytest.mark.parametrize(
    ("before", "after", "witness"),
    [
        ("x + y = 5; x - y = 1", "x = 4 and y = 1", "x = 3, y = 2: 3, 4"),
        ("d = v*t", "v = t/d", "d = 6, t = 2, v = 3: 3, 1/3"),
        ("-2x < 2y", "x < -y", "x = 2, y = 3: 2, -3"),
    ],
)
def test_in_several_letters_too(before: str, after: str, witness: str) -> None:
    facts = tuple(statement(part.strip()) for part in before.split(";"))
    decision, _ = compare_conditions(facts, statement(after), unknowns=("x", "y", "v"))
    found = decision.witness
    assert found is not None and found.left is not None and found.right is not None
    place = ", ".join(f"{name} = {to_plain(value)}" for name, value in found.point)
    assert f"{place}: {to_plain(found.left)}, {to_plain(found.right)}" == witness


@pytest.mark.parametrize(
    ("text", "points", "excluded"),
    [
        ("3x + 7 = 22", ["5"], []),
        ("x^2 = 9", ["-3", "3"], []),
        ("x^2 = 2", ["-sqrt(2)", "sqrt(2)"], []),
        ("x^2 - 4x + 4 = 0", ["2"], []),
        ("x^2 + 1 = 0", [], []),
        ("x/(x - 1) = 1/(x - 1)", [], ["x != 1"]),
        ("4x^2 - 4x - 11 = 0", ["(1 - 2sqrt(3))/2", "(1 + 2sqrt(3))/2"], []),
        ("sqrt(x) = -1", [], []),
        ("abs(x) = -x and x > -1", [], []),
    ],
)
def test_solutions_are_exact(text: str, points: list[str], excluded: list[str]) -> None:
    found = real_solutions(statement(text), "x")
    assert found is not None
    exact = [to_plain(point.exact) for point in found.points if point.exact is not None]
    assert exact == points
    assert [to_plain(condition) for condition in found.excluded] == excluded


def test_a_root_of_higher_degree_has_certified_decimals_only() -> None:
    found = real_solutions(statement("x^5 - x - 1 = 0"), "x")
    assert found is not None
    (point,) = found.points
    assert point.exact is None
    assert float(point.decimal) == 1.167304


def test_multiplicities_are_counted() -> None:
    found = real_solutions(statement("(x - 1)^3*(x + 2) = 0"), "x")
    assert found is not None
    assert [point.multiplicity for point in found.points] == [1, 3]


@pytest.mark.parametrize(
    ("text", "intervals"),
    [
        ("x^2 < 4", ["]-2, 2["]),
        ("x^2 >= 4", ["(-oo, -2]", "[2, oo)"]),
        ("(x - 1)/(x + 2) >= 0", ["(-oo, -2)", "[1, oo)"]),
        ("x = x", ["(-oo, oo)"]),
        ("(x - 1)/(x - 1) = 1", ["(-oo, 1)", "(1, oo)"]),
    ],
)
def test_inequalities_are_unions_of_intervals(text: str, intervals: list[str]) -> None:
    found = real_solutions(statement(text), "x")
    assert found is not None
    assert [to_plain(interval) for interval in found.intervals] == intervals


@pytest.mark.parametrize("text", ["sin(x) = x/2", "a*x = 1", "x^100 = 3"])
def test_what_cannot_be_solved_for_certain_is_none(text: str) -> None:
    assert real_solutions(statement(text), "x") is None


def test_nothing_follows_from_nothing() -> None:
    decision, _ = compare_conditions((), statement("x = 3"), unknowns=("x",))
    assert decision.outcome is Outcome.UNDECIDED
