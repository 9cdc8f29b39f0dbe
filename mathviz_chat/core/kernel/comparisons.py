"""The question how a condition follows from others. Trusted, as ``identities``.

Each relation stands for claims of the core, which the answer's proofs must make: about the
statements that were asked about, with values of letters that are among them, and no others.
"""

from __future__ import annotations

from mathviz_chat.core.kernel.conditions import find_comparison
from mathviz_chat.core.kernel.decision import UNCONFIRMED, Decision, Outcome
from mathviz_chat.core.kernel.equality import undecided
from mathviz_chat.core.kernel.limits import Declined, sentence
from mathviz_chat.core.kernel.measuring import measure
from mathviz_chat.core.kernel.substitution import variables
from mathviz_chat.core.kernel.units import statement_without_units
from mathviz_chat.core.proof.claims import Claim, Fails, Follows
from mathviz_chat.core.reading.tree import And, Chain, RelOp, Statement, Symbol
from mathviz_chat.core.verdict import Relation

# relation -> what must be proved: that the new statement follows, that the old ones follow from
# it, that it does not follow, that they do not
THERE, BACK, NOT_THERE, NOT_BACK = "there", "back", "not there", "not back"
NEEDED: dict[tuple[Outcome, Relation], tuple[str, ...]] = {
    (Outcome.PROVED, Relation.SAME): (THERE, BACK),
    (Outcome.PROVED, Relation.SAME_IF): (THERE, BACK),
    (Outcome.PROVED, Relation.SAME_ROOTS): (THERE, BACK),
    (Outcome.PROVED, Relation.ROOTS_GAINED): (THERE, NOT_BACK),
    (Outcome.PROVED, Relation.ONLY_IMPLIED): (THERE,),
    (Outcome.REFUTED, Relation.ROOTS_LOST): (NOT_THERE, BACK),
    (Outcome.REFUTED, Relation.DIFFERENT): (NOT_THERE,),
}


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
        return undecided("There is nothing that it could follow from."), Relation.DIFFERENT
    try:
        measure(*before, after)
        plain = tuple(map(statement_without_units, before))
        target = statement_without_units(after)
        decision, relation = find_comparison(plain, target, unknowns)
    except (Declined, ValueError) as error:
        return undecided(sentence(error)), Relation.DIFFERENT
    if decision.outcome not in (Outcome.PROVED, Outcome.REFUTED):
        return decision, Relation.DIFFERENT
    claims = [proof.claim for proof in decision.proofs]
    allowed = {*decision.conditions, *(given for given in plain if _gives(given, unknowns))}
    shown = {what for claim in claims for what in _shown(claim, plain, target, allowed)}
    needed = NEEDED.get((decision.outcome, relation))
    if needed is None or not set(needed) <= shown:
        return undecided(UNCONFIRMED), Relation.DIFFERENT
    return decision, relation


def _shown(
    claim: Claim,
    before: tuple[Statement, ...],
    after: Statement,
    allowed: set[Statement],
) -> tuple[str, ...]:
    """What the claim says about the question; allowed: conditions that it may make."""
    old = set(before)
    if isinstance(claim, Fails):
        if claim.after == after:
            return (NOT_THERE,) if old <= set(claim.before) else ()
        from_after = after in claim.before and set(claim.before) <= {after, *old}
        return (NOT_BACK,) if from_after and set(_items(claim.after)) <= old else ()
    if not isinstance(claim, Follows) or not set(claim.conditions) <= allowed:
        return ()
    if claim.after == after and set(claim.before) <= old:
        whole = {*claim.before, *claim.conditions} >= old
        return (THERE, BACK) if claim.both and whole else (THERE,)
    whole = {*_items(claim.after), *claim.conditions} >= old
    return (BACK,) if claim.before == (after,) and whole else ()


def _items(statement: Statement) -> tuple[Statement, ...]:
    return statement.items if isinstance(statement, And) else (statement,)


def _gives(statement: Statement, unknowns: tuple[str, ...]) -> bool:
    """``a = 3``, where a is no unknown."""
    names = variables(statement)
    return (
        isinstance(statement, Chain)
        and statement.ops == (RelOp.EQ,)
        and any(isinstance(side, Symbol) for side in statement.items)
        and len(names) == 1
        and names[0] not in unknowns
    )
