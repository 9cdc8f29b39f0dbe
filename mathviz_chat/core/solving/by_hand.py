"""How an operation between numbers is done by hand: over a common denominator, by the reciprocal,
from the prime factors."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import reduce
from math import gcd, lcm
from typing import Final

from mathviz_chat.core.problems import recount
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Div,
    Expr,
    Factorial,
    Mixed,
    Mul,
    Neg,
    Number,
    Percent,
    Pow,
    Root,
    Sub,
)
from mathviz_chat.core.solving import build, by_places, numbers
from mathviz_chat.core.solving.lines import FINE
from mathviz_chat.core.solving.shown import Shown

MAX_FACTORED: Final = 10**9
MOST_FACTORS: Final = 8
_ONE_BELOW: Final = (
    "Fractions with one denominator: a/c + b/c = (a + b)/c, and the same with minus."
)
_WIDENED: Final = "A fraction keeps its value when both its numbers are multiplied by the same."
"""A power or a factorial of more factors is not written out."""
_SHARED: Final = {
    "gcd": "Take each prime as often as all of them have it.",
    "lcm": "Take each prime as often as one of them has it at most.",
}


def shown(expr: Expr) -> Iterator[Shown]:
    """The lines between an operation on written numbers and its result."""
    match expr:
        case Add(left, right) | Sub(left, right):
            yield from _over_one_denominator(expr, _parts(left), _parts(right))
        case Mul(left, right):
            yield from _multiplied(expr, _parts(left), _parts(right))
        case Div(left, right):
            yield from _by_reciprocal(expr, left, _parts(left), _parts(right))
        case _:
            yield from _of_function(expr)
    yield from by_places.shown(expr)


def _of_function(expr: Expr) -> Iterator[Shown]:
    """The lines of a power, a root, a factorial and the like."""
    match expr:
        case Call("gcd" | "lcm" as name, args):
            yield from _factored(name, args)
        case Call("binomial", (Number(n, None), Number(k, None))):
            yield from _chosen(expr, int(n), int(k))
        case Factorial(Number(n, None)) if 2 < n <= MOST_FACTORS:
            yield Shown("Write the factorial out", build.equals(expr, _falling(int(n), int(n))))
        case Pow(base, Number(k, None)) if 1 < k <= MOST_FACTORS and base not in (
            build.ZERO,
            build.ONE,
        ):
            written = build.equals(expr, reduce(Mul, [base] * int(k)))
            yield Shown("Write the power as a product", written, level=FINE)
            yield from _factor_by_factor(base, int(k))
        case Root(Number(value, None), index) if index in (build.TWO, build.integer(3)):
            yield from _root(value, 2 if index == build.TWO else 3)
        case Root(Div(Number(_, None) as above, Number(_, None) as below), index):
            apart = build.equals(expr, Div(Root(above, index), Root(below, index)))
            yield Shown("Take the root above and below", apart, "sqrt(a/b) = sqrt(a)/sqrt(b)", FINE)
        case Percent(Number() as rate):
            hundredths = build.equals(expr, Div(rate, build.integer(100)))
            yield Shown("Percent means out of 100", hundredths, "p% = p/100", FINE)
        case Mixed():
            yield from _mixed(expr)


def _factor_by_factor(base: Expr, exponent: int) -> Iterator[Shown]:
    """``3*3*3*3 = 9*3*3``, ``= 27*3``: one factor after another."""
    if isinstance(base, Neg) or _parts(base) is None:
        return
    total = factor = _fraction(base)
    for left in range(exponent - 1, 1, -1):
        before = reduce(Mul, [base] * left, build.rational(total))
        total *= factor
        after = reduce(Mul, [base] * (left - 1), build.rational(total))
        yield Shown("Multiply the first two", build.equals(before, after), level=FINE)


def _root(value: Fraction, index: int) -> Iterator[Shown]:
    """``12^2 = 144`` before the root of 144."""
    root = round(float(value) ** (1 / index)) if value < MAX_FACTORED else 0
    if value.denominator == 1 and root > 1 and root**index == value:
        claim = build.equals(build.power(build.integer(root), index), build.integer(value))
        named = "square" if index == 2 else "cube"
        yield Shown(f"Find the number whose {named} is {value}", claim, level=FINE)


def _mixed(expr: Mixed) -> Iterator[Shown]:
    """``2 1/3 = (2*3 + 1)/3``, where the value is not negative."""
    whole, rest = divmod(_fraction(expr), 1)
    if whole < 1 or not rest:
        return
    above = Add(
        Mul(build.integer(whole), build.integer(rest.denominator)), build.integer(rest.numerator)
    )
    claim = build.equals(expr, Div(above, build.integer(rest.denominator)))
    yield Shown("Multiply the whole part by the denominator and add", claim, level=FINE)


def _parts(expr: Expr) -> tuple[int, int] | None:
    """Numerator and denominator as they are written; None for decimals."""
    match expr:
        case Neg(arg):
            inner = _parts(arg)
            return None if inner is None else (-inner[0], inner[1])
        case Number(value, None) if value.denominator == 1:
            return int(value), 1
        case Div(Number(above, None), Number(below, None)):
            if above.denominator == below.denominator == 1:
                return int(above), int(below)
    return None


def _over_one_denominator(
    expr: Add | Sub, left: tuple[int, int] | None, right: tuple[int, int] | None
) -> Iterator[Shown]:
    if left is None or right is None or left[1] == right[1] == 1 or right[0] < 0:
        return
    common = lcm(left[1], right[1])
    above = [n * common // d for n, d in (left, right)]
    same: Expr = type(expr)(*(_over(n, common) for n in above))
    if left[1] != right[1]:
        for part in (left, right):
            yield from widened(part, common)
        yield Shown(f"Write both over the common denominator {common}", build.equals(expr, same))
    else:
        same = expr
    total = above[0] + above[1] if isinstance(expr, Add) else above[0] - above[1]
    rule = f"{'Add' if isinstance(expr, Add) else 'Subtract'} the numerators"
    if left[0] > 0:
        joined = Div(type(expr)(*map(build.integer, above)), build.integer(common))
        yield Shown(f"{rule} over {common}", build.equals(same, joined), _ONE_BELOW, FINE)
    if gcd(total, common) > 1 and total:
        yield Shown(rule, build.equals(same, _over(total, common)))
        yield from _reduced(total, common)


def widened(part: tuple[int, int], common: int) -> Iterator[Shown]:
    """``3/4 = (3*3)/(4*3)``: by what a fraction is multiplied above and below."""
    above, below = part
    factor = common // below
    if above <= 0 or factor == 1 or below == 1:
        return
    wide = Div(*(Mul(build.integer(n), build.integer(factor)) for n in (above, below)))
    claim = build.equals(_over(above, below), wide)
    yield Shown(f"Multiply above and below by {factor}", claim, _WIDENED, FINE)


def _reduced(above: int, below: int) -> Iterator[Shown]:
    """``22/12 = (11*2)/(6*2)``: what is cancelled."""
    if above > 0:
        yield from by_places.common_factor(_over(above, below), above, below)


def _fraction(expr: Expr) -> Fraction:
    value = recount.value(expr)
    assert isinstance(value, Fraction)
    return value


def _over(above: int, below: int) -> Expr:
    size: Expr = Div(build.integer(abs(above)), build.integer(below))
    return size if above >= 0 else Neg(size)


def _multiplied(
    expr: Mul, left: tuple[int, int] | None, right: tuple[int, int] | None
) -> Iterator[Shown]:
    if left is None or right is None or left[1] == right[1] == 1 or min(left[0], right[0]) < 0:
        return
    above = Mul(build.integer(left[0]), build.integer(right[0]))
    below: Expr = build.integer(max(left[1], right[1]))
    if min(left[1], right[1]) > 1:
        below = Mul(build.integer(left[1]), build.integer(right[1]))
    rule = "Multiply the numerators and the denominators"
    if min(left[1], right[1]) == 1:
        rule = "Multiply the numerator"
    product = Div(above, below)
    yield Shown(rule, build.equals(expr, product))
    if {left[0], right[0]} & {0, 1}:
        return
    sizes = left[0] * right[0], left[1] * right[1]
    if gcd(*sizes) > 1:
        worked = build.equals(product, _over(*sizes))
        yield Shown("Work out the products", worked, level=FINE)
        yield from _reduced(*sizes)


def _by_reciprocal(
    expr: Div, dividend: Expr, left: tuple[int, int] | None, right: tuple[int, int] | None
) -> Iterator[Shown]:
    if left is None or right is None or left[1] == right[1] == 1 or right[0] <= 0:
        return
    turned = Fraction(right[1], right[0])
    rule = "Multiply by the reciprocal"
    yield Shown(rule, build.equals(expr, Mul(dividend, build.rational(turned))))


def _chosen(expr: Expr, n: int, k: int) -> Iterator[Shown]:
    """``8!/(3!*5!)``, then with what stands above and below left out."""
    if not 0 < k < n:
        return
    factorials = [Factorial(build.integer(one)) for one in (n, k, n - k)]
    formula: Expr = Div(factorials[0], Mul(factorials[1], factorials[2]))
    why = "n choose k is n!/(k!*(n - k)!): the order does not matter."
    yield Shown("Put the numbers into the formula", build.equals(expr, formula), why)
    short = min(k, n - k)
    if short > MOST_FACTORS:
        return
    cancelled = Div(_falling(n, short), _falling(short, short))
    rule = f"Cancel {n - short}!"
    yield Shown(rule, build.equals(formula, cancelled))


def _falling(n: int, count: int) -> Expr:
    """``8*7*6`` for 8 and 3."""
    return reduce(Mul, [build.integer(n - one) for one in range(count)])


def _factored(name: str, args: tuple[Expr, ...]) -> Iterator[Shown]:
    values = [recount.value(one) for one in args]
    if not all(isinstance(v, Fraction) and 1 < v <= MAX_FACTORED for v in values):
        return
    for k, one in enumerate(args):
        product = numbers.factored(int(recount.value(one)))
        if product != one:
            yield from _divided_by_primes(one)
            why = _SHARED[name] if k == len(args) - 1 else None
            rule = "Write it as a product of primes"
            yield Shown(rule, build.equals(one, product), why)


def _divided_by_primes(one: Expr) -> Iterator[Shown]:
    """``84 = 2*42``, ``42 = 2*21``: one prime after another."""
    rest = int(_fraction(one))
    for prime in numbers.primes_of(rest)[:-2]:
        pair = Mul(build.integer(prime), build.integer(rest // prime))
        claim = build.equals(build.integer(rest), pair)
        yield Shown(f"{rest} is divisible by {prime}", claim, level=FINE)
        rest //= prime
