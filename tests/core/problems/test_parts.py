"""Questions in parts: each part is a problem of its own, and all of them are read or none."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems import Kind, Problem, Unread, judge_answer, read_question
from mathviz_chat.core.solving import Solution, solve
from mathviz_chat.core.verdict import AnswerVerdict, StepKind

READ = [
    ("(a) Solve 2x = 6 (b) Factor x^2 - 4", "(a) x = 3; (b) (x - 2)(x + 2)", "letters"),
    ("a) What is 3 + 4?\nb) What is 5 * 6?", "(a) 7; (b) 30", "one bracket, on lines"),
    ("1. Solve x + 1 = 3\n2. Solve x - 1 = 3", "(1) x = 2; (2) x = 4", "numbers with a dot"),
    ("Expand (a) (x+1)^2 (b) (x+2)^2", "(a) x^2 + 2x + 1; (b) x^2 + 4x + 4", "one verb for both"),
    ("Solve the following equations: (i) 2x+1=5 (ii) x/2=3", "(i) x = 2; (ii) x = 6", "roman"),
    ("Let f(x) = x^2. (a) Find f(3). (b) Find f'(x).", "(a) 9; (b) 2x", "what is shared"),
    (
        "Let f(x) = x^2 and g(x) = x + 1. a) Find f(3). b) Find g(f(2)).",
        "(a) 9; (b) 5",
        "a definition that one part does not mention",
    ),
    ("What is 3 + 4? What is 5 + 6?", "(a) 7; (b) 11", "two sentences that ask"),
    ("(a) Find ∫ 2x dx. (b) Hence evaluate ∫_0^3 2x dx.", "(a) x^2 + C; (b) 9", "hence"),
    ("homework q3: (a) solve 3x = 12 (b) solve 2y = 14", "(a) x = 4; (b) y = 7", "a label before"),
    (
        "can you do these please: a. round 5.678 to 1 dp, b. round 12345 to the nearest hundred",
        "(a) 5.7; (b) 12300",
        "letters with a dot on one line",
    ),
    (
        "A rectangle is 12 cm long and 5 cm wide. (a) What is its perimeter? (b) its area",
        "(a) 34 cm; (b) 60 cm^2",
        "a part that is a noun",
    ),
    (
        "A curve is given by y = x^3 - 12x. (a) Find dy/dx. (b) Find its stationary points.",
        "(a) 3x^2 - 12; (b) (-2, 16), (2, -16)",
        "a curve for both",
    ),
    (
        "A bag holds 5 red and 3 blue marbles. (a) One marble is drawn at random. What is the "
        "probability that it isn't red? (b) Instead, two marbles are drawn without replacement. "
        "What is the probability that both are red?",
        "(a) 3/8; (b) 5/14",
        "another draw instead",
    ),
    ("Which is the closest to 0.3? (a) 3/4 (b) 0.7", "b", "labels of options are no parts"),
]

UNREAD = [
    ("(a) Solve 2x = 6 (b) Sketch the graph of y = x", "a part that is not read"),
    ("Let f(x) = x^2. (a) What is 2 + 3? (b) What is 4 + 5?", "a definition that no part uses"),
    ("x is positive. (a) Solve x^2 = 9 (b) Solve x = 2x", "what restricts every part"),
    ("(a) Solve 2x = 6 (c) What is 3 + 4?", "labels out of order"),
    ("(a) Find 3 + 4. (b) Instead of adding, find 3*4.", "instead of something"),
    (
        "A bag holds 5 red and 3 blue marbles. Two are drawn with replacement. (a) What is the "
        "probability that both are red? (b) Instead, two are drawn without replacement. What is "
        "the probability that both are red?",
        "two draws in what is shared",
    ),
]


@pytest.mark.parametrize(("text", "plain", "why"), READ)
def test_each_part_is_solved(text: str, plain: str, why: str) -> None:
    problem = read_question(text)
    assert isinstance(problem, Problem), (why, problem)
    solution = solve(problem)
    assert isinstance(solution, Solution), (why, solution)
    assert (solution.answer.plain, solution.verdict) == (plain, AnswerVerdict.VERIFIED), why


@pytest.mark.parametrize(("text", "why"), UNREAD)
def test_a_question_is_read_whole_or_not_at_all(text: str, why: str) -> None:
    assert isinstance(read_question(text), Unread), why


@pytest.mark.parametrize("text", [text for text, plain, _ in READ if "(" in plain[:1]])
def test_the_reading_of_parts_reads_back(text: str) -> None:
    problem = read_question(text)
    assert isinstance(problem, Problem)
    assert problem.kind is Kind.PARTS
    assert read_question(problem.read_as) == problem


def test_the_steps_say_which_part_they_belong_to() -> None:
    problem = read_question("(a) Solve 2x = 6 (b) What is 3 + 4?")
    assert isinstance(problem, Problem)
    solution = solve(problem)
    assert isinstance(solution, Solution)
    headings = [step.claim.text for step in solution.steps if step.kind is StepKind.TEXT]
    assert headings == ["(a) Solve 2x = 6 for x.", "(b) Calculate 3 + 4."]
    assert [part.answer.plain for part in solution.parts] == ["x = 3", "7"]


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ("(a) x = 3; (b) 7", AnswerVerdict.VERIFIED),
        ("a) x = 3\nb) 7", AnswerVerdict.VERIFIED),
        ("(a) x = 3; (b) 8", AnswerVerdict.REFUTED),
        ("(a) 2x = 6; (b) 7", AnswerVerdict.UNCHECKED),
        ("x = 3 and 7", AnswerVerdict.VERIFIED),
        ("7 and x = 3", AnswerVerdict.UNCHECKED),
    ],
)
def test_an_answer_is_judged_part_by_part(answer: str, verdict: AnswerVerdict) -> None:
    problem = read_question("(a) Solve 2x = 6 (b) What is 3 + 4?")
    assert isinstance(problem, Problem)
    assert judge_answer(problem, answer).verdict is verdict


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ("mean = 5, range = 7", AnswerVerdict.VERIFIED),
        ("5 and 7", AnswerVerdict.VERIFIED),
        ("range = 5, mean = 7", AnswerVerdict.UNCHECKED),
        ("range 5 and mean 7", AnswerVerdict.UNCHECKED),
    ],
)
def test_the_names_of_an_answer_are_those_of_the_parts(answer: str, verdict: AnswerVerdict) -> None:
    problem = read_question("Find the mean and range of 2, 4, 9.")
    assert isinstance(problem, Problem)
    assert judge_answer(problem, answer).verdict is verdict
