"""Triangles true to scale, and points."""

from __future__ import annotations

import math

import pytest

from mathviz_chat.core.picturing.picture import NoPicture, Picture
from mathviz_chat.core.picturing.propose import picture_of, propose
from mathviz_chat.core.problems import Form, Kind, Problem

GIVEN = "Find the area of the {}."
TRIANGLES = [
    ("triangle with first side 3 and second side 4 and third side 5", [3, 4, 5], "three sides"),
    ("right triangle with first side 3 cm and second side 4 cm", [3, 4, 5], "two legs"),
    ("right triangle with first side 5 and hypotenuse 13", [5, 12, 13], "a leg and the hypotenuse"),
    ("equilateral triangle with side 4", [4, 4, 4], "one side"),
    ("triangle with first side 1 and second side 2 and third side 9", None, "no triangle"),
    (
        "right-angled triangle with angle 30° and hypotenuse 2 m",
        [1, math.sqrt(3), 2],
        "an angle and the hypotenuse",
    ),
    (
        "right-angled triangle with angle 45° and opposite side 3",
        [3, 3, math.sqrt(18)],
        "an angle and its opposite side",
    ),
    (
        "right-angled triangle with angle 45° and adjacent side 3",
        [3, 3, math.sqrt(18)],
        "an angle and its adjacent side",
    ),
    (
        "right-angled triangle with opposite side 3 and hypotenuse 5",
        [3, 4, 5],
        "a side and the hypotenuse",
    ),
    (
        "right-angled triangle with opposite side 5 and hypotenuse 3",
        None,
        "longer than the hypotenuse",
    ),
    ("triangle with perimeter 9", None, "not enough"),
    ("circle with area 3", None, "not enough of a circle"),
]


@pytest.mark.parametrize(("told", "lengths", "why"), TRIANGLES, ids=[r[2] for r in TRIANGLES])
def test_a_triangle_has_the_lengths_of_the_question(
    told: str, lengths: list[float] | None, why: str
) -> None:
    picture = propose(Problem(Kind.GEOMETRY, Form.NUMBER, GIVEN.format(told)), "")
    if lengths is None:
        assert isinstance(picture, NoPicture)
        return
    assert isinstance(picture, Picture)
    found = sorted(math.dist(*curve.pieces[0]) for curve in picture.curves)
    assert found == pytest.approx(lengths)
    assert (picture.x_label, picture.same_scale) == ("", True)


def test_a_triangle_and_points_from_a_question() -> None:
    triangle = picture_of("Find the area of a triangle with base 6 and height 4.")
    assert isinstance(triangle, Picture)
    assert [curve.label for curve in triangle.curves] == ["base 6", "", "height 4"]
    asked = Problem(Kind.COORDINATES, Form.POINT, "Find the midpoint of (1, 2) and (5, 8).")
    midpoint = propose(asked, "(3, 5)")
    assert isinstance(midpoint, Picture)
    assert [dot.at for dot in midpoint.dots] == [(1, 2), (5, 8), (3, 5)]
