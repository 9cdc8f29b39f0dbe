"""Curves for drawing: their values, their gaps, and where an equation in two unknowns holds."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathviz_chat.core.picturing.curves import implicit, sampled
from mathviz_chat.core.picturing.floats import NotDrawn, compiled, number
from mathviz_chat.core.picturing.picture import Point
from mathviz_chat.core.reading import read
from mathviz_chat.core.reading.tree import Statement

VALUES = [
    ("3 1/2 - 0.25", 3.25, "mixed numbers and decimals"),
    ("15% * 80", 12.0, "percentages"),
    ("2^10", 1024.0, "powers"),
    ("cbrt(-8)", -2.0, "an odd root of a negative number"),
    ("sqrt(-4)", math.nan, "no real value"),
    ("(-8)^0.5", math.nan, "no real power"),
    ("1/0", math.nan, "a pole"),
    ("ln(-1)", math.nan, "outside the domain"),
    ("log_2(8)", 3.0, "a base"),
    ("sin(30°)", 0.5, "degrees"),
    ("|-3| + 5!", 123.0, "absolute values and factorials"),
    ("10^400", math.nan, "too large to be drawn"),
    ("exp(1000)", math.nan, "far too large"),
    ("arctan(tan(1/2))", 0.5, "inverse functions"),
]


@pytest.mark.parametrize(("text", "value", "why"), VALUES, ids=[row[2] for row in VALUES])
def test_the_value_of_a_constant(text: str, value: float, why: str) -> None:
    node = read(text)
    assert not isinstance(node, Statement)
    assert compiled(node)({}) == pytest.approx(value, nan_ok=True)


def test_what_has_no_value_in_numbers_is_not_drawn() -> None:
    for text in ("{1, 2}", "f(2)", "oo"):
        node = read(text)
        assert not isinstance(node, Statement)
        with pytest.raises(NotDrawn):
            compiled(node)
    unknown = read("x + 1")
    assert not isinstance(unknown, Statement)
    assert number(unknown) is None


GAPS = [
    ("x^2", 1, "continuous"),
    ("1/x", 2, "a pole at a sample"),
    ("1/(x - 0.123)", 2, "a pole between samples"),
    ("1/(x - 0.123)^2", 2, "a pole without a change of sign"),
    ("floor(x)", 10, "jumps"),
    ("|x - 0.1|/(x - 0.1)", 2, "one jump"),
    ("sqrt(x)", 1, "defined on one side"),
    ("1000x^3", 1, "steep, but no jump"),
    ("100000 (x - 1/3)", 1, "very steep, but no jump"),
    ("sqrt(x^2 - 4)", 2, "defined on two sides"),
    ("ln(-1 - x^2)", 0, "defined nowhere"),
]


@pytest.mark.parametrize(("text", "pieces", "why"), GAPS, ids=[row[2] for row in GAPS])
def test_a_graph_has_a_gap_where_the_function_has_one(text: str, pieces: int, why: str) -> None:
    node = read(text)
    assert not isinstance(node, Statement)
    function = compiled(node)
    found = sampled(lambda at: function({"x": at}), (-5, 5), (-6, 6))
    assert len([piece for piece in found if len(piece) > 1]) == pieces


def test_no_line_of_a_graph_crosses_a_pole() -> None:
    """tan has its poles at odd multiples of pi/2."""
    for piece in sampled(math.tan, (-7, 7), (-4, 4)):
        turns = {round((at - math.pi / 2) // math.pi) for at, _ in piece}
        assert len(turns) == 1


@given(st.integers(-9, 9), st.integers(-9, 9), st.integers(1, 9))
def test_the_points_of_a_graph_are_on_it(a: int, b: int, c: int) -> None:
    def function(at: float) -> float:
        return a * at * at + b * at + c

    for piece in sampled(function, (-5, 5), (-20, 20)):
        for at, value in piece:
            assert value == function(at) or not -20 <= value <= 20


def test_a_circle_is_drawn_as_lines_near_it() -> None:
    lines = implicit(lambda x, y: x * x + y * y - 4, (-3, 3), (-3, 3))
    points: list[Point] = [point for line in lines for point in line]
    assert len(points) > 100
    assert all(math.hypot(*point) == pytest.approx(2, abs=0.01) for point in points)
