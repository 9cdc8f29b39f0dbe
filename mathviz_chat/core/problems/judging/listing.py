"""Lists in order, prime factors, and choices among values that are named."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from math import isqrt, prod

from mathviz_chat.core.kernel import Outcome, holds, identity, substitute, variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.judging.truth import is_prime
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import (
    Abs,
    Call,
    Chain,
    Expr,
    Mul,
    Node,
    Number,
    Pow,
    RelOp,
    Sub,
)
from mathviz_chat.core.verdict import Answer, AnswerVerdict


def judge_order(problem: Problem, text: str) -> AnswerJudgement:
    """The items of the question in ascending or descending order, by label or by value."""
    labels = tuple(part.strip() for part in text.strip(" .[]{}").split(","))
    places = [place(problem, label) for label in labels]
    if None in places or len(set(places)) != len(problem.items) or len(places) != len(set(places)):
        return unchecked("It is not a list of the values of the question, each once.")
    order = [problem.items[p] for p in places if p is not None]
    answer = Answer(text.strip(), ", ".join(problem.labels[p] for p in places if p is not None))
    op = RelOp.GE if problem.descending else RelOp.LE
    for left, right in pairwise(order):
        outcome = _certain(Chain((left, right), (op,)))
        if outcome is None:
            return unchecked("Two of the values could not be compared in two ways.", answer)
        if not outcome:
            return refuted(
                answer, f"{to_plain(left)} and {to_plain(right)} are in the wrong order."
            )
    return verified(answer, "Each value was compared with the next in two ways.")


def judge_choice(problem: Problem, text: str) -> AnswerJudgement:
    """One of the items, by label or by value: the k-th in order, or the closest."""
    bare = text.strip(" .")
    chosen = place(problem, bare if bare in problem.labels else text.strip(" .()"))
    if chosen is None:
        return unchecked("It is none of the values of the question.")
    answer = Answer(text.strip(), problem.labels[chosen])
    before = []
    for k in range(len(problem.items)):
        if k != chosen:
            outcome = _certain(_comes_before(problem, k, chosen))
            if outcome is None:
                return unchecked("Two of the values could not be compared in two ways.", answer)
            before.append(outcome)
    if sum(before) == problem.rank - 1:
        return verified(answer, "Each value was compared with it in two ways.")
    return refuted(answer, f"{sum(before)} of the values come before it.")


def _comes_before(problem: Problem, k: int, chosen: int) -> Chain:
    one, other = problem.items[k], problem.items[chosen]
    if problem.target is not None:
        distances = tuple(Abs(Sub(item, problem.target)) for item in (one, other))
        return Chain(distances, (RelOp.LT,))
    return Chain((one, other), (RelOp.GT if problem.descending else RelOp.LT,))


def _certain(statement: Chain) -> bool | None:
    from mathviz_chat.core.problems.judging.truth import compared

    outcome = holds(statement, {}).outcome
    if outcome not in (Outcome.PROVED, Outcome.REFUTED):
        return None
    again = compared(statement)
    return again if again == (outcome is Outcome.PROVED) else None


def place(problem: Problem, label: str) -> int | None:
    """The index of the item that a label or a value names; None where none does."""
    if label in problem.labels:
        return problem.labels.index(label)
    try:
        node = read(label)
    except ReadError:
        return None
    if not isinstance(node, Expr):
        return None
    equal = [k for k, item in enumerate(problem.items) if _same(item, node)]
    return equal[0] if len(equal) == 1 else None


def _same(left: Expr, right: Expr) -> bool:
    return identity(left, right).outcome is Outcome.PROVED


def judge_prime_factors(problem: Problem, text: str) -> AnswerJudgement:
    """All primes that divide ``problem.target``, ascending, each once."""
    assert problem.target is not None
    parts = [part.strip() for part in text.strip(" .[]{}").split(",")]
    if not all(part.isascii() and part.isdigit() and len(part) < 30 for part in parts):
        return unchecked("It is not a list of whole numbers.")
    primes = [int(part) for part in parts]
    if problem.task:
        return _judge_one_factor(problem, primes, text)
    answer = Answer(text.strip(), ", ".join(str(prime) for prime in primes))
    rest = int(recount.value(problem.target))
    product: Expr = number(Fraction(1))
    for prime in primes:
        exponent = 0
        while prime > 1 and rest % prime == 0:
            rest, exponent = rest // prime, exponent + 1
        if exponent == 0:
            return refuted(answer, f"{prime} is not a prime factor.")
        product = Mul(product, Pow(number(Fraction(prime)), number(Fraction(exponent))))
    return _judge_primes(problem.target, primes, rest, product, answer)


def _judge_one_factor(problem: Problem, claimed: list[int], text: str) -> AnswerJudgement:
    """The largest or the smallest of the prime factors, which are judged as a list."""
    from flint import fmpz

    assert problem.target is not None
    answer = Answer(text.strip(), ", ".join(map(str, claimed)))
    found = [int(p) for p, _ in fmpz(int(recount.value(problem.target))).factor()]
    whole = judge_prime_factors(replace(problem, task=""), ", ".join(map(str, sorted(found))))
    if len(claimed) != 1 or whole.verdict is not AnswerVerdict.VERIFIED:
        return unchecked("The question asks for one prime factor.", answer)
    right = max(found) if problem.task == "largest" else min(found)
    if claimed[0] == right:
        return verified(answer, whole.reason)
    return refuted(answer, f"The {problem.task} prime factor is another.")


def judge_factorization(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """A product of powers of different primes that is the number."""
    expr, claimed = problem.expression, node
    assert expr is not None
    if isinstance(claimed, Chain):
        claimed = claimed.items[-1]
    parts = _prime_powers(claimed)
    if parts is None:
        return unchecked("It is not a product of prime powers.")
    answer = Answer(text, to_plain(claimed))
    prime = [is_prime(p) for p, _ in parts]
    if False in prime:
        return refuted(answer, f"{parts[prime.index(False)][0]} is not prime.")
    decision = identity(expr, claimed) if isinstance(claimed, Expr) else None
    if decision is not None and decision.outcome is Outcome.REFUTED:
        return refuted(answer, f"The product is not {to_plain(expr)}.")
    product = 1
    for p, k in parts:
        product *= p**k
    if decision is None or decision.outcome is not Outcome.PROVED or None in prime:
        return unchecked("It could not be proved.", answer)
    if product != recount.value(expr):
        return unchecked("It was proved, but recounting did not confirm it.", answer)
    return verified(answer, "The primes multiply to the number; each was proved to be prime.")


def _prime_powers(node: Node) -> list[tuple[int, int]] | None:
    """``2^2*3`` as [(2, 2), (3, 1)]; None for anything else."""
    if isinstance(node, Mul):
        left, right = _prime_powers(node.left), _prime_powers(node.right)
        return None if left is None or right is None else left + right
    base, exponent = (node.base, node.exponent) if isinstance(node, Pow) else (node, None)
    whole = [one for one in (base, exponent) if one is not None]
    if not all(isinstance(one, Number) and one.value.denominator == 1 for one in whole):
        return None
    values = [int(one.value) for one in whole if isinstance(one, Number)]
    if len(values) > 1 and not 1 <= values[1] <= 200:
        return None
    return [(values[0], values[1] if len(values) > 1 else 1)]


def judge_divisors(problem: Problem, text: str) -> AnswerJudgement:
    """All positive divisors, ascending."""
    assert problem.target is not None
    parts = [part.strip() for part in re.split(r",|\band\b", text.strip(" .[]{}")) if part.strip()]
    if not all(part.isascii() and part.isdigit() and len(part) < 20 for part in parts):
        return unchecked("It is not a list of whole numbers.")
    claimed = [int(part) for part in parts]
    answer = Answer(text.strip(), ", ".join(map(str, claimed)))
    n = int(recount.value(problem.target))
    for d in claimed:
        rest: Expr = Call("mod", (problem.target, number(Fraction(max(d, 1)))))
        if d < 1 or identity(rest, number(Fraction(0))).outcome is not Outcome.PROVED:
            return refuted(answer, f"{d} is no factor of {n}.")
    if len(set(claimed)) < len(claimed):
        return unchecked("Name each factor once.", answer)
    if sorted(claimed) != divisors(n) or len(claimed) != _count_of(n):
        return refuted(answer, "A factor is missing.")
    return verified(answer, "Each divides it; their number follows from the factorization too.")


def judge_divisor_count(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """How many positive divisors a number has."""
    assert problem.target is not None
    n = int(recount.value(problem.target))
    if not isinstance(node, Number):
        return unchecked("The question asks for a number.")
    answer = Answer(text, to_plain(node))
    found = divisors(n)
    if len(found) != _count_of(n):
        return unchecked("The factors could not be counted in two ways.", answer)
    if node.value == len(found):
        return verified(answer, "Counted by trying, and from the prime factorization.")
    return refuted(answer, f"It has {len(found)} factors.")


def judge_next_terms(problem: Problem, text: str) -> AnswerJudgement:
    """The terms that follow by the rule, in order; the rule holds for the terms given."""
    assert problem.target is not None and problem.variable is not None
    parts = [part.strip() for part in re.split(r",|\band\b", text.strip(" .[]{}")) if part.strip()]
    claimed = [_number_of(part) for part in parts]
    known = [one for one in claimed if one is not None]
    if len(known) != len(claimed) or len(claimed) != problem.rank:
        return unchecked(f"The question asks for {problem.rank} terms.")
    answer = Answer(text.strip(), ", ".join(map(to_plain, known)))
    for place, item in enumerate((*problem.items, *known), start=1):
        at = substitute(problem.target, {problem.variable: number(Fraction(place))})
        outcome = identity(at, item).outcome
        if outcome is Outcome.REFUTED and place > len(problem.items):
            return refuted(answer, f"Term {place} is another.")
        if outcome is not Outcome.PROVED or not recount.agree(
            recount.value(at), recount.value(item)
        ):
            return unchecked("The formula could not be proved for the terms.", answer)
    return verified(answer, "Proved by the rule of the terms given, and recounted.")


def _number_of(text: str) -> Expr | None:
    try:
        node = read(text)
    except ReadError:
        return None
    return node if isinstance(node, Expr) and not variables(node) else None


def divisors(n: int) -> list[int]:
    """All positive divisors, by trying up to the root."""
    small = [d for d in range(1, isqrt(n) + 1) if n % d == 0]
    return sorted({*small, *(n // d for d in small)})


def _count_of(n: int) -> int:
    from flint import fmpz

    return prod(int(k) + 1 for _, k in fmpz(n).factor())


def _judge_primes(
    expr: Expr, primes: list[int], rest: int, product: Expr, answer: Answer
) -> AnswerJudgement:
    prime = [is_prime(p) for p in primes]
    if False in prime:
        return refuted(answer, f"{primes[prime.index(False)]} is not prime.")
    if rest != 1:
        return refuted(answer, "A prime factor is missing.")
    if sorted(set(primes)) != primes:
        return unchecked("Name each prime once, in ascending order.", answer)
    if None in prime or identity(expr, product).outcome is not Outcome.PROVED:
        return unchecked("That all of them are prime could not be proved.", answer)
    return verified(answer, "The primes multiply to the number; each was proved to be prime.")
