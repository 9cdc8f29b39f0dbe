"""A line is proved as a whole: what stands beside a right claim may change or extend it, or not.

The rows are those of ``tests/data/beside_claims.tsv``: *extended* where what stands beside the
claim is wrong, is not judged or takes something back, *harmless* where it explains the claim, says
it again or counts things.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from mathviz_chat.core import check
from mathviz_chat.core.verdict import AnswerVerdict, Verdict

DATA = Path(__file__).parents[2] / "data" / "beside_claims.tsv"


def _rows(beside: str) -> list[tuple[str, str]]:
    """(text, class) of the rows of that kind."""
    lines = DATA.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [(text, kind) for found, kind, text in rows if found == beside]


@pytest.mark.parametrize(("text", "kind"), _rows("extended"))
def test_a_claim_that_goes_on_to_something_else_is_not_proved(text: str, kind: str) -> None:
    report = check(text.replace("; ", "\n"))
    assert report.lines[-1].step.claim.verdict is not Verdict.PROVED, kind
    assert report.answer_verdict is not AnswerVerdict.VERIFIED, kind


@pytest.mark.parametrize(("text", "kind"), _rows("harmless"))
def test_a_claim_with_words_that_change_nothing_is_proved(text: str, kind: str) -> None:
    report = check(text.replace("; ", "\n"))
    assert report.lines[-1].step.claim.verdict is Verdict.PROVED, kind
    assert report.answer_verdict is not AnswerVerdict.REFUTED, kind


def test_there_are_rows_of_both_kinds() -> None:
    assert len(_rows("extended")) > 500
    assert len(_rows("harmless")) > 250
