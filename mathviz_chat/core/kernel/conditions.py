"""Conditions on unknowns: their real solutions, and how one condition follows from others."""

from __future__ import annotations

from mathviz_chat.core.kernel.algebraic import AlgebraicReal
from mathviz_chat.core.kernel.build import decimal, relation
from mathviz_chat.core.kernel.decision import Decision, Outcome, Witness
from mathviz_chat.core.kernel.elaboration import elaborate
from mathviz_chat.core.kernel.equality import undecided
from mathviz_chat.core.kernel.evaluation import certified_decimal, shown_value
from mathviz_chat.core.kernel.facts import gather
from mathviz_chat.core.kernel.formulas import compare_formulas
from mathviz_chat.core.kernel.inverse import compare_values
from mathviz_chat.core.kernel.limits import Declined
from mathviz_chat.core.kernel.measuring import measure
from mathviz_chat.core.kernel.real_sets import RealSet
from mathviz_chat.core.kernel.solving import domain_of, multiplicities, solve
from mathviz_chat.core.kernel.statements import holds
from mathviz_chat.core.kernel.substitution import substitute, variables
from mathviz_chat.core.kernel.units import statement_without_units
from mathviz_chat.core.kernel.values import Solution, SolutionSet
from mathviz_chat.core.reading.tree import (
    And,
    Chain,
    Const,
    Constant,
    Expr,
    Interval,
    Neg,
    RelOp,
    Statement,
    Symbol,
)
from mathviz_chat.core.verdict import Relation

SHOWN_PLACES = 6
SETS = "exact solution sets (certified root isolation)"
INFINITY = Constant(Const.INFINITY)


# ------------------------------------------------------------------------- one unknown


def real_solutions(statement: Statement, unknown: str) -> SolutionSet | None:
    """All real solutions of a condition on one unknown; None where they cannot be certified.

    Equations, inequalities, "and", "or", "not" of rational functions, roots and absolute values.
    """
    try:
        measure(statement)
        plain = statement_without_units(statement)
        found = solve(plain, unknown)
        domain = domain_of(plain, unknown)
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
        raise Declined("a root whose decimals could not be certified")
    return Solution(point.surd(), value, SHOWN_PLACES, multiplicity)


def shown_number(point: AlgebraicReal) -> Expr:
    """A fraction or a surd; else certified decimals."""
    surd = point.surd()
    if surd is not None:
        return surd
    value = certified_decimal(Symbol("x"), {"x": point}, SHOWN_PLACES)
    if value is None:
        raise Declined("a root whose decimals could not be certified")
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


def compare_conditions(
    before: tuple[Statement, ...], after: Statement, *, unknowns: tuple[str, ...]
) -> tuple[Decision, Relation]:
    """How is ``after`` related to ``before`` (all of which hold), over the reals?

    SAME_ROOTS/proved: the same solutions. SAME/proved: the same equation up to a constant factor.
    SAME_IF/proved: the same where the decision's conditions hold. ONLY_IMPLIED/proved: it follows
    from them, but says less (in one unknown: infinitely many values are added).
    ROOTS_GAINED/proved: every solution is kept, others are added: the witness is one of those.
    ROOTS_LOST/refuted: the witness is a solution of ``before`` that ``after`` excludes.
    DIFFERENT/refuted: it does not follow, and the witness shows it: a value that ``after`` allows
    with both sides of ``before`` there, or a solution of ``before`` that ``after`` excludes.
    DIFFERENT/undecided: could not be told.
    """
    if not before:
        return undecided("there is nothing that it could follow from"), Relation.DIFFERENT
    try:
        measure(*before, after)
        first, second = _with_values(before, after, unknowns)
        names = {*variables(And(first)), *variables(second)}
        if len(names) <= 1:
            unknown = next(iter(names), unknowns[0] if unknowns else "x")
            try:
                return _compare_sets(first, second, unknown)
            except Declined:
                answer = _by_inverse(first, second, unknown)
            if answer is not None:
                return answer
        return _at_given_values(first, second) or compare_formulas(first, second, unknowns)
    except (Declined, ValueError) as error:
        return undecided(str(error)), Relation.DIFFERENT


def _by_inverse(
    before: tuple[Statement, ...], after: Statement, unknown: str
) -> tuple[Decision, Relation] | None:
    try:
        return compare_values(before, after, unknown)
    except Declined:
        return None


def _at_given_values(
    before: tuple[Statement, ...], after: Statement
) -> tuple[Decision, Relation] | None:
    """Where what went before gives every letter its value: does the new statement hold there?"""
    if not all(isinstance(s, Chain) and _assigned(s) for s in before):
        return None
    facts = gather(before)
    if not facts.complete or facts.signs or any(map(variables, facts.values.values())):
        return None
    if len(facts.values) != len(before) or not set(variables(after)) <= set(facts.values):
        return None
    decision = holds(after, facts.values)
    if decision.outcome is Outcome.PROVED:
        given = gather((after,)).values
        whole = len(before) == 1 and set(given) == set(facts.values)
        return decision, Relation.SAME_ROOTS if whole else Relation.ONLY_IMPLIED
    if decision.outcome is Outcome.REFUTED:
        return decision, Relation.DIFFERENT
    return None


def _with_values(
    before: tuple[Statement, ...], after: Statement, unknowns: tuple[str, ...]
) -> tuple[tuple[Statement, ...], Statement]:
    """Without units, and with the given values of letters that are not unknowns put in."""
    plain = tuple(statement_without_units(statement) for statement in before)
    known = {
        name: value
        for name, value in gather(plain).values.items()
        if name not in unknowns and not variables(value)
    }
    target = statement_without_units(after)
    used = set(variables(target))
    rest = tuple(s for s in plain if not _only_gives(s, known) or used & set(variables(s)))
    if all(_only_gives(s, known) for s in plain):
        return plain, target
    known = {name: value for name, value in known.items() if name not in _assigned(target)}
    return tuple(substitute(s, known) for s in rest or plain), substitute(target, known)


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
    before: tuple[Statement, ...], after: Statement, unknown: str
) -> tuple[Decision, Relation]:
    old, new = solve(And(before), unknown), solve(after, unknown)
    if old == new:
        reason = "the two have the same real solutions"
        return Decision(Outcome.PROVED, SETS, reason), Relation.SAME_ROOTS
    lost, gained = old - new, new - old
    if lost.is_empty:
        witness = _allowed_only(gained, before, unknown)
        implied = Relation.ROOTS_GAINED if gained.is_finite else Relation.ONLY_IMPLIED
        reason = "every solution is kept, but others are added"
        return Decision(Outcome.PROVED, SETS, reason, witness), implied
    if gained.is_empty:
        witness = _solution_only(lost, after, unknown)
        reason = "a solution is lost"
        return Decision(Outcome.REFUTED, SETS, reason, witness), Relation.ROOTS_LOST
    reason = "a value is allowed that is no solution, and a solution is lost"
    witness = _allowed_only(gained, before, unknown)
    return Decision(Outcome.REFUTED, SETS, reason, witness), Relation.DIFFERENT


def _allowed_only(gained: RealSet, before: tuple[Statement, ...], unknown: str) -> Witness | None:
    return _member_witness(gained, And(before), unknown, "is not a solution of what went before")


def _solution_only(lost: RealSet, after: Statement, unknown: str) -> Witness | None:
    return _member_witness(lost, after, unknown, "is a solution that is lost")


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
