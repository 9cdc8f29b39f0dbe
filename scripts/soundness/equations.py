"""Equations and inequalities of every kind, systems, cases and formulas with parameters."""

from __future__ import annotations

import random
from fractions import Fraction

from scripts.soundness.case import Case, Classes, nonzero, polynomial, slipped, times


def _shifted(p: int, variable: str = "x") -> str:
    """``x - 3`` for p = 3."""
    return polynomial([-p, 1], variable)


def _plus(value: int) -> str:
    return f"+ {value}" if value >= 0 else f"- {-value}"


def _solve(given: str, right: str, wrong: str, slip: str, variable: str = "x") -> Case:
    return Case(f"Solve {given} for {variable}", (given,), right, wrong, slip)


def rational_equation(rng: random.Random) -> Case:
    a = nonzero(rng, -9, 9)
    b = rng.choice([n for n in range(-9, 10) if n and abs(n) != abs(a)])
    p, q = rng.sample(range(-6, 7), 2)
    given = f"{a}/({_shifted(p)}) = {b}/({_shifted(q)})"
    if rng.random() < 0.5:
        right, wrong = (
            f"{a}({_shifted(first)}) = {b}({_shifted(second)})"
            for first, second in ((q, p), (p, q))
        )
        return _solve(given, right, wrong, "denominators not crossed")
    x = Fraction(a * q - b * p, a - b)
    return _solve(given, f"x = {x}", f"x = {x + rng.choice((-1, 1, 2))}", "value")


def excluded_point(rng: random.Random) -> Case:
    """x/(x - p) = p/(x - p) + c has the one candidate p, at which nothing is defined."""
    p, c = nonzero(rng, -9, 9), rng.choice((2, 3, 4, 5, -1, -2))
    given = f"x/({_shifted(p)}) = {p}/({_shifted(p)}) {_plus(c)}"
    return _solve(given, "Answer: no solution", f"Answer: x = {p}", "excluded point kept")


def radical_equation(rng: random.Random) -> Case:
    """sqrt(x + a) = x + b with the root s - b, where s >= 2, and the extraneous one 1 - s - b."""
    s, b = rng.randint(2, 7), nonzero(rng, -6, 6)
    x, other = s - b, 1 - s - b
    a = s * s - x
    left = f"x {_plus(a)}" if a else "x"
    given = f"sqrt({left}) = x {_plus(b)}"
    if x and rng.random() < 0.5:
        right, wrong = f"{left} = (x {_plus(b)})^2", f"{left} = x^2 + {b * b}"
        return _solve(given, right, wrong, "middle term of the square")
    both = f"Answer: x = {x} or x = {other}"
    return _solve(given, f"Answer: x = {x}", both, "extraneous root kept")


def absolute_equation(rng: random.Random) -> Case:
    a, b, c = nonzero(rng, -5, 5), rng.randint(-9, 9), rng.randint(1, 12)
    given = f"|{polynomial([b, a])}| = {c}"
    first, second = Fraction(c - b, a), Fraction(-c - b, a)
    if rng.random() < 0.2:
        given = f"|{polynomial([b, a])}| = {-c}"
        return _solve(given, "Answer: no solution", f"Answer: x = {first}", "negative value")
    right = f"Answer: x = {first} or x = {second}"
    wrong = rng.choice((f"Answer: x = {first}", f"Answer: x = {first} or x = {second + 1}"))
    if wrong.endswith(f"or x = {first}"):
        wrong = f"Answer: x = {second}"
    return _solve(given, right, wrong, "one case only")


def absolute_inequality(rng: random.Random) -> Case:
    a, b = rng.randint(-9, 9), rng.randint(1, 9)
    body = f"|{_shifted(a)}|"
    inner, outer = f"{a - b} < x < {a + b}", f"x < {a - b} or x > {a + b}"
    if rng.random() < 0.5:
        wrong = rng.choice((f"x < {a + b}", outer, f"{a - b} <= x <= {a + b}"))
        return _solve(f"{body} < {b}", f"Answer: {inner}", f"Answer: {wrong}", "one side only")
    wrong = rng.choice((f"x > {a + b}", inner))
    return _solve(f"{body} > {b}", f"Answer: {outer}", f"Answer: {wrong}", "one side only")


def quadratic_inequality(rng: random.Random) -> Case:
    p, q = sorted(rng.sample(range(-9, 10), 2))
    left = polynomial(times([-p, 1], [-q, 1]))
    inner, outer = f"{p} < x < {q}", f"x < {p} or x > {q}"
    closed = (f"{p} <= x <= {q}", f"x <= {p} or x >= {q}")
    rows = (
        ("< 0", inner, rng.choice((outer, f"x < {q}", closed[0]))),
        ("> 0", outer, rng.choice((inner, f"x > {q}", closed[1]))),
        ("<= 0", closed[0], rng.choice((closed[1], inner))),
        (">= 0", closed[1], rng.choice((closed[0], outer))),
    )
    sign, right, wrong = rng.choice(rows)
    return _solve(f"{left} {sign}", f"Answer: {right}", f"Answer: {wrong}", "wrong intervals")


def compound_inequality(rng: random.Random) -> Case:
    a, b = nonzero(rng, -6, 6), rng.randint(-9, 9)
    low = rng.randint(-9, 5)
    high = low + rng.randint(1, 9)
    ends = sorted((a * low + b, a * high + b))
    given = f"{ends[0]} < {polynomial([b, a])} <= {ends[1]}"
    right = f"{low} < x <= {high}" if a > 0 else f"{low} <= x < {high}"
    swapped = f"{low} <= x < {high}" if a > 0 else f"{low} < x <= {high}"
    wrong = rng.choice((swapped, right.replace(str(high), str(high + 1))))
    if wrong == right or str(high) == str(low):
        wrong = swapped
    return _solve(given, f"Answer: {right}", f"Answer: {wrong}", "end of the interval")


def fractional_inequality(rng: random.Random) -> Case:
    a, bound = Fraction(nonzero(rng, -9, 9), rng.randint(2, 7)), rng.randint(-9, 9)
    value = a * bound + 1
    sign, flipped = rng.choice((("<", ">"), (">", "<"), ("<=", ">="), (">=", "<=")))
    given = f"({a})x + 1 {sign} {value}"
    right = f"x {sign if a > 0 else flipped} {bound}"
    wrong = f"x {flipped if a > 0 else sign} {bound}"
    return _solve(given, right, wrong, "direction")


def exponential_equation(rng: random.Random) -> Case:
    base, a, b, x = rng.randint(2, 5), rng.randint(1, 3), rng.randint(-3, 3), rng.randint(1, 3)
    power = a * x + b
    if power < 1:
        return exponential_equation(rng)
    left = f"{base}^({polynomial([b, a])})"
    right, wrong = f"x = {x}", f"x = {slipped(rng, x)[0]}"
    if rng.random() < 0.5:
        return _solve(f"{left} = {base**power}", right, wrong, "value")
    c = rng.randint(2, 30)
    given = f"e^({a}x) = {c}"
    bottom = f"/{a}" if a > 1 else ""
    return _solve(given, f"x = ln({c}){bottom}", f"x = ln({c + 1}){bottom}", "digit")


def logarithmic_equation(rng: random.Random) -> Case:
    base, k = rng.randint(2, 6), rng.randint(2, 4)
    if rng.random() < 0.5:
        wrong = k**base if k**base != base**k else base * k + 1
        if wrong == base**k:
            wrong += 1
        given = f"log_{base}(x) = {k}"
        return _solve(given, f"x = {base**k}", f"x = {wrong}", "base and exponent swapped")
    m, a = rng.randint(1, 6), rng.randint(1, 6)
    given = f"ln(x) + ln(x + {a}) = ln({m * (m + a)})"
    both = f"Answer: x = {m} or x = {-m - a}"
    return _solve(given, f"Answer: x = {m}", both, "extraneous root kept")


def _two_lines(rng: random.Random) -> tuple[int, int, tuple[str, str], list[int]]:
    """A system of two lines with its one solution."""
    while True:
        a, b, c, d = (nonzero(rng, -6, 6) for _ in range(4))
        if a * d != b * c:
            break
    x, y = rng.sample(range(-8, 9), 2)
    rows = [
        f"{polynomial([0, p])} {'-' if q < 0 else '+'} {polynomial([0, abs(q)], 'y')} = {value}"
        for p, q, value in ((a, b, a * x + b * y), (c, d, c * x + d * y))
    ]
    return x, y, (rows[0], rows[1]), [a, b, c, d]


def system_answer(rng: random.Random) -> Case:
    """A line through (x, y) and another: one solution, so any other pair is wrong."""
    x, y, rows, _ = _two_lines(rng)
    form = rng.choice(("Answer: x = {}, y = {}", "x = {} and y = {}", "Answer: (x, y) = ({}, {})"))
    wrong = rng.choice(((y, x), (x + 1, y), (x, -y - 1 if y == 0 else -y)))
    question = f"Solve the system {rows[0]} and {rows[1]}"
    return Case(question, rows, form.format(x, y), form.format(*wrong), "wrong pair")


def system_by_substitution(rng: random.Random) -> Case:
    a, b, c = nonzero(rng, -5, 5), nonzero(rng, -9, 9), nonzero(rng, -5, 5)
    d = rng.choice((-4, -3, -2, 2, 3, 4))
    x = rng.randint(-6, 6)
    if c + d * a == 0:
        return system_by_substitution(rng)
    inner = polynomial([b, a])
    e = c * x + d * (a * x + b)
    cx = polynomial([0, c])
    rows = (f"y = {inner}", f"{cx} {_plus(d)}y = {e}")
    sign = "-" if d < 0 else "+"
    right = f"{cx} {sign} {abs(d)}({inner}) = {e}"
    wrong = f"{polynomial([0, c + d * a])} {_plus(b)} = {e}"
    question = f"Solve the system {rows[0]} and {rows[1]}"
    return Case(question, rows, right, wrong, "bracket forgotten")


def cases(rng: random.Random) -> Case:
    """The last of two cases; the wrong one is not a root."""
    p, q = rng.sample(range(-9, 10), 2)
    given = f"{polynomial(times([-p, 1], [-q, 1]))} = 0"
    first, last = rng.choice(
        (
            ("Case 1: x = {}", "Case 2: x = {}"),
            ("x_1 = {}", "x_2 = {}"),
            ("x₁ = {}", "x₂ = {}"),
            ("x = {}", "x = {}"),
            ("If {a} = 0, then x = {}", "If {b} = 0, then x = {}"),
        )
    )
    wrong = next(n for n in (-q, q + 1, q + 2) if n not in (p, q))
    names = {"a": _shifted(p), "b": _shifted(q)}
    before = (given, f"({_shifted(p)})({_shifted(q)}) = 0", first.format(p, **names))
    right, bad = last.format(q, **names), last.format(wrong, **names)
    return Case(f"Solve {given}", before, right, bad, "wrong root")


def division_by_unknown(rng: random.Random) -> Case:
    a, k = nonzero(rng, -9, 9), rng.randint(1, 6)
    given = f"{polynomial([0, 0, k])} = {polynomial([0, k * a])}"
    return _solve(given, f"Answer: x = 0 or x = {a}", f"Answer: x = {a}", "divided by x")


def parameters(rng: random.Random) -> Case:
    k = rng.randint(2, 9)
    rows = (
        ("a = b * c", "b", "b = a/c", "b = a * c"),
        ("v = u + a t", "t", "t = (v - u)/a", "t = (u - v)/a"),
        ("A = 1/2 * b * h", "h", "h = 2A/b", "h = A/(2b)"),
        (f"y = {k}x + b", "x", f"x = (y - b)/{k}", f"x = (y + b)/{k}"),
        ("P = 2l + 2w", "w", "w = (P - 2l)/2", "w = P - 2l"),
        (f"{k}p - q = r", "p", f"p = (q + r)/{k}", f"p = (r - q)/{k}"),
        ("1/f = 1/a + 1/b", "f", "f = a*b/(a + b)", "f = a + b"),
    )
    given, unknown, right, wrong = rng.choice(rows)
    return _solve(given, right, wrong, "wrong operation", unknown)


def cleared_denominators(rng: random.Random) -> Case:
    m, n = rng.sample((2, 3, 4, 5, 6, 7), 2)
    k = nonzero(rng, -9, 9)
    given = rng.choice((f"x/{m} + x/{n} = {k}", rf"\frac{{x}}{{{m}}} + \frac{{x}}{{{n}}} = {k}"))
    right = f"{m + n}x = {k * m * n}"
    wrong = rng.choice((f"{m + n}x = {k}", f"2x = {k * (m + n)}", f"{m + n}x = {k * (m + n)}"))
    return _solve(given, right, wrong, "right side not multiplied")


def nested_brackets(rng: random.Random) -> Case:
    k, m, n, x = (rng.randint(2, 6) for _ in range(4))
    value = k * (x - m * (x - n))
    given = f"{k}(x - {m}(x - {n})) = {value}"
    right = f"{k - k * m}x + {k * m * n} = {value}"
    wrong = f"{k - k * m}x - {k * m * n} = {value}"
    return _solve(given, right, wrong, "sign inside the bracket")


def quadratic_formula(rng: random.Random) -> Case:
    """x^2 + 2bx + c = 0 has the roots -b ± sqrt(b^2 - c)."""
    b, inside = nonzero(rng, -6, 6), rng.choice((2, 3, 5, 6, 7, 10))
    given = f"{polynomial([b * b - inside, 2 * b, 1])} = 0"
    form = rng.choice(
        (
            "Answer: x = {0} + sqrt({1}) or x = {0} - sqrt({1})",
            r"$x = {0} \pm \sqrt{{{1}}}$",
            "x = {0} ± √{1}",
        )
    )
    wrong = rng.choice(((b, inside), (-b, inside + 1)))
    return _solve(given, form.format(-b, inside), form.format(*wrong), "sign or radicand")


def cubic_roots(rng: random.Random) -> Case:
    p, q, r = rng.sample(range(-5, 6), 3)
    given = f"{polynomial(times(times([-p, 1], [-q, 1]), [-r, 1]))} = 0"
    right = f"Answer: x = {p} or x = {q} or x = {r}"
    wrong = f"Answer: x = {p} or x = {q}" if rng.random() < 0.5 else right + " or x = 7"
    return _solve(given, right, wrong, "lost or added root")


CLASSES: Classes = {
    "rational equation": rational_equation,
    "excluded point": excluded_point,
    "radical equation": radical_equation,
    "absolute value equation": absolute_equation,
    "absolute value inequality": absolute_inequality,
    "quadratic inequality": quadratic_inequality,
    "compound inequality": compound_inequality,
    "fractional inequality": fractional_inequality,
    "exponential equation": exponential_equation,
    "logarithmic equation": logarithmic_equation,
    "answer of a system": system_answer,
    "system by substitution": system_by_substitution,
    "cases": cases,
    "division by the unknown": division_by_unknown,
    "formula with parameters": parameters,
    "cleared denominators": cleared_denominators,
    "nested brackets": nested_brackets,
    "quadratic formula": quadratic_formula,
    "cubic to roots": cubic_roots,
}
