"""What a line says of the two solutions of an equation together: ``x₁ + x₂ = 5``."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.checking.conditions import describe
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.judgement import Judgement, unchecked
from mathviz_chat.core.checking.terms import is_closed
from mathviz_chat.core.kernel import Outcome, holds, real_solutions, variables
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Expr, Statement, Symbol
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import Relation, Role, Verdict

_NOT_TWO: Final = "It speaks of two solutions; {} is not known to have two real ones."
_NAMES: Final = "It holds for one way to name the two solutions only."
_UNDECIDED: Final = "It was not decided whether the two solutions satisfy it."


def judge_root_pair(facts: Facts, statement: Statement) -> Judgement | None:
    """The verdict on a relation of two solutions, x₁ and x₂; None for any other line.

    Nobody says which of them is the first one: it must hold, or fail, for both ways to name them.
    """
    names = _two_names(facts, statement)
    if names is None:
        return None
    roots = _two_roots(facts)
    source = describe(facts.given)
    if roots is None:
        return unchecked(_NOT_TWO.format(source), Role.CONDITION)
    ways = [dict(zip(names, order, strict=True)) for order in (roots, roots[::-1])]
    decisions = [holds(statement, way) for way in ways]
    outcomes = {decision.outcome for decision in decisions}
    solutions = " and ".join(to_plain(root) for root in roots)
    told = f"the solutions of {source}, {solutions}"
    ground = decisions[0]
    if outcomes == {Outcome.PROVED}:
        reason = f"It holds for {told}."
        method, implied = ground.method, Relation.ONLY_IMPLIED
        return Judgement(
            Verdict.PROVED, implied, reason, method=method, role=Role.CONDITION, ground=ground
        )
    if outcomes == {Outcome.REFUTED}:
        witness = ", ".join(f"{name} = {to_plain(root)}" for name, root in ways[0].items())
        return Judgement(
            Verdict.REFUTED,
            Relation.DIFFERENT,
            f"It does not hold for {told}.",
            witness,
            ground.method,
            role=Role.CONDITION,
            ground=ground,
        )
    mixed = {Outcome.PROVED, Outcome.REFUTED}
    return unchecked(_NAMES if outcomes == mixed else _UNDECIDED, Role.CONDITION)


def _two_names(facts: Facts, statement: Statement) -> tuple[str, str] | None:
    """``x_1`` and ``x_2`` of ``x_1 + x_2 = 5``; a list of values names them side by side only."""
    names = variables(statement)
    if len(names) != 2 or len(facts.unknowns) != 1:
        return None
    stems = [name.partition("_") for name in names]
    if any(stem != facts.unknowns[0] or not index.isdigit() for stem, _, index in stems):
        return None
    chains = [node for node in walk(statement) if isinstance(node, Chain)]
    lists = (all(isinstance(i, Symbol) or is_closed(i) for i in chain.items) for chain in chains)
    return None if all(lists) else (names[0], names[1])


def _two_roots(facts: Facts) -> tuple[Expr, Expr] | None:
    """The two real solutions of what is given; a double root counts as two."""
    if len(facts.given) != 1:
        return None
    found = real_solutions(facts.given[0], facts.unknowns[0])
    if found is None or not found.is_finite:
        return None
    counted = [point.exact for point in found.points for _ in range(point.multiplicity)]
    if len(counted) != 2 or counted[0] is None or counted[1] is None:
        return None
    return counted[0], counted[1]
