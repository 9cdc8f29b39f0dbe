"""Right triangles in stories: angles of elevation and depression, ladders, kites, ramps.

Each is said again as a right-angled triangle with its angle at the ground (or at the wall), so that
the side opposite to it is the height, the adjacent one is level, the hypotenuse leans.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mathviz_chat.core.problems.readers.frames import asking
from mathviz_chat.core.problems.readers.frames.frame import Frame, Role
from mathviz_chat.core.problems.readers.frames.templates import plain
from mathviz_chat.core.problems.readers.frames.tokens import words

_SIDE: Final = "In a right triangle the {} is {{{}}} and one angle is {{{}}}. Find the {}"
_ANGLE: Final = "In a right triangle the {} is {{{}}} and the {} is {{{}}}. Find the angle"
_UP, _LEVEL, _SLOPING = "opposite side", "adjacent side", "hypotenuse"
_NAMES: Final = {"height": _UP, "away": _LEVEL, "line": _SLOPING}
_TURNED: Final = {"height": _LEVEL, "away": _UP, "line": _SLOPING}
"""As seen from the angle that a ladder makes with the wall."""


def _lines(angle: str, names: dict[str, str]) -> tuple[str, ...]:
    """Each length from each other one and the angle."""
    return tuple(
        f"{asked}: " + _SIDE.format(names[known], known, angle, names[asked])
        for known in names
        for asked in names
        if known != asked
    )


_ANGLES: Final = tuple(
    f"{asked}: " + _ANGLE.format(names[one], one, names[other], other)
    for asked, names in (("angle", _NAMES), ("steepness", _TURNED))
    for one, other in (("height", "away"), ("height", "line"), ("away", "line"))
)

_TALL = (
    "tree|tower|building|cliff|pole|flagpole|lighthouse|mast|hill|house|chimney|statue|wall|church|"
    "monument|spire|post|skyscraper"
)
_ITS_HEIGHT: Final = "|".join(f"height of {one}" for one in (*_TALL.split("|"), "kite", "balloon"))
_FOOT: Final = "|".join(
    f"{away} {place}"
    for away in ("from", "away from")
    for place in ("foot", "base", "bottom", *_TALL.split("|"))
)
_UPRIGHT: Final = "|".join(
    f"{one} is|{one} of|{one} that is|{one} stands" for one in _TALL.split("|")
)
_HEIGHT: Final = Role(
    "length",
    before=f"height|altitude|{_UPRIGHT}|high|top of|vertically|above",
    after=f"high|tall|above|up|{_TALL}|in height",
    least=0,
)
_AWAY: Final = Role(
    "length",
    before="shadow|distance|away|horizontal|foot is|foot of ladder is|base is",
    after=f"{_FOOT}|away|shadow|from point|on level ground|along ground|horizontally|long shadow|"
    "from wall|from its foot|from its base|out from|from directly",
    least=0,
)
_STRINGS = (
    "string|kite string|wire|rope|cable|line|ladder|plank|ramp|slide|beam|slope|escalator|board"
)
_LINE: Final = Role(
    "length",
    before=f"{_STRINGS}|length of string|uses|using|lets out|let out",
    after=f"of string|{_STRINGS}|of line|of rope|of wire|of cable|along slope|up slope",
    least=0,
)
_LONG_LINE: Final = replace(_LINE, after=f"{_LINE.after}|long")
_ASKS: Final = {
    "height": f"how tall|how high|height|{_ITS_HEIGHT}|how far up|how high up|altitude|"
    "vertical height",
    "away": f"{_FOOT}|horizontal distance|how long is shadow|length of shadow|"
    "length of its shadow|how long is its shadow|how far is foot|how far out|how far horizontally|"
    "distance of foot|distance of base|how far is base|how far is its foot",
    "line": f"how long is {'|how long is '.join(_STRINGS.split('|'))}|"
    f"length of {'|length of '.join(_STRINGS.split('|'))}|how much string|"
    "how long must ladder be|how long should ladder be|how long does ladder need to be",
}
_PASSED: Final = (
    "angle of elevation|angle of depression|angles of elevation|angles of depression|"
    "angle|elevation|depression|top|foot|base|bottom|point|level ground|horizontal ground|ground|"
    f"observer|horizontal|out at sea|far|{asking.EXACT}"
)
_SCENERY: Final = words(
    "when sees observes measures measured looks looking look standing stands stand stood casts "
    "cast casting give giving leave leaving level horizontal from sun sun's its is flying "
    "flies tied attached fixed "
    "top at out boat ship car sea away vertical surveyor makes make making making forms forming "
    "with leans leaning lean against wall up reach reaches does rests resting straight taut tight "
    "kite inclined ground long rises rise between angle point height"
)

_SEEN: Final = Frame(
    needs=("elevation|depression",),
    roles={"angle": Role("angle"), "height": _HEIGHT, "away": _AWAY, "line": _LINE},
    asks=_ASKS,
    restate=plain(*_lines("angle", _NAMES)),
    passed=_PASSED,
    allowed=_SCENERY,
    rounds=True,
    one_owner=False,
)
_SEEN_AT: Final = Frame(
    needs=("elevation|depression",),
    roles={"height": _HEIGHT, "away": _AWAY, "line": _LINE},
    asks={"angle": "angle of elevation|angle of depression"},
    restate=plain(*(line for line in _ANGLES if line.startswith("angle"))),
    passed=f"top|foot|base|bottom|point|{asking.EXACT}",
    allowed=_SCENERY,
    rounds=True,
    one_owner=False,
)
_GROUND: Final = "ground|horizontal|level ground|horizontal ground|floor|water|deck"
_WALL: Final = "wall|vertical|vertical wall|house|building|pole|mast|flagpole"


def _with(places: str) -> str:
    return "|".join(f"{by} {one}" for by in ("with", "to", "above") for one in places.split("|"))


_FROM_WALL: Final = (
    "how far is foot|how far is its foot|how far is foot of ladder|how far from wall|"
    "how far is base|how far away from wall|distance of foot|distance of base|distance from foot|"
    "how far out|distance between foot|how far is bottom"
)
_LEANING: Final = tuple(
    Frame(
        needs=(_STRINGS, "angle|inclined|inclination|slopes|degrees", places),
        roles={"angle": Role("angle"), "height": _HEIGHT, "away": _AWAY, "line": _LONG_LINE},
        asks={**_ASKS, "away": _FROM_WALL},
        restate=plain(*_lines("angle", names)),
        passed=f"{_with(places)}|{_PASSED}",
        allowed=_SCENERY | words(_GROUND.replace("|", " ")),
        rounds=True,
        one_owner=False,
    )
    for places, names in ((_with(_GROUND), _NAMES), (_with(_WALL), _TURNED))
)
_LEANING_AT: Final = tuple(
    Frame(
        needs=(_STRINGS, places),
        roles={"height": _HEIGHT, "away": _AWAY, "line": _LONG_LINE},
        asks={asked: "what angle|angle|find angle|size of angle|inclination"},
        restate=plain(*(line for line in _ANGLES if line.startswith(asked))),
        passed=f"{_with(places)}|top|foot|base|bottom|{asking.EXACT}",
        allowed=_SCENERY,
        rounds=True,
        one_owner=False,
    )
    for places, asked in ((_with(_GROUND), "angle"), (_with(_WALL), "steepness"))
)

_LEGS: Final = (
    "line: The legs of a right triangle are {height} and {away}. Find the hypotenuse",
    *(
        f"{asked}: The hypotenuse of a right triangle is {{line}} and one leg is {{{known}}}. "
        "Find the other leg"
        for asked, known in (("height", "away"), ("away", "height"))
    ),
)
_NAMED: Final = tuple(
    Frame(
        needs=("hypotenuse|hyp|right-angled|right angled|right triangle|right-angled triangle",),
        roles={
            "angle": Role("angle", before="angle", least=0, bare=True),
            "height": Role(sort, before="opposite side|opposite|opp", least=0),
            "away": Role(sort, before="adjacent side|adjacent|adj", least=0),
            "line": Role(sort, before="hypotenuse|hyp|longest side", least=0),
        },
        asks={
            "height": "opposite side|opposite|opp",
            "away": "adjacent side|adjacent|adj",
            "line": "hypotenuse|hyp",
            "angle": "what angle|find angle|what is angle|angle|what is size of angle",
        },
        restate=plain(*_lines("angle", _NAMES), *_ANGLES[:3], *_LEGS),
        passed=f"right triangle|right angled triangle|right-angled triangle|1 angle|{asking.EXACT}",
        allowed=words(
            "right angled right-angled triangle x y side length long acute angle give giving leave"
        ),
        rounds=True,
        one_owner=False,
    )
    for sort in ("length", "number")
)
_BETWEEN: Final = tuple(
    Frame(
        needs=(
            "triangle|triangular",
            "included angle|angle included|angle between|between them|contained angle|between "
            "these",
        ),
        roles={"side": Role(sort, least=2, most=2), "angle": Role("angle")},
        asks={"area": "area", "third": "third side|other side|remaining side|missing side"},
        restate=plain(
            "area: In triangle ABC, AB = {side1}, AC = {side2}, angle A = {angle}. Find the area",
            "third: In triangle ABC, AB = {side1}, AC = {side2}, angle A = {angle}. Find BC",
        ),
        passed=f"2 sides|2 sides of triangle|sides|side|1 side|another|{asking.EXACT}",
        allowed=words(
            "triangle triangular included angle between them these its length lengths contained "
            "is give giving leave leaving"
        ),
        rounds=True,
    )
    for sort in ("length", "number")
)
FRAMES: Final = (*_BETWEEN, _SEEN, _SEEN_AT, *_LEANING, *_LEANING_AT, *_NAMED)
