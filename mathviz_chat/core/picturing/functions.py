"""Pictures of functions: with their derivatives, areas, zeros, terms."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from mathviz_chat.core.kernel import differentiate, real_solutions, variables
from mathviz_chat.core.picturing import floats, ranges
from mathviz_chat.core.picturing.answers import antiderivative_of, expression_of
from mathviz_chat.core.picturing.curves import sampled
from mathviz_chat.core.picturing.graphs import function, graphs, short
from mathviz_chat.core.picturing.picture import Dot, Picture, Region
from mathviz_chat.core.problems import Form, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Integral, Number, RelOp, Symbol


def derivative(problem: Problem, answer: str) -> Picture | None:
    """The function and its derivative."""
    body, name = problem.expression, problem.variable
    if body is None or name is None:
        return None
    slope = body
    for _ in range(problem.order):
        slope = differentiate(slope, name)
    primes = "'" * problem.order
    exprs = [(body, f"f({name}) = {to_plain(body)}"), (slope, f"f{primes}({name})")]
    return graphs(problem.read_as, name, exprs, ())


def integral(problem: Problem, answer: str) -> Picture | None:
    """The area that a definite integral measures, or the function and an antiderivative."""
    found = problem.target if isinstance(problem.target, Integral) else problem.expression
    if not isinstance(found, Integral):
        return None
    body, name = found.body, found.variable
    graph = (body, f"y = {to_plain(body)}")
    if found.lower is None or found.upper is None:
        whole = antiderivative_of(answer, name)
        exprs = [graph] if whole is None else [graph, (whole, f"F({name}), with C = 0")]
        return graphs(problem.read_as, name, exprs, ())
    low, high = floats.end(found.lower), floats.end(found.upper)
    ends = [end for end in (low, high) if end is not None]
    marks = [(end, body, f"{name} = {short(end)}") for end in ends]
    shown = graphs(problem.read_as, name, [graph], marks)
    start, stop = sorted((shown.x[0] if low is None else low, shown.x[1] if high is None else high))
    assert shown.y is not None
    pieces = sampled(function(body, name), (start, stop), shown.y)
    regions = tuple(
        Region("area", ((piece[0][0], 0.0), *piece, (piece[-1][0], 0.0))) for piece in pieces
    )
    y = (min(shown.y[0], 0.0), max(shown.y[1], 0.0))
    return Picture(shown.title, shown.x, y, name, "", False, shown.curves, shown.dots, regions)


def rewriting(problem: Problem, answer: str) -> Picture | None:
    """The graph of an expression in one letter, with its zeros where it is factored."""
    body = problem.expression
    names = () if body is None else variables(body)
    if body is None or len(names) != 1:
        return None
    marks = []
    if problem.form is Form.FACTORED:
        zeros = real_solutions(Chain((body, Number(Fraction(0))), (RelOp.EQ,)), names[0])
        found = () if zeros is None else zeros.points
        marks = [(float(p.decimal), body, f"{names[0]} = {short(float(p.decimal))}") for p in found]
    return graphs(to_plain(body), names[0], [(body, f"y = {to_plain(body)}")], marks)


def wave(problem: Problem, answer: str) -> Picture | None:
    """The graph of the sine, cosine or tangent whose period or amplitude is asked."""
    return rewriting(replace(problem, expression=problem.target), answer)


def inverse(problem: Problem, answer: str) -> Picture | None:
    """A function and its inverse, mirrored in the line y = x."""
    body, name = problem.expression, problem.variable
    mirrored = expression_of(answer, name) if name else None
    if body is None or name is None or mirrored is None:
        return None
    exprs = [
        (body, f"f({name}) = {to_plain(body)}"),
        (mirrored, f"the inverse: {to_plain(mirrored)}"),
        (Symbol(name), f"y = {name}"),
    ]
    shown = graphs(problem.read_as, name, exprs, ())
    return replace(shown, same_scale=True)


def sequence(problem: Problem, answer: str) -> Picture | None:
    """The terms over their places, the next one with them, on the graph of the n-th term."""
    general, name = problem.target, problem.variable
    if general is None or name is None:
        return None
    count = len(problem.items) + 1
    marks = [(float(n), general, "") for n in range(1, count + 1)]
    label = f"term {name}: {to_plain(general)}"
    return graphs(problem.read_as, name, [(general, label)], marks)


def order(problem: Problem, answer: str) -> Picture | None:
    """The values on the number line."""
    values = [(floats.number(item), to_plain(item)) for item in problem.items]
    dots = tuple(Dot((value, 0.0), label) for value, label in values if value is not None)
    if len(dots) != len(values):
        return None
    x = ranges.around([dot.at[0] for dot in dots], least=0.5)
    return Picture(problem.read_as, x, x_label="", dots=dots)
