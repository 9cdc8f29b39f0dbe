"""Rows of exercises: the same whoever makes them, checked, and in one split only."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathviz_chat.messages import Message
from mathviz_finetune.exercise import Exercise
from mathviz_finetune.rows import (
    SPLITS,
    Dropped,
    Row,
    Split,
    bucket,
    calculator_differs,
    fault,
    make_row,
    wordings,
)
from mathviz_finetune.topics import GATED, TOPICS


def row(question: str, completion: str, answer: str | None) -> Row:
    return Row("id", "linear", 1, 0, (Message("user", question),), completion, answer)


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_makes_rows_that_the_checker_passes(topic: str) -> None:
    made = [make_row(topic, "train", 7, index) for index in range(3)]
    assert [item for item in made if isinstance(item, Dropped)] == []
    assert all(isinstance(item, Row) and item.completion for item in made)


@given(st.sampled_from(sorted(TOPICS)), st.integers(0, 10**6))
@settings(max_examples=10, deadline=None)
def test_a_row_depends_on_its_place_alone(topic: str, index: int) -> None:
    assert make_row(topic, "train", 1, index) == make_row(topic, "train", 1, index)


@pytest.mark.parametrize("topic", GATED)
def test_splits_share_no_question(topic: str) -> None:
    asked: dict[Split, set[str]] = {split: set() for split in SPLITS}
    for split, questions in asked.items():
        for index in range(6):
            made = make_row(topic, split, 3, index)
            if isinstance(made, Row):
                questions.add(made.question)
    together = set().union(*asked.values())
    assert len(together) == sum(map(len, asked.values()))


def test_the_mathematics_decides_the_split_and_not_the_wording() -> None:
    assert bucket("linear", "3x + 7 = 22") == bucket("linear", "3x + 7 = 22")
    assert bucket("linear", "3x + 7 = 22") != bucket("linear-two-sided", "3x + 7 = 22")


def test_a_third_of_the_wordings_is_for_the_test_splits_only() -> None:
    exercise = Exercise("key", tuple("abcdef"), (), None)
    assert list(wordings(exercise, "train")) == [0, 1, 3, 4]
    assert list(wordings(exercise, "validation")) == [0, 1, 3, 4]
    assert list(wordings(exercise, "test")) == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize("topic", TOPICS)
def test_every_family_has_wordings_to_hold_out(topic: str) -> None:
    exercise = TOPICS[topic].make(random.Random(5), TOPICS[topic].levels[0])
    assert len(exercise.texts) >= 3
    assert len(set(exercise.texts)) == len(exercise.texts)


FAULTS = [
    ("3x = 22 - 7 = 15\nx = 15 / 3 = 5\nAnswer: x = 5", "x = 5", None, "right"),
    ("3x = 22 - 7 = 16\nAnswer: x = 5", "x = 5", "the calculator writes", "a slip of arithmetic"),
    ("3x = 16\nAnswer: x = 5", "x = 5", "refuted", "a line that does not follow"),
    ("Answer: x = 6", "x = 6", "refuted", "a wrong answer"),
    ("It is five.\nAnswer: five", "five", "the answer is not verified", "nothing to verify"),
]


@pytest.mark.parametrize(("completion", "answer", "begins", "why"), FAULTS)
def test_a_row_with_a_fault_is_dropped(
    completion: str, answer: str, begins: str | None, why: str
) -> None:
    found = fault(row("Solve 3x + 7 = 22", completion, answer), judged=True)
    assert (found or "None").startswith(str(begins)), why


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("2 + 3 = 5", None),
        ("2 + 3 = 6", "2 + 3 ="),
        ("2 + 3 = 55", "2 + 3 ="),
        ("2 + 3 = 5 apples", "2 + 3 ="),
        ("x = 7/2", None),
        ("Two:\n4 * 5 = 21", "4 * 5 ="),
    ],
)
def test_a_text_that_the_calculator_would_write_otherwise(text: str, place: str | None) -> None:
    assert calculator_differs(text) == place
