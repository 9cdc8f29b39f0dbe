"""Which picture explains a problem and its solution; one small function a kind, in one table."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Final, TypeAlias

from mathviz_chat.core.kernel import differentiate, real_solutions, variables
from mathviz_chat.core.picturing import floats, ranges
from mathviz_chat.core.picturing.answers import antiderivative_of, values_of
from mathviz_chat.core.picturing.curves import implicit, sampled
from mathviz_chat.core.picturing.floats import NotDrawn, compiled
from mathviz_chat.core.picturing.picture import (
    Curve,
    Dot,
    NoPicture,
    Picture,
    Point,
    Range,
    Region,
    Stretch,
)
from mathviz_chat.core.problems import (
    Form,
    Kind,
    Problem,
    Unread,
    linear_system,
    read_question,
)
from mathviz_chat.core.problems import polynomial as polynomials
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import (
    And,
    Call,
    Chain,
    Expr,
    Integral,
    Number,
    RelOp,
    Statement,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.solving import Solution, solve

Proposal: TypeAlias = Callable[[Problem, str], Picture | None]
Function: TypeAlias = Callable[[float], float]

_NOTHING: Final = NoPicture("No picture belongs to this kind of question.")
_PERIODIC: Final = frozenset({"sin", "cos", "tan", "cot", "sec", "csc"})


def picture_of(text: str) -> Picture | NoPicture:
    """The picture of a question with its solution, or the graph of a formula in one letter.

    Never raises, whatever the text.
    """
    problem = read_question(text)
    if isinstance(problem, Unread):
        return _graph(text) or NoPicture(problem.reason)
    solved = solve(problem)
    return propose(problem, solved.answer.plain if isinstance(solved, Solution) else "")


def _graph(text: str) -> Picture | None:
    """``x^2 - 4`` and ``y = x^2 - 4`` without a question."""
    try:
        node = read(text)
    except ReadError:
        return None
    if isinstance(node, Chain) and node.ops == (RelOp.EQ,) and node.items[0] == Symbol("y"):
        node = node.items[1]
    if isinstance(node, Statement) or [len(name) for name in variables(node)] != [1]:
        return None
    try:
        return _plane(to_plain(node), variables(node)[0], [(node, f"y = {to_plain(node)}")], ())
    except (NotDrawn, ArithmeticError, ValueError):
        return None


def propose(problem: Problem, answer: str) -> Picture | NoPicture:
    """The picture of a problem whose answer is ``answer`` (plain text, "" where there is none).

    Never raises; what cannot be drawn is said.
    """
    try:
        picture = _first(problem, answer)
    except (NotDrawn, ArithmeticError, ValueError, KeyError):
        return NoPicture("It has a part that cannot be drawn.")
    return picture or _NOTHING


def _first(problem: Problem, answer: str) -> Picture | None:
    proposal = PROPOSALS.get(problem.kind)
    return None if proposal is None else proposal(problem, answer)


# ------------------------------------------------------------------------------ parts of pictures


def _function(expr: Expr, name: str) -> Function:
    """Raises NotDrawn where the expression has other letters."""
    if set(variables(expr)) - {name}:
        raise NotDrawn(to_plain(expr))
    inner = compiled(expr)
    return lambda at: inner({name: at})


def _curve(expr: Expr, name: str, x: Range, y: Range, label: str) -> Curve:
    return Curve(label, sampled(_function(expr, name), x, y))


def _around(marks: Sequence[float], exprs: Sequence[Expr]) -> Range:
    """Where to look: around what is marked; a turn at least where something is periodic."""
    parts = (part for expr in exprs for part in walk(expr))
    if any(isinstance(part, Call) and part.function in _PERIODIC for part in parts):
        low, high = ranges.around(marks) if marks else (0.0, 0.0)
        return (min(low, -ranges.TURN), max(high, ranges.TURN))
    return ranges.around(marks)


def _plane(
    title: str,
    name: str,
    exprs: Sequence[tuple[Expr, str]],
    marks: Sequence[tuple[float, Expr, str]],
) -> Picture:
    """Graphs of expressions in one letter. marks: where, the expression it is on, what to write."""
    x = _around([at for at, _, _ in marks], [expr for expr, _ in exprs])
    functions = [_function(expr, name) for expr, _ in exprs]
    dots = tuple(Dot((at, _function(on, name)(at)), label) for at, on, label in marks)
    dots = tuple(dot for dot in dots if not math.isnan(dot.at[1]))
    y = ranges.heights(functions, x, [dot.at[1] for dot in dots])
    curves = tuple(_curve(expr, name, x, y, label) for expr, label in exprs)
    return Picture(title, x, y, x_label=name, y_label="", curves=curves, dots=dots)


# ------------------------------------------------------------------------------ conditions


def _equation(problem: Problem, answer: str) -> Picture | None:
    """Both sides as graphs; the solutions are where they meet."""
    (condition,) = problem.conditions
    if not isinstance(condition, Chain):
        return None
    names = variables(condition)
    if len(names) != 1:
        return None
    if condition.ops != (RelOp.EQ,):
        return _inequality(condition, names[0])
    left, right = condition.items
    zero = floats.number(right) == 0
    exprs = [(left, f"y = {to_plain(left)}")]
    if not zero:
        exprs.append((right, f"y = {to_plain(right)}"))
    marks = [(at, left, label) for at, label in values_of(answer, names[0])]
    return _plane(to_plain(condition), names[0], exprs, marks)


def _inequality(condition: Chain, name: str) -> Picture | None:
    """The solutions on a number line; under the graphs of both sides where they are no lines."""
    found = real_solutions(condition, name)
    if found is None:
        return None
    stretches = [Stretch(float(p.decimal), float(p.decimal), True, True) for p in found.points]
    for part in found.intervals:
        low, high = floats.end(part.lower), floats.end(part.upper)
        stretches.append(Stretch(low, high, part.lower_closed, part.upper_closed))
    ends = [end for stretch in stretches for end in (stretch.low, stretch.high) if end is not None]
    title = to_plain(condition)
    straight = all(_is_straight(item, name) for item in condition.items)
    if straight or len(condition.items) != 2:
        return Picture(title, ranges.around(ends), x_label=name, stretches=tuple(stretches))
    left, right = condition.items
    exprs = [(side, f"y = {to_plain(side)}") for side in (left, right)]
    marks = [(end, left, f"{name} = {_short(end)}") for end in dict.fromkeys(ends)]
    plane = _plane(title, name, exprs, marks)
    return Picture(
        title, plane.x, plane.y, name, "", False, plane.curves, plane.dots, (), tuple(stretches)
    )


def _is_straight(expr: Expr, name: str) -> bool:
    coefficients = polynomials.of_expression(expr, name)
    return coefficients is not None and len(coefficients) <= 2


def _system(problem: Problem, answer: str) -> Picture | None:
    """Both equations as curves in the plane; the solutions are where they meet."""
    names = tuple(sorted(variables(And(problem.conditions))))
    if len(names) != 2:
        return None
    points = _common_points(problem, names, answer)
    x = ranges.around([point[0] for point, _ in points])
    y = ranges.around([point[1] for point, _ in points])
    curves = []
    for condition in problem.conditions:
        if not isinstance(condition, Chain) or condition.ops != (RelOp.EQ,):
            return None
        curves.append(_implicit_curve(condition, names, x, y))
    title = " and ".join(to_plain(condition) for condition in problem.conditions)
    dots = tuple(Dot(point, label) for point, label in points)
    return Picture(title, x, y, names[0], names[1], False, tuple(curves), dots)


def _implicit_curve(condition: Chain, names: tuple[str, ...], x: Range, y: Range) -> Curve:
    difference = compiled(Sub(*condition.items))
    lines = implicit(lambda a, b: difference({names[0]: a, names[1]: b}), x, y)
    return Curve(to_plain(condition), lines)


def _common_points(
    problem: Problem, names: tuple[str, ...], answer: str
) -> list[tuple[Point, str]]:
    exact = linear_system.solve(problem.conditions, names)
    if exact is not None:
        point = (float(exact[names[0]]), float(exact[names[1]]))
        return [(point, f"({exact[names[0]]}, {exact[names[1]]})")]
    pairs = zip(values_of(answer, names[0]), values_of(answer, names[1]), strict=False)
    return [((a, b), f"({_short(a)}, {_short(b)})") for (a, _), (b, _) in pairs]


# ------------------------------------------------------------------------------ functions


def _derivative(problem: Problem, answer: str) -> Picture | None:
    """The function and its derivative."""
    body, name = problem.expression, problem.variable
    if body is None or name is None:
        return None
    slope = body
    for _ in range(problem.order):
        slope = differentiate(slope, name)
    primes = "'" * problem.order
    exprs = [(body, f"f({name}) = {to_plain(body)}"), (slope, f"f{primes}({name})")]
    return _plane(problem.read_as, name, exprs, ())


def _integral(problem: Problem, answer: str) -> Picture | None:
    """The area that a definite integral measures; the function and an antiderivative."""
    integral = problem.target if isinstance(problem.target, Integral) else problem.expression
    if not isinstance(integral, Integral):
        return None
    body, name = integral.body, integral.variable
    shown = (body, f"y = {to_plain(body)}")
    if integral.lower is None or integral.upper is None:
        whole = antiderivative_of(answer, name)
        exprs = [shown] if whole is None else [shown, (whole, f"F({name}), with C = 0")]
        return _plane(problem.read_as, name, exprs, ())
    low, high = floats.end(integral.lower), floats.end(integral.upper)
    ends = [end for end in (low, high) if end is not None]
    marks = [(end, body, f"{name} = {_short(end)}") for end in ends]
    plane = _plane(problem.read_as, name, [shown], marks)
    start, stop = sorted((plane.x[0] if low is None else low, plane.x[1] if high is None else high))
    assert plane.y is not None
    pieces = sampled(_function(body, name), (start, stop), plane.y)
    regions = tuple(
        Region("area", ((piece[0][0], 0.0), *piece, (piece[-1][0], 0.0))) for piece in pieces
    )
    y = (min(plane.y[0], 0.0), max(plane.y[1], 0.0))
    return Picture(plane.title, plane.x, y, name, "", False, plane.curves, plane.dots, regions)


def _rewriting(problem: Problem, answer: str) -> Picture | None:
    """The graph of an expression in one letter, with its zeros where it is factored."""
    body = problem.expression
    names = () if body is None else variables(body)
    if body is None or len(names) != 1:
        return None
    marks = []
    if problem.form is Form.FACTORED:
        zeros = real_solutions(Chain((body, Number(Fraction(0))), (RelOp.EQ,)), names[0])
        found = () if zeros is None else zeros.points
        marks = [
            (float(p.decimal), body, f"{names[0]} = {_short(float(p.decimal))}") for p in found
        ]
    return _plane(to_plain(body), names[0], [(body, f"y = {to_plain(body)}")], marks)


def _sequence(problem: Problem, answer: str) -> Picture | None:
    """The terms over their places, the next one with them, on the graph of the n-th term."""
    general, name = problem.target, problem.variable
    if general is None or name is None:
        return None
    count = len(problem.items) + 1
    marks = [(float(n), general, "") for n in range(1, count + 1)]
    label = f"term {name}: {to_plain(general)}"
    return _plane(problem.read_as, name, [(general, label)], marks)


def _order(problem: Problem, answer: str) -> Picture | None:
    """The values on the number line."""
    values = [(floats.number(item), to_plain(item)) for item in problem.items]
    dots = tuple(Dot((value, 0.0), label) for value, label in values if value is not None)
    if len(dots) != len(values):
        return None
    x = ranges.around([dot.at[0] for dot in dots], least=0.5)
    return Picture(problem.read_as, x, x_label="", dots=dots)


def _short(value: float) -> str:
    return f"{value:.4g}"


PROPOSALS: Final[Mapping[Kind, Proposal]] = MappingProxyType(
    {
        Kind.EQUATION: _equation,
        Kind.SYSTEM: _system,
        Kind.DERIVATIVE: _derivative,
        Kind.INTEGRAL: _integral,
        Kind.FACTOR: _rewriting,
        Kind.EXPAND: _rewriting,
        Kind.SIMPLIFY: _rewriting,
        Kind.SEQUENCE: _sequence,
        Kind.SORT: _order,
        Kind.CHOOSE: _order,
    }
)
"""Kinds that have a picture; of others it is said that they have none."""
