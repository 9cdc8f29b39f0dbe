"""Notations with two meanings: what only one of them makes true is neither proved nor refuted.

P is proved, R refuted, ~ probable, - unchecked, line by line; lines are separated by ``; ``.
"""

from __future__ import annotations

import pytest

from mathviz_chat.core import check
from mathviz_chat.core.verdict import AnswerVerdict
from tests.core.checking.test_red_team import SIGNS

LINES = [
    # a fraction below a sign of division
    ("1/2 ÷ 1/4 = 2", "P", "a fraction by a fraction"),
    ("1/2 ÷ 1/4 = 1/8", "R", "not from left to right"),
    (r"3/4 \div 2/3 = 9/8", "P", "in LaTeX"),
    ("1/2 : 1/4 = 2", "P", "with a colon"),
    ("2÷1/3 = 6", "P", "without spaces"),
    ("3 ÷ 1/2 ÷ 1/3 = 18", "P", "one after the other"),
    ("24 ÷ 6/3 = 12", "-", "a fraction or a second division"),
    ("24 ÷ 6/3 = 4/3", "-", "the same"),
    ("1/2 / 1/4 = 2", "-", "the slash with spaces may bind last"),
    ("1/2 / 1/4 = 1/8", "-", "or first"),
    ("6 / 2 / 3 = 1", "P", "all with spaces: from left to right"),
    ("1/2 ÷ 1/4^2 = 8", "-", "of the fraction or of the 4"),
    ("1/2 ÷ 1/4x = 2x", "-", "x above or below"),
    ("2 1/2 ÷ 1 1/4 = 2", "P", "mixed numbers"),
    ("6 cups ÷ 3/4 cup = 8", "P", "a fraction with a unit"),
    # the letter i
    ("(1 + i)/(1 - i) = i", "P", "the letter stands on both sides: the constant"),
    ("i^5 = i", "P", "the same"),
    ("i^3 = i", "-", "the constant or an index"),
    ("i = 5; i^2 = 25", "-P", "a variable in the lines after it too"),
    ("e = 5; e^2 = 25", "-P", "so with e"),
    ("i = i + 1", "-", "an assignment of a program, perhaps"),
    # roots written as powers
    ("x^(2/3) = 4; x = 8", "--", "-8 is lost where the root of -8 is -2"),
    ("x^(2/3) = 4; x = 8 or x = -8", "--", "-8 is wrong where the power is not defined"),
    ("x^(1/3) = -2; x = -8", "--", "no solution, or this one"),
    ("x^(1/3) = 2; x = 8", "-P", "the same either way"),
    ("x^(1/3) = 2; x = 9", "-R", "wrong either way"),
    ("x^(3/2) = 8; x = 4", "-P", "an even root has one meaning"),
    ("(x^2 + 1)^(1/3) = 2; x = ±sqrt(7)", "-P", "the base is never negative"),
    # another arithmetic
    ("101 + 11 = 1000 (binary)", "-", "to the base 2"),
    ("In binary, 10 + 10 = 20", "-", "false to the base 2"),
    ("Binary: 101 + 11 = 1000", "-", "before a colon"),
    ("In base 5, 4 + 1 = 10", "-", "to the base 5"),
    ("Add in binary:; 101 + 11 = 1000", "--", "said in a line before"),
    ("Convert 13 to binary; 13 = 8 + 4 + 1; 13 = 1101", "-P-", "the usual numbers, then digits"),
    ("hexadecimal: 9 + 1 = 10", "-", "A in hexadecimal"),
    ("In binary, 101_2 + 11_2 = 1000_2", "P", "the base stands at the numbers"),
    ("In base 10, 7 + 5 = 12", "P", "the usual base"),
    ("In binary, 101 + 11; Work out the value in base 10: 5 + 3 = 8", "-P", "its own base is said"),
    ("In binary; The value in decimal: 5 + 3 = 9", "-R", "so it can be refuted"),
    ("The base is 5: 5 * 4 = 20", "P", "the base of a figure"),
    ("mod 7: 3 * 5 = 1", "-", "modulo 7"),
    ("Working mod 7,; 3 * 5 = 1", "--", "said in a line before"),
    ("In Z_7, 3 * 5 = 1", "-", "the ring"),
    ("In clock arithmetic, 9 + 5 = 2", "-", "modulo 12"),
    ("mod 7: 3 * 5 = 1 (mod 7)", "P", "the modulus is written"),
    ("Boolean: 1 + 1 = 1", "-", "no sum of numbers"),
    ("sin(30) = -0.988 (in degrees)", "-", "the text says degrees"),
    ("Use degree mode.; sin(30) = -0.988", "--", "said in a line before"),
    ("In degrees, sin(30°) = 0.5", "P", "the sign is written"),
    # the value at a point
    ("d/dx(sin x) at x = 0 = 0", "-", "the last sign goes on from the derivative"),
    ("d/dx(sin x) at x = 0 = 1", "-", "the same, where it holds"),
    # a hyphen between letters is a minus sign
    ("(x-y)(x+y) = x + y", "-", "not the second bracket alone"),
    ("(x-y)(x+y) = x^2 - y^2", "P", "both brackets"),
    ("2(x-y) = 2x - 2y", "P", "a difference in a bracket"),
    ("|a-b| = |b-a|", "P", "between bars"),
    ("(ab-cd)(x+y) = x + y", "-", "products of letters"),
    ("abc-abd = ab(c-d)", "P", "of three letters"),
    ("(sinx-cosx)(x+1) = x+1", "-", "functions written together with x"),
    ("x^2 - y^2 = 0; (x-y)(x+y) = 0; y = x or y = -x", "-PP", "no solution is lost"),
    ("The two-digit number 45 + 5 = 50", "P", "a word with a hyphen"),
    ("(so-called)(2+2) = 4", "-", "a bracket of words that touches the next"),
    ("(frogs)(x+1) = x+1", "-", "the same"),
    # about
    ("2^10 = 1024 ≈ 10^3", "P", "the power of ten shows no digit but the first"),
    ("1024 ≈ 1.02 × 10^3", "P", "three digits"),
    ("0.00123 ≈ 1.3 × 10^{-3}", "R", "rounded wrongly"),
    ("145 ≈ 144", "-", "an estimate by a square"),
    ("17/3 ≈ 5", "R", "no whole number, so rounding is meant"),
    # "in" between numbers
    ("1 in 5 = 20%", "-", "one of five"),
    # remainders
    ("45/6 = 7 rem 3", "-", "a quotient with its remainder"),
    # sums and products with dots
    ("1 + 2 + 3 + ... + n = n(n+1)/2", "P", "the last term is the rule"),
    ("1 + 2 + ... + n = n(n-1)/2", "R", "wrong at n = 1"),
    ("1 + 2 + ... + 100 = 5050", "P", "equally far apart"),
    ("1 + 2 + 3 + ... + 100 = 5051", "R", "one too many"),
    ("1 + 2 + ... + 64 = 127", "-", "all numbers, or the powers of 2"),
    ("1 + 2 + ... + 2^n = 2^(n+1) - 1", "-", "the same with a letter"),
    ("1 + 2 + 4 + ... + 2^n = 2^(n+1) - 1", "P", "three terms leave the powers only"),
    ("1 + 4 + ... + 100 = 385", "-", "squares, or three apart"),
    ("2 + 3 + 5 + ... + 97 = 1060", "-", "primes"),
    ("3 + 5 + 7 + ... + 97 = 1058, the odd primes", "-", "said in words"),
    ("1² + 2² + 3² + … + n² = n(n+1)(2n+1)/6", "P", "squares of 1 to n"),
    ("1·2·3·…·n = n!", "P", "a product"),
    ("1 + 1/2 + 1/4 + ... = 2", "P", "one ratio, without end"),
    ("1 + 1/2 + 1/3 + ... = 2", "-", "no ratio"),
    (r"1 + 2 + 3 + \cdots + n = \frac{n(n+1)}{2}", "P", "in LaTeX"),
    # choices with letters
    ("C(n,2) = n(n-1)/2", "P", "for whole n >= 2"),
    ("C(n,2) = n(n+1)/2", "R", "wrong at n = 2"),
    (r"\binom{n}{k} = \binom{n}{n-k}", "P", "by factorials"),
    ("C(n+1,k) = C(n,k) + C(n,k-1)", "P", "Pascal's rule"),
    # roots of negative numbers beside i
    ("sqrt(-4) = 2i", "P", "the principal root"),
    ("sqrt(-4) = 2", "-", "no real number"),
    ("√(-4)·√(-9) = 2i·3i = -6", "P", "not the root of 36"),
    # said for all values
    ("ln(x²) = 2ln(x), for all x", "-", "only where x > 0"),
    ("ln(x²) = 2ln(x) for all x > 0", "P", "where it holds"),
    # a unit that is not known
    ("1 kWh = 3.6 MJ", "-", "no number without a unit"),
    ("1 kWh = 1 MJ", "-", "nor is it proved"),
    # sides of a triangle
    ("c² = 3² + 4²; c² = 25; c = 5", "-P-", "a length is not negative"),
    # domains
    ("Simplify (sqrt x)^2; (sqrt(x))^2 = |x|", "-P", "with the condition x >= 0"),
]


@pytest.mark.parametrize(("text", "signs", "why"), LINES)
def test_lines(text: str, signs: str, why: str) -> None:
    report = check(text.replace("; ", "\n"))
    found = "".join(SIGNS[line.step.claim.verdict] for line in report.lines)
    assert found == signs, (why, [line.step.claim for line in report.lines])


ANSWERS = [
    ("x > 3\n1/x < 1/3", "the line before what is given is no answer to it"),
    ("Since x > 1, 1/x < 1", "the same on one line"),
    ("c² = 3² + 4²\nc² = 25\nc = 5", "a length: -5 need not be named"),
    ("x < -1\nso x^2 > 1", "nor where the second line lets values in"),
]


@pytest.mark.parametrize(("text", "why"), ANSWERS)
def test_what_stands_before_the_given_is_no_answer(text: str, why: str) -> None:
    assert check(text).answer_verdict is AnswerVerdict.UNCHECKED, why


DOMAINS = [
    ("sqrt(x)^2 = |x|", "x >= 0", "the left side alone needs it"),
    ("sqrt(x) = sqrt(|x|)", "x >= 0", "what the right side needs is always so"),
    ("(x^3)^(1/3) = |x|", "x^3 >= 0", "a power with a fraction needs it"),
    ("e^(ln x) = |x|", "x > 0", "the logarithm needs it"),
    ("sqrt(x - 1)^2 = |x - 1|", "x >= 1", "where the radicand is not negative"),
]


@pytest.mark.parametrize(("text", "condition", "why"), DOMAINS)
def test_a_restriction_is_not_granted_by_itself(text: str, condition: str, why: str) -> None:
    (line,) = check(text).lines
    assert line.step.claim.conditions == (condition,), (why, line.step.claim)
