"""Which picture belongs to a question: a table with what must be seen in it."""

from __future__ import annotations

import json

import pytest

from mathviz_chat.core.picturing.picture import NoPicture, Picture, Stretch
from mathviz_chat.core.picturing.propose import picture_of
from mathviz_chat.core.picturing.serialize import picture_from_dict, picture_to_dict


def drawn(question: str) -> Picture:
    picture = picture_of(question)
    assert isinstance(picture, Picture), picture
    return picture


DOTS = [
    ("Solve x^2 - 5x + 6 = 0", [(2, 0), (3, 0)], "the roots are on the axis"),
    ("Solve 3x + 7 = 22", [(5, 22)], "both sides meet at the solution"),
    ("Solve x + y = 5 and x - y = 1", [(3, 2)], "two lines meet"),
    ("Find y if x + y = 5 and x - y = 1", [(3, 2)], "also where one unknown is asked"),
    ("Factor x^2 - 4.", [(-2, 0), (2, 0)], "the zeros of a product"),
    ("What is next in 2, 5, 10, 17?", [(1, 2), (2, 5), (3, 10), (4, 17), (5, 26)], "terms"),
    ("Sort 3, -1/2, 7 in ascending order.", [(3, 0), (-0.5, 0), (7, 0)], "a number line"),
    ("Solve x^2 + 1 = 0", [], "no real solutions"),
    (
        "Solve sin(x) = 1/2 for 0 <= x <= 2pi",
        [(0.5235987756, 0.5), (2.6179938780, 0.5)],
        "in a domain",
    ),
]


@pytest.mark.parametrize(("question", "dots", "why"), DOTS, ids=[row[0] for row in DOTS])
def test_what_the_answer_names_is_marked(
    question: str, dots: list[tuple[float, float]], why: str
) -> None:
    picture = drawn(question)
    assert [dot.at for dot in picture.dots] == [pytest.approx(at) for at in dots]
    for dot in picture.dots:
        assert picture.x[0] < dot.at[0] < picture.x[1], "it is in sight"
        if picture.y is not None:
            assert picture.y[0] <= dot.at[1] <= picture.y[1]


STRETCHES = [
    ("Solve 3 - 2x >= 7", [Stretch(None, -2, False, True)], "a half-line with its end"),
    ("Solve x^2 < 4", [Stretch(-2, 2, False, False)], "an open interval"),
    ("Solve x^2 >= 4", [Stretch(None, -2, False, True), Stretch(2, None, True, False)], "two"),
    ("Solve x^2 <= 0", [Stretch(0, 0, True, True)], "one point"),
    ("Solve 2x - 3 > 5 and x + 1 < 10", [Stretch(4, 9, False, False)], "both hold"),
    (
        "Solve x > 4 or 2x < 2",
        [Stretch(None, 1, False, False), Stretch(4, None, False, False)],
        "one of them holds",
    ),
]


@pytest.mark.parametrize(("question", "parts", "why"), STRETCHES, ids=[r[0] for r in STRETCHES])
def test_the_solutions_of_an_inequality_are_on_the_number_line(
    question: str, parts: list[Stretch], why: str
) -> None:
    assert sorted(drawn(question).stretches, key=str) == sorted(parts, key=str)


def test_a_linear_inequality_needs_no_plane() -> None:
    assert drawn("Solve 3 - 2x >= 7").y is None
    assert len(drawn("Solve x^2 < 4").curves) == 2


def test_a_wave_and_a_function_with_symmetry_are_drawn() -> None:
    (wave,) = drawn("Find the amplitude of y = -4cos(x/2)").curves
    (odd,) = drawn("Is f(x) = x^3 - x even, odd or neither?").curves
    assert (wave.label, odd.label) == ("y = -4cos(x/2)", "y = x^3 - x")


def test_a_derivative_is_drawn_below_its_function() -> None:
    picture = drawn("Differentiate x^3 - 3x")
    assert [curve.label for curve in picture.curves] == ["f(x) = x^3 - 3x", "f'(x)"]


def test_a_definite_integral_is_an_area() -> None:
    picture = drawn("the integral of x^2 from 0 to 3")
    (region,) = picture.regions
    xs = [x for x, _ in region.outline]
    assert (min(xs), max(xs)) == (0, 3)
    area = sum(
        (x1 - x0) * (y0 + y1) / 2
        for (x0, y0), (x1, y1) in zip(region.outline, region.outline[1:], strict=False)
    )
    assert area == pytest.approx(9, abs=0.01)


def test_an_antiderivative_is_drawn_with_its_constant_0() -> None:
    picture = drawn("Integrate 2x")
    assert len(picture.curves) == 2
    at, value = picture.curves[1].pieces[0][40]
    assert value == pytest.approx(at * at)


@pytest.mark.parametrize("text", ["x^2 - 4", "y = x^2 - 4"])
def test_a_formula_without_a_question_is_its_graph(text: str) -> None:
    assert [curve.label for curve in drawn(text).curves] == ["y = x^2 - 4"]


NOTHING = [
    ("What is 2 + 2?", "No picture belongs"),
    ("hello", "asks nothing"),
    ("Solve a x = b + c for x", ""),
    ("What is 9^9^9^9?", ""),
    ("(" * 3000, ""),
    ("__import__('os').system('x')", ""),
]


@pytest.mark.parametrize(("text", "says"), NOTHING, ids=[row[0][:20] for row in NOTHING])
def test_what_cannot_be_drawn_is_said(text: str, says: str) -> None:
    picture = picture_of(text)
    assert isinstance(picture, NoPicture)
    assert says in picture.reason
    assert picture.reason.endswith(".")


@pytest.mark.parametrize("question", ["Solve x^2 < 4", "the integral of x^2 from 0 to 3", "hello"])
def test_a_picture_goes_through_json(question: str) -> None:
    picture = picture_of(question)
    assert picture_from_dict(json.loads(json.dumps(picture_to_dict(picture)))) == picture
