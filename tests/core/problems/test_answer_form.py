"""The form in which an answer is asked for: read, answered in it, and judged by it."""

from __future__ import annotations

import time

import pytest

from mathviz_chat.core.checking import equal_as_asked
from mathviz_chat.core.problems import Problem, answer_form, judge_answer, read_question
from mathviz_chat.core.solving import Solution, solve
from mathviz_chat.core.verdict import AnswerVerdict

ANSWERED = [
    ("Solve x^2 - x - 6 < 0, in interval notation", "(-2, 3)"),
    ("Solve x^2 - x - 6 < 0 and give the answer in interval notation.", "(-2, 3)"),
    ("Solve x^2 > 4. Write your answer in interval notation.", "(-∞, -2) ∪ (2, ∞)"),
    ("Using interval notation, write the solution of x^2 + 1 > 0", "(-∞, ∞)"),
    ("Solve x^2 < 9 and give the answer as an interval.", "(-3, 3)"),
    ("solve the inequality 3x − 7 > 2x + 4 and write the solution in interval notation", "(11, ∞)"),
    ("Find the domain of sqrt(x-2)/(x-3) in interval notation", "[2, 3) ∪ (3, ∞)"),
    ("where is x^3-3x increasing? Answer in interval notation", "(-∞, -1) ∪ (1, ∞)"),
    ("solve x^2+1<0 in interval notation", "∅"),
    ("Solve |x| < 3 in set notation", "{x | -3 < x < 3}"),
    ("Solve 2x > 8, answer in set-builder notation", "{x | x > 4}"),
    ("How long is it from 9:50 to 12:05? Give your answer in hours and minutes.", "2 h 15 min"),
    ("How long is it from 8:20 to 10:05, in hours and minutes?", "1 h 45 min"),
    ("A film runs from 19:40 to 21:55. How many hours and minutes is that?", "2 h 15 min"),
    (
        "I went to bed at 10:45 pm and woke up at 6:30 am. How many hours and minutes did I sleep?",
        "7 h 45 min",
    ),
    (
        "A car travels 100 km at 80 km/h. How long does it take? Answer in hours and minutes.",
        "1 h 15 min",
    ),
    ("Convert 135 minutes to hours and minutes.", "2 h 15 min"),
    ("write 135 minutes in hours and minutes", "2 h 15 min"),
    ("How many hours and minutes is 135 minutes?", "2 h 15 min"),
    ("Convert 3725 seconds to hours, minutes and seconds", "1 h 2 min 5 s"),
    ("Convert 67 inches to feet and inches", "5 ft 7 in"),
    ("Convert 120 minutes to hours and minutes", "2 h"),
    ("is 0.35 bigger than 0.4", "no"),
    ("is 221 prime", "no"),
    ("Is 7 a factor of 91?", "yes"),
    ("True or false: is 0.35 > 0.4?", "False"),
    ("true or false: 221 is prime", "False"),
    ("True or false: does 4 divide 84?", "True"),
    ("A shirt costs €40. It is reduced by 15%. What is the new price?", "€34"),
    ("A pen costs £2.75 and a book costs £27. How much do they cost in total?", "£29.75"),
]
UNREAD = [
    ("Convert 3 hours to minutes and seconds", "180 min and 10800 s, or 180 min 0 s"),
    ("Convert 5 inches to cm and mm", "12.7 cm and 127 mm, or 12 cm 7 mm"),
    ("Solve x^2 = 4 in interval notation", "an equation has no interval"),
    ("Solve 2x + 1 = 7 in set-builder notation", "no form that is given"),
    ("(a) Solve x^2 < 4 (b) Solve x^2 > 9, in interval notation", "of which part is not said"),
    ("Solve x^2 < 4 in interval notation and in set notation", "two forms at once"),
    ("Write 0.00052 in hours and minutes", "no time"),
    ("A car travels 100 km at 80 km/h. How long does it take in kilograms and grams?", "no mass"),
]
CLAIMS = [
    ("Solve x^2 - x - 6 < 0", "(-2, 3)", AnswerVerdict.VERIFIED, "no form is asked for"),
    ("Solve x^2 - x - 6 < 0", "(-2,3)", AnswerVerdict.VERIFIED, "no space"),
    ("Solve x^2 - x - 6 < 0", "(-2; 3)", AnswerVerdict.VERIFIED, "as in France"),
    ("Solve x^2 - x - 6 < 0", "]-2, 3[", AnswerVerdict.VERIFIED, "as in France"),
    ("Solve x^2 - x - 6 < 0", r"\left(-2, 3\right)", AnswerVerdict.VERIFIED, "LaTeX"),
    ("Solve x^2 - x - 6 < 0", "{x ∈ ℝ : -2 < x < 3}", AnswerVerdict.VERIFIED, "a set"),
    ("Solve x^2 - x - 6 < 0", "{x | -2 < x < 3}", AnswerVerdict.VERIFIED, "a set"),
    ("Solve x^2 - x - 6 < 0", "{x ∈ Z : -2 < x < 3}", AnswerVerdict.UNCHECKED, "whole numbers"),
    ("Solve x^2 - x - 6 < 0", "[-2, 3]", AnswerVerdict.REFUTED, "-2 is no solution"),
    ("Solve x^2 - x - 6 < 0", "(-3, 2)", AnswerVerdict.REFUTED, "the signs exchanged"),
    ("Solve x^2 - x - 6 < 0", "(3, -2)", AnswerVerdict.REFUTED, "no number lies in it"),
    ("Solve x^2 - x - 6 < 0", "{-2, 3}", AnswerVerdict.REFUTED, "its ends alone"),
    ("Solve x^2 > 4", "(-oo, -2) U (2, oo)", AnswerVerdict.VERIFIED, "the letter U for the sign"),
    ("Solve x^2 > 4", "(-∞, -2) or (2, ∞)", AnswerVerdict.VERIFIED, "in words"),
    ("Solve x^2 > 4", "{x | x < -2} ∪ {x | x > 2}", AnswerVerdict.VERIFIED, "two sets"),
    ("Solve x^2 > 4", "(2, oo)", AnswerVerdict.REFUTED, "half of it"),
    ("Solve x^2 < 9, in interval notation", "-3 < x < 3", AnswerVerdict.UNCHECKED, "its form"),
    ("Solve x^2 < 9, in interval notation", "-3 < x <= 3", AnswerVerdict.REFUTED, "wrong anyway"),
    ("Solve x^2 < 9, in interval notation", "{x | -3 < x < 3}", AnswerVerdict.UNCHECKED, "a set"),
    ("Solve x^2 < 9 in set notation", "(-3, 3)", AnswerVerdict.UNCHECKED, "no set"),
    ("How long is it from 9:50 to 12:05?", "2 h 15 min", AnswerVerdict.VERIFIED, "two units"),
    ("How long is it from 9:50 to 12:05?", "2 hours 15 minutes", AnswerVerdict.VERIFIED, "words"),
    ("How long is it from 9:50 to 12:05?", "2 hours and 15 minutes", AnswerVerdict.VERIFIED, "and"),
    ("How long is it from 9:50 to 12:05?", "2h 15m", AnswerVerdict.VERIFIED, "m for minutes"),
    ("How long is it from 9:50 to 12:05?", "2 h 51 min", AnswerVerdict.REFUTED, "other digits"),
    ("How long is it from 9:50 to 12:05?", "1 h 75 min", AnswerVerdict.UNCHECKED, "an hour more"),
    ("How long is it from 9:50 to 12:05?", "2 km 15 m", AnswerVerdict.UNCHECKED, "a length"),
    ("Convert 135 minutes to hours and minutes", "2:15", AnswerVerdict.VERIFIED, "as a clock"),
    ("Convert 135 minutes to hours and minutes", "135 min", AnswerVerdict.UNCHECKED, "its form"),
    ("Convert 135 minutes to hours and minutes", "2 h 25 min", AnswerVerdict.REFUTED, "2.25 h"),
]
EQUAL = [
    ("Solve x^2 - x - 6 < 0", "-2 < x < 3", "(-2,3)", "equal", "an interval"),
    ("Solve x^2 - x - 6 < 0", "(-2,3)", "-2 < x <= 3", "unequal", "one end more"),
    ("Solve x^2 < 9, in interval notation", "-3 < x < 3", "(-3, 3)", "equal", "gold otherwise"),
    ("Solve x^2 < 9, in interval notation", "-3 < x < 3", "(-3, 4)", "unequal", "another one"),
    ("Find the midpoint of (-3, 2) and (1, 4)", "(-1, 3)", "-1 < x < 3", "undecided", "a point"),
    (
        "How long is it from 9:50 to 12:05, in hours and minutes?",
        "2 hours and 15 minutes",
        "2 h 15 min",
        "equal",
        "it is one quantity, not two",
    ),
    ("How long is it from 9:50 to 12:05?", "135 min", "2 h 16 min", "unequal", "a minute more"),
]


def _read(question: str) -> Problem:
    found = read_question(question)
    assert isinstance(found, Problem), found
    return found


@pytest.mark.parametrize(("question", "answer"), ANSWERED)
def test_the_answer_has_the_form_that_is_asked_for(question: str, answer: str) -> None:
    problem = _read(question)
    solution = solve(problem)
    assert isinstance(solution, Solution)
    assert (solution.answer.text, solution.verdict) == (answer, AnswerVerdict.VERIFIED)
    assert read_question(problem.read_as) == problem


@pytest.mark.parametrize(("question", "why"), UNREAD)
def test_a_form_that_does_not_fit_leaves_the_question_unread(question: str, why: str) -> None:
    assert not isinstance(read_question(question), Problem), why


@pytest.mark.parametrize(("question", "claim", "verdict", "why"), CLAIMS)
def test_claims_in_each_form(question: str, claim: str, verdict: AnswerVerdict, why: str) -> None:
    assert judge_answer(_read(question), claim).verdict is verdict, why


@pytest.mark.parametrize(("question", "gold", "answer", "result", "why"), EQUAL)
def test_answers_of_two_forms(question: str, gold: str, answer: str, result: str, why: str) -> None:
    assert equal_as_asked(question, gold, answer).result.value == result, why


def test_a_row_of_commas_is_looked_through_in_time_that_grows_with_its_length() -> None:
    text = ", " * 990
    start = time.perf_counter()
    assert answer_form.read(text, read_question) is None
    assert time.perf_counter() - start < 1
