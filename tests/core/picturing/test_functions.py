"""Pictures of slopes, turning points, growth, limits and inverse functions."""

from __future__ import annotations

import pytest

from mathviz_chat.core.picturing.picture import Picture, Stretch
from mathviz_chat.core.picturing.propose import picture_of, propose
from mathviz_chat.core.problems import Form, Kind, Problem
from mathviz_chat.core.reading import read
from mathviz_chat.core.reading.tree import Expr, Limit, Statement


def expr(text: str) -> Expr:
    node = read(text)
    assert not isinstance(node, Statement)
    return node


def drawn(problem: Problem, answer: str) -> Picture:
    picture = propose(problem, answer)
    assert isinstance(picture, Picture), picture
    return picture


def about(kind: Kind, body: str, *items: str, task: str = "") -> Problem:
    points = tuple(expr(item) for item in items)
    return Problem(
        kind, Form.NUMBER, "...", variable="x", target=expr(body), items=points, task=task
    )


@pytest.mark.parametrize(
    ("kind", "answer", "label"),
    [(Kind.TANGENT, "y = 6x - 9", "y = 6x - 9"), (Kind.DERIVATIVE_AT, "6", "the tangent")],
)
def test_a_tangent_touches_its_curve(kind: Kind, answer: str, label: str) -> None:
    picture = drawn(about(kind, "x^2", "3"), answer)
    assert [curve.label for curve in picture.curves] == ["y = x^2", label]
    assert [dot.at for dot in picture.dots] == [(3, 9)]
    for at, value in picture.curves[1].pieces[0][1:-1]:
        assert value == pytest.approx(6 * at - 9)


@pytest.mark.parametrize(
    ("problem", "labels", "why"),
    [
        (about(Kind.EXTREMA, "x^3 - 3x"), ["(-1, 2)", "(1, -2)"], "both turning points"),
        (about(Kind.EXTREMA, "x^2", "-1", "3"), ["(0, 0)", "(-1, 1)", "(3, 9)"], "with the ends"),
        (about(Kind.EXTREMA, "x^2", "1", "3"), ["(1, 1)", "(3, 9)"], "none inside"),
        (about(Kind.CRITICAL_POINTS, "x^3"), ["(0, 0)"], "a saddle"),
    ],
)
def test_turning_points_are_marked(problem: Problem, labels: list[str], why: str) -> None:
    assert [dot.label for dot in drawn(problem, "").dots] == labels


def test_where_a_function_falls_is_below_its_curve() -> None:
    picture = drawn(about(Kind.MONOTONICITY, "x^3 - 3x", task="decreasing"), "(-1, 1)")
    assert picture.stretches == (Stretch(-1, 1, False, False),)


def test_a_limit_is_the_point_that_the_curve_comes_near_to() -> None:
    limit = Limit(expr("sin(x)/x"), "x", expr("0"))
    problem = Problem(Kind.LIMIT, Form.NUMBER, "...", target=limit, variable="x")
    picture = drawn(problem, "1")
    assert [dot.at for dot in picture.dots] == [(0, 1)]
    assert len(picture.curves[0].pieces) == 2, "nothing is defined at 0"


def test_a_vertex_and_an_inverse_function() -> None:
    vertex = picture_of("Find the vertex of y = x^2 - 4x + 1")
    assert isinstance(vertex, Picture)
    assert [dot.at for dot in vertex.dots] == [(2, -3)]
    inverse = picture_of("Find the inverse of f(x) = 2x + 3")
    assert isinstance(inverse, Picture)
    assert inverse.same_scale
    assert inverse.curves[-1].label == "y = x"


def test_of_several_parts_the_first_that_has_a_picture() -> None:
    picture = picture_of("(a) What is 2 + 2? (b) Solve x^2 = 9")
    assert isinstance(picture, Picture)
    assert picture.title == "x^2 = 9"
