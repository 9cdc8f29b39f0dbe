"""Areas that are left, of paths around, of rectangles with related sides; enlarged figures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.synonyms.family import Synonymous, synonyms
from mathviz_chat.core.problems.wording import Hit, number
from mathviz_chat.core.reading.tree import Expr

KEYS: Final = re.compile(r"\b(?:area|perimeter|volume|length|width|factor|times)\b", re.I)
SAID: Final = synonyms(
    (r"(?<=\d)\s*[x×]\s*(?=\d)|(?<=\d)\s+(ft|m|cm|mm|km|in|yd)\s*[x×]\s*(?=\d)", r" \1 by "),
    (r"\b(?:whats|what's)\b", "what is"),
    (r"\bbreadth\b", "width"),
    (r"\b(?:all (?:the way )?)?(?:round|around)\b", "around"),
    (r"\b(?:garden|lawn|field|yard|park|plot|court|room|floor|courtyard|rectangle|sheet|board|wall|"
     r"card|picture|photo|photograph|painting|pool|swimming pool|patio|piece of (?:paper|card))\b",
     "ground"),
    (r"\brectangular ground\b|\bground rectangle\b", "ground"),
    (r"\b(?:pond|hole|window|flower ?bed|flowerbed|fountain|shed|rug|carpet|statue|tree bed|"
     r"vegetable patch|patch|sandpit|square piece)\b", "hole"),
    (r"\b(?:path|border|frame|walkway|pavement|margin|strip|track|edging)\b", "path"),
)  # fmt: skip
_CUT: Final = """
GROUND = [ground|it]
IT = [it|ground|middle|middle of it|middle of ground|centre|center|centre of it|1 corner|inside it|
    corner]
outer:
    [my|our|his|her|their]? GROUND [is|measures|measuring|has dimensions|of|with]* {l:q} [long]?
        [by|and] {w:q} [wide]?
    [in|from|out of]? [my|our|his|her|their]? {l:q} by {w:q} ground
hole square:
    [has|with|contains|there is|and|it has]* square hole [of side|of sides|with side|with sides|
        measuring|of side length]? [of]? {s:q} [in|inside]? [IT]?
    [in|inside]? IT there is square hole [of|with]? [side|sides|side length] [of]? {s:q}
    [square|hole] of side {s:q} is cut [out]? [of|from]? [IT]?
hole circle:
    [has|with|contains|there is|and|it has]* [circular|round] hole [of|with] radius [of]? {r:q} [in|
        inside]? [IT]?
    circle of radius {r:q} is cut [out]? [of|from]? [IT]?
hole rectangle:
    [has|with|contains|there is|and|it has]* [rectangular]? hole [of|measuring|that is|which is|
        with dimensions]? {a:q} by {b:q} [in|inside]? [IT]?
path:
    [has|with|there is|and|it has|is surrounded by|surrounded by|it is surrounded by]* [uniform|
        concrete|gravel]? path [of]? [uniform]? [width]? {p:q} [wide]? [is built|runs|laid|goes]?
        {where:around}
    [has|with|there is|and|it has|is surrounded by|surrounded by|it is surrounded by]+ [uniform]?
        path [of]? [uniform]? [width]? {p2:q} [wide]?
asked left:
    [what|how much]? area [of ground|of lawn|of grass]? [is|remains|is there]? [left|remaining|left
        over]? [for {thing1:thing}|not covered]?
    FIND [remaining|left over] area [of ground]?
    FIND area [of]? [rest of|remaining|remaining part of] [ground|part|grass|region|it]?
    FIND area [that]? [is]? [left|remaining|remains] [for {thing2:thing}]?
asked path:
    FIND area of path
    what area does path [cover|have|take up]
"""


def _unit(hits: list[tuple[Hit, str]]) -> str | None:
    """The one unit of length, "" for none; None where they differ."""
    found = set()
    for hit, slot in hits:
        spelled = hit.get(f"{slot}_u")
        unit = units.find(spelled) if spelled else None
        if spelled and (unit is None or unit.dimension != "length"):
            return None
        found.add(unit.symbol if unit is not None else "")
    return found.pop() if len(found) == 1 else None


def _sized(hit: Hit, slot: str, unit: str) -> str:
    return f"{hit[slot]} {unit}".strip()


def _cut(story: Story) -> Problem | None:
    """What is left of a rectangle, or a path all around it."""
    outer, names = story.get("outer"), story.names() - {"outer"}
    if outer is None or len(names) != 2:
        return None
    if names == {"path", "asked path"}:
        return _path(story, outer)
    holes = [name for name in names if name.startswith("hole ")]
    if len(holes) != 1 or "asked left" not in names or not _is_left(story):
        return None
    hole = story.get(holes[0])
    assert hole is not None
    slots = {"hole square": "s", "hole circle": "r", "hole rectangle": "ab"}[holes[0]]
    unit = _unit([(outer, "l"), (outer, "w"), *((hole, slot) for slot in slots)])
    if unit is None:
        return None
    given = {"l": number(outer["l"]), "w": number(outer["w"])}
    given |= {slot: number(hole[slot]) for slot in slots}
    plan = Planner(given)
    plan.setup("Choose the formula", "area that is left = whole area - area of what is cut out")
    inner = {"s": "s^2", "r": "pi*r^2", "ab": "a*b"}[slots]
    plan.find("u", "Find the whole area", "l*w").find("v", "Find the area cut out", inner)
    plan.find("a", "Subtract", "u - v").check(f"answer + {inner} = l*w")
    if not _fits(given, slots):
        return None
    cut = {
        "s": f"a square hole of side {_sized(hole, 's', unit)}" if slots == "s" else "",
        "r": f"a circular hole of radius {_sized(hole, 'r', unit)}" if slots == "r" else "",
        "ab": f"a rectangular hole {_sized(hole, 'a', unit)} by {_sized(hole, 'b', unit)}"
        if slots == "ab" else "",
    }[slots]  # fmt: skip
    read_as = (
        f"A rectangle is {_sized(outer, 'l', unit)} by {_sized(outer, 'w', unit)} with {cut}. Find "
        "the remaining area."
    )
    return plan.problem(Kind.GEOMETRY, read_as, unit=f"{unit}^2" if unit else None)


def _is_left(story: Story) -> bool:
    asked = story.get("asked left")
    assert asked is not None
    return bool(re.search(r"\b(?:left|remain\w*|rest|not covered)\b", asked.text, re.I))


def _fits(given: Mapping[str, Expr], slots: str) -> bool:
    """Whether what is cut out lies within the rectangle."""
    values = {name: Fraction(recount.value(one)) for name, one in given.items()}
    short, long = sorted((values["l"], values["w"]))
    if slots == "ab":
        a, b = sorted((values["a"], values["b"]))
        return 0 < a <= short and b <= long
    return 0 < (values["s"] if slots == "s" else 2 * values["r"]) <= short


def _path(story: Story, outer: Hit) -> Problem | None:
    """A path of one width around a rectangle, outside it."""
    path = story.get("path")
    assert path is not None
    where = " ".join((path.get("where") or "").lower().split())
    if path.get("p") is None or "inside" in where or "within" in where:
        return None
    if "outside" not in where:
        return None  # it may run inside
    unit = _unit([(outer, "l"), (outer, "w"), (path, "p")])
    if unit is None:
        return None
    plan = Planner({"l": number(outer["l"]), "w": number(outer["w"]), "p": number(path["p"])})
    plan.setup("Choose the formula", "area of the path = outer area - inner area")
    plan.find("m", "Add the path on both sides of the length", "l + 2*p")
    plan.find("n", "Add the path on both sides of the width", "w + 2*p")
    plan.find("u", "Find the outer area", "m*n").find("v", "Find the inner area", "l*w")
    plan.find("a", "Subtract", "u - v").check("answer = 2*p*l + 2*p*w + 4*p*p")
    read_as = (
        f"A rectangle is {_sized(outer, 'l', unit)} by {_sized(outer, 'w', unit)} with a path "
        f"{_sized(path, 'p', unit)} wide around the outside. Find the area of the path."
    )
    return plan.problem(Kind.GEOMETRY, read_as, unit=f"{unit}^2" if unit else None)


# ------------------------------------------------------------------ related sides

_RELATED: Final = """
perimeter:
    [if]? perimeter of ground [is|=] {P:q}
    [if]? ground has perimeter [of]? {P:q}
    ground [with|whose]? perimeter [of|is]? {P:q}
related:
    [its|and its]? length [is|of ground is] {k:multiple} [its|of its|as long as]? width
    [its|and its]? length [is|of ground is] {k2:int} times [its|as long as its|of its]? width
    [its|and its]? length [is|of ground is] {d:q} [more|longer|greater] than [its]? width
    [it|and it]? is {k:multiple} as long as [it is]? wide
    [it|and it]? is {k2:int} times as long as [it is]? wide
asked:
    FIND [its]? {what:partof} [of ground]?
"""
_TIMES: Final = {"twice": "2", "double": "2", "thrice": "3", "triple": "3"}


def _related(story: Story) -> Problem | None:
    """A rectangle by its perimeter and how its sides are related."""
    told, related = story.get("perimeter"), story.get("related")
    what = (story.text("what") or "").lower()
    if told is None or related is None or what not in ("area", "length", "width"):
        return None
    factor = related.get("k2") or _TIMES.get((related.get("k") or "").lower())
    by = related.get("d")
    if factor is None and by is None:
        return None
    unit = _unit([(told, "P"), *([(related, "d")] if by else [])])
    if unit is None:
        return None
    plan = Planner({"P": number(told["P"]), "k": number(factor or "1"), "d": number(by or "0")})
    plan.setup("Choose the formula", "half the perimeter = length + width")
    plan.find("h", "Halve the perimeter", "P/2")
    plan.find("w", "Find the width", "(h - d)/(k + 1)")
    plan.find("l", "Find the length", "h - w")
    if Fraction(recount.value(plan.value("w"))) <= 0:
        return None
    if what == "area":
        plan.find("a", "Multiply", "l*w")
        plan.check("answer = (P/2 - (P - 2*d)/(2*k + 2))*(P - 2*d)/(2*k + 2)")
    elif what == "width":
        plan.works.pop()
        plan.check("2*(answer + k*answer + d) = P")
    else:
        plan.check("2*(answer + (answer - d)/k) = P")
    how = (
        f"{factor} times its width"
        if factor
        else f"{_sized(related, 'd', unit)} more than its width"
    )
    read_as = (
        f"The perimeter of a rectangle is {_sized(told, 'P', unit)} and its length is {how}. Find "
        f"its {what}."
    )
    symbol = f"{unit}^2" if unit and what == "area" else unit
    return plan.problem(Kind.GEOMETRY, read_as, unit=symbol or None)


# ------------------------------------------------------------------ enlarged figures

_SCALED: Final = """
ALL = [all|all the|each of]?
figure:
    [if|when|suppose]? ALL [sides|side|edges|edge|side length|edge length|radius|dimensions|side
        lengths|diameter|lengths] [of]? {fig:alike} [are|is|were|was] {way:scaling}
    [if|when|suppose]? ALL [sides|side|edges|edge|side length|edge length|radius|dimensions|side
        lengths|diameter] [of]? {fig:alike} [are|is|were|was] [multiplied|enlarged|
        scaled] by [factor of]? {k:int}
    [if|when|suppose]? ALL [sides|side|edges|edge|side length|edge length|radius|dimensions|side
        lengths|diameter] [of]? {fig:alike} [are|is|were|was] increased by factor of {k:int}
asked:
    by what factor [does|will|is|would|do]* [its|their|of it]? {what:partof} [of {fig2:alike}]?
        [grow|
        increase|increased|change|changed|multiplied|decrease|get bigger|go up]
    how many times [larger|bigger|greater] [is|will be|does]* [its]? [new]? {what:partof} [become|
        get|be]?
    [what is]? {what:partof} [is]? multiplied by what [factor]?
"""
_POWERS: Final = {"perimeter": 1, "circumference": 1, "area": 2, "surface area": 2, "volume": 3}
_SOLIDS: Final = frozenset({"cube", "sphere"})


def _scaled(story: Story) -> Problem | None:
    """How much an area or a volume grows with every length."""
    figure, what = story.get("figure"), " ".join((story.text("what") or "").lower().split())
    if figure is None or "asked" not in story.names() or what not in _POWERS:
        return None
    name = figure["fig"].lower()
    flat = what in ("perimeter", "circumference", "area")
    other = story.text("fig2")
    if (name in _SOLIDS) == flat or (other is not None and other.lower() != name):
        return None
    factor = figure.get("k") or {"doubled": "2", "tripled": "3", "halved": "1/2"}.get(
        (figure.get("way") or "").lower()
    )
    asked = story.get("asked")
    if factor is None or asked is None or ("how many times" in asked.text.lower()):
        return None  # "how many times larger" may leave out the first time
    power = _POWERS[what]
    plan = Planner({"k": number(factor)})
    plan.setup("Choose the formula", f"Lengths times k: {what} times k^{power}")
    plan.find("f", "Put the factor in", f"k^{power}" if power > 1 else "k*1")
    plan.check(f"answer/k = {'*'.join(['k'] * (power - 1)) or '1'}")
    way = f"multiplied by {factor}" if figure.get("k") else figure["way"].lower()
    part = "radius" if name in ("circle", "sphere") else "sides"
    are = "is" if part == "radius" else "are"
    read_as = f"The {part} of a {name} {are} {way}. By what factor does its {what} change?"
    return plan.problem(Kind.GEOMETRY, read_as, decimals=False)


READERS: Final = (
    Synonymous(Family(KEYS, grammar(_CUT), _cut), SAID),
    Synonymous(Family(KEYS, grammar(_RELATED), _related), SAID),
    Synonymous(Family(KEYS, grammar(_SCALED), _scaled), ()),
)
