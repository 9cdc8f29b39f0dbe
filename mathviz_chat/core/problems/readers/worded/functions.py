"""Functions from their derivative: differential equations with what is known at a point."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import differential
from mathviz_chat.core.problems.problem import Form, Problem
from mathviz_chat.core.problems.readers.differential_equations import problem_of
from mathviz_chat.core.problems.readers.integral import problem_of as integral_problem
from mathviz_chat.core.problems.readers.worded.common import coordinates, family
from mathviz_chat.core.problems.worded import Told, Worded
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Call,
    Chain,
    Derivative,
    Expr,
    Integral,
    RelOp,
    Symbol,
)
from mathviz_chat.core.reading.walking import walk

_GRAMMAR: Final = family("""
ABOUT = [differential equation|ode|ivp|initial value problem|initial-value problem|first|second|
    order|
    first-order|second-order|separable|linear|homogeneous|following|this|that|satisfies|satisfying|
    gradient|derivative|slope|gradient function|at any point|at point|each point|which|where|rate
    of
    change|so that|such that|so|model|grow|grows|growing|decay|decays|population|bacteria|culture|
    colony|sample|substance|mass|amount|temperature|quantity|number|it|its|according to|obeys|law|
    value|radioactive|size|in|initial|problem|condition|conditions|subject to|and|know|variables|
    separate|by|for|to|with]
equation:
    [LEAD|KIND|MADE|ABOUT|solve|integrate]* {q:#q}
known:
    [given|with|where|if|and|that|initial|condition|conditions|initially|subject to|such that|
        satisfies|satisfying|which|it|know|also|we|boundary|so|for|when|at|start|is]* {c:#c}
    [given|with|where|if|and|that|when|at|for|is|value|has|takes|it|also|know]* {c:#a}
point:
    [given|and|that|if|the]* [curve|graph|it|which|function|solution]* [passes through|goes
        through|
        through|contains|passing through|going through] [point]? {p:#p}
solve:
    [solve|ASK]? [general|particular|specific|exact|explicit|form|full]* [solution|solutions|
        function|formula|
        expression|equation|its equation|equation of curve|equation of graph|it|form|solve it]
        [of|to|for]? [curve|graph]?
        [ABOUT]*
    [solve|integrate|solve for]
    [find|determine|work out|what is|obtain|express|write down|give|get|derive|evaluate]?
        [general form of|
        formula for|expression for|equation of|function|solution|curve|general expression for]*
        {s:#sk}
wrt:
    [in terms of|as function of|explicitly in terms of|for|of] {x:#s}
method:
    [use|using|by|with|via|apply]* [method of]? [integrating factor|separating variables|
        separation of
        variables|separating|integration|integrating|direct integration|characteristic equation|
        auxiliary equation|integrating twice|integration twice] [method|technique]? [to]?
    separate variables [and|to]*
domain:
    [for|where|when|with|assuming|if]? {o:#o}
value:
    [ASK|evaluate]? {v:#v}
    [ASK|evaluate|hence find]? [value of|size of|amount|population]* {s:#sk} [when|at|where|if|
        after|for] {at:#a}
""")


def _build(told: Told) -> Problem | None:
    equation = told.tree("q")
    if not isinstance(equation, Chain) or told.has("given"):
        return None
    parsed = differential.parse(equation)
    if parsed is None:
        return None
    name, variable = parsed.dependent, parsed.variable
    called = (Symbol(name), Call(name, (Symbol(variable),)))
    if any(node not in called for node in told.trees("s")):
        return None
    if any(node != Symbol(variable) for node in told.trees("x")):
        return None
    known = _known(told, name, variable)
    if known is None or not _is_domain(told, variable):
        return None
    problem = problem_of([equation, *known], name)
    if problem is None:
        return None
    place = _place(told, name, variable)
    if told.has("value"):
        return None if place is None or not known else value_problem(problem, place)
    if not known and not told.has("solve"):
        return problem if not told.has("domain") else None
    return _antiderivative(equation, name, variable) or problem if not known else problem


def _known(told: Told, name: str, variable: str) -> list[Chain] | None:
    """The conditions as ``y(a) = b``; None where one does not fit."""
    found: list[Chain] = []
    pairs: dict[str, Expr] = {}
    for node in told.trees("c"):
        assert isinstance(node, Chain)
        head, value = node.items
        if isinstance(head, Call):
            found.append(node)
        elif isinstance(head, Symbol) and head.name in (name, variable) and head.name not in pairs:
            pairs[head.name] = value
        else:
            return None
    for node in told.trees("p"):
        pair = coordinates(node)
        if pair is None or pairs:
            return None
        pairs = {variable: pair[0], name: pair[1]}
    if len(pairs) == 2:
        found.append(Chain((Call(name, (pairs[variable],)), pairs[name]), (RelOp.EQ,)))
    return None if len(pairs) == 1 else found


def _is_domain(told: Told, variable: str) -> bool:
    """Whether what is said of the domain is a bound on the variable, which takes nothing away."""
    bounds = told.trees("o")
    simple = ((RelOp.GT,), (RelOp.GE,), (RelOp.LT,), (RelOp.LE,))
    return all(
        isinstance(one, Chain)
        and one.ops in simple
        and one.items[0] == Symbol(variable)
        and not variables(one.items[1])
        for one in bounds
    )


def _place(told: Told, name: str, variable: str) -> Expr | None:
    """Where a value is asked: ``y(2)``, ``y when x = 2``."""
    at, value = told.tree("at"), told.tree("v")
    if isinstance(value, Call) and value.function == name and not value.primes:
        return value.args[0]
    if isinstance(at, Chain) and at.items[0] == Symbol(variable):
        return at.items[1]
    return None


def value_problem(problem: Problem, place: Expr) -> Problem:
    """The value of the solution at a place."""
    name = problem.unknowns[0]
    shown = ", ".join(to_plain(one) for one in problem.conditions)
    read_as = f"Solve the differential equation {shown} and find {name}({to_plain(place)})."
    return replace(problem, form=Form.NUMBER, items=(place,), read_as=read_as)


def _antiderivative(equation: Chain, name: str, variable: str) -> Problem | None:
    """``f'(x) = 4x^3``, to be integrated; None for an equation of another kind."""
    head, body = equation.items
    first = isinstance(head, Derivative) and head.order == 1
    first = first or (isinstance(head, Call) and head.primes == 1)
    if not first or set(variables(body)) - {variable} or Symbol(name) in tuple(walk(body)):
        return None
    return integral_problem(Integral(body, variable))


READERS: Final = (Worded(re.compile(r"#q"), _GRAMMAR, _build, frozenset({"known"})),)
