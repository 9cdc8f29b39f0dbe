"""Whether equations have a real solution, and how many: each counted in two ways."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import (
    Outcome,
    compare_conditions,
    real_solutions,
    substitute,
    variables,
)
from mathviz_chat.core.problems import linear_system, polynomial, recount
from mathviz_chat.core.problems.judging import forms, planned
from mathviz_chat.core.problems.judging.assignment import (
    MANY,
    SAME_EQUATIONS,
    contradiction_is_proved,
    is_one_equation,
)
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.judging.truth import WORDS
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import AnswerJudgement, Form, Problem
from mathviz_chat.core.reading import ReadError, read
from mathviz_chat.core.reading.tree import And, Chain, Expr, RelOp, Statement, Symbol
from mathviz_chat.core.verdict import Answer, Relation

_BOTH: Final = (Relation.SAME, Relation.SAME_ROOTS)


def judge(problem: Problem, text: str) -> AnswerJudgement:
    """Judge yes or no, or a number of solutions."""
    if is_one_equation(problem.conditions):
        return _judge_many(problem, text)
    claimed = _claimed(problem, text)
    if claimed is None:
        wanted = "yes or no" if problem.form is Form.TRUTH else "a number"
        return unchecked(f"The question asks for {wanted}.")
    found = count(problem)
    answer = Answer(text.strip(), shown(problem, claimed))
    if found is None:
        return unchecked("The solutions could not be counted in two ways.", answer)
    right = bool(found) == bool(claimed) if problem.form is Form.TRUTH else found == claimed
    if not right:
        return refuted(answer, f"It has {found} real solution{'' if found == 1 else 's'}.")
    if len(problem.unknowns) == 1:
        return verified(answer, "Counted by isolating the roots and by Sturm's theorem.")
    return verified(answer, "The solutions were counted in two ways.")


def _judge_many(problem: Problem, text: str) -> AnswerJudgement:
    """Of two equations that are the same in two unknowns."""
    if problem.form is not Form.TRUTH and _MANY.search(text):
        return verified(Answer(text.strip(), MANY), SAME_EQUATIONS)
    claimed = _claimed(problem, text)
    if claimed is None:
        return unchecked("The question asks how many solutions there are.")
    answer = Answer(text.strip(), shown(problem, claimed))
    if problem.form is Form.TRUTH and claimed:
        return verified(answer, SAME_EQUATIONS)
    return refuted(answer, f"It has {MANY}.")


_MANY: Final = re.compile(r"^\W*(?:infinitely\s+many|infinite)(?:\s+solutions)?\W*$", re.IGNORECASE)


def _claimed(problem: Problem, text: str) -> int | None:
    low = text.strip().rstrip(".").lower()
    if problem.form is Form.TRUTH:
        return None if low not in WORDS else int(WORDS[low])
    if low in ("none", "no solutions", "no solution"):
        return 0
    try:
        value = forms.claimed_value(read(low))
    except ReadError:
        return None
    if value is None or variables(value) or not forms.is_rational_literal(value):
        return None
    whole = Fraction(recount.value(value))
    return int(whole) if whole.denominator == 1 else None


def count(problem: Problem) -> int | None:
    """How many real solutions there are; None where that was not found twice."""
    if len(problem.unknowns) == 1:
        return _roots(problem.conditions[0], problem.unknowns[0])
    if linear_system.rows(problem.conditions, problem.unknowns) is not None:
        return _linear(problem)
    return _points(problem)


def _roots(equation: Statement, name: str) -> int | None:
    """By isolating the roots, and by Sturm's theorem."""
    if not isinstance(equation, Chain):
        return None
    found = real_solutions(equation, name)
    terms = polynomial.of_equation(equation, name)
    again = None if terms is None else polynomial.count_real_roots(terms)
    if found is None or found.intervals or len(found.points) != again:
        return None
    return again


def _linear(problem: Problem) -> int | None:
    """By the kernel, and by elimination."""
    if planned.solved(problem) is not None:
        return 1
    if not linear_system.is_inconsistent(problem.conditions):
        return None
    return 0 if contradiction_is_proved(problem.conditions) else None


def _points(problem: Problem) -> int | None:
    """The roots of one equation in one unknown that belong to one value of the other each."""
    for index, equation in enumerate(problem.conditions):
        for name in problem.unknowns:
            (other,) = (one for one in problem.unknowns if one != name)
            value = _isolated(equation, name, other)
            if value is None:
                continue
            single = substitute(problem.conditions[1 - index], {name: value})
            again = symbolic.count_points(problem.conditions, problem.unknowns)
            own = Chain((Symbol(name), value), (RelOp.EQ,))
            if _is_same(problem, And((own, single))) and _roots(single, other) == again:
                return again
    return None


def _is_same(problem: Problem, after: Statement) -> bool:
    decision, relation = compare_conditions(problem.conditions, after, unknowns=problem.unknowns)
    return decision.outcome is Outcome.PROVED and relation in _BOTH


def _isolated(equation: Statement, name: str, other: str) -> Expr | None:
    """The value of an unknown that stands in the first power with a number before it."""
    at = []
    for value in range(3):
        placed = substitute(equation, {name: number(Fraction(value))})
        terms = polynomial.of_equation(placed, other) if isinstance(placed, Chain) else None
        if terms is None:
            return None
        at.append(terms)
    minus = [polynomial.scale(one, Fraction(-1)) for one in at]
    step = polynomial.add(at[1], minus[0])
    if step != polynomial.add(at[2], minus[1]) or len(step) != 1:
        return None
    return polynomial.to_tree(polynomial.scale(at[0], -1 / step[0]), other)


def shown(problem: Problem, found: int) -> str:
    """``yes`` or ``no``, or the number."""
    return ("yes" if found else "no") if problem.form is Form.TRUTH else str(found)
