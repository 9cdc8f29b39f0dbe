"""Related rates: ladders, balloons, ripples, water in a cone, two cars at right angles.

No word is scenery here: one that is not known may tell of another motion.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.readers.frames.frame import Filled, Frame, Role
from mathviz_chat.core.problems.readers.frames.templates import amount, written
from mathviz_chat.core.problems.readers.frames.tokens import Token, words

_HOW: Final = "how fast|how quickly|how rapidly|what rate|at what rate|what speed|at what speed"
_FAST: Final = (
    *(
        f"{how} {is_}"
        for how in _HOW.split("|")
        for is_ in ("is", "does", "will", "are", "do", "would", "must")
    ),
    "rate at which",
    "speed at which",
    "rate of change of",
    "rate of",
    "speed of",
    "velocity of",
)
_NUMBER: Final = re.compile(r"\d+/\d+|\d*\.\d+|\d+(?!\s+\d)")
_NEEDS: Final = "fast|rate|quickly|rapidly|speed|velocity"
_COMMON: Final = words(
    "how fast rate rates speed velocity quickly rapidly moving moves move changing change changes "
    "constant constantly steady steadily uniform instant moment exactly per of at is it its when "
    "that point time being and so what with if also"
)
_GROWING: Final = words(
    "grow grows growing increase increases increasing increased expand expands expanding rise "
    "rises rising inflated inflates inflating pumped pumping blown up filled fills filling "
    "enter enters entering flows flow flowing into in heated"
)
_SHRINKING: Final = words(
    "shrink shrinks shrinking decrease decreases decreasing decreased contract contracts "
    "contracting fall falls falling drop drops dropping deflated deflates deflating escapes "
    "escaping leaks leaking leak out let melts melting sinking"
)


def _asking(*things: str, ways: tuple[str, ...] = _FAST) -> str:
    """Every way to ask how fast one of the things changes."""
    return "|".join(f"{way} {thing}" for way, thing in product(ways, things))


@dataclass(frozen=True, slots=True)
class _Way:
    """The words of what grows or shrinks: needed, allowed, and those that ask how fast.

    Of what shrinks a rate of change is negative, so it must be asked how fast it shrinks.
    """

    needs: tuple[str, ...]
    allowed: frozenset[str]
    asking: tuple[str, ...]


_UP: Final = _Way((_NEEDS,), _COMMON | _GROWING, _FAST)
_DOWN: Final = _Way(
    (_NEEDS, "|".join(_SHRINKING)),
    (_COMMON - words("change changes changing")) | _SHRINKING,
    tuple(way for way in _FAST if "change" not in way),
)
_WAYS: Final = {"grows": _UP, "shrinks": _DOWN, "rise": _UP, "fall": _DOWN}


def _unit(token: Token) -> str:
    return token.unit.symbol if token.unit is not None else ""


def _value(token: Token) -> str:
    """A quantity as its number and the symbol of its unit; "" where it has no number."""
    number = _NUMBER.match(token.text)
    return "" if number is None else f"{number[0]} {_unit(token)}"


# ------------------------------------------------------------------ circles, spheres, cubes

_MEASURES: Final = {
    "circle": ("area", "circumference", "radius"),
    "sphere": ("volume", "surface area", "radius"),
    "cube": ("volume", "surface area", "edge"),
    "square": ("area", "perimeter", "side"),
}
_NAMES: Final = {
    "circle": "circle|circular|ripple",
    "sphere": "sphere|spherical|snowball",
    "cube": "cube|cubic|ice cube",
    "square": "square",
}
_SORTS: Final = {
    "area": "area/time",
    "surface area": "area/time",
    "volume": "volume/time",
}
_SIZE_WORDS: Final = {
    "radius": "radius",
    "edge": "edge|edge length|side|side length|edges|sides",
    "side": "side|side length|sides|edge",
}
_SCENES: Final = words(
    "balloon baloon ballon air gas helium water snowball snow bubble soap ball stone pond ripple "
    "ripples wave oil spill slick disc disk plate metal circular circle sphere spherical round "
    "shaped cube ice cubic square dropped thrown still lake pool tanker spreads spreading spread "
    "outward outwards creating creates makes forms forming causing produces making shape from "
    "whose each all every side sides edge edges length lengths has radius"
)


def _restated(figure: str, way: str) -> Callable[[Filled], str | None]:
    size = _MEASURES[figure][2]
    does = way.removesuffix("s")

    def restate(filled: Filled) -> str | None:
        told = [name for name in _MEASURES[figure] if filled.roles[f"rate of {name}"]]
        at = [*filled.roles["size"], *filled.roles["diameter"]]
        if len(told) != 1 or len(at) != 1 or filled.wanted is not None:
            return None
        value = amount(at[0])
        if value is None:
            return None
        if filled.roles["diameter"]:
            value /= 2
        rate = _value(filled.roles[f"rate of {told[0]}"][0])
        return (
            f"The {told[0]} of a {figure} {way} at {rate}. How fast does its {filled.asked} {does} "
            f"when its {size} is {written(value)} {_unit(at[0])}?"
        )

    return restate


def _growing(figure: str, way: str) -> Frame:
    *measures, size = _MEASURES[figure]
    sizes = _SIZE_WORDS[size]
    rates = {f"rate of {name}": Role(_SORTS[name], least=0) for name in measures if name in _SORTS}
    rates |= {
        f"rate of {name}": Role("length/time", before=name, least=0)
        for name in measures
        if name not in _SORTS
    }
    asks = {name: _things(name, figure) for name in measures} | {
        size: tuple(thing for one in sizes.split("|") for thing in _things(one, figure))
    }
    return Frame(
        needs=(_NAMES[figure], *_WAYS[way].needs),
        roles={
            **rates,
            f"rate of {size}": Role(
                "length/time", before=f"{sizes}|spreads|spread|outward|outwards", least=0
            ),
            "size": Role("length", before=sizes, after=sizes, least=0),
            "diameter": Role("length", before="diameter", least=0),
        },
        asks={name: _asking(*things, ways=_WAYS[way].asking) for name, things in asks.items()},
        passed="|".join(f"from {one}" for one in (*_NAMES[figure].split("|"), "balloon", "tanker")),
        restate=_restated(figure, way),
        allowed=_WAYS[way].allowed | _SCENES | words(" ".join(measures)),
        one_owner=False,
        scenery=False,
    )


def _things(name: str, figure: str) -> tuple[str, ...]:
    owners = [*_NAMES[figure].split("|"), "balloon", "bubble", "circle", "ripple"]
    plain = [name, f"its {name}", f"total {name}"]
    changes = [f"{way} of {one}" for way in ("increase", "decrease") for one in plain]
    return (*plain, *changes, *(f"{one} {name}" for one in owners))


_FIGURES: Final = tuple(
    _growing(figure, way) for figure in _MEASURES for way in ("grows", "shrinks")
)


# ------------------------------------------------------------------ ladders

_FOOT: Final = "foot|base|bottom|lower end|bottom end"
_TOP: Final = "top|upper end|top end"
_FROM_WALL: Final = "|".join(
    f"{away}from {place}"
    for away in ("", "away ", "out ")
    for place in ("wall", "house", "building", "base of wall", "foot of wall", "vertical wall")
)
"""``from`` is not allowed alone: the foot may be 3 m from the top."""


def _ladder(filled: Filled) -> str | None:
    """``A ladder of length 10 m slides down a wall ...``."""
    ladder = _value(filled.roles["ladder"][0])
    ends = {end: filled.roles[f"{end} at"] for end in ("foot", "top")}
    speeds = {end: filled.roles[f"{end} speed"] for end in ("foot", "top")}
    told = "top" if filled.asked == "foot" else "foot"
    at = [end for end, found in ends.items() if found]
    if (
        filled.wanted is not None
        or len(at) != 1
        or [end for end, found in speeds.items() if found] != [told]
    ):
        return None
    place = _value(ends[at[0]][0])
    where = "from the wall" if at[0] == "foot" else "above the ground"
    return (
        f"A ladder of length {ladder} slides down a wall and its {told} moves at "
        f"{_value(speeds[told][0])}. How fast does its {filled.asked} move when its {at[0]} is "
        f"{place} {where}?"
    )


_LADDER: Final = Frame(
    needs=("ladder", _NEEDS),
    roles={
        "ladder": Role("length", before="ladder|ladder of length", after="ladder|long"),
        "foot at": Role(
            "length",
            before=_FOOT,
            after=_FROM_WALL,
            least=0,
        ),
        "top at": Role(
            "length",
            before=_TOP,
            after="up|above|high|up wall|from ground|above ground|off ground|above floor",
            least=0,
        ),
        "foot speed": Role(
            "length/time", before=f"{_FOOT}|away|from wall|pulled", bare=True, least=0
        ),
        "top speed": Role("length/time", before=f"{_TOP}|down wall|down", least=0),
    },
    asks={
        "top": _asking(*_TOP.split("|"), *(f"{one} of ladder" for one in _TOP.split("|"))),
        "foot": _asking(*_FOOT.split("|"), *(f"{one} of ladder" for one in _FOOT.split("|"))),
    },
    restate=_ladder,
    passed=f"{_FOOT}|{_TOP}|of ladder|{_FROM_WALL}",
    allowed=_COMMON
    | words(
        "ladder long leans leaning lean rests resting leaned against vertical wall house building "
        "side slides sliding slide slips slipping slip down away pulled dragged drawn out "
        "begins starts begin start level horizontal horizontally ground floor up above high "
        "falling falls fall dropping drop descending descend drops of length along off which "
        "directly"
    ),
    one_owner=False,
    scenery=False,
)

# ------------------------------------------------------------------ water in a cone

_POINT_DOWN: Final = (
    "inverted|conical tank|conical cup|conical paper cup|conical funnel|funnel|conical filter|"
    "conical reservoir|vertex down|point down|pointing down|vertex pointing down|vertex at bottom"
)


def _cone(way: str) -> Callable[[Filled], str | None]:
    """``An inverted cone has height 6 m and radius 2 m ...``: the level rises or falls."""
    flow = "in" if way == "rise" else "out"

    def restate(filled: Filled) -> str | None:
        wide = [*filled.roles["radius"], *filled.roles["diameter"]]
        radius = amount(wide[0]) if len(wide) == 1 else None
        if radius is None or filled.wanted is not None:
            return None
        if filled.roles["diameter"]:
            radius /= 2
        high, deep, rate = (_value(filled.roles[one][0]) for one in ("height", "depth", "flow"))
        return (
            f"An inverted cone has height {high} and radius {written(radius)} {_unit(wide[0])}. "
            f"Water flows {flow} at {rate}. How fast does its level {way} when it is {deep} deep?"
        )

    return restate


def _filled_cone(way: str) -> Frame:
    levels = (
        "water level",
        "level",
        "depth",
        "level of water",
        "depth of water",
        "height of water",
    )
    return Frame(
        needs=(_POINT_DOWN, *_WAYS[way].needs),
        roles={
            "height": Role("length", before="height|cone", after="tall|high"),
            "radius": Role("length", before="radius", after="radius|base radius", least=0),
            "diameter": Role(
                "length", before="diameter|across top", after="across top|wide|across", least=0
            ),
            "depth": Role(
                "length",
                before="when water|when it|when depth|when level|when water level|depth|water is|"
                "depth of water is|level is|instant when water",
                after="deep",
            ),
            "flow": Role("volume/time"),
        },
        asks={"level": _asking(*levels, "surface of water", ways=_WAYS[way].asking)},
        restate=_cone(way),
        passed="of water|water level|height of tank|from conical|from inverted|from tank|from cone|"
        "from funnel|from filter|from cup",
        allowed=_WAYS[way].allowed
        | words(
            "cone conical inverted tank cup funnel filter water pours poured pouring runs running "
            "drains draining drained liquid level depth height radius diameter deep base top tall "
            "high across wide its has with shape form right circular vertex down pointing "
            "downwards bottom which surface paper reservoir being"
        ),
        one_owner=False,
        scenery=False,
    )


# ------------------------------------------------------------------ two cars

_GOES: Final = (
    "travels travelling traveling drives driving heads heading headed goes going sails sailing "
    "walks walking moves moving runs running cycles cycling"
)
_MOVERS: Final = "cars|ships|boats|bikes|cyclists|people|trucks|vehicles|runners|friends"
_PASSED: Final = "|".join(
    (
        *(f"2 {one}" for one in _MOVERS.split("|")),
        *(f"1 {one}" for one in f"{_GOES} car ship boat bike is cyclist truck".split()),
        "same point|same place|same time|same intersection|moving apart|distance between",
        "moving away from each other",
    )
)


def _cars(filled: Filled) -> str | None:
    """``Two cars leave one point at right angles at 60 mph and 25 mph ...``."""
    first, second = map(_value, filled.roles["speed"])
    time = filled.roles["time"][0]
    passed = amount(time)
    if passed is None or time.unit is None or filled.wanted is not None:
        return None
    unit = time.unit.name if passed == 1 else units.plural(time.unit.name)
    return (
        f"Two cars leave one point at right angles at {first} and {second}. How fast does the "
        f"distance between them grow after {written(passed)} {unit}?"
    )


_CARS: Final = Frame(
    needs=(
        "north|south|northwards|southwards|northward|southward|due north|due south",
        "east|west|eastwards|westwards|eastward|westward",
        "distance between|moving apart|separating|separate|drifting apart|apart",
        "same|intersection|crossroads|junction|together",
    ),
    roles={
        "speed": Role("length/time", least=2, most=2),
        "time": Role("time", before="after|later", after="later|after"),
    },
    asks={
        "distance": _asking(
            "distance between",
            "they moving apart",
            "they separating",
            "cars moving apart",
            "cars separating",
            "they moving away from each other",
            "increase of distance between",
            "change of distance between",
        )
    },
    restate=_cars,
    passed=_PASSED,
    allowed=_COMMON
    | _GROWING
    | words(
        "car cars ship ships boat boats bike bikes cyclist cyclists person people truck trucks "
        "vehicles runner runners friends leave leaves left start intersection crossroads junction "
        "port harbour dock point place first other second another due north south east west "
        "northwards southwards eastwards westwards northward southward eastward westward them "
        "they between apart later after from separating directly travel drive sail walk " + _GOES
    ),
    one_owner=False,
    scenery=False,
)

FRAMES: Final = (*_FIGURES, _LADDER, _filled_cone("rise"), _filled_cone("fall"), _CARS)
