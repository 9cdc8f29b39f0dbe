"""Points and lines of the plane in words: equations, gradients, intercepts, images."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems import linear_system, recount
from mathviz_chat.core.problems.asked import defined_function
from mathviz_chat.core.problems.environment import simplified
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.plan import Work
from mathviz_chat.core.problems.planner import ANSWER, Planner
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.applied.coordinates import of_two_points
from mathviz_chat.core.problems.readers.worded.common import coordinates, family
from mathviz_chat.core.problems.worded import Told, Worded
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Call, Chain, Expr, Mul, Node, RelOp, Symbol

XY: Final = ("x", "y")
_POINT: Final = """
ON = [through|passing|passes|pass|goes|going|go|joining|join|joins|from|between|and|to|point|
    points|
    connecting|connects|containing|contains|endpoints|of|on|it|line|segment|line segment|which|
    that|with|
    has|at|whose|ends|end|lies|lie|coordinates|in|given|vertices|are|is|through points|two|both|
    triangle|
    for|if|where]
point:
    ON* {p:#p} [are given|lie on it|is on it|lies on it|on it]?
"""
LINES: Final = family(
    _POINT
    + """
line:
    [ASK]? [cartesian]? [equation|equations]? [of|for]? [straight]? [line|graph]? [{s:#u}]? [that|
        which|is|
        of]*
    [ASK]? [its|their|whose]? [cartesian]? equation [of line|of straight line|of {s:#u}|of it]?
slope:
    [with|has|whose|of|having|and|that|which|is|where|if]* [gradient|slope] [of|is|equal to]*
        {m:#na}
relation:
    [that|which|is|it|line|and|drawn|runs]* {rel:related} [to]? [line|straight line|graph|of|with|
        whose|given by|
        equation|is|line segment]* {l:#frea}
axis:
    [with|has|whose|of|having|and|that|which|is|y-axis|cuts|crosses|at]* [y-intercept] [of|is|
        equal to]* {k:#na}
    [with|has|whose|of|having|and]* y-intercept {o:#p}
""",
    form=True,
)
OF_LINE: Final = family("""
gradient:
    [ASK]? [gradient|slope] [of|for]? [straight]? [line|graph]?
    how steep is [line]?
beside:
    [that is|which is]? {rel:related} [to]?
intercept:
    [ASK]? [coordinates of]? {axis:intercept} [of|for]?
    [where|at what point|at which point|find where|find point where|find point at which|at what
        value of {v:#s}|
        in what point|at what coordinates|find coordinates of point where|for what value of {v:#s}]
        [does|do|is|will]?
meets:
    [cross|crosses|meet|meets|cut|cuts|intersect|intersects|hit|hits]* {axis:axis}
    [cross|crosses|meet|meets|cut|cuts|intersect|intersects|hit|hits]
coordinates:
    [ASK]? [its|coordinates|of|answer|just|point|number|value|only|as|give|write|coordinate]+
object:
    [KIND|MADE|line|does|do|for|on|of|straight line|graph]* {l:#fresa}
""")
PLANE: Final = family(
    _POINT
    + """
midpoint:
    [ASK]? [coordinates of]? [midpoint|mid-point|middle|mid point|halfway point|point halfway]
        [of|between]?
        [line segment|segment|line]? [{s:#u}]?
    {mid:#p} [is]? midpoint [of|between] [line segment|segment]? [{s:#u}]?
    {mid:#p} [is]? midpoint [of|between|line segment|segment|joining]* {p:#p} and {q:#s}
    [ASK]? [coordinates of]? point exactly? halfway [between]?
distance:
    [ASK]? [length|distance] [of|between|from|apart]? [line segment|segment|line]? [{s:#u}]?
    how [far|long] [is|are|apart]* [line segment|segment|line]? [{s:#u}]? [apart]?
apart:
    apart
slope:
    [ASK]? [gradient|slope] [of]? [line segment|segment|line|straight line]? [{s:#u}]?
other:
    [ASK]? [coordinates of]? [point|other|endpoint|end]* {q:#s}
    [ASK]? [coordinates of]? other [endpoint|end|end point]
midknown:
    [midpoint|its midpoint|midpoint is|and midpoint|with midpoint|has midpoint|and its midpoint
        is]+ {mid:#p}
reflect:
    [reflect|reflecting|reflection of|image of|when|if]* [it|is|reflected|reflection|of]* [in|
        across|over|about|
        through]? {mirror:mirror}
    [reflected|reflect|reflecting|reflection]+ [in|across|over|about|through] {mirror:mirror}
ask:
    [ASK]? [new|image|coordinates|its|of|position|it|image point|new position|point|after|
        reflected|
        reflection|is]+
    [reflect|when you reflect|if you reflect|what do you get if you reflect]
    [where does it go|where does it end up|where is it now|where is image]
truth:
    [do|are|is|decide whether|determine whether|determine if|check whether|check if|show whether|
        does]
    [lie|lies|all|on|same|a|single|one|straight line|line|collinear]+
triangle:
    [ASK]? area [of triangle|of]? [with|whose|having]? [vertices|corners]?
"""
)


def _rational(node: Node | None) -> Expr | None:
    """A number of a blank: ``3`` or ``m = 3``; a rational one, so that lines have exact rows."""
    if isinstance(node, Chain):
        node = node.items[1]
    if not isinstance(node, Expr) or variables(node):
        return None
    return node if isinstance(recount.value(node), Fraction) else None


def pair(node: Node) -> tuple[Expr, Expr] | None:
    """The rational coordinates of a point."""
    found = coordinates(node)
    if found is None or any(_rational(one) is None for one in found):
        return None
    return found


def _pairs(told: Told, slot: str = "p") -> list[tuple[Expr, Expr]] | None:
    found = [pair(node) for node in told.trees(slot)]
    whole = [one for one in found if one is not None]
    return whole if len(whole) == len(found) else None


def shown(point: tuple[Expr, Expr]) -> str:
    """``(2, 3)``."""
    return f"({to_plain(point[0])}, {to_plain(point[1])})"


def row(node: Node | None) -> tuple[Chain, list[Fraction]] | None:
    """A line, and p, q, r with ``p*x + q*y = r``; None for anything else."""
    if not isinstance(node, Chain) or node.ops != (RelOp.EQ,):
        return None
    head, body = node.items
    if isinstance(head, Call) and head.args == (Symbol("x"),) and not head.primes:
        node = Chain((Symbol("y"), body), (RelOp.EQ,))
    rows = linear_system.rows((node,), XY)
    if rows is None or not any(rows[0][:2]) or set(variables(node)) - set(XY):
        return None
    return node, rows[0]


def _named_fits(told: Told) -> bool:
    """Whether a segment AB is named by the points A and B that are given."""
    segment = told.tree("s")
    if segment is None:
        return True
    names = [node.function for node in told.trees("p") if isinstance(node, Call)]
    return isinstance(segment, Mul) and [segment.left, segment.right] == [Symbol(n) for n in names]


# ---------------------------------------------------------------------------- lines


def _line(told: Told) -> Problem | None:
    points = _pairs(told)
    if points is None or not told.has("line") or not _named_fits(told):
        return None
    relation, slope, start = told.has("relation"), told.has("slope"), told.has("axis")
    if start:
        points = [*points, *_start(told)]
    if len(points) == 2 and not relation and not slope:
        return of_two_points("line", points[0], points[1])
    if len(points) != 1 or relation == slope:
        return None
    if slope:
        value = _rational(told.tree("m"))
        return None if value is None else with_slope(points[0], value)
    given = row(told.tree("l"))
    word = told.text("rel") or ""
    return None if given is None else beside(points[0], given, word == "parallel")


def _start(told: Told) -> list[tuple[Expr, Expr]]:
    """The point on the y-axis."""
    value = _rational(told.tree("k"))
    pairs = _pairs(told, "o") or []
    return pairs if value is None else [(number(Fraction(0)), value)]


def with_slope(point: tuple[Expr, Expr], slope: Expr) -> Problem:
    """The line with a slope through a point."""
    plan = _from_point(point, slope)
    plan.setup("Choose the formula", "y = m x + k, with m the slope")
    plan.find("m", "Take the slope", "s")
    told = f"with slope {to_plain(slope)} through {shown(point)}"
    return _finished(plan, f"Find the equation of the line {told}.")


def _from_point(point: tuple[Expr, Expr], slope: Expr) -> Planner:
    """A second point one step to the right, by which an answer is recounted."""
    step = [Fraction(recount.value(one)) for one in (*point, slope)]
    second = (number(step[0] + 1), number(step[1] + step[2]))
    return Planner({**dict(zip("abcd", (*point, *second), strict=True)), "s": slope})


def beside(
    point: tuple[Expr, Expr], given: tuple[Chain, list[Fraction]], parallel: bool
) -> Problem | None:
    """The parallel or the perpendicular to a line through a point; None for a vertical one."""
    line, (p, q, _) = given
    if (q if parallel else p) == 0:
        return None
    slope = -p / q if parallel else q / p
    plan = _from_point(point, number(slope))
    plan = replace(plan, given={**plan.given, "p": number(p), "q": number(q)})
    plan.setup("Choose the formula", "y = m x + k, with m the slope")
    if parallel:
        plan.find("m", "Find the slope of the given line", "-p/q", "Parallel lines have one slope.")
    else:
        why = "The slopes of perpendicular lines multiply to -1."
        plan.find("m", "Find the slope of the perpendicular", "q/p", why)
    word = "parallel" if parallel else "perpendicular"
    told = f"{word} to {to_plain(line)} through {shown(point)}"
    return _finished(plan, f"Find the equation of the line {told}.")


def _finished(plan: Planner, read_as: str) -> Problem:
    plan.find("k", "Find k from the point", "b - m*a")
    problem = plan.problem(Kind.COORDINATES, read_as, decimals=False)
    items = tuple(plan.given[name] for name in "abcd")
    return replace(problem, form=Form.EXPRESSION, items=items)


# ---------------------------------------------------------------------------- of a line


def _of_line(told: Told) -> Problem | None:
    nodes = told.trees("l", "g")
    if len(nodes) != 1:
        return None
    asks = [name for name in ("gradient", "intercept") if told.has(name)]
    axis = told.text("axis")
    said = axis is not None and any(
        "intercept" in hit.text for n, hit in told.clauses if n == "intercept"
    )
    if (
        (axis is not None and told.has("meets") == said)
        or len(asks) != 1
        or (asks == ["gradient"]) != (axis is None)
    ):
        return None
    line = row(nodes[0])
    if asks == ["gradient"]:
        good = line is not None and not told.has("coordinates")
        return gradient(line, told.text("rel") or "") if line is not None and good else None
    if told.has("beside"):
        return None
    assert axis is not None
    as_point = not said and told.tree("v") is None
    as_point = as_point or any("coordinates" in hit.text for _, hit in told.clauses)
    if axis.startswith("x"):
        return None if line is None else _intercept(line, "x", as_point)
    return _height(nodes[0], as_point) if line is None else _intercept(line, "y", as_point)


def gradient(given: tuple[Chain, list[Fraction]], related: str = "") -> Problem | None:
    """The slope of a line that is given by its equation, or of its parallels or perpendiculars."""
    line, (p, q, _) = given
    turned = related == "perpendicular"
    if q == 0 or (turned and p == 0):
        return None
    plan = Planner({"p": number(p), "q": number(q)})
    plan.setup("Choose the formula", "slope = -p/q for the line p*x + q*y = r")
    plan.find("m", "Put in", "-p/q")
    if turned:
        plan.find("n", "Slopes of perpendicular lines multiply to -1", "-1/m")
        plan.check("answer*p - q = 0")
    else:
        plan.check("answer*q + p = 0")
    of = f"a line {related} to " if related else "the line "
    read_as = f"Find the slope of {of}{to_plain(line)}."
    return plan.problem(Kind.COORDINATES, read_as, decimals=False)


def _height(node: Node, as_point: bool) -> Problem | None:
    """Where a curve meets the y-axis."""
    found = defined_function(node) if isinstance(node, Chain) else None
    if found is None or found[0] != "x" or as_point:
        return None
    _, body = found
    plan = Planner({})
    plan.setup("On the y-axis x is 0", "x = 0")
    zero = number(Fraction(0))
    value = substitute(body, {"x": zero})
    plan.works.append(Work("c", "Put in x = 0", value))
    plan.checks.append(Chain((Symbol(ANSWER), simplified(value)), (RelOp.EQ,)))
    read_as = f"Find the y-intercept of y = {to_plain(body)}."
    return plan.problem(Kind.COORDINATES, read_as, decimals=False)


def _intercept(given: tuple[Chain, list[Fraction]], axis: str, as_point: bool) -> Problem | None:
    line, (p, q, r) = given
    own = p if axis == "x" else q
    other = "y" if axis == "x" else "x"
    if own == 0:
        return None
    plan = Planner({"n": number(own), "r": number(r)})
    plan.setup("On the axis the other coordinate is 0", f"{other} = 0")
    if not as_point:
        plan.find("m", f"Solve for {axis}", "r/n").check("answer*n = r")
        read_as = f"Find the {axis}-intercept of {to_plain(line)}."
        return plan.problem(Kind.COORDINATES, read_as, decimals=False)
    names = ("u", "v") if axis == "x" else ("v", "u")
    plan.condition("n*u = r", "u").condition("v + 0 = 0", "v")
    plan.find("m", f"Solve for {axis}", "r/n")
    read_as = f"Find the coordinates of the {axis}-intercept of {to_plain(line)}."
    return plan.problem(Kind.COORDINATES, read_as, decimals=False, several=names)


# ---------------------------------------------------------------------------- points


def _plane(told: Told) -> Problem | None:
    points = _pairs(told)
    kinds = {name for name, _ in told.clauses} - {"point", "ask", "apart"}
    if points is None or told.has("given") or not _named_fits(told):
        return None
    if kinds in ({"midpoint", "other"}, {"midknown", "other"}) and len(points) == 1:
        middle = _pairs(told, "mid")
        return other_end(points[0], middle[0]) if middle else None
    if told.tree("mid") is not None or told.tree("q") is not None:
        return None
    if kinds == {"reflect"} and len(points) == 1:
        return reflection(points[0], told.text("mirror") or "")
    if told.has("ask") or (told.has("apart") and kinds != {"distance"}):
        return None
    if len(points) == 2:
        return _of_two(kinds, points[0], points[1])
    if len(points) == 3 and kinds == {"truth"}:
        bounded = any(_BOUNDED.search(hit.text) for _, hit in told.clauses)
        return None if bounded else collinear(points)
    return triangle(points) if len(points) == 3 and kinds == {"triangle"} else None


def _of_two(kinds: set[str], first: tuple[Expr, Expr], second: tuple[Expr, Expr]) -> Problem | None:
    """The question about two points, in the words of the family that has always read it."""
    made = {"midpoint": "midpoint", "distance": "distance", "slope": "slope"}
    if len(kinds) != 1 or not kinds <= set(made):
        return None
    return of_two_points(made[next(iter(kinds))], first, second)


_BOUNDED: Final = re.compile(r"\b(?:segment|between|ends?|endpoints?)\b", re.IGNORECASE)
"""Words of a part of a line, off which a point of the line may lie."""


def other_end(end: tuple[Expr, Expr], middle: tuple[Expr, Expr]) -> Problem:
    """The end of a segment whose other end and midpoint are known."""
    plan = Planner(dict(zip("abcd", (*end, *middle), strict=True)))
    plan.condition("u + a = 2*c", "u").condition("v + b = 2*d", "v")
    plan.setup("The midpoint is the mean of the ends", "end = 2*midpoint - other end")
    plan.find("m", "Find the x-coordinate", "2*c - a").find("n", "Find the y-coordinate", "2*d - b")
    read_as = (
        f"Find the other endpoint of the segment from {shown(end)} with midpoint {shown(middle)}."
    )
    return plan.problem(Kind.COORDINATES, read_as, decimals=False, several=("u", "v"))


_IMAGES: Final = {
    "x-axis": ("u = a", "v + b = 0", "(x, y) -> (x, -y)"),
    "y-axis": ("u + a = 0", "v = b", "(x, y) -> (-x, y)"),
    "origin": ("u + a = 0", "v + b = 0", "(x, y) -> (-x, -y)"),
}


def reflection(point: tuple[Expr, Expr], mirror: str) -> Problem | None:
    """The image of a point in an axis or in the origin."""
    if mirror not in _IMAGES:
        return None
    across, up, rule = _IMAGES[mirror]
    plan = Planner(dict(zip("ab", point, strict=True)))
    plan.condition(across.replace("u = a", "u - a = 0"), "u")
    plan.condition(up.replace("v = b", "v - b = 0"), "v")
    plan.setup(f"Reflection in the {mirror}", rule)
    read_as = f"Reflect the point {shown(point)} in the {mirror}."
    return plan.problem(Kind.COORDINATES, read_as, decimals=False, several=("u", "v"))


def collinear(points: list[tuple[Expr, Expr]]) -> Problem:
    """Whether three points lie on one line: two slopes, multiplied crosswise."""
    plan = Planner(dict(zip("abcdef", (x for point in points for x in point), strict=True)))
    left, right = plan.formula("(d - b)*(e - a)"), plan.formula("(f - b)*(c - a)")
    statement = Chain((left, right), (RelOp.EQ,))
    read_as = f"Is {to_plain(statement)}?"
    return Problem(Kind.TRUTH, Form.TRUTH, read_as, conditions=(statement,))


def triangle(points: list[tuple[Expr, Expr]]) -> Problem:
    """The area of a triangle by the coordinates of its corners."""
    plan = Planner(dict(zip("abcdef", (x for point in points for x in point), strict=True)))
    plan.setup(
        "Choose the formula", "area = |x_1*(y_2 - y_3) + x_2*(y_3 - y_1) + x_3*(y_1 - y_2)|/2"
    )
    plan.find("s", "Find the sum", "a*(d - f) + c*(f - b) + e*(b - d)")
    plan.find("t", "Take half of its size", "|s|/2")
    plan.check("(2*answer)^2 = ((c - a)*(f - b) - (e - a)*(d - b))^2")
    corners = ", ".join(map(shown, points[:2])) + f" and {shown(points[2])}"
    read_as = f"Find the area of the triangle with vertices {corners}."
    return plan.problem(Kind.COORDINATES, read_as, decimals=False)


READERS: Final = (
    Worded(re.compile(r"line|equation"), LINES, _line, frozenset({"point", "line"})),
    Worded(re.compile(r"gradient|slope|intercept|axis|steep"), OF_LINE, _of_line),
    Worded(re.compile(r"#p"), PLANE, _plane, frozenset({"point", "ask", "truth"})),
)
