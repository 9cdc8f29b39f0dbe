"""How questions are read: wordings that ask the same thing, and what must stay unread."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mathviz_chat.core.problems import Form, Kind, Problem, Unread
from mathviz_chat.core.problems.language import IGNORED_PHRASES, MAX_LENGTH
from tests.core.reading_once import read_question

SAME_QUESTION = {
    "Calculate 3 + 4*2.": (
        "What is 3 + 4*2?",
        "3 + 4*2",
        "3+4·2 = ?",
        "calculate 3 + 4 × 2",
        "Please evaluate 3+4*2.",
        "Hi! Could you work out 3 + 4*2 for me? Thanks!",
        "What is the value of $3 + 4 \\cdot 2$?",
        "What does 3 + 4*2 equal?",
        "Find the value of: 3 + 4*2",
        "How much is 3 plus 4 times 2?",
        "Exercise 12: Compute 3 + 4*2.",
        "three plus 4 times two",
    ),
    "Calculate 15% of 80.": (
        "What is 15% of 80?",
        "15% of 80",
        "Find 15 percent of 80",
        "How much is 15 % of 80?",
        "what's fifteen percent of eighty?",
        "Calculate $15\\%$ of $80$.",
        "Please tell me: what is 15 per cent of 80",
    ),
    "Solve 3x + 7 = 22 for x.": (
        "Solve for x: 3x + 7 = 22",
        "3x + 7 = 22",
        "Solve 3x+7=22",
        "solve the equation 3x + 7 = 22",
        "What is x if 3x + 7 = 22?",
        "If 3x + 7 = 22, what is the value of x?",
        "If 3x+7=22, then find x.",
        "Find x such that 3x + 7 = 22.",
        "Determine the value of x in 3x + 7 = 22",
        "For what value of x is 3x + 7 = 22?",
        "3x + 7 = 22. Find x.",
        "3x + 7 = 22, solve for x",
        "$3x + 7 = 22$. Solve for $x$. Show your work.",
        "Let 3x + 7 = 22. What is x?",
        "Suppose that 3x + 7 = 22. Calculate x.",
        "Could you please help me solve 3x + 7 = 22?",
        "\\[3x + 7 = 22\\]",
        "Solve 3x + 7 = 22 for x",
        "Solve for x in the equation 3x + 7 = 22.",
        "Find the solution of the equation 3x + 7 = 22",
    ),
    "Solve x + y = 5 and x - y = 1 for x and y.": (
        "Solve the system: x + y = 5, x - y = 1",
        "Solve x + y = 5 and x - y = 1.",
        "Find x and y if x + y = 5 and x - y = 1",
        "Solve the system of equations\nx + y = 5\nx - y = 1",
        "x + y = 5; x - y = 1. Find x and y.",
        "Given that x + y = 5 and x - y = 1, find x and y.",
    ),
    "Find the derivative of x^3 + 2x with respect to x.": (
        "Find the derivative of x^3 + 2x",
        "Differentiate x^3 + 2x with respect to x.",
        "differentiate x³ + 2x",
        "What is the derivative of $x^3 + 2x$?",
        "d/dx (x^3 + 2x)",
        "Calculate the first derivative of x^3 + 2x wrt x.",
        "f(x) = x^3 + 2x; find f'(x).",
        "If f(x) = x^3 + 2x, what is f'(x)?",
        "Let y = x^3 + 2x. Find dy/dx.",
        "Find dy/dx if y = x^3 + 2x",
        "Find the derivative of f(x) = x^3 + 2x.",
        "Please take the derivative of the function x^3 + 2x",
    ),
    "Find the second derivative of x^4 with respect to x.": (
        "What is the second derivative of x^4?",
        "Differentiate x^4 twice.",
        "Let f(x) = x^4. Find f''(x).",
        "find the 2nd derivative of x^4 w.r.t. x",
    ),
    "Find the speed, given the distance 120 mi and the time 2 hours.": (
        "A train travels 120 miles in 2 hours. What is its speed?",
        "a train travels 120 miles in two hours. how fast does it go?",
        "If a train travels 120 miles in 2 hours, what is its speed?",
        "A train covers 120 miles in 2 hours at a constant speed. Find its average speed.",
        "What is the average speed of a train that travels 120 miles in 2 hours?",
        "Tom drives 120 miles in 2 hours. What is his speed?",
    ),
    "Find the distance, given the speed 60 mph and the time 3 hours.": (
        "A car drives at 60 mph. How far does it go in 3 hours?",
        "A car drives at 60 mph for 3 hours. How far does it travel?",
        "How far does a car travel in 3 hours at 60 miles per hour?",
    ),
    "Find the time, given the speed 50 mph and the distance 150 mi.": (
        "How long does it take to drive 150 miles at 50 mph?",
        "A bus travels 150 miles at 50 mph. How long does the journey take?",
    ),
}


def _pairs() -> list[tuple[str, str]]:
    return [
        (wording, read_as) for read_as, wordings in SAME_QUESTION.items() for wording in wordings
    ]


@pytest.mark.parametrize(("wording", "read_as"), _pairs())
def test_wordings_of_one_question_are_read_alike(wording: str, read_as: str) -> None:
    problem = read_question(wording)
    assert isinstance(problem, Problem), problem
    assert problem.read_as == read_as


@pytest.mark.parametrize("wording", [wording for wording, _ in _pairs()])
def test_the_reading_reads_back_as_the_same_problem(wording: str) -> None:
    problem = read_question(wording)
    assert isinstance(problem, Problem)
    assert read_question(problem.read_as) == problem


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("What is 3 + 4*2 not?", "a negation"),
        ("What is 15% of 80 except 3?", "an exception"),
        ("Solve 3x + 7 = 22 where x is not 5.", "a negation on the unknown"),
        ("Solve 3x + 7 = 22 for even x.", "an assumption that no rule uses"),
        ("Find the odd x with x^2 = 9.", "a selection that no rule uses"),
        ("Solve x + y = 5 for x and y.", "fewer equations than unknowns"),
        ("Find the derivative of x^2 near x = 3.", "a place that is no point"),
        ("Differentiate x^3 + 2x with respect to 7 x.", "7x is no letter"),
        ("Differentiate x^3 + 2x with respect to 7", "a number is no letter"),
        ("A train travels 120 miles in 2 hours and stops for 1 hour. What is its speed?", "more"),
        ("A train travels 120 miles in 2 hours. What is the speed of the bus?", "another subject"),
        ("A train travels 120 miles in 2 hours. What is its speed in kg?", "not a unit of speed"),
        ("What is 3 + 4? What is the time?", "two questions, one of them unread"),
        ("x = 5", "it states a value and asks nothing"),
        ("What is 5?", "there is nothing to work out"),
        ("What is a derivative?", "an explanation is asked for"),
        ("Is 7 prime or 8?", "no rule"),
        ("7" * (MAX_LENGTH + 1), "too long"),
    ],
)
def test_what_no_rule_uses_as_a_whole_is_unread(text: str, why: str) -> None:
    assert isinstance(read_question(text), Unread), why


@pytest.mark.parametrize(
    "text",
    ["hi", "Hello!", "why?", "explain step 2", "thanks", "I don't get line 3", "", "go on", "ok"],
)
def test_a_turn_that_asks_nothing_formal_says_so(text: str) -> None:
    unread = read_question(text)
    assert isinstance(unread, Unread)
    assert not unread.formal


@pytest.mark.parametrize("text", ["Prove that 7 is prime.", "What is 15% of?", "solve this: 3x +"])
def test_an_unread_question_about_mathematics_is_formal(text: str) -> None:
    unread = read_question(text)
    assert isinstance(unread, Unread)
    assert unread.formal


@pytest.mark.parametrize(
    ("text", "kind", "form"),
    [
        ("What is 3 + 4*2?", Kind.ARITHMETIC, Form.NUMBER),
        ("What is 15% of 80?", Kind.PERCENT_OF, Form.NUMBER),
        ("Solve x^2 = 9", Kind.EQUATION, Form.SOLUTIONS),
        ("Solve x + y = 5 and x - y = 1", Kind.SYSTEM, Form.ASSIGNMENT),
        ("Solve x + y = 5 and x - y = 1 for y.", Kind.SYSTEM, Form.SOLUTIONS),
        ("d/dx x^2", Kind.DERIVATIVE, Form.EXPRESSION),
        ("A car goes 90 km in 2 h. How fast is it going?", Kind.SPEED, Form.QUANTITY),
    ],
)
def test_the_kind_decides_the_form_of_the_answer(text: str, kind: Kind, form: Form) -> None:
    problem = read_question(text)
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.form) == (kind, form)


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        (
            "Collect the terms in -2*i**2 + 67 - 703.",
            Kind.EXPAND,
            "terms are collected in a letter",
        ),
        (
            "Simplify i**2*i**3 assuming i is positive.",
            Kind.SIMPLIFY,
            "a complex number has no sign",
        ),
        ("Expand (2 + i)(3 - i).", Kind.COMPLEX, "nothing speaks for a letter"),
    ],
)
def test_i_is_a_letter_where_the_question_says_so(text: str, kind: Kind, reason: str) -> None:
    problem = read_question(text)
    assert isinstance(problem, Problem)
    assert problem.kind is kind, reason
    assert read_question(problem.read_as) == problem


STRAY = st.sampled_from(
    ["7", "not", "except", "without", "less than", "at least", "never", "never 4", "twice", "half"]
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([wording for wording, _ in _pairs()]), STRAY, st.integers(0, 60))
def test_a_stray_word_or_number_is_never_ignored(wording: str, stray: str, place: int) -> None:
    words = wording.split(" ")
    at = place % (len(words) + 1)
    changed = read_question(" ".join([*words[:at], stray, *words[at:]]))
    assert isinstance(changed, Unread) or changed != read_question(wording)


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from([wording for wording, _ in _pairs()]), st.sampled_from(sorted(IGNORED_PHRASES))
)
def test_listed_phrases_are_ignored_at_the_beginning(wording: str, phrase: str) -> None:
    assume(not wording.startswith("Exercise"))  # a label counts at the very beginning only
    assert read_question(f"{phrase}, {wording}") == read_question(wording)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_no_text_makes_the_reader_raise(text: str) -> None:
    assert isinstance(read_question(text), Problem | Unread)


def test_two_readings_with_the_same_answer_are_one() -> None:
    problem = read_question("One ticket costs 15 dollars. How much do 6 tickets cost?")
    assert isinstance(problem, Problem), problem
    assert problem.unit == "USD"
