"""Every generated word problem is solved: verified, every claim proved but the setup's."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems import Problem
from mathviz_chat.core.solving import Solution, solve
from mathviz_chat.core.verdict import AnswerVerdict, StepKind, Verdict
from tests.core.reading_once import read_question
from tests.core.solving.generated_stories import STORIES, story

QUESTIONS_PER_KIND = 25


@pytest.mark.parametrize("kind", sorted(STORIES))
def test_generated_stories_end_verified_with_every_claim_proved(kind: str) -> None:
    for number in range(QUESTIONS_PER_KIND):
        text = story(kind, number)
        problem = read_question(text)
        assert isinstance(problem, Problem), (text, problem)
        solution = solve(problem)
        assert isinstance(solution, Solution), (text, solution)
        assert solution.verdict is AnswerVerdict.VERIFIED, (text, solution.answer, solution.reason)
        for step in solution.steps:
            wanted = Verdict.UNCHECKED if step.kind is StepKind.SETUP else Verdict.PROVED
            assert step.claim.verdict is wanted, (text, step.claim)


SHOWN = (
    (
        "A price falls from 50 to 48. What is the percentage change?",
        "4% decrease",
        "4% decrease",
        "a change has a direction",
    ),
    (
        "What is the percentage decrease from 50 to 48?",
        "4%",
        "4%",
        "the question says the direction",
    ),
    (
        "A value goes up by 20% and then down by 20%. Find the overall percentage change.",
        "4% decrease",
        "4% decrease",
        "two changes, and the direction of both together",
    ),
    (
        "Anna and Ben share 50 in the ratio 2:3. How much does each get?",
        "Anna 20, Ben 30",
        "20, 30",
        "shares have names, as the question writes them",
    ),
    (
        "James and Lucas share 24 sweets in the ratio 5 : 3. How many does each get?",
        "James 15, Lucas 9",
        "15, 9",
        "an s at the end of a name belongs to it",
    ),
    ("Divide $60 in the ratio 2:3", "$24, $36", "$24, $36", "shares without names"),
)


@pytest.mark.parametrize(("question", "text", "plain", "why"), SHOWN, ids=[r[3] for r in SHOWN])
def test_what_the_answer_says_besides_its_value(
    question: str, text: str, plain: str, why: str
) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem)
    assert read_question(problem.read_as) == problem, problem.read_as
    solution = solve(problem)
    assert isinstance(solution, Solution)
    assert (solution.answer.text, solution.answer.plain) == (text, plain), why
    assert solution.steps[-1].claim.verdict is Verdict.PROVED
    assert solution.verdict is AnswerVerdict.VERIFIED


STRAY = ("not", "7", "except", "half", "km")


@pytest.mark.parametrize("kind", sorted(STORIES))
@pytest.mark.parametrize("word", STRAY)
def test_a_word_more_is_never_passed_over(kind: str, word: str) -> None:
    """The question with a stray word is unread, or says something else.

    Each word at every other place, so that at each place two or three of them are tried.
    """
    text = story(kind, 0)
    problem = read_question(text)
    words = text.split()
    for place in range(1 + STRAY.index(word) % 2, len(words), 2):
        longer = " ".join([*words[:place], word, *words[place:]])
        other = read_question(longer)
        assert other != problem, longer
