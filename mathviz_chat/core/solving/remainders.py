"""The remainder of a power: the remainders of the lower powers repeat, so a small one will do."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems import recount
from mathviz_chat.core.reading.tree import Add, Call, Expr, Mul, Number, Pow
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import BRIEF, Lines

SMALL: Final = 12
"""An exponent up to which the power is simply worked out."""
LONGEST: Final = 200
"""The most powers that are tried for a repetition."""


def is_of_power(expr: Call) -> bool:
    """``7^2023 mod 10``, with an exponent for which the power is not written out."""
    power, below = expr.args if len(expr.args) == 2 else (expr, expr)
    if expr.function != "mod" or not isinstance(power, Pow) or not isinstance(below, Number):
        return False
    parts = (power.base, power.exponent)
    whole = all(isinstance(one, Number) and one.value.denominator == 1 for one in (*parts, below))
    return whole and below.value > 1 and recount.value(power.exponent) > SMALL


def of_power(expr: Call) -> Lines | None:
    """Where the remainders repeat, what is left of the exponent, and that power's remainder."""
    power, below = expr.args
    assert isinstance(power, Pow)
    base, exponent, modulus = (
        int(recount.value(one)) for one in (power.base, power.exponent, below)
    )
    found = _cycle(base, modulus)
    if found is None:
        return None
    start, period = found
    count, rest = divmod(exponent - start, period)
    if exponent < start:
        return None
    small = start + rest
    lines = Lines()
    lines.step(
        f"The remainders repeat after {period} power{'s' * (period > 1)}",
        build.equals(_remainder(base, start + period, below), _remainder(base, start, below)),
    )
    whole = Mul(build.integer(period), build.integer(count))
    split = Add(whole, build.integer(small)) if small else whole
    lines.step("Leave whole turns out", build.equals(build.integer(exponent), split))
    shorter = build.equals(expr, _remainder(base, small, below))
    lines.step("So this power will do", shorter, level=BRIEF)
    result = build.integer(pow(base, small, modulus))
    lines.step("Work it out", build.equals(_remainder(base, small, below), result), level=BRIEF)
    lines.finish(result)
    return lines


def _remainder(base: int, exponent: int, below: Expr) -> Expr:
    whole = build.integer(base)
    return Call("mod", (whole if exponent == 1 else Pow(whole, build.integer(exponent)), below))


def _cycle(base: int, modulus: int) -> tuple[int, int] | None:
    """The first exponent from 1 on whose remainder comes again, and after how many."""
    seen: dict[int, int] = {}
    rest = 1
    for exponent in range(1, LONGEST):
        rest = rest * base % modulus
        if rest in seen:
            return seen[rest], exponent - seen[rest]
        seen[rest] = exponent
    return None
