"""Integrals, limits, sums and derivatives beyond polynomials; values of functions."""

from __future__ import annotations

import random
from fractions import Fraction

from scripts.soundness.case import Case, Classes, nonzero, one_coefficient_off, polynomial


def _row(rng: random.Random, rows: tuple[tuple[str, str, str], ...], slip: str) -> Case:
    left, right, wrong = rng.choice(rows)
    return Case(None, (), f"{left} = {right}", f"{left} = {wrong}", slip)


def _latex(rng: random.Random, rows: tuple[tuple[str, str, str], ...], slip: str) -> Case:
    left, right, wrong = rng.choice(rows)
    return Case(None, (), f"${left} = {right}$", f"${left} = {wrong}$", slip)


def definite_integrals(rng: random.Random) -> Case:
    k, a = rng.randint(2, 6), rng.randint(2, 5)
    b = a + rng.randint(1, 4)
    rows = (
        (rf"\int_0^{{\pi/2}} {k}\sin(x) \, dx", f"{k}", "0"),
        (rf"\int_0^{{\pi}} \sin({2 * k - 1}x) \, dx", rf"\frac{{2}}{{{2 * k - 1}}}", "2"),
        (rf"\int_0^{{{a}}} e^{{{k}x}} \, dx", rf"\frac{{e^{{{k * a}}} - 1}}{{{k}}}",
         rf"e^{{{k * a}}} - 1"),
        (rf"\int_1^{{{a}}} \frac{{1}}{{x}} \, dx", rf"\ln({a})", rf"1 - \frac{{1}}{{{a * a}}}"),
        (rf"\int_{{{a}}}^{{{b}}} x^2 \, dx", f"{Fraction(b**3 - a**3, 3)}",
         f"{Fraction(b**3 + a**3, 3)}"),
        (rf"\int_{{-{a}}}^{{{a}}} x^3 \, dx", "0", f"{Fraction(a**4, 2)}"),
        (rf"\int_0^{{\pi/4}} \cos({2 * k}x) \, dx",
         rf"\frac{{\sin({k}\pi/2)}}{{{2 * k}}}", rf"{2 * k}\sin({k}\pi/2) + 1"),
    )  # fmt: skip
    return _latex(rng, rows, "antiderivative or lower limit")


def antiderivatives(rng: random.Random) -> Case:
    k, a, n = rng.randint(2, 7), rng.randint(1, 9), rng.randint(2, 5)
    rows = (
        (f"∫ x*e^({k}x) dx", f"x*e^({k}x)/{k} - e^({k}x)/{k * k} + C",
         f"x*e^({k}x)/{k} + e^({k}x)/{k * k} + C"),
        ("∫ x*sin(x) dx", "sin(x) - x*cos(x) + C", "sin(x) + x*cos(x) + C"),
        ("∫ x*cos(x) dx", "x*sin(x) + cos(x) + C", "x*sin(x) - cos(x) + C"),
        (f"∫ {k}*ln(x) dx", f"{k}*x*ln(x) - {k}*x + C", f"{k}/x + C"),
        ("∫ 2x*cos(x^2) dx", "sin(x^2) + C", "2*sin(x^2) + C"),
        (f"∫ 2x/(x^2 + {a}) dx", f"ln(x^2 + {a}) + C", f"1/(x^2 + {a}) + C"),
        (f"∫ ({k}x + {a})^{n} dx", f"({k}x + {a})^{n + 1}/{k * (n + 1)} + C",
         f"({k}x + {a})^{n + 1}/{n + 1} + C"),
        (f"∫ cos({k}x) dx", f"sin({k}x)/{k} + C", f"{k}*sin({k}x) + C"),
        (f"∫ sin({k}x) dx", f"-cos({k}x)/{k} + C", f"cos({k}x)/{k} + C"),
        (f"∫ 1/(x^2 + {a * a}) dx", f"arctan(x/{a})/{a} + C", f"arctan(x/{a + 1}) + C"),
        (f"∫ 1/x^{n} dx", f"-1/({n - 1}*x^{n - 1}) + C", f"1/({n - 1}*x^{n - 1}) + C"),
    )  # fmt: skip
    return _row(rng, rows, "substitution or parts")


def limits(rng: random.Random) -> Case:
    a, b, c = rng.randint(1, 9), rng.randint(2, 9), rng.randint(2, 9)
    rows = (
        (r"\lim_{x \to 0^+} \frac{1}{x}", r"\infty", r"-\infty"),
        (r"\lim_{x \to 0^-} \frac{1}{x}", r"-\infty", r"\infty"),
        (rf"\lim_{{x \to {a}^-}} \frac{{|x - {a}|}}{{x - {a}}}", "-1", "1"),
        (rf"\lim_{{x \to \infty}} \frac{{{a}x + 1}}{{{b}x - 1}}", f"{Fraction(a, b)}", "-1"),
        (r"\lim_{x \to 0} \frac{1 - \cos(x)}{x^2}", r"\frac{1}{2}", "0"),
        (rf"\lim_{{x \to 0}} \frac{{e^{{{b}x}} - 1}}{{x}}", f"{b}", "1"),
        (rf"\lim_{{x \to \infty}} \frac{{{b}x^2 + x}}{{x^3 + {a}}}", "0", f"{b}"),
        (rf"\lim_{{n \to \infty}} (1 + \frac{{{b}}}{{n}})^n", rf"e^{{{b}}}", "1"),
        (rf"\lim_{{x \to {a}}} (x^2 + {c}x)", f"{a * a + c * a}", f"{a * a + c * a + c}"),
        (rf"\lim_{{x \to 0}} \frac{{\sin({b}x)}}{{\sin({c}x)}}", f"{Fraction(b, c)}",
         f"{Fraction(b, c) + 1}"),
        (r"\lim_{x \to \infty} e^{-x}", "0", "1"),
    )  # fmt: skip
    return _latex(rng, rows, "limit")


def symbolic_sums(rng: random.Random) -> Case:
    r = rng.randint(2, 6)
    rows = (
        (r"\sum_{k=1}^{n} k", r"\frac{n(n+1)}{2}", r"\frac{n(n-1)}{2}"),
        (r"\sum_{k=1}^{n} k^2", r"\frac{n(n+1)(2n+1)}{6}", r"\frac{n^2(n+1)^2}{4}"),
        (r"\sum_{k=1}^{n} (2k - 1)", "n^2", "n^2 + 1"),
        (rf"\sum_{{k=0}}^{{n}} {r}^k", rf"\frac{{{r}^{{n+1}} - 1}}{{{r - 1}}}",
         rf"\frac{{{r}^{{n}} - 1}}{{{r}}}"),
        (rf"\sum_{{k=0}}^{{\infty}} \frac{{1}}{{{r}^k}}", str(Fraction(r, r - 1)),
         str(Fraction(1, r - 1))),
        (rf"\sum_{{k=1}}^{{n}} {r}", f"{r}n", f"{r}(n + 1)"),
        (rf"\prod_{{k=1}}^{{{r}}} k^2", str(_factorial(r) ** 2), str(_factorial(r))),
        (r"\prod_{k=1}^{n} k", "n!", "(n - 1)!"),
        (r"\sum_{k=1}^{n} k^3", r"\frac{n^2(n+1)^2}{4}", r"\frac{n^3(n+1)}{4}"),
    )  # fmt: skip
    left, right, wrong = rng.choice(rows)
    question = f"Evaluate ${left}$."
    return Case(question, (), f"${left} = {right}$", f"${left} = {wrong}$", "closed form")


def _factorial(n: int) -> int:
    return 1 if n < 2 else n * _factorial(n - 1)


def derivative_notations(rng: random.Random) -> Case:
    """The same derivative as Lagrange and Leibniz write it, below the function."""
    c = [rng.randint(-9, 9) for _ in range(3)] + [nonzero(rng, -6, 6)]
    slope = [k * c[k] for k in range(1, 4)]
    wrong, slip = one_coefficient_off(rng, slope)
    name, form = rng.choice(
        (
            ("f(x)", "f'(x) = {}"),
            ("f(x)", r"$f'(x) = {}$"),
            ("y", "y' = {}"),
            ("y", "dy/dx = {}"),
            ("y", r"$\frac{{dy}}{{dx}} = {}$"),
        )
    )
    if name == "f(x)" and rng.random() < 0.3:
        x = rng.randint(-4, 4)
        value = sum(coefficient * x**k for k, coefficient in enumerate(slope))
        form = f"f'({x}) = {{}}"
        return Case(
            None, (f"f(x) = {polynomial(c)}",), form.format(value), form.format(value + 1), "value"
        )
    before = (f"{name} = {polynomial(c)}",)
    return Case(None, before, form.format(polynomial(slope)), form.format(polynomial(wrong)), slip)


def derivative_rules(rng: random.Random) -> Case:
    n, m, a = rng.randint(2, 6), rng.randint(2, 5), rng.randint(1, 9)
    rows = (
        (f"d/dx(sin(x)/x^{n})", f"(x*cos(x) - {n}*sin(x))/x^{n + 1}",
         f"(x*cos(x) + {n}*sin(x))/x^{n + 1}"),
        (f"d/dx(1/(x^2 + {a}))", f"-2x/(x^2 + {a})^2", f"2x/(x^2 + {a})^2"),
        (f"d/dx(sqrt({m}x + {a}))", f"{m}/(2*sqrt({m}x + {a}))", f"1/(2*sqrt({m}x + {a}))"),
        (f"d/dx(tan({m}x))", f"{m}/cos({m}x)^2", f"{m}/sin({m}x)^2"),
        (f"d/dx(ln(x^2 + {a}))", f"2x/(x^2 + {a})", f"1/(x^2 + {a})"),
        (f"d/dx(e^(x^{n}))", f"{n}*x^{n - 1}*e^(x^{n})", f"e^(x^{n})"),
        (f"d/dx(sin(x)^{n})", f"{n}*sin(x)^{n - 1}*cos(x)", f"{n}*cos(x)^{n - 1}"),
        (f"d/dx({m}^x)", f"{m}^x*ln({m})", f"x*{m}^(x - 1)"),
        ("d/dx(arctan(x))", "1/(1 + x^2)", "1/(1 - x^2)"),
        (f"d/dx(x^{n}*cos({m}x))", f"{n}*x^{n - 1}*cos({m}x) - {m}*x^{n}*sin({m}x)",
         f"-{n * m}*x^{n - 1}*sin({m}x)"),
        (f"d^2/dx^2(sin({m}x))", f"-{m * m}*sin({m}x)", f"-{m}*sin({m}x)"),
        (f"d/dx(x^(1/{n}))", f"(1/{n})*x^(1/{n} - 1)", f"(1/{n})*x^(1/{n})"),
    )  # fmt: skip
    return _row(rng, rows, "rule misapplied")


def hyperbolic(rng: random.Random) -> Case:
    k = rng.randint(2, 5)
    rows = (
        (f"cosh({k}x)^2 - sinh({k}x)^2", "1", "-1"),
        (f"sinh({2 * k}x)", f"2*sinh({k}x)*cosh({k}x)", f"sinh({k}x)*cosh({k}x)"),
        (f"cosh({2 * k}x)", f"2*cosh({k}x)^2 - 1", f"1 - 2*sinh({k}x)^2"),
        ("sinh(x)", "(e^x - e^(-x))/2", "(e^x + e^(-x))/2"),
        ("cosh(x + y)", "cosh(x)*cosh(y) + sinh(x)*sinh(y)", "cosh(x)*cosh(y) - sinh(x)*sinh(y)"),
        (f"1 - tanh({k}x)^2", f"1/cosh({k}x)^2", f"1/sinh({k}x)^2"),
    )
    left, right, wrong = rng.choice(rows)
    return Case(f"Simplify {left}.", (), f"{left} = {right}", f"{left} = {wrong}", "sign")


def more_trigonometry(rng: random.Random) -> Case:
    k = rng.randint(2, 5)
    rows = (
        ("sin(π/2 - x)", "cos(x)", "-cos(x)"),
        ("cos(π - x)", "-cos(x)", "cos(x)"),
        (f"tan({2 * k}x)", f"2*tan({k}x)/(1 - tan({k}x)^2)", f"2*tan({k}x)/(1 + tan({k}x)^2)"),
        ("sin(x)*cos(y)", "(sin(x + y) + sin(x - y))/2", "(sin(x + y) - sin(x - y))/2"),
        (f"sin({k}x)^2", f"(1 - cos({2 * k}x))/2", f"(1 + cos({2 * k}x))/2"),
        ("sin(x)^4 - cos(x)^4", "-cos(2x)", "cos(2x)"),
        ("(sin(x) + cos(x))^2", "1 + sin(2x)", "1"),
        ("sin(-x)", "-sin(x)", "sin(x)"),
        ("1 + cot(x)^2", "csc(x)^2", "sec(x)^2"),
    )
    left, right, wrong = rng.choice(rows)
    return Case(f"Simplify {left}.", (), f"{left} = {right}", f"{left} = {wrong}", "formula")


def exact_values(rng: random.Random) -> Case:
    k = rng.randint(2, 9)
    rows = (
        ("sin(π/6)", "1/2", "sqrt(3)/2"),
        ("cos(π/6)", "sqrt(3)/2", "1/2"),
        (f"{k}*sin(30°)", str(Fraction(k, 2)), f"{k}*sqrt(3)/2"),
        ("tan(π/4)", "1", "sqrt(2)/2"),
        ("sin(π/4)", "sqrt(2)/2", "1/2"),
        ("cos(120°)", "-1/2", "1/2"),
        ("tan(60°)", "sqrt(3)", "1/sqrt(3)"),
        ("sin(75°)", "(sqrt(6) + sqrt(2))/4", "(sqrt(6) - sqrt(2))/4"),
        ("arcsin(1/2)", "π/6", "π/3"),
        ("arctan(1)", "π/4", "π/2"),
        (f"ln(e^{k})", str(k), f"e^{k}"),
        (f"log_{k}({k**3})", "3", str(k if k != 3 else 9)),
        (f"log(10^{k})", str(k), str(10 * k)),
    )
    return _row(rng, rows, "value")


CLASSES: Classes = {
    "definite integrals": definite_integrals,
    "substitution and parts": antiderivatives,
    "limits of every kind": limits,
    "sums with a symbolic limit": symbolic_sums,
    "notations of derivatives": derivative_notations,
    "quotient and chain rule": derivative_rules,
    "hyperbolic identity": hyperbolic,
    "more trigonometry": more_trigonometry,
    "exact values": exact_values,
}
