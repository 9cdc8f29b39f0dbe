"""The gradient and the Hessian of a function of two or three letters, at a point too.

The entries are problems of their own: partial derivatives, row by row. Without ``f(x, y) = ...``
only x, y and z are coordinates: ``the gradient of mx + c`` is the slope of a line.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import differentiate, variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.school.formulas import FIND
from mathviz_chat.core.reading import ReadError, to_plain
from mathviz_chat.core.reading import read as read_formula
from mathviz_chat.core.reading.tree import Expr, TupleOf

_HEAD: Final = r"(?P<f>[a-zA-Z])\s*\(\s*(?P<names>[a-z](?:\s*,\s*[a-z]){1,2})\s*\)\s*=\s*"
_FUNCTION: Final = rf"(?:the\s+)?(?:function\s+)?(?:{_HEAD})?(?P<e>{slots.MATHS})"
_WHAT: Final = (
    r"(?:the\s+|its\s+)?(?:(?P<gradient>gradient(?:\s+vector)?)|(?P<hessian>hessian(?:\s+matrix)?))"
)
_AT: Final = (
    r"(?:\s+at\s+(?:the\s+)?(?:point\s+)?"
    r"(?P<at>\([^()]*(?:\([^()]*\)[^()]*)*,[^()]*\)|the\s+origin))?"
)
_ASKED: Final = tuple(
    LazyPattern(pattern, re.IGNORECASE)
    for pattern in (
        rf"{FIND}{_WHAT}\s+(?:of|for)\s+{_FUNCTION}{_AT}",
        rf"(?:(?:let|given|consider|suppose|for|if|the\s+function)\s+)*{_FUNCTION}[.,;]\s+{FIND}{_WHAT}"
        rf"(?:\s+of\s+(?P<g>[a-z])(?:\([a-z](?:\s*,\s*[a-z])+\))?)?{_AT}",
    )
)
_COORDINATES: Final[tuple[str, ...]] = ("x", "y", "z")


def read(clauses: Clauses) -> Problem | None:
    """All partial derivatives of the first or of the second order, as one vector or matrix."""
    text = " ".join(". ".join(clauses.sentences).replace("−", "-").split()).rstrip("?. ")
    match = next((m for one in _ASKED if (m := one.fullmatch(text)) is not None), None)
    formula = None if match is None else slots.for_question(match["e"]).expression(match["e"])
    if match is None or formula is None:
        return None
    if match.groupdict().get("g") not in (None, match["f"]):
        return None
    names = _names(match, formula)
    return None if names is None else _problem(match, formula, names)


def _names(match: re.Match[str], formula: Expr) -> tuple[str, ...] | None:
    """The letters by which it is differentiated, in their order."""
    found = set(variables(formula))
    if match["names"] is None:
        named = tuple(name for name in _COORDINATES if name in found)
    else:
        named = tuple(name.strip() for name in match["names"].split(","))
    fits = len(named) > 1 and len(set(named)) == len(named) and found == set(named)
    return named if fits else None


def _problem(match: re.Match[str], formula: Expr, names: tuple[str, ...]) -> Problem | None:
    point = () if match["at"] is None else _point(match["at"], len(names))
    if point is None:
        return None
    task = "gradient" if match["gradient"] else "hessian"
    first = tuple(_derivative(formula, name) for name in names)
    rows = [first] if task == "gradient" else [_second(formula, row, names) for row in names]
    what = "gradient" if task == "gradient" else "Hessian"
    head = f"f({', '.join(names)}) = {to_plain(formula)}"
    where = f" at {to_plain(TupleOf(point))}" if point else ""
    return Problem(
        Kind.GRADIENT,
        Form.MATRIX,
        f"Find the {what} of {head}{where}.",
        names,
        expression=formula,
        task=task,
        items=point,
        parts=tuple(one for row in rows for one in row),
    )


def _derivative(formula: Expr, name: str) -> Problem:
    read_as = f"Find the derivative of {to_plain(formula)} with respect to {name}."
    return Problem(Kind.DERIVATIVE, Form.EXPRESSION, read_as, expression=formula, variable=name)


def _second(formula: Expr, first: str, names: tuple[str, ...]) -> tuple[Problem, ...]:
    inner = differentiate(formula, first)
    return tuple(_derivative(inner, name) for name in names)


def _point(text: str, size: int) -> tuple[Expr, ...] | None:
    if not text.startswith("("):
        return tuple(number(Fraction(0)) for _ in range(size))
    try:
        tree = read_formula(text)
    except ReadError:
        return None
    items = tree.items if isinstance(tree, TupleOf) else ()
    known = len(items) == size and not any(variables(item) for item in items)
    return items if known else None
