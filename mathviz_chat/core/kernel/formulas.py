"""Equations in several letters: proportional, linear, implied, or refuted by an example."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flint import fmpq_mpoly

from mathviz_chat.core.kernel.algebraic import AlgebraicReal
from mathviz_chat.core.kernel.build import ZERO, relation
from mathviz_chat.core.kernel.certification import Step
from mathviz_chat.core.kernel.consequences import consequence, is_restricted
from mathviz_chat.core.kernel.counterexamples import counterexample, failing_values, witness_at
from mathviz_chat.core.kernel.decision import Decision, Outcome, Proposal
from mathviz_chat.core.kernel.domain import Ledger, differences
from mathviz_chat.core.kernel.elaboration import elaborate
from mathviz_chat.core.kernel.equations import Equation, Equations
from mathviz_chat.core.kernel.factors import irreducible_factors
from mathviz_chat.core.kernel.facts import gather
from mathviz_chat.core.kernel.limits import Declined, Unsupported
from mathviz_chat.core.kernel.normalform import NormalForms
from mathviz_chat.core.kernel.ratios import same_by_ratio
from mathviz_chat.core.kernel.signs import sign
from mathviz_chat.core.kernel.substitution import substitute
from mathviz_chat.core.kernel.systems import (
    MAX_EQUATIONS,
    augmented,
    is_inconsistent,
    is_linear,
    quotient,
    rank,
    some_solutions,
    used_generators,
)
from mathviz_chat.core.reading.tree import Chain, Expr, RelOp, Statement, Sub
from mathviz_chat.core.verdict import Relation

Answer = tuple[Proposal, Relation]

PROPORTIONAL = "normal forms of the equations"
LINEAR = "exact linear algebra"


def compare_formulas(
    before: tuple[Statement, ...],
    after: Statement,
    givens: tuple[Statement, ...],
    unknowns: tuple[str, ...],
) -> tuple[Decision, Relation]:
    """The comparison where several letters occur. Raises Declined where nothing decides it."""
    found = same_by_ratio(before, after, givens)
    if found is not None:
        reason = "the two equations are the same"
        return Decision(Outcome.PROVED, PROPORTIONAL, reason, proofs=(found,)), Relation.SAME
    known = gather(givens).values
    first = tuple(substitute(statement, known) for statement in before)
    answer = _found(first, substitute(after, known), unknowns)
    if answer[0].witness is not None and known:
        point = (*known.items(), *answer[0].witness.point)
        answer = replace(answer[0], witness=replace(answer[0].witness, point=point)), answer[1]
    return Step(before, after, givens).certified(answer)


def _found(before: tuple[Statement, ...], after: Statement, unknowns: tuple[str, ...]) -> Answer:
    """What the methods below propose."""
    answer = _inequalities(before, after)
    if answer is not None:
        return answer
    equations = Equations(before, after)
    if len(equations.before) > MAX_EQUATIONS or len(equations.after) > MAX_EQUATIONS:
        raise Unsupported("so many equations at once")
    linear = _all_linear(equations)
    answer = _compare_linear(equations, after) if linear and len(equations.before) > 1 else None
    if answer is None:
        answer = _proportional(equations, unknowns)
    if answer is None and linear:
        answer = _compare_linear(equations, after)
    if answer is None:
        answer = consequence(equations)
    if answer is None:
        answer = counterexample(equations, before, after)
    if answer is None:
        raise Declined("it could not be told whether it follows")
    return answer


def _proved(method: str, reason: str, relation: Relation, *conditions: Statement) -> Answer:
    return Proposal(Outcome.PROVED, method, reason, None, conditions), relation


# ------------------------------------------------------------------------- inequalities

FLIPPED = {RelOp.LT: RelOp.GT, RelOp.LE: RelOp.GE, RelOp.GT: RelOp.LT, RelOp.GE: RelOp.LE}


def _inequalities(before: tuple[Statement, ...], after: Statement) -> Answer | None:
    """One inequality from one: the differences are equal up to a constant factor and its sign."""
    if len(before) != 1:
        return None
    first, second = _inequality(before[0]), _inequality(after)
    if first is None or second is None:
        return None
    (old, sign_before), (new, sign_after) = first, second
    forms = NormalForms(old, new)
    ratio = (forms.of(new) / forms.of(old)).constant_value
    if ratio is None or ratio == 0:
        return failing_values(before[0], after)
    if sign_after is not (sign_before if ratio > 0 else FLIPPED[sign_before]):
        return failing_values(before[0], after)
    conditions = differences(old, new)
    reason = "the same inequality up to a factor"
    relation = Relation.SAME_IF if conditions else Relation.SAME
    return _proved(PROPORTIONAL, reason, relation, *conditions)


def _inequality(statement: Statement) -> tuple[Expr, RelOp] | None:
    if not isinstance(statement, Chain) or len(statement.items) != 2:
        return None
    if statement.ops[0] not in FLIPPED:
        return None
    return elaborate(Sub(*statement.items)), statement.ops[0]


# ------------------------------------------------------------------------- proportional


def _proportional(equations: Equations, unknowns: tuple[str, ...]) -> Answer | None:
    """One equation from one of those before: equal polynomials up to a factor that is not 0."""
    if len(equations.after) != 1:
        return None
    new = equations.after[0]
    for old in equations.before:
        if old.poly.is_zero() or new.poly.is_zero():
            continue
        for larger, smaller in ((old, new), (new, old)):
            factor = quotient(larger.poly, smaller.poly)
            if factor is None:
                continue
            answer = _same_up_to(equations, old, new, factor, unknowns)
            if answer is not None:
                return answer
    return None


def _same_up_to(
    equations: Equations,
    old: Equation,
    new: Equation,
    factor: fmpq_mpoly,
    unknowns: tuple[str, ...],
) -> Answer | None:
    """The same zeros where the factor is not 0: it must be constant or free of unknowns."""
    forms = equations.forms
    conditions = list(_domain_differences(old, new))
    if not factor.is_constant():
        for part, _ in irreducible_factors(factor)[1]:
            if forms.is_positive(part):
                continue
            if not forms.is_polynomial(part) or set(forms.names(part)) & set(unknowns):
                return None
            conditions.append(relation(forms.expression(part), RelOp.NE, ZERO))
    alone = len(equations.before) == 1
    if not alone:
        reason = "it is one of the equations before"
        return _proved(PROPORTIONAL, reason, Relation.ONLY_IMPLIED, *conditions)
    if conditions:
        reason = "the two equations are the same where the conditions hold"
        return _proved(PROPORTIONAL, reason, Relation.SAME_IF, *dict.fromkeys(conditions))
    return _proved(PROPORTIONAL, "the two equations are the same", Relation.SAME)


def _domain_differences(old: Equation, new: Equation) -> Iterator[Statement]:
    if len(old.differences) == 1 and len(new.differences) == 1:
        yield from differences(old.differences[0], new.differences[0])
        return
    trees = (*old.differences, *new.differences)
    ledger = Ledger(*trees)
    for difference in trees:
        for _, statement in ledger.of(difference).values():
            yield statement


# ------------------------------------------------------------------------- linear systems


def _all_linear(equations: Equations) -> bool:
    return all(
        is_linear(equation.poly)
        and equations.forms.is_polynomial(equation.poly)
        and len(equation.differences) == 1
        and not is_restricted([equation])
        for equation in (*equations.before, *equations.after)
    )


def _compare_linear(equations: Equations, after: Statement) -> Answer | None:
    old = [equation.poly for equation in equations.before]
    new = [equation.poly for equation in equations.after]
    columns = used_generators([*old, *new])
    first, second, both = (augmented(p, columns) for p in (old, new, [*old, *new]))
    if is_inconsistent(first):
        return None
    if rank(both) == rank(first):
        if rank(second) == rank(first):
            return _proved(LINEAR, "the two systems have the same solutions", Relation.SAME_ROOTS)
        return _proved(LINEAR, "it follows by adding multiples", Relation.ONLY_IMPLIED)
    for values in some_solutions(first):
        point = {
            equations.forms.name_of(k): AlgebraicReal.rational(v)
            for k, v in zip(columns, values, strict=True)
        }
        if any(sign(e.differences[0], point) != 0 for e in equations.after):
            lost_only = rank(both) == rank(second) and not is_inconsistent(second)
            relation = Relation.ROOTS_LOST if lost_only else Relation.DIFFERENT
            reason = "a solution of what went before does not satisfy it"
            return Proposal(
                Outcome.REFUTED, LINEAR, reason, witness_at(point, after, reason)
            ), relation
    return None
