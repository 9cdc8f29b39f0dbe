"""The shape of a curve: critical points, extrema, inflection points, where it rises and bends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mathviz_chat.core.kernel import Outcome, holds, substitute
from mathviz_chat.core.problems import polynomial
from mathviz_chat.core.problems.judging import claimed_points
from mathviz_chat.core.problems.judging import extrema as judging
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import Form, Problem
from mathviz_chat.core.problems.sign_chart import Chart
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Derivative, Expr, RelOp
from mathviz_chat.core.solving import build, equation, inequality, values
from mathviz_chat.core.solving.derivative import Differentiation, NoRule
from mathviz_chat.core.solving.lines import BRIEF, FINE, Lines


def solve(problem: Problem) -> Lines | None:
    """Differentiate, find the zeros, look at the signs between them."""
    found = judging.charts(problem)
    lines = Lines()
    _told(lines, problem)
    derivative = _differentiated(lines, problem)
    if found is None or derivative is None:
        return None
    chart, _ = found
    if not _zeros(lines, problem, derivative, chart):
        return None
    valued = problem.form is Form.NUMBER or problem.task == "absolute"
    if valued or problem.task.startswith(judging.PLACE_OF):
        candidates = judging.extreme_values(problem)
        if not candidates:
            return None
        turning = _are_zeros(chart, candidates)
        if turning:
            _signs(lines, derivative, chart)
        return _extreme_values(lines, problem, candidates, _TURNS if turning else None)
    if not judging.has_slope(problem):
        bending = problem.task in ("inflection", "concave up", "concave down")
        _signs(lines, derivative, chart, rising=not bending)
    if problem.task.startswith("local"):
        _second_test(lines, derivative, problem)
    return _listed(lines, problem)


def _are_zeros(chart: Chart, candidates: Sequence[tuple[Expr, Expr]]) -> bool:
    """Whether no end of an interval is among the places."""
    return all(any(place == zero.exact for zero in chart.zeros) for place, _ in candidates)


def _second_test(lines: Lines, derivative: Expr, problem: Problem) -> None:
    """The sign of the second derivative at each place, in fine solutions, where it decides."""
    variable = problem.variable or "x"
    try:
        second = Differentiation(Lines(), variable).simplified(derivative)
    except NoRule:
        return
    decided = []
    for kind, place in judging.expected(problem) or ():
        filled = substitute(second, {variable: place.exact})
        claim = Chain((filled, build.ZERO), (_BENDS[kind],)) if kind in _BENDS else None
        if claim is not None and holds(claim, {}).outcome is Outcome.PROVED:
            decided.append((f"{variable} = {to_plain(place.exact)}", claim, kind))
    if not decided:
        return
    again = build.equals(Derivative(derivative, variable), second)
    lines.step("Differentiate again", again, level=FINE)
    for where, claim, kind in decided:
        why = f"Second-derivative test: {_TESTED[kind]}"
        lines.step(f"Second derivative at {where}", claim, level=FINE, why=why)


_TURNS: Final = "The slope changes its sign at such a point: the curve turns."
_BENDS: Final = {"maximum": RelOp.LT, "minimum": RelOp.GT}
_TESTED: Final = {
    "maximum": "where the tangent is level and f'' < 0, there is a maximum.",
    "minimum": "where the tangent is level and f'' > 0, there is a minimum.",
}
_CHANGES: Final = {
    "maximum": "The curve rises before {} and falls after it: a maximum.",
    "minimum": "The curve falls before {} and rises after it: a minimum.",
}


def _told(lines: Lines, problem: Problem) -> None:
    """Of a story, the quantity that is asked for as a function, and its numbers worked out."""
    body, variable = problem.target, problem.variable
    if problem.unit is None or not isinstance(body, Expr) or variable is None:
        return
    size = "smallest" if "min" in problem.task else "largest"
    told = f"Write what is to be {size} as a function of {variable}"
    lines.setup(told, to_plain(body))
    whole = polynomial.of_expression(body, variable)
    short = None if not whole else polynomial.to_tree(whole, variable)
    if short is not None and short != body:
        claim = build.equals(body, short)
        lines.step("Multiply out", claim, before=body, after=short)


def _differentiated(lines: Lines, problem: Problem) -> Expr | None:
    body, variable = problem.target, problem.variable
    assert isinstance(body, Expr) and variable is not None
    whole = polynomial.of_expression(body, variable) if problem.unit is not None else None
    body = polynomial.to_tree(whole, variable) if whole else body
    order = 2 if problem.task in ("inflection", "concave up", "concave down") else 1
    try:
        for _ in range(order):
            body = Differentiation(lines, variable).simplified(body)
    except NoRule:
        return None
    return body


def _zeros(lines: Lines, problem: Problem, derivative: Expr, chart: Chart) -> bool:
    """Where the derivative is 0."""
    variable = problem.variable or "x"
    level = problem.items[0] if judging.has_slope(problem) else build.ZERO
    condition = build.equals(derivative, level)
    word = "second derivative" if problem.task == "inflection" else "derivative"
    lines.setup(f"Set the {word} equal to {to_plain(level)}", to_plain(condition))
    solved = equation.solve_equation(condition, variable)
    if solved is not None and chart.zeros:
        lines.lines += solved.lines
    elif chart.zeros:
        claim = build.values_of(variable, [one.exact for one in chart.zeros])
        lines.step("Solve for each root", claim, level=BRIEF, before=condition)
    else:
        lines.setup("It has no solution", "no real solutions")
    return True


def _signs(lines: Lines, derivative: Expr, chart: Chart, *, rising: bool = True) -> None:
    """A test value in each piece; rising: where the derivative is the first one."""
    for test, sign in zip(chart.tests, chart.signs, strict=True):
        if sign is None:
            continue
        op = RelOp.GT if sign > 0 else RelOp.LT
        filled = substitute(derivative, {chart.variable: number(test)})
        claim = Chain((filled, build.ZERO), (op,))
        shown = to_plain(number(test))
        place = f"{chart.variable} = {shown}"
        way = ("falls", "rises") if rising else ("curves down", "curves up")
        lines.step(f"Test the sign at {place}", claim, why=f"The curve {way[sign > 0]} at {place}.")


def _listed(lines: Lines, problem: Problem) -> Lines | None:
    body, variable = problem.target, problem.variable
    assert isinstance(body, Expr) and variable is not None
    claimed: list[claimed_points.Claimed] = []
    wanted = judging.expected(problem) or []
    for kind, place in wanted:
        filled = substitute(body, {variable: place.exact})
        height = values.simplest(filled)
        if height is None:
            return None
        where = f"{variable} = {to_plain(place.exact)}"
        if filled != height:
            claim = build.equals(filled, height)
            why = _CHANGES[kind].format(where) if kind in _CHANGES else None
            rule = f"Height at {where}"
            lines.step(rule, claim, level=BRIEF, before=filled, after=height, why=why)
        with_kind = kind if problem.task == "local" else ""
        claimed.append(claimed_points.Claimed(with_kind, place.exact, height))
    if problem.task in ("critical", "slope"):
        claimed = [claimed_points.Claimed("", one.place, None) for one in claimed]
    lines.finish(claimed_points.shown(claimed, variable) if claimed else judging.NONE)
    return lines


def _extreme_values(
    lines: Lines, problem: Problem, candidates: Sequence[tuple[Expr, Expr]], why: str | None
) -> Lines | None:
    """The candidates compared: the ends of the interval and the critical points in it."""
    variable = problem.variable or "x"
    known: list[tuple[Expr, Expr]] = []
    for place, filled in candidates:
        value = values.simplest(filled)
        if value is None:
            return None
        if filled != value:
            rule = f"Value at {variable} = {to_plain(place)}"
            claim = build.equals(filled, value)
            lines.step(rule, claim, level=BRIEF, before=filled, after=value, why=why)
        known.append((place, value))
    task = problem.task.removeprefix(judging.PLACE_OF).strip()
    tasks = ("maximum", "minimum") if task == "absolute" else (task,)
    claimed: list[claimed_points.Claimed] = []
    for one in tasks:
        best = judging.best_of([value for _, value in known], upper=one == "maximum")
        if best is None:
            return None
        claimed += [claimed_points.Claimed(one, p, best) for p, v in known if judging.same(v, best)]
        if problem.form is Form.NUMBER:
            lines.finish(best)
            return lines
    if task != problem.task:
        claimed = [claimed_points.Claimed("", one.place, None) for one in claimed]
    lines.finish(claimed_points.shown(claimed, variable))
    return lines


def intervals(problem: Problem) -> Lines | None:
    """The inequality ``f' > 0``, solved."""
    conditions = judging.interval_conditions(problem)
    lines = Lines()
    derivative = _differentiated(lines, problem)
    if conditions is None or derivative is None:
        return None
    wanted = Chain((derivative, build.ZERO), conditions[0].ops)
    lines.setup(f"It is {problem.task} where this holds", to_plain(wanted))
    solved = inequality.solve(wanted, problem.variable or "x")
    if solved is None or solved.answer is None:
        return None
    lines.lines += solved.lines
    lines.finish(solved.answer)
    return lines
