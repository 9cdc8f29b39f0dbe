"""What is said under a step and at the end of an answer: never more than is known.

"No refutation" is not worded as "correct", "could not tell" not as "wrong".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from mathviz_chat.config import SETTINGS
from mathviz_chat.core.verdict import Answer, AnswerVerdict, Claim, Verdict
from mathviz_chat.events import Attempt, Outcome, Source
from mathviz_chat.ui.marks import ANSWER_SENTENCES
from mathviz_chat.ui.safe_text import visible

LEGEND: Final[dict[Verdict, str]] = {
    Verdict.PROVED: "shown to hold, by exact computation",
    Verdict.REFUTED: "shown to be false, with something you can verify yourself",
    Verdict.PROBABLE: "numbers agree wherever I tried; that is not a proof",
    Verdict.UNCHECKED: "I could not tell; it may be right or wrong",
}
"""The meaning of each word, for ``/help``."""

MOST_VALUES: Final = 8
NO_ANSWER: Final = "There is no final answer to check."


_FLAG: Final = re.compile(r"--(?P<name>[a-z]+(?:-[a-z]+)*)\b")


_RELATION: Final = re.compile(r"[=<>≤≥≠∈]| in | is (?!counted|not compared)")


def in_the_chat(sentence: str) -> str:
    """A sentence with the slash commands in the place of the flags that do the same."""
    return _FLAG.sub(_command, sentence)


def _command(flag: re.Match[str]) -> str:
    name = flag["name"].replace("-", "_")
    if name in ("model", "backend", "system"):
        return f"/{name}"
    return f"/set {name}" if name in SETTINGS else flag[0]


def explanations(claim: Claim) -> list[str]:
    """What stands under a claim: why, what shows it, and on what condition it holds."""
    lines = []
    if claim.reason and claim.verdict is not Verdict.PROVED:
        lines.append(claim.reason)
    if claim.verdict is Verdict.REFUTED and claim.witness not in (None, claim.reason):
        lines.append(f"see for yourself: {claim.witness}")
    if claim.conditions:
        lines.append(on_condition(claim.conditions))
    return lines


def on_condition(conditions: Sequence[str]) -> str:
    """``where x != 1; check the candidates``: relations after "where", others as they are said."""
    relations = [one for one in conditions if _RELATION.search(one)]
    others = [one for one in conditions if one not in relations]
    return "; ".join(["where " + ", ".join(relations)] * bool(relations) + others)


def conclusion(final: Attempt) -> str:
    """What the verdict on the answer means, after its word: without that word again."""
    if final.answer is None and final.verdict is AnswerVerdict.UNCHECKED:
        return NO_ANSWER
    _, _, sentence = ANSWER_SENTENCES[final.verdict].partition(": ")
    return sentence[:1].upper() + sentence[1:]


def handover(outcome: Outcome) -> str | None:
    """Why the solver answers instead of the model; None where the model's answer counts."""
    if outcome.final.source is not Source.SYMPY or not outcome.attempts:
        return None
    attempt = outcome.attempts[-1]
    answer = _answer(attempt.answer)
    return f"The model's answer{answer} is {attempt.verdict}; the solver's answer counts instead."


def calculated(outcome: Outcome) -> str | None:
    """Which values of the model's text the calculator put in; None where it put in none."""
    values = [
        visible(attempt.text[place.start : place.end]).strip()
        for attempt in (outcome.final, *outcome.attempts)
        for place in attempt.computed
    ]
    if not values:
        return None
    more = f" and {len(values) - MOST_VALUES} more" if len(values) > MOST_VALUES else ""
    return f"The calculator put in {', '.join(values[:MOST_VALUES])}{more}."


def _answer(answer: Answer | None) -> str:
    return f" {answer.plain}" if answer is not None else ""
