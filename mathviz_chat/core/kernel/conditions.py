"""Conditions on unknowns: their real solutions, and how one condition follows from others."""

from __future__ import annotations

from contextlib import suppress
from typing import TypeAlias

from mathviz_chat.core.kernel.algebraic import AlgebraicReal
from mathviz_chat.core.kernel.build import decimal, relation
from mathviz_chat.core.kernel.decision import Decision, Outcome, Witness
from mathviz_chat.core.kernel.elaboration import elaborate
from mathviz_chat.core.kernel.equality import Place
from mathviz_chat.core.kernel.evaluation import certified_decimal, shown_value
from mathviz_chat.core.kernel.facts import gather
from mathviz_chat.core.kernel.formulas import compare_formulas
from mathviz_chat.core.kernel.hints import hints
from mathviz_chat.core.kernel.inverse import compare_values
from mathviz_chat.core.kernel.limits import Declined, Unsupported
from mathviz_chat.core.kernel.measuring import measure
from mathviz_chat.core.kernel.ratios import same_by_ratio
from mathviz_chat.core.kernel.real_sets import RealSet
from mathviz_chat.core.kernel.solving import core_number, multiplicities, real_set, solve
from mathviz_chat.core.kernel.statements import holds
from mathviz_chat.core.kernel.substitution import substitute, variables
from mathviz_chat.core.kernel.units import statement_without_units
from mathviz_chat.core.kernel.values import Solution, SolutionSet
from mathviz_chat.core.proof.cells import cells
from mathviz_chat.core.proof.claims import AtPoint, BothWays, Cells, Fails, Follows, GivenValues
from mathviz_chat.core.proof.proving import Proof, prove
from mathviz_chat.core.reading.tree import (
    And,
    Chain,
    Const,
    Constant,
    Expr,
    Interval,
    Neg,
    Not,
    Or,
    RelOp,
    Statement,
    Symbol,
)
from mathviz_chat.core.verdict import Relation

SHOWN_PLACES = 6
SETS = "exact solution sets (certified root isolation)"
VALUES = "the given values"
SAME = "the two have the same real solutions"
NO_SOLUTION = "is not a solution of what went before"
INFINITY = Constant(Const.INFINITY)


# ------------------------------------------------------------------------- one unknown


def real_solutions(statement: Statement, unknown: str) -> SolutionSet | None:
    """All real solutions of a condition on one unknown; None where they cannot be certified.

    Equations, inequalities, "and", "or", "not" of rational functions, roots and absolute values.
    """
    try:
        measure(statement)
        plain = statement_without_units(statement)
        whole = Or((plain, Not(plain)))
        line = cells(hints(plain), unknown, (plain, whole))
        found = real_set(line, lambda truths: truths[0])
        domain = real_set(line, lambda truths: truths[1])
        counts = multiplicities(plain, unknown)
        points = tuple(_solution(point, counts.get(point, 1)) for point in found.points())
        excluded = tuple(
            relation(Symbol(unknown), RelOp.NE, shown_number(point))
            for point in domain.complement().points()
        )
        return SolutionSet(unknown, points, _intervals(found), excluded)
    except (Declined, ValueError):
        return None


def _solution(point: AlgebraicReal, multiplicity: int) -> Solution:
    value = certified_decimal(Symbol("x"), {"x": point}, SHOWN_PLACES)
    if value is None:
        raise Unsupported("a root whose decimals are not certain")
    return Solution(point.surd(), value, SHOWN_PLACES, multiplicity)


def shown_number(point: AlgebraicReal) -> Expr:
    """A fraction or a surd; else certified decimals."""
    surd = point.surd()
    if surd is not None:
        return surd
    value = certified_decimal(Symbol("x"), {"x": point}, SHOWN_PLACES)
    if value is None:
        raise Unsupported("a root whose decimals are not certain")
    return decimal(value, SHOWN_PLACES)


def _intervals(numbers: RealSet) -> tuple[Interval, ...]:
    """The maximal intervals of more than one point, ascending."""
    found: list[Interval] = []
    start: tuple[Expr, bool] | None = None
    for k, cell in enumerate(numbers.cells):
        if cell and start is None:
            if k % 2 and numbers.cells[k + 1]:
                start = (shown_number(numbers.ends[k // 2]), True)
            elif k % 2 == 0:
                start = (shown_number(numbers.ends[k // 2 - 1]), False) if k else _BELOW
        elif not cell and start is not None:
            end = numbers.ends[(k - 1) // 2]
            found.append(Interval(start[0], shown_number(end), start[1], k % 2 == 0))
            start = None
    if start is not None:
        found.append(Interval(start[0], INFINITY, start[1], False))
    return tuple(found)


_BELOW: tuple[Expr, bool] = (Neg(INFINITY), False)


# ------------------------------------------------------------------------- comparison

Answer: TypeAlias = tuple[Decision, Relation]


def find_comparison(
    before: tuple[Statement, ...], after: Statement, unknowns: tuple[str, ...]
) -> Answer:
    """The comparison, with proofs of what it claims where it is certain. Raises Declined."""
    known = _known(before, after, unknowns)
    givens = tuple(statement for statement in before if _only_gives(statement, known))
    rest = tuple(statement for statement in before if statement not in givens)
    if not rest:
        known, givens, rest = {}, (), before
    first = tuple(substitute(statement, known) for statement in rest)
    second = substitute(after, known)
    names = {*variables(And(first)), *variables(second)}
    if len(names) <= 1:
        unknown = next(iter(names), unknowns[0] if unknowns else "x")
        try:
            return _compare_sets(rest, after, givens, tuple(known.items()), unknown)
        except Declined:
            with suppress(Declined):
                return compare_values(rest, after, givens, known, unknown)
    answer = _at_given_values(before, after)
    return answer or compare_formulas(rest, after, givens, unknowns)


def _known(
    before: tuple[Statement, ...], after: Statement, unknowns: tuple[str, ...]
) -> dict[str, Expr]:
    """The given values of letters that are no unknowns and that the new statement is not about."""
    values = gather(before).values.items()
    return {
        name: value
        for name, value in values
        if name not in unknowns and name not in _assigned(after) and not variables(value)
    }


def _at_given_values(before: tuple[Statement, ...], after: Statement) -> Answer | None:
    """Where what went before gives every letter its value: does the new statement hold there?"""
    if not all(isinstance(s, Chain) and _assigned(s) for s in before):
        return None
    facts = gather(before)
    if not facts.complete or facts.signs or any(map(variables, facts.values.values())):
        return None
    if len(facts.values) != len(before) or not set(variables(after)) <= set(facts.values):
        return None
    point = tuple(facts.values.items())
    certificate = GivenValues(hints(after, *before))
    try:
        there = prove(Follows(before, after), certificate)
    except Declined:
        return _false_there(before, after, point)
    given = gather((after,)).values
    reason = "both sides are the same number"
    if len(before) == 1 and set(given) == set(facts.values):
        both = BothWays(certificate, certificate)
        proof = prove(Follows(before, after, both=True), both)
        return Decision(Outcome.PROVED, VALUES, reason, proofs=(proof,)), Relation.SAME_ROOTS
    return Decision(Outcome.PROVED, VALUES, reason, proofs=(there,)), Relation.ONLY_IMPLIED


def _false_there(before: tuple[Statement, ...], after: Statement, point: Place) -> Answer | None:
    try:
        proof = prove(Fails(before, after, point), AtPoint(hints(after, *before)))
    except Declined:
        return None
    found = holds(after, dict(point))
    if found.outcome is not Outcome.REFUTED:
        return None
    reason = "the two sides have different values"
    decision = Decision(Outcome.REFUTED, VALUES, reason, found.witness, proofs=(proof,))
    return decision, Relation.DIFFERENT


def _only_gives(statement: Statement, known: dict[str, Expr]) -> bool:
    """``a = 3``, where 3 is then put in for a."""
    names = variables(statement)
    return len(names) == 1 and names[0] in known and isinstance(statement, Chain)


def _assigned(statement: Statement) -> set[str]:
    """Letters that the new statement is about, alone on one side."""
    if not isinstance(statement, Chain):
        return set()
    return {item.name for item in statement.items if isinstance(item, Symbol)}


def _compare_sets(
    before: tuple[Statement, ...],
    after: Statement,
    givens: tuple[Statement, ...],
    known: Place,
    unknown: str,
) -> Answer:
    found = same_by_ratio(before, after, givens)
    if found is not None:
        return Decision(Outcome.PROVED, SETS, SAME, proofs=(found,)), Relation.SAME_ROOTS
    certificate = Cells(hints(*before, *givens, after), unknown)
    line = cells(certificate.hints, unknown, (*before, *givens, after), known)
    old = real_set(line, lambda truths: all(truths[:-1]))
    new = real_set(line, lambda truths: truths[-1])
    if old == new:
        proof = prove(Follows(before, after, givens, both=True), certificate)
        return Decision(Outcome.PROVED, SETS, SAME, proofs=(proof,)), Relation.SAME_ROOTS
    lost, gained = old - new, new - old
    sides = [substitute(statement, dict(known)) for statement in (And(before), after)]
    if lost.is_empty:
        proofs = [prove(Follows(before, after, givens), certificate)]
        if gained.is_finite:
            proofs.append(_fails((after,), And(before), givens, known, (unknown, gained)))
        witness = _member_witness(gained, sides[0], unknown, NO_SOLUTION)
        implied = Relation.ROOTS_GAINED if gained.is_finite else Relation.ONLY_IMPLIED
        reason = "every solution is kept, but others are added"
        return Decision(Outcome.PROVED, SETS, reason, witness, (), tuple(proofs)), implied
    proofs = [_fails(before, after, givens, known, (unknown, lost))]
    if gained.is_empty:
        proofs.append(prove(Follows((after,), And(before), givens), certificate))
        witness = _member_witness(lost, sides[1], unknown, "is a solution that is lost")
        decision = Decision(Outcome.REFUTED, SETS, "a solution is lost", witness, (), tuple(proofs))
        return decision, Relation.ROOTS_LOST
    reason = "a value is allowed that is no solution, and a solution is lost"
    witness = _member_witness(gained, sides[0], unknown, NO_SOLUTION)
    decision = Decision(Outcome.REFUTED, SETS, reason, witness, (), tuple(proofs))
    return decision, Relation.DIFFERENT


def _fails(
    before: tuple[Statement, ...],
    after: Statement,
    givens: tuple[Statement, ...],
    known: Place,
    members: tuple[str, RealSet],
) -> Proof:
    """A member of the set satisfies what went before, with the given values, and not the rest."""
    unknown, numbers = members
    member = numbers.member()
    if member is None:
        raise Unsupported("no number in an empty set")
    point = (*known, (unknown, core_number(member)))
    return prove(Fails((*before, *givens), after, point), AtPoint(hints(*before, *givens, after)))


def _member_witness(
    numbers: RealSet, failing: Statement, unknown: str, note: str
) -> Witness | None:
    """A member, with both sides of a relation that it fails."""
    member = numbers.member()
    if member is None:
        return None
    left, right = _failing_sides(failing, unknown, member)
    return Witness(((unknown, shown_number(member)),), left, right, note)


def _failing_sides(
    statement: Statement, unknown: str, at: AlgebraicReal
) -> tuple[Expr | None, Expr | None]:
    """The values of both sides of the first single relation that does not hold there."""
    if isinstance(statement, And):
        for item in statement.items:
            if not solve(item, unknown).contains(at):
                return _failing_sides(item, unknown, at)
    if isinstance(statement, Chain) and len(statement.items) == 2:
        left, right = (shown_value(elaborate(side), {unknown: at}) for side in statement.items)
        if left is not None and right is not None:
            return left, right
    return None, None
