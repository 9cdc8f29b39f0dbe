"""Where a function or its derivative is positive, negative or undefined: certified by the kernel.

Between two neighbouring breaks (zeros, and the ends of where it is defined) a continuous function
keeps its sign, so that one test point a piece decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import (
    Outcome,
    differentiate,
    evaluate,
    holds,
    identity,
    real_solutions,
    substitute,
    variables,
)
from mathviz_chat.core.kernel.domain import restrictions
from mathviz_chat.core.kernel.limits import Declined
from mathviz_chat.core.kernel.preparation import prepare
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.environment import simplified
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.reading.tree import (
    Abs,
    Call,
    Chain,
    Const,
    Constant,
    Div,
    Expr,
    Mul,
    Neg,
    Pow,
    RelOp,
    Root,
)
from mathviz_chat.core.reading.walking import walk

ZERO = number(Fraction(0))
_SMOOTH = ("exp", "sinh", "cosh", "tanh", "arctan")


@dataclass(frozen=True, slots=True)
class Break:
    """A point where the sign may change. exact: None where it is no surd. value: to 30 decimals."""

    exact: Expr
    value: Fraction
    is_zero: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """breaks: ascending. signs: of the pieces between them, one more; None where undefined."""

    variable: str
    breaks: tuple[Break, ...]
    signs: tuple[int | None, ...]
    tests: tuple[Fraction, ...]

    @property
    def zeros(self) -> tuple[Break, ...]:
        """The breaks at which the expression is 0."""
        return tuple(one for one in self.breaks if one.is_zero)

    def around(self, one: Break) -> tuple[int | None, int | None]:
        """The signs before and after a break."""
        place = self.breaks.index(one)
        return self.signs[place], self.signs[place + 1]


def derivative_of(body: Expr, variable: str, order: int) -> Expr | None:
    """The derivative by the rules; None where they do not cover it or it has corners."""
    if any(isinstance(node, Abs) for node in walk(body)) or _has_corner(body):
        return None
    try:
        for _ in range(order):
            body = simplified(differentiate(body, variable))
    except ValueError:
        return None
    return body


def _has_corner(body: Expr) -> bool:
    """Roots and broken powers may have a slope that does not exist where they are 0."""
    for node in walk(body):
        if isinstance(node, Root) and variables(node.radicand):
            return True
        if isinstance(node, Pow) and variables(node.base):
            try:
                exponent = recount.value(node.exponent)
            except recount.NotEvaluated:
                return True
            if not isinstance(exponent, Fraction) or exponent.denominator != 1:
                return True
        if isinstance(node, Call) and node.function not in _SMOOTH:
            return True
    return False


def chart_of(expr: Expr, variable: str, within: Expr) -> Chart | None:
    """The signs of an expression where ``within`` has a value; None where zeros are not found."""
    same_sign = zeros_of(expr, variable)
    if same_sign is None:
        return None
    core, zeros = same_sign
    ends, more = _ends(expr, variable), _ends(within, variable)
    if ends is None or more is None:
        return None
    breaks = {one.value: one for one in (*ends, *more)}
    for one in zeros:
        at = {variable: one.exact}
        if _is_defined(expr, at) and _is_defined(within, at):
            breaks[one.value] = one
    ordered = tuple(breaks[value] for value in sorted(breaks))
    tests = tuple(_between(ordered))
    signs = tuple(
        _sign(core, expr, variable, test) if _is_defined(within, {variable: number(test)}) else None
        for test in tests
    )
    return None if 0 in signs else Chart(variable, ordered, signs, tests)


def zeros_of(expr: Expr, variable: str) -> tuple[Expr, tuple[Break, ...]] | None:
    """A factor of the expression with its zeros and its sign, and the zeros."""
    for core in (expr, without_exponentials(expr)):
        if core is None:
            continue
        if not variables(core):
            return core, ()
        found = real_solutions(Chain((core, ZERO), (RelOp.EQ,)), variable)
        if found is not None and found.is_finite and all(p.exact is not None for p in found.points):
            points = (Break(p.exact, p.decimal, True) for p in found.points if p.exact is not None)
            return core, tuple(points)
    return None


def without_exponentials(expr: Expr) -> Expr | None:
    """The expression over its factors e^u, which are positive; None where it has none.

    SymPy proposes the factors, and the kernel proves that they multiply to the expression.
    """
    factored = symbolic.factored(expr)
    if factored is None:
        return None
    core, exponentials = _split(factored)
    if not exponentials:
        return None
    whole = core
    for one in exponentials:
        whole = Mul(whole, one)
    return core if identity(whole, expr).outcome is Outcome.PROVED else None


def _split(expr: Expr) -> tuple[Expr, list[Expr]]:
    if isinstance(expr, Neg):
        core, found = _split(expr.arg)
        return Neg(core), found
    if isinstance(expr, Mul):
        left, right = _split(expr.left), _split(expr.right)
        return Mul(left[0], right[0]), left[1] + right[1]
    if isinstance(expr, Div):
        above, below = _split(expr.left), _split(expr.right)
        core = above[0] if below[0] == number(Fraction(1)) else Div(above[0], below[0])
        return core, above[1] + [Div(number(Fraction(1)), one) for one in below[1]]
    if isinstance(expr, Pow) and expr.base == Constant(Const.E):
        return number(Fraction(1)), [expr]
    return expr, []


def _ends(expr: Expr, variable: str) -> list[Break] | None:
    """The points at which something that the expression needs is 0."""
    found: list[Break] = []
    try:
        made = list(restrictions(prepare(expr)))
    except Declined:
        return None
    for one in made:
        if variable not in variables(one.expr):
            continue
        zeros = zeros_of(one.expr, variable)
        if zeros is None:
            return None
        found += [Break(zero.exact, zero.value, False) for zero in zeros[1]]
    return found


def _between(breaks: tuple[Break, ...]) -> list[Fraction]:
    """A rational number before, between and after the breaks; whole numbers where there are any."""
    if not breaks:
        return [Fraction(0)]
    inner = [_simple(a.value, b.value) for a, b in pairwise(breaks)]
    first, last = breaks[0].value, breaks[-1].value
    return [Fraction(first.__floor__() - 1), *inner, Fraction(last.__floor__() + 2)]


def _simple(low: Fraction, high: Fraction) -> Fraction:
    """The number with the smallest denominator well between two others."""
    low, high = low + (high - low) / 100, high - (high - low) / 100
    below = 1
    while Fraction((low * below).__floor__() + 1, below) >= high:
        below += 1
    return Fraction((low * below).__floor__() + 1, below)


def _sign(core: Expr, expr: Expr, variable: str, test: Fraction) -> int | None:
    """1, -1, None where it is undefined; 0 where the kernel cannot tell."""
    at = {variable: number(test)}
    if evaluate(substitute(expr, at)) is None and not _is_defined(expr, at):
        return None
    for sign, op in ((1, RelOp.GT), (-1, RelOp.LT)):
        if holds(Chain((core, ZERO), (op,)), at).outcome is Outcome.PROVED:
            return sign
    return 0


def _is_defined(expr: Expr, at: dict[str, Expr]) -> bool:
    try:
        recount.value(substitute(expr, at))
    except recount.NotEvaluated:
        return False
    return True
