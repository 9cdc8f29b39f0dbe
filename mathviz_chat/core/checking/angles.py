"""Lines of a trigonometric equation on an interval: ``sin 2x = 1/2``, ``2x = pi/6``, ``x = 75°``.

What a line allows is a list of angles, compared with the solutions within the interval. These are
counted in two ways, and the answer that names them is verified on its own: that is the ground of
what is proved here. An angle that is no solution is put into the equation, to refute it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Final

from mathviz_chat.core.checking.arc_lines import arcs_of
from mathviz_chat.core.checking.judgement import (
    CHECK_CANDIDATES,
    Judgement,
    clip,
    unchecked,
    witness_text,
)
from mathviz_chat.core.checking.terms import disjuncts, equation
from mathviz_chat.core.checking.values import judge_values
from mathviz_chat.core.kernel import Outcome, holds, identity, variables
from mathviz_chat.core.problems import Form, Kind, Problem
from mathviz_chat.core.problems.arc_angles import COUNTERS
from mathviz_chat.core.problems.judge import judge_answer
from mathviz_chat.core.problems.judging.trigonometric import radians, within
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.trigonometry import (
    angle,
    count_by_signs,
    solutions_in_a_turn,
)
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Chain,
    Degrees,
    Div,
    Expr,
    Mul,
    Neg,
    Number,
    Or,
    RelOp,
    Statement,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import has
from mathviz_chat.core.verdict import AnswerVerdict, Relation, Role, Verdict

_ARCS: Final = frozenset({"arcsin", "arccos", "arctan"})
_SHARP: Final = tuple(map(Fraction, range(-90, 181, 15)))
_METHOD: Final = "the solutions of a turn, counted in two ways"


@dataclass(frozen=True, slots=True)
class Interval:
    """A trigonometric equation with its interval, and the solutions within it, in degrees."""

    problem: Problem
    solutions: tuple[Fraction, ...]

    @property
    def name(self) -> str:
        return self.problem.unknowns[0]

    @property
    def in_degrees(self) -> bool:
        return has(self.problem.conditions[1], Degrees)

    def statement(self, angles: Iterable[Fraction]) -> Statement:
        """``x = pi/12 or x = 5pi/12``."""
        parts = tuple(equation(Symbol(self.name), self._shown(one)) for one in angles)
        return parts[0] if len(parts) == 1 else Or(parts)

    def judge(self, statement: Statement) -> Judgement | None:
        """The verdict on a line that allows certain angles; None where it is of another kind."""
        if self._has_turns(statement):
            arcs = arcs_of(self.problem)
            return None if arcs is None else arcs.judge(statement)
        return judge_angles(self, statement)

    def as_case(self, statement: Statement) -> Statement:
        """What a line says, as one of several cases."""
        if self._has_turns(statement):
            return statement
        return self.statement(angles_of(self, statement) or ())

    def is_complete(self, statement: Statement) -> bool:
        """The cases together name every solution, and nothing else."""
        if self._has_turns(statement):
            arcs = arcs_of(self.problem)
            return arcs is not None and arcs.is_complete(statement)
        angles = angles_of(self, statement)
        return angles is not None and set(angles) == set(self.solutions)

    def _has_turns(self, statement: Statement) -> bool:
        """``x = pi/6 + 2n*pi``: any whole number of turns."""
        return bool(set(COUNTERS) & set(variables(statement)) - {self.name})

    def _shown(self, degrees: Fraction) -> Expr:
        if self.in_degrees:
            return Degrees(number(degrees))
        return radians(degrees) if degrees else number(degrees)


@lru_cache(maxsize=4)
def interval_of(problem: Problem | None) -> Interval | None:
    """The solutions that the question asks for; None where they cannot be counted in two ways."""
    if problem is None or problem.kind is not Kind.TRIGONOMETRIC:
        return None
    if problem.form is not Form.SOLUTIONS or len(problem.conditions) != 2:
        return None
    turn = _of_turn(problem.conditions[0], problem.unknowns[0])
    found = None if turn is None else within(problem.conditions[1], turn)
    if not found:
        return None
    whole = Interval(problem, found)
    if judge_answer(problem, whole.statement(found)).verdict is not AnswerVerdict.VERIFIED:
        return None
    return whole


def _of_turn(statement: Statement, name: str) -> tuple[Fraction, ...] | None:
    """The solutions of an equation from 0° to 360°, counted in two ways."""
    if not isinstance(statement, Chain) or statement.ops != (RelOp.EQ,):
        return None
    turn = solutions_in_a_turn(statement, name)
    return turn if turn is not None and count_by_signs(statement, name) == len(turn) else None


def judge_angles(whole: Interval, statement: Statement) -> Judgement | None:
    """The verdict on a line that allows certain angles; None where it is of another kind."""
    parts = disjuncts(statement)
    wrong = next((one for one in map(_inconsistent, parts) if one is not None), None)
    if wrong is not None:
        return wrong
    angles = angles_of(whole, statement)
    if angles is None:
        return None
    equals, domain = whole.problem.conditions
    missing = [one for one in whole.solutions if one not in angles]
    extra = [one for one in angles if one not in whole.solutions]
    source = f"{clip(to_plain(equals))} for {clip(to_plain(domain))}"
    if not missing and not extra:
        return _proved(Relation.SAME_ROOTS, f"These are all solutions of {source}.")
    if not missing:
        strange = to_plain(whole.statement(extra[:1]))
        reason = f"All solutions of {source} are here, but also {strange}, which is none of them."
        return _proved(Relation.ROOTS_GAINED, reason, strange)
    false = _false(whole, extra)
    if false is not None:
        return false
    if extra:
        strange = to_plain(whole.statement(extra[:1]))
        return unchecked(f"{strange} is not within {to_plain(domain)}.", Role.CONDITION)
    lost = to_plain(whole.statement(missing[:1]))
    reason = f"A solution of {source} is lost: {lost}."
    return Judgement(
        Verdict.REFUTED, Relation.ROOTS_LOST, reason, lost, _METHOD, role=Role.CONDITION
    )


def _proved(relation: Relation, reason: str, witness: str | None = None) -> Judgement:
    conditions = (CHECK_CANDIDATES,) if relation is Relation.ROOTS_GAINED else ()
    return Judgement(
        Verdict.PROVED,
        relation,
        reason,
        witness,
        _METHOD,
        conditions,
        Role.CONDITION,
        AnswerVerdict.VERIFIED,
    )


def _false(whole: Interval, extra: list[Fraction]) -> Judgement | None:
    """An angle that the equation does not hold at."""
    equals = whole.problem.conditions[0]
    for one in extra:
        put_in = holds(equals, {whole.name: radians(one)})
        if put_in.outcome is Outcome.REFUTED:
            strange = to_plain(whole.statement([one]))
            reason = f"{strange} does not satisfy {clip(to_plain(equals))}."
            witness = witness_text(put_in.witness) or strange
            return Judgement(
                Verdict.REFUTED,
                Relation.DIFFERENT,
                reason,
                witness,
                _METHOD,
                role=Role.CONDITION,
            )
    return None


# ------------------------------------------------------------------ what a line allows


def angles_of(whole: Interval, statement: Statement) -> tuple[Fraction, ...] | None:
    """The angles that satisfy a line, as far as the interval goes; those named may lie outside."""
    found: list[Fraction] = []
    for part in disjuncts(statement):
        if variables(part) != (whole.name,) or not isinstance(part, Chain):
            return None
        named = _named(whole, part)
        turn = (named,) if named is not None else _of_line(whole, part)
        if turn is None:
            return None
        found += [one for one in turn if one not in found]
    return tuple(found)


def _of_line(whole: Interval, part: Chain) -> tuple[Fraction, ...] | None:
    turn = _of_turn(part, whole.name)
    return None if turn is None else within(whole.problem.conditions[1], turn)


def _named(whole: Interval, part: Chain) -> Fraction | None:
    """``2x - 30° = 90°`` as the angle x, 60."""
    if set(part.ops) != {RelOp.EQ}:
        return None
    left = _linear(part.items[0], whole)
    right = _linear(part.items[-1], whole)
    if left is None or right is None or left[0] == 0 or right[0] != 0:
        return None
    return (right[1] - left[1]) / left[0]


def _linear(expr: Expr, whole: Interval) -> tuple[Fraction, Fraction] | None:
    """``2x + 30°`` as 2 and 30."""
    match expr:
        case Symbol(name) if name == whole.name:
            return Fraction(1), Fraction(0)
        case Neg(inner):
            found = _linear(inner, whole)
            return None if found is None else (-found[0], -found[1])
        case _ if whole.name not in variables(expr):
            size = expr.value if isinstance(expr, Number) and whole.in_degrees else None
            size = angle(expr) if size is None else size
            size = _principal(expr) if size is None else size
            return None if size is None else (Fraction(0), size)
        case Add(one, two) | Sub(one, two):
            pair = _linear(one, whole), _linear(two, whole)
            if pair[0] is None or pair[1] is None:
                return None
            sign = 1 if isinstance(expr, Add) else -1
            return pair[0][0] + sign * pair[1][0], pair[0][1] + sign * pair[1][1]
        case Mul(Number(factor), inner):
            found = _linear(inner, whole)
            return None if found is None else (factor * found[0], factor * found[1])
        case Div(inner, Number(divisor)) if divisor:
            found = _linear(inner, whole)
            return None if found is None else (found[0] / divisor, found[1] / divisor)
    return None


@lru_cache(maxsize=64)
def _principal(expr: Expr) -> Fraction | None:
    """``sin^-1(1/2)``, an angle of whole multiples of 15 degrees, in degrees."""
    if not isinstance(expr, Call) or expr.function not in _ARCS:
        return None
    return next((one for one in _SHARP if _is_angle(expr, one)), None)


def _is_angle(expr: Expr, degrees: Fraction) -> bool:
    return identity(expr, Degrees(number(degrees))).outcome is Outcome.PROVED


def _inconsistent(part: Statement) -> Judgement | None:
    """``2x = pi - pi/6 = 4pi/6``: what stands after the first sign is worked out wrongly."""
    if not isinstance(part, Chain) or len(part.items) < 3 or set(part.ops) != {RelOp.EQ}:
        return None
    if any(variables(item) for item in part.items[1:]):
        return None
    judged = (judge_values(one, RelOp.EQ, two) for one, two in pairwise(part.items[1:]))
    return next((one for one in judged if one.verdict is Verdict.REFUTED), None)
