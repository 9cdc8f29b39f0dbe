"""What counts as an answer, and which answers are right: one row each, with the reason."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathviz_chat.core.problems import Problem, judge_answer, read_question
from mathviz_chat.core.verdict import AnswerVerdict

VERIFIED, REFUTED, UNCHECKED = (
    AnswerVerdict.VERIFIED,
    AnswerVerdict.REFUTED,
    AnswerVerdict.UNCHECKED,
)

TRIANGLE = "In triangle ABC, AB = 9 cm, angle A = 50° and angle C = 40°. Find BC"
RIGHT_TRIANGLE = "In triangle ABC, angle B = 90°, AB = 8 cm and angle A = 35°. Find BC"
ROWS = [
    # question, answer, verdict, plain, why
    ("What is 3 + 4*2?", "11", VERIFIED, "11", "the value"),
    ("What is 3 + 4*2?", "3 + 4*2 = 11", VERIFIED, "11", "a chain that ends in the value"),
    ("What is 3 + 4*2?", "14", REFUTED, "14", "worked out from the left"),
    ("What is 3 + 4*2?", "3 + 8", UNCHECKED, None, "not worked out"),
    ("What is 3 + 4*2?", "x = 11", VERIFIED, "11", "a name for the value"),
    ("What is 1/3 + 1/3?", "2/3", VERIFIED, "2/3", "an exact fraction"),
    ("What is 1/3 + 1/3?", "4/6", UNCHECKED, None, "not in lowest terms"),
    ("What is 1/3 + 1/3?", "0.67", UNCHECKED, "0.67", "the value rounded is not the value"),
    ("What is 1/3 + 1/3?", "0.68", REFUTED, "0.68", "not even rounded"),
    ("What is 6/8?", "6/8", UNCHECKED, None, "the question again"),
    ("What is 15% of 80?", "12", VERIFIED, "12", "the value"),
    ("What is 15% of 80?", "12%", REFUTED, None, "a hundredth of it"),
    ("What is 15% of 80?", "1.2", REFUTED, "1.2", "a slipped decimal point"),
    ("Solve 3x + 7 = 22", "x = 5", VERIFIED, "x = 5", "the root"),
    ("Solve 3x + 7 = 22", "5", VERIFIED, "x = 5", "the root by itself"),
    ("Solve 3x + 7 = 22", "x = 4", REFUTED, "x = 4", "it does not satisfy the equation"),
    ("Solve 3x + 7 = 22", "3x = 15", UNCHECKED, None, "x is not isolated"),
    ("Solve 3x + 7 = 22", "3x + 7 = 22", UNCHECKED, None, "the question again"),
    ("Solve 3x + 7 = 22", "x = 15/3", UNCHECKED, None, "not worked out"),
    ("Solve 3x + 7 = 22", "y = 5", UNCHECKED, None, "another unknown"),
    ("Solve x^2 = 9", "x = 3 or x = -3", VERIFIED, "x = 3 or x = -3", "both roots"),
    ("Solve x^2 = 9", "x = ±3", VERIFIED, "x = 3 or x = -3", "both roots in one sign"),
    ("Solve x^2 = 9", "x = 3, x = -3", VERIFIED, "x = 3 or x = -3", "a list of roots"),
    ("Solve x^2 = 9", "x = 3", REFUTED, "x = 3", "the root -3 is lost"),
    ("Solve x^2 = 9", "x = 3 or x = -3 or x = 1", REFUTED, None, "an extra root"),
    ("Solve x^2 = 9", "x^2 = 9", UNCHECKED, None, "the question again"),
    ("Solve x^2 = 9", "no real solutions", REFUTED, None, "it has two"),
    ("Solve x^2 + 1 = 0", "no real solutions", VERIFIED, "no real solutions", "a square is not -1"),
    ("Solve x^2 + 1 = 0", "x = 1", REFUTED, "x = 1", "1 + 1 is 2"),
    ("Solve x^2 - 2x - 1 = 0", "x = 1 + sqrt(2) or x = 1 - sqrt(2)", VERIFIED, None, "surds"),
    ("Solve x^2 - 2x - 1 = 0", "x = 1 ± sqrt(2)", VERIFIED, None, "surds in one sign"),
    ("Solve x^2 - 2x - 1 = 0", "x = 2.41 or x = -0.41", UNCHECKED, None, "rounded values"),
    ("Solve x^2 - 2x + 1 = 0", "x = 1", VERIFIED, "x = 1", "a double root is one value"),
    ("Solve x^2 - 2x + 1 = 0", "x = 1 or x = 1", VERIFIED, "x = 1", "named twice"),
    ("Solve 2x + 1 = 2x + 1", "all real numbers", VERIFIED, "all real numbers", "an identity"),
    ("Solve 2x + 1 = 2x + 3", "no real solutions", VERIFIED, None, "1 is not 3"),
    ("Solve 2x + 1 = 2x + 3", "all real numbers", REFUTED, None, "1 is not 3"),
    ("Solve x + y = 5 and x - y = 1", "x = 3, y = 2", VERIFIED, "x = 3, y = 2", "both values"),
    ("Solve x + y = 5 and x - y = 1", "y = 2 and x = 3", VERIFIED, "x = 3, y = 2", "any order"),
    ("Solve x + y = 5 and x - y = 1", "(3, 2)", VERIFIED, "x = 3, y = 2", "a pair"),
    ("Solve x + y = 5 and x - y = 1", "x = 2, y = 3", REFUTED, None, "exchanged"),
    ("Solve x + y = 5 and x - y = 1", "x = 3", UNCHECKED, None, "y is missing"),
    ("Solve x + y = 5 and x - y = 1 for y", "y = 2", VERIFIED, "y = 2", "the one asked for"),
    ("Solve x + y = 5 and x - y = 1 for y", "3", REFUTED, None, "the other one"),
    ("Differentiate x^3 + 2x", "3x^2 + 2", VERIFIED, "3x^2 + 2", "the derivative"),
    ("Differentiate x^3 + 2x", "f'(x) = 3x^2 + 2", VERIFIED, "3x^2 + 2", "with its name"),
    ("Differentiate x^3 + 2x", "2 + 3*x*x", VERIFIED, None, "in another form"),
    ("Differentiate x^3 + 2x", "3x^2", REFUTED, "3x^2", "a term is lost"),
    ("Differentiate x^3 + 2x", "d/dx(x^3) + 2", UNCHECKED, None, "not carried out"),
    ("Differentiate x^3 + 2x", "3t^2 + 2", UNCHECKED, None, "another letter"),
    ("Differentiate x^2 sin x", "2x sin(x) + x^2 cos(x)", VERIFIED, None, "the product rule"),
    ("Differentiate x^2 sin x", "2x cos(x)", REFUTED, None, "the product of the derivatives"),
    ("Convert 5 km to m", "5000 m", VERIFIED, "5000", "a letter after a number is a unit"),
    ("Convert 5 km to m", "500 m", REFUTED, "500", "a power of ten too few"),
    ("Convert 5 km to m", "5000 g", UNCHECKED, None, "another unit"),
    ("Convert 5 km to m", "5000 x", UNCHECKED, None, "no unit"),
    ("Find the area of a circle with radius 3", "28.26", UNCHECKED, "28.26", "3.14 for pi"),
    ("Find the area of a circle with radius 3", "198/7", UNCHECKED, "198/7", "22/7 for pi"),
    ("Find the area of a circle with radius 3", "29.26", REFUTED, "29.26", "no usual value of pi"),
    ("Solve x^2 = 9", "x_1 = 3, x_2 = -3", VERIFIED, "x = 3 or x = -3", "roots by index"),
    ("Solve x^2 = 9", "x ≈ 3.0", UNCHECKED, None, "rounded"),
    ("A train travels 120 miles in 2 hours. What is its speed?", "60 mph", VERIFIED, "60 mph", ""),
    (
        "A train travels 120 miles in 2 hours. What is its speed?",
        "60",
        UNCHECKED,
        None,
        "the unit is missing",
    ),
    (
        "A train travels 120 miles in 2 hours. What is its speed?",
        "60 km/h",
        REFUTED,
        "60 km/h",
        "another speed",
    ),
    (
        "A train travels 120 miles in 2 hours. What is its speed?",
        "60 miles",
        REFUTED,
        None,
        "a length is no speed",
    ),
    (
        "A train travels 120 miles in 2 hours. What is its speed in mph?",
        "60",
        VERIFIED,
        "60",
        "the question names the unit",
    ),
    (
        "A car goes 30 km in 45 minutes. How fast does it go in km/h?",
        "40 km/h",
        VERIFIED,
        "40",
        "minutes are converted",
    ),
    ("Solve 2x - y = 3 and 4x - 2y = 6", "infinitely many solutions", VERIFIED, None, "one line"),
    ("Solve 2x - y = 3 and 4x - 2y = 6", "no solution", REFUTED, None, "they do not contradict"),
    ("Solve 2x - y = 3 and 4x - 2y = 6", "all real numbers", UNCHECKED, None, "not any pair"),
    ("Solve 2x - y = 3 and 4x - 2y = 7", "infinitely many solutions", UNCHECKED, None, "parallel"),
    (TRIANGLE, "10.73 cm", VERIFIED, "10.73 cm", "as the solver rounds it"),
    (TRIANGLE, "10.7 cm", VERIFIED, "10.7 cm", "the question does not say how to round"),
    (TRIANGLE, "107.26 mm", VERIFIED, "107.26 mm", "in another unit"),
    (TRIANGLE, "11 cm", UNCHECKED, None, "a whole number, which nobody asked for"),
    (TRIANGLE, "10.72 cm", REFUTED, None, "wrong in its last place"),
    (TRIANGLE + " to 1 decimal place", "10.73 cm", UNCHECKED, None, "it does say how to round"),
    (
        "Triangle ABC has a = 3, b = 5 and c = 7. Find angle C.",
        "120 degrees",
        VERIFIED,
        None,
        "a whole number that is the value itself",
    ),
    (RIGHT_TRIANGLE, "5.6 cm", VERIFIED, "5.6 cm", "the same in a right triangle"),
    (RIGHT_TRIANGLE, "8.6 cm", REFUTED, None, "another ratio"),
    (RIGHT_TRIANGLE.replace("35", "30"), "8sqrt(3)/3 cm", VERIFIED, None, "an exact value"),
]


@pytest.mark.parametrize(("question", "answer", "verdict", "plain", "why"), ROWS)
def test_judgements(
    question: str, answer: str, verdict: AnswerVerdict, plain: str | None, why: str
) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem)
    judged = judge_answer(problem, answer)
    assert judged.verdict is verdict, (judged, why)
    if plain is not None:
        assert judged.answer is not None
        assert judged.answer.plain == plain


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted({row[0] for row in ROWS})), st.text(max_size=40))
def test_no_text_makes_the_judge_raise(question: str, answer: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem)
    judged = judge_answer(problem, answer)
    assert judged.reason
    assert judged.answer is not None or judged.verdict is UNCHECKED


@settings(max_examples=150, deadline=None)
@given(st.integers(-30, 30), st.integers(-30, 30), st.integers(-3, 3))
def test_a_wrong_root_is_never_verified(first: int, second: int, slip: int) -> None:
    a, b = -(first + second), first * second
    problem = read_question(f"Solve x^2 + ({a})x + ({b}) = 0")
    assert isinstance(problem, Problem)
    judged = judge_answer(problem, f"x = {first + slip} or x = {second}")
    right = {first + slip, second} == {first, second}
    assert (judged.verdict is VERIFIED) == right
    assert (judged.verdict is REFUTED) == (not right)


@pytest.mark.parametrize(
    ("question", "answer", "reason"),
    [
        (
            "Find the derivative of x^2",
            "x^2",
            "It is not the derivative: at x = 3 the values are 6 and 9.",
        ),
        (
            "Find the derivative of 3x",
            "5",
            "It is not the derivative: the values are 3 and 5.",
        ),
        (
            "Expand (x + 1)^2",
            "x^2 + 1",
            "It is not equal to (x + 1)^2: at x = 2 the values are 9 and 5.",
        ),
        (
            "Integrate 2x",
            "x^3",
            "Its derivative is not 2x: at x = 2 the values are 12 and 4.",
        ),
    ],
)
def test_a_refuted_expression_names_a_point(question: str, answer: str, reason: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem)
    assert judge_answer(problem, answer).reason == reason
