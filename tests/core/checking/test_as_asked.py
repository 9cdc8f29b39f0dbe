"""``equal_as_asked``: an answer beside the right one, in the form that the question asks for."""

from __future__ import annotations

import pytest

from mathviz_chat.core.checking import equal_as_asked

SHARED = "Share £180 between Ali and Beth in the ratio 4 : 5. How much does Beth receive?"
MIXED = "Mix 4 kg nuts at $9/kg with 6 kg raisins at $4/kg, what does the mix cost per kg"
FELL = "A price falls from 50 to 48. What is the percentage change?"
ROSE = "Find the percentage change from 40 to 50."
LESS = "What is the percentage decrease from 50 to 48?"
SHARES = "Anna and Ben share 50 in the ratio 2:3. How much does each get?"
ROWS = [
    ("Solve x^2 = 9", "-3, 3", "x = 3 or x = -3", "equal", "solutions in any order and notation"),
    ("Solve x^2 = 9", "x = 3 or x = -3", "x^2 = 9", "undecided", "the question again"),
    ("Solve x^2 = 9", "x = 3 or x = -3", "x = 3", "unequal", "one is missing"),
    ("Factor x^2 - 1.", "(x - 1)*(x + 1)", "(x + 1)(x - 1)", "equal", "another order"),
    ("Factor x^2 - 1.", "(x - 1)*(x + 1)", "x^2 - 1", "undecided", "equal, not factored"),
    ("What is 3 + 8?", "11", "3 + 8", "undecided", "equal, not worked out"),
    ("What is 3 + 8?", "11", "12", "unequal", "another number"),
    ("Write 40/48 in lowest terms", "5/6", "10/12", "undecided", "equal, not in lowest terms"),
    ("Write 7/4 as a mixed number", "1 3/4", "7/4", "undecided", "equal, not mixed"),
    ("Round 3.14159 to 2 decimal places", "3.14", "3.1416", "unequal", "rounded otherwise"),
    ("Round 3.14159 to 2 decimal places", "3.14", "3.140", "equal", "a zero more"),
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
    (FELL, "4% decrease", "4%", "equal", "the story says that it falls"),
    (FELL, "4%", "-4%", "equal", "a sign says it too"),
    (FELL, "-4%", "\u22124 %", "equal", "a minus sign of print"),
    (FELL, "-4%", "a decrease of 4%", "equal", "in words"),
    (FELL, "4% decrease", "It fell by 4%.", "equal", "in a sentence"),
    (FELL, "4% decrease", "-4", "equal", "the question names the percentage"),
    (FELL, "4% decrease", "4% increase", "unequal", "the other direction"),
    (FELL, "-4%", "+4%", "unequal", "the other sign"),
    (FELL, "4%", "down 5%", "unequal", "another size"),
    (FELL, "4% decrease", "-4% decrease", "undecided", "twice negative"),
    (ROSE, "25%", "25% increase", "equal", "a rise"),
    (ROSE, "25%", "-25%", "unequal", "a rise is no fall"),
    (LESS, "4%", "-4%", "unequal", "the question itself says that it is a decrease"),
    (SHARES, "20, 30", "Anna 20, Ben 30", "equal", "the names may be left out"),
    (SHARES, "20, 30", "Ben gets 30 and Anna gets 20", "equal", "by name in any order"),
    (SHARES, "20, 30", "Anna 30, Ben 20", "unequal", "the shares exchanged"),
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
