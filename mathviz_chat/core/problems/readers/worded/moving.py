"""Motion on a line: velocity, acceleration, distance travelled, greatest height."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import Outcome, differentiate, holds, real_solutions, variables
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.areas import is_above
from mathviz_chat.core.problems.readers.derivative import problem_of
from mathviz_chat.core.problems.readers.integral import problem_of as integral_problem
from mathviz_chat.core.problems.readers.tangents import at_point
from mathviz_chat.core.problems.readers.worded.common import family, value_at
from mathviz_chat.core.problems.readers.worded.slopes import slope_problem
from mathviz_chat.core.problems.worded import Told, Worded
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Expr, Integral, RelOp, Symbol

ZERO: Final = number(Fraction(0))
_GRAMMAR: Final = family("""
WHO = [ball|stone|rock|particle|object|car|train|rocket|body|point|it|projectile|cyclist|runner|
    arrow|
    drone|bus|lift|snail|toy|bullet|person|ball's|particle's|car's|stone's|object's|its|rocket's|
    train's|body's|he|she|thrown|upwards|up|into air|straight up|vertically|bike|boat|plane]
LENGTH = [metres|meters|metre|meter|m|feet|centimetres|kilometres|metres per second|meters per
    second|
    centimetres per second|feet per second|metres per second squared|seconds|second|s|time|
    metres/second]
given:
    [LEAD|WHO|KIND|MADE|and|moves|displacement|position|height|distance|altitude|velocity|speed|
        acceleration|moves|
        moving|travels|travelling|along|in|a|line|straight line|x-axis|so that|such that|
        according to|
        from|start|starts|starting|origin|point|at|time|after|above|ground|function|motion|rest|
        at time {t:#s}|after {t:#s} seconds|{t:#s} seconds after]* {g:#f} [LENGTH]*
        [after {t:#s} seconds|at time {t:#s}|above ground|from origin|after launch|after]*
units:
    [and|where|with]? {u:#s} [is]? [measured]? in LENGTH
    [and|where|with]? {u:#s} is [time|displacement|height|distance|velocity|position] in LENGTH
    for {t:#o}
asked:
    [ASK]? [WHO|of]* {what:motion} [of|for]? [WHO]*
    how [fast|quickly] [is|was|does|will] WHO {way:going}
rest:
    [when|at what time|at what times|at which time|after how long|after how many seconds|find
        time when|
        find times when|find when|find time at which|for what value of {x:#s}|at what value of
        {x:#s}]
        [is|does|will|are]? [WHO]* [velocity]? [be|come]? [momentarily|instantaneously]? [at rest|
        to rest|
        stationary|stop|stopped|zero|equal to zero|turn round|change direction]
    [ASK] [time|times|value of {x:#s}|values of {x:#s}] [when|at which|that|for which] [WHO]* [is|
        comes|
        velocity is] [at rest|to rest|stationary|zero]
distance:
    how far [does|did|will|has] [WHO]* [travel|go|move|travelled|moved|gone]?
    [ASK]? [total]? distance [travelled|covered|moved|it travels|it covers|it moves|WHO]* [by WHO]?
moves:
    [travel|go|move|travelled|moved]
top:
    [ASK]? [WHO]* {top:most} [height|altitude|displacement] [of|reached|attained|that|reaches|
        above ground|
        reach|gets to|WHO]*
    how high does WHO [go|get|rise|reach]
limits:
    [between|from|over|in|during|for]* [time|times]? {a:#an} [and|to|until|seconds|second|till|
        s]* {b:#an}
        [seconds|second|s]?
    [in|during|over|for|within]? [first|1st] {b:#n} [seconds|second|s]
    for {o:#o}
place:
    [at|when|after|and|time|instant|moment|given that]* {p:#an} [seconds|s|second]?
    [initially|at start]
symbol:
    [as function of|in terms of|at time|at|after|when|in]? [time]? {x:#s} [seconds]?
    [at any time|as function of time]
unit:
    [in|give answer in|giving answer in|answer in] LENGTH
""")
_ORDERS: Final = {
    ("position", "velocity"): 1,
    ("position", "speed"): 1,
    ("position", "acceleration"): 2,
    ("velocity", "acceleration"): 1,
}
_UNITS: Final = (
    (r"(?:metres|meters) per second squared", "m/s^2"),
    (r"(?:metres|meters) per second", "m/s"),
    (r"(?:metres|meters|metre)", "m"),
)


def _build(told: Told) -> Problem | None:
    found = told.function("none")
    if found is None:
        return None
    variable, body = found
    names = (told.tree("t"), told.tree("x"))
    if any(name is not None and name != Symbol(variable) for name in names):
        return None
    source = _source(told)
    for clause, build in (
        ("asked", _rate),
        ("rest", _rest),
        ("distance", _distance),
        ("top", _top),
    ):
        if told.has(clause):
            problem = build(told, source, variable, body)
            return None if problem is None else _with_unit(told, problem)
    return None


def _source(told: Told) -> str:
    """What the formula gives."""
    said = next(hit.text for name, hit in told.clauses if name == "given")
    if "acceleration" in said:
        return "acceleration"
    return "velocity" if re.search("velocity|speed", said) else "position"


def _rate(told: Told, source: str, variable: str, body: Expr) -> Problem | None:
    asked = told.text("what") or "velocity"
    order = _ORDERS.get((source, asked))
    others = {"rest", "distance", "top", "limits"}
    if order is None or others & {name for name, _ in told.clauses}:
        return None
    if not told.has("place"):
        return None if told.text("way") or asked == "speed" else problem_of(body, variable, order)
    at = ZERO if told.tree("p") is None else value_at(told.tree("p"), variable, body)
    problem = None if at is None else at_point(body, variable, order, at)
    positive = told.text("way") is None and asked != "speed"
    if problem is None or problem.expression is None or positive:
        return problem
    forward = holds(Chain((problem.expression, ZERO), (RelOp.GT,)), {}).outcome
    return problem if forward is Outcome.PROVED else None


def _rest(told: Told, source: str, variable: str, body: Expr) -> Problem | None:
    """Where the velocity is 0; None where that would be before the start."""
    if source != "position" or told.has("place") or told.has("limits"):
        return None
    zeros = real_solutions(Chain((differentiate(body, variable), ZERO), (RelOp.EQ,)), variable)
    if zeros is None or zeros.intervals or not zeros.points:
        return None
    late = [
        point.exact is not None
        and holds(Chain((point.exact, ZERO), (RelOp.GE,)), {}).outcome is Outcome.PROVED
        for point in zeros.points
    ]
    return slope_problem(variable, body, ZERO) if all(late) else None


def _distance(told: Told, source: str, variable: str, body: Expr) -> Problem | None:
    """The integral of a velocity that is nowhere negative."""
    if source != "velocity" or told.has("place"):
        return None
    ends = [value_at(node, variable, body) for slot in ("a", "b") for node in told.trees(slot)]
    window = told.tree("o")
    if isinstance(window, Chain) and window.ops == (RelOp.LE, RelOp.LE):
        low, name, high = window.items
        ends = [low, high] if name == Symbol(variable) else []
    if len(ends) == 1:
        ends = [ZERO, *ends]
    if len(ends) != 2 or any(end is None or variables(end) for end in ends):
        return None
    whole = Integral(body, variable, *ends)
    problem = integral_problem(whole) if is_above(whole) else None
    return (
        None if problem is None else replace(problem, unit="m" if _speaks_of_metres(told) else None)
    )


def _speaks_of_metres(told: Told) -> bool:
    return any(
        re.search(r"(?:metres|meters) per second(?! squared)", hit.text) for _, hit in told.clauses
    )


def _top(told: Told, source: str, variable: str, body: Expr) -> Problem | None:
    said = told.text("top")
    if source != "position" or (said and said.startswith("min")) or told.has("place"):
        return None
    if _rest(told, source, variable, body) is None:
        return None
    read_as = f"Find the maximum value of {to_plain(body)}."
    return Problem(
        Kind.EXTREMA, Form.NUMBER, read_as, target=body, variable=variable, task="maximum"
    )


def _with_unit(told: Told, problem: Problem) -> Problem | None:
    """With the unit that the question asks for, where it fits what is asked."""
    hit = next((hit for name, hit in told.clauses if name == "unit"), None)
    if hit is None:
        return problem
    unit = next((symbol for words, symbol in _UNITS if re.search(words, hit.text)), None)
    if unit is None or problem.form is not Form.NUMBER:
        return None
    return replace(problem, unit=unit, unit_named=True)


READERS: Final = (
    Worded(
        re.compile(
            r"velocity|accelerat|speed|how f|how high|height|altitude|displacement|position|"
            r"distance|at rest"
        ),
        _GRAMMAR,
        _build,
        frozenset({"units", "symbol"}),
    ),
)
