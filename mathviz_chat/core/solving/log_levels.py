"""Equations that are polynomials in one logarithm: ``(log_2 x)^2 - 3 log_2 x + 2 = 0``."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.kernel import substitute
from mathviz_chat.core.problems import polynomial, recount
from mathviz_chat.core.problems.judging.solutions import claimed_values
from mathviz_chat.core.reading import read, to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Chain,
    Const,
    Constant,
    Div,
    Expr,
    Log,
    Pow,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import transform, walk
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.linear import NEVER
from mathviz_chat.core.solving.lines import BRIEF, Lines


def solve(equation: Chain, name: str, base: Expr) -> Lines | None:
    """The values of the logarithm first, then of the unknown; None for another equation."""
    from mathviz_chat.core.solving.equation import solve_equation

    logs = {n for item in equation.items for n in walk(item) if isinstance(n, Log)}
    if len(logs) != 1:
        return None
    (log,) = logs
    letter = "u" if name != "u" else "v"
    placed = transform(equation, lambda node: Symbol(letter) if node == log else None)
    if polynomial.of_equation(placed, letter) is None:
        return None
    levels = solve_equation(placed, letter)
    if levels is None or levels.answer is None or levels.answer == NEVER:
        return None
    values = claimed_values(read(levels.answer, variables=(letter,)), letter) or ()
    lines = Lines()
    each = " or ".join(f"{to_plain(log)} = {to_plain(value)}" for value in values)
    lines.setup(f"Solve the equation for {to_plain(log)}", each)
    found = [_unknown(log, value, base, name) for value in values]
    known = [one for one in found if one is not None]
    if len(known) < len(found):
        return None
    for one in known:
        placed = substitute(equation, {name: one})
        lines.step(f"Put {name} = {to_plain(one)} into the equation", placed, level=BRIEF)
    lines.finish(build.values_of(name, known))
    return lines


def _unknown(log: Log, value: Expr, base: Expr, name: str) -> Expr | None:
    """x where ``log_b(px + q)`` has a value; a power of e stays one."""
    line = polynomial.of_expression(log.arg, name)
    if line is None or len(line) != 2:
        return None
    power: Expr = Pow(base, value)
    if base != Constant(Const.E):
        try:
            exact = recount.value(power)
        except recount.NotEvaluated:
            return None
        if isinstance(exact, Fraction):
            return build.rational((exact - line[0]) / line[1])
    shift, factor = line
    if shift:
        power = (
            Sub(power, build.rational(shift)) if shift > 0 else Add(power, build.rational(-shift))
        )
    return power if factor == 1 else Div(power, build.rational(factor))
