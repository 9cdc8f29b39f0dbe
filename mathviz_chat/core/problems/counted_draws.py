"""Draws, throws and trials counted case by case, by Python alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import combinations, permutations, product
from math import prod
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems.cases import room


def _draw_by_draw(
    put_back: int, trials: int, good: int, total: int, low: int, high: int
) -> Fraction:
    """The chance of so many good ones: what may have been drawn so far, one draw after another."""
    reached = {0: Fraction(1)}
    for drawn in range(trials):
        after: dict[int, Fraction] = {}
        for hits, chance in reached.items():
            left = total - (0 if put_back else drawn)
            hit = Fraction(good - (0 if put_back else hits), left)
            for more, share in ((1, hit), (0, 1 - hit)):
                after[hits + more] = after.get(hits + more, Fraction(0)) + chance * share
        reached = after
    return sum((chance for hits, chance in reached.items() if low <= hits <= high), Fraction(0))


_OF_DICE: Final[tuple[Callable[[tuple[int, ...]], int], ...]] = (
    sum, prod, lambda dice: max(dice) - min(dice), max, min,
)  # fmt: skip
"""What is looked at: the sum, the product, the difference, the greatest, the least."""


def _dice_values(dice: int, what: int, *values: int) -> Fraction:
    """The share of throws whose sum (or product, ...) is among the values, throw by throw."""
    room(6**dice)
    throws = [_OF_DICE[what](throw) for throw in product(range(1, 7), repeat=dice)]
    return Fraction(sum(one in values for one in throws), len(throws))


def _trial_by_trial(trials: Fraction, chance: Fraction, *wanted: Fraction) -> Fraction:
    """The chance of so many successes: each trial adds one or none, one after another."""
    room(int(trials) ** 2)
    reached = [Fraction(1)]
    for _ in range(int(trials)):
        failed = [share * (1 - chance) for share in reached] + [Fraction(0)]
        passed = [Fraction(0)] + [share * chance for share in reached]
        reached = [one + other for one, other in zip(failed, passed, strict=True)]
    return sum((reached[int(k)] for k in wanted), Fraction(0))


def _pairs_drawn(
    put_back: int, total: int, first: int, second: int, same: int, orders: int
) -> Fraction:
    """The share of pairs with one of each of two sorts, in one or in both orders."""
    room(total * total)
    sorts = [0] * first + [0 if same else 1] * (0 if same else second)
    sorts += [2] * (total - len(sorts))
    draws = list(product(sorts, repeat=2)) if put_back else list(permutations(sorts, 2))
    wanted = {(0, 0)} if same else {(0, 1), (1, 0)} if orders == 2 else {(0, 1)}
    return Fraction(sum(draw in wanted for draw in draws), len(draws))


def _colors_drawn(put_back: int, trials: int, same: int, *counts: int) -> Fraction:
    """The share of draws that are all of one colour, or are not."""
    bag = [color for color, count in enumerate(counts) for _ in range(count)]
    room(len(bag) ** trials)
    draws = product(bag, repeat=trials) if put_back else combinations(bag, trials)
    found = [len(set(draw)) == 1 for draw in draws]
    return Fraction(sum(one == bool(same) for one in found), len(found))


RANKS: Final = (
    "ace", "2", "3", "4", "5", "6", "7", "8", "9", "10", "jack", "queen", "king",
)  # fmt: skip


SUITS: Final = ("heart", "diamond", "spade", "club")


def _cards(negated: int, *described: int) -> Fraction:
    """The share of a deck that fits: rows of suit, rank (-1 for any), red, black, picture."""
    rows = [described[k : k + 5] for k in range(0, len(described), 5)]
    hits = 0
    for suit, rank in product(range(4), range(13)):
        fits = any(
            own_suit in (-1, suit)
            and own_rank in (-1, rank)
            and (not red or suit < 2)
            and (not black or suit >= 2)
            and (not picture or rank >= 10)
            for own_suit, own_rank, red, black, picture in rows
        )
        hits += fits != bool(negated)
    return Fraction(hits, 52)


METHODS: Final[Mapping[str, Callable[..., Fraction]]] = MappingProxyType(
    {
        "draw by draw": _draw_by_draw,
        "trial by trial": _trial_by_trial,
        "dice values": _dice_values,
        "pairs drawn": _pairs_drawn,
        "colors drawn": _colors_drawn,
        "cards": _cards,
    }
)
