"""Points that satisfy what went before and not the new statement: found by trying, exact."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product as combinations
from random import Random

from mathviz_chat.core.kernel.algebraic import AlgebraicReal, Point, real_roots
from mathviz_chat.core.kernel.build import ZERO, number, relation
from mathviz_chat.core.kernel.consequences import follows_back
from mathviz_chat.core.kernel.decision import Outcome, Proposal, Witness
from mathviz_chat.core.kernel.elaboration import elaborate
from mathviz_chat.core.kernel.equations import Equations, alternatives
from mathviz_chat.core.kernel.evaluation import shown_value
from mathviz_chat.core.kernel.limits import Declined
from mathviz_chat.core.kernel.signs import sign
from mathviz_chat.core.kernel.solving import solve
from mathviz_chat.core.kernel.statements import holds
from mathviz_chat.core.kernel.substitution import substitute, variables
from mathviz_chat.core.kernel.systems import used_generators
from mathviz_chat.core.reading.tree import Chain, RelOp, Statement, Sub
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import Relation

Answer = tuple[Proposal, Relation]

EXAMPLE = "an exact counterexample"
TRIED_VALUES = (2, 3, 5, 1, -1, 4, 7, 0, -2, 10)
TRIES = 24


def counterexample(
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
        relation = Relation.ROOTS_LOST if follows_back(equations) else Relation.DIFFERENT
        found = Proposal(Outcome.REFUTED, EXAMPLE, reason, witness_at(point, after, reason))
        return found, relation
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


def failing_values(before: Statement, after: Statement) -> Answer | None:
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
            return Proposal(Outcome.REFUTED, EXAMPLE, reason, witness), Relation.DIFFERENT
    return None


def witness_at(point: Point, failing: Statement, note: str) -> Witness:
    """The point, with both sides of the first equation that does not hold there."""
    values = [(name, at.surd()) for name, at in sorted(point.items())]
    exact = tuple((name, value) for name, value in values if value is not None)
    for node in walk(failing):
        if not isinstance(node, Chain) or len(node.items) != 2:
            continue
        left, right = (elaborate(side) for side in node.items)
        if sign(Sub(left, right), point) in (-1, 1):
            return Witness(exact, shown_value(left, point), shown_value(right, point), note)
    return Witness(exact, note=note)
