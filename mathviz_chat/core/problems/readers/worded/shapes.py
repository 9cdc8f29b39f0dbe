"""The shape of a curve: greatest and least values and where they are, turning points, inverses."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.polynomials import inverse_problem
from mathviz_chat.core.problems.readers.worded.common import family
from mathviz_chat.core.problems.wave_shape import wave_of
from mathviz_chat.core.problems.worded import Told, Worded
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Expr, Interval, RelOp, Symbol

_GRAMMAR: Final = family("""
ALL = [all|any|its|both|absolute|global|overall|local|relative|possible|his|their]
value:
    [ASK]? ALL* {most:most} [possible]? [value|values|output|y-value]? [of]?
where:
    [at|for|find|determine|calculate|work out|what is|find out]? [what|which]? [value|values|
        x-value|x-coordinate|
        point]? [of]? [{x:#s}]? [value|values]? [is|does|will|has|gives|makes|where|when|for
        which|at which|
        such that|that|do|minimum occurs]*
    [where|when] [is|does|will]
    [ASK]? [x-value|x-coordinate|value of {x:#s}] [at which|where|for which|that|when|of|gives|
        makes]*
taken:
    [is|be|has|have|take|takes|reach|reaches|attain|attains|at|its|it|value|gives|make|of|point|
        as|occur|
        occurs|smallest|possible]* {most:most} [value|point|possible]* [occur|occurs|attained|
        reached|is]?
    {change:extreme}
object:
    CURVE
    [ASK]? {f:#sk}
point:
    [ASK|classify]? [and classify]? [coordinates|position|location|x-coordinates|x-values|
        x-coordinate|
        x-value|values of {x:#s}|points|value of {x:#s}]* [of|where|at]* ALL* {sort:sort} [points|
        point|
        values|value|numbers]?
    [ASK]? [coordinates|position|location|x-coordinate|x-value]? [of]? ALL* {most:most}
        [turning]? point
    [ASK]? [coordinates|position|location]? [of]? ALL* [points of inflection|inflection points]
occurs:
    [occur|occurs|lie|lies|are|exist|it has|does it have|has|it]
nature:
    [and]? [determine|state|find|classify|say|decide|give|identify|tell me]? [whether|if]? [its|
        their|it|them|each|nature|
        is|are|one|maximum|minimum|or|max|min|type|point]+
    [and]? [determine|state|find|say|decide|give|identify|tell me]? what [type|kind|sort|types|
        kinds]? [of point|of points|of stationary points|each|each one|each of them|they|it]? [is|
        are]? [they|it]?
interval:
    [on|over|in|for|within]* [closed]? [interval|domain|range]? {i:#io}
    [from|between] {low:#na} [to|and] {high:#na}
    [for|where|when|if] [all]? [positive]? {c:#o}
    [for|over|among]? [all]? [real]? {all:#s}
    [for|over|among] all [real]? [numbers|values]? [of]? [{all:#s}]?
""")


_FIND: Final = re.compile(r"find|determine|calculate|work out")
"""A verb alone asks for what the clause after it names."""


def _build(told: Told) -> Problem | None:
    found = told.function("f")
    if found is None:
        return None
    variable, body = found
    named = told.tree("x")
    if named is not None and named != Symbol(variable):
        return None
    kinds = {name for name, hit in told.clauses if not _FIND.fullmatch(hit.text)}
    kinds -= {"given", "object", "interval"}
    every = told.tree("all")
    if every is not None and every != Symbol(variable):
        return None
    if kinds == {"value"}:
        return _extreme(told, variable, body)
    if kinds - {"occurs"} == {"where", "taken"}:
        return _place(told, variable, body)
    if kinds - {"occurs"} == {"point"}:
        hit = next(hit for name, hit in told.clauses if name == "point")
        classified = re.search(r"\bclassify\b", hit.text) is not None
        return (_classified if classified else _points)(told, variable, body)
    if kinds - {"occurs"} == {"point", "nature"}:
        return _classified(told, variable, body)
    return None


def _task(told: Told) -> str | None:
    words = {hit.get(slot) for _, hit in told.clauses for slot in ("most", "change")} - {None}
    tasks = {
        "minimum" if re.match("min|least|smallest|lowest|fewest|shortest", w) else "maximum"
        for w in words
        if w
    }
    return tasks.pop() if len(tasks) == 1 else None


def _extreme(told: Told, variable: str, body: Expr) -> Problem | None:
    task = _task(told)
    said = next(hit.text for name, hit in told.clauses if name == "value")
    domain = _domain(told, variable)
    if task is None or domain is None or wave_of(body, variable) is not None:
        return None
    if re.search("local|relative", said):
        return None if told.has("interval") else local_problem(variable, body, task)
    return extreme_problem(variable, body, task, *domain)


def extreme_problem(
    variable: str,
    body: Expr,
    task: str,
    items: tuple[Expr, ...] = (),
    conditions: tuple[Chain, ...] = (),
) -> Problem:
    """The greatest or least value of a function, on a closed interval or under a condition."""
    shown = _shown(items, conditions)
    read_as = f"Find the {task} value of {to_plain(body)}{shown}."
    return Problem(
        Kind.EXTREMA,
        Form.NUMBER,
        read_as,
        target=body,
        variable=variable,
        items=items,
        conditions=conditions,
        task=task,
    )


def local_problem(variable: str, body: Expr, task: str) -> Problem:
    """The local maxima, or the local minima, with their values."""
    read_as = f"Find the local {task} point of {to_plain(body)}."
    return Problem(
        Kind.CRITICAL_POINTS,
        Form.POINTS,
        read_as,
        target=body,
        variable=variable,
        task=f"local {task}",
    )


def _shown(items: tuple[Expr, ...], conditions: tuple[Chain, ...]) -> str:
    if items:
        return f" on [{to_plain(items[0])}, {to_plain(items[1])}]"
    return f" for {to_plain(conditions[0])}" if conditions else ""


def _place(told: Told, variable: str, body: Expr) -> Problem | None:
    task, domain = _task(told), _domain(told, variable)
    if task is None or domain is None:
        return None
    items, conditions = domain
    shown = f"{to_plain(body)} {_SUPERLATIVES[task]}{_shown(items, conditions)}"
    read_as = f"For which {variable} is {shown}?"
    return Problem(
        Kind.CRITICAL_POINTS,
        Form.POINTS,
        read_as,
        target=body,
        variable=variable,
        items=items,
        conditions=conditions,
        task=f"place of {task}",
    )


_SUPERLATIVES: Final = {"maximum": "greatest", "minimum": "least"}


def _points(told: Told, variable: str, body: Expr) -> Problem | None:
    hit = next(hit for name, hit in told.clauses if name == "point")
    sort = hit.get("sort")
    if told.has("interval"):
        return None
    only_places = re.search(r"x-|value", hit.text) is not None
    if hit.get("most"):
        task = _task(told)
        return None if only_places or task is None else local_problem(variable, body, task)
    if sort == "turning":
        task, phrase = "turning", "coordinates of the turning points"
        if only_places:
            task, phrase = "critical", "critical points"
    elif sort in ("stationary", "critical"):
        named = sort == "stationary" or "coordinates" in hit.text
        coordinates = named and not only_places
        task = "stationary" if coordinates else "critical"
        phrase = "coordinates of the stationary points" if coordinates else "critical points"
    else:
        task, phrase = "inflection", "inflection points"
        if only_places:
            return None
    read_as = f"Find the {phrase} of {to_plain(body)}."
    return Problem(
        Kind.CRITICAL_POINTS, Form.POINTS, read_as, target=body, variable=variable, task=task
    )


def _classified(told: Told, variable: str, body: Expr) -> Problem | None:
    """Each with its kind; one that is neither would have no name here and leaves it unread."""
    from mathviz_chat.core.problems.judging.extrema import charts

    hit = next(hit for name, hit in told.clauses if name == "point")
    nature = next((hit.text for name, hit in told.clauses if name == "nature"), "classify")
    if not re.search("nature|whether|type|classify|max|min|what", nature):
        return None
    if hit.get("sort") not in ("stationary", "turning", "critical") or told.has("interval"):
        return None
    read_as = f"Find the local extrema of {to_plain(body)}."
    problem = Problem(
        Kind.EXTREMA, Form.POINTS, read_as, target=body, variable=variable, task="local"
    )
    found = charts(problem)
    if found is None or any(kind == "neither" for kind, _ in found[1]):
        return None
    return problem


def _domain(told: Told, variable: str) -> tuple[tuple[Expr, ...], tuple[Chain, ...]] | None:
    """The closed interval or the condition that is given; both empty where none is."""
    if not told.has("interval"):
        return (), ()
    node = told.tree("i") or told.tree("c")
    if node is None and told.tree("low") is None:
        return (), ()
    low, high = told.expression("low"), told.expression("high")
    if low is not None and high is not None:
        return None if variables(low) or variables(high) else ((low, high), ())
    if isinstance(node, Chain) and node.ops == (RelOp.IN,) and node.items[0] == Symbol(variable):
        node = node.items[1]
    if isinstance(node, Interval) and node.lower_closed and node.upper_closed:
        return (node.lower, node.upper), ()
    if isinstance(node, Chain) and node.ops == (RelOp.LE, RelOp.LE):
        ends = (node.items[0], node.items[2])
        good = node.items[1] == Symbol(variable) and not any(map(variables, ends))
        return (ends, ()) if good else None
    if isinstance(node, Chain) and node.ops in ((RelOp.GT,), (RelOp.GE,), (RelOp.LT,), (RelOp.LE,)):
        good = node.items[0] == Symbol(variable) and not variables(node.items[1])
        return ((), (node,)) if good else None
    return None


_INVERSE: Final = family("""
inverse:
    [ASK]? [its]? inverse [function]? [of]? [function]?
object:
    CURVE
""")


def _inverse(told: Told) -> Problem | None:
    found = told.function("f")
    return None if found is None or not told.has("inverse") else inverse_problem(*found)


READERS: Final = (
    Worded(re.compile(r"\binverse\b"), _INVERSE, _inverse),
    Worded(
        re.compile(
            r"max|min|great|larg|biggest|high|low|least|small|turning|stationary|critical|inflection"
        ),
        _GRAMMAR,
        _build,
    ),
)
