"""Points in the plane: distance, midpoint, slope, and the line through two points."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.wording import number
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Expr

_GRAMMAR: Final = """
POINTS = [points|2 points]? [A|P]? {p:point} [and|to]? [point|points]? [B|Q]? {q:point}
distance:
    [FIND]? [distance|length of line segment|length of segment|distance in plane] [from|between|
        joining|connecting] POINTS
    how far apart are POINTS
    how far is {p:point} from {q:point}
midpoint:
    [FIND]? [midpoint|mid-point|middle point|coordinates of midpoint] [of|between|for]? [line|
        segment|line segment]? [joining|between|from|connecting|with endpoints|whose endpoints
        are]? [endpoints]? POINTS
slope:
    [FIND]? [slope|gradient] [of]? [line]? [that]? [through|joining|passing through|between|passes
        through|going through|passing|which passes through|containing|connecting]? POINTS
line:
    FIND [equation of]? line [that]? [through|passing through|joining|passes through|going
        through|which passes through|containing|connecting] POINTS
    [find|write|determine|give|what is] equation [of|for] [straight]? line [that]? [through|
        passing through|joining|passes through|going through|which passes through|containing|
        connecting] POINTS
given:
    [line]? [passes through|goes through|points|given points|given|line passes through]? POINTS
asked distance:
    FIND distance [between them|between points]?
asked midpoint:
    FIND midpoint
asked slope:
    FIND [its]? [slope|gradient] [of line]?
"""
_KEYS: Final = re.compile(r"\(\s*-?\s*[\d.]+.*,")
_NUMBERS: Final = re.compile(r"-?\s?\d+(?:\.\d+)?(?:/\d+)?")


def _point(text: str) -> list[str]:
    return [part.replace(" ", "") for part in _NUMBERS.findall(text)]


def _build(story: Story) -> Problem | None:
    names = sorted(story.names() - {"given"})
    p, q = story.text("p"), story.text("q")
    if len(names) != 1 or p is None or q is None:
        return None
    if names[0].startswith("asked") != ("given" in story.names()):
        return None
    first, second = _point(p), _point(q)
    values = [recount.value(number(text)) for text in (*first, *second)]
    if len(values) != 4 or values[:2] == values[2:]:
        return None
    given = dict(zip(("a", "b", "c", "d"), map(number, (*first, *second)), strict=True))
    told = f"({', '.join(first)}) and ({', '.join(second)})"
    what = names[0].removeprefix("asked ")
    if what in ("slope", "line") and values[0] == values[2]:
        return None
    return _MAKERS[what](Planner(given), told)


def _distance(plan: Planner, told: str) -> Problem:
    plan.setup("Choose the formula", "distance^2 = (x_2 - x_1)^2 + (y_2 - y_1)^2")
    plan.find("u", "Subtract the x-coordinates", "c - a").find(
        "v", "Subtract the y-coordinates", "d - b"
    )
    plan.find("s", "Add the squares", "u^2 + v^2").find("r", "Take the square root", "sqrt(s)")
    plan.check("answer^2 - (a - c)*(a - c) = (b - d)*(b - d)")
    return plan.problem(Kind.COORDINATES, f"Find the distance between {told}.", decimals=False)


def _midpoint(plan: Planner, told: str) -> Problem:
    plan.condition("u + u = a + c", "u").condition("v + v = b + d", "v")
    plan.setup("Choose the formula", "midpoint = mean of the coordinates")
    plan.find("m", "Take the mean of the x-coordinates", "(a + c)/2")
    plan.find("n", "Take the mean of the y-coordinates", "(b + d)/2")
    read_as = f"Find the midpoint of {told}."
    return plan.problem(Kind.COORDINATES, read_as, decimals=False, several=("u", "v"))


def _slope(plan: Planner, told: str) -> Problem:
    plan.setup("Choose the formula", "slope = (y_2 - y_1)/(x_2 - x_1)")
    plan.find("u", "Subtract the y-coordinates", "d - b").find(
        "v", "Subtract the x-coordinates", "c - a"
    )
    plan.find("m", "Divide", "u/v").check("answer*(a - c) = b - d")
    return plan.problem(
        Kind.COORDINATES, f"Find the slope of the line through {told}.", decimals=False
    )


def _line(plan: Planner, told: str) -> Problem | None:
    plan.setup("Choose the formula", "y = m x + k, with m the slope")
    plan.find("m", "Find the slope", "(d - b)/(c - a)").find(
        "k", "Find k from the first point", "b - m*a"
    )
    problem = plan.problem(
        Kind.COORDINATES, f"Find the equation of the line through {told}.", decimals=False
    )
    points = tuple(plan.given[name] for name in ("a", "b", "c", "d"))
    return replace(problem, form=Form.EXPRESSION, items=points)


def of_two_points(what: str, first: tuple[Expr, Expr], second: tuple[Expr, Expr]) -> Problem | None:
    """The distance, midpoint, slope or line of two points; None where it has none."""
    values = [recount.value(one) for one in (*first, *second)]
    if values[:2] == values[2:] or (what in ("slope", "line") and values[0] == values[2]):
        return None
    given = dict(zip(("a", "b", "c", "d"), (*first, *second), strict=True))
    told = " and ".join(f"({to_plain(x)}, {to_plain(y)})" for x, y in (first, second))
    return _MAKERS[what](Planner(given), told)


_MAKERS: Final = {"distance": _distance, "midpoint": _midpoint, "slope": _slope, "line": _line}

READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _build),)
