"""Letters that the expression of the question does not have, which a line brings in.

``α + β = -b/a = 5`` speaks of the roots and coefficients of the equation that the question names,
``3/2 sqrt(x)`` of the x that it sets to t^2: no such line is a claim for all their values.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.checking.terms import has
from mathviz_chat.core.kernel import variables
from mathviz_chat.core.reading.tree import Derivative, Node

OTHER_LETTERS: Final = "The question says more of its letters than what this is judged by."


def brings_in_letters(task: Task, node: Node) -> bool:
    """A number is asked for and the line has letters, or it has one that the question sets to
    something, which what it is judged by does not have."""
    if task.source is None or task.given or task.question is None or has(node, Derivative):
        return False  # ``dy/dx = 25`` of ``y = x^2`` is said of the function itself
    own = set(variables(task.source))
    others = set(variables(node)) - own
    if not own:
        return bool(others)
    return any(re.search(rf"(?<![\w^]){re.escape(one)}\s*=", task.question) for one in others)
