"""What tried to make the checker say too much: each text with its verdicts and the reason.

P is proved, R refuted, ~ probable, - unchecked, line by line.
"""

from __future__ import annotations

import pytest

from mathviz_chat.core import check, equal
from mathviz_chat.core.checking.equality_result import EqualityResult
from mathviz_chat.core.verdict import AnswerVerdict, Verdict

SIGNS = {Verdict.PROVED: "P", Verdict.REFUTED: "R", Verdict.PROBABLE: "~", Verdict.UNCHECKED: "-"}

LINES = [
    # what touches a formula belongs to it
    ("((((((1 = 1", "-", "brackets that are left open"),
    ("1 = 1))))", "-", "brackets that close nothing"),
    ("We know that (1 + 1 = 2", "-", "an open bracket after words"),
    ("a) 1 + 1 = 2", "P", "a bracket of a label"),
    ("(since 1 + 1 = 2", "P", "an open bracket before words"),
    ("1 + 1 = 2,5", "-", "a decimal comma, perhaps"),
    ("Solve 2x = 7; x = 3,5", "--", "a decimal comma, with which it holds"),
    ("Solve 2x = 7; x = 3,4", "-R", "wrong with a decimal comma too"),
    ("Solve x^2 - 5x + 6 = 0; x = 2,3", "-P", "two values"),
    ("1 + 1 = 2:5", "-", "a ratio"),
    ("1 + 1 = 2 . 5", "-", "a point for a product"),
    ("$1 + 1 = 2$ 3", "-", "a number beside a formula"),
    ("$1 + 1 = 2$ $+ 3$", "-", "a formula that goes on in the next"),
    ("~~1 + 1 = 3~~", "-", "struck out"),
    ("twenty 2 + 2 = 4", "-", "a number in words before it"),
    ("2 + 2 = 1 (mod 3)", "P", "a congruence"),
    ("17 ≡ 3 (mod 5)", "R", "a wrong congruence"),
    ("10 + 5 (minus two) = 15", "-", "a computation in brackets"),
    ("10 + 5 (the total) = 15", "P", "a remark in brackets"),
    ("2 + 2 = 1 mod 3", "-", "a congruence or a remainder"),
    ("-7 mod 3 = 2", "-", "of -7, or of 7"),
    ("2 + 5 mod 3 = 1", "-", "of the sum, or of 5"),
    ("17 ≡ 2 mod 5", "P", "a congruence of both sides"),
    ("trace([[1, 2], [3, 4]]) = [[1, 2], [3, 4]]", "-", "a function that is not known"),
    ("transpose [[1, 2], [3, 4]] = [[1, 2], [3, 4]]", "-", "a word beside a matrix"),
    ("rank (3) = 3", "-", "a word beside a number in brackets"),
    ("reciprocal(2) = 2", "-", "a word that touches the bracket"),
    ("the integer part of 7/2 = 3.5", "-", "a part of it"),
    ("the determinant of [[1, 2], [3, 4]] = [[1, 2], [3, 4]]", "-", "not of the matrix itself"),
    ("5 tens = 5", "-", "a number in words after it"),
    ("5 ninths = 5", "-", "a fraction in words"),
    ("3 @ 4 = 4", "-", "a sign that no formula has"),
    ("(1, 2, 3) . (4, 5, 6) = (4, 5, 6)", "-", "a point for a product"),
    ("4 = 4 ~ 3", "-", "a sign after it"),
    ("4 = 4. So 2 + 2 = 4", "P", "the end of a sentence"),
    ("✅ 2 + 2 = 4", "P", "a tick before it"),
    ("3 ✓ 4 = 4", "-", "a tick between numbers"),
    ("2 + 3 = 5 doubled", "-", "words after it that make another number of it"),
    ("8 = 2 to the third power", "-", "the same"),
    ("60 = 1 in minutes", "-", "the same; nothing is worked out"),
    ("20/4 = 6 each", "R", "a word that only says of what"),
    ("Suppose 2 + 2 = 5", "-", "an assumption"),
    ("3 apples = 3 pears", "-", "nothing is worked out, and other things are counted"),
    ("x > 3; x^2 > 9", "--", "x is no number that is known"),
    ("x >= 3; x^2 <= 9", "--", "nor is it 3"),
    ("x ≈ 3; x^2 = 9", "--", "nor here"),
    ("Let x > 3; 2x = 6", "--", "nor here"),
    ("If x > 0 then |x| = x; If x < 0 then |x| = x", "P-", "the givens contradict each other"),
    ("11 = 5 in base 4", "-", "numerals of another base"),
    ("- 5 - 3 = -8", "-", "a minus sign, or the mark of a list"),
    ("- 5 - 3 = 8", "R", "wrong with both"),
    ("- 5 - 3 = 2", "P", "the mark of a list"),
    ("Solve 2x + 4 = 0; - 2x = 4", "--", "the same in an equation"),
    ("sin 30 = 1/2", "-", "meant in degrees"),
    ("sin 30 = 1/3", "R", "wrong in degrees too"),
    ("0.5 * 0.1 = 0.1", "-", "a slip, no rounding: 0.05 needs one digit more"),
    ("0.1 * 0.04 = 0.0", "-", "rounded to nothing"),
    ("10/3 = 3.33", "P", "a rounded value that does not end"),
    ("110_2 + 1_2 = 111", "-", "the base is meant on the right as well"),
    ("110_2 + 1_2 = 112", "R", "wrong in either base"),
    ("(1, 2) · (3, 4) = 11", "P", "a dot product"),
    ("(1, 2) · (3, 4) = 12", "R", "a wrong one"),
    ("(1, 2) + (3, 4, 5) = (4, 6)", "-", "vectors of different length"),
    ("f(x) = x^2; f^{-1}(4) = 2", "--", "the square has no inverse"),
    ("f(x) = 2x + 3; f^{-1}(7) = 3", "-R", "f(3) is 9"),
    ("1 + 1 = 2 xor 1", "-", "an operation in words after it"),
    ("1/3 = 33%", "P", "rounded to a whole percentage, as 2/3 = 67%"),
    ("2/3 = 66%", "R", "cut off, not rounded"),
    ("1/8 = 13%", "-", "12.5% needs one digit more"),
    ("10/3 = 3.33 and 20/3 = 6.67", "P", "the conditions of both are kept"),
    ("(x^2 - 1)/(x - 1) = x + 1 and 10/3 = 3.33", "P", "conditions of two kinds"),
    ("sqrt(a + b) = sqrt(a) + sqrt(b)", "R", "a root of a sum, term by term"),
    ("1/(a + b) = 1/a + 1/b", "R", "a reciprocal, term by term"),
    ("ln(a + b) = ln a + ln b", "R", "a logarithm, term by term"),
    ("(a + b)/c = a/c + b/c", "P", "a quotient by the same number"),
    ("1/(x + 2) = 1/x + 1/2", "-", "one letter: perhaps to be solved"),
    # cases, cross products, improper integrals, units
    (
        r"f(x) = \begin{cases} 1 & x > 0 \\ 2 & x > 1 \end{cases}; f(3) = 2",
        "-R",
        "the first counts",
    ),
    (r"|x| = \begin{cases} x & x \ge -5 \\ -x & x < 5 \end{cases}", "R", "cases that overlap"),
    (
        r"\sqrt{x} = \begin{cases} \sqrt{x} & x > 0 \\ 1 & x < 0 \end{cases}",
        "-",
        "not defined there",
    ),
    ("(1, 0, 0) × (0, 1, 0) = (0, 0, -1)", "R", "the factors turned round"),
    (r"(\vec{a} \cdot \vec{b})^2 = \vec{a}^2 \vec{b}^2", "-", "a law of numbers, not of vectors"),
    (r"\int_0^2 \frac{1}{x - 1} dx = 0", "-", "a pole between the ends"),
    (r"\int_\infty^0 e^{-x} dx = -1", "P", "the ends turned round"),
    (r"2 \text{ m} \times 3 \text{ m} = 6 \text{ m}", "-", "the unit is not squared"),
    (r"5 \text{ N} + 3 \text{ J} = 8 \text{ J}", "-", "a force and an energy"),
    ("xy = 6; x + y = 5; y' = -y/x", "---", "two equations: nothing depends on anything"),
    # denied, doubted, tried out
    ("2 + 2 = 5 is wrong", "P", "the text itself denies it"),
    ("2 + 2 = 5 is false, so there is no solution", "P", "denied, and what follows from it"),
    ("2 + 2 = 5 (not true!)", "P", "denied in brackets"),
    ("2 + 2 = 5, which is clearly impossible", "P", "denied in a clause"),
    ("So 2 + 2 = 5, not 4.", "R", "another value is denied, not this one"),
    ("2 + 2 = 5 not 4", "R", "the same without a comma"),
    ("2 + 2 = 5 and not 2 + 2 = 4", "R", "another equation is denied, not this one"),
    ("2 + 2 = 5. Not hard.", "R", "the next sentence says how hard it is"),
    ("2 + 2 = 5. This is not hard to see.", "R", "the same in more words"),
    ("2 + 2 = 5 is not difficult", "R", "nothing is denied"),
    ("2 + 2 = 5 is not wrong", "-", "the denial is denied"),
    ("2 + 2 = 5 is not false", "-", "the same in another word"),
    ("2 + 2 = 5 is wrong, I never said", "-", "denied, and taken back"),
    ("2 + 2 = 5 is impossible to get wrong", "-", "more is said than that it is impossible"),
    ("2 + 2 = 5 contradicts nothing", "-", "a word of denial that denies nothing"),
    ("2 + 2 = 5 cannot be", "-", "denied in words that are not read so closely"),
    ("10/3 = 3.33 is wrong", "-", "the text denies what is true when rounded"),
    ("1/3 = 0.not", "-", "no words that say it plainly"),
    ("2 + 2 = 4 is wrong", "-", "the text denies what is true"),
    ("2 + 2 = 4 is incorrect", "-", "the same in another word"),
    ("It is false that 2 + 2 = 4", "-", "denied before"),
    ("It is not true that 2 + 2 = 5", "-", "denied before, and false"),
    ("A common mistake is 2 + 2 = 5", "-", "quoted as a mistake"),
    ("Solve 2x = 4; It is not true that x = 2", "--", "a condition that is denied before"),
    ("Solve 2x = 4; Never x = 2", "--", "never"),
    ("Solve 2x = 4; x = 2 would be wrong", "--", "denied after"),
    ("Solve 2x = 4; x = 5 is wrong", "--", "a right remark about a wrong value"),
    ("Solve 2x = 4; If x = 3, then 2x = 6", "--", "follows from what is tried"),
    ("Solve 2x = 4; Let x = 3; 2x = 6", "---", "the same on two lines"),
    ("Solve 2x = 4; Let x = 3; 2x = 8", "--R", "does not follow from it either"),
    ("If x = 2, then x^2 = 4", "P", "what is supposed is no answer that lets values in"),
    # lists of values, dots, sums
    ("Solve (x-1)(x-2)(x-3) = 0; x = 1, 2, 3", "-P", "three values after commas"),
    ("Solve (x-1)(x-2) = 0; x = 1, 2, 3", "-R", "the third is none"),
    ("Solve (x-1)(x-2) = 0; x = 1, 2 and 3", "-R", "the same after 'and'"),
    ("Solve (x-1)(x-2) = 0; x = 1, 2, 3 are the roots", "-R", "words that call them roots"),
    ("Solve (x-1)(x-2) = 0; x = 1, 2 as well as 3", "--", "the list goes on in words"),
    ("Solve (x-1)(x-2) = 0; x = 1, 2, also 3", "--", "the same in another word"),
    ("Solve (x-1)(x-2) = 0; x = 1, 2 & 3", "--", "the same with a sign"),
    ("Solve (x-1)(x-2) = 0; x = 1, 2, b", "--", "the same with a letter"),
    ("Solve (x-1)(x-2) = 0; x = 1, 2, ...", "--", "the list goes on in dots"),
    ("x = 5, 3 more than y", "-", "perhaps a second value"),
    ("1/(1*2) + 1/(2*3) + ... + 1/(n(n+1)) = n/(n+1)", "-", "not its last term alone"),
    ("1 + 2 + … + 100 = 5051", "R", "all terms, not the last alone"),
    (r"$\sum_{k=1}^{n} \frac{1}{k(k+1)} = \frac{n}{n+1}$", "P", "a telescoping sum"),
    (r"$\sum_{k=1}^{n} \frac{1}{k(k+1)} = \frac{n}{n+2}$", "R", "with a slip, and no question"),
    ("9^9560 = 9", "R", "more digits than Python writes without being asked twice"),
    ("2x + 9^9560 = 3; x = 2", "-R", "the same beside a letter"),
    ("1 != 0", "P", "not equal, no factorial"),
    ("1 !=0", "-", "a space on one side only"),
    (r"$(1, i) \cdot (1, i) = 0$", "-", "complex vectors are multiplied otherwise"),
    ("|(1, i)| = 0", "-", "nor has one this length"),
    ("Solve 6^x = 36; x = 2", "-P", "powers of two primes"),
    ("Solve 6^x = 36; x = 3", "-R", "the same with a slip"),
    ("Solve 10^x = 50; x = log(50)", "-P", "a logarithm with the base 10"),
    ("Solve 10^x = 50; x = log(5)", "-R", "the same with a slip"),
    ("Solve 6^x = 50; x = log(50)/log(6)", "-P", "a quotient of logarithms, whatever their base"),
    ("Solve 36^x - 7*6^x + 6 = 0; x = 0 or x = 1", "-P", "two solutions"),
    ("Solve 36^x - 7*6^x + 6 = 0; x = 1", "-R", "one of them is lost"),
    # infinite integrals
    (r"$\int_1^\infty \frac{1}{x} dx = \infty$", "P", "an endless end"),
    (r"$\int_1^\infty \frac{1}{x} dx = 5$", "R", "no number"),
    (r"$\int_1^\infty \frac{1}{x} dx = -\infty$", "R", "the other sign"),
    (r"$\int_1^\infty \frac{1}{x^2} dx = \infty$", "R", "a finite one"),
    (r"$\int_0^1 \frac{1}{x} dx = \infty$", "P", "a pole at an end"),
    (r"$\int_{-\infty}^0 e^{-x} dx = \infty$", "P", "the lower end"),
    (r"$\int_{-1}^1 \frac{1}{x} dx = \infty$", "-", "a pole between the ends, both signs"),
    (r"$\int_{-1}^1 \frac{1}{x^2} dx = \infty$", "-", "a pole between the ends"),
    (r"$\int_0^\infty \sin x dx = \infty$", "-", "neither infinite nor a number"),
    (r"$\int_{-\infty}^\infty x dx = 0$", "-", "two open ends"),
    (r"$\int_0^2 x dx = \infty$", "R", "no open end"),
    # decimal commas
    ("$2{,}5 + 1 = 3{,}5$", "P", "LaTeX's decimal comma"),
    ("$0{,}125 + 1 = 126$", "R", "no thousands begin with 0"),
    ("0,125 + 1 = 126", "-", "a decimal comma, perhaps"),
    ("0,001 = 1", "-", "the same"),
    ("$1{,}250 + 0{,}250 = 1{,}5$", "-", "thousands or decimals"),
    ("$1{,}000 + 1 = 1001$", "P", "thousands"),
    # an equation that goes on in the next line
    ("Solve 2x = 4; x = 4/2; = 2", "-PP", "a value worked out"),
    ("Solve 2x = 4; x = 4/2; = 3", "-PR", "the same with a slip"),
    ("Solve x/2 + x/6 = 2; x/2 + x/6 = 2; = 24", "-PR", "numbers beside the sign that goes on"),
    ("Solve x^2 - 49 = 0; x^2 - 49; = 0", "--P", "the equation itself, over two lines"),
    ("Solve x^2 - 49 = 0; x^2 - 49; = 1", "--R", "another one"),
    # several values
    ("Solve 2x = 4; x = 2, 3", "-R", "a further value after a comma"),
    ("Solve 2x = 4; x = 2 and 3", "-R", "a further value after 'and'"),
    ("Solve x^2 = 4; x = 2, -2", "-P", "both values after a comma"),
    ("Solve |x - 1| > 2; x > 3 and x < -1", "-R", "'and' where 'or' is right"),
    ("Solve |x - 1| > 2; x > 3 or x < -1", "-P", "'or'"),
    ("Solve x^2 < 9; x < 3 and x > -3", "-P", "both bounds count"),
    ("Solve x + y = 5, x - y = 1; x = 3, 2", "--", "2 is the value of y"),
    ("Solve x + y = 5, x - y = 1; (x, y) = (3, 2)", "-P", "a pair is two equations"),
    ("Solve x + y = 5, x - y = 1; (x, y) = (2, 3)", "-R", "the same turned round"),
    ("Solve x^2 + y^2 = 5, x + y = 3; x = 1, y = 2 or x = 2, y = 1", "-P", "two pairs"),
    ("Solve x^2 + y^2 = 5, x + y = 3; x = 1, y = 2 and x = 2, y = 1", "-P", "two pairs"),
    ("Solve x^2 + y^2 = 5, x + y = 3; x = 1, y = 2", "-R", "the other pair is lost"),
    # steps that let in more
    ("Solve 1/x > 1; 1 > x", "--", "multiplied by a variable"),
    ("Solve x^2 < 9; x < 3", "--", "one bound is lost"),
    ("dy/dx = 2x", "-", "y is not known"),
    ("dy/dx = 0", "-", "y may depend on x"),
    ("y = x^2; dy/dx = 3x", "-R", "y is known"),
    ("0 = dy/dx", "-", "turned round: y may depend on x"),
    ("y = x^2 - 4x; Set dy/dx = 0: 2x - 4 = 0; x = 2", "-PP", "set to zero, not claimed"),
    ("f(x) = x^3 - 3x; f'(x) = 0; 3x^2 = 3; x = 1", "--PR", "the other extremum is lost"),
    (
        "Find the derivative of f(x) = x^3 - 3x; f'(x) = 0; 3x^2 = 3; x = ±1",
        "--PP",
        "of the question",
    ),
    ("f(x) = x^2 - 4; Set f(x) = 0; x = 2 or x = -2; f(3) = 5", "--PP", "f stays what it is"),
    ("u = x^2 + 1; y = ln u; dy/dx = 1/u * 2x = 2x/(x^2 + 1)", "--P", "by another name"),
    (
        "Find ∫ 2x e^(x^2) dx; Let u = x^2, du = 2x dx; ∫ e^u du = e^u + C; = e^(x^2) + C",
        "-PPP",
        "put back",
    ),
    ("Let u = x^2, du = 3x dx", "R", "a wrong differential"),
    (
        "If f(x) = x^2 + 1 and g(x) = 2x, find f(g(x)).; f(g(x)) = f(2x) = 4x^2 + 1",
        "-P",
        "composed",
    ),
    ("u = x^2 + 1; y = ln u; dy/dx = 0", "---", "u depends on x, so y does"),
    (
        "u = x^2 + 1; y = ln u; dy/du = 1/u; du/dx = 2x; dy/dx = 2x/(x^2 + 1)",
        "--PPP",
        "the chain rule",
    ),
    ("then x = x = x; x = 2 or e = 2x; d/dx(x^2) = 2x", "--P", "x short for itself, by a fuzzer"),
    ("d/dx(y^2) = 0", "-", "y may depend on x"),
    ("d/dx(y^2) = 2y", "-", "the same"),
    ("d/dt(x^2) = 2x", "-", "x may depend on t"),
    ("d/dx(a x^2) = 2ax", "P", "a is a parameter"),
    ("\\frac{\\partial}{\\partial x}(x^2 y) = 2xy", "P", "a partial derivative says so"),
    # limits and integrals
    ("\\lim_{x \\to \\infty} x e^{-x} = 0", "P", "the exponential counts more"),
    ("\\lim_{x \\to \\infty} e^{-x} = 1", "R", "the value at 0"),
    ("\\lim_{x \\to 0^+} \\frac{1}{x} = \\infty", "P", "from the right"),
    ("\\lim_{x \\to 0^-} \\frac{1}{x} = \\infty", "R", "from the left"),
    ("\\lim_{x \\to 0} \\frac{1}{x} = \\infty", "-", "from both sides there is none"),
    ("\\lim_{x \\to 0} \\frac{1}{x^2} = 4", "R", "infinite"),
    ("\\lim_{x \\to \\infty} \\sin x = 0", "-", "it oscillates"),
    ("\\lim_{x \\to 0} \\frac{|x|}{x} = 1", "-", "from the right only"),
    ("\\int_0^{\\pi} x \\sin x \\, dx = \\pi", "P", "SymPy proposes, the kernel confirms"),
    ("\\int_{-1}^{1} \\frac{1}{x^2} dx = -2", "-", "not defined at 0, inside the interval"),
    ("\\int_1^e \\ln x dx = 2", "-", "the letter e"),
    # rounding, contradictions, "all"
    ("Solve x^2 = 2; x = ±1.41", "-P", "both roots, rounded"),
    ("Solve x^2 = 2; x = ±1.42", "-R", "rounded wrongly"),
    ("Solve 4x = 1; x = 0.3", "-R", "0.25 needs no rounding"),
    ("Solve 1000x = 1; x = 0.00", "-R", "rounded to nothing"),
    ("Solve x + 3 = 7; 0 = 0; all real numbers", "-PR", "a true statement is not every number"),
    ("Solve x + y = 3, x + y = 4; 0 = 1", "-P", "the contradiction that it is"),
    ("Solve x + y = 3, 2x + 2y = 6; infinitely many solutions", "--", "right, and not decided"),
    ("Solve 2x = 4; infinitely many solutions", "-R", "there is one"),
    ("Solve x > 4; infinitely many solutions", "-P", "there are, but not every number"),
    ("Solve x > 4; all real numbers", "-R", "not every number"),
    ("Solve sin x = 2; no solution", "--", "right, and not decided"),
    ("Solve x = sqrt(x); x^2 = x; x = 1", "-PR", "the other candidate holds too"),
    ("Solve sqrt(2x + 3) = x; x = 3 or x = -1; Check x = -1: sqrt(1) = 1 ≠ -1", "-PP", "tried out"),
    ("Solve |x - 3| < 5; x \\in (-2, 8)", "-P", "the interval"),
    ("Solve |x - 3| < 5; x \\in [-2, 8]", "-R", "its ends are no solutions"),
    # questions that exclude solutions
    ("Find the positive solution of x^2 = 9; x = 3", "--", "the other root is excluded"),
    ("Find the positive solutions of x^2 = 9; x = 3 or x = -3", "--", "one is not positive"),
    ("Find the integer solutions of 2x^2 - 3x + 1 = 0; x = 1", "--", "1/2 is no integer"),
    ("Find the positive solution of x^2 = 9; x = 4", "-R", "no solution at all"),
    # values left out on both sides of zero
    ("Solve x^2 != 9; x ≠ ±3", "-P", "neither of them"),
    ("Solve x^2 != 9; x ≠ ±5", "-R", "two other ones"),
    ("Find the domain of f(x) = 1/(x^2 - 9); x ≠ 3 and x ≠ -3", "-P", "each allows the other one"),
    ("Find the domain of f(x) = 1/(x^2 - 9); x ≠ 3", "-R", "one of them is allowed"),
    ("Solve 2x > -6; x > ±3", "--", "greater than both, or than one of them"),
    # an integral or a limit that is worked out line by line
    (r"Evaluate ∫_0^1 x dx; = [x^2/2]_0^1; = 1/2 - 0 = 1/2", "-PP", "the first sign is judged"),
    (r"Evaluate ∫_0^1 x dx; = [x^2]_0^1 = 1 - 0 = 1", "-R", "right numbers, another integral"),
    (r"Evaluate ∫_0^1 x dx; = 1 - 0 = 1", "-R", "the same without the brackets"),
    (r"Evaluate ∫_{-1}^1 1/x^2 dx; = [-1/x]_{-1}^1 = -1 - 1 = -2", "--", "a pole between the ends"),
    (r"Evaluate ∫_0^1 2x dx; x^2; 1 - 0 = 1", "--P", "the antiderivative is a part of it"),
    ("Find lim_{x→3} (x^2 - 9)/(x - 3); = lim_{x→3} (x + 3); = 6", "-PP", "a limit"),
    ("Find lim_{x→3} (x^2 - 9)/(x - 3); = x + 3; = 6", "---", "the sign of the limit left out"),
    ("Find the sum of k from k = 1 to 4; = 1 + 2 + 3 + 4; = 10", "-PP", "a sum"),
    ("Find the sum of k from k = 1 to 4; = 1 + 2 + 3; = 6", "-RP", "a term too few"),
    ("Find lim_{x→0} 1/x^2; = ∞", "-P", "an infinite limit"),
    ("Find lim_{x→0} 1/x; = ∞", "--", "two limits"),
    ("Evaluate ∫_0^2 x e^(x^2) dx; = 1/2 ∫_0^4 e^u du", "-P", "a substitution with its limits"),
    ("Evaluate ∫_0^2 x e^(x^2) dx; = 1/2 ∫_0^2 e^u du", "-R", "the limits of the old variable"),
    ("Find the second derivative of x^4; 4x^3; 12x^2", "--P", "the first one on the way"),
    ("Find the second derivative of x^4; 3x^3; 12x^2", "-RP", "that is no derivative of it"),
    # candidates, and cases without a solution
    ("Solve sqrt(x + 6) = x; x = 3 or x = -2; Reject -2.", "-P-", "rejected without a formula"),
    ("Solve sqrt(x + 6) = x; x + 6 = x^2; x = 3 or x = -2", "-PR", "the last line keeps it"),
    ("Solve sqrt(x + 6) = x; x + 6 = x^2; x = 3, x = -2", "-PR", "the same as a list"),
    ("Solve sqrt(x + 6) = x; x + 6 = x^2; Answer: x = 3 or x = -2", "-PR", "the same announced"),
    ("sqrt(x + 6) = x; x + 6 = x^2; x = 3 or x = -2", "-PR", "the same without a question"),
    ("Solve |x| = x + 2; Case 1: x >= 0; x = x + 2; No solution.", "----", "in that case"),
    ("Solve |x| = x + 2; For x >= 0: x = x + 2, no solution.", "--", "the same on one line"),
    ("Solve |x| = x + 2; No solution.", "-R", "in no case"),
    ("Solve x^2 = 4; x = 2 or x = -2; x must be positive, so x = 2", "-P-", "nothing says so"),
    ("Solve |x - 3| = -2; No solution, since |a| is never negative.", "-P", "a reason"),
    # a value that is said not to be
    ("2 + 3 = 5, not 6", "P", "another number"),
    ("2 + 3 = 5, not 5", "-", "the same number"),
    ("2 + 3 = 5, not 6 or 7", "-", "one more after it"),
    ("100 cm = 1 m, not 100 cm", "-", "the same length"),
    # units in a product
    ("60 km/h = 60*1000 m / 3600 s", "P", "the letter m after a product of numbers"),
    ("60 km/h = 60*100 m / 3600 s", "-", "a conversion that may go on"),
    ("2*3m / 6 s = 1 m/s", "-", "3m, with no space, may be 3 times m"),
    # claims in words
    ("The product of 6 and 7 is 42.", "P", "a value in words"),
    ("The product of 6 and 7 is 13.", "R", "the sum of them"),
    ("3 less than 10 is -7", "R", "the other way round"),
    ("100 divided by 4 equals 25.", "P", "another verb"),
    ("30 is 60% of 50", "P", "the value before"),
    ("-3 squared is -9", "-", "of -3, or the negative of a square"),
    ("30 is 50% of 50", "R", "another percentage"),
    ("So 91 is not prime.", "P", "a denial"),
    ("7 is not prime", "R", "a denial of what is true"),
    ("97 is prime", "P", "a number and what it is"),
    ("9 is even", "R", "a number and what it is not"),
    ("5 is a factor of 35", "P", "a relation of two numbers"),
    ("12/18 reduces to 2/3", "P", "in lowest terms"),
    ("3.14159 rounded to three decimal places is 3.141", "R", "cut off"),
    ("The sum of 3 and 4 is 7 apples.", "-", "a noun that nothing reads"),
    ("The sum of 3 and 4 is about 7.", "-", "a hedge"),
    ("The sum of 3 and 4 is not 8.", "-", "a denied value"),
    ("The sum of 5 and 6 is 11, and the product is 30.", "-", "two claims"),
    ("The average is 4", "-", "of what is not said"),
    ("Suppose 5 is less than 3", "-", "supposed"),
    ("If 5 is less than 3, then 2 is less than 1", "-", "a condition"),
    ("Is 7 prime", "-", "asked"),
    ("Work in base 8.; The sum of 5 and 6 is 13.", "--", "another base"),
]


@pytest.mark.parametrize(("text", "signs", "why"), LINES)
def test_lines(text: str, signs: str, why: str) -> None:
    rows = check(text.replace("; ", "\n")).lines
    assert "".join(SIGNS[row.step.claim.verdict] for row in rows) == signs, why


ANSWERS = [
    ("The answer isn't 2.", "denied"),
    ("Answer: x is not 2", "denied"),
    ("Answer: x = 2 is wrong", "denied after"),
    ("The answer is not x = 2.", "denied"),
    ("Answer: either 2 or something else", "left open"),
    ("Answer: less than 2", "a bound"),
    ("Answer: at least 2", "a bound"),
    ("Answer: about 2", "not exact"),
    ("Answer: minus 2", "a sign in words"),
    ("Answer: negative 2", "a sign in words"),
    ("Answer: half of 2", "a factor in words"),
    ("Answer: twenty 2", "a numeral in words"),
    ("Answer: 2 and a half", "a further part in words"),
    ("Answer: the square root of 2", "a root in words"),
    ("Answer: 2 to the power of 2", "a power in words"),
    ("Answer: x = 2 for all y", "a condition in words"),
    ("Answer: x = 2 (rejected)", "taken back"),
    ("Answer: ((2)", "brackets left open"),
    ("Answer: x = 2?", "asked"),
    ("x = 2?", "asked, without announcement"),
    ("Is x = 2?", "asked"),
    ("x = 2 is not a solution", "denied, without announcement"),
    ("If x = 2", "supposed"),
]


@pytest.mark.parametrize(("line", "why"), ANSWERS)
def test_an_answer_with_words_that_are_not_read_is_not_verified(line: str, why: str) -> None:
    report = check(f"Solve 2x = 4\n{line}")
    assert report.answer_verdict is AnswerVerdict.UNCHECKED, why
    assert all(row.step.claim.verdict is Verdict.UNCHECKED for row in report.lines), why


SAID = ["Answer: x is 2", "Answer: x = 2 because 2*2 = 4", "So the answer is **x = 2**.", "x = 2"]


@pytest.mark.parametrize("line", SAID)
def test_an_answer_with_harmless_words_is_verified(line: str) -> None:
    assert check(f"Solve 2x = 4\n{line}").answer_verdict is AnswerVerdict.VERIFIED


EQUAL = [
    ("ln(x^2)", "2 ln x", EqualityResult.UNDECIDED, "one has values for x < 0, the other has not"),
    ("(x^2 - 1)/(x - 1)", "x + 1", EqualityResult.EQUAL, "one point is left out"),
    ("ln x + ln x", "2 ln x", EqualityResult.EQUAL, "both are defined for the same values"),
]


@pytest.mark.parametrize(("gold", "answer", "result", "why"), EQUAL)
def test_equal(gold: str, answer: str, result: EqualityResult, why: str) -> None:
    assert equal(gold, answer).result is result, why


def test_a_root_that_is_named_and_then_dropped_is_not_verified() -> None:
    report = check("Solve x^2 - 5x + 6 = 0\nx = 2 or x = 3\nSo x = 3")
    assert report.answer_verdict is AnswerVerdict.UNCHECKED


def test_a_text_that_goes_on_after_the_answer_is_not_refuted() -> None:
    report = check("Differentiate x^3\nf'(x) = 3x^2\nf'(2) = 12")
    assert report.answer_verdict is AnswerVerdict.UNCHECKED
    assert check("What is 2 + 3?\n2 + 2 = 4").answer_verdict is AnswerVerdict.REFUTED


ANSWERED = [
    ("Differentiate x^3; Answer: 3x^2 + C", AnswerVerdict.REFUTED, (), "a constant too many"),
    ("Differentiate x^3; The answer is 3x^2 + C.", AnswerVerdict.REFUTED, (), "in a sentence"),
    (
        "Solve 2x + 3 = 7; So the answer is x = 22 / 10.",
        AnswerVerdict.REFUTED,
        (),
        "not worked out",
    ),
    ("Solve 2x + 3 = 7; So the answer is x = 22 / 11.", AnswerVerdict.UNCHECKED, (), "the same, 2"),
    ("Simplify (x^2-9)/(x-3); Answer: x + 3", AnswerVerdict.VERIFIED, ("x != 3",), "left unsaid"),
    ("Simplify (x^2-9)/(x-3); Answer: x + 3, where x != 3", AnswerVerdict.VERIFIED, (), "said"),
    ("Simplify (x^2-9)/(x-3); Answer: x + 3 (x ≠ 2)", AnswerVerdict.UNCHECKED, (), "another point"),
    ("(x^2 - 9)/(x - 3) = x + 3; Answer: x + 3", AnswerVerdict.CHECKED, ("x != 3",), "of a step"),
    ("Solve x + y = 5, x - y = 1; (x, y) = (3, 2)", AnswerVerdict.VERIFIED, (), "a pair"),
    ("Solve ln(x) + ln(x + 1) = ln(6); x = 2", AnswerVerdict.VERIFIED, (), "-3 is no logarithm's"),
]


@pytest.mark.parametrize(("text", "verdict", "conditions", "why"), ANSWERED)
def test_the_answer_carries_the_restrictions_it_leaves_unsaid(
    text: str, verdict: AnswerVerdict, conditions: tuple[str, ...], why: str
) -> None:
    report = check(text.replace("; ", "\n"))
    assert report.answer_verdict is verdict, why
    assert (report.answer.conditions if report.answer else ()) == conditions, why


def test_a_derivative_before_a_colon_is_what_the_line_is_about() -> None:
    report = check("d/dx(3x^4): 3 * 4 = 12", question="Differentiate 3x^4 + 5x")
    claim = report.lines[0].step.claim
    assert (claim.read_as, claim.verdict) == ("3*4 = 12", Verdict.PROVED)
