"""Primes of a range, the next one, how many: each number of the range is decided by itself."""

from __future__ import annotations

import re

from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.judging.truth import is_prime
from mathviz_chat.core.problems.problem import AnswerJudgement, Form, Problem
from mathviz_chat.core.reading.tree import Number
from mathviz_chat.core.verdict import Answer

MAX_RANGE = 400
"""Numbers that are looked at one by one."""


def ends(problem: Problem) -> tuple[int, int]:
    """The first and the last number of the range."""
    low, high = (int(one.value) if isinstance(one, Number) else 0 for one in problem.items)
    return low, high


def primes_of(problem: Problem) -> list[int] | None:
    """The primes of the range, each number decided in two ways; None where one is not."""
    low, high = ends(problem)
    if high - low > MAX_RANGE:
        return None
    decided = {n: is_prime(n) for n in range(low, high + 1)}
    return None if None in decided.values() else [n for n, prime in decided.items() if prime]


def judge(problem: Problem, text: str) -> AnswerJudgement:
    """Judge a list of primes, or the number that is asked for."""
    parts = [part.strip() for part in re.split(r",|\band\b", text.strip(" .[]{}")) if part.strip()]
    if not all(part.isascii() and part.isdigit() and len(part) < 20 for part in parts):
        return unchecked("It is not a list of whole numbers.")
    claimed = [int(part) for part in parts]
    answer = Answer(text.strip(), ", ".join(map(str, claimed)))
    found = primes_of(problem)
    if found is None:
        return unchecked("Not every number of the range could be decided.", answer)
    if problem.form is Form.NUMBER:
        return _judge_one(problem, found, claimed, answer)
    wrong = next((n for n in claimed if n not in found), None)
    if wrong is not None:
        return refuted(answer, f"{wrong} is no prime of the range.")
    if len(set(claimed)) < len(claimed):
        return unchecked("Name each prime once.", answer)
    if len(claimed) < len(found):
        return refuted(answer, "A prime is missing.")
    return verified(answer, "Each number of the range was decided, and factored by FLINT too.")


def asked_for(problem: Problem, found: list[int]) -> int:
    """How many there are, or the prime at that end of the range that was chosen for it."""
    if problem.task == "count":
        return len(found)
    return found[0] if problem.task == "before" else found[-1]


def _judge_one(
    problem: Problem, found: list[int], claimed: list[int], answer: Answer
) -> AnswerJudgement:
    if len(claimed) != 1 or not (found or problem.task == "count"):
        return unchecked("The question asks for one number.", answer)
    right = asked_for(problem, found)
    if claimed[0] == right:
        return verified(answer, "Each number of the range was decided, and factored by FLINT too.")
    return refuted(answer, "It is another number.")
