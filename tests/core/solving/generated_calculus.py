"""Questions on calculus and linear algebra, generated from a seed: the same ones every time."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final


def _whole(rng: random.Random) -> int:
    return rng.choice([n for n in range(-6, 7) if n])


def _cubic(rng: random.Random) -> str:
    """With a derivative that has two whole zeros p and q: 6(x - p)(x - q)."""
    p, q = rng.sample(range(-4, 5), 2)
    return f"2x^3 + ({-3 * (p + q)})x^2 + ({6 * p * q})x + ({_whole(rng)})"


def _matrix(rng: random.Random, size: int) -> str:
    rows = ([str(rng.randint(-5, 5)) for _ in range(size)] for _ in range(size))
    return "[" + ", ".join(f"[{', '.join(row)}]" for row in rows) + "]"


def derivative_at(rng: random.Random) -> str:
    body = rng.choice([_cubic(rng), f"x^2*e^({_whole(rng)}x)", f"({_whole(rng)}x + 7)^3", "1/x"])
    return f"Find the slope of y = {body} at x = {rng.choice([-2, -1, 1, 2])}"


def implicit(rng: random.Random) -> str:
    a, b = rng.randint(1, 5), rng.randint(1, 5)
    return f"Find dy/dx if {a}x^2 + {_whole(rng)}*x*y + {b}y^2 = {rng.randint(1, 30)}"


def tangent(rng: random.Random) -> str:
    line = rng.choice(["tangent", "normal"])
    body = rng.choice([_cubic(rng), "sqrt(x)", "e^x", "1/x"])
    return f"Find the equation of the {line} to y = {body} at x = {rng.choice([1, 4, 9])}"


def extrema(rng: random.Random) -> str:
    body = rng.choice([_cubic(rng), f"x + {rng.randint(1, 9) ** 2}/x"])
    return f"Find the local extrema of f(x) = {body}"


def absolute(rng: random.Random) -> str:
    low = rng.randint(-5, 0)
    return f"Find the absolute extrema of {_cubic(rng)} on [{low}, {low + rng.randint(2, 7)}]"


def increasing(rng: random.Random) -> str:
    way = rng.choice(["increasing", "decreasing", "concave up", "concave down"])
    return f"On which intervals is f(x) = {_cubic(rng)} {way}?"


def integral(rng: random.Random) -> str:
    k, n = rng.randint(2, 5), rng.randint(2, 4)
    body = rng.choice(
        [
            f"{_whole(rng)}x^{n} + {_whole(rng)}x",
            f"x*e^({k}x)",
            f"x*cos({k}x)",
            f"({k}x + {_whole(rng)})^{n + 2}",
            f"sin({k}x)",
        ]
    )
    return f"Integrate {body}"


def definite(rng: random.Random) -> str:
    low = rng.randint(0, 3)
    body = rng.choice([_cubic(rng), "e^x", "1/(x + 1)", "sqrt(x + 1)", "x*e^x"])
    return f"Find the integral of {body} from {low} to {low + rng.randint(1, 4)}"


def limit(rng: random.Random) -> str:
    a, k = _whole(rng), rng.randint(2, 6)
    return rng.choice(
        [
            f"Find the limit of (x^2 - {a * a})/(x - ({a})) as x approaches {a}",
            f"Find the limit of sin({k}x)/x as x approaches 0",
            f"Find the limit of ({k}x^2 + x)/({a}x^2 - 1) as x approaches infinity",
            f"Find the limit of ({a}x + 1)/(x - {k}) as x approaches {k} from the right",
            f"Find the limit of x^{k}*e^(-x) as x approaches infinity",
        ]
    )


def total(rng: random.Random) -> str:
    low, n = rng.randint(0, 3), rng.randint(4, 9)
    body = rng.choice(["k^2", "2k + 1", "2^k", f"{_whole(rng)}k"])
    ratio = f"1/{rng.randint(2, 9)}"
    return rng.choice(
        [
            f"Evaluate sum_(k={low})^{n} {body}",
            f"Find sum_(n=0)^oo {rng.randint(1, 9)}*({ratio})^n",
        ]
    )


def taylor(rng: random.Random) -> str:
    body = rng.choice(["e^(2x)", "sin(x)", "cos(3x)", "1/(1 - x)", "ln(1 + x)"])
    return f"Find the Maclaurin polynomial of degree {rng.randint(2, 4)} for {body}"


def differential(rng: random.Random) -> str:
    a, b = _whole(rng), _whole(rng)
    return rng.choice(
        [
            f"Solve y' = {a}y, y(0) = {b}",
            f"Solve y' + {abs(a)}y = {b}",
            f"Solve the differential equation y'' + ({a + b})y' + ({a * b})y = 0",
            f"Solve y'' + {a * a}y = 0",
        ]
    )


def matrix(rng: random.Random) -> str:
    n = rng.choice([2, 2, 3])
    return rng.choice(
        [
            f"Find the determinant of {_matrix(rng, n)}",
            f"Compute {_matrix(rng, n)} * {_matrix(rng, n)}",
            f"Row reduce {_matrix(rng, n)}",
            f"Find the rank of {_matrix(rng, n)}",
            f"Let A = {_matrix(rng, n)}. Find A^2.",
        ]
    )


def eigenvalues(rng: random.Random) -> str:
    """Triangular, so that the eigenvalues stand on the diagonal."""
    a, b, c = _whole(rng), _whole(rng), _whole(rng)
    return f"Find the eigenvalues of [[{a}, {b}], [0, {c}]]"


def vector(rng: random.Random) -> str:
    u, v = (tuple(_whole(rng) for _ in range(3)) for _ in range(2))
    task = rng.choice(["dot product of {} and {}", "cross product of {} and {}", "magnitude of {}"])
    return f"Find the {task.format(u, v)}"


GENERATORS: Final[dict[str, Callable[[random.Random], str]]] = {
    "derivative at": derivative_at,
    "implicit": implicit,
    "tangent": tangent,
    "extrema": extrema,
    "absolute extrema": absolute,
    "intervals": increasing,
    "integral": integral,
    "definite integral": definite,
    "limit": limit,
    "sum": total,
    "taylor": taylor,
    "differential equation": differential,
    "matrix": matrix,
    "eigenvalues": eigenvalues,
    "vector": vector,
}


def question(kind: str, number: int) -> str:
    """The question of a kind with a number."""
    return GENERATORS[kind](random.Random(f"{kind}/{number}"))
