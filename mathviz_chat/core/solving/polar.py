"""The polar form: the modulus, the argument, and both put together."""

from __future__ import annotations

from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.reading import read, to_plain
from mathviz_chat.core.reading.tree import Expr
from mathviz_chat.core.solving import arithmetic, build, planned
from mathviz_chat.core.solving.lines import BRIEF, Lines


def solve(problem: Problem) -> Lines | None:
    """The lines of both parts, then ``r(cos t + i sin t)`` or ``r e^(i t)``."""
    size, angle = (_solved(part) for part in problem.parts)
    if size is None or angle is None or not size.answer or not angle.answer:
        return None
    lines = Lines([*size.lines, *angle.lines])
    r, t = size.answer, angle.answer
    turn = f"e^(i*({t}))" if problem.task == "exponential" else f"(cos({t}) + i*sin({t}))"
    answer = read(turn if r == "1" else f"({r})*{turn}")
    assert isinstance(answer, Expr)
    assert problem.expression is not None
    lines.step("Put both together", build.equals(problem.expression, answer), level=BRIEF)
    lines.finish(to_plain(answer))
    return lines


def _solved(part: Problem) -> Lines | None:
    return arithmetic.solve(part) if part.kind is Kind.ARITHMETIC else planned.solve(part)
