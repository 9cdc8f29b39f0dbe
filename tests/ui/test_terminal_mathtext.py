"""Mathematics as it is shown: in Unicode where that is faithful, as its source otherwise."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathviz_chat.ui.mathtext import pieces, show_math

LATEX = [
    (r"$x$ and $y$", "x and y", "inline formulas lose their dollars"),
    (r"\(x^2\) and \[y\]", "x² and y", "the other delimiters"),
    (r"$$x = 1$$", "x = 1", "display"),
    (r"$\frac{1}{2}$", "1/2", "a fraction"),
    (r"$\frac{1}{2}x$", "(1/2)x", "not 1/2x, which reads as 1/(2x)"),
    (r"$\frac{2}{3x}$", "2/(3x)", "a denominator of two factors keeps its extent"),
    (r"$\frac{x+1}{x-1}$", "(x+1)/(x-1)", "so do sums"),
    (r"$a/\frac{b}{c}$", "a/(b/c)", "and a quotient below a bar"),
    (r"$a \div \frac{b}{c}$", "a ÷ (b/c)", "or behind a division sign"),
    (r"$\frac{1}{2}^2$", "(1/2)²", "a power of a fraction"),
    (r"$\sin\frac{x}{2}$", "sin(x/2)", "a fraction as an argument"),
    (r"$\frac{d}{dx}x^2$", "(d/dx)x²", "a derivative"),
    (r"$3\frac12$", "3 1/2", "a mixed number, or a product: as ambiguous as it was written"),
    (r"$\sqrt{x}$", "√x", "a root of one letter"),
    (r"$\sqrt{2}x$", "√(2)x", "not √2x, which reads as √(2x)"),
    (r"$\sqrt{x+1}$", "√(x+1)", "a root of a sum"),
    (r"$\sqrt[3]{8}$", "∛8", "a cube root"),
    (r"$x=\frac{-b\pm\sqrt{b^2-4ac}}{2a}$", "x=(-b±√(b²-4ac))/(2a)", "the quadratic formula"),
    (r"$x^{n+1}$", "xⁿ⁺¹", "a power of several characters"),
    (r"$2^{\frac{1}{2}}$", "2^(1/2)", "a power that Unicode lacks keeps its extent"),
    (r"$x_{12}^2$", "x₁₂²", "both scripts"),
    (r"$30^\circ$", "30°", "degrees"),
    (r"$f'(x)$", "f′(x)", "a prime"),
    (r"$x \in \mathbb{R}, x \ne 0$", "x ∈ ℝ, x ≠ 0", "relations"),
    (r"$\alpha\beta \leq 2\pi$", "αβ ≤ 2π", "Greek"),
    (r"$a \cdot b \times c$", "a · b × c", "products"),
    (r"$\int_0^1 x\,dx$", "∫₀¹ x dx", "an integral"),
    (r"$\sum_{i=1}^{n} i$", "∑ᵢ₌₁ⁿ i", "a sum"),
    (r"$0.1\overline{6}$", "0.16\u0305", "a repeating decimal"),
    (r"$15\% + 15%$", "15% + 15%", "a bare % is no comment, as it is to TeX"),
    (r"$1{,}000$", "1,000", "a thousands separator"),
    (r"$\text{if } x>0$", "if x>0", "words"),
    (r"$\left(\frac{a}{b}\right)$", "(a/b)", "sized brackets"),
    (r"$\boxed{x = 5}$", "x = 5", "a box"),
    (r"$$\begin{aligned}x&=1\\y&=2\end{aligned}$$", "x=1\ny=2", "rows are lines"),
    (r"\begin{cases}x+y=5\\x-y=1\end{cases}", "{ x+y=5; x-y=1 }", "a system"),
    (r"$\begin{pmatrix}1&2\\3&4\end{pmatrix}$", "(1 2; 3 4)", "a matrix"),
    (r"thus \frac{1}{2} and \alpha", "thus 1/2 and α", "commands without delimiters"),
]
KEPT_AS_SOURCE = [
    (r"$\frac{1}$", "a missing argument"),
    (r"$\frac{1$", "an open brace"),
    (r"$\nosuchcommand{x}$", "an unknown command"),
    (r"$x^2^3$", "a double script, whose meaning is open"),
    (r"$x^$", "a script without content"),
    (r"${x+1}^2$", "a power whose extent would be lost"),
    (r"$\begin{tikzpicture}x\end{tikzpicture}$", "a picture"),
    ("$" + r"\sqrt{" * 60 + "x" + "}" * 60 + "$", "too deep"),
]
PLAIN = [
    ("x^2 + 3*x <= 10", "x² + 3·x ≤ 10", "powers, products, relations"),
    ("x**2", "x²", "Python's power"),
    ("2^-3, 10^6, x^n, e^x", "2⁻³, 10⁶, xⁿ, eˣ", "exponents"),
    ("x^2.5", "x^2.5", "not x².5"),
    ("2^10!", "2^10!", "not 2¹⁰!"),
    ("x^2^3", "x^2³", "a tower is read from the right"),
    ("2**3**2", "2**3²", "also in Python's notation, never 2³²"),
    ("x^(n+1)", "x^(n+1)", "brackets keep the extent"),
    ("x^ab", "x^ab", "where the exponent ends is open"),
    ("x_1 + a_n", "x₁ + aₙ", "indices"),
    ("snake_case", "snake_case", "a word with underscores is no index"),
    ("sqrt(16) != 5", "√16 ≠ 5", "a root, and unequal"),
    ("2sqrt(3)/3 + sqrt(x)", "2√3/3 + √x", "a number or a letter needs no brackets"),
    ("sqrt(2)x, sqrt(2) x, sqrt(2)pi", "√(2)x, √(2) x, √(2)pi", "not √2x, which reads as √(2x)"),
    ("sqrt(2)^2, sqrt(2)!, sqrt(2) sin x", "√(2)², √(2)!, √(2) sin x", "nor √2²"),
    ("sqrt(x+1), sqrt(2.5)", "√(x+1), √(2.5)", "what is no atom keeps its brackets"),
    ("integral(x^2, x) = x^3/3 + C", "∫ x² dx = x³/3 + C", "an integral"),
    ("integral(x + 1, x)", "∫ (x + 1) dx", "a sum under it"),
    ("integral(x^2, x, 0, 1)", "∫₀¹ x² dx", "with its bounds"),
    ("integral(sin(x), x, 0, pi/2)", "∫₀^(pi/2) sin(x) dx", "bounds that Unicode lacks"),
    ("integral(f, x)*2, 1/integral(f, x)", "(∫ f dx)·2, 1/(∫ f dx)", "where its extent is open"),
    ("integral(integral(x*y, x), y)", "∫ ∫ x·y dx dy", "one in the other"),
    ("integral(x^2)", "integral(x²)", "no variable: as it was written"),
    ("lim(x -> 0, sin(x)/x) = 1", "lim(x→0) sin(x)/x = 1", "a limit"),
    ("lim(x -> 0+, 1/x)", "lim(x→0⁺) 1/x", "from one side"),
    ("lim(x -> 0, x + 1) + 2", "(lim(x→0) (x + 1)) + 2", "where its extent is open"),
    ("lim(x->0) f(x)", "lim(x→0) f(x)", "as models write it"),
    ("derivative(x^2, x) and partial(x*y, x)", "d/dx(x²) and ∂/∂x(x·y)", "derivatives"),
    ("the integral (x^2, x)", "the integral (x², x)", "a word before a bracket"),
    ("a => b, c -> d", "a ⇒ b, c → d", "arrows"),
    ("2 * 3 * 4", "2 · 3 · 4", "spaced products"),
    ("pi*5^2*10 = 250pi", "pi·5²·10 = 250pi", "a constant with a name"),
    ("`x^2`", "`x^2`", "code stays"),
]
MONEY = [
    ("It costs $5 and $10.", "two prices"),
    ("He paid $5, then $3.", "with commas"),
    ("a price of $1,234.50 for 3 items at $2 each", "thousands"),
    ("$0.50 × 4 = $2.00", "a computation"),
    ("each $3 pen and $4 ruler", "adjectives"),
    ("I paid $2+$3", "a sum of prices"),
    ("$", "one dollar sign"),
    ("$$", "two"),
]


@pytest.mark.parametrize(
    ("source", "shown"),
    [row[:2] for row in LATEX + PLAIN],
    ids=[f"{row[0][:40]}: {row[2]}" for row in LATEX + PLAIN],
)
def test_shown_in_unicode(source: str, shown: str) -> None:
    assert show_math(source) == shown


@pytest.mark.parametrize("source", [row[0] for row in MONEY], ids=[row[1] for row in MONEY])
def test_money_is_left_alone(source: str) -> None:
    assert show_math(source) == source


def test_an_escaped_dollar_is_a_dollar() -> None:
    assert show_math(r"costs \$5 and \$6") == "costs $5 and $6"


@pytest.mark.parametrize(
    "source", [row[0] for row in KEPT_AS_SOURCE], ids=[row[1] for row in KEPT_AS_SOURCE]
)
def test_what_cannot_be_shown_faithfully_stays_source(source: str) -> None:
    assert show_math(source) == source


FORMULAS = st.recursive(
    st.sampled_from(["x", "y", "7", "12", "ab", r"\pi"]),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["+", "-", r" \cdot ", " = ", "/", ""]), inner).map(
            "".join
        ),
        st.tuples(inner, inner).map(lambda p: rf"\frac{{{p[0]}}}{{{p[1]}}}"),
        inner.map(lambda p: rf"\sqrt{{{p}}}"),
        st.tuples(st.sampled_from("xyz"), inner).map(lambda p: f"{p[0]}^{{{p[1]}}}"),
    ),
    max_leaves=12,
)


@given(FORMULAS)
def test_letters_and_digits_stay_in_their_order(formula: str) -> None:
    """Nothing is reordered, evaluated or lost: the characters of the source, in order."""
    plain = str.maketrans(
        "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇˣʸᶻπ",
        "0123456789abxyzp",
    )
    written = re.sub(r"\\pi", "p", formula)
    written = re.sub(r"\\[a-z]+", "", written)
    shown = show_math(f"${formula}$")
    if shown == f"${formula}$":
        return  # kept as source
    assert re.findall(r"[a-z0-9]", shown.translate(plain)) == re.findall(r"[a-z0-9]", written)


@given(st.text("x1$\\{}[]()^_*`fracb eginsq.&%\n", max_size=60))
def test_any_text_is_cut_into_pieces_that_join_to_it(text: str) -> None:
    assert "".join(piece.source for piece in pieces(text)) == text
    show_math(text)


@pytest.mark.parametrize(
    "text",
    [
        "$$" * 10_000,
        r"\(" * 10_000,
        r"\a{" * 7_000,
        "`a``" * 5_000,
        r"\begin{a}" * 3_000,
        "$" + r"\left(" * 600 + "$",
        r"\frac" + "{" * 9_000,
        "x^2*" * 5_000,
    ],
    ids=lambda text: text[:9],
)
def test_hostile_lengths_take_no_time(text: str) -> None:
    begun = time.process_time()
    show_math(text)
    assert time.process_time() - begun < 2  # tens of milliseconds; quadratic would be minutes
