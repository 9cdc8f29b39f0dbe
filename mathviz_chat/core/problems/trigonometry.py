"""How many solutions a trigonometric equation has within a turn, counted exactly and by signs.

With t = tan(x/2), sines and cosines of whole multiples of x are rational functions of t (the
tangent half-angle substitution), so that Sturm's theorem counts the solutions of an equation with
rational coefficients.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from math import lcm
from typing import Any, Final, TypeAlias

from mathviz_chat.core.kernel import differentiate, variables
from mathviz_chat.core.problems import polynomial, recount
from mathviz_chat.core.problems.polynomial import Coefficients
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Chain,
    Const,
    Constant,
    Degrees,
    Div,
    Expr,
    Mul,
    Neg,
    Number,
    Pow,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import transform, walk

Fractional: TypeAlias = tuple[Coefficients, Coefficients]
"""Numerator and denominator in t."""

MAX_MULTIPLE: Final = 6
ONE: Final[Coefficients] = (Fraction(1),)
_PI: Final = Constant(Const.PI)
_SQUARED: Final[Coefficients] = (Fraction(1), Fraction(0), Fraction(1))


def count_in_a_turn(equation: Chain, name: str) -> int | None:
    """The number of solutions in [0, 2 pi), except pi itself, by Sturm's theorem.

    None where the equation is not of that kind, or holds for every angle.
    """
    sides = [_fraction(item, name) for item in equation.items]
    if sides[0] is None or sides[1] is None:
        return None
    (a, b), (c, d) = sides[0], sides[1]
    left, right, below = _times(a, d), _times(c, b), _times(b, d)
    if left is None or right is None or below is None:
        return None
    above = polynomial.add(left, polynomial.scale(right, Fraction(-1)))
    if not above:
        return None
    return polynomial.count_real_roots(_without(above, below))


def _without(above: Coefficients, below: Coefficients) -> Coefficients:
    """The numerator without the factors that it shares with the denominator."""
    common = _gcd(above, below)
    while len(common) > 1:
        above = polynomial.divided(above, common)[0]
        common = _gcd(above, below)
    return above


def _gcd(left: Coefficients, right: Coefficients) -> Coefficients:
    while right:
        left, right = right, polynomial.divided(left, right)[1]
    return left


def _times(left: Coefficients, right: Coefficients) -> Coefficients | None:
    return polynomial.multiply(left, right)


def _fraction(expr: Expr, name: str) -> Fractional | None:
    if name not in variables(expr):
        try:
            value = recount.value(expr)
        except recount.NotEvaluated:
            return None
        exact = (value,) if isinstance(value, Fraction) and value else ()
        return (exact, ONE) if isinstance(value, Fraction) else None
    if isinstance(expr, Neg):
        inner = _fraction(expr.arg, name)
        return None if inner is None else (polynomial.scale(inner[0], Fraction(-1)), inner[1])
    if isinstance(expr, Add | Sub | Mul | Div):
        return _binary(expr, _fraction(expr.left, name), _fraction(expr.right, name))
    if isinstance(expr, Pow) and isinstance(expr.exponent, Number):
        base, result = _fraction(expr.base, name), (ONE, ONE)
        if base is None or expr.exponent.value not in (1, 2, 3, 4):
            return None
        for _ in range(int(expr.exponent.value)):
            product = _pair(_times(result[0], base[0]), _times(result[1], base[1]))
            if product is None:
                return None
            result = product
        return result
    return _function(expr, name) if isinstance(expr, Call) else None


def _pair(above: Coefficients | None, below: Coefficients | None) -> Fractional | None:
    return None if above is None or not below else (above, below)


def _binary(
    expr: Add | Sub | Mul | Div, left: Fractional | None, right: Fractional | None
) -> Fractional | None:
    if left is None or right is None:
        return None
    if isinstance(expr, Mul):
        return _pair(_times(left[0], right[0]), _times(left[1], right[1]))
    if isinstance(expr, Div):
        return _pair(_times(left[0], right[1]), _times(left[1], right[0]))
    first, second = _times(left[0], right[1]), _times(right[0], left[1])
    if first is None or second is None:
        return None
    sign = Fraction(1 if isinstance(expr, Add) else -1)
    whole = polynomial.add(first, polynomial.scale(second, sign))
    return _pair(whole, _times(left[1], right[1]))


def _function(expr: Call, name: str) -> Fractional | None:
    """``sin(mx)``, ``cos(mx)``, ``tan(mx)`` in t."""
    multiple = multiple_of(expr, name)
    if multiple is None:
        return None
    sine: Coefficients | None = ()
    cosine: Coefficients | None = ONE
    below: Coefficients | None = ONE
    for _ in range(multiple):  # the angle grows by x: the addition theorems
        if sine is None or cosine is None or below is None:
            return None
        two_t: Coefficients = (Fraction(0), Fraction(2))
        rest: Coefficients = (Fraction(1), Fraction(0), Fraction(-1))
        parts = [
            *(_times(sine, rest), _times(cosine, two_t)),
            *(_times(cosine, rest), _times(sine, two_t)),
        ]
        if any(part is None for part in parts):
            return None
        known = [part for part in parts if part is not None]
        sine = polynomial.add(known[0], known[1])
        cosine = polynomial.add(known[2], polynomial.scale(known[3], Fraction(-1)))
        below = _times(below, _SQUARED)
    if sine is None or cosine is None or below is None:
        return None
    quotients: dict[str, Fractional] = {
        "sin": (sine, below),
        "cos": (cosine, below),
        "tan": (sine, cosine),
        "csc": (below, sine),
        "sec": (below, cosine),
        "cot": (cosine, sine),
    }
    return quotients.get(expr.function)


def multiple_of(expr: Expr, name: str) -> int | None:
    """The whole m in ``f(mx)``."""
    if not isinstance(expr, Call) or len(expr.args) != 1 or expr.primes:
        return None
    argument = polynomial.of_expression(expr.args[0], name)
    if argument is None or len(argument) != 2 or argument[0] or argument[1].denominator != 1:
        return None
    return int(argument[1]) if 1 <= argument[1] <= MAX_MULTIPLE else None


def frequency(expr: Expr, name: str) -> int | None:
    """The whole m in ``f(mx + a)``."""
    if not isinstance(expr, Call) or len(expr.args) != 1 or expr.primes:
        return None
    try:
        slope = recount.value(differentiate(expr.args[0], name))
    except (ValueError, recount.NotEvaluated):
        return None
    whole = isinstance(slope, Fraction) and slope.denominator == 1
    return int(slope) if whole and 1 <= slope <= MAX_MULTIPLE else None


def in_degrees(expr: Expr) -> Fraction | None:
    """The size of an angle in degrees, where it is a rational multiple of pi."""
    if isinstance(expr, Degrees):
        value = recount.value(expr.arg)
        return value if isinstance(value, Fraction) else None
    if isinstance(expr, Neg) and isinstance(expr.arg, Degrees):
        inner = in_degrees(expr.arg)
        return None if inner is None else -inner
    half_turns = multiple_of_pi(expr)
    return None if half_turns is None else half_turns * 180


def multiple_of_pi(expr: Expr) -> Fraction | None:
    """The rational k with ``expr = k*pi``."""
    if expr == Constant(Const.PI):
        return Fraction(1)
    if isinstance(expr, Neg):
        inner = multiple_of_pi(expr.arg)
        return None if inner is None else -inner
    if isinstance(expr, Mul | Div):
        for first, second in ((expr.left, expr.right), (expr.right, expr.left)):
            inner = multiple_of_pi(first)
            if inner is None or (isinstance(expr, Div) and first is expr.right):
                continue
            try:
                factor = recount.value(second)
            except recount.NotEvaluated:
                return None
            if isinstance(factor, Fraction) and isinstance(expr, Mul):
                return inner * factor
            if isinstance(factor, Fraction) and factor:
                return inner / factor
        return None
    try:
        return Fraction(0) if recount.value(expr) == 0 else None
    except recount.NotEvaluated:
        return None


# ------------------------------------------------------------------ by numbers


def sign_at(equation: Chain, name: str, degrees: Fraction) -> int | None:
    """The sign of the difference of the sides, 0 where it is 0 to 40 digits."""
    at: Any = recount.real(degrees) * recount.value(_PI) / 180
    try:
        values = [recount.real(recount.value(item, {name: at})) for item in equation.items]
    except recount.NotEvaluated:
        return None
    difference = values[0] - values[1]
    if recount.agree(difference, Fraction(0)):
        return 0
    if abs(difference) > 10**20:  # beside a pole
        return None
    return 1 if difference > 0 else -1


def count_by_signs(equation: Chain, name: str) -> int:
    """The solutions in a turn that sign changes and a grid of one and a half degrees show."""
    return len(roots_by_signs(equation, name))


@lru_cache(maxsize=64)
def roots_by_signs(equation: Chain, name: str) -> tuple[Fraction, ...]:
    """Where they are, in degrees; ascending."""

    def sign(at: Fraction) -> int | None:
        return sign_at(equation, name, at)

    signs = [(Fraction(3 * k, 2), sign(Fraction(3 * k, 2))) for k in range(241)]
    found = [at for at, here in signs[:-1] if here == 0]
    for (low, at_low), (high, at_high) in pairwise(signs):
        if at_low and at_high and at_low != at_high:
            root = _root_between(sign, low, high, at_low)
            found += [] if root is None else [root]
    return tuple(sorted(found))


def _root_between(
    sign: Callable[[Fraction], int | None], low: Fraction, high: Fraction, at: int
) -> Fraction | None:
    """None where the sign changes at a pole."""
    for _ in range(160):
        middle = (low + high) / 2
        here = sign(middle)
        if not here:
            return middle if here == 0 else None
        low, high = (middle, high) if here == at else (low, middle)
    return None


# ------------------------------------------------------------------ all solutions in a turn


@lru_cache(maxsize=64)
def solutions_in_a_turn(equation: Chain, name: str) -> tuple[Fraction, ...] | None:
    """All solutions in [0°, 360°), where mx is a multiple of 15 degrees in each; None otherwise.

    That there are no others is certain: Sturm's count, or what is known of ``f(mx) = c``.
    """
    calls = calls_of(equation)
    finest = lcm(1, *(multiple_of(call, name) or 1 for call in calls))
    points = (Fraction(15 * k, finest) for k in range(24 * finest))
    found = tuple(point for point in points if sign_at(equation, name, point) == 0)
    return found if certain_count(equation, name) == len(found) else None


def calls_of(equation: Chain) -> set[Call]:
    """The values of functions in an equation."""
    return {node for item in equation.items for node in walk(item) if isinstance(node, Call)}


def certain_count(equation: Chain, name: str) -> int | None:
    """The number of solutions in a turn, by Sturm's theorem or what is known of ``f(mx + a)``."""
    equation = _without_phase(equation, name)
    count = count_in_a_turn(equation, name)
    if count is None:
        return _count_of_one(equation, name)
    return count + (sign_at(equation, name, Fraction(180)) == 0)


def _without_phase(equation: Chain, name: str) -> Chain:
    """``2sin(x)^2 = 1`` for ``2sin(x + 30°)^2 = 1``: as many solutions in a turn."""
    calls = calls_of(equation)
    multiples = {frequency(call, name) for call in calls}
    if len({call.args for call in calls}) != 1 or None in multiples:
        return equation
    (multiple,) = multiples
    plain = Mul(Number(Fraction(multiple or 1)), Symbol(name))
    centred = {call: Call(call.function, (plain,)) for call in calls}
    return transform(equation, lambda node: centred.get(node) if isinstance(node, Call) else None)


def _count_of_one(equation: Chain, name: str) -> int | None:
    """How many solutions ``a f(mx) + b = c`` has in a turn; None for another equation."""
    calls = calls_of(equation)
    if len(calls) == 2:
        return _count_of_two(equation, name, calls)
    if len(calls) != 1:
        return None
    (call,) = calls
    multiple = frequency(call, name)
    levels = []
    for level in (0, 1, 2):
        values = [_at_level(item, call, Fraction(level), name) for item in equation.items]
        if values[0] is None or values[1] is None:
            return None
        levels.append(values[0] - values[1])
    slope = levels[1] - levels[0]
    if multiple is None or not recount.agree(levels[2] - levels[1], slope):
        return None
    if recount.agree(slope, Fraction(0)):
        return None
    if call.function in ("tan", "cot"):
        return 2 * multiple
    if call.function not in ("sin", "cos"):
        return None
    size = abs(levels[0] / slope)
    if recount.agree(size, Fraction(1)):
        return multiple
    return 2 * multiple if size < 1 else 0


def _count_of_two(equation: Chain, name: str, calls: set[Call]) -> int | None:
    """How many solutions ``a sin(mx) + b cos(mx) = c`` has in a turn, by R = sqrt(a^2 + b^2)."""
    by_name = {call.function: call for call in calls}
    multiples = {frequency(call, name) for call in calls}
    same = len({call.args for call in calls}) == 1 and len(multiples) == 1
    if not same or set(by_name) != {"sin", "cos"} or None in multiples:
        return None
    (multiple,) = multiples

    def at(sine: int, cosine: int) -> Any:
        sides = []
        for item in equation.items:
            placed = transform(
                item, lambda n: Number(Fraction(sine)) if n == by_name["sin"] else None
            )
            sides.append(_at_level(placed, by_name["cos"], Fraction(cosine), name))
        return None if None in sides else sides[0] - sides[1]

    values = [at(0, 0), at(1, 0), at(0, 1), at(2, 0), at(0, 2), at(1, 1)]
    if any(value is None for value in values) or multiple is None:
        return None
    c, a, b = values[0], values[1] - values[0], values[2] - values[0]
    linear = (c + 2 * a, c + 2 * b, c + a + b)
    if not all(map(recount.agree, linear, values[3:])):
        return None
    radius, level = recount.real(a) ** 2 + recount.real(b) ** 2, recount.real(c) ** 2
    if recount.agree(radius, Fraction(0)):
        return None
    if recount.agree(radius, level):
        return multiple
    return 2 * multiple if level < radius else 0


def _at_level(expr: Expr, call: Call, level: Fraction, name: str) -> Any:
    placed = transform(expr, lambda node: Number(level) if node == call else None)
    if name in variables(placed):
        return None
    try:
        return recount.real(recount.value(placed))
    except recount.NotEvaluated:
        return None


def angle(expr: Expr) -> Fraction | None:
    """A sum of rational multiples of pi, or of degrees, in degrees."""
    if isinstance(expr, Add | Sub):
        left, right = angle(expr.left), angle(expr.right)
        if left is None or right is None:
            return None
        return left + right if isinstance(expr, Add) else left - right
    if isinstance(expr, Mul):
        for first, second in ((expr.left, expr.right), (expr.right, expr.left)):
            if isinstance(first, Degrees):
                inner, factor = in_degrees(first), recount.value(second)
                return inner * factor if inner is not None else None
    return in_degrees(expr)
