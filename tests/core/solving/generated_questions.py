"""Questions of every kind, generated from a seed: the same ones every time."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final


def arithmetic(rng: random.Random) -> str:
    expr = str(rng.randint(1, 30))
    for _ in range(rng.randint(1, 4)):
        operand = rng.choice(
            [str(rng.randint(1, 12)), f"({rng.randint(1, 9)} - {rng.randint(1, 9)})"]
        )
        expr = rng.choice([f"{expr} + {operand}", f"{expr} - {operand}", f"({expr})*{operand}"])
    if rng.random() < 0.4:
        expr += f"/{rng.randint(2, 9)}"
    if rng.random() < 0.3:
        expr += f" + {rng.randint(1, 99) / 10}"
    return f"What is {expr}?"


def percent(rng: random.Random) -> str:
    rate = rng.choice([rng.randint(1, 200), rng.randint(1, 99) / 2])
    return f"What is {rate}% of {rng.randint(1, 2000)}?"


def linear(rng: random.Random) -> str:
    a, c = rng.sample(range(-9, 10), 2)
    left = rng.choice(
        [f"{a}x + {rng.randint(1, 40)}", f"{a}(x - {rng.randint(1, 9)})", f"{a}x/3 - 1"]
    )
    right = rng.choice([str(rng.randint(-40, 40)), f"{c}x - {rng.randint(1, 20)}", f"x/2 + {c}"])
    return f"Solve {left} = {right} for x."


def quadratic(rng: random.Random) -> str:
    a, b, c = rng.choice([1, 1, 1, 2, 3, -2]), rng.randint(-9, 9), rng.randint(-20, 20)
    right = rng.choice(["0", "0", str(rng.randint(1, 9)), f"x - {rng.randint(1, 9)}"])
    return f"Solve {a}x^2 + ({b})x + ({c}) = {right}"


def system(rng: random.Random) -> str:
    a, b, c, d = (rng.choice([-5, -4, -3, -2, -1, 1, 2, 3, 4, 5]) for _ in range(4))
    p, q = rng.randint(-20, 20), rng.randint(-20, 20)
    asked = rng.choice(["x and y", "x and y", "x", "y"])
    return f"Solve {a}x + ({b})y = {p} and {c}x = {q} - ({d})y for {asked}."


def derivative(rng: random.Random) -> str:
    power = f"x^{rng.randint(2, 6)}"
    inner = rng.choice(["x", "3x", "(2x + 1)", "x^2"])
    atom = rng.choice([f"sin({inner})", f"cos({inner})", f"e^({inner})", f"ln({inner})", power])
    expr = rng.choice(
        [
            f"{rng.randint(2, 9)}{power} - {rng.randint(1, 9)}x + {rng.randint(1, 9)}",
            f"{power}*{atom}",
            f"{atom} + {rng.randint(2, 9)}{power}",
            f"({rng.randint(2, 5)}x - 1)^{rng.randint(2, 6)}",
            f"{power}/(x + {rng.randint(1, 5)})",
            f"sqrt({inner})",
        ]
    )
    return f"Find the {rng.choice(['', '', 'second '])}derivative of {expr}"


def speed(rng: random.Random) -> str:
    distance, time, rate = rng.randint(1, 400), rng.randint(1, 12), rng.randint(3, 150)
    length = rng.choice(["miles", "km"])
    per = {"miles": "mph", "km": "km/h"}[length]
    return rng.choice(
        [
            f"A train travels {distance} {length} in {time} hours. What is its speed?",
            f"A bus drives {distance} {length} in {5 * time} minutes. How fast is it in {per}?",
            f"A car drives at {rate} {per} for {time} hours. How far does it go?",
            f"How long does it take to drive {distance} {length} at {rate} {per}?",
        ]
    )


def polynomial_roots(rng: random.Random) -> str:
    roots = [rng.randint(-9, 9) for _ in range(rng.randint(3, 4))]
    factors = "".join(f"(x - ({root}))" for root in roots)
    return f"Solve {rng.choice([1, 2, -3])}{factors} = 0"


def rewriting(rng: random.Random) -> str:
    a, b, c, d = (rng.randint(-9, 9) or 1 for _ in range(4))
    return rng.choice(
        [
            f"Expand ({a}x + {abs(b)})({c}x - {abs(d)}).",
            f"Expand (x - {abs(a)})^2 + {abs(b)}x",
            f"Collect the terms in {a}x + {abs(b)} - {abs(c)}x + {abs(d)}x^2.",
            f"Factor {abs(a)}x^2 - {abs(a) * b * b}.",
            f"Factor x^2 + {abs(a) + abs(b)}x + {abs(a * b)}.",
            f"Simplify sqrt({abs(a) * b * b}) + {abs(c)}sqrt({abs(a)})",
            f"Let f(x) = {a}x^2 - {abs(b)}. Give 2*f(t) - {abs(c)}.",
        ]
    )


def number_theory(rng: random.Random) -> str:
    a, b = rng.randint(2, 5000), rng.randint(2, 90)
    return rng.choice(
        [
            f"What is the greatest common divisor of {a} and {b}?",
            f"Find the least common multiple of {a} and {b}.",
            f"What is the remainder when {a} is divided by {b}?",
            f"Is {a} prime?",
            f"Is {a} a composite number?",
            f"Does {b} divide {a}?",
            f"List the prime factors of {a}.",
        ]
    )


def digits(rng: random.Random) -> str:
    number = rng.randint(-(10**6), 10**6) / 10 ** rng.randint(1, 5)
    return rng.choice(
        [
            f"Round {number:f} to {rng.randint(0, 4)} decimal places.",
            f"Round {number:f} to the nearest {rng.choice(['ten', 'hundred', 'integer'])}.",
            f"What is the {rng.choice(['tens', 'hundreds'])} digit of {rng.randint(100, 10**9)}?",
        ]
    )


def comparing(rng: random.Random) -> str:
    values = [str(rng.randint(-9, 9)), f"{rng.randint(1, 9)}/{rng.randint(10, 19)}", "0.55", "-1.5"]
    rng.shuffle(values)
    shown = ", ".join(values)
    return rng.choice(
        [
            f"Sort {shown} in {rng.choice(['ascending', 'descending'])} order.",
            f"What is the {rng.choice(['biggest', 'second smallest'])} value in {shown}?",
            f"Is {values[0]} greater than {values[1]}?",
            f"Which is smaller: {values[2]} or {values[3]}?",
            f"What is the closest to {values[0]} in {values[1]}, {values[2]}?",
        ]
    )


def converting(rng: random.Random) -> str:
    value = rng.choice([rng.randint(1, 500), rng.randint(1, 500) / 8])
    pair = rng.choice(["km to meters", "minutes to hours", "grams to kg", "inches to cm"])
    return f"Convert {value} {pair}."


def sequences(rng: random.Random) -> str:
    a, b, c = rng.randint(-3, 3), rng.randint(-9, 9), rng.randint(-20, 20)
    terms = ", ".join(str(a * n * n + b * n + c) for n in range(1, 6))
    return f"What is the next term of the sequence {terms}?"


def algebraic(rng: random.Random) -> str:
    a, b, c = rng.randint(1, 6), rng.randint(-9, 9), rng.randint(1, 9)
    return rng.choice(
        [
            f"Solve |{a}x + ({b})| = {c}",
            f"Solve {a + 1}|x + ({b})| + 1 = x + {c}",
            f"Solve sqrt({a}x + {c}) = x + ({b})",
            f"Solve {a}sqrt(x) - {c} = {b}",
            f"Solve {a}/(x - {c}) = {b}",
            f"Solve {a}/x + {c}/(x + 1) = 2",
        ]
    )


def inequalities(rng: random.Random) -> str:
    a, b, c = rng.randint(-6, 6) or 2, rng.randint(-9, 9), rng.randint(-9, 9)
    sign = rng.choice(["<", "<=", ">", ">="])
    return rng.choice(
        [
            f"Solve {a}x + ({b}) {sign} {c}",
            f"Solve {a}(x + ({b})) {sign} x + ({c})",
            f"Solve x^2 + ({b})x + ({c}) {sign} 0",
            f"Solve |x + ({b})| {sign} {abs(c)}",
        ]
    )


def compound_inequalities(rng: random.Random) -> str:
    a, b, c = rng.randint(-6, 6) or 2, rng.randint(-9, 9), rng.randint(-9, 9)
    word, sign, other = rng.choice(["and", "or"]), rng.choice("<>"), rng.choice(["<=", ">="])
    return rng.choice(
        [
            f"Solve {a}x + ({b}) {sign} {c} {word} x - ({c}) {other} {b}",
            f"Solve the compound inequality x/2 {sign} {c} {word} {a}x + 1 {other} {b}.",
            f"Find all x such that x^2 < {c * c + 1} {word} x {sign} {b}",
            f"Solve {b} < {a}x + ({c}) <= {b + 7}",
        ]
    )


def integrals(rng: random.Random) -> str:
    a, b, n = rng.randint(1, 9), rng.randint(1, 9), rng.randint(1, 5)
    return rng.choice(
        [
            f"Integrate {a}x^{n} + {b}x - {a}",
            f"Find the integral of {a}x^{n} - {b} from {-a} to {b}.",
            f"What is the integral of sin({a}x) + {b}?",
            f"Integrate e^({a}x) with respect to x.",
            f"Integrate x*cos({min(a, 4)}x)",
        ]
    )


def exponentials(rng: random.Random) -> str:
    base, power = rng.choice([2, 3, 5]), rng.randint(-3, 4)
    a, b, c = rng.randint(1, 4), rng.randint(-5, 5), rng.randint(2, 40)
    return rng.choice(
        [
            f"Solve {base}^({a}x + ({b})) = {base ** abs(power)}",
            f"Solve {a}*{base}^x = {c}",
            f"Solve e^({a}x) = {c}",
            f"Solve {base**2}^x = {base}^(x + {c})",
        ]
    )


def logarithms(rng: random.Random) -> str:
    base, a, b = rng.choice([2, 3, 10]), rng.randint(1, 5), rng.randint(0, 9)
    return rng.choice(
        [
            f"Solve log_{base}({a}x + {b}) = {rng.randint(0, 3)}",
            f"Solve log_{base}(x) + log_{base}(x + {b}) = log_{base}({rng.randint(1, 60)})",
            f"Solve ln(x + {b}) = ln({a}x - 1)",
        ]
    )


def trigonometry(rng: random.Random) -> str:
    function, multiple = rng.choice(["sin", "cos"]), rng.choice(["x", "x", "2x"])
    value = rng.choice(["0", "1", "1/2", "-1/2", "sqrt(2)/2", "-1"])
    domain = rng.choice(["for 0 <= x < 2pi", "on [0°, 360°)", "for 0 <= x <= pi"])
    return rng.choice(
        [
            f"Solve {function}({multiple}) = {value} {domain}",
            f"Solve 2{function}(x)^2 - {function}(x) - 1 = 0 {domain}",
            f"Find the general solution of {function}({multiple}) = {value}",
        ]
    )


def formulas(rng: random.Random) -> str:
    a, b = rng.randint(2, 9), rng.randint(1, 9)
    return rng.choice(
        [
            f"Solve y = {a}x + {b} for x",
            f"Solve {a}p - {b}q = r for q",
            f"Solve A = {a}*b*h for h",
            f"Solve v = u + {a}t for t",
            f"Solve (p + {b})/{a} = q for p",
        ]
    )


def larger_systems(rng: random.Random) -> str:
    x, y, z = (rng.randint(-6, 6) for _ in range(3))
    rows = []
    for a, b, c in ((1, 1, 1), (rng.choice([1, -2]), -1, 2), (2, 3, -1)):
        rows.append(f"{a}x + ({b})y + ({c})z = {a * x + b * y + c * z}")
    return f"Solve {', '.join(rows)} for x, y and z"


def curves(rng: random.Random) -> str:
    x, y = rng.sample(range(1, 8), 2)  # two different solutions: no line only touches its curve
    return rng.choice(
        [
            f"Solve x + y = {x + y} and x*y = {x * y}",
            f"Solve x^2 + y^2 = {x * x + y * y} and x - y = {x - y}",
            f"Solve y = x^2 + ({x}) and y = {y}x + ({x + 3 * y})",
        ]
    )


def polynomial_tasks(rng: random.Random) -> str:
    a, b, c, d = (rng.randint(-6, 6) or 1 for _ in range(4))
    return rng.choice(
        [
            f"Divide {abs(a)}x^3 + ({b})x^2 + ({c})x + ({d}) by x + ({b})",
            f"Complete the square: {a}x^2 + ({b})x + ({c})",
            f"Find the vertex of y = {a}x^2 + ({b})x + ({c})",
            f"Find the discriminant of {a}x^2 + ({b})x + ({c})",
            f"How many real solutions does {a}x^2 + ({b})x + ({c}) = 0 have?",
            f"Find the inverse of f(x) = {a}x + ({b})",
            f"Expand ({abs(a)}x + {abs(b)}y)({abs(c)}x - {abs(d)}y)",
            f"Factor {a * a}x^2 - {b * b}y^2",
            f"Let f(x) = x^2 + ({a}) and g(x) = {abs(b)}x - 1. Find f(g(x)).",
        ]
    )


def progressions(rng: random.Random) -> str:
    first, step, count = rng.randint(-9, 9) or 2, rng.choice([-3, -2, 2, 3, 4]), rng.randint(3, 9)
    linear = ", ".join(str(first + k * step) for k in range(4))
    geometric = ", ".join(str(first * step**k) for k in range(4))
    return rng.choice(
        [
            f"What is the {rng.randint(5, 30)}th term of the sequence {linear}?",
            f"What is the next term of the sequence {geometric}?",
            f"Find the sum of the first {count} terms of the arithmetic sequence {linear}",
            f"Find the sum of the first {count} terms of the geometric sequence {geometric}",
            f"Find the common ratio of the geometric sequence {geometric}",
        ]
    )


def whole_numbers(rng: random.Random) -> str:
    n = rng.randint(2, 900)
    return rng.choice(
        [
            f"Find the prime factorization of {n}",
            f"List all the factors of {n}",
            f"How many factors does {n} have?",
            f"Is {n} even?",
            f"Is {n} a perfect square?",
            f"Convert {n} to base {rng.randint(2, 9)}",
        ]
    )


GENERATORS: Final[dict[str, Callable[[random.Random], str]]] = {
    "arithmetic": arithmetic,
    "percent": percent,
    "linear": linear,
    "quadratic": quadratic,
    "system": system,
    "derivative": derivative,
    "speed": speed,
    "polynomial-roots": polynomial_roots,
    "algebraic": algebraic,
    "inequalities": inequalities,
    "compound-inequalities": compound_inequalities,
    "integrals": integrals,
    "rewriting": rewriting,
    "number-theory": number_theory,
    "digits": digits,
    "comparing": comparing,
    "converting": converting,
    "sequences": sequences,
    "exponentials": exponentials,
    "logarithms": logarithms,
    "trigonometry": trigonometry,
    "formulas": formulas,
    "larger-systems": larger_systems,
    "curves": curves,
    "polynomial-tasks": polynomial_tasks,
    "progressions": progressions,
    "whole-numbers": whole_numbers,
}


SLOWER: Final = frozenset(
    {"exponentials", "logarithms", "trigonometry", "larger-systems", "curves", "polynomial-tasks"}
)
"""Kinds of which fewer questions are asked, since each takes longer."""


def question(kind: str, number: int) -> str:
    """Question ``number`` of a kind; each has a seed of its own."""
    return GENERATORS[kind](random.Random(f"solving/{kind}/{number}"))
