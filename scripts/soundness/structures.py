"""Complex numbers, matrices, vectors, units, percentages, counting, values used again."""

from __future__ import annotations

import math
import random
from fractions import Fraction

from scripts.soundness.case import Case, Classes, decimal, nonzero, slipped

Matrix = list[list[int]]


def _claim(left: str, right: str, wrong: str, slip: str) -> Case:
    return Case(None, (), f"{left} = {right}", f"{left} = {wrong}", slip)


def _complex(a: int, b: int) -> str:
    size = "" if abs(b) == 1 else str(abs(b))
    return f"{a} {'-' if b < 0 else '+'} {size}i" if b else str(a)


def complex_numbers(rng: random.Random) -> Case:
    a, b, c, d = (nonzero(rng, -6, 6) for _ in range(4))
    first, second = _complex(a, b), _complex(c, d)
    n = rng.randint(2, 11)
    powers = ("1", "i", "-1", "-i")
    rows = (
        (f"({first})({second})", _complex(a * c - b * d, a * d + b * c),
         _complex(a * c + b * d, a * d + b * c)),
        (f"({first}) + ({second})", _complex(a + c, b + d), _complex(a + c, b + d + 1)),
        (f"({first})({_complex(a, -b)})", f"{a * a + b * b}", f"{a * a - b * b}"),
        (f"i^{n}", powers[n % 4], powers[(n + 1) % 4]),
        ("|3 + 4i|", "5", "7"),
        (f"1/({first})", f"({_complex(a, -b)})/{a * a + b * b}",
         f"({first})/{a * a + b * b}"),
    )  # fmt: skip
    left, right, wrong = rng.choice(rows)
    question = f"Compute {left}, where i is the imaginary unit."
    return Case(question, (), f"{left} = {right}", f"{left} = {wrong}", "i^2 = -1")


def _show(rows: list[list[int]] | list[list[Fraction]]) -> str:
    body = r" \\ ".join(" & ".join(map(str, row)) for row in rows)
    return rf"\begin{{pmatrix}} {body} \end{{pmatrix}}"


def _random(rng: random.Random, n: int) -> Matrix:
    return [[rng.randint(-5, 5) for _ in range(n)] for _ in range(n)]


def _one_off(rng: random.Random, rows: list[list[Fraction]]) -> list[list[Fraction]]:
    wrong = [list(row) for row in rows]
    i, j = rng.randrange(len(rows)), rng.randrange(len(rows[0]))
    wrong[i][j] += rng.choice((-1, 1, 2))
    return wrong


def _exact(rows: Matrix) -> list[list[Fraction]]:
    return [[Fraction(entry) for entry in row] for row in rows]


def determinant_of_three(rng: random.Random) -> Case:
    (a, b, c), (d, e, f), (g, h, i) = m = _random(rng, 3)
    value = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    middle = b * (d * i - f * g)
    wrong = value + 2 * middle if middle else value + 1
    body = _show(m)
    left = rng.choice((rf"\det {body}", body.replace("pmatrix", "vmatrix")))
    return _claim(f"${left}", f"{value}$", f"{wrong}$", "sign of the middle term")


def inverse_matrix(rng: random.Random) -> Case:
    a, b, c, d = (nonzero(rng, -5, 5) for _ in range(4))
    det = a * d - b * c
    if det == 0:
        return inverse_matrix(rng)
    inverse = [[Fraction(d, det), Fraction(-b, det)], [Fraction(-c, det), Fraction(a, det)]]
    wrong = [[Fraction(d, det), Fraction(b, det)], [Fraction(c, det), Fraction(a, det)]]
    left = f"{_show([[a, b], [c, d]])}^{{-1}}"
    return _claim(f"${left}", f"{_show(inverse)}$", f"{_show(wrong)}$", "signs")


def matrix_arithmetic(rng: random.Random) -> Case:
    n, k = rng.choice((2, 3)), rng.randint(2, 5)
    p, q = _random(rng, n), _random(rng, n)
    total = [[x + y for x, y in zip(r, s, strict=True)] for r, s in zip(p, q, strict=True)]
    scaled = [[k * x for x in row] for row in p]
    product = [[sum(p[i][m] * q[m][j] for m in range(n)) for j in range(n)] for i in range(n)]
    left, value = rng.choice(
        (
            (f"{_show(p)} + {_show(q)}", total),
            (f"{k} {_show(p)}", scaled),
            (f"{_show(p)} {_show(q)}", product),
        )
    )
    wrong = _one_off(rng, _exact(value))
    return _claim(f"${left}", f"{_show(value)}$", f"{_show(wrong)}$", "one entry")


def vectors(rng: random.Random) -> Case:
    n = rng.choice((2, 3))
    p, q = ([nonzero(rng, -6, 6) for _ in range(n)] for _ in range(2))
    total = [[x + y] for x, y in zip(p, q, strict=True)]
    dot = sum(x * y for x, y in zip(p, q, strict=True))
    columns = [_show([[x] for x in v]) for v in (p, q)]
    if rng.random() < 0.5:
        wrong = _one_off(rng, _exact(total))
        left = f"{columns[0]} + {columns[1]}"
        return _claim(f"${left}", f"{_show(total)}$", f"{_show(wrong)}$", "one entry")
    left = rng.choice(
        (
            rf"${columns[0]} \cdot {columns[1]}",
            "$({}) \\cdot ({})".format(*(", ".join(map(str, v)) for v in (p, q))),
        )
    )
    return _claim(left, f"{dot}$", f"{dot + rng.choice((-2, 1, 3))}$", "dot product")


def unit_arithmetic(rng: random.Random) -> Case:
    n, m = rng.randint(2, 40), rng.randint(2, 9)
    rows = (
        (f"{n} km + {m}00 m", f"{n * 1000 + m * 100} m", f"{n * 100 + m * 100} m"),
        (f"{n * 18} km/h", f"{n * 5} m/s", f"{n * 18000} m/s"),
        (f"{m}.5 h", f"{m * 60 + 30} min", f"{m * 60 + 50} min"),
        (f"{n} kg * {m}", f"{n * m} kg", f"{n + m + (n + m == n * m)} kg"),
        (f"{n * m} km / {m} h", f"{n} km/h", f"{n * m * m} km/h"),
        (f"{n} m * {m} m", f"{n * m} m^2", f"{2 * n * m} m^2"),
        (f"{n} m^2", f"{n * 10000} cm^2", f"{n * 100} cm^2"),
        (f"{n} L", f"{n * 1000} mL", f"{n * 100} mL"),
        (f"{n} h {m} min", f"{n * 60 + m} min", f"{n * 100 + m} min"),
        (f"{n} ft + {m} in", f"{12 * n + m} in", f"{10 * n + m} in"),
        (f"{n} m - {m} cm", f"{n * 100 - m} cm", f"{n * 10 - m} cm"),
    )
    return _claim(*rng.choice(rows), "conversion")


def percentage_change(rng: random.Random) -> Case:
    rate, base = rng.randint(1, 19) * 5, rng.randint(1, 40) * 20
    more, less = base + rate * base // 100, base - rate * base // 100
    rows = (
        (f"{base} * (1 + {rate}/100)", f"{more}", f"{less}"),
        (f"{base} * {decimal(Fraction(100 - rate, 100))}", f"{less}", f"{more}"),
        (f"{base} + {rate}% of {base}", f"{more}", f"{base + rate + (rate == more - base)}"),
        (f"({more} - {base})/{base}", f"{rate}%", f"{rate + 5}%"),
        (f"{base} - {rate}% * {base}", f"{less}", f"{less + 10}"),
        (f"({more} - {base})/{base} * 100%", f"{rate}%", f"{rate + 1}%"),
    )
    return _claim(*rng.choice(rows), "rate or base")


def counting_formulas(rng: random.Random) -> Case:
    n = rng.randint(5, 12)
    k = rng.randint(2, n - 3)
    if 2 * k == n or math.comb(n, k) == math.comb(n, k + 1):
        return counting_formulas(rng)
    rows = (
        (rf"$\binom{{{n}}}{{{k}}}", f"{math.comb(n, k)}$", f"{math.comb(n, k + 1)}$"),
        (rf"$\frac{{{n}!}}{{{k}! \cdot {n - k}!}}", f"{math.comb(n, k)}$", f"{math.perm(n, k)}$"),
        (rf"$\frac{{{n}!}}{{({n} - {k})!}}", f"{math.perm(n, k)}$", f"{math.comb(n, k)}$"),
        (f"{n}!/{n - 2}!", f"{n * (n - 1)}", f"{n * (n - 2)}"),
        (f"C({n}, {k})", f"C({n}, {n - k})", f"C({n}, {k + 1})"),
        (f"1 - (5/6)^{k}", f"{1 - Fraction(5, 6) ** k}", f"{Fraction(5, 6) ** k}"),
        ("$\\binom{n}{2}", "\\frac{n(n-1)}{2}$", "\\frac{n(n+1)}{2}$"),
    )
    return _claim(*rng.choice(rows), "formula misremembered")


def number_theory(rng: random.Random) -> Case:
    a, b, c = (rng.randint(4, 90) for _ in range(3))
    top = Fraction(rng.randint(-99, 99), 10)
    gcd, lcm = math.gcd(a, b, c), math.lcm(a, b, c)
    rows = (
        (f"gcd({a}, {b}, {c})", f"{gcd}", f"{gcd + 1}"),
        (f"lcm({a}, {b}, {c})", f"{lcm}", f"{2 * lcm}"),
        (f"floor({decimal(top)})", f"{math.floor(top)}", f"{math.floor(top) + 1}"),
        (f"ceil({decimal(top)})", f"{math.ceil(top)}", f"{math.ceil(top) - 1}"),
        (f"({a} * {b}) mod 7", f"{a * b % 7}", f"{a * b % 7 + 1}"),
        (f"{a} mod {c}", f"{a % c}", f"{a % c + c}"),
    )
    return _claim(*rng.choice(rows), "number theory")


def mean(rng: random.Random) -> Case:
    values = [rng.randint(1, 50) for _ in range(rng.choice((3, 4, 5)))]
    total, n = sum(values), len(values)
    left = f"({' + '.join(map(str, values))})/{n}"
    return _claim(left, f"{Fraction(total, n)}", f"{Fraction(total + 1, n)}", "sum")


def used_again(rng: random.Random) -> Case:
    """A value that was computed before, by its name."""
    a, b, c = rng.randint(2, 30), rng.randint(2, 9), rng.randint(2, 9)
    value = a * b
    before, left = rng.choice(
        (
            ((f"a = {a} * {b} = {value}",), "a + {}"),
            ((f"Let a = {value}.",), "a + {}"),
            ((f"{a} * {b} = {value}",), f"{value} + {{}}"),
            ((f"Let f(x) = {b}x + {a}.",), "f({})"),
        )
    )
    right = b * c + a if left.startswith("f") else value + c
    wrong, slip = slipped(rng, right)
    head = left.format(c)
    return Case(None, before, f"{head} = {right}", f"{head} = {wrong}", slip)


CLASSES: Classes = {
    "complex numbers": complex_numbers,
    "determinant of three": determinant_of_three,
    "inverse matrix": inverse_matrix,
    "matrix arithmetic": matrix_arithmetic,
    "vectors": vectors,
    "unit arithmetic": unit_arithmetic,
    "percentage change": percentage_change,
    "counting formulas": counting_formulas,
    "more number theory": number_theory,
    "mean": mean,
    "value used again": used_again,
}
