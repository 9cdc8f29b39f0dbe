"""A particular solution of ``a*y'' + b*y' + c*y = g(x)`` by undetermined coefficients.

What may stand on the right side, and what is tried, is a sum of terms ``x^m * e^(kx)``, each alone
or times a cosine or a sine of ``wx``. Their derivatives are of the same form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import Final, TypeAlias

from mathviz_chat.core.kernel import Outcome, identity, variables
from mathviz_chat.core.problems import linear_system, polynomial
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Const,
    Constant,
    Derivative,
    Div,
    Expr,
    Mul,
    Neg,
    Pow,
    Sub,
    Symbol,
)
from mathviz_chat.core.solving import build, values
from mathviz_chat.core.solving.lines import BRIEF, NORMAL, Lines

LETTERS: Final = ("A", "B", "D", "F", "G", "H")
OF_TIME: Final = ("P", "Q", "R", "S", "U", "V")
"""C is left for the free constants, E may be read as e, and ``At`` is a word."""
MAX_POWER: Final = 6


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """``x^power * e^(rate*x)``, times ``cos(turn*x)`` or ``sin(turn*x)`` where there is a turn."""

    rate: Fraction = Fraction(0)
    turn: Fraction = Fraction(0)
    is_sine: bool = False
    power: int = 0

    def factors(self, x: Symbol) -> list[Expr]:
        """The factors as they are written; none for 1."""
        found: list[Expr] = [build.power(x, self.power)] if self.power else []
        if self.rate:
            grown = values.multiple(build.rational(self.rate), x)
            found.append(Pow(Constant(Const.E), grown))
        if self.turn:
            name = "sin" if self.is_sine else "cos"
            found.append(Call(name, (values.multiple(build.rational(self.turn), x),)))
        return found


Sum: TypeAlias = Mapping[Term, Fraction]
Numbers: TypeAlias = tuple[Fraction, Fraction, Fraction]
"""a, b and c of ``a*y'' + b*y' + c*y``."""


def _product(size: Fraction, factors: list[Expr]) -> tuple[Fraction, Expr | None]:
    """A sign, or a fraction, and the product behind it: ``3*A*x`` without brackets."""
    whole_number = size.denominator == 1 and abs(size) != 1 and factors
    parts = [build.integer(abs(size)), *factors] if whole_number else factors
    product: Expr | None = None
    for part in parts:
        product = part if product is None else Mul(product, part)
    return (Fraction(1 if size > 0 else -1) if whole_number else size), product


# ------------------------------------------------------------------ reading a right side


def terms_of(expr: Expr, name: str) -> Sum | None:
    """The right side as such a sum; None where it is none."""
    if isinstance(expr, Add | Sub):
        left, right = terms_of(expr.left, name), terms_of(expr.right, name)
        sign = Fraction(1 if isinstance(expr, Add) else -1)
        return None if left is None or right is None else _added(left, _scaled(right, sign))
    if isinstance(expr, Neg):
        inner = terms_of(expr.arg, name)
        return None if inner is None else _scaled(inner, Fraction(-1))
    if isinstance(expr, Mul):
        left, right = terms_of(expr.left, name), terms_of(expr.right, name)
        return None if left is None or right is None else _multiplied(left, right)
    if isinstance(expr, Div):
        above, below = terms_of(expr.left, name), _number(expr.right)
        return None if above is None or not below else _scaled(above, 1 / below)
    return _single(expr, name)


def _single(expr: Expr, name: str) -> Sum | None:
    """A polynomial, ``e^(kx)``, ``cos(wx)``, ``sin(wx)``."""
    if isinstance(expr, Pow) and expr.base == Constant(Const.E):
        rate = _factor(expr.exponent, name)
        return None if rate is None else {Term(rate=rate): Fraction(1)}
    if isinstance(expr, Call) and expr.function in ("sin", "cos") and len(expr.args) == 1:
        turn = _factor(expr.args[0], name)
        if not turn or expr.primes:
            return None
        sine = expr.function == "sin"
        sign = Fraction(-1 if sine and turn < 0 else 1)
        return {Term(turn=abs(turn), is_sine=sine): sign}
    found = polynomial.of_expression(expr, name)
    if found is None or len(found) > MAX_POWER + 1:
        return None
    return {Term(power=k): Fraction(one) for k, one in enumerate(found) if one}


def _number(expr: Expr) -> Fraction | None:
    found = polynomial.of_expression(expr, "x")
    return Fraction(found[0]) if found is not None and len(found) == 1 else None


def _factor(expr: Expr, name: str) -> Fraction | None:
    """k of ``k*x``."""
    found = polynomial.of_expression(expr, name)
    return Fraction(found[1]) if found is not None and len(found) == 2 and not found[0] else None


def _added(left: Sum, right: Sum) -> Sum:
    whole = {
        term: left.get(term, Fraction(0)) + right.get(term, Fraction(0))
        for term in dict.fromkeys([*left, *right])
    }
    return {term: size for term, size in whole.items() if size}


def _scaled(terms: Sum, factor: Fraction) -> Sum:
    return {term: size * factor for term, size in terms.items()}


def _multiplied(left: Sum, right: Sum) -> Sum | None:
    """The product; None where two waves are multiplied."""
    whole: Sum = {}
    for one, size in left.items():
        for other, scale in right.items():
            if one.turn and other.turn:
                return None
            wave = one if one.turn else other
            power = one.power + other.power
            if power > MAX_POWER:
                return None
            term = replace(wave, rate=one.rate + other.rate, power=power)
            whole = _added(whole, {term: size * scale})
    return whole


# ------------------------------------------------------------------ what is tried


def _derivative(term: Term) -> Sum:
    """By the product rule."""
    found: Sum = {}
    if term.power:
        found = _added(found, {replace(term, power=term.power - 1): Fraction(term.power)})
    if term.rate:
        found = _added(found, {term: term.rate})
    if term.turn:
        sign = term.turn if term.is_sine else -term.turn
        found = _added(found, {replace(term, is_sine=not term.is_sine): sign})
    return found


def _of_sum(terms: Sum) -> Sum:
    whole: Sum = {}
    for term, size in terms.items():
        whole = _added(whole, _scaled(_derivative(term), size))
    return whole


def _applied(terms: Sum, numbers: Numbers) -> Sum:
    """``a*y'' + b*y' + c*y`` of a sum."""
    a, b, c = numbers
    once = _of_sum(terms)
    whole: Sum = {}
    for size, part in ((a, _of_sum(once)), (b, once), (c, terms)):
        whole = _added(whole, _scaled(part, size))
    return whole


def _tried(right: Sum, numbers: Numbers) -> tuple[list[Term], int]:
    """The terms of the trial, highest powers first, and by how much a power was raised at most."""
    highest: dict[tuple[Fraction, Fraction], int] = {}
    for term in right:
        group = (term.rate, term.turn)
        highest[group] = max(highest.get(group, 0), term.power)
    found: list[Term] = []
    most = 0
    for (rate, turn), power in highest.items():
        raised = 0
        while not _applied({Term(rate, turn, power=raised): Fraction(1)}, numbers):
            raised += 1
        most = max(most, raised)
        for k in range(power, -1, -1):
            term = Term(rate, turn, power=k + raised)
            found += [term, replace(term, is_sine=True)] if turn else [term]
    return found, most


Trial: TypeAlias = Sequence[tuple[str, Sum]]
"""For each letter what it is multiplied by."""


def _written(trial: Trial, x: Symbol) -> Expr:
    """``A*x*cos(x) - B*sin(x)``."""
    return build.total(
        [
            _product(size, [Symbol(letter), *term.factors(x)])
            for letter, parts in trial
            for term, size in parts.items()
        ]
    )


def _whole(terms: Sum, x: Symbol) -> Expr:
    return build.total([_product(size, term.factors(x)) for term, size in terms.items()])


def particular(
    lines: Lines, numbers: Numbers, right: Expr, variable: str, dependent: str
) -> Expr | None:
    """A solution of ``a*y'' + b*y' + c*y = right`` with its lines; None where none is found.

    numbers: a, b and c.
    """
    terms, x = terms_of(right, variable), Symbol(variable)
    letters = [one for one in (OF_TIME if variable == "t" else LETTERS) if one != dependent]
    if not terms:
        return None
    tried, raised = _tried(terms, numbers)
    if len(tried) > len(letters):
        return None
    trial: Trial = [
        (letter, {term: Fraction(1)}) for letter, term in zip(letters, tried, strict=False)
    ]
    _tell(lines, f"{dependent}_p = {to_plain(_written(trial, x))}", variable, raised)
    applied = _put_in(lines, trial, numbers, x)
    found = _compared(lines, applied, terms, x)
    if found is None:
        return None
    whole: Sum = {}
    for (_, parts), size in zip(trial, found, strict=True):
        whole = _added(whole, _scaled(parts, size))
    once = _of_sum(whole)
    trees = [_whole(one, x) for one in (whole, once, _of_sum(once))]
    claim = build.equals(_side(numbers, trees), right)
    if identity(*claim.items).outcome is not Outcome.PROVED:
        return None
    told = f"{dependent}_p = {to_plain(trees[0])}"
    lines.step(f"So {told}: check it in the left side", claim, level=BRIEF)
    return trees[0]


def _tell(lines: Lines, claim: str, variable: str, raised: int) -> None:
    """What is tried, and why."""
    why = "Its terms are those of the right side and of its derivatives."
    if raised:
        times = variable if raised == 1 else f"{variable}^{raised}"
        why += f" Those that solve the homogeneous equation are multiplied by {times}."
    lines.setup("Try a solution of the form of the right side", claim, why=why)


def _put_in(lines: Lines, trial: Trial, numbers: Numbers, x: Symbol) -> Trial:
    """The derivatives of the trial, and the left side with them, collected by its terms."""
    once: Trial = [(letter, _of_sum(parts)) for letter, parts in trial]
    twice: Trial = [(letter, _of_sum(parts)) for letter, parts in once]
    trees = [_written(one, x) for one in (trial, once, twice)]
    for rule, (before, after) in zip(
        ("Differentiate it", "Differentiate it again"), pairwise(trees), strict=True
    ):
        if x.name in variables(before):
            claim = build.equals(Derivative(before, x.name, partial=True), after)
            lines.step(rule, claim, level=NORMAL)
    applied: Trial = [(letter, _applied(parts, numbers)) for letter, parts in trial]
    claim = build.equals(_side(numbers, trees), _written(applied, x))
    lines.step("Put them in the left side", claim, level=NORMAL)
    return applied


def _side(numbers: Numbers, parts: list[Expr]) -> Expr:
    """``a*y'' + b*y' + c*y`` with the values put in."""
    a, b, c = numbers
    return build.total(
        [(size, part) for size, part in ((a, parts[2]), (b, parts[1]), (c, parts[0])) if size]
    )


def _compared(lines: Lines, applied: Trial, right: Sum, x: Symbol) -> list[Fraction] | None:
    """The letters, from the coefficients of each term on both sides."""
    terms = dict.fromkeys([*right, *(term for _, parts in applied for term in parts)])
    names = tuple(letter for letter, _ in applied)
    equations = []
    for term in terms:
        own = [(parts.get(term, Fraction(0)), Symbol(letter)) for letter, parts in applied]
        left = build.total([pair for pair in own if pair[0]])
        equations.append(build.equals(left, build.rational(right.get(term, Fraction(0)))))
    found = linear_system.solve(tuple(equations), names)
    if found is None:
        return None
    lines.setup("Compare the coefficients", ", ".join(map(to_plain, equations)))
    told = ", ".join(f"{name} = {to_plain(build.rational(found[name]))}" for name in names)
    lines.setup("Solve for them", told)
    return [found[name] for name in names]
