"""Angles: of triangles and polygons, around a point, on a line."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames.frame import Filled, Frame, Role
from mathviz_chat.core.problems.readers.frames.templates import plain
from mathviz_chat.core.problems.readers.frames.tokens import words

_ANGLE: Final = Role("angle")
_WORDS: Final = words(
    "angle angles size sizes degrees measure measures triangle triangles interior inside its "
    "measuring triangular acute equal other give each right both degree"
) - words("each both right")
_OTHER: Final = (
    "third angle|other angle|remaining angle|missing angle|last angle|third|3rd angle|other|"
    "third 1|remaining 1|angle c|third interior angle|unknown angle"
)
_PASSED: Final = (
    "2 angles|2 of its angles|2 of angles|3 angles|2 interior angles|1 angle|1 of its angles|"
    "1 of angles|1 of them|another|1 acute angle|1 of its acute angles|1 of acute angles|"
    "2 angles of triangle|1|2 of its interior angles|other 2|2 other angles|2 of"
)

_TRIANGLES: Final = (
    Frame(
        needs=("triangle|triangle's|triangular",),
        roles={"angle": Role("angle", least=2, most=2)},
        asks={"third": _OTHER},
        restate=plain(
            "third: Two angles of a triangle are {angle1} and {angle2}. Find the third angle"
        ),
        passed=_PASSED,
        allowed=_WORDS,
    ),
    Frame(
        needs=("right-angled|right angled|right triangle|right-angle triangle|right triangle's",),
        roles={"angle": _ANGLE},
        asks={"third": f"other acute angle|{_OTHER}|second acute angle|other acute 1"},
        restate=plain("third: Two angles of a triangle are 90° and {angle}. Find the third angle"),
        passed=f"{_PASSED}|right angle",
        allowed=_WORDS | words("right right-angled angled"),
    ),
    Frame(
        needs=("isosceles",),
        roles={
            "vertex": Role(
                "angle",
                before="vertex angle|apex angle|angle between equal sides|between equal sides|apex|"
                "between 2 equal sides|vertex|top angle|angle at apex|angle at top|top|"
                "angle at vertex|unequal angle|angle between its equal sides",
            )
        },
        asks={
            "base": "base angle|base angles|each base angle|equal angles|other angles|other 2|"
            "each of other 2 angles|each of equal angles|each of base angles|other 2 angles|"
            "2 equal angles|each of 2 equal angles|each of other angles|1 of base angles|"
            "each of angles at bottom|angles at bottom|bottom angles|angles at base|"
            "each of angles at base|1 of other angles|other 2 equal angles|remaining angles"
        },
        restate=plain(
            "base: The vertex angle of an isosceles triangle is {vertex}. Find each base angle"
        ),
        passed=f"{_PASSED}|equal sides|2 equal sides|1 between|corner where 2 equal sides meet|"
        "corner where equal sides meet|where 2 equal sides meet|where equal sides meet",
        allowed=_WORDS | words("isosceles triangle between sides base each"),
    ),
    Frame(
        needs=("isosceles",),
        roles={
            "base": Role(
                "angle",
                before="base angle|base angles|equal angles|each base angle|each of equal angles|"
                "2 equal angles|1 of base angles|1 of equal angles|each of base angles|"
                "each of its base angles|1 of its base angles",
            )
        },
        asks={
            "vertex": "vertex angle|apex angle|third angle|other angle|apex|top angle|third|"
            "angle between equal sides|angle at top|remaining angle|angle at apex|unequal angle|"
            "angle between 2 equal sides|angle at vertex|vertex"
        },
        restate=plain(
            "vertex: Each base angle of an isosceles triangle is {base}. Find the vertex angle"
        ),
        passed=_PASSED,
        allowed=_WORDS | words("isosceles triangle each both base"),
    ),
)

_PAIRS: Final = tuple(
    Frame(
        needs=(needs, *more),
        roles={"angle": _ANGLE},
        asks={"other": asks},
        restate=plain(f"other: Find the {name} of {{angle}}"),
        passed="2 angles|1 angle|1 of them|1 of angles|1 of 2 angles|1|pair of angles|2",
        allowed=_WORDS | words("pair complement supplement add") - words("add"),
        one_owner=False,
    )
    for name, needs, more, asks in (
        ("complement", "complement|complement's", (), "complement"),
        ("supplement", "supplement|supplement's", (), "supplement"),
        (
            "complement",
            "complementary",
            (),
            "other|other angle|second angle|angle b|other 1|second|angle y|angle q",
        ),
        (
            "supplement",
            "supplementary",
            (),
            "other|other angle|second angle|angle b|other 1|second|angle y|angle q",
        ),
        (
            "supplement",
            "straight line|linear pair",
            ("2 angles|linear pair|adjacent angles",),
            "other|other angle|second angle|other 1|second|angle b",
        ),
    )
)

_ORDINALS: Final = {"third": 3, "fourth": 4, "4th": 4, "fifth": 5, "sixth": 6}


def _rest(total: str, count: int = 0) -> Frame:
    """What is left of a full turn, or of a straight angle."""

    def restate(filled: Filled) -> str | None:
        angles = [
            token.text.rstrip("° ").removesuffix("degrees") for token in filled.roles["angle"]
        ]
        ordinal = next((n for word, n in _ORDINALS.items() if word == filled.asked), 0)
        if ordinal and ordinal != len(angles) + 1:
            return None
        return f"Calculate {total} - {' - '.join(one.strip() for one in angles)}."

    around = (
        "around point|at point|round point|about point|full turn|meet at point|around 1 point|"
        "at 1 point|around a point"
    )
    return Frame(
        needs=(around if total == "360" else "straight line|straight angle",),
        roles={"angle": Role("angle", least=2, most=5)},
        asks={
            **{word: f"{word} angle|{word} 1|{word}" for word in _ORDINALS},
            "other": "other angle|remaining angle|missing angle|last angle|unknown angle|last 1|"
            "remaining 1",
        },
        restate=restate,
        passed="3 of angles|2 of angles|3 of them|2 of them|4 angles|3 angles|2 angles|5 angles|"
        "3 of 4 angles|4 of them|point|straight line|2 of 3 angles",
        allowed=_WORDS | words("meet lie form make up"),
    )


_QUADRILATERAL: Final = Frame(
    needs=("quadrilateral|quadrilateral's|4-sided",),
    roles={"angle": Role("angle", least=3, most=3)},
    asks={
        "fourth": "fourth angle|4th angle|other angle|remaining angle|missing angle|last angle|"
        "fourth|fourth 1|last 1|other 1|remaining 1|unknown angle"
    },
    restate=plain(
        "fourth: Three angles of a quadrilateral are {angle1}, {angle2} and {angle3}. "
        "Find the fourth angle"
    ),
    passed="3 angles|3 of angles|3 of its angles|4 angles|3 of interior angles|3 of its interior "
    "angles|3 interior angles",
    allowed=_WORDS,
)

_NAMES: Final = {
    "triangle": 3, "quadrilateral": 4, "pentagon": 5, "hexagon": 6, "heptagon": 7, "octagon": 8,
    "nonagon": 9, "decagon": 10, "hendecagon": 11, "dodecagon": 12,
}  # fmt: skip
_ASKS_ANGLE: Final = {
    "interior": "interior angle|interior angles|each interior angle|internal angle|inside angle|"
    "internal angles",
    "exterior": "exterior angle|exterior angles|each exterior angle|external angle|outside angle",
    "sum": "sum of interior angles|sum of its interior angles|sum of all interior angles|"
    "sum of internal angles|total of interior angles|angle sum|sum of angles|sum of its angles|"
    "interior angles add up|angles add up|sum of all its interior angles|interior angle sum|"
    "sum of all angles|sum of measures of interior angles|total of its interior angles|"
    "sum of all of its interior angles|total of all interior angles",
}


def _of_polygon(filled: Filled) -> str | None:
    told, named = filled.text("sides"), str(_NAMES.get(filled.needed[0].removesuffix("'s"), ""))
    sides = told or named
    if not sides.isdigit() or (named and named != sides):
        return None
    if filled.asked == "sum":
        return f"Find the sum of the interior angles of a polygon with {sides} sides."
    if "regular" not in filled.needed:
        return None
    return f"Find each {filled.asked} angle of a regular polygon with {sides} sides."


_SHAPES: Final = "|".join(f"{name}|{name}'s" for name in _NAMES if name != "triangle")
_POLYGONS: Final = tuple(
    Frame(
        needs=(shape, *more),
        roles=roles,
        asks=asks,
        restate=_of_polygon,
        passed="all angles|1 interior angle|1 of interior angles|1 exterior angle|1|all its",
        allowed=_WORDS
        | words("each regular sides sided up add adds total n-gon equal interior all polygon"),
    )
    for shape, roles in (
        (_SHAPES, {"sides": Role("number", after="sides|sided|equal sides", least=0)}),
        (
            "polygon|shape|figure|gon|sided|polygon's",
            {"sides": Role("number", after="sides|sided|equal sides|gon")},
        ),
    )
    for more, asks in (
        (("regular",), {k: v for k, v in _ASKS_ANGLE.items() if k != "sum"}),
        ((), {"sum": _ASKS_ANGLE["sum"]}),
    )
)
_SIDES: Final = "how many sides|number of sides|number of its sides|number of edges|how many edges"
_COUNTED: Final = tuple(
    Frame(
        needs=needs,
        roles={"angle": _ANGLE},
        asks={"sides": _SIDES},
        restate=plain(line),
        passed="all angles|1 interior angle|1 of interior angles|1 exterior angle|1|add up|all its|"
        "sum of",
        allowed=_WORDS | words("each regular polygon equal all every interior exterior"),
    )
    for needs, line in (
        (
            ("exterior angle|exterior angles|external angle|external angles", "regular"),
            "sides: Each exterior angle of a regular polygon is {angle}. Find the number of sides",
        ),
        (
            ("interior angle|interior angles|internal angle|internal angles", "regular"),
            "sides: Each interior angle of a regular polygon is {angle}. Find the number of sides",
        ),
        (
            ("sum|add up|total", "interior angles|angles"),
            "sides: The sum of the interior angles of a polygon is {angle}. Find the number of "
            "sides",
        ),
    )
)

FRAMES: Final = (
    *_TRIANGLES,
    *_PAIRS,
    _rest("360"),
    _rest("180"),
    _QUADRILATERAL,
    *_POLYGONS,
    *_COUNTED,
)
