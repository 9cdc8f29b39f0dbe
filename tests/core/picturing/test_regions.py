"""Inequalities and equations in two unknowns: what is read, and what must be seen."""

from __future__ import annotations

import pytest

from mathviz_chat.core.picturing.curves import joined
from mathviz_chat.core.picturing.picture import NoPicture, Picture, Point
from mathviz_chat.core.picturing.propose import picture_of
from mathviz_chat.core.problems import Unread, read_question


def drawn(text: str) -> Picture:
    picture = picture_of(text)
    assert isinstance(picture, Picture), picture
    return picture


def holds(picture: Picture, at: Point) -> bool:
    """Whether a point lies in a shaded outline: an odd number of sides lie above it."""
    crossed = 0
    for region in picture.regions:
        sides = zip(region.outline, (*region.outline[1:], region.outline[0]), strict=True)
        for (x0, y0), (x1, y1) in sides:
            if (x0 <= at[0]) != (x1 <= at[0]):
                crossed += y0 + (at[0] - x0) / (x1 - x0) * (y1 - y0) > at[1]
    return crossed % 2 == 1


BOTH = "y > 2x + 1 and x + y <= 4"
WORDINGS = [
    ("Shade y > 2x + 1 and x + y <= 4", BOTH, "the shortest"),
    ("y > 2x+1, x + y ≤ 4", BOTH, "no word at all"),
    ("Please shade the region where y > 2x + 1 and x + y <= 4.", BOTH, "a region"),
    ("graph the system of inequalities: y > 2x+1; x+y<=4", BOTH, "a system"),
    ("Can you sketch the set of points that satisfy both y > 2x+1 and x+y<=4", BOTH, "points"),
    ("Show on a graph the region given by y > 2x+1 and also x+y<=4", BOTH, "and also"),
    ("Shade y > 2x+1\nx+y<=4", BOTH, "a line each"),
    ("Draw the solution set of 2x + 3y < 12 on a coordinate grid please", "2x + 3y < 12", "one"),
    (
        "indicate in the xy-plane the region 1 <= x <= 3 and y >= 0",
        "1 <= x <= 3 and y >= 0",
        "chain",
    ),
    ("Plot the region y > x or y < -x", "y > x or y < -x", "either"),
]


@pytest.mark.parametrize(("text", "said", "why"), WORDINGS, ids=[row[2] for row in WORDINGS])
def test_a_region_is_read_in_many_words(text: str, said: str, why: str) -> None:
    assert drawn(text).title == said


MISREAD = [
    ("Shade the region outside x^2 + y^2 <= 25", "outside"),
    ("Shade the region not satisfying y > x", "a negation"),
    ("Shade the unwanted region of y > x", "the other side"),
    ("Shade y > x but not y > 3", "a second, negated condition"),
    ("Shade y > x except the line y = 3", "an exception"),
    ("Find the area of the region y < x", "a number is asked"),
    ("Graph y > x and find its area", "two tasks"),
    ("Is the point (1, 2) in the region y > x?", "yes or no"),
    ("Sketch the region y > x where x is an integer", "a condition in words"),
    ("Show that x^2 + y^2 >= 2xy", "a proof"),
    ("Shade the region bounded by y = x^2 and y = 4", "no inequality says which side"),
    ("Shade the region y > x in the first quadrant", "a condition in words"),
    ("Shade half of the region y > x + 1 twice", "two words left"),
    ("graph x^2 + y^2 + z^2 <= 1", "three unknowns"),
    ("Shade 3/4 of a circle", "no formula"),
    ("Shade the boundary of y > x only", "not the region"),
]


@pytest.mark.parametrize(("text", "why"), MISREAD, ids=[row[1] for row in MISREAD])
def test_what_says_something_else_is_not_drawn(text: str, why: str) -> None:
    assert isinstance(picture_of(text), NoPicture)


SIDES = [
    (BOTH, [(-2, 0), (0, 1.1), (0, 3.9)], [(0, 0.9), (0, 4.1), (2, 1)], "between two lines"),
    ("x^2 + y^2 <= 25", [(0, 0), (3.5, 3.5), (-4.9, 0)], [(4, 4), (5.1, 0)], "a disc"),
    ("x^2 + y^2 > 25", [(4, 4), (-6, 0)], [(0, 0), (3.5, 3.5)], "what is around it"),
    ("y > x or y < -x", [(0, 1), (0, -1), (-2, 0)], [(2, 0), (3, -1)], "one of two"),
    ("0 < y <= 4 - x^2", [(0, 1), (1, 2.9)], [(1, 3.1), (0, -0.1), (2.1, 0.1)], "a chain"),
    ("y >= ln(x)", [(1, 1), (2, 0.8)], [(2, 0.6), (-1, 1)], "no value left of 0"),
]


@pytest.mark.parametrize(("text", "inside", "outside", "why"), SIDES, ids=[r[3] for r in SIDES])
def test_the_side_that_holds_is_shaded(
    text: str, inside: list[Point], outside: list[Point], why: str
) -> None:
    picture = drawn(text)
    assert [holds(picture, at) for at in inside] == [True] * len(inside)
    assert [holds(picture, at) for at in outside] == [False] * len(outside)


def test_a_boundary_that_is_not_included_is_dashed_and_says_so() -> None:
    picture = drawn(BOTH)
    assert [(curve.label, curve.dashed) for curve in picture.curves] == [
        ("y = 2x + 1 (not included)", True),
        ("x + y = 4", False),
    ]
    assert [(dot.at, dot.label) for dot in picture.dots] == [((1, 3), "(1, 3)")]


def test_only_corners_of_the_region_are_marked() -> None:
    picture = drawn("x >= 0, y >= 0, x + 2y <= 6, x <= 10")
    assert [dot.label for dot in picture.dots] == ["(0, 0)", "(0, 3)", "(6, 0)"]


def test_nothing_shaded_is_said() -> None:
    picture = drawn("y > x and y < x - 1")
    assert not picture.regions
    assert "nothing is shaded" in picture.title


CURVES = [
    ("x^2 + y^2 = 25", "x^2 + y^2 = 25", True, "a circle alone"),
    ("Draw the circle x^2 + y^2 = 25", "x^2 + y^2 = 25", True, "a circle asked for"),
    ("draw 2x + 3y = 6", "2x + 3y = 6", False, "a line leaves the picture"),
    ("Find dy/dx if x^2 + y^2 = 25", "x^2 + y^2 = 25", True, "the curve of a slope"),
    ("Find the radius of the circle x^2 + y^2 - 6x = 16", "x^2 + y^2 - 6x = 16", True, "a radius"),
    ("Sketch the graph of y = x^2 - 4", "y = x^2 - 4", False, "a function"),
    ("Graph f(x) = x^2 - 1", "y = x^2 - 1", False, "a named function"),
]


@pytest.mark.parametrize(("text", "label", "round_", "why"), CURVES, ids=[r[3] for r in CURVES])
def test_one_equation_is_a_curve(text: str, label: str, round_: bool, why: str) -> None:
    picture = drawn(text)
    (curve,) = picture.curves
    assert (curve.label, picture.same_scale) == (label, round_)


def test_the_answer_of_a_question_on_points_is_drawn_with_them() -> None:
    circle = drawn("What is the equation of the circle with center (1, 2) and radius 3?")
    (piece,) = circle.curves[0].pieces
    assert all(abs((x - 1) ** 2 + (y - 2) ** 2 - 9) < 0.05 for x, y in piece)
    assert [dot.at for dot in circle.dots] == [(1, 2)]
    line = drawn("Find the equation of the line through (1, 2) and (3, 8)")
    assert [dot.at for dot in line.dots] == [(1, 2), (3, 8)]


def test_one_letter_is_a_number_line() -> None:
    (stretch,) = drawn("shade x > 2").stretches
    assert (stretch.low, stretch.high, stretch.low_closed) == (2, None, False)


def test_short_lines_that_share_an_end_are_one() -> None:
    a, b, c, d = (0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)
    assert joined([(a, b), (d, c), (a, a), (c, b)]) == ((d, c, b, a),)


def test_a_question_for_a_picture_says_how_to_get_it() -> None:
    unread = read_question("Shade y > 2x + 1 and x + y <= 4")
    assert isinstance(unread, Unread)
    assert "--plot" in unread.reason
