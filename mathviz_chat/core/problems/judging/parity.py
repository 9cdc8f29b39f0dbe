"""Whether a function is even, odd or neither."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import parity
from mathviz_chat.core.problems.judging import truth
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.verdict import Answer

_CLAIM: Final = re.compile(
    r"(?:(?:the\s+function|it|[a-z](?:\([a-z]\))?)\s+is\s+)?(?:an?\s+)?"
    r"(?:(?P<one>even|odd)(?:\s+function)?|(?P<none>neither)(?:\s+(?:even\s+nor\s+odd|odd\s+nor\s+even))?)",
    re.IGNORECASE,
)


def judge(problem: Problem, text: str) -> AnswerJudgement:
    """``even``, ``odd``, ``neither``; yes or no where one of them is asked for."""
    said = text.strip().rstrip(".")
    found = _found(problem)
    match = _CLAIM.fullmatch(said)
    if problem.task and said.lower() in truth.WORDS:
        yes = truth.WORDS[said.lower()]
        answer, right = Answer(said, "Yes" if yes else "No"), yes == (found == problem.task)
    elif match is not None:
        claimed = (match["one"] or match["none"]).lower()
        answer, right = Answer(said, claimed), claimed == found
    else:
        return unchecked("The question asks whether it is even, odd or neither.")
    if found is None:
        return unchecked("It could not be decided in two ways.", answer)
    if right:
        return verified(answer, "Proved for f(-x), and found again by values on both sides of 0.")
    return refuted(answer, f"The function is {found}.")


def _found(problem: Problem) -> str | None:
    assert problem.expression is not None and problem.variable is not None
    first = parity.proved(problem.expression, problem.variable)
    again = parity.recounted(problem.expression, problem.variable)
    return first if first == again else None
