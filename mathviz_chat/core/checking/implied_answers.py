"""The answer of a text that announces none: the last line that has the unknown alone, the last
value of a chain, or the last form of an expression."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from mathviz_chat.core.checking.cases import cases_are_complete
from mathviz_chat.core.checking.claimed_answers import problem_of
from mathviz_chat.core.checking.conditions import as_condition
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.last_values import end_of, exact, is_unsolved, with_last_values
from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.checking.terms import disjuncts
from mathviz_chat.core.checking.text_end import TextEnd
from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import Form, Kind, Problem, judge_answer
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Node, Or, RelOp, Statement, Symbol
from mathviz_chat.core.verdict import AnswerVerdict

_OF_SOLUTIONS: Final = (Kind.COUNT, Kind.SELECTION)
_SAYS_WHOLE: Final = re.compile(r"\b(?:answers?|solutions?|all|every)\b", re.IGNORECASE)


def implied(end: TextEnd, task: Task, facts: Facts) -> Node | None:
    """What the text comes to; None where that is unclear."""
    problem = problem_of(task, facts)
    in_pieces = len(facts.cases) > 1  # x < 2, then x > 3
    if problem is not None and (
        problem.form in (Form.SOLUTIONS, Form.ASSIGNMENT)
        or (problem.form is Form.INTERVALS and in_pieces)
    ):
        return end.solved.last(problem.unknowns, facts, end.left_out)
    if problem is not None and problem.form is Form.COMPLEX and problem.unknowns:
        every = end.solved.one_after_the_other()
        if _is_verified(every, problem):
            return every
        return end.solved.last(problem.unknowns, facts, end.left_out)
    if problem is not None and problem.form is Form.INTERVALS:
        both = end.solved.in_pieces(problem.unknowns)
        if _is_verified(both, problem):
            return both if _ends_in_range(end) else None
    if (angles := _angles_one_by_one(end, facts)) is not None:
        return angles
    return None if end.words_count else _last_form(end, task, facts, problem)


def _angles_one_by_one(end: TextEnd, facts: Facts) -> Statement | None:
    """``x = pi/6 + 2n*pi``, then ``x = 5pi/6 + 2n*pi``: together all solutions of the equation."""
    if not facts.counters or len(facts.unknowns) != 1 or not isinstance(end.last, Statement):
        return None
    named = [case for case in facts.cases if _is_general(case.statement, facts)]
    parts = dict.fromkeys(part for case in named for part in disjuncts(case.statement))
    ends_so = bool(named) and named[-1].statement == as_condition(end.last, facts.unknowns)
    if len(parts) < 2 or not ends_so or not cases_are_complete(replace(facts, cases=named)):
        return None
    return Or(tuple(parts))


def _is_general(statement: Statement, facts: Facts) -> bool:
    """``x = n*pi``: the unknown alone, by letters that stand for any whole number."""
    return all(
        isinstance(part, Chain)
        and part.ops == (RelOp.EQ,)
        and part.items[0] == Symbol(facts.unknowns[0])
        and set(variables(part.items[1])) <= facts.counters
        for part in disjuncts(statement)
    )


def _is_verified(node: Node | None, problem: Problem) -> bool:
    if node is None:
        return False
    return judge_answer(problem, to_plain(node)).verdict is AnswerVerdict.VERIFIED


def _ends_in_range(end: TextEnd) -> bool:
    """The last line is the second range, and does not call it the answer."""
    ranged = isinstance(end.last, Chain) and end.last in end.solved.statements[-1:]
    whole = end.solved.line == end.line and not _SAYS_WHOLE.search(end.text)
    return ranged and whole


def _last_form(end: TextEnd, task: Task, facts: Facts, problem: Problem | None) -> Node | None:
    node = end.last
    if problem is None and task.target is None:
        return None
    if node is not None and facts.undetermined.keys() & set(variables(node)):
        return None  # ``A = 1/2`` of partial fractions
    if problem is not None and problem.kind is Kind.EIGENVALUES and is_unsolved(node):
        return None
    if problem is not None and problem.kind in _OF_SOLUTIONS and isinstance(node, Statement):
        return None  # ``x = 2`` is a solution, not how many there are
    if _is_function(problem) and isinstance(node, Statement):
        return with_last_values(node, rounded=False)  # ``y^2 = x^2 + C`` is not ``y = ...``
    return None if node is None else end_of(node if end.solved.asks_rounded else exact(node))


def _is_function(problem: Problem | None) -> bool:
    """Whether a differential equation is to be solved."""
    if problem is None or problem.kind is not Kind.DIFFERENTIAL_EQUATION:
        return False
    return problem.form is not Form.NUMBER
