"""Whole numbers and digits: primes and factors, rounding, places, bases, converting."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.judging import listing
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Chain,
    Div,
    Expr,
    Mul,
    Neg,
    Number,
    Numeral,
    Pow,
    Quantity,
    RelOp,
    Sub,
)
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import BRIEF, FINE, NORMAL, Lines


def rounding(problem: Problem) -> Lines | None:
    """The nearest multiple; the distance is at most half a place."""
    assert problem.target is not None
    value, result = recount.value(problem.items[0]), recount.value(problem.target)
    places = problem.rank
    written = problem.items[0]
    if isinstance(value, Fraction):
        written = build.decimal(value) or build.rational(value)
    answer = _shown(result, places)
    lines = Lines()
    if written != answer:
        rounded_lines(lines, written, answer, places)
    lines.finish(answer)
    return lines


def rounded_lines(lines: Lines, written: Expr, answer: Expr, places: int) -> None:
    """Between which multiples a value lies, then on which side of their middle."""
    value, result = recount.value(written), recount.value(answer)
    unit = 1 / Fraction(10) ** places
    up = recount.less(value, result)
    low = result - unit if up else result
    ends = [_shown(end, places) for end in (low, low + unit)]
    between = Chain((ends[0], written, ends[1]), (RelOp.LE, RelOp.LE))
    rule = f"Find the multiples of {to_plain(build.decimal(unit) or build.ONE)} beside it"
    lines.step(rule, between)
    half = build.decimal(low + unit / 2) or build.ONE
    middle_of_both = build.equals(Div(Add(*ends), build.TWO), half)
    lines.step("Find the middle of the two", middle_of_both, level=FINE)
    exact = isinstance(value, Fraction)
    op = RelOp.GE if up else RelOp.LE
    if not recount.agree(value, recount.value(half)):
        op = RelOp.GT if up else RelOp.LT
    rule = "Round up" if (result > 0 and up) or (result < 0 and not up) else "Round down"
    why = (
        _next_digit(value, places, rule) if exact else "It is compared with the middle of the two."
    )
    middle = Chain((written, half), (op,))
    lines.step(rule, middle, level=BRIEF, before=written, after=answer, why=why)


def _next_digit(value: Fraction, places: int, rule: str) -> str:
    digit = int(abs(value) * Fraction(10) ** (places + 1)) % 10
    size = "at least" if digit >= 5 else "less than"
    return f"The first digit that is left out is {digit}, {size} 5: {rule.lower()}."


def _shown(value: Fraction, places: int) -> Expr:
    """``13.0`` for 12.96 to 1 decimal place: the place that was asked for is written."""
    if places <= 0:
        return build.rational(value)
    size = Number(abs(value), places)
    return size if value >= 0 else Neg(size)


def place_value(problem: Problem) -> Lines | None:
    """Drop the digits after it; the digit is what is left beside the tens."""
    expr = problem.expression
    assert isinstance(expr, Sub) and isinstance(expr.right, Mul)
    shifted, rest = (recount.value(part) for part in (expr.left, expr.right.right))
    lines = Lines()
    first, second = map(_in_decimals, (expr.left, expr.right.right))
    _moved(lines, first)
    lines.step("Drop the digits after it", build.equals(first, build.rational(shifted)))
    _moved(lines, second)
    lines.step("Drop one digit more", build.equals(second, build.rational(rest)))
    digit = build.rational(shifted - 10 * rest)
    last = Sub(build.rational(shifted), Mul(build.integer(10), build.rational(rest)))
    lines.step("What is left is the digit", build.equals(last, digit), level=BRIEF)
    lines.finish(digit)
    return lines


def _moved(lines: Lines, floor: Expr) -> None:
    """``floor(4382/10) = floor(438.2)``."""
    if not isinstance(floor, Call) or not isinstance(floor.args[0], Mul | Div):
        return
    value = recount.value(floor.args[0])
    shown = build.decimal(value) if isinstance(value, Fraction) else None
    if shown is not None:
        claim = build.equals(floor, Call("floor", (shown,)))
        lines.step("Move the point", claim, level=FINE)


def _in_decimals(expr: Expr) -> Expr:
    """``floor(36.482*100)`` for ``floor(18241/500/(1/100))``."""
    match expr:
        case Call("floor", (Div(number, place),)):
            value, unit = recount.value(number), recount.value(place)
            if isinstance(value, Fraction) and isinstance(unit, Fraction):
                shown = build.decimal(value) or number
                scale = build.rational(unit if unit >= 1 else 1 / unit)
                moved = Div(shown, scale) if unit >= 1 else Mul(shown, scale)
                return Call("floor", (shown if unit == 1 else moved,))
    return expr


def conversion(problem: Problem) -> Lines | None:
    """Multiply by how many of the one unit the other is."""
    expr = problem.target
    (given,) = problem.items
    target = units.asked_for(problem.unit or "")
    if not isinstance(expr, Mul) or not isinstance(given, Quantity) or target is None:
        return None
    own = units.asked_for(given.unit)
    value = recount.value(expr)
    if own is None or not isinstance(value, Fraction):
        return None
    result = build.decimal(value) or build.rational(value)
    factor = own.factor / target.factor
    lines = Lines()
    if factor.numerator == 1 and factor.denominator > 1:
        size = str(factor.denominator)
        rule, expr = f"Divide by {size}", Div(expr.left, build.integer(factor.denominator))
        why = f"One {target.name} is {size} {units.plural(own.name)}."
    else:
        shown = build.decimal(factor) or build.rational(factor)
        size = to_plain(shown)
        rule, expr = f"Multiply by {size}", Mul(expr.left, shown)
        why = f"One {own.name} is {size} {units.plural(target.name)}."
    if factor != 1:
        one, many = (own, target) if why.startswith(f"One {own.name}") else (target, own)
        size_of_one = f"1 {one.symbol} = {size} {many.symbol}"
        lines.step("Write the unit factor", size_of_one, level=FINE)
    if factor == 1:
        why = f"One {own.name} is one {target.name}."
    lines.step(rule, build.equals(expr, result), level=BRIEF, before=given, why=why)
    lines.finish(result)
    return lines


def numeral(problem: Problem) -> Lines | None:
    """The value in base 10, then divisions by the base: the remainders are the digits."""
    assert problem.target is not None
    value = int(recount.value(problem.target))
    lines = Lines()
    base = _base_of(problem.target)
    if base != 10:
        _in_base_ten(lines, problem.target, base)
    digits = _divisions(lines, abs(value), problem.base, marked=base is None)
    lines.finish(f"-{digits}" if value < 0 else digits)
    return lines


def _in_base_ten(lines: Lines, horner: Expr, base: int | None) -> None:
    """``1*2^3 + 0*2^2 + 1*2 + 1 = 11``; for a sum of numerals its value."""
    value = recount.value(horner)
    written = horner
    if base is not None and value >= 0:
        written = reduce(Add, _terms(int(value), base))
        terms = _terms(int(value), base)
        if len(terms) > 1:
            products = reduce(Add, [build.integer(int(recount.value(term))) for term in terms])
            lines.step("Work out the products", build.equals(written, products), level=FINE)
    claim = build.equals(written, build.rational(value))
    lines.step("Work out the value in base 10", claim, level=BRIEF, before=written)


def _terms(value: int, base: int) -> list[Expr]:
    """Each digit times its power of the base, the highest first."""
    digits: list[int] = []
    while value or not digits:
        value, digit = divmod(value, base)
        digits.append(digit)
    terms: list[Expr] = []
    for k, digit in reversed(list(enumerate(digits))):
        power = build.power(build.integer(base), k)
        terms.append(build.integer(digit) if k == 0 else Mul(build.integer(digit), power))
    return terms


def _divisions(lines: Lines, value: int, base: int, *, marked: bool) -> str:
    """The digits in a base, with a line for each division.

    marked: the question computes in another base, so that each number is written with its own.
    """

    def shown(number: int) -> Expr:
        whole = build.integer(number)
        return Numeral(Fraction(number), str(number), 10) if marked else whole

    digits, rest = "", value
    while rest or not digits:
        before = rest
        rest, digit = divmod(rest, base)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
        if base == 10:
            continue
        product = Add(Mul(shown(base), shown(rest)), shown(digit))
        written: Chain = build.equals(shown(before), product)
        if not digit:
            written = build.equals(shown(before), product.left)
        why = f"The remainder {digit} is the next digit, from right to left."
        if digit > 9:
            why = f"The remainder {digit}, written {digits[0]}, is the next digit."
        lines.step(f"Divide by {base}", written, level=BRIEF, before=shown(before), why=why)
    return digits


def _base_of(horner: Expr) -> int | None:
    """10 for ``(4*10 + 5)*10 + 2``, the value of a numeral; None for a sum of several."""
    match horner:
        case Number():
            return 10
        case Add(Number(), Number()):
            return None
        case Add(Mul(inner, Number(base)), Number()):
            return int(base) if isinstance(inner, Number) or _base_of(inner) == base else None
    return None


def divided(above: Expr, below: Expr) -> Chain:
    """``17 = 5*3 + 2``: division with remainder."""
    n, d = int(recount.value(above)), int(recount.value(below))
    product = Mul(build.integer(d) if d > 0 else below, build.integer(n // d))
    rest = n - d * (n // d)
    return build.equals(above, Add(product, build.integer(rest)) if rest else product)


def remainder_found(lines: Lines, above: Expr, below: Expr) -> None:
    """``4*5 = 20``, ``4*6 > 23``, ``23 - 20 = 3``: the largest multiple, and what is left."""
    n, d = int(recount.value(above)), int(recount.value(below))
    if n < d or d < 2:
        return
    multiple, quotient = build.integer(n - n % d), n // d
    largest = build.equals(Mul(below, build.integer(quotient)), multiple)
    lines.step("Find the largest multiple", largest, level=FINE)
    beyond = Chain((Mul(below, build.integer(quotient + 1)), above), (RelOp.GT,))
    lines.step("The next multiple is too large", beyond, level=FINE)
    if n % d:
        left = build.equals(Sub(above, multiple), build.integer(n % d))
        lines.step("Find what is left", left, level=FINE)


def divide_with_remainder(above: Expr, below: Expr) -> Lines:
    """The largest multiple of the divisor, and what is left."""
    quotient, rest = divmod(int(recount.value(above)), int(recount.value(below)))
    lines = Lines()
    remainder_found(lines, above, below)
    lines.step("Divide with remainder", divided(above, below), level=BRIEF)
    lines.finish(f"quotient {quotient}, remainder {rest}")
    return lines


def prime(problem: Problem) -> Lines | None:
    """A factor, or that no prime up to the root divides the number."""
    assert problem.target is not None
    n = int(recount.value(problem.target))
    parts = _factorization(n)
    composite = n > 1 and (len(parts) > 1 or parts[0][1] > 1)
    lines = Lines()
    if composite:
        product = _product(parts)
        lines.step("Factor it", build.equals(build.integer(n), product), level=BRIEF)
    elif n > 1:
        lines.setup("Try every prime up to its square root", "none of them divides it")
    is_prime = n > 1 and not composite
    lines.finish("True" if (is_prime if problem.labels == ("prime",) else composite) else "False")
    return lines


def prime_factors(problem: Problem) -> Lines | None:
    """The factorization, then its primes."""
    assert problem.target is not None
    n = int(recount.value(problem.target))
    parts = _factorization(n)
    lines = Lines()
    product = _product(parts)
    if len(primes_of(n)) > 2:
        _divided_by_primes(lines, n, NORMAL)
    if product != problem.target:
        lines.step("Factor it", build.equals(problem.target, product), level=BRIEF)
    found = [p for p, _ in parts]
    if problem.task:
        found = [max(found) if problem.task == "largest" else min(found)]
    lines.finish(", ".join(map(str, found)))
    return lines


def factored(n: int) -> Expr:
    """``2^2*3*7`` for 84."""
    return _product(_factorization(n))


def primes_of(n: int) -> list[int]:
    """``[2, 2, 3, 7]`` for 84: the primes of a whole number, each as often as it divides it."""
    return [p for p, exponent in _factorization(n) for _ in range(exponent)]


def prime_factorization(problem: Problem) -> Lines | None:
    """Divide by the smallest prime again and again."""
    assert problem.expression is not None
    n = int(recount.value(problem.expression))
    parts = _factorization(n)
    product = _product(parts)
    lines = Lines()
    _divided_by_primes(lines, n, NORMAL)
    if len(parts) < len(primes := primes_of(n)):
        side_by_side = reduce(Mul, map(build.integer, primes))
        claim = build.equals(problem.expression, side_by_side)
        lines.step("Write them side by side", claim, level=FINE)
    if product != problem.expression:
        line = build.equals(problem.expression, product)
        lines.step("Collect the prime factors", line, level=BRIEF)
    lines.finish(product)
    return lines


def _divided_by_primes(lines: Lines, n: int, level: int) -> None:
    """``84 = 2*42``, ``42 = 2*21``, ``21 = 3*7``."""
    rest = n
    for p in primes_of(n)[:-1]:
        pair = Mul(build.integer(p), build.integer(rest // p))
        claim = build.equals(build.integer(rest), pair)
        lines.step(f"Divide by {p}", claim, level=level)
        rest //= p


def divisors(problem: Problem) -> Lines | None:
    """The pairs of factors, from 1 and the number itself inwards."""
    assert problem.target is not None
    n = int(recount.value(problem.target))
    found = listing.divisors(n)
    lines = Lines()
    for d in found[: (len(found) + 1) // 2]:
        pair = Mul(build.integer(d), build.integer(n // d))
        lines.step("Find a pair of factors", build.equals(build.integer(n), pair))
    lines.finish(", ".join(map(str, found)))
    return lines


def divisor_count(problem: Problem) -> Lines | None:
    """From the prime factorization: each exponent plus 1, multiplied."""
    assert problem.target is not None
    n = int(recount.value(problem.target))
    parts = _factorization(n)
    lines = Lines()
    product = _product(parts)
    if len(primes_of(n)) > 2:
        _divided_by_primes(lines, n, FINE)
    if product != problem.target:
        line = build.equals(problem.target, product)
        lines.step("Factor it", line, before=problem.target)
    counts = [build.integer(k + 1) for _, k in parts]
    count = build.integer(len(listing.divisors(n)))
    if len(counts) > 1:
        multiplied: Expr = reduce(Mul, counts)
        exponents = [Add(build.integer(k), build.ONE) for _, k in parts]
        first: Expr = exponents[0]
        each = build.equals(reduce(Mul, exponents[1:], first), multiplied)
        lines.step("Add 1 to each exponent", each, level=FINE)
        why = "A factor has each prime with an exponent from 0 up to that in the number."
        rule = "Multiply the exponents, each plus 1"
        lines.step(rule, build.equals(multiplied, count), level=BRIEF, why=why)
    lines.finish(count)
    return lines


def _factorization(n: int) -> list[tuple[int, int]]:
    from flint import fmpz

    return [(int(p), int(e)) for p, e in fmpz(n).factor()] if n > 1 else []


def _product(parts: list[tuple[int, int]]) -> Expr:
    result: Expr | None = None
    for p, e in parts:
        power: Expr = build.integer(p) if e == 1 else Pow(build.integer(p), build.integer(e))
        result = power if result is None else Mul(result, power)
    return build.ONE if result is None else result
