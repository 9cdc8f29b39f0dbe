"""Whole texts, line by line: P is proved, R refuted, ~ probable, - unchecked."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathviz_chat.core import check
from mathviz_chat.core.checking import Marked, Marker, Segmenter
from mathviz_chat.core.verdict import AnswerVerdict, StepKind, Verdict

SIGNS = {"P": Verdict.PROVED, "R": Verdict.REFUTED, "~": Verdict.PROBABLE, "-": Verdict.UNCHECKED}

LINES = [
    # equations
    ("Solve 2x + 3 = 7; 2x = 4; x = 2", "-PP", "each line has the same solution"),
    ("Solve 2x + 3 = 7; 2x = 10; x = 5", "-RR", "a slip, and what follows from it"),
    ("2x + 3 = 7; 2x = 4; x = 2", "-PP", "without a question the first equation is the given"),
    ("Solve x^2 = 9; x = 3; x = -3", "-PP", "one root a line"),
    ("Solve x^2 = 9; x = 3", "-R", "a lost root"),
    ("Solve x^2 = 9; x = ±3", "-P", "both signs"),
    ("Solve x^2 = 9; x_1 = 3, x_2 = -3", "-P", "roots by index"),
    (
        "Solve x^2 - 5x + 6 = 0; Case 1: x - 2 = 0; x = 2; Case 2: x - 3 = 0; x = 3",
        "-PPPP",
        "cases",
    ),
    ("Solve x^2 - 5x + 6 = 0; x - 2 = 0; x = 2; x - 3 = 0; x = -3", "-PPPR", "a slip in a case"),
    ("Solve sqrt(x + 3) = x - 3; x + 3 = (x - 3)^2; x = 1 or x = 6; x = 6", "-PPP", "candidates"),
    (
        "Solve sqrt(x + 3) = x - 3; x + 3 = (x - 3)^2; x = 1 or x = 6",
        "-PR",
        "candidates not checked",
    ),
    ("Solve x + 1 = x + 2; 1 = 2; no solution", "-PP", "a contradiction reached on purpose"),
    ("Solve x + y = 5 and x - y = 1; 2x = 6; x = 3; y = 2", "-PPP", "the sum of two equations"),
    ("Solve x + y = 5 and x - y = 1; 2x = 4", "-R", "a wrong sum"),
    ("Solve the inequality -2x < 6; x > -3", "-P", "the sign is turned"),
    ("Solve the inequality -2x < 6; x < -3", "-R", "the sign is not turned"),
    ("Solve 3x = 80; x = 26.67", "-P", "a rounded solution"),
    ("Solve x^2 - 4 = 0; x^2 = 4 => x = ±2", "-P", "an arrow joins two steps"),
    ("Solve x^4 - 5x^2 + 4 = 0; Let u = x^2.; u = 1 or u = 4; x = ±1 or x = ±2", "--PP", "u"),
    ("Solve x^2 + 1 = 0; x = ±i", "-P", "complex solutions, as the line uses them"),
    ("Solve |x - 1| = 2; Case 1: x >= 1; x = 3; Case 2: x < 1; x = -1", "--P-P", "supposed cases"),
    # implicit differentiation
    ("x^2 + y^2 = 25; 2x + 2y y' = 0; y' = -x/y", "-PP", "differentiated, then solved for y'"),
    ("x^2 + y^2 = 25; 2x + 2y y' = 25", "-R", "the constant is not differentiated"),
    ("x^2 + y^2 = 25; 2x + y y' = 0", "-R", "a factor is lost"),
    ("Find dy/dx if x^2 + y^2 = 25; 2x + 2y dy/dx = 0; dy/dx = x/y", "-PR", "a sign is lost"),
    ("sin(xy) = x; cos(xy)(y + x y') = 1", "-P", "the chain rule and the product rule"),
    ("y^3 = x; 3y^2 y' = 1; y' = 1/(3y^2)", "-PP", "no x is left"),
    ("x^2 + y^2 = 25; 2x + 2y y' = 0; At (3, 4): y' = -3/4", "-P-", "at one point only"),
    ("x^2 + y^2 = 25; 2x + 2y y' = 0; 6 + 8y' = 0", "-P-", "at a point that is not named"),
    # infinite sums and improper integrals
    (r"\sum_{k=0}^{\infty} \frac{1}{2^k} = 2", "P", "a geometric series"),
    (r"\sum_{k=0}^{\infty} \frac{1}{2^k} = 1", "R", "the first term is forgotten"),
    (r"\sum_{n=0}^\infty 5 \left(-\frac{1}{2}\right)^n = 10/3", "P", "a negative ratio"),
    (r"\sum_{n=0}^\infty 5 \left(-\frac{1}{2}\right)^n = 10", "R", "its sign is forgotten"),
    (r"\sum_{n=1}^\infty n/2^n = 2", "P", "not geometric, with a closed form"),
    (r"\sum_{n=0}^\infty 2^n = -1", "R", "it grows without bound"),
    (r"\sum_{n=0}^\infty (-2)^n = 1/3", "-", "no limit: the formula does not hold"),
    (r"\sum_{n=0}^\infty (-1)^n = 1/2", "-", "no limit either"),
    (r"\int_0^\infty x e^{-x} dx = 1", "P", "an infinite end"),
    (r"\int_0^\infty e^{-2x} dx = 2", "R", "a factor turned round"),
    (r"\int_0^1 \frac{1}{\sqrt{x}} dx = 2", "P", "not defined at an end"),
    (r"\int_{-\infty}^\infty \frac{1}{1 + x^2} dx = \pi", "P", "two infinite ends"),
    (r"\int_{-1}^1 \frac{1}{x^2} dx = -2", "-", "not defined in between"),
    (r"\int_0^\infty \frac{1}{(x - 3)^2} dx = -1/3", "-", "the same with an infinite end"),
    (r"\int_{-\infty}^\infty x dx = 0", "-", "no value, although the halves cancel"),
    (
        r"\int_1^\infty \frac{1}{x^2} dx = \lim_{b \to \infty} \int_1^b \frac{1}{x^2} dx = 1",
        "P",
        "its limit",
    ),
    # logarithms without a base
    ("log(100) = 2", "P", "the base 10"),
    ("log(100) = 3", "R", "wrong with 10, e and 2"),
    ("log(e) = 1", "-", "right with e"),
    ("Evaluate log(1000); 3", "-P", "what was asked for"),
    ("Evaluate log(1000); 4", "-R", "a wrong value of it"),
    ("log(8) = 3", "-", "right with 2"),
    ("log 2 = 0.301", "P", "rounded, with 10"),
    ("log 2 = 0.693", "-", "rounded, with e"),
    ("log(a + b) = log(a) + log(b)", "R", "wrong with every base"),
    ("log x = 2; x = 100", "-P", "solved with 10"),
    ("log x = 2; x = e^2", "--", "solved with e"),
    ("log x = 2; x = 20", "-R", "wrong with both"),
    ("2^x = 10; x = log 10 / log 2", "-P", "a quotient of logarithms has no base"),
    # functions given by cases
    (r"f(x) = \begin{cases} x^2 & x > 0 \\ -x & x \le 0 \end{cases}; f(3) = 9", "-P", "first case"),
    (r"f(x) = \begin{cases} x^2 & x > 0 \\ -x & x \le 0 \end{cases}; f(-2) = 4", "-R", "the other"),
    (r"f(x) = \begin{cases} x & x > 0 \\ 1 & x < 0 \end{cases}; f(0) = 1", "--", "no case applies"),
    (r"|x| = \begin{cases} x & x \ge 0 \\ x & x < 0 \end{cases}", "R", "wrong in one case"),
    ("f(x) = x^2 if x > 0, -x otherwise; f(-2) = 2", "--", "no definition for all values"),
    ("f(x) = x^2 for all x; f(-2) = 2", "-R", "for all values"),
    ("f(x) = x^2; lim_(x -> 0) f(x) = 0", "-P", "a function in a limit"),
    # vectors and functions of several variables
    (r"\vec{a} = (1, 2); \vec{b} = (3, 4); \vec{a} \cdot \vec{b} = 11", "--P", "a dot product"),
    (r"\vec{a} = (1, 2); \vec{b} = (3, 4); \vec{a} \cdot \vec{b} = 10", "--R", "a wrong one"),
    (r"\vec{v} = \langle 1, 2 \rangle; |\vec{v}| = \sqrt{5}", "-P", "a length"),
    ("(1, 2, 3) × (4, 5, 6) = (-3, 6, -3)", "P", "a cross product"),
    ("(1, 2, 3) × (4, 5, 6) = (-3, 6, 3)", "R", "a wrong sign"),
    (r"\vec a \times \vec b = \vec b \times \vec a", "-", "no law of numbers"),
    ("f(x, y) = x^2 + y^2; f(1, 2) = 5; f(1, 2) = 6", "-PR", "values"),
    (r"f(x, y) = x^2 y; \frac{\partial f}{\partial x} = 2xy", "-P", "a partial derivative"),
    (r"f(x, y) = x^2 y; \frac{\partial f}{\partial x} = 2x", "-R", "a factor is lost"),
    (r"f(x, y) = x^2 y; f_{xy} = 2x; f_x(1, 2) = 4", "-PP", "by index"),
    (r"z = x^2 y; \frac{\partial z}{\partial y} = x^2", "-P", "a letter for the expression"),
    (r"\frac{\partial z}{\partial x} = 2x", "-", "z is not known"),
    ("f(x, y) = x^2 + y^2; ∇f(1, 2) = (2, 4)", "-P", "a gradient at a point"),
    (r"\nabla (x^2 + y^2) = (2x, y)", "R", "a wrong component"),
    # numbers
    ("2 + 3 * 4 = 14", "P", "precedence"),
    ("2 + 3 * 4 = 20", "R", "from left to right"),
    ("2 * 3 = 6 = 7", "R", "the weakest link of a chain counts"),
    ("10/3 ≈ 3.33", "P", "about, by the digits shown"),
    ("10/3 ≈ 3.34", "R", "wrong last digit"),
    ("15% of 80 = 12", "P", "percent of"),
    ("2/4 * 100 = 50%", "-", "a percent sign that only names what was computed"),
    ("sqrt(50) = 5 sqrt(2)", "P", "exact roots"),
    ("5 km = 5000 m", "P", "units are converted exactly"),
    ("3 gallons = 13 quarts", "R", "so are measures of volume"),
    (r"250 \text{ cm}^3 = 250 \text{ mL}", "P", "a volume is a length to the third power"),
    (r"5 \text{ kg} \cdot 2 \text{ m/s}^2 = 10 \text{ N}", "P", "a derived unit is a product"),
    (r"5 \text{ kg} \cdot 2 \text{ m/s}^2 = 12 \text{ N}", "R", "a derived unit is a product"),
    ("$3.50 + 50 cents = $4", "P", "cents are hundredths of a dollar"),
    ("$3.50 + 50 cents = $5", "R", "cents are hundredths of a dollar"),
    ("1 year = 365 days", "-", "years and months have no fixed number of days"),
    ("5 miles = 8 km", "-", "a factor between two systems is rounded as a rule"),
    ("5 miles = 9 km", "R", "and this is no rounding of it"),
    ("90 minutes = 2 hours", "R", "within a system it is exact"),
    ("5 km = 500 m", "R", "a wrong conversion"),
    ("48/2 = 24 kg", "P", "the unit on one side only"),
    ("3 small beans = 1 large bean", "-", "nouns on both sides: not numbers"),
    ("half of 80 = 40", "-", "the words belong to the computation"),
    ("He has 32/2 frogs = 16 frogs.", "P", "nouns are left out"),
    ("He has 32/2 frogs = 17 frogs.", "R", "and the numbers are still judged"),
    ("5 + 5 = 11 is false", "P", "the text itself denies it"),
    ("P(5, 2) = 20", "P", "ordered choices"),
    # expressions
    ("Expand (x + 1)^2; = x^2 + 2x + 1", "-P", "a line that goes on from the question"),
    ("Simplify (x^2 - 1)/(x - 1); x + 1", "-P", "a bare expression claims to be the answer"),
    ("Simplify (x^2 - 1)/(x - 1); x - 1", "-R", "a wrong one"),
    ("(a + b)^2 = a^2 + b^2", "R", "a lone equation that looks like an expansion"),
    ("2(x + 3) = x + 10", "-", "a lone equation that looks like an equation"),
    ("sin(x)^2 + cos(x)^2 = 1", "P", "true for all values"),
    # calculus
    ("Find the derivative of x^3 + 2x; 3x^2 + 2", "-P", "a bare derivative"),
    ("Find the derivative of x^3 + 2x; f'(x) = 3x^2", "-R", "a dropped term"),
    ("y = x^2; dy/dx = 2x", "-P", "Leibniz"),
    ("f(x) = x^4; f''(x) = 12x^2; f(2) = 16", "-PP", "second derivative and a value"),
    ("u = x^2, v = sin(x); u' = 2x, v' = cos(x); y = x^2 sin(x); y' = u'v + uv'", "-P-P", "rule"),
    ("∫ 2x dx = x^2 + C", "P", "antiderivative"),
    ("∫ 2x dx = x^2", "-", "+ C is missing"),
    (r"$\int_0^3 x^2 dx = 9$", "P", "definite integral"),
    (r"$\int_0^3 x^2 dx = 27$", "R", "not divided by 3"),
    (r"$\lim_{x \to 0} \frac{\sin(3x)}{x} = 3$", "P", "limit"),
    (r"$\det\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} = -2$", "P", "determinant"),
    (r"$\det\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} = 10$", "R", "sign of a determinant"),
    (r"$\begin{vmatrix} 1 & 2 \\ 3 & 4 \end{vmatrix} = -2$", "P", "determinant by bars"),
    (
        r"$\begin{pmatrix} 2 & 0 \\ 0 & 4 \end{pmatrix}^{-1} = "
        r"\begin{pmatrix} 0.5 & 0 \\ 0 & 0.25 \end{pmatrix}$",
        "P",
        "inverse",
    ),
    # prose
    ("Hello.", "-", "no claim"),
    ("Solve 2x = 6; Dividing both sides by 2 gives x = 3.", "-P", "a formula among words"),
    ("Let x be the price.; x + 3x = 80; 4x = 80; x = 20", "--PP", "an equation set up in words"),
    ("Let x be the price.; x + 3x = 80; 4x = 90", "--R", "a wrong step from it"),
    ("x + y = 10; x - y = 2; x = 6; y = 4", "--PP", "a second condition is a given too"),
]


@pytest.mark.parametrize(("text", "signs", "why"), LINES)
def test_verdicts_line_by_line(text: str, signs: str, why: str) -> None:
    report = check(text.replace("; ", "\n"))
    found = [(row.line, row.step.claim.verdict, row.step.claim.reason) for row in report.lines]
    expected = [(line, SIGNS[sign]) for line, sign in enumerate(signs, start=1)]
    assert [row[:2] for row in found] == expected, f"{why}: {found}"


def test_the_base_of_a_logarithm_is_a_condition_where_it_matters() -> None:
    shown = {
        text: check(text).lines[-1].step.claim.conditions
        for text in ("log(100) = 2", "log(6) = log(2) + log(3)", "log x = 2\nx = 100")
    }
    assert list(shown.values()) == [("log has the base 10",), (), ("log has the base 10",)]


@pytest.mark.parametrize("text", [text for text, signs, _ in LINES if "R" in signs])
def test_a_refutation_has_a_witness_and_a_reason(text: str) -> None:
    for row in check(text.replace("; ", "\n")).lines:
        if row.step.claim.verdict is Verdict.REFUTED:
            assert row.step.claim.witness
            assert row.step.claim.reason.endswith((".", "?"))
            assert row.step.claim.method


REASONS = [
    ("gcd(2.5, 2) = 1", "an entry that is not known to be a whole number", "gcd of a decimal"),
    ("oo + 1 = 3", "infinity", "not: the constant oo"),
    ("1/0 = 1", "division by zero", "not: a value that must be != 0"),
    ("sqrt(-1) = 2", "root or a fractional power of a negative number", "not: >= 0"),
    ("log(-1) = 3", "logarithm of a number that is not positive", "not: > 0"),
    ("arcsin(2) = 1", "outside -1 to 1", "not: -1..1"),
    ("{1, 2} = 3", "such notation", "not: setof"),
    (r"\lim_{x \to 0} \sin(1/x) = 1", "a limit of such a function", "what it has no rule for"),
]


@pytest.mark.parametrize(("text", "holds", "why"), REASONS)
def test_what_was_not_decided_is_said_in_one_plain_sentence(
    text: str, holds: str, why: str
) -> None:
    claim = check(text.replace("; ", "\n")).lines[-1].step.claim
    assert claim.verdict is Verdict.UNCHECKED, claim
    assert holds in claim.reason, (why, claim.reason)


@pytest.mark.parametrize("text", [text for text, signs, _ in LINES if "-" in signs])
def test_the_reason_of_an_unchecked_line_is_a_sentence(text: str) -> None:
    claims = [row.step.claim for row in check(text.replace("; ", "\n")).lines]
    for reason in (one.reason for one in claims if one.verdict is Verdict.UNCHECKED):
        assert not re.match("[a-z]{3}", reason), reason  # a name or a formula may stand first
        assert reason.endswith((".", "?", ")")), reason


ANSWERS = [
    ("Solve 3x = 15; 3x = 15 => x = 15/3 = 5", "x = 5", AnswerVerdict.VERIFIED, "end of a chain"),
    ("Solve 2x + 3 = 7; 2x = 4; x = 2", "x = 2", AnswerVerdict.VERIFIED, "the last line"),
    ("Solve 2x + 3 = 7; Answer: x = 2", "x = 2", AnswerVerdict.VERIFIED, "announced"),
    ("Solve 2x + 3 = 7; The answer is $x = 3$.", "x = 3", AnswerVerdict.REFUTED, "wrong"),
    ("Solve x^2 = 9; x = 3; x = -3", "x = 3 or x = -3", AnswerVerdict.VERIFIED, "from two lines"),
    ("Solve x^2 = 9; Answer: x = 3", "x = 3", AnswerVerdict.REFUTED, "incomplete"),
    ("Solve x^2 = 9; x_1 = 3, x_2 = -3", "x = 3 or x = -3", AnswerVerdict.VERIFIED, "by index"),
    ("Solve x^2 = 9; x_1 = 3, x_2 = 4", "x = 3 or x = 4", AnswerVerdict.REFUTED, "by index, wrong"),
    ("Solve 2x = 6; 2x = 6, x = 3", "x = 3", AnswerVerdict.VERIFIED, "the second on its line"),
    ("Convert 5 km to m.; 5 km = 5000 m", "5000", AnswerVerdict.VERIFIED, "a letter is a unit"),
    ("Solve x^2 = 9; x = ±3 except x = 3", "x = 3 or x = -3", "unchecked", "words change it"),
    ("Solve x^2 = 9; x = ±3, each doubled", "x = 3 or x = -3", "unchecked", "so do these"),
    ("Solve 2x < 6; x < 3 (or equal)", "x < 3", "unchecked", "and these, in brackets"),
    ("What is 15% of 80?; 0.15 * 80 = 12", "12", AnswerVerdict.VERIFIED, "the last value"),
    ("What is 15% of 80?; \\boxed{12}", "12", AnswerVerdict.VERIFIED, "in a box"),
    ("Tom has 3 apples and buys 4. How many now?; 3 + 4 = 7; #### 7", "7", "checked", "not read"),
    ("Tom has 3 apples and buys 4. How many now?; 3 + 4 = 8; #### 8", "8", "unchecked", "a slip"),
]


@pytest.mark.parametrize(("text", "plain", "verdict", "why"), ANSWERS)
def test_the_answer_is_found_and_judged(text: str, plain: str, verdict: str, why: str) -> None:
    report = check(text.replace("; ", "\n"))
    assert report.answer is not None, why
    assert (report.answer.plain, report.answer_verdict) == (plain, verdict), report.answer_reason


def test_a_restatement_of_the_question_is_no_answer() -> None:
    report = check("Solve x^2 = 9\nThe answer is x^2 = 9")
    assert report.answer is None
    assert report.answer_verdict is AnswerVerdict.UNCHECKED


def test_the_report_has_the_fields_of_the_contract() -> None:
    row = check("Solve 2x = 6\n\n2x = 6\nx = 4").to_json()
    assert list(row) == ["schema", "question", "verdict", "lines", "answer", "first_wrong"]
    assert [line["line"] for line in row["lines"]] == [1, 3, 4]
    assert row["question"] == "Solve 2x = 6"
    assert (row["verdict"], row["first_wrong"]) == ("refuted", 4)
    shown = {"text": "x = 4", "plain": "x = 4", "conditions": [], "verdict": "refuted"}
    assert row["answer"] == shown


def test_lines_without_a_claim_do_not_weaken_the_whole() -> None:
    assert check("First we add.\n2 + 2 = 4\nThat was easy.").verdict is Verdict.PROVED


def test_a_skipped_block_is_unchecked_and_the_marking_goes_on() -> None:
    segmenter, marker = Segmenter(), Marker("Solve 2x = 6")
    first, second = (*segmenter.feed("9^9^9 = 1\nx = 3"), *segmenter.finish())
    (skipped,) = marker.skip(first, "It took too long.")
    assert (skipped.step.claim.verdict, skipped.step.claim.reason) == (
        Verdict.UNCHECKED,
        "It took too long.",
    )
    (marked,) = marker.mark(second)
    assert marked.step.claim.verdict is Verdict.PROVED


def marks(question: str | None, chunks: list[str]) -> list[Marked]:
    segmenter, marker = Segmenter(), Marker(question)
    blocks = [block for chunk in chunks for block in segmenter.feed(chunk)]
    found = [m for b in [*blocks, *segmenter.finish()] for m in marker.mark(b)]
    return [*found, *marker.finish()]


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(LINES), st.data())
def test_each_block_gets_one_verdict_however_the_text_is_chunked(
    row: tuple[str, str, str], data: st.DataObject
) -> None:
    text = row[0].replace("; ", "\n")
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=5)))
    chunks = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    found = marks(None, chunks)
    assert found == marks(None, [text])
    assert sorted(one.index for one in found) == list(range(text.count("\n") + 1))


def test_an_answer_line_says_so() -> None:
    assert check("Solve 2x = 6\nAnswer: x = 3").lines[-1].step.kind is StepKind.ANSWER


HOSTILE = [
    "__import__('os').system('true')",
    "9**9**9 = 1",
    "(" * 10_000 + "1" + ")" * 10_000 + " = 1",
    "x = " + "9" * 100_000,
    "100000000! = 1",
    "C(10^9, 10^8) = 1",
    "\x00\x1b[2J = 1",
    "\\frac{" * 500,
    "x^" * 3000 + "x = 1",
    "= = = =",
    "1/0 = 1",
    "0^0 = 1",
    "$$" * 50,
    "\\begin{aligned}" * 20,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:20]))
def test_hostile_text_is_unchecked(text: str) -> None:
    report = check(text)
    assert report.verdict is Verdict.UNCHECKED


def test_proved_numbers_name_what_is_not_compared() -> None:
    """What is counted is left out of ``read_as``: the condition says so where it differs."""
    (line,) = check("3 apples + 2 pears = 5 fruits").lines
    assert line.step.claim.verdict is Verdict.PROVED
    assert line.step.claim.conditions == ("what is counted is not compared",)
    (line,) = check("3 apples * 2 = 6 pears").lines
    assert line.step.claim.conditions == ("what is counted is not compared",)
    (line,) = check("3 apples + 2 apples = 5 apples").lines
    assert line.step.claim.conditions == ()
