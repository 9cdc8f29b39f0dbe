"""Claimed limits: by the kernel, leading terms or signs beside the point; values confirm them."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Any, Final

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import (
    Outcome,
    differentiate,
    evaluate,
    identity,
    substitute,
    variables,
)
from mathviz_chat.core.problems import growth, recount
from mathviz_chat.core.problems.growth import INFINITY, MINUS_INFINITY, ZERO
from mathviz_chat.core.problems.judging import forms
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import Abs, Div, Expr, Limit, Mul, Neg
from mathviz_chat.core.reading.walking import map_children, walk
from mathviz_chat.core.verdict import Answer

NONE: Final = "does not exist"
MAX_ROUNDS: Final = 4
_NONE = re.compile(
    r"(?:(?:the|it|this) )?(?:limit )?(?:does not exist|doesn'?t exist|dne|undefined|no limit)\.?",
    re.IGNORECASE,
)
_INFINITE: Final = (INFINITY, MINUS_INFINITY)


def judge(problem: Problem, text: str) -> AnswerJudgement:
    """Judge a number, an infinity, or that the limit does not exist."""
    limit = problem.target
    assert isinstance(limit, Limit)
    found = value(limit)
    if _NONE.fullmatch(text.strip()):
        return _judge_none(limit, found, Answer(text, NONE))
    claimed = _claimed(text)
    if claimed is None:
        return unchecked("The question asks for one value.")
    answer = Answer(text, to_plain(claimed))
    if found is None:
        return unchecked("The limit is not found by the rules.", answer)
    if found == NONE:
        return refuted(answer, "The limits from the left and from the right are different.")
    assert not isinstance(found, str)
    return _compare(limit, found, claimed, answer)


def _claimed(text: str) -> Expr | None:
    try:
        node = read(text.strip())
    except ReadError:
        return None
    claimed = forms.claimed_value(node)
    if claimed in _INFINITE:
        return claimed
    good = claimed is not None and not variables(claimed) and forms.is_worked_out(claimed)
    return claimed if good else None


def _compare(limit: Limit, found: Expr, claimed: Expr, answer: Answer) -> AnswerJudgement:
    again = approaches(limit, claimed)
    if found in _INFINITE or claimed in _INFINITE:
        if found == claimed and again:
            return verified(answer, "Proved by leading terms, confirmed by values.")
        if found != claimed and not again:
            return refuted(answer, f"The limit is {to_plain(found)}.")
        return unchecked("The values do not agree with what was proved.", answer)
    decision = identity(found, claimed)
    if decision.outcome is Outcome.PROVED and again:
        return verified(answer, "Proved, and confirmed by values near the point.")
    if decision.outcome is Outcome.REFUTED and not again:
        return refuted(answer, "The limit has another value.")
    return unchecked(decision.reason, answer)


def _judge_none(limit: Limit, found: Expr | str | None, answer: Answer) -> AnswerJudgement:
    if found is None:
        return unchecked("Whether it exists could not be decided.", answer)
    if found == NONE:
        sides = [value(replace(limit, side=side)) for side in "-+"]
        again = (
            isinstance(one, Expr) and approaches(replace(limit, side=side), one)
            for one, side in zip(sides, "-+", strict=True)
        )
        if all(again):
            return verified(answer, "The limits from the two sides are different.")
        return unchecked("It was proved, but values did not confirm it.", answer)
    if found in _INFINITE:
        return unchecked("It is an infinite limit: say which infinity.", answer)
    assert isinstance(found, Expr)
    if approaches(limit, found):
        return refuted(answer, f"The limit is {to_plain(found)}.")
    return unchecked("The values do not agree with what was proved.", answer)


# ---------------------------------------------------------------------------- the value


def value(limit: Limit) -> Expr | str | None:
    """The limit: a constant, an infinity, NONE where the sides differ; None if unknown."""
    if limit.point in _INFINITE:
        return growth.limit_value(limit) or _by_kernel(limit)
    if limit.side:
        return _one_sided(limit)
    if not any(isinstance(node, Abs) for node in walk(limit.body)):
        found = _by_kernel(limit)
        if found is not None:
            return found
    left, right = (_one_sided(replace(limit, side=side)) for side in "-+")
    if left is None or right is None:
        return None
    if left in _INFINITE or right in _INFINITE:
        return left if left == right else NONE
    outcome = identity(left, right).outcome
    if outcome is Outcome.PROVED:
        return left
    return NONE if outcome is Outcome.REFUTED else None


def _by_kernel(limit: Limit) -> Expr | None:
    """By continuity and L'Hospital's rule, found here and proved by the kernel."""
    found = _quotient_limit(limit, 0)
    if found is None or found in _INFINITE or limit.point in _INFINITE:
        return None
    return found if identity(limit, found).outcome is Outcome.PROVED else None


def _one_sided(limit: Limit) -> Expr | None:
    side = 1 if limit.side == "+" else -1
    plain = replace(limit, body=_without_absolute_values(limit, side))
    if any(isinstance(node, Abs) for node in walk(plain.body)):
        return None
    found = _quotient_limit(plain, side)
    return found if found is not None else growth.limit_value(plain)


def _without_absolute_values(limit: Limit, side: int) -> Expr:
    """``|u|`` as u or -u, by the sign of u beside the point."""

    def changed(node: Any) -> Any:
        node = map_children(node, changed)
        if not isinstance(node, Abs) or not variables(node):
            return node
        sign = sign_beside(node.arg, limit.variable, limit.point, side)
        return node if sign is None else node.arg if sign > 0 else Neg(node.arg)

    result: Expr = changed(limit.body)
    return result


def _is_zero(expr: Expr) -> bool | None:
    outcome = identity(expr, ZERO).outcome
    return {Outcome.PROVED: True, Outcome.REFUTED: False}.get(outcome)


def sign_beside(expr: Expr, name: str, point: Expr, side: int) -> int | None:
    """The sign right or left of a point, by the first derivative that is not 0 there."""
    for order in range(MAX_ROUNDS + 1):
        at = substitute(expr, {name: point})
        exact = evaluate(at)
        if exact is None:
            return None
        zero = _is_zero(at)
        if zero is None:
            return None
        if not zero:
            sign = 1 if exact.decimal > 0 else -1
            return sign * side**order if exact.decimal else None
        try:
            expr = differentiate(expr, name)
        except ValueError:
            return None
    return None


def _quotient_limit(limit: Limit, side: int) -> Expr | None:
    """Continuity; L'Hospital's rule for 0/0; an infinity where only the denominator is 0."""
    name, point = limit.variable, limit.point
    if point in _INFINITE:
        return None
    direct = substitute(limit.body, {name: point})
    if evaluate(direct) is not None:
        return direct if _may_be_put_in(limit.body, name, point, side) else None
    quotient = _as_quotient(limit.body)
    if quotient is None:
        return None
    above, below = quotient
    for _ in range(MAX_ROUNDS):
        values = [substitute(part, {name: point}) for part in (above, below)]
        if any(evaluate(one) is None for one in values):
            return None
        zeros = [_is_zero(one) for one in values]
        if zeros[1] is False:
            return Div(*values)
        if zeros == [False, True]:
            return _infinite(values[0], below, name, point, side)
        if zeros != [True, True]:
            return None
        try:
            above, below = differentiate(above, name), differentiate(below, name)
        except ValueError:
            return None
    return None


def _may_be_put_in(body: Expr, name: str, point: Expr, side: int) -> bool:
    """Continuous there: a ball around the point is left to the kernel for two sides."""
    two_sided = identity(Limit(body, name, point), substitute(body, {name: point})).outcome
    return two_sided is Outcome.PROVED or side != 0


def _infinite(above: Expr, below: Expr, name: str, point: Expr, side: int) -> Expr | None:
    exact = evaluate(above)
    if exact is None:
        return None
    signs = {sign_beside(below, name, point, s) for s in ((side,) if side else (1, -1))}
    if len(signs) != 1 or None in signs:
        return None
    (sign,) = signs
    assert sign is not None
    return INFINITY if (exact.decimal > 0) == (sign > 0) else MINUS_INFINITY


def _as_quotient(body: Expr) -> tuple[Expr, Expr] | None:
    """Numerator and denominator; sums are brought over one denominator as SymPy proposes."""
    if isinstance(body, Neg):
        inner = _as_quotient(body.arg)
        return None if inner is None else (Neg(inner[0]), inner[1])
    if isinstance(body, Div):
        return body.left, body.right
    if isinstance(body, Mul) and isinstance(body.right, Div):
        return Mul(body.left, body.right.left), body.right.right
    together = symbolic.together(body)
    if not isinstance(together, Div) or identity(together, body).outcome is not Outcome.PROVED:
        return None
    return together.left, together.right


# ---------------------------------------------------------------------------- the second way


def approaches(limit: Limit, claimed: Expr) -> bool:
    """Whether the values nearer and nearer to the point come nearer and nearer to the claim."""
    sides = {"+": (1,), "-": (-1,), "": (1, -1)}[limit.side]
    return all(_approaches_from(limit, claimed, side) for side in sides)


def _approaches_from(limit: Limit, claimed: Expr, side: int) -> bool:
    try:
        values = [recount.value(limit.body, {limit.variable: at}) for at in _places(limit, side)]
    except recount.NotEvaluated:
        return False
    if claimed in _INFINITE:
        wanted = 1 if claimed == INFINITY else -1
        sizes = [wanted * v for v in values]
        return all(s > 1 for s in sizes) and sizes[0] < sizes[1] < sizes[2]
    goal = recount.value(claimed)
    gaps = [abs(recount.real(v) - recount.real(goal)) for v in values]
    return bool(gaps[2] < 0.2 and (gaps[2] * 1.05 <= gaps[1] or gaps[2] < 1e-15))


def _places(limit: Limit, side: int) -> list[recount.Scalar]:
    """Three places, each much nearer than the one before."""
    if limit.point in _INFINITE:
        sign = 1 if limit.point == INFINITY else -1
        return [sign * Fraction(10**k) + Fraction(1, 3) for k in (1, 2, 3)]
    at = recount.value(limit.point)
    return [side * Fraction(1, 10**k) + at for k in (2, 4, 8)]
