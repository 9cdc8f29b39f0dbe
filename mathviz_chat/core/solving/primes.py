"""Primes of a range: the other numbers are crossed out, each with a factor of it."""

from __future__ import annotations

from math import isqrt

from mathviz_chat.core.problems.judging import primes as judging
from mathviz_chat.core.problems.problem import Form, Problem
from mathviz_chat.core.reading.tree import Mul
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import BRIEF, FINE, Lines


def solve(problem: Problem) -> Lines | None:
    """What is not prime, by its smallest factor; what is left is."""
    found = judging.primes_of(problem)
    if found is None or not (found or problem.task == "count"):
        return None
    low, high = judging.ends(problem)
    lines = Lines()
    for n in range(max(low, 4), high + 1):
        factor = _smallest_factor(n)
        if factor < n:
            pair = build.equals(
                build.integer(n), Mul(build.integer(factor), build.integer(n // factor))
            )
            easy = factor in (2, 5)
            lines.step("It is no prime", pair, level=FINE if easy else BRIEF)
    left = ", ".join(map(str, found)) or "none"
    lines.setup("No prime up to its square root divides", left)
    if problem.form is Form.NUMBER:
        lines.finish(build.integer(judging.asked_for(problem, found)))
    else:
        lines.finish(", ".join(map(str, found)))
    return lines


def _smallest_factor(n: int) -> int:
    return next((d for d in range(2, isqrt(n) + 1) if n % d == 0), n)
