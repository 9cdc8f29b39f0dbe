"""Rectangles and right triangles whose sides are unknown: perimeter, area, how they compare."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.told.unknowns import Unknowns
from mathviz_chat.core.problems.wording import Hit, number

_KEYS: Final = re.compile(
    r"\b(?:rectang(?:le|ular)|right[\s-](?:angled\s+)?triangle|hypotenuse)\b", re.I
)
_SHUT: Final = re.compile(
    r"%|\bnot\b|n't\b|\bincreased?\b|\bdecreased?\b|\bdoubled\b|\bsquares?\b(?!\s+(?:m|cm|ft|feet|in|km|"
    r"mm|met|cent|inch|yard|kilo|mill|unit))|\bcut\b|\bborder\b|\bpath\b|\bsurround|[$€£₹]",
    re.I,
)
_GRAMMAR: Final = grammar("""
FIGURE = [rectangle|rectangular {thing1:word}|its|it|field|garden|plot|room|table|floor|yard]
HAS = [has|have|with|having|and|of|whose|which has|that has|where]*
IS = [is|are|of|=|equals|measures|being|was]
LENGTH = [length|longer side|long side|longest side]
WIDTH = [width|breadth|shorter side|short side|shortest side]
LONG = [length|longer side|long side|longer leg|long leg|1 leg|1 of legs]
SHORT = [width|breadth|shorter side|short side|shorter leg|short leg|other|other leg|other side|
    wide]
OF = [of FIGURE]
perimeter:
    HAS FIGURE? HAS [total]? perimeter OF? IS? {p:q}
    perimeter IS {p:q}
area:
    HAS FIGURE? HAS area OF? IS? {a:area}
    area IS {a:area}
diagonal:
    HAS FIGURE? HAS diagonal OF? IS? {h:q}
    [right triangle|right-angled triangle|right angled triangle]? HAS hypotenuse [of right
        triangle|of
        right-angled triangle|of right angled triangle]? IS? {h:q} [long]?
longer:
    HAS FIGURE? [is]? {k:q} longer than [it is|it's|its|is]? [wide|width]
    HAS [FIGURE]? LONG OF? [is|exceeds]? {k:q} [more|longer|greater|larger|bigger] than [its]?
        SHORT
    HAS [FIGURE]? SHORT OF? is {k:q} [less|shorter|smaller] than [its]? [LENGTH|longer leg|other
        leg]
    LONG exceeds [its]? SHORT by {k:q}
    1 [leg|side] is {k:q} [longer|more] than other
times:
    HAS [FIGURE]? LONG OF? is [{m} times|{w:multiple}] [as long as|as large as]? [its]? SHORT
    FIGURE is [{m} times|{w:multiple}] as long as [it is|it's]? wide
start:
    FIGURE
    there is FIGURE
    consider FIGURE
asked long:
    FIND [its]? [LONG|length of longer side|length of its longer side|length of long side] OF?
    how long is [FIGURE|LENGTH]
asked short:
    FIND [its]? [SHORT|length of shorter side|length of its shorter side|length of short side] OF?
    how wide is FIGURE
asked both:
    FIND [its|their]? [dimensions|sides|lengths of its sides|lengths of sides|legs|lengths of legs|
        length of legs|length and width|side lengths|measurements] OF?
    how long are [its|the]* [sides|legs|other 2 sides]
    FIND length of each [side|leg]
asked area:
    FIND [its]? area OF?
asked perimeter:
    FIND [its]? perimeter OF?
""")


def _read(story: Story) -> Problem | None:
    asked = [name.removeprefix("asked ") for name in story.names() if name.startswith("asked")]
    told = {name: hit for name, hit in story.clauses if name in _SLOTS}
    if len(asked) != 1 or len(told) != 2 or not _one_figure(story, told):
        return None
    unit = _unit(told)
    compared = {"longer", "times"} & set(told)
    if unit is False or (compared and next(iter(told)) == "perimeter"):
        return None  # ``the perimeter is 34 cm and its length is ...`` is read with the figures
    assert unit is None or isinstance(unit, units.Unit)
    try:
        pair, relations = _relations({name: _value(name, hit) for name, hit in told.items()})
    except (KeyError, ValueError):
        return None
    return _problem(pair, relations, asked[0], unit)


_SLOTS: Final = {"perimeter": "p", "area": "a", "diagonal": "h", "longer": "k", "times": "m"}


def _one_figure(story: Story, told: dict[str, Hit]) -> bool:
    """A rectangle has no legs, a triangle has no perimeter here."""
    text = " ".join(hit.text for hit in story.every()).lower()
    triangle = re.search(r"\b(?:legs?|hypotenuse|triangle)\b", text) is not None
    rectangle = re.search(r"\b(?:rectang|width|wide|breadth)", text) is not None
    return triangle != rectangle and not (triangle and {"perimeter", "area"} & set(told))


def _value(name: str, hit: Hit) -> str:
    if name == "times" and hit.get("w"):
        return {"twice": "2", "double": "2", "thrice": "3", "triple": "3"}[hit["w"].lower()]
    return hit[_SLOTS[name]]


def _unit(told: dict[str, Hit]) -> units.Unit | bool | None:
    """The unit of length of all that is told; None where there is none, False for several."""
    found: set[units.Unit | None] = set()
    for name, hit in told.items():
        if name == "times":
            continue
        text = hit.get(f"{_SLOTS[name]}_u")
        unit = units.find(text) if text else None
        if text and unit is None:
            return False
        if name == "area" and unit is not None:
            unit = _root(unit)
            if unit is None:
                return False
        elif unit is not None and unit.dimension != "length":
            return False
        found.add(unit)
    return found.pop() if len(found) == 1 else False


def _root(unit: units.Unit) -> units.Unit | None:
    """cm for cm^2."""
    if unit.dimension != "area":
        return None
    return units.find(unit.symbol.removesuffix("^2"))


def _relations(values: dict[str, str]) -> tuple[tuple[str, str], list[str]]:
    """The short and the long side as formulas in x, and the equation that is left for x."""
    if "longer" in values or "times" in values:
        long = f"x + {values['longer']}" if "longer" in values else f"{values['times']}*x"
        (other,) = (name for name in values if name not in ("longer", "times"))
        restriction = ["x > 0"]
    elif "perimeter" in values:
        half = Fraction(recount.value(number(values["perimeter"]))) / 2
        long = f"{half} - x"
        (other,) = (name for name in values if name != "perimeter")
        restriction = [f"x <= {long}"]
    else:
        raise ValueError("nothing tells the sides apart")
    own = f"({long})" if " " in long else long
    equations = {
        "perimeter": f"2*(x + {own}) = {values.get('perimeter')}",
        "area": f"x*{own} = {values.get('area')}",
        "diagonal": f"x^2 + {own}^2 = {values.get('diagonal')}^2",
    }
    return ("x", long), [equations[other], *restriction]


def _problem(
    pair: tuple[str, str], relations: list[str], what: str, unit: units.Unit | None
) -> Problem | None:
    short, long = pair
    own = f"({long})" if " " in long else long
    asked = {
        "long": (long,),
        "short": (short,),
        "both": (short, long),
        "area": (f"x*{own}",),
        "perimeter": (f"2*(x + {own})",),
    }[what]
    symbol = None if unit is None else f"{unit.symbol}^2" if what == "area" else unit.symbol
    told = Unknowns(
        Kind.GEOMETRY,
        (("x", "the shorter side"),),
        tuple(relations),
        asked,
        symbol,
        any_order=what == "both",
    )
    sides = [told.at(formula) for formula in pair]
    if any(side is None or side <= 0 for side in sides):
        return None
    return told.problem()


READERS: Final = (Family(_KEYS, _GRAMMAR, _read, shut=_SHUT, most=24),)
