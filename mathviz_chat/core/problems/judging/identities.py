"""Whether an equation holds for all values of its letters, as a question says it does."""

from __future__ import annotations

from mathviz_chat.core.kernel import Outcome, identity, variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.judging.truth import WORDS
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.reading.tree import Chain, RelOp, Statement
from mathviz_chat.core.verdict import Answer


def judge(problem: Problem, text: str) -> AnswerJudgement:
    """``True`` or ``False``: the kernel's proof, and values at several places."""
    claimed = WORDS.get(text.strip().rstrip(".").lower())
    if claimed is None:
        return unchecked("The question asks whether it is true for all values.")
    answer = Answer(text.strip(), "True" if claimed else "False")
    holds = always_holds(problem)
    if holds is None:
        return unchecked("It could not be decided in two ways.", answer)
    if holds == claimed:
        return (
            verified(answer, "Proved for all values, and confirmed at several of them.")
            if (holds)
            else verified(answer, "A place where the sides differ was found in two ways.")
        )
    return refuted(answer, f"The equation is {'always' if holds else 'not always'} true.")


def always_holds(problem: Problem) -> bool | None:
    """None where two ways do not decide it, or where it holds under a condition only.

    Where a proof is asked for, places at which a side is not defined do not count.
    """
    claim = problem.conditions[0]
    assert isinstance(claim, Chain)
    left, right = claim.items
    decision = identity(left, right)
    outcome = decision.outcome
    if outcome not in (Outcome.PROVED, Outcome.REFUTED):
        return None
    if any(problem.task == "ask" or not _excludes(one) for one in decision.conditions):
        return None
    again = recount.agree_on_samples(
        lambda point: recount.value(left, point),
        lambda point: recount.value(right, point),
        variables(claim),
    )
    return again if again == (outcome is Outcome.PROVED) else None


def _excludes(condition: Statement) -> bool:
    """``cos(x) != 0``: where a side is not defined; ``x > 0`` may be more than that."""
    return isinstance(condition, Chain) and set(condition.ops) == {RelOp.NE}
