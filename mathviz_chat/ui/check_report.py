"""A checked solution as text: each line with its verdict, and a summary that claims no more
than was proved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from mathviz_chat.core.verdict import AnswerVerdict, Verdict
from mathviz_chat.ui.marks import ANSWER_MARKS, is_claim, mark_of
from mathviz_chat.ui.mathtext import show_math
from mathviz_chat.ui.safe_text import visible
from mathviz_chat.ui.wording import explanations, on_condition

if TYPE_CHECKING:
    from mathviz_chat.core.checking.report import CheckReport, MarkedLine

_MARK_WIDTH: Final = 13  # "? unchecked", "  definition" and a space


def given_to(report: CheckReport) -> str:
    """What a student's lines were marked against, in a sentence."""
    if report.reading:
        return f"I read the question as: {_shown(report.reading)}"
    if report.question:
        return "I cannot read the question: the lines are marked by themselves, not against it."
    return "Without a question: the first condition is taken as given."


def report_lines(report: CheckReport) -> Iterator[str]:
    """The lines to print, in Unicode, without a control character."""
    number_width = len(str(max((row.line for row in report.lines), default=0)))
    for row in report.lines:
        yield from _row(row, number_width)
    yield ""
    if report.answer is not None:
        mark = ANSWER_MARKS[report.answer_verdict]
        yield f"Answer: {_shown(report.answer.text)}  [{mark}]"
        if report.answer_reason:
            yield _shown(report.answer_reason)
        if report.answer.conditions:
            yield _shown(on_condition(report.answer.conditions))
    yield summary(report)


def _row(row: MarkedLine, number_width: int) -> Iterator[str]:
    claim = row.step.claim
    first, *others = claim.text.splitlines() or [""]
    yield f"{row.line:>{number_width}}  {mark_of(row.step):<{_MARK_WIDTH}}{_shown(first)}".rstrip()
    indent = " " * (number_width + 2 + _MARK_WIDTH)
    notes = explanations(claim) if is_claim(row.step) else []
    for line in map(_shown, (*others, *notes)):
        yield indent + line


def summary(report: CheckReport) -> str:
    """One or two sentences. Where nothing was refuted they do not say that all is right."""
    claims = [row.step.claim for row in report.lines if is_claim(row.step)]
    if not claims:
        nothing = "No line holds a claim that can be checked."
        judged = report.answer_verdict is not AnswerVerdict.UNCHECKED
        return f"{nothing} The answer is {report.answer_verdict}." if judged else nothing
    counts = Counter(claim.verdict for claim in claims)
    found = ", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict if counts[verdict])
    total = "1 claim" if len(claims) == 1 else f"{len(claims)} claims"
    if counts[Verdict.REFUTED]:
        return f"{total}: {found}. The first refuted line is line {report.first_wrong}."
    if report.answer_verdict is AnswerVerdict.REFUTED:
        return f"{total}: {found}. The answer is refuted."
    if counts[Verdict.PROVED] == len(claims):
        return f"{total}: all proved." if len(claims) > 1 else "1 claim: proved."
    return f"{total}: {found}. Nothing was refuted; what is not proved may still be wrong."


def _shown(line: str) -> str:
    return visible(show_math(line))
