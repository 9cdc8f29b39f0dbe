"""The values that a formula takes: its range over all real numbers, said as one inequality in y.

A quadratic takes the value y where its discriminant with y is not negative, ``a sin(...) + d``
where ``|y - d| <= |a|``, ``a sqrt(...) + d`` where ``(y - d)/a >= 0``. A domain that is told leaves
the question unread.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import polynomial, recount
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.readers.school.formulas import FIND, FUNCTION, TOLD, body, matched
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Call,
    Const,
    Constant,
    Div,
    Expr,
    Mul,
    Neg,
    Pow,
    Root,
    Sub,
)

_ASKED: Final = (
    rf"{FIND}(?:the\s+)?(?:range|image)\s+(?:of|for)\s+{FUNCTION}",
    rf"{TOLD}{FIND}(?:the\s+|its\s+)*range(?:\s+of\s+(?P<g>[a-z])(?:\([a-z]\))?)?",
)


def said_again(text: str) -> str | None:
    """The inequality in y of a range; None for formulas whose range is not known by a rule."""
    match = matched(_ASKED, text)
    found = None if match is None else body(match)
    if match is None or found is None:
        return None
    if match.groupdict().get("g") not in (None, match["f"]):
        return None
    tree, name = found
    if name == "y":
        return None
    return _quadratic(tree, name) or _moved(tree, name)


def _quadratic(tree: Expr, name: str) -> str | None:
    found = polynomial.of_expression(tree, name)
    if found is None or len(found) != 3:
        return None
    c, b, a = (to_plain(number(one)) for one in found)
    return f"Solve ({b})^2 - 4*({a})*({c} - y) >= 0 for y"


def _moved(tree: Expr, name: str) -> str | None:
    """``a g + d`` for a function g whose range is known, a and d rational."""
    inner, scale, added = _parted(tree)
    kind = _kind(inner, name)
    if kind is None or not scale:
        return None
    from_zero = f"y {'-' if added > 0 else '+'} {to_plain(number(abs(added)))}" if added else "y"
    if kind == "wave":
        return f"Solve |{from_zero}| <= {to_plain(number(abs(scale)))} for y"
    if kind == "other than 0":
        return f"Solve ({from_zero})^2 > 0 for y"
    sign = ">=" if kind == "at least 0" else ">"
    if abs(scale) == 1:
        return f"Solve {'-' if scale < 0 else ''}({from_zero}) {sign} 0 for y"
    return f"Solve ({from_zero})/({to_plain(number(scale))}) {sign} 0 for y"


def _parted(tree: Expr) -> tuple[Expr, Fraction, Fraction]:
    """A formula as g, a, d with the value ``a g + d``."""
    if isinstance(tree, Neg):
        return _scaled(tree.arg, Fraction(-1), Fraction(0))
    if isinstance(tree, Add | Sub | Mul | Div):
        left, right = _rational(tree.left), _rational(tree.right)
        if isinstance(tree, Add) and (left is None) != (right is None):
            return _scaled(tree.left if left is None else tree.right, Fraction(1), left or right)
        if isinstance(tree, Sub) and right is not None:
            return _scaled(tree.left, Fraction(1), -right)
        if isinstance(tree, Sub) and left is not None:
            return _scaled(tree.right, Fraction(-1), left)
        if isinstance(tree, Mul) and (left is None) != (right is None):
            return _scaled(tree.left if left is None else tree.right, left or right, Fraction(0))
        if isinstance(tree, Div) and right:
            return _scaled(tree.left, 1 / right, Fraction(0))
        if isinstance(tree, Div) and left:
            return Div(number(Fraction(1)), tree.right), left, Fraction(0)
    return tree, Fraction(1), Fraction(0)


def _scaled(
    tree: Expr, scale: Fraction | None, added: Fraction | None
) -> tuple[Expr, Fraction, Fraction]:
    inner, own, more = _parted(tree)
    by = scale or Fraction(0)
    return inner, by * own, by * more + (added or Fraction(0))


def _kind(inner: Expr, name: str) -> str | None:
    if isinstance(inner, Call) and inner.function in ("sin", "cos") and len(inner.args) == 1:
        return "wave" if _is_linear(inner.args[0], name) and not inner.primes else None
    if isinstance(inner, Root):
        even = _rational(inner.index) == 2
        return "at least 0" if even and _is_linear(inner.radicand, name) else None
    if isinstance(inner, Abs):
        return "at least 0" if _is_linear(inner.arg, name) else None
    if isinstance(inner, Pow):
        value = _rational(inner.base)
        fits = inner.base == Constant(Const.E) or (value is not None and value > 0 and value != 1)
        return "above 0" if fits and _is_linear(inner.exponent, name) else None
    if isinstance(inner, Div) and _rational(inner.left) == 1 and _is_linear(inner.right, name):
        return "other than 0"
    return None


def _is_linear(tree: Expr, name: str) -> bool:
    found = polynomial.of_expression(tree, name)
    return found is not None and len(found) == 2


def _rational(tree: Expr) -> Fraction | None:
    if variables(tree):
        return None
    try:
        value = recount.value(tree)
    except recount.NotEvaluated:
        return None
    return value if isinstance(value, Fraction) else None
