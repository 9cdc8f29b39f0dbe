"""Equations in several letters: proportional, linear, implied, or refuted by an example."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product as combinations
from random import Random

from flint import fmpq_mpoly

from mathviz_chat.core.kernel.algebraic import AlgebraicReal, real_roots
from mathviz_chat.core.kernel.build import ZERO, number, relation
from mathviz_chat.core.kernel.decision import Decision, Outcome, Witness
from mathviz_chat.core.kernel.domain import Ledger, differences
from mathviz_chat.core.kernel.elaboration import elaborate
from mathviz_chat.core.kernel.enclosure import Point
from mathviz_chat.core.kernel.equations import Equation, Equations, alternatives
from mathviz_chat.core.kernel.limits import Declined, Unsupported
from mathviz_chat.core.kernel.normalform import NormalForms, irreducible_factors
from mathviz_chat.core.kernel.separation import sign
from mathviz_chat.core.kernel.solving import solve
from mathviz_chat.core.kernel.statements import holds
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
from mathviz_chat.core.reading.tree import Chain, Expr, RelOp, Statement, Sub
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
    answer = _inequalities(before, after)
    if answer is not None:
        return answer
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
        answer = _counterexample(equations, before, after)
    if answer is None:
        raise Unsupported("it could not be told whether it follows")
    return answer


def _proved(method: str, reason: str, relation: Relation, *conditions: Statement) -> Answer:
    return Decision(Outcome.PROVED, method, reason, None, conditions), relation


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
        return _failing_values(before[0], after)
    if sign_after is not (sign_before if ratio > 0 else FLIPPED[sign_before]):
        return _failing_values(before[0], after)
    conditions = differences(old, new)
    reason = "the same inequality up to a factor"
    relation = Relation.SAME_IF if conditions else Relation.SAME
    return _proved(PROPORTIONAL, reason, relation, *conditions)


def _failing_values(before: Statement, after: Statement) -> Answer | None:
    """Whole numbers at which the one holds and the other doesn't."""
    names = tuple(sorted({*variables(before), *variables(after)}))
    for values in _trial_values(len(names), str(before)):
        bindings = {name: number(value) for name, value in zip(names, values, strict=True)}
        if holds(before, bindings).outcome is not Outcome.PROVED:
            continue
        failed = holds(after, bindings)
        if failed.outcome is Outcome.REFUTED:
            sides = (failed.witness.left, failed.witness.right) if failed.witness else (None, None)
            reason = "values that satisfy what went before do not satisfy it"
            witness = Witness(tuple(bindings.items()), *sides)
            return Decision(Outcome.REFUTED, EXAMPLE, reason, witness), Relation.DIFFERENT
    return None


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
    if _follows_back(equations):
        relation = Relation.SAME_IF if extra else Relation.SAME_ROOTS
        return _proved(IDEAL, "each follows from the other", relation, *extra)
    return _proved(IDEAL, "it follows from what went before", Relation.ONLY_IMPLIED, *extra)


def _follows_back(equations: Equations) -> bool:
    """Is it proved that each case of the new statement satisfies the old equations?"""
    if _restricted(equations.before):
        return False
    old = [equation.poly for equation in equations.before]
    known = [relation for _, relation in equations.forms.radicals()]
    for case in equations.after_cases:
        ideal = Ideal([*(equation.poly for equation in case), *known], old)
        if not all(ideal.contains(poly) for poly in old):
            return False
    return True


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


def _counterexample(
    equations: Equations, before: tuple[Statement, ...], after: Statement
) -> Answer | None:
    """A point that satisfies what went before and not the new statement."""
    names = {name for statement in before for name in variables(statement)}
    if not set(variables(after)) <= names:
        return None
    alone = len(equations.before) == 1
    source = _points_on_one(before[0]) if alone else _points_on_two(equations)
    for point in source:
        if not _fails(after, point):
            continue
        reason = "a solution of what went before does not satisfy it"
        relation = Relation.ROOTS_LOST if _follows_back(equations) else Relation.DIFFERENT
        decision = Decision(Outcome.REFUTED, EXAMPLE, reason, _witness(point, reason))
        return decision, relation
    return None


def _points_on_one(statement: Statement) -> Iterator[Point]:
    """Points on one equation: values are tried for all letters but one."""
    names = variables(statement)
    for name in names:
        others = [other for other in names if other != name]
        for values in _trial_values(len(others), str(statement)):
            point = _point_on(statement, name, dict(zip(others, values, strict=True)))
            if point is not None:
                yield point


def _points_on_two(equations: Equations) -> Iterator[Point]:
    """Common points of two polynomial equations in two letters, by a resultant."""
    polys = [equation.poly for equation in equations.before]
    columns = used_generators(polys)
    if len(polys) != 2 or len(columns) != 2:
        return
    if not all(equations.forms.is_polynomial(poly) for poly in polys):
        return
    first, second = (equations.forms.name_of(k) for k in columns)
    single = equations.forms.univariate(polys[0].resultant(polys[1], f"g{columns[1]}"))
    if single is None:
        return
    for root, _ in real_roots(single[1]):
        surd = root.surd()
        if surd is None:
            continue
        placed = relation(equations.forms.expression(polys[0]), RelOp.EQ, ZERO)
        for other in solve(substitute(placed, {first: surd}), second).points():
            point = {first: root, second: other}
            differences = (d for equation in equations.before for d in equation.differences)
            if other.surd() is not None and all(sign(d, point) == 0 for d in differences):
                yield point


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
