"""Dates: days between two, the date so many days after or before one, the day of the week."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.times import DAYS, date_of, shown
from mathviz_chat.core.problems.wording import number
from mathviz_chat.core.reading.tree import Expr

_KEYS: Final = re.compile(rf"\b(?:days?|weeks?|date|{'|'.join(DAYS)})\b", re.I)
_GRAMMAR: Final = """
between:
    how many days [are there|are|is it]? [between|from] {a:date} [and|to|until|till] {b:date}
    how many days [from|after] {a:date} [is|to|until] {b:date}
    FIND number of days [between|from] {a:date} [and|to|until|till] {b:date}
    how many days until {b:date} from {a:date}
    count [number of]? days [between|from] {a:date} [and|to|until|till] {b:date}
    how many days [are there|is it|are left|are]? [until|till|to] {b:date} if [today|it] is {a:date}
    [if]? [today|it] is {a:date} how many days [are there|is it|are left|are]? [until|till|to]
        {b:date}
after:
    what [date|day] [is|will it be|falls|comes|will be] {n:int} {w:span} after {a:date}
    FIND date {n:int} {w:span} after {a:date}
    FIND date that is {n:int} {w:span} after {a:date}
    what date comes {n:int} {w:span} after {a:date}
    [{thing1:thing}]? [is|was]? [borrowed|rented|lent|hired|bought] on {a:date} for {n:int} {w:span}
        [when|on what date] is it due [back]?
    [if]? today is {a:date} what [date|day] [is it|will it be|is] in {n:int} {w:span}
    [if]? today is {a:date} what will [date|be date] [be]? in {n:int} {w:span}
before:
    what [date|day] [is|was it|was|falls] {n:int} {w:span} before {a:date}
    FIND date {n:int} {w:span} before {a:date}
    FIND date that is {n:int} {w:span} before {a:date}
    [if]? today is {a:date} what [date|day] was it {n:int} {w:span} ago
weekday:
    what day of week [is|was|will be|will it be on|was it on|does] {a:date} [fall on|fall]?
    [on]? [what|which] [day of week|weekday|day] [is|was|will be|does|did] {a:date} [fall on|
        fall]?
    on [what|which] [day|weekday|day of week] [does|did|will] {a:date} fall
later weekday:
    [if]? [today is|it is|if today is|today's] {d:weekday} [today]? what day [of week]? [will it
        be|is it|is|will be]? [in]? {n:int} {w:span} [from now|later|from today|after]?
    what day [of week]? [is|will it be] {n:int} {w:span} after {d:weekday}
    [if]? [today is|it is] {d:weekday} what day [of week]? was it {m:int} {w:span} ago
    what day [of week]? [is|was] {m:int} {w:span} before {d:weekday}
"""


def _dated(text: str, year: int | None = None) -> datetime.date | None:
    found = date_of(text)
    if found is None:
        return None
    own = found[0] or year
    try:
        return None if own is None else datetime.date(own, found[1], found[2])
    except ValueError:
        return None


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


def _between(a: str, b: str) -> Problem | None:
    first, second = date_of(a), date_of(b)
    if first is None or second is None:
        return None
    told = first[0] is not None or second[0] is not None
    year = first[0] or second[0] or 2023
    start, end = _dated(a, year), _dated(b, second[0] or year)
    if start is None or end is None or end <= start or (end - start).days > 1500:
        return None
    if not told and (start.month, start.day) <= (2, 29) and (end.month, end.day) >= (2, 29):
        return None  # it depends on whether it is a leap year
    plan = Planner({})
    _steps(plan, start, end)
    plan.count("days", start.year, start.month, start.day, end.year, end.month, end.day)
    read_as = (
        f"How many days are there between {shown(start, year=told)} and {shown(end, year=told)}?"
    )
    return plan.problem(Kind.DATE, read_as, unit="day", unit_named=True)


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
    plan = Planner({})
    value = _steps(plan, low, high)
    assert value is not None
    way = "after" if sign > 0 else "before"
    told = found[0] is not None
    read_as = f"What date is {days} days {way} {shown(start, year=told)}?"
    problem = plan.problem(Kind.DATE, read_as)
    return _named(problem, shown(end, year=told), days, (start, sign))


def _named(problem: Problem, label: str, days: int, at: tuple[datetime.date, int]) -> Problem:
    start, sign = at
    return replace(
        problem,
        form=Form.CHOICE,
        labels=(label, start.isoformat(), "date"),
        target=number(str(sign * days)),
    )


def _weekday(a: str) -> Problem | None:
    day = _dated(a)
    if day is None:
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
    plan.find("h", "Find the remainder by 7 (0 is a Saturday)", "t - 7*floor(t/7)")
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
    if names == {"between"}:
        return _between(story.text("a") or "", story.text("b") or "")
    if names == {"after"}:
        return _moved(story, 1)
    if names == {"before"}:
        return _moved(story, -1)
    if names == {"weekday"}:
        return _weekday(story.text("a") or "")
    if names == {"later weekday"}:
        return _later(story)
    return None


READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _build),)
