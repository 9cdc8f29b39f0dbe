"""One generated case, and the small helpers that write mathematics as people do."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Case:
    """Lines that are given, a right last line, and the same line with one slip.

    question: asked of the checker, or None. before: lines that stand above (right themselves).
    slip: what was done to get from ``right`` to ``wrong``.
    """

    question: str | None
    before: tuple[str, ...]
    right: str
    wrong: str
    slip: str


Maker = Callable[[random.Random], Case]
Classes = Mapping[str, Maker]


def nonzero(rng: random.Random, low: int, high: int) -> int:
    """An integer of [low, high] that is not 0."""
    return rng.choice([n for n in range(low, high + 1) if n])


def slipped(rng: random.Random, value: int) -> tuple[int, str]:
    """A different integer that a student might have written, and the name of the slip."""
    slips: list[tuple[int, str]] = [
        (-value, "sign"),
        (value + rng.choice((-1, 1)), "off by one"),
        (value + rng.choice((-10, 10)), "carry"),
    ]
    digits = str(abs(value))
    if len(digits) > 1 and digits[0] != digits[1]:
        swapped = int(digits[1] + digits[0] + digits[2:])
        slips.append((swapped if value > 0 else -swapped, "digits swapped"))
    usable = [(wrong, name) for wrong, name in slips if wrong != value]
    return rng.choice(usable)


def fraction(value: Fraction) -> str:
    """``3/4``, ``-2``."""
    return str(value)


def decimal(value: Fraction) -> str:
    """The finite decimal of a fraction whose denominator divides a power of ten."""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    scaled = abs(value * 10**places).numerator
    digits = str(scaled).rjust(places + 1, "0")
    text = digits if places == 0 else f"{digits[:-places]}.{digits[-places:]}"
    return f"-{text}" if value < 0 else text


def term(coefficient: int, power: int, variable: str) -> str:
    """``-3x^2``, ``x``, ``7``."""
    if power == 0:
        return str(coefficient)
    head = {1: "", -1: "-"}.get(coefficient, str(coefficient))
    return f"{head}{variable}" if power == 1 else f"{head}{variable}^{power}"


def polynomial(coefficients: list[int], variable: str = "x") -> str:
    """Text of a polynomial; ``coefficients[k]`` belongs to the k-th power; highest first."""
    terms = [
        term(c, power, variable) for power, c in reversed(list(enumerate(coefficients))) if c != 0
    ]
    if not terms:
        return "0"
    text = terms[0]
    for item in terms[1:]:
        text += f" - {item[1:]}" if item.startswith("-") else f" + {item}"
    return text


def times(a: list[int], b: list[int]) -> list[int]:
    """The product of two polynomials given by coefficients."""
    product = [0] * (len(a) + len(b) - 1)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            product[i + j] += x * y
    return product


def one_coefficient_off(rng: random.Random, coefficients: list[int]) -> tuple[list[int], str]:
    """The polynomial with one realistic slip: sign, value, dropped or shifted term."""
    wrong = list(coefficients)
    places = [k for k, c in enumerate(coefficients) if c != 0]
    k = rng.choice(places)
    kind = rng.choice(("sign", "value", "dropped term", "wrong power"))
    if kind == "dropped term" and len(places) > 1:
        wrong[k] = 0
        return wrong, kind
    if kind == "wrong power":
        wrong.append(0)
        wrong[k], wrong[k + 1] = 0, wrong[k + 1] + wrong[k]
        if wrong[:-1] != coefficients or wrong[-1] != 0:
            return wrong, kind
        wrong = list(coefficients)
    if kind == "sign":
        wrong[k] = -wrong[k]
        return wrong, kind
    wrong[k], name = slipped(rng, wrong[k])
    return wrong, name


def written(rng: random.Random, text: str) -> str:
    """The same mathematics in one of the notations people use: plain, Unicode or LaTeX."""
    style = rng.choice(("plain", "plain", "unicode", "latex"))
    if style == "unicode":
        for power, sign in zip("23456789", "²³⁴⁵⁶⁷⁸⁹", strict=True):
            for after in (" ", ")", "", "+"):
                text = text.replace(f"^{power}{after}", f"{sign}{after}") if after else text
            if text.endswith(f"^{power}"):
                text = text[:-2] + sign
        return text.replace(" * ", rng.choice((" × ", " · "))).replace(
            " - ", rng.choice((" − ", " - "))
        )
    if style == "latex":
        return "$" + text.replace(" * ", r" \cdot ").replace("%", r"\%") + "$"
    return text
