"""Two answers: the same, different, or undecided."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathviz_chat.core import equal
from mathviz_chat.core.checking import EqualityResult

PAIRS = Path(__file__).parents[2] / "data" / "answer_pairs.tsv"

with PAIRS.open(encoding="utf-8", newline="") as file:
    TABLE = list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize(
    "row", TABLE, ids=lambda row: f"{row['kind']}: {row['gold'][:20]} | {row['answer'][:20]}"
)
def test_no_pair_is_called_what_it_is_not(row: dict[str, str]) -> None:
    found = equal(row["gold"], row["answer"])
    assert found.result in (row["expected"], EqualityResult.UNDECIDED), found.reason


def test_nearly_all_pairs_are_decided() -> None:
    results = [equal(row["gold"], row["answer"]).result == row["expected"] for row in TABLE]
    assert sum(results) >= 0.98 * len(results)


QUESTION_DECIDES = [
    ("B", "b", "Which one? (A) 3 (B) 4", "equal", "a label, in either case"),
    ("B", "B) 4", "Which one? (A) 3 (B) 4", "equal", "a label with its choice"),
    ("B", "A) 3", "Which one? (A) 3 (B) 4", "unequal", "another label"),
    ("4", "(B)", "Which one? (A) 3 (B) 4", "equal", "what the label stands for"),
    ("3", "(B)", "Which one? (A) 3 (B) 4", "unequal", "what another label stands for"),
    ("4", "(B)", None, "undecided", "a label of a choice that is not known"),
    ("B", "b", None, "unequal", "two letters, where no choice is offered"),
    ("FF", "0xff", "Convert 255 to hexadecimal.", "equal", "digits, in either case"),
    ("FF", "FE", "Convert 255 to hexadecimal.", "unequal", "another digit"),
    ("Monday", "monday", "Which day is it?", "equal", "a name, in either case"),
    ("x^2 + C", "x^2 + 5 + C", "Find the integral of 2x.", "equal", "another constant"),
    ("x^2 + C", "x^2 + K", "Find ∫ 2x dx", "equal", "the constant by another name"),
    ("x^2 + C", "2x^2 + C", "Find ∫ 2x dx", "unequal", "another antiderivative"),
    ("x = pi/6 + 2pi*k", "x = pi/6 + 2pi*n", "Solve 2 sin x = 1", "equal", "any whole number"),
    ("x = pi/6 + 2pi*k", "x = pi/6 - 2pi*k", "Solve 2 sin x = 1", "undecided", "counted down"),
    ("x = 2k", "x = 2n", "Solve for x.", "unequal", "two letters with a meaning"),
    ("5 cm", "5", "How many centimeters long is it?", "equal", "the question names the unit"),
    ("5 cm", "5", None, "undecided", "a unit on one side only"),
    ("7.5 hours", "7.5", "Change 450 minutes into hours.", "equal", "into names the unit"),
    ("48 oz", "48", "3 lb are how heavy in ounces?", "equal", "any unit may be named"),
    ("30 degrees", "30", "Find x in degrees.", "equal", "degrees are asked for"),
    ("30 degrees", "30", "Find the angle.", "undecided", "degrees, or radians"),
    ("36 inches", "36 in", None, "equal", "behind a number alone, in is inches"),
    ("3 ft", "36 in", None, "equal", "the same length"),
    ("3 ft", "35 in", None, "unequal", "another length"),
    ("9%", "9", "What percent of 200 is 18?", "equal", "the question asks for a percentage"),
    ("9%", "9", None, "undecided", "a percent sign on one side only"),
    ("0.33", "1/3", "Round to two decimal places.", "equal", "the question asks for rounding"),
    ("0.33", "1/3", None, "unequal", "rounding was not asked for"),
    ("2, 1", "1, 2", "Solve x^2 - 3x + 2 = 0.", "equal", "solutions have no order"),
    ("2, 1", "1, 2", "Sort 1, 2 in descending order.", "unequal", "the order is the answer"),
    ("x^2 + C", "x^2 + 5 + C", "Find the antiderivative of 2x.", "equal", "any constant"),
    ("x^2 + C", "x^3 + C", "Find the antiderivative of 2x.", "unequal", "another derivative"),
]


@pytest.mark.parametrize(("gold", "answer", "question", "expected", "why"), QUESTION_DECIDES)
def test_the_question_fixes_what_is_open(
    gold: str, answer: str, question: str | None, expected: str, why: str
) -> None:
    assert equal(gold, answer, question=question).result == expected, why


KIND_DECIDES = [
    ("1, 2", "2, 1", "solution set", "equal", "no order"),
    ("1, 2", "2, 1", "ordered list", "unequal", "order"),
    ("101", "0101", "base-n numeral", "equal", "leading zeros"),
    ("101_2", "5_10", "base-n numeral", "equal", "two bases"),
    ("101", "5", "base-n numeral", "unequal", "digits, not values"),
    ("B", "(b)", "choice", "equal", "a choice label"),
    ("B", "C", "choice label", "unequal", "another label"),
    ("yes", "True", "truth value", "equal", "truth values"),
    ("3:45 pm", "15:45", "clock time", "equal", "two ways to write a time"),
    ("3:45", "15:45", "clock time", "undecided", "3:45 may be in the morning"),
    ("3:45", "3:45", "clock time", "equal", "the same words"),
    ("3:45 am", "3:45 pm", "clock time", "unequal", "twelve hours apart"),
    ("2:3", "4:6", "ratio", "equal", "the same ratio"),
]


@pytest.mark.parametrize(("gold", "answer", "kind", "expected", "why"), KIND_DECIDES)
def test_the_kind_fixes_the_notation(
    gold: str, answer: str, kind: str, expected: str, why: str
) -> None:
    assert equal(gold, answer, kind=kind).result == expected, why


ANSWERS = st.sampled_from(sorted({row[side] for row in TABLE for side in ("gold", "answer")}))


@given(ANSWERS, ANSWERS)
def test_it_does_not_matter_which_is_gold(left: str, right: str) -> None:
    assert equal(left, right).result == equal(right, left).result


@given(ANSWERS)
def test_an_answer_equals_itself(text: str) -> None:
    assert equal(text, text).result is not EqualityResult.UNEQUAL


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_is_an_error(left: str, right: str) -> None:
    assert equal(left, right).reason
