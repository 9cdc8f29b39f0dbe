"""Formulas solved for one letter: what is done to it is undone, one operation at a time."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import Outcome, identity, substitute, variables
from mathviz_chat.core.problems import multivariate, recount
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
from mathviz_chat.core.solving import both_sides, build
from mathviz_chat.core.solving.lines import BRIEF, FINE, NORMAL, Lines

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
        _on_both_sides(lines, side, _written(side, other, on_right), name)
        before = _written(side, other, on_right)
        rule, side, other, why = undone
        last = side == Symbol(name) and not on_right
        after = _written(side, other, on_right)
        lines.step(rule, after, level=BRIEF if last else NORMAL, before=before, why=why)
    answer = build.equals(side, other)
    if on_right:
        lines.step("Swap the sides", answer, level=BRIEF)
    _put_back(lines, equation, name, other)
    lines.finish(answer)
    return lines


def _on_both_sides(lines: Lines, side: Expr, sides: Chain, name: str) -> None:
    """``v - u = u + a*t - u``, before the terms cancel."""
    match side:
        case Add(left, right):
            both_sides.subtracted(lines, sides, right if name in variables(left) else left)
        case Sub(left, right) if name in variables(left):
            both_sides.added(lines, sides, right)
        case Mul(left, right):
            gone = right if name in variables(left) else left
            if variables(gone):
                both_sides.divided(lines, sides, gone)
        case Div(left, right) if name in variables(left):
            both_sides.multiplied(lines, sides, right)


def _put_back(lines: Lines, equation: Chain, name: str, value: Expr) -> None:
    """The formula with the result put in for the letter, where the kernel proves it."""
    placed = substitute(equation, {name: value})
    if isinstance(placed, Chain) and identity(*placed.items).outcome is Outcome.PROVED:
        lines.step(f"Put the result in for {name}", placed, level=FINE)


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
    gathered = _gathered(lines, equation, name)
    rule = f"Factor {name} out"
    if not gathered:
        rule = f"Collect the terms with {name} on one side and factor {name} out"
    factored = build.equals(Mul(Symbol(name), slope), constant)
    lines.step(
        rule,
        factored,
        before=equation,
    )
    value = _over(constant, slope)
    answer = build.equals(Symbol(name), value)
    rule = f"Divide both sides by {to_plain(slope)}"
    lines.step(rule, answer, level=BRIEF, before=factored, why=_not_zero(slope))
    _put_back(lines, equation, name, value)
    lines.finish(answer)
    return lines


def _gathered(lines: Lines, equation: Chain, name: str) -> bool:
    """Without denominators, multiplied out, then the terms with the letter on the left side.

    Whether they are there then, so that the letter is only to be factored out.
    """
    left, right = equation.items
    for side in equation.items:
        if isinstance(side, Div) and name in variables(side):
            below = side.right
            left, right = (one.left if one == side else Mul(one, below) for one in (left, right))
            cleared = build.equals(left, right)
            why = f"{to_plain(below)} must not be 0."
            lines.step(f"Multiply both sides by {to_plain(below)}", cleared, why=why)
    names = tuple(dict.fromkeys((*variables(left), *variables(right))))
    sides = [multivariate.of_expression(one, names) for one in (left, right)]
    if any(one is None for one in sides):
        return False
    first, second = (one for one in sides if one is not None)
    shown = [multivariate.to_tree(one, names) for one in (first, second)]
    if any(isinstance(one, Add | Sub) for side in (left, right) for one in _factors(side)):
        lines.step("Multiply out", build.equals(*shown))
    place = names.index(name)
    kept: multivariate.Polynomial = {}
    moved: multivariate.Polynomial = {}
    for part, sign in ((first, 1), (second, -1)):
        for exponents, coefficient in part.items():
            into, turned = (kept, sign) if exponents[place] else (moved, -sign)
            into[exponents] = into.get(exponents, Fraction(0)) + turned * coefficient
    trees = [
        multivariate.to_tree({k: c for k, c in one.items() if c}, names) for one in (kept, moved)
    ]
    claim = build.equals(trees[0], trees[1])
    if claim.items != tuple(shown):
        lines.step(f"Bring the terms with {name} to one side", claim)
    return True


def _factors(side: Expr) -> list[Expr]:
    """The factors of the products of a side: ``y`` and ``x - 5`` in y(x - 5)."""
    return [one for node in walk(side) if isinstance(node, Mul) for one in (node.left, node.right)]
