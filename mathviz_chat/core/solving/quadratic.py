"""Quadratic equations: by square roots, factoring, completing the square, or the formula."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, lcm

from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Chain,
    Div,
    Expr,
    Mul,
    PlusMinus,
    Pow,
    RelOp,
    Root,
    Statement,
    Sub,
    Symbol,
)
from mathviz_chat.core.solving import build, factoring, monomials
from mathviz_chat.core.solving.linear import NEVER
from mathviz_chat.core.solving.lines import BRIEF, FINE, NORMAL, Lines
from mathviz_chat.core.solving.sides import Sides, divide, subtract

FORMULA = "x = (-b ± sqrt(b^2 - 4ac))/(2a)"


def solve(lines: Lines, sides: Sides, method: str | None = None) -> Lines | None:
    """A quadratic equation with like terms collected on each side.

    method: ``factoring``, ``formula`` or ``completing-the-square``; None chooses. None is
    returned where factoring does not apply.
    """
    if monomials.degree(sides.left) < 2 <= monomials.degree(sides.right):
        lines.step("Swap the sides", sides.swapped().tree, before=sides.tree)
        sides = sides.swapped()
    linear = [monomials.coefficient(side, 1) for side in (sides.left, sides.right)]
    if method is None and linear[0] == linear[1]:
        _by_square_roots(lines, sides)
        return lines
    sides = _standard_form(lines, subtract(lines, sides, sides.right))
    a, b, c = (monomials.coefficient(sides.left, k) for k in (2, 1, 0))
    discriminant = b * b - 4 * a * c
    outside, inside = build.square_root(abs(discriminant))
    factors = discriminant >= 0 and inside == 1
    if method == "completing-the-square":
        _by_completing(lines, sides)
    elif method == "formula" or (method is None and not factors):
        _by_formula(lines, sides.name, a, b, c)
    elif factors:
        _by_factoring(lines, sides, a, b, outside)
    else:
        return None
    return lines


def _by_square_roots(lines: Lines, sides: Sides) -> None:
    """``a x^2 + b = c``: isolate the square, then take square roots."""
    sides = subtract(lines, sides, tuple(term for term in sides.right if term[1] >= 1))
    sides = subtract(lines, sides, tuple(term for term in sides.left if term[1] < 2))
    sides = divide(lines, sides, monomials.coefficient(sides.left, 2))
    square = monomials.coefficient(sides.right, 0)
    if square < 0:
        rule, why = "Look at the sign of the square", "A square is never negative."
        why += complex_roots(sides.name, Fraction(0), square)
        lines.step(rule, _negative(square), level=BRIEF, why=why)
        lines.finish(NEVER)
        return
    outside, inside = build.square_root(square)
    values = [build.surd(Fraction(0), sign * outside, inside) for sign in (-1, 1)]
    roots = build.values_of(sides.name, values[1:] if square == 0 else values)
    why = "A square is never negative." if square == 0 else "Both signs give the same square."
    lines.step("Take square roots of both sides", roots, level=BRIEF, before=sides.tree, why=why)
    lines.finish(roots)


def complex_roots(name: str, middle: Fraction, square: Fraction) -> str:
    """The labelled addition to "no real solutions": middle +- sqrt(square), square < 0."""
    outside, inside = build.square_root(-square)
    below = lcm(middle.denominator, outside.denominator)
    size = outside * below
    root = "" if inside == 1 else f"sqrt({inside})"
    imaginary = root + "i" if size == 1 else f"{size}{root}i"
    parts = [f"{middle * below} {s} {imaginary}" if middle else f"{s}{imaginary}" for s in "-+"]
    low, high = (part.removeprefix("+") for part in parts)
    if below > 1:
        low, high = f"({low})/{below}", f"({high})/{below}"
    return f" The complex solutions are {name} = {low} and {name} = {high}."


def _by_completing(lines: Lines, sides: Sides) -> None:
    """``x^2 + px = q``: add ``(p/2)^2``, so that the left side is a square."""
    sides = divide(lines, sides, monomials.coefficient(sides.left, 2))
    sides = subtract(lines, sides, tuple(term for term in sides.left if term[1] == 0))
    half = monomials.coefficient(sides.left, 1) / 2
    square = monomials.coefficient(sides.right, 0) + half * half
    base = monomials.tree(((Fraction(1), 1), (half, 0)), sides.name)
    if half:
        added = Sides((*sides.left, (half * half, 0)), ((square, 0),) if square else (), sides.name)
        rule = f"Add {to_plain(build.rational(half * half))} to both sides"
        why = "It is the square of half the coefficient in front of the unknown."
        lines.step(rule, added.tree, before=sides.tree, why=why)
        squared = build.equals(Pow(base, build.TWO), build.rational(square))
        lines.step("Write the left side as a square", squared, before=added.tree)
    roots_of_square(lines, base, (half, Fraction(1)), square, sides.name)


def roots_of_square(
    lines: Lines, base: Expr, line: tuple[Fraction, Fraction], square: Fraction, name: str
) -> None:
    """``(px + q)^2 = square`` for the base px + q with line (q, p)."""
    offset, slope = line
    if square < 0:
        why = "A square is never negative."
        why += complex_roots(name, -offset / slope, square / (slope * slope))
        lines.step("Look at the sign of the square", _negative(square), level=BRIEF, why=why)
        lines.finish(NEVER)
        return
    outside, inside = build.square_root(square)
    signs = (-1, 1) if square else (1,)
    roots = [build.surd(Fraction(0), sign * outside, inside) for sign in signs]
    both = build.any_of(tuple(build.equals(base, root) for root in roots))
    both_signs = "Both signs give the same square." if square else None
    lines.step("Take square roots of both sides", both, why=both_signs)
    sizes = sorted(sign * outside / slope for sign in signs)
    answer = build.values_of(name, [build.surd(-offset / slope, one, inside) for one in sizes])
    if answer != both:
        lines.step("Solve for each root", answer, level=BRIEF, before=both)
    lines.finish(answer)


def _negative(value: Fraction) -> Statement:
    return Chain((build.rational(value), build.ZERO), (RelOp.LT,))


def _standard_form(lines: Lines, sides: Sides) -> Sides:
    """Whole coefficients without a common factor, the first one positive."""
    common = monomials.common_denominator(sides.left)
    factor = Fraction(monomials.content(monomials.scaled(sides.left, Fraction(common))), common)
    if monomials.coefficient(sides.left, 2) < 0:
        factor = -factor
    return divide(lines, sides, factor)


def _by_factoring(lines: Lines, sides: Sides, a: Fraction, b: Fraction, root: Fraction) -> None:
    """Rational roots: two factors with whole coefficients, each of them 0."""
    small, large = sorted(((-b - root) / (2 * a), (-b + root) / (2 * a)))
    name = sides.name
    if small == large:
        factored: Expr = Pow(_factor(name, small), build.TWO)
        zero: Statement = build.equals(_factor(name, small), build.ZERO)
    else:
        factored = Mul(_factor(name, small), _factor(name, large))
        each = tuple(build.equals(_factor(name, r), build.ZERO) for r in (small, large))
        zero = build.any_of(each)
    coefficients = tuple(monomials.coefficient(sides.left, k) for k in range(3))
    factoring.pair(lines, coefficients, name, FINE)
    lines.step("Factor the left side", build.equals(factored, build.ZERO), before=sides.tree)
    level = FINE if small == large else NORMAL
    product = build.equals(factored, build.ZERO)
    lines.step("A product is 0 when a factor is 0", zero, level=level, before=product)
    values = (small,) if small == large else (small, large)
    answer = build.values_of(name, [build.rational(value) for value in values])
    lines.step("Solve for each root", answer, level=BRIEF, before=zero)
    lines.finish(answer)


def _factor(name: str, root: Fraction) -> Expr:
    """The linear factor with whole coefficients that is 0 at a root: ``2x - 3`` for 3/2."""
    slope = Fraction(root.denominator)
    return monomials.tree(((slope, 1), (-root * slope, 0)), name)


def _by_formula(lines: Lines, name: str, a: Fraction, b: Fraction, c: Fraction) -> None:
    discriminant = b * b - 4 * a * c
    square = Pow(build.integer(b), build.TWO)
    product = Mul(Mul(build.integer(4), build.integer(a)), build.integer(c))
    line = build.equals(Sub(square, product), build.integer(discriminant))
    lines.step(
        "Work out the discriminant",
        line,
        why=f"It is b^2 - 4ac with a = {a}, b = {b} and c = {c}.",
    )
    if discriminant < 0:
        rule = "Look at the sign of the discriminant"
        why = "A negative discriminant has no real square root."
        why += complex_roots(name, -b / (2 * a), discriminant / (4 * a * a))
        lines.step(rule, _negative(discriminant), level=BRIEF, why=why)
        lines.finish(NEVER)
        return
    _put_into_formula(lines, name, a, b, discriminant)
    outside, inside = build.square_root(discriminant)
    low, high = sorted((-outside / (2 * a), outside / (2 * a)))
    values = [build.surd(-b / (2 * a), part, inside) for part in (low, high)]
    answer = build.values_of(name, values[:1] if low == high else values)
    lines.step("Write the solutions one by one", answer, level=BRIEF)
    lines.finish(answer)


def _put_into_formula(
    lines: Lines, name: str, a: Fraction, b: Fraction, discriminant: Fraction
) -> None:
    """``x = (4 ± sqrt(12))/2``, then the root by itself, then what is above and below divided."""
    below = 2 * a

    def roots(middle: Fraction, root: Expr, divisor: Fraction) -> Chain:
        both: Expr = PlusMinus(build.rational(middle) if middle else None, root)
        if divisor != 1:
            both = Div(both, build.rational(divisor))
        return build.equals(Symbol(name), both)

    root: Expr = Root(build.rational(discriminant), build.TWO)
    shown = roots(-b, root, below)
    lines.step("Use the quadratic formula", shown, level=NORMAL, why=FORMULA)
    outside, inside = build.square_root(discriminant)
    surd = build.surd(Fraction(0), outside, inside)
    if surd == root:
        return
    rule = "Take the root" if inside == 1 else "Take the square factor out of the root"
    lines.step(rule, build.equals(root, surd), before=root, after=surd)
    common = _common(-b, outside, below)
    if discriminant == 0 or inside == 1 or common == 1:
        return
    part = build.surd(Fraction(0), outside / common, inside)
    claim = roots(-b / common, part, below / common)
    lines.step(f"Divide above and below by {common}", claim, before=roots(-b, surd, below))


def _common(*values: Fraction) -> int:
    """What divides all of some numbers; 1 where one of them is not whole."""
    if any(value.denominator != 1 for value in values):
        return 1
    return gcd(*(int(value) for value in values))
