"""Integrals: polynomials term by term by the power rule, others as SymPy proposes them."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.kernel import substitute
from mathviz_chat.core.problems import polynomial, recount
from mathviz_chat.core.problems.judging.integral import antiderivative
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading.tree import Add, Expr, Integral, Sub, Symbol
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import BRIEF, FINE, Lines


def solve(problem: Problem) -> Lines | None:
    """The antiderivative, and for a definite integral its values at the two ends."""
    integral = problem.expression or problem.target
    assert isinstance(integral, Integral)
    body, name = integral.body, integral.variable
    lines = Lines()
    whole = antiderivative(body, name)
    if whole is None:
        whole = _proposed(body, name)
    else:
        _power_rule(lines, body, name)
    if whole is None:
        return None
    constant = Symbol("C" if name != "C" else "K")
    full = Add(whole, constant)
    rule = "Integrate term by term" if lines.lines else "Integrate"
    line = build.equals(Integral(body, name), full)
    why = "The derivative of the right side is the integrand."
    lines.step(rule, line, level=BRIEF, before=Integral(body, name), after=full, why=why)
    if integral.lower is None or integral.upper is None:
        lines.finish(full)
        return lines
    return _between(lines, whole, integral.lower, integral.upper, name)


def _power_rule(lines: Lines, body: Expr, name: str) -> None:
    coefficients = polynomial.of_expression(body, name) or ()
    if sum(1 for c in coefficients if c) < 2:
        return
    for degree in range(len(coefficients) - 1, -1, -1):
        if not coefficients[degree]:
            continue
        only = (Fraction(0),) * degree + (coefficients[degree],)
        term = polynomial.to_tree(only, name)
        raised = antiderivative(term, name)
        assert raised is not None
        line = build.equals(Integral(term, name), Add(raised, Symbol("C")))
        lines.step("Power rule", line, level=FINE, why="Raise the power by 1 and divide by it.")


def _proposed(body: Expr, name: str) -> Expr | None:
    from mathviz_chat.core import symbolic

    return symbolic.antiderivative(body, name)


def _between(lines: Lines, whole: Expr, lower: Expr, upper: Expr, name: str) -> Lines | None:
    ends = [substitute(whole, {name: end}) for end in (upper, lower)]
    values = [recount.value(end) for end in ends]
    if not all(isinstance(value, Fraction) for value in values):
        return None
    for word, end, value in zip(("upper", "lower"), ends, values, strict=True):
        result = build.rational(value)
        if end != result:
            lines.step(f"Put in the {word} limit", build.equals(end, result))
    result = build.rational(values[0] - values[1])
    difference = Sub(build.rational(values[0]), build.rational(values[1]))
    lines.step("Subtract", build.equals(difference, result), level=BRIEF)
    lines.finish(result)
    return lines
