"""Logarithmic equations: combined into one logarithm, written as a power, candidates checked."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import evaluate, variables
from mathviz_chat.core.problems import polynomial, recount
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Chain,
    Constant,
    Div,
    Expr,
    Log,
    Mul,
    Neg,
    Pow,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import transform, walk
from mathviz_chat.core.solving import algebraic, build, log_levels, monomials
from mathviz_chat.core.solving.lines import Lines
from mathviz_chat.core.solving.reasons import LOG_LAWS, LOG_MEANS, LOGS_EQUAL
from mathviz_chat.core.solving.substituted import letter_beside, solve_for

DOMAIN = "A logarithm has a value only where its argument is positive: check each candidate."

_MAX_POWER: Final = 60  # of the base, in a value that is worked out


def solve(equation: Chain, name: str) -> Lines | None:
    """Lines for a sum of logarithms of one base; None for any other equation."""
    logs = [n for item in equation.items for n in walk(item) if isinstance(n, Log)]
    bases = {log.base for log in logs}
    if len(bases) != 1:
        return None
    (base,) = bases
    if base == Symbol(name):
        return _unknown_base(equation, name)
    if variables(base):
        return None
    isolated = _isolated(equation, logs[0], name) if len(logs) == 1 else None
    if isolated is not None:
        return isolated
    sides = [_side(item, base, name) for item in equation.items]
    if sides[0] is None or sides[1] is None:
        return log_levels.solve(equation, name, base)
    found = _combined(equation, name, base, sides[0], sides[1])
    return found or log_levels.solve(equation, name, base)


def _isolated(equation: Chain, log: Log, name: str) -> Lines | None:
    """``2ln(x) - 1 = 3`` solved for the logarithm first; None where it stands alone already."""
    letter = letter_beside(name)
    placed = transform(equation, lambda node: Symbol(letter) if node == log else None)
    terms = None if name in variables(placed) else polynomial.of_equation(placed, letter)
    if terms is None or len(terms) != 2:
        return None
    alone = build.equals(log, build.rational(-terms[0] / terms[1]))
    if equation in (alone, Chain(alone.items[::-1], alone.ops)):
        return None
    lines = Lines()
    solve_for(lines, placed, letter, log)
    rest = solve(alone, name)
    if rest is None or rest.answer is None:
        return None
    lines.lines += rest.lines
    lines.finish(rest.answer)
    return lines


Side = tuple[Expr | None, Expr | None, Expr]
"""What the logarithm's argument is, above and below; and the constant beside it."""


def _side(expr: Expr, base: Expr, name: str) -> Side | None:
    """``2 log(A) - log(B) + c`` as A^2, B and c."""
    if isinstance(expr, Log):
        return expr.arg, None, build.ZERO
    if name not in variables(expr) and not any(isinstance(n, Log) for n in walk(expr)):
        return None, None, expr
    if isinstance(expr, Neg):
        inner = _side(expr.arg, base, name)
        return None if inner is None else (inner[1], inner[0], _negated(inner[2]))
    if isinstance(expr, Add | Sub):
        left, right = _side(expr.left, base, name), _side(expr.right, base, name)
        if left is None or right is None:
            return None
        if isinstance(expr, Sub):
            right = (right[1], right[0], _negated(right[2]))
        constant = _value(Add(left[2], right[2]))
        return _product(left[0], right[0]), _product(left[1], right[1]), constant
    if isinstance(expr, Mul):
        return _multiple(expr, base, name)
    return None


def _multiple(expr: Mul, base: Expr, name: str) -> Side | None:
    factor = polynomial.of_expression(expr.left, "")
    inner = _side(expr.right, base, name)
    if factor is None or len(factor) != 1 or inner is None or inner[2] != build.ZERO:
        return None
    (times,) = factor
    if times.denominator != 1 or not 1 <= abs(times) <= 6:
        return None
    above, below = (None if p is None else build.power(p, int(abs(times))) for p in inner[:2])
    return (above, below, build.ZERO) if times > 0 else (below, above, build.ZERO)


def combined(expr: Expr) -> Log | None:
    """A sum of logarithms of one base as one logarithm; None where a term is none."""
    bases = {node.base for node in walk(expr) if isinstance(node, Log)}
    if len(bases) != 1:
        return None
    (base,) = bases
    side = _side(expr, base, "")
    if side is None or side[2] != build.ZERO:
        return None
    return Log(_quotient(side[0], side[1]), base)


def _negated(expr: Expr) -> Expr:
    return _value(Neg(expr))


def _value(expr: Expr) -> Expr:
    try:
        value = recount.value(expr)
    except recount.NotEvaluated:
        return expr
    return build.rational(value) if isinstance(value, Fraction) else expr


def _product(left: Expr | None, right: Expr | None) -> Expr | None:
    if left is None or right is None:
        return left or right
    return Mul(left, right)


def _combined(equation: Chain, name: str, base: Expr, left: Side, right: Side) -> Lines | None:
    """``log(A/B) = log(C/D) + c``, then ``A/B = C/D * base^c``."""
    lines = Lines()
    constant = _value(Sub(right[2], left[2]))
    if right[0] is None and right[1] is None:
        argument = _quotient(left[0], left[1])
        shown = build.equals(Log(argument, base), constant)
    elif left[0] is None and left[1] is None:
        argument = _quotient(right[0], right[1])
        constant = _negated(constant)
        shown = build.equals(Log(argument, base), constant)
    elif constant == build.ZERO:
        argument = _quotient(left[0], left[1])
        other = _quotient(right[0], right[1])
        shown = build.equals(Log(argument, base), Log(other, base))
    else:
        return None
    if shown != equation:
        lines.step("Combine the logarithms", shown, before=equation, why=f"{LOG_LAWS} {DOMAIN}")
    second = shown.items[1]
    if isinstance(second, Log):
        plain = build.equals(argument, second.arg)
        why = LOGS_EQUAL if lines.lines else f"{LOGS_EQUAL} {DOMAIN}"
        lines.step("Compare the arguments", plain, before=shown, why=why)
    else:
        size = evaluate(second)
        if size is not None and abs(size.decimal) > _MAX_POWER:
            return None
        plain = build.equals(argument, _power(base, second))
        why = LOG_MEANS if lines.lines else f"{LOG_MEANS} {DOMAIN}"
        lines.step("Write it as a power", plain, before=shown, why=why)
    if plain.items[0] == Symbol(name) and not variables(plain.items[1]):
        value = _value(plain.items[1])
        if value != plain.items[1]:
            lines.step("Work it out", build.equals(plain.items[0], value), before=plain)
        lines.finish(build.equals(plain.items[0], value))
        return lines
    exact = _linear(plain, name)
    if exact is not None:
        return algebraic.checked(lines, equation, [exact], name)
    plain = _without_fraction(lines, plain)
    return algebraic.checked(lines, equation, algebraic.values(plain, name, lines), name)


def _without_fraction(lines: Lines, equation: Chain) -> Chain:
    """``(x + 1)/x = e`` as ``x + 1 = e*x``; others as they are."""
    left, right = equation.items
    if not isinstance(left, Div) or not any(isinstance(node, Constant) for node in walk(right)):
        return equation
    plain = build.equals(left.left, Mul(right, left.right))
    why = "What is divided by has a logarithm, so it is not 0."
    lines.step(f"Multiply both sides by {to_plain(left.right)}", plain, before=equation, why=why)
    return plain


def _quotient(above: Expr | None, below: Expr | None) -> Expr:
    if below is None:
        return build.ONE if above is None else above
    return Div(build.ONE if above is None else above, below)


def _power(base: Expr, exponent: Expr) -> Expr:
    if exponent == build.ONE:
        return base
    return _value(Pow(base, exponent)) if exponent != build.ZERO else build.ONE


def _linear(equation: Chain, name: str) -> Expr | None:
    """The value of x in ``px + q = e^c``, which is no polynomial equation over the rationals."""
    left, right = equation.items
    terms = monomials.expanded(left, name)
    if terms is None or polynomial.of_expression(right, name) is not None or variables(right):
        return None
    terms = monomials.collected(terms)
    if monomials.degree(terms) != 1:
        return None
    offset, slope = monomials.coefficient(terms, 0), monomials.coefficient(terms, 1)
    moved = build.total([(Fraction(1), right), (-offset, None)])
    return moved if slope == 1 else (build.times(1 / slope, moved) if slope > 0 else None)


def _unknown_base(equation: Chain, name: str) -> Lines | None:
    """``log_x(9) = 2``: x^2 = 9, with x positive and not 1."""
    left, right = equation.items
    log, other = (left, right) if isinstance(left, Log) else (right, left)
    if not isinstance(log, Log) or variables(log.arg) or variables(other):
        return None
    lines = Lines()
    plain = build.equals(Pow(Symbol(name), other), log.arg)
    why = f"{LOG_MEANS} A base is positive and not 1: check each candidate."
    lines.step("Write it as a power", plain, before=equation, why=why)
    return algebraic.checked(lines, equation, algebraic.values(plain, name, lines), name)
