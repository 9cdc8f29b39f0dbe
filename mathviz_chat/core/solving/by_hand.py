"""How an operation between numbers is done by hand: over a common denominator, by the reciprocal,
from the prime factors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import gcd, lcm
from typing import Final

from mathviz_chat.core.problems import recount
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Chain,
    Div,
    Expr,
    Factorial,
    Mul,
    Neg,
    Number,
    Pow,
    Sub,
)
from mathviz_chat.core.solving import build, numbers
from mathviz_chat.core.solving.lines import FINE, NORMAL

MAX_FACTORED: Final = 10**9
MOST_FACTORS: Final = 8
"""A power or a factorial of more factors is not written out."""
MOST_IN_PARTS: Final = 1000
_SHARED: Final = {
    "gcd": "Take each prime as often as all of them have it.",
    "lcm": "Take each prime as often as one of them has it at most.",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A line that leads to the result of an operation."""

    rule: str
    claim: Chain
    why: str | None = None
    level: int = NORMAL


def shown(expr: Expr) -> Iterator[Shown]:
    """The lines between an operation on written numbers and its result; none for whole numbers."""
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
        case Add(left, right) | Sub(left, right):
            yield from _over_one_denominator(expr, _parts(left), _parts(right))
        case Mul(left, right):
            yield from _multiplied(expr, _parts(left), _parts(right))
            yield from _in_parts(expr)
        case Div(left, right):
            yield from _by_reciprocal(expr, left, _parts(left), _parts(right))


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
        yield Shown(f"Write both over the common denominator {common}", build.equals(expr, same))
    else:
        same = expr
    total = above[0] + above[1] if isinstance(expr, Add) else above[0] - above[1]
    if gcd(total, common) > 1 and total:
        rule = f"{'Add' if isinstance(expr, Add) else 'Subtract'} the numerators"
        yield Shown(rule, build.equals(same, _over(total, common)))


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
    yield Shown(rule, build.equals(expr, Div(above, below)))


def _by_reciprocal(
    expr: Div, dividend: Expr, left: tuple[int, int] | None, right: tuple[int, int] | None
) -> Iterator[Shown]:
    if left is None or right is None or left[1] == right[1] == 1 or right[0] <= 0:
        return
    turned = Fraction(right[1], right[0])
    rule = "Multiply by the reciprocal"
    yield Shown(rule, build.equals(expr, Mul(dividend, build.rational(turned))))


def _in_parts(expr: Mul) -> Iterator[Shown]:
    """``17*23 = 17*20 + 17*3``, then the two products, for numbers of two digits or more."""
    match expr:
        case Mul(Number(a, None), Number(b, None)) if a.denominator == b.denominator == 1:
            pass
        case _:
            return
    tens, ones = divmod(int(b), 10)
    if not (a > 10 and a % 10 and 10 < b < MOST_IN_PARTS and ones):
        return
    parts = [Mul(expr.left, build.integer(n)) for n in (10 * tens, ones)]
    yield Shown(
        f"Split {int(b)} into {10 * tens} and {ones}", build.equals(expr, Add(*parts)), level=FINE
    )
    products = [build.integer(a * n) for n in (10 * tens, ones)]
    yield Shown("Work out both products", build.equals(Add(*parts), Add(*products)), level=FINE)


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
            why = _SHARED[name] if k == len(args) - 1 else None
            rule = "Write it as a product of primes"
            yield Shown(rule, build.equals(one, product), why)
