"""Ages at two times: whose age is meant at which time is read, or the question is unread."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems import Unread, read_question

OLDER = "Ann is 7 years older than Ben. "

ROWS = [
    ("In 3 years, Ann will be twice as old as Ben. ", "b + 3 = 2*(c + 3)", "both then"),
    ("In 3 years, Ann will be twice as old as Ben will be. ", "b + 3 = 2*(c + 3)", "both then"),
    ("In 3 years, Ann will be twice Ben's age now. ", "b + 3 = 2*c", "Ben's age is today's"),
    ("In 3 years, Ann will be twice as old as Ben is now. ", None, "never both then"),
    ("In 3 years, Ann will be twice as old as Ben is then. ", None, "now and then"),
    ("Ann will be twice as old as Ben. ", None, "no time is said"),
    ("Two years ago Ann was twice as old as Ben was. ", "b - 2 = 2*(c - 2)", "both ago"),
]


@pytest.mark.parametrize(("told", "equation", "why"), ROWS, ids=[row[0] for row in ROWS])
def test_the_time_of_each_age(told: str, equation: str | None, why: str) -> None:
    problem = read_question(f"{OLDER}{told}How old is Ben now?")
    if equation is None:
        assert isinstance(problem, Unread) or "2*(c" not in problem.read_as
    else:
        assert not isinstance(problem, Unread)
        assert problem.read_as.endswith(f"where b = c + 7 and {equation}.")


TWO_TIMES = [
    ("In 3 years, Ann will be twice as old as Ben was 2 years ago. ", "(b + 3) = 2*(c - 2)"),
    ("Ann is twice as old as Ben was 3 years ago. ", "b = 2*(c - 3)"),
]


@pytest.mark.parametrize(("told", "equation"), TWO_TIMES)
def test_each_side_has_its_own_time(told: str, equation: str) -> None:
    problem = read_question(f"{OLDER}{told}How old is Ben now?")
    assert not isinstance(problem, Unread)
    assert problem.read_as.endswith(f"where b = c + 7 and {equation}.")
