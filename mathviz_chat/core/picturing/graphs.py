"""Graphs of expressions in one letter, with what is marked on them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.picturing import ranges
from mathviz_chat.core.picturing.curves import sampled
from mathviz_chat.core.picturing.floats import NotDrawn, compiled
from mathviz_chat.core.picturing.picture import Curve, Dot, Picture, Range
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Call, Expr
from mathviz_chat.core.reading.walking import walk

Function: TypeAlias = Callable[[float], float]

_PERIODIC: Final = frozenset({"sin", "cos", "tan", "cot", "sec", "csc"})


def function(expr: Expr, name: str) -> Function:
    """Raises NotDrawn where the expression has other letters."""
    if set(variables(expr)) - {name}:
        raise NotDrawn(to_plain(expr))
    inner = compiled(expr)
    return lambda at: inner({name: at})


def curve(expr: Expr, name: str, x: Range, y: Range, label: str) -> Curve:
    return Curve(label, sampled(function(expr, name), x, y))


def view(marks: Sequence[float], exprs: Sequence[Expr]) -> Range:
    """Where to look: around what is marked; a turn at least where something is periodic."""
    parts = (part for expr in exprs for part in walk(expr))
    if any(isinstance(part, Call) and part.function in _PERIODIC for part in parts):
        low, high = ranges.around(marks) if marks else (0.0, 0.0)
        return (min(low, -ranges.TURN), max(high, ranges.TURN))
    return ranges.around(marks)


def graphs(
    title: str,
    name: str,
    exprs: Sequence[tuple[Expr, str]],
    marks: Sequence[tuple[float, Expr, str]],
    shown: Range | None = None,
) -> Picture:
    """Graphs of expressions in one letter. marks: where, the expression it is on, what to write.

    shown: the part of the axis that the question names; None for what the marks need.
    """
    x = shown or view([at for at, _, _ in marks], [expr for expr, _ in exprs])
    functions = [function(expr, name) for expr, _ in exprs]
    dots = tuple(Dot((at, function(on, name)(at)), label) for at, on, label in marks)
    dots = tuple(dot for dot in dots if not math.isnan(dot.at[1]))
    y = ranges.heights(functions, x, [dot.at[1] for dot in dots])
    curves = tuple(curve(expr, name, x, y, label) for expr, label in exprs)
    return Picture(title, x, y, x_label=name, y_label="", curves=curves, dots=dots)


def short(value: float) -> str:
    return f"{value:.4g}"
