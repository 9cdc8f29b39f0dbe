"""The lines of a text that have the unknown alone, and which of them are its answer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from mathviz_chat.core.checking.cases import cases_are_complete
from mathviz_chat.core.checking.conditions import as_condition, assignment, compare, is_solved
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.last_values import (
    is_rounded,
    is_rounding,
    together,
    with_last_values,
)
from mathviz_chat.core.checking.lines import ReadLine
from mathviz_chat.core.checking.set_aside import LeftOut
from mathviz_chat.core.checking.terms import disjuncts, has
from mathviz_chat.core.kernel import Outcome, identity, variables
from mathviz_chat.core.problems import Form, Kind, Problem
from mathviz_chat.core.reading.tree import (
    And,
    Chain,
    Const,
    Constant,
    Node,
    Or,
    PlusMinus,
    RelOp,
    Statement,
    Symbol,
    Truth,
)
from mathviz_chat.core.reading.walking import transform

_I: Final = Constant(Const.I)
_JOINS: Final = re.compile(
    r"\W*(?:(?:so|then|gives|and|we\s+get|it\s+follows\s+that)\W*)?", re.IGNORECASE
)


class SolvedLines:
    """The statements that name a solution, what is said last at the end.

    asks_rounded: the question wants decimals, so that ``x ≈ 26.67`` counts beside ``x = 80/3``.
    """

    def __init__(self, problem: Problem | None) -> None:
        self._problem = problem
        self.asks_rounded = problem is not None and (problem.places or problem.figures) is not None
        self.statements: list[Statement] = []
        self._said: Counter[Statement] = Counter()  # how often each of them stands in the text
        self._said_in: dict[Statement, int] = {}  # the last line that says each
        self._rejected: set[Node] = set()
        self.line = 0  # of the last of them
        self._concludes = False  # it begins with "so"

    def with_unit(self, statement: Statement) -> Statement:
        """``x = i``, where complex solutions are asked for: i is not a letter there."""
        if self._problem is None or self._problem.form is not Form.COMPLEX:
            return statement
        return transform(statement, lambda node: _I if node == Symbol("i") else None)

    def names_it(self, statement: Statement) -> bool:
        """``x = 3``; ``v = f u/(u - f)`` too, where a formula is to be solved for v."""
        return is_solved(statement) or self._gives_the_letter(statement)

    def _gives_the_letter(self, statement: Statement) -> bool:
        problem = self._problem
        if problem is None or problem.kind is not Kind.LITERAL or not isinstance(statement, Chain):
            return False
        (name,) = problem.unknowns
        named = statement.items[0] == Symbol(name) and set(statement.ops) == {RelOp.EQ}
        return named and name not in variables(statement.items[-1])

    def note(self, statement: Statement, line: int, *, concludes: bool = False) -> None:
        """A line names this solution; concludes: it says so, hence, only."""
        self.line, self._concludes = line, concludes
        statement = with_last_values(statement, rounded=self.asks_rounded)
        self._said[statement] += 1
        self._said_in[statement] = line
        if self.statements and not self.asks_rounded and is_rounded(statement):
            return  # x = 80/3, then x ≈ 26.67
        if statement in self.statements:
            self.statements.remove(statement)  # what is said last counts
        self.statements.append(statement)

    def reject(self, nodes: Iterable[Node]) -> None:
        """The text names these and says that they do not count."""
        self._rejected |= set(nodes)

    def last(self, unknowns: tuple[str, ...], facts: Facts, left_out: LeftOut) -> Node | None:
        """The last line that has the unknown alone, with the other cases of the same text."""
        if not self.statements:
            return None
        left = [left_out.remaining(one) for one in self.statements]
        last = left[-1]
        if last != self.statements[-1]:  # it is taken back as a whole: what stood before it
            last = next((one for one in reversed(left) if one != Truth(False)), last)
        if len(unknowns) == 1 and facts.cases:
            cases = [case.statement for case in facts.cases if self.names_it(case.statement)]
            distinct = tuple(dict.fromkeys(map(self._worked_out, cases)))
            if len(distinct) > 1 and left_out.values & set(distinct):
                return left_out.remaining(Or(distinct))
            if as_condition(last, unknowns) in distinct and len(distinct) > 1:
                return self._of_cases(last, distinct, facts)
        if len(unknowns) > 1:
            points = [one for one in self.statements if isinstance(one, And)]
            if len(points) > 1 and isinstance(last, And):
                return self._of_points(points)
            return together(self.statements, unknowns)
        return last

    def _of_points(self, points: Sequence[And]) -> Node:
        """One solution after the other; of "so (3, 4)", which stood before beside others, that."""
        named = [one for one in points if self._said_in[one] == self.line]
        again = self._concludes and all(self._said[one] > 1 for one in named)
        kept = named if named and again else points
        return kept[0] if len(kept) == 1 else Or(tuple(kept))

    def _of_cases(
        self, last: Statement, distinct: tuple[Statement, ...], facts: Facts
    ) -> Node | None:
        """Of several cases, the last of which is said last."""
        if _holds_all(last, distinct, facts.unknowns):
            return last  # x = 1, x = 2, then 1 <= x <= 2
        if facts.weaker is not None:
            return last if self._leaves_out(last, distinct) else None
        if last != Truth(False) and self._goes_on_alone(last, facts):
            return last  # x > 3, x < -3, then x > 4; x = 2, x = 3, so x = 2
        if self._has_stray(distinct, facts.unknowns):
            return None
        parts = [part for one in distinct for part in disjuncts(one)]
        parts = [part for part in parts if part != Truth(False)]  # of a factor without roots
        one_of_several = len(disjuncts(as_condition(last, facts.unknowns))) == 1 and any(
            has(one, PlusMinus)
            or (isinstance(one, Or) and any(_is_same(last, part) for part in disjuncts(one)))
            for one in self.statements
        )
        # "x = 2 or x = 3", then "x = 2" alone: a check of one of them, or a root that is dropped
        each = all(part in self.statements for part in parts)
        return Or(tuple(parts)) if each or not one_of_several else None

    def _goes_on_alone(self, last: Statement, facts: Facts) -> bool:
        """All cases were named before the last line, which says something new, or concludes."""
        if facts.complex_cases:
            return False
        named = [case for case in facts.cases if is_solved(case.statement)]
        before = [case for case in named if case.line < self.line]
        if self._concludes:  # "so x = 2" of "x = (5 ± 1)/2" names one of them first
            before = [case for case in before if not case.whole]
        if not cases_are_complete(replace(facts, cases=before)):
            return False
        said = [case.statement for case in before]
        return self._concludes or not any(_is_same(last, one) for one in said)

    def _has_stray(self, distinct: Sequence[Statement], unknowns: tuple[str, ...]) -> bool:
        """A value or a range that is none of the cases, and was not taken back: ``x = 4`` first."""
        parts = [part for one in distinct for part in disjuncts(one)]
        for one in self.statements:
            said = as_condition(one, unknowns)
            single = len(disjuncts(said)) == 1 and unknowns[0] in variables(said)
            if single and said not in parts and said not in self._rejected:
                found, values = assignment(said), [assignment(part) for part in parts]
                near = (value for value in values if found is not None and value is not None)
                if found is None or not any(is_rounding(value[1], found[1]) for value in near):
                    return True
        return False

    def in_pieces(self, unknowns: tuple[str, ...]) -> Node | None:
        """``x > 1``, then ``x < 4``: the ranges of the text, which may hold together."""
        ranges = [one for one in self.statements if isinstance(one, Chain) and len(one.items) == 2]
        ranges = [one for one in ranges if set(variables(one)) == set(unknowns)]
        last = self.statements[-1:] == ranges[-1:]  # and no "or" after them
        return And(tuple(ranges)) if last and len(ranges) == 2 else None

    def one_after_the_other(self) -> Node | None:
        """``x = 2``, ``x = 2i``: every value that a line of its own names."""
        values = [one for one in self.statements if assignment(one) is not None]
        return Or(tuple(values)) if len(values) > 1 else None

    def _worked_out(self, case: Statement) -> Statement:
        """``x = 3`` of the case ``x = (5 + 1)/2``, where the text says so."""
        found = assignment(case)
        for solved in self.statements:
            same = assignment(solved)
            if found is None or same is None or found[0] != same[0]:
                continue
            if identity(found[1], same[1]).outcome is Outcome.PROVED:
                return solved
            if self.asks_rounded and is_rounding(found[1], same[1]):
                return solved
        return case

    def _leaves_out(self, last: Statement, candidates: Sequence[Statement]) -> bool:
        """The text says its last value once more, or rejects the other candidates."""
        others = set(candidates) - {last}
        return self._said[last] > 1 or others <= self._rejected


def _is_same(one: Statement, other: Statement) -> bool:
    """``x = 2`` and ``x = (5 - 1)/2``."""
    named = [assignment(each) for each in (one, other)]
    if named[0] is None or named[1] is None:
        return one == other
    return identity(named[0][1], named[1][1]).outcome is Outcome.PROVED


def _holds_all(last: Statement, others: Sequence[Statement], unknowns: tuple[str, ...]) -> bool:
    """The last one is a range, and holds each of the others."""
    ranged = isinstance(last, Chain) and RelOp.EQ not in last.ops
    return ranged and all(compare((one,), last, unknowns).holds for one in others)


def point_of(line: ReadLine, unknowns: tuple[str, ...]) -> Statement | None:
    """``x = 3: y = 7`` on a line of its own: one solution of a system."""
    nodes = [found.node for found in line.found]
    named = [assignment(node) for node in nodes if isinstance(node, Chain)]
    names = {one[0] for one in named if one is not None}
    if len(nodes) != len(unknowns) or len(nodes) < 2 or names != set(unknowns):
        return None
    if not all(_JOINS.fullmatch(found.lead) for found in line.found[1:]):
        return None
    return And(tuple(node for node in nodes if isinstance(node, Chain)))
