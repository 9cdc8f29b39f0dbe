"""Integrals told in words, areas between curves, mean values, functions from their derivative."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import Outcome, holds, real_solutions, variables
from mathviz_chat.core.problems.asked import defined_function
from mathviz_chat.core.problems.judging import areas
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.readers.areas import is_above
from mathviz_chat.core.problems.readers.integral import problem_of
from mathviz_chat.core.problems.readers.worded.common import family, value_at
from mathviz_chat.core.problems.worded import Told, Worded
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Abs,
    Chain,
    Div,
    Expr,
    Integral,
    Interval,
    Node,
    RelOp,
    Sub,
    Symbol,
)

ZERO: Final = number(Fraction(0))
_LIMITS: Final = """
limits:
    [from|between|over|with|limits|lower|upper|limit|on|for|interval|in|evaluated|integrating|
        bounds|
        ordinates|lines|line|where|and|integration|of|is]* {a:#na}
        [to|and|upper|limit|through|up to|line|lines|is|until]* {b:#na}
    [from|between|over|on|for|in|interval|closed|where|with|range]* {i:#iop}
"""
_INTEGRALS: Final = family(
    _LIMITS
    + """
integral:
    [ASK|use integration to find]? [general|most general|indefinite|definite|following|exact
        value of]*
        [integral|integrals|antiderivative|anti-derivative|primitive|antiderivatives|integral
        function|primitive function] [function]? [of|for]?
    [integrate|integrating|antidifferentiate|integration of|find by integrating]
    [ASK|integrate|solve|do|find integral|integral|find exact value of|exact value of|
        find indefinite integral]* {w:#g}
sort:
    {sort:definite}
method:
    [use|using|by|with|via|method of]* [integration]? [by]? {method:integration} [method]? [to]?
object:
    [of|function|expression|curve|graph|for|following|y-value|power|constant|number]* {f:#fesknbg}
wrt:
    [with respect to|wrt|in terms of|in] [variable]? {x:#s}
domain:
    [for|where|when|if|assuming|given|assume|taking] {c:#o}
constant:
    [do not|don't]? [forget|include|with|including|remember|add|use]* [constant|constant of
        integration|arbitrary constant] [of integration]? [{k:#s}]?
    [do not forget|don't forget|include|add|plus|with] [{k:#s}|+ {k:#s}]
converges:
    [does|do]? [this|it|integral|improper integral]* [converge|converges] and to what [value]?
    [does|do]
    does [it|this|integral|this integral|improper integral] converge
    [if so|if it does] [to what|what is its value|find its value|what is value|evaluate it]
    [evaluate|find|calculate|determine] [improper integral|its value|value|it]
    improper integral
"""
)
_AREAS: Final = family(
    _LIMITS
    + """
ENCLOSED = [enclosed|bounded|trapped|contained|between|under|below|beneath|by|region|underneath|
    shaded|
    formed by|cut off by|is|lies|lying|inside]
HOW = [curve|curves|graph|graphs|of|line|lines|parabola|parabolas|and|between|by|function|
    functions|
    with|equation|equations|given|region|under|below|to|above|straight|two|is|for]
area:
    [ASK]? [exact|total]* area [of]? [finite]? [region]? [that is]? ENCLOSED*
object:
    HOW* {f:#fe}
axis:
    [and|above|with|to|by|between|the]* [x-axis|line {z:#a}]
    [and|above]* coordinate axes
"""
)
_MEANS: Final = family(
    _LIMITS
    + """
mean:
    [ASK]? [mean|average] [value]? [of]?
object:
    CURVE
"""
)


def _integral(told: Told) -> Problem | None:
    if not told.has("integral") or len(told.trees("x")) > 1:
        return None
    written = told.tree("w") or told.tree("f")
    if isinstance(written, Integral):
        whole: Integral | None = written
        if told.definitions() or (told.has("object") and told.tree("w") is not None):
            return None
        ends = _ends(told, written.variable, written.body)
        if ends is None or (ends and written.lower is not None):
            return None
        whole = Integral(written.body, written.variable, *ends) if ends else written
    else:
        whole = _of_function(told)
    if whole is None or not _fits(told, whole):
        return None
    method = told.text("method")
    chosen = None if method is None else "parts" if "parts" in method else "substitution"
    problem = problem_of(whole, chosen)
    condition = told.tree("c")
    if problem is None or condition is None:
        return problem
    return _under(problem, condition) if isinstance(condition, Chain) else None


def _of_function(told: Told) -> Integral | None:
    named = told.tree("x")
    written = told.expression("f")
    found = told.function("f")
    if found is None and written is not None and not variables(written) and not told.definitions():
        names: list[Node] = [one.items[0] for one in told.trees("a") if isinstance(one, Chain)]
        names += [named] if named is not None else []
        name = names[0] if names else Symbol("x")
        found = (name.name, written) if isinstance(name, Symbol) else None
    if found is None:
        return None
    variable, body = found
    if named is not None and named != Symbol(variable):
        return None
    ends = _ends(told, variable, body)
    return None if ends is None else Integral(body, variable, *ends)


def _fits(told: Told, whole: Integral) -> bool:
    """Whether it has limits if it is called definite, and only then if it may converge."""
    definite = whole.lower is not None
    said = [hit.text for name, hit in told.clauses if name in ("integral", "sort")]
    called = re.search(r"(?<!in)definite", " ".join(said)) is not None
    called_not = re.search(r"indefinite|general|antiderivative|primitive", " ".join(said))
    if (called and not definite) or (called_not and definite):
        return False
    return definite or not told.has("converges")


def _under(problem: Problem, condition: Chain) -> Problem | None:
    """An antiderivative where a condition on the variable holds."""
    simple = condition.ops in ((RelOp.GT,), (RelOp.GE,), (RelOp.LT,), (RelOp.LE,), (RelOp.NE,))
    name = Symbol(problem.variable or "x")
    if not simple or condition.items[0] != name or variables(condition.items[1]):
        return None
    if problem.target is not None:
        return None
    read_as = f"{problem.read_as.rstrip('.')} for {to_plain(condition)}."
    return replace(problem, conditions=(condition,), read_as=read_as)


def _ends(told: Told, variable: str, body: Expr) -> tuple[Expr, Expr] | tuple[()] | None:
    """The two limits, () where there are none, None where they do not fit."""
    if not told.has("limits"):
        return ()
    node = told.tree("i")
    if node is None:
        low, high = (value_at(told.tree(slot), variable, body) for slot in ("a", "b"))
        return None if low is None or high is None else (low, high)
    if isinstance(node, Chain) and node.ops == (RelOp.IN,) and node.items[0] == Symbol(variable):
        node = node.items[1]
    lower, upper = getattr(node, "lower", None), getattr(node, "upper", None)
    if isinstance(node, Chain) and node.ops == (RelOp.LE, RelOp.LE):
        lower, middle, upper = node.items
        if middle != Symbol(variable):
            return None
    elif not isinstance(node, Interval):
        return None
    if not isinstance(lower, Expr) or not isinstance(upper, Expr):
        return None
    return None if variables(lower) or variables(upper) else (lower, upper)


# ---------------------------------------------------------------------------- areas


def _area(told: Told) -> Problem | None:
    curves = [_curve(node) for node in told.trees("f", "g")]
    if not curves or len(curves) > 2 or any(one is None for one in curves):
        return None
    found = [one for one in curves if one is not None]
    variable = next((name for name, body in found if variables(body)), "x")
    bodies = [body for _, body in found]
    if any(variables(body) not in ((), (variable,)) for body in bodies):
        return None
    if len(bodies) == 2 and told.has("axis"):
        return None
    if len(bodies) == 1:
        bodies.append(ZERO)
    ends = _ends(told, variable, bodies[0])
    if ends is None:
        return None
    said = " ".join(hit.text for name, hit in told.clauses if name in ("area", "object"))
    both = re.search(r"\b(?:under|below|beneath|underneath|above)\b", said) is None
    return area_problem(variable, bodies[0], bodies[1], ends, both_sides=both)


def _curve(node: object) -> tuple[str, Expr] | None:
    if isinstance(node, Chain):
        return defined_function(node)
    if isinstance(node, Expr) and len(variables(node)) == 1:
        return variables(node)[0], node
    return None


def area_problem(
    variable: str,
    first: Expr,
    second: Expr,
    ends: tuple[Expr, Expr] | tuple[()],
    *,
    both_sides: bool = False,
) -> Problem | None:
    """The area between two curves from limit to limit, or from the first crossing to the last.

    both_sides: the curves may cross between, where they are polynomials that cross at fractions;
    then it is an integral of the size of their difference.
    """
    between = ends or crossings(variable, first, second, several=both_sides)
    if not between:
        return None
    for top, bottom in ((first, second), (second, first)):
        height = top if bottom == ZERO else Sub(top, bottom)
        whole = Integral(height, variable, *between)
        if not is_above(whole):
            continue
        return _of_area(whole, (first, second), (top, bottom), shown=bool(ends))
    height = first if second == ZERO else Sub(first, second)
    whole = Integral(Abs(height), variable, *between)
    if not both_sides or not areas.pieces(whole):
        return None
    return _of_area(whole, (first, second), (first, second), shown=bool(ends))


def _of_area(
    whole: Integral, curves: tuple[Expr, Expr], items: tuple[Expr, Expr], *, shown: bool
) -> Problem | None:
    """items: the upper and the lower curve; where they cross, as they are told."""
    problem = problem_of(whole)
    if problem is None or whole.lower is None or whole.upper is None:
        return None
    told = f"y = {to_plain(curves[0])} and y = {to_plain(curves[1])}"
    limits = f" from {to_plain(whole.lower)} to {to_plain(whole.upper)}" if shown else ""
    read_as = f"Find the area enclosed by {told}{limits}."
    return replace(problem, read_as=read_as, task="area", items=items)


def crossings(
    variable: str, first: Expr, second: Expr, *, several: bool = False
) -> tuple[Expr, Expr] | tuple[()]:
    """The first and the last place where the curves meet; () where these are not the only two.

    several: there may be others between.
    """
    found = real_solutions(Chain((first, second), (RelOp.EQ,)), variable)
    if found is None or found.intervals or len(found.points) < 2:
        return ()
    if len(found.points) > 2 and not several:
        return ()
    low, high = found.points[0].exact, found.points[-1].exact
    return () if low is None or high is None else (low, high)


def _mean(told: Told) -> Problem | None:
    found = told.function("f")
    if found is None or not told.has("mean"):
        return None
    variable, body = found
    ends = _ends(told, variable, body)
    if not ends or holds(Chain(ends, (RelOp.LT,)), {}).outcome is not Outcome.PROVED:
        return None
    return mean_problem(variable, body, ends)


def mean_problem(variable: str, body: Expr, ends: tuple[Expr, Expr]) -> Problem | None:
    """The integral over an interval, divided by its length."""
    low, high = ends
    width = high if low == ZERO else Sub(high, low)
    problem = problem_of(Integral(Div(body, width), variable, low, high))
    if problem is None:
        return None
    read_as = f"Find the mean value of {to_plain(body)} from {to_plain(low)} to {to_plain(high)}."
    return replace(problem, read_as=read_as, task="mean")


READERS: Final = (
    Worded(
        re.compile(r"integra|primitive|anti-?deriv|anti-?diff|#g"),
        _INTEGRALS,
        _integral,
        frozenset({"given", "converges", "sort"}),
    ),
    Worded(re.compile(r"\barea\b"), _AREAS, _area, frozenset({"given", "object", "axis"})),
    Worded(re.compile(r"\bmean\b|\baverage\b"), _MEANS, _mean),
)
