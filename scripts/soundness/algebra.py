"""Algebra: identities, equation and inequality steps, systems, substitution."""

from __future__ import annotations

import random

from scripts.soundness.case import (
    Case,
    Classes,
    nonzero,
    one_coefficient_off,
    polynomial,
    slipped,
    times,
    written,
)


def _pair(rng: random.Random, right: str, wrong: str) -> tuple[str, str]:
    style = rng.getrandbits(32)
    return written(random.Random(style), right), written(random.Random(style), wrong)


def _identity(rng: random.Random, task: str, left: str, right: str, wrong: str, slip: str) -> Case:
    """The task gives the ``=`` its role; without one it might be an equation to be solved."""
    good, bad = _pair(rng, f"{left} = {right}", f"{left} = {wrong}")
    return Case(f"{task} {left}.", (), good, bad, slip)


def expand(rng: random.Random) -> Case:
    v = rng.choice("xyt")
    a, b = ([nonzero(rng, -9, 9), nonzero(rng, -5, 5)] for _ in range(2))
    product = times(a, b)
    wrong, slip = one_coefficient_off(rng, product)
    left = f"({polynomial(a, v)})({polynomial(b, v)})"
    return _identity(rng, "Expand", left, polynomial(product, v), polynomial(wrong, v), slip)


def factor(rng: random.Random) -> Case:
    p, q = nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    product = times([p, 1], [q, 1])
    wrong_p = -p if p + q != 0 or p == 0 else p + 1
    left = polynomial(product)
    right = f"({polynomial([p, 1])})({polynomial([q, 1])})"
    wrong = f"({polynomial([wrong_p, 1])})({polynomial([q, 1])})"
    return _identity(rng, "Factor", left, right, wrong, "sign of a factor")


def square(rng: random.Random) -> Case:
    a, b = rng.randint(1, 5), nonzero(rng, -9, 9)
    left = f"({polynomial([b, a])})^2"
    return _identity(
        rng,
        "Expand",
        left,
        polynomial([b * b, 2 * a * b, a * a]),
        polynomial([b * b, 0, a * a]),
        "middle term",
    )


def collect(rng: random.Random) -> Case:
    a, b = ([nonzero(rng, -9, 9) for _ in range(3)] for _ in range(2))
    total = [x - y for x, y in zip(a, b, strict=True)]
    if not any(total):
        total[0], a[0] = total[0] + 1, a[0] + 1
    wrong, slip = one_coefficient_off(rng, total)
    return _identity(
        rng,
        "Simplify",
        f"({polynomial(a)}) - ({polynomial(b)})",
        polynomial(total),
        polynomial(wrong),
        slip,
    )


def rational(rng: random.Random) -> Case:
    p, q = nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    product = times([p, 1], [q, 1])
    left = f"({polynomial(product)})/({polynomial([p, 1])})"
    return _identity(rng, "Simplify", left, polynomial([q, 1]), polynomial([-q, 1]), "sign")


def linear_step(rng: random.Random) -> Case:
    a, b, x = nonzero(rng, -9, 9), nonzero(rng, -20, 20), rng.randint(-12, 12)
    given = f"{polynomial([b, a])} = {a * x + b}"
    if rng.random() < 0.5:
        wrong = a * x + 2 * b
        good, bad = f"{polynomial([0, a])} = {a * x}", f"{polynomial([0, a])} = {wrong}"
        return Case(f"Solve for x: {given}", (given,), *_pair(rng, good, bad), "sign")
    wrong, slip = slipped(rng, x) if x else (1, "off by one")
    before = (given, f"{polynomial([0, a])} = {a * x}")
    return Case(f"Solve for x: {given}", before, *_pair(rng, f"x = {x}", f"x = {wrong}"), slip)


def two_sided_step(rng: random.Random) -> Case:
    a, x = nonzero(rng, -9, 9), rng.randint(-9, 9)
    c = rng.choice([n for n in range(-9, 10) if n not in (0, a)])
    b = nonzero(rng, -20, 20)
    d = a * x + b - c * x
    given = f"{polynomial([b, a])} = {polynomial([d, c])}"
    right = f"{polynomial([b, a - c])} = {d}"
    wrong = f"{polynomial([b, a + c])} = {d}"
    slip = "sign"
    if a + c == 0 or b == d or x == 0:
        wrong, slip = f"{polynomial([b, a - c])} = {d + 1}", "off by one"
    return Case(f"Solve for x: {given}", (given,), *_pair(rng, right, wrong), slip)


def quadratic_factor_step(rng: random.Random) -> Case:
    p, q = nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    given = f"{polynomial(times([-p, 1], [-q, 1]))} = 0"
    right = f"({polynomial([-p, 1])})({polynomial([-q, 1])}) = 0"
    wrong = f"({polynomial([p, 1])})({polynomial([q, 1])}) = 0"
    if {p, q} == {-p, -q}:
        wrong = f"({polynomial([-p - 1, 1])})({polynomial([-q, 1])}) = 0"
    return Case(f"Solve {given}", (given,), *_pair(rng, right, wrong), "signs")


def quadratic_roots(rng: random.Random) -> Case:
    p, q = rng.sample([n for n in range(-9, 10) if n], 2)
    given = f"{polynomial(times([-p, 1], [-q, 1]))} = 0"
    right = f"x = {p} or x = {q}"
    lost = rng.random() < 0.5
    wrong = f"x = {p}" if lost else f"x = {p} or x = {q + rng.choice((-1, 1)) or 10}"
    if not lost and wrong == f"x = {p} or x = {p}":
        wrong = f"x = {p} or x = {q + 20}"
    slip = "lost root" if lost else "wrong root"
    return Case(f"Solve {given}", (given,), f"Answer: {right}", f"Answer: {wrong}", slip)


def square_root_step(rng: random.Random) -> Case:
    a = rng.randint(2, 12)
    given = f"x^2 = {a * a}"
    return Case(f"Solve {given}", (given,), f"x = {a} or x = -{a}", f"Answer: x = {a}", "lost root")


def inequality_step(rng: random.Random) -> Case:
    a, bound = -rng.randint(2, 9), rng.randint(-9, 9)
    sign, flipped = rng.choice((("<", ">"), (">", "<"), ("<=", ">="), (">=", "<=")))
    given = f"{a}x {sign} {a * bound}"
    return Case(
        f"Solve the inequality {given}",
        (given,),
        f"x {flipped} {bound}",
        f"x {sign} {bound}",
        "sign not flipped",
    )


def system_step(rng: random.Random) -> Case:
    a, b, c, d = (nonzero(rng, -5, 5) for _ in range(4))
    x, y = rng.randint(-6, 6), rng.randint(-6, 6)
    if a * d == b * c or b + d == 0 or a + c == 0:
        return system_step(rng)

    def line(p: int, q: int, value: int) -> str:
        middle = polynomial([0, q], "y")
        joined = f"- {middle[1:]}" if middle.startswith("-") else f"+ {middle}"
        return f"{polynomial([0, p])} {joined} = {value}"

    first, second = line(a, b, a * x + b * y), line(c, d, c * x + d * y)
    total = a * x + b * y + c * x + d * y
    return Case(
        f"Solve the system {first} and {second}",
        (first, second),
        line(a + c, b + d, total),
        line(a + c, b + d, total + rng.choice((-1, 1, 2))),
        "sum",
    )


def substitution(rng: random.Random) -> Case:
    x, a, b, c = rng.randint(-9, 9), nonzero(rng, -5, 5), nonzero(rng, -9, 9), rng.randint(-9, 9)
    value = a * x * x + b * x + c
    wrong, slip = slipped(rng, value) if value else (1, "off by one")
    left = polynomial([c, b, a])
    return Case(None, (f"Let x = {x}.",), f"{left} = {value}", f"{left} = {wrong}", slip)


CLASSES: Classes = {
    "expand": expand,
    "factor": factor,
    "square of a binomial": square,
    "collect": collect,
    "rational expressions": rational,
    "linear equation": linear_step,
    "two-sided equation": two_sided_step,
    "quadratic to factors": quadratic_factor_step,
    "quadratic to roots": quadratic_roots,
    "square root of both sides": square_root_step,
    "inequality": inequality_step,
    "system": system_step,
    "substitution": substitution,
}
