"""Steps between random equations in several letters: what is proved holds at points put in."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction

import pytest

from mathviz_chat.core.kernel import Outcome, compare_conditions, holds, substitute, variables
from mathviz_chat.core.kernel.build import number, relation
from mathviz_chat.core.kernel.limits import Declined
from mathviz_chat.core.kernel.solving import solve
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Div,
    Expr,
    Mul,
    Pow,
    RelOp,
    Root,
    Statement,
    Sub,
    Symbol,
)
from mathviz_chat.core.verdict import Relation

LETTERS = [Symbol(name) for name in "xyab"]
BOTH_WAYS = (Relation.SAME, Relation.SAME_IF, Relation.SAME_ROOTS)
TWO = number(2)


def term(source: random.Random, depth: int) -> Expr:
    if depth == 0 or source.random() < 0.3:
        letter = source.random() < 0.7
        return source.choice(LETTERS) if letter else number(source.randint(-4, 5))
    a, b = term(source, depth - 1), term(source, depth - 1)
    forms: list[Expr] = [
        Add(a, b),
        Sub(a, b),
        Mul(a, b),
        Div(a, b),
        Root(a, TWO),
        Abs(a),
        Pow(a, TWO),
    ]
    return source.choice(forms)


def step(source: random.Random, left: Expr, right: Expr) -> tuple[Expr, Expr]:
    """What students do to both sides, right or wrong."""
    extra = term(source, 1)
    steps: list[tuple[Expr, Expr]] = [
        (Add(left, extra), Add(right, extra)),
        (Mul(left, extra), Mul(right, extra)),
        (Div(left, extra), Div(right, extra)),
        (Pow(left, TWO), Pow(right, TWO)),
        (Root(left, TWO), Root(right, TWO)),
        (Sub(left, right), number(0)),
        (Add(left, number(1)), right),
    ]
    if isinstance(left, Mul):
        steps.append((left.left, Div(right, left.right)))
    if isinstance(left, Div):
        steps.append((left.left, Mul(right, left.right)))
    if isinstance(left, Root):
        steps.append((left.radicand, Pow(right, TWO)))
    return source.choice(steps)


def points_on(source: random.Random, statement: Statement, names: list[str]) -> Iterator[Place]:
    """Points with rational coordinates that satisfy the statement."""
    for _ in range(4):
        name = source.choice(names)
        place = {other: Fraction(source.randint(-3, 4)) for other in names if other != name}
        bindings = {other: number(value) for other, value in place.items()}
        try:
            found = solve(substitute(statement, bindings), name)
        except Declined:
            continue
        for point in found.points():
            if point.value is not None:
                yield {**place, name: point.value}


Place = dict[str, Fraction]


def is_true(statement: Statement, place: Place) -> bool:
    bindings = {name: number(value) for name, value in place.items()}
    return holds(statement, bindings).outcome is Outcome.PROVED


@pytest.mark.parametrize("seed", range(60))
def test_what_is_proved_holds_at_points(seed: int) -> None:
    source = random.Random(f"comparison/{seed}")
    for _ in range(6):
        left, right = term(source, 2), term(source, 2)
        before = relation(left, RelOp.EQ, right)
        sides = step(source, left, right)
        after = relation(sides[0], RelOp.EQ, sides[1])
        decision, found = compare_conditions((before,), after, unknowns=("x", "y"))
        names = sorted({*variables(before), *variables(after)})
        if decision.outcome is not Outcome.PROVED or not names:
            continue
        directions = [(before, after), (after, before)] if found in BOTH_WAYS else [(before, after)]
        for given, claimed in directions:
            for place in points_on(source, given, names):
                if all(is_true(condition, place) for condition in decision.conditions):
                    assert not is_true(given, place) or is_true(claimed, place), place
