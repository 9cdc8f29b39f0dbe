"""Relations between quantities: the units are carried along, by exact factors.

Domain: sums of quantities of one dimension, products, quotients, whole powers. A unit on one side
only is taken as left out on the other, which is named as a condition; nothing is refuted where a
hidden conversion (60, 12, 1000, ...) would explain the difference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Final, TypeVar

from mathviz_chat.core.checking.judgement import Judgement, show, unchecked
from mathviz_chat.core.checking.numeric import judge_numbers
from mathviz_chat.core.checking.terms import has, is_closed, is_literal, transform
from mathviz_chat.core.kernel import evaluate, variables
from mathviz_chat.core.problems import units
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Chain,
    Div,
    Expr,
    Mul,
    Neg,
    Node,
    Number,
    Pow,
    Quantity,
    RelOp,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.units import SHORT_UNITS
from mathviz_chat.core.reading.walking import kinds, walk
from mathviz_chat.core.verdict import Relation, Role, Verdict

UNIT_LEFT_OUT: Final = "the unit is written on one side only"

N = TypeVar("N", bound=Node)

CONVERSIONS: Final = frozenset(
    Fraction(n)
    for n in (2, 3, 4, 7, 8, 10, 12, 14, 16, 24, 28, 30, 31, 32, 36, 48, 52, 60, 100, 128, 144)
) | {Fraction(n) for n in (360, 365, 366, 720, 1000, 1440, 1760, 2000, 3600, 5280, 86400)}
"""Ratios that a conversion between everyday units may hide."""


LARGEST_EXACT_RATIO: Final = 100
"""Of a conversion that is written exactly: 1 in = 127/50 cm, but 1 mi = 25146/15625 km."""


class MixedUnits(ValueError):
    """The units of an expression do not fit together, or one is not known."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A value in base units with its dimension; factor: of the unit that it is written in."""

    value: Expr
    dimension: tuple[tuple[str, int], ...]
    factor: Fraction


def judge_quantities(left: Expr, op: RelOp, right: Expr) -> Judgement:
    """Judge a relation between constants, with units or without."""
    left, right = fractions_of_units(left), fractions_of_units(right)
    with_unit = [has(side, Quantity) for side in (left, right)]
    if not any(with_unit):
        return judge_numbers(left, op, right)
    if not all(with_unit):
        return _one_sided(left, op, right)
    try:
        measured, target = measure(left), measure(right)
    except MixedUnits as error:
        return unchecked(f"{error}", Role.COMPUTATION)
    if measured.dimension != target.dimension:
        return _different_dimensions(left, op, right)
    if isinstance(left, Quantity) and isinstance(right, Quantity) and left.unit == right.unit:
        return judge_numbers(without_units(left), op, without_units(right))
    converted = _in_units(measured, target.factor)
    shown = (
        without_units(right) if isinstance(right, Quantity) else _in_units(target, target.factor)
    )
    judged = judge_numbers(converted, op, shown)
    if judged.verdict is Verdict.REFUTED:
        rounded = _rounded_conversion(measured.factor / target.factor, op, converted, shown)
        return rounded or _converted_in_words(left, op, right) or judged
    return judged


def _rounded_conversion(
    ratio: Fraction, op: RelOp, converted: Expr, shown: Expr
) -> Judgement | None:
    """``5 miles = 8 km``: between two systems of units a factor is rounded as a rule."""
    if op is not RelOp.EQ or min(ratio.numerator, ratio.denominator) <= LARGEST_EXACT_RATIO:
        return None
    if judge_numbers(converted, RelOp.APPROX, shown).verdict is not Verdict.PROVED:
        return None
    reason = "It holds when rounded; the exact conversion has more digits."
    return Judgement(Verdict.UNCHECKED, Relation.NOTATION, reason, role=Role.COMPUTATION)


def _converted_in_words(left: Expr, op: RelOp, right: Expr) -> Judgement | None:
    """``180 minutes / 60 = 3 hours``: the numbers are right, the unit is changed on the way."""
    if judge_numbers(without_units(left), op, without_units(right)).verdict is not Verdict.PROVED:
        return None
    reason = "The numbers are right if this is meant as a conversion between the two units."
    return Judgement(Verdict.UNCHECKED, Relation.NOTATION, reason, role=Role.COMPUTATION)


def fractions_of_units(expr: Expr) -> Expr:
    """``1/2 inch`` is half an inch, not one per two inches; so is ``60*1000/3600 m/s`` a speed."""
    return transform(expr, _fraction_of_unit) if has(expr, Quantity) else expr


def _fraction_of_unit(node: Node) -> Node | None:
    match node:
        case Div(above, Quantity(Number() as below, unit)) if _is_of_numbers(above):
            return Quantity(Div(above, below), unit)
    return None


def _is_of_numbers(expr: Expr) -> bool:
    """``60`` and ``60*1000``, as in ``60*1000/3600 m/s``."""
    return kinds(expr) <= {Number, Mul}


def _in_units(measured: Measure, factor: Fraction) -> Expr:
    return measured.value if factor == 1 else Div(measured.value, Number(factor))


def _one_sided(left: Expr, op: RelOp, right: Expr) -> Judgement:
    """``48/2 = 24 kg``: the numbers are compared; a hidden conversion is not called wrong."""
    bare_left, bare_right = without_units(left), without_units(right)
    judged = judge_numbers(bare_left, op, bare_right)
    if judged.verdict is Verdict.PROVED:
        conditions = (*judged.conditions, UNIT_LEFT_OUT)
        return replace(judged, relation=Relation.SAME_IF, conditions=conditions)
    several = len({node.unit for side in (left, right) for node in quantities_in(side)}) > 1
    hidden = several or _may_convert(bare_left, bare_right)
    if judged.verdict is Verdict.REFUTED and hidden:
        reason = "The numbers differ by what may be a conversion of units that is not written."
        return replace(unchecked(reason), role=Role.COMPUTATION)
    return judged


def quantities_in(expr: Expr) -> list[Quantity]:
    """Every quantity of an expression."""
    return [node for node in walk(expr) if isinstance(node, Quantity)]


def _may_convert(left: Expr, right: Expr) -> bool:
    values = [evaluate(side) for side in (left, right)]
    numbers = [value.rational for value in values if value is not None]
    if len(numbers) != 2 or not numbers[0] or not numbers[1]:
        return True
    ratio = abs(numbers[0] / numbers[1])
    return ratio in CONVERSIONS or 1 / ratio in CONVERSIONS


def _different_dimensions(left: Expr, op: RelOp, right: Expr) -> Judgement:
    """``3 * $35/hour = $105``: the units are careless; the numbers may still be wrong."""
    bare_left, bare_right = without_units(left), without_units(right)
    judged = judge_numbers(bare_left, op, bare_right)
    converts = is_literal(left) or _may_convert(bare_left, bare_right)
    if judged.verdict is Verdict.REFUTED and not converts:
        return judged
    reason = f"The units of {show_quantity(left)} and {show_quantity(right)} do not match."
    return Judgement(Verdict.UNCHECKED, Relation.NOTATION, reason, role=Role.COMPUTATION)


def show_quantity(expr: Expr) -> str:
    """A quantity inside a sentence."""
    return to_plain(expr) if isinstance(expr, Quantity) else show(expr)


def without_units(expr: Expr) -> Expr:
    """The numbers alone."""

    def bare(node: Node) -> Node | None:
        return without_units(node.value) if isinstance(node, Quantity) else None

    return transform(expr, bare)


def with_short_units(node: N) -> N:
    """``12 m`` as a quantity: for a formula beside one that has a unit written out."""
    possible = has(node, Symbol) and has(node, Mul, Div)
    return transform(node, _short_unit) if possible else node


_SHORT_AT_END: Final = re.compile(r"\d\s+[ghmsLl]\s*\$?\s*$")


def _ends_in_short_unit(chain: Chain, text: str) -> bool:
    """``450/3 = 150 g``: a computation with numbers only, whose result has a unit."""
    *before, last = chain.items
    computed = is_closed(before[-1]) and has(before[-1], Add, Sub, Mul, Div)
    return computed and not is_closed(last) and bool(_SHORT_AT_END.search(text))


def chain_with_short_units(chain: Chain, text: str) -> Chain:
    """``5 km = 5000 m``; a chain whose sides do not measure the same then stays as it is.

    text: as written; ``450/3 = 150 g`` shows by the space that g is a unit.
    """
    if not has(chain, Quantity):
        if not _ends_in_short_unit(chain, text) and not _converts(chain, text):
            return chain
        return with_short_units(chain)
    read = with_short_units(chain)
    try:
        measured = [item for item in read.items if not isinstance(item, Symbol)]  # ``d = ...``
        dimensions = {measure(item).dimension for item in measured}
    except MixedUnits:
        return chain
    return read if len(dimensions) == 1 else chain


def _converts(chain: Chain, text: str) -> bool:
    """``1 h = 3600 s``: a space before each of several units of one kind."""
    read = with_short_units(chain).items
    if not all(isinstance(item, Quantity) and isinstance(item.value, Number) for item in read):
        return False
    try:
        dimensions = {measure(item).dimension for item in read}
    except MixedUnits:
        return False
    units = {item.unit for item in read if isinstance(item, Quantity)}
    return len(dimensions) == 1 < len(units) and not re.search(r"\d[A-Za-z]", text)


def _short_unit(node: Node) -> Node | None:
    """A product of a number and names of units: ``12 m``, ``3 m s^-1``, ``5 m/s``."""
    if not isinstance(node, Mul | Div) or not variables(node):
        return None
    match node:  # ``80 km/h * 5 h``: of the last number
        case Mul(Mul(before, Number() as count), Symbol(name)) if name in SHORT_UNITS:
            if has(before, Quantity):
                return Mul(before, Quantity(count, SHORT_UNITS[name]))
    factors = _factors(node, 1)
    names = [(base.name, power) for base, power in factors if isinstance(base, Symbol)]
    if len(names) + 1 != len(factors) or isinstance(factors[0][0], Symbol) or factors[0][1] != 1:
        return None
    if not is_closed(factors[0][0]) or not all(name in SHORT_UNITS for name, _ in names):
        return None
    above = [SHORT_UNITS[name] for name, power in names if power > 0]
    below = [_with_power(SHORT_UNITS[name], -power) for name, power in names if power < 0]
    if len(above) != 1 or names[0][1] < 1:
        return None
    return Quantity(factors[0][0], "/".join([_with_power(above[0], names[0][1]), *below]))


def _with_power(unit: str, power: int) -> str:
    return unit if power == 1 else f"{unit}^{power}"


def _factors(expr: Expr, power: int) -> list[tuple[Expr, int]]:
    """The factors of a product with their whole powers; numbers are not taken apart."""
    match expr:
        case Mul(left, right) if variables(expr):
            return _factors(left, power) + _factors(right, power)
        case Div(left, right) if variables(expr):
            return _factors(left, power) + _factors(right, -power)
        case Pow(Symbol() as base, Number(value)) if value.denominator == 1:
            return [(base, power * value.numerator)]
        case Pow(Symbol() as base, Neg(Number(value))) if value.denominator == 1:
            return [(base, -power * value.numerator)]
    return [(expr, power)]


# ------------------------------------------------------------------ measuring


def measure(expr: Expr) -> Measure:
    """The value in base units. Raises MixedUnits."""
    match expr:
        case Quantity(value, unit):
            dimension, factor = parse_unit(unit)
            scaled = value if factor == 1 else Mul(value, Number(factor))
            return Measure(scaled, dimension, factor)
        case Neg(arg):
            inner = measure(arg)
            return replace(inner, value=Neg(inner.value))
        case Add(left, right) | Sub(left, right):
            return _sum(expr, measure(left), measure(right))
        case Mul(left, right):
            a, b = measure(left), measure(right)
            return Measure(
                Mul(a.value, b.value), _combined(a.dimension, b.dimension, 1), a.factor * b.factor
            )
        case Div(left, right):
            a, b = measure(left), measure(right)
            return Measure(
                Div(a.value, b.value), _combined(a.dimension, b.dimension, -1), a.factor / b.factor
            )
        case Pow(base, Number(power)) if power.denominator == 1 and abs(power) <= 9:
            inner = measure(base)
            n = power.numerator
            dimension = tuple((name, k * n) for name, k in inner.dimension if n)
            return Measure(Pow(inner.value, expr.exponent), dimension, inner.factor**n)
    if has(expr, Quantity):
        raise MixedUnits("Units inside this expression are not followed.")
    return Measure(expr, (), Fraction(1))


def _sum(expr: Add | Sub, left: Measure, right: Measure) -> Measure:
    if not left.dimension or not right.dimension:
        left, right = _with_unit_of(left, right), _with_unit_of(right, left)
    if left.dimension != right.dimension:
        raise MixedUnits("It adds quantities of different kinds.")
    return replace(left, value=type(expr)(left.value, right.value))


def _with_unit_of(bare: Measure, other: Measure) -> Measure:
    """``20 + 30 minutes``: the number takes the unit of the quantity beside it."""
    if bare.dimension:
        return bare
    return Measure(Mul(bare.value, Number(other.factor)), other.dimension, other.factor)


def _combined(
    left: tuple[tuple[str, int], ...], right: tuple[tuple[str, int], ...], sign: int
) -> tuple[tuple[str, int], ...]:
    total = dict(left)
    for name, power in right:
        total[name] = total.get(name, 0) + sign * power
    return tuple(sorted((name, power) for name, power in total.items() if power))


@lru_cache(maxsize=256)
def parse_unit(unit: str) -> tuple[tuple[tuple[str, int], ...], Fraction]:
    """``km/h`` as its dimension and its factor to base units. Raises MixedUnits."""
    dimension: tuple[tuple[str, int], ...] = ()
    factor = Fraction(1)
    for place, part in enumerate(unit.split("/")):
        name, _, power = part.partition("^")
        exponent = int(power) if power.isdigit() else 1
        below = units.measured(name)
        for _ in range(exponent):
            dimension = _combined(dimension, below[0], 1 if place == 0 else -1)
        factor *= below[1] ** (exponent if place == 0 else -exponent)
    return dimension, factor
