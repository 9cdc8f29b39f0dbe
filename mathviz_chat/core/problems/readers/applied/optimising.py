"""Greatest and least values in words: a fence round a rectangle, two numbers with a sum."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.literals import number as literal
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.worded.shapes import extreme_problem
from mathviz_chat.core.problems.wording import number
from mathviz_chat.core.reading.tree import Chain, RelOp, Symbol

_FENCE: Final = """
PEN = [rectangular]? [pen|field|garden|enclosure|plot|area|yard|paddock|run|region|lawn|patch]
FENCE = [fence|fencing|wire|netting|rope|string|wall|hedge]
fence:
    [{who:who}|there is|you|i|we] [has|have|uses|use|buys|bought|is given|wants to use]? {p:q}
        [of]? FENCE
    {p:q} [of]? FENCE [is|are]? [used|available|bought]? [to make|to enclose|for|around|round|to
        go round]? PEN?
    rectangle [has|with]? perimeter [of|is]? {p:q}
    perimeter of rectangle is {p:q}
wall:
    [a|a long|a straight]? [wall|river|house] [is|makes] [1|one] side
    beside [wall|river|house]
    for 3 sides
pen:
    [to make|to enclose|to fence|to fence off|for|to build|to surround|make|enclose|around|round|
        to form|
        wants to make|wants to enclose] [rectangular|rectangle] [pen|field|garden|enclosure|plot|
        area|yard|
        paddock|run|region|lawn|patch|chicken run]?
asked:
    [FIND] [its|their]? [greatest|largest|maximum|biggest|most] [possible]? area [of]? [rectangle|
        pen|field|garden|
        enclosure|plot|that can be enclosed|it|PEN]* [that]? [he|she|they|it|you|we]? [can]?
        [enclose|be
        enclosed|have|make|fence|be|fence off]?
    how large can [its]? area [of rectangle]? be
"""
_SUM: Final = """
sum:
    [2 numbers|2 positive numbers|2 real numbers] [add up to|add to|have sum of|have sum|sum to|
        total|with sum|
        with sum of|whose sum is|whose sum equals] {p:amount}
    sum of [2 numbers|2 positive numbers|2 real numbers] is {p:amount}
asked:
    [FIND] [largest|greatest|maximum|biggest] [possible]? [value of]? [their|its]? product [of
        numbers|of these
        numbers|of 2 numbers|they can have|their product can have]?
    how large can [their]? product be
"""

_BOX: Final = """
SHEET = [[square|rectangular]? [sheet|piece|card|cardboard|metal|tin|paper] [of]? [card|cardboard|
    metal|tin|paper]?]
box:
    [open|open topped|open-topped|lidless]? [box|tray] [is|to be]* made [from|out of|of]+ SHEET?
        [of|measuring|that is|which is|with|side|sides]* {p:q} [[by|x] {r:q}]? SHEET? [square]?
    SHEET [of|measuring|that is|which is|with|side|sides|is|has]* {p:q} [[by|x] {r:q}]?
        [is]? [made into|folded into|used to make] [open|open topped|open-topped|lidless]? [box|
        tray]
cut:
    by [cutting|removing] [out|off]? [equal|same|identical|4]* squares [from|out of|off|at] [each|
        all|4|its|of]* [corner|corners] [and [folding|turning|bending] up [sides|flaps]?]?
    [squares|equal squares|4 equal squares] [are]? [cut|removed] [from|out of|off|at] [each|all|4|
        its|of]* [corner|corners] [and [sides|flaps] [are]? [folded|turned|bent] up]?
asked:
    [FIND] [its|their]? [greatest|largest|maximum|biggest|most] [possible]? volume [of]? [box|tray|
        it|open box]?
    how large can [its]? volume [of box]? be
"""
_AREA: Final = """
area:
    area of rectangle is {p:q}
    rectangle [has|with]? area [of|is]? {p:q}
asked:
    [FIND] [its|their]? [smallest|least|minimum|shortest] [possible]? perimeter [of]? [rectangle|
        it]? [it can have|can it have]?
    how small can [its]? perimeter [of rectangle]? be
"""


def _box(story: Story) -> Problem | None:
    """What is left of the sides when x is cut off at both ends, and the height x."""
    box = story.get("box")
    if box is None or story.names() != {"box", "cut", "asked"}:
        return None
    if story.text("r") is None and "square" not in box.text:
        return None
    named = [story.text(slot) for slot in ("p_u", "r_u")]
    sides = [story.text("p"), story.text("r") or story.text("p")]
    known = {one for one in named if one}
    if None in sides or len(known) > 1:
        return None
    cube = _power_of_unit(known.pop(), 3) if known else ""
    if cube is None:
        return None
    plan = Planner({name: number(side or "") for name, side in zip("ab", sides, strict=True)})
    least = min(recount.value(side) for side in plan.given.values())
    ends = (literal(Fraction(0)), literal(Fraction(least) / 2))
    whole = plan.formula("x*(a - 2*x)*(b - 2*x)")
    return replace(extreme_problem("x", whole, "maximum", ends), unit=cube or None)


def _around(story: Story) -> Problem | None:
    """The sides are x and the area over x."""
    size, unit = story.text("p"), story.text("p_u")
    if size is None or story.names() != {"area", "asked"} or unit is not None:
        return None
    plan = Planner({"p": number(size)})
    positive = Chain((Symbol("x"), literal(Fraction(0))), (RelOp.GT,))
    return extreme_problem("x", plan.formula("2*x + 2*p/x"), "minimum", (), (positive,))


def _power_of_unit(unit: str, power: int) -> str | None:
    found = units.find(unit)
    name = None if found is None else f"{found.symbol}^{power}"
    return name if name is not None and units.find(name) is not None else None


def _fence(story: Story) -> Problem | None:
    """The sides are x and half of the fence less x; beside a wall all of it less both of them."""
    length, unit = story.text("p"), story.text("p_u")
    if length is None or story.get("asked") is None or story.get("fence") is None:
        return None
    square = None
    if unit is not None:
        found = units.find(unit)
        if found is None or units.find(f"{found.symbol}^2") is None:
            return None
        square = f"{found.symbol}^2"
    plan = Planner({"p": number(length)})
    across = "x*(p - 2*x)" if story.get("wall") is not None else "x*(p/2 - x)"
    problem = extreme_problem("x", plan.formula(across), "maximum")
    return replace(problem, unit=square)


def _sum(story: Story) -> Problem | None:
    """The numbers are x and the sum less x."""
    total = story.text("p")
    if total is None or story.text("p_u") or not {"sum", "asked"} <= story.names():
        return None
    plan = Planner({"p": number(total)})
    return extreme_problem("x", plan.formula("x*(p - x)"), "maximum")


READERS: Final = (
    Family(re.compile(r"fenc|perimeter|netting|wire|rope", re.I), grammar(_FENCE), _fence),
    Family(re.compile(r"product", re.I), grammar(_SUM), _sum),
    Family(re.compile(r"\b(?:box|tray)\b", re.I), grammar(_BOX), _box),
    Family(re.compile(r"\bperimeter\b", re.I), grammar(_AREA), _around),
)
