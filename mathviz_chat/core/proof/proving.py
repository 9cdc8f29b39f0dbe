"""The only place where a proof is made: each kind of claim with the certificates that can prove it.

``prove`` raises ``Rejected`` unless every step of the certificate can be confirmed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from mathviz_chat.core.proof.claims import (
    AtPoint,
    BothWays,
    Cases,
    Cells,
    Certificate,
    Claim,
    Combination,
    Different,
    Equal,
    Fails,
    Follows,
    GivenValues,
    Holds,
    Listed,
    NormalForm,
    Ratio,
    Rejected,
)
from mathviz_chat.core.proof.equalities import (
    different,
    equal_forms,
    equal_numbers,
    fails,
    true_there,
)
from mathviz_chat.core.proof.implications import combination, given_values, on_cells, ratio
from mathviz_chat.core.proof.zeros import listed
from mathviz_chat.core.reading.tree import And, Or

_SEAL = object()


@dataclass(frozen=True, slots=True)
class Proof:
    """A claim that ``prove`` has confirmed; the certificate lets it be confirmed again."""

    claim: Claim
    certificate: Certificate
    seal: object = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.seal is not _SEAL:
            raise TypeError("a proof is made by prove() only")


def prove(claim: Claim, certificate: Certificate) -> Proof:
    """The proof. Raises Declined (Rejected where the certificate does not fit the claim)."""
    check = CHECKS.get((type(claim), type(certificate)))
    if check is None:
        raise Rejected("such a certificate says nothing about such a claim")
    try:
        confirmed = check(claim, certificate)
    except (RecursionError, ValueError) as error:
        raise Rejected("parts that do not belong together, or too deep a nesting") from error
    if not confirmed:
        raise Rejected("the certificate does not prove the claim")
    return Proof(claim, certificate, _SEAL)


def _cases(claim: Follows, certificate: Cases) -> bool:
    (statement,) = claim.before
    if claim.both or not isinstance(statement, Or):
        return False
    for item, part in zip(statement.items, certificate.parts, strict=True):
        prove(Follows((item,), claim.after, claim.conditions), part)
    return True


def _both_ways(claim: Follows, certificate: BothWays) -> bool:
    prove(Follows(claim.before, claim.after, claim.conditions), certificate.there)
    prove(Follows((claim.after,), And(claim.before), claim.conditions), certificate.back)
    return True


CHECKS: dict[tuple[type, type], Callable[[Any, Any], bool]] = {
    (Equal, AtPoint): equal_numbers,
    (Equal, NormalForm): equal_forms,
    (Different, AtPoint): different,
    (Holds, AtPoint): true_there,
    (Fails, AtPoint): fails,
    (Follows, Cells): on_cells,
    (Follows, Ratio): ratio,
    (Follows, Combination): combination,
    (Follows, Cases): _cases,
    (Follows, BothWays): _both_ways,
    (Follows, GivenValues): given_values,
    (Follows, Listed): listed,
}
