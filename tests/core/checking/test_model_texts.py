"""What a real model wrote, marked: no wrong answer is verified, no right one refuted."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from mathviz_chat.core import check, equal
from mathviz_chat.core.checking.equality import EqualityResult
from mathviz_chat.core.verdict import AnswerVerdict

TEXTS = Path(__file__).parents[2] / "data" / "model_texts" / "qwen2.5-coder-1.5b.jsonl"
ALLOWED = {
    AnswerVerdict.VERIFIED: EqualityResult.EQUAL,
    AnswerVerdict.CHECKED: EqualityResult.EQUAL,
    AnswerVerdict.REFUTED: EqualityResult.UNEQUAL,
}


def test_each_answer_is_judged_as_its_question_is() -> None:
    """``equal`` compares with the known answer, which the checker does not see."""
    verdicts: Counter[AnswerVerdict] = Counter()
    for line in TEXTS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        report = check(row["text"], question=row["question"])
        verdicts[report.answer_verdict] += 1
        if report.answer is None or report.answer_verdict not in ALLOWED:
            continue
        found = equal(row["answer"], report.answer.text, question=row["question"]).result
        allowed = (ALLOWED[report.answer_verdict], EqualityResult.UNDECIDED)
        assert found in allowed, (row["question"], row["text"], report.answer_reason)
    assert verdicts[AnswerVerdict.VERIFIED] >= 119  # they were looked at, one by one
    assert verdicts[AnswerVerdict.REFUTED] >= 58
