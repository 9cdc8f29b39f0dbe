"""Rectangles of which a rectangle, a square or a circle is missing, and shapes put together of two.

The whole is told first and the part that is cut out after it; the area of the part is not asked.
"""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames.echoes import stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces
from mathviz_chat.core.problems.readers.frames.templates import amount
from mathviz_chat.core.problems.readers.frames.tokens import words

_WITH = r"(?: (?:of|with|that is|measuring|which is|is|are|measures|whose|has))*"
_SIDE = r"(?:side|sides of|sides|side length|each side)(?: (?:of|length|is))*"
_PAIR = (
    r"#l(?: long| wide| high| tall)? (?:by|x|and) #l(?: long| wide| high| tall)?|length #l and "
    r"(?:width|height) #l"
)
_MISSING: Final = words(
    "missing removed cut hole pond bed door window doorway pool patio statue flower fountain "
    "island opening taken rug mat middle centre gap skylight sandpit vent slot fireplace"
)
_LEFT: Final = r"(?:remaining|left(?: over)?|rest|uncovered|not covered|shaded|grass|outside)"
_AREA: Final = (
    r"(?:area|square metres|square meters|square feet|square centimetres|square inches|square cm|"
    r"square m|m²|carpet|paint|turf|grass|surface)"
)


def _one_unit(found: Found) -> bool:
    tokens = [token for each in found.roles.values() for token in each]
    units = {token.unit.symbol for token in tokens if token.unit is not None}
    return len(units) == 1 and all(token.sort == "length" for token in tokens)


def _rest(found: Found) -> str | None:
    """What is left of a rectangle: the part is not the thing of which the area is asked."""
    said = {*found.text.split()}
    if not said & _MISSING or not _one_unit(found):
        return None
    question = found.text.rstrip(" .").rpartition(" . ")[2].split()
    if {stem(word) for word in question} & {stem(word) for word in _MISSING - {"cut", "missing"}}:
        return None
    pairs, squares = found.texts("pair"), found.texts("square")
    circles = [*found.texts("radius"), *found.texts("diameter")]
    whole = pairs[:2]
    if len(pairs) == 4:
        hole = f"rectangular hole {pairs[2]} by {pairs[3]}"
    elif squares:
        hole = f"square hole of side {squares[0]}"
    else:
        which = "radius" if found.texts("radius") else "diameter"
        hole = f"circular hole of {which} {circles[0]}"
    inner, outer = found.text.rfind("#l"), found.text.find("#l")
    if inner == outer or not _comes_first(found):
        return None
    return f"A rectangle is {whole[0]} by {whole[1]} with a {hole}. Find the remaining area."


def _comes_first(found: Found) -> bool:
    """The rectangle is told before what is missing of it, and is the larger one."""
    pair, others = (
        found.roles["pair"],
        [token for name in ("square", "radius", "diameter") for token in found.roles.get(name, ())],
    )
    sizes = [amount(token) for token in pair]
    inner = sizes[2:] or [amount(token) for token in others]
    if any(one is None for one in (*sizes, *inner)):
        return False
    factor = 2 if found.texts("radius") else 1
    return max(one for one in inner if one) * factor <= max(
        one for one in sizes[:2] if one
    ) and min(one for one in inner if one) * factor <= min(one for one in sizes[:2] if one)


def _joined(found: Found) -> str | None:
    """Two rectangles that do not overlap, put together."""
    pairs = found.texts("pair")
    if not _one_unit(found) or {*found.text.split()} & _MISSING:
        return None
    values = [amount(token) for token in found.roles["pair"]]
    a, b, c, d = values
    return f"Calculate {a}*{b} + {c}*{d}." if len(pairs) == 4 else None


_ASKED: Final = (
    rf"(?:(?:what|find|calculate|work out) )?(?:is |are )?(?:total |whole )?(?:{_LEFT} )?area(?: "
    rf"(?:of|is|"
    rf"that|which|to|be|needs?|will|the|for|in))*(?: (?:{_LEFT}|it|shape|room|floor|figure|lawn"
    rf"|garden|"
    rf"plate|wall|card|sheet|field|board|painted|covered|carpet|l-shape|paint|remains|whole "
    rf"shape))*"
    rf"|how (?:much|many) (?:{_AREA} ?)+(?:(?:of|is|are|there|left|need|needs|to|be|will|{_LEFT}"
    rf"|painted|"
    rf"carpet|cover|covers|covered|floor|painting|it|room|wall|lawn|tiles|paint|grass|for) "
    rf"?)*(?<! )"
)
_PARTS: Final = {
    "square": (
        rf"square(?: [a-z]\w*){{0,2}}{_WITH} {_SIDE} #l|#l square(?: (?!metre|meter)[a-z]\w*)?"
    ),
    "radius": rf"(?:circular|circle|round)(?: [a-z]\w*){{0,2}}{_WITH} radius(?: of| is)? #l",
    "diameter": rf"(?:circular|circle|round)(?: [a-z]\w*){{0,2}}{_WITH} diameter(?: of| is)? #l",
    "pair": rf"(?:rectangle|rectangular)?(?: [a-z]\w*){{0,1}}{_WITH} ?(?:{_PAIR})(?: rectangle)?",
    "_cut": (
        r"(?:(?:is|are|been|has been) )?(?:missing|removed|cut out|cut away|cut from|cut off"
        r"|taken out)"
        r"(?: (?:at|from|of|out|in) (?:one |it|its |each )?(?:corner|middle|centre|side)?)?"
        r"|(?:in|at|from) (?:its |one )?(?:middle|centre|corner|one corner)|in it|hole|rectangular"
    ),
    "_kind": r"l-shaped?|l shape|rectangular|rectangle",
    "_joined": (
        r"(?:which are |that are )?(?:joined|put|stuck|glued)(?: together| side by side| to it)?"
    ),
}


def _tiles(found: Found) -> str | None:
    """How many small rectangles or boxes fill a larger one exactly, edge along edge."""
    small = [amount(one) for one in (*found.roles.get("small", ()), *found.roles.get("", ()))]
    tokens = found.roles["large"]
    small_units = {one.unit for one in (*found.roles.get("small", ()), *found.roles.get("", ()))}
    units = {one.unit for one in tokens}
    if len(small_units) != 1 or len(units) != 1 or None in small_units | units:
        return None
    (unit,), (own,) = units, small_units
    sizes = [amount(one) for one in tokens]
    if len(small) == 1:
        small *= len(sizes)
    if len(small) != len(sizes) or unit is None or own is None:
        return None
    counts = [
        one * unit.factor / own.factor / other
        for one, other in zip(sizes, small, strict=True)
        if one is not None and other
    ]
    if len(counts) != len(sizes) or any(count.denominator != 1 for count in counts):
        return None
    return f"Calculate {'*'.join(map(str, counts))}."


_FILL = (
    r"(?:(?:are|is|can|will|would|do|does|i|we|you|he|she|needed|need|required|to|cover|fit|fits|fill|tile|"
    r"be|put|into|in|inside|it|for|it takes|exactly|completely|pave|used) ?)*(?<! )"
)
_SMALL = (
    r"(?:square |identical |small )*(?:tiles|slabs|cubes|squares|boxes|bricks|blocks|cartons"
    r"|stamps)"
)
_TILED: Final = Pieces(
    words="tiles|slabs|cubes|squares|boxes|blocks|bricks",
    parts={
        "small": (
            rf"{_SMALL}{_WITH} (?:(?:side|sides|edge|edges)(?: of| length)? )?(?:measuring "
            rf")?#l(?: by #l){{0,2}}"
            rf"|(?:each (?:box|brick|tile)|tile|slab|cube)(?: is|{_WITH}) #l(?: by #l){{0,2}}"
        ),
        "large": (
            r"(?:measuring |measures |of |is )*#l by #l(?: by #l)?|#l (?:long )?(?:and |by )?#l "
            r"wide"
        ),
    },
    asks={
        "count": (
            rf"how many (?:#l (?:by #l )?)?{_SMALL}(?:{_WITH} (?:(?:side|sides|edge)(?: "
            rf"length)?(?: of)? )?#l(?: by #l){{0,2}})?(?: {_FILL})?"
        ),
    },
    says={
        f"count: {small}{' '.join(['large'] * count)}": _tiles
        for small in ("", "small ", "small small ", "small small small ")
        for count in (2, 3)
    },
    allowed=(
        "of by it to cover tiles square cubes box rectangular floor wall measures into inside fits"
    ),
)

FRAMES: Final = (
    _TILED,
    Pieces(
        words="|".join(sorted(_MISSING)),
        parts={name: part for name, part in _PARTS.items() if name != "_joined"},
        asks={"rest": _ASKED},
        says={
            "rest: pair pair pair pair": _rest,
            "rest: pair pair square": _rest,
            "rest: pair pair radius": _rest,
            "rest: pair pair diameter": _rest,
        },
        allowed="cut out with has have it in leaves leave use door hole",
    ),
    Pieces(
        words="joined|together",
        parts={name: part for name, part in _PARTS.items() if name in ("pair", "_kind", "_joined")},
        asks={"total": _ASKED},
        says={"total: pair pair pair pair": _joined},
        allowed="made from of two rectangles by",
    ),
)
