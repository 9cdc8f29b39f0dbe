"""Limits: put in, factor and cancel, the conjugate, L'Hospital's rule, leading terms."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import (
    Outcome,
    differentiate,
    evaluate,
    identity,
    substitute,
    variables,
)
from mathviz_chat.core.problems import polynomial
from mathviz_chat.core.problems.growth import INFINITY, MINUS_INFINITY
from mathviz_chat.core.problems.judging import limits as judging
from mathviz_chat.core.problems.polynomial import Coefficients
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Const,
    Constant,
    Derivative,
    Div,
    Expr,
    Limit,
    Node,
    Pow,
    Symbol,
)
from mathviz_chat.core.reading.walking import transform, walk
from mathviz_chat.core.solving import build, cancelling, values
from mathviz_chat.core.solving.lines import BRIEF, FINE, Lines

_INFINITE: Final = (INFINITY, MINUS_INFINITY)
MAX_ROUNDS: Final = 4


def solve(problem: Problem) -> Lines | None:
    """The lines that lead to the value, which is found and proved by the judge's rules."""
    limit = problem.target
    assert isinstance(limit, Limit)
    found = judging.value(limit)
    if found is None:
        return None
    lines = Lines()
    if found == judging.NONE:
        _two_sides(lines, limit)
        lines.finish(judging.NONE)
        return lines
    assert isinstance(found, Expr)
    result = found if found in _INFINITE else values.simplest(found)
    if result is None:
        return None
    if limit.point in _INFINITE:
        _at_infinity(lines, limit, result)
    elif result in _INFINITE:
        _infinite(lines, limit, result)
    else:
        _at_point(lines, limit)
    _whole(lines, limit, result)
    lines.finish(result)
    return lines


def _whole(lines: Lines, limit: Limit, result: Expr) -> None:
    """The limit as an equation, where the kernel proves it."""
    if result in _INFINITE:
        return
    if identity(limit, result).outcome is Outcome.PROVED:
        claim = build.equals(limit, result)
        lines.step("The limit", claim, level=BRIEF, before=limit, after=result)


def _two_sides(lines: Lines, limit: Limit) -> None:
    for word, side in (("left", "-"), ("right", "+")):
        one = Limit(limit.body, limit.variable, limit.point, side)
        found = judging.value(one)
        if isinstance(found, Expr):
            value = found if found in _INFINITE else values.simplest(found) or found
            lines.setup(f"From the {word} it tends to", to_plain(value))


def _at_point(lines: Lines, limit: Limit) -> None:
    """Put in; where that is 0/0, cancel a common factor or differentiate above and below."""
    name, point = limit.variable, limit.point
    body = limit.body
    if _put_in(lines, body, name, point):
        return
    lines.setup("Putting the point in gives no value", f"{name} = {to_plain(point)}")
    shorter = symbolic.cancelled(body)
    if shorter is not None and shorter != body:
        same = identity(body, shorter).outcome is Outcome.PROVED
        filled = substitute(shorter, {name: point})
        if same and evaluate(filled) is not None:
            left, right = Limit(body, name, point), Limit(shorter, name, point)
            if identity(left, right).outcome is Outcome.PROVED:
                before = len(lines.lines)
                cancelling.shown(lines, body)
                shown = lines.lines[before:]
                lines.lines[before:] = [replace(line, level=FINE) for line in shown]
                why = "Beside the point the common factor is not 0."
                lines.step("Factor and cancel", build.equals(left, right), why=why)
            _put_in(lines, shorter, name, point)
            return
    _rule_of_lhospital(lines, limit)


def _put_in(lines: Lines, body: Expr, name: str, point: Expr) -> bool:
    filled = substitute(body, {name: point})
    value = values.simplest(filled) if evaluate(filled) is not None else None
    if value is None:
        return False
    if filled != value:
        rule = f"Put in {name} = {to_plain(point)}"
        lines.step(rule, build.equals(filled, value), why="The function is continuous there.")
    return True


def _rule_of_lhospital(lines: Lines, limit: Limit) -> None:
    name, point = limit.variable, limit.point
    body = limit.body
    for _ in range(MAX_ROUNDS):
        if not isinstance(body, Div):
            return
        ends = [substitute(part, {name: point}) for part in (body.left, body.right)]
        if any(values.simplest(end) != build.ZERO for end in ends):
            _put_in(lines, body, name, point)
            return
        for word, end in zip(("Numerator", "Denominator"), ends, strict=True):
            if end != build.ZERO:
                lines.step(f"{word} at the point", build.equals(end, build.ZERO))
        try:
            derived = [values.reduced(differentiate(p, name)) for p in (body.left, body.right)]
        except ValueError:
            return
        for word, part, slope in zip(
            ("numerator", "denominator"), (body.left, body.right), derived, strict=True
        ):
            claim = build.equals(Derivative(part, name), slope)
            lines.step(f"Differentiate the {word}", claim, level=FINE)
        after = Div(*derived)
        left, right = Limit(body, name, point), Limit(after, name, point)
        if identity(left, right).outcome is Outcome.PROVED:
            why = "Both tend to 0: the quotient of the derivatives has the same limit."
            lines.step("L'Hospital's rule", build.equals(left, right), why=why)
        body = after
    return


def _infinite(lines: Lines, limit: Limit, result: Expr) -> None:
    lines.setup("The denominator tends to 0, the numerator does not", to_plain(limit.body))
    sign = "positive" if result == INFINITY else "negative"
    lines.setup("Beside the point the quotient is large", sign)


def _at_infinity(lines: Lines, limit: Limit, result: Expr) -> None:
    if _standard(lines, limit) or _divided(lines, limit):
        return
    lines.setup("Compare the terms that grow fastest", to_plain(limit.body))


def _standard(lines: Lines, limit: Limit) -> bool:
    """``(1 + 2/n)^n``: the limit that e is defined by."""
    name = Symbol(limit.variable)
    if limit.point != INFINITY or not isinstance(limit.body, Pow):
        return False
    match limit.body.base:
        case Add(build.ONE, Div(_, below)) if below == name:
            pass
        case _:
            return False
    known = Limit(Pow(Add(build.ONE, Div(build.ONE, name)), name), limit.variable, INFINITY)
    claim = build.equals(known, Constant(Const.E))
    why = "In the same way (1 + k/n)^n tends to e^k, for every number k."
    lines.step("Use the standard limit", claim, why=why)
    return True


def _divided(lines: Lines, limit: Limit) -> bool:
    """Above and below divided by the highest power below: what is left over x tends to 0."""
    name = limit.variable
    if not isinstance(limit.body, Div):
        return False
    above, below = (polynomial.of_expression(e, name) for e in (limit.body.left, limit.body.right))
    if not above or not below or len(below) < 2 or len(above) > len(below):
        return False
    top = len(below) - 1
    divided = Div(_over_power(above, top, name), _over_power(below, top, name))
    after = Limit(divided, name, limit.point)
    if identity(limit, after).outcome is not Outcome.PROVED:
        return False
    rule = f"Divide above and below by {to_plain(build.power(Symbol(name), top))}"
    why = f"A number over a power of {name} tends to 0."
    lines.step(rule, build.equals(limit, after), before=limit, after=after, why=why)
    _vanishing(lines, limit, divided)
    return True


def _vanishing(lines: Lines, limit: Limit, divided: Div) -> None:
    """Each term over a power of the variable tends to 0; then what is left is worked out."""
    shares = [node for node in walk(divided) if node != divided and _is_share(node, limit.variable)]
    for share in dict.fromkeys(shares):
        claim = build.equals(Limit(share, limit.variable, limit.point), build.ZERO)
        lines.step(f"{to_plain(share)} tends to 0", claim, level=FINE)
    gone = transform(divided, lambda node: build.ZERO if node in shares else None)
    if shares and isinstance(gone, Div):
        value = values.simplest(gone)
        if value is not None:
            lines.step("Put 0 for what tends to 0", build.equals(gone, value))


def _is_share(node: Node, name: str) -> bool:
    """``2/x``, ``3/x^2``."""
    return isinstance(node, Div) and not variables(node.left) and name in variables(node.right)


def _over_power(coefficients: Coefficients, top: int, name: str) -> Expr:
    """``3 + 1/x^2`` for ``3x^2 + 1`` over x^2."""
    terms: list[tuple[Fraction, Expr | None]] = []
    for k, coefficient in reversed(list(enumerate(coefficients))):
        if k == top or not coefficient:
            terms.append((coefficient, None))
            continue
        share = Div(build.rational(abs(coefficient)), build.power(Symbol(name), top - k))
        terms.append((Fraction(1 if coefficient > 0 else -1), share))
    return build.total(terms)
