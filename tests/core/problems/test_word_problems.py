"""Word problems as people write them: read, solved with proved steps, the answer verified."""

from __future__ import annotations

from pathlib import Path

import pytest

from mathviz_chat.core.problems import Problem, Unread, judge_answer
from mathviz_chat.core.problems.judge import PLANNED
from mathviz_chat.core.solving import Solution, solve
from mathviz_chat.core.verdict import AnswerVerdict, StepKind, Verdict
from tests.core.reading_once import read_question

TABLES = Path(__file__).parents[2] / "data" / "questions"
KINDS = sorted(path.stem for path in TABLES.glob("*.tsv") if path.stem in PLANNED)


def rows(kind: str) -> list[tuple[str, str]]:
    """The questions of a table with the answers; the first line names the columns."""
    lines = (TABLES / f"{kind}.tsv").read_text().splitlines()[1:]
    return [(line.split("\t")[0], line.split("\t")[1]) for line in lines]


@pytest.mark.parametrize(
    ("kind", "question", "answer"),
    [(kind, question, answer) for kind in KINDS for question, answer in rows(kind)],
)
def test_questions_are_solved_and_verified(kind: str, question: str, answer: str) -> None:
    problem = read_question(question)
    if answer == "unread":
        assert isinstance(problem, Unread), problem
        return
    assert isinstance(problem, Problem), problem
    texts = []
    for granularity in ("brief", "normal", "fine"):
        solution = solve(problem, granularity=granularity)
        assert isinstance(solution, Solution), solution
        assert solution.answer.plain == answer
        assert solution.verdict is AnswerVerdict.VERIFIED, solution.reason
        for step in solution.steps:
            wanted = Verdict.UNCHECKED if step.kind is StepKind.SETUP else Verdict.PROVED
            assert step.claim.verdict is wanted, step.claim
        texts.append({step.claim.text for step in solution.steps})
    brief, normal, fine = texts
    assert brief <= normal <= fine, "the lines of a coarse solution stand in the finer ones"


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_shown_as_the_reading_reads_back(kind: str) -> None:
    for question, answer in rows(kind):
        if answer != "unread":
            problem = read_question(question)
            assert isinstance(problem, Problem)
            assert read_question(problem.read_as) == problem, problem.read_as


@pytest.mark.parametrize("kind", KINDS)
def test_no_other_answer_is_verified(kind: str) -> None:
    """The answer with a digit more, a sign turned round, or of the next question of the table."""
    table = [row for row in rows(kind) if row[1] != "unread"]
    for (question, answer), (_, other) in zip(table, table[1:] + table[:1], strict=True):
        problem = read_question(question)
        assert isinstance(problem, Problem)
        for wrong in (f"{answer}1", f"-{answer}", f"1{answer}", other):
            if wrong != answer and not _same(problem, wrong, answer):
                verdict = judge_answer(problem, wrong).verdict
                assert verdict is not AnswerVerdict.VERIFIED, (question, wrong)


def _same(problem: Problem, one: str, other: str) -> bool:
    """``-0`` is ``0``, and ``3/4`` of the next row may be ``0.75`` of this one."""
    from mathviz_chat.core import equal

    if (one, other) == ("-0", "0"):
        return True
    return equal(one, other).result != "unequal" and one.lstrip("-") != other


UNREAD = [
    ("Increase 80 to 95%.", "to, not by"),
    ("What is the probability of rolling a 4 on a 12-sided die?", "another die"),
    ("What is the probability of not rolling a 4 on a loaded die?", "no die of equal sides"),
    ("Find the area of a circle with radius 5 cm and height 3 cm.", "a number too many"),
    ("Find the perimeter of a triangle with sides 3 and 4.", "a number too few"),
    ("Find the mean of 3, 4, 5 without the 4.", "an exception"),
    ("If 5 pens cost $10, how much do 8 pencils cost?", "other things"),
    ("How many ways can 5 people be arranged in a row if two must sit at the ends?", "a condition"),
    ("A jacket costs $80 and is not 25% off. What is the sale price?", "a negation"),
    ("A jacket costs $80. It is 25% off on Mondays. What is the price on Tuesday?", "a day"),
    ("Tom has 12 marbles. Jerry has 5 more than Tom. How many does Bob have?", "somebody else"),
    ("Tom and Jerry have 12 marbles each. How many marbles do they have altogether?", "each"),
    ("Simple interest on $500 at 4% per month for 3 years. Find the interest.", "a month's rate"),
    (
        "The ratio of boys to girls is 3:4. There are 12 more boys. How many girls are there?",
        "more",
    ),
    ("What is the probability that the sum of two dice is at least 13?", "no such sum"),
    (
        "Each child gets 3 sweets and there are 8 children. 2 sweets are left. How many in all?",
        "what is left is told",
    ),
    (
        "There are 5 bags with 8 marbles in total. How many marbles are there altogether?",
        "in total",
    ),
    ("A $50 shirt is 20% off and 10% off. What is the price?", "added, or one after the other"),
]


@pytest.mark.parametrize(("question", "why"), UNREAD)
def test_what_a_rule_does_not_cover_is_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread), why
