"""Word problems: the formula or the unknown is chosen, then one quantity is found after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby, pairwise
from typing import Final

from mathviz_chat.core.kernel import approximately, evaluate, substitute, variables
from mathviz_chat.core.kernel.decision import Outcome
from mathviz_chat.core.problems import only_root, polynomial, recount
from mathviz_chat.core.problems.judging.planned import labelled, shown, solved
from mathviz_chat.core.problems.judging.solutions import claimed_values
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.units import CURRENCIES
from mathviz_chat.core.reading import read, to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Chain,
    Const,
    Constant,
    Div,
    Expr,
    Mul,
    Neg,
    Node,
    Number,
    Pow,
    RelOp,
    Root,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import map_children, transform
from mathviz_chat.core.solving import arithmetic, build, equation, exact_values, surds, system
from mathviz_chat.core.solving.lines import BRIEF, FINE, NORMAL, Line, Lines
from mathviz_chat.core.verdict import StepKind

MONEY_PLACES = 2
MOST_OPERATIONS: Final = 16
"""Of a formula with more lines, how each single operation is done is left out."""


def solve(problem: Problem) -> Lines | None:
    """The lines of the plan, each with its numbers put in and its value."""
    plan = problem.plan
    if plan is None:
        return None
    lines = Lines()
    for rule, chosen in plan.setup:
        lines.setup(rule, chosen)
    unknowns = _unknowns(lines, problem)
    if unknowns is None:
        return None
    found = dict(unknowns)
    last = plan.work[-1] if plan.work else None
    used = () if last is None else variables(last.expression)  # the last line says its numbers
    for work in plan.work:
        expression = substitute(work.expression, found)
        if isinstance(expression, Chain):
            lines.step(work.rule, expression, level=NORMAL, why=work.why)
            continue
        result = worked_out(expression, decimals=plan.decimals)
        level = BRIEF if work is last or work.name in used else NORMAL
        if expression != result:
            _fine(lines, expression)
            claim = build.equals(expression, result)
            lines.step(work.rule, claim, level=level, why=work.why, before=expression, after=result)
        found[work.name] = result
    return _finish(lines, problem, found)


def _unknowns(lines: Lines, problem: Problem) -> dict[str, Expr] | None:
    """The lines that solve the equations which the plan has written; their values."""
    if not problem.conditions:
        return {}
    values = solved(problem)
    if values is None or problem.plan is None:
        return None
    written = sum(rule == "Write the equation" for rule, _ in problem.plan.setup)
    if not written:
        return values
    equations = only_root.equations(problem.conditions)
    if len(equations) == 1:
        own = _one_unknown(problem, equations[0], values)
    else:
        asked = Problem(Kind.SYSTEM, problem.form, "", tuple(values), problem.conditions)
        own = system.solve(asked)
    if own is not None:
        lines.lines += own.lines
    return values if own is not None else None


def _one_unknown(problem: Problem, condition: Chain, values: dict[str, Expr]) -> Lines | None:
    """One equation; where it has two roots, the restriction that leaves one of them."""
    ((name, value),) = values.items()
    own = equation.solve_equation(condition, name)
    if own is None or own.answer is None:
        return None
    roots = claimed_values(read(own.answer, variables=(name,)), name) or ()
    for root in (one for one in roots if one != value):
        left_out = next(
            (r for r in only_root.restrictions(problem.conditions) if not _allows(r, name, root)),
            None,
        )
        if left_out is None:
            return None
        opposite = Chain(substitute(left_out, {name: root}).items, (_OPPOSITE[left_out.ops[0]],))
        why = f"{name} = {to_plain(root)} does not satisfy {to_plain(left_out)}."
        own.step("Leave out the other root", opposite, level=BRIEF, why=why)
    return own


_OPPOSITE: Final = {
    RelOp.GT: RelOp.LE,
    RelOp.GE: RelOp.LT,
    RelOp.LT: RelOp.GE,
    RelOp.LE: RelOp.GT,
}


def _allows(restriction: Chain, name: str, root: Expr) -> bool:
    value = recount.value(root)
    return isinstance(value, Fraction) and only_root.allows(restriction, name, value)


def _fine(lines: Lines, expression: Expr) -> None:
    """The operations of a formula, those of one kind on one line, where there are several."""
    terms = _terms(expression)
    if len(terms) > 2 and all(map(arithmetic.is_literal, terms)):
        _running_totals(lines, terms)
        return
    own = arithmetic.solve(Problem(Kind.ARITHMETIC, Form.NUMBER, "", expression=expression))
    if own is None or len(own.lines) < 2:
        return
    whole = f"{to_plain(expression)} = "
    short = len(own.lines) <= MOST_OPERATIONS
    for rule, claim, why, before, after in together(
        [line for line in own.lines if short or line.level < FINE]
    ):
        if claim.startswith(whole) and after == own.answer:  # the line of the plan itself
            continue
        lines.lines.append(Line(StepKind.STEP, rule, claim, FINE, why, before, after))


def _terms(expression: Expr) -> list[Expr]:
    if isinstance(expression, Add):
        return [*_terms(expression.left), expression.right]
    return [expression]


def _running_totals(lines: Lines, terms: list[Expr]) -> None:
    """``4 + 8 = 12``, ``12 + 15 = 27``: one number more on each line."""
    total = terms[0]
    for term in terms[1:-1]:
        both = Add(total, term)
        total = worked_out(both, decimals=True)
        claim = build.equals(both, total)
        lines.step(f"Add {to_plain(term)}", claim, level=FINE, before=both, after=total)


_GROUPS: Final = {
    "Raise": "Work out the powers",
    "Multiply": "Work out the products",
    "Add": "Add and subtract",
    "Subtract": "Add and subtract",
}


def _group(line: Line) -> str | None:
    return None if line.level == FINE else _GROUPS.get(line.rule.split()[0])


def together(
    written: Sequence[Line],
) -> Iterator[tuple[str, str, str | None, str | None, str | None]]:
    """Lines of arithmetic with those that follow one another by one rule joined, where each goes on
    from the one before: rule, claim, why, before and after."""
    for group, same in groupby(written, _group):
        run = list(same)
        goes_on = all(one.after == other.before for one, other in pairwise(run))
        if group is None or len(run) < 2 or not goes_on:
            for line in run:
                yield line.rule, line.claim, line.why, line.before, line.after
            continue
        first, last = run[0], run[-1]
        yield group, f"{first.before} = {last.after}", None, first.before, last.after


def _finish(lines: Lines, problem: Problem, found: dict[str, Expr]) -> Lines | None:
    assert problem.plan is not None
    if problem.form is Form.EXPRESSION:
        slope, constant = (surds.value(found[name]) for name in ("m", "k"))
        if slope is None or constant is None:
            return None
        terms = [
            (slope[1] if 1 in slope else Fraction(0), Symbol("x")),
            (constant.get(1, Fraction(0)), None),
        ]
        lines.finish(build.equals(Symbol("y"), build.total(terms)))
        return lines
    if problem.form is Form.CIRCLE:
        h, k = (worked_out(item, decimals=False) for item in problem.items[:2])
        lines.finish(_circle(h, k, found["s"]))
        return lines
    if problem.items:
        values = [
            worked_out(substitute(item, found), decimals=problem.plan.decimals)
            for item in problem.items
        ]
        if problem.unit == ":":
            lines.finish(":".join(map(to_plain, values)))
            return lines
        unit = problem.unit or ""
        each = [shown(problem, _money(problem, one), unit) for one in values]
        parts = ", ".join(labelled(problem, each))
        lines.finish(f"({parts})" if problem.kind is Kind.COORDINATES else parts)
        return lines
    if problem.form is Form.CHOICE:
        lines.finish(problem.labels[0])
        return lines
    if problem.expression is None:
        return None
    named = [work.name for work in problem.plan.work if work.name]
    value = found[named[-1]] if named else None
    if value is None:
        value = worked_out(substitute(problem.expression, found), decimals=problem.plan.decimals)
    if problem.places is not None:
        last = problem.plan.work[-1] if problem.plan.work else None
        done = last.rule if last is not None and substitute(last.expression, found) == value else ""
        value = _rounded(lines, value, problem.places, done)
    if value is None:
        return None
    lines.finish(shown(problem, _money(problem, value), problem.unit or ""))
    return lines


def _circle(h: Expr, k: Expr, square: Expr) -> Chain:
    """``(x - 2)^2 + (y + 1)^2 = 9``; ``x^2`` where a coordinate of the centre is 0."""
    terms: list[Expr] = []
    for name, at in (("x", h), ("y", k)):
        moved: Expr = Symbol(name)
        if isinstance(at, Neg):
            moved = Add(moved, at.arg)
        elif at != Number(Fraction(0)):
            moved = Sub(moved, at)
        terms.append(Pow(moved, build.TWO))
    return build.equals(Add(*terms), square)


def _rounded(lines: Lines, value: Expr, places: int, done: str) -> Expr | None:
    """The value to so many decimals, with a line where that changes it.

    done: what has led to a value that has no line of its own, as it has no simpler exact form.
    """
    exact = recount.value(value)
    exact = exact if isinstance(exact, Fraction) else recount.real(exact)
    scaled = int((2 * abs(exact) * 10**places + 1) / 2) * (1 if exact >= 0 else -1)
    size = Number(Fraction(abs(scaled), 10**places), places or None)
    result: Expr = size if scaled >= 0 else Neg(size)
    if recount.agree(recount.value(value), recount.value(result)):
        return build.decimal(recount.value(result)) or result
    if approximately(value, result, places).outcome is not Outcome.PROVED:
        return None
    named = "a whole number" if places == 0 else f"{places} decimal place{'s' * (places > 1)}"
    claim = Chain((value, result), (RelOp.APPROX,))
    rule = f"{done}, and round to {named}" if done else f"Round to {named}"
    lines.step(rule, claim, level=BRIEF, before=value, after=result)
    return result


def _money(problem: Problem, value: Expr) -> Expr:
    """``$12.50``: amounts that are not whole are written with their cents."""
    if problem.unit not in CURRENCIES or not isinstance(value, Number):
        return value
    cents = value.value * 100
    if value.value.denominator == 1 or cents.denominator != 1:
        return value
    return Number(value.value, MONEY_PLACES)


def worked_out(expression: Expr, *, decimals: bool) -> Expr:
    """The value as a teacher writes it: a decimal or a fraction, a multiple of pi, a surd."""
    try:
        value = recount.value(expression)
    except recount.NotEvaluated:
        return expression
    if isinstance(value, Fraction):
        return (build.decimal(value) if decimals else None) or build.rational(value)
    return (
        _multiple_of_pi(expression, decimals)
        or _power_of_pi(expression)
        or _surd(expression)
        or _exact(expression)
    )


def _surd(expression: Expr) -> Expr | None:
    value = surds.value(transform(expression, _at_known_angle))
    return None if value is None else surds.tree(value)


def _at_known_angle(node: Node) -> Expr | None:
    """``sqrt(3)/2`` for ``cos(30°)``."""
    return exact_values.of(node) if isinstance(node, Call) else None


def _exact(expression: Expr) -> Expr:
    exact = evaluate(expression)
    return expression if exact is None else exact.expr


def _multiple_of_pi(expression: Expr, decimals: bool) -> Expr | None:
    """``25*pi`` for ``pi*5^2``: a polynomial of degree 1 in pi with no constant term."""
    letter = _with_letter(expression)
    if letter == expression:
        return None
    terms = polynomial.of_expression(letter, _PI)
    if terms is None:
        return None
    scales = [k for k, term in enumerate(terms) if term]
    values = [term for term in terms if term]
    if len(values) != 1 or 1 not in (scales[0], len(terms) - 1 - scales[0]):
        return None
    factor = abs(values[0])
    pi = Constant(Const.PI)
    decimal = build.decimal(factor) if decimals else None
    whole = build.times(factor, pi) if factor == 1 or decimal is None else Mul(decimal, pi)
    return whole if values[0] > 0 else Neg(whole)


def _power_of_pi(expression: Expr) -> Expr | None:
    """``1/(2pi)`` for ``50/(100pi)``, ``100pi`` for ``(20pi)^2/(4pi)``."""
    found = _in_pi(expression)
    if found is None or not found[1]:
        return None
    share, k = found
    power = build.power(Constant(Const.PI), abs(k))
    if k > 0:
        return build.times(share, power) if share > 0 else Neg(build.times(-share, power))
    below = build.times(Fraction(share.denominator), power)
    return Div(build.rational(Fraction(share.numerator)), below)


def _in_pi(expression: Expr) -> tuple[Fraction, int] | None:
    """A number and a power of pi, whose product it is; None for anything else."""
    match expression:
        case Constant(Const.PI):
            return Fraction(1), 1
        case Mul(left, right) | Div(left, right):
            first, second = _in_pi(left), _in_pi(right)
            if first is None or second is None:
                return None
            if isinstance(expression, Mul):
                return first[0] * second[0], first[1] + second[1]
            return first[0] / second[0], first[1] - second[1]
        case Pow(base, Number(exponent)) if exponent in (2, 3):
            inner = _in_pi(base)
            return None if inner is None else (inner[0] ** int(exponent), inner[1] * int(exponent))
        case Root(base, Number(index)) if index == 2:
            inner = _in_pi(base)
            if inner is None or inner[1] % 2 or inner[0] < 0:
                return None
            outside, inside = build.square_root(inner[0])
            return (outside, inner[1] // 2) if inside == 1 else None
    value = None if variables(expression) else recount.value(expression)
    return (value, 0) if isinstance(value, Fraction) and value else None


_PI = "p"


def _with_letter(node: Expr) -> Expr:
    if isinstance(node, Constant) and node.const is Const.PI:
        return Symbol(_PI)
    changed: Expr = map_children(node, _with_letter)
    return changed
