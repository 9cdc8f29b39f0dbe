"""Angles written with arcsin, arccos and arctan: ``pi - arcsin(0.3)``, ``arctan(2)/2 + n*pi``."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from mathviz_chat.core.kernel import Outcome, identity, substitute, variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.reading.tree import (
    Add,
    Const,
    Constant,
    Degrees,
    Div,
    Expr,
    Mul,
    Neg,
    Number,
    Sub,
    Symbol,
)

HALF_TURN = Constant(Const.PI)
_MAX_DENOMINATOR = 2_000
COUNTERS = ("n", "k")
"""The letters that stand for any whole number."""


@dataclass(frozen=True, slots=True)
class Angle:
    """``half_turns * pi`` plus rational multiples of other angles."""

    half_turns: Fraction = Fraction(0)
    arcs: tuple[tuple[Fraction, Expr], ...] = ()

    def plus(self, other: Angle) -> Angle:
        """The sum; multiples of the same angle are collected."""
        total: dict[Expr, Fraction] = {}
        for factor, arc in (*self.arcs, *other.arcs):
            total[arc] = total.get(arc, Fraction(0)) + factor
        arcs = tuple((factor, arc) for arc, factor in total.items() if factor)
        return Angle(self.half_turns + other.half_turns, arcs)

    def times(self, factor: Fraction) -> Angle:
        """A multiple of the angle."""
        return Angle(self.half_turns * factor, tuple((factor * f, arc) for f, arc in self.arcs))

    def tree(self, *, in_degrees: bool) -> Expr:
        """``pi - arcsin(0.3)``, ``180° - arcsin(0.3)``, ``arcsin(0.3) - pi``."""
        terms = [(factor, _multiple(abs(factor), arc)) for factor, arc in self.arcs]
        turned = (self.half_turns, turned_by(abs(self.half_turns), in_degrees=in_degrees))
        if self.half_turns or not terms:
            first = self.half_turns > 0 or all(factor < 0 for factor, _ in terms)
            terms = [turned, *terms] if first else [*terms, turned]
        terms.sort(key=lambda term: term[0] < 0)  # stable: what is added comes first
        (sign, result), *rest = terms
        result = Neg(result) if sign < 0 else result
        for factor, term in rest:
            result = Sub(result, term) if factor < 0 else Add(result, term)
        return result


def _multiple(factor: Fraction, arc: Expr) -> Expr:
    """``3arcsin(0.3)/2``."""
    above = arc if factor.numerator == 1 else Mul(number(Fraction(factor.numerator)), arc)
    return above if factor.denominator == 1 else Div(above, number(Fraction(factor.denominator)))


def turned_by(half_turns: Fraction, *, in_degrees: bool) -> Expr:
    """So many half turns as an angle, ``5pi/6``; at least 0."""
    if in_degrees:
        return Degrees(number(half_turns * 180))
    return _multiple(half_turns, HALF_TURN) if half_turns else number(half_turns)


@dataclass(frozen=True, slots=True)
class Family:
    """The angles ``base + n*step*pi`` for every whole n; step 0 for one angle alone."""

    base: Expr
    step: Fraction

    def within_a_turn(self) -> tuple[Expr, ...]:
        """Its angles from 0 up to a whole turn, each of them once."""
        if not self.step:
            return (in_a_turn(self.base),)
        count = abs(self.step / 2).denominator
        each = (shifted(self.base, k * self.step) for k in range(count))
        return tuple(in_a_turn(one) for one in each)


def size(expr: Expr) -> Any:
    """The angle in radians, as a number of mpmath. Raises NotEvaluated."""
    return recount.real(recount.value(expr))


def shifted(expr: Expr, half_turns: Fraction) -> Expr:
    """``arctan(2) + pi``."""
    if not half_turns:
        return expr
    turned = _multiple(abs(half_turns), HALF_TURN)
    return Add(expr, turned) if half_turns > 0 else Sub(expr, turned)


def in_a_turn(expr: Expr) -> Expr:
    """The same direction, from 0 up to a whole turn. Raises NotEvaluated."""
    turns = size(expr) / (2 * size(HALF_TURN))
    return shifted(expr, Fraction(-2 * whole_below(turns)))


def whole_below(value: Any) -> int:
    """The greatest whole number that is not greater, for a value that is known to 40 digits."""
    nearest = recount.nearest(value)
    if recount.agree(value, Fraction(nearest)):
        return nearest
    return nearest if nearest < value else nearest - 1


def family_of(value: Expr) -> Family | None:
    """``arcsin(0.3) + 2n*pi`` as its base and its step; None for another expression."""
    letters = variables(value)
    if not letters:
        return Family(value, Fraction(0))
    if len(letters) != 1 or letters[0] not in COUNTERS:
        return None
    (letter,) = letters
    at = [substitute(value, {letter: number(Fraction(k))}) for k in (0, 1)]
    try:
        ratio = (size(at[1]) - size(at[0])) / size(HALF_TURN)
    except recount.NotEvaluated:
        return None
    step = Fraction(str(ratio)).limit_denominator(_MAX_DENOMINATOR)
    claimed = Add(at[0], Mul(Mul(number(step), Symbol(letter)), HALF_TURN))
    if not step or identity(value, claimed).outcome is not Outcome.PROVED:
        return None
    return Family(at[0], step)


def in_degrees(value: Expr) -> Expr:
    """How many degrees an angle has, as an expression."""
    if isinstance(value, Degrees):
        return value.arg
    return Div(Mul(Number(Fraction(180)), value), HALF_TURN)
