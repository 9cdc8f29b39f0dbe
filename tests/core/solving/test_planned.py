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
