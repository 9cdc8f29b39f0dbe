"""Fine solutions: each line that computes has the operations before it, one a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import read
from mathviz_chat.core.reading.reader import ReadError
from mathviz_chat.core.reading.tree import Chain, Div, Expr, Neg, Number, Percent, RelOp
from mathviz_chat.core.solving import arithmetic, build, by_places
from mathviz_chat.core.solving.arithmetic import is_literal
from mathviz_chat.core.solving.lines import FINE, Line, Lines
from mathviz_chat.core.verdict import StepKind

MOST: Final = 300
"""Longer lines are no computation that is worth its operations."""
_CHECKED: Final = ("Check ", "Try ")
_TRIED: Final = (*_CHECKED, "Put ")
"""Names of lines of which both sides are worked out."""
_RELATIONS: Final = frozenset({RelOp.EQ, RelOp.LT, RelOp.LE, RelOp.GT, RelOp.GE, RelOp.NE})


def with_operations(lines: Sequence[Line]) -> list[Line]:
    """The lines with those of the operations between; what stands somewhere already is left out.

    A line after a fine one has been told in detail by whoever wrote it.
    """
    coarse = {line.claim for line in lines if line.level < FINE}
    told: set[str] = set()
    written: list[Line] = []
    for before, line in zip((None, *lines), lines, strict=False):
        detailed = before is not None and before.level == FINE
        for one in (line,) if detailed else (*_operations(line), line):
            if one.level < FINE or one.claim not in told:
                written.append(one)
            told.add(one.claim)
    return [one for one in written if one.level < FINE or one.claim not in coarse]


def _operations(line: Line) -> Iterator[Line]:
    """The operations of ``8/2 + 3 = 7``; of ``(-3 - 5)(-3 + 2) > 0`` the value of the left side."""
    tried = line.rule.startswith(_TRIED)
    told = line.level < FINE or line.rule.startswith(_CHECKED)
    if line.kind is not StepKind.STEP or len(line.claim) > MOST or not told:
        return
    try:
        claim = read(line.claim)
    except ReadError:
        return
    if not isinstance(claim, Chain) or not _RELATIONS.issuperset(claim.ops) or variables(claim):
        return
    if RelOp.EQ in claim.ops and not tried and not is_literal(claim.items[-1]):
        return
    for item in claim.items:
        yield from _worked(item) if claim.ops == (RelOp.EQ,) else _value(item)
    left, right = claim.items[0], claim.items[-1]
    if isinstance(left, Div) and isinstance(right, Number) and right.places:
        for one in by_places.quotient(left, right):
            yield _fine(one.rule, one.claim, one.why)


def _value(expression: Expr) -> Iterator[Line]:
    """The value of a side that is compared, on one line."""
    if is_literal(expression):
        return
    try:
        value = recount.value(expression)
    except (recount.NotEvaluated, ArithmeticError):
        return
    if isinstance(value, Fraction):
        yield _fine("Work it out", build.equals(expression, build.rational(value)), None)


def _fine(rule: str, claim: Chain, why: str | None) -> Line:
    own = Lines()
    own.step(rule, claim, level=FINE, why=why)
    return own.lines[0]


def _worked(expression: Expr) -> Iterator[Line]:
    """The operations of a side, where it comes to a number that is written out."""
    if is_literal(expression) or isinstance(expression, Percent):
        return
    try:
        own = arithmetic.solve(Problem(Kind.ARITHMETIC, Form.NUMBER, "", expression=expression))
    except (recount.NotEvaluated, ArithmeticError, ValueError):
        return
    answer = None if own is None or own.answer is None else read(own.answer)
    if own is None or not isinstance(answer, Number | Neg | Div) or not is_literal(answer):
        return
    for line in own.lines:
        yield replace(line, level=FINE)
