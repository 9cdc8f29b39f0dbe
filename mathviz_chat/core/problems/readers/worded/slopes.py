"""Derivatives, their values at a point, tangents and normals, and where a slope is taken."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.derivative import ORDINALS, problem_of
from mathviz_chat.core.problems.readers.tangents import at_point, line_problem
from mathviz_chat.core.problems.readers.worded.common import family, value_at
from mathviz_chat.core.problems.readers.worded.points import row
from mathviz_chat.core.problems.worded import Told, Worded
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Call, Derivative, Expr, Node, Symbol, TupleOf

_RULE: Final = """
rule:
    [use|using|by|with|via|apply|applying|from]? [product|chain|quotient|power|sum|difference]
        [and|product|chain|quotient|power|sum]* [rule|rules] [to]?
wrt:
    [with respect to|wrt|in terms of|as function of|in] [variable]? {x:#s}
"""
_PLACE: Final = """
AT = [at|when|where|for|if|as|then|and|in|plug|put|substitute|sub|set|evaluate|evaluated|it|its|
    now|point|
    value|with|instant|moment|time|x-coordinate|x-value|is|equals|after|given|curve|on|passes|
    through|line|of|contact|touching|by|to|work out|find|has|having]
place:
    [AT]+ {p:#anp} [seconds|s|second|on it|on curve|lying on it|lies on it]?
"""

DERIVATIVES: Final = family(
    _RULE
    + _PLACE
    + """
NOUN = [derivative|derivative function|derived function|gradient function|slope function|
    derivatives|differential coefficient|rate of change|instantaneous rate of change]
derivative:
    [ASK|take]? [{order:ordinal}]? [order]? NOUN [function]?
    [differentiate|differentiation|differentiating|derive|d/dx of]
    [ASK]? {d:#d}
    [ASK]? {v:#v}
    [ASK]? {w:#w}
slope:
    [ASK]? [slope|gradient|steepness|slope of tangent|gradient of tangent|slope of tangent line|
        gradient of tangent line]
    how steep [is|are|does]
    how [fast|quickly] [is|does]
changing:
    [changing|change|increasing|growing|rising]
twice:
    [twice|2 times|two times]
object:
    CURVE
"""
)
LINES: Final = family(
    _PLACE
    + """
line:
    [ASK]? [equation|equations|cartesian equation]? [of|for]? [its]? [line|straight line]? [that
        is|which is]?
        {line:line} [line]?
    [ASK]? [line|equation of line|equation of straight line] [that]? [touches|is tangent to]
curve:
    CURVE
equation:
    [ASK]? [its|their|whose]? equation
    [ASK]? [equation of line|equation]
origin:
    [at|through|in]? [origin|y-axis]
    [at|where|in|when]? [point|where|which]* [it|curve|graph]? [crosses|meets|cuts|intersects]
        y-axis
""",
    form=True,
)
GRADIENT: Final = family("""
where:
    [at|for|in|find|what is|determine|calculate]? [what|which]? [value|values|point|points|
        x-coordinate|
        x-coordinates|of]* {x:#s} [of point|of points|does|do|is|has]*
    [where|when|find where|at what point|at which point|at what points|at which points]
    [ASK]? [x-coordinate|x-coordinates|x-values|x-value|coordinates|point|points|value|values|of|on|
        curve|graph]*
        [{y:#s}]? [of]? [point|points]? [on|of]?
slope:
    [where|at which|for which|on|such that|so that|so|does|do|is|when|which|that|tangent|to|line|
        of|
        its|has|have|having]* [gradient|slope|derivative] [of|to|tangent|for|is|equals|equal|
        becomes|be|curve|graph|function]*
    [where|at which|for which|does|do|when]* {d:#d} [is|equals|equal to|be]?
    [does|do|is|has|have]
    [is|does|do|where|at which|for which|that|has|with|its|have]* [tangent|tangents|tangent line]
        [to|at|curve|it|graph|there|line]*
value:
    [of|is|equals|equal|to|has|be|becomes|gradient|slope|value]* {k:#n}
    [of|is|equals|equal|to|has|be|becomes|gradient|slope]* [zero|nothing]
    [has|have|having] [gradient|slope] [zero|of zero|equal to zero]
    [have|has] [horizontal|level|flat] [tangent|tangents|tangent line|tangent lines]
    is [tangent|tangent line] [horizontal|level|parallel to x-axis]
    [is|become|becomes] [zero|stationary|flat|level|horizontal]
    [is|be|are|to]* parallel to [line|straight line|graph of]? {along:#fr}
    {e:#a}
object:
    CURVE
""")


def _derivative(told: Told) -> Problem | None:
    if (told.has("slope") and told.has("derivative")) or not _one_question(told):
        return None
    written = told.tree("w")
    found = told.function("f")
    if isinstance(written, Derivative) and not told.has("object") and not told.has("given"):
        found = written.variable, written.body
    if found is None:
        return None
    variable, body = found
    named = told.tree("x")
    if named is not None and named != Symbol(variable):
        return None
    wished = told.tree("d") or written
    if isinstance(wished, Derivative) and variables(body) and wished.variable != variable:
        return None
    order, point = _order(told), told.tree("p")
    value = told.tree("v")
    if isinstance(value, Call):
        if not value.primes or point is not None or len(value.args) != 1:
            return None
        order, point = value.primes, value.args[0]
    if order is None:
        return None
    if point is None:
        return None if told.has("slope") else problem_of(body, variable, order)
    at = value_at(point, variable, body)
    if at is None or (told.has("changing") and told.text("order")):
        return None
    return at_point(body, variable, order, at)


def _one_question(told: Told) -> bool:
    asked = next((hit.text for name, hit in told.clauses if name == "derivative"), "")
    if told.has("twice") and not re.match("differentiate|derive", asked):
        return False
    if told.has("changing") and not told.has("slope"):
        return False
    return told.has("derivative") or told.has("slope")


def _order(told: Told) -> int | None:
    written = told.tree("d") or told.tree("w")
    word = told.text("order")
    if isinstance(written, Derivative):
        return written.order
    if isinstance(written, Call):
        return written.primes
    if told.has("twice"):
        return 2 if word is None else None
    return ORDINALS.get(word, None) if word is not None else 1


def _line(told: Told) -> Problem | None:
    found = told.function("f")
    if found is None or not told.has("line"):
        return None
    variable, body = found
    point: Expr | None = None
    if told.has("place") and not told.has("origin"):
        point = value_at(told.tree("p"), variable, body)
    elif told.has("origin") and not told.has("place"):
        point = _at_axis(told, variable, body)
    word = told.text("line") or "tangent"
    line = "normal" if word in ("normal", "perpendicular", "orthogonal") else "tangent"
    return None if point is None else line_problem(variable, body, point, line)


def _at_axis(told: Told, variable: str, body: Expr) -> Expr | None:
    """0, where the y-axis is named or the origin lies on the curve."""
    zero = number(Fraction(0))
    hit = next(hit for name, hit in told.clauses if name == "origin")
    if "origin" not in hit.text:
        return zero
    return value_at(TupleOf((zero, zero)), variable, body)


def _gradient(told: Told) -> Problem | None:
    found = told.function("f")
    if found is None or not {"where", "slope", "value"} <= {name for name, _ in told.clauses}:
        return None
    variable, body = found
    for slot in ("x", "y"):
        named = told.tree(slot)
        if named is not None and named not in (Symbol(variable), Symbol("y")):
            return None
    said = " ".join(hit.text for name, hit in told.clauses if name in ("slope", "value"))
    speaks = re.search(r"gradient|slope|derivative|stationary|flat|level|horizontal|#d", said)
    along = told.tree("along")
    if not (speaks or along is not None) or told.tree("e") is not None:
        return None
    value = told.expression("k") or number(Fraction(0)) if along is None else _slope_of(along)
    if value is None:
        return None
    where = next(hit.text for name, hit in told.clauses if name == "where")
    points = "point" in where and not re.search(r"x-coord|value", where)
    return slope_problem(variable, body, value, points=points and variable == "x")


def _slope_of(line: Node) -> Expr | None:
    """The slope of a line that a tangent is parallel to."""
    found = row(line)
    if found is None or found[1][1] == 0:
        return None
    return number(-found[1][0] / found[1][1])


def slope_problem(variable: str, body: Expr, value: Expr, *, points: bool = False) -> Problem:
    """Where the slope of ``body`` is a given number; points: each with its height."""
    what = "coordinates of the points" if points else f"values of {variable}"
    read_as = f"Find the {what} where the slope of {to_plain(body)} is {to_plain(value)}."
    return Problem(
        Kind.CRITICAL_POINTS,
        Form.POINTS,
        read_as,
        target=body,
        variable=variable,
        items=(value,),
        task="slope points" if points else "slope",
    )


READERS: Final = (
    Worded(
        re.compile(
            r"derivative|differentia|gradient|slope|rate of change|steep|how fast|derive|#[dvw]"
        ),
        DERIVATIVES,
        _derivative,
    ),
    Worded(re.compile(r"tangent|normal|perpendicular|touch"), LINES, _line),
    Worded(
        re.compile(r"gradient|slope|derivative|stationary|flat|horizontal|level|parallel|#d"),
        GRADIENT,
        _gradient,
    ),
)
