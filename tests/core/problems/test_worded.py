"""Questions about functions in words: clauses in any order, and nothing in them is passed over."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathviz_chat.core.problems import Problem, Unread
from tests.core.reading_once import read_question

SAME = {
    "Find the equation of the tangent to y = x^2 - 3x at x = 2.": [
        "A curve has equation y = x^2 - 3x. Find the equation of its tangent where x = 2.",
        "The curve C has equation y = x^2 - 3x. Write down the tangent to C at (2, -2).",
        "At x = 2, what is the tangent to y = x^2 - 3x in the form y = mx + c?",
        "the line touching y = x^2 - 3x when x = 2, what's its equation",
    ],
    "Find the derivative of x^3 - 2x with respect to x at x = 2.": [
        "f(x) = x^3 - 2x. f'(2) = ?",
        "Differentiate x^3 - 2x and put in x = 2.",
        "How steep is the curve y = x^3 - 2x where x = 2?",
        "Evaluate d/dx(x^3 - 2x) at x = 2",
    ],
    "For which x is x^2 - 6x + 1 least?": [
        "Find the value of x that minimises x^2 - 6x + 1.",
        "At what x is y = x^2 - 6x + 1 smallest?",
        "Where does the minimum of y = x^2 - 6x + 1 occur?",
        "Which value of x gives the least value of x^2 - 6x + 1?",
    ],
    "Find the values of t where the slope of t^3 - 6t^2 + 9t is 0.": [
        "The position of a particle is s = t^3 - 6t^2 + 9t. When is it at rest?",
        "A particle moves so that s = t^3 - 6t^2 + 9t after t seconds. When is it at rest?",
    ],
    "Find the maximum value of 20t - 5t^2.": [
        "The height of a stone after t seconds is h = 20t - 5t^2. What is its greatest height?",
        "A ball is thrown and its height is h = 20t - 5t^2 metres. How high does it go?",
    ],
}
PAIRS = [(wording, read_as) for read_as, wordings in SAME.items() for wording in wordings]


@pytest.mark.parametrize(("wording", "read_as"), PAIRS)
def test_wordings_of_one_question_are_read_alike(wording: str, read_as: str) -> None:
    problem = read_question(wording)
    assert isinstance(problem, Problem), problem
    assert problem.read_as == read_as
    again = read_question(problem.read_as)
    assert isinstance(again, Problem)
    assert again.read_as == read_as


STRAY = st.sampled_from(["7", "not", "except", "without", "less than", "never", "half", "x > 3"])


@settings(max_examples=80, deadline=None)
@given(st.sampled_from([wording for wording, _ in PAIRS]), STRAY, st.integers(0, 30))
def test_a_stray_word_or_number_is_never_ignored(wording: str, stray: str, place: int) -> None:
    words = wording.split(" ")
    at = place % (len(words) + 1)
    changed = read_question(" ".join([*words[:at], stray, *words[at:]]))
    assert isinstance(changed, Unread) or changed != read_question(wording)


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("Find the normal to y = x^2 at (1, 2).", "the point does not lie on the curve"),
        ("Find the derivative of x^2 and x^3 at x = 3.", "two functions"),
        ("f(x) = x^2. g(x) = x^3. Find f'(2).", "a definition that nothing uses"),
        ("A ball's height is h = 20t - 5t^2. How fast is it rising at t = 3?", "it is falling"),
        ("The position is s = t^2 + 4t. When is it at rest?", "before the start"),
        ("The velocity is v = t - 1. How far does it go in the first 3 seconds?", "it turns round"),
    ],
)
def test_what_does_not_fit_together_is_left_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread), why
