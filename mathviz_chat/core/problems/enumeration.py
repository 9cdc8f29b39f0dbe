"""Second ways that count: what formulas say is found again case by case, by Python alone."""

from __future__ import annotations

import calendar
import datetime
import statistics
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise, permutations, product
from math import prod
from types import MappingProxyType
from typing import Final, TypeAlias

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.reading.tree import Root

Count: TypeAlias = Callable[..., recount.Scalar]

MAX_CASES: Final = 50_000


class TooMany(ValueError):
    """There are more cases than are counted one by one."""


def _room(cases: int) -> None:
    if cases > MAX_CASES:
        raise TooMany("too many cases to count")


def _dice_sum(dice: int, sides: int, low: int, high: int) -> Fraction:
    """The share of throws whose sum lies between two values."""
    _room(sides**dice)
    throws = product(range(1, sides + 1), repeat=dice)
    hits = sum(low <= sum(throw) <= high for throw in throws)
    return Fraction(hits, sides**dice)


def _faces(*values: int) -> Fraction:
    """The share of the faces of a die that are among the values, face by face."""
    return Fraction(sum(face in values for face in range(1, 7)), 6)


def _members(top: int, *values: int) -> Fraction:
    """The share of the numbers from 1 on that are among the values, number by number."""
    return Fraction(sum(number in values for number in range(1, top + 1)), top)


def _doubles(sides: int) -> Fraction:
    """The share of throws of two dice that show one number twice."""
    throws = list(product(range(sides), repeat=2))
    return Fraction(sum(a == b for a, b in throws), len(throws))


def _pairs(count: int) -> Fraction:
    """Pairs of people, pair by pair."""
    return Fraction(sum(1 for _ in combinations(range(count), 2)))


def _successes(trials: int, good: int, all_of: int, low: int, high: int) -> Fraction:
    """The share of repeated draws, put back each time, with so many good ones."""
    _room(all_of**trials)
    draws = product(range(all_of), repeat=trials)
    hits = sum(low <= sum(one < good for one in draw) <= high for draw in draws)
    return Fraction(hits, all_of**trials)


def _drawn(trials: int, good: int, all_of: int, low: int, high: int) -> Fraction:
    """The share of draws without putting back with so many good ones."""
    cases = 1
    for k in range(trials):
        cases *= all_of - k
    _room(cases)
    hits = total = 0
    for draw in combinations(range(all_of), trials):
        total += 1
        hits += low <= sum(one < good for one in draw) <= high
    return Fraction(hits, total)


def _sequence(put_back: int, *numbers: int) -> Fraction:
    """The share of ordered draws with the colours asked: ``colours``, their counts, the order."""
    colours = numbers[0]
    counts, wanted = numbers[1 : 1 + colours], numbers[1 + colours :]
    bag = [colour for colour, count in enumerate(counts) for _ in range(count)]
    _room(len(bag) ** len(wanted))
    draws = product(bag, repeat=len(wanted)) if put_back else permutations(bag, len(wanted))
    found = list(draws)
    return Fraction(sum(tuple(draw) == tuple(wanted) for draw in found), len(found))


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
    _room(6**dice)
    throws = [_OF_DICE[what](throw) for throw in product(range(1, 7), repeat=dice)]
    return Fraction(sum(one in values for one in throws), len(throws))


def _trial_by_trial(trials: Fraction, chance: Fraction, *wanted: Fraction) -> Fraction:
    """The chance of so many successes: each trial adds one or none, one after another."""
    _room(int(trials) ** 2)
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
    _room(total * total)
    sorts = [0] * first + [0 if same else 1] * (0 if same else second)
    sorts += [2] * (total - len(sorts))
    draws = list(product(sorts, repeat=2)) if put_back else list(permutations(sorts, 2))
    wanted = {(0, 0)} if same else {(0, 1), (1, 0)} if orders == 2 else {(0, 1)}
    return Fraction(sum(draw in wanted for draw in draws), len(draws))


def _colors_drawn(put_back: int, trials: int, same: int, *counts: int) -> Fraction:
    """The share of draws that are all of one colour, or are not."""
    bag = [color for color, count in enumerate(counts) for _ in range(count)]
    _room(len(bag) ** trials)
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


def _choices(n: int, k: int) -> Fraction:
    """Pascal's triangle, added up row by row."""
    _room(n * n)
    row = [1]
    for _ in range(n):
        row = [1, *(a + b for a, b in pairwise(row)), 1]
    return Fraction(row[k])


def _rows(n: int, k: int) -> Fraction:
    """Rows of k out of n, each place filled from what is left, added one by one where few."""
    ways = 1
    for place in range(k):
        ways = sum(ways for _ in range(n - place))
    return Fraction(ways)


def _anagrams(*counts: int) -> Fraction:
    """Arrangements of letters: the places of each letter are chosen from those left."""
    left, ways = sum(counts), Fraction(1)
    for count in counts:
        ways *= _choices(left, count)
        left -= count
    return ways


def _by(find: Callable[[Sequence[Fraction]], Fraction]) -> Count:
    """A function of Python's ``statistics`` on exact fractions."""
    return lambda *values: Fraction(find(values))


def _mode(values: Sequence[Fraction]) -> Fraction:
    """The only most frequent value."""
    (most,) = statistics.multimode(values)
    return most


def _root(find: Callable[[Sequence[Fraction]], Fraction]) -> Count:
    """The square root to 50 digits."""
    return lambda *values: recount.value(Root(number(find(values)), number(Fraction(2))))


def _half(values: Sequence[Fraction], *, upper: bool) -> Fraction:
    """The median of the lower or upper half of an even number of values."""
    ordered, half = sorted(values), len(values) // 2
    return statistics.median(ordered[half:] if upper else ordered[:half])


def _days(*numbers: int) -> Fraction:
    """Days from one date to another by Python's calendar."""
    year, month, day, to_year, to_month, to_day = numbers
    return Fraction(
        (datetime.date(to_year, to_month, to_day) - datetime.date(year, month, day)).days
    )


def _minutes(*numbers: int) -> Fraction:
    """Minutes from one time of day to another, walked minute by minute around the clock."""
    hour, minute, to_hour, to_minute = numbers
    count = 0
    while (hour, minute) != (to_hour, to_minute):
        minute += 1
        if minute == 60:
            hour, minute = (hour + 1) % 24, 0
        count += 1
        _room(count)
    return Fraction(count)


STATISTICS: Final[Mapping[str, Count]] = MappingProxyType(
    {
        "mean": _by(statistics.mean),
        "median": _by(statistics.median),
        "mode": _by(_mode),
        "range": _by(lambda values: max(values) - min(values)),
        "variance": _by(statistics.pvariance),
        "sample variance": _by(statistics.variance),
        "deviation": _root(statistics.pvariance),
        "sample deviation": _root(statistics.variance),
        "lower quartile": _by(lambda values: _half(values, upper=False)),
        "upper quartile": _by(lambda values: _half(values, upper=True)),
        "interquartile range": _by(
            lambda values: _half(values, upper=True) - _half(values, upper=False)
        ),
    }
)


def _weekday(year: int, month: int, day: int) -> Fraction:
    """The day of the week by Python's calendar, 0 for Saturday."""
    return Fraction((datetime.date(year, month, day).weekday() + 2) % 7)


def _days_of(year: int, month: int) -> Fraction:
    """The days of a month by Python's calendar, of the year where the month is 0."""
    if month:
        return Fraction(calendar.monthrange(year, month)[1])
    return Fraction(datetime.date(year, 12, 31).timetuple().tm_yday)


def _walked_days(start: int, days: int) -> Fraction:
    """The day of the week reached day by day, 0 for Monday."""
    _room(abs(days))
    for _ in range(abs(days)):
        start = (start + (1 if days > 0 else -1)) % 7
    return Fraction(start)


def _walked_clock(hour: int, minute: int, length: int) -> Fraction:
    """The minutes from midnight reached minute by minute."""
    for _ in range(abs(length)):
        minute += 1 if length > 0 else -1
        if minute in (60, -1):
            hour = (hour + (1 if minute == 60 else -1)) % 24
            minute %= 60
    return Fraction(60 * hour + minute)


METHODS: Final[Mapping[str, Count]] = MappingProxyType(
    {
        "dice sum": _dice_sum,
        "faces": _faces,
        "members": _members,
        "doubles": _doubles,
        "pairs": _pairs,
        "successes": _successes,
        "drawn": _drawn,
        "sequence": _sequence,
        "draw by draw": _draw_by_draw,
        "trial by trial": _trial_by_trial,
        "dice values": _dice_values,
        "pairs drawn": _pairs_drawn,
        "colors drawn": _colors_drawn,
        "cards": _cards,
        "choices": _choices,
        "rows": _rows,
        "anagrams": _anagrams,
        **STATISTICS,
        "days": _days,
        "weekday": _weekday,
        "leap": lambda year: Fraction(calendar.isleap(year)),
        "days of": _days_of,
        "walked days": _walked_days,
        "walked clock": _walked_clock,
        "minutes": _minutes,
    }
)


def count(method: str, numbers: tuple[Fraction, ...]) -> recount.Scalar:
    """The value found by counting; raises ValueError where there are too many cases."""
    whole = all(number.denominator == 1 for number in numbers)
    if method in STATISTICS or not whole:
        return METHODS[method](*numbers)
    return METHODS[method](*(int(number) for number in numbers))
