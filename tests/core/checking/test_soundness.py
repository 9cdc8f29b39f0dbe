"""A sample of the soundness gate (``python -m scripts.soundness`` runs all of it)."""

from __future__ import annotations

from fractions import Fraction

import pytest

from mathviz_chat.core import check
from mathviz_chat.core.checking.judgement import NOT_GROUNDED, Judgement
from mathviz_chat.core.kernel import Decision, Outcome, holds
from mathviz_chat.core.reading.tree import Chain, Number, RelOp
from mathviz_chat.core.verdict import Relation, Verdict
from scripts.soundness.__main__ import CLASSES, judge

CASES_PER_CLASS = 4

FOUND = [
    (
        r"$$\begin{aligned} \det\begin{pmatrix} 2 & 2 \\ 4 & -4 \end{pmatrix} = 0 \end{aligned}$$",
        Verdict.REFUTED,
        "the rows of a matrix are no rows of the display: not `4 - 4 = 0`",
    ),
    (
        r"$$\begin{aligned} \det\begin{pmatrix} 2 & 2 \\ 4 & -4 \end{pmatrix} = -16 \end{aligned}$$",  # noqa: E501
        Verdict.PROVED,
        "the same with the right value",
    ),
    ("- -5 + 20 = 15", Verdict.PROVED, "the first dash marks an item of a list"),
    ("- (48 * 53) mod 7 = 3", Verdict.PROVED, "the dash marks an item of a list"),
    ("0.(3) = 3", Verdict.REFUTED, "a repeating decimal, not `(3) = 3` after a full stop"),
    ("5 + 5 = 10.(3)", Verdict.UNCHECKED, "a full stop and the number of an equation, perhaps"),
    ("2.(3 + 4) = 7", Verdict.UNCHECKED, "a product, not `(3 + 4) = 7` after a full stop"),
    ("5 + 5 = 10.<<5+5=10>>", Verdict.PROVED, "a calculator note after a full stop"),
    ("1 = 1(number of minutes)", Verdict.UNCHECKED, "a product with words"),
    ("This gives 53 m = 530 cm", Verdict.REFUTED, "the word before takes no part in it"),
    ("38 ft + 8 in = 464 in", Verdict.PROVED, "inches, not the word in"),
    (
        r"$\begin{pmatrix} 2 & 0 \\ 0 & 4 \end{pmatrix}^{-1} = "
        r"\begin{pmatrix} 1/2 & 0 \\ 0 & 1/4 \end{pmatrix}$",
        Verdict.PROVED,
        "an inverse",
    ),
]
"""Rows that the generator found."""


@pytest.mark.parametrize(("line", "verdict", "why"), FOUND)
def test_what_the_generator_found(line: str, verdict: Verdict, why: str) -> None:
    (row,) = check(line).lines
    assert row.step.claim.verdict is verdict, (why, row.step.claim)


def test_a_letter_i_alone_is_not_taken_for_a_variable() -> None:
    question = "Compute i^5, where i is the imaginary unit."
    assert check("i^5 = i", question=question).lines[-1].step.claim.verdict is Verdict.PROVED


def _relation(left: int, op: RelOp, right: int) -> Chain:
    return Chain((Number(Fraction(left)), Number(Fraction(right))), (op,))


@pytest.mark.parametrize(
    "ground",
    [
        None,
        Decision(Outcome.PROVED, "a search", "found, and no proof of it"),
        Decision(Outcome.PROBABLE, "values", "agrees at 50 points"),
        holds(_relation(2, RelOp.GT, 3), {}),
    ],
)
def test_nothing_is_proved_without_a_proof_of_the_kernel(ground: Decision | None) -> None:
    claimed = Judgement(Verdict.PROVED, Relation.SAME, "Both sides are 4.", ground=ground)
    assert claimed.verdict is Verdict.UNCHECKED
    assert claimed.reason == NOT_GROUNDED


def test_a_proof_stays_one() -> None:
    proved = holds(_relation(3, RelOp.GT, 2), {})
    claimed = Judgement(Verdict.PROVED, Relation.SAME, "Both sides are 4.", ground=proved)
    assert claimed.verdict is Verdict.PROVED


def test_a_contradiction_that_does_not_follow_is_said_to_be_false_only() -> None:
    claim = check("3 = 5, which is false", question="Solve 2x = 4").lines[-1].step.claim
    assert "no solution" not in claim.reason


def test_an_excluded_point_is_no_answer() -> None:
    question = "Solve x/(x - 3) = 3/(x - 3) + 2 for x"
    assert check("Answer: x = 3", question=question).lines[-1].step.claim.verdict is Verdict.REFUTED


@pytest.mark.parametrize("name", CLASSES)
def test_no_wrong_step_is_proved_and_no_right_step_refuted(name: str) -> None:
    for index in range(CASES_PER_CLASS):
        row = judge((name, 1, index))
        assert row.wrong.verdict is not Verdict.PROVED, row
        assert row.right.verdict is not Verdict.REFUTED, row
