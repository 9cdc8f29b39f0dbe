"""Trigonometric equations whose solutions are no known angles: ``x = arcsin(0.3) + 2n*pi``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import arc_turns, one_function, recount, slots, trigonometry
from mathviz_chat.core.problems.arc_angles import HALF_TURN, Angle, in_degrees, size
from mathviz_chat.core.problems.judging.selection import rounded_to
from mathviz_chat.core.problems.one_function import OneFunction, Solved
from mathviz_chat.core.problems.problem import Form, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Call,
    Chain,
    Degrees,
    Expr,
    Mul,
    Neg,
    Number,
    RelOp,
    Statement,
    Symbol,
)
from mathviz_chat.core.reading.walking import transform, walk
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.linear import NEVER
from mathviz_chat.core.solving.lines import BRIEF, NORMAL, Lines
from mathviz_chat.core.solving.substituted import letter_beside, solve_for

DOUBLED = {
    "sin": "The sine of a double angle is sin(2x) = 2sin(x)cos(x).",
    "cos": "The cosine of a double angle is cos(2x) = 2cos(x)^2 - 1 = 1 - 2sin(x)^2.",
}
PLACES = 1
"""Decimals of degrees that are written where the question asks for none."""
NAMES = {"sin": "sine", "cos": "cosine", "tan": "tangent"}
_WHERE = {(0, 1): "first", (1, -1): "second", (1, 1): "third", (0, -1): "fourth"}
"""The quadrant of the angle m*pi + s*r, r the acute one."""
_ORDINALS = ("first", "second", "third", "next")
_SAME = {"sin": "the supplement", "cos": "the opposite angle"}


@dataclass(slots=True)
class _Writer:
    """The lines of one equation, and the solutions as they are found."""

    lines: Lines
    name: str
    in_degrees: bool
    general: bool
    found: list[Solved] = field(default_factory=list)

    # ---------------------------------------------------------- to the values of one function

    def equation(self, equation: Chain) -> bool:
        """Whether the equation could be solved for the values of one function."""
        reduced = one_function.one_function(equation, self.name)
        return self._factored(equation) if reduced is None else self._reduced(reduced)

    def _factored(self, equation: Chain) -> bool:
        parts = one_function.factors(equation, self.name)
        if parts is None:
            return False
        product: Expr = parts[0]
        for part in parts[1:]:
            product = Mul(product, part)
        line = build.equals(product, build.ZERO)
        if line != equation:
            doubled = {
                call.function
                for call in trigonometry.calls_of(equation)
                if isinstance(call.args[0], Mul)
            }
            why = " ".join(told for name, told in DOUBLED.items() if name in doubled) or None
            rule = "Bring everything to one side and factor"
            self.lines.step(rule, line, before=equation, why=why)
        each: tuple[Chain, ...] = tuple(build.equals(part, build.ZERO) for part in parts)
        self.lines.step("A product is 0 when a factor is 0", build.any_of(each), before=line)
        for place, zero in enumerate(each):
            self.lines.step(f"Take the {_ORDINALS[min(place, 3)]} factor", zero, level=BRIEF)
            if not self.equation(zero):
                return False
        return True

    def _reduced(self, reduced: OneFunction) -> bool:
        for rule, claim, why in reduced.steps:
            self.lines.step(rule, claim, why=why)
        letter = letter_beside(self.name)
        plain = transform(
            reduced.equation, lambda node: Symbol(letter) if node == reduced.call else None
        )
        values: tuple[Expr, ...] = (plain.items[1],)
        if plain.items[0] != Symbol(letter) or letter in variables(plain.items[1]):
            values = solve_for(self.lines, plain, letter, reduced.call)
        for value in values:
            self._value(reduced.call, value)
        return bool(values)

    # ---------------------------------------------------------- from a value to the angles

    def _value(self, call: Call, value: Expr) -> None:
        """The angles at which a function has one of its values."""
        plain, size_of = one_function.inverted(call, value)
        if plain != call:
            claim = build.equals(plain, size_of)
            self.lines.step("Take the reciprocal of both sides", claim)
        solved = one_function.solved(plain, size_of, self.name)
        if solved is None:
            self._out_of_range(plain, size_of)
            return
        self._acute(solved)
        self._quadrants(solved)
        self.found.append(solved)

    def _out_of_range(self, call: Call, value: Expr) -> None:
        why = f"A {NAMES.get(call.function, call.function)} lies between -1 and 1."
        claim = beyond_one(value)
        self.lines.step("Look at the size of the value", claim, level=BRIEF, why=why)

    def _acute(self, solved: Solved) -> None:
        """The acute angle, by its known value or by the inverse function."""
        call = solved.call
        angle = solved.acute.tree(in_degrees=self.in_degrees)
        bare = solved.value.arg if isinstance(solved.value, Neg) else solved.value
        known = not solved.acute.arcs
        rule = "Take the acute angle with a known value" if known else "Take the acute angle"
        if known and solved.acute.half_turns in (0, Fraction(1, 2)):
            rule = "Take the angle with a known value"
        if _is_below_zero(bare):
            rule = f"Take the inverse {NAMES[call.function]}"
        claim = build.equals(Call(call.function, (angle,)), bare)
        inside = call.args[0]
        why = None if isinstance(inside, Symbol) else f"The angle is {slots.spelled(inside)}."
        if not known:
            told = f"The inverse {NAMES[call.function]} gives it."
            inverse = {arc.function for _, arc in solved.acute.arcs if isinstance(arc, Call)}
            if inverse != {one_function.INVERSES[call.function]}:
                told = "It is the auxiliary angle."
            why = told if why is None else f"{why} {told}"
        if slots.spelled(claim) not in {line.claim for line in self.lines.lines}:
            self.lines.step(rule, claim, why=why)

    def _quadrants(self, solved: Solved) -> None:
        """The other angles of a turn with that value."""
        call, name = solved.call, NAMES[solved.call.function]
        if len(solved.places) == 1 and not solved.negative:
            return
        sign = "negative" if solved.negative else "positive"
        for (base, turned), angle in zip(solved.places, solved.arguments(), strict=True):
            if (base, turned) == (0, 1):
                continue
            back = turned < 0 and base == 0 and not self.general
            whole = angle.plus(Angle(Fraction(solved.period))) if back else angle
            at = whole.tree(in_degrees=self.in_degrees)
            claim = build.equals(Call(call.function, (at,)), solved.value)
            too = "" if solved.negative else " too"
            place = (solved.period % 2, turned) if back else (base, turned)
            rule = f"The {name} is {sign} in the {_WHERE[place]} quadrant{too}"
            if _is_below_zero(solved.value) and not solved.negative:
                rule = f"The {name} is the same for {_SAME[call.function]}"
            self.lines.step(rule, claim)

    # ---------------------------------------------------------- all angles

    def whole_turns(self, domain: Statement | None) -> None:
        """The angles of the argument with whole turns added, then the unknown alone."""
        for solved in self.found:
            argument = solved.call.args[0]
            plain = argument == Symbol(self.name)
            if plain and (self.general or _is_within_a_turn(domain)):
                continue
            rule = "Add whole turns" if solved.period == 2 else "Add half turns"
            above = Fraction(solved.period)
            self._listed(rule, argument, solved.arguments(), above)
            if not plain and not (self.general and len(self.found) == 1):
                self._listed(f"Solve for {self.name}", None, solved.unknowns(), solved.step)

    def _listed(
        self, rule: str, head: Expr | None, angles: Iterable[Angle], step: Fraction
    ) -> None:
        left = slots.spelled(head or Symbol(self.name))
        values = (self.with_turns(angle, step) for angle in angles)
        self.lines.step(rule, " or ".join(f"{left} = {value}" for value in values))

    def with_turns(self, angle: Angle, step: Fraction) -> str:
        """``pi/6 + 2n*pi``."""
        above = f"n*{step * 180}°" if self.in_degrees else _period(step)
        if angle == Angle():
            return above
        return f"{slots.spelled(angle.tree(in_degrees=self.in_degrees))} + {above}"

    def families(self) -> list[str]:
        """The general solution, each family once."""
        each = (
            self.with_turns(angle, solved.step)
            for solved in self.found
            for angle in solved.unknowns()
        )
        return list(dict.fromkeys(each))


def beyond_one(value: Expr) -> Chain:
    """``2 > 1``, ``-3/2 < -1``: no sine and no cosine has the value."""
    if _is_below_zero(value):
        return Chain((value, Neg(build.ONE)), (RelOp.LT,))
    return Chain((value, build.ONE), (RelOp.GT,))


def _is_below_zero(value: Expr) -> bool:
    """``(1 - sqrt(6))/5``, a negative value without a sign in front."""
    return recount.less(recount.value(value), Fraction(0))


def _period(step: Fraction) -> str:
    above = "n*pi" if step.numerator == 1 else f"{step.numerator}n*pi"
    return above if step.denominator == 1 else f"{above}/{step.denominator}"


def _is_within_a_turn(domain: Statement | None) -> bool:
    """``0 <= x <= pi``: no turn need be added."""
    if not isinstance(domain, Chain):
        return False
    low, high = (size(domain.items[k]) for k in (0, 2))
    whole = recount.real(recount.value(Degrees(build.rational(Fraction(360)))))
    return bool(low >= 0 and high <= whole)


def solve(problem: Problem, *, exact: bool = False) -> Lines | None:
    """Lines for an equation whose solutions are angles of any size; None where they are not found.

    exact: the answer is not to be rounded, whether it is in degrees or not.
    """
    equation, name = problem.conditions[0], problem.unknowns[0]
    assert isinstance(equation, Chain)
    unit = any(isinstance(n, Degrees) for c in problem.conditions for n in walk(c))
    general = problem.form is Form.GENERAL
    writer = _Writer(Lines(), name, unit, general)
    if arc_turns.exact(equation, name) is None or not writer.equation(equation):
        return None
    domain = None if general else problem.conditions[1]
    writer.whole_turns(domain)
    lines = writer.lines
    if general:
        families = writer.families()
        lines.finish(" or ".join(f"{name} = {one}" for one in families) if families else NEVER)
        return lines
    assert domain is not None
    values = _inside(writer, domain)
    if values is None:
        return None
    if not values:
        lines.finish(NEVER)
        return lines
    listed = build.values_of(name, values)
    if unit and not exact and any(not isinstance(value, Degrees) for value in values):
        lines.step("Choose the angles within the interval", listed)
        values = tuple(rounded(lines, value, PLACES) for value in values)
    elif len(values) > 1 or exact:
        lines.step("Choose the angles within the interval", listed)
    lines.finish(" or ".join(f"{name} = {to_plain(value)}" for value in values))
    return lines


def rounded(lines: Lines, value: Expr, places: int) -> Expr:
    """An angle in degrees, rounded; a line says so where it is no known one."""
    if isinstance(value, Degrees):
        return value
    near = rounded_to(in_degrees(value), places)
    shown = Number(abs(near), places or None)
    result: Expr = Degrees(shown) if near >= 0 else Neg(Degrees(shown))
    plural = "s" * (places != 1)
    rule = f"Round to {places} decimal place{plural}" if places else "Round to a whole number"
    lines.step(rule, Chain((value, result), (RelOp.APPROX,)), level=NORMAL)
    return result


def _inside(writer: _Writer, domain: Statement) -> tuple[Expr, ...] | None:
    """The angles within the domain, ascending, each as a teacher would write it."""
    assert isinstance(domain, Chain)
    low, high = (size(domain.items[k]) for k in (0, 2))
    turn = size(HALF_TURN)
    kept: dict[Angle, Expr] = {}
    for solved in writer.found:
        for angle in solved.unknowns():
            start = size(angle.tree(in_degrees=False))
            first = recount.nearest((low - start) / turn / recount.real(solved.step)) - 1
            last = recount.nearest((high - start) / turn / recount.real(solved.step)) + 1
            for k in range(first, last + 1):
                moved = angle.plus(Angle(k * solved.step))
                kept[moved] = moved.tree(in_degrees=writer.in_degrees)
    return arc_turns.inside(domain, writer.name, kept.values())
