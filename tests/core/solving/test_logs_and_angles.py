"""Laws of logarithms, and exact values at angles that are sums or halves of known ones."""

from __future__ import annotations

import pytest

from mathviz_chat.core import check, solve
from mathviz_chat.core.solving.solution import Solution
from mathviz_chat.core.verdict import AnswerVerdict, StepKind, Verdict

SOLVED = [
    ("sin(75°)", "(sqrt(2) + sqrt(6))/4", "a sum of 30° and 45°"),
    ("find the exact value of cos 15°", "(sqrt(2) + sqrt(6))/4", "a difference"),
    ("tan(pi/12)", "2 - sqrt(3)", "radians stay radians"),
    ("sin(-15°)", "(sqrt(2) - sqrt(6))/4", "whole turns are taken off"),
    ("1 + 2 sin 15°", "1 - sqrt(2)/2 + sqrt(6)/2", "within a sum"),
    ("sin(pi/8)", "sqrt(2 - sqrt(2))/2", "half of a known angle"),
    ("cos(7pi/8)", "-sqrt(2 + sqrt(2))/2", "with the sign of its quadrant"),
    ("simplify log 8 / log 2", "3", "another base"),
    ("log_10(2) + log_10(5)", "1", "a sum that is rational"),
    ("ln 2 + ln 3", "ln(6)", "a sum that is not"),
    ("simplify ln(x^2) - ln(x)", "ln(x)", "the argument is simplified"),
    (
        "write 2 log x + log y - log z as a single logarithm",
        "log_10((x^2y)/z)",
        "factors go inside, then sums and differences",
    ),
    ("expand log(x^2 y / z)", "2log_10(x) + log_10(y) - log_10(z)", "the other way"),
    ("expand ln((x+1)/x)", "ln(x + 1) - ln(x)", "its parts are positive"),
    ("expand ln(x^3 sqrt(y))", "3ln(x) + 1/2*ln(y)", "a root is a power"),
]
CLAIMED = [
    ("sin(75°)", "(sqrt(6) + sqrt(2))/4", AnswerVerdict.VERIFIED, "in another order"),
    ("sin(75°)", "(sqrt(6) - sqrt(2))/4", AnswerVerdict.REFUTED, "the value for 15°"),
    ("sin(pi/8)", "sqrt(2 + sqrt(2))/2", AnswerVerdict.REFUTED, "the cosine"),
    ("simplify sqrt(3 + 2sqrt(2))", "sqrt(3 + 2sqrt(2))", AnswerVerdict.UNCHECKED, "1 + sqrt(2)"),
    ("expand log(x^2 y)", "2log(x) + log(y)", AnswerVerdict.VERIFIED, "base 10 is meant"),
    ("expand log(x^2 y)", "log(x^2) + log(y)", AnswerVerdict.UNCHECKED, "half way"),
    ("expand log(x^2 y)", "2log(x)*log(y)", AnswerVerdict.REFUTED, "a product"),
    ("expand log(x^2 y)", "2log(x) - log(y)", AnswerVerdict.REFUTED, "another sign"),
    ("write log x + log y as a single logarithm", "log(x + y)", AnswerVerdict.REFUTED, "a slip"),
]


@pytest.mark.parametrize(("question", "answer", "why"), SOLVED, ids=[row[0] for row in SOLVED])
@pytest.mark.parametrize("granularity", ["brief", "normal", "fine"])
def test_they_are_solved_and_every_line_is_proved(
    question: str, answer: str, why: str, granularity: str
) -> None:
    found = solve(question, granularity=granularity)  # type: ignore[arg-type]
    assert isinstance(found, Solution), why
    assert found.answer.text == answer
    assert found.verdict is AnswerVerdict.VERIFIED
    claims = [step for step in found.steps if step.kind is StepKind.STEP]
    assert claims and all(step.claim.verdict is Verdict.PROVED for step in claims)


@pytest.mark.parametrize(("question", "claimed", "verdict", "why"), CLAIMED)
def test_a_claimed_answer_is_judged(
    question: str, claimed: str, verdict: AnswerVerdict, why: str
) -> None:
    report = check(f"Answer: {claimed}", question=question)
    assert report.answer_verdict is verdict, why
