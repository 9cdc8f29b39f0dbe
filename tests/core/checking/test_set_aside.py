"""Answers of texts that leave out some of the values they name, each with the reason."""

from __future__ import annotations

import pytest

from mathviz_chat.core import check
from mathviz_chat.core.verdict import AnswerVerdict

ROOT = "Solve sqrt(x + 6) = x; x + 6 = x^2; x = 3 or x = -2; "
POLE = "Solve x/(x - 1) = 1/(x - 1); x = 1; "
SQUARE = "Solve x^2 = 4; x = 2 or x = -2; "

LOG = "Solve log_2(x) + log_2(x - 2) = 3; x = 4 or x = -2; "

ROWS = [
    ("Solve x^2 = 9; x = 3 or x = -3 (reject x = -3)", AnswerVerdict.REFUTED, "trap: named too"),
    ("Solve 3x > 9 and 2x < 20; x > 3; x < 10", AnswerVerdict.VERIFIED, "both ranges"),
    (
        "Solve 3x > 9 and 2x < 20; x > 3; x < 10; So x > 3 or x < 10.",
        AnswerVerdict.REFUTED,
        "trap: the last line joins them otherwise",
    ),
    (
        "Solve 3x > 9 and 2x < 20; x > 3; x < 10; 3 < x < 11",
        AnswerVerdict.REFUTED,
        "trap: the last line is another range",
    ),
    (
        "Solve 2x > 4 and 3x > 15; x > 5; so x > 2 is the answer",
        AnswerVerdict.UNCHECKED,
        "trap: one of them is called the answer",
    ),
    (f"{LOG}x = 4 (reject x = -2)", AnswerVerdict.VERIFIED, "the verb is about what follows it"),
    (f"{LOG}x = 4, discard x = -2.", AnswerVerdict.VERIFIED, "without brackets"),
    (f"{LOG}x = 4 (x = -2 is extraneous)", AnswerVerdict.VERIFIED, "a remark in brackets"),
    (
        f"{LOG}x = 4 (x = -2 is rejected because log of a negative is undefined)",
        AnswerVerdict.VERIFIED,
        "with its reason",
    ),
    (f"{LOG}x = -2 (reject x = 4)", AnswerVerdict.UNCHECKED, "trap: the wrong one is left out"),
    (f"{LOG}x = 4, reject", AnswerVerdict.UNCHECKED, "trap: the verb is about what stands before"),
    ("Solve x^2 - 5x + 6 = 0; x = 2 (reject x = 3)", AnswerVerdict.REFUTED, "trap: a solution"),
    (f"{ROOT}x = -2 is extraneous.", AnswerVerdict.VERIFIED, "what is left"),
    (f"{ROOT}We reject x = -2.", AnswerVerdict.VERIFIED, "the word before it"),
    (f"{ROOT}x = 3 is extraneous.", AnswerVerdict.REFUTED, "the wrong one is left"),
    (f"{ROOT}Reject -2: a root is not negative.", AnswerVerdict.UNCHECKED, "named by its value"),
    (f"{ROOT}Only the positive one counts.", AnswerVerdict.UNCHECKED, "named by its sign"),
    (f"{ROOT}x = -2 is extraneous, and so x = 3.", AnswerVerdict.VERIFIED, "named again"),
    (f"{ROOT}So both are solutions.", AnswerVerdict.REFUTED, "nothing is left out"),
    (f"{SQUARE}Discard the negative root.", AnswerVerdict.UNCHECKED, "a solution is left out"),
    (f"{SQUARE}x = -2 is rejected.", AnswerVerdict.REFUTED, "it is a solution"),
    (f"{SQUARE}No solution is lost.", AnswerVerdict.UNCHECKED, "words that nothing reads"),
    (f"{SQUARE}Neither of them is extraneous.", AnswerVerdict.VERIFIED, "nothing is left out"),
    (f"{SQUARE}There are no extraneous solutions.", AnswerVerdict.VERIFIED, "nor here"),
    ("Solve 2x = 4; x = 2 is the only real solution.", AnswerVerdict.VERIFIED, "nor here"),
    (f"{SQUARE}The negative one is not valid.", AnswerVerdict.UNCHECKED, "a solution is left out"),
    (f"{SQUARE}Neither can be simplified.", AnswerVerdict.VERIFIED, "nothing is left out"),
    (f"{POLE}But x = 1 is not allowed, so there is no solution.", AnswerVerdict.VERIFIED, "none"),
    (
        f"{POLE}The denominator is 0 at x = 1, so no solution exists.",
        AnswerVerdict.VERIFIED,
        "none",
    ),
    (f"{POLE}We reject x = 1.", AnswerVerdict.VERIFIED, "all of them are left out"),
    (f"{POLE}x = 1 is the solution.", AnswerVerdict.REFUTED, "it is not"),
    ("Solve 2x = 4; x = 2, so there is no solution.", AnswerVerdict.UNCHECKED, "both are said"),
    ("Solve 2x = 4; x = 2; No solution.", AnswerVerdict.REFUTED, "the last line counts"),
    (
        "How many real solutions does x^2 = 4 have?; x = 2 or x = -2; Two.",
        AnswerVerdict.UNCHECKED,
        "a solution is no number of them",
    ),
    (
        "It is 9:45 now. What time will it be in 2 hours?; 9:45 + 2:00 = 11:45",
        AnswerVerdict.UNCHECKED,
        "45 is cut out of a time",
    ),
    ("Find the critical points of f(x) = x^3 - 3x; x = ±1", AnswerVerdict.VERIFIED, "both signs"),
    ("Find the critical points of f(x) = x^3 - 3x; x = ±2", AnswerVerdict.REFUTED, "no such ones"),
    ("Find the domain of f(x) = 1/(x^2 - 9); x ≠ ±3", AnswerVerdict.VERIFIED, "both are left out"),
]


@pytest.mark.parametrize(("text", "verdict", "why"), ROWS)
def test_the_answer_is_what_is_left(text: str, verdict: AnswerVerdict, why: str) -> None:
    assert check(text.replace("; ", "\n")).answer_verdict is verdict, why
