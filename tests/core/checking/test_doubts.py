"""Formulas in prose that come out false, and why they are not refuted."""

from __future__ import annotations

import pytest

from mathviz_chat.core import check
from mathviz_chat.core.verdict import Verdict

DOUBTFUL = [
    ("half of 80 = 40", "a fraction in words before it"),
    ("One-third of 27 = 27 / 3 = 9", "a fraction in words before it"),
    ("Total oranges in 8 boxes = 8 * 20 = 160 oranges.", "a number that only counts the boxes"),
    ("3 small beans = 1 large bean", "an exchange of things"),
    ("4 * 6 = 2 dozen", "a number in words after it"),
    ("17/3 = 5 and 2/3 loads", "a mixed number in words"),
    ("The train leaves at 6:00 + 48 = 6:48 PM.", "a time of day"),
    ("0900 - 0130 = 0730 hours", "a time of day"),
    ("3 / 1/4 = 12", "unclear what is divided"),
    ("5 minutes x 60 = 300 + 58 = 358", "the equals sign goes on computing"),
    ("180 minutes / 60 = 3 hours", "a conversion written as a division"),
    ("3 bobby pins / 12 decorations * 100% = 25", "a percentage without its sign"),
    ("36/5 = 7 with a remainder of 1", "a quotient with remainder"),
    ("He makes $100 + ($100 * (10/100) = $110", "a bracket that is not closed"),
    ("Call the amount e. 4e = 100", "e as a name"),
    ("5 + 5 = 11?", "a question"),
]


@pytest.mark.parametrize(("text", "why"), DOUBTFUL)
def test_what_words_may_explain_is_not_refuted(text: str, why: str) -> None:
    for row in check(text).lines:
        assert row.step.claim.verdict is not Verdict.REFUTED, (why, row.step.claim.reason)


FALSE = [
    ("Natalia sold 48/2 = 25 clips in May.", "left 24, right 25"),
    ("So 3 * $35/hour = $106.", "left 105, right 106"),
    ("7995 (total cookies) - 2595 (rainbow cookies) = 4500.", "left 5400, right 4500"),
    (r"\[ \text{Total} = 84 \times 3 = 253 \text{ sunflowers} \]", "left 252, right 253"),
    ("- Net proceeds = $400,000 - $32,000 - $250,000 = $8,000", "left 118000, right 8000"),
    ("Total cost = 24 x 12 = 298 dollars.", "left 288, right 298"),
]


@pytest.mark.parametrize(("text", "witness"), FALSE)
def test_what_is_false_by_itself_is_refuted(text: str, witness: str) -> None:
    (row,) = check(text).lines
    assert (row.step.claim.verdict, row.step.claim.witness) == (Verdict.REFUTED, witness)
