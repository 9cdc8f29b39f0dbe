"""Formulas solved for one letter: what is done to it is undone, one operation at a time."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Chain,
    Div,
    Expr,
    Log,
    Mul,
    Neg,
    Number,
    Pow,
    Root,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import BRIEF, NORMAL, Lines

Undone: TypeAlias = tuple[str, Expr, Expr, str | None]
"""What was done, what is left of the side with the letter, the other side, and why."""


def solve(problem: Problem) -> Lines | None:
    """Lines for a formula in which the letter stands once, or that is linear in it."""
    equation, name = problem.conditions[0], problem.unknowns[0]
    if not isinstance(equation, Chain):
        return None
    lines = Lines()
    count = sum(node == Symbol(name) for item in equation.items for node in walk(item))
    if count == 1:
        return _peeled(lines, equation, name)
    return _collected(lines, equation, name)


def _peeled(lines: Lines, equation: Chain, name: str) -> Lines | None:
    left, right = equation.items
    on_right = name in variables(right)
    side, other = (right, left) if on_right else (left, right)
    while side != Symbol(name):
        if isinstance(side, Pow) and side.exponent == build.TWO:
            return _rooted(lines, side.base, other, name)
        undone = undo(side, other, name)
        if undone is None:
            return None
        before = _written(side, other, on_right)
        rule, side, other, why = undone
        last = side == Symbol(name) and not on_right
        after = _written(side, other, on_right)
        lines.step(rule, after, level=BRIEF if last else NORMAL, before=before, why=why)
    answer = build.equals(side, other)
    if on_right:
        lines.step("Swap the sides", answer, level=BRIEF)
    lines.finish(answer)
    return lines


def _written(side: Expr, other: Expr, on_right: bool) -> Chain:
    return build.equals(other, side) if on_right else build.equals(side, other)


def undo(side: Expr, other: Expr, name: str) -> Undone | None:
    """The operation at the top of the side with the letter, undone on both sides."""
    match side:
        case Add(left, right):
            kept, gone = (left, right) if name in variables(left) else (right, left)
            return f"Subtract {to_plain(gone)} from both sides", kept, _minus(other, gone), None
        case Sub(left, right) if name in variables(left):
            return f"Add {to_plain(right)} to both sides", left, Add(other, right), None
        case Sub(left, right):
            rule = f"Subtract {to_plain(left)} from both sides and change the signs"
            return rule, right, _minus(left, other), None
        case Neg(arg):
            return "Multiply both sides by -1", arg, _negated(other), None
        case Mul(left, right):
            kept, gone = (left, right) if name in variables(left) else (right, left)
            return _divided(kept, gone, other)
        case Div(left, right) if name in variables(left):
            return f"Multiply both sides by {to_plain(right)}", left, _times(other, right), None
        case Div(left, right):
            rule = f"Multiply both sides by {to_plain(right)} and divide by {to_plain(other)}"
            return rule, right, _over(left, other), _not_zero(other)
        case Root(radicand, index):
            power = "Square" if index == build.TWO else f"Raise to the power {to_plain(index)}"
            return f"{power} both sides", radicand, Pow(other, index), None
        case Pow(base, Number() as exponent) if exponent.value in (3, 5, 7):
            return "Take roots of both sides", base, Root(other, exponent), None
        case Pow(base, exponent) if not variables(base):
            return "Take logarithms of both sides", exponent, _logarithm(other, base), None
        case Log(arg, base) if not variables(base):
            return "Write it as a power", arg, Pow(base, other), None
    return None


def _logarithm(value: Expr, base: Expr) -> Expr:
    return Log(value, base)


def _divided(kept: Expr, gone: Expr, other: Expr) -> Undone:
    try:
        size = recount.value(gone)
    except recount.NotEvaluated:
        size = None
    if isinstance(size, Fraction) and size.denominator > 1:
        inverse = build.rational(1 / size)
        product = _times(other, build.integer(size.denominator))
        rule = f"Multiply both sides by {to_plain(inverse)}"
        return rule, kept, _over(product, build.integer(size.numerator)), None
    rule = f"Divide both sides by {to_plain(gone)}"
    return rule, kept, _over(other, gone), _not_zero(gone)


def _not_zero(expr: Expr) -> str | None:
    return f"{to_plain(expr)} must not be 0." if variables(expr) else None


def _minus(left: Expr, right: Expr) -> Expr:
    return Add(left, right.arg) if isinstance(right, Neg) else Sub(left, right)


def _negated(expr: Expr) -> Expr:
    if isinstance(expr, Sub):
        return Sub(expr.right, expr.left)
    return expr.arg if isinstance(expr, Neg) else Neg(expr)


def _times(left: Expr, right: Expr) -> Expr:
    if right == build.ONE:
        return left
    if isinstance(left, Div) and not variables(left.right):
        return Div(_times(left.left, right), left.right)
    return Mul(right, left)


def _over(left: Expr, right: Expr) -> Expr:
    if right == build.ONE:
        return left
    if isinstance(right, Neg):
        return _over(_negated(left), right.arg)
    return Div(left.left, Mul(left.right, right)) if isinstance(left, Div) else Div(left, right)


def _rooted(lines: Lines, base: Expr, other: Expr, name: str) -> Lines | None:
    if base != Symbol(name):
        return None
    root = Root(other, build.TWO)
    answer = build.values_of(name, (Neg(root), root))
    why = "Both signs give the same square."
    lines.step("Take square roots of both sides", answer, level=BRIEF, why=why)
    lines.finish(answer)
    return lines


def _collected(lines: Lines, equation: Chain, name: str) -> Lines | None:
    """``ax + b = cx + d``: the terms with the letter on one side, the letter factored out."""
    parts = symbolic.linear_parts(equation, name)
    if parts is None:
        return None
    slope, constant = parts
    factored = build.equals(Mul(Symbol(name), slope), constant)
    lines.step(
        f"Collect the terms with {name} on one side and factor {name} out",
        factored,
        before=equation,
    )
    answer = build.equals(Symbol(name), _over(constant, slope))
    rule = f"Divide both sides by {to_plain(slope)}"
    lines.step(rule, answer, level=BRIEF, before=factored, why=_not_zero(slope))
    lines.finish(answer)
    return lines
