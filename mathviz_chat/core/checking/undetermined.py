"""Letters that make an equation hold for all values: ``1/(x^2 - 1) = A/(x - 1) + B/(x + 1)``.

The equation claims nothing but that there are such numbers. They are found from values of x and
confirmed as an identity; from then on they are what is given (``x = 1: 1 = 2A``, ``A + B = 0``),
and a line with x is judged for all values (``1 = A(x + 1) + B(x - 1)``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.identities import judge_identity
from mathviz_chat.core.checking.judgement import Judgement
from mathviz_chat.core.checking.roles import Link
from mathviz_chat.core.checking.terms import equation, needs_calculus
from mathviz_chat.core.kernel import Outcome, evaluate, identity, substitute, variables
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Expr, Number, RelOp, Symbol
from mathviz_chat.core.verdict import Relation, Role, Verdict

TO_BE_FOUND: Final = "This sets up the letters that are to be found; the lines after it are judged."
_LETTER: Final = re.compile(r"[A-Z](?:_?\d)?")
_MAX_LETTERS: Final = 5
_SAMPLES: Final = [Fraction(one, 7) for one in (17, 24, -11, 30, -19, 38, 45, -27, 53)]


def begin_undetermined(facts: Facts, chain: Chain) -> bool:
    """Take note of an equation in x with capital letters, which some numbers make an identity."""
    if facts.from_question or len(chain.items) != 2 or chain.ops != (RelOp.EQ,):
        return False
    left, right = chain.items
    names = variables(left)
    letters = tuple(name for name in variables(right) if name not in names)
    if len(names) != 1 or names[0] not in variables(right):
        return False
    if not 2 <= len(letters) <= _MAX_LETTERS or not all(map(_LETTER.fullmatch, letters)):
        return False
    if any(name in facts.values or name in facts.unknowns for name in letters):
        return False
    found = _numbers(left, right, names[0], letters)
    if found is None or identity(left, substitute(right, found)).outcome is not Outcome.PROVED:
        return False
    facts.undetermined = found
    facts.given, facts.unknowns = (), ()
    for name, value in found.items():
        facts.give(equation(Symbol(name), value))
    facts.formula = right
    return True


def judge_undetermined(facts: Facts, link: Link) -> Judgement | None:
    """A line with x and some of the letters, which is to hold for all x; None for other lines."""
    found = facts.undetermined
    if link.op is not RelOp.EQ or not set(link.names) & found.keys():
        return None
    if not set(link.names) - found.keys():
        return None
    left, right = (substitute(side, found) for side in (link.left, link.right))
    judged = judge_identity(left, right)
    said = ", ".join(f"{name} = {to_plain(value)}" for name, value in found.items())
    if judged.verdict is Verdict.PROVED:
        reason = f"It holds for all values with {said}."
        return replace(judged, reason=reason, relation=Relation.ONLY_IMPLIED, role=Role.CONDITION)
    if judged.verdict is Verdict.REFUTED:
        return replace(judged, reason=f"With {said}: {judged.reason}", role=Role.CONDITION)
    return judged


def names_form(question: str | None, link: Link) -> bool:
    """``x^2 + 6x + 11 = (x + a)^2 + b``, with letters that the question names beside its own:
    ``in the form (x + a)^2 + b``."""
    own, new = set(link.left_names), set(link.right_names) - set(link.left_names)
    if not own or not own < set(link.right_names) or needs_calculus(link.left):
        return False
    said = {name for name in new if re.search(rf"(?<![A-Za-z]){name}(?![A-Za-z])", question or "")}
    return bool(new) and new == said


def _numbers(
    left: Expr, right: Expr, variable: str, letters: Sequence[str]
) -> dict[str, Expr] | None:
    """The numbers for which both sides agree at the samples, where the right side is linear."""
    rows: list[list[Fraction]] = []
    for sample in _SAMPLES:
        here: dict[str, Expr] = {variable: Number(sample)}
        zero: dict[str, Expr] = {name: Number(Fraction(0)) for name in letters}
        values = [_value(substitute(left, here)), _value(substitute(right, here | zero))]
        for name in letters:
            one = here | zero | {name: Number(Fraction(1))}
            values.append(_value(substitute(right, one)))
        known = [value for value in values if value is not None]
        if len(known) == len(values):
            rows.append([value - known[1] for value in known[2:]] + [known[0] - known[1]])
    solution = _solve(rows, len(letters))
    if solution is None:
        return None
    return {name: number(value) for name, value in zip(letters, solution, strict=True)}


def _value(expr: Expr) -> Fraction | None:
    value = evaluate(expr)
    return None if value is None else value.rational


def _solve(rows: list[list[Fraction]], size: int) -> list[Fraction] | None:
    """The one solution of a linear system, by elimination; None where there are others."""
    for column in range(size):
        pivot = next((row for row in rows[column:] if row[column]), None)
        if pivot is None:
            return None
        rows.remove(pivot)
        pivot = [value / pivot[column] for value in pivot]
        rows = [
            [value - row[column] * one for value, one in zip(row, pivot, strict=True)]
            for row in rows
        ]
        rows.insert(column, pivot)
    return [row[-1] for row in rows[:size]]
