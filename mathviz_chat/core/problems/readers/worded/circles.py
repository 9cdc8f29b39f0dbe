"""Circles by their equation, and distances from a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import substitute
from mathviz_chat.core.problems import multivariate
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.planner import ANSWER, Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.worded.common import family
from mathviz_chat.core.problems.readers.worded.points import XY, pair, row, shown
from mathviz_chat.core.problems.worded import Told, Worded
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Chain, Expr, Node, RelOp, Sub, Symbol

CIRCLES: Final = family("""
ask:
    [ASK]? [coordinates|length|size|exact|of|its]* {what:circle} [of|for]?
    how long is {what:circle} [of]?
    [ASK] [where is]? {what:circle} [of|at]?
circle:
    [circle|with|whose|has|given by|equation|is|of|a|having|LEAD|centered|curve]* {c:#r}
    [circle|its|is|of|it|lie|have|has]+
""")
LINES: Final = family("""
lines:
    [to|from|lines|line|graphs|graph|given by|with equations|equations|the|and|of|straight|
        between|with|
        equation]* {l:#fra}
distance:
    [ASK]? [shortest|perpendicular]? distance [from|of|between]?
    how far is
    [point|from|to|line|and|of|between|is]* {p:#p}
""")


@dataclass(frozen=True, slots=True)
class Circle:
    """equation: as it is given. The centre is (h, k), the square of the radius s."""

    equation: Chain
    h: Fraction
    k: Fraction
    s: Fraction


def standard(node: Node | None) -> Circle | None:
    """The circle of an equation of degree 2; None for anything else."""
    if not isinstance(node, Chain) or node.ops != (RelOp.EQ,):
        return None
    terms = multivariate.of_expression(Sub(*node.items), XY)
    if terms is None:
        return None
    known = {key: value for key, value in terms.items() if value}
    scale = known.pop((2, 0), Fraction(0))
    if not scale or known.pop((0, 2), None) != scale:
        return None
    across, up, rest = (known.pop(key, Fraction(0)) / scale for key in ((1, 0), (0, 1), (0, 0)))
    square = across**2 / 4 + up**2 / 4 - rest
    return None if known or square <= 0 else Circle(node, -across / 2, -up / 2, square)


def _circle(told: Told) -> Problem | None:
    """The centre, the radius or the diameter of a circle that is given by its equation."""
    found = standard(told.tree("c"))
    what = told.text("what")
    if found is None or what is None or told.has("given"):
        return None
    if what in ("centre", "center"):
        return centre(found)
    return length(found, what)


def _planned(circle: Circle) -> Planner:
    plan = Planner({"h": number(circle.h), "k": number(circle.k), "s": number(circle.s)})
    h, k, s = (to_plain(plan.given[name]) for name in "hks")
    return plan.setup("Write it as (x - h)^2 + (y - k)^2 = r^2", f"h = {h}, k = {k}, r^2 = {s}")


def length(circle: Circle, what: str) -> Problem:
    """The radius or the diameter; a point of the circle confirms it."""
    plan = _planned(circle)
    plan.find("r", "Take the square root", "sqrt(s)")
    radius: Expr = Symbol(ANSWER)
    if what == "diameter":
        plan.find("d", "The diameter is twice the radius", "2*r")
        radius = plan.formula(f"{ANSWER}/2")
    whole = Sub(*circle.equation.items)
    at = {"x": Add(plan.given["h"], radius), "y": plan.given["k"]}
    plan.checks.append(Chain((substitute(whole, at), number(Fraction(0))), (RelOp.EQ,)))
    read_as = f"Find the {what} of the circle {to_plain(circle.equation)}."
    return plan.problem(Kind.COORDINATES, read_as, decimals=False)


def centre(circle: Circle) -> Problem:
    """The centre, about which the equation is symmetric."""
    plan = _planned(circle)
    plan.condition("2*u = h + h", "u").condition("2*v = k + k", "v")
    read_as = f"Find the centre of the circle {to_plain(circle.equation)}."
    return plan.problem(Kind.COORDINATES, read_as, decimals=False, several=("u", "v"))


def _lines(told: Told) -> Problem | None:
    found = [row(node) for node in told.trees("l", "g")]
    rows = [one for one in found if one is not None]
    points = [pair(node) for node in told.trees("p")]
    kinds = {name for name, _ in told.clauses} - {"lines", "given"}
    if len(rows) != len(found):
        return None
    if len(rows) == 1 and kinds == {"distance"} and len(points) == 1 and points[0] is not None:
        return apart(points[0], rows[0])
    return None


def apart(point: tuple[Expr, Expr], line: tuple[Chain, list[Fraction]]) -> Problem:
    """The distance of a point from a line."""
    written, coefficients = line
    plan = Planner(
        {
            **dict(zip("ab", point, strict=True)),
            **dict(zip("pqr", map(number, coefficients), strict=True)),
        }
    )
    plan.setup("Choose the formula", "distance = |p*a + q*b - r|/sqrt(p^2 + q^2)")
    plan.find("n", "Put the point in", "|p*a + q*b - r|")
    plan.find("d", "Divide by the length of (p, q)", "n/sqrt(p^2 + q^2)")
    plan.check("answer^2*(p^2 + q^2) = (r - p*a - q*b)^2")
    read_as = f"Find the distance from {shown(point)} to the line {to_plain(written)}."
    return plan.problem(Kind.COORDINATES, read_as, decimals=False)


READERS: Final = (
    Worded(re.compile(r"radius|diameter|cent(?:re|er)"), CIRCLES, _circle),
    Worded(
        re.compile(r"distance|how far"),
        LINES,
        _lines,
        frozenset({"lines", "distance"}),
    ),
)
