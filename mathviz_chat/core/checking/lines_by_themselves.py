"""Lines that are judged by themselves: an equation solved in passing, the equation asked for."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.checking.conditions import describe, is_solved, spread
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.judgement import Judgement, unchecked
from mathviz_chat.core.checking.learning import with_functions
from mathviz_chat.core.checking.roles import Link
from mathviz_chat.core.checking.steps import judge_condition
from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.checking.terms import equation
from mathviz_chat.core.problems import Form, Kind, judge_answer
from mathviz_chat.core.reading.tree import Chain, Implication, RelOp
from mathviz_chat.core.verdict import AnswerVerdict, Relation, Role, Verdict

_ASIDE: Final = "It was not decided whether these are the solutions of {}."


def solved_aside(facts: Facts, node: Implication, line: int) -> Judgement | None:
    """``x^2 = x → x = 0, 1`` where nothing is to be solved: an equation with its solutions."""
    if facts.has_conditions or not is_solved(spread(node.after)):
        return None
    if not isinstance(node.before, Chain) or node.before.ops != (RelOp.EQ,):
        return None
    known = with_functions(facts, Link(node.before.items[0], RelOp.EQ, node.before.items[1]))
    own = Facts()
    own.give(equation(known.left, known.right))  # f'(x) = 0, where the text says what f is
    if len(own.unknowns) != 1 or not own.concerns(node.after):
        return None
    judged = judge_condition(own, node.after, line)
    proved = judged.verdict is Verdict.PROVED
    return judged if proved else unchecked(_ASIDE.format(describe(own.given)), Role.CONDITION)


def asks_line(task: Task) -> bool:
    """Whether the equation of a line may be asked for."""
    problem = task.problem
    return problem is not None and (problem.kind is Kind.COORDINATES or problem.form is Form.LINE)


def asked_for(task: Task, link: Link) -> Judgement | None:
    """``y - 9 = 6(x - 3)``, where the equation of a line is asked for and this is one."""
    problem = task.problem
    if problem is None or link.op is not RelOp.EQ or not {"x", "y"} <= set(link.names):
        return None
    if not asks_line(task):
        return None
    answered = judge_answer(problem, equation(link.left, link.right)).verdict
    if answered is not AnswerVerdict.VERIFIED:
        return None
    return Judgement(
        Verdict.PROVED,
        Relation.SAME,
        "It is an equation of what is asked for.",
        method="answer against the question",
        role=Role.CONDITION,
        ground=answered,
    )
