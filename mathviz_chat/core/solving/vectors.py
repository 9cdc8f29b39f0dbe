"""Vectors: the formula, the coordinates put in, the value."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from typing import Final

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.readers.vectors import dot, magnitude
from mathviz_chat.core.reading.tree import (
    Call,
    Const,
    Constant,
    Div,
    Expr,
    Mul,
    Root,
    TupleOf,
)
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import BRIEF, NORMAL, Lines

PLACES: Final = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")
PI: Final = Constant(Const.PI)


def solve(problem: Problem) -> Lines | None:
    """One task on vectors."""
    lines = Lines()
    vectors = tuple(item.items for item in problem.items if isinstance(item, TupleOf))
    match problem.task:
        case "value" | "cross":
            assert isinstance(problem.target, TupleOf)
            return _coordinates(lines, problem, problem.target)
        case "dot":
            lines.setup("Choose the formula", "a . b = a_1*b_1 + a_2*b_2 + ...")
            value = rational(dot(*vectors))
            claim = build.equals(dot(*vectors), build.rational(value))
            lines.step("Multiply in pairs and add", claim, level=BRIEF)
            lines.finish(build.rational(value))
        case "magnitude":
            lines.setup("Choose the formula", "|a| = sqrt(a_1^2 + a_2^2 + ...)")
            lines.finish(size(lines, vectors[0], BRIEF))
        case "unit":
            return _unit(lines, vectors[0])
        case _:
            return _angle(lines, *vectors)
    return lines


def rational(expr: Expr) -> Fraction:
    """The value of an expression in rational numbers."""
    value = recount.value(expr)
    if not isinstance(value, Fraction):
        raise recount.NotEvaluated("a number that is not rational")
    return value


def _coordinates(lines: Lines, problem: Problem, target: TupleOf) -> Lines:
    if problem.task == "cross":
        lines.setup(
            "Choose the formula",
            "a x b = (a_2*b_3 - a_3*b_2, a_3*b_1 - a_1*b_3, a_1*b_2 - a_2*b_1)",
        )
    values = [build.rational(rational(item)) for item in target.items]
    for place, item, value in zip(PLACES, target.items, values, strict=False):
        lines.step(f"{place} coordinate", build.equals(item, value), level=BRIEF)
    result = TupleOf(tuple(values))
    for name, other in zip(("first", "second"), problem.items, strict=False):
        if problem.task == "cross" and isinstance(other, TupleOf):
            check = build.equals(dot(result.items, other.items), build.ZERO)
            lines.step(f"Check: it is perpendicular to the {name} vector", check)
    lines.finish(result)
    return lines


def size(lines: Lines, vector: tuple[Expr, ...], level: int) -> Expr:
    """The magnitude as a reduced surd."""
    square = magnitude(vector)
    assert isinstance(square, Root)
    total = rational(square.radicand)
    rooted = Root(build.rational(total), build.TWO)
    outside, inside = build.square_root(total)
    value = build.surd(Fraction(0), outside, inside)
    added = level if value == rooted else NORMAL
    lines.step("Square the coordinates and add", build.equals(square, rooted), level=added)
    if value != rooted:
        lines.step("Take the square root", build.equals(square, value), level=level)
    return value


def _unit(lines: Lines, vector: tuple[Expr, ...]) -> Lines | None:
    length = size(lines, vector, NORMAL)
    total = rational(magnitude_squared(vector))
    outside, inside = build.square_root(total)
    values = []
    for place, entry in zip(PLACES, vector, strict=False):
        value = rational(entry)
        # v/(p*sqrt(n)) = v*sqrt(n)/(p*n)
        reduced = value / (outside * inside) if inside != 1 else value / outside
        shown = build.surd(Fraction(0), reduced, inside) if inside != 1 else build.rational(reduced)
        lines.step(f"{place} coordinate", build.equals(Div(entry, length), shown), level=BRIEF)
        values.append(shown)
    lines.finish(TupleOf(tuple(values)))
    return lines


def magnitude_squared(vector: tuple[Expr, ...]) -> Expr:
    """The sum of the squares."""
    return dot(vector, vector)


def _angle(lines: Lines, a: tuple[Expr, ...], b: tuple[Expr, ...]) -> Lines | None:
    lines.setup("Choose the formula", "cos(theta) = (a . b)/(|a||b|)")
    product = rational(dot(a, b))
    lines.step("Dot product", build.equals(dot(a, b), build.rational(product)))
    lengths = size(lines, a, NORMAL), size(lines, b, NORMAL)
    square = rational(magnitude_squared(a)) * rational(magnitude_squared(b))
    outside, inside = build.square_root(square)
    cosine = build.surd(Fraction(0), product / (outside * inside), inside)
    if inside == 1:
        cosine = build.rational(product / outside)
    quotient = Div(build.rational(product), Mul(*lengths))
    lines.step("Cosine of the angle", build.equals(quotient, cosine))
    angle = known_angle(cosine)
    if angle is not None:
        lines.step(
            "The angle with this cosine",
            build.equals(Call("arccos", (cosine,)), angle),
            level=BRIEF,
        )
    lines.finish(angle or Call("arccos", (cosine,)))
    return lines


def known_angle(cosine: Expr) -> Expr | None:
    """The multiple of pi/12 with this cosine; None where there is none."""
    wanted = recount.value(cosine)
    for k in range(13):
        value = recount.value(Call("cos", (_turn(k),)))
        if recount.agree(value, wanted):
            return _turn(k)
    return None


def _turn(k: int) -> Expr:
    """``k*pi/12`` in lowest terms."""
    if k == 0:
        return build.ZERO
    above, below = k // gcd(k, 12), 12 // gcd(k, 12)
    top: Expr = PI if above == 1 else Mul(build.integer(above), PI)
    return top if below == 1 else Div(top, build.integer(below))
