"""Areas between curves: where they meet is worked out on the way, and judged like an equation."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from mathviz_chat.core import check
from mathviz_chat.core.verdict import AnswerVerdict

TWO = "Find the area between y = x^2 and y = x + 2"
AXIS = "Find the area enclosed by y = 4 - x^2 and the x-axis"
PART = "Find the area between y = x^3 and y = x from 0 to 1"
INTEGRAL = "integral(x + 2 - x^2, x, -1, 2) = 9/2"

# question, lines, a letter for each verdict, why
ROWS = [
    (
        TWO,
        ["x^2 = x + 2", "x^2 - x - 2 = 0", "(x - 2)(x + 1) = 0", "x = 2 or x = -1", INTEGRAL],
        "UPPPP",
        "the curves set equal: given, and no identity",
    ),
    (TWO, ["x + 2 = x^2", "x = 2", "x = -1", INTEGRAL], "UPPP", "one end a line"),
    (TWO, ["The curves meet at x = -1 and x = 2.", INTEGRAL], "UP", "told in words"),
    (AXIS, ["4 - x^2 = 0", "x = ±2", "integral(4 - x^2, x, -2, 2) = 32/3"], "UPP", "the axis"),
    (TWO, ["x^2 = x + 2", "(x - 2)(x + 3) = 0", "9/2"], "URP", "a wrong factor"),
    (TWO, ["x^2 = x + 3", "9/2"], "RP", "another line"),
    (TWO, ["x^2 = x + 2", "x = 2 or x = 1", "9/2"], "URP", "a wrong end"),
    (TWO, [INTEGRAL.replace("9/2", "7/2")], "R", "a wrong value"),
    (
        TWO,
        [
            "integral(x + 2 - x^2, x) = x^2/2 + 2x - x^3/3 + C",
            "x + 2 - x^2 = -(x - 2)(x + 1)",
            "9/2",
        ],
        "PPP",
        "identities stay identities",
    ),
    (
        TWO,
        ["x^2 = x + 2", "x + 2 - x^2 = (x - 2)(x + 1)", "9/2"],
        "URP",
        "trap: a wrong sign in one",
    ),
    (TWO, ["x + 2 - x^2 = x^2 - x - 2", "9/2"], "RP", "trap: it holds where they meet alone"),
    (AXIS, ["4 - x^2 = (x - 2)(x + 2)", "32/3"], "RP", "trap: the same on the axis"),
    (TWO, ["x^2 = x + 2", "-1 < x < 2", "x + 2 > x^2", "9/2"], "UUUP", "ranges between the ends"),
    (PART, ["x^3 = x", "x = 0 or x = 1", "1/4"], "UUP", "of three places two are the ends"),
]


@pytest.mark.parametrize(("question", "lines", "verdicts", "why"), ROWS, ids=[r[3] for r in ROWS])
def test_where_curves_meet(question: str, lines: Sequence[str], verdicts: str, why: str) -> None:
    report = check("\n".join(lines), question=question)
    assert "".join(row.step.claim.verdict[0].upper() for row in report.lines) == verdicts
    right = "R" not in verdicts
    assert not right or report.answer_verdict is AnswerVerdict.VERIFIED
