"""One operation on whole numbers or decimals as it is done on paper: place by place, sign first.

All of its lines stand in fine solutions only.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import reduce
from math import gcd
from typing import Final

from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Div, Expr, Mul, Neg, Number, Sub
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import FINE
from mathviz_chat.core.solving.shown import Shown

MOST_DIGITS: Final = 5
"""Longer numbers would make lines that nobody writes."""
MOST_IN_PARTS: Final = 1000
SIGNS: Final = "Minus times minus is plus, minus times plus is minus; the same holds of quotients."


def shown(expr: Expr) -> Iterator[Shown]:
    """The lines between an operation on two written numbers and its result."""
    match expr:
        case Add(left, right):
            yield from _added(expr, left, right)
        case Sub(left, right):
            yield from _subtracted(expr, left, right)
        case Mul(left, right):
            yield from _multiplied(expr, left, right)
        case Div(left, right):
            yield from _divided(expr, left, right)


def quotient(expr: Div, result: Expr) -> Iterator[Shown]:
    """``45/8 = 40/8 + 4.8/8 + ...``: the digits of a decimal, as in long division."""
    if isinstance(expr.left, Number) and isinstance(expr.right, Number):
        yield from _long_division(expr, expr.left, expr.right, result)


def _line(rule: str, left: Expr, right: Expr, why: str | None = None) -> Shown:
    return Shown(rule, build.equals(left, right), why, FINE)


def _scale(*numbers: Number) -> int:
    """The power of 10 that makes all of them whole."""
    places = max(number.places or 0 for number in numbers)
    return int(10**places)


def _is_short(*numbers: Number) -> bool:
    return all(number.value * _scale(number) < 10**MOST_DIGITS for number in numbers)


def _by_place(value: Fraction) -> list[Fraction]:
    """``[300, 40, 7]`` for 347, ``[2, 2/5]`` for 2.4: the parts that are not 0; a value with more
    places is one part."""
    parts, rest, unit = [], value, Fraction(10**MOST_DIGITS)
    while rest and unit >= Fraction(1, 10**MOST_DIGITS):
        digit = rest // unit
        if digit:
            parts.append(digit * unit)
        rest, unit = rest - digit * unit, unit / 10
    return [value] if rest else parts


def _written(value: Fraction) -> Expr:
    return build.decimal(value) or build.rational(value)


# ------------------------------------------------------------------ sums and differences


def _added(expr: Add, left: Expr, right: Expr) -> Iterator[Shown]:
    match left, right:
        case Neg(Number() as size), Neg(Number() as other):
            rule = f"Adding {to_plain(right)} is subtracting {to_plain(other)}"
            yield _line(rule, expr, Sub(left, other))
            yield _line("Take the minus out", Sub(left, other), Neg(Add(size, other)))
        case _, Neg(Number() as other):
            rule = f"Adding {to_plain(right)} is subtracting {to_plain(other)}"
            yield _line(rule, expr, Sub(left, other))
            yield from _turned(left, other)
        case Neg(Number() as size), Number() if size != right:
            difference: Expr = Sub(right, size)
            if right.value < size.value:
                difference = Neg(Sub(size, right))
            why = "The signs differ: subtract the smaller size, keep the sign of the larger one."
            yield _line("Subtract the sizes", expr, difference, why)
        case Number(), Number():
            yield from _carried(expr, left, right)


def _turned(left: Expr, right: Number) -> Iterator[Shown]:
    """``3 - 8 = -(8 - 3)``."""
    if isinstance(left, Number) and 0 < left.value < right.value:
        before = Sub(left, right)
        rule = "Turn the difference around"
        yield _line(rule, before, Neg(Sub(right, left)), "a - b = -(b - a).")


def _carried(expr: Add, left: Number, right: Number) -> Iterator[Shown]:
    """``47 + 38 = 40 + 30 + (7 + 8)``, where a digit is carried."""
    scale = _scale(left, right)
    a, b = (int(one.value * scale) for one in (left, right))
    if min(a, b) < 10 or not _is_short(left, right) or not _carries(a, b):
        return
    groups: list[tuple[Expr, Fraction]] = []
    for k in reversed(range(len(str(max(a, b))))):
        unit = Fraction(10**k, scale)
        digits = [n // 10**k % 10 * unit for n in (a, b)]
        both = [_written(digit) for digit in digits if digit]
        if both:
            groups.append((reduce(Add, both), sum(digits, Fraction(0))))
    if len(groups) < 2:
        return
    split = reduce(Add, [one for one, _ in groups])
    sums = reduce(Add, [_written(total) for _, total in groups])
    yield _line("Add place by place", expr, split)
    yield _line("Work out each place", split, sums)


def _carries(a: int, b: int) -> bool:
    while a and b:
        if a % 10 + b % 10 > 9:
            return True
        a, b = a // 10, b // 10
    return False


def _subtracted(expr: Sub, left: Expr, right: Expr) -> Iterator[Shown]:
    match left, right:
        case _, Neg(Number() as other):
            rule = f"Subtracting {to_plain(right)} is adding {to_plain(other)}"
            yield _line(rule, expr, Add(left, other))
        case Neg(Number() as size), Number():
            yield _line("Take the minus out", expr, Neg(Add(size, right)))
        case Number(), Number() if left.value < right.value:
            yield from _turned(left, right)
        case Number(), Number():
            yield from _borrowed(expr, left, right)


def _borrowed(expr: Sub, left: Number, right: Number) -> Iterator[Shown]:
    """``83 - 47 = 83 - 40 - 7``, ``= 43 - 7``, where a digit is borrowed."""
    scale = _scale(left, right)
    a, b = (int(one.value * scale) for one in (left, right))
    parts = _by_place(right.value)
    if not _carries(a - b, b) or not _is_short(left, right) or len(parts) < 2:
        return
    start: Expr = left
    before = reduce(Sub, [_written(part) for part in parts], start)
    yield _line("Subtract place by place", expr, before)
    rest = left.value - parts[0]
    after = reduce(Sub, [_written(part) for part in parts[1:]], _written(rest))
    yield _line(f"Subtract {to_plain(_written(parts[0]))} first", before, after)


# ------------------------------------------------------------------ products


def _multiplied(expr: Mul, left: Expr, right: Expr) -> Iterator[Shown]:
    match left, right:
        case Neg(Number() as size), Neg(Number() as other):
            yield _line("Find the sign", expr, Mul(size, other), SIGNS)
        case (Neg(Number() as size), Number() as other) | (
            Number() as size,
            Neg(Number() as other),
        ):
            if size.value and other.value:
                yield _line("Find the sign", expr, Neg(Mul(size, other)), SIGNS)
        case Number(), Number() if (left.places or right.places) and _is_short(left, right):
            yield from _without_points(expr, left, right)
        case Number(), Number():
            yield from _in_parts(expr, left, right)


def _without_points(expr: Mul, left: Number, right: Number) -> Iterator[Shown]:
    """``1.5*2.4 = 15*24/100``, ``= 360/100``."""
    above = [int(one.value * _scale(one)) for one in (left, right)]
    below = build.integer(_scale(left) * _scale(right))
    if 0 in above or _is_power_of_ten(left) or _is_power_of_ten(right):
        return
    product: Expr = Mul(*map(build.integer, above))
    why = "So many places are behind the point as both factors have together."
    yield _line("Multiply without the points", expr, Div(product, below), why)
    if 1 not in above:
        whole = build.integer(above[0] * above[1])
        yield _line("Work out the product", Div(product, below), Div(whole, below))


def _is_power_of_ten(number: Number) -> bool:
    """``100``: then the point moves, and there is nothing to multiply."""
    return number.value >= 1 and set(str(number.value)[1:]) <= {"0"} and str(number.value)[0] == "1"


def _in_parts(expr: Mul, left: Number, right: Number) -> Iterator[Shown]:
    """``17*23 = 17*20 + 17*3``, then the two products; ``7*348 = 7*300 + 7*40 + 7*8``."""
    if not left.value.denominator == right.value.denominator == 1:
        return
    a, b = int(left.value), int(right.value)
    first = b <= 10 < a  # then the first factor is split
    kept, split = (b, a) if first else (a, b)
    parts = [int(part) for part in _by_place(Fraction(split))]
    if kept < 2 or kept % 10 == 0 or not 10 < split < MOST_IN_PARTS or len(parts) < 2:
        return
    if kept > 10:
        parts = [split - split % 10, split % 10]
    if 0 in parts:
        return
    pairs = [(n, kept) if first else (kept, n) for n in parts]
    products: list[Expr] = [Mul(build.integer(m), build.integer(n)) for m, n in pairs]
    together = reduce(Add, products)
    listed = ", ".join(map(str, parts[:-1])) + f" and {parts[-1]}"
    yield _line(f"Split {split} into {listed}", expr, together)
    rule = "Work out both products" if len(parts) == 2 else "Work out the products"
    yield _line(rule, together, reduce(Add, [build.integer(kept * n) for n in parts]))


# ------------------------------------------------------------------ quotients


def _divided(expr: Div, left: Expr, right: Expr) -> Iterator[Shown]:
    match left, right:
        case Neg(Number() as size), Neg(Number() as other):
            yield _line("Find the sign", expr, Div(size, other), SIGNS)
        case Number() as size, Neg(Number() as other):
            if size.value:
                yield _line("Find the sign", expr, Neg(Div(size, other)), SIGNS)
        case Number(), Number() if right.value and right.places:
            yield from _whole_divisor(expr, left, right)
        case Number(), Number() if right.value:
            value = left.value / right.value
            result = build.decimal(value) if left.places else None
            if result is not None or value.denominator == 1:
                yield from _long_division(expr, left, right, result or build.rational(value))
            elif not left.places:
                yield from common_factor(expr, int(left.value), int(right.value))


def _whole_divisor(expr: Div, left: Number, right: Number) -> Iterator[Shown]:
    """``4.8/0.6 = 48/6``."""
    scale = _scale(left, right)
    a, b = (build.integer(one.value * scale) for one in (left, right))
    why = "A quotient keeps its value when both its numbers are multiplied by the same."
    yield _line(f"Multiply both by {scale}", expr, Div(a, b), why)


def _long_division(expr: Div, left: Number, right: Number, result: Expr) -> Iterator[Shown]:
    """``952/7 = 700/7 + 210/7 + 42/7``, ``= 100 + 30 + 6``."""
    if not isinstance(result, Number) or right.value.denominator != 1 or right.value < 2:
        return
    parts = _by_place(result.value)
    exact = sum(parts, Fraction(0)) == result.value == left.value / right.value
    if not exact or not 1 < len(parts) <= MOST_DIGITS - 1 or right.value in (10, 100, 1000):
        return
    quotients: list[Expr] = [Div(_written(part * right.value), right) for part in parts]
    together = reduce(Add, quotients)
    why = "Long division: each part is the largest that the divisor goes into, digit by digit."
    listed = [to_plain(_written(part * right.value)) for part in parts]
    rule = f"Split {to_plain(left)} into {', '.join(listed[:-1])} and {listed[-1]}"
    yield _line(rule, expr, together, why)
    yield _line("Divide each part", together, reduce(Add, map(_written, parts)))


def common_factor(expr: Expr, above: int, below: int) -> Iterator[Shown]:
    """``84/36 = (7*12)/(3*12)``."""
    factor = gcd(above, below)
    if factor > 1 and below != factor:
        a, b = (Mul(build.integer(n // factor), build.integer(factor)) for n in (above, below))
        why = f"{factor} divides both; a factor of both is cancelled."
        yield _line(f"Find the common factor {factor}", expr, Div(a, b), why)
