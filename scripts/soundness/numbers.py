"""Numbers: integers, fractions, decimals, rounding, percent, powers, roots, counting."""

from __future__ import annotations

import math
import random
from fractions import Fraction

from scripts.soundness.case import Case, Classes, decimal, fraction, nonzero, slipped, written


def _case(rng: random.Random, left: str, right: str, wrong: str, slip: str) -> Case:
    style = rng.getrandbits(32)
    line = [written(random.Random(style), f"{left} = {value}") for value in (right, wrong)]
    return Case(None, (), line[0], line[1], slip)


def integers(rng: random.Random) -> Case:
    a, b, c = (rng.randint(2, 99) for _ in range(3))
    shape = rng.choice(
        ("{a} + {b} * {c}", "{a} * {b} - {c}", "({a} - {b}) * {c}", "{a} + {b} + {c}")
    )
    value = {
        "{a} + {b} * {c}": a + b * c,
        "{a} * {b} - {c}": a * b - c,
        "({a} - {b}) * {c}": (a - b) * c,
        "{a} + {b} + {c}": a + b + c,
    }[shape]
    wrong, slip = slipped(rng, value) if value else (1, "off by one")
    return _case(rng, shape.format(a=a, b=b, c=c), str(value), str(wrong), slip)


def fractions(rng: random.Random) -> Case:
    a, b = (Fraction(nonzero(rng, -9, 9), rng.randint(2, 12)) for _ in range(2))
    sign = rng.choice("+-*/")
    value = {"+": a + b, "-": a - b, "*": a * b, "/": a / b}[sign]
    wrong = value + Fraction(rng.choice((-1, 1)), value.denominator)
    slip = "numerator off by one"
    if value and rng.random() < 0.5 and value * value != 1:
        wrong, slip = 1 / value, "turned over"
    left = f"({fraction(a)}) {sign} ({fraction(b)})"
    return _case(rng, left, fraction(value), fraction(wrong), slip)


def decimals(rng: random.Random) -> Case:
    a = Fraction(rng.randint(1, 9999), 10 ** rng.randint(1, 3))
    b = Fraction(rng.randint(1, 999), 10 ** rng.randint(1, 2))
    sign = rng.choice("+-*")
    value = {"+": a + b, "-": a - b, "*": a * b}[sign]
    if value == 0:
        value, a = value + b, a + b
    wrong, slip = rng.choice(((value * 10, "misplaced decimal"), (value / 10, "misplaced decimal")))
    return _case(rng, f"{decimal(a)} {sign} {decimal(b)}", decimal(value), decimal(wrong), slip)


def rounding(rng: random.Random) -> Case:
    a, b = rng.randint(1, 99), rng.choice((3, 7, 9, 11, 13, 17, 19))
    places = rng.randint(1, 4)
    scaled = round(Fraction(a, b) * 10**places)
    right, wrong = Fraction(scaled, 10**places), Fraction(scaled + rng.choice((-2, 2)), 10**places)
    text = [f"{a} / {b} ≈ {float(value):.{places}f}" for value in (right, wrong)]
    return Case(None, (), text[0], text[1], "last digit")


def percent(rng: random.Random) -> Case:
    rate, base = rng.randint(1, 20) * 5, rng.randint(1, 60) * 20
    value = rate * base // 100
    wrong, slip = rng.choice(((value * 10, "misplaced decimal"), (value + 5, "digit")))
    left = rng.choice((f"{rate}% of {base}", f"{rate}% * {base}", f"{rate}/100 * {base}"))
    return _case(rng, left, str(value), str(wrong), slip)


def powers(rng: random.Random) -> Case:
    base, m, n = rng.randint(2, 9), rng.randint(2, 6), rng.randint(2, 6)
    shape = rng.choice(("product", "power", "quotient"))
    left = {
        "product": f"{base}^{m} * {base}^{n}",
        "power": f"({base}^{m})^{n}",
        "quotient": f"{base}^{m} / {base}^{n}",
    }[shape]
    exponent = {"product": m + n, "power": m * n, "quotient": m - n}[shape]
    wrong = {"product": m * n, "power": m + n, "quotient": n - m}[shape]
    if wrong == exponent:
        wrong += 1
    right = [f"{base}^({e})" if e < 0 else f"{base}^{e}" for e in (exponent, wrong)]
    return Case(None, (), f"{left} = {right[0]}", f"{left} = {right[1]}", "wrong power")


def roots(rng: random.Random) -> Case:
    outer, inner = rng.randint(2, 12), rng.choice((2, 3, 5, 6, 7, 10, 11))
    inside = outer * outer * inner
    wrong = rng.choice(
        (f"{outer + 1}*sqrt({inner})", f"{outer}*sqrt({inner + 1})", f"{inner}*sqrt({outer})")
    )
    if wrong == f"{inner}*sqrt({outer})" and inner == outer:
        wrong = f"{outer + 1}*sqrt({inner})"
    root = rng.choice(("sqrt({})", "√({})", "√{}", r"$\sqrt{{{}}}$"))
    if root.startswith("$"):
        latex = wrong.replace("*sqrt(", r"\sqrt{").replace(")", "}")
        left = rf"\sqrt{{{inside}}}"
        return Case(
            None,
            (),
            rf"${left} = {outer}\sqrt{{{inner}}}$",
            f"${left} = {latex}$",
            "simplified wrongly",
        )
    left = root.format(inside)
    return Case(
        None, (), f"{left} = {outer}*sqrt({inner})", f"{left} = {wrong}", "simplified wrongly"
    )


def root_products(rng: random.Random) -> Case:
    a, b = rng.sample((2, 3, 5, 6, 7, 10), 2)
    return Case(
        None,
        (),
        f"sqrt({a}) * sqrt({b}) = sqrt({a * b})",
        f"sqrt({a}) + sqrt({b}) = sqrt({a + b})",
        "root of a sum",
    )


def counting(rng: random.Random) -> Case:
    n = rng.randint(4, 12)
    k = rng.randint(2, n - 2)
    kind = rng.choice(("C", "P", "!"))
    if kind == "!":
        m = rng.randint(3, 9)
        wrong = math.factorial(m) // m if m != 2 else 3
        return _case(rng, f"{m}!", str(math.factorial(m)), str(wrong), "last factor forgotten")
    value, other = (math.comb(n, k), math.perm(n, k))
    if kind == "P":
        return Case(None, (), f"P({n},{k}) = {other}", f"P({n},{k}) = {value}", "order ignored")
    return Case(None, (), f"C({n},{k}) = {value}", f"C({n},{k}) = {other}", "order counted")


def number_theory(rng: random.Random) -> Case:
    a, b = rng.randint(12, 400), rng.randint(12, 400)
    kind = rng.choice(("gcd", "lcm", "mod"))
    if kind == "mod":
        b = rng.randint(3, 19)
        return Case(None, (), f"{a} mod {b} = {a % b}", f"{a} mod {b} = {a % b + 1}", "remainder")
    value = math.gcd(a, b) if kind == "gcd" else math.lcm(a, b)
    wrong = value * 2
    return Case(None, (), f"{kind}({a}, {b}) = {value}", f"{kind}({a}, {b}) = {wrong}", "factor")


def probability(rng: random.Random) -> Case:
    red, blue = rng.randint(2, 9), rng.randint(2, 9)
    total = red + blue
    value = Fraction(red, total) * Fraction(red - 1, total - 1)
    wrong = Fraction(red, total) * Fraction(red, total)
    left = f"{red}/{total} * {red - 1}/{total - 1}"
    return _case(rng, left, fraction(value), fraction(wrong), "with replacement")


CLASSES: Classes = {
    "integers": integers,
    "fractions": fractions,
    "decimals": decimals,
    "rounding": rounding,
    "percent": percent,
    "powers": powers,
    "roots": roots,
    "products of roots": root_products,
    "counting": counting,
    "number theory": number_theory,
    "probability": probability,
}
