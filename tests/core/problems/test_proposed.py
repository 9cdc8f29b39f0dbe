"""A model's reading of a question: used only where it is sound, and read by our own reader."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathviz_chat.core.problems import Unread
from mathviz_chat.core.problems.proposed import ProposedReading, misused_numbers, read_proposed
from mathviz_chat.core.solving import Solution, solve
from mathviz_chat.prompts import READING_SCHEMA

BOXES = "Tom has 3 boxes with 12 pencils each and gives 5 away. How many pencils are left?"


def reading(task: str, asked: str, *equations: str) -> str:
    return json.dumps({"task": task, "equations": equations, "asked": asked})


USED = [
    (BOXES, reading("solve", "left", "pencils = 3*12", "left = pencils - 5"), "31", "definitions"),
    (BOXES, reading("solve", "x", "x = 3 * 12 - 5"), "31", "one equation"),
    (BOXES, reading("solve", "x", "x + 5 = 3 * 12"), "x = 31", "an equation to solve"),
    (
        "Two numbers sum to 10 and differ by 4. Which is the larger?",
        reading("solve", "x", "x + y = 10", "x - y = 4"),
        None,
        "the word two is not used",
    ),
    (
        "The sum of a and b is 10, their difference is 4. What is a?",
        reading("solve", "a", "a + b = 10", "a - b = 4"),
        "a = 7",
        "a system",
    ),
    (
        "She sold 48 clips, then half as many. How many in all?",
        reading("solve", "all", "second = 48 / 2", "all = 48 + second"),
        None,
        "48 is used once more than the question has it",
    ),
    (
        "She sold 48 clips, then half as many. How many in all?",
        reading("solve", "all", "first = 48", "all = first + first / 2"),
        "72",
        "half is a division by 2",
    ),
    (
        "A shirt at $40 is sold with 15% off. What does it cost?",
        reading("solve", "price", "price = 40 - 40 * 15/100"),
        None,
        "40 twice, while the question has it once",
    ),
    (
        "A shirt at $40 is sold with 15% off. What does it cost?",
        reading("solve", "price", "full = 40", "price = full - full * 15/100"),
        "34",
        "percent as a division",
    ),
    ("the slope function of x^2 + 3x", reading("differentiate", "", "x^2 + 3x"), None, "nothing"),
    (
        "could you work out the slope function of x^2 + 3x",
        reading("differentiate", "x", "x^2 + 3x"),
        "2x + 3",
        "a task about one expression",
    ),
]


@pytest.mark.parametrize(("question", "text", "answer", "why"), USED, ids=[r[3] for r in USED])
def test_a_sound_reading_is_solved(question: str, text: str, answer: str | None, why: str) -> None:
    read = read_proposed(question, text)
    if answer is None:
        assert isinstance(read, Unread)
        return
    assert isinstance(read, ProposedReading), read
    solved = solve(read.problem)
    assert isinstance(solved, Solution)
    assert solved.answer.plain == answer


def test_the_user_sees_the_reading_in_the_models_own_words() -> None:
    text = reading("solve", "left", "pencils = 3*12", "left = pencils - 5")
    read = read_proposed(BOXES, text)
    assert isinstance(read, ProposedReading)
    assert read.told == "find left: pencils = 3*12, left = pencils - 5"


DROPPED = [
    ("x = 3 * 12", "does not use 5", "a number is left out"),
    ("x = 36 - 5", "does not use", "the model computed"),
    ("x = 3 * 12 - 5 + 17", "uses 17", "a number is invented"),
    ("x = 3 * 12 - 5 - 5", "uses 5", "a number is used twice"),
    ("x = 3 * 12 - 5.0.0", "", "no formula"),
    ("x == 3 * 12 - 5 or", "", "no formula"),
    ("3 * 12 - 5", "no problem", "no equation"),
    ("y = 3 * 12 - 5", "no problem", "what is asked is not in it"),
    ("x = f(3 * 12 - 5)", "no problem", "an unknown function"),
]


@pytest.mark.parametrize(("equation", "says", "why"), DROPPED, ids=[r[2] for r in DROPPED])
def test_a_reading_that_must_not_be_used_says_why(equation: str, says: str, why: str) -> None:
    read = read_proposed(BOXES, reading("solve", "x", equation))
    assert isinstance(read, Unread)
    assert says in read.reason


HOSTILE = [
    "",
    "{",
    "[" * 100_000,
    "null",
    "[]",
    '{"task": "solve"}',
    '{"task": "rob", "equations": ["x = 1"], "asked": "x"}',
    '{"task": "solve", "equations": [1], "asked": "x"}',
    '{"task": "solve", "equations": [], "asked": "x"}',
    '{"task": "solve", "equations": ["x = 1"], "asked": 7}',
    reading("solve", "x", *["x = 3 * 12 - 5"] * 50),
    reading("solve", "x", "x = " + "(" * 150 + "3 * 12 - 5"),
    reading("solve", "x", "x = 12^12^12^3 - 5"),
    reading("evaluate", "x", "__import__('os').system('12 3 5')"),
    reading("solve", "x" * 10_000, "x = 3 * 12 - 5"),
]


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:30] for text in HOSTILE])
def test_whatever_the_model_writes_is_at_most_no_reading(text: str) -> None:
    assert isinstance(read_proposed(BOXES, text), Unread)


@given(st.text(max_size=60), st.text(max_size=60))
def test_nothing_is_raised(equation: str, asked: str) -> None:
    read_proposed(BOXES, reading("solve", asked, equation))


NUMBERS = [
    ("a dozen eggs at 2 each", "12 * 2", True, "a dozen"),
    ("three quarters of 8", "3/4 * 8", True, "words for both"),
    ("three quarters of 8", "0.75 * 8", False, "three is not seen"),
    ("1,200 apples", "1200", True, "thousands"),
    ("2.50 dollars", "2.5", True, "decimals"),
    ("5 hours in minutes", "5 * 60", True, "a factor that everybody knows"),
    ("twice 7", "2 * 7", True, "twice"),
    ("7 doubled", "7 + 7", False, "doubled is not seen"),
]


@pytest.mark.parametrize(
    ("question", "formula", "good", "why"), NUMBERS, ids=[r[3] for r in NUMBERS]
)
def test_every_number_is_used(question: str, formula: str, good: bool, why: str) -> None:
    assert (misused_numbers(question, [formula]) is None) is good


def test_the_schema_allows_what_is_read() -> None:
    assert set(READING_SCHEMA["required"]) == {"task", "equations", "asked"}
    for task in READING_SCHEMA["properties"]["task"]["enum"]:
        equation = {"solve": "x = 3*12 - 5", "evaluate": "3*12 - 5"}.get(task, "3x^12 + 5x")
        text = reading(task, "x", equation)
        assert isinstance(read_proposed(BOXES, text), ProposedReading), task
