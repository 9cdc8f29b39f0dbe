"""Some of the solutions of an equation: solved as a whole, then chosen, counted or rounded."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.kernel import Outcome, holds, substitute
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.arc_angles import in_degrees
from mathviz_chat.core.problems.judging import certified
from mathviz_chat.core.problems.judging.selection import (
    chosen,
    kept_of,
    picked,
    places_of,
    rounded_value,
    sign_of,
    wanted_sign,
)
from mathviz_chat.core.problems.judging.solutions import claimed_values
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import read, to_plain
from mathviz_chat.core.reading.tree import And, Chain, Degrees, Expr, Neg, Number, Or, RelOp, Symbol
from mathviz_chat.core.solving import build, equation, literal, trigonometric
from mathviz_chat.core.solving.linear import NEVER
from mathviz_chat.core.solving.lines import BRIEF, NORMAL, Lines

MAX_SHOWN = 12
"""So many whole numbers are put in one by one."""


def solve(problem: Problem) -> Lines | None:
    """The lines of the equation, then those that choose; None where a solution is not exact."""
    base = problem.parts[0]
    if base.kind is Kind.LITERAL:
        return _formula(problem)
    if base.form is Form.INTERVALS:
        return _whole_numbers(problem)
    base = certified.with_domain(base) if base.kind is Kind.TRIGONOMETRIC else base
    angles = base.kind is Kind.TRIGONOMETRIC
    lines = trigonometric.solve(base, exact=True) if angles else equation.solve(base)
    if lines is None or lines.answer is None:
        return None
    values = _values(lines.answer, problem.unknowns[0])
    if values is None:
        return None
    kept = kept_of(problem, values)
    left = None if kept is None else picked(problem, kept)
    if kept is None or left is None:
        return None
    _left_out(lines, problem, values, kept)
    if problem.task == "count":
        lines.finish(str(len(left)))
        return lines
    _compared(lines, problem, kept, left)
    _finish(lines, problem, left)
    return lines


def _values(answer: str, name: str) -> tuple[Expr, ...] | None:
    """The values of ``x = 1 or x = 2``; none of an equation without solutions."""
    if answer == NEVER:
        return ()
    node = read(answer, variables=(name,))
    return claimed_values(node, name)


def _left_out(
    lines: Lines, problem: Problem, values: tuple[Expr, ...], kept: tuple[Expr, ...]
) -> None:
    """Why each value that is left out is: a condition that it does not fulfil."""
    name = problem.unknowns[0]
    for value in values:
        if value in kept:
            continue
        failed = next(
            (c for c in problem.conditions if certified.fulfils(c, name, value) is False), None
        )
        opposite = _opposite(failed, name, value)
        if opposite is not None:
            lines.step(f"Leave out {name} = {_shown(value)}", opposite, level=NORMAL)


_OPPOSITE = {
    RelOp.LT: RelOp.GE,
    RelOp.LE: RelOp.GT,
    RelOp.GT: RelOp.LE,
    RelOp.GE: RelOp.LT,
    RelOp.NE: RelOp.EQ,
}


def _opposite(condition: object, name: str, value: Expr) -> Chain | None:
    """The part of a condition that fails, turned round: ``-3 <= 0``."""
    if not isinstance(condition, Chain):
        return None
    items = condition.items
    for left, right, op in zip(items, items[1:], condition.ops, strict=False):
        turned = Chain(
            (substitute(left, {name: value}), substitute(right, {name: value})), (_OPPOSITE[op],)
        )
        trivial = turned.items[0] == turned.items[1]
        if not trivial and holds(turned, {}).outcome is Outcome.PROVED:
            return turned
    return None


def _compared(
    lines: Lines, problem: Problem, kept: tuple[Expr, ...], left: tuple[Expr, ...]
) -> None:
    if problem.task not in ("largest", "smallest"):
        return
    op = RelOp.GT if problem.task == "largest" else RelOp.LT
    for other in kept:
        if other not in left:
            lines.step("Compare the solutions", Chain((left[0], other), (op,)), level=NORMAL)


def _finish(lines: Lines, problem: Problem, left: tuple[Expr, ...]) -> None:
    name = problem.unknowns[0]
    if not left:
        lines.finish(NEVER)
        return
    if problem.places is not None or problem.figures is not None:
        left = tuple(_rounded(lines, problem, value) for value in left)
    lines.finish(" or ".join(f"{name} = {to_plain(value)}" for value in left))


def _rounded(lines: Lines, problem: Problem, value: Expr) -> Expr:
    """The rounded value, with a line where that is another one."""
    base = problem.parts[0]
    degrees = base.kind is Kind.TRIGONOMETRIC and certified.in_degrees(base)
    bare = in_degrees(value) if degrees else value
    places = places_of(problem, bare)
    near = rounded_value(problem, bare)
    size = Number(abs(near), places if places > 0 else None)
    result: Expr = size if near >= 0 else Neg(size)
    shown = result
    if degrees:
        shown = Degrees(size) if near >= 0 else Neg(Degrees(size))
    if not recount.agree(recount.value(bare), near):
        known = isinstance(value, Degrees)
        claim = Chain((bare, result) if known else (value, shown), (RelOp.APPROX,))
        lines.step(_rule(problem), claim, level=BRIEF, before=bare, after=result)
    return shown


def _rule(problem: Problem) -> str:
    if problem.figures is not None:
        return f"Round to {problem.figures} significant figure{'s' * (problem.figures > 1)}"
    if problem.places == 0:
        return "Round to a whole number"
    return f"Round to {problem.places} decimal place{'s' * (problem.places != 1)}"


def _shown(value: Expr) -> str:
    return to_plain(value).replace(" degrees", "°")


# ------------------------------------------------------------------ whole numbers


def _whole_numbers(problem: Problem) -> Lines | None:
    """The inequality solved, then its whole numbers."""
    base, name = problem.parts[0], problem.unknowns[0]
    condition = base.conditions[0]
    lines = equation.solve(base)
    found = chosen(problem)
    if lines is None or found is None or not isinstance(condition, Chain | And | Or):
        return None
    for value in found if len(found) <= MAX_SHOWN else ():
        placed = substitute(condition, {name: value})
        lines.step(f"Put in {name} = {to_plain(value)}", placed, level=NORMAL)
    beyond = _beyond(problem, found)
    if beyond is not None:
        lines.step("Put in the whole number beyond it", beyond, level=NORMAL)
    if problem.task == "count":
        lines.finish(str(len(found)))
    elif not found:
        lines.finish(NEVER)
    else:
        lines.finish(", ".join(map(to_plain, found)))
    return lines


def _beyond(problem: Problem, found: tuple[Expr, ...]) -> Chain | None:
    """Beside the one that is asked for."""
    condition = problem.parts[0].conditions[0]
    if problem.task not in ("largest", "smallest") or len(found) != 1:
        return None
    step = 1 if problem.task == "largest" else -1
    beside = number(Fraction(recount.value(found[0])) + step)
    return _opposite(condition, problem.unknowns[0], beside)


# ------------------------------------------------------------------ formulas


def _formula(problem: Problem) -> Lines | None:
    """A formula with two values, of which the one with the sign that is told is kept."""
    name = problem.unknowns[0]
    lines = literal.solve(problem.parts[0])
    if lines is None or lines.answer is None:
        return None
    values = _values(lines.answer, name)
    own = [c for c in problem.conditions if isinstance(c, Chain) and c.items[0] == Symbol(name)]
    if values is None or len(own) > 1:
        return None
    if not own:
        return lines
    kept = [value for value in values if sign_of(value) == wanted_sign(own[0])]
    if len(kept) != 1 or not wanted_sign(own[0]):
        return None
    lines.finish(build.equals(Symbol(name), kept[0]))
    return lines
