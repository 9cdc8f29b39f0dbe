"""Lengths of curves, and volumes of revolution about the y-axis or of what lies between two curves.

Each is said as one integral. A region beside one curve that is turned about the y-axis is read
only where it is said to lie under the curve: it may as well be the one between curve and y-axis.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any, Final

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import Outcome, differentiate, identity, variables
from mathviz_chat.core.problems import recount, slots
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.readers.areas import is_above
from mathviz_chat.core.problems.readers.worded.integrals import crossings
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Call,
    Div,
    Expr,
    Integral,
    Number,
    Pow,
    Root,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import map_children, walk

TWO: Final = number(Fraction(2))
_M: Final = slots.MATHS
_N: Final = r"-?(?:\d+(?:/\d+|\.\d+)?)?(?:\s*\*?\s*(?:π|pi|\\pi))?(?:/\d+)?"
_X: Final = r"(?:x\s*=\s*)?"
_LE: Final = r"\s*(?:≤|<=|\\leq?)\s*"
_ENDS: Final = (
    r"(?:,?\s+(?:from|between|on|for|over|with)\s+(?:the\s+interval\s+)?"
    rf"(?:{_X}(?P<l>{_N})\s+(?:to|and)\s+{_X}(?P<h>{_N})|\[\s*(?P<l2>{_N})\s*,\s*(?P<h2>{_N})\s*\]"
    rf"|(?P<l3>{_N}){_LE}x{_LE}(?P<h3>{_N})))"
)
_FIND: Final = (
    r"(?:(?:find|calculate|work\s+out|determine|compute|evaluate|what\s+is|what's)\s+)?(?:the\s+)?"
)
_CURVE: Final = r"(?:(?:the|a|curve|graph|line|parabola|of)\s+)*"
_LENGTH: Final = LazyPattern(
    rf"(?:{_FIND}(?:exact\s+)?(?:arc\s*-?\s*length|length\s+of\s+(?:the\s+)?(?:arc|curve|graph))"
    r"(?:\s+(?:of|the|a|arc|curve|graph|function))*|how\s+long\s+is\s+(?:the\s+)?(?:arc|"
    r"curve|graph)"
    rf"(?:\s+of)?)\s+(?:y|f\(x\))\s*=\s*(?P<e>{_M}){_ENDS}",
    re.IGNORECASE,
)
_BETWEEN: Final = (
    r"(?:(?:the|a)\s+)?(?:finite\s+)?(?:region|area)\s+(?:that\s+is\s+|which\s+is\s+)?(?:between|"
    r"(?:bounded|enclosed)\s+(?:by|between))\s+(?:the\s+)?(?:curves\s+|graphs\s+(?:of\s+)?)?"
    rf"{_CURVE}y\s*=\s*(?P<e>{_M})\s*,?\s+and\s+{_CURVE}y\s*=\s*(?P<g>{_M}){_ENDS}?"
)
_UNDER: Final = (
    r"(?:(?:the|a)\s+)?(?:region|area)\s+(?:under|below|beneath)\s+"
    rf"{_CURVE}y\s*=\s*(?P<e>{_M}){_ENDS}"
)
_AXIS: Final = r"(?:about|around)\s+(?:the\s+)?(?P<axis>[xy])(?:-|\s)?\s?axis"
_TURNED: Final = (
    r"\s*,?\s+(?:(?:is|are|it|that|and|when|if)\s+)*(?:rotated|revolved|turned)\s+"
    r"(?:(?:through\s+)?(?:360\s*(?:°|degrees)|2\s*(?:π|pi)(?:\s+radians)?|a\s+full\s+turn"
    r"|completely)"
    rf"\s+)?{_AXIS}"
)
_VOLUME: Final = (
    r"(?:the\s+)?(?:exact\s+)?volume(?:\s+of\s+(?:the\s+)?(?:solid|revolution)(?:\s+of\s+"
    r"revolution)?)?"
    r"(?:\s+(?:that\s+is\s+)?(?:generated|formed|obtained|produced))?"
)
_VOLUMES: Final = tuple(
    LazyPattern(pattern, re.IGNORECASE)
    for region in (_BETWEEN, _UNDER)
    for pattern in (
        rf"{_FIND}{_VOLUME}\s+(?:when|if|as)\s+{region}{_TURNED}",
        rf"{region}{_TURNED}[.,;]?\s+(?:and\s+)?{_FIND}{_VOLUME}",
        rf"{_FIND}{_VOLUME}\s+(?:by|from)\s+(?:rotating|revolving|turning)"
        rf"\s+{region}\s*,?\s+{_AXIS}",
    )
)


def said_again(text: str) -> str | None:
    """One integral; None where the question is of no such kind."""
    plain = text.replace("$", "")
    match = _LENGTH.fullmatch(plain)
    if match is not None:
        return _length(match)
    found = next((m for one in _VOLUMES if (m := one.fullmatch(plain)) is not None), None)
    return None if found is None else _volume(found)


def _function(text: str | None) -> Expr | None:
    """A formula in x alone."""
    try:
        node = None if text is None else read(text)
    except ReadError:
        return None
    return node if isinstance(node, Expr) and set(variables(node)) <= {"x"} else None


def _ends(match: re.Match[str]) -> tuple[Expr, Expr] | None:
    """The limits, the lower one first."""
    groups = match.groupdict()
    found = [
        next((groups[f"{end}{k}"] for k in ("", 2, 3) if groups[f"{end}{k}"]), None) for end in "lh"
    ]
    low, high = map(_function, found)
    if low is None or high is None or not recount.less(recount.value(low), recount.value(high)):
        return None
    return low, high


def _asked(body: Expr, ends: tuple[Expr, Expr]) -> str:
    low, high = map(to_plain, ends)
    return f"Find the integral of {slots.spelled(body)} from x = {low} to x = {high}"


def _volume(match: re.Match[str]) -> str | None:
    """Discs pi*(y^2 - z^2) about the x-axis, shells 2*pi*x*(y - z) about the y-axis."""
    between = "g" in match.groupdict()
    one, other = _function(match["e"]), _function(match["g"]) if between else number(Fraction(0))
    if one is None or other is None:
        return None
    ends = _ends(match) or (crossings("x", one, other) if between else None)
    if not ends:
        return None
    for top, bottom in ((one, other), (other, one)):
        if is_above(Integral(Sub(top, bottom), "x", *ends)):
            low = Symbol("x") if match["axis"].lower() == "y" else bottom
            return (
                _turned(top, bottom, ends, match["axis"])
                if is_above(Integral(low, "x", *ends))
                else None
            )
    return None


def _turned(top: Expr, bottom: Expr, ends: tuple[Expr, Expr], axis: str) -> str:
    low, high = map(to_plain, ends)
    one, other = f"({to_plain(top)})", f"({to_plain(bottom)})"
    body = f"pi*({one}^2 - {other}^2)" if axis.lower() == "x" else f"2*pi*x*({one} - {other})"
    return f"Find the integral of {body} from x = {low} to x = {high}"


def _length(match: re.Match[str]) -> str | None:
    """The integral of sqrt(1 + (y')^2), the root taken where it can be."""
    curve, ends = _function(match["e"]), _ends(match)
    if curve is None or ends is None or not variables(curve):
        return None
    try:
        square = Add(number(Fraction(1)), Pow(differentiate(curve, "x"), TWO))
    except ValueError:
        return None
    body = _root(square, ends)
    return None if body is None else _asked(body, ends)


def _root(square: Expr, ends: tuple[Expr, Expr]) -> Expr | None:
    """The root of the square, proved to be one and not negative between the limits.

    None where what is left under a root, or between bars, is no polynomial: no rule integrates it.
    """
    plain = Root(square, TWO)
    shorter = symbolic.simplest_form(plain)
    for one in (None if shorter is None else _taken(shorter), shorter, plain):
        if one is None or identity(Pow(one, TWO), square).outcome is not Outcome.PROVED:
            continue
        if _is_never_negative(one) or is_above(Integral(one, "x", *ends)):
            bars = [node for node in walk(one) if isinstance(node, Root | Abs)]
            return None if any(isinstance(n, Call) for bar in bars for n in walk(bar)) else one
    return None


def _is_never_negative(expr: Expr) -> bool:
    """A root, a hyperbolic cosine, or a positive fraction of one."""
    if isinstance(expr, Div) and isinstance(expr.right, Number):
        return _is_never_negative(expr.left)
    return isinstance(expr, Root) or (isinstance(expr, Call) and expr.function == "cosh")


def _taken(expr: Expr) -> Expr:
    """``x^4 + 1`` for ``sqrt(x^8 + 2x^4 + 1)``."""

    def changed(node: Any) -> Any:
        inner = symbolic.factored(node.radicand) if isinstance(node, Root) else None
        if isinstance(inner, Pow) and inner.exponent == TWO:
            return inner.base
        return map_children(node, changed)

    result: Expr = changed(expr)
    return result
