"""Equations and linear inequalities whose coefficients hold pi, e, roots or logarithms.

``pi*r^2 = 50``, ``sqrt(3)*x - 2 <= x``. What such an equation divided by one number leaves may have
rational coefficients; then it goes on as those do. Where the unknown stands once, what is done to
it is undone; else the terms are collected, and a quadratic equation is factored or solved by the
formula.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from mathviz_chat.core.kernel import Outcome, holds, variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Chain,
    Constant,
    Degrees,
    Div,
    Expr,
    Log,
    Mul,
    Neg,
    Number,
    Pow,
    RelOp,
    Root,
    Statement,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.solving import build, by_power, literal, monomials
from mathviz_chat.core.solving.linear import ALWAYS, FLIPPED, NEVER, OPPOSITE
from mathviz_chat.core.solving.lines import BRIEF, NORMAL, Lines


def solve(equation: Chain, name: str) -> Lines | None:
    """Lines for an equation with a coefficient that is not rational; None for any other."""
    if not any(map(_is_irrational, walk(equation))):
        return None
    lines = Lines()
    if equation.items[1] == build.ZERO and isinstance(equation.items[0], Mul):
        return _product(lines, equation, name)
    if sum(node == Symbol(name) for node in walk(equation)) == 1:
        return _peeled(lines, equation, name)
    return _collected(lines, equation, name)


def _is_irrational(node: object) -> bool:
    return isinstance(node, Constant | Degrees | Log | Root)


# ------------------------------------------------------------------ the unknown stands once


def _peeled(lines: Lines, equation: Chain, name: str) -> Lines | None:
    """What is done to the unknown, undone on both sides, for every value of the other side."""
    left, right = equation.items
    if name in variables(right):
        left, right = right, left
        lines.step("Swap the sides", build.equals(left, right), before=equation)
    others = [right]
    while left != Symbol(name):
        rational = _rational_equation(left, others, name)
        if rational is not None:
            return _go_on(lines, rational, name)
        before = _written(left, others)
        undone = _rooted(left, others) or _undone(left, others, name)
        if undone is None:
            return None
        rule, left, others, why = undone
        if not others:
            return _never(lines, right, before)
        others = [_simplest_or_opposite(other) for other in others]
        right = others[0]
        level = BRIEF if left == Symbol(name) else NORMAL
        lines.step(rule, _written(left, others), level=level, before=before, why=why)
    return _finished(lines, name, others)


def _rational_equation(left: Expr, others: list[Expr], name: str) -> Chain | None:
    """The equation, where its coefficients have become rational."""
    if len(others) != 1 or monomials.expanded(left, name) is None:
        return None
    return build.equals(left, others[0]) if monomials.expanded(others[0], name) else None


def _go_on(lines: Lines, equation: Chain, name: str) -> Lines | None:
    from mathviz_chat.core.solving.equation import solve_equation

    rest = solve_equation(equation, name)
    if rest is None or rest.answer is None:
        return None
    lines.lines += rest.lines
    lines.finish(rest.answer)
    return lines


def _written(left: Expr, others: list[Expr]) -> Statement:
    return build.any_of(tuple(build.equals(left, other) for other in others))


def _simplest_or_opposite(expr: Expr) -> Expr:
    """``-(sqrt(2) + sqrt(10))/2``: the sign stands before a fraction."""
    value = by_power.simplest(expr.arg if isinstance(expr, Neg) else expr)
    if not isinstance(expr, Neg):
        return value
    return Neg(value) if isinstance(value, Div) else by_power.simplest(Neg(value))


_Undone: TypeAlias = tuple[str, Expr, list[Expr], str | None]


def _undone(left: Expr, others: list[Expr], name: str) -> _Undone | None:
    """The operation at the top of the left side, undone."""
    found = [literal.undo(left, other, name) for other in others]
    if any(one is None for one in found):
        return None
    (rule, kept, _, _), *_ = (one for one in found if one is not None)
    return rule, kept, [one[2] for one in found if one is not None], None


def _rooted(left: Expr, others: list[Expr]) -> _Undone | None:
    """Both roots of an even power; no values where the other side is negative."""
    if not isinstance(left, Pow) or not isinstance(left.exponent, Number) or len(others) != 1:
        return None
    if left.exponent.value.denominator != 1 or left.exponent.value % 2:
        return None
    sign = by_power.sign_of(others[0])
    if sign is None:
        return None
    root = Root(others[0], left.exponent)
    both: tuple[Expr, ...] = (Neg(root), root)
    values: list[Expr] = [] if sign < 0 else list(both) if sign else [build.ZERO]
    square = left.exponent == build.TWO
    rule = "Take square roots of both sides" if square else "Take roots of both sides"
    why = f"Both signs give the same {'square' if square else 'power'}."
    return rule, left.base, values, why if sign == 1 else None


def _never(lines: Lines, right: Expr, before: Statement) -> Lines:
    claim = Chain((right, build.ZERO), (RelOp.LT,))
    why = "An even power is never negative."
    lines.step("Look at the sign of the right side", claim, level=BRIEF, before=before, why=why)
    lines.finish(NEVER)
    return lines


def _finished(lines: Lines, name: str, values: list[Expr]) -> Lines:
    ordered = sorted(values, key=lambda value: float(recount.value(value)))
    lines.finish(build.values_of(name, ordered))
    return lines


# ------------------------------------------------------------------ it stands several times


def _product(lines: Lines, equation: Chain, name: str) -> Lines | None:
    """Linear factors whose product is 0."""
    values: list[Expr] = []
    cases: list[Expr] = []
    for factor in _factors(equation.items[0]):
        terms = by_power.coefficients(factor, name)
        if terms is None or max(terms, default=0) > 1 or not terms:
            return None
        if 1 in terms:
            cases.append(factor)
            values.append(by_power.simplest(Neg(Div(terms.get(0, build.ZERO), terms[1]))))
    zeros = build.any_of(tuple(build.equals(factor, build.ZERO) for factor in cases))
    rule = "A product is 0 when a factor is 0"
    if zeros != build.values_of(name, values):
        lines.step(rule, zeros, before=equation)
        rule = "Solve for each root"
    lines.step(rule, _written(Symbol(name), values), level=BRIEF)
    return _finished(lines, name, values)


def _factors(expr: Expr) -> tuple[Expr, ...]:
    return _factors(expr.left) + _factors(expr.right) if isinstance(expr, Mul) else (expr,)


def _collected(lines: Lines, equation: Chain, name: str) -> Lines | None:
    """Linear and quadratic equations, by their coefficients."""
    left, right = (by_power.coefficients(item, name) for item in equation.items)
    if left is None or right is None:
        return None
    total = by_power.plus(left, right, -1)
    degree = max(total, default=0)
    if degree == 0:
        return _dropped_out(lines, equation, (left, right), name)
    factor = _unit(total[degree])
    divided = _divided(left, factor), _divided(right, factor)
    if divided[0] is not None and divided[1] is not None:
        whole = build.equals(*(monomials.tree(side, name) for side in divided if side is not None))
        lines.step(f"Divide both sides by {to_plain(factor)}", whole, before=equation)
        return _go_on(lines, whole, name)
    if degree == 1:
        return _linear(lines, equation, (left, right), total, name)
    return _quadratic(lines, equation, total, name) if degree == 2 else None


def _linear(
    lines: Lines,
    equation: Chain,
    sides: tuple[by_power.Coefficients, by_power.Coefficients],
    total: by_power.Coefficients,
    name: str,
) -> Lines | None:
    """``ax + b = cx + d``: the terms with the unknown on the left, the unknown factored out."""
    slope, constant = total[1], by_power.simplest(Neg(total.get(0, build.ZERO)))
    moved = [sides[0].get(1, build.ZERO), by_power.simplest(Neg(sides[1].get(1, build.ZERO)))]
    op = equation.ops[0]
    gathered: Chain = equation
    for rule, terms in (
        (
            f"Collect the terms with {name} on one side",
            by_power.added([one for one in moved if one != build.ZERO], name),
        ),
        (f"Factor {name} out", by_power.term_of(slope, Symbol(name))),
    ):
        collected = Chain((terms, constant), (op,))
        if collected != gathered:
            lines.step(rule, collected, before=gathered)
        gathered = collected
    if op is not RelOp.EQ:
        return _bounded(lines, gathered, slope, name)
    factored = gathered
    quotient = Div(constant, slope)
    value = by_power.simplest(quotient)
    rule = f"Divide both sides by {to_plain(slope)}"
    answer = build.equals(Symbol(name), value)
    if value != quotient and isinstance(slope, Add | Sub):
        lines.step(rule, build.equals(Symbol(name), quotient), before=factored)
        why = "A root below is removed by the conjugate."
        lines.step("Simplify the quotient", answer, level=BRIEF, why=why)
    else:
        lines.step(rule, answer, level=BRIEF, before=factored)
    lines.finish(answer)
    return lines


def _bounded(lines: Lines, inequality: Chain, slope: Expr, name: str) -> Lines | None:
    """``ax < b`` divided by a, whose sign decides whether the relation is turned around."""
    sign = by_power.sign_of(slope)
    if not sign or inequality.ops[0] not in FLIPPED:
        return None
    op = inequality.ops[0]
    signed = Chain((slope, build.ZERO), (RelOp.GT if sign > 0 else RelOp.LT,))
    lines.step(f"Look at the sign of what stands before {name}", signed, level=NORMAL)
    rule, why = f"Divide both sides by {to_plain(slope)}", None
    if sign < 0:
        op, rule = FLIPPED[op], f"{rule} and turn the sign around"
        why = "Dividing by a negative number reverses the order."
    answer = Chain((Symbol(name), by_power.simplest(Div(inequality.items[1], slope))), (op,))
    lines.step(rule, answer, level=BRIEF, before=inequality, why=why)
    lines.finish(answer)
    return lines


def _dropped_out(
    lines: Lines,
    condition: Chain,
    sides: tuple[by_power.Coefficients, by_power.Coefficients],
    name: str,
) -> Lines | None:
    """The terms with the unknown are the same on both sides: what is left decides."""
    left, right = (side.get(0, build.ZERO) for side in sides)
    op = condition.ops[0]
    is_true = holds(Chain((left, right), (op,)), {}).outcome
    if is_true not in (Outcome.PROVED, Outcome.REFUTED):
        return None
    always = is_true is Outcome.PROVED
    relation = op if always else OPPOSITE[op]
    rule = f"Subtract the terms with {name} and compare what is left"
    lines.step(rule, Chain((left, right), (relation,)), level=BRIEF, before=condition)
    lines.finish(ALWAYS if always else NEVER)
    return lines


def inequality(condition: Chain, name: str) -> Lines | None:
    """Lines for a linear inequality with a coefficient that is not rational; else None."""
    if len(condition.items) != 2 or not any(map(_is_irrational, walk(condition))):
        return None
    left, right = (by_power.coefficients(item, name) for item in condition.items)
    if left is None or right is None:
        return None
    total = by_power.plus(left, right, -1)
    lines = Lines()
    if not total or max(total) == 0:
        return _dropped_out(lines, condition, (left, right), name)
    return _linear(lines, condition, (left, right), total, name) if max(total) == 1 else None


def _quadratic(
    lines: Lines, equation: Chain, total: by_power.Coefficients, name: str
) -> Lines | None:
    """A product that is 0, or the quadratic formula."""
    standard = build.equals(by_power.tree(total, name), build.ZERO)
    if standard != equation:
        lines.step("Bring all terms to the left side", standard, before=equation)
    a, b, c = (total.get(k, build.ZERO) for k in (2, 1, 0))
    if c == build.ZERO:
        inside = by_power.tree({1: a, 0: b}, name)
        product = build.equals(Mul(Symbol(name), inside), build.ZERO)
        lines.step(f"Factor {name} out", product, before=standard)
        return _product(lines, product, name)
    told = Sub(Pow(b, build.TWO), Mul(Mul(Number(Fraction(4)), a), c))
    discriminant = by_power.simplest(told)
    lines.step("Work out the discriminant b^2 - 4ac", build.equals(told, discriminant))
    sign = by_power.sign_of(discriminant)
    if sign is None:
        return None
    if sign < 0:
        claim = Chain((discriminant, build.ZERO), (RelOp.LT,))
        why = "A negative number has no real square root."
        lines.step("Look at the sign of the discriminant", claim, level=BRIEF, why=why)
        lines.finish(NEVER)
        return lines
    root = by_power.simplest(Root(discriminant, build.TWO))
    double = Mul(build.TWO, a)
    both: tuple[Expr, ...] = (Add(Neg(b), root), Sub(Neg(b), root))
    above: tuple[Expr, ...] = both if sign else (Neg(b),)
    values = [by_power.simplest(Div(one, double)) for one in above]
    answer = build.values_of(name, sorted(values, key=lambda one: float(recount.value(one))))
    why = "The roots are (-b ± sqrt(b^2 - 4ac))/(2a)."
    lines.step("Use the quadratic formula", answer, level=BRIEF, before=standard, why=why)
    return _finished(lines, name, values)


def _divided(side: by_power.Coefficients, factor: Expr) -> monomials.Terms | None:
    """The terms of a side divided by a number; None where that leaves one that is not rational."""
    quotients = {
        degree: by_power.rational(by_power.simplest(Div(one, factor)))
        for degree, one in side.items()
    }
    if any(quotient is None for quotient in quotients.values()):
        return None
    return tuple((quotients[k] or Fraction(0), k) for k in sorted(quotients, reverse=True))


def _unit(expr: Expr) -> Expr:
    """``pi`` of ``4pi/3``: the expression without its rational factors."""
    match expr:
        case Neg(arg):
            return _unit(arg)
        case Mul(left, right) if by_power.rational(left) is not None:
            return _unit(right)
        case Div(left, right) if by_power.rational(right) is not None:
            return _unit(left)
    return build.ONE if by_power.rational(expr) is not None else expr
