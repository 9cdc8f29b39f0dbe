"""Solutions of an inequality as intervals and sets: ``(-2, 3]``, ``{x | x > 3}``, read and written.

``(-2, 3)`` alone may be a point; as the answer to an inequality it is an interval.
"""

from __future__ import annotations

import math
import re
from typing import Final

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.problem import Notation, Problem
from mathviz_chat.core.reading import read, to_plain
from mathviz_chat.core.reading.tree import (
    Chain,
    Const,
    Constant,
    Interval,
    Neg,
    Node,
    Or,
    RelOp,
    SetOf,
    Statement,
    Symbol,
    Truth,
)

NOTHING: Final = "∅"
_REALS: Final = r"(?:\\mathbb\s*\{\s*R\s*\}|\\mathbb\s+R|ℝ|R|reals?|real\s+numbers?)"
_AMONG_REALS: Final = re.compile(
    rf"(?<=[A-Za-z])\s*(?:∈|\\in\b|\bin\b|is\s+an?)\s*{_REALS}\s*(?=[|:,]|\\mid\b|\\vert\b|such)",
)
_ALL_REALS: Final = re.compile(rf"\s*(?:[A-Za-z]\s*(?:∈|\\in\b|\bin\b)\s*)?{_REALS}\s*")
_NONE: Final = re.compile(
    r"∅|\\(?:emptyset|varnothing)|\{\s*\}|(?:there\s+(?:is|are)\s+)?(?:no\s+(?:real\s+)?solutions?|none)\.?",
    re.IGNORECASE,
)
_UNION: Final = re.compile(r"(?<=[)\]}\[])\s*(?:U|u|or|\\cup|∪)\s*(?=[(\[\]{])")
_SUCH_THAT: Final = re.compile(r"\s*(?:such\s+that|\\mid\b|\\vert\b|:)\s*")
_BUILDERS: Final = re.compile(r"\s*\\?\{\s*([A-Za-z])\s*\|([^{}]*?)\\?\}\s*")
_SETS: Final = re.compile(r"\s*(?:∪|\bor\b)\s*(?=\\?\{)")
_OPPOSITE: Final = {RelOp.LT: RelOp.GT, RelOp.LE: RelOp.GE, RelOp.GT: RelOp.LT, RelOp.GE: RelOp.LE}


def plain(text: str) -> str:
    """``(-oo, 2) U (3, oo)`` and ``{x in R | x > 3}`` as the reader of formulas has them."""
    if _ALL_REALS.fullmatch(text):
        return "(-oo, oo)"
    text = _UNION.sub(" ∪ ", _AMONG_REALS.sub("", text))
    if "{" not in text:
        return text
    pieces = _SETS.split(_SUCH_THAT.sub(" | ", text))
    built = [_BUILDERS.fullmatch(piece) for piece in pieces]
    told = [f"({one[2].strip()})" for one in built if one is not None]
    same = len({one[1] for one in built if one is not None}) == 1
    if len(told) < len(pieces) or not same:
        return text
    return " or ".join(told) if len(told) > 1 else told[0][1:-1]


def is_in(notation: Notation, text: str) -> bool:
    """Whether an answer that is right is written in the notation that is asked for."""
    if _NONE.fullmatch(text.strip()) or _ALL_REALS.fullmatch(text):
        return True
    if notation is Notation.SET:
        return "{" in text
    return re.search(r"[(\[\]].*[,;].*[)\]\[]|\{[^|:]*\}", text) is not None


def shown(answer: str, problem: Problem) -> str | None:
    """An answer in plain notation, ``-2 < x < 3``, in the notation that the problem asks for."""
    unknown = problem.variable or problem.unknowns[0]
    node = read(answer, variables=(unknown,))
    if problem.notation is None or not isinstance(node, Statement):
        return None
    return written(node, unknown, problem.notation)


def written(claimed: Statement, unknown: str, notation: Notation) -> str | None:
    """``-2 < x <= 3`` as ``(-2, 3]`` or ``{x | -2 < x <= 3}``; None where it is no such thing."""
    if isinstance(claimed, Truth):
        return NOTHING if not claimed.value else "ℝ" if notation is Notation.SET else "(-∞, ∞)"
    if notation is Notation.SET:
        return f"{{{unknown} | {to_plain(claimed)}}}"
    pieces = claimed.items if isinstance(claimed, Or) else (claimed,)
    found = [_pieces(piece, Symbol(unknown)) for piece in pieces]
    if any(not each for each in found):
        return None
    each = sorted((one for some in found for one in some), key=_start)
    return " ∪ ".join(map(_piece, each)).replace("oo", "∞")


def _piece(one: Interval | SetOf) -> str:
    """``(-2, 3)``, which elsewhere is a point: here it can only be an interval."""
    if isinstance(one, SetOf):
        return to_plain(one)
    brackets = "(["[one.lower_closed], ")]"[one.upper_closed]
    return f"{brackets[0]}{to_plain(one.lower)}, {to_plain(one.upper)}{brackets[1]}"


_INFINITY: Final = Constant(Const.INFINITY)


def _pieces(piece: Node, unknown: Symbol) -> tuple[Interval | SetOf, ...]:
    if not isinstance(piece, Chain):
        return ()
    if len(piece.items) == 3:
        lower, middle, upper = piece.items
        rising = all(op in (RelOp.LT, RelOp.LE) for op in piece.ops)
        if middle != unknown or not rising:
            return ()
        closed = [op is RelOp.LE for op in piece.ops]
        return (Interval(lower, upper, closed[0], closed[1]),)
    left, right = piece.items
    (op,) = piece.ops
    if right == unknown:
        left, right, op = right, left, _OPPOSITE.get(op, op)
    if left != unknown:
        return ()
    if op is RelOp.EQ:
        return (SetOf((right,)),)
    below = Interval(Neg(_INFINITY), right, False, op is RelOp.LE)
    above = Interval(right, _INFINITY, op is RelOp.GE, False)
    if op is RelOp.NE:
        return (below, above)
    return (below,) if op in (RelOp.LT, RelOp.LE) else (above,)


def _start(piece: Interval | SetOf) -> float:
    """Where a piece begins; the pieces of a line are told in this order."""
    lower = piece.lower if isinstance(piece, Interval) else piece.items[0]
    if lower == Neg(_INFINITY):
        return -math.inf
    return float(recount.real(recount.value(lower)))
