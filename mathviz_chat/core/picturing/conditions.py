"""Pictures of conditions: equations, inequalities, systems."""

from __future__ import annotations

from mathviz_chat.core.kernel import SolutionSet, real_solutions, variables
from mathviz_chat.core.picturing import floats, ranges
from mathviz_chat.core.picturing.answers import values_of
from mathviz_chat.core.picturing.curves import implicit, joined
from mathviz_chat.core.picturing.floats import compiled
from mathviz_chat.core.picturing.graphs import graphs, short
from mathviz_chat.core.picturing.picture import Curve, Dot, Picture, Point, Range, Stretch
from mathviz_chat.core.problems import Form, Kind, Problem, linear_system
from mathviz_chat.core.problems import polynomial as polynomials
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import And, Chain, Expr, Or, RelOp, Sub


def equation(problem: Problem, answer: str) -> Picture | None:
    """Both sides as graphs; the solutions are where they meet. A second condition is the domain."""
    condition = problem.conditions[0]
    if isinstance(condition, And | Or):
        return _joined_inequalities(condition)
    if not isinstance(condition, Chain):
        return None
    names = variables(condition)
    if len(names) != 1:
        return None
    if condition.ops != (RelOp.EQ,):
        return inequality(condition, names[0])
    left, right = condition.items
    zero = floats.number(right) == 0
    exprs = [(left, f"y = {to_plain(left)}")]
    if not zero:
        exprs.append((right, f"y = {to_plain(right)}"))
    marks = [(at, left, label) for at, label in values_of(answer, names[0])]
    return graphs(to_plain(condition), names[0], exprs, marks, _domain(problem))


def chosen(problem: Problem, answer: str) -> Picture | None:
    """The equation of which some solutions are chosen, or rounded."""
    base = problem.parts[0]
    known = base.kind in (Kind.EQUATION, Kind.TRIGONOMETRIC)
    return equation(base, answer) if known and base.form is not Form.INTERVALS else None


def _domain(problem: Problem) -> Range | None:
    """``0 <= x <= 2pi``, the interval that the question names, with a little room beside it."""
    if len(problem.conditions) != 2 or not isinstance(problem.conditions[1], Chain):
        return None
    if len(problem.conditions[1].items) != 3:
        return None
    low, high = (floats.number(problem.conditions[1].items[k]) for k in (0, 2))
    if low is None or high is None or not low < high:
        return None
    room = 0.04 * (high - low)
    return (low - room, high + room)


def inequality(condition: Chain, name: str) -> Picture | None:
    """The solutions on a number line; under the graphs of both sides where they are no lines."""
    found = real_solutions(condition, name)
    if found is None:
        return None
    stretches = stretches_of(found)
    ends = [end for stretch in stretches for end in (stretch.low, stretch.high) if end is not None]
    title = to_plain(condition)
    straight = all(_is_straight(item, name) for item in condition.items)
    if straight or len(condition.items) != 2:
        return Picture(title, ranges.around(ends), x_label=name, stretches=stretches)
    left, right = condition.items
    exprs = [(side, f"y = {to_plain(side)}") for side in (left, right)]
    marks = [(end, left, f"{name} = {short(end)}") for end in dict.fromkeys(ends)]
    shown = graphs(title, name, exprs, marks)
    return Picture(
        title, shown.x, shown.y, name, "", False, shown.curves, shown.dots, (), stretches
    )


def _joined_inequalities(condition: And | Or) -> Picture | None:
    """The solutions of all of them, or of any, on one number line."""
    name = variables(condition)[0]
    found = real_solutions(condition, name)
    if found is None:
        return None
    stretches = stretches_of(found)
    ends = [end for stretch in stretches for end in (stretch.low, stretch.high) if end is not None]
    word = " and " if isinstance(condition, And) else " or "
    title = word.join(map(to_plain, condition.items))
    return Picture(title, ranges.around(ends), x_label=name, stretches=stretches)


def stretches_of(found: SolutionSet) -> tuple[Stretch, ...]:
    """The parts of the number line that a set of solutions is made of."""
    points = [Stretch(float(p.decimal), float(p.decimal), True, True) for p in found.points]
    intervals = [
        Stretch(floats.end(p.lower), floats.end(p.upper), p.lower_closed, p.upper_closed)
        for p in found.intervals
    ]
    return (*points, *intervals)


def _is_straight(expr: Expr, name: str) -> bool:
    coefficients = polynomials.of_expression(expr, name)
    return coefficients is not None and len(coefficients) <= 2


def system(problem: Problem, answer: str) -> Picture | None:
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
    return Curve(to_plain(condition), joined(lines))


def _common_points(
    problem: Problem, names: tuple[str, ...], answer: str
) -> list[tuple[Point, str]]:
    exact = linear_system.solve(problem.conditions, names)
    if exact is not None:
        point = (float(exact[names[0]]), float(exact[names[1]]))
        return [(point, f"({exact[names[0]]}, {exact[names[1]]})")]
    pairs = zip(values_of(answer, names[0]), values_of(answer, names[1]), strict=False)
    return [((a, b), f"({short(a)}, {short(b)})") for (a, _), (b, _) in pairs]
