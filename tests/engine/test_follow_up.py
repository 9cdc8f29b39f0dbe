"""What a turn means beside the exercise before it: pure text."""

from __future__ import annotations

import pytest

from mathviz_chat.core.solving.solver import ANOTHER
from mathviz_chat.engine.follow_up import as_answer, claimed, own_work, refers_back, stand_alone
from mathviz_chat.messages import ANOTHER_METHOD

LINEAR = "Solve for x: 3x + 7 = 22"
SQUARE = "Solve x^2 - 5x + 6 = 0"
SHIRT = "A shirt costs $40 and is 25% off. What is the sale price?"
TRAIN = "A train travels 120 miles in 2 hours. What is its speed?"
CUBE = "Differentiate x^3 + 2x"


@pytest.mark.parametrize(
    ("exercise", "turn", "meant"),
    [
        (LINEAR, "and if it were 5 instead of 7?", "Solve for x: 3x + 5 = 22"),
        (LINEAR, "what if it was 4x instead of 3x", "Solve for x: 4x + 7 = 22"),
        (LINEAR, "what about 3x + 7 = 25?", "Solve for x: 3x + 7 = 25"),
        (SHIRT, "and with 30% off?", SHIRT.replace("25", "30")),
        (SHIRT, "What if it costs $50?", SHIRT.replace("40", "50")),
        (TRAIN, "What if it takes 3 hours?", TRAIN.replace("2 hours", "3 hours")),
        (TRAIN, "ok, and 1 hour?", TRAIN.replace("2 hours", "1 hours")),
        ("What is 15% of 80?", "and 20%?", "What is 20% of 80?"),
        ("Is 91 prime?", "and 97?", "Is 97 prime?"),
        (CUBE, "and x^4?", "Differentiate x^4"),
        (CUBE, "and again", "Find the second derivative of x^3 + 2x"),
        (CUBE, "what is the third derivative?", "Find the third derivative of x^3 + 2x"),
        (CUBE, "and at x = 2?", "Find the derivative of x^3 + 2x at x = 2"),
        ("integrate x^2", "and from 0 to 1?", "integrate x^2 from 0 to 1"),
        ("Expand (x+1)^2", "now differentiate it", "differentiate (x+1)^2"),
        (SQUARE, "do it another way", SQUARE),
        (SQUARE, "can you show me a different method?", SQUARE),
        (SQUARE, "by completing the square please", f"{SQUARE} by completing the square"),
    ],
)
def test_a_turn_is_put_together_with_the_exercise(exercise: str, turn: str, meant: str) -> None:
    assert stand_alone(turn, exercise) == meant


@pytest.mark.parametrize(
    ("exercise", "turn", "why"),
    [
        (LINEAR, "and if it were 5 instead?", "instead of which of the three numbers?"),
        (LINEAR, "and if it were 5 instead of 8?", "there is no 8"),
        ("Solve 2x + 2 = 8", "what if it was 3 instead of 2", "the 2 of 2x may be meant"),
        (TRAIN, "and how far in 5 hours?", "it asks for something else"),
        (TRAIN, "what if it is 3 hours late?", "a word is left over"),
        (TRAIN, "what if it takes 3 trains?", "nothing counts trains"),
        (TRAIN.replace("2 hours", "two hours"), "and 90 miles?", "one number is in words"),
        ("A price of $40 rises by 25%. What is it?", "and with 30% off?", "nothing is off there"),
        ("What is 15% of 80?", "and of 90?", "two numbers"),
        (CUBE, "now differentiate it", "the function, or what came out?"),
        (LINEAR, "now differentiate it", "an equation has no derivative"),
        (LINEAR, "and x^2?", "an equation was asked for"),
        (LINEAR, "so x = 5?", "that is an answer, no exercise"),
        (LINEAR, "why?", "it changes nothing"),
        (LINEAR, "I don't understand step 2", "it changes nothing"),
    ],
)
def test_what_is_not_clear_stays_as_it_was_typed(exercise: str, turn: str, why: str) -> None:
    assert stand_alone(turn, exercise) is None, why


@pytest.mark.parametrize(
    ("turn", "claim"),
    [
        ("is x = 3 right?", "x = 3"),
        ("x=3?", "x=3"),
        ("so x = 2 or x = 3", "x = 2 or x = 3"),
        ("x = 2 or 3", "x = 2 or 3"),
        ("is it 5?", "5"),
        ("I got 19/12, is that right?", "19/12"),
        ("My answer is 3/4", "3/4"),
        ("are 2 and 3 the roots?", "2 and 3"),
        ("x = 2 is the only solution, right?", "x = 2"),
        ("I think it's 60 mph", "60 mph"),
        ("is it 2 hours?", "2 hours"),
        ("3x^2 + 2", "3x^2 + 2"),
    ],
)
def test_an_answer_that_a_turn_claims(turn: str, claim: str) -> None:
    assert claimed(turn, TRAIN) == claim


@pytest.mark.parametrize(
    ("turn", "why"),
    [
        ("is that right?", "no value"),
        ("is x = 3 wrong?", "it claims the opposite"),
        ("isn't x = 3 right?", "a negation"),
        ("is 7 prime?", "another question"),
        ("is 3 a factor of 12?", "another question"),
        ("Is x = 4 the solution of 5x - 3 = 2x + 9?", "it names its own equation"),
        ("I think there are 3 apples", "words that are no unit here"),
        ("5x - 3 = 2x + 9", "an equation to be solved"),
        ("why is x = 5 right?", "it asks for a reason"),
    ],
)
def test_what_claims_no_answer(turn: str, why: str) -> None:
    assert claimed(turn, TRAIN) is None, why


@pytest.mark.parametrize(
    ("turn", "lines"),
    [
        ("check my work: 5x = 15 so x = 4", "5x = 15 so x = 4"),
        ("Please mark my solution:\n2x = 8\nx = 4", "2x = 8\nx = 4"),
        ("is this right? 2x = 8, x = 4", "2x = 8, x = 4"),
        ("is this right?", None),
        ("check this: I like maths", None),
        ("check my spelling: 4", None),
        ("check that 2 + 2 = 4", None),
    ],
)
def test_lines_that_are_to_be_marked(turn: str, lines: str | None) -> None:
    assert own_work(turn) == lines


@pytest.mark.parametrize(
    ("turn", "back"),
    [
        ("why?", True),
        ("I don't understand step 2", True),
        ("is that right?", True),
        ("now differentiate it", True),
        ("3x^2 + 2", True),
        ("Solve sin x = 0.3", False),
        ("What is 3/4 + 5/6 as a decimal?", False),
        ("Tom had some apples. He gave away 3 and then he had 4. How many had he?", False),
    ],
)
def test_turns_about_the_exercise_before(turn: str, back: bool) -> None:
    assert refers_back(turn) is back


@pytest.mark.parametrize(
    ("lines", "marked"),
    [
        ("5", "Answer: 5"),
        ("{2, 3}", "Answer: {2, 3}"),
        ("x = 5", "x = 5"),
        ("2x = 6\nx = 3", "2x = 6\nx = 3"),
        ("I think five", "I think five"),
    ],
)
def test_one_bare_value_is_announced_as_the_answer(lines: str, marked: str) -> None:
    assert as_answer(lines) == marked


def test_the_solver_and_the_engine_call_another_way_alike() -> None:
    assert ANOTHER_METHOD == ANOTHER
