"""Completing the square, polynomial division, discriminants, vertices, inverse functions."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import floor

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import real_solutions, substitute
from mathviz_chat.core.problems import polynomial, recount
from mathviz_chat.core.problems.polynomial import Coefficients
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Chain,
    Div,
    Expr,
    Mul,
    Neg,
    Pow,
    RelOp,
    Sub,
    Symbol,
)
from mathviz_chat.core.solving import arithmetic, build, literal, numbers
from mathviz_chat.core.solving.lines import BRIEF, FINE, Lines


def _coefficients(problem: Problem) -> tuple[Fraction, Fraction, Fraction] | None:
    expr, name = problem.expression, problem.variable
    found = None if expr is None or name is None else polynomial.of_expression(expr, name)
    return (found[2], found[1], found[0]) if found is not None and len(found) == 3 else None


def complete_square(problem: Problem) -> Lines | None:
    """Take the leading coefficient out, add and subtract the square of half the next one."""
    found, expr, name = _coefficients(problem), problem.expression, problem.variable
    if found is None or expr is None or name is None:
        return None
    a, b, c = found
    half = b / (2 * a)
    lines = Lines()
    shown: Expr = polynomial.to_tree((c, b, a), name)
    if shown != expr:
        lines.step("Collect like terms", build.equals(expr, shown), before=expr, after=shown)
    inner = polynomial.to_tree((Fraction(0), b / a, Fraction(1)), name)
    if a != 1 and b:
        taken = _plus(_scaled(a, inner), c)
        rule = f"Take {to_plain(build.rational(a))} out of the terms with {name}"
        lines.step(rule, build.equals(shown, taken), before=shown, after=taken)
        shown = taken
    square = Pow(polynomial.to_tree((half, Fraction(1)), name), build.TWO)
    if half:
        inside = Sub(Add(inner, build.rational(half * half)), build.rational(half * half))
        added = _plus(_scaled(a, inside), c)
        rule = f"Add and subtract {to_plain(build.rational(half * half))}"
        why = "It is the square of half the coefficient in front of the letter."
        lines.step(rule, build.equals(shown, added), before=shown, after=added, why=why)
        shown = added
    result = _plus(_scaled(a, square), c - a * half * half)
    rule = "Write the square and collect the numbers"
    if result != shown:
        lines.step(rule, build.equals(shown, result), level=BRIEF, before=shown, after=result)
    lines.finish(result)
    return lines


def _scaled(factor: Fraction, expr: Expr) -> Expr:
    if factor == 1:
        return expr
    if factor.denominator == 1 or isinstance(expr, Pow):
        size = build.times(abs(factor), expr)
    else:
        size = Mul(build.rational(abs(factor)), expr)
    return size if factor > 0 else Neg(size)


def _plus(expr: Expr, constant: Fraction) -> Expr:
    if constant == 0:
        return expr
    size = build.rational(abs(constant))
    return Add(expr, size) if constant > 0 else Sub(expr, size)


# ------------------------------------------------------------------ division


def divide(problem: Problem) -> Lines | None:
    """Long division: one term of the quotient after another, each with what is left."""
    above, below, name = problem.expression, problem.target, problem.variable
    assert above is not None and below is not None
    if name is None:
        return numbers.divide_with_remainder(above, below)
    dividend = polynomial.of_expression(above, name)
    divisor = polynomial.of_expression(below, name)
    if dividend is None or not divisor:
        return None
    lines = Lines()
    quotient: Coefficients = ()
    rest = dividend
    while len(rest) >= len(divisor):
        shift = len(rest) - len(divisor)
        term = (Fraction(0),) * shift + (rest[-1] / divisor[-1],)
        product = polynomial.multiply(term, divisor)
        if product is None:
            return None
        left = polynomial.add(rest, polynomial.scale(product, Fraction(-1)))
        one, whole = polynomial.to_tree(term, name), polynomial.to_tree(rest, name)
        minus = Sub(whole, polynomial.to_tree(product, name))
        _next_term(lines, (rest, divisor), (term, product), name)
        rule = f"The next term of the quotient is {to_plain(one)}; subtract its product"
        lines.step(rule, build.equals(minus, polynomial.to_tree(left, name)))
        quotient, rest = polynomial.add(quotient, term), left
    found = polynomial.to_tree(quotient, name)
    identity = build.equals(above, _with_rest(Mul(found, below), rest, name))
    lines.step("Write the dividend with the quotient", identity, level=BRIEF)
    lines.finish(_division_answer(problem, found, polynomial.to_tree(rest, name), bool(rest)))
    return lines


def _next_term(
    lines: Lines,
    division: tuple[Coefficients, Coefficients],
    found: tuple[Coefficients, Coefficients],
    name: str,
) -> None:
    """``x^3/x = x^2``, then ``x^2(x - 3) = x^3 - 3x^2``: where the term comes from."""
    leading = [
        polynomial.to_tree((Fraction(0),) * (len(one) - 1) + one[-1:], name) for one in division
    ]
    term, product = (polynomial.to_tree(one, name) for one in found)
    claim = build.equals(Div(*leading), term)
    if Div(*leading) != term:
        lines.step("Divide the leading terms", claim, level=FINE)
    back = Mul(term, polynomial.to_tree(division[1], name))
    lines.step("Multiply back", build.equals(back, product), level=FINE)


def _with_rest(product: Expr, rest: Coefficients, name: str) -> Expr:
    if not rest:
        return product
    tree = polynomial.to_tree(rest, name)
    if len(rest) == 1 and rest[0] < 0:
        return Sub(product, build.rational(-rest[0]))
    return Add(product, tree)


def _division_answer(problem: Problem, quotient: Expr, remainder: Expr, has_rest: bool) -> str:
    if problem.labels == ("remainder",):
        return to_plain(remainder)
    if problem.labels == ("quotient",) or not has_rest:
        return to_plain(quotient)
    return f"quotient {to_plain(quotient)}, remainder {to_plain(remainder)}"


# ------------------------------------------------------------------ discriminant, vertex


def discriminant(problem: Problem) -> Lines | None:
    """``b^2 - 4ac`` with its numbers put in."""
    plain = replace(problem, kind=Kind.ARITHMETIC)
    lines = arithmetic.solve(plain)
    if lines is not None and lines.lines:
        lines.lines[0] = replace(lines.lines[0], why="The discriminant is b^2 - 4ac.")
    return lines


def count(problem: Problem) -> Lines | None:
    """The sign of the discriminant; for other polynomials the solutions themselves."""
    from mathviz_chat.core.solving.equation import solve_equation

    equation = problem.conditions[0]
    assert isinstance(equation, Chain)
    name = problem.unknowns[0]
    terms = polynomial.of_equation(equation, name)
    if terms is None:
        return None
    again = polynomial.count_real_roots(terms)
    if again is None:
        return None
    if len(terms) != 3:
        lines = solve_equation(equation, name) or _sign_changes(equation, name)
        lines.finish(str(again))
        return lines
    c, b, a = terms
    lines = Lines()
    value = b * b - 4 * a * c
    square = Pow(build.rational(b), build.TWO)
    left = Sub(square, Mul(Mul(build.integer(4), build.rational(a)), build.rational(c)))
    why = "Positive: two solutions; 0: one; negative: none."
    lines.step(
        "Work out the discriminant", build.equals(left, build.rational(value)), level=BRIEF, why=why
    )
    if value:
        op = RelOp.GT if value > 0 else RelOp.LT
        claim = Chain((build.rational(value), build.ZERO), (op,))
        lines.step("Look at its sign", claim, level=BRIEF)
    lines.finish(str(again))
    return lines


def _sign_changes(equation: Chain, name: str) -> Lines:
    """Between which whole numbers the left side minus the right changes its sign."""
    lines = Lines()
    left, right = equation.items
    whole = left if right == build.ZERO else Sub(left, right)
    found = real_solutions(equation, name)
    for point in () if found is None else found.points:
        low = floor(point.decimal)
        for at in (low, low + 1):
            placed = substitute(whole, {name: build.integer(at)})
            sign = recount.value(placed)
            op = RelOp.GT if sign > 0 else RelOp.LT
            if sign:
                lines.step(f"Put in {name} = {at}", Chain((placed, build.ZERO), (op,)))
    return lines


def vertex(problem: Problem) -> Lines | None:
    """``x = -b/(2a)``, then the value there."""
    found, expr, name = _coefficients(problem), problem.expression, problem.variable
    if found is None or expr is None or name is None:
        return None
    a, b, _ = found
    across = build.rational(-b / (2 * a))
    lines = Lines()
    quotient = Div(Neg(build.rational(b)), Mul(build.TWO, build.rational(a)))
    why = f"The vertex lies at {name} = -b/(2a)."
    lines.step("Work out -b/(2a)", build.equals(quotient, across), level=BRIEF, why=why)
    if problem.labels == ("axis of symmetry",):
        lines.finish(build.equals(Symbol(name), across))
        return lines
    put_in = substitute(expr, {name: across})
    value = polynomial.of_expression(put_in, name)
    up = build.rational(value[0] if value else Fraction(0))
    if put_in != up:
        rule = f"Put {name} = {to_plain(across)} into the function"
        lines.step(rule, build.equals(put_in, up), level=BRIEF)
    lines.finish(f"({to_plain(across)}, {to_plain(up)})")
    return lines


# ------------------------------------------------------------------ inverse functions


def inverse(problem: Problem) -> Lines | None:
    """Write y for the value, solve for the letter, exchange the two letters."""
    expr, name = problem.expression, problem.variable
    assert expr is not None and name is not None
    other = "y" if name != "y" else "z"
    equation = build.equals(Symbol(other), expr)
    lines = Lines()
    lines.setup(f"Write {other} for the value of the function", to_plain(equation))
    formula = Problem(Kind.LITERAL, problem.form, "", (name,), (equation,))
    solved = literal.solve(formula)
    if solved is None or solved.answer is None:
        return None
    lines.lines += [line for line in solved.lines if line.level <= FINE]
    value = _right_side(solved.answer, name)
    if value is None:
        return None
    swapped = substitute(value, {other: Symbol(name)})
    lines.finish(symbolic.tidied(swapped) or swapped)
    return lines


def _right_side(answer: str, name: str) -> Expr | None:
    from mathviz_chat.core.reading import read

    node = read(answer, variables=(name,))
    single = isinstance(node, Chain) and node.items[0] == Symbol(name)
    return node.items[1] if single and isinstance(node, Chain) else None
