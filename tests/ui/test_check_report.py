"""A checked solution as text: the marks, and a summary that claims no more than was proved."""

from __future__ import annotations

import pytest

from mathviz_chat.core.checking.report import CheckReport, MarkedLine
from mathviz_chat.core.verdict import (
    Answer,
    AnswerVerdict,
    Claim,
    Role,
    Step,
    StepKind,
    Verdict,
)
from mathviz_chat.ui.check_report import report_lines, summary

PROVED, REFUTED = Verdict.PROVED, Verdict.REFUTED
PROBABLE, UNCHECKED = Verdict.PROBABLE, Verdict.UNCHECKED


def line(
    number: int,
    text: str,
    verdict: Verdict,
    role: Role = Role.COMPUTATION,
    *,
    reason: str = "",
    conditions: tuple[str, ...] = (),
) -> MarkedLine:
    kind = StepKind.SETUP if role in (Role.GIVEN, Role.DEFINITION) else StepKind.STEP
    claim = Claim(text, None, verdict, None, reason, conditions=conditions, role=role)
    return MarkedLine(number, Step(kind, claim))


def report(
    *lines: MarkedLine,
    answer: str | None = None,
    answer_verdict: AnswerVerdict = AnswerVerdict.UNCHECKED,
) -> CheckReport:
    wrong = (row.line for row in lines if row.step.claim.verdict is REFUTED)
    shown = None if answer is None else Answer(answer, answer)
    first_wrong = next(wrong, None)
    return CheckReport(None, None, UNCHECKED, lines, shown, answer_verdict, "", first_wrong)


def test_each_line_has_its_number_its_mark_and_its_reason() -> None:
    printed = report_lines(
        report(
            line(1, "x = 5", UNCHECKED, Role.GIVEN, reason="Taken as given."),
            line(3, "So:", UNCHECKED, Role.NONE, reason="Holds no claim."),
            line(10, "x/x = 1", PROVED, reason="Same.", conditions=("x != 0",)),
            line(11, "a = b\\\\\n= c", REFUTED, reason="They differ."),
        )
    )
    assert list(printed) == [
        " 1    given      x = 5",
        " 3               So:",
        "10  ✓ proved     x/x = 1",
        "                 where x ≠ 0",
        "11  ✗ refuted    a = b\\\\",
        "                 = c",
        "                 They differ.",
        "",
        "2 claims: 1 proved, 1 refuted. The first refuted line is line 11.",
    ]


SUMMARIES = [
    ((), "No line holds a claim that can be checked."),
    (((UNCHECKED, Role.GIVEN),), "No line holds a claim that can be checked."),
    (((PROVED, Role.IDENTITY),), "1 claim: proved."),
    (((PROVED, Role.IDENTITY),) * 2, "2 claims: all proved."),
    (
        ((PROVED, Role.IDENTITY), (UNCHECKED, Role.UNDECIDED)),
        "2 claims: 1 proved, 1 unchecked. "
        "Nothing was refuted; what is not proved may still be wrong.",
    ),
    (
        ((PROBABLE, Role.IDENTITY),),
        "1 claim: 1 probable. Nothing was refuted; what is not proved may still be wrong.",
    ),
]


@pytest.mark.parametrize(("claims", "words"), SUMMARIES)
def test_the_summary(claims: tuple[tuple[Verdict, Role], ...], words: str) -> None:
    lines = [line(n, "1", verdict, role) for n, (verdict, role) in enumerate(claims, 1)]
    said = summary(report(*lines))
    assert said == words
    assert "correct" not in said


def test_an_answer_is_told_with_its_own_verdict() -> None:
    marked = report(line(1, "x = 5", PROVED), answer="x = 5", answer_verdict=AnswerVerdict.REFUTED)
    assert list(report_lines(marked))[-2:] == [
        "Answer: x = 5  [✗ refuted]",
        "1 claim: 1 proved. The answer is refuted.",
    ]


def test_an_answer_may_be_judged_where_no_line_is() -> None:
    said = line(1, "So it is 3x.", UNCHECKED, Role.NONE)
    marked = report(said, answer="3x", answer_verdict=AnswerVerdict.REFUTED)
    assert summary(marked) == ("No line holds a claim that can be checked. The answer is refuted.")
