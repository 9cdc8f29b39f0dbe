"""Asides that change no answer are left out; what chooses, limits or asks is not."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems import Problem, Unread, read_question

LEFT_OUT = [
    ("Using the quadratic formula or otherwise, solve 2x² + 3x − 5 = 0.",
     "Solve 2x^2 + 3x - 5 = 0", "or otherwise"),
    ("By completing the square, or any other method, state the minimum value of x² − 8x + 21.",
     "Find the minimum value of x^2 - 8x + 21", "any other method"),
    ("Compute, by multiplying by the conjugate, lim (√(x+4) − 2)/x as x → 0.",
     "Find the limit of (sqrt(x + 4) - 2)/x as x approaches 0", "a way between commas"),
    ("Integrate x/(x²+1) dx - my teacher said to use substitution",
     "Integrate x/(x^2 + 1)", "whose idea it is"),
    ("I know I have to use the product rule but I get stuck: differentiate x² sin x.",
     "Differentiate x^2 sin(x)", "what is known, and what not"),
    ("solve 7 - 3x > 1, i always forget when to flip the sign",
     "Solve 7 - 3x > 1", "what is forgotten"),
    ("solve 3 - 2x <= 11 pls, i never know when the sign flips",
     "Solve 3 - 2x <= 11", "a remark before it"),
    ("What's the derivative of e^(3x) cos x? We keep getting different answers.",
     "Differentiate e^(3x) cos(x)", "answers that differ"),
    ("My daughter has this decimal one. Could you solve 0.4w + 1.5 = 3.9 − 0.2w? Thank you so "
     "much.", "Solve 0.4w + 1.5 = 3.9 - 0.2w", "whose it is"),
    ("Solve x² = 7x. A student divided both sides by x and lost a solution.",
     "Solve x^2 = 7x", "another's slip"),
    ("solve √(2x+3) = x and dont forget to check for false solutions",
     "Solve sqrt(2x + 3) = x", "a check"),
    ("Solve √(x+12) = x. Remember to reject any extraneous solutions!",
     "Solve sqrt(x + 12) = x", "what is rejected anyway"),
    ("Solve 3/(x-2) = 5/(x+4), rejecting any value that makes the denominator zero",
     "Solve 3/(x - 2) = 5/(x + 4)", "the domain"),
    ("Find ∫ (4x - 1) dx, and never forget the constant of integration",
     "Integrate 4x - 1", "the constant"),
    ("Solve 7^x = 12. I want an exact answer with logs, not a decimal.",
     "Solve 7^x = 12", "the form that it has anyway"),
    ("general solution of y'' - 4y = 0 (y is a function of x, use C1 and C2 for the constants)",
     "Solve y'' - 4y = 0", "two asides in brackets"),
    ("How do I get x on its own in ax + b = cx + d? You can take it that a and c are different.",
     "Solve ax + b = cx + d for x", "what is taken for granted"),
    ("By putting u = 3^x, or in any other way, solve 9^x - 4·3^x + 3 = 0.",
     "Solve 9^x - 4*3^x + 3 = 0", "a substitution"),
    ("A plot is a rectangle 3 m longer than it is wide. Its area is 70 m². Set up a quadratic "
     "equation and find the width.",
     "A plot is a rectangle 3 m longer than it is wide. Its area is 70 m². Find the width.",
     "an equation on the way"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "plain", "reason"), LEFT_OUT, ids=[row[2] for row in LEFT_OUT])
def test_an_aside_is_left_out(text: str, plain: str, reason: str) -> None:
    expected = read_question(plain)
    assert isinstance(expected, Problem)
    assert read_question(text) == expected


NOT_LEFT_OUT = [
    ("Not by factoring, but solve x² = 4 for the negative root only.", "a negation, and one root"),
    ("I know it is not substitution: integrate x/(x²+1).", "a negation"),
    ("Solve x² = 9. I know how many solutions it has: one.", "a count that is wrong"),
    ("Solve 3x = 12 and don't forget to double the answer", "a second task"),
    ("Solve x^2 = x, remember to throw out the wrong one", "which one is wrong"),
    ("Someone in my class divided both sides by x. What did they lose in x² = 7x?",
     "another question"),
    ("You can take it that a and b are not positive: solve x² = ab for x", "a sign"),
    ("Solve x² = 4, everyone knows why x is not negative.", "a condition"),
    ("Use long division and multiply by 2: 144 / 12", "a second task"),
    ("Set up an equation for a number plus 7 is 19, do not solve it.", "a negation"),
    ("solve for x where x is even, x^2 = 4 ... find it", "a condition"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "reason"), NOT_LEFT_OUT, ids=[row[1] + row[0][:20] for row in NOT_LEFT_OUT]
)
def test_what_chooses_limits_or_asks_is_no_aside(text: str, reason: str) -> None:
    assert isinstance(read_question(text), Unread)
