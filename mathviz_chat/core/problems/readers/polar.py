"""``Write 1 + i in polar form``: complex numbers whose argument is a known angle.

Its modulus and its argument are problems of their own, which the solver takes its steps from.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers import arguments
from mathviz_chat.core.reading import ReadError, to_plain
from mathviz_chat.core.reading import read as read_formula
from mathviz_chat.core.reading.tree import Expr

_SINES: Final = (
    r"(?:polar|trigonometric|trig|modulus[\s-]argument|mod[\s-]arg)"
    r"(?:\s*\((?:trigonometric|trig)\))?"
)
_NUMBER: Final = rf"(?:the\s+)?(?:complex\s+)?(?:number\s+)?(?:[a-z]\s*=\s*)?(?P<e>{slots.MATHS})"
_ASKED: Final = tuple(
    LazyPattern(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:write|express|convert|put|give|change|turn|rewrite|represent)\s+"
        rf"{_NUMBER}\s+(?:in|into|to|using)\s+(?:the\s+|its\s+)?(?:(?P<p>{_SINES})|(?:exponential|euler))"
        r"(?:\s+(?:form|representation))?",
        r"(?:find|what\s+is|state|give|determine|write\s+down)\s+(?:the\s+|a\s+)?"
        rf"(?:(?P<p>{_SINES})|exponential|euler)\s+(?:form|representation)\s+of\s+{_NUMBER}",
    )
)


def read(clauses: Clauses) -> Problem | None:
    """A number a + bi to be written as r(cos t + i sin t), or as r e^(i t)."""
    text = " ".join(". ".join(clauses.sentences).replace("−", "-").split()).rstrip("?. ")
    match = next((m for pattern in _ASKED if (m := pattern.fullmatch(text)) is not None), None)
    if match is None:
        return None
    try:
        tree = read_formula(match["e"].strip())
    except ReadError:
        return None
    if not isinstance(tree, Expr) or variables(tree) or "i" not in to_plain(tree):
        return None
    return problem_of(tree, "polar" if match["p"] else "exponential")


def problem_of(tree: Expr, task: str) -> Problem | None:
    """The problem, with those of the modulus and the argument; None where it has work left."""
    parts = arguments.both(tree)
    if parts is None:
        return None
    read_as = f"Write {to_plain(tree)} in {task} form."
    return Problem(
        Kind.POLAR_FORM, Form.EXPRESSION, read_as, expression=tree, task=task, parts=parts
    )
