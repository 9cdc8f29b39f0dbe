"""Forms of expressions and numbers: chains, laws of powers and roots, notations of numbers."""

from __future__ import annotations

import math
import random
from fractions import Fraction

from scripts.soundness.case import Case, Classes, nonzero, polynomial, slipped, times


def _claim(left: str, right: str, wrong: str, slip: str, task: str | None = None) -> Case:
    question = None if task is None else f"{task} {left}."
    return Case(question, (), f"{left} = {right}", f"{left} = {wrong}", slip)


def _signed(value: int, name: str) -> str:
    """``+ 3x``, ``- x``; 0 is left out."""
    if value == 0:
        return ""
    size = abs(value)
    head = "" if size == 1 and name else str(size)
    return f" {'-' if value < 0 else '+'} {head}{name}"


def _two_variables(a: int, b: int, c: int) -> str:
    text = _signed(a, "x^2") + _signed(b, "x y") + _signed(c, "y^2")
    return text[3:] if text.startswith(" + ") else "-" + text[3:]


def expand_two_variables(rng: random.Random) -> Case:
    a, b, c, d = (nonzero(rng, -6, 6) for _ in range(4))
    product = [a * c, a * d + b * c, b * d]
    wrong = list(product)
    k = rng.randrange(3)
    wrong[k] = -wrong[k] if wrong[k] else 1
    left = f"({polynomial([0, a])}{_signed(b, 'y')})({polynomial([0, c])}{_signed(d, 'y')})"
    right, bad = _two_variables(*product), _two_variables(*wrong)
    return _claim(left, right, bad, "sign", rng.choice(("Expand", "Multiply out")))


def from_right_to_left(rng: random.Random) -> Case:
    """The result on the left of the sign."""
    p, q = nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    if rng.random() < 0.5:
        value, a = p * q + 7, abs(p * q)
        wrong, slip = slipped(rng, value) if value else (1, "off by one")
        body = f"{a} + 7" if p * q > 0 else f"7 - {a}"
        return Case(None, (), f"{value} = {body}", f"{wrong} = {body}", slip)
    product = times([p, 1], [q, 1])
    body = f"({polynomial([p, 1])})({polynomial([q, 1])})"
    bad = [product[0], product[1] + 1, 1]
    right, wrong_line = (f"{polynomial(c)} = {body}" for c in (product, bad))
    return Case(f"Expand {body}.", (), right, wrong_line, "middle term")


def fractional_coefficients(rng: random.Random) -> Case:
    a, b = (Fraction(nonzero(rng, -9, 9), rng.randint(2, 9)) for _ in range(2))
    total = a + b
    wrong = Fraction(a.numerator + b.numerator, a.denominator + b.denominator)
    if wrong == total:
        wrong += 1
    return _claim(
        f"({a})x + ({b})x", f"({total})x", f"({wrong})x", "denominators added", "Simplify"
    )


def cubes(rng: random.Random) -> Case:
    a, b = rng.randint(1, 4), rng.randint(1, 6)
    ax = polynomial([0, a])
    square = polynomial([0, 0, a * a])
    rows = (
        (
            f"{polynomial([-(b**3), 0, 0, a**3])}",
            f"({ax} - {b})({square} + {polynomial([0, a * b])} + {b * b})",
            f"({ax} - {b})({square} - {polynomial([0, a * b])} + {b * b})",
        ),
        (
            f"({ax} + {b})^3",
            polynomial([b**3, 3 * a * b * b, 3 * a * a * b, a**3]),
            polynomial([b**3, 0, 0, a**3]),
        ),
        (
            polynomial([-b * b, 0, a * a]),
            f"({ax} - {b})({ax} + {b})",
            f"({ax} - {b})^2",
        ),
    )
    left, right, wrong = rng.choice(rows)
    return _claim(left, right, wrong, "formula misremembered", "Rewrite")


def sum_of_rational(rng: random.Random) -> Case:
    a, b = rng.randint(1, 9), rng.randint(1, 9)
    p, q = rng.sample(range(1, 9), 2)
    left = f"{a}/(x + {p}) + {b}/(x - {q})"
    top = polynomial([b * p - a * q, a + b])
    right = f"({top})/((x + {p})(x - {q}))"
    wrong = f"{a + b}/((x + {p})(x - {q}))"
    if rng.random() < 0.5:
        left, right, wrong = f"{a}/x + {b}/y", f"({a}y + {b}x)/(x y)", f"{a + b}/(x + y)"
    return _claim(left, right, wrong, "numerators added", "Simplify")


def laws_of_powers(rng: random.Random) -> Case:
    m, n, k = rng.sample(range(2, 9), 3)
    other = m * n if m * n != m + n else m + n + 1
    rows = (
        (f"x^{m} * x^{n}", f"x^{m + n}", f"x^{other}"),
        (f"(x^{m} y)^{n}", f"x^{m * n} y^{n}", f"x^{m * n} y"),
        (f"x^{m + n} / x^{n}", f"x^{m}", f"x^{m + n + n}"),
        (f"({k}x)^{n}", f"{k**n}x^{n}", f"{k}x^{n}"),
        (f"x^(-{m})", f"1/x^{m}", f"-x^{m}"),
        (f"(x/y)^{m}", f"x^{m}/y^{m}", f"x^{m}/y"),
    )
    left, right, wrong = rng.choice(rows)
    return _claim(left, right, wrong, "law misapplied", "Simplify")


def surds(rng: random.Random) -> Case:
    a, b = rng.sample((2, 3, 5, 6, 7, 10, 11), 2)
    m, n = rng.randint(2, 9), rng.randint(1, 9)
    rows = (
        (f"({m} + sqrt({a}))^2", f"{m * m + a} + {2 * m}*sqrt({a})", f"{m * m + a}"),
        (
            f"1/(sqrt({a}) - sqrt({b}))",
            f"(sqrt({a}) + sqrt({b}))/({a - b})",
            f"(sqrt({a}) + sqrt({b}))/({b - a})",
        ),
        (f"{m}*sqrt({a}) + {n}*sqrt({a})", f"{m + n}*sqrt({a})", f"{m + n}*sqrt({2 * a})"),
        (f"(sqrt({a}) + sqrt({b}))*(sqrt({a}) - sqrt({b}))", f"{a - b}", f"{a + b}"),
        (f"{m}/sqrt({a})", f"{m}*sqrt({a})/{a}", f"{m}*sqrt({a})"),
        (f"cbrt({m**3 * 2})", f"{m}*cbrt(2)", f"{m**3}*cbrt(2)"),
    )
    left, right, wrong = rng.choice(rows)
    return _claim(left, right, wrong, "rule misapplied")


def _mixed(value: Fraction) -> str:
    whole, rest = divmod(value, 1)
    return str(whole) if rest == 0 else f"{whole} {rest}" if whole else str(rest)


def mixed_numbers(rng: random.Random) -> Case:
    a, b = (Fraction(rng.randint(7, 40), rng.randint(2, 6)) for _ in range(2))
    value = a + b
    wrong = value + rng.choice((1, Fraction(1, value.denominator + 1)))
    return _claim(f"{_mixed(a)} + {_mixed(b)}", _mixed(value), _mixed(wrong), "carry")


def repeating_decimals(rng: random.Random) -> Case:
    digits = rng.randint(1, 98)
    value = Fraction(digits, 99)
    shown = f"{digits:02d}"
    left = rng.choice((f"0.({shown})", rf"$0.\overline{{{shown}}}$"))
    close = "$" if left.startswith("$") else ""
    body = left.rstrip("$")
    wrong = Fraction(digits, 100)
    return Case(None, (), f"{body} = {value}{close}", f"{body} = {wrong}{close}", "100 for 99")


def scientific(rng: random.Random) -> Case:
    a, b, m, n = rng.randint(2, 9), rng.randint(2, 9), rng.randint(2, 9), rng.randint(2, 9)
    power = m * n if m * n != m + n else m + n + 1
    left = f"({a} * 10^{m}) * ({b} * 10^{n})"
    return _claim(left, f"{a * b} * 10^{m + n}", f"{a * b} * 10^{power}", "exponents multiplied")


def thousands(rng: random.Random) -> Case:
    a, b = rng.randint(1000, 99999), rng.randint(1000, 9_999_999)
    wrong, slip = slipped(rng, a + b)
    return _claim(f"{a:,} + {b:,}", f"{a + b:,}", f"{wrong:,}", slip)


def bases(rng: random.Random) -> Case:
    value, base = rng.randint(5, 400), rng.choice((2, 3, 5, 8))

    def digits(number: int) -> str:
        text = ""
        while number:
            number, rest = divmod(number, base)
            text = str(rest) + text
        return text

    wrong = value + rng.choice((-1, 1, base))
    if rng.random() < 0.5:
        return _claim(f"{digits(value)}_{base}", str(value), str(wrong), "place value")
    return Case(
        rng.choice(("Write {} in base {}.", "Convert {} (base 10) to base {}.")).format(
            value, base
        ),
        (),
        f"Answer: {digits(value)}_{base}",
        f"Answer: {digits(wrong)}_{base}",
        "place value",
    )


def factorisations(rng: random.Random) -> Case:
    powers = {p: rng.randint(1, 3) for p in sorted(rng.sample((2, 3, 5, 7, 11), 3))}
    value = math.prod(p**k for p, k in powers.items())

    def show(table: dict[int, int]) -> str:
        return " * ".join(f"{p}^{k}" if k > 1 else str(p) for p, k in table.items())

    p = rng.choice(list(powers))
    return _claim(str(value), show(powers), show(powers | {p: powers[p] + 1}), "wrong power")


def modular(rng: random.Random) -> Case:
    n, a = rng.randint(3, 20), rng.randint(10, 500)
    wrong = a % n + rng.randint(1, n - 1)
    form = rng.choice(("{} ≡ {} (mod {})", r"${} \equiv {} \pmod{{{}}}$"))
    return Case(None, (), form.format(a, a % n, n), form.format(a, wrong, n), "remainder")


def chain_of_numbers(rng: random.Random) -> Case:
    """a = b = c with a slip in one link; what follows it follows from it."""
    a, b, c = (rng.randint(2, 30) for _ in range(3))
    head, product = f"{a} * {b} + {c}", a * b
    off = rng.choice((-10, -1, 1, 10))
    right = f"{head} = {product} + {c} = {product + c}"
    wrong = rng.choice(
        (
            f"{head} = {product + off} + {c} = {product + off + c}",
            f"{head} = {product} + {c} = {product + c + off}",
            f"{head} = {product + off} + {c} = {product + c}",
        )
    )
    return Case(None, (), right, wrong, "one link")


def chain_of_forms(rng: random.Random) -> Case:
    p, q = nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    task = f"({polynomial([p, 1])})({polynomial([q, 1])})"
    middle = f"x^2{_signed(p, 'x')}{_signed(q, 'x')}{_signed(p * q, '')}"
    end = polynomial([p * q, p + q, 1])
    bad_middle = f"x^2{_signed(p, 'x')}{_signed(-q, 'x')}{_signed(p * q, '')}"
    bad_end = polynomial([p * q, p + q + 1, 1])
    wrong = rng.choice(
        (
            f"{task} = {bad_middle} = {polynomial([p * q, p - q, 1])}",
            f"{task} = {middle} = {bad_end}",
            f"{task} = {bad_middle} = {end}",
        )
    )
    return Case(f"Expand {task}.", (), f"{task} = {middle} = {end}", wrong, "one link")


def demanded_form(rng: random.Random) -> Case:
    """Equal to what was asked for, but not in the form that was asked for."""
    p, q = rng.sample([n for n in range(-9, 10) if n], 2)
    plain = polynomial(times([p, 1], [q, 1]))
    factors = f"({polynomial([p, 1])})({polynomial([q, 1])})"
    a, k = Fraction(rng.randint(1, 9), rng.randint(10, 19)), rng.randint(2, 6)
    unreduced = f"{a.numerator * k}/{a.denominator * k}"
    rows = (
        (f"Factor {plain}.", factors, plain),
        (f"Expand {factors}.", plain, factors),
        (f"Simplify {unreduced} to lowest terms.", str(a), unreduced),
    )
    question, right, wrong = rng.choice(rows)
    return Case(question, (), f"Answer: {right}", f"Answer: {wrong}", "form")


def implicit_domain(rng: random.Random) -> Case:
    a, k = rng.randint(1, 9), rng.randint(2, 5)
    rows = (
        (f"sqrt((x - {a})^2)", f"|x - {a}|", f"x - {a}"),
        ("sqrt(x^2)", "|x|", "x"),
        (f"ln(x^{2 * k})", f"{2 * k}*ln(|x|)", f"ln(|x|)^{2 * k}"),
        (f"{k}x/x", f"{k}", "0"),
        ("sqrt(x^4)", "x^2", "x"),
        (f"sqrt(x^2 + {a * a})", f"sqrt({a * a} + x^2)", f"x + {a}"),
        ("|x*y|", "|x|*|y|", "x*y"),
        (f"|{k}x|", f"{k}|x|", f"{k}x"),
        ("sqrt(x^2*y^2)", "|x*y|", "x*y"),
        (f"(x^2 - {a}x)/(x - {a})", "x", f"x - {a}"),
    )
    left, right, wrong = rng.choice(rows)
    return _claim(left, right, wrong, "domain", "Simplify")


CLASSES: Classes = {
    "several variables": expand_two_variables,
    "right to left": from_right_to_left,
    "fractional coefficients": fractional_coefficients,
    "cubes and squares": cubes,
    "sum of rational expressions": sum_of_rational,
    "laws of powers": laws_of_powers,
    "surds": surds,
    "mixed numbers": mixed_numbers,
    "repeating decimals": repeating_decimals,
    "scientific notation": scientific,
    "thousands separators": thousands,
    "bases": bases,
    "factorisation of integers": factorisations,
    "modular arithmetic": modular,
    "chain of numbers": chain_of_numbers,
    "chain of forms": chain_of_forms,
    "demanded form": demanded_form,
    "implicit domain": implicit_domain,
}
