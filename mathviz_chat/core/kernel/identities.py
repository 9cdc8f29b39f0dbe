"""The questions about expressions. Trusted: an answer is certain only with a proof of the question.

What is asked is stated here as a claim of the core (``core/proof/claims.py``); an answer that
carries no proof of that very claim is turned into *undecided*.
"""

from __future__ import annotations

from fractions import Fraction
from functools import partial

from mathviz_chat.core.kernel.complex_numbers import is_complex
from mathviz_chat.core.kernel.constants import number
from mathviz_chat.core.kernel.decision import UNCONFIRMED, Decision, Outcome
from mathviz_chat.core.kernel.equality import find_equality, undecided
from mathviz_chat.core.kernel.limits import Declined, sentence
from mathviz_chat.core.kernel.matrices import decide_matrices, has_matrix
from mathviz_chat.core.kernel.measuring import measure
from mathviz_chat.core.kernel.preparation import prepare
from mathviz_chat.core.kernel.rounding import find_rounding
from mathviz_chat.core.kernel.substitution import variables
from mathviz_chat.core.kernel.sums import decide_open_sum, has_open_sum
from mathviz_chat.core.kernel.units import without_units
from mathviz_chat.core.proof.claims import Different, Equal, Holds
from mathviz_chat.core.reading.tree import And, Chain, Expr, RelOp, Statement, Sub


def identity(
    left: Expr,
    right: Expr,
    *,
    facts: tuple[Statement, ...] = (),
    complex_domain: bool = False,
) -> Decision:
    """Are the two equal for all real values of the variables at which both are defined?

    facts: conditions that may be used: ``x > 0``, ``x = 5`` (values and signs of symbols).
    complex_domain: the constant i may occur; the variables stay real.
    ``conditions`` of the answer are the restrictions that one side makes and the other does not,
    ``x != 1``: where they fail, only one side is defined.
    Never raises: what is too large or not understood is undecided, with the reason.
    """
    try:
        measure(left, right, *facts)
        first, second = without_units(left, right)
        known = relevant(facts, {*variables(first), *variables(second)})
        if has_matrix(first) or has_matrix(second):
            return decide_matrices(first, second, partial(identity, facts=facts))
        if has_open_sum(first) or has_open_sum(second):
            return decide_open_sum(first, second, identity, known)
        first, second = prepare(first), prepare(second)
        beside_i = complex_domain or is_complex(first) or is_complex(second)
        found = find_equality(first, second, known, beside_i)
        return _confirmed(found, first, second, known, beside_i)
    except (Declined, ValueError) as error:
        return undecided(sentence(error))


def relevant(facts: tuple[Statement, ...], names: set[str]) -> tuple[Statement, ...]:
    """The facts that share a letter with those names, or with another such fact."""
    reached = set(names)
    kept: set[int] = set()
    while True:
        new = {
            k for k, fact in enumerate(facts) if k not in kept and reached & set(variables(fact))
        }
        if not new:
            return tuple(fact for k, fact in enumerate(facts) if k in kept)
        kept |= new
        reached.update(name for k in new for name in variables(facts[k]))


def _confirmed(
    decision: Decision,
    left: Expr,
    right: Expr,
    facts: tuple[Statement, ...],
    complex_domain: bool,
) -> Decision:
    """The decision, if it is not certain or has a proof of just this."""
    if decision.outcome not in (Outcome.PROVED, Outcome.REFUTED):
        return decision
    for proof in decision.proofs:
        claim = proof.claim
        if not isinstance(claim, Equal | Different) or claim.complex_domain is not complex_domain:
            continue
        if (claim.left, claim.right) != (left, right):
            continue
        if isinstance(claim, Different):
            if decision.outcome is Outcome.REFUTED and claim.facts == facts:
                return decision
        elif decision.outcome is Outcome.PROVED and set(claim.facts) <= set(facts):
            return decision if claim.conditions == decision.conditions else undecided(UNCONFIRMED)
    return undecided(UNCONFIRMED)


def approximately(left: Expr, right: Expr, places: int) -> Decision:
    """Is ``right`` the value of ``left`` rounded to ``places`` decimals?

    Exact: |left - right| <= 10^-places / 2, so a tie may be rounded either way. A negative number
    of places rounds to tens, hundreds, ...
    """
    try:
        measure(left, right)
        first, second = (prepare(side) for side in without_units(left, right))
        half = number(Fraction(1, 2) / Fraction(10) ** max(-1000, min(1000, places)))
        near = And((_at_most(Sub(first, second), half), _at_most(Sub(second, first), half)))
        found = find_rounding(first, second, near, places)
        certain = {Outcome.PROVED: Holds(near), Outcome.REFUTED: Holds(near, value=False)}
        claim = certain.get(found.outcome)
        if claim is None or any(proof.claim == claim for proof in found.proofs):
            return found
        return undecided(UNCONFIRMED)
    except Declined as error:
        return undecided(sentence(error))


def _at_most(left: Expr, right: Expr) -> Statement:
    return Chain((left, right), (RelOp.LE,))
