"""Exponential equations: one base on both sides, logarithms, or a polynomial in a power."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import gcd
from typing import TypeAlias

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import polynomial, recount
from mathviz_chat.core.problems.polynomial import Coefficients
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Chain,
    Const,
    Constant,
    Div,
    Expr,
    Log,
    Mul,
    Neg,
    Pow,
    RelOp,
    Sub,
)
from mathviz_chat.core.solving import build, logarithms_taken
from mathviz_chat.core.solving.linear import NEVER
from mathviz_chat.core.solving.lines import BRIEF, FINE, Lines
from mathviz_chat.core.solving.substituted import letter_beside, solve_for

E = Constant(Const.E)
POSITIVE = "A power of a positive number is positive."


@dataclass(frozen=True, slots=True)
class Term:
    """``coefficient * base^exponent``; the exponent is a polynomial in the unknown, () for 0."""

    coefficient: Fraction
    base: Expr | None
    exponent: Coefficients


Root: TypeAlias = tuple[Expr, Fraction]
"""A base as a power of the common base: ``base = root^multiple``."""


def solve(equation: Chain, name: str) -> Lines | None:
    """Lines for an equation in powers of one base; None for any other."""
    terms = list(_terms(equation, name))
    if any(term is None for term in terms):
        return None
    known = [term for term in terms if term is not None]
    common = _common_base([t.base for t in known if t.base is not None])
    if common is None:
        return logarithms_taken.solve(equation, name)
    lines = Lines()
    merged = _merged([_over(term, common) for term in known])
    if len(merged) == 2:
        return _two_terms(lines, equation, name, common, merged)
    return _polynomial(lines, equation, name, common, merged)


# ------------------------------------------------------------------ reading the equation


def _terms(equation: Chain, name: str) -> Iterator[Term | None]:
    for sign, side in zip((1, -1), equation.items, strict=True):
        for factor, expr in _summands(side, Fraction(sign)):
            yield _term(expr, factor, name)


def _summands(expr: Expr, sign: Fraction) -> Iterator[tuple[Fraction, Expr]]:
    if isinstance(expr, Add | Sub):
        yield from _summands(expr.left, sign)
        yield from _summands(expr.right, sign if isinstance(expr, Add) else -sign)
    elif isinstance(expr, Neg):
        yield from _summands(expr.arg, -sign)
    else:
        yield sign, expr


def _term(expr: Expr, factor: Fraction, name: str) -> Term | None:
    """A number times a power; a power of a power has its exponents multiplied."""
    constant = polynomial.of_expression(expr, name)
    if constant is not None:
        value = constant[0] if constant else Fraction(0)
        return Term(factor * value, None, ()) if len(constant) <= 1 else None
    if isinstance(expr, Mul | Div):
        for first, second in ((expr.left, expr.right), (expr.right, expr.left)):
            number = polynomial.of_expression(first, "")
            if number is None or len(number) != 1 or (isinstance(expr, Div) and first is expr.left):
                continue
            scale = number[0] if isinstance(expr, Mul) else 1 / number[0]
            return _term(second, factor * scale, name)
        return None
    if not isinstance(expr, Pow):
        return None
    exponent = polynomial.of_expression(expr.exponent, name)
    base = expr.base
    if isinstance(base, Pow):
        inner = polynomial.of_expression(base.exponent, name)
        if inner is None or exponent is None:
            return None
        base, exponent = base.base, polynomial.multiply(inner, exponent)
    if exponent is None or variables(base):
        return None
    return Term(factor, base, exponent)


def _common_base(bases: list[Expr]) -> dict[Expr, Root] | None:
    """Each base as a power of the smallest base that all of them are powers of."""
    if not bases:
        return None
    if all(base == E for base in bases):
        return {E: (E, Fraction(1))}
    vectors = {base: _primes(base) for base in bases}
    if any(not vector for vector in vectors.values()):
        return None
    first = next(iter(vectors.values()))
    assert first is not None
    size = reduce(gcd, first.values())
    root = {p: k // size for p, k in first.items()}
    found: dict[Expr, Root] = {}
    value = reduce(lambda a, b: a * b, (Fraction(p) ** k for p, k in root.items()))
    if value < 1:
        value, root = 1 / value, {p: -k for p, k in root.items()}
    for base, vector in vectors.items():
        assert vector is not None
        lead = next(iter(root))
        multiple = Fraction(vector.get(lead, 0), root[lead])
        if {p: multiple * k for p, k in root.items()} != dict(vector):
            return None
        found[base] = (build.rational(value), multiple)
    return found


def _primes(base: Expr) -> dict[int, int] | None:
    """The exponents of the primes in a positive rational number other than 1."""
    from flint import fmpz

    try:
        value = recount.value(base)
    except recount.NotEvaluated:
        return None
    if not isinstance(value, Fraction) or value <= 0 or value == 1 or value > 10**9:
        return None
    found = {int(p): int(k) for p, k in fmpz(value.numerator).factor()}
    return found | {int(p): -int(k) for p, k in fmpz(value.denominator).factor()}


def _over(term: Term, common: dict[Expr, Root]) -> Term:
    """The term as a power of the common base."""
    if term.base is None:
        return term
    root, multiple = common[term.base]
    return Term(term.coefficient, root, polynomial.scale(term.exponent, multiple))


def _merged(terms: list[Term]) -> list[Term]:
    """Terms with the same exponent added; zeros left out."""
    sums: dict[Coefficients, Term] = {}
    for term in terms:
        before = sums.get(term.exponent)
        total = term.coefficient + (before.coefficient if before else 0)
        sums[term.exponent] = Term(total, term.base, term.exponent)
    return [term for term in sums.values() if term.coefficient]


# ------------------------------------------------------------------ two terms


def _two_terms(
    lines: Lines, equation: Chain, name: str, common: dict[Expr, Root], terms: list[Term]
) -> Lines | None:
    """``c*g^A = d*g^B``: compare the exponents, or take logarithms where B is 0."""
    first, second = terms if terms[0].base is not None else terms[::-1]
    if first.base is None:
        return None
    base = first.base
    ratio = -second.coefficient / first.coefficient
    power = Pow(base, polynomial.to_tree(first.exponent, name))
    isolated = _isolated(equation, name)
    if second.base is None and isolated is not None and isolated != equation:
        lines.step("Isolate the power", isolated, before=equation)
    if ratio < 0:
        claim = Chain((build.rational(ratio), build.ZERO), (RelOp.LT,))
        lines.step("Look at the sign of the other side", claim, level=BRIEF, why=POSITIVE)
        lines.finish(NEVER)
        return lines
    multiple = logarithm(ratio, base)
    if multiple is None:
        return _logarithms(lines, name, power, ratio) if second.base is None else None
    exponent = polynomial.add(second.exponent, (multiple,) if multiple else ())
    other = Pow(base, polynomial.to_tree(exponent, name))
    same = build.equals(power, other)
    if same != equation:
        lines.step(f"Write both sides as powers of {to_plain(base)}", same, before=equation)
    compared = build.equals(power.exponent, other.exponent)
    why = "Powers of one base are equal only where their exponents are."
    lines.step("Compare the exponents", compared, before=same, why=why)
    return _then(lines, compared, name)


def _isolated(equation: Chain, name: str) -> Chain | None:
    """The power as it stands in the question, alone on the left."""
    left, right = equation.items
    side, other = (left, right) if name in variables(left) else (right, left)
    if variables(other) or not isinstance(side, Pow | Mul | Div | Add | Sub):
        return None
    found = [(c, e) for c, e in _summands(side, Fraction(1)) if name in variables(e)]
    rest = [(-c, e) for c, e in _summands(side, Fraction(1)) if name not in variables(e)]
    if len(found) != 1:
        return None
    scale, power = found[0]
    while not isinstance(power, Pow):
        if not isinstance(power, Mul | Div):
            return None
        number = power.right if name in variables(power.left) else power.left
        if isinstance(power, Div) and number is power.left:
            return None
        value = recount.value(number)
        scale = scale * value if isinstance(power, Mul) else scale / value
        power = power.left if number is power.right else power.right
    total = recount.value(build.total([(Fraction(1), other), *rest]))
    if not isinstance(total, Fraction):
        return None
    return build.equals(power, build.rational(total / scale))


def logarithm(value: Fraction, base: Expr) -> Fraction | None:
    """The rational k with ``base^k = value``; None where there is none."""
    if value == 1:
        return Fraction(0)
    if base == E:
        return None
    common = _common_base([base, build.rational(value)])
    if common is None:
        return None
    return common[build.rational(value)][1] / common[base][1]


def _logarithms(lines: Lines, name: str, power: Pow, value: Fraction) -> Lines | None:
    """``b^(px + q) = c``: px + q = ln(c)/ln(b)."""
    exponent = polynomial.of_expression(power.exponent, name)
    if exponent is None or len(exponent) != 2:
        return None
    if not _is_prime_power(power.base):
        return logarithms_taken.solve(build.equals(power, build.rational(value)), name, lines)
    right = _log_of(build.rational(value), power.base)
    if isinstance(right, Div):
        brought_down = Mul(power.exponent, right.right)
        claim = build.equals(brought_down, right.left)
        lines.step("Write the exponents in front", claim, level=FINE, why="ln(a^x) = x*ln(a).")
    lines.step("Take logarithms of both sides", build.equals(power.exponent, right))
    return _linear(lines, name, exponent, right, power.exponent)


def _is_prime_power(base: Expr) -> bool:
    """A base that the checker takes logarithms of; 3/2 is none."""
    found = None if base == E else _primes(base)
    return base == E or (found is not None and len(found) == 1)


def _log_of(value: Expr, base: Expr) -> Expr:
    above = Log(value, E)
    return above if base == E else Div(above, Log(base, E))


def _linear(
    lines: Lines, name: str, exponent: Coefficients, right: Expr, shown: Expr
) -> Lines | None:
    offset, slope = exponent
    answer = build.values_of(name, [_solved(right, offset, slope)])
    if build.equals(shown, right) != answer:
        lines.step(f"Solve for {name}", answer, level=BRIEF)
    lines.finish(answer)
    return lines


def _solved(right: Expr, offset: Fraction, slope: Fraction) -> Expr:
    """``(right - offset)/slope`` as it is written."""
    moved = build.total([(Fraction(1), right), (-offset, None)])
    if slope == 1:
        return moved
    if slope == -1 and isinstance(moved, Sub):
        return Sub(moved.right, moved.left)
    size = abs(slope)
    if offset == 0 and isinstance(right, Div):
        above = build.times(Fraction(size.denominator), right.left)
        result: Expr = Div(above, build.times(Fraction(size.numerator), right.right))
    else:
        result = build.times(1 / size, moved)
    return result if slope > 0 else Neg(result)


def _then(lines: Lines, equation: Chain, name: str) -> Lines | None:
    """The lines of the equation that is left, and its answer."""
    from mathviz_chat.core.solving.equation import solve_equation

    solved = solve_equation(equation, name)
    if solved is None or solved.answer is None:
        return None
    lines.lines += solved.lines
    lines.finish(solved.answer)
    return lines


# ------------------------------------------------------------------ polynomials in a power


def _polynomial(
    lines: Lines, equation: Chain, name: str, common: dict[Expr, Root], terms: list[Term]
) -> Lines | None:
    """``a*u^2 + b*u + c = 0`` with u = g^x."""
    terms = [_without_shift(term) for term in terms]
    powers = [term for term in terms if term.base is not None]
    if not powers or any(len(t.exponent) != 2 or t.exponent[0] for t in powers):
        return None
    slopes = [term.exponent[1] for term in powers]
    unit = Fraction(
        reduce(gcd, (s.numerator for s in slopes)),
        reduce(lambda a, b: a * b // gcd(a, b), (s.denominator for s in slopes)),
    )
    degrees = {int(term.exponent[1] / unit): term.coefficient for term in powers}
    degrees[0] = sum((t.coefficient for t in terms if t.base is None), Fraction(0))
    if min(degrees) < 0 or max(degrees) > 4 or powers[0].base is None:
        return None
    coefficients = tuple(degrees.get(k, Fraction(0)) for k in range(max(degrees) + 1))
    unknown = polynomial.to_tree((Fraction(0), unit), name)
    power = Pow(powers[0].base, unknown)
    whole = _in(coefficients, power)
    rule = f"Write everything in powers of {to_plain(power)}"
    if whole != equation:
        lines.step(rule, whole, before=equation)
    return _levels(lines, coefficients, power, unit, name)


def _without_shift(term: Term) -> Term:
    """``2*2^x`` for ``2^(x + 1)``; a power of e stays as it is."""
    shift = term.exponent[0] if term.exponent else Fraction(0)
    value = None if term.base is None else polynomial.of_expression(term.base, "")
    if not shift or shift.denominator != 1 or value is None or len(value) != 1:
        return term
    factor = value[0] ** int(shift)
    return Term(term.coefficient * factor, term.base, (Fraction(0), *term.exponent[1:]))


def _in(coefficients: Coefficients, power: Expr) -> Chain:
    terms = [
        (c, None if k == 0 else build.power(power, k)) for k, c in enumerate(coefficients) if c
    ]
    return build.equals(build.total(reversed(terms)), build.ZERO)


def _levels(
    lines: Lines, coefficients: Coefficients, power: Pow, unit: Fraction, name: str
) -> Lines | None:
    letter = letter_beside(name)
    zero = build.equals(polynomial.to_tree(coefficients, letter), build.ZERO)
    values = solve_for(lines, zero, letter, power)
    if not values:
        return None
    positive = [value for value in values if recount.less(Fraction(0), recount.value(value))]
    for value in (one for one in values if one not in positive):
        claim = Chain((value, build.ZERO), (RelOp.LE,))
        lines.step("Leave out a value that no power has", claim, level=BRIEF, why=POSITIVE)
    if not positive:
        lines.finish(NEVER)
        return lines
    each = build.any_of(tuple(build.equals(power, value) for value in positive))
    answers = [_level(power, value, unit) for value in positive]
    answers.sort(key=lambda value: float(recount.value(value)))
    answer = build.values_of(name, answers)
    lines.step(f"Solve for {name}", answer, level=BRIEF, before=each)
    lines.finish(answer)
    return lines


def _level(power: Pow, value: Expr, unit: Fraction) -> Expr:
    rational = recount.value(value)
    multiple = logarithm(rational, power.base) if isinstance(rational, Fraction) else None
    if multiple is not None:
        return build.rational(multiple / unit)
    return _solved(_log_of(value, power.base), Fraction(0), unit)
