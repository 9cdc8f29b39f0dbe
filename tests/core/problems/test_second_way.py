"""The arithmetic that confirms the kernel's proofs: values, root counts, systems, units."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathviz_chat.core.problems import linear_system, polynomial, recount, units
from mathviz_chat.core.reading import read
from mathviz_chat.core.reading.tree import Chain, Expr


def expr(text: str) -> Expr:
    tree = read(text)
    assert isinstance(tree, Expr)
    return tree


def equation(text: str) -> Chain:
    tree = read(text)
    assert isinstance(tree, Chain)
    return tree


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 + 3*4", Fraction(14)),
        ("1/3 - 1/4", Fraction(1, 12)),
        ("(-2)^3", Fraction(-8)),
        ("15%", Fraction(3, 20)),
        ("sqrt(9/4)", Fraction(3, 2)),
        ("5!", Fraction(120)),
        ("17 mod 5", Fraction(2)),
        ("gcd(12, 18)", Fraction(6)),
        ("floor(-7/2)", Fraction(-4)),
        ("|-3|", Fraction(3)),
        ("3 1/2", Fraction(7, 2)),
    ],
)
def test_rational_values_are_exact(text: str, value: Fraction) -> None:
    assert recount.value(expr(text)) == value


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("sqrt(8)", "2sqrt(2)", True),
        ("sin(pi/6)", "1/2", True),
        ("e^2", "7.389", False),
        ("sqrt(2)", "1.4142135623730950488", False),
    ],
)
def test_other_values_agree_to_forty_digits(left: str, right: str, same: bool) -> None:
    assert recount.agree(recount.value(expr(left)), recount.value(expr(right))) is same


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1/0", "a division by 0"),
        ("sqrt(-1)", "an even root of a negative number"),
        ("ln(0)", "a logarithm of 0"),
        ("0^0", "not a value here"),
        ("2^9000", "too large"),
        ("x + 1", "x has no value"),
    ],
)
def test_what_has_no_value_is_said(text: str, why: str) -> None:
    with pytest.raises(recount.NotEvaluated):
        recount.value(expr(text))
    assert why


@given(st.lists(st.integers(-20, 20), min_size=1, max_size=6), st.integers(0, 2))
def test_sturm_counts_the_distinct_real_roots(roots: list[int], pairs: int) -> None:
    coefficients: polynomial.Coefficients = (Fraction(1),)
    factors: list[polynomial.Coefficients] = [(Fraction(-root), Fraction(1)) for root in roots]
    factors += [(Fraction(1), Fraction(0), Fraction(1))] * pairs  # x^2 + 1 has no real root
    for factor in factors:
        product = polynomial.multiply(coefficients, factor)
        assert product is not None
        coefficients = product
    assert polynomial.count_real_roots(coefficients) == len(set(roots))


@given(st.integers(-50, 50), st.integers(-50, 50))
def test_elimination_finds_the_only_solution(x: int, y: int) -> None:
    conditions = (equation(f"2x + 3y = {2 * x + 3 * y}"), equation(f"x - y = {x - y}"))
    assert linear_system.solve(conditions) == {"x": Fraction(x), "y": Fraction(y)}


@pytest.mark.parametrize(
    ("first", "second", "inconsistent"),
    [("x + y = 1", "2x + 2y = 3", True), ("x + y = 1", "2x + 2y = 2", False)],
)
def test_singular_systems_have_no_only_solution(
    first: str, second: str, inconsistent: bool
) -> None:
    conditions = (equation(first), equation(second))
    assert linear_system.solve(conditions) is None
    assert linear_system.is_inconsistent(conditions) is inconsistent


@pytest.mark.parametrize(
    ("value", "unit", "target", "result"),
    [
        (1, "inch", "cm", Fraction(254, 100)),
        (1, "mile", "km", Fraction(1609344, 10**6)),
        (90, "minutes", "hours", Fraction(3, 2)),
        (36, "km/h", "m/s", Fraction(10)),
        (1, "pound", "g", Fraction(45359237, 100000)),
        (5, "decades", "months", Fraction(600)),
        (1, "kg", "m", None),
    ],
)
def test_units_convert_exactly(value: int, unit: str, target: str, result: Fraction | None) -> None:
    one, other = units.find(unit), units.find(target)
    assert one is not None
    assert other is not None
    assert units.convert(Fraction(value), one, other) == result
