"""A question as it was typed, read and solved: the solver's front door."""

from __future__ import annotations

from mathviz_chat.core.problems import Unread, read_question
from mathviz_chat.core.solving.lines import LEVELS, Granularity
from mathviz_chat.core.solving.solution import Solution, Unsolved
from mathviz_chat.core.solving.solver import ANOTHER, NAMED
from mathviz_chat.core.solving.solver import solve as solve_problem


def solve(
    question: str, *, granularity: Granularity = "normal", method: str | None = None
) -> Solution | Unsolved:
    """Read a question in words and formulas, and solve it.

    The values are those that ``mathviz-chat --solver sympy --json`` prints: how the question was
    read (``problem.read_as``), the steps with their verdicts, the answer and its own verdict. What
    the rules cannot read or solve is :class:`Unsolved`, with the reason.

    question: plain, Unicode or LaTeX text. granularity: ``brief``, ``normal`` or ``fine``. method:
    a name of ``solver.NAMED``, or ``solver.ANOTHER``; kinds of problems that do not have it are
    solved by their own.
    Domain: real numbers, complex ones where the question uses them; the kinds of problems are in
    ``docs/problems.md``.
    Limits: at most 2,000 characters; whatever the question, nothing is raised. Time is not bounded
    here but in the worker.
    Raises ValueError for a granularity or a method that does not exist.
    Sources: SymPy proposes factors and antiderivatives; each line and the answer are judged by the
    kernel, on FLINT, the answer a second way too (``docs/kernel.md``).

    >>> solve("Solve 3x + 7 = 22").answer.text
    'x = 5'
    """
    if granularity not in LEVELS:
        raise ValueError(f"granularity is one of {', '.join(LEVELS)}, not {granularity!r}")
    if method not in (None, ANOTHER) and not any(method in names for names in NAMED.values()):
        raise ValueError(f"there is no method {method!r}")
    problem = read_question(question)
    if isinstance(problem, Unread):
        return Unsolved(problem.reason)
    return solve_problem(problem, granularity=granularity, method=method)
