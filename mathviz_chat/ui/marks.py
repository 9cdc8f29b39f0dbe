"""The symbol and the words of each verdict: the only copy, for every way of showing them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mathviz_chat.core.verdict import NOT_CLAIMS, AnswerVerdict, Role, Step, StepKind, Verdict


@dataclass(frozen=True, slots=True)
class Mark:
    """How a verdict looks: a symbol, a word, a rich style; never told by its colour alone."""

    symbol: str
    word: str
    style: str

    def __str__(self) -> str:
        return f"{self.symbol} {self.word}"


MARKS: Final = {
    Verdict.PROVED: Mark("✓", "proved", "green"),
    Verdict.REFUTED: Mark("✗", "refuted", "bold red"),
    Verdict.PROBABLE: Mark("≈", "probable", "yellow"),
    Verdict.UNCHECKED: Mark("?", "unchecked", "dim"),
}

ANSWER_MARKS: Final = {
    AnswerVerdict.VERIFIED: Mark("✓", "verified", "bold green"),
    AnswerVerdict.REFUTED: Mark("✗", "refuted", "bold red"),
    AnswerVerdict.CHECKED: Mark("≈", "checked", "yellow"),
    AnswerVerdict.UNCHECKED: Mark("?", "unchecked", "dim"),
}

# One sentence each: "checked" and "unchecked" must not be read as "correct".
ANSWER_SENTENCES: Final = {
    AnswerVerdict.VERIFIED: "Verified: proved to answer the question as it was read.",
    AnswerVerdict.REFUTED: "Refuted: proved not to answer the question as it was read.",
    AnswerVerdict.CHECKED: (
        "Checked: every step that can be checked holds; whether this answers the question "
        "was not proved."
    ),
    AnswerVerdict.UNCHECKED: "Unchecked: nothing could be said about this answer.",
}


def is_claim(step: Step) -> bool:
    """Whether a line claims something: prose, a given and a definition do not."""
    claim = step.claim
    return claim.verdict is not Verdict.UNCHECKED or claim.role not in NOT_CLAIMS


def mark_of(step: Step) -> str:
    """What stands beside a line: its mark; for a line that claims nothing the name of its role,
    or nothing for prose. A solver's choice of a formula or an unknown is unchecked, and said so."""
    chosen = step.kind is StepKind.SETUP and step.rule is not None
    if is_claim(step) or chosen:
        return str(MARKS[step.claim.verdict])
    return "" if step.claim.role is Role.NONE else f"  {step.claim.role}"
