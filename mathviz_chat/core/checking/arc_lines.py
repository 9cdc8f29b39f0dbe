"""Lines of a trigonometric equation whose solutions are any angles: ``2x = arccos(1/3) + 2n*pi``.

What a line allows is compared with the solutions of a turn, or of the interval. Their number is
certain, and each angle of the line is proved to satisfy the equation or to fail it.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

from mathviz_chat.core.checking.judgement import CHECK_CANDIDATES, Judgement, clip
from mathviz_chat.core.checking.terms import disjuncts
from mathviz_chat.core.checking.values import judge_values
from mathviz_chat.core.kernel import Outcome, differentiate, holds, substitute, variables
from mathviz_chat.core.problems import Form, Kind, Problem, arc_turns, recount, trigonometry
from mathviz_chat.core.problems.arc_angles import COUNTERS, Family, family_of, size
from mathviz_chat.core.problems.judging.arcs import may_be_rounded
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Div, Expr, RelOp, Statement, Sub
from mathviz_chat.core.verdict import AnswerVerdict, Relation, Role, Verdict

_METHOD: Final = "the solutions of a turn, counted in two ways"
_ZERO: Final = number(Fraction(0))


@dataclass(frozen=True, slots=True)
class Arcs:
    """A trigonometric equation, where its solutions lie in a turn, and those that are asked for."""

    equation: Chain
    name: str
    domain: Chain | None
    places: tuple[Any, ...]
    expected: tuple[Expr, ...]

    def judge(self, statement: Statement) -> Judgement | None:
        """The verdict on a line that allows certain angles; None where it is of another kind."""
        allowed = self._allowed(statement)
        if allowed is None:
            return None
        wrong = next((one for one in map(_inconsistent, disjuncts(statement)) if one), None)
        if wrong is not None:
            return wrong
        if allowed.false is not None:
            return self._refuted(allowed.false)
        missing = [one for one in self.expected if not allowed.has(one)]
        if missing:
            return self._lost(missing[0])
        return self._proved(allowed)

    def as_case(self, statement: Statement) -> Statement:
        """What a line says, as one of several cases."""
        return statement

    def is_complete(self, statement: Statement) -> bool:
        """The cases together name every solution, and nothing else."""
        allowed = self._allowed(statement)
        if allowed is None or allowed.false is not None or allowed.outside is not None:
            return False
        return all(map(allowed.has, self.expected))

    # -------------------------------------------------------------- what a line allows

    def _allowed(self, statement: Statement) -> _Allowed | None:
        found: list[Expr] = []
        false = outside = None
        doubtful = False  # an angle may be a rounded one
        for part in disjuncts(statement):
            family = self._family(part)
            values = self._values_of(part) if family is None else self._members(family)
            if values is None:
                return None
            for value in values:
                if self.domain is not None and self._is_outside(value):
                    outside = value
                    continue
                holds_there = arc_turns.proved(self.equation, self.name, value)
                if holds_there is None:
                    return None
                if not holds_there and may_be_rounded(value, self._near):
                    doubtful = True
                    continue
                false = value if not holds_there and false is None else false
                found.append(value)
        if doubtful and false is None:
            return None
        return _Allowed(self, tuple(found), false, outside)

    @property
    def _near(self) -> tuple[Any, ...]:
        """Where the solutions lie, in radians."""
        return self.places if self.domain is None else tuple(map(size, self.expected))

    def _family(self, part: Statement) -> Family | None:
        """``2x - 30° = 90° + n*360°`` as the angles x."""
        if not isinstance(part, Chain) or not set(part.ops) <= {RelOp.EQ, RelOp.APPROX}:
            return None
        head, value = part.items[0], part.items[1]
        if part.ops[0] is not RelOp.EQ or self.name not in variables(head):
            return None
        if not set(variables(value)) <= set(COUNTERS) - {self.name}:
            return None
        try:
            slope = recount.value(differentiate(head, self.name))
        except (ValueError, recount.NotEvaluated):
            return None
        if not isinstance(slope, Fraction) or not slope:
            return None
        rest = substitute(head, {self.name: _ZERO})
        moved = value if rest == _ZERO else Sub(value, rest)
        return family_of(moved if slope == 1 else Div(moved, number(slope)))

    def _members(self, family: Family) -> tuple[Expr, ...] | None:
        """The angles of a turn, or those that the interval may hold."""
        if not family.step:
            return None if self.domain is None else (family.base,)
        turn = family.within_a_turn()
        return turn if self.domain is None else arc_turns.within(self.domain, self.name, turn)

    def _values_of(self, part: Statement) -> tuple[Expr, ...] | None:
        """The angles at which another equation holds."""
        if not isinstance(part, Chain) or part.ops != (RelOp.EQ,):
            return None
        if variables(part) != (self.name,) or not trigonometry.calls_of(part):
            return None
        turn = arc_turns.exact(part, self.name)
        if turn is None or self.domain is None:
            return turn
        return arc_turns.within(self.domain, self.name, turn)

    def _is_outside(self, value: Expr) -> bool:
        assert self.domain is not None
        return holds(self.domain, {self.name: value}).outcome is Outcome.REFUTED

    # -------------------------------------------------------------- what is said of it

    @property
    def _source(self) -> str:
        told = clip(to_plain(self.equation))
        return told if self.domain is None else f"{told} for {clip(to_plain(self.domain))}"

    def _proved(self, allowed: _Allowed) -> Judgement:
        gained = allowed.outside
        relation = Relation.SAME_ROOTS if gained is None else Relation.ROOTS_GAINED
        reason = f"These are all solutions of {self._source}."
        strange = None if gained is None else f"{self.name} = {to_plain(gained)}"
        if strange is not None:
            reason = f"All solutions of {self._source} are here, but also {strange}."
        return Judgement(
            Verdict.PROVED,
            relation,
            reason,
            strange,
            _METHOD,
            () if gained is None else (CHECK_CANDIDATES,),
            Role.CONDITION,
            AnswerVerdict.VERIFIED,
        )

    def _lost(self, value: Expr) -> Judgement:
        lost = f"{self.name} = {to_plain(value)}"
        reason = f"A solution of {self._source} is lost: {lost}."
        return Judgement(
            Verdict.REFUTED, Relation.ROOTS_LOST, reason, lost, _METHOD, role=Role.CONDITION
        )

    def _refuted(self, value: Expr) -> Judgement:
        strange = f"{self.name} = {to_plain(value)}"
        reason = f"{strange} does not satisfy {clip(to_plain(self.equation))}."
        return Judgement(
            Verdict.REFUTED, Relation.DIFFERENT, reason, strange, _METHOD, role=Role.CONDITION
        )


@dataclass(frozen=True, slots=True)
class _Allowed:
    """The angles of a line within the interval, one that is false, and one that lies outside."""

    whole: Arcs
    values: tuple[Expr, ...]
    false: Expr | None
    outside: Expr | None

    def has(self, expected: Expr) -> bool:
        """Whether a solution is among them."""
        if self.whole.domain is not None:
            return any(arc_turns.is_at(expected, value) for value in self.values)
        place = arc_turns.place_of(self.whole.places, expected)
        return any(arc_turns.place_of(self.whole.places, one) == place for one in self.values)


@lru_cache(maxsize=4)
def arcs_of(problem: Problem | None) -> Arcs | None:
    """The solutions that the question asks for; None where they are not certain."""
    if problem is None or problem.kind is not Kind.TRIGONOMETRIC:
        return None
    equation, name = problem.conditions[0], problem.unknowns[0]
    if not isinstance(equation, Chain):
        return None
    turn, places = arc_turns.exact(equation, name), arc_turns.places(equation, name)
    if turn is None or places is None:
        return None
    if problem.form is Form.GENERAL:
        return Arcs(equation, name, None, places, turn)
    domain = problem.conditions[1]
    expected = arc_turns.within(domain, name, turn)
    if expected is None or not isinstance(domain, Chain):
        return None
    return Arcs(equation, name, domain, places, expected)


def _inconsistent(part: Statement) -> Judgement | None:
    """``x = pi - pi/6 = 4pi/6``: what stands after the first sign is worked out wrongly."""
    if not isinstance(part, Chain) or len(part.items) < 3 or any(map(variables, part.items[1:])):
        return None
    judged = (
        judge_values(one, op, two)
        for (one, two), op in zip(pairwise(part.items[1:]), part.ops[1:], strict=True)
    )
    return next((one for one in judged if one.verdict is not Verdict.PROVED), None)
