"""Arithmetic in the order of operations, one operation a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from math import lcm
from typing import Any, Final, TypeAlias

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Call,
    Chain,
    Div,
    Expr,
    Factorial,
    Log,
    Mixed,
    Mul,
    Neg,
    Node,
    Number,
    Percent,
    Pow,
    RepeatingDecimal,
    Root,
    Sub,
)
from mathviz_chat.core.reading.walking import transform, walk
from mathviz_chat.core.solving import (
    angle_sums,
    build,
    by_hand,
    exact_values,
    log_rules,
    numbers,
    remainders,
    surd_steps,
    surds,
    with_constants,
)
from mathviz_chat.core.solving.lines import BRIEF, NORMAL, Lines
from mathviz_chat.core.solving.reasons import ORDER

MAX_STEPS: Final = 60

Path: TypeAlias = tuple[int, ...]

_CHILDREN: Final[dict[type, tuple[str, ...]]] = {
    Add: ("left", "right"),
    Sub: ("left", "right"),
    Mul: ("left", "right"),
    Div: ("left", "right"),
    Pow: ("base", "exponent"),
    Root: ("radicand", "index"),
    Neg: ("arg",),
    Abs: ("arg",),
    Factorial: ("arg",),
    Percent: ("arg",),
}
_RANK: Final[dict[type, int]] = {
    Percent: 0,
    Factorial: 1,
    Abs: 1,
    Root: 1,
    Pow: 1,
    Neg: 2,
    Mul: 3,
    Div: 3,
    Add: 4,
    Sub: 4,
}


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation that can be carried out: where it stands, and what comes of it."""

    path: Path
    depth: int
    rank: int
    rule: str
    result: Expr


def solve(problem: Problem) -> Lines | None:
    """Brackets first, then powers and roots, products and quotients, sums and differences."""
    expr = problem.expression
    assert expr is not None
    lines = Lines()
    if isinstance(expr, Call) and expr.function == "mod" and all(map(is_literal, expr.args)):
        numbers.remainder_found(lines, *expr.args)
        lines.step("Divide with remainder", numbers.divided(*expr.args), level=BRIEF)
        lines.finish(build.rational(recount.value(expr)))
        return lines
    if isinstance(expr, Call) and remainders.is_of_power(expr):
        return remainders.of_power(expr)
    half = angle_sums.half_angle(expr)
    if half is not None:
        return half
    expr = given = _with_known_values(lines, _with_known_angles(lines, expr))
    hand: set[Chain] = set()
    for _ in range(MAX_STEPS):
        operation = _next(expr)
        if operation is None:
            break
        after = _replaced(expr, operation.path, operation.result)
        for line in by_hand.shown(_at(expr, operation.path)):
            before = line.claim.items[0]
            if line.claim in hand:
                continue
            hand.add(line.claim)
            lines.step(line.rule, line.claim, level=line.level, why=line.why, before=before)
        why = ORDER if _goes_first(expr, operation) else None
        level = BRIEF if is_literal(after) else NORMAL
        claim = build.equals(expr, after)
        lines.step(operation.rule, claim, level=level, before=expr, after=after, why=why)
        expr = after
    if not is_literal(expr):
        if problem.expression != given:
            return _as_surd(lines, expr) or _with_constants(lines, expr)
        other = surd_steps.simplify(given) or log_rules.of_numbers(given)
        return other if other is not None else _with_constants(lines, expr)
    lines.finish(expr)
    return lines


def _with_known_angles(lines: Lines, expr: Expr) -> Expr:
    """``sin(75°)`` by the sines and cosines of 45° and 30°."""
    for call in [node for node in walk(expr) if isinstance(node, Call)]:
        for before, after, rule, why in angle_sums.as_sums(call):
            lines.step(rule, build.equals(before, after), before=before, after=after, why=why)
            expr = transform(expr, partial(_instead, before, after))
    return expr


def _with_known_values(lines: Lines, expr: Expr) -> Expr:
    """Sines, logarithms and the like that have an exact value replaced by it, one a line."""
    for node in list(walk(expr)):
        exact = exact_values.of(node) if isinstance(node, Call | Log | Pow) else None
        if exact is None:
            continue
        after = transform(expr, partial(_instead, node, exact))
        if after == expr:  # it stood there twice
            continue
        level = BRIEF if is_literal(after) else NORMAL
        lines.step(_known(node), build.equals(expr, after), level=level, before=expr, after=after)
        expr = after
    return expr


def _instead(node: Node, exact: Expr, one: Node) -> Node | None:
    return exact if one == node else None


def _as_surd(lines: Lines, expr: Expr) -> Lines | None:
    """What is left when functions have their values, as a sum of surds."""
    value = surds.value(expr)
    if value is None:
        return None
    result = _surd(value)
    if result != expr:
        lines.step("Work it out", build.equals(expr, result), level=BRIEF, before=expr)
    lines.finish(result)
    return lines


def _surd(value: surds.Surd) -> Expr:
    """``(sqrt(2) + sqrt(6))/4``: what all terms are divided by stands below them once."""
    below = lcm(*(c.denominator for c in value.values()))
    if len(value) < 2 or below == 1 or (len(value) > 2 and 1 in value):
        return surds.tree(value)
    return Div(surds.tree(surds.scaled(value, Fraction(below))), build.integer(below))


def _with_constants(lines: Lines, expr: Expr) -> Lines | None:
    """What is left where the numbers hold pi or e, which stay as they are."""
    result, rule = with_constants.collected(expr), "Collect the terms"
    if result is None:
        result, rule = with_constants.joined(expr), "Use the laws of exponents"
    if result is None:
        return None
    if result != expr:
        claim = build.equals(expr, result)
        lines.step(rule, claim, level=BRIEF, before=expr, after=result)
    lines.finish(result)
    return lines


def _known(expr: Call | Log | Pow) -> str:
    if isinstance(expr, Pow) and expr.exponent == build.ZERO:
        return "A power with exponent 0 is 1"
    is_call = isinstance(expr, Call)
    return "It is a known value" if is_call else "Use the definition of the logarithm"


def is_literal(expr: Expr) -> bool:
    """A number that is written out: ``5``, ``-2.5``, ``3/4``, ``-3/4``."""
    if isinstance(expr, Neg):
        return is_literal(expr.arg) and not isinstance(expr.arg, Neg)
    if isinstance(expr, Div):
        value = literal_value(expr)
        return value is not None and build.rational(value) == expr
    return isinstance(expr, Number)


def literal_value(expr: Expr) -> Fraction | None:
    """The value of a written number or of a quotient of two whole ones."""
    if isinstance(expr, Number):
        return expr.value
    if isinstance(expr, Neg):
        inner = literal_value(expr.arg)
        return None if inner is None else -inner
    if isinstance(expr, Div) and isinstance(expr.left, Number) and isinstance(expr.right, Number):
        whole = expr.left.value.denominator == expr.right.value.denominator == 1
        return expr.left.value / expr.right.value if whole and expr.right.value else None
    return None


def _next(expr: Expr) -> Operation | None:
    """The operation that comes next: deepest brackets, then rank, then from left to right."""
    if is_literal(expr):
        return None
    found = list(_operations(expr, (), 0))
    return min(found, key=lambda o: (-o.depth, o.rank), default=None)


def _goes_first(expr: Expr, operation: Operation) -> bool:
    """Whether another kind of operation waits for its result: 6^2 in 5 + 3*6^2."""
    sign = isinstance(_at(expr, operation.path), Add | Sub | Mul | Div | Pow)
    if not sign or not operation.path:
        return False
    return _RANK.get(type(_at(expr, operation.path[:-1]))) != operation.rank


def _operations(expr: Expr, path: Path, depth: int) -> Iterator[Operation]:
    if is_literal(expr):
        return
    children = _operands(expr)
    if all(is_literal(child) for child in children):
        carried = _carry_out(expr)
        if carried is not None:
            yield Operation(path, depth, _RANK.get(type(expr), 0), *carried)
        return
    for place, child in enumerate(children):
        inside = depth + _is_bracketed(expr, place, child)
        yield from _operations(child, (*path, place), inside)


def _operands(expr: Expr) -> tuple[Expr, ...]:
    if isinstance(expr, Call):
        return expr.args
    return tuple(getattr(expr, name) for name in _CHILDREN.get(type(expr), ()))


def _is_bracketed(parent: Expr, place: int, child: Expr) -> bool:
    """Whether a child stands in brackets or under a sign that groups, so that it comes first."""
    if isinstance(parent, Abs | Root | Factorial | Call):
        return True
    rank, own = _RANK.get(type(child), 0), _RANK.get(type(parent), 0)
    return rank > own or (rank == own and place == (not isinstance(parent, Pow)) and rank >= 3)


def _carry_out(expr: Expr) -> tuple[str, Expr] | None:
    """The rule and the result of the operation at the top, all operands being numbers."""
    try:
        value = recount.value(expr)
    except recount.NotEvaluated:
        return None
    if not isinstance(value, Fraction):
        return None
    result = _as_written(expr, value)
    if isinstance(expr, Number | RepeatingDecimal | Mixed):
        return ("Write it as a fraction", build.rational(value))
    return _rule(expr), result


def _as_written(expr: Expr, value: Fraction) -> Expr:
    """Decimals stay decimals; a fraction is in lowest terms."""
    if any(_has_decimals(child) for child in _operands(expr)) or isinstance(expr, Percent):
        return build.decimal(value) or build.rational(value)
    return build.rational(value)


def _has_decimals(expr: Expr) -> bool:
    if isinstance(expr, Neg):
        return _has_decimals(expr.arg)
    return isinstance(expr, Number) and bool(expr.places)


def _rule(expr: Expr) -> str:
    parts = [to_plain(child) for child in _operands(expr)]
    match expr:
        case Add():
            return f"Add {parts[0]} and {parts[1]}"
        case Sub():
            return f"Subtract {parts[1]} from {parts[0]}"
        case Mul():
            return f"Multiply {parts[0]} by {parts[1]}"
        case Div():
            return f"Divide {parts[0]} by {parts[1]}"
        case Pow():
            return f"Raise {parts[0]} to the power {parts[1]}"
        case Factorial():
            return f"Work out the factorial of {parts[0]}"
        case Root():
            return f"Take the root of {parts[0]}"
        case Percent():
            return f"Write {parts[0]}% as a decimal"
        case Abs():
            return f"Take the absolute value of {parts[0]}"
        case Call():
            return _NAMES.get(expr.function, "Work it out")
        case _:
            return "Remove the double sign"


_NAMES: Final = {
    "binomial": "Count the choices",
    "gcd": "Find the greatest common divisor",
    "lcm": "Find the least common multiple",
    "mod": "Find the remainder",
}


def _at(expr: Expr, path: Path) -> Expr:
    for place in path:
        expr = _operands(expr)[place]
    return expr


def _replaced(expr: Expr, path: Path, result: Expr) -> Expr:
    if not path:
        return result
    place, *rest = path
    changed: Any = _replaced(_operands(expr)[place], tuple(rest), result)
    if isinstance(expr, Call):
        return replace(expr, args=(*expr.args[:place], changed, *expr.args[place + 1 :]))
    return replace(expr, **{_CHILDREN[type(expr)][place]: changed})
