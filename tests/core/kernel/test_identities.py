"""The table of identities: left, right, what the kernel must say, and why the row is here."""

from __future__ import annotations

import pytest

from mathviz_chat.core.kernel import Outcome, identity
from mathviz_chat.core.reading import to_plain
from tests.core.kernel.reading_helpers import expr, statement

PROVED = [
    ("0.1 + 0.2", "0.3", "decimals are exact rationals"),
    ("3 1/2", "7/2", "a mixed number"),
    ("15%", "3/20", "per cent"),
    ("2^10", "1024", "a whole power"),
    ("5!", "120", "a factorial"),
    ("gcd(12, 18)", "6", "number theory on constants"),
    ("lcm(4, 6)", "12", "number theory on constants"),
    ("binomial(5, 2)", "10", "a counted choice"),
    ("sqrt(2)*sqrt(3)", "sqrt(6)", "radicals of different numbers"),
    ("sqrt(5 + 2*sqrt(6))", "sqrt(2) + sqrt(3)", "a nested radical, by the separation bound"),
    ("root(-8, 3)", "-2", "an odd root of a negative number"),
    ("1/(sqrt(2) - 1)", "sqrt(2) + 1", "a rationalised denominator"),
    ("cos(pi/5)", "(1 + sqrt(5))/4", "a cosine that is a surd"),
    ("sin(30°)", "1/2", "degrees"),
    ("ln(8)", "3*ln(2)", "a logarithm of a power of a prime"),
    ("log(100, 10)", "2", "a logarithm with a base"),
    ("e^(ln(5))", "5", "exp after log"),
    ("abs(-7)", "7", "an absolute value"),
    ("(x + 1)^2", "x^2 + 2*x + 1", "a polynomial identity"),
    ("1/x + 1/y", "(x + y)/(x*y)", "a rational identity"),
    ("sqrt(x)^2", "x", "holds wherever the left side is defined"),
    ("sqrt(x^2)", "abs(x)", "the right form of it"),
    ("abs(x*y)", "abs(x)*abs(y)", "an absolute value of a product"),
    ("sin(x)^2 + cos(x)^2", "1", "Pythagoras"),
    ("sin(3*x)", "3*sin(x) - 4*sin(x)^3", "a multiple angle"),
    ("tan(x)", "sin(x)/cos(x)", "the definition, with the same domain"),
    ("sin(x + pi/4)", "(sin(x) + cos(x))*sqrt(2)/2", "a surd and an angle: a Gauss sum"),
    ("sin(x/2)^2", "(1 - cos(x))/2", "half an angle"),
    ("cosh(x)^2 - sinh(x)^2", "1", "hyperbolic functions"),
    ("e^(x + y)", "e^x*e^y", "the exponential's law"),
    ("2^x*3^x", "6^x", "powers of different bases"),
    ("ln(e^x)", "x", "log after exp: defined everywhere"),
    ("e^(x*ln(2))", "2^x", "a power written with e"),
    ("cos(arcsin(x))", "sqrt(1 - x^2)", "an inverse function inside"),
    ("x^(1/2)", "sqrt(x)", "a fractional exponent"),
    ("x^(1/3)*x^(1/6)", "sqrt(x)", "fractional exponents added"),
    ("(n + 1)!", "(n + 1)*n!", "a factorial of a letter"),
    ("i^2", "-1", "the imaginary unit"),
    ("e^(i*x)", "cos(x) + i*sin(x)", "Euler"),
    ("(2 + 3*i)*(2 - 3*i)", "13", "a product of conjugates"),
]

REFUTED = [
    ("2 + 2", "5", "", "4", "5"),
    ("(x + 1)^2", "x^2 + 1", "x = 2", "9", "5"),
    ("sqrt(x^2)", "x", "x = -1", "1", "-1"),
    ("sqrt(x + 1)", "sqrt(x) + 1", "x = 2", "1.73205", "2.41421"),
    ("(a + b)/b", "a", "a = 2, b = 3", "5/3", "2"),
    ("sin(2*x)", "2*sin(x)", "x = 2", "-0.75680", "1.81859"),
    ("pi", "22/7", "", "3.14159", "22/7"),
    ("pi", "3.14159", "", "3.14159265359", "314159/100000"),
    ("sqrt(2)", "1.41421", "", "1.41421356237", "141421/100000"),
    ("x^2*x^3", "x^6", "x = 2", "32", "64"),
    ("-3^2", "9", "", "-9", "9"),
]

CONDITIONS = [
    ("x/x", "1", ["x != 0"], "a cancelled factor enlarges the domain"),
    ("(x^2 - 1)/(x - 1)", "x + 1", ["x != 1"], "the excluded point of the quotient"),
    ("(x^2 - 1)/(x^2 + x)", "(x - 1)/x", ["x != -1"], "only the point that the sides do not share"),
    ("1/x + 1/x", "2/x", [], "both sides exclude the same point"),
    ("ln(x^2)", "2*ln(x)", ["x > 0"], "the right side is defined on less"),
    ("e^(ln(x))", "x", ["x > 0"], "the left side is defined on less"),
    ("x^0", "1", ["x != 0"], "0^0 is not defined"),
    ("(x^2 + 1)/(x^2 + 1)", "1", [], "a divisor without real zeros"),
    ("sqrt(x - 3)^2", "x - 3", ["x >= 3"], "a radicand"),
    (
        "1/(1 - sin(x)) + 1/(1 + sin(x))",
        "2/cos(x)^2",
        ["1 - sin(x) != 0", "1 + sin(x) != 0", "cos(x)^2 != 0"],
        "divisors whose product, with i^2 = -1, hides its factors",
    ),
    ("(x^2 - 2)/(x^2 - 2)", "1", ["x != -sqrt(2)", "x != sqrt(2)"], "irrational excluded points"),
]

UNDECIDED = [
    ("1/0", "1/0", "division by zero is no value"),
    ("0^0", "1", "0^0 is no value"),
    ("sqrt(-4)", "2", "not real"),
    ("ln(-1)", "0", "not real"),
    ("(-8)^(1/3)", "-2", "a fractional power of a negative number is left alone"),
    ("sqrt(-1 - x^2)", "sqrt(-1 - x^2)", "defined nowhere: nothing would be proved about anything"),
    ("5 km", "5000 m", "the kernel has no table of units"),
    ("5 km", "5", "a unit on one side only"),
    ("f(x)", "x", "an unknown function"),
]


@pytest.mark.parametrize(("left", "right", "why"), PROVED)
def test_proved(left: str, right: str, why: str) -> None:
    assert identity(expr(left), expr(right)).outcome is Outcome.PROVED, why


@pytest.mark.parametrize(("left", "right", "point", "first", "second"), REFUTED)
def test_refuted_with_a_witness(left: str, right: str, point: str, first: str, second: str) -> None:
    decision = identity(expr(left), expr(right))
    assert decision.outcome is Outcome.REFUTED
    witness = decision.witness
    assert witness is not None and witness.left is not None and witness.right is not None
    assert ", ".join(f"{name} = {to_plain(value)}" for name, value in witness.point) == point
    assert (to_plain(witness.left), to_plain(witness.right)) == (first, second)


@pytest.mark.parametrize(("left", "right", "conditions", "why"), CONDITIONS)
def test_names_what_happens_to_the_domain(
    left: str, right: str, conditions: list[str], why: str
) -> None:
    decision = identity(expr(left), expr(right))
    assert decision.outcome is Outcome.PROVED
    assert [to_plain(condition) for condition in decision.conditions] == conditions, why


@pytest.mark.parametrize(("left", "right", "why"), UNDECIDED)
def test_undecided(left: str, right: str, why: str) -> None:
    decision = identity(expr(left), expr(right))
    assert decision.outcome is Outcome.UNDECIDED, why
    assert decision.reason


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("sqrt(1 - sin(x)^2)", "abs(cos(x))"),
        ("arctan(x) + arctan(1/x)", "(pi/2)*(x/abs(x))"),
    ],
)
def test_numeric_evidence_alone_is_probable(left: str, right: str) -> None:
    assert identity(expr(left), expr(right)).outcome is Outcome.PROBABLE


def test_facts_give_signs_and_values() -> None:
    root, letter = expr("sqrt(x^2)"), expr("x")
    assert identity(root, letter).outcome is Outcome.REFUTED
    assert identity(root, letter, facts=(statement("x > 0"),)).outcome is Outcome.PROVED
    assert identity(root, letter, facts=(statement("x = -3"),)).outcome is Outcome.REFUTED
    assert identity(root, letter, facts=(statement("x = 3"),)).outcome is Outcome.PROVED


def test_facts_reach_the_entries_of_matrices_and_complex_expressions() -> None:
    facts = (statement("x > 0"),)
    matrices = (expr(r"\begin{pmatrix}|x|\end{pmatrix}"), expr(r"\begin{pmatrix}x\end{pmatrix}"))
    assert identity(*matrices, facts=facts).outcome is Outcome.PROVED
    assert identity(*matrices).outcome is Outcome.REFUTED
    assert identity(expr("i*x"), expr("2i"), facts=facts).outcome is Outcome.REFUTED


def test_facts_about_other_letters_do_not_matter() -> None:
    facts = (statement("y > 0"), statement("z^2 = 4"))
    assert identity(expr("x + x"), expr("3x"), facts=facts).outcome is Outcome.REFUTED
    assert identity(expr("x + x"), expr("2x"), facts=facts).outcome is Outcome.PROVED


def test_facts_between_letters_are_kept() -> None:
    facts = (statement("x < y"), statement("y < 0"))
    assert identity(expr("sqrt(x^2)"), expr("x"), facts=facts).outcome is Outcome.REFUTED
    assert identity(expr("abs(y)"), expr("-y"), facts=facts).outcome is Outcome.PROVED


def test_facts_that_cannot_be_met_by_a_point_never_refute() -> None:
    decision = identity(expr("x^2"), expr("3*x"), facts=(statement("x^2 = x + 2*x"),))
    assert decision.outcome is Outcome.UNDECIDED


def test_the_same_question_gives_the_same_answer() -> None:
    first = identity(expr("a*b + c"), expr("a*(b + c)"))
    assert first == identity(expr("a*b + c"), expr("a*(b + c)"))
