"""Trigonometry, exponentials, calculus, matrices, units."""

from __future__ import annotations

import random
from fractions import Fraction

from scripts.soundness.case import (
    Case,
    Classes,
    decimal,
    fraction,
    nonzero,
    one_coefficient_off,
    polynomial,
    slipped,
)


def _identity(left: str, right: str, wrong: str, slip: str, task: str | None = None) -> Case:
    question = None if task is None else f"{task} {left}."
    return Case(question, (), f"{left} = {right}", f"{left} = {wrong}", slip)


def trigonometric(rng: random.Random) -> Case:
    k, m = rng.randint(1, 5), rng.randint(2, 9)
    a, b = ("x" if k == 1 else f"{k}x"), f"{2 * k}x"
    rows = (
        (f"{m}*sin({b})", f"{2 * m}*sin({a})*cos({a})", f"{m}*sin({a})*cos({a})", "factor 2"),
        (f"{m}*sin({a})^2 + {m}*cos({a})^2", f"{m}", f"{m * m}", "coefficient"),
        (f"cos({b})", f"1 - 2*sin({a})^2", f"1 - sin({a})^2", "factor 2"),
        (f"cos({b})", f"2*cos({a})^2 - 1", f"2*cos({a})^2 + 1", "sign"),
        (f"sin({a} + y)", f"sin({a})*cos(y) + cos({a})*sin(y)", f"sin({a}) + sin(y)", "linearity"),
        (
            f"cos({a} + y)",
            f"cos({a})*cos(y) - sin({a})*sin(y)",
            f"cos({a})*cos(y) + sin({a})*sin(y)",
            "sign",
        ),
        (f"1 + tan({a})^2", f"1/cos({a})^2", f"1/sin({a})^2", "wrong function"),
        (f"sin(3*{a})", f"3*sin({a}) - 4*sin({a})^3", f"3*sin({a}) + 4*sin({a})^3", "sign"),
    )
    return _identity(*rng.choice(rows), task="Simplify")


def exponential(rng: random.Random) -> Case:
    m, n = rng.randint(2, 7), rng.randint(2, 7)
    total = m * n if m * n != m + n else m + n + 1
    rows = (
        (f"e^({m}x) * e^({n}x)", f"e^({m + n}x)", f"e^({total}x)", "exponents multiplied"),
        (f"(e^x)^{n}", f"e^({n}x)", f"e^(x + {n})", "exponents added"),
        (f"e^(x + {m})", f"e^{m} * e^x", f"e^{m} + e^x", "sum"),
        (f"ln({m * n})", f"ln({m}) + ln({n})", f"ln({m}) * ln({n})", "product"),
        (f"ln({m}^{n})", f"{n}*ln({m})", f"ln({m})^{n}", "power outside"),
        (f"e^x * e^(-{n}x)", f"e^({1 - n}x)", f"e^({1 + n}x)", "sign"),
        ("(e^x + e^(-x))^2", "e^(2x) + 2 + e^(-2x)", "e^(2x) + e^(-2x)", "middle term"),
        (
            f"log({m}, {m}^{n})" if m < 2 else f"log_{m}({m**n})",
            f"{n}",
            f"{m}",
            "base for exponent",
        ),
    )
    left, right, wrong, slip = rng.choice(rows)
    if wrong == right:
        wrong, slip = f"{n + 1}", "off by one"
    return _identity(left, right, wrong, slip, task="Simplify")


def derivative(rng: random.Random) -> Case:
    c = [rng.randint(-9, 9) for _ in range(rng.randint(3, 5))]
    c[-1] = nonzero(rng, -5, 5)
    slope = [k * c[k] for k in range(1, len(c))]
    wrong, slip = one_coefficient_off(rng, slope)
    left = rng.choice(("d/dx({})", "d/dx [{}]", r"\frac{{d}}{{dx}}({})")).format(polynomial(c))
    return _identity(left, polynomial(slope), polynomial(wrong), slip)


def derivative_of_product(rng: random.Random) -> Case:
    n, m = rng.randint(2, 6), rng.randint(2, 5)
    rows = (
        (
            f"x^{n}*sin(x)",
            f"{n}*x^{n - 1}*sin(x) + x^{n}*cos(x)",
            f"{n}*x^{n - 1}*cos(x)",
            "product rule",
        ),
        (f"x^{n}*e^x", f"{n}*x^{n - 1}*e^x + x^{n}*e^x", f"{n}*x^{n - 1}*e^x", "product rule"),
        (f"sin({m}x)", f"{m}*cos({m}x)", f"cos({m}x)", "chain rule"),
        (f"cos({m}x)", f"-{m}*sin({m}x)", f"{m}*sin({m}x)", "sign"),
        (f"e^({m}x)", f"{m}*e^({m}x)", f"e^({m}x)", "chain rule"),
        (
            f"x^{n}*ln(x)",
            f"{n}*x^{n - 1}*ln(x) + x^{n - 1}",
            f"{n}*x^{n - 1}*ln(x) + x^{n}",
            "power",
        ),
        (
            f"(x^2 + {m})^{n}",
            f"{2 * n}*x*(x^2 + {m})^{n - 1}",
            f"{n}*(x^2 + {m})^{n - 1}",
            "chain rule",
        ),
    )
    body, right, wrong, slip = rng.choice(rows)
    return _identity(f"d/dx({body})", right, wrong, slip)


def second_derivative(rng: random.Random) -> Case:
    c = [rng.randint(-9, 9) for _ in range(4)] + [nonzero(rng, -5, 5)]
    second = [k * (k - 1) * c[k] for k in range(2, 5)]
    wrong, slip = one_coefficient_off(rng, second)
    before = (f"f(x) = {polynomial(c)}",)
    right = f"f''(x) = {polynomial(second)}"
    return Case(None, before, right, f"f''(x) = {polynomial(wrong)}", slip)


def partial_derivative(rng: random.Random) -> Case:
    a, m, n, b = nonzero(rng, -6, 6), rng.randint(2, 4), rng.randint(2, 4), rng.randint(2, 9)
    body = f"{a}*x^{m}*y^{n} + {b}*y"
    right = f"{a * m}*x^{m - 1}*y^{n}"
    wrong = f"{a * m}*x^{m - 1}*y^{n} + {b}"
    return _identity(f"∂/∂x ({body})", right, wrong, "other variable not constant")


def antiderivative(rng: random.Random) -> Case:
    f = [rng.randint(-4, 4) * k for k in range(1, 4)]
    f[-1] = nonzero(rng, -4, 4) * 3
    big = [0, *(f[k] // (k + 1) for k in range(3))]
    wrong, slip = one_coefficient_off(rng, big)
    if wrong[1:] == big[1:]:
        wrong = [0, big[1] + 1, *big[2:]]
    left = f"∫ ({polynomial(f)}) dx"
    return _identity(left, f"{polynomial(big)} + C", f"{polynomial(wrong)} + C", slip)


def definite_integral(rng: random.Random) -> Case:
    n, upper = rng.randint(1, 4), rng.randint(1, 4)
    value = Fraction(upper ** (n + 1), n + 1)
    wrong = Fraction(upper ** (n + 1)) if rng.random() < 0.5 else value + Fraction(1, n + 1)
    left = rng.choice((rf"\int_0^{{{upper}}} x^{n} \, dx", rf"\int_{{0}}^{{{upper}}} x^{n} dx"))
    return Case(
        None, (), f"${left} = {fraction(value)}$", f"${left} = {fraction(wrong)}$", "not divided"
    )


def limit(rng: random.Random) -> Case:
    a, b = nonzero(rng, -9, 9), rng.randint(2, 9)
    rows = (
        (rf"\lim_{{x \to {a}}} \frac{{x^2 - {a * a}}}{{x - {a}}}".replace("- -", "+ "), 2 * a, 0),
        (rf"\lim_{{x \to 0}} \frac{{\sin({b}x)}}{{x}}", b, 1),
        (
            rf"\lim_{{x \to \infty}} \frac{{{b}x^2 + {abs(a)}}}{{x^2 + 1}}",
            b,
            abs(a) if abs(a) != b else 0,
        ),
    )
    left, right, wrong = rng.choice(rows)
    return Case(None, (), f"${left} = {right}$", f"${left} = {wrong}$", "wrong limit")


def sums(rng: random.Random) -> Case:
    n = rng.randint(4, 20)
    power = rng.randint(1, 3)
    value = sum(k**power for k in range(1, n + 1))
    left = rf"\sum_{{k=1}}^{{{n}}} k^{power}"
    return Case(
        None, (), f"${left} = {value}$", f"${left} = {value - n**power}$", "last term forgotten"
    )


def units(rng: random.Random) -> Case:
    n = rng.randint(2, 90)
    rows = (
        (f"{n} km", f"{n * 1000} m", f"{n * 100} m"),
        (f"{n} m", f"{n * 100} cm", f"{n * 10} cm"),
        (f"{n} h", f"{n * 60} min", f"{n * 100} min"),
        (f"{n} kg", f"{n * 1000} g", f"{n * 100} g"),
        (f"{n * 120} miles / {n} hours", "120 mph", f"{120 * n} mph"),
        (f"{n} feet", f"{n * 12} inches", f"{n * 10} inches"),
    )
    left, right, wrong = rng.choice(rows)
    return _identity(left, right, wrong, "conversion factor")


def currency(rng: random.Random) -> Case:
    a, b = (Fraction(rng.randint(100, 9999), 100) for _ in range(2))
    k = rng.randint(2, 9)
    value = a + k * b
    text = f"${float(a):.2f} + {k} * ${float(b):.2f}"
    wrong = (a + b) * k
    return _identity(text, f"${float(value):.2f}", f"${float(wrong):.2f}", "order of operations")


def matrices(rng: random.Random) -> Case:
    a, b, c, d = (nonzero(rng, -6, 6) for _ in range(4))
    right, wrong = a * d - b * c, a * d + b * c
    left = rf"\det\begin{{pmatrix}} {a} & {b} \\ {c} & {d} \end{{pmatrix}}"
    return Case(None, (), f"${left} = {right}$", f"${left} = {wrong}$", "sign")


def matrix_products(rng: random.Random) -> Case:
    p, q = ([[rng.randint(-5, 5) for _ in range(2)] for _ in range(2)] for _ in range(2))
    product = [[sum(p[i][k] * q[k][j] for k in range(2)) for j in range(2)] for i in range(2)]
    wrong = [list(row) for row in product]
    i, j = rng.randrange(2), rng.randrange(2)
    wrong[i][j], slip = slipped(rng, wrong[i][j]) if wrong[i][j] else (1, "off by one")

    def show(m: list[list[int]]) -> str:
        return (
            r"\begin{pmatrix} "
            + r" \\ ".join(" & ".join(map(str, r)) for r in m)
            + r" \end{pmatrix}"
        )

    left = f"{show(p)} {show(q)}"
    return Case(None, (), f"${left} = {show(product)}$", f"${left} = {show(wrong)}$", slip)


def evaluated_definite(rng: random.Random) -> Case:
    m = rng.randint(1, 6)
    value = Fraction(rng.randint(1, 40), 4)
    left = f"{m}*({decimal(value)} - {decimal(value / 2)})"
    right, wrong = m * value / 2, m * value
    return _identity(left, decimal(right), decimal(wrong), "lower limit forgotten")


CLASSES: Classes = {
    "trigonometric identity": trigonometric,
    "exponentials and logarithms": exponential,
    "derivative of a polynomial": derivative,
    "derivative rules": derivative_of_product,
    "second derivative": second_derivative,
    "partial derivative": partial_derivative,
    "antiderivative": antiderivative,
    "definite integral": definite_integral,
    "limit": limit,
    "sum": sums,
    "units": units,
    "currency": currency,
    "determinant": matrices,
    "matrix product": matrix_products,
    "difference of values": evaluated_definite,
}
