"""Times of day: how long from one to another, and when a thing ends or began."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames.frame import Filled, Frame, Role
from mathviz_chat.core.problems.readers.frames.tokens import Token, words

_START: Final = (
    "leaves|left|leave|departs|departed|depart|starts|started|start|begins|began|begin|from"
    "|between|"
    "opens|opened|took off|takes off|take off|sets off|set off|set out|sets out|went to bed|"
    "goes to bed|went to sleep|fell asleep|falls asleep|goes|went|boards|boarded|got on|gets on|"
    "put in|puts in|goes in|went in|after|at start|kick off|kicks off|gets up|setting off|leaving|"
    "starting|beginning|sunrise|rises|rose|in|past|it is|time is|shows|now|time now|shows time|"
    "begun|checked in|clocked in|arrived at work|kicked off|was|reads|say|says|departing|sun rises|"
    "pulls out|pulled out|get up|got up|wake up at|picks up|pick up|picked up|begin|embarks|takes "
    "off|"
    "dated|commences|commenced"
)
_END: Final = (
    "shuts|shut|shuts at|be in|be at work at|arrives|arrived|arrive|ends|ended|end|finish"
    "|finishes|finished|lands|landed|until|till|to|and|"
    "woke|woke up|wakes|wakes up|wake up|gets back|closes|closed|close|over|reaches|reached|got to|"
    "gets to|gets in|returned|returns|got back|gets home|got home|ready|ready by|ready at|be there|"
    "be there by|came out|comes out|stops|stopped|ending|arriving|pulled in|got in|sets|set|by|"
    "before|be at|reach|finishing|be home by|be home|sun sets|got up|gets off|got off|done|be ready"
)
_LONG: Final = (
    "how long|how many minutes|how many hours|duration|how much time|length of time|"
    "how many hours and minutes|how many mins|how many hrs|what length|how long was|time taken|"
    "time difference|how much sleep|journey time|flight time|travel time|travelling time|"
    "length of journey|length of flight|length of day|length of daylight|length of night|"
    "length of shift|length of film|length of lesson|length of meeting|how many hours of"
)
_VEHICLES: Final = "train|bus|flight|ferry|coach|plane|boat|tram|show|performance"


def _none(before: str, after: str) -> Role:
    """A time of day of the other sort, which the frame must not have."""
    return Role("clock", before=before, after=after, least=0, most=0)


_CLOCKWORDS: Final = words(
    "if stay stays open bakes bake cooks cook roasts roast picks pick up each scheduled planned "
    "supposed can should must need needs oven table sun "
    "daylight"
)
_WORDS: Final = words(
    "same day next morning following night day last lasts lasted take takes took taken long run "
    "runs "
    "ran time journey trip flight hours hour minutes minute total total between from until till "
    "am pm "
    "24-hour 12-hour clock using give giving express its sleep slept pass passes passed elapsed "
    "go by "
    "goes length spend spent spends in without stopping altogether later after before left "
    "leave now "
    "get got is it that evening afternoon way took when would had were set off was stay stayed "
    "there "
    "at been put in to by finishes finish its local end and"
) - words("without")
_DAYS: Final = (
    "same day|same morning|same afternoon|same evening|next day|next morning|following day|"
    "following morning|that day|that night|same night|later that day|in total|altogether|whole "
    "journey"
)


def _order(clocks: tuple[Token, Token], overnight: bool) -> bool:
    """Whether the second is surely behind the first: not half a day earlier or later."""
    if overnight:
        return True
    hours = [
        one.text.lower().replace("noon", "12:00").replace("midnight", "24:00") for one in clocks
    ]
    if any("m" in one or "clock" in one for one in hours):
        return True
    first, second = (tuple(map(int, one.split(":"))) for one in hours)
    return first < second


def _between(filled: Filled) -> str | None:
    (start,), (end,) = filled.roles["start"], filled.roles["end"]
    if filled.wanted is not None and filled.wanted.symbol not in ("min", "h"):
        return None
    overnight = filled.needed[0] in ("next", "following", "woke", "sleep", "bed", "overnight")
    if not _order((start, end), overnight):
        return None
    if filled.wanted is None:
        return f"How long is it from {start.text} to {end.text}?"
    return f"How many minutes are there from {start.text} to {end.text}?"


def _end_of(filled: Filled) -> str | None:
    (clock,), (time,) = filled.roles["clock"], filled.roles["time"]
    return f"What time is it {time.text} after {clock.text}?" if filled.wanted is None else None


def _start_of(filled: Filled) -> str | None:
    (clock,), (time,) = filled.roles["clock"], filled.roles["time"]
    return f"What time is it {time.text} before {clock.text}?" if filled.wanted is None else None


_CLOCK_ENDS = (
    "end|ends|finish|finishes|over|arrive|arrives|reach|reaches|land|lands|ready|done|come out|"
    "comes out|be back|get there|get home|gets home|get to|finished|arrival time|time of arrival|"
    "finishing time|end time|stop|stops|later|clock show|what time will it be|what time is it|"
    "close|"
    "take it out|taken out|come home|get back|be home|be there|be finished|be over|be ready|"
    "what time will clock show|what time does clock show|be done|gets back|returns|return|time be|"
    "what will time be|gets there|get in|gets in|wake up|arrived|ended|what time was it|take out|"
    "turn off oven|turned off|due to arrive|what will clock show|landing time|finish time"
)
_CLOCK_STARTS = (
    "start|begin|leave|set off|set out|depart|go in|go into|put in|begun|started|began|left|"
    "departed|took off|take off|departure time|starting time|start time|have left|have started|"
    "set off from|leave home|be put in|get up|put it in|put into|kick off|starts|leaves|begins|"
    "departs|board|get on|turn on|have begun|have set off|gone in|has to leave|time of departure|"
    "what time was it|starting|put on"
)

FRAMES: Final = (
    *(
        Frame(
            needs=needs,
            roles={
                "start": Role(
                    "clock", before=_START, after=f"leaves|departs|departure|{_VEHICLES}"
                ),
                "end": Role("clock", before=_END, after="arrival"),
            },
            asks={"long": _LONG},
            by_unit={"time": "long"},
            restate=_between,
            passed=f"{_DAYS}|how many|school day|hours and minutes|in hours and minutes",
            allowed=_WORDS | _CLOCKWORDS,
        )
        for needs in (
            ("next|following|woke|sleep|overnight",),
            ("how|length|duration|time|find|work",),
        )
    ),
    Frame(
        needs=("when|what time|which time|time",),
        roles={
            "clock": Role(
                "clock",
                before=_START,
                after=f"leaves|departs|starts|set off|left|now|{_VEHICLES}",
                bare=True,
            ),
            "end": _none(_END, "arrives|ends|arrived|ended"),
            "time": Role("time"),
        },
        asks={"end": _CLOCK_ENDS},
        restate=_end_of,
        passed=f"{_DAYS}|in 24-hour clock|24 hour clock|what time|at what time|lasts for|from "
        f"now|later",
        allowed=(_WORDS | _CLOCKWORDS) - words("before set"),
    ),
    Frame(
        needs=("when|what time|which time|time|latest",),
        roles={
            "clock": Role("clock", before=_END, after="arrives|ends|arrived|ended"),
            "start": _none(_START, "leaves|departs|starts"),
            "time": Role("time"),
        },
        asks={"start": _CLOCK_STARTS},
        restate=_start_of,
        passed=f"{_DAYS}|24 hour clock|24-hour clock|what time|at what time|in oven|in order to",
        allowed=(_WORDS | _CLOCKWORDS) - words("after later"),
    ),
)
