"""Greatest and least values in words: a fence round a rectangle, two numbers with a sum."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.worded.shapes import extreme_problem
from mathviz_chat.core.problems.wording import number

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
)
