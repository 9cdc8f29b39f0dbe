"""Intents about where something holds: two curves meet, a formula has a value, a root is told."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.kernel import Outcome, identity, substitute, variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.readers.spotted.intents import Found, Intent
from mathviz_chat.core.reading.tree import Chain, Symbol

_CURVES = (
    "line lines curve curves parabola circle hyperbola ellipse graph graphs straight point points "
    "coordinates coordinate both equation equations system simultaneous solve~ all two "
)
_WHERE = (
    "where do|where does|where will|at which|points at which|point at which|points where|point "
    "where|"
    "the point where|where the|give the coordinates|give coordinates|give your answers as "
    "coordinates|the two points|all the points|each other|one another|both points"
)


_LINE: Final = re.compile(r"\bline (?:through|joining|between|segment)\b")
"""``the line through the points where they meet``."""


def _meeting(found: Found) -> str | None:
    """Two curves in the same two letters, one of them written with both."""
    first, second = found.all("q") if len(found.all("q")) == 2 else (None, None)
    if first is None or second is None or first == second or _LINE.search(found.text):
        return None
    names = {*variables(first), *variables(second)}
    if len(names) != 2 or not ({*variables(first)} == names or {*variables(second)} == names):
        return None
    return f"Solve {slots.spelled(first)} and {slots.spelled(second)}."


def _has_value(found: Found) -> str | None:
    """``For which x is |2x - 5| equal to 9?``"""
    expression = found.node("e")
    names = variables(expression)
    letters = {name for one in found.all("x") for name in variables(one)}
    if len(names) != 1 or letters != set(names):
        return None
    return f"Solve {found['e']} = {found['n']} for {names[0]}."


def _formula_has_value(found: Found) -> str | None:
    """``N = 50*2^t. For what t is N equal to 6400?``; the letter and the head are both named."""
    formula = found.node("f")
    if not isinstance(formula, Chain):
        return None
    head, body = formula.items
    letters = {slots.spelled(one) for one in found.all("x")}
    names = variables(body)
    heads = {slots.spelled(head), getattr(head, "function", "")} - {""}
    if len(names) != 1 or not letters & heads or letters - heads != set(names):
        return None
    return f"Solve {slots.spelled(body)} = {found['n']} for {names[0]}."


def _all_roots(found: Found) -> str | None:
    """All roots of an equation of which one is told, where that is one."""
    equation, told = found.node("q"), found.node("a")
    if not isinstance(equation, Chain) or not isinstance(told, Chain):
        return None
    (head, value), names = told.items, variables(equation)
    if not isinstance(head, Symbol) or names != (head.name,):
        return None
    left, right = (substitute(side, {head.name: value}) for side in equation.items)
    if identity(left, right).outcome is not Outcome.PROVED:
        return None
    return f"Solve {found['q']} for {head.name}."


_ALL = (
    "solve~|all the roots|all three roots|all its roots|all roots|all of its roots|all the "
    "solutions|all solutions|all three solutions|all four roots|all of the roots|every root|"
    "find all the roots|both roots|both solutions|three roots"
)
INTENTS: Final = (
    Intent(
        "where two curves meet",
        (
            "meet~|met|cross|crosses|crossing|intersect~|intersection|intersections|in common|cut|"
            "cuts|"
            "points of intersection|point of intersection|intersection points",
        ),
        ("q:q+", "x:s*"),
        _meeting,
        _CURVES,
        _WHERE,
    ),
    Intent(
        "where an expression has a value",
        (
            "equal to|equals|equal|have the value|take the value|has the value|takes the value|"
            "become equal to",
        ),
        (
            "e:e",
            "n:n@equal to|equals|equal|has the value|have the value|take the value|takes the value",
            "x:s+",
        ),
        _has_value,
        "real all values value number numbers expression modulus absolute equation solve~",
        "for which|for what|which values|real numbers|real number|all of them|for all|all the",
    ),
    Intent(
        "where a formula has a value",
        ("equal to|equals|equal|reach|reaches|have the value|has the value|take the value",),
        (
            "f:f",
            "n:n@equal to|equals|equal|reach|reaches|has the value|have the value|take the value",
            "x:sk+",
        ),
        _formula_has_value,
        "value values function formula model all both",
        "for which|for what|at what|at which",
    ),
    Intent(
        "all roots, one of them told",
        (_ALL, "root|a root|one root|solution|a solution|one solution|zero|a zero"),
        ("a:a", "q:q"),
        _all_roots,
        "root roots solution solutions zero equation cubic quadratic quartic polynomial completely "
        "all three both four solve~ factor theorem",
        "one of the roots|one root|one solution|one of its roots|one of the solutions|one zero|"
        "by the factor theorem|factor theorem|all three",
    ),
)
