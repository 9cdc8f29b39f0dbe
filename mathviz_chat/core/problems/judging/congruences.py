"""Claimed solutions of congruences: every number of one period is tried."""

from __future__ import annotations

import re
from fractions import Fraction
from math import lcm
from typing import Final

from mathviz_chat.core.kernel import Outcome, identity
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.problems.readers.congruences import Row, congruence, rows_of
from mathviz_chat.core.reading.tree import Add, Expr, Mul
from mathviz_chat.core.verdict import Answer

MOST_TRIED: Final = 10**6

_MOD = r"\s*[,(]?\s*(?:\\pmod\s*\{?|mod(?:ulo)?\b)\s*(\d{1,7})\s*[)}]?"
_NUMBERS = r"(-?\d{1,7}(?:\s*(?:,|\bor\b|\band\b)\s*-?\d{1,7})*)"
_BESIDE: Final = re.compile(rf"(?:[a-z]\s*(?:≡|\\equiv|=)\s*)?{_NUMBERS}{_MOD}", re.IGNORECASE)
_BARE: Final = re.compile(rf"(?:[a-z]\s*(?:≡|=)\s*)?{_NUMBERS}", re.IGNORECASE)
_FAMILY: Final = re.compile(
    r"(?:[a-z]\s*=\s*)?(?:(\d{1,7})\s*\*?\s*[a-z]\s*(?:([-+])\s*(\d{1,7}))?"
    r"|(-?\d{1,7})\s*\+\s*(\d{1,7})\s*\*?\s*[a-z])"
    r"(?:,?\s*(?:where|with|for)?\s*(?:any|every|all)?\s*(?:integers?|whole numbers?)?\s*[a-z]"
    r"(?:\s*(?:∈\s*(?:Z|ℤ)|is an integer))?)?",
    re.IGNORECASE,
)
_NONE: Final = re.compile(
    r"(?:there\s+(?:is|are)\s+)?no\s+(?:integer\s+)?(?:solutions?|inverse)|it\s+has\s+no\s+\w+",
    re.IGNORECASE,
)


def judge(problem: Problem, text: str) -> AnswerJudgement:
    """Judge classes of remainders, a number, or that there is none."""
    rows, name, said = rows_of(problem), problem.unknowns[0], text.strip(" .")
    answer = Answer(said, said)
    period = lcm(*(m for *_, m in rows))
    if _NONE.fullmatch(said):
        first = next((n for n in range(period) if _fits(rows, n)), None)
        if first is None:
            return verified(answer, "Each remainder was tried, and none fits.")
        return refuted(answer, f"{name} = {first} fits.")
    own = re.compile(rf"\d\s*\*?\s*{re.escape(name)}\b", re.IGNORECASE)
    claimed = None if own.search(said) else _claimed(said)  # ``x = 7x + 6``
    if claimed is None:
        return unchecked("It is no class of remainders, such as x ≡ 2 (mod 5).")
    values, modulus = claimed
    if problem.task == "least" and modulus is not None:
        return unchecked("The question asks for one number.")
    for value in values:
        if not _proved(rows, value):
            return refuted(
                answer, f"{name} = {value} does not fit {_first_failing(rows, value, name)}."
            )
    if modulus is None:
        return _judge_numbers(problem, rows, values, answer)
    return _judge_classes(rows, values, modulus, answer)


def _claimed(text: str) -> tuple[list[int], int | None] | None:
    """The remainders that are named, and the modulus beside them."""
    if (beside := _BESIDE.fullmatch(text)) is not None:
        return _values(beside[1]), int(beside[2])
    if (bare := _BARE.fullmatch(text)) is not None:
        return _values(bare[1]), None
    family = _FAMILY.fullmatch(text)
    if family is None:
        return None
    if family[5]:
        return [int(family[4])], int(family[5])
    return [int((family[2] or "") + (family[3] or "0"))], int(family[1])


def _values(text: str) -> list[int]:
    return [int(one) for one in re.findall(r"-?\d+", text)]


def _fits(rows: tuple[Row, ...], n: int) -> bool:
    return all((a * n + c - b) % m == 0 for a, c, b, m in rows)


def _proved(rows: tuple[Row, ...], n: int) -> bool:
    """By the kernel: both sides of each congruence differ by a multiple of its modulus."""
    for a, c, b, m in rows:
        left = Add(Mul(_tree(a), _tree(n)), _tree(c))
        right = Add(_tree(b), Mul(_tree((a * n + c - b) // m), _tree(m)))
        if identity(left, right).outcome is not Outcome.PROVED:
            return False
    return True


def _tree(value: int) -> Expr:
    return number(Fraction(value))


def _first_failing(rows: tuple[Row, ...], n: int, name: str) -> str:
    return next(congruence(row, name) for row in rows if not _fits((row,), n))


def _judge_numbers(
    problem: Problem, rows: tuple[Row, ...], values: list[int], answer: Answer
) -> AnswerJudgement:
    """Numbers that fit, with no modulus beside them."""
    if problem.task == "least":
        least = (
            next(n for n in range(1, values[0] + 1) if _fits(rows, n)) if values[0] > 0 else None
        )
        if len(values) != 1 or least != values[0]:
            return refuted(answer, "It is not the smallest positive number that fits.")
        return verified(answer, "It fits, and each smaller number was tried.")
    (*_, m), *others = rows
    if problem.task == "inverse" and not others and len(values) == 1 and 0 <= values[0] < m:
        return verified(answer, "The product leaves 1; each remainder was tried.")
    return unchecked(
        "It fits, but the modulus is missing: which other numbers fit is not said.", answer
    )


def _judge_classes(
    rows: tuple[Row, ...], values: list[int], modulus: int, answer: Answer
) -> AnswerJudgement:
    """Whether the numbers of the classes are those that fit, and no others."""
    period = lcm(modulus, *(m for *_, m in rows)) if modulus else 0
    if not 0 < period <= MOST_TRIED:
        return unchecked("Its modulus is too large to be tried.", answer)
    classes = {value % modulus for value in values}
    for n in range(period):
        if (n % modulus in classes) != _fits(rows, n):
            fits = "fits too" if _fits(rows, n) else "does not fit"
            return refuted(answer, f"{n} {fits}.")
    return verified(answer, "The remainders were put in, and each number of one period was tried.")
