"""Leap years, the days of a month and of a year, and weekdays told by one that is known."""

from __future__ import annotations

import calendar as gregorian
import datetime
import re
from dataclasses import replace
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.applied import calendar
from mathviz_chat.core.problems.readers.applied.calendar_grammar import GRAMMAR
from mathviz_chat.core.problems.readers.applied.clock import ordinal
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.times import DAYS, MONTHS, date_of, shown
from mathviz_chat.core.problems.wording import number


def _leap(year: int) -> Planner:
    """1 for a leap year, 0 for another: what each rule adds or takes back in that year."""
    plan = Planner({"y": number(str(year))})
    rule = "Every 4th year is a leap year, but not every 100th, but every 400th"
    plan.setup("Choose the rule", rule)
    for name, step in (("a", 4), ("b", 100), ("c", 400)):
        divides = "Divisible" if year % step == 0 else "Not divisible"
        claim = f"floor(y/{step}) - floor((y - 1)/{step})"
        plan.find(name, f"{divides} by {step}: 1 for yes, 0 for no", claim)
    plan.find("l", "Take the 100th years away, and put the 400th back", "a - b + c")
    return plan


def _is_leap(year: int) -> Problem | None:
    if not 1583 <= year <= 9999:
        return None
    plan = _leap(year).count("leap", year)
    problem = plan.problem(Kind.DATE, f"Is {year} a leap year?")
    label = "yes" if gregorian.isleap(year) else "no"
    return replace(problem, form=Form.CHOICE, labels=(label, "", "leap"))


def _days_of(month: int | None, year: int | None) -> Problem | None:
    """The days of a month or, without one, of a year; February's need the year."""
    if year is not None and not 1583 <= year <= 9999:
        return None
    if month is None or month == 2:
        if year is None:
            return None
        plan = _leap(year)
        whole = 365 if month is None else 28
        plan.find("d", f"Add it to {whole} days", f"{whole} + l")
    else:
        plan = Planner({"m": number(str(month))})
        plan.setup(
            "Choose the rule",
            "The months have 31 and 30 days by turns, with July and August both 31",
        )
        plan.find(
            "d",
            "Count the months from January, from August on once more",
            "30 + m + floor(m/8) - 2*floor((m + floor(m/8))/2)",
        )
    plan.count("days of", year or 2023, month or 0)
    name = "" if month is None else MONTHS[month - 1].capitalize()
    when = " ".join(part for part in (name, str(year or "")) if part)
    return plan.problem(
        Kind.DATE, f"How many days are there in {when}?", unit="day", unit_named=True
    )


def _known_weekday(story: Story) -> Problem | None:
    """``1 March is a Tuesday. What day of the week is 15 April?``"""
    first, second = date_of(story.text("a") or ""), date_of(story.text("b") or "")
    day = (story.text("d") or "").lower()
    if first is None or second is None or day not in DAYS or first[0] != second[0]:
        return None
    year = first[0] or 2023
    start, end = (datetime.date(year, month, one) for _, month, one in (first, second))
    if end <= start or (first[0] is None and calendar.leap_counts(start, end)):
        return None
    told = first[0] is not None
    if told and DAYS[start.weekday()] != day:
        return None
    read_as = (
        f"{shown(start, year=told)} is a {day.capitalize()}. "
        f"What day of the week is {shown(end, year=told)}?"
    )
    return _shifted(calendar.counted(start, end), day, (end - start).days, read_as)


def _shifted(plan: Planner, day: str, days: int, read_as: str) -> Problem:
    """The weekday so many days later, where the plan has found their number n."""
    index = DAYS.index(day)
    plan.given = {**plan.given, "k": number(str(index))}
    plan.find(
        "s", f"Count on from {day.capitalize()}, with 0 for Monday", "k + n - 7*floor((k + n)/7)"
    )
    plan.count("walked days", index, days)
    label = DAYS[(index + days) % 7].capitalize()
    return replace(
        plan.problem(Kind.DATE, read_as), form=Form.CHOICE, labels=(label, "0", "weekday")
    )


def _in_month(story: Story) -> Problem | None:
    """A weekday of next week, or the weekday of a later day, from one day of a month."""
    p, day = ordinal(story.text("p") or ""), (story.text("d") or "").lower()
    if p is None or not 1 <= p <= 31:
        return None
    told = f"The {_nth(p)} of the month is a {day.capitalize()}."
    if "asked month day" in story.names():
        return _next_week(p, day, (story.text("e") or "").lower(), told)
    q = ordinal(story.text("q") or "")
    if q is None or not p < q <= 31:
        return None
    plan = Planner({"q": number(str(q)), "p": number(str(p))})
    plan.setup("Choose the formula", "The days of the week repeat after 7 days")
    plan.find("n", "Find the days between", "q - p")
    return _shifted(plan, day, q - p, f"{told} What day of the week is the {_nth(q)}?")


def _next_week(p: int, day: str, wanted: str, told: str) -> Problem | None:
    """Whether a week begins on Sunday or on Monday must make no difference."""
    if "sunday" in (day, wanted):
        return None
    at, to = DAYS.index(day), DAYS.index(wanted)
    if p + 7 + to - at > 28:
        return None
    plan = Planner({"p": number(str(p)), "f": number(str(at)), "g": number(str(to))})
    plan.setup("Choose the way", f"Go to {day.capitalize()} of the next week, and from there on")
    plan.find("w", f"Find {day.capitalize()} of the next week", "p + 7")
    plan.find("x", f"Go on to {wanted.capitalize()}, with 0 for Monday", "w + g - f")
    plan.check("answer - p = 7 + g - f")
    read_as = f"{told} On which day of the month does {wanted.capitalize()} of the next week fall?"
    return plan.problem(Kind.DATE, read_as)


def _nth(n: int) -> str:
    end = "th" if n in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{end}"


def _build(story: Story) -> Problem | None:
    names = story.names()
    year = int(text) if (text := story.text("y")) else None
    if names == {"leap"} and year:
        return _is_leap(year)
    if names == {"days of month"}:
        return _days_of(MONTHS.index((story.text("m") or "").lower()) + 1, year)
    if names == {"days of year"}:
        return _days_of(None, year)
    if names == {"known", "asked weekday"}:
        return _known_weekday(story)
    if names in ({"month day", "asked month day"}, {"month day", "asked weekday"}):
        return _in_month(story)
    return None


_KEYS: Final = re.compile(
    r"\bleap\b|\bdays\b.*\b(?:in|have)\b|\bday\b.*\b(?:of\s+(?:week|month))\b|\bweekday\b", re.I
)
READERS: Final = (Family(_KEYS, grammar(GRAMMAR), _build),)
