"""Where a formula has a value: its domain, said as one inequality.

``the domain of sqrt(x - 3)`` is ``Solve x - 3 >= 0 for x``. What must not be 0 goes below, squared,
so that it leaves the sign as it is: ``sqrt(x + 1)/(x - 3)`` has a value where
``(x + 1)/(x - 3)^2 >= 0``, and ``1/(x - 2)`` where ``(x - 2)^2 > 0``. Two inequalities stay unread.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import reduce
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.readers.school.formulas import FIND, FUNCTION, TOLD, body, matched
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Call,
    Constant,
    Div,
    Expr,
    Log,
    Mul,
    Neg,
    Number,
    Pow,
    Root,
    Sub,
    Symbol,
)

_DOMAIN: Final = (
    r"(?:the\s+)?(?:(?:natural|largest|largest\s+possible|maximal|implied|possible|real)\s+)?domain"
)
_DEFINED: Final = r"(?:defined|well\s+defined|real|well-defined)"
_VALUES: Final = r"(?:(?:the|all|real)\s+)*(?:values?\s+of\s+)?(?P<v>[a-z])"
_FOR: Final = rf"(?:for|at)\s+(?:what|which)\s+{_VALUES}"
_ASKED: Final = (
    rf"{FIND}{_DOMAIN}\s+(?:of|for)\s+{FUNCTION}",
    rf"{TOLD}{FIND}(?:the\s+|its\s+|(?:natural|largest\s+possible)\s+)*domain"
    r"(?:\s+of\s+(?P<g>[a-z])(?:\([a-z]\))?)?",
    rf"{_FOR}\s+(?:is|does)\s+{FUNCTION}\s+(?:{_DEFINED}|exist|make\s+sense|have\s+a\s+"
    r"real\s+value)",
    rf"(?:what|which)\s+{_VALUES}\s+(?:are|is)\s+(?:allowed|permitted|possible)\s+(?:in|for)\s+"
    rf"{FUNCTION}",
)
_NOT_ASKED: Final = (
    rf"{_FOR}\s+(?:is|are)\s+{FUNCTION}\s+(?:undefined|not\s+defined)",
    rf"(?:find|what\s+is|state|give)\s+{_VALUES}\s+(?:for\s+which|where|that\s+makes?)"
    rf"\s+{FUNCTION}\s+"
    r"(?:is\s+)?(?:undefined|not\s+defined)",
)
_TOTAL: Final = frozenset({"sin", "cos", "arctan", "exp", "abs", "sinh", "cosh", "tanh"})


@dataclass(slots=True)
class _Needs:
    """What must be at least 0, more than 0, and other than 0."""

    at_least: list[Expr] = field(default_factory=list)
    above: list[Expr] = field(default_factory=list)
    nonzero: list[Expr] = field(default_factory=list)

    def of(self, node: Expr) -> bool:
        """Collects what a formula needs; False where that is not known."""
        if isinstance(node, Number | Symbol | Constant):
            return True
        if isinstance(node, Neg | Abs):
            return self.of(node.arg)
        if isinstance(node, Add | Sub | Mul):
            return self.of(node.left) and self.of(node.right)
        if isinstance(node, Div):
            return self.of(node.left) and self.of(node.right) and self._other_than_zero(node.right)
        if isinstance(node, Root):
            return self._root(node)
        if isinstance(node, Pow):
            return self._power(node)
        if isinstance(node, Log):
            return not variables(node.base) and self._positive(node.arg)
        if isinstance(node, Call) and len(node.args) == 1 and not node.primes:
            inner = node.args[0]
            return node.function in _TOTAL and self.of(inner)
        return False

    def _root(self, node: Root) -> bool:
        degree = _rational(node.index)
        if degree is None or degree.denominator != 1 or degree < 2 or not self.of(node.radicand):
            return False
        if degree % 2 == 0 and variables(node.radicand):
            self.at_least.append(node.radicand)
        return True

    def _power(self, node: Pow) -> bool:
        exponent = _rational(node.exponent)
        if exponent is None:
            base = node.base
            fits = isinstance(base, Constant) or (_rational(base) or 0) > 0
            return fits and self.of(node.exponent)
        if exponent.denominator != 1:
            return False
        return self.of(node.base) and (exponent > 0 or self._other_than_zero(node.base))

    def _positive(self, node: Expr) -> bool:
        if isinstance(node, Root):
            return _rational(node.index) == 2 and self._positive(node.radicand)
        if not self.of(node):
            return False
        if variables(node):
            self.above.append(node)
        return True

    def _other_than_zero(self, node: Expr) -> bool:
        if isinstance(node, Root) and node.radicand in self.at_least:
            self.at_least.remove(node.radicand)
            self.above.append(node.radicand)
        elif variables(node):
            self.nonzero.append(node)
        else:
            return bool(recount.value(node) != 0)
        return True


def _rational(node: Expr) -> Fraction | None:
    if variables(node):
        return None
    try:
        value = recount.value(node)
    except recount.NotEvaluated:
        return None
    return value if isinstance(value, Fraction) else None


def said_again(text: str) -> str | None:
    """The inequality of a domain, or the equation of the places where a formula has no value."""
    asked = matched(_ASKED, text)
    match = asked or matched(_NOT_ASKED, text)
    found = None if match is None else body(match)
    if match is None or found is None:
        return None
    groups = match.groupdict()
    tree, name = found
    if groups.get("v") not in (None, name) or groups.get("g") not in (None, groups.get("f")):
        return None
    needs = _Needs()
    if not needs.of(tree):
        return None
    return _domain(needs, name) if asked is not None else _without_value(needs, name)


def _domain(needs: _Needs, name: str) -> str | None:
    signs = [*((one, ">=") for one in needs.at_least), *((one, ">") for one in needs.above)]
    signs = list(dict.fromkeys(signs))
    below = _product(needs.nonzero)
    if len(signs) > 1 or (not signs and below is None):
        return None
    if not signs and below is not None:
        return f"Solve {to_plain(_squared(below))} > 0 for {name}"
    (inner, sign) = signs[0]
    whole = inner if below is None else Div(inner, _squared(below))
    return f"Solve {to_plain(whole)} {sign} 0 for {name}"


def _without_value(needs: _Needs, name: str) -> str | None:
    """The places where the only thing that must not be 0 is 0."""
    if needs.at_least or needs.above or len(needs.nonzero) != 1:
        return None
    return f"Solve {to_plain(needs.nonzero[0])} = 0 for {name}"


def _product(factors: list[Expr]) -> Expr | None:
    own = list(dict.fromkeys(factors))
    return reduce(Mul, own) if own else None


def _squared(node: Expr) -> Expr:
    return Pow(node, number(Fraction(2)))
