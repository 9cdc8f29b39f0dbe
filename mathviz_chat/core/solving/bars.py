"""Inequalities with absolute values: the bars alone on one side, then what they say.

``|u| < v`` says ``-v < u < v`` and ``|u| > v`` says ``u < -v or u > v``, whatever the sign of v;
``|u| < |v|`` says that the squares compare so.
"""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.kernel import Outcome, holds, variables
from mathviz_chat.core.reading import read
from mathviz_chat.core.reading.tree import Abs, Chain, Expr, Neg, Or, Pow, RelOp, Symbol
from mathviz_chat.core.reading.walking import transform, walk
from mathviz_chat.core.solving import build, monomials
from mathviz_chat.core.solving.linear import FLIPPED
from mathviz_chat.core.solving.lines import BRIEF, Lines
from mathviz_chat.core.solving.substituted import letter_beside, with_expression


def alone(lines: Lines, inequality: Chain, name: str) -> Chain:
    """``2|x - 1| + 3 < 9`` as ``|x - 1| < 3``, with its lines; others as they are."""
    from mathviz_chat.core.solving.inequality import linear_steps

    bars = {node for node in walk(inequality) if isinstance(node, Abs)}
    if len(bars) != 1 or len(inequality.items) != 2:
        return inequality
    (only,), letter = bars, letter_beside(name)
    plain = transform(inequality, lambda node: Symbol(letter) if node == only else None)
    if variables(plain) != (letter,) or _is_alone(plain, letter):
        return inequality
    own = Lines()
    linear_steps(own, plain, letter)
    if not own.lines:
        return inequality
    lines.lines += (with_expression(line, letter, only) for line in own.lines)
    last = read(own.lines[-1].claim, variables=(letter,))
    assert isinstance(last, Chain)
    return transform(last, lambda node: only if node == Symbol(letter) else None)


def _is_alone(plain: Chain, letter: str) -> bool:
    return any(item == Symbol(letter) for item in plain.items)


def below_zero(lines: Lines, inequality: Chain) -> None:
    """``|x| < -2``: why no value, or every value, fulfils it."""
    for bound in inequality.items:
        claim = Chain((bound, build.ZERO), (RelOp.LT,))
        if not variables(bound) and holds(claim, {}).outcome is Outcome.PROVED:
            why = "An absolute value is never negative."
            lines.step("Look at the sign of the other side", claim, level=BRIEF, why=why)


def split(lines: Lines, inequality: Chain, name: str) -> None:
    """What the bars say, where that is no matter of two numbers alone."""
    if len(inequality.items) != 2 or inequality.ops[0] not in FLIPPED:
        return
    (left, right), (op,) = inequality.items, inequality.ops
    if isinstance(left, Abs) and isinstance(right, Abs):
        _squared(lines, inequality, left.arg, right.arg, name)
        return
    if isinstance(right, Abs):
        left, right, op = right, left, FLIPPED[op]
    if not isinstance(left, Abs) or any(isinstance(node, Abs) for node in walk(right)):
        return
    opposite = _opposite(right, name)
    if op in (RelOp.LT, RelOp.LE):
        claim: Chain | Or = Chain((opposite, left.arg, right), (op, op))
        rule = "What stands between the bars lies between the other side and its opposite"
    else:
        claim = Or((Chain((left.arg, opposite), (FLIPPED[op],)), Chain((left.arg, right), (op,))))
        rule = "What stands between the bars lies beyond the other side or its opposite"
    lines.step(rule, claim, level=BRIEF, before=inequality)
    _each(lines, claim, name)


def _opposite(expr: Expr, name: str) -> Expr:
    terms = monomials.expanded(expr, name)
    if terms is None:
        return Neg(expr)
    return monomials.tree(monomials.scaled(monomials.collected(terms), Fraction(-1)), name)


def _each(lines: Lines, claim: Chain | Or, name: str) -> None:
    """Both inequalities solved on one line, where they are linear and joined by "or"."""
    from mathviz_chat.core.solving.inequality import linear_steps

    if not isinstance(claim, Or):
        return
    ends = []
    for part in claim.items:
        own = Lines()
        assert isinstance(part, Chain)
        linear_steps(own, part, name)
        if own.lines:
            ends.append(read(own.lines[-1].claim, variables=(name,)))
    solved = [end for end in ends if isinstance(end, Chain) and end.items[0] == Symbol(name)]
    if len(solved) == len(claim.items):
        lines.step("Solve each inequality", Or(tuple(solved)), before=claim)


def _squared(lines: Lines, inequality: Chain, left: Expr, right: Expr, name: str) -> None:
    """``|x - 3| < |x + 1|`` as ``(x - 3)^2 < (x + 1)^2``."""
    from mathviz_chat.core.solving.inequality import linear_steps

    squares = Chain((Pow(left, build.TWO), Pow(right, build.TWO)), inequality.ops)
    why = "Neither side is negative, so that the squares are ordered as the sides are."
    lines.step("Square both sides", squares, level=BRIEF, before=inequality, why=why)
    linear_steps(lines, squares, name)
