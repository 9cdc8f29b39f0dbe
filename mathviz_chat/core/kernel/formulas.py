"""Equations in several letters: proportional, linear, implied, or refuted by an example."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product as combinations
from random import Random

from flint import fmpq_mpoly

from mathviz_chat.core.kernel.algebraic import AlgebraicReal
from mathviz_chat.core.kernel.build import ZERO, number, relation
from mathviz_chat.core.kernel.decision import Decision, Outcome, Witness
from mathviz_chat.core.kernel.domain import Ledger, differences
from mathviz_chat.core.kernel.enclosure import Point
from mathviz_chat.core.kernel.equations import Equation, Equations, alternatives
from mathviz_chat.core.kernel.limits import Declined, Unsupported
from mathviz_chat.core.kernel.normalform import irreducible_factors
from mathviz_chat.core.kernel.separation import sign
from mathviz_chat.core.kernel.solving import solve
from mathviz_chat.core.kernel.substitution import substitute, variables
from mathviz_chat.core.kernel.systems import (
    MAX_EQUATIONS,
    Ideal,
    augmented,
    is_inconsistent,
    is_linear,
    quotient,
    rank,
    some_solutions,
    used_generators,
)
from mathviz_chat.core.reading.tree import RelOp, Statement
from mathviz_chat.core.verdict import Relation

Answer = tuple[Decision, Relation]

PROPORTIONAL = "normal forms of the equations"
LINEAR = "exact linear algebra"
IDEAL = "ideal membership (Groebner basis)"
EXAMPLE = "an exact counterexample"
TRIED_VALUES = (2, 3, 5, 1, -1, 4, 7, 0, -2, 10)
TRIES = 24


def compare_formulas(
    before: tuple[Statement, ...], after: Statement, unknowns: tuple[str, ...]
) -> Answer:
    """The comparison where several letters occur. Raises Declined where nothing decides it."""
    equations = Equations(before, after)
    if len(equations.before) > MAX_EQUATIONS or len(equations.after) > MAX_EQUATIONS:
        raise Unsupported("so many equations at once")
    linear = _all_linear(equations)
    answer = _compare_linear(equations) if linear and len(equations.before) > 1 else None
    if answer is None:
        answer = _proportional(equations, unknowns)
    if answer is None and linear:
        answer = _compare_linear(equations)
    if answer is None:
        answer = _consequence(equations)
    if answer is None:
        answer = _counterexample(before, after)
    if answer is None:
        raise Unsupported("it could not be told whether it follows")
    return answer


def _proved(method: str, reason: str, relation: Relation, *conditions: Statement) -> Answer:
    return Decision(Outcome.PROVED, method, reason, None, conditions), relation


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
        and not _restricted([equation])
        for equation in (*equations.before, *equations.after)
    )


def _compare_linear(equations: Equations) -> Answer | None:
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
            return Decision(Outcome.REFUTED, LINEAR, reason, _witness(point, reason)), relation
    return None


def _witness(point: Point, note: str) -> Witness:
    values = [(name, at.surd()) for name, at in sorted(point.items())]
    return Witness(tuple((name, v) for name, v in values if v is not None), note=note)


# ------------------------------------------------------------------------- consequences


def _consequence(equations: Equations) -> Answer | None:
    """Each new polynomial is a combination of the old ones, so it is 0 wherever they are.

    The functions that stand behind generators are kept as they are: their relations are added.
    """
    old = [equation.poly for equation in equations.before]
    new = [equation.poly for equation in equations.after]
    known = [relation for _, relation in equations.forms.radicals()]
    ideal = Ideal([*old, *known], new)
    if not all(ideal.contains(poly) for poly in new):
        return None
    extra = _new_restrictions(equations)
    back = Ideal([*new, *known], old)
    granted = not _restricted(equations.before)
    if granted and all(back.contains(poly) for poly in old):
        relation = Relation.SAME_IF if extra else Relation.SAME_ROOTS
        return _proved(IDEAL, "each follows from the other", relation, *extra)
    return _proved(IDEAL, "it follows from what went before", Relation.ONLY_IMPLIED, *extra)


def _new_restrictions(equations: Equations) -> tuple[Statement, ...]:
    """What the new equations need to be defined and the old ones do not grant."""
    ledger = Ledger(*(d for e in (*equations.before, *equations.after) for d in e.differences))
    granted: set[str] = set()
    for equation in equations.before:
        if len(equation.differences) == 1:
            granted |= set(ledger.of(equation.differences[0]))
    found: dict[str, Statement] = {}
    for equation in equations.after:
        for difference in equation.differences:
            found |= {k: s for k, (_, s) in ledger.of(difference).items() if k not in granted}
    return tuple(found.values())


def _restricted(equations: list[Equation]) -> bool:
    """Is one of them not defined for all real numbers?"""
    trees = [difference for equation in equations for difference in equation.differences]
    ledger = Ledger(*trees)
    return any(ledger.of(tree) for tree in trees)


# ------------------------------------------------------------------------- counterexamples


def _counterexample(before: tuple[Statement, ...], after: Statement) -> Answer | None:
    """A point, found by trying values, that satisfies the equation before and not the new one."""
    if len(before) != 1 or len(list(alternatives(before[0]))) != 1:
        return None
    names = variables(before[0])
    if not set(variables(after)) <= set(names):
        return None
    for name in names:
        others = [other for other in names if other != name]
        for values in _trial_values(len(others), str(before)):
            point = _point_on(before[0], name, dict(zip(others, values, strict=True)))
            if point is not None and _fails(after, point):
                reason = "a solution of what went before does not satisfy it"
                witness = _witness(point, reason)
                return Decision(Outcome.REFUTED, EXAMPLE, reason, witness), Relation.DIFFERENT
    return None


def _trial_values(count: int, seed: str) -> Iterator[tuple[int, ...]]:
    if count <= 1:
        yield from combinations(TRIED_VALUES, repeat=count)
        return
    source = Random(seed)
    yield TRIED_VALUES[:count] if count <= len(TRIED_VALUES) else (1,) * count
    for _ in range(TRIES):
        yield tuple(source.choice(TRIED_VALUES) for _ in range(count))


def _point_on(statement: Statement, name: str, values: dict[str, int]) -> Point | None:
    """A point with rational coordinates or a quadratic surd that satisfies the equation."""
    try:
        placed = substitute(statement, {k: number(v) for k, v in values.items()})
        member = solve(placed, name).member()
    except Declined:
        return None
    if member is None or member.surd() is None:
        return None
    return {name: member, **{k: AlgebraicReal.rational(v) for k, v in values.items()}}


def _fails(after: Statement, point: Point) -> bool:
    """Is one of the equations certainly false there, and defined?"""
    try:
        return any(
            all(sign(difference, point) in (-1, 1) for difference in case)
            for case in alternatives(after)
        )
    except Declined:
        return False
