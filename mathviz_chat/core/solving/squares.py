"""Two equations that are linear in the squares of two unknowns: ``x^2 + y^2 = 13``."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.problem import Form, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import And, Chain, Expr, Pow, RelOp, Statement, Sub, Symbol
from mathviz_chat.core.reading.walking import transform
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.linear import NEVER
from mathviz_chat.core.solving.lines import BRIEF, Lines

Row = tuple[Fraction, Fraction, Fraction]
"""a, b and c of ``a x^2 + b y^2 = c``."""
_SAMPLES: Final = ((Fraction(2), Fraction(-3)), (Fraction(-5), Fraction(7, 2)))


def solve(problem: Problem) -> Lines | None:
    """One square by elimination, the other by putting it in; both signs of each root."""
    names = variables(And(problem.conditions))
    equations = [c for c in problem.conditions if isinstance(c, Chain) and len(c.items) == 2]
    if len(names) != 2 or len(equations) != 2 or problem.form is not Form.ASSIGNMENT:
        return None
    rows = [_row(equation, names) for equation in equations]
    first, second = rows
    if first is None or second is None:
        return None
    determinant = first[0] * second[1] - second[0] * first[1]
    if determinant == 0:
        return None
    size = abs(determinant)
    squares = (
        (first[2] * second[1] - second[2] * first[1]) / determinant,
        (first[0] * second[2] - second[0] * first[2]) / determinant,
    )
    lines = Lines()
    rule = f"Combine the equations so that {names[1]}^2 drops out"
    left = build.times(size, Pow(Symbol(names[0]), build.TWO))
    lines.step(rule, build.equals(left, build.rational(squares[0] * size)))
    index = 0 if first[1] else 1
    roots = [_roots(lines, names[0], squares[0])]
    if roots[0]:
        put_in = _put_in(equations[index], names[0], squares[0])
        rule = f"Put {names[0]}^2 = {to_plain(build.rational(squares[0]))} into an equation"
        lines.step(rule, put_in, before=equations[index])
        roots.append(_roots(lines, names[1], squares[1]))
    if not all(roots):
        lines.finish(NEVER)
        return lines
    pairs = (dict(zip(names, pair, strict=True)) for pair in product(*roots))
    shown = (", ".join(f"{n} = {to_plain(pair[n])}" for n in problem.unknowns) for pair in pairs)
    lines.finish(" or ".join(shown))
    return lines


def _roots(lines: Lines, name: str, square: Fraction) -> list[Expr]:
    """The values of an unknown from its square."""
    base = Pow(Symbol(name), build.TWO)
    lines.step(f"Solve for {name}^2", build.equals(base, build.rational(square)), level=BRIEF)
    if square < 0:
        claim = Chain((build.rational(square), build.ZERO), (RelOp.LT,))
        lines.step("Look at its sign", claim, level=BRIEF, why="A square is never negative.")
        return []
    outside, inside = build.square_root(square)
    signs = (-1, 1) if square else (1,)
    values = [build.surd(Fraction(0), sign * outside, inside) for sign in signs]
    both = build.values_of(name, values)
    lines.step("Take square roots of both sides", both, level=BRIEF)
    return values


def _put_in(equation: Chain, name: str, square: Fraction) -> Statement:
    """The equation with the square of an unknown put in, wherever it stands as a square."""
    own = Pow(Symbol(name), build.TWO)
    return transform(equation, lambda node: build.rational(square) if node == own else None)


def _row(equation: Chain, names: tuple[str, ...]) -> Row | None:
    """The coefficients; None where the equation has other terms."""
    difference = Sub(*equation.items)

    def at(x: Fraction, y: Fraction) -> Fraction:
        value = recount.value(difference, dict(zip(names, (x, y), strict=True)))
        if not isinstance(value, Fraction):
            raise recount.NotEvaluated("no fraction")
        return value

    zero, one = Fraction(0), Fraction(1)
    try:
        constant = at(zero, zero)
        a, b = at(one, zero) - constant, at(zero, one) - constant
        for x, y in (*_SAMPLES, (-one, zero), (zero, -one)):
            if at(x, y) != a * x * x + b * y * y + constant:
                return None
    except recount.NotEvaluated:
        return None
    return a, b, -constant
