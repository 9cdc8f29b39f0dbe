"""Derivatives from first principles: the difference quotient, and its limit as h tends to 0."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import substitute
from mathviz_chat.core.problems import multivariate
from mathviz_chat.core.problems.first_principles import METHOD
from mathviz_chat.core.problems.multivariate import Polynomial
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Div, Expr, Limit, Mul, Neg, Pow, Sub, Symbol
from mathviz_chat.core.solving import build, known_limits, values
from mathviz_chat.core.solving.lines import BRIEF, Lines
from mathviz_chat.core.solving.slopes import put_in

_CANCELS: Final = "Each term above has the factor {h}, and {h} is not 0 yet."
_TENDS: Final = "Where nothing is divided by 0 any more, the limit is the value at {h} = 0."


def solve(problem: Problem) -> Lines | None:
    """The derivative of a quotient of polynomials, or of one known function; None for others."""
    body, name = problem.expression, problem.variable
    assert body is not None and name is not None
    lines = Lines()
    derivative = _derivative(lines, body, name) if problem.order == 1 else None
    if derivative is None:
        return None
    lines.finish(derivative)
    return lines


def at_point(problem: Problem) -> Lines | None:
    """The same, then the point put in."""
    body, name, (point,) = problem.target, problem.variable, problem.items
    assert isinstance(body, Expr) and name is not None
    lines = Lines()
    derivative = _derivative(lines, body, name) if problem.order == 1 else None
    if derivative is None:
        return None
    value = put_in(lines, f"Put in {name} = {to_plain(point)}", derivative, name, point)
    if value is None:
        return None
    lines.finish(value)
    return lines


NAMED: Final = {METHOD: solve}
NAMED_AT_POINT: Final = {METHOD: at_point}


@dataclass(frozen=True, slots=True)
class _Step:
    """``x`` and ``x + h``. above, below: of ``f(x)``; moved_above, moved_below: of ``f(x + h)``."""

    x: str
    h: str
    above: Polynomial
    below: Polynomial
    moved_above: Polynomial
    moved_below: Polynomial

    @property
    def names(self) -> tuple[str, str]:
        return self.x, self.h

    def difference(self) -> Polynomial | None:
        """What stands above the common denominator of ``f(x + h) - f(x)``."""
        left = multivariate.times(self.moved_above, self.below)
        right = multivariate.times(self.above, self.moved_below)
        if left is None or right is None:
            return None
        zero = Fraction(0)
        terms = {key: left.get(key, zero) - right.get(key, zero) for key in left | right}
        return {key: size for key, size in terms.items() if size}


def _derivative(lines: Lines, body: Expr, name: str) -> Expr | None:
    whole = _fraction(body, name)
    if whole is None:
        return known_limits.derivative(lines, body, name)
    above, below = whole
    h = "h" if name != "h" else "k"
    further = {name: Add(Symbol(name), Symbol(h))}
    parts = [above, below, substitute(above, further), substitute(below, further)]
    read = [multivariate.of_expression(part, (name, h)) for part in parts]
    known = [poly for poly in read if poly is not None]
    step = _Step(name, h, *known) if len(known) == len(parts) else None
    difference = None if step is None else step.difference()
    if step is None or not difference:
        return None
    lines.setup(
        "Use the definition of the derivative",
        f"f'({name}) = lim({h} -> 0, (f({name} + {h}) - f({name}))/{h})",
    )
    denominator = None if below == build.ONE else Mul(parts[3], below)
    return _limit(lines, Sub(substitute(body, further), body), step, difference, denominator)


def _fraction(body: Expr, name: str) -> tuple[Expr, Expr] | None:
    """Numerator and denominator, both of them polynomials."""
    if multivariate.of_expression(body, (name,)) is not None:
        return body, build.ONE
    together = body if isinstance(body, Div) else symbolic.together(body)
    return (together.left, together.right) if isinstance(together, Div) else None


def _limit(
    lines: Lines, change: Expr, step: _Step, difference: Polynomial, denominator: Expr | None
) -> Expr:
    """The lines from ``f(x + h) - f(x)`` to the derivative."""
    name, h = step.names

    def over(poly: Polynomial) -> Expr:
        above = multivariate.to_tree(poly, step.names)
        return above if denominator is None else _quotient(above, denominator)

    rule = "Expand and collect" if denominator is None else "Write it over one denominator"
    lines.step(f"{rule}: f({name} + {h}) - f({name})", build.equals(change, over(difference)))
    lowered: Polynomial = {(k, n - 1): size for (k, n), size in difference.items()}
    quotient = over(lowered)
    why = _CANCELS.format(h=h)
    claim = build.equals(Div(change, Symbol(h)), quotient)
    lines.step(f"Divide by {h}", claim, level=BRIEF, before=change, after=quotient, why=why)
    still = {key: size for key, size in lowered.items() if key[1] == 0}
    value = multivariate.to_tree(still, step.names) if still else build.ZERO
    if denominator is not None:
        square = Pow(multivariate.to_tree(step.below, step.names), build.TWO)
        value = _quotient(value, square)
        value = min(value, values.reduced(value), key=values.size)
    tends = build.equals(Limit(quotient, h, build.ZERO), value)
    lines.step(f"Let {h} tend to 0", tends, level=BRIEF, after=value, why=_TENDS.format(h=h))
    return value


def _quotient(above: Expr, below: Expr) -> Expr:
    """``-1/x`` for ``(-1)/x``."""
    return Neg(Div(above.arg, below)) if isinstance(above, Neg) else Div(above, below)
