"""Lengths and areas of figures that a story describes: fields, lawns, plates."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mathviz_chat.core.problems.readers.frames import asking
from mathviz_chat.core.problems.readers.frames.frame import Frame, Role
from mathviz_chat.core.problems.readers.frames.templates import plain
from mathviz_chat.core.problems.readers.frames.tokens import words

_WORDS: Final = (
    words(
        "corner corners straight needed shape shaped form fence fenced put puts flat level "
        "regular whole entire complete completely outside thats parallel perpendicular vertical "
        "all equal edge edges total leave leaving give giving"
    )
    | asking.TOLD
)
_RECTANGLE = (
    "rectangle|rectangular|rectangle's|oblong|floor|wall|lawn|garden|field|plot|patio|photo|"
    "photograph|picture|poster|carpet|rug|screen|playground|yard|painting|window|door|sheet|mirror|"
    "room|page|card|flag|banner|ceiling|driveway|court|pitch|tablecloth|blanket|table|gate|tv|television|panel|board|tray|envelope|phone|tablet|mattress|desk|"
    "kitchen|bedroom|hall|meadow|noticeboard|bookcase|monitor|laptop",
)
_SQUARE = ("square|square's",)
_SIZES = "measures|measuring|dimensions|measurements|sides|size"
_LENGTH: Final = Role(
    "length", before="length|long side|longer side", after="long|in length", least=0
)
_WIDTH: Final = Role(
    "length",
    before="width|breadth|short side|shorter side|height",
    after="wide|broad|in width|across|in breadth|high|tall|deep|in height",
    least=0,
)
_OTHER: Final = Role("length", least=0, most=2)
_SIDE: Final = Role("length")
_AREA: Final = Role("area")
_ASKS_LENGTH: Final = "length|how long|longer side|long side"
_ASKS_WIDTH: Final = "width|breadth|how wide|shorter side|how broad|height|how high|how tall"
_ASKS_OTHER: Final = "other side|missing side|second side|side|other dimension|other"
_EQUAL: Final = (
    "side length|side lengths|sides of length|sides|side|each side|all sides|4 sides|3 sides|"
    "3 equal sides|4 equal sides|every side|edges|edge|each of its sides|all 4 sides|all 3 sides|"
    "6 sides|each edge|" + asking.EXACT
)


def _side_of_rectangle(name: str, whole: Role, passed: str, *, rounds: bool) -> Frame:
    """The other side of a rectangle, by one side and its area, perimeter or diagonal."""
    told = f"The {name} of a rectangle is {{whole}} and its"
    return Frame(
        needs=_RECTANGLE,
        roles={"whole": whole, "length": _LENGTH, "width": _WIDTH, "side": _OTHER},
        asks={
            "width": _ASKS_WIDTH,
            "length": _ASKS_LENGTH.replace("how long", "how long is it|how long is rectangle"),
            "side": f"{_ASKS_OTHER}|how long is other side|how long is its other side",
        },
        restate=plain(
            f"width|side: {told} length is {{length}}. Find the width",
            f"width|side: {told} length is {{side}}. Find the width",
            f"length|side: {told} width is {{width}}. Find the length",
            f"length: {told} width is {{side}}. Find the length",
        ),
        passed="|".join(filter(None, ("1 side|1 of its sides|1 of sides", passed))),
        allowed=_WORDS,
        rounds=rounds,
    )


_RECTANGLES: Final = (
    Frame(
        needs=_RECTANGLE,
        roles={"length": _LENGTH, "width": replace(_WIDTH, most=2), "side": _OTHER},
        asks={
            "area": asking.AREA,
            "perimeter": asking.AROUND,
            "diagonal": asking.DIAGONAL,
        },
        by_unit={"area": "area"},
        restate=plain(
            "area: Find the area of a rectangle with length {length} and width {width}",
            "area: Find the area of a rectangle with length {side1} and width {side2}",
            "area: Find the area of a rectangle with length {length} and width {side}",
            "perimeter: Find the perimeter of a rectangle with length {length} and width {width}",
            "perimeter: Find the perimeter of a rectangle with length {side1} and width {side2}",
            "perimeter: Find the perimeter of a rectangle with length {length} and width {side}",
            "diagonal: Find the diagonal of a rectangle with length {length} and width {width}",
            "diagonal: Find the diagonal of a rectangle with length {side1} and width {side2}",
            "area: Find the area of a rectangle with length {width1} and width {width2}",
            "perimeter: Find the perimeter of a rectangle with length {width1} and width {width2}",
            "diagonal: Find the diagonal of a rectangle with length {width1} and width {width2}",
        ),
        passed=f"{_SIZES}|straight line|straight path|from 1 corner|from corner|how long|"
        "over my shop|over shop|over door|above door|rectangle|rectangular|4 sides|"
        f"all 4 sides|2 sides|{asking.EXACT}",
        allowed=_WORDS | {"by", "x", "each", "path", "opposite"},
        rounds=True,
    ),
    _side_of_rectangle("area", _AREA, f"area|{asking.EXACT}", rounds=True),
    _side_of_rectangle("perimeter", Role("length", before="perimeter"), "", rounds=False),
    _side_of_rectangle(
        "diagonal", Role("length", before="diagonal|diagonal of"), asking.EXACT, rounds=True
    ),
)

_SQUARES: Final = tuple(
    Frame(
        needs=_SQUARE,
        roles={name: role},
        asks={asked: phrases for asked, phrases in asks.items() if asked != name},
        by_unit={} if name == "area" else {"area": "area"},
        restate=plain(*(line.replace("{given}", f"{{{name}}}") for line in lines)),
        passed=passed,
        allowed=_WORDS,
        rounds=True,
    )
    for asks in (
        {
            "area": asking.AREA,
            "perimeter": asking.AROUND,
            "diagonal": asking.DIAGONAL,
            "side": asking.SIDE,
        },
    )
    for name, role, passed, lines in (
        (
            "side",
            _SIDE,
            _EQUAL,
            (
                "area: Find the area of a square with side {given}",
                "perimeter: Find the perimeter of a square with side {given}",
                "diagonal: Find the diagonal of a square with side {given}",
            ),
        ),
        (
            "area",
            _AREA,
            f"area|1 side|1 of its sides|1 of sides|1 edge|{asking.EXACT}",
            (
                "side: The area of a square is {given}. Find the side",
                "perimeter: The area of a square is {given}. Find the perimeter",
                "diagonal: The area of a square is {given}. Find the diagonal",
            ),
        ),
        (
            "perimeter",
            Role("length", before="perimeter"),
            f"1 side|1 of its sides|1 of sides|1 edge|{asking.EXACT}",
            (
                "side: The perimeter of a square is {given}. Find the side",
                "area: The perimeter of a square is {given}. Find the area",
            ),
        ),
        (
            "diagonal",
            Role("length", before="diagonal|diagonals"),
            f"1 side|1 of its sides|1 of sides|1 edge|{asking.EXACT}",
            (
                "side: The diagonal of a square is {given}. Find the side",
                "area: The diagonal of a square is {given}. Find the area",
            ),
        ),
    )
)

_CIRCLE = ("circle|circular|circle's|wheel|coin|pizza|disc|disk|round table|round",)
_RADIUS: Final = Role("length", before="radius", least=0)
_DIAMETER: Final = Role("length", before="diameter", after="across|wide|in diameter", least=0)
_CIRCLES: Final = (
    Frame(
        needs=_CIRCLE,
        roles={"radius": _RADIUS, "diameter": _DIAMETER},
        asks={"area": asking.AREA, "circumference": asking.ROUND},
        by_unit={"area": "area"},
        restate=plain(
            "area: Find the area of a circle with radius {radius}",
            "area: Find the area of a circle with diameter {diameter}",
            "circumference: Find the circumference of a circle with radius {radius}",
            "circumference: Find the circumference of a circle with diameter {diameter}",
        ),
        passed=asking.EXACT,
        allowed=_WORDS | {"pi"},
        rounds=True,
    ),
    Frame(
        needs=("semicircle|semicircular|semi-circle|semi-circular|half circle|half-circle",),
        roles={"radius": _RADIUS, "diameter": _DIAMETER},
        asks={"area": asking.AREA, "perimeter": asking.AROUND},
        by_unit={"area": "area"},
        restate=plain(
            "area: Find the area of a semicircle with radius {radius}",
            "area: Find the area of a semicircle with diameter {diameter}",
            "perimeter: Find the perimeter of a semicircle with radius {radius}",
            "perimeter: Find the perimeter of a semicircle with diameter {diameter}",
        ),
        passed=asking.EXACT,
        allowed=_WORDS | {"pi"},
        rounds=True,
    ),
)

_BASE: Final = Role("length", before="base", least=0)
_HEIGHT: Final = Role(
    "length",
    before="height|altitude|perpendicular height|distance between|vertical height",
    after="high|tall|in height|apart",
    least=0,
)


def _slanted(figure: str, needs: str) -> tuple[Frame, ...]:
    """A triangle or a parallelogram by its base and its height."""
    return (
        Frame(
            needs=(needs,),
            roles={"base": Role("length", before="base"), "height": _HEIGHT},
            asks={"area": asking.AREA},
            by_unit={"area": "area"},
            restate=plain(
                f"area: Find the area of a {figure} with base {{base}} and height {{height}}"
            ),
            passed=asking.EXACT,
            allowed=_WORDS,
            rounds=True,
        ),
        Frame(
            needs=(needs,),
            roles={"area": _AREA, "base": _BASE, "height": _HEIGHT},
            asks={"height": asking.HEIGHT, "base": "base|how long|length of its base"},
            restate=plain(
                f"height: The area of a {figure} is {{area}} and its base is {{base}}. "
                "Find the height",
                f"base: The area of a {figure} is {{area}} and its height is {{height}}. "
                "Find the base",
            ),
            passed="area",
            allowed=_WORDS,
            rounds=True,
        ),
    )


_TRAPEZIUM = ("trapezium|trapezoid|trapezoidal|trapezium-shaped",)
_PARALLEL: Final = Role(
    "length",
    before="parallel sides|bases|parallel sides of|parallel edges|parallel|top|bottom|base",
    after="parallel",
    least=2,
    most=2,
)
_QUADRILATERALS: Final = (
    Frame(
        needs=_TRAPEZIUM,
        roles={"parallel": _PARALLEL, "height": _HEIGHT},
        asks={"area": asking.AREA},
        by_unit={"area": "area"},
        restate=plain(
            "area: Find the area of a trapezium with parallel sides {parallel1} and {parallel2} "
            "and height {height}"
        ),
        passed=f"2 parallel sides|between|{asking.EXACT}",
        allowed=_WORDS | {"long", "between"},
        rounds=True,
    ),
    Frame(
        needs=_TRAPEZIUM,
        roles={"area": _AREA, "parallel": _PARALLEL},
        asks={"height": asking.HEIGHT},
        restate=plain(
            "height: A trapezium has area {area} and parallel sides {parallel1} and {parallel2}. "
            "Find the height"
        ),
        passed="2 parallel sides|area",
        allowed=_WORDS | {"long", "between"},
        rounds=True,
    ),
    Frame(
        needs=("rhombus|kite|rhombus-shaped|kite-shaped", "diagonal|diagonals"),
        roles={"diagonal": Role("length", least=2, most=2)},
        asks={"area": asking.AREA},
        by_unit={"area": "area"},
        restate=plain(
            "area: Find the area of a rhombus with diagonals {diagonal1} and {diagonal2}"
        ),
        passed=f"2 diagonals|1 diagonal|other diagonal|other|{asking.EXACT}",
        allowed=_WORDS | {"diagonals", "diagonal", "long"},
        rounds=True,
    ),
    Frame(
        needs=("equilateral",),
        roles={"side": _SIDE},
        asks={"perimeter": asking.AROUND, "area": asking.AREA},
        restate=plain(
            "perimeter: Find the perimeter of an equilateral triangle with side {side}",
            "area: Find the area of an equilateral triangle with side {side}",
        ),
        passed=_EQUAL,
        allowed=_WORDS | {"triangle", "triangular"},
        rounds=True,
    ),
    Frame(
        needs=("equilateral",),
        roles={"around": Role("length", before="perimeter")},
        asks={"side": asking.SIDE},
        restate=plain("side: The perimeter of an equilateral triangle is {around}. Find the side"),
        allowed=_WORDS | {"triangle", "triangular"},
    ),
)

FRAMES: Final = (
    *_RECTANGLES,
    *_SQUARES,
    *_CIRCLES,
    *_slanted("triangle", "triangle|triangular|triangle's"),
    *_slanted("parallelogram", "parallelogram|parallelogram's"),
    *_QUADRILATERALS,
)
