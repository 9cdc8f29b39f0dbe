"""Differential equations of first and second order, with y, y' and y'' as letters of their own."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import (
    Outcome,
    differentiate,
    holds,
    identity,
    substitute,
    variables,
)
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.reading.tree import (
    Call,
    Chain,
    Derivative,
    Div,
    Expr,
    Neg,
    Number,
    Pow,
    RelOp,
    Root,
    Statement,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import map_children, walk

ZERO: Final = number(Fraction(0))
LETTERS: Final = ("y_0", "y_1", "y_2")
MAX_ORDER: Final = 2


@dataclass(frozen=True, slots=True)
class Equation:
    """whole: left - right in ``y_0``, ``y_1``, ``y_2`` and the variable, which is to be 0."""

    whole: Expr
    variable: str
    dependent: str
    order: int


def parse(statement: Chain, dependent: str | None = None) -> Equation | None:
    """The equation with letters for y and its derivatives; None where it is none."""
    if statement.ops != (RelOp.EQ,):
        return None
    found = _dependent(statement) if dependent is None else (dependent, None)
    if found is None:
        return None
    name, variable = found
    whole = _with_letters(Sub(*statement.items), name)
    letters = [k for k, letter in enumerate(LETTERS) if letter in variables(whole)]
    others = set(variables(whole)) - set(LETTERS)
    if variable is None:
        variable = "t" if others == {"t"} else "x"
    if others - {variable} or not letters or letters[-1] == 0:
        return None
    return Equation(whole, variable, name, letters[-1])


def _dependent(statement: Chain) -> tuple[str, str | None] | None:
    """The name of the function, and its variable where a derivative names it."""
    for node in walk(statement):
        if isinstance(node, Derivative) and isinstance(node.body, Symbol):
            return node.body.name, node.variable
        if isinstance(node, Call) and node.primes and node.args in ((), (Symbol("x"),)):
            return node.function, None
        if isinstance(node, Call) and node.primes and node.args == (Symbol("t"),):
            return node.function, "t"
    return None


def _with_letters(expr: Expr, name: str) -> Expr:
    def changed(node: Any) -> Any:
        if isinstance(node, Derivative) and node.body == Symbol(name) and node.order <= MAX_ORDER:
            return Symbol(LETTERS[node.order])
        plain = isinstance(node, Call) and node.function == name
        if plain and node.primes <= MAX_ORDER and all(isinstance(a, Symbol) for a in node.args):
            return Symbol(LETTERS[node.primes])
        if node == Symbol(name):
            return Symbol(LETTERS[0])
        return map_children(node, changed)

    result: Expr = changed(expr)
    return result


def condition_of(statement: Chain, name: str) -> tuple[int, Expr, Expr] | None:
    """``y(0) = 1`` and ``y'(0) = 2``: the order of the derivative, the place, the value."""
    if statement.ops != (RelOp.EQ,):
        return None
    left, value = statement.items
    if not isinstance(left, Call) or left.function != name or len(left.args) != 1:
        return None
    if variables(left.args[0]) or variables(value) or left.primes >= MAX_ORDER:
        return None
    return left.primes, left.args[0], value


def derivatives(solution: Expr, variable: str, order: int) -> list[Expr]:
    """The solution and its derivatives. Raises ValueError where the rules do not cover it."""
    found = [solution]
    for _ in range(order):
        found.append(differentiate(found[-1], variable))
    return found


def residual(equation: Equation, solution: Expr) -> Expr:
    """The left side less the right one, with the solution put in."""
    parts = derivatives(solution, equation.variable, equation.order)
    known = {LETTERS[k]: part for k, part in enumerate(parts)}
    result: Expr = substitute(equation.whole, known)
    return result


def satisfies(equation: Equation, solution: Expr) -> Outcome:
    """Whether the kernel proves that the solution makes the residual 0."""
    try:
        return identity(residual(equation, solution), ZERO).outcome
    except ValueError:
        return Outcome.UNDECIDED


def measured(equation: Equation, solution: Expr) -> bool:
    """The residual by finite differences at rational points, with values for the constants."""
    names = tuple(sorted({*variables(solution), equation.variable}))
    seen = 0
    for point in recount.sample_points(names):
        try:
            values = {LETTERS[0]: recount.value(solution, point)}
            for k in range(1, equation.order + 1):
                values[LETTERS[k]] = recount.nth_derivative(solution, equation.variable, k, point)
            at = recount.value(equation.whole, {**point, **values})
        except (recount.NotEvaluated, ValueError):
            continue
        if not recount.agree(at, Fraction(0), digits=12):
            return False
        seen += 1
        if seen == 3:
            return True
    return False


def constants_of(equation: Equation, solution: Expr) -> tuple[str, ...]:
    """The free constants of a solution."""
    return tuple(n for n in variables(solution) if n not in (equation.variable, equation.dependent))


def is_general(equation: Equation, solution: Expr, names: tuple[str, ...]) -> bool:
    """Whether the constants are independent: the Wronskian of the derivatives by them is not 0."""
    try:
        rows = [derivatives(differentiate(solution, n), equation.variable, 1) for n in names]
    except ValueError:
        return False
    known = {name: number(Fraction(k + 2)) for k, name in enumerate(names)}
    for place in (Fraction(1, 2), Fraction(3, 2), Fraction(1)):
        at = {**known, equation.variable: number(place)}
        try:
            values = [[recount.value(substitute(e, at)) for e in row] for row in rows]
        except recount.NotEvaluated:
            continue
        if len(names) == 1:
            return not recount.agree(values[0][0], Fraction(0))
        (a, b), (c, d) = values
        return not recount.agree(a * d, b * c)
    return False


def other_branch(equation: Equation, solution: Expr) -> Expr | None:
    """``-sqrt(x^2 + C)`` beside ``sqrt(x^2 + C)``: the other sign of a root with a constant in it.

    None where no such root stands in the solution, so that it has one branch.
    """
    constants = set(constants_of(equation, solution))

    def changed(node: Any) -> Any:
        if isinstance(node, Neg) and _is_even_root(node.arg, constants):
            return node.arg
        return Neg(node) if _is_even_root(node, constants) else map_children(node, changed)

    other: Expr = changed(solution)
    return None if other == solution else other


def _is_even_root(node: Any, constants: set[str]) -> bool:
    if isinstance(node, Root):
        radicand, index = node.radicand, node.index
    elif isinstance(node, Pow) and isinstance(node.exponent, Div):
        radicand, index = node.base, node.exponent.right
    else:
        return False
    even = isinstance(index, Number) and index.value % 2 == 0
    return even and not constants.isdisjoint(variables(radicand))


def meets(solution: Expr, equation: Equation, condition: tuple[int, Expr, Expr]) -> Outcome:
    """Whether the kernel proves that an initial condition holds."""
    order, place, value = condition
    part = derivatives(solution, equation.variable, order)[order]
    at = substitute(part, {equation.variable: place})
    return holds(Chain((at, value), (RelOp.EQ,)), {}).outcome


def proposed(statements: tuple[Statement, ...]) -> Expr | None:
    """The solution of an equation of first order with its initial value, linear in y.

    SymPy proposes it; the kernel proves that it satisfies the equation and the value, and finite
    differences confirm it. An equation that is linear in y and y' has no other.
    """
    first, *rest = statements
    equation = parse(first) if isinstance(first, Chain) else None
    if equation is None or equation.order != 1 or len(rest) != 1 or not isinstance(rest[0], Chain):
        return None
    condition = condition_of(rest[0], equation.dependent)
    rate = symbolic.solved_for(equation.whole, LETTERS[1])
    if condition is None or rate is None or not _is_linear(equation):
        return None
    general = symbolic.first_order_solution(rate, LETTERS[0], equation.variable)
    if general is None:
        return None
    at = Chain((substitute(general, {equation.variable: condition[1]}), condition[2]), (RelOp.EQ,))
    names = constants_of(equation, general)
    found = symbolic.constants([at], names)
    solution: Expr | None = None if found is None else substitute(general, found)
    if solution is None or satisfies(equation, solution) is not Outcome.PROVED:
        return None
    proved = meets(solution, equation, condition) is Outcome.PROVED
    return solution if proved and measured(equation, solution) else None


def _is_linear(equation: Equation) -> bool:
    """Whether the factors of y and y' hold neither of them."""
    for letter in LETTERS[:2]:
        factor = differentiate(equation.whole, letter)
        for other in LETTERS[:2]:
            if identity(differentiate(factor, other), ZERO).outcome is not Outcome.PROVED:
                return False
    return True
