"""Definite integrals, limits, sums, inverse functions and matrices."""

from __future__ import annotations

import pytest

from mathviz_chat.core.kernel import Outcome, identity
from mathviz_chat.core.reading import to_plain
from tests.core.kernel.reading_helpers import expr

P, R, U = Outcome.PROVED, Outcome.REFUTED, Outcome.UNDECIDED

ROWS = [
    (r"\int_0^1 x^2 dx", "1/3", P, "a polynomial"),
    (r"\int_0^1 x^2 dx", "1/2", R, "the wrong power rule"),
    (r"\int_0^{\pi} \sin x dx", "2", P, "a sine"),
    (r"\int_1^e \frac{1}{x} dx", "1", P, "a logarithm"),
    (r"\int_0^4 \sqrt{x} dx", "16/3", P, "a radicand that is 0 at an end"),
    (r"\int_0^1 x e^x dx", "1", P, "by parts"),
    (r"\int_0^{\pi} x^2 \sin x dx", r"\pi^2 - 4", P, "by parts, twice"),
    (r"\int_0^a x dx", "a^2/2", P, "a letter as a limit"),
    (r"\int_{-1}^1 \frac{1}{x^2} dx", "-2", U, "a pole inside: the rule would give -2"),
    (r"\int_{-1}^1 \frac{1}{x} dx", "0", U, "a pole inside"),
    (r"\int_0^1 e^{-x^2} dx", "0.75", R, "no elementary antiderivative: refuted by quadrature"),
    (r"\lim_{x \to 1} \frac{x^2-1}{x-1}", "2", P, "a removable point"),
    (r"\lim_{x \to 0} \frac{\sin x}{x}", "1", P, "L'Hospital once"),
    (r"\lim_{x \to 0} \frac{1-\cos x}{x^2}", "1/2", P, "L'Hospital twice"),
    (r"\lim_{x \to \infty} \frac{2x^2+1}{x^2-3}", "2", P, "a rational function at infinity"),
    (r"\lim_{h \to 0} \frac{(x+h)^2-x^2}{h}", "2x", P, "a difference quotient"),
    (r"\lim_{x \to 2} x^2", "5", R, "continuity"),
    (r"\lim_{x \to 0} \frac{1}{x}", "0", U, "no limit"),
    (r"\lim_{x \to 0} \frac{|x|}{x}", "1", U, "two different one-sided limits"),
    (r"\lim_{x \to \infty} (1 + 2/x)^x", "e^2", P, "e to a product of 0 and infinity"),
    (r"\lim_{x \to \infty} (1 + 2/x)^x", "e^3", R, "another number"),
    (r"\lim_{x \to \infty} x^5 e^{-x}", "0", P, "L'Hospital's rule five times"),
    (r"\lim_{x \to \infty} x^5 e^{-x}", "1", R, "the power does not win"),
    (r"\lim_{x \to \infty} x \sin(1/x)", "1", P, "1/x put in, which is analytic at 0"),
    (r"\lim_{x \to \infty} x \sin(1/x)", "0", R, "not 0"),
    (r"\lim_{x \to 0} x \sin(1/x)", "0", U, "no function of the class: it oscillates"),
    (r"\lim_{x \to 0} (1 + x)^{1/x}", "e^1", P, "the same from both sides"),
    (r"\lim_{x \to 0} (1 + x)^{1/x}", "1", R, "not 1"),
    (r"\lim_{x \to 0} e^{1/x}", "0", U, "0 from below only"),
    (r"\lim_{x \to 0} \arctan(1/x)", r"\pi/2", U, "from above only"),
    (r"\lim_{x \to 0} x \ln(x)", "0", U, "defined on one side only"),
    (r"\sum_{k=1}^{10} k", "55", P, "written out"),
    (r"\sum_{k=1}^{n} k", "n(n+1)/2", P, "induction"),
    (r"\sum_{k=1}^{n} k^2", "n(n+1)(2n+1)/6", P, "induction"),
    (r"\sum_{k=0}^{n} 2^k", "2^{n+1}-1", P, "induction"),
    (r"\sum_{k=1}^{n} 1/(k(k+1))", "n/(n+1)", P, "telescoping; n + 1 is not 0 for n >= 1"),
    (r"\sum_{k=1}^{n} 1/(k(k+1))", "1 - 1/(n+1)", P, "the same in another form"),
    (r"\sum_{k=2}^{n} 1/(k(k-1))", "1 - 1/n", P, "from 2 on"),
    (r"\sum_{k=0}^{n} 1/((k+1)(k+2))", "(n+1)/(n+2)", P, "from 0 on"),
    (r"\sum_{k=1}^{n} 1/(k(k+2))", "3/4 - (2n+3)/(2(n+1)(n+2))", P, "two steps apart"),
    (r"\sum_{k=1}^{n} 1/(k(k+1))", "n/(n+2)", R, "wrong at n = 1"),
    (
        r"\sum_{k=1}^{n} 1/(k(k+1))",
        "n/(n+1) + (n-1)(n-2)(n-3)(n-4)(n-5)/(n+1)",
        U,
        "right at five places only",
    ),
    (r"\sum_{k=1}^{n} (1/(k-7) - 1/(k-6))", "-1/6 - 1/(n-6)", U, "no value from 6 on"),
    (r"\prod_{k=1}^{n} (k+1)/k", "n + 1", P, "a telescoping product"),
    (r"\prod_{k=1}^{n} k/(k+1)", "1/(n + 1)", P, "the same upside down"),
    (r"\sum_{k=1}^{n} k", "n^2/2", R, "wrong at n = 1"),
    (r"\sum_{k=1}^{n} k", "(n^2+n)/2 + (n-1)(n-2)(n-3)(n-4)(n-5)", U, "right at five places only"),
    (r"\arctan 1", r"\frac{\pi}{4}", P, "a known angle"),
    (r"\arccos(-\frac{\sqrt{3}}{2})", r"\frac{5\pi}{6}", P, "in the range of the inverse"),
    (r"\arcsin(\sin(2))", "2", R, "outside the range of the inverse"),
    (r"\begin{pmatrix}1&2\\3&4\end{pmatrix}\begin{pmatrix}1\\1\end{pmatrix}",
     r"\begin{pmatrix}3\\7\end{pmatrix}", P, "a product"),
    (r"\begin{pmatrix}1&2\\3&4\end{pmatrix}\begin{pmatrix}1\\1\end{pmatrix}",
     r"\begin{pmatrix}3\\6\end{pmatrix}", R, "one entry is wrong"),
    (r"\begin{pmatrix}1&2\\3&4\end{pmatrix}^2", r"\begin{pmatrix}7&10\\15&22\end{pmatrix}", P, ""),
    (r"\begin{pmatrix}1&2\\3&4\end{pmatrix}", r"\begin{pmatrix}1&2\end{pmatrix}", R, "shapes"),
    (r"0\begin{pmatrix}1/0\\2\end{pmatrix}", r"\begin{pmatrix}0\\0\end{pmatrix}", U, "1/0"),
    (r"\det\begin{pmatrix}0&1\\1&1/0\end{pmatrix}", "-1", U, "an entry without a value"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "outcome", "why"), ROWS)
def test_values(left: str, right: str, outcome: Outcome, why: str) -> None:
    assert identity(expr(left), expr(right)).outcome is outcome, why


def test_an_entry_times_0_keeps_its_domain() -> None:
    """0 times 1/x is 0 where x is not 0: a factor 0 must not hide the entry."""
    decision = identity(
        expr(r"\begin{pmatrix}0&1\end{pmatrix}\begin{pmatrix}1/x\\2\end{pmatrix}"),
        expr(r"\begin{pmatrix}2\end{pmatrix}"),
    )
    assert decision.outcome is P
    assert [to_plain(condition) for condition in decision.conditions] == ["x != 0"]


def test_the_entry_that_differs_is_named() -> None:
    left = expr(r"\begin{pmatrix}1&2\\3&4\end{pmatrix}")
    decision = identity(left, expr(r"\begin{pmatrix}1&2\\3&5\end{pmatrix}"))
    assert decision.witness is not None
    assert decision.witness.note == "row 2, column 2"


def test_a_sum_is_proved_from_its_first_term_on() -> None:
    decision = identity(expr(r"\sum_{k=1}^{n} k"), expr("n(n+1)/2"))
    assert [to_plain(condition) for condition in decision.conditions] == ["n >= 1"]
