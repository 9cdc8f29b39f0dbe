"""What is too large is undecided at once, whatever form it takes."""

from __future__ import annotations

from fractions import Fraction

import pytest

from mathviz_chat.core.kernel import (
    Outcome,
    compare_conditions,
    differentiate,
    evaluate,
    holds,
    identity,
    real_solutions,
)
from mathviz_chat.core.kernel.build import E, number, relation, sqrt
from mathviz_chat.core.reading.tree import (
    Add,
    BigOperator,
    Call,
    Div,
    Expr,
    Factorial,
    Mul,
    Neg,
    Number,
    Pow,
    RelOp,
    Root,
    Sub,
    Symbol,
)

X, Y, Z, K = (Symbol(name) for name in "xyzk")


def nested(depth: int) -> Expr:
    expr: Expr = X
    for _ in range(depth):
        expr = Neg(expr)
    return expr


def many_letters(count: int) -> Expr:
    expr: Expr = number(1)
    for k in range(count):
        expr = Mul(expr, Add(Symbol(f"a{k}"), number(1)))
    return expr


def summed(upper: int, body: Expr) -> Expr:
    return BigOperator("sum", body, "k", number(1), number(upper))


BOMBS: dict[str, Expr] = {
    "9^9^9": Pow(number(9), Pow(number(9), number(9))),
    "a tower of letters": Pow(X, Pow(X, Pow(X, X))),
    "(x + y + z)^1000": Pow(Add(Add(X, Y), Z), number(1000)),
    "1000000!": Factorial(number(1_000_000)),
    "a million digits": Number(Fraction(10**1_000_000)),
    "10,000 signs": nested(10_000),
    "30 letters multiplied": many_letters(30),
    "a tower of exponentials": Pow(E, Pow(E, Pow(E, Pow(E, X)))),
    "a high power": Pow(X, number(10**9)),
    "a long sum": summed(10**9, Pow(X, K)),
    "sums in sums": summed(900, summed(900, Mul(K, X))),
    "a root of high index": Root(number(2), number(10**6)),
    "a small angle": Call("cos", (Div(Pow(number(10), number(9)), number(7)),)),
    "a large binomial": Call("binomial", (number(10**6), number(500_000))),
    "a large square root": sqrt(number((2**521 - 1) * (2**607 - 1))),
    "a large angle": Call("sin", (Pow(number(10), Pow(number(10), number(5))),)),
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
@pytest.mark.timeout(20)
def test_no_question_is_too_large_to_be_answered(bomb: Expr) -> None:
    condition = relation(bomb, RelOp.EQ, Add(bomb, Sub(X, X)))
    identity(bomb, Mul(bomb, number(1)))
    compare_conditions((condition,), relation(X, RelOp.EQ, bomb), unknowns=("x",))
    real_solutions(condition, "x")
    holds(condition, {"x": number(3), "y": number(4), "z": number(5)})
    evaluate(bomb)


@pytest.mark.parametrize(
    "name", ["9^9^9", "1000000!", "a million digits", "10,000 signs", "a long sum"]
)
def test_the_reason_says_so(name: str) -> None:
    bomb = BOMBS[name]
    decision = identity(bomb, number(1))
    assert decision.outcome is Outcome.UNDECIDED
    assert "too large" in decision.reason


def test_a_deep_tree_is_not_differentiated() -> None:
    with pytest.raises(ValueError, match="too large"):
        differentiate(nested(10_000), "x")
