"""Claimed extrema, critical points and intervals: by the kernel's chart of signs, and by values."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import Outcome, holds, identity, real_solutions, substitute, variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.environment import simplified
from mathviz_chat.core.problems.judging import forms, inequality
from mathviz_chat.core.problems.judging.claimed_points import Claimed, parse, shown
from mathviz_chat.core.problems.judging.number import judge_value
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.judging.solutions import count_again
from mathviz_chat.core.problems.literals import number as literal
from mathviz_chat.core.problems.problem import AnswerJudgement, Form, Problem
from mathviz_chat.core.problems.sign_chart import ZERO, Break, Chart, chart_of, derivative_of
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import And, Chain, Expr, Log, Node, RelOp, Sub, Symbol
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import Answer, AnswerVerdict

NONE: Final = "none"
PLACE_OF: Final = "place of"
"""A task begins with it that asks where the greatest or the least value is taken."""
_NONE = re.compile(
    r"(?:there (?:are|is) )?(?:none|no (?:local |relative |critical |inflection |stationary )?"
    r"(?:extrema|extremum|points?|points? of inflection|maximum or minimum))\.?",
    re.IGNORECASE,
)


def charts(problem: Problem) -> tuple[Chart, list[tuple[str, Break]]] | None:
    """The chart of the derivative, and what is at its zeros; None where it is not found."""
    body, variable = problem.target, problem.variable
    assert isinstance(body, Expr) and variable is not None
    derivative = examined(problem)
    chart = None if derivative is None else chart_of(derivative, variable, body)
    if chart is None:
        return None
    return chart, [(_kind(chart, one), one) for one in chart.zeros]


PLACES: Final = ("critical", "slope", "slope points", "stationary")
"""Tasks that ask for all zeros, whatever the signs beside them."""
OF_ONE_KIND: Final = ("local maximum", "local minimum")
"""Tasks that ask for the points of one kind."""
WITH_HEIGHTS: Final = ("slope points", "stationary", "turning", *OF_ONE_KIND)
"""Tasks that ask for points, not for values of the variable."""


def has_slope(problem: Problem) -> bool:
    """Whether it asks where the slope has a value that is given."""
    return problem.task in ("slope", "slope points")


def examined(problem: Problem) -> Expr | None:
    """What is 0 at the points asked for: f', f'', or f' less the slope that is given."""
    body, variable = problem.target, problem.variable
    assert isinstance(body, Expr) and variable is not None
    order = 2 if problem.task in ("inflection", "concave up", "concave down") else 1
    derivative = derivative_of(body, variable, order)
    if derivative is None or not has_slope(problem):
        return derivative
    return simplified(Sub(derivative, problem.items[0]))


def _kind(chart: Chart, one: Break) -> str:
    before, after = chart.around(one)
    if before is None or after is None or before == after:
        return "neither"
    return "maximum" if before > after else "minimum"


def expected(problem: Problem) -> list[tuple[str, Break]] | None:
    """The points that the answer must name."""
    found = charts(problem)
    if found is None:
        return None
    if problem.task in PLACES:
        return found[1]
    kinds: tuple[str, ...] = ("maximum", "minimum")
    if problem.task.startswith("local "):
        kinds = (problem.task.removeprefix("local "),)
    return [(kind, one) for kind, one in found[1] if kind in kinds]


def judge(problem: Problem, text: str) -> AnswerJudgement:
    """Judge a list of points, or the extreme values on an interval."""
    if problem.form is Form.NUMBER:
        return _judge_extreme_value(problem, text)
    if problem.task == "absolute":
        return _judge_absolute(problem, text)
    if problem.task.startswith(PLACE_OF):
        return _judge_place(problem, text)
    wanted = expected(problem)
    if wanted is None:
        return unchecked("Its critical points are not found exactly.")
    if _NONE.fullmatch(text.strip()):
        return _judge_none(problem, wanted, Answer(text, NONE))
    claimed = parse(text, problem.variable or "x", with_kinds=True)
    claimed = claimed or parse(text, problem.variable or "x", with_kinds=False)
    if not claimed:
        return unchecked("It is not a list of points.")
    answer = Answer(text, shown(claimed, problem.variable or "x"))
    if problem.task in WITH_HEIGHTS and any(one.value is None for one in claimed):
        return unchecked("The question asks for points: give both coordinates.", answer)
    if problem.task in OF_ONE_KIND and _names_more(problem, claimed, answer):
        return unchecked("More is told than was asked: give what was asked alone.", answer)
    judged = _compare(problem, wanted, claimed, answer)
    unsaid = problem.task == "local" and not all(one.kind for one in claimed)
    if (
        unsaid
        and len({kind for kind, _ in wanted}) > 1
        and judged.verdict is AnswerVerdict.VERIFIED
    ):
        return unchecked("Say of each point whether it is a maximum or a minimum.", answer)
    return judged


def _names_more(problem: Problem, claimed: list[Claimed], answer: Answer) -> bool:
    """Whether all extrema are told, each with its kind and rightly, where one kind is asked."""
    if not all(one.kind for one in claimed) or len({one.kind for one in claimed}) == 1:
        return False
    both = replace(problem, task="local")
    wanted = expected(both)
    return wanted is not None and (
        _compare(both, wanted, claimed, answer).verdict is AnswerVerdict.VERIFIED
    )


def _judge_none(
    problem: Problem, wanted: list[tuple[str, Break]], answer: Answer
) -> AnswerJudgement:
    if wanted:
        return refuted(
            answer, f"There is one at {problem.variable} = {to_plain(wanted[0][1].exact)}."
        )
    if problem.task not in PLACES or _counted(problem, ()):
        return verified(answer, "The derivative does not change its sign, certified and counted.")
    return unchecked("It was proved, but recounting did not confirm it.", answer)


def _compare(
    problem: Problem, wanted: list[tuple[str, Break]], claimed: list[Claimed], answer: Answer
) -> AnswerJudgement:
    body, variable = problem.target, problem.variable
    assert isinstance(body, Expr) and variable is not None
    matched: set[Fraction] = set()
    for one in claimed:
        found = _matching(wanted, one)
        if found is None:
            return refuted(answer, f"{variable} = {to_plain(one.place)} is none of them.")
        kind, place = found
        if one.kind and kind != one.kind:
            return refuted(answer, f"At {variable} = {to_plain(one.place)} it is a {kind}.")
        if one.value is not None:
            height = substitute(body, {variable: place.exact})
            decision = identity(height, one.value).outcome
            again = recount.agree(recount.value(height), recount.value(one.value))
            if decision is Outcome.REFUTED and not again:
                return refuted(answer, f"{to_plain(one.value)} is not the value there.")
            if decision is not Outcome.PROVED or not again:
                return unchecked("A value could not be confirmed in two ways.", answer)
        matched.add(place.value)
    if len(matched) < len(wanted):
        missing = next(b for _, b in wanted if b.value not in matched)
        return refuted(answer, f"{variable} = {to_plain(missing.exact)} is missing.")
    if not _confirmed(problem, wanted):
        return unchecked("It was proved, but values did not confirm it.", answer)
    return verified(answer, "The signs of the derivative prove it, values confirm it.")


def _matching(wanted: list[tuple[str, Break]], one: Claimed) -> tuple[str, Break] | None:
    for kind, place in wanted:
        if identity(place.exact, one.place).outcome is Outcome.PROVED:
            return kind, place
    return None


def _confirmed(problem: Problem, wanted: list[tuple[str, Break]]) -> bool:
    """By numbers: neighbours are lower or higher, and as many zeros are counted another way."""
    body, variable = problem.target, problem.variable
    assert isinstance(body, Expr) and variable is not None
    with_kinds = problem.task not in (*PLACES, "inflection")
    if with_kinds and not all(_is_extreme(body, variable, k, b) for k, b in wanted):
        return False
    found = charts(problem)
    return found is not None and _counted(problem, tuple(one.exact for _, one in found[1]))


def _is_extreme(body: Expr, variable: str, kind: str, place: Break) -> bool:
    step = Fraction(1, 10**6)
    try:
        middle = recount.value(body, {variable: recount.value(place.exact)})
        sides = [recount.value(body, {variable: place.value + s}) for s in (-step, step)]
    except recount.NotEvaluated:
        return False
    if kind == "maximum":
        return all(recount.less(side, middle) for side in sides)
    return all(recount.less(middle, side) for side in sides)


def _counted(problem: Problem, zeros: tuple[Expr, ...]) -> bool:
    """Sturm's count, or SymPy's, of the zeros of the derivative."""
    derivative, variable = examined(problem), problem.variable or "x"
    if derivative is None:
        return False
    if not variables(derivative):
        return not zeros
    equation = Chain((derivative, ZERO), (RelOp.EQ,))
    return count_again(equation, variable, zeros) == len(zeros)


# ---------------------------------------------------------------------------- on an interval


def extreme_values(problem: Problem) -> list[tuple[Expr, Expr]] | None:
    """The candidates on the interval, or on the whole line: (place, value), in order."""
    body, variable = problem.target, problem.variable
    assert isinstance(body, Expr) and variable is not None
    found = charts(problem)
    if found is None:
        return None
    if problem.conditions:
        inside = [one.exact for _, one in found[1] if _is_inside(problem, one.exact)]
        return [(place, substitute(body, {variable: place})) for place in inside]
    if any(sign is None for sign in found[0].signs):
        return None
    if any(not one.is_zero for one in found[0].breaks):
        return None
    places = [one.exact for _, one in found[1]]
    if problem.items:
        low, high = (recount.value(end) for end in problem.items)
        inner = [p for p in places if recount.less(low, recount.value(p))]
        inner = [p for p in inner if recount.less(recount.value(p), high)]
        places = [problem.items[0], *inner, problem.items[1]]
    return [(place, substitute(body, {variable: place})) for place in places]


def _is_inside(problem: Problem, place: Expr) -> bool:
    """Whether the kernel proves the conditions at a place."""
    at = {problem.variable or "x": place}
    return all(
        isinstance(one, Chain) and holds(one, at).outcome is Outcome.PROVED
        for one in problem.conditions
    )


def is_bound(problem: Problem, value: Expr, *, upper: bool) -> bool:
    """Whether the kernel proves that the function nowhere exceeds the value (or falls below it)."""
    body, variable = problem.target, problem.variable
    assert isinstance(body, Expr) and variable is not None
    beyond = Chain((body, value), (RelOp.GT if upper else RelOp.LT,))
    if not problem.items and not problem.conditions:
        found = real_solutions(beyond, variable)
        return found is not None and found.is_empty
    name = Symbol(variable)
    inside = problem.conditions or (
        Chain((name, problem.items[0]), (RelOp.GE,)),
        Chain((name, problem.items[1]), (RelOp.LE,)),
    )
    found = real_solutions(And((beyond, *inside)), variable)
    return found is not None and found.is_empty


def _sampled(problem: Problem, value: Expr, *, upper: bool) -> bool:
    """No value at many points of the interval is beyond it."""
    body, variable = problem.target, problem.variable
    assert isinstance(body, Expr) and variable is not None
    low, high = (recount.value(e) for e in problem.items) if problem.items else (-50, 50)
    bound = recount.value(value)
    for k in range(401):
        at = low + (high - low) * Fraction(k, 400)
        if problem.conditions and not _is_inside(problem, literal(Fraction(at))):
            continue
        try:
            here = recount.value(body, {variable: at})
        except recount.NotEvaluated:
            return False
        if recount.less(bound, here) if upper else recount.less(here, bound):
            return False
    return True


def _judge_extreme_value(problem: Problem, text: str) -> AnswerJudgement:
    """The maximum or the minimum value, as a number."""
    upper = problem.task == "maximum"
    candidates = extreme_values(problem)
    values = [value for _, value in candidates or []]
    best = best_of(values, upper=upper)
    claimed = _number(text, problem.variable)
    if claimed is None:
        return unchecked("The question asks for a value.")
    answer = Answer(text, to_plain(claimed))
    if best is None or not is_bound(problem, best, upper=upper):
        return unchecked("That there is no greater or smaller value could not be proved.", answer)
    if not _sampled(problem, best, upper=upper):
        return unchecked("It was proved, but values did not confirm it.", answer)
    return judge_value(best, claimed, answer)


def _judge_place(problem: Problem, text: str) -> AnswerJudgement:
    """Where the greatest or the least value is taken."""
    upper = problem.task == f"{PLACE_OF} maximum"
    name = problem.variable or "x"
    claimed = parse(text, name, with_kinds=False)
    if not claimed and _number(text, name) is not None:
        claimed = parse(f"{name} = {text}", name, with_kinds=False)
    if not claimed:
        return unchecked("The question asks where that value is taken.")
    answer = Answer(text, shown(claimed, name))
    candidates = extreme_values(problem)
    best = best_of([value for _, value in candidates or []], upper=upper)
    if candidates is None or best is None or not is_bound(problem, best, upper=upper):
        return unchecked("That there is no greater or smaller value could not be proved.", answer)
    if not _sampled(problem, best, upper=upper):
        return unchecked("It was proved, but values did not confirm it.", answer)
    places = [place for place, value in candidates if same(value, best)]
    word = "maximum" if upper else "minimum"
    named = [replace(one, kind=word) for one in claimed]
    judged = _places(problem, named, places, best, answer)
    return judged or verified(answer, "No other value is beyond it, proved and sampled.")


def best_of(values: list[Expr], *, upper: bool) -> Expr | None:
    """The greatest or the smallest of some values."""
    best: Expr | None = None
    for value in values:
        if best is None:
            best = value
            continue
        a, b = recount.value(best), recount.value(value)
        if recount.less(a, b) if upper else recount.less(b, a):
            best = value
    return best


def _number(text: str, variable: str | None) -> Expr | None:
    """``5``, ``y = 5``, ``5 at x = 3``; not ``x = 5``, which is a place."""
    bare = re.sub(r"\s+at\s+[a-z]\s*=.*$", "", text.strip().rstrip("."))
    try:
        node = read(bare)
    except ReadError:
        return None
    if isinstance(node, Chain) and node.items[0] == Symbol(variable or "x"):
        return None
    claimed = forms.claimed_value(node)
    good = claimed is not None and not variables(claimed) and forms.is_worked_out(claimed)
    return claimed if good else None


def _judge_absolute(problem: Problem, text: str) -> AnswerJudgement:
    claimed = parse(text, problem.variable or "x", with_kinds=True)
    kinds = {one.kind for one in claimed}
    if kinds != {"maximum", "minimum"}:
        return unchecked("Name the maximum and the minimum, each with its place.")
    candidates = extreme_values(problem)
    if candidates is None:
        return unchecked("Its critical points are not found exactly.")
    answer = Answer(text, shown(claimed, problem.variable or "x"))
    for kind in ("maximum", "minimum"):
        upper = kind == "maximum"
        best = best_of([value for _, value in candidates], upper=upper)
        if best is None or not is_bound(problem, best, upper=upper):
            return unchecked("That no other value is beyond it could not be proved.", answer)
        if not _sampled(problem, best, upper=upper):
            return unchecked("It was proved, but values did not confirm it.", answer)
        places = [p for p, value in candidates if same(value, best)]
        judged = _places(problem, [c for c in claimed if c.kind == kind], places, best, answer)
        if judged is not None:
            return judged
    return verified(answer, "No other value on the interval is beyond them, proved and sampled.")


def same(left: Expr, right: Expr) -> bool:
    return recount.agree(recount.value(left), recount.value(right))


def _places(
    problem: Problem, claimed: list[Claimed], places: list[Expr], best: Expr, answer: Answer
) -> AnswerJudgement | None:
    """None where all is right."""
    for one in claimed:
        wrong_value = one.value is not None and not same(one.value, best)
        if wrong_value or not any(same(one.place, place) for place in places):
            return refuted(answer, f"The {one.kind} is {to_plain(best)}, not there.")
        values = [one.value] if one.value is not None else []
        if any(identity(best, v).outcome is not Outcome.PROVED for v in values):
            return unchecked("A value could not be proved.", answer)
    if len(claimed) < len(places):
        return unchecked("It is taken at more places than one.", answer)
    return None


# ---------------------------------------------------------------------------- intervals


def judge_intervals(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Judge where a function increases, decreases or bends; the ends may belong or not."""
    conditions = interval_conditions(problem)
    if conditions is None:
        return unchecked("The rules do not differentiate it.")
    variable = problem.variable or "x"
    first = inequality.judge(conditions[0], variable, node, text)
    if first.verdict.value == "verified":
        return first
    closed = real_solutions(conditions[1], variable)
    if closed is not None and not closed.points:
        second = inequality.judge(conditions[1], variable, node, text)
        if second.verdict.value == "verified":
            return second
    return first


def interval_conditions(problem: Problem) -> tuple[Chain, Chain] | None:
    """``f' > 0``, and the same with equality."""
    body, variable = problem.target, problem.variable
    assert isinstance(body, Expr) and variable is not None
    order = 2 if problem.task.startswith("concave") else 1
    derivative = derivative_of(body, variable, order)
    if derivative is None or _has_edge(body):
        return None
    up = problem.task in ("increasing", "concave up")
    strict, weak = (RelOp.GT, RelOp.GE) if up else (RelOp.LT, RelOp.LE)
    return Chain((derivative, ZERO), (strict,)), Chain((derivative, ZERO), (weak,))


def _has_edge(body: Expr) -> bool:
    """Whether it is defined on one side of a point only, where its derivative goes on."""
    return any(isinstance(node, Log) and variables(node) for node in walk(body))
