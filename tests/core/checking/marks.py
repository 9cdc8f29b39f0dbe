"""The verdicts on a written solution as letters, for tables of solutions."""

from __future__ import annotations

from mathviz_chat.core import check
from mathviz_chat.core.verdict import AnswerVerdict, Verdict

SIGNS = {Verdict.PROVED: "P", Verdict.REFUTED: "R", Verdict.PROBABLE: "~", Verdict.UNCHECKED: "-"}
_ANSWERS = {AnswerVerdict.VERIFIED: "V", AnswerVerdict.REFUTED: "R"}


def marks(solution: str) -> str:
    """``PP-V``: a letter for each line and one for the answer, - where nothing is decided.

    solution: the question and the lines, separated by ``; ``.
    """
    question, *lines = solution.split("; ")
    report = check("\n".join(lines), question=question)
    said = "".join(SIGNS[row.step.claim.verdict] for row in report.lines)
    return said + _ANSWERS.get(report.answer_verdict, "-")
