"""A claimed date, day of the week or time of day, as the number that it stands for."""

from __future__ import annotations

import datetime
import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import Outcome, identity
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.judging import planned
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.judging.truth import WORDS
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import AnswerJudgement, Form, Problem
from mathviz_chat.core.problems.times import DAYS, clock_of, date_of
from mathviz_chat.core.reading import read
from mathviz_chat.core.reading.tree import Expr
from mathviz_chat.core.verdict import Answer

_JULIAN: Final = (
    "{d} + floor((153*{m} + 2)/5) + 365*{y} + floor({y}/4) - floor({y}/100) + floor({y}/400)"
)
"""The day number of a date, with March as month 0 (E. G. Richards, in: Explanatory Supplement)."""


def judge(problem: Problem, text: str) -> AnswerJudgement:
    """Judge a number of days or minutes, or a date, a weekday or a time that has a name."""
    if problem.form is not Form.CHOICE:
        return planned.judge(problem, text)
    sort = problem.labels[2]
    if sort == "date":
        return _judge_date(problem, text)
    value = _NUMBERS[sort](problem, text)
    if value is None:
        return unchecked(f"The question asks for {_ASKED[sort]}.")
    answer = Answer(text, text.strip(" ."))
    assert problem.expression is not None
    decision = identity(problem.expression, number(Fraction(value)))
    again = planned.recounted(problem, number(Fraction(value)))
    if decision.outcome is Outcome.PROVED and again is True:
        return verified(answer, "Proved by arithmetic, and found again by counting.")
    if decision.outcome is Outcome.REFUTED and again is False:
        return refuted(answer, f"It is {problem.labels[0]}.")
    return unchecked(decision.reason, answer)


def _weekday(problem: Problem, text: str) -> int | None:
    low = re.sub(r"^(?:on\s+)?(?:an?\s+)?", "", text.strip(" .").lower())
    return (DAYS.index(low) + int(problem.labels[1])) % 7 if low in DAYS else None


def _minutes(problem: Problem, text: str) -> int | None:
    """Minutes from midnight; the notation, with am and pm or without, is that of the question."""
    claimed, wanted = clock_of(text.strip(" .")), problem.labels[0]
    half = re.search(r"[ap]\.?m|noon|midnight", text, re.I) is not None
    if claimed is None or half != wanted.endswith("m"):
        return None
    return 60 * claimed[0] + claimed[1]


def _leap(problem: Problem, text: str) -> int | None:
    """1 for a leap year, 0 for another."""
    claimed = WORDS.get(text.strip(" .").lower())
    return None if claimed is None else int(claimed)


_NUMBERS: Final = {"weekday": _weekday, "clock": _minutes, "leap": _leap}
_ASKED: Final = {"weekday": "a day of the week", "clock": "a time", "leap": "yes or no"}
"""By the sort of what has a name: the number that it stands for, and what is asked for."""


def _judge_date(problem: Problem, text: str) -> AnswerJudgement:
    start = datetime.date.fromisoformat(problem.labels[1])
    claimed = date_of(text.strip(" ."))
    if claimed is None or problem.target is None:
        return unchecked("The question asks for a date.")
    told = re.search(r"\d{4}", problem.labels[0]) is not None
    if claimed[0] is None and told:
        return unchecked("It has no year.")
    try:
        day = datetime.date(claimed[0] or start.year, claimed[1], claimed[2])
    except ValueError:
        return unchecked("There is no such date.")
    answer = Answer(text, problem.labels[0] if text.strip(" .") == problem.labels[0] else text)
    difference = read(f"{_julian(day)} - ({_julian(start)})")
    assert isinstance(difference, Expr)
    decision = identity(difference, problem.target)
    again = (day - start).days == recount.value(problem.target)
    if decision.outcome is Outcome.PROVED and again:
        return verified(answer, "The numbers of both days differ by so many, counted in two ways.")
    if decision.outcome is Outcome.REFUTED and not again:
        return refuted(answer, f"It is {problem.labels[0]}.")
    return unchecked(decision.reason, answer)


def _julian(day: datetime.date) -> str:
    month, year = (day.month - 3, day.year) if day.month > 2 else (day.month + 9, day.year - 1)
    return _JULIAN.format(d=day.day, m=month, y=year)
