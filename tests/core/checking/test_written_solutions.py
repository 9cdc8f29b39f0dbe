"""Solutions as students, textbooks and models write them: each text with its verdicts and why.

The first line is the question. P is proved, R refuted, ~ probable, - unchecked, line by line. A row
that says "trap" is the near miss beside the one above it, which must not be proved.
"""

from __future__ import annotations

import pytest

from mathviz_chat.core import check
from mathviz_chat.core.verdict import AnswerVerdict, Verdict

SIGNS = {Verdict.PROVED: "P", Verdict.REFUTED: "R", Verdict.PROBABLE: "~", Verdict.UNCHECKED: "-"}

SYSTEM = "Solve 2x + 3y = 12 and 5x - y = 13; 2x + 3y = 12 (1); "

LABELS = [
    (SYSTEM + "5x - y = 13 (2)", "-PP", "labels that count on"),
    (SYSTEM + "5x - y = 14 (2)", "-PR", "trap: wrong without the label"),
    (SYSTEM + "5x - y = 13 (2); 15x - 3y = 39 (3)", "-PPP", "a third label"),
    (SYSTEM + "5x - y = 13 (2); 15x - 3y = 13 (3)", "-PP-", "trap: it holds with a factor of 3"),
    (SYSTEM + "5x - y = 13 (2); 15x - 3y = 38 (3)", "-PPR", "trap: wrong in both readings"),
    (SYSTEM + "5x - y = 13 (2); 17x = 51 (1) + 3(2)", "-PPP", "a combination after it"),
    (SYSTEM + "5x - y = 13 (2); 17x = 51 [(1) + 3(2)]", "-PPP", "a combination in brackets"),
    (SYSTEM + "5x - y = 13 (2); 3 × (2) : 15x - 3y = 39", "-PPP", "a combination before it"),
    (SYSTEM + "5x - y = 13 (2); 3 × (2) : 15x - 3y = 13", "-PPR", "trap: one side is not tripled"),
    (SYSTEM + "5x - y = 13 (2); (1) + 3(2) ⇒ 17x = 51", "-PPP", "an arrow after it"),
    ("Solve 2x + 3y = 12 and 5x - y = 13; 5x - y = 13 (2)", "--", "2 is not the first label"),
    ("Solve 2x + 3y = 12 and 5x - y = 13; 5x - y = 13   (2)", "-P", "a wide gap"),
    ("Solve 2x + 3y = 12 and 5x - y = 13; 5x - y = 13 --- (2)", "-P", "a line of dashes"),
    ("Solve 2x + 3y = 12 and 5x - y = 13; 5x - y = 13 - (2)", "--", "a minus sign, or a dash"),
    ("Solve 2x + 3y = 12 and 5x - y = 13; 5x - y = 13 ②", "-P", "a circled number"),
    ("Solve 2x + 3y = 12 and 5x - y = 13; [2] 5x - y = 13", "-P", "in square brackets"),
    ("Solve 2x + 3y = 12 and 5x - y = 13; 5x - y = 13 (eq. 2)", "-P", "a label in words"),
    ("Solve 2x + 3y = 12 and 5x - y = 13; 5x - y = 13 (ii)", "-P", "a Roman number"),
    ("Solve 2x + 3y = 12 and 5x - y = 13; 5x - y = 13 (B)", "-P", "a capital letter"),
    (r"Solve 2x + 3y = 12 and 5x - y = 13; $$5x - y = 13 \tag{2}$$", "-P", "LaTeX's own label"),
    (r"Solve 2x + 3y = 12 and 5x - y = 13; $5x - y = 14 \qquad (2)$", "-R", "trap: a wrong one"),
    ("Solve x/5 = 4; x = 4 (5)", "-P", "a factor"),
    ("Solve x/5 = 4; x = 5 (5)", "-R", "trap: a wrong factor"),
    ("Solve x + y = 9 and y = 2x; x + y = 9 (1); y = 2x (2); y = 2 (3)", "-PPP", "a value put in"),
    ("6 = 2 (3)", "P", "numbers alone have no label"),
]

ANSWERS = [
    ("Solve 4x^2 - 5x - 5 = 0; x = (5 ± √105)/8", AnswerVerdict.VERIFIED, "both signs in a quotient"),
    ("Solve 4x^2 - 5x - 5 = 0; x = (5 ± √104)/8", AnswerVerdict.REFUTED, "trap: another root"),
    ("Solve 4x^2 - 5x - 5 = 0; x = (5 + √105)/8", AnswerVerdict.REFUTED, "trap: one sign only"),
    ("Solve x^4 - 5x^2 + 6 = 0; x = ±√2, ±√3", AnswerVerdict.VERIFIED, "two pairs"),
    ("Solve x^4 - 5x^2 + 6 = 0; x = ±√2, √3", AnswerVerdict.REFUTED, "trap: half of a pair"),
]


def signs(text: str) -> str:
    report = check("\n".join(text.split("; ")))
    found = {row.line: SIGNS[row.step.claim.verdict] for row in report.lines}
    return "".join(found.get(line + 1, "-") for line in range(len(text.split("; "))))


@pytest.mark.parametrize(("text", "expected", "why"), LABELS)
def test_each_line_gets_its_verdict(text: str, expected: str, why: str) -> None:
    assert signs(text) == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), ANSWERS)
def test_the_answer_gets_its_verdict(text: str, expected: AnswerVerdict, why: str) -> None:
    assert check("\n".join(text.split("; "))).answer_verdict == expected, why
