"""Two equations in two unknowns by substitution: linear ones, and a line with a curve."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final, TypeAlias

from mathviz_chat.core.kernel import Outcome, holds, substitute, variables
from mathviz_chat.core.problems import polynomial, recount
from mathviz_chat.core.problems.judging.solutions import claimed_values
from mathviz_chat.core.problems.problem import Form, Problem
from mathviz_chat.core.reading import read, to_plain
from mathviz_chat.core.reading.tree import And, Chain, Expr, Neg, Symbol
from mathviz_chat.core.solving import build, surds
from mathviz_chat.core.solving.linear import NEVER
from mathviz_chat.core.solving.lines import BRIEF, Lines

ORDINALS: Final = ("first", "second")
Pair: TypeAlias = dict[str, Expr]


@dataclass(frozen=True, slots=True)
class Isolated:
    """An unknown in terms of the other one: what it equals, and in which equation."""

    name: str
    value: Expr
    index: int


def solve(problem: Problem) -> Lines | None:
    """Lines for two equations of which one is linear in an unknown; None for others."""
    names = variables(And(problem.conditions))
    if len(names) != 2 or len(problem.conditions) != 2:
        return None
    equations = [c for c in problem.conditions if isinstance(c, Chain) and len(c.items) == 2]
    isolated = _isolated(equations, names)
    if isolated is None:
        return None
    lines = Lines()
    own, other = equations[isolated.index], equations[1 - isolated.index]
    solved = build.equals(Symbol(isolated.name), isolated.value)
    if solved != own:
        rule = f"Solve the {ORDINALS[isolated.index]} equation for {isolated.name}"
        lines.step(rule, solved, before=own)
    single = substitute(other, {isolated.name: isolated.value})
    rule = f"Put {to_plain(solved)} into the {ORDINALS[1 - isolated.index]} equation"
    lines.step(rule, single, before=other)
    (kept,) = (name for name in names if name != isolated.name)
    found = _values(lines, single, kept)
    if found is None:
        return None
    pairs = _pairs(lines, found, kept, isolated)
    return None if pairs is None else _finished(lines, problem, pairs)


def _isolated(equations: list[Chain], names: tuple[str, ...]) -> Isolated | None:
    """The unknown that is easiest to isolate: one that stands alone already, else the first."""
    found: list[tuple[int, Isolated]] = []
    for index, equation in enumerate(equations):
        for name in reversed(names):
            (other,) = (n for n in names if n != name)
            alone = _alone(equation, name, other)
            value = alone or _linear(equation, name, other)
            if value is not None:
                ready = Symbol(name) in equation.items
                unit = alone is not None or _is_whole(value)
                found.append((0 if ready else 1 if unit else 2, Isolated(name, value, index)))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _alone(equation: Chain, name: str, other: str) -> Expr | None:
    """``y = x^2 - 3`` as it stands: an unknown alone on one side."""
    for side, value in (equation.items, equation.items[::-1]):
        if side == Symbol(name) and variables(value) in ((other,), ()):
            return value if polynomial.of_expression(value, other) is not None else None
    return None


def _linear(equation: Chain, name: str, other: str) -> Expr | None:
    """The value of an unknown that the equation holds in the first power, with a number."""
    at = []
    for value in (0, 1, 2):
        placed = substitute(equation, {name: build.integer(value)})
        terms = polynomial.of_equation(placed, other)
        if terms is None:
            return None
        at.append(terms)
    step = polynomial.add(at[1], polynomial.scale(at[0], Fraction(-1)))
    again = polynomial.add(at[2], polynomial.scale(at[1], Fraction(-1)))
    if step != again or len(step) != 1:
        return None
    return polynomial.to_tree(polynomial.scale(at[0], -1 / step[0]), other)


def _is_whole(value: Expr) -> bool:
    terms = polynomial.of_expression(value, "".join(variables(value)))
    return terms is not None and all(c.denominator == 1 for c in terms)


def _values(lines: Lines, equation: Chain, name: str) -> list[Expr] | None:
    from mathviz_chat.core.solving.equation import solve_equation

    solved = solve_equation(equation, name)
    if solved is None or solved.answer is None:
        return None
    lines.lines += solved.lines
    if solved.answer == NEVER:
        return []
    values = claimed_values(read(solved.answer, variables=(name,)), name)
    return None if values is None else list(values)


def _pairs(lines: Lines, found: list[Expr], kept: str, isolated: Isolated) -> list[Pair] | None:
    pairs: list[Pair] = []
    for value in found:
        put_in = substitute(isolated.value, {kept: value})
        surd = surds.value(put_in)
        if surd is None or len(surd) > 2:
            return None
        other = _written(surd)
        if other != put_in:
            rule = f"Put {kept} = {to_plain(value)} into the expression for {isolated.name}"
            lines.step(rule, build.equals(put_in, other), level=BRIEF)
        pairs.append({kept: value, isolated.name: other})
    return pairs


def _written(surd: surds.Surd) -> Expr:
    inside = next((n for n in surd if n != 1), 1)
    outside = surd[inside] if inside != 1 else Fraction(0)
    return build.surd(surd.get(1, Fraction(0)), outside, inside)


def _finished(lines: Lines, problem: Problem, pairs: list[Pair]) -> Lines | None:
    for pair in pairs:
        if any(holds(c, pair).outcome is not Outcome.PROVED for c in problem.conditions):
            return None
    if not pairs:
        lines.finish(NEVER)
        return lines
    pairs.sort(key=lambda pair: [_size(pair[n]) for n in sorted(pair)])
    wanted = sorted(pairs[0]) if problem.form is not Form.SOLUTIONS else problem.unknowns[:1]
    if len(wanted) == 1:
        lines.finish(build.values_of(wanted[0], dict.fromkeys(p[wanted[0]] for p in pairs)))
        return lines
    shown = (", ".join(f"{n} = {to_plain(pair[n])}" for n in problem.unknowns) for pair in pairs)
    lines.finish(" or ".join(shown))
    return lines


def _size(value: Expr) -> float:
    size = recount.value(value.arg) if isinstance(value, Neg) else recount.value(value)
    return -float(size) if isinstance(value, Neg) else float(size)
