"""Claimed powers and roots of complex numbers with surds: by the kernel, and by decimals."""

from __future__ import annotations

from mathviz_chat.core.kernel import Outcome, identity, substitute, variables
from mathviz_chat.core.problems import polar_shape, recount
from mathviz_chat.core.problems.judging import forms
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.judging.parts_of_complex import parts_of
from mathviz_chat.core.problems.judging.solutions import claimed_values
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.problems.readers.arguments import real_parts
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Call, Chain, Expr, Mul, Node, Number, Pow
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import Answer

Pair = tuple[recount.Scalar, recount.Scalar]


def judge(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """A power by its value; n roots, each of which has the number as its n-th power."""
    if problem.task == "power":
        return _judge_power(problem, node, text)
    (name,), (equation,) = problem.unknowns, problem.conditions
    assert isinstance(equation, Chain) and problem.expression is not None
    values = claimed_values(node, name)
    found = [] if values is None else [_pair(one) for one in values]
    if values is None or any(one is None for one in found):
        return unchecked(f"The question asks for all solutions {name}, worked out.")
    answer = Answer(text, " or ".join(f"{name} = {to_plain(one)}" for one in values))
    if any(isinstance(part, Number) and part.places for one in values for part in walk(one)):
        return unchecked("It is rounded.", answer)
    numbers = [one for one in found if one is not None]
    wanted = _told(problem.expression)
    outcomes = [
        identity(*(substitute(item, {name: one}) for item in equation.items)).outcome
        for one in values
    ]
    again = [wanted is not None and _agree(_power(one, problem.order), wanted) for one in numbers]
    for one, outcome, holds in zip(values, outcomes, again, strict=True):
        if outcome is Outcome.REFUTED and not holds:
            return refuted(answer, f"{to_plain(one)} is no solution.")
    if set(outcomes) != {Outcome.PROVED} or not all(again):
        return unchecked("It could not be proved in two ways.", answer)
    distinct = [
        one for k, one in enumerate(numbers) if not any(_agree(one, o) for o in numbers[:k])
    ]
    if len(distinct) == problem.order:
        return verified(
            answer, f"Each satisfies the equation, which has {problem.order} solutions."
        )
    if _may_be_meant(distinct, wanted, problem.order):
        return unchecked("These are the real ones: there are complex ones too.", answer)
    told = "±" not in text and "\\pm" not in text  # their signs may be meant independently
    return refuted(answer, "A solution is missing.") if told else unchecked("Some may be missing.")


def _may_be_meant(found: list[Pair], wanted: Pair | None, order: int) -> bool:
    """2 and -2 as the fourth roots of 16: both real ones, where the plural may have meant these."""
    if wanted is None or order < 4 or order % 2:
        return False
    zero = recount.real(0)
    return len(found) == 2 and all(recount.agree(one[1], zero) for one in (wanted, *found))


def _judge_power(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    claimed = forms.claimed_value(node)
    raised = problem.expression
    assert isinstance(raised, Pow)
    if claimed is None or variables(claimed) or parts_of(claimed) is None:
        return unchecked("The question asks for a number a + bi, worked out.")
    answer = Answer(text, to_plain(claimed))
    decision = identity(raised, claimed)
    base, own = _told(raised.base), _pair(claimed)
    again = base is not None and own is not None and _agree(_power(base, problem.order), own)
    if decision.outcome is Outcome.PROVED and again:
        return verified(answer, f"Proved by {decision.method}, and multiplied out in decimals.")
    if decision.outcome is Outcome.REFUTED and not again and base is not None:
        return refuted(answer, "It is another number.")
    return unchecked(decision.reason, answer)


def _told(value: Expr) -> Pair | None:
    """The parts of the question's number, which may be written in any order: 2i sqrt(3)."""
    found = real_parts(value) if polar_shape.of(value) is None else None
    if found is None:
        return _pair(value)
    return recount.value(found[0]), recount.value(found[1])


def _pair(value: Expr) -> Pair | None:
    """The real and the imaginary part, of ``a + bi`` or of a polar form."""
    shape = polar_shape.of(value)
    if shape is not None:
        size, angle, _ = shape
        parts = (Mul(size, Call("cos", (angle,))), Mul(size, Call("sin", (angle,))))
        return recount.value(parts[0]), recount.value(parts[1])
    found = parts_of(value)
    if found is None:
        return None
    zero = recount.real(0)
    return tuple(zero if one is None else recount.value(one) for one in found)


def _power(pair: Pair, exponent: int) -> Pair:
    a, b = (recount.real(part) for part in pair)
    real, imaginary = recount.real(1), recount.real(0)
    for _ in range(exponent):
        real, imaginary = real * a - imaginary * b, real * b + imaginary * a
    return real, imaginary


def _agree(left: Pair, right: Pair) -> bool:
    return all(recount.agree(one, other) for one, other in zip(left, right, strict=True))
