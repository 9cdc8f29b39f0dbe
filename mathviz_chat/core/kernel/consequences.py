"""Consequences of equations by ideal membership: a certificate in polynomials, no search."""

from __future__ import annotations

from flint import fmpq_mpoly

from mathviz_chat.core.kernel.decision import Outcome, Proposal
from mathviz_chat.core.kernel.domain import Ledger
from mathviz_chat.core.kernel.equations import Equation, Equations
from mathviz_chat.core.kernel.systems import Ideal
from mathviz_chat.core.reading.tree import Statement
from mathviz_chat.core.verdict import Relation

MAX_SQUARED = 4  # the degree of what is squared
IDEAL = "ideal membership (Groebner basis)"


def consequence(equations: Equations) -> tuple[Proposal, Relation] | None:
    """Each new polynomial, or its square, is a combination of the old ones: it is 0 where they are.

    The functions that stand behind generators are kept as they are: their relations are added.
    """
    old = [equation.poly for equation in equations.before]
    new = [equation.poly for equation in equations.after]
    known = [relation for _, relation in equations.forms.radicals()]
    ideal = Ideal([*old, *known], new)
    if not all(_vanishes(poly, ideal) for poly in new):
        return None
    extra = _new_restrictions(equations)
    if follows_back(equations):
        relation = Relation.SAME_IF if extra else Relation.SAME_ROOTS
        return Proposal(Outcome.PROVED, IDEAL, "each follows from the other", None, extra), relation
    reason = "it follows from what went before"
    return Proposal(Outcome.PROVED, IDEAL, reason, None, extra), Relation.ONLY_IMPLIED


def follows_back(equations: Equations) -> bool:
    """Is it proved that each case of the new statement satisfies the old equations?"""
    if is_restricted(equations.before):
        return False
    old = [equation.poly for equation in equations.before]
    known = [relation for _, relation in equations.forms.radicals()]
    for case in equations.after_cases:
        ideal = Ideal([*(equation.poly for equation in case), *known], old)
        if not all(ideal.contains(poly) for poly in old):
            return False
    return True


def _vanishes(poly: fmpq_mpoly, ideal: Ideal) -> bool:
    """At a double root only the square is a combination: ``x = 2`` for (x - 2)^2 = 0."""
    return ideal.contains(poly) or (
        poly.total_degree() <= MAX_SQUARED and ideal.contains(poly * poly)
    )


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


def is_restricted(equations: list[Equation]) -> bool:
    """Is one of them not defined for all real numbers?"""
    trees = [difference for equation in equations for difference in equation.differences]
    ledger = Ledger(*trees)
    return any(ledger.of(tree) for tree in trees)
