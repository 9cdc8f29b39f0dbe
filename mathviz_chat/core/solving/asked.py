"""A question as it was typed, read and solved: the solver's front door."""

from __future__ import annotations

from mathviz_chat.core.problems import Unread, read_question
from mathviz_chat.core.solving.lines import Granularity
from mathviz_chat.core.solving.solution import Solution, Unsolved
from mathviz_chat.core.solving.solver import solve as solve_problem


def solve(
    question: str, *, granularity: Granularity = "normal", method: str | None = None
) -> Solution | Unsolved:
    """Read a question in words and formulas, and solve it; never raises.

    The values are those that ``mathviz-chat --solver sympy --json`` prints: how the question was
    read (``problem.read_as``), the steps with their verdicts, the answer and its own verdict. What
    the rules cannot read or solve is :class:`Unsolved`, with the reason.

    granularity: ``brief``, ``normal`` or ``fine``. method: a name of ``solver.NAMED``, for the
    kinds of problems that have several.

    >>> solve("Solve 3x + 7 = 22").answer.text
    'x = 5'
    """
    problem = read_question(question)
    if isinstance(problem, Unread):
        return Unsolved(problem.reason)
    return solve_problem(problem, granularity=granularity, method=method)
