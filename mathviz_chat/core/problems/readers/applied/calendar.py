"""Dates: days between two, the date so many days after or before one, the day of the week."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.applied.calendar_grammar import GRAMMAR
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.times import DAYS, date_of, shown
from mathviz_chat.core.problems.wording import number
from mathviz_chat.core.reading.tree import Expr

_KEYS: Final = re.compile(rf"\b(?:days?|weeks?|weekday|date|{'|'.join(DAYS)})\b", re.I)
FIRST_YEAR: Final = 1753
"""From which year on all countries of the language count by the Gregorian calendar."""


def _dated(text: str, year: int | None = None) -> datetime.date | None:
    found = date_of(text)
    if found is None:
        return None
    own = found[0] or year
    try:
        return None if own is None else datetime.date(own, found[1], found[2])
    except ValueError:
        return None


def counted(start: datetime.date, end: datetime.date) -> Planner:
    """A plan that has found the days n from one date to a later one."""
    plan = Planner({})
    _steps(plan, start, end)
    return plan


def _steps(plan: Planner, start: datetime.date, end: datetime.date) -> Expr:
    """The days from one date to a later one, month by month."""
    plan.setup("Choose the way", "Count the days month by month")
    parts: list[str] = []
    here = start
    while (here.year, here.month) != (end.year, end.month) and len(parts) < 60:
        first = datetime.date(here.year + here.month // 12, here.month % 12 + 1, 1)
        parts.append(str((first - here).days))
        here = first
    parts.append(str((end - here).days))
    plan.find("n", f"Add the days of each month from {shown(start)}", " + ".join(parts))
    return plan.value()


def _between(story: Story, inclusive: bool) -> Problem | None:
    a, b = story.text("a") or "", story.text("b") or ""
    first, second = date_of(a), date_of(b)
    if first is None or second is None:
        return None
    named = story.text("y")
    one_year = any("same year" in hit.text for hit in story.every())
    if one_year and first[0] and second[0] and first[0] != second[0]:
        return None
    told = bool(named) or first[0] is not None or second[0] is not None
    if named and (first[0] or second[0]):
        return None
    year = first[0] or second[0] or int(named or 2023)
    start, end = _dated(a, year), _dated(b, second[0] or year)
    if start is None or end is None or end <= start or (end - start).days > 1500:
        return None
    if not told and leap_counts(start, end):
        return None
    weeks = (story.text("u") or "").lower().startswith("week")
    days = (end - start).days + inclusive
    if weeks and (inclusive or days % 7):
        return None
    plan = Planner({})
    _steps(plan, start, end)
    if inclusive:
        plan.find("k", "Count the first day too", "n + 1")
    last = end + datetime.timedelta(days=inclusive)
    if weeks:
        plan.find("w", "Divide by 7 for weeks", "n/7").check(f"7*answer = {days}")
    else:
        plan.count("days", start.year, start.month, start.day, last.year, last.month, last.day)
    word = "weeks" if weeks else "days"
    between = f"between {shown(start, year=told)} and {shown(end, year=told)}"
    read_as = f"How many {word} are there {between}{', inclusive' if inclusive else ''}?"
    return plan.problem(Kind.DATE, read_as, unit=word.removesuffix("s"), unit_named=True)


def leap_counts(start: datetime.date, end: datetime.date) -> bool:
    """Whether the days between two dates of an untold year depend on its being a leap year."""
    leap_day = (2, 29)
    return (start.month, start.day) <= leap_day <= (end.month, end.day)


def _moved(story: Story, sign: int) -> Problem | None:
    a, n, span = story.text("a") or "", int(story.text("n") or 0), story.text("w") or "days"
    found = date_of(a)
    if found is None:
        return None
    start = _dated(a, 2023)
    days = n * (7 if span.lower().startswith("week") else 1)
    if start is None or days > 1500:
        return None
    end = start + datetime.timedelta(days=sign * days)
    low, high = sorted((start, end))
    leap = found[0] is None and any(
        low <= datetime.date(year, 2, 28) < high for year in range(low.year, high.year + 1)
    )
    if leap or (found[0] is None and end.year != start.year):
        return None
    told, iso = found[0] is not None, "iso" in story.names()
    if iso and not told:
        return None
    plan = Planner({})
    value = _steps(plan, low, high)
    assert value is not None
    way = "after" if sign > 0 else "before"
    form = ", as YYYY-MM-DD" if iso else ""
    read_as = f"What date is {days} days {way} {shown(start, year=told)}{form}?"
    label = end.isoformat() if iso else shown(end, year=told)
    return _named(plan.problem(Kind.DATE, read_as), label, days, (start, sign))


def _named(problem: Problem, label: str, days: int, at: tuple[datetime.date, int]) -> Problem:
    start, sign = at
    return replace(
        problem,
        form=Form.CHOICE,
        labels=(label, start.isoformat(), "date"),
        target=number(str(sign * days)),
    )


def _weekday(a: str, in_year: str | None) -> Problem | None:
    found = date_of(a)
    if found is None or bool(in_year) == bool(found[0]):
        return None
    day = _dated(a, int(in_year or 0))
    if day is None or day.year < FIRST_YEAR:
        return None
    formula = "h = (q + floor(13(m + 1)/5) + y + floor(y/4) + floor(c/4) - 2c) mod 7"
    month, year = (day.month + 12, day.year - 1) if day.month < 3 else (day.month, day.year)
    plan = Planner(
        {
            "q": number(str(day.day)),
            "m": number(str(month)),
            "y": number(str(year % 100)),
            "c": number(str(year // 100)),
        }
    )
    plan.setup("Choose Zeller's congruence", formula)
    plan.find("t", "Put the date in", "q + floor(13*(m + 1)/5) + y + floor(y/4) + floor(c/4) - 2*c")
    plan.find("h", "Find the remainder by 7, with 0 for a Saturday", "t - 7*floor(t/7)")
    plan.count("weekday", day.year, day.month, day.day)
    problem = plan.problem(Kind.DATE, f"What day of the week is {shown(day)}?")
    return replace(
        problem, form=Form.CHOICE, labels=(DAYS[day.weekday()].capitalize(), "2", "weekday")
    )


def _later(story: Story) -> Problem | None:
    day = (story.text("d") or "").lower()
    text, back = story.text("n") or story.text("m"), story.text("m") is not None
    if text is None or day not in DAYS:
        return None
    days = int(text) * (7 if (story.text("w") or "").lower().startswith("week") else 1)
    if days > 10**6:
        return None
    index = DAYS.index(day)
    result = DAYS[(index - days if back else index + days) % 7]
    plan = Planner({"n": number(str(days)), "k": number(str(index))})
    plan.setup("Choose the formula", "The days of the week repeat after 7 days")
    plan.find("r", "Find the remainder by 7", "n - 7*floor(n/7)")
    word = "-" if back else "+"
    moved = f"k {word} r"
    rule = f"Count on from {day.capitalize()}, with 0 for Monday"
    plan.find("s", rule, f"{moved} - 7*floor(({moved})/7)")
    plan.count("walked days", index, -days if back else days)
    way = "before" if back else "after"
    problem = plan.problem(
        Kind.DATE, f"What day of the week is {days} days {way} {day.capitalize()}?"
    )
    return replace(problem, form=Form.CHOICE, labels=(result.capitalize(), "0", "weekday"))


def _build(story: Story) -> Problem | None:
    names = story.names()
    if names in ({"between"}, {"between", "inclusive"}):
        return _between(story, "inclusive" in names)
    rest = names - {"iso"}
    if rest in ({"after"}, {"told after", "asked that"}):
        return _moved(story, 1)
    if rest in ({"before"}, {"told before", "asked that"}):
        return _moved(story, -1)
    if names in ({"weekday"}, {"weekday", "aside"}):
        return _weekday(story.text("a") or "", story.text("y"))
    if names == {"later weekday"}:
        return _later(story)
    return None


READERS: Final = (Family(_KEYS, grammar(GRAMMAR), _build),)
