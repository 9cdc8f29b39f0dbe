"""Figures: areas, perimeters, volumes, surfaces and missing lengths by formula."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Formal, Story
from mathviz_chat.core.problems.readers.applied.figures import FORMULAS
from mathviz_chat.core.problems.wording import number

_FIGURES: Final = (
    "circle|semicircle|sector|square|rectangle|triangle|right triangle|equilateral triangle|"
    "parallelogram|rhombus|trapezium|cube|box|cylinder|cone|sphere|pyramid"
)
_KEYS: Final = re.compile(
    r"\b(?:circles?|circular|semi-?circle|sector|squares?|rectangles?|rectangular|triangles?|"
    r"triangular|parallelogram|rhombus|trapez\w+|cubes?|cuboid|prism|box|cylinder|cylindrical|"
    r"cone|sphere|ball|pyramid|radius|hypotenuse|garden|room|field|pool|tank)\b",
    re.I,
)
_GRAMMAR: Final = """
OF = [of|for|in|is]?
ITS = [its|with|of|whose|has|having|and|their|has]?
OFFIG = [of {fig:figure}]?
EQ = [of|is|=|are|measures|measuring|equal to|equals|is equal to|that is|which is]?
circle:
    OF [circle|circular {thing1:thing}|round {thing1:thing}|disc|disk|wheel]
semicircle:
    OF [semicircle|semi-circle|half circle]
sector:
    OF [sector|circle sector|circular sector|sector of circle|circle]
square:
    OF [square|square garden|square field|square room|square {thing1:word}]
rectangle:
    OF [rectangle|rectangular {thing1:thing}]
triangle:
    OF [triangle|triangular {thing1:thing}]
right triangle:
    OF [right triangle|right-angled triangle|right angled triangle|right angle triangle]
equilateral triangle:
    OF equilateral triangle
parallelogram:
    OF parallelogram
rhombus:
    OF rhombus
trapezium:
    OF [trapezium|trapezoid]
cube:
    OF [cube|cubical box|cubic box]
box:
    OF [box|cuboid|rectangular box|rectangular prism|rectangular tank|rectangular pool|tank|
        rectangular solid|swimming pool|aquarium]
cylinder:
    OF [cylinder|cylindrical {thing1:thing}]
cone:
    OF [cone|right circular cone]
sphere:
    OF [sphere|ball]
pyramid:
    OF [pyramid|square pyramid|pyramid with square base]
r:
    ITS radius OFFIG EQ {r:q}
    {r:q} radius
d:
    ITS diameter OFFIG EQ {d:q}
    {d:q} [diameter|in diameter]
C:
    ITS circumference OFFIG EQ {C:q}
A:
    ITS [area|base area|area of base] OFFIG EQ {A:area}
P:
    ITS perimeter OFFIG EQ {P:q}
V:
    ITS volume OFFIG EQ {V:volume}
s:
    ITS [side|sides|side length|edge|edges|edge length|each side|side lengths|sides of length|
        base side|each edge] EQ [length]? [of]? {s:q} [long]?
    [each|1] side is {s:q} [long]?
    {s:q} [sides|on each side|side|on side|edges]
l:
    ITS length OFFIG EQ {l:q}
    [that|which|it|{thing2:thing}]? [is|measures] {l:q} [long|in length]
    {l:q} long
w:
    ITS [width|breadth] OFFIG EQ {w:q}
    {w:q} [wide|in width]
h:
    ITS [height|altitude|perpendicular height|depth] OFFIG EQ {h:q}
    {h:q} [high|tall|deep|in height]
b:
    ITS base OFFIG EQ {b:q}
    {b:q} base
lw:
    ITS [dimensions|sides|sides of|dimensions of|measures|measuring|measuring]? EQ {l:q} [by|x|×|
        *] {w:q}
    ITS [length and width|length and breadth|sides] OFFIG EQ {l:q} and {w:q}
lwh:
    ITS [dimensions|sides|measures|measuring|edges]? EQ {l:q} [by|x|×|*] {w:q} [by|x|×|*] {h:q}
    ITS [dimensions|edges|sides] OFFIG EQ {l:q} {w:q} and {h:q}
bh:
    ITS base and height OFFIG EQ {b:q} and {h:q}
legs:
    ITS [legs|two legs|2 legs|shorter sides|2 shorter sides|perpendicular sides|two shorter
        sides|sides|short sides|other 2 sides|2 sides|adjacent sides] EQ [length|lengths]? [of|
        are]? {a1:q} and {a2:q} [long]?
    ITS [parallel sides|2 parallel sides|bases] EQ [length|lengths]? [of|are]? {a1:q} and {a2:q}
        [long]?
    ITS diagonals OFFIG EQ [length|lengths]? [of|are]? {d1:q} and {d2:q} [long]?
leg:
    ITS [1|one]? [leg|side|other side|other leg] EQ [length]? [of]? {a1:q} [long]?
c:
    ITS hypotenuse OFFIG EQ {c:q} [long]?
three:
    ITS [sides|side lengths|sides of length|sides of lengths|3 sides] OFFIG EQ {a1:q} {a2:q} and
        {a3:q} [long]?
    ITS [sides|side lengths] OFFIG EQ {a1:q} {a2:q} {a3:q}
D:
    ITS diagonal OFFIG EQ {D:q}
z:
    ITS slant height OFFIG EQ {z:q}
t:
    ITS [central angle|angle|angle at centre|centre angle|center angle] OFFIG EQ {t} [degrees|
        degree|°]
    ITS [central angle|angle] OFFIG EQ {t}°
    {t} [degree|degrees]? [central angle|angle]
asked area:
    [FIND|find] [its]? area [of it]?
    how big is area
asked perimeter:
    [FIND]? [its]? [exact]? perimeter [of it]?
    [FIND|how long is] distance around
asked circumference:
    [FIND]? [its]? [exact]? [circumference|perimeter] [of it]?
asked volume:
    [FIND]? [its]? [exact]? volume [of it]?
asked surface:
    [FIND]? [its]? [exact]? [surface area|total surface area|surface] [of it]?
asked radius:
    [FIND]? [its]? [exact]? radius
    how long is its radius
asked diameter:
    [FIND]? [its]? [exact]? diameter
asked side:
    [FIND]? [its]? [exact]? [side|side length|length of side|length of its side|length of each
        side|length
        of 1 side|length of sides|edge|edge length|length of edge|length of its edge|each side]
    how long is [each|1|a]? [side|edge]
asked diagonal:
    [FIND|how long is] [its]? [diagonal|length of diagonal|length of its diagonal]
asked length:
    [FIND]? [its]? [exact]? length
    how long is [it|rectangle]
asked width:
    [FIND]? [its]? [exact]? [width|breadth]
    how wide is [it|rectangle]
asked height:
    [FIND]? [its]? [exact]? [height|altitude|depth]
    how [high|tall|deep] is [it|{thing2:thing}]
asked base:
    [FIND]? [its]? [exact]? [base|length of base]
asked hypotenuse:
    [FIND|how long is] [its]? [hypotenuse|length of hypotenuse|length of its hypotenuse|length
        of longest side|longest side]
asked leg:
    [FIND|how long is] [its]? [other leg|length of other leg|missing leg|other side|length of
        other side|third side|length of third side|missing side|length of remaining leg]
asked arc:
    [FIND|how long is] [its]? [arc length|length of arc|length of its arc|arc]
pi:
    [use|using|take|taking|let|with|and use|assume] [pi|π] [=|as|is|to be|≈]? {pi}
    [leave|leaving|keep] [pi|π] in [answer|your answer|it]?
    [in terms of|leave in terms of|give answer in terms of|leave answer in terms of|leave your
        answer in terms of] [pi|π]
"""
_ALIASES: Final = {("circle", "perimeter"): "circumference"}


def _given(story: Story) -> dict[str, tuple[str, str | None]] | None:
    """The quantities by their letters: number and unit; None where a letter has two values."""
    found: dict[str, tuple[str, str | None]] = {}
    for name, hit in story.clauses:
        if name.startswith("asked") or name in ("pi", *_FIGURES.split("|")):
            continue
        for slot, value in hit.slots.items():
            if slot.endswith("_u") or slot.startswith(("thing", "fig")):
                continue
            if slot in found:
                return None
            found[slot] = (value, hit.get(f"{slot}_u"))
    return found


def _build(story: Story) -> Problem | None:
    figures = {name for name in story.names() if name in _FIGURES.split("|")}
    figures |= {_figure(hit["fig"]) for hit in story.every() if hit.get("fig")}
    asked = [name.removeprefix("asked ") for name in story.names() if name.startswith("asked")]
    given = _given(story)
    if len(figures) != 1 or len(asked) != 1 or given is None:
        return None
    figure = figures.pop()
    if figure == "right triangle" and asked[0] in ("area", "perimeter") and not _are_legs(story):
        return None
    return _problem(figure, asked[0], given, story.text("pi"))


def _are_legs(story: Story) -> bool:
    """Whether two sides of a right triangle are said to be its legs: 3 and 5 need not be."""
    told = story.get("legs")
    return told is None or bool(re.search(r"leg|short|perpendicular|other|adjacent", told.text))


def _figure(text: str) -> str:
    """The name of a figure in the table of formulas."""
    low = " ".join(text.lower().split()).replace("-angled", "").replace(" angled", "")
    low = {"trapezoid": "trapezium", "cuboid": "box", "rectangular box": "box"}.get(low, low)
    return "rectangle" if low.startswith("rectangular") else low


def _problem(
    figure: str, asked: str, given: dict[str, tuple[str, str | None]], pi: str | None
) -> Problem | None:
    formulas = FORMULAS.get((figure, asked), ())
    formula = next((one for one in formulas if one.given == set(given)), None)
    unit = _unit(given)
    if formula is None or unit is None:
        return None
    values = {_indexed(name): number(text) for name, (text, _) in given.items()}
    if any(recount.value(value) <= 0 for value in values.values()):
        return None
    plan = Planner(values)
    plan.setup("Choose the formula", formula.setup)
    for name, text, rule in formula.steps:
        plan.find(name, rule, _with_pi(text, pi))
    plan.check(_with_pi(formula.check, pi))
    if recount.real(recount.value(plan.value())) <= 0:
        return None
    power = {"area": 2, "surface": 2, "volume": 3}.get(asked, 1)
    symbol = f"{unit}^{power}" if unit and power > 1 else unit
    told = " and ".join(
        f"{_NAMES[name]} {text}{f' {u}' if u else ''}" for name, (text, u) in given.items()
    )
    use = f", with pi = {pi}" if pi else ""
    read_as = f"Find the {_ASKED.get(asked, asked)} of the {figure} with {told}{use}."
    return plan.problem(Kind.GEOMETRY, read_as, unit=symbol or None)


def _indexed(text: str) -> str:
    """``a_1`` for ``a1``, as the reader of formulas spells names."""
    return re.sub(r"\b([ad])([123])\b", r"\1_\2", text)


def _with_pi(text: str, pi: str | None) -> str:
    """A formula with the value that the question gives for pi."""
    return _indexed(text) if pi is None else _indexed(text).replace("pi", f"({pi})")


_NAMES: Final = {
    "r": "radius", "d": "diameter", "C": "circumference", "A": "area", "P": "perimeter",
    "V": "volume", "s": "side", "l": "length", "w": "width", "h": "height", "b": "base",
    "D": "diagonal", "d1": "first diagonal", "d2": "second diagonal", "a1": "first side",
    "a2": "second side", "a3": "third side", "c": "hypotenuse", "z": "slant height",
    "t": "angle in degrees",
}  # fmt: skip
_ASKED: Final = {"surface": "surface area", "leg": "other leg", "arc": "arc length"}


def _unit(given: dict[str, tuple[str, str | None]]) -> str | None:
    """The one unit of length of all quantities, "" where they have none; None where they differ."""
    found = set()
    for name, (_, spelling) in given.items():
        if name == "t":
            continue
        unit = units.find(spelling) if spelling else None
        if spelling and unit is None:
            return None
        power = {"A": 2, "V": 3}.get(name, 1)
        base = "" if unit is None else unit.symbol.partition("^")[0]
        dimension = {1: "length", 2: "area", 3: "volume"}[power]
        if unit is not None and (
            unit.dimension != dimension or (power > 1 and "^" not in unit.symbol)
        ):
            return None
        found.add(base)
    return found.pop() if len(found) == 1 else None


_PART: Final = r"[a-z ]+? [\d./]+(?: (?!and\b)[A-Za-z^0-9]+)?"
_FORMAL: Final = re.compile(
    rf"Find the (?P<asked>[a-z ]+?) of the (?P<figure>{_FIGURES}) with "
    rf"(?P<told>{_PART}(?: and {_PART})*)(?:, with pi = (?P<pi>[\d./]+))?"
)


def _formal(match: re.Match[str]) -> Problem | None:
    letters = {name: letter for letter, name in _NAMES.items()}
    asked = {name: what for what, name in _ASKED.items()}.get(match["asked"], match["asked"])
    given: dict[str, tuple[str, str | None]] = {}
    for part in match["told"].split(" and "):
        own = re.fullmatch(r"([a-z ]+?) ([\d./]+)(?: (\S+))?", part)
        if own is None or own[1] not in letters:
            return None
        given[letters[own[1]]] = (own[2], own[3])
    return _problem(match["figure"], asked, given, match["pi"])


READERS: Final = (
    Formal(_FORMAL, _formal),
    Family(_KEYS, grammar(_GRAMMAR), _build),
)
