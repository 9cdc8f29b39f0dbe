"""Claims that words make between two formulas."""

from __future__ import annotations

import pytest

from mathviz_chat.core import check

ROWS = (
    ("The derivative of x² is 3x.", "refuted", "a wrong derivative in words"),
    ("The derivative of x^2 is 2x.", "proved", "a right one"),
    (
        "The derivative of x^2 is 2x, so the slope at 3 is 7.",
        "unchecked",
        "more, which is not read",
    ),
    (
        r"So the derivative of $x^2 \sin x$ is $x^2 \cos x$.",
        "refuted",
        "the product rule forgotten",
    ),
    ("The derivative of f(x) = x^3 is 3x^2.", "unchecked", "the name is not read with it"),
    ("The derivative of k x^2 with respect to x is 2 k x.", "proved", "the variable is said"),
    ("The derivative of x^2 is 2 times x.", "unchecked", "what follows belongs to it"),
    ("The second derivative of x^3 is 6x.", "unchecked", "another derivative than the first"),
    ("The antiderivative of 2x is x^2.", "unchecked", "another operation"),
    ("The derivative of x^2 is not 3x.", "unchecked", "denied"),
)


@pytest.mark.parametrize(("line", "verdict", "reason"), ROWS, ids=[row[2] for row in ROWS])
def test_a_derivative_stated_in_words_is_a_claim(line: str, verdict: str, reason: str) -> None:
    (marked,) = check(line).lines
    assert marked.step.claim.verdict == verdict, reason
