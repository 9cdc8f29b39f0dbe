"""One thing that moves at one speed: of distance, time and speed two are told, one is asked.

Besides: the average speed of two legs and of a way there and back, and two that move at once.
"""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames.frame import Filled, Frame, Role
from mathviz_chat.core.problems.readers.frames.templates import amount, written
from mathviz_chat.core.problems.readers.frames.tokens import Token, words
from mathviz_chat.core.problems.units import UNITS

_VERBS = (
    "travel travels travelled traveled travelling traveling drive drives drove driving driven "
    "cover covers covered covering run runs ran running walk walks walked walking cycle cycles "
    "cycled cycling ride rides rode riding fly flies flew flying go goes went going move moves "
    "moved moving sail sails sailed sailing swim swims swam swimming jog jogs jogged jogging "
    "crawl crawls crawled crawling hike hikes hiked hiking row rows rowed rowing march marches "
    "marched race races raced reach reaches reached journey trip flight drive distance far speed "
    "take takes took taken taking complete completes completed climb climbs climbed skate skates "
    "skated skates ski skis paddle paddles bike bikes biked commute commutes pedal pedals sprint "
    "sprints sprinted fast long does km kilometres miles"
)
_WORDS: Final = words(_VERBS) | words(
    "ride walk run way whole entire total overall full route course track road motorway highway "
    "steady constant steadily constantly uniform average hour hours minutes left leaves leave "
    "left-off trip's make makes made keep keeps keeping maintain maintains maintaining doing does "
    "during between its each get gets got time straight nonstop non-stop without stopping "
    "needs need needed at that this same travelling lasts last lasted finish finishes finished "
    "give gives giving express when taken in if would had units by over until till was were "
    "from along"
) - words("each without")
_DISTANCE: Final = Role("length", before="distance|distance of", least=0, bare=True)
_TIME: Final = Role("time", before="time|time of", least=0, bare=True)
_SPEED: Final = Role(
    "length/time",
    before="speed|speed of|average speed of|constant speed of|steady speed of|rate of|pace of",
    least=0,
    bare=True,
)
_ASKS_SPEED: Final = "speed|average speed|mean speed|how fast|velocity|what rate|pace|what speed"
_ASKS_DISTANCE: Final = (
    "how far|distance|what distance|how far apart|how long is route|how long is road|length of "
    "journey|length of route|length of trip"
)
_ASKS_TIME: Final = (
    "how long|how much time|what time|time|how long does it take|how long will it take|"
    "journey time|travel time|travelling time|duration|time taken|time needed|flight time"
)
_BY_UNIT: Final = {"length": "distance", "time": "time", "length/time": "speed"}


def _text(token: Token) -> str | None:
    """In one unit, its own where that is a short decimal, minutes or seconds otherwise."""
    value = amount(token)
    if value is None or token.unit is None:
        return None
    unit = token.unit
    for smaller in ("min", "s"):
        if "/" in written(value) and unit.dimension == "time":
            value, unit = value * unit.factor / UNITS[smaller].factor, UNITS[smaller]
    return f"{written(value)} {unit.symbol}"


def _single(filled: Filled) -> str | None:
    told = {name: filled.roles[name] for name in ("distance", "speed", "time")}
    texts = {name: _text(each[0]) for name, each in told.items() if each}
    if len(texts) != 2 or filled.asked in texts or None in texts.values():
        return None
    unit = "" if filled.wanted is None else f" in {filled.wanted.symbol}"
    given = " and ".join(f"the {name} {text}" for name, text in texts.items())
    return f"Find the {filled.asked}{unit}, given {given}."


_SINGLE: Final = Frame(
    needs=(_VERBS.replace(" ", "|"),),
    roles={"distance": _DISTANCE, "time": _TIME, "speed": _SPEED},
    asks={"speed": _ASKS_SPEED, "distance": _ASKS_DISTANCE, "time": _ASKS_TIME},
    by_unit=_BY_UNIT,
    restate=_single,
    passed="from home|to home|from her home|from his home|in total|steady speed|constant speed|"
    "average speed of|without stopping|1 place|same "
    "speed",
    allowed=_WORDS,
)


def _fraction_of_hours(token: Token) -> str | None:
    """A time as hours: the readers of two legs take minutes for another story."""
    hours = amount(token)
    if hours is None or token.unit is None:
        return None
    value = hours * token.unit.factor / UNITS["h"].factor
    return f"{value} hours" if value.denominator > 1 else f"{value} h"


def _two_legs(filled: Filled) -> str | None:
    if filled.wanted is not None and filled.wanted.dimension != "length/time":
        return None
    texts = {name: tuple(map(_text, each)) for name, each in filled.roles.items() if each}
    if any(None in each for each in texts.values()) or len(texts) != 2:
        return None
    speed = "" if filled.wanted is None else f" in {filled.wanted.symbol}"
    time = texts.get("time")
    if time is None:
        return None
    if "distance" in texts:
        first, second = texts["distance"]
        return (
            f"A car travels {first} in {time[0]} and then {second} in {time[1]}. What is its "
            f"average speed{speed}?"
        )
    first, second = texts["speed"]
    if any(one.unit is None or one.unit.symbol == "min" for one in filled.roles["time"]):
        time = tuple(map(_fraction_of_hours, filled.roles["time"]))
    asked = (
        "How far does it go in total?"
        if filled.asked == "distance"
        else (f"What is its average speed{speed}?")
    )
    return f"A car drives for {time[0]} at {first} and then for {time[1]} at {second}. {asked}"


_LEGS: Final = tuple(
    Frame(
        needs=(_VERBS.replace(" ", "|"),),
        roles=roles,
        asks=asks,
        restate=_two_legs,
        passed="on road home|on way home|road home|way home|on his way home|on her way home|"
        "first|next|then|second part|first part|remaining|average speed of|speed of|in "
        "total|"
        "first 2|last|next 2|rest of journey|rest of trip|rest of way|after that|afterwards",
        allowed=_WORDS | words("then another further second both altogether total combined next"),
    )
    for roles, asks in (
        (
            {"distance": Role("length", least=2, most=2), "time": Role("time", least=2, most=2)},
            {"speed": "average speed|mean speed"},
        ),
        (
            {
                "speed": Role("length/time", least=2, most=2),
                "time": Role("time", least=2, most=2),
            },
            {
                "speed": "average speed|mean speed",
                "distance": "how far|total distance|what total distance|distance|how many km|"
                "how many miles|how many kilometres",
            },
        ),
    )
)


def _round_trip(filled: Filled) -> str | None:
    texts = tuple(map(_text, filled.roles["speed"]))
    if None in texts or (filled.wanted is not None and filled.wanted.dimension != "length/time"):
        return None
    unit = "" if filled.wanted is None else f" in {filled.wanted.symbol}"
    first, second = texts
    return f"A car goes to a town at {first} and returns at {second}. Find the average speed{unit}."


_BACK: Final = (
    "back|return|returns|returned|returning|round trip|round-trip|there and back|way home|"
    "return journey|return trip"
)
_THERE_AND_BACK: Final = Frame(
    needs=(_BACK, "average|mean"),
    roles={"speed": Role("length/time", least=2, most=2), "way": Role("length", least=0)},
    asks={"speed": "average speed|mean speed"},
    restate=_round_trip,
    passed="average speed of|speed of|1 way|way back|way there|same road|same way|same route|"
    "same distance|same path",
    allowed=_WORDS
    | words("back return returns returned returning trip both ways journey home come comes"),
)

_MOVERS = words(
    "trains cars cyclists people walkers runners buses friends joggers ships boats planes trucks "
    "lorries motorists hikers vehicles bikes motorbikes aeroplanes airplanes aircraft towns cities "
    "stations villages places men women bicycles motorcyclists drivers"
)
_TWO: Final = "|".join(f"2 {one}" for one in sorted(_MOVERS))


def _gap_and_speeds(filled: Filled) -> tuple[str, tuple[str, ...]] | None:
    """How far apart two movers are and how fast each is, where hours are asked for."""
    gap, speeds = _text(filled.roles["gap"][0]), tuple(map(_text, filled.roles["speed"]))
    if gap is None or (filled.wanted is not None and filled.wanted.symbol != "h"):
        return None
    told = tuple(speed for speed in speeds if speed is not None)
    return (gap, told) if len(told) == len(speeds) else None


def _meeting(filled: Filled) -> str | None:
    told = _gap_and_speeds(filled)
    if told is None:
        return None
    gap, speeds = told
    return (
        f"Two trains are {gap} apart and travel toward each other at {speeds[0]} and {speeds[1]}. "
        "How long until they meet?"
    )


def _parting(filled: Filled) -> str | None:
    speeds = tuple(map(_text, filled.roles["speed"]))
    (time,) = filled.roles["time"]
    text = _text(time)
    if text is None or None in speeds or filled.wanted is not None:
        return None
    return (
        f"Two cars start together and drive in opposite directions at {speeds[0]} and {speeds[1]}. "
        f"How far apart are they after {text}?"
    )


_TOGETHER = words(
    "same time moment simultaneously both set sets off start starts begin along apart between "
    "other one town place point leave leaves left average constant steady first then"
)
_TWO_AT_ONCE: Final = (
    Frame(
        needs=(
            "toward each other|towards each other|to meet each other|towards 1 another|"
            "toward 1 another",
        ),
        roles={"gap": Role("length"), "speed": Role("length/time", least=2, most=2)},
        asks={
            "time": "how long|when|how many hours|after how many hours|how much time|how soon|"
            "in how many hours|after what time"
        },
        restate=_meeting,
        passed=f"{_TWO}|same time|1 train|1 car|other|1 of them|2nd|1|each other|speed of|at "
        f"speed of|"
        "until they meet|before they meet|apart|distance between",
        allowed=_WORDS | _TOGETHER | words("until before pass passes meet meets"),
        one_owner=False,
    ),
    Frame(
        needs=("opposite directions|opposite direction",),
        roles={"time": Role("time"), "speed": Role("length/time", least=2, most=2)},
        asks={"distance": "how far apart|distance between|far apart|how far from each other"},
        restate=_parting,
        passed=f"{_TWO}|same time|same place|same point|same town|same spot|same station|1 train|"
        "1 car|other|1 of them|1|each other|speed of|at speed of|after",
        allowed=_WORDS | _TOGETHER | words("after"),
        one_owner=False,
    ),
)


def _apart(filled: Filled) -> str | None:
    told = _gap_and_speeds(filled)
    if told is None:
        return None
    gap, speeds = told
    return (
        f"Two cars start together and drive in opposite directions at {speeds[0]} and {speeds[1]}. "
        f"After how many hours will they be {gap} apart?"
    )


_PARTED: Final = Frame(
    needs=("opposite directions|opposite direction", "apart"),
    roles={"gap": Role("length"), "speed": Role("length/time", least=2, most=2)},
    asks={"time": "after how many hours|in how many hours|after what time|how long|after how long"},
    restate=_apart,
    passed=f"{_TWO}|same time|same place|same point|same town|same spot|same station|1 train|"
    "1 car|other|1 of them|1|each other|speed of|at speed of|apart|same service station|"
    "same moment|same petrol station|same house|same village",
    allowed=_WORDS | _TOGETHER | words("after head heads headed heading in"),
    one_owner=False,
)


def _stream(filled: Filled) -> str | None:
    still, current = (_text(filled.roles[name][0]) for name in ("still", "current"))
    way = _text(filled.roles["way"][0])
    if None in (still, current, way) or filled.wanted is not None:
        return None
    return (
        f"The speed of a boat in still water is {still} and the speed of the current is {current}. "
        f"How long will it take to travel {way} {filled.needed[1]}?"
    )


_BOAT: Final = Frame(
    needs=("still water", "downstream|upstream"),
    roles={
        "still": Role("length/time", before="still water|boat|speed", after="in still water"),
        "current": Role(
            "length/time", before="current|stream|river|river flows|current flows|flows"
        ),
        "way": Role("length"),
    },
    asks={"time": _ASKS_TIME},
    restate=_stream,
    passed="still water|speed of|speed|current|stream|river|flows",
    allowed=_WORDS | words("boat can still water"),
    one_owner=False,
)

FRAMES: Final = (_SINGLE, *_LEGS, _THERE_AND_BACK, *_TWO_AT_ONCE, _PARTED, _BOAT)
