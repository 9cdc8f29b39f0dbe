"""Equations that are polynomial in one expression: solved for a letter, which is shown as what it
stands for."""

from __future__ import annotations

import re
from dataclasses import replace

from mathviz_chat.core.kernel import substitute
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.judging.solutions import claimed_values
from mathviz_chat.core.reading import read
from mathviz_chat.core.reading.tree import Chain, Expr
from mathviz_chat.core.solving.linear import NEVER
from mathviz_chat.core.solving.lines import Line, Lines


def letter_beside(name: str) -> str:
    """A letter for the expression, other than the unknown."""
    return "u" if name != "u" else "v"


def solve_for(lines: Lines, equation: Chain, letter: str, expression: Expr) -> tuple[Expr, ...]:
    """The real values of the letter; the lines that lead to them hold the expression instead.

    () where there are none, or where they cannot be written.
    """
    from mathviz_chat.core.solving.equation import solve_equation

    solved = solve_equation(equation, letter)
    if solved is None or solved.answer is None:
        return ()
    lines.lines += (with_expression(line, letter, expression) for line in solved.lines)
    if solved.answer == NEVER:
        return ()
    return claimed_values(read(solved.answer, variables=(letter,)), letter) or ()


def with_expression(line: Line, letter: str, expression: Expr) -> Line:
    """A line about the letter as one about the expression that it stands for."""
    own = Lines()
    claim = substitute(read(line.claim, variables=(letter,)), {letter: expression})
    before = None if line.before is None else read(line.before, variables=(letter,))
    own.step(
        line.rule,
        claim,
        level=line.level,
        why=None if line.why is None else line.why.partition(" The complex solutions")[0],
        before=None if before is None else substitute(before, {letter: expression}),
    )
    shown = slots.spelled(expression)
    rule = re.sub(rf"(?<![A-Za-z]){letter}(?![A-Za-z])", lambda _: shown, line.rule)
    return replace(own.lines[0], rule=rule)
