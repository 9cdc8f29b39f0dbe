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


GENERATORS: Final[dict[str, Callable[[random.Random], str]]] = {
    "arithmetic": arithmetic,
    "percent": percent,
    "linear": linear,
    "quadratic": quadratic,
    "system": system,
    "derivative": derivative,
    "speed": speed,
}


def question(kind: str, number: int) -> str:
    """Question ``number`` of a kind; each has a seed of its own."""
    return GENERATORS[kind](random.Random(f"solving/{kind}/{number}"))
