"""The use as a library, as docs/checking.md shows it."""

from __future__ import annotations

from mathviz_chat.core import check, equal
from mathviz_chat.core.checking.equality_result import EqualityResult
from mathviz_chat.core.verdict import AnswerVerdict, Verdict


def test_a_checked_text_says_which_line_is_wrong_and_why() -> None:
    report = check("Solve 2x + 3 = 7\n2x = 10\nx = 5")
    assert (report.verdict, report.first_wrong) == (Verdict.REFUTED, 2)
    claim = report.lines[1].step.claim
    assert claim.reason == "It does not follow from 2x + 3 = 7, which has the solution x = 2."
    assert claim.witness == "x = 5: left 13, right 7"
    assert report.answer_verdict is AnswerVerdict.REFUTED


def test_an_answer_names_its_conditions() -> None:
    report = check("Simplify (x^2 - 9)/(x - 3)\nAnswer: x + 3")
    assert report.answer is not None
    assert report.answer.conditions == ("x != 3",)


def test_answers_are_compared() -> None:
    assert equal("1/2", "50%").result is EqualityResult.EQUAL
    assert equal("12 cm", "12 m").result is EqualityResult.UNEQUAL
    assert equal("9", "9%").result is EqualityResult.UNDECIDED
    assert equal("9", "9%", question="What percentage?").result is EqualityResult.EQUAL
