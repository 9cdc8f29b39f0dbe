"""Steps between conditions: a line against the facts in force."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.checking.judgement import (
    CHECK_CANDIDATES,
    VERDICTS,
    Judgement,
    clip,
    conditions_of,
    show,
    unchecked,
    witness_text,
)
from mathviz_chat.core.checking.logarithms import BASE_TEN, EULER
from mathviz_chat.core.checking.terms import (
    conjuncts,
    disjuncts,
    equation,
    is_closed,
    lone_symbol,
    transform,
)
from mathviz_chat.core.kernel import (
    Decision,
    Outcome,
    SolutionSet,
    Witness,
    compare_conditions,
    real_solutions,
)
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.both_signs import both_signs
from mathviz_chat.core.reading.logarithms import TEN, has_open_base, in_base
from mathviz_chat.core.reading.odd_roots import with_odd_roots
from mathviz_chat.core.reading.tree import (
    And,
    Chain,
    Const,
    Constant,
    Expr,
    Implication,
    Interval,
    Neg,
    Node,
    Number,
    Or,
    Quantity,
    RelOp,
    SetOf,
    Statement,
    Symbol,
    Truth,
    TupleOf,
    UnionOf,
)
from mathviz_chat.core.verdict import Relation, Role, Verdict

_INFINITY: Final = Constant(Const.INFINITY)
_CONTRADICTION: Final = equation(Number(Fraction(0)), Number(Fraction(1)))


ROOT_OF_NEGATIVE: Final = Decision(
    Outcome.UNDECIDED, "none", "It rests on what a root of a negative number is."
)
"""``x^(2/3) = 4`` has the solution 8, and -8 where the cube root of -8 is -2."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A statement beside the facts: the kernel's decision and what it means.

    condition: what was taken for granted, in words. of_one_sign: the letter that the statement
    gives must be >= 0, so that it is one of two cases.
    """

    decision: Decision
    relation: Relation
    condition: str | None = None
    of_one_sign: bool = False

    @property
    def holds(self) -> bool:
        """Every solution of the facts satisfies the statement."""
        return self.decision.outcome is Outcome.PROVED

    @property
    def is_equivalent(self) -> bool:
        return self.holds and self.relation in (
            Relation.SAME,
            Relation.SAME_IF,
            Relation.SAME_ROOTS,
        )

    @property
    def is_decided(self) -> bool:
        return self.holds or self.is_false

    @property
    def loses_only(self) -> bool:
        """Some solutions are missing, none is wrong."""
        return self.relation is Relation.ROOTS_LOST and self.decision.outcome is Outcome.REFUTED

    @property
    def is_false(self) -> bool:
        return self.decision.outcome is Outcome.REFUTED


def compare(facts: tuple[Statement, ...], after: Statement, unknowns: tuple[str, ...]) -> Compared:
    """The kernel's comparison, of statements in the form that it takes."""
    if after == Truth(False) and len(unknowns) > 1:
        after = _CONTRADICTION  # an equation, as the kernel judges systems of equations
    if has_open_base(*facts, after):
        return _compare_logarithms(facts, after, unknowns)
    decision, relation = compare_conditions(facts, after, unknowns=unknowns)
    usual = Compared(decision, relation)
    rooted = tuple(map(with_odd_roots, (*facts, after)))
    if rooted == (*facts, after) or not (usual.holds or usual.is_false):
        return usual
    other = Compared(*compare_conditions(rooted[:-1], rooted[-1], unknowns=unknowns))
    same = (usual.holds, usual.relation) == (other.holds, other.relation) and (
        usual.is_false == other.is_false
    )
    return usual if same else replace(usual, decision=ROOT_OF_NEGATIVE)


def _compare_logarithms(
    facts: tuple[Statement, ...], after: Statement, unknowns: tuple[str, ...]
) -> Compared:
    """With the base 10, which is named; it is false only where it is with the base e as well."""
    usual, natural = (
        compare(tuple(in_base(fact, base) for fact in facts), in_base(after, base), unknowns)
        for base in (TEN, EULER)
    )
    if usual.holds:
        return usual if natural.holds else replace(usual, condition=BASE_TEN)
    if usual.is_false and not natural.is_false:
        return replace(usual, decision=Decision(Outcome.UNDECIDED, "none", "no base is said"))
    return usual


# ------------------------------------------------------------------ the form the kernel takes


def as_condition(statement: Statement, unknowns: tuple[str, ...]) -> Statement:
    """What a line of a solution means as a condition on the unknowns.

    ``x = 1 ± 2`` is two cases; so is ``x = 2, x = 3``, ``x = 2, 3``, ``x in {2, 3}`` and
    ``x_1 = 2, x_2 = 3``; ``(x, y) = (2, 3)`` is two equations; units are left out.
    """
    plain = transform(statement, _without_unit)
    plain = without_indices(plain, unknowns)
    plain = spread(plain)
    plain = transform(plain, _as_bounds)
    plain = both_signs(plain)
    return _alternatives(plain)


def _without_unit(node: Node) -> Node | None:
    return transform(node.value, _without_unit) if isinstance(node, Quantity) else None


def without_indices(statement: Statement, unknowns: tuple[str, ...]) -> Statement:
    """``x_1`` and ``x_2`` are roots, where the unknown is x."""
    return transform(statement, lambda node: _without_index(node, unknowns))


def _without_index(node: Node, unknowns: tuple[str, ...]) -> Node | None:
    if not isinstance(node, Symbol) or node.name in unknowns:
        return None
    stem, _, index = node.name.partition("_")
    return Symbol(stem) if stem in unknowns and index.isdigit() else None


def spread(statement: Statement) -> Statement:
    """Several values on one right side, written as an "or"."""
    if isinstance(statement, And):
        return And(tuple(spread(item) for item in statement.items))
    if isinstance(statement, Or):
        return Or(tuple(spread(item) for item in statement.items))
    if not isinstance(statement, Chain) or len(statement.items) != 2:
        return statement
    left, right = statement.items
    if isinstance(left, TupleOf) and isinstance(right, TupleOf):
        return _by_coordinates(left, right) or statement
    if isinstance(right, TupleOf | SetOf) and statement.ops[0] in (RelOp.EQ, RelOp.IN):
        values = right.items
        if isinstance(left, Symbol) and values:
            parts = tuple(equation(left, value) for value in values)
            return Or(parts) if len(parts) > 1 else parts[0]
    return statement


def _as_bounds(node: Node) -> Node | None:
    """``x in (-2, 8)`` by inequalities."""
    match node:
        case Chain((name, Interval() | UnionOf() | SetOf() as items), (RelOp.IN,)):
            return membership(items, name)
    return None


def membership(items: Node, name: Expr) -> Statement | None:
    """``name in items`` by equations and inequalities; a pair may be an open interval."""
    match items:
        case Interval(lower, upper, lower_closed, upper_closed):
            parts: list[Statement] = []
            if not is_infinite(lower):
                parts.append(Chain((lower, name), (RelOp.LE if lower_closed else RelOp.LT,)))
            if not is_infinite(upper):
                parts.append(Chain((name, upper), (RelOp.LE if upper_closed else RelOp.LT,)))
            return And(tuple(parts)) if len(parts) > 1 else parts[0] if parts else Truth(True)
        case TupleOf((lower, upper), True):
            return membership(Interval(lower, upper, False, False), name)
        case SetOf(values):
            return Or(tuple(equation(name, one) for one in values)) if values else Truth(False)
        case UnionOf(several):
            cases = [membership(item, name) for item in several]
            known = tuple(case for case in cases if case is not None)
            return Or(known) if len(known) == len(cases) else None
    return items if isinstance(items, Statement) else None


def is_infinite(node: Node) -> bool:
    """One of the two infinities."""
    return node in (_INFINITY, Neg(_INFINITY))


def _by_coordinates(left: TupleOf, right: TupleOf) -> Statement | None:
    """``(x, y) = (2, 3)``."""
    if len(left.items) != len(right.items) or not (left.bracketed and right.bracketed):
        return None
    return And(tuple(map(equation, left.items, right.items)))


def as_solution(point: TupleOf, unknowns: tuple[str, ...]) -> Statement | None:
    """``(3, 7)``, where the unknowns are x and y."""
    if not point.bracketed or len(point.items) != len(unknowns) or len(unknowns) < 2:
        return None
    if not is_closed(point):
        return None
    return And(tuple(map(equation, map(Symbol, unknowns), point.items)))


def as_point(node: Node, unknowns: tuple[str, ...]) -> Statement | None:
    """``x = 3 → y = 4``, of two unknowns: one solution, and not what follows from x = 3."""
    if not isinstance(node, Implication) or len(unknowns) < 2:
        return None
    named = [assignment(part) for part in (node.before, node.after)]
    names = [one[0] for one in named if one is not None]
    if len(names) != 2 or names[0] == names[1] or not set(names) <= set(unknowns):
        return None
    return And((node.before, node.after))


def _alternatives(statement: Statement) -> Statement:
    """``x = 2, x = 3`` cannot both hold: it is a list of solutions; so is ``x = 1, y = 2, x = 2,
    y = 1`` with its pairs."""
    if not isinstance(statement, And):
        return statement
    parts = conjuncts(statement)
    found = [_named(part) for part in parts]
    names = [name for name in found if name is not None]
    size = len(set(names))
    if len(names) != len(parts) or size == len(parts):
        return statement
    starts = range(0, len(parts), size)
    if any(len(set(names[start : start + size])) != size for start in starts):
        return statement
    cases = (parts[start : start + size] for start in starts)
    return Or(tuple(case[0] if size == 1 else And(case) for case in cases))


def _named(statement: Statement) -> str | None:
    """The letter of ``x = 5``, and of ``x = (5 + 7)/4 = 3``."""
    if not isinstance(statement, Chain) or len(statement.items) < 3:
        said = assignment(statement)
        return None if said is None else said[0]
    first, *others = statement.items
    worked_out = set(statement.ops) <= {RelOp.EQ, RelOp.APPROX} and all(map(is_closed, others))
    return lone_symbol(first) if worked_out else None


def assignment(statement: Statement) -> tuple[str, Expr] | None:
    """``x = 5`` as ("x", 5): one symbol and a constant."""
    if not isinstance(statement, Chain) or statement.ops not in ((RelOp.EQ,), (RelOp.APPROX,)):
        return None
    left, right = statement.items
    if lone_symbol(right) is not None and is_closed(left):
        left, right = right, left
    name = lone_symbol(left)
    return (name, right) if name is not None and is_closed(right) else None


def is_solved(statement: Statement) -> bool:
    """The unknowns stand alone: ``x = 2 or x = 3``, ``x = 3, y = 2``, ``x < 4``."""
    parts = [part for case in disjuncts(statement) for part in conjuncts(case)]
    return all(isinstance(part, Truth) or _isolates(part) for part in parts)


def _isolates(statement: Statement) -> bool:
    if not isinstance(statement, Chain) or len(statement.items) > 3:
        return False
    symbols = [item for item in statement.items if isinstance(item, Symbol)]
    return len(symbols) == 1 and all(
        is_closed(item) for item in statement.items if not isinstance(item, Symbol)
    )


# ------------------------------------------------------------------ from relation to verdict


def judgement_of(
    compared: Compared, facts: tuple[Statement, ...], after: Statement, unknowns: tuple[str, ...]
) -> Judgement:
    """The verdict on a line that is compared with the facts; the table of docs/checking.md."""
    decision, relation = compared.decision, compared.relation
    source = describe(facts)
    if decision is ROOT_OF_NEGATIVE:
        return unchecked(decision.reason, Role.CONDITION)
    if decision.outcome is Outcome.UNDECIDED:
        return unchecked(f"It was not decided whether this follows from {source}.", Role.CONDITION)
    if decision.outcome is Outcome.PROBABLE:
        reason = f"It agrees with {source} at every value that was tried, but it is not proved."
        return Judgement(Verdict.PROBABLE, None, reason, None, decision.method, role=Role.CONDITION)
    named = () if compared.condition is None else (compared.condition,)
    conditions = (*conditions_of(decision), *named)
    if relation is Relation.ROOTS_GAINED:
        conditions = (*conditions, CHECK_CANDIDATES)
    reason = _reason(compared, facts, after, unknowns)
    witness = _witness(compared)
    return Judgement(
        VERDICTS[relation][0],
        relation,
        reason,
        witness,
        decision.method,
        conditions,
        Role.CONDITION,
        decision,
    )


def _reason(
    compared: Compared, facts: tuple[Statement, ...], after: Statement, unknowns: tuple[str, ...]
) -> str:
    source = describe(facts)
    witness = _witness(compared)
    match compared.relation:
        case Relation.SAME | Relation.SAME_ROOTS:
            return f"It has the same solutions as {source}."
        case Relation.SAME_IF:
            return f"It has the same solutions as {source}, under the conditions named."
        case Relation.ROOTS_GAINED:
            extra = f" such as {witness}" if witness else ""
            return f"It follows from {source}, but it also allows values{extra} that do not fit."
        case Relation.ONLY_IMPLIED:
            return f"It follows from {source}."
        case Relation.ROOTS_LOST:
            return f"A solution of {source} is lost: {witness or 'not every one is here'}."
        case _:
            return _wrong(facts, after, unknowns, witness)


def _witness(compared: Compared) -> str | None:
    """For a root that is lost or gained, the root alone."""
    witness = compared.decision.witness
    if witness is not None and witness.point and compared.relation is not Relation.DIFFERENT:
        witness = Witness(witness.point)
    return witness_text(witness)


def _wrong(
    facts: tuple[Statement, ...],
    after: Statement,
    unknowns: tuple[str, ...],
    witness: str | None,
) -> str:
    right = right_values(facts, unknowns)
    reason = f"It does not follow from {describe(facts)}"
    if right is not None:
        return f"{reason}, which has {right}."
    return f"{reason}: {witness}." if witness else f"{reason}."


def describe(facts: tuple[Statement, ...]) -> str:
    """The facts inside a sentence."""
    return clip(" and ".join(to_plain(fact) for fact in facts))


def right_values(facts: tuple[Statement, ...], unknowns: tuple[str, ...]) -> str | None:
    """``the solution x = 5``: what the facts come to, for one unknown with few solutions."""
    if len(facts) != 1 or len(unknowns) != 1:
        return None
    solutions = real_solutions(facts[0], unknowns[0])
    if solutions is None or not solutions.is_finite:
        return None
    if solutions.is_empty:
        return "no real solution"
    if len(solutions.points) > 4:
        return None
    return f"the solution{'s' if len(solutions.points) > 1 else ''} {_points(solutions)}"


def _points(solutions: SolutionSet) -> str:
    name = solutions.unknown
    texts = []
    for point in solutions.points:
        value = point.exact if point.exact is not None else Number(point.decimal, point.places)
        texts.append(f"{name} = {show(value)}")
    return " and ".join(texts)
