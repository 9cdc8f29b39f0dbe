"""Circles, figures with four sides, data, and solutions of differential equations."""

from __future__ import annotations

import math

import pytest

from mathviz_chat.core.picturing.picture import NoPicture, Picture
from mathviz_chat.core.picturing.propose import picture_of


def drawn(text: str) -> Picture:
    picture = picture_of(text)
    assert isinstance(picture, Picture), picture
    return picture


FIGURES = [
    ("Find the area of a circle with radius 3", ["circle", "radius 3"], 6, 6, "by its radius"),
    (
        "A circle has a diameter of 10 cm. What is its circumference?",
        ["circle", "diameter 10"], 10, 10, "by its diameter",
    ),
    ("Find the radius of a circle with diameter 8", ["circle", "radius 4"], 8, 8, "by the answer"),
    (
        "Find the area of a sector with radius 6 and angle 90 degrees",
        ["sector of 90°", "radius 6"], 6, 6, "a quarter",
    ),
    (
        "Find the area of a rectangle with length 5 cm and width 3 cm",
        ["length 5", "width 3"], 5, 3, "two sides",
    ),
    (
        "A rectangle has perimeter 20 and length 6. Find its width.",
        ["length 6", "width 4"], 6, 4, "a side that is asked for",
    ),
    ("Find the perimeter of a square of side 4", ["side 4"], 4, 4, "a square"),
    (
        "Find the area of a trapezium with parallel sides 3 and 5 and height 4",
        ["side 5", "side 3", "height 4"], 5, 4, "the height stands in it",
    ),
    (
        "Find the area of a parallelogram with base 5 and height 3",
        ["base 5", "height 3"], 6.5, 3, "no length is made up for its other side",
    ),
    (
        "Find the area of a rhombus with diagonals 6 and 8",
        ["diagonal 6", "diagonal 8"], 6, 8, "by its diagonals",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "labels", "across", "up", "why"), FIGURES, ids=[row[4] for row in FIGURES]
)
def test_a_figure_is_true_to_scale(
    text: str, labels: list[str], across: float, up: float, why: str
) -> None:
    picture = drawn(text)
    assert [curve.label for curve in picture.curves if curve.label] == labels
    points = [point for curve in picture.curves for piece in curve.pieces for point in piece]
    for k, length in ((0, across), (1, up)):
        ends = [point[k] for point in points]
        assert max(ends) - min(ends) == pytest.approx(length)
    assert (picture.x_label, picture.same_scale) == ("", True)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Find the width of a rectangle with area 20 and perimeter 21", "not solved"),
        ("Find the area of a square with perimeter 20", "its side is not asked for"),
    ],
)
def test_a_figure_that_is_not_fixed_is_not_drawn(text: str, why: str) -> None:
    assert isinstance(picture_of(text), NoPicture)


def test_the_mean_lies_across_the_bars() -> None:
    picture = drawn("Find the mean of 3, 5, 8, 9")
    assert [region.outline[1][1] for region in picture.regions] == [3, 5, 8, 9]
    (line,) = picture.curves
    assert line.label == "mean 6.25"
    assert {y for _, y in line.pieces[0]} == {6.25}


def test_the_median_lies_across_the_bars_in_order() -> None:
    picture = drawn("Find the median of 3, 9, 5, 8")
    assert [region.outline[1][1] for region in picture.regions] == [3, 5, 8, 9]
    assert [curve.label for curve in picture.curves] == ["median 6.5"]


def test_a_mode_has_no_line_across() -> None:
    picture = drawn("Find the mode of 2, 1, 2, 3")
    assert (len(picture.regions), picture.curves) == (4, ())


def test_quartiles_are_a_box() -> None:
    picture = drawn("What is the interquartile range of 8, 1, 2, 3, 4, 5, 6, 7?")
    (box,) = picture.regions
    assert {x for x, _ in box.outline} == {2.5, 6.5}
    assert [dot.at[0] for dot in picture.dots] == [1, 2.5, 4.5, 6.5, 8]


def test_a_solution_goes_through_its_initial_value() -> None:
    picture = drawn("Solve dP/dt = 2P, P(0) = 3")
    assert [dot.at for dot in picture.dots] == [(0, 3)]
    at, value = picture.curves[0].pieces[0][100]
    assert value == pytest.approx(3 * math.exp(2 * at))
    assert (picture.x_label, picture.y_label) == ("t", "P")


def test_without_an_initial_value_no_solution_is_chosen() -> None:
    assert isinstance(picture_of("Solve y' = 2y"), NoPicture)
