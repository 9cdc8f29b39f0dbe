"""Volumes and surfaces of solids that a story describes: boxes, tanks, cans, balls."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.readers.frames import asking
from mathviz_chat.core.problems.readers.frames.frame import Filled, Frame, Role
from mathviz_chat.core.problems.readers.frames.templates import amount, in_unit, plain, written
from mathviz_chat.core.problems.readers.frames.tokens import words
from mathviz_chat.core.problems.units import UNITS

_WORDS: Final = (
    words(
        "shape shaped form solid closed needed whole entire complete completely full filled "
        "fill straight all total leave leaving give giving pi empty poured pour put top brim "
        "upright vertical its open-topped made when each base cross-section contain contains "
        "use uses until now take"
    )
    | asking.TOLD
)
_BOX = (
    "cuboid|cuboids|box|box-shaped|tank|aquarium|carton|crate|rectangular prism|rectangular block|"
    "rectangular solid|brick|cuboidal|container|pool|swimming pool|rectangular|trench|room",
)
_LENGTH: Final = Role("length", before="length|long", after="long|in length", least=0)
_WIDTH: Final = Role(
    "length", before="width|breadth", after="wide|broad|in width|across|in breadth", least=0
)
_DEEP: Final = Role(
    "length",
    before="height|depth|depth of|deep|high",
    after="high|tall|deep|in height|in depth|thick",
    least=0,
)
_SIDES: Final = Role("length", least=0, most=3)
_VOLUME: Final = Role("volume")
_BY_UNIT: Final = {"volume": "volume"}
_OF_BOX: Final = (
    "a cuboid with length {length}, width {width} and height {height}",
    "a cuboid with length {side1}, width {side2} and height {side3}",
    "a cuboid with length {side1}, width {side2} and height {height}",
    "a cuboid with length {length}, width {side1} and height {side2}",
    "a cuboid with length {length}, width {width} and height {side1}",
)
_THIRD: Final = tuple(
    f"{asked}: The volume of a cuboid is {{volume}}, its {one} is {{{one}}} and its {other} is "
    f"{{{other}}}. Find the {asked}"
    for asked, one, other in (
        ("height", "length", "width"),
        ("width", "length", "height"),
        ("length", "width", "height"),
    )
)


_by_unit_of_length = plain(*(f"volume: Find the volume of {one}" for one in _OF_BOX))


def _volume_of_box(filled: Filled) -> str | None:
    """Its volume, in litres where they are asked for."""
    if filled.wanted is None or filled.wanted.symbol not in ("l", "ml"):
        return _by_unit_of_length(filled)
    unit = UNITS["dm" if filled.wanted.symbol == "l" else "cm"]
    found = [token for each in filled.roles.values() for token in each]
    units = {token.unit.symbol for token in found if token.unit is not None}
    if units != {unit.symbol} and units != {"cm"}:
        texts = [in_unit(token, unit) for token in found]
    else:
        texts = [token.text for token in found]
    if len(texts) != 3 or None in texts or filled.precision:
        return None
    many = "litres" if filled.wanted.symbol == "l" else "ml"
    return f"A box measures {' by '.join(map(str, texts))}. How many {many} of water does it hold?"


_BOXES: Final = (
    Frame(
        needs=_BOX,
        roles={"length": _LENGTH, "width": _WIDTH, "height": _DEEP, "side": _SIDES},
        asks={"volume": asking.VOLUME},
        by_unit=_BY_UNIT,
        restate=_volume_of_box,
        passed=f"measures|measuring|dimensions|measurements|dimension|sides|edges|{asking.DIMENSIONS}",
        allowed=_WORDS | {"by", "x", "rectangular", "water", "it", "prism", "level"},
        rounds=True,
    ),
    Frame(
        needs=_BOX,
        roles={"length": _LENGTH, "width": _WIDTH, "height": _DEEP, "side": _SIDES},
        asks={"surface": asking.SURFACE},
        by_unit={"area": "surface"},
        restate=plain(*(f"surface: Find the surface area of {one}" for one in _OF_BOX)),
        passed=f"measures|measuring|dimensions|measurements|dimension|sides|edges|{asking.DIMENSIONS}",
        allowed=(_WORDS - {"empty", "open-topped"}) | {"by", "x", "rectangular", "prism", "lid"},
        rounds=True,
    ),
    Frame(
        needs=_BOX,
        roles={"volume": _VOLUME, "length": _LENGTH, "width": _WIDTH, "height": _DEEP},
        asks={
            "height": asking.HEIGHT,
            "width": "width|how wide|breadth",
            "length": "length|how long",
        },
        restate=plain(*_THIRD),
        passed="volume|capacity",
        allowed=_WORDS | {"rectangular", "prism"},
        rounds=True,
    ),
)

_DIAGONALS: Final = (
    Frame(
        needs=_BOX,
        roles={"length": _LENGTH, "width": _WIDTH, "height": _DEEP, "side": _SIDES},
        asks={
            "diagonal": "space diagonal|length of space diagonal|longest diagonal|body diagonal|"
            "diagonal|longest rod|longest stick|longest pole|length of its space diagonal"
        },
        restate=plain(
            *(f"diagonal: Find the space diagonal of {one}" for one in _OF_BOX),
        ),
        passed="measures|measuring|dimensions|measurements|sides|edges|from bottom corner|bottom "
        "corner|opposite top corner|top corner|opposite corner|1 corner|corner to corner|from 1|"
        f"from corner|furthest corner|fit inside|fits inside|length of|{asking.DIMENSIONS}",
        allowed=_WORDS | {"by", "x", "rectangular", "corner", "opposite", "long", "from"},
        rounds=True,
    ),
)

_EDGE: Final = (
    "side length|side lengths|sides of length|sides|side|each side|all sides|every side|edges|edge|"
    "each edge|edge length|edges of length|each of its edges|every edge|1 side|1 edge|"
    "1 of its edges|1 of its sides|12 edges|6 faces|" + asking.EXACT
)
_CUBE = ("cube|cubes|cubic|cube-shaped|cubical",)
_CUBES: Final = tuple(
    Frame(
        needs=_CUBE,
        roles={name: role},
        asks=asks,
        by_unit=by_unit,
        restate=plain(*lines),
        passed=passed,
        allowed=_WORDS | {"cubic"},
        rounds=True,
    )
    for name, role, asks, by_unit, lines, passed in (
        (
            "side",
            Role("length"),
            {
                "volume": asking.VOLUME,
                "surface": asking.SURFACE,
                "diagonal": "space diagonal|diagonal",
            },
            {"volume": "volume", "area": "surface"},
            (
                "volume: Find the volume of a cube with side {side}",
                "surface: Find the surface area of a cube with side {side}",
                "diagonal: Find the diagonal of a cube with side {side}",
            ),
            _EDGE,
        ),
        (
            "volume",
            _VOLUME,
            {"side": asking.SIDE},
            {},
            ("side: The volume of a cube is {volume}. Find the side",),
            "volume|" + _EDGE,
        ),
        (
            "surface",
            Role("area"),
            {"side": asking.SIDE, "volume": asking.VOLUME},
            {"volume": "volume"},
            (
                "side: The surface area of a cube is {surface}. Find the side",
                "volume: The surface area of a cube is {surface}. Find the volume",
            ),
            "total surface area|surface area|" + _EDGE,
        ),
    )
)

_RADIUS: Final = Role("length", before="radius|base radius", least=0)
_DIAMETER: Final = Role("length", before="diameter", after="across|wide|in diameter", least=0)
_UP: Final = Role(
    "length",
    before="height|depth|length|vertical height|perpendicular height",
    after="high|tall|deep|in height|long|in depth|thick",
    least=0,
)
_TOTAL = "total surface area|surface area|whole surface"
_CURVED = "curved surface area|lateral surface area|lateral area|curved surface|area of label"
_BALL = "sphere|spherical|ball|spherical ball|globe"
_ROUND: Final = tuple(
    Frame(
        needs=(needs,),
        roles=roles,
        asks=asks,
        by_unit=_BY_UNIT,
        restate=plain(*lines),
        passed=f"circular|{asking.EXACT}",
        allowed=_WORDS | {"base"},
        rounds=True,
    )
    for needs, roles, asks, lines in (
        (
            "cylinder|cylindrical|cylinder-shaped|cylinder's|tin|can of|tin can|drum|barrel|pipe"
            "|tube|"
            "column|pillar|log|candle|mug|beaker",
            {"radius": _RADIUS, "diameter": _DIAMETER, "height": _UP},
            {"volume": asking.VOLUME, "surface": _TOTAL, "curved": _CURVED},
            tuple(
                f"{asked}: Find the {what} of a cylinder with {one} {{{one}}} and height {{height}}"
                for asked, what in (
                    ("volume", "volume"),
                    ("surface", "surface area"),
                    ("curved", "curved surface area"),
                )
                for one in ("radius", "diameter")
            ),
        ),
        (
            "cone|conical|cone-shaped|cone's",
            {
                "radius": _RADIUS,
                "diameter": _DIAMETER,
                "height": _UP,
                "slant": Role("length", before="slant height|slant length|slant", least=0),
            },
            {"volume": asking.VOLUME, "surface": _TOTAL, "curved": _CURVED},
            (
                "volume: Find the volume of a cone with radius {radius} and height {height}",
                "volume: Find the volume of a cone with diameter {diameter} and height {height}",
                "surface: Find the surface area of a cone with radius {radius} and slant height "
                "{slant}",
                "curved: Find the curved surface area of a cone with radius {radius} and slant "
                "height {slant}",
            ),
        ),
        (
            _BALL,
            {"radius": _RADIUS, "diameter": _DIAMETER},
            {"volume": asking.VOLUME, "surface": asking.SURFACE},
            tuple(
                f"{asked}: Find the {what} of a sphere with {one} {{{one}}}"
                for asked, what in (("volume", "volume"), ("surface", "surface area"))
                for one in ("radius", "diameter")
            ),
        ),
        (
            "hemisphere|hemispherical|half-sphere",
            {"radius": _RADIUS, "diameter": _DIAMETER},
            {"volume": asking.VOLUME, "surface": "total surface area", "curved": _CURVED},
            (
                "volume: Find the volume of a hemisphere with radius {radius}",
                "volume: Find the volume of a hemisphere with diameter {diameter}",
                "surface: Find the total surface area of a hemisphere with radius {radius}",
                "curved: Find the curved surface area of a hemisphere with radius {radius}",
            ),
        ),
    )
)

_POINTED: Final = (
    Frame(
        needs=("pyramid", "square|square-based"),
        roles={
            "side": Role(
                "length",
                before="square base|square base of|base side|side|sides|base edge|base edges|edge|"
                "edges|side length|square base with sides|base sides",
            ),
            "height": Role(
                "length",
                before="height|vertical height|perpendicular height|top|apex",
                after="high|tall|in height|above ground|above base|above its base",
            ),
        },
        asks={"volume": asking.VOLUME},
        by_unit=_BY_UNIT,
        restate=plain(
            "volume: Find the volume of a square-based pyramid with base side {side} and height "
            "{height}"
        ),
        passed="base|sides of length|side length",
        allowed=_WORDS,
        rounds=True,
    ),
    Frame(
        needs=("prism",),
        roles={"section": Role("area"), "length": _UP},
        asks={"volume": asking.VOLUME},
        by_unit=_BY_UNIT,
        restate=plain(
            "volume: Find the volume of a prism with cross-sectional area {section} and length "
            "{length}"
        ),
        passed="cross-sectional area|cross section|cross-section|triangular|hexagonal|area|"
        "cross-section area|base area|area of its cross-section|area of its base|base",
        allowed=_WORDS | {"uniform", "constant"},
        rounds=True,
    ),
)


def _triangular(filled: Filled) -> str | None:
    """Half of base times height is the cross-section, all in one unit."""
    tokens = [filled.roles[name][0] for name in ("base", "height", "length")]
    units = {token.unit.symbol for token in tokens if token.unit is not None}
    sizes = [amount(token) for token in tokens]
    if len(units) != 1 or None in sizes or filled.wanted is not None:
        return None
    (unit,), (base, height, _) = units, sizes
    section = written((base or 0) * (height or 0) / Fraction(2))
    return (
        f"Find the volume of a prism with cross-sectional area {section} {unit}^2 and length "
        f"{filled.text('length')}{filled.precision}."
    )


_TRIANGULAR: Final = Frame(
    needs=("prism", "triangle|triangular"),
    roles={
        "base": Role("length", before="base|base of"),
        "height": Role("length", before="height|perpendicular height", after="high|tall|in height"),
        "length": Role("length", before="length", after="long|in length|deep"),
    },
    asks={"volume": asking.VOLUME},
    by_unit=_BY_UNIT,
    restate=_triangular,
    passed="cross-section|cross section|right-angled triangle",
    allowed=_WORDS | {"triangle", "triangular", "uniform", "right-angled"},
    rounds=True,
)

FRAMES: Final = (_TRIANGULAR, *_BOXES, *_DIAGONALS, *_CUBES, *_ROUND, *_POINTED)
