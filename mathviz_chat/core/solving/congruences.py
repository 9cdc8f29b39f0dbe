"""Congruences as by hand: the common divisor, the inverse by Euclid's algorithm, remainders."""

from __future__ import annotations

from math import gcd

from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.readers.congruences import rows_of
from mathviz_chat.core.solving.lines import BRIEF, NORMAL, Lines

NO_SOLUTION = "no solution"


def solve(problem: Problem) -> Lines | None:
    """Lines for one congruence, an inverse, or two congruences in one number."""
    lines, name = Lines(), problem.unknowns[0]
    first, *others = rows_of(problem)
    a, c, b, m = first
    if others:
        found = _both(lines, (b, m), (others[0][2], others[0][3]), name)
    else:
        found = _one(lines, a, _moved(lines, b, c), m)
    if found is None:
        lines.finish("no inverse" if problem.task == "inverse" else NO_SOLUTION)
        return lines
    value, modulus = found
    for factor, offset, right, own in rows_of(problem):
        left = f"{factor}*{value}" if factor != 1 else str(value)
        if offset:
            left += f" {'+' if offset > 0 else '-'} {abs(offset)}"
        times = (factor * value + offset - right) // own
        lines.step(f"Check {value}", f"{left} = {_bracketed(times)}*{own} + {_bracketed(right)}")
    if problem.task == "least":
        lines.finish(str(value or modulus))
    elif problem.task == "inverse":
        lines.finish(f"{value} (mod {modulus})")
    else:
        lines.finish(f"{name} ≡ {value} (mod {modulus})")
    return lines


def _moved(lines: Lines, b: int, c: int) -> int:
    """The right side without the number beside the unknown."""
    if c:
        rule = f"{'Subtract' if c > 0 else 'Add'} {abs(c)} {'from' if c > 0 else 'to'} both sides"
        sign = "-" if c > 0 else "+"
        lines.step(rule, f"{b} {sign} {abs(c)} = {b - c}")
    return b - c


def _one(lines: Lines, a: int, b: int, m: int) -> tuple[int, int] | None:
    """The remainder and the modulus of the numbers x with ``ax ≡ b (mod m)``."""
    a, b = _reduced(lines, a, m), _reduced(lines, b, m)
    divisor = gcd(a, m)
    lines.step("Find the greatest common divisor", f"gcd({a}, {m}) = {divisor}", level=BRIEF)
    if b % divisor:
        why = f"{a} times a number leaves a multiple of {divisor} on division by {m}."
        claim = f"{b} = {b // divisor}*{divisor} + {b % divisor}"
        lines.step(f"{b} is no multiple of {divisor}", claim, level=BRIEF, why=why)
        return None
    if divisor > 1:
        for value in (a, b, m):
            lines.step(f"Divide by {divisor}", f"{value}/{divisor} = {value // divisor}")
        a, b, m = a // divisor, b // divisor, m // divisor
    if m == 1:
        return 0, 1
    if a == 1:
        return b, m
    inverse = _inverse(lines, a, m)
    if b == 1:
        return inverse, m
    product = inverse * b
    lines.step(
        f"Multiply by {inverse}, the inverse of {a}", f"{inverse}*{b} = {product}", level=BRIEF
    )
    return _reduced(lines, product, m), m


def _reduced(lines: Lines, value: int, m: int) -> int:
    left = value % m
    if left != value:
        claim = f"{value} = {_bracketed(value // m)}*{m} + {left}"
        lines.step(f"Take the remainder on division by {m}", claim, level=NORMAL)
    return left


def _inverse(lines: Lines, a: int, m: int) -> int:
    """By Euclid's algorithm, from the last remainder back."""
    rows = [(m, 0), (a, 1)]
    while rows[-1][0] > 1:
        (big, from_big), (small, from_small) = rows[-2:]
        times = big // small
        lines.step(f"Divide {big} by {small}", f"{big} = {times}*{small} + {big % small}")
        rows.append((big % small, from_big - times * from_small))
    inverse = rows[-1][1] % m
    claim = f"{a}*{inverse} = {a * inverse // m}*{m} + 1"
    why = f"So {a} times {inverse} leaves 1."
    lines.step(f"Go back to a multiple of {a} that leaves 1", claim, level=BRIEF, why=why)
    return inverse


def _both(
    lines: Lines, first: tuple[int, int], second: tuple[int, int], name: str
) -> tuple[int, int] | None:
    """``x = r + mk`` put into the second congruence, which is solved for k."""
    (r, m), (s, n) = first, second
    r = _reduced(lines, r, m)
    letter = "k" if name != "k" else "n"
    lines.setup("The first one says", f"{name} = {r} + {m}*{letter}")
    lines.step(
        f"In the second one {m}*{letter} leaves as much as", f"{s} - {r} = {s - r}", level=BRIEF
    )
    found = _one(lines, m, s - r, n)
    if found is None:
        return None
    k, step = found
    lines.step(f"Put {letter} back", f"{r} + {m}*{k} = {r + m * k}", level=BRIEF)
    common = m * step
    lines.step(
        "It repeats with the least common multiple", f"lcm({m}, {n}) = {common}", level=BRIEF
    )
    return _reduced(lines, r + m * k, common), common


def _bracketed(value: int) -> str:
    return str(value) if value >= 0 else f"({value})"
