"""Pythagoras in stories: ladders, sides of right triangles, ways at right angles."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames import asking
from mathviz_chat.core.problems.readers.frames.frame import Frame, Role
from mathviz_chat.core.problems.readers.frames.templates import plain
from mathviz_chat.core.problems.readers.frames.tokens import words

_LEGS: Final = "The legs of a right triangle are {%s} and {%s}. Find the hypotenuse"
_LEG: Final = "The hypotenuse of a right triangle is {%s} and one leg is {%s}. Find the other leg"
_WALL = words("wall building house tree side shed ground garage pole fence")

_LADDER: Final = Frame(
    needs=(
        "ladder",
        "lean|leans|leaning|leaned|leant|rests|resting|rest|placed|against|stands|standing|propped",
    ),
    roles={
        "ladder": Role("length", before="ladder|length", after="ladder|long", least=0),
        "foot": Role(
            "length",
            before="foot|base|bottom|away",
            after="|".join(f"from {one}|away from {one}|from its {one}" for one in _WALL)
            + "|away|out from wall|horizontally",
            least=0,
        ),
        "height": Role(
            "length",
            before="top|reaches|reach|touches|touch|height|up|meets",
            after="up|up wall|above|high|above ground|up building|off ground|from ground|tall",
            least=0,
        ),
    },
    asks={
        "height": "how high|how far up|height|what height|how high up",
        "foot": "how far from|how far is foot|how far is base|how far is bottom|how far away|"
        "how far out|distance between foot|distance from foot|distance of foot|distance of base|"
        "distance from base|distance from bottom|far from",
        "ladder": "how long|length of ladder|length",
    },
    restate=plain(
        "height: " + _LEG % ("ladder", "foot"),
        "foot: " + _LEG % ("ladder", "height"),
        "ladder: " + _LEGS % ("foot", "height"),
    ),
    passed=f"foot|base|bottom|top|end|how far|get|reach|reaches|upper end|lower end|{asking.EXACT}",
    allowed=words(
        "ladder wall up ground against leans vertical horizontal level above rests rest upright "
        "straight off away out floor does will length between from distance placed house building "
        "lean leaning resting touches touch give giving total stands foot of's ladder's put its "
        "long base window roof reaching reach wall's tree away"
    ),
    rounds=True,
)

_RIGHT: Final = (
    "right-angled|right triangle|right angled|right-angle triangle|right-triangle|right angle|"
    "right triangle's|hypotenuse"
)
_LEG_WORDS = (
    "2 shorter sides|shorter sides|2 legs|legs|2 sides|other 2 sides|2 perpendicular sides|"
    "sides|side|"
    "perpendicular sides|1 leg|1 side|1 of its legs|1 of other sides|1 of legs|1 of shorter sides|"
    "leg|1 of its sides|1 of sides|right angle|sides that form|sides that make|sides of length|"
    "2 cathetus"
)
_TRIANGLES: Final = tuple(
    Frame(
        needs=(_RIGHT,),
        roles=roles,
        asks=asks,
        restate=plain(line),
        passed=f"{_LEG_WORDS}|right-angled triangle|right triangle|triangle|{asking.EXACT}",
        allowed=words(
            "triangle right angled long length lengths measure measures whose its give giving "
            "leave leaving right-angled forming perpendicular of's using theorem pythagoras "
            "pythagoras' pythagorean use triangular"
        ),
        rounds=True,
    )
    for sort in ("length", "number")
    for roles, asks, line in (
        (
            {"leg": Role(sort, least=2, most=2)},
            {"hypotenuse": "hypotenuse|longest side|length of longest side"},
            "hypotenuse: " + _LEGS % ("leg1", "leg2"),
        ),
        (
            {
                "hypotenuse": Role(sort, before="hypotenuse|longest side"),
                "leg": Role(sort),
            },
            {
                "leg": "other leg|other side|third side|remaining side|missing side|second leg|"
                "other shorter side|missing leg|length of other|shortest side|remaining leg|"
                "last side"
            },
            "leg: " + _LEG % ("hypotenuse", "leg"),
        ),
    )
)

_WAYS: Final = Frame(
    needs=(
        "north|south|northwards|southwards|northward|southward",
        "east|west|eastwards|westwards|eastward|westward",
        "from|straight|straight-line|shortest|direct|away",
    ),
    roles={"leg": Role("length", least=2, most=2)},
    asks={
        "away": "how far from|how far is he from|how far is she from|how far is it from|how far "
        "are "
        "they from|how far am i from|how far are we from|how far are you from|distance from|"
        "straight-line distance|straight line|shortest distance|direct distance|as crow flies|"
        "how far away|far from|how far is ship from|distance between"
    },
    restate=plain("away: " + _LEGS % ("leg1", "leg2")),
    passed="from home|from her home|from his home|from house|from his house|from her house|"
    "leaves home|left home|leaves house|leaves her house|leaves his house|due north|due south|"
    "due east|due west|starting point|start point|straight line|starting buoy|starting pier"
    "|starting dock|starting quay|"
    "starting harbour|starting port|starting camp|starting place|starting line|"
    "directly|"
    "where it started|where he started|where she started|original position|point where|start|"
    "how far|"
    f"starting position|straight-line|distance|north|south|east|west|{asking.EXACT}",
    allowed=words(
        "walk walks walked walking sails sailed sail drives drove drive travels travelled go goes "
        "went going cycles cycled rides rode flies flew runs ran hikes hiked from then due now "
        "turns "
        "turned turn started where his her its their harbour port starting original position "
        "directly straight line away northwards southwards eastwards westwards camp base "
        "point finish finally end ends between start"
    ),
    rounds=True,
)

FRAMES: Final = (_LADDER, *_TRIANGLES, _WAYS)
