"""Differential equations: y' = g(x), linear of first order, separable, ay'' + by' + cy = g(x)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Final

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import Outcome, differentiate, identity, substitute, variables
from mathviz_chat.core.problems import differential, recount
from mathviz_chat.core.problems.differential import LETTERS, Equation
from mathviz_chat.core.problems.problem import Form, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Call,
    Chain,
    Const,
    Constant,
    Derivative,
    Div,
    Expr,
    Log,
    Mul,
    Neg,
    Or,
    Pow,
    Statement,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import map_children, walk
from mathviz_chat.core.solving import build, values
from mathviz_chat.core.solving import equation as equations
from mathviz_chat.core.solving.integral import primitive
from mathviz_chat.core.solving.lines import BRIEF, Lines
from mathviz_chat.core.solving.slopes import put_in
from mathviz_chat.core.solving.tidying import tidy
from mathviz_chat.core.solving.undetermined import particular

E: Final = Constant(Const.E)
R: Final = "r"


def solve(problem: Problem) -> Lines | None:
    """The general solution, its constants from the conditions, and the check."""
    statement, *rest = problem.conditions
    assert isinstance(statement, Chain)
    equation = differential.parse(statement)
    if equation is None:
        return None
    lines = Lines()
    general = _linear(lines, equation) if equation.order == 1 else _second(lines, equation)
    if general is None and equation.order == 2:
        general = _twice(lines, equation)
    if general is None and equation.order == 1:
        general = _proposed(lines, equation)
    if general is None:
        return None
    solution: Expr | None = general
    other = differential.other_branch(equation, general)
    if rest:
        solution = _of_branches(lines, equation, (general, other), rest)
    if solution is None or differential.satisfies(equation, solution) is not Outcome.PROVED:
        return None
    _check(lines, equation, solution)
    if problem.form is Form.NUMBER:
        return _value(lines, equation.variable, solution, problem.items[0])
    answer: Statement = build.equals(_head(statement, equation), solution)
    if other is not None and not rest:
        _check(lines, equation, other)
        answer = Or((answer, build.equals(_head(statement, equation), other)))
    lines.finish(answer)
    return lines


def _of_branches(
    lines: Lines,
    equation: Equation,
    branches: tuple[Expr | None, ...],
    rest: Sequence[Statement],
) -> Expr | None:
    """The solution with its initial values, of the branch that takes them."""
    conditions = [one for one in rest if isinstance(one, Chain)]
    for branch in branches:
        written = Lines()
        found = None
        if branch is not None:
            found = _with_conditions(written, equation, branch, conditions)
        if found is not None:
            lines.lines += written.lines
            return found
    return None


def _value(lines: Lines, variable: str, solution: Expr, place: Expr) -> Lines | None:
    """The solution at a place."""
    value = put_in(lines, f"Put in {variable} = {to_plain(place)}", solution, variable, place)
    if value is None:
        return None
    lines.finish(value)
    return lines


def _head(statement: Chain, equation: Equation) -> Expr:
    """``f(x)`` where the equation is one about f'(x), else the letter."""
    called = any(isinstance(node, Call) and node.primes and node.args for node in walk(statement))
    name = equation.dependent
    return Call(name, (Symbol(equation.variable),)) if called else Symbol(name)


def _check(lines: Lines, equation: Equation, solution: Expr) -> None:
    """The derivatives of the solution, and the equation with them put in."""
    name = equation.variable
    slope = values.reduced(differentiate(solution, name))
    several = len(differential.constants_of(equation, solution)) > 1
    claim = build.equals(Derivative(solution, name, partial=several), slope)
    lines.step("Check: differentiate the solution", claim, level=BRIEF)


def _coefficients(equation: Equation) -> list[Expr] | None:
    """The factors of y, y', y'' and the rest; None where it is not linear in them."""
    found: list[Expr] = []
    for letter in LETTERS:
        slope = differentiate(equation.whole, letter)
        if set(variables(slope)) & set(LETTERS):
            shorter = symbolic.simplest_form(slope)
            if shorter is None or set(variables(shorter)) & set(LETTERS):
                return None
            if identity(shorter, slope).outcome is not Outcome.PROVED:
                return None
            slope = shorter
        found.append(slope)
    rest = substitute(equation.whole, dict.fromkeys(LETTERS, build.ZERO))
    return [*found, rest]


def _short(expr: Expr) -> Expr:
    shorter = symbolic.simplest_form(expr)
    if shorter is None or identity(shorter, expr).outcome is not Outcome.PROVED:
        return expr
    return shorter


def _linear(lines: Lines, equation: Equation) -> Expr | None:
    """``y' + p*y = q`` by the integrating factor e^P."""
    try:
        parts = _coefficients(equation)
    except ValueError:
        return None
    if parts is None:
        return None
    p, q = _short(Div(parts[0], parts[1])), _short(Neg(Div(parts[3], parts[1])))
    name, y, c = equation.variable, equation.dependent, Symbol("C")
    if p == build.ZERO:
        lines.setup("Integrate both sides", f"{y}' = {to_plain(q)}")
        whole = primitive(lines, q, name)
        return None if whole is None else Add(whole, c)
    if q == build.ZERO:
        return _proportional(lines, _short(Neg(p)), equation)
    lines.setup("Write it in the form y' + p*y = q", f"p = {to_plain(p)}, q = {to_plain(q)}")
    exponent = primitive(lines, p, name)
    if exponent is None:
        return None
    factor = _short(Pow(E, _without_bars(exponent)))
    product = _short(Mul(factor, q))
    why = f"By the product rule the left side is then the derivative of {to_plain(factor)}*{y}."
    told = f"({to_plain(factor)}*{y})' = {to_plain(product)}"
    lines.setup(f"Multiply by the integrating factor {to_plain(factor)}", told, why=why)
    inner = primitive(lines, product, name)
    if inner is None:
        return None
    solution = _expanded(Div(Add(inner, c), factor), inner, factor)
    rule = f"Integrate, then divide by {to_plain(factor)}"
    lines.setup(rule, f"{y} = {to_plain(solution)}")
    return solution


def _proportional(lines: Lines, rate: Expr, equation: Equation) -> Expr | None:
    """``y' = g(x)*y`` by separating the variables: ``1/y dy = g(x) dx``."""
    name, y = equation.variable, equation.dependent
    shown = f"1/{y} d{y} = {_differential(rate, name)}"
    lines.setup("Separate the variables", shown, why=f"{y} = 0 is a solution too: C = 0 gives it.")
    if primitive(lines, Div(build.ONE, Symbol(y)), y) is None:
        return None
    exponent = primitive(lines, rate, name)
    if exponent is None:
        return None
    grown = _short(Pow(E, _without_bars(exponent)))
    solution = _times(Symbol("C"), grown)
    both = f"ln|{y}| = {to_plain(exponent)} + c"
    why = "C stands for e^c with either sign."
    lines.setup(f"Solve {both} for {y}", f"{y} = {to_plain(solution)}", why=why)
    return solution


def _differential(body: Expr, name: str) -> str:
    """``3x dx``, ``dx``."""
    if body == build.ONE:
        return f"d{name}"
    text = to_plain(body)
    return f"({text}) d{name}" if isinstance(body, Add | Sub) else f"{text} d{name}"


def _without_bars(expr: Expr) -> Expr:
    """``ln(x)`` for ``ln|x|``: a factor may have either sign."""

    def changed(node: Any) -> Any:
        node = map_children(node, changed)
        return Log(node.arg.arg, node.base) if _is_log_of_size(node) else node

    result: Expr = changed(expr)
    return result


def _is_log_of_size(node: Any) -> bool:
    return isinstance(node, Log) and isinstance(node.arg, Abs)


def _expanded(whole: Expr, inner: Expr, factor: Expr) -> Expr:
    """``inner/factor + C/factor`` with each part simplified."""
    second = _short(Div(Symbol("C"), factor))
    first = _short(Div(inner, factor))
    candidate = Add(first, second)
    return candidate if identity(candidate, whole).outcome is Outcome.PROVED else whole


def _second(lines: Lines, equation: Equation) -> Expr | None:
    """``a*y'' + b*y' + c*y = g(x)``: all solutions for g = 0, and one for g itself."""
    parts = _coefficients(equation)
    if parts is None or any(variables(part) for part in parts[:3]):
        return None
    c, b, a = (recount.value(part) for part in parts[:3])
    if not all(isinstance(n, Fraction) for n in (a, b, c)) or not a or not (b or c):
        return None
    right = _short(Neg(parts[3]))
    if right == build.ZERO:
        return _homogeneous(lines, equation, (a, b, c))
    name, y = equation.variable, equation.dependent
    lines.setup("First solve the homogeneous equation", "the right side is 0")
    own = _homogeneous(lines, equation, (a, b, c))
    one = None if own is None else particular(lines, (a, b, c), right, name, y)
    if own is None or one is None:
        return None
    whole = _with(own, one)
    lines.setup("Add the two", f"{y} = {to_plain(whole)}", why="Their sum is every solution.")
    return whole


def _with(own: Expr, one: Expr) -> Expr:
    """``own - x`` for own and -x, a sum term by term."""
    if isinstance(one, Add | Sub):
        return type(one)(_with(own, one.left), one.right)
    return Sub(own, one.arg) if isinstance(one, Neg) else Add(own, one)


def _homogeneous(
    lines: Lines, equation: Equation, numbers: tuple[Fraction, Fraction, Fraction]
) -> Expr:
    """``a*y'' + b*y' + c*y = 0`` by its characteristic equation."""
    a, b, c = numbers
    r = Symbol(R)
    tree = build.total([(a, build.power(r, 2)), (b, r), (c, None)])
    lines.setup("Characteristic equation, from y = e^(rx)", f"{to_plain(tree)} = 0")
    square = b * b - 4 * a * c
    x, first, second = Symbol(equation.variable), Symbol("C_1"), Symbol("C_2")
    if square >= 0:
        solved = equations.solve_equation(build.equals(tree, build.ZERO), R)
        lines.lines += solved.lines if solved is not None else []
    middle = -b / (2 * a)
    if square == 0:
        grown = _exponential(build.rational(middle), x)
        lines.setup("One double root", "y = (C_1 + C_2*x)*e^(r*x)")
        whole = Add(first, Mul(second, x))
        return whole if grown == build.ONE else Mul(whole, grown)
    outside, inside = build.square_root(abs(square) / (4 * a * a))
    if square > 0:
        roots = [build.surd(middle, sign * outside, inside) for sign in (-1, 1)]
        terms = [
            _times(k, _exponential(root, x)) for k, root in zip((first, second), roots, strict=True)
        ]
        solution = Add(terms[0], terms[1])
        why = "Each root r gives the solution e^(rx), and so do their multiples and sums."
        lines.setup("Combine the solutions", f"y = {to_plain(solution)}", why=why)
        return solution
    size = build.surd(Fraction(0), outside, inside)
    turn = values.multiple(size, x)
    _complex_roots(lines, (a, b, c), middle, size)
    waves = Add(Mul(first, Call("cos", (turn,))), Mul(second, Call("sin", (turn,))))
    grown = _exponential(build.rational(middle), x)
    return waves if grown == build.ONE else Mul(grown, waves)


def _complex_roots(
    lines: Lines, numbers: tuple[Fraction, Fraction, Fraction], middle: Fraction, size: Expr
) -> None:
    """``r = -1 + 2i``: put in, and what it gives."""
    part = Mul(size, Constant(Const.I)) if size != build.ONE else Constant(Const.I)
    root: Expr = part if not middle else Add(build.rational(middle), part)
    a, b, c = numbers
    whole = build.total([(a, Pow(Symbol(R), build.TWO)), (b, Symbol(R)), (c, None)])
    claim = build.equals(substitute(whole, {R: root}), build.ZERO)
    told = to_plain(root)
    why = f"By the quadratic formula; {to_plain(build.rational(middle))} is -b/(2a)." if b else None
    lines.step(f"Put the root {told} into it", claim, why=why)
    places = f"p = {to_plain(build.rational(middle))} and q = {to_plain(size)}"
    rule = f"The roots p + qi and p - qi, with {places}, give waves"
    lines.setup(rule, "y = e^(px)*(C_1*cos(qx) + C_2*sin(qx))")


def _twice(lines: Lines, equation: Equation) -> Expr | None:
    """``y'' = g(x)``, integrated twice."""
    parts = _coefficients(equation)
    if parts is None or any(part != build.ZERO for part in map(_short, parts[:2])):
        return None
    name, y = equation.variable, equation.dependent
    bend = _short(Neg(Div(parts[3], parts[2])))
    lines.setup("Integrate both sides", f"{y}'' = {to_plain(bend)}")
    slope = primitive(lines, bend, name)
    if slope is None:
        return None
    lines.setup("Integrate again", f"{y}' = {to_plain(Add(slope, Symbol('C_1')))}")
    whole = primitive(lines, slope, name)
    if whole is None:
        return None
    return Add(Add(whole, Mul(Symbol("C_1"), Symbol(name))), Symbol("C_2"))


def _exponential(rate: Expr, x: Symbol) -> Expr:
    exponent = values.multiple(rate, x)
    return build.ONE if exponent == build.ZERO else Pow(E, exponent)


def _times(constant: Expr, expr: Expr) -> Expr:
    return constant if expr == build.ONE else Mul(constant, expr)


def _proposed(lines: Lines, equation: Equation) -> Expr | None:
    """A separable equation as SymPy solves it, with the two integrals as lines."""
    rate = symbolic.solved_for(equation.whole, LETTERS[1])
    if rate is None:
        return None
    factors = symbolic.separated(rate, LETTERS[0], equation.variable)
    if factors is None:
        return None
    across, up = factors
    y = equation.dependent
    below = _short(Div(build.ONE, _named(up, y)))
    sides = (_differential(below, y), _differential(across, equation.variable))
    lines.setup("Separate the variables", " = ".join(sides))
    for body, name in ((below, y), (across, equation.variable)):
        if primitive(lines, body, name) is None:
            return None
    solution = symbolic.first_order_solution(rate, LETTERS[0], equation.variable)
    if solution is None:
        return None
    other = differential.other_branch(equation, solution)
    told = [solution] if other is None else [solution, other]
    lines.setup(f"Solve for {y}", " or ".join(f"{y} = {to_plain(one)}" for one in told))
    return solution


def _named(expr: Expr, name: str) -> Expr:
    result: Expr = substitute(expr, {LETTERS[0]: Symbol(name)})
    return result


def _with_conditions(
    lines: Lines, equation: Equation, general: Expr, rest: list[Chain]
) -> Expr | None:
    """The constants from the conditions, which are linear in them or solved by SymPy."""
    conditions = [differential.condition_of(one, equation.dependent) for one in rest]
    parts = differential.derivatives(general, equation.variable, equation.order - 1)
    filled: list[Chain] = []
    for condition in conditions:
        if condition is None:
            return None
        order, place, value = condition
        left = substitute(_short(parts[order]), {equation.variable: place})
        filled.append(build.equals(left, value))
    names = differential.constants_of(equation, general)
    found = symbolic.constants(filled, names)
    if found is None:
        return None
    for one in filled:
        lines.setup("Put the condition in", to_plain(one))
    told = ", ".join(f"{name} = {to_plain(value)}" for name, value in found.items())
    lines.setup(f"Solve for the constant{'s' * (len(found) > 1)}", told)
    put_in: Expr = substitute(general, found)
    shorter = _short(put_in)
    return tidy(put_in) if _is_hyperbolic(shorter) and not _is_hyperbolic(put_in) else shorter


def _is_hyperbolic(expr: Expr) -> bool:
    return any(isinstance(n, Call) and n.function in ("sinh", "cosh", "tanh") for n in walk(expr))
