"""Letters that factors, remainders, roots, terms of progressions and binomials tell something of.

question, expected (None: unread), why
"""

from __future__ import annotations

import pytest

from mathviz_chat.core import check, solve
from mathviz_chat.core.solving.solution import Solution
from mathviz_chat.core.verdict import AnswerVerdict, Verdict

CUBIC = "When x^3 + kx + 4 is divided by x - 2 the remainder is 6"
QUADRATIC = "If α and β are the roots of x^2 - 5x + 3 = 0, find"
SQUARE = "Write 2x^2 - 8x + 3 in the form a(x - h)^2 + k and state the"
SERIES = "The first term of a geometric series is 8 and its sum to infinity is"
TERMS = "The terms x, x+3, 2x+1 are"
ROWS = [
    (f"{CUBIC}. Find k.", "k = -3", "8 + 2k + 4 = 6"),
    ("Find k if the remainder on dividing x^3 + kx + 4 by x - 2 is 6", "k = -3", "another order"),
    ("x^3 + kx^2 - 5 leaves a remainder of 3 when divided by (x - 2). Find k.", "k = 0", "at 2"),
    ("Find k if 2x - 1 is a factor of 4x^3 + kx - 3.", "k = 5", "at 1/2"),
    ("For what value of k is x + 2 a factor of x^3 + kx^2 - 4?", "k = 3", "at -2"),
    (
        "The polynomial x^3 + ax + b has factors x - 1 and x + 2. Find a and b.",
        "a = -3, b = 2",
        "two facts",
    ),
    (
        "p(x) = 2x^3 + ax^2 + bx + 3 is divisible by x - 1 and leaves a remainder of 15 when "
        "divided by x - 2. Find a and b.",
        "a = 3, b = -8",
        "the second one leaves its subject out",
    ),
    (
        "Let f(x) = x^3 + ax^2 + bx - 6. Given that x - 1 is a factor of f(x) and that the "
        "remainder when f(x) is divided by x + 1 is -12, find a and b.",
        "a = 0, b = 5",
        "by its name",
    ),
    (
        "x^3 + ax^2 + b is divided by x - 1 with remainder 4 and by x + 1 with remainder 2. "
        "Find a and b.",
        None,
        "only the first has its verb",
    ),
    (CUBIC.replace("is 6", "is not 6") + ". Find k.", None, "not"),
    (CUBIC.replace("remainder", "quotient") + ". Find k.", None, "the quotient"),
    (f"{CUBIC}. Find the quotient.", None, "another thing asked"),
    (f"{CUBIC}. Find 2k.", None, "twice the letter"),
    (CUBIC.replace("x - 2", "x^2 - 2") + ". Find k.", None, "no linear divisor"),
    (CUBIC.replace("x - 2", "y - 2") + ". Find k.", None, "another letter"),
    (CUBIC.replace("kx + 4", "kx + m") + ". Find k.", None, "two letters, one fact"),
    ("x - 1 is a double factor of x^3 + ax + b. Find a and b.", None, "a double factor"),
    ("x - 1 is a factor of x^3 + ax - 3 but not of x^3 + a. Find a.", None, "and not"),
    (
        "The remainder when x^3 + ax + 1 is divided by x - 1 is three times the remainder when "
        "it is divided by x + 1. Find a.",
        None,
        "one remainder by another",
    ),
    (f"{QUADRATIC} α^2 + β^2", "19", "25 - 6"),
    (f"{QUADRATIC} 1/α + 1/β", "5/3", "their sum over their product"),
    (f"{QUADRATIC} (α - β)^2", "13", "25 - 12"),
    (f"{QUADRATIC} α + β, αβ and α/β + β/α", "(a) 5; (b) 3; (c) 19/3", "three values"),
    (
        "The equation x^2 + 4x - 1 = 0 has roots alpha and beta. Without solving the equation "
        "find alpha^3 + beta^3.",
        "-76",
        "-64 - 12",
    ),
    ("p and q are the roots of 2x^2 - 3x + 5 = 0. Find p^2 + q^2.", "-11/4", "complex roots"),
    (f"{QUADRATIC} α^2 + β", None, "not symmetric"),
    (f"{QUADRATIC} α - β", None, "its sign is open"),
    (f"{QUADRATIC} the equation with roots 2α and 2β", None, "an equation"),
    (QUADRATIC.replace("are the", "are not the") + " α^2 + β^2", None, "not"),
    (QUADRATIC.replace("x^2", "x^3") + " α + β", None, "three roots"),
    (QUADRATIC.replace("x^2", "kx^2") + " α + β", None, "a letter in it"),
    ("Find the sum and product of the roots of 2x^2 - 3x + 5 = 0", "(a) 3/2; (b) 5/2", "both"),
    ("Find the sum of the squares of the roots of x^2 - 5x + 3 = 0", "19", "25 - 6"),
    ("Find the sum of the squares of the real roots of x^2 + 3 = 0", None, "there are none"),
    ("Find the sum and product of the roots of x^2 - 4x + 4 = 0", None, "once or twice"),
    ("Find the sum of the geometric series 1 + 1/2 + 1/4 + ...", "2", "infinite"),
    ("1+2+4+...+512", "1023", "without spaces"),
    ("Find the sum of the arithmetic series 1 + 2 + 4 + ...", None, "it is none"),
    ("2+5+9+...+80", None, "no known series"),
    (f"{SERIES} 12. Find the common ratio.", "r = 1/3", "8/(1 - r) = 12"),
    (
        "The sum to infinity of a geometric progression is 20 and the common ratio is 1/4. "
        "Find the first term.",
        "a = 15",
        "a/(3/4) = 20",
    ),
    (f"{SERIES} 3. Find the common ratio.", None, "a ratio below -1"),
    (SERIES.replace("first", "second") + " 12. Find the common ratio.", None, "another term"),
    (SERIES.replace("geometric", "arithmetic") + " 12. Find the ratio.", None, "no sum"),
    (f"{TERMS} in arithmetic progression. Find x.", "x = 5", "5, 8, 11"),
    ("Find x if 2, x, 18 are in geometric progression", "x = -6 or x = 6", "both signs"),
    (
        "The first three terms of a geometric sequence are k, k+2 and k+5. Find k",
        "k = 4",
        "4, 6, 9",
    ),
    ("Find the value of x so that x, 4, 6x - 2 is an AP", "x = 10/7", "8 = 7x - 2"),
    (f"{TERMS} not in arithmetic progression. Find x.", None, "not"),
    (f"{TERMS} in arithmetic progression. Find the common difference.", None, "another thing"),
    (
        f"{TERMS} the first, third and fourth terms of an arithmetic progression. Find x.",
        None,
        "not in a row",
    ),
    ("k, 2k, 4k are in geometric progression. Find k.", None, "any k but 0"),
    ("Find the term independent of x in (x + 1/x)^6", "20", "C(6, 3)"),
    ("Find the constant term in the expansion of (2x - 1/x^2)^9", "-5376", "-84*64"),
    ("Find the coefficient of x^2 in the expansion of (x - 2/x)^8", "-448", "56*(-8)"),
    ("Find the first four terms of (1 + x)^8", "1 + 8x + 28x^2 + 56x^3", "ascending powers"),
    ("Find the first three terms of (1 - 2x)^(1/2)", "1 - x - x^2/2", "a series"),
    ("Find the middle term in the expansion of (x + 1/x)^6", None, "another term"),
    ("Find the term independent of x in (x + 1/y)^6", None, "two letters"),
    ("Find the sum of the first four terms of (1 + x)^8", None, "their sum"),
    ("Find the first four terms of (1 + x)^8 in descending powers of x", None, "the other end"),
    (f"{SQUARE} minimum point", "(a) 2(x - 2)^2 - 5; (b) (2, -5)", "two parts"),
    (
        "Express x^2 - 4x + 7 in the form (x - a)^2 + b and hence state its minimum value",
        "(a) (x - 2)^2 + 3; (b) 3",
        "the value",
    ),
    (f"{SQUARE} maximum point", None, "it has none"),
    (f"{SQUARE} y-intercept", None, "another thing"),
    (f"{SQUARE} minimum point of y = x^2", None, "of another curve"),
]


@pytest.mark.parametrize(("question", "expected", "why"), ROWS, ids=[row[0] for row in ROWS])
def test_what_is_told_about_letters(question: str, expected: str | None, why: str) -> None:
    found = solve(question)
    if expected is None:
        assert not isinstance(found, Solution), why
        return
    assert isinstance(found, Solution), why
    assert (found.answer.plain, found.verdict) == (expected, AnswerVerdict.VERIFIED), why
    claims = [step.claim for step in found.steps if step.kind not in ("setup", "text")]
    assert all(claim.verdict is Verdict.PROVED for claim in claims), why


WRONG = [
    (f"{CUBIC}. Find k.", "k = 3"),
    (f"{QUADRATIC} α^2 + β^2", "25"),
    (f"{SERIES} 12. Find the common ratio.", "r = 2/3"),
    ("Find x if 2, x, 18 are in geometric progression", "x = 6"),
    ("Find the term independent of x in (x + 1/x)^6", "15"),
]


@pytest.mark.parametrize(("question", "answer"), WRONG)
def test_wrong_answers_are_refuted(question: str, answer: str) -> None:
    assert check(answer, question=question).answer_verdict is AnswerVerdict.REFUTED
