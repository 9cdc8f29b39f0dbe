"""All solutions of a trigonometric equation within a turn, whatever angles they are.

Their number is certain (Sturm's theorem, or what is known of ``f(mx + a)``), and as many are found
by numbers. So an angle that is proved to satisfy the equation is the one that lies where it does.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

from mathviz_chat.core.kernel import Outcome, compare_conditions, holds
from mathviz_chat.core.problems import recount, trigonometry
from mathviz_chat.core.problems.arc_angles import HALF_TURN, in_a_turn, shifted, size, whole_below
from mathviz_chat.core.problems.one_function import families, one_function
from mathviz_chat.core.reading.tree import Chain, Expr, Statement
from mathviz_chat.core.verdict import Relation

NEAR: Final = 15
"""Decimals, of radians, to which two solutions are told apart."""
_APART: Final = 6
_MAX_TURNS: Final = 10


@lru_cache(maxsize=64)
def places(equation: Chain, name: str) -> tuple[Any, ...] | None:
    """Where the solutions lie, in radians from 0 up to a turn, ascending; None if not certain."""
    count = trigonometry.certain_count(equation, name)
    if count is None:
        return None
    degrees = list(trigonometry.roots_by_signs(equation, name))
    if len(degrees) < count:
        degrees = sorted({*degrees, *_touching(equation, name)})
    found = tuple(recount.real(one) * _half_turn() / 180 for one in degrees)
    apart = all(high - low > 10**-_APART for low, high in pairwise(found))
    return found if len(found) == count and apart else None


def _half_turn() -> Any:
    return size(HALF_TURN)


def _touching(equation: Chain, name: str) -> Iterable[Fraction]:
    """Double solutions, at which the difference of the sides is 0 without a change of sign."""
    step = Fraction(3, 2)
    distances = [_distance(equation, name, step * k) for k in range(-1, 242)]
    triples = zip(distances, distances[1:], distances[2:], strict=False)
    for k, (left, here, right) in enumerate(triples):
        if left is None or here is None or right is None or not left > here <= right:
            continue
        at = _least(equation, name, step * (k - 1), step * (k + 1))
        if 0 <= at < 360 and trigonometry.sign_at(equation, name, at) == 0:
            yield at


def _least(equation: Chain, name: str, low: Fraction, high: Fraction) -> Fraction:
    """Where the distance of the sides is least, by cutting the stretch in three."""
    for _ in range(220):
        third = (high - low) / 3
        first, second = (_distance(equation, name, at) for at in (low + third, high - third))
        if first is None or second is None:
            return low
        low, high = (low, high - third) if first < second else (low + third, high)
        low, high = (Fraction(at).limit_denominator(10**40) for at in (low, high))
    return (low + high) / 2


def _distance(equation: Chain, name: str, degrees: Fraction) -> Any:
    at = recount.real(degrees) * _half_turn() / 180
    try:
        left, right = (recount.real(recount.value(one, {name: at})) for one in equation.items)
    except recount.NotEvaluated:
        return None
    return abs(left - right)


@lru_cache(maxsize=256)
def proved(equation: Chain, name: str, value: Expr) -> bool | None:
    """Whether an angle is proved to satisfy the equation, or proved not to; None in doubt."""
    outcome = holds(equation, {name: value}).outcome
    if outcome not in (Outcome.PROVED, Outcome.REFUTED) and (
        same := _in_one_function(equation, name)
    ):
        outcome = holds(same, {name: value}).outcome
    return {Outcome.PROVED: True, Outcome.REFUTED: False}.get(outcome)


@lru_cache(maxsize=16)
def _in_one_function(equation: Chain, name: str) -> Chain | None:
    """An equation in one function that is proved to have the same solutions."""
    reduced = one_function(equation, name)
    if reduced is None or reduced.equation == equation:
        return None
    decision, relation = compare_conditions((equation,), reduced.equation, unknowns=(name,))
    same = relation in (Relation.SAME, Relation.SAME_ROOTS) and not decision.conditions
    return reduced.equation if same and decision.outcome is Outcome.PROVED else None


def place_of(found: tuple[Any, ...], value: Expr) -> Any:
    """Which of the places of a turn an angle lies at; None for none of them."""
    at = size(in_a_turn(value))
    turn = 2 * _half_turn()
    near = [one for one in found if min(abs(one - at), turn - abs(one - at)) < 10**-NEAR]
    return near[0] if len(near) == 1 else None


def is_at(one: Expr, other: Expr) -> bool:
    """Whether two angles lie at the same place, to more digits than solutions are apart."""
    return bool(abs(size(one) - size(other)) < 10**-NEAR)


@lru_cache(maxsize=64)
def exact(equation: Chain, name: str) -> tuple[Expr, ...] | None:
    """The solutions of a turn as exact angles, each proved; None where they are not all found."""
    found, proposed = places(equation, name), families(equation, name)
    if found is None or proposed is None:
        return None
    at: dict[Any, Expr] = {}
    for family in proposed:
        for value in family.within_a_turn():
            place = place_of(found, value)
            if place is None or not proved(equation, name, value):
                return None
            at.setdefault(place, value)
    return tuple(at[place] for place in found) if len(at) == len(found) else None


def within(domain: Statement, name: str, turn: Iterable[Expr]) -> tuple[Expr, ...] | None:
    """The angles of every turn that fulfil a domain, ascending; None where that is in doubt."""
    assert isinstance(domain, Chain)
    try:
        low, high = size(domain.items[0]), size(domain.items[2])
    except recount.NotEvaluated:
        return None
    whole = 2 * _half_turn()
    first, last = whole_below(low / whole) - 1, whole_below(high / whole) + 1
    if last - first > _MAX_TURNS:
        return None
    moved = (shifted(one, Fraction(2 * k)) for one in turn for k in range(first, last + 1))
    return inside(domain, name, moved)


def inside(domain: Chain, name: str, values: Iterable[Expr]) -> tuple[Expr, ...] | None:
    """Those of the angles that fulfil a domain, ascending; None where that is in doubt."""
    kept = []
    for value in values:
        found = holds(domain, {name: value}).outcome
        if found not in (Outcome.PROVED, Outcome.REFUTED):
            return None
        kept += [value] if found is Outcome.PROVED else []
    return tuple(sorted(kept, key=size))
