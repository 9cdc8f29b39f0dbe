"""De Moivre's theorem: powers of complex numbers, and their n-th roots."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.arc_angles import turned_by
from mathviz_chat.core.problems.gaussian import UNIT
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.readers.de_moivre import Polar, polar_of
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Call, Div, Expr, Mul, Neg, Pow, Root, Sub
from mathviz_chat.core.solving import build, exact_values, planned, surds
from mathviz_chat.core.solving.arithmetic import solve as work_out
from mathviz_chat.core.solving.lines import BRIEF, Lines

_POWER: Final = "De Moivre's theorem: (r(cos t + i sin t))^n = r^n(cos(n t) + i sin(n t))."
_ROOT: Final = (
    "The n-th roots have the modulus r^(1/n) and the arguments (t + 2k*pi)/n, k = 0, ..., n - 1."
)


def solve(problem: Problem) -> Lines | None:
    """The number in polar form, then its power or its roots."""
    assert problem.expression is not None
    raised = problem.expression if problem.task == "power" else None
    whole = raised.base if isinstance(raised, Pow) else problem.expression
    found = polar_of(whole)
    if found is None:
        return None
    lines = _in_polar_form(problem, whole, found)
    written = _power if problem.task == "power" else _roots
    return written(lines, problem, found)


def _in_polar_form(problem: Problem, whole: Expr, found: Polar) -> Lines:
    """Modulus, argument and both together, where the number is written a + bi."""
    lines = Lines()
    if not found.parts:
        return lines
    for part in found.parts:
        solved = work_out(part) if part.plan is None else planned.solve(part)
        lines.lines += solved.lines if solved is not None else []
    claim = build.equals(whole, _polar(found))
    lines.step("Write it in polar form", claim, level=BRIEF, before=whole)
    return lines


def _power(lines: Lines, problem: Problem, found: Polar) -> Lines | None:
    n = problem.order
    assert problem.expression is not None
    raised = found.power(n)
    size, turn = Pow(_size(found), build.integer(n)), Mul(build.integer(n), _angle(found))
    whole = _turning(size, turn)
    claim = build.equals(problem.expression, whole)
    lines.step("Raise the modulus, multiply the argument", claim, level=BRIEF, why=_POWER)
    reduced = Polar(raised.square, raised.degrees % 360)
    shorter = _polar(reduced)
    if shorter != whole:
        lines.step("Leave out full turns", build.equals(whole, shorter), why=_TURNS)
    value = _rectangular(reduced)
    if value is None:
        return None
    lines.step("Put in the cosine and the sine", build.equals(shorter, value), level=BRIEF)
    lines.finish(value)
    return lines


_TURNS: Final = "Cosine and sine have the period 2pi."


def _roots(lines: Lines, problem: Problem, found: Polar) -> Lines | None:
    n = problem.order
    (name,) = problem.unknowns
    assert problem.expression is not None
    first = found.root(n)
    if first is None:
        return None
    size = Root(_size(found), build.integer(n))
    if size != _size(first):
        claim = build.equals(size, _size(first))
        lines.step(f"Take the {_ORDINALS[n]} root of the modulus", claim)
    told = f"n = {n}, t = {to_plain(_angle(Polar(found.square, found.degrees % 360)))}"
    lines.setup("Divide the argument, with full turns added", told, why=_ROOT)
    each: list[Expr] = []
    for k in range(n):
        root = Polar(first.square, first.degrees + Fraction(360 * k, n))
        polar, value = _polar(root), _rectangular(root)
        back = build.equals(Pow(polar, build.integer(n)), problem.expression)
        claim = back if value is None else build.equals(polar, value)
        lines.step(f"k = {k}", claim, level=BRIEF)
        each.append(polar if value is None else value)
    lines.finish(build.values_of(name, each))
    return lines


_ORDINALS: Final = {
    2: "square", 3: "cube", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth",
}  # fmt: skip


def _size(found: Polar) -> Expr:
    outside, inside = build.square_root(found.square)
    return build.surd(Fraction(0), outside, inside)


def _angle(found: Polar) -> Expr:
    half_turns = found.degrees / 180
    size = turned_by(abs(half_turns), in_degrees=False)
    return Neg(size) if half_turns < 0 else size


def _polar(found: Polar) -> Expr:
    return _turning(_size(found), _angle(found))


def _turning(size: Expr, angle: Expr) -> Expr:
    """``r(cos t + i sin t)``, without a modulus of 1."""
    turn = Add(Call("cos", (angle,)), Mul(UNIT, Call("sin", (angle,))))
    return turn if size == build.ONE else Mul(size, turn)


def _rectangular(found: Polar) -> Expr | None:
    """``a + bi`` with surds; None where the cosine or the sine is not known."""
    cosine, sine = (exact_values.sine(found.degrees + more) for more in (90, 0))
    if cosine is None or sine is None:
        return None
    real, imaginary = (surds.value(Mul(_size(found), part)) for part in (cosine, sine))
    if real is None or imaginary is None:
        return None
    if not imaginary:
        return surds.tree(real)
    negative = next(iter(imaginary.values())) < 0
    size = surds.tree(surds.scaled(imaginary, Fraction(-1 if negative else 1)))
    multiple = times_unit(size)
    if not real:
        return Neg(multiple) if negative else multiple
    return (Sub if negative else Add)(surds.tree(real), multiple)


def times_unit(size: Expr) -> Expr:
    """``3i/2`` of 3/2, ``sqrt(2)*i/2``."""
    if isinstance(size, Div):
        above = UNIT if size.left == build.ONE else Mul(size.left, UNIT)
        return Div(above, size.right)
    return UNIT if size == build.ONE else Mul(size, UNIT)
