"""Calculations with complex numbers, and quadratic equations whose roots are complex."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import substitute
from mathviz_chat.core.problems import gaussian, polynomial
from mathviz_chat.core.problems.gaussian import UNIT, Gaussian
from mathviz_chat.core.problems.polynomial import Coefficients
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Chain, Div, Expr, Mul, Neg, Pow, Root, Sub
from mathviz_chat.core.solving import build, de_moivre
from mathviz_chat.core.solving.lines import BRIEF, Lines

_SQUARE: Final = Pow(UNIT, build.TWO)
_MINUS_ONE: Final = Neg(build.ONE)
_WHY: Final = "i^2 = -1"


def solve(problem: Problem) -> Lines | None:
    """The value of an expression, or both roots of an equation."""
    if problem.task == "square roots":
        return _square_roots(problem)
    if problem.task:
        return de_moivre.solve(problem)
    lines = Lines()
    if problem.conditions:
        (equation,) = problem.conditions
        return _roots(lines, equation, problem.unknowns[0]) if isinstance(equation, Chain) else None
    assert problem.expression is not None
    found = _reduced(lines, problem.expression)
    if found is None:
        return None
    lines.finish(written(found))
    return lines


def _square_roots(problem: Problem) -> Lines | None:
    """x + yi, by its real part and its modulus: ``x^2 - y^2 = a`` and ``x^2 + y^2 = |w|``."""
    assert problem.expression is not None
    value = gaussian.value(problem.expression)
    if value is None:
        return None
    a, b = value
    lines = Lines()
    (name,) = problem.unknowns
    size = build.square_root(a * a + b * b)[0]
    below = Root(Add(Pow(_signed(a), build.TWO), Pow(_signed(b), build.TWO)), build.TWO)
    lines.setup(f"Write {name} = x + yi and compare the parts", f"x^2 - y^2 = {a}, 2*x*y = {b}")
    lines.step("Find the modulus", build.equals(below, build.rational(size)))
    lines.setup("The modulus is squared, too", f"x^2 + y^2 = {size}")
    parts: list[Expr] = []
    for rule, sign in (("Add both and halve, then take the root: x", Add), ("Subtract: y", Sub)):
        square = (size + a) / 2 if sign is Add else (size - a) / 2
        half = Div(sign(build.rational(size), _signed(a)), build.TWO)
        part = build.surd(Fraction(0), *build.square_root(square))
        lines.step(rule, build.equals(Root(half, build.TWO), part))
        parts.append(part)
    times = UNIT if parts[1] == build.ONE else de_moivre.times_unit(parts[1])
    first = (Sub if b < 0 else Add)(parts[0], times)
    second = (Add if b < 0 else Sub)(Neg(parts[0]), times)
    why = "x and y have the same sign, as 2xy is positive."
    if b < 0:
        why = "x and y have different signs, as 2xy is negative."
    back = build.equals(Pow(first, build.TWO), problem.expression)
    lines.step("Square it to check", back, level=BRIEF, why=why)
    lines.finish(build.values_of(name, [first, second]))
    return lines


def _signed(value: Fraction) -> Expr:
    return build.rational(value)


def written(value: Gaussian) -> Expr:
    """``3 - 2i``, ``5``, ``-i``, ``1/5 + 3i/5``."""
    real, imaginary = value
    if not imaginary:
        return build.rational(real)
    return _sum(real, _multiple(abs(imaginary), UNIT), imaginary < 0)


def _sum(real: Fraction, imaginary: Expr, negative: bool) -> Expr:
    if not real:
        return Neg(imaginary) if negative else imaginary
    return (Sub if negative else Add)(build.rational(real), imaginary)


def _multiple(size: Fraction, unit: Expr) -> Expr:
    """A positive multiple, ``3i/5``."""
    above = unit if size.numerator == 1 else Mul(build.integer(size.numerator), unit)
    return above if size.denominator == 1 else Div(above, build.integer(size.denominator))


def _reduced(lines: Lines, node: Expr) -> Gaussian | None:
    """The value of a formula, with a line for each operation between complex numbers."""
    value = gaussian.value(node)
    if value is None or node == written(value):
        return value
    if isinstance(node, Neg):
        inner = _reduced(lines, node.arg)
        if inner is None:
            return None
        _step(lines, "Change both signs", Neg(written(inner)), value)
        return value
    if isinstance(node, Pow):
        base = _reduced(lines, node.base)
        return None if base is None else _power(lines, base, gaussian.exponent(node) or 0)
    if isinstance(node, Add | Sub | Mul | Div):
        left, right = _reduced(lines, node.left), _reduced(lines, node.right)
        return None if left is None or right is None else _joined(lines, node, left, right)
    _step(lines, "Take the root", node, value)
    return value


def _step(lines: Lines, rule: str, before: Expr, after: Gaussian, why: str | None = None) -> None:
    result = written(after)
    if before != result:
        lines.step(rule, build.equals(before, result), level=BRIEF, why=why)


def _joined(
    lines: Lines, node: Add | Sub | Mul | Div, left: Gaussian, right: Gaussian
) -> Gaussian | None:
    first, second = written(left), written(right)
    value = gaussian.value(type(node)(first, second))
    if value is None:
        return None
    if isinstance(node, Add | Sub):
        word = "Add" if isinstance(node, Add) else "Subtract"
        rule = f"{word} the real parts and the imaginary parts"
        _step(lines, rule, type(node)(first, second), value)
    elif isinstance(node, Mul):
        _product(lines, left, right)
    else:
        _quotient(lines, left, right)
    return value


def _product(lines: Lines, left: Gaussian, right: Gaussian) -> Gaussian:
    """Multiplied out; then -1 stands for i^2."""
    (a, b), (c, d) = left, right
    value = gaussian.times(left, right)
    whole = Mul(written(left), written(right))
    if not (b and d):
        _step(lines, "Multiply", whole, value)
        return value
    middle, last = a * d + b * c, b * d
    first = _sum(a * c, _multiple(abs(middle), UNIT), middle < 0) if middle else None
    head = first if first is not None else (build.rational(a * c) if a * c else None)
    expanded = _with_square(head, last, _SQUARE)
    if whole != expanded:
        lines.step("Multiply out", build.equals(whole, expanded), level=BRIEF)
    _step(lines, "Put -1 for i^2", _with_square(head, last, _MINUS_ONE), value, _WHY)
    return value


def _with_square(head: Expr | None, factor: Fraction, square: Expr) -> Expr:
    size = abs(factor)
    term = square if size == 1 else Mul(build.rational(size), square)
    if head is None:
        return Neg(term) if factor < 0 else term
    return (Sub if factor < 0 else Add)(head, term)


def _quotient(lines: Lines, left: Gaussian, right: Gaussian) -> None:
    value = gaussian.value(Div(written(left), written(right)))
    assert value is not None
    whole = Div(written(left), written(right))
    c, d = right
    if not d:
        _step(lines, "Divide both parts", whole, value)
        return
    conjugate = (c, -d)
    above, below = written(left), written(right)
    longer = Div(Mul(above, written(conjugate)), Mul(below, written(conjugate)))
    rule = "Multiply above and below by the conjugate of the denominator"
    lines.step(rule, build.equals(whole, longer), level=BRIEF)
    top = _product(lines, left, conjugate)
    bottom = _product(lines, right, conjugate)
    _step(lines, "Divide both parts", Div(written(top), written(bottom)), value)


def _power(lines: Lines, base: Gaussian, exponent: int) -> Gaussian:
    """Of i by its fourth power; of others by squaring, as often as the exponent has digits."""
    if written(base) == UNIT:
        return _power_of_unit(lines, exponent)
    result, digits = base, bin(exponent)[3:]
    for digit in digits:
        result = _product(lines, result, result)
        if digit == "1":
            result = _product(lines, result, base)
    _step(lines, "The power is", Pow(written(base), build.integer(exponent)), result)
    return result


def _power_of_unit(lines: Lines, exponent: int) -> Gaussian:
    fours, rest = divmod(exponent, 4)
    value = ((1, 0), (0, 1), (-1, 0), (0, -1))[rest]
    result = (Fraction(value[0]), Fraction(value[1]))
    whole = Pow(UNIT, build.integer(exponent))
    why = "i^4 = (i^2)^2 = 1"
    if fours and rest:
        four = Pow(Pow(UNIT, build.integer(4)), build.integer(fours))
        parted = Mul(four, UNIT if rest == 1 else Pow(UNIT, build.integer(rest)))
        lines.step("Take out the fourth powers", build.equals(whole, parted), why=why)
    _step(lines, "The power is", whole, result, why if fours else _WHY)
    return result


def _roots(lines: Lines, equation: Chain, name: str) -> Lines | None:
    """Both roots by the formula, each put in."""
    found = polynomial.of_equation(equation, name)
    if found is not None and len(found) > 3:
        return _of_higher_degree(lines, equation, found, name)
    if found is None or len(found) != 3:
        return None
    values = _of_quadratic(lines, found)
    if values is None:
        return None
    _put_in(lines, equation, name, values)
    lines.finish(build.values_of(name, values))
    return lines


def _put_in(lines: Lines, equation: Chain, name: str, values: list[Expr]) -> None:
    for value in values:
        put = Chain(tuple(substitute(item, {name: value}) for item in equation.items), equation.ops)
        lines.step("Put it in", put)


def _of_higher_degree(lines: Lines, equation: Chain, poly: Coefficients, name: str) -> Lines | None:
    """Factored over the rationals; then the roots of each factor."""
    parts = gaussian.factors(poly)
    left, right = equation.items
    whole = left if right == build.ZERO else polynomial.to_tree(poly, name)
    if right != build.ZERO:
        moved = build.equals(Sub(left, right), whole)
        if moved.items[0] != whole:
            lines.step("Bring everything to one side", moved)
    factored = symbolic.factored(whole)
    if factored is not None and factored != whole:
        lines.step("Factor the left side", build.equals(whole, factored), level=BRIEF)
    values: list[Expr] = []
    for part in sorted(parts, key=len):
        shown = to_plain(polynomial.to_tree(part, name))
        if len(part) == 2:
            value = build.rational(-part[0] / part[1])
            values.append(value)
            placed = substitute(whole, {name: value})
            rule = f"The factor {shown} is 0 at {name} = {to_plain(value)}: put it in"
            lines.step(rule, build.equals(placed, build.ZERO))
            continue
        before = len(lines.lines)
        roots = _of_quadratic(lines, part)
        if roots is None:
            return None
        if len(lines.lines) > before:
            first = lines.lines[before]
            rule = f"Take the factor {shown}: {first.rule[0].lower()}{first.rule[1:]}"
            lines.lines[before] = replace(first, rule=rule)
        values += roots
    lines.finish(build.values_of(name, values))
    return lines


def _of_quadratic(lines: Lines, found: Coefficients) -> list[Expr] | None:
    """Both roots by the formula; None where they are real and the polynomial has no other."""
    c, b, a = found
    discriminant = b * b - 4 * a * c
    if discriminant >= 0:
        return _real(lines, found)
    square = Pow(build.integer(b), build.TWO)
    four = Mul(Mul(build.integer(4), build.integer(a)), build.integer(c))
    why = f"It is b^2 - 4ac with a = {a}, b = {b}, c = {c}."
    claim = build.equals(Sub(square, four), build.integer(discriminant))
    lines.step("Work out the discriminant", claim, why=why)
    outside, inside = build.square_root(-discriminant)
    root = _imaginary(outside, inside)
    claim = build.equals(Pow(root, build.TWO), build.integer(discriminant))
    lines.step("Find a square root of it", claim, why=_WHY)
    size = abs(outside / (2 * a))
    values = []
    for negative in (True, False):
        top = (Sub if negative else Add)(build.integer(-b), root)
        above = (Neg(root) if negative else root) if not b else top
        negative_part = negative == (a > 0)
        value = _sum(-b / (2 * a), _imaginary(size, inside), negative_part)
        below = Mul(build.TWO, build.integer(a))
        lines.step("Put into the formula", build.equals(Div(above, below), value), level=BRIEF)
        values.append(value)
    return values


def _real(lines: Lines, found: Coefficients) -> list[Expr]:
    """Both real roots of a quadratic factor."""
    c, b, a = found
    outside, inside = build.square_root((b * b - 4 * a * c) / (4 * a * a))
    values: list[Expr] = []
    for sign in (-1, 1):
        value = build.surd(-b / (2 * a), sign * outside, inside)
        whole = polynomial.to_tree(found, "x")
        claim = build.equals(substitute(whole, {"x": value}), build.ZERO)
        lines.step(f"It is 0 at {to_plain(value)}", claim)
        values.append(value)
    return values


def _imaginary(outside: Fraction, inside: int) -> Expr:
    """``outside*sqrt(inside)*i``, positive."""
    if inside == 1:
        return _multiple(outside, UNIT)
    surd = Mul(Root(build.integer(inside), build.TWO), UNIT)
    return _multiple(outside, surd)
