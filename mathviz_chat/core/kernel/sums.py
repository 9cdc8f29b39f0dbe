"""Sums with a letter as the upper limit: a closed form is proved by induction. Trusted.

S(n) = sum of f(k) for k = a, ..., n equals F(n) for every whole n >= a exactly if F(a) = f(a) and
F(n) - F(n - 1) = f(n). ``identity`` gives proofs; F must be defined for every n.
"""

from __future__ import annotations

from collections.abc import Callable

from mathviz_chat.core.kernel.constants import ONE, TWO, number
from mathviz_chat.core.kernel.decision import Decision, Outcome, Witness
from mathviz_chat.core.kernel.hints import hints
from mathviz_chat.core.kernel.limits import Declined, Unsupported
from mathviz_chat.core.kernel.substitution import substitute, variables
from mathviz_chat.core.proof.domains import granted
from mathviz_chat.core.proof.forms import Forms
from mathviz_chat.core.proof.notation import Rationals
from mathviz_chat.core.proof.proving import Proof
from mathviz_chat.core.reading.tree import (
    Add,
    BigOperator,
    Chain,
    Div,
    Expr,
    Pow,
    RelOp,
    Statement,
    Sub,
    Symbol,
)

Identity = Callable[[Expr, Expr], Decision]
METHOD = "induction"
TRIED = 5


def has_open_sum(expr: Expr) -> bool:
    """Is it a sum or product whose upper limit is a letter?"""
    return isinstance(expr, BigOperator) and isinstance(expr.upper, Symbol)


def decide_open_sum(
    left: Expr, right: Expr, identity: Identity, facts: tuple[Statement, ...]
) -> Decision:
    """Is the sum (or product) equal to the closed form? Raises Unsupported where neither shows."""
    total, closed = (left, right) if has_open_sum(left) else (right, left)
    decision = _by_induction(total, closed, identity)
    if decision is None:
        raise Unsupported("a sum whose closed form was neither proved nor refuted")
    if decision.outcome is Outcome.REFUTED and facts:
        raise Declined("the sides differ, but perhaps not where the facts hold")
    return decision


def _by_induction(total: Expr, closed: Expr, identity: Identity) -> Decision | None:
    if not isinstance(total, BigOperator) or not isinstance(total.upper, Symbol):
        return None
    name = total.upper.name
    if name in variables(total.body):
        return None
    first = Rationals().whole(total.lower)
    body = substitute(total.body, {total.index: Symbol(name)})
    proofs: list[Proof] = []
    for step in range(TRIED):
        start = number(first + step)
        point = {name: start}
        decision = identity(substitute(total, point), substitute(closed, point))
        if decision.outcome is Outcome.REFUTED and not set(variables(closed)) - {name}:
            return _at(decision, name, start)
        if decision.outcome is not Outcome.PROVED:
            return None
        proofs += decision.proofs
    before = substitute(closed, {name: Sub(Symbol(name), ONE)})
    step_of_closed = (Sub if total.operator == "sum" else Div)(closed, before)
    steps = _proved_step(closed, (step_of_closed, body), name, first, identity)
    if steps is None:
        return None
    conditions = (Chain((Symbol(name), total.lower), (RelOp.GE,)), *steps.conditions)
    reason = "it holds at the start, and each step adds what it must"
    proofs += steps.proofs
    found = tuple(dict.fromkeys(conditions))
    return Decision(Outcome.PROVED, METHOD, reason, None, found, tuple(proofs))


def _proved_step(
    closed: Expr, sides: tuple[Expr, Expr], name: str, first: int, identity: Identity
) -> Decision | None:
    """The proof of the step, for all n; or else for all n > first, without a condition."""
    if _is_defined(closed):
        decision = identity(*sides)
        return decision if decision.outcome is Outcome.PROVED else None
    if not _is_defined(substitute(closed, {name: _from(first, name)})):
        return None
    above = {name: _from(first + 1, name)}
    decision = identity(*(substitute(side, above) for side in sides))
    return decision if decision.outcome is Outcome.PROVED and not decision.conditions else None


def _from(first: int, name: str) -> Expr:
    """Every number n >= first is first + m^2 for a real m."""
    return Add(number(first), Pow(Symbol(name), TWO))


def _is_defined(expr: Expr) -> bool:
    """Has it surely a value for all real values of its letters?"""
    forms = Forms(hints(expr))
    forms.value(expr)
    return all(granted(forms, need, []) for need in forms.needs)


def _at(decision: Decision, name: str, start: Expr) -> Decision:
    found = decision.witness
    sides = (found.left, found.right) if found is not None else (None, None)
    witness = Witness(((name, start),), *sides)
    reason = decision.reason
    return Decision(Outcome.REFUTED, decision.method, reason, witness, (), decision.proofs)
