"""What the calculator writes after an ``=``, and where it keeps silent."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathviz_chat.core.calculation import value_after

COMPUTED = [
    ("34 * 6 =", " 204", "the whole line"),
    ("Multiply: 34 * 6 =", " 204", "after a colon"),
    ("Step 1: 34 * 6 =", " 204", "after a numbered step"),
    ("x = 34 * 6 =", " 204", "after another equals sign"),
    ("2x = 22 - 7 =", " 15", "the last left side only"),
    ("D = 4^2 - 4*1*(-21) =", " 100", "a discriminant"),
    ("D = (-5)^2 - 4 * 1 * 6 =", " 1", "a bracketed negative base"),
    ("sqrt(25 - 4*6) =", " 1", "a root that is rational"),
    ("√(49) + 1 =", " 8", "the sign for a root"),
    ("3. 4 + 5 =", " 9", "the number of a list is no factor"),
    ("* 4 + 5 =", " 9", "a bullet is no sign"),
    ("So the total is 3 * 15 =", " 45", "after a verb"),
    ("34*6=", "204", "no space before the sign, none after it"),
    ("5 - 12 =", " -7", "a negative value"),
    ("-3 + 5 =", " 2", "a sign that touches its number"),
    ("15% of 80 =", " 12", "a percentage"),
    ("15/100 * 80 =", " 12", "a fraction that cancels"),
    ("0.15 * 85 =", " 12.75", "decimals give a decimal"),
    ("-0.5 * 0.25 =", " -0.125", "a negative decimal"),
    ("1/2 + 1/3 =", " 5/6", "whole numbers give a fraction"),
    ("7 / 2 =", " 7/2", "a slash with spaces is a division to be carried out"),
    ("x = -11 / 15 =", " -11/15", "likewise"),
    ("6/4 =", " 3/2", "a fraction that can be reduced"),
    ("1,000 * 3 =", " 3000", "thousands in, plain digits out"),
    ("6 × 7 ÷ 2 − 1 =", " 20", "typographic signs"),
    ("2 1/2 + 1 =", " 7/2", "a mixed number"),
    ("x = (5 + 1) / 2 =", " 3", "brackets"),
]

SILENT = [
    ("34 * 6", "the line does not end in ="),
    ("x =", "a letter"),
    ("x = 4 =", "nothing to work out"),
    ("7/2 =", "a fraction in lowest terms: the text may want a decimal"),
    ("-7/2 =", "likewise"),
    ("-5 =", "a number with its sign"),
    ("3x + 4 * 2 =", "4 * 2 is not the left side"),
    ("x 4 * 2 =", "a letter may be a factor"),
    ("f(3 * 2 =", "an open bracket"),
    ("3 * x^(3 - 1) =", "an exponent is not the left side"),
    ("12 apples - 3 =", "words inside the expression"),
    ("The result is - 3 + 5 =", "a sign after words may subtract from them"),
    ("- 3 + 5 =", "a sign or the mark of a list"),
    ("5 times 3 + 2 =", "words may be an operation"),
    ("half of 12 + 4 =", "likewise"),
    ("sin 30 + 2 =", "a function's name"),
    ("$15 * 3 =", "money"),
    ("120 miles / 60 mph =", "units"),
    ("2, 3 + 4 =", "a list"),
    ("3:4 * 2 =", "a ratio"),
    ("3 + 4 >=", "another relation"),
    ("3 + 4 ==", "a comparison"),
    ("3 + 4 !=", "likewise"),
    ("3 + 4 :=", "a definition"),
    ("sqrt(8) =", "irrational"),
    ("5 / 0 =", "undefined"),
    ("0^0 =", "undefined"),
    ("sqrt(-4) =", "not real"),
    ("0.1 / 3 =", "no finite decimal"),
    ("2^60 =", "too large"),
    ("99999999 * 99999999 =", "too large"),
    ("9^9^9 =", "too large on the way"),
    ("=", "nothing before it"),
    ("5 + =", "not an expression"),
    ("(" * 199 + "=", "nested brackets"),
    ("1" + " + 1" * 200 + " =", "longer than the cap, which must not cut it"),
    ("", "an empty line"),
]


@pytest.mark.parametrize(("line", "value", "why"), COMPUTED)
def test_a_value_is_written(line: str, value: str, why: str) -> None:
    assert value_after(line) == value, why


@pytest.mark.parametrize(("line", "why"), SILENT)
def test_nothing_is_written(line: str, why: str) -> None:
    assert value_after(line) is None, why


NUMBERS = st.integers(-999, 999)


@given(NUMBERS, NUMBERS, st.sampled_from("+-*"))
def test_it_is_right_on_whole_numbers(a: int, b: int, sign: str) -> None:
    wanted = {"+": a + b, "-": a - b, "*": a * b}[sign]
    assert value_after(f"y = {a} {sign} ({b}) =") == f" {wanted}"


@given(st.text(alphabet="0123456789+-*/^()%., =xaisqrt√:", max_size=60))
def test_what_it_writes_is_a_number_of_bounded_length(line: str) -> None:
    written = value_after(line + "=")
    if written is not None:
        Fraction(written.strip())
        assert len(written) < 40
