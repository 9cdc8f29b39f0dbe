"""Second ways that count: what formulas say is found again case by case, by Python alone."""

from __future__ import annotations

import calendar
import datetime
import statistics
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, permutations, product
from types import MappingProxyType
from typing import Final, TypeAlias

from mathviz_chat.core.problems import counted_draws, counted_orders, moving_figures, recount
from mathviz_chat.core.problems.cases import room
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.reading.tree import Root

Count: TypeAlias = Callable[..., recount.Scalar]


def _dice_sum(dice: int, sides: int, low: int, high: int) -> Fraction:
    """The share of throws whose sum lies between two values."""
    room(sides**dice)
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
    room(all_of**trials)
    draws = product(range(all_of), repeat=trials)
    hits = sum(low <= sum(one < good for one in draw) <= high for draw in draws)
    return Fraction(hits, all_of**trials)


def _drawn(trials: int, good: int, all_of: int, low: int, high: int) -> Fraction:
    """The share of draws without putting back with so many good ones."""
    cases = 1
    for k in range(trials):
        cases *= all_of - k
    room(cases)
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
    room(len(bag) ** len(wanted))
    draws = product(bag, repeat=len(wanted)) if put_back else permutations(bag, len(wanted))
    found = list(draws)
    return Fraction(sum(tuple(draw) == tuple(wanted) for draw in found), len(found))


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
        room(count)
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
    room(abs(days))
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


def _digits_of_power(base: int, exponent: int) -> Fraction:
    """The digits of a power, one divided off after another; the exponent is at most 2000."""
    left, digits = base ** min(exponent, 2000), 0
    while left:
        left, digits = left // 10, digits + 1
    return Fraction(digits)


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
        **counted_draws.METHODS,
        **counted_orders.METHODS,
        **moving_figures.METHODS,
        **STATISTICS,
        "days": _days,
        "weekday": _weekday,
        "leap": lambda year: Fraction(calendar.isleap(year)),
        "days of": _days_of,
        "walked days": _walked_days,
        "walked clock": _walked_clock,
        "minutes": _minutes,
        "digits of power": _digits_of_power,
    }
)


def count(method: str, numbers: tuple[Fraction, ...]) -> recount.Scalar:
    """The value found by counting; raises ValueError where there are too many cases."""
    whole = all(number.denominator == 1 for number in numbers)
    if method in STATISTICS or not whole:
        return METHODS[method](*numbers)
    return METHODS[method](*(int(number) for number in numbers))
