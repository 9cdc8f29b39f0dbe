"""Certificates for what was found about equations in several letters: tried in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mathviz_chat.core.kernel.cofactors import combination
from mathviz_chat.core.kernel.decision import Decision, Outcome, Proposal
from mathviz_chat.core.kernel.hints import hints
from mathviz_chat.core.kernel.limits import Declined, Unsupported, sentence
from mathviz_chat.core.proof.claims import (
    AtPoint,
    BothWays,
    Cases,
    Certificate,
    Fails,
    Follows,
    Ratio,
)
from mathviz_chat.core.proof.forms import Hints
from mathviz_chat.core.proof.proving import Proof, prove
from mathviz_chat.core.reading.tree import And, Or, Statement
from mathviz_chat.core.verdict import Relation

Answer = tuple[Decision, Relation]
Found = tuple[Proposal, Relation]
BOTH = (Relation.SAME, Relation.SAME_IF, Relation.SAME_ROOTS)


@dataclass(frozen=True)
class Step:
    """The statements of one comparison; givens: values of letters that are no unknowns."""

    before: tuple[Statement, ...]
    after: Statement
    givens: tuple[Statement, ...]

    @property
    def hints(self) -> Hints:
        return hints(*self.before, self.after, *self.givens)

    def certified(self, found: Found) -> Answer:
        """What was found, with its proofs. Raises Declined where there are none."""
        proposal, relation = found
        if proposal.outcome is Outcome.PROVED:
            conditions = (*self.givens, *proposal.conditions)
            claim = Follows(self.before, self.after, conditions, relation in BOTH)
            return proposal.proved_by(self.proof(claim)), relation
        if proposal.witness is None:
            raise Unsupported("a refutation without a point")
        fails = Fails((*self.before, *self.givens), self.after, proposal.witness.point)
        proofs = [prove(fails, AtPoint(self.hints))]
        if relation is Relation.ROOTS_LOST:
            try:
                back = Follows((self.after,), And(self.before), self.givens)
                proofs.append(self.proof(back))
            except Declined:
                relation = Relation.DIFFERENT
        return proposal.proved_by(*proofs), relation

    def proof(self, claim: Follows) -> Proof:
        """Raises Declined."""
        why = Declined("it was not proved that it follows")
        for make in (self._ratios, self._combinations):
            try:
                for certificate in make(claim):
                    try:
                        return prove(claim, certificate)
                    except Declined as error:
                        why = Declined(sentence(error))
            except Declined as error:
                why = Declined(sentence(error))
        raise why

    def _ratios(self, claim: Follows) -> Iterator[Certificate]:
        for k in range(len(claim.before)):
            yield Ratio(self.hints, (k,))

    def _combinations(self, claim: Follows) -> Iterator[Certificate]:
        if claim.both:
            there = Follows(claim.before, claim.after, claim.conditions)
            back = Follows((claim.after,), And(claim.before), claim.conditions)
            yield BothWays(self._combination(there), self._combination(back))
        else:
            yield self._combination(claim)

    def _combination(self, claim: Follows) -> Certificate:
        """By cases where what went before is an "or"."""
        if len(claim.before) == 1 and isinstance(claim.before[0], Or):
            items = claim.before[0].items
            parts = [Follows((item,), claim.after, claim.conditions) for item in items]
            return Cases(tuple(combination(part, self.hints) for part in parts))
        return combination(claim, self.hints)
