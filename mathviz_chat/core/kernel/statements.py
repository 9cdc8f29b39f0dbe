"""Relations between numbers: do they hold? Trusted, as ``identities``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mathviz_chat.core.kernel.decision import Decision, Outcome, Witness
from mathviz_chat.core.kernel.elaboration import elaborate
from mathviz_chat.core.kernel.equality import BALLS, undecided
from mathviz_chat.core.kernel.evaluation import shown_value
from mathviz_chat.core.kernel.identities import identity
from mathviz_chat.core.kernel.limits import Declined, sentence
from mathviz_chat.core.kernel.measuring import measure
from mathviz_chat.core.kernel.preparation import prepare
from mathviz_chat.core.kernel.rounding import find_truth
from mathviz_chat.core.kernel.substitution import substitute, variables
from mathviz_chat.core.kernel.units import without_units
from mathviz_chat.core.proof.claims import Holds
from mathviz_chat.core.proof.points import ALLOWED
from mathviz_chat.core.reading.tree import (
    And,
    Chain,
    Expr,
    Implication,
    Not,
    Or,
    RelOp,
    Statement,
    Truth,
)

OPPOSITE = {Outcome.PROVED: Outcome.REFUTED, Outcome.REFUTED: Outcome.PROVED}
EQUALITIES = frozenset({RelOp.EQ, RelOp.IDENTICAL, RelOp.DEFINED})


def holds(statement: Statement, bindings: Mapping[str, Expr]) -> Decision:
    """Does the statement hold when the values are put in for its symbols?

    Relations are judged exactly; a side that is undefined there makes the statement undecided.
    Equations in which symbols remain are judged as identities.
    """
    try:
        measure(statement, *bindings.values())
        return _holds(substitute(statement, bindings))
    except (Declined, ValueError) as error:
        return undecided(sentence(error))


def _holds(statement: Statement) -> Decision:
    match statement:
        case Chain(items, ops):
            pairs = zip(items, ops, items[1:], strict=False)
            return _all_hold([_relation_holds(a, op, b) for a, op, b in pairs])
        case And(parts):
            return _all_hold([_holds(part) for part in parts])
        case Or(parts):
            return _negated(_all_hold([_negated(_holds(part)) for part in parts]))
        case Not(part):
            return _negated(_holds(part))
        case Truth():
            return _compared(statement)
        case Implication():
            return undecided("An implication between numbers is not judged.")


def _negated(decision: Decision) -> Decision:
    outcome = OPPOSITE.get(decision.outcome, Outcome.UNDECIDED)
    proofs = decision.proofs
    return Decision(outcome, decision.method, decision.reason, decision.witness, (), proofs)


def _all_hold(decisions: list[Decision]) -> Decision:
    """The first refuted one, else the first that is not proved, else the last with all proofs."""
    for wanted in (Outcome.REFUTED, Outcome.UNDECIDED, Outcome.PROBABLE):
        for decision in decisions:
            if decision.outcome is wanted:
                return decision
    proofs = tuple(proof for decision in decisions for proof in decision.proofs)
    return replace(decisions[-1], proofs=proofs)


def _relation_holds(left: Expr, op: RelOp, right: Expr) -> Decision:
    if op in EQUALITIES:
        return identity(left, right)
    if op not in ALLOWED:
        return undecided("This relation is neither an equation nor an inequality.")
    first, second = (prepare(side) for side in without_units(left, right))
    if variables(first) or variables(second):
        return undecided("It is an inequality in which letters remain.")
    return _compared(Chain((first, second), (op,)))


def _compared(statement: Chain | Truth) -> Decision:
    proof = find_truth(statement)
    if proof is None or not isinstance(proof.claim, Holds) or proof.claim.statement != statement:
        return undecided("The two values lie too close together to be told apart.", BALLS)
    outcome = Outcome.PROVED if proof.claim.value else Outcome.REFUTED
    if isinstance(statement, Truth):
        return Decision(outcome, "truth value", "it says so itself", None, (), (proof,))
    left, right = (shown_value(elaborate(side), {}) for side in statement.items)
    reason = "the two values were compared"
    return Decision(outcome, BALLS, reason, Witness((), left, right), (), (proof,))
