"""Claimed sums, convergence and Taylor polynomials."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from math import factorial
from typing import Final

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import Outcome, differentiate, identity, substitute, variables
from mathviz_chat.core.problems import growth, recount
from mathviz_chat.core.problems.judging import forms
from mathviz_chat.core.problems.judging.number import judge_value
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    BigOperator,
    Const,
    Constant,
    Div,
    Expr,
    Factorial,
    Limit,
    Mul,
    Neg,
    Node,
    Pow,
    Sub,
    Symbol,
)
from mathviz_chat.core.verdict import Answer, AnswerVerdict

MAX_TERMS: Final = 3000
ONE: Final = number(Fraction(1))
_IT = r"(?:it |the series )?(?:is )?"
_YES = re.compile(rf"(?:yes|true|{_IT}(?:converges?|convergent))\.?", re.IGNORECASE)
_NO = re.compile(rf"(?:no|false|{_IT}(?:diverges?|divergent))\.?", re.IGNORECASE)


def judge_sum(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Judge the value of a sum, its closed form, or the sum of a geometric series."""
    total = problem.target
    claimed = forms.claimed_value(node)
    assert isinstance(total, BigOperator)
    if claimed is None or any(isinstance(one, BigOperator) for one in forms.parts(claimed)):
        return unchecked("The sum is not carried out.")
    if problem.task != "closed form" and (variables(claimed) or not forms.is_worked_out(claimed)):
        return unchecked("It is not worked out to one number.")
    answer = Answer(text, to_plain(claimed))
    if problem.task == "series":
        return _judge_series(total, claimed, answer)
    decision = identity(total, claimed)
    again = _added_up(total, claimed)
    if decision.outcome is Outcome.PROVED and again:
        return verified(answer, "Proved by the kernel, confirmed by adding up.")
    if decision.outcome is Outcome.REFUTED and not again:
        return refuted(answer, "The sum is another.")
    return unchecked(decision.reason, answer)


def _added_up(total: BigOperator, claimed: Expr) -> bool:
    """Term by term in fractions: to the upper limit, or to the first values of its letter."""
    letters = variables(total.upper)
    lower = recount.value(total.lower)
    for n in range(int(lower), int(lower) + 8) if letters else (0,):
        known = {name: Fraction(n) for name in letters}
        upper = recount.value(total.upper, known)
        if upper - lower > MAX_TERMS:
            return False
        at = Fraction(0)
        k = lower
        while k <= upper:
            at += recount.value(total.body, {total.index: k, **known})
            k += 1
        if not recount.agree(at, recount.value(claimed, known)):
            return False
    return True


def ratio_of(total: BigOperator) -> Expr | None:
    """The constant ratio of two neighbouring terms; None where it depends on the index."""
    plain, sign = _without_sign(total.body, total.index)
    if sign == -1:  # the kernel knows powers of positive numbers only
        size = ratio_of(replace(total, body=plain))
        return None if size is None else number(-Fraction(recount.value(size)))
    n = Symbol(total.index)
    following = substitute(total.body, {total.index: Add(n, ONE)})
    samples = []
    for k in (2, 5):
        try:
            above = recount.value(following, {total.index: Fraction(k)})
            samples.append(above / recount.value(total.body, {total.index: Fraction(k)}))
        except (recount.NotEvaluated, ZeroDivisionError):
            return None
    if not all(isinstance(one, Fraction) for one in samples) or samples[0] != samples[1]:
        return None
    ratio = number(samples[0])
    outcome = identity(following, Mul(ratio, total.body)).outcome
    return ratio if outcome is Outcome.PROVED else None


def series_value(total: BigOperator) -> Expr | None:
    """``first/(1 - ratio)`` of a geometric series with a ratio between -1 and 1."""
    ratio = ratio_of(total)
    if ratio is None or abs(recount.value(ratio)) >= 1:
        return None
    first = substitute(total.body, {total.index: total.lower})
    return Div(first, Sub(ONE, ratio))


def _judge_series(total: BigOperator, claimed: Expr, answer: Answer) -> AnswerJudgement:
    value = series_value(total)
    if value is None:
        return _judge_by_partial_sums(total, claimed, answer)
    decision = identity(value, claimed)
    again = _partial_sums(total, claimed)
    if decision.outcome is Outcome.PROVED and again:
        return verified(answer, "Proved by the constant ratio, confirmed by partial sums.")
    if decision.outcome is Outcome.REFUTED and not again:
        return refuted(answer, "The series has another sum.")
    return unchecked(decision.reason, answer)


LETTER: Final = "N"
"""The upper limit of a partial sum."""


def partial_sum(total: BigOperator) -> Expr | None:
    """``1 - 1/(N + 1)``, proved by induction to be the sum up to N; None where none is found."""
    if LETTER in (total.index, *variables(total.body)):
        return None
    upto = replace(total, upper=Symbol(LETTER))
    closed = symbolic.closed_form(upto)
    if closed is None or identity(upto, closed).outcome is not Outcome.PROVED:
        return None
    return closed


def limit_of(closed: Expr) -> Limit:
    """Its limit as N grows."""
    return Limit(closed, LETTER, Constant(Const.INFINITY))


def _judge_by_partial_sums(total: BigOperator, claimed: Expr, answer: Answer) -> AnswerJudgement:
    """The partial sums have a closed form, and the claimed value is its limit."""
    closed = partial_sum(total)
    if closed is None:
        return unchecked("It is no series whose partial sums are known.", answer)
    decision = identity(limit_of(closed), claimed)
    again = _extrapolated(total, claimed)
    if decision.outcome is Outcome.PROVED and again:
        return verified(answer, "Proved as the limit of the partial sums, confirmed by adding up.")
    if decision.outcome is Outcome.REFUTED and not again:
        return refuted(answer, "The series has another sum.")
    return unchecked(decision.reason, answer)


def _extrapolated(total: BigOperator, claimed: Expr) -> bool:
    """400, 800 and 1,600 terms; what is left of a sum of 1/n^2 halves each time."""
    lower = recount.value(total.lower)
    at, sums = recount.real(Fraction(0)), []
    for k in range(1600):
        at += recount.real(recount.value(total.body, {total.index: lower + k}))
        sums += [at] if k + 1 in (400, 800, 1600) else []
    first, second = (2 * b - a for a, b in pairwise(sums))
    near = (4 * second - first) / 3
    return bool(abs(near - recount.real(recount.value(claimed))) < 1e-6 * (1 + abs(near)))


def _partial_sums(total: BigOperator, claimed: Expr) -> bool:
    """400 terms come within a millionth, in relation to the size of the first."""
    lower = recount.value(total.lower)
    at = sum(
        (recount.real(recount.value(total.body, {total.index: lower + k})) for k in range(400)),
        recount.real(Fraction(0)),
    )
    return bool(abs(at - recount.real(recount.value(claimed))) < 1e-6 * (1 + abs(at)))


# ---------------------------------------------------------------------------- convergence


def judge_convergence(problem: Problem, text: str) -> AnswerJudgement:
    """Judge ``converges`` or ``diverges``."""
    total = problem.target
    assert isinstance(total, BigOperator)
    said = True if _YES.fullmatch(text.strip()) else False if _NO.fullmatch(text.strip()) else None
    if said is None:
        return unchecked("The question asks whether it converges.")
    answer = Answer(text, "converges" if said else "diverges")
    found = converges(total)
    if found is None:
        return unchecked("No test of the rules decides it.", answer)
    if not _first_terms_exist(total):
        return unchecked("One of the first terms has no value.", answer)
    if blocks_shrink(total) != found[0]:
        return unchecked("It was proved, but values did not confirm it.", answer)
    if found[0] == said:
        return verified(answer, f"By {found[1]}, confirmed by sums over blocks.")
    return refuted(answer, f"It {'converges' if found[0] else 'diverges'}, by {found[1]}.")


def _first_terms_exist(total: BigOperator) -> bool:
    """``1/(n - 3)^2`` has none at n = 3."""
    lower = recount.value(total.lower)
    try:
        for k in range(60):
            recount.value(total.body, {total.index: lower + k})
    except recount.NotEvaluated:
        return False
    return True


def converges(total: BigOperator) -> tuple[bool, str] | None:
    """Whether a series converges, and by which test; None where none decides."""
    body, sign = _without_sign(total.body, total.index)
    if sign is None:
        return None
    ratio = _ratio_limit(body, total.index)
    if ratio is not None and not recount.agree(recount.value(ratio), Fraction(1)):
        small = recount.less(recount.value(ratio), Fraction(1))
        return small, "the ratio test"
    found = growth.order_at_infinity(body, total.index)
    if found is None:
        return None
    exponential, power, logarithm = found
    if found >= growth.FLAT:
        return False, "the terms, which do not tend to 0"
    if sign < 0:
        return True, "the alternating series test"
    flat = exponential == 0
    small = exponential < 0 or power < -1 or (flat and power == -1 and logarithm < -1)
    return small, "comparison with a p-series"


def _without_sign(body: Expr, index: str) -> tuple[Expr, int | None]:
    """The body without its factor (-1)^n, and -1 where it had one."""
    match body:
        case Mul(left, right):
            first, sign = _without_sign(left, index)
            second, other = _without_sign(right, index)
            both = None if sign is None or other is None else sign * other
            return Mul(first, second), both
        case Div(left, right):
            first, sign = _without_sign(left, index)
            return Div(first, right), sign
        case Pow(Neg(base), exponent) if index in variables(exponent) and not variables(base):
            odd = exponent in (Symbol(index), Add(Symbol(index), ONE), Sub(Symbol(index), ONE))
            size = ONE if base == ONE else Pow(base, exponent)
            return size, -1 if odd else None
    return body, 1


def _ratio_limit(body: Expr, index: str) -> Expr | None:
    """The limit of a_(n+1)/a_n, from the ratios of the factors."""
    ratio = _ratio(body, index)
    return None if ratio is None else growth.limit_at_infinity(ratio, index)


def _ratio(body: Expr, index: str) -> Expr | None:
    if index not in variables(body):
        return ONE
    match body:
        case Mul(left, right) | Div(left, right):
            parts = _ratio(left, index), _ratio(right, index)
            if parts[0] is None or parts[1] is None:
                return None
            return type(body)(parts[0], parts[1])
        case Factorial(Symbol()):
            return Add(Symbol(index), ONE)
        case Pow(base, exponent) if index not in variables(base):
            slope = identity(differentiate(exponent, index), ONE).outcome
            return base if slope is Outcome.PROVED else None
        case Pow(base, exponent) if index not in variables(exponent):
            inner = _ratio(base, index)
            return None if inner is None else Pow(inner, exponent)
    if any(isinstance(one, Factorial) for one in forms.parts(body)):
        return None
    return Div(substitute(body, {index: Add(Symbol(index), ONE)}), body)


def blocks_shrink(total: BigOperator) -> bool | None:
    """Whether the sums of |a_n| (of a_n where signs alternate) over doubling blocks shrink."""
    body, sign = _without_sign(total.body, total.index)
    try:
        if sign == -1:
            values = [_size(body, total.index, 4**k) for k in (2, 3, 4, 5)]
            return values[3] < values[2] < values[1] < values[0] and values[3] < 0.5
        blocks = []
        for k in (4, 5, 6, 7):
            block = sum(_size(body, total.index, n) for n in range(2**k, 2 ** (k + 1)))
            blocks.append(block)
    except recount.NotEvaluated:
        return None
    return bool(blocks[3] < 0.97 * blocks[2] and blocks[2] < 0.97 * blocks[1])


def _size(body: Expr, index: str, n: int) -> float:
    return abs(float(recount.value(body, {index: Fraction(n)})))


# ---------------------------------------------------------------------------- Taylor


def judge_taylor(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Judge a Taylor polynomial: each coefficient is a derivative over a factorial."""
    if problem.task == "coefficient":
        return _judge_coefficient(problem, node, text)
    claimed = forms.claimed_value(node)
    variable = problem.variable
    assert variable is not None
    if claimed is None or set(variables(claimed)) - {variable}:
        return unchecked("The question asks for a polynomial.")
    wanted = taylor_polynomial(problem)
    if wanted is None:
        return unchecked("The rules do not differentiate it.")
    answer = Answer(text, to_plain(claimed))
    decision = identity(wanted, claimed)
    if decision.outcome is Outcome.REFUTED:
        return refuted(answer, "It is another polynomial.")
    if decision.outcome is not Outcome.PROVED:
        return unchecked(decision.reason, answer)
    if not _coefficients_agree(problem, claimed):
        return unchecked("It was proved, but finite differences did not confirm it.", answer)
    return verified(answer, "Proved by the rules of differentiation, confirmed by differences.")


def _judge_coefficient(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Judge one coefficient: a derivative at the point over a factorial."""
    claimed = forms.claimed_value(node)
    if claimed is None or variables(claimed) or not forms.is_worked_out(claimed):
        return unchecked("The question asks for a number.")
    terms = taylor_terms(problem)
    if terms is None:
        return unchecked("The rules do not differentiate it.")
    whole = number(Fraction(factorial(problem.rank)))
    judged = judge_value(Div(terms[-1][1], whole), claimed, Answer(text, to_plain(claimed)))
    if judged.verdict is not AnswerVerdict.VERIFIED:
        return judged
    body, variable, (point,) = problem.target, problem.variable, problem.items
    assert isinstance(body, Expr) and variable is not None and judged.answer is not None
    at = {variable: recount.value(point)}
    measured = recount.nth_derivative(body, variable, problem.rank, at) / factorial(problem.rank)
    if not recount.agree(measured, recount.value(claimed), digits=12):
        return unchecked("It was proved, but finite differences did not confirm it.", judged.answer)
    return judged


def taylor_terms(problem: Problem) -> list[tuple[Expr, Expr]] | None:
    """The derivatives, from the function itself on, and their values at the point."""
    body, variable, (point,) = problem.target, problem.variable, problem.items
    assert isinstance(body, Expr) and variable is not None
    found: list[tuple[Expr, Expr]] = []
    for _ in range(problem.rank + 1):
        found.append((body, substitute(body, {variable: point})))
        try:
            body = differentiate(body, variable)
        except ValueError:
            return None
    return found


def taylor_polynomial(problem: Problem) -> Expr | None:
    """``f(a) + f'(a)(x - a) + ...``, not simplified."""
    terms = taylor_terms(problem)
    if terms is None or problem.variable is None:
        return None
    step = Sub(Symbol(problem.variable), problem.items[0])
    total: Expr = terms[0][1]
    for k, (_, value) in enumerate(terms[1:], start=1):
        power = Pow(step, number(Fraction(k)))
        total = Add(total, Div(Mul(value, power), number(Fraction(factorial(k)))))
    return total


def _coefficients_agree(problem: Problem, claimed: Expr) -> bool:
    """The derivatives of both at the point, by finite differences."""
    body, variable, (point,) = problem.target, problem.variable, problem.items
    assert isinstance(body, Expr) and variable is not None
    at = {variable: recount.value(point)}
    try:
        for order in range(1, problem.rank + 1):
            wanted = recount.nth_derivative(body, variable, order, at)
            found = recount.nth_derivative(claimed, variable, order, at)
            if not recount.agree(wanted, found, digits=12):
                return False
    except recount.NotEvaluated:
        return False
    return True
