"""Stories by their quantities: what fits a frame in any wording, and what must not."""

from __future__ import annotations

import random

import pytest

from mathviz_chat.core.problems import vocabulary
from mathviz_chat.core.problems.problem import Problem, Unread
from mathviz_chat.core.problems.question import read_question
from mathviz_chat.core.problems.readers import frames
from mathviz_chat.core.problems.readers.frames.frame import Frame
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
    (
        "A circular table is 1.2 m across. How large is its area to 2 decimal places?",
        "Find the area of a circle with diameter 1.2 m to 2 decimal places.",
        "a diameter by another name; rounded",
    ),
    (
        "A farmer wants to put a fence around a rectangular field which is 80 m long and 45 m "
        "wide. How much fencing does he need?",
        "Find the perimeter of a rectangle with length 80 m and width 45 m.",
        "a perimeter by what it is for",
    ),
    (
        "A square has an area of 144 cm². How long is one of its sides?",
        "The area of a square is 144 cm². Find the side.",
        "a number that counts sides is no quantity",
    ),
    (
        "A square lawn with sides of 10 m is surrounded by a path that is 2 m wide. Find the area "
        "of the path.",
        "A rectangle is 14 m by 14 m with a rectangular hole 10 m by 10 m. Find the remaining "
        "area.",
        "all round it",
    ),
    (
        "A rectangular tank 2 m long and 1.5 m wide is filled with water to a depth of 80 cm. How "
        "many litres of water are in it?",
        "A box measures 20 dm by 15 dm by 8 dm. How many litres of water does it hold?",
        "lengths in two units, and litres",
    ),
    (
        "A cylindrical can has a radius of 4 cm and is 10 cm tall. Work out its volume. Leave your "
        "answer in terms of π.",
        "Find the volume of a cylinder with radius 4 cm and height 10 cm.",
        "a height behind it, and how to write the answer",
    ),
)

UNREAD = (
    ("A garden 12 m by 7 m has a pond in it. What is the area of the pond?", "another thing asked"),
    (
        "There is a pond in a garden. A rectangular garden is 12 m by 7 m. How big is the pond?",
        "a thing that was only mentioned",
    ),
    (
        "A rectangular garden is 12 m long. The pond beside it is 7 m wide. Find the area of the "
        "garden.",
        "two owners",
    ),
    ("What is the area of the pond if the garden is 12 m by 7 m?", "not what is told of"),
    ("A rectangular room is 5 m by 4 m. How many tiles are needed?", "how many, no area"),
    ("A rectangular garden 12 m by 7 m has a lawn. What is the area of the lawn?", "a part of it"),
    ("Two square lawns have sides of 10 m. Find their area.", "two of them"),
    ("A wheel has a radius of 35 cm. How far does it roll in 10 turns?", "a number too many"),
    ("A box without a lid is 10 cm by 6 cm by 4 cm. What is its surface area?", "a face less"),
    (
        "A 1 m wide path runs around the inside of a rectangular garden 10 m by 8 m. Find the area "
        "of the path.",
        "inside, not outside",
    ),
    (
        "A path 2 m wide surrounds a rectangular pond 10 m by 8 m. What is the area of the pond?",
        "the inner one is asked",
    ),
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


def own_words(frame: Frame) -> set[str]:
    """The words that a frame itself knows."""
    phrases = [*frame.needs, *frame.asks.values(), frame.passed]
    phrases += [role.before for role in frame.roles.values()]
    phrases += [role.after for role in frame.roles.values()]
    return {word for each in phrases for word in each.replace("|", " ").split()} | frame.allowed


@pytest.mark.parametrize(("question", "read_as", "why"), READ, ids=[row[-1] for row in READ])
def test_no_word_of_meaning_is_passed_over(question: str, read_as: str, why: str) -> None:
    """A word that may change a story makes it unread, unless the frame that reads it knows it."""
    said = frames.said_again(question)
    reading = [frame for frame in frames.FRAMES if frame.read(tokens(question)) is not None]
    known = set().union(*map(own_words, reading))
    random_ = random.Random(1)
    places = [index for index, char in enumerate(question) if char == " "]
    for word in random_.sample(sorted(vocabulary.MEANING - known), 60):
        place = random_.choice(places)
        changed = f"{question[:place]} {word}{question[place:]}"
        assert not said or frames.said_again(changed) == "", f"{changed}: {why}"
