"""Stories by their quantities: what fits a frame in any wording, and what must not."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems.problem import Problem, Unread
from mathviz_chat.core.problems.question import read_question
from mathviz_chat.core.problems.readers.frames.tokens import tokens

READ = (
    # question, what it is read as, why it is a row
    (
        "A trapezium has parallel sides 7 cm and 11 cm, and the distance between them is 6 cm. "
        "Find its area.",
        "Find the area of a trapezium with parallel sides 7 cm and 11 cm and height 6 cm.",
        "a list shares the words before it; the height by another name",
    ),
    (
        "A garden is a trapezoid: its bases are 12 ft and 20 ft and it is 9 ft high. How many "
        "square feet is its area?",
        "Find the area of a trapezium with parallel sides 12 ft and 20 ft and height 9 ft",
        "words behind a quantity; scenery; the unit that is asked for",
    ),
)

UNREAD = (
    (
        "A trapezium has parallel sides 7 cm and 11 cm, and the distance between them is 6 cm. "
        "Find half its area.",
        "half of it",
    ),
    (
        "A trapezium has parallel sides 7 cm and 11 cm, and the distance between them is 6 cm. "
        "It is made twice as high. Find its area.",
        "a change",
    ),
    (
        "A trapezium has parallel sides 7 cm, 9 cm and 11 cm and height 6 cm. Find its area.",
        "one quantity too many",
    ),
    ("A trapezium has parallel sides 7 cm and 11 cm. Find its area.", "one too few"),
)


@pytest.mark.parametrize(("question", "read_as", "why"), READ, ids=[row[-1] for row in READ])
def test_a_story_is_read_by_its_quantities(question: str, read_as: str, why: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem), why
    assert isinstance(read_question(read_as), Problem)


@pytest.mark.parametrize(("question", "why"), UNREAD, ids=[row[-1] for row in UNREAD])
def test_a_story_with_more_to_it_stays_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread), why


TOKENS: tuple[tuple[str, list[str], str], ...] = (
    ("It took 2 hours 30 minutes.", ["2 hours 30 minutes"], "one time in two units"),
    ("It cost $5,000 at 4%.", ["$5000", "4%"], "signs belong to their numbers"),
    ("a box of 3 in 5", ["3", "5"], "in is no inch here"),
    ("9 square metres at 40 km per hour", ["9 square metres", "40 km per hour"], "long units"),
    ("at 10:48 in the ratio 2 : 3 : 7", ["10:48", "2 : 3 : 7"], "a time, and a ratio"),
    ("x = 3", [], "a formula is no story"),
)


@pytest.mark.parametrize(("text", "quantities", "why"), TOKENS, ids=[row[-1] for row in TOKENS])
def test_the_quantities_of_a_story(text: str, quantities: list[str], why: str) -> None:
    assert [token.text for token in tokens(text) if token.is_quantity] == quantities, why
