"""Limits: put in, factor and cancel, the conjugate, L'Hospital's rule, leading terms."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import Outcome, differentiate, evaluate, identity, substitute
from mathviz_chat.core.problems.growth import INFINITY, MINUS_INFINITY
from mathviz_chat.core.problems.judging import limits as judging
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Div, Expr, Limit
from mathviz_chat.core.solving import build, values
from mathviz_chat.core.solving.lines import BRIEF, Lines

_INFINITE: Final = (INFINITY, MINUS_INFINITY)
MAX_ROUNDS: Final = 4


def solve(problem: Problem) -> Lines | None:
    """The lines that lead to the value, which is found and proved by the judge's rules."""
    limit = problem.target
    assert isinstance(limit, Limit)
    found = judging.value(limit)
    if found is None:
        return None
    lines = Lines()
    if found == judging.NONE:
        _two_sides(lines, limit)
        lines.finish(judging.NONE)
        return lines
    assert isinstance(found, Expr)
    result = found if found in _INFINITE else values.simplest(found)
    if result is None:
        return None
    if limit.point in _INFINITE:
        _at_infinity(lines, limit, result)
    elif result in _INFINITE:
        _infinite(lines, limit, result)
    else:
        _at_point(lines, limit)
    _whole(lines, limit, result)
    lines.finish(result)
    return lines


def _whole(lines: Lines, limit: Limit, result: Expr) -> None:
    """The limit as an equation, where the kernel proves it."""
    if result in _INFINITE:
        return
    if identity(limit, result).outcome is Outcome.PROVED:
        claim = build.equals(limit, result)
        lines.step("The limit", claim, level=BRIEF, before=limit, after=result)


def _two_sides(lines: Lines, limit: Limit) -> None:
    for word, side in (("left", "-"), ("right", "+")):
        one = Limit(limit.body, limit.variable, limit.point, side)
        found = judging.value(one)
        if isinstance(found, Expr):
            value = found if found in _INFINITE else values.simplest(found) or found
            lines.setup(f"From the {word} it tends to", to_plain(value))


def _at_point(lines: Lines, limit: Limit) -> None:
    """Put in; where that is 0/0, cancel a common factor or differentiate above and below."""
    name, point = limit.variable, limit.point
    body = limit.body
    if _put_in(lines, body, name, point):
        return
    lines.setup("Putting the point in gives no value", f"{name} = {to_plain(point)}")
    shorter = symbolic.cancelled(body)
    if shorter is not None and shorter != body:
        same = identity(body, shorter).outcome is Outcome.PROVED
        filled = substitute(shorter, {name: point})
        if same and evaluate(filled) is not None:
            left, right = Limit(body, name, point), Limit(shorter, name, point)
            if identity(left, right).outcome is Outcome.PROVED:
                why = "Beside the point the common factor is not 0."
                lines.step("Factor and cancel", build.equals(left, right), why=why)
            _put_in(lines, shorter, name, point)
            return
    _rule_of_lhospital(lines, limit)


def _put_in(lines: Lines, body: Expr, name: str, point: Expr) -> bool:
    filled = substitute(body, {name: point})
    value = values.simplest(filled) if evaluate(filled) is not None else None
    if value is None:
        return False
    if filled != value:
        rule = f"Put in {name} = {to_plain(point)}"
        lines.step(rule, build.equals(filled, value), why="The function is continuous there.")
    return True


def _rule_of_lhospital(lines: Lines, limit: Limit) -> None:
    name, point = limit.variable, limit.point
    body = limit.body
    for _ in range(MAX_ROUNDS):
        if not isinstance(body, Div):
            return
        ends = [substitute(part, {name: point}) for part in (body.left, body.right)]
        if any(values.simplest(end) != build.ZERO for end in ends):
            return
        for word, end in zip(("Numerator", "Denominator"), ends, strict=True):
            if end != build.ZERO:
                lines.step(f"{word} at the point", build.equals(end, build.ZERO))
        try:
            derived = [values.reduced(differentiate(p, name)) for p in (body.left, body.right)]
        except ValueError:
            return
        after = Div(*derived)
        left, right = Limit(body, name, point), Limit(after, name, point)
        if identity(left, right).outcome is Outcome.PROVED:
            why = "Both tend to 0: the quotient of the derivatives has the same limit."
            lines.step("L'Hospital's rule", build.equals(left, right), why=why)
        body = after
    return


def _infinite(lines: Lines, limit: Limit, result: Expr) -> None:
    lines.setup("The denominator tends to 0, the numerator does not", to_plain(limit.body))
    sign = "positive" if result == INFINITY else "negative"
    lines.setup("Beside the point the quotient is large", sign)


def _at_infinity(lines: Lines, limit: Limit, result: Expr) -> None:
    lines.setup("Compare the terms that grow fastest", to_plain(limit.body))
