"""Names of steps that need no reason: the written list of operations whose names say all."""

from __future__ import annotations

import re
from typing import Final

BARE: Final = (
    # a named operation with numbers
    r"(?:Add|Subtract|Multiply|Divide|Raise) .+ (?:and|from|by|to the power) .+",
    r"(?:Add|Subtract|Multiply|Divide)(?: them| up| it| by .+)?",
    r"Work out .+|Work it out|Simplify",
    r"Add and subtract|Work out both sides|Work out the (?:powers|products|entries|argument)",
    r"Round to .+|Round (?:up|down)",
    # what was found is put in its place
    r"Put (?:it|them|that integral) in|Put in .+",
    r"Put .+ into (?:it|the function)|Put the root .+ into it",
    # what a name says
    r"Compare (?:neighbours|the two (?:numbers|values)|the solutions)|Put the values in order",
    r"Subtract the terms with .+ and compare what is left",
    r"The left sides are the same; compare the right sides",
    r"Take the (?:first|second|third) (?:case|factor)",
    r"Solve (?:each case|for .+)|Write the solutions one by one",
    r"Write the terms out|What is left is the digit|Find the .-coordinate",
    r"Test .+ = .+, (?:below|between|above) .+",  # the first one says why there are tests
    r"The limit|So this power will do|Leave out .+",
    r"The angles of a triangle add up to 180 degrees|Choose the angles .+",
    # what is done to both sides needs no reason but for beginners, to whom fine solutions tell it
    r"(?:Subtract|Add) .+ (?:from|to) (?:both|all) sides",
    r"(?:Divide|Multiply) (?:both|all) sides by .+|Swap the sides|Solve for each root",
    r"Collect (?:like terms|the terms)|Rearrange the .+ equation|Check .+ = .+",
    r"Bring (?:everything|all terms) to (?:one side|the left side)",
    r"Each candidate satisfies the equation|.+ every part(?: by .+)?",
)

FORMULAS: Final = (
    r"Choose .+|Write .+|Compare with the general form|Use .+|Percent means .+|Taylor's formula"
    r"|Sides of similar triangles have one ratio|The midpoint is .+|Count how often .+"
    r"|On (?:the|an?) .*axis .+|Differentiate both sides by the time|Coefficient of .+"
)
"""Setup lines that state the formula which the steps after them carry out."""

_BARE: Final = tuple(map(re.compile, BARE))


def is_bare(rule: str) -> bool:
    """Whether the name of a step says all."""
    used, _, on_one = rule.partition(" inequality: ")  # of several that are joined
    rule = on_one.capitalize() if on_one and used.startswith("In the ") else rule
    return any(pattern.fullmatch(rule) for pattern in _BARE)


def states_a_formula(rule: str) -> bool:
    """Whether a setup line says by which formula the steps after it go."""
    return re.fullmatch(FORMULAS, rule) is not None
