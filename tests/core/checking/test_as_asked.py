"""``equal_as_asked``: an answer beside the right one, in the form that the question asks for."""

from __future__ import annotations

import pytest

from mathviz_chat.core.checking import equal_as_asked

SHARED = "Share £180 between Ali and Beth in the ratio 4 : 5. How much does Beth receive?"
MIXED = "Mix 4 kg nuts at $9/kg with 6 kg raisins at $4/kg, what does the mix cost per kg"
ROWS = [
    ("Solve x^2 = 9", "-3, 3", "x = 3 or x = -3", "equal", "solutions in any order and notation"),
    ("Solve x^2 = 9", "x = 3 or x = -3", "x^2 = 9", "undecided", "the question again"),
    ("Solve x^2 = 9", "x = 3 or x = -3", "x = 3", "unequal", "one is missing"),
    ("Factor x^2 - 1.", "(x - 1)*(x + 1)", "(x + 1)(x - 1)", "equal", "another order"),
    ("Factor x^2 - 1.", "(x - 1)*(x + 1)", "x^2 - 1", "undecided", "equal, not factored"),
    ("What is 3 + 8?", "11", "3 + 8", "undecided", "equal, not worked out"),
    ("What is 3 + 8?", "11", "12", "unequal", "another number"),
    ("Convert ff (base 16) to base 2.", "11111111", "11111111", "equal", "digits"),
    ("Convert 3 (base 10) to base 2.", "11", "11.0", "undecided", "no numeral of a whole number"),
    ("Sort 3, 1, 2 in ascending order.", "1, 2, 3", "3, 2, 1", "unequal", "the order counts"),
    ("Is 97 prime?", "True", "yes", "equal", "two ways of saying it"),
    ("convert 3.5 km to metres", "3500 m", "3500", "equal", "the question names the unit"),
    ("convert 3.5 km to metres", "3500 km", "3500", "unequal", "another unit"),
    ("Find the complement of 37 degrees.", "53 degrees", "53", "equal", "degrees"),
    ("Find the complement of 37 degrees.", "53 degrees", "54", "unequal", "another angle"),
    ("how many inches are there in 5 feet", "60 inches", "60", "equal", "inches"),
    ("(a) Find 2 + 3. (b) Solve 2x = 8", "a) 5; b) x = 4", "(a) 5; (b) x = 4", "equal", "parts"),
    ("(a) Find 2 + 3. (b) Solve 2x = 8", "a) 5; b) x = 4", "(a) 5; (b) x = 5", "unequal", "a part"),
    ("(a) Find 2 + 3. (b) Solve 2x = 8", "a) 5 b) 4", "(a) 5; (b) x = 4", "equal", "inline"),
    ("(i) Find 2 + 3. (ii) Find 3 + 4.", "i) 5 ii) 7", "(i) 5; (ii) 7", "equal", "Roman labels"),
    (SHARED, "100 pounds", "100 GBP", "equal", "pounds of money"),
    (SHARED, "100 pounds", "80 GBP", "unequal", "another amount"),
    (MIXED, "$6 per kg", "$6", "equal", "the question says per what"),
    (MIXED, "$6 per kg", "$7", "unequal", "another price"),
    (
        "Find the general solution of y' = 2y",
        "y = A*e^(2x)",
        "y = C_1*e^(2x)",
        "equal",
        "constants have any name",
    ),
    (
        "Find the general solution of y' = 2y",
        "y = A*e^(2x)",
        "y = C_1*e^(3x)",
        "unequal",
        "it does not satisfy the equation",
    ),
    ("How many eggs does Ann sell?", "18", "19", "unequal", "unread: as the answers stand"),
    ("How many eggs does Ann sell?", "1,018", "1018", "equal", "thousands separators"),
]


@pytest.mark.parametrize(
    ("question", "gold", "answer", "result", "why"), ROWS, ids=[f"{r[2]}: {r[4]}" for r in ROWS]
)
def test_the_form_asked_for_counts(
    question: str, gold: str, answer: str, result: str, why: str
) -> None:
    found = equal_as_asked(question, gold, answer)
    assert found.result == result, found.reason


def test_the_right_answer_itself_is_never_held_to_a_form() -> None:
    assert equal_as_asked("What is 3 + 8?", "3 + 8", "3 + 8").result == "equal"
