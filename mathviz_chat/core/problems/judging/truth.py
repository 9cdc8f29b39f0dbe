"""True or false: a comparison, divisibility, primality."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt
from typing import Final

from mathviz_chat.core.kernel import Outcome, holds, identity
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import AnswerJudgement, Kind, Problem
from mathviz_chat.core.reading.tree import Call, Chain, Expr, Mul, RelOp, Statement
from mathviz_chat.core.verdict import Answer

WORDS: Final = {
    "true": True, "yes": True, "correct": True,
    "false": False, "no": False, "incorrect": False,
}  # fmt: skip
MAX_PRIME: Final = 10**12


def judge(problem: Problem, text: str) -> AnswerJudgement:
    """Judge ``True`` or ``False``."""
    claimed = WORDS.get(text.strip().rstrip(".").lower())
    if claimed is None:
        return unchecked("The question asks for true or false.")
    answer = Answer(text.strip(), "True" if claimed else "False")
    value = _prime(problem) if problem.kind is Kind.PRIME else _holds(problem.conditions[0])
    if value is None:
        return unchecked("It could not be decided in two ways.", answer)
    if value == claimed:
        return verified(answer, "Proved by exact arithmetic and confirmed by recounting.")
    return refuted(answer, f"The statement is {'true' if value else 'false'}.")


def _holds(statement: Statement) -> bool | None:
    outcome = holds(statement, {}).outcome
    if outcome not in (Outcome.PROVED, Outcome.REFUTED) or not isinstance(statement, Chain):
        return None
    again = compared(statement)
    return again if again == (outcome is Outcome.PROVED) else None


def compared(statement: Chain) -> bool | None:
    """A comparison of two numbers by other arithmetic; None where it cannot be done."""
    try:
        left, right = (recount.value(item) for item in statement.items)
    except recount.NotEvaluated:
        return None
    same, less = recount.agree(left, right), recount.less(left, right)
    table = {
        RelOp.EQ: same,
        RelOp.NE: not same,
        RelOp.LT: less and not same,
        RelOp.LE: less or same,
        RelOp.GT: not less and not same,
        RelOp.GE: not less or same,
    }
    return table.get(statement.ops[0])


def _prime(problem: Problem) -> bool | None:
    assert problem.target is not None
    value = recount.value(problem.target)
    if not isinstance(value, Fraction):
        return None
    prime = is_prime(int(value))
    return None if prime is None else prime == (problem.labels == ("prime",))


def is_prime(n: int) -> bool | None:
    """Whether n is prime, by the kernel and by FLINT's own proof; None where they cannot tell."""
    from flint import fmpz

    if n < 2 or n > MAX_PRIME:
        return False if n < 2 else None
    if fmpz(n).is_prime():
        return True if proved_prime(n) else None
    factor = int(fmpz(n).factor()[0][0])
    product = Mul(number(Fraction(factor)), number(Fraction(n // factor)))
    proved = 1 < factor < n and identity(number(Fraction(n)), product).outcome is Outcome.PROVED
    return False if proved else None


def proved_prime(n: int) -> bool:
    """No prime up to the root of n divides it: its gcd with their product is 1, by the kernel."""
    product = 1
    for prime in _primes_up_to(isqrt(n)):
        product *= prime
        if product > 10**150:
            if not _coprime(n, product):
                return False
            product = 1
    return product == 1 or _coprime(n, product)


def _coprime(n: int, product: int) -> bool:
    gcd: Expr = Call("gcd", (number(Fraction(n)), number(Fraction(product))))
    return identity(gcd, number(Fraction(1))).outcome is Outcome.PROVED


def _primes_up_to(limit: int) -> list[int]:
    sieve = bytearray([1]) * (limit + 1)
    for k in range(2, isqrt(limit) + 1):
        if sieve[k]:
            sieve[k * k :: k] = bytes(len(range(k * k, limit + 1, k)))
    return [k for k in range(2, limit + 1) if sieve[k]]
