"""Whether equations have a solution, and how many: the discriminant's sign, or the solutions."""

from __future__ import annotations

from mathviz_chat.core.problems.judging.assignment import MANY
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.solving import polynomials, system
from mathviz_chat.core.solving.linear import NEVER
from mathviz_chat.core.solving.lines import Lines


def solve(problem: Problem) -> Lines | None:
    """The lines that count the solutions; the answer is their number, or yes or no."""
    if len(problem.conditions) == 1:
        lines = polynomials.count(problem)
        number = 0 if lines is None or lines.answer is None else int(lines.answer)
    else:
        whole = Problem(Kind.SYSTEM, Form.ASSIGNMENT, "", problem.unknowns, problem.conditions)
        lines = system.solve(whole)
        found = NEVER if lines is None or lines.answer is None else lines.answer
        number = 0 if found == NEVER else found.count(" or ") + 1
    if lines is None or lines.answer is None:
        return None
    truth = "yes" if number else "no"
    counted = MANY if lines.answer == MANY else str(number)
    lines.finish(truth if problem.form is Form.TRUTH else counted)
    return lines
