"""Dates: how many days from one to another, the date and the weekday after so many days."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames.frame import Filled, Frame, Role
from mathviz_chat.core.problems.readers.frames.templates import amount, plain, written
from mathviz_chat.core.problems.readers.frames.tokens import words

_WORDS: Final = words(
    "at by day days date exactly later after on from until till there between when which long "
    "last lasts "
    "week due returned return back borrowed given starts start started begins began begin ends end "
    "run expire expires runs finish finished left would be had time is leap year leave leaves its "
    "takes take took trip holiday stay it must bought ordered sent arrive arrives arrived "
    "delivered each every paid pay valid taken"
) - words("leap")


def _days(filled: Filled) -> str | None:
    """The stretch of time in days; None where it is in months or hours."""
    (time,) = filled.roles["time"]
    days = amount(time)
    if days is None or time.unit is None or time.unit.symbol not in ("day", "week"):
        return None
    return written(days * (7 if time.unit.symbol == "week" else 1))


def _later(filled: Filled) -> str | None:
    days = _days(filled)
    if days is None or filled.asked != "date":
        return None
    return f"What date is {days} days after {filled.text('date')}?"


def _earlier(filled: Filled) -> str | None:
    days = _days(filled)
    return days and f"What date is {days} days before {filled.text('due')}?"


_WEEKDAYS: Final = words("monday tuesday wednesday thursday friday saturday sunday")


def _weekday(filled: Filled) -> str | None:
    days = _days(filled)
    name = filled.needed[0].capitalize()
    return days and f"If today is {name}, what day of the week is it in {days} days?"


_LEAP_YEARS: Final = "|".join(f"{year} is leap year" for year in range(1904, 2100, 4))

_DUE: Final = (
    "due on|is due|was due|due back on|due|ends on|ended on|end on|finishes on|finished on|ends|"
    "expires on|expired on|ran out on|runs out on|back on|back by|by|returned on|until|till|"
    "deadline is|deadline of|before|arrived on|delivered on|ended|finished"
)
_ASKS_DATE: Final = (
    "until which date|until what date|till which date|till what date|what date|which date|on what "
    "date|on which date|by what date|by which date|what is date|"
    "what will date be|date is it|date will it be|due date|when is it due|when must|when will|"
    "when does|when is|when did|when should|when do|date of|next date|what's date|give date|"
    "find date|state date|calculate date|what day will it|work out date|date on which|by when"
)
_ASKS_START: Final = (
    "was it borrowed|was it bought|was it lent|was it sent|was it ordered|was it made|"
    "did it start|did it begin|did it leave|did they leave|did they start|was it taken out|"
    "did i borrow it|did she borrow it|did he borrow it|was it posted|was it borrowed on|"
    "was start date|is start date|start date|starting date|was it signed|was it opened"
)
_PASSED: Final = (
    "days later|days after|days from|exactly|run out|runs out|later|from now|due back|"
    "due date|has to be back|have to be back|must be back|bring it back|take it back|give it "
    "back|next due|next change due|must be paid|have to be paid|has to be paid|within|"
    "date of next|next|last|again|"
    "bring back|handed back|brought back|taken back|loan period|told me|" + _LEAP_YEARS
)

FRAMES: Final = (
    Frame(
        needs=("days|weeks",),
        roles={
            "start": Role("date", before="from|between|since|starts on|starts|began|begins|after"),
            "end": Role("date", before="to|and|until|till|ends|ends on|ended|before"),
        },
        asks={"days": "how many days|number of days"},
        restate=plain("days: How many days are there from {start} to {end}"),
        passed="how many",
        allowed=words("from to between until till day days there are in pass its date number"),
        one_owner=True,
    ),
    Frame(
        needs=("date|when|day|what",),
        roles={
            "date": Role("date"),
            "due": Role("date", before=_DUE, least=0, most=0),
            "time": Role("time"),
        },
        asks={"date": _ASKS_DATE, "start": _ASKS_START},
        restate=_later,
        passed=_PASSED,
        allowed=(
            _WORDS
            | words("restart restarts resume resumes reopen reopens lent lends lend old born if")
        )
        - words("until till between end back"),
    ),
    Frame(
        needs=("date|when|day", _ASKS_START),
        roles={"due": Role("date", before=_DUE), "time": Role("time")},
        asks={"start": _ASKS_START},
        restate=_earlier,
        passed=f"{_PASSED}|on what date|on which date|what date|which date|what day",
        allowed=_WORDS | words("may be kept can back"),
    ),
    Frame(
        needs=("|".join(sorted(_WEEKDAYS)), "today|it is|it's|now"),
        roles={"time": Role("time")},
        asks={
            "day": "what day|which day|weekday|what weekday|which weekday|day of week|what day "
            "of week|"
            "which day of week|what day will it be|what day is it"
        },
        restate=_weekday,
        passed="from now|from today|days later|in exactly|after|later|today|now|will it be|time",
        allowed=words(
            "today day week it days from now in after later its when would had were will"
        ),
    ),
)
