"""Pythagoras in stories: ladders, sides of right triangles, ways at right angles."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames import asking
from mathviz_chat.core.problems.readers.frames.frame import Filled, Frame, Role
from mathviz_chat.core.problems.readers.frames.templates import amount, plain, written
from mathviz_chat.core.problems.readers.frames.tokens import words

_LEGS: Final = "The legs of a right triangle are {%s} and {%s}. Find the hypotenuse"
_LEG: Final = "The hypotenuse of a right triangle is {%s} and one leg is {%s}. Find the other leg"
_WALL = words("wall building house tree side shed ground garage pole fence")

_LINES = "wire|rope|cable|string|plank|beam|ramp|board"
_UPRIGHT = "mast|flagpole|tower|telegraph pole|cliff|vertical pole|vertical post|chimney"
_LADDER: Final = Frame(
    needs=(
        "ladder|plank|beam|pole|ramp|board|wire|rope|cable|string|stay|guy",
        "from|to|lean|leans|leaning|leaned|leant|rests|resting|rest|placed|against|stands|standing|propped",
    ),
    roles={
        "ladder": Role(
            "length", before="ladder|length|" + _LINES, after="ladder|long|" + _LINES, least=0
        ),
        "foot": Role(
            "length",
            before="foot|base|bottom|away",
            after="|".join(f"from {one}|away from {one}|from its {one}" for one in _WALL)
            + "|away|out from wall|horizontally|from its foot|from foot|from its base|from base|"
            "from bottom|from point",
            least=0,
        ),
        "height": Role(
            "length",
            before="top|reaches|reach|touches|touch|height|up|meets",
            after="up|up wall|above|high|above ground|up building|off ground|from ground|tall|"
            + _UPRIGHT,
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
        "long base window roof reaching reach wall's tree away mast flagpole tower point runs "
        "fixed tied "
        "attached stretches stretched top cliff chimney goes"
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
                "last side|what is other|other|other 1|second side|other length"
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


def _height(filled: Filled) -> str | None:
    """Half the base is one leg; the base is the side that is unlike the other two."""
    sides = [amount(token) for token in filled.roles["side"]]
    units = {one.unit for each in filled.roles.values() for one in each}
    if len(sides) == 4 and sides[-1] in sides[:-1]:
        sides.pop()  # ``its height measured from the 16 cm side``
    bases = {amount(token) for token in filled.roles["base"]} | {
        one for one in sides if sides.count(one) == 1 and len(sides) > 1
    }
    equal = {one for one in sides if one not in bases}
    if len(units) != 1 or len(bases) != 1 or len(equal) != 1 or filled.wanted is not None:
        return None
    (unit,), (base,), (side,) = units, bases, equal
    if base is None or side is None or base >= 2 * side or unit is None:
        return None
    return (
        f"The hypotenuse of a right triangle is {written(side)} {unit.symbol} and one leg is "
        f"{written(base / 2)} {unit.symbol}. Find the other leg{filled.precision}."
    )


_ISOSCELES: Final = Frame(
    needs=("isosceles",),
    roles={
        "base": Role("length", before="base|third side|unequal side|other side", least=0),
        "side": Role("length", least=1, most=4),
    },
    asks={
        "height": "height|how high|altitude|how tall|perpendicular height|height measured|"
        "vertical height"
    },
    restate=_height,
    passed="2 equal sides|equal sides|2 sides|sides|each of its equal sides|each of equal sides|"
    f"each|side|base|third side|other side|3 sides|measured from|from|{asking.EXACT}",
    allowed=words("triangle triangular isosceles long length both whose its give equal is"),
    rounds=True,
)

FRAMES: Final = (_ISOSCELES, _LADDER, *_TRIANGLES, _WAYS)
