"""Trigonometric equations: solved for the function, then for the angle by its known values."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import substitute
from mathviz_chat.core.problems import trigonometry
from mathviz_chat.core.problems.judging.solutions import claimed_values
from mathviz_chat.core.problems.judging.trigonometric import radians, within
from mathviz_chat.core.problems.problem import Form, Problem
from mathviz_chat.core.reading import read, to_plain
from mathviz_chat.core.reading.tree import Call, Chain, Degrees, Expr, Neg, Sub, Symbol
from mathviz_chat.core.reading.walking import transform, walk
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.linear import NEVER
from mathviz_chat.core.solving.lines import BRIEF, NORMAL, Lines


def solve(problem: Problem) -> Lines | None:
    """Lines for equations whose solutions are multiples of 15 degrees; None for others."""
    equation, name = problem.conditions[0], problem.unknowns[0]
    assert isinstance(equation, Chain)
    turn = trigonometry.solutions_in_a_turn(equation, name)
    if turn is None:
        return None
    lines = Lines()
    _for_the_function(lines, equation, name)
    in_degrees = any(isinstance(n, Degrees) for c in problem.conditions for n in walk(c))
    general = problem.form is Form.GENERAL
    found = turn if general else within(problem.conditions[1], turn)
    if found is None:
        return None
    for degrees in found:
        at = written(degrees, in_degrees=in_degrees)
        placed = substitute(equation, {name: at})
        rule = f"Put {name} = {to_plain(at).replace(' degrees', '°')} into the equation"
        level = BRIEF if len(found) <= 2 else NORMAL
        lines.step(rule, placed, level=level, why="It is an angle with a known value.")
    if not found:
        lines.finish(NEVER)
        return lines
    values = _families(found, in_degrees=in_degrees) if general else None
    if values is None:
        values = [to_plain(written(degrees, in_degrees=in_degrees)) for degrees in found]
    lines.finish(" or ".join(f"{name} = {value}" for value in values))
    return lines


def written(degrees: Fraction, *, in_degrees: bool) -> Expr:
    """``150°`` or ``5pi/6``."""
    if in_degrees:
        return Degrees(build.rational(degrees))
    if degrees == 0:
        return build.ZERO
    return radians(degrees) if degrees > 0 else Neg(radians(-degrees))


def _families(turn: tuple[Fraction, ...], *, in_degrees: bool) -> list[str]:
    """``pi/6 + 2n*pi``; equally spaced solutions as one family."""
    gaps = {b - a for a, b in zip(turn, (*turn[1:], turn[0] + 360), strict=True)}
    if len(gaps) == 1:
        step, bases = gaps.pop(), turn[:1]
    else:
        step, bases = Fraction(360), turn
    period = f"n*{step} degrees" if in_degrees else _period(step)
    found = []
    for base in bases:
        at = to_plain(written(base, in_degrees=in_degrees))
        found.append(period if base == 0 else f"{at} + {period}")
    return found


def _period(step: Fraction) -> str:
    half_turns = step / 180
    above = "n*pi" if half_turns.numerator == 1 else f"{half_turns.numerator}n*pi"
    return above if half_turns.denominator == 1 else f"{above}/{half_turns.denominator}"


def _for_the_function(lines: Lines, equation: Chain, name: str) -> None:
    """``2sin(x) - 1 = 0`` as ``sin(x) = 1/2``, ``u^2 = 1/4`` as two values, where it is one."""
    from mathviz_chat.core.solving.equation import solve_equation

    calls = {node for item in equation.items for node in walk(item) if isinstance(node, Call)}
    if len(calls) != 1:
        factored = symbolic.factored_trigonometric(Sub(*equation.items))
        if factored is not None:
            line = build.equals(factored, build.ZERO)
            if line != equation:
                lines.step("Bring everything to one side and factor", line, before=equation)
        return
    (call,) = calls
    letter = "u" if name != "u" else "v"
    plain = transform(equation, lambda node: Symbol(letter) if node == call else None)
    solved = solve_equation(plain, letter)
    if solved is None or solved.answer is None or solved.answer == NEVER:
        return
    values = claimed_values(read(solved.answer, variables=(letter,)), letter) or ()
    each = build.any_of(tuple(build.equals(call, value) for value in values))
    if each != equation:
        lines.step(f"Solve the equation for {to_plain(call)}", each, before=equation)
