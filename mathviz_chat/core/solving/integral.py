"""Integrals: polynomials term by term, others by the rules of a plan that differentiates back."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from mathviz_chat.core.integration_plans import PARTS, SUBSTITUTION, Plan, plan
from mathviz_chat.core.kernel import Outcome, differentiate, identity, substitute, variables
from mathviz_chat.core.problems import polynomial, slots
from mathviz_chat.core.problems.growth import INFINITY, MINUS_INFINITY
from mathviz_chat.core.problems.judging import areas, limits
from mathviz_chat.core.problems.judging.integral import antiderivative, proved_antiderivative
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Chain,
    Derivative,
    Div,
    Expr,
    Integral,
    Limit,
    Mul,
    Neg,
    Number,
    Pow,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.solving import both_sides, build, equation, factoring, values
from mathviz_chat.core.solving.lines import BRIEF, FINE, NORMAL, Lines
from mathviz_chat.core.solving.reasons import INTEGRALS

_SWAP: Final = "Swap the sides"  # a first step that the equation itself may have taken
_WHOLE: Final = "The derivative of the right side is the integrand."


def solve(problem: Problem) -> Lines | None:
    """The antiderivative, and for a definite integral its values at the two ends."""
    return _solve(problem, None)


def _solve(problem: Problem, method: str | None) -> Lines | None:
    integral = problem.expression or problem.target
    assert isinstance(integral, Integral)
    lines = Lines()
    _chosen(lines, problem)
    if areas.size_of(integral) is not None:
        return _by_pieces(lines, integral)
    whole = primitive(lines, integral.body, integral.variable, method)
    if whole is None:
        return None
    if integral.lower is None or integral.upper is None:
        lines.finish(Add(whole, _constant(integral.variable)))
        return lines
    return between(lines, whole, integral)


def _chosen(lines: Lines, problem: Problem) -> None:
    """What the integral has to do with what is asked."""
    if problem.task == "mean":
        lines.setup("Mean value", "1/(b - a) times the integral from a to b")
    if problem.task == "area":
        top, bottom = problem.items
        whole = problem.target
        assert isinstance(whole, Integral)
        if areas.size_of(whole) is not None:
            lines.setup("Integrate the distance of the curves", to_plain(whole))
            return
        _meeting(lines, build.equals(top, bottom), whole)
        lines.setup("Integrate the upper curve less the lower one", to_plain(whole))


def _meeting(lines: Lines, meet: Chain, whole: Integral) -> None:
    """Where the curves meet, if the area ends there."""
    ends = (end for end in (whole.lower, whole.upper) if end is not None)
    filled = (substitute(meet, {whole.variable: end}) for end in ends)
    if any(identity(*one.items).outcome is not Outcome.PROVED for one in filled):
        return
    axis = meet.items[1] == build.ZERO
    rule = "The curve meets the axis where" if axis else "The curves meet where"
    coefficients = polynomial.of_equation(meet, whole.variable)
    few = coefficients is not None and len(coefficients) < 4  # else they may meet elsewhere, too
    solved = equation.solve_equation(meet, whole.variable) if few else None
    steps = [] if solved is None else solved.lines
    steps = [line for line in steps if line.rule != both_sides.RULE]  # the first one is given
    if steps and steps[0].rule == _SWAP:
        meet, steps = build.equals(*reversed(meet.items)), steps[1:]
    lines.setup(rule, to_plain(meet))
    lines.lines += steps


def _by_pieces(lines: Lines, integral: Integral) -> Lines | None:
    """The size of a polynomial: from zero to zero, each integral without its sign."""
    inner, name, found = areas.size_of(integral), integral.variable, areas.pieces(integral)
    if inner is None or not found:
        return None
    _zeros(lines, inner, name, [low for low, _, _ in found[1:]])
    whole = primitive(lines, inner, name)
    if whole is None:
        return None
    total: Expr | None = None
    for low, high, positive in found:
        grown = Sub(substitute(whole, {name: high}), substitute(whole, {name: low}))
        value = values.simplest(grown)
        size = values.simplest(grown if positive else Neg(grown))
        if value is None or size is None:
            return None
        side = "positive" if positive else "negative: its size counts"
        rule = f"From {to_plain(low)} to {to_plain(high)} it is {side}"
        lines.step(rule, build.equals(Integral(inner, name, low, high), value))
        total = size if total is None else Add(total, size)
    result = None if total is None else values.simplest(total)
    if total is None or result is None:
        return None
    if total != result:
        lines.step("Add the sizes", build.equals(total, result), level=BRIEF)
    lines.finish(result)
    return lines


def _zeros(lines: Lines, inner: Expr, name: str, zeros: list[Expr]) -> None:
    """Where a polynomial is 0 between the limits, read off its factors."""
    terms = polynomial.of_expression(inner, name)
    if not zeros or terms is None:
        return
    factored = factoring.product(*factoring.factors(terms), name)
    if factored != inner:
        lines.step("Factor to find where the sign changes", build.equals(inner, factored))
    for zero in zeros:
        filled = substitute(inner, {name: zero})
        if filled != build.ZERO:
            lines.step(f"It is 0 at {name} = {to_plain(zero)}", build.equals(filled, build.ZERO))


def _by(method: str) -> Callable[[Problem], Lines | None]:
    return lambda problem: _solve(problem, method)


NAMED: Final = {name: _by(name) for name in (SUBSTITUTION, PARTS)}
"""Methods by name: the rule that the plan must use somewhere."""


def _constant(name: str) -> Symbol:
    return Symbol("C" if name != "C" else "K")


def primitive(lines: Lines, body: Expr, name: str, method: str | None = None) -> Expr | None:
    """An antiderivative without its constant, with its lines; None where none is found."""
    whole = None if method or _has_power_of_sum(body) else antiderivative(body, name)
    if whole is not None:
        several = _power_rule(lines, body, name)
        rule = "Integrate term by term" if several else "Integrate"
        used = "Power rule" if name in variables(body) else "Constant rule"
        why = f"{INTEGRALS[used]} {_WHOLE}"
        _line(lines, rule, body, name, whole, BRIEF, why)
        return whole
    found = plan(body, name, method)
    if found is not None:
        _follow(lines, found, BRIEF)
        return found.result
    whole = None if method else proved_antiderivative(body, name)  # not by hand
    if whole is not None:
        _line(lines, "Integrate", body, name, whole, BRIEF, _WHOLE)
    return whole


def _has_power_of_sum(body: Expr) -> bool:
    """``(2x + 1)^5``, for which nobody multiplies out."""
    return any(
        isinstance(node, Pow)
        and isinstance(node.base, Add | Sub)
        and isinstance(node.exponent, Number)
        and node.exponent.value > 2
        for node in walk(body)
    )


def _line(
    lines: Lines, rule: str, body: Expr, name: str, whole: Expr, level: int, why: str | None
) -> None:
    left, full = Integral(body, name), Add(whole, _constant(name))
    lines.step(rule, build.equals(left, full), level=level, before=left, after=full, why=why)


def _power_rule(lines: Lines, body: Expr, name: str) -> bool:
    """The lines of the terms, in fine solutions; whether there are several."""
    coefficients = polynomial.of_expression(body, name) or ()
    several = sum(1 for c in coefficients if c) > 1
    for degree in range(len(coefficients) - 1, -1, -1):
        if not coefficients[degree]:
            continue
        only = (Fraction(0),) * degree + (coefficients[degree],)
        term = polynomial.to_tree(only, name)
        raised = antiderivative(term, name)
        assert raised is not None
        if degree:
            _raise(lines, term, name, degree, coefficients[degree])
        if not several:
            break
        rule = "Power rule" if degree else "Constant rule"
        _line(lines, rule, term, name, raised, FINE, INTEGRALS[rule])
    return several


def _raise(lines: Lines, term: Expr, name: str, degree: int, coefficient: Fraction) -> None:
    """``x^(2 + 1)/(2 + 1)``, with nothing worked out yet."""
    above = Add(build.integer(degree), build.ONE)
    power, size = Pow(Symbol(name), above), abs(coefficient)
    raised: Expr = Div(power, above)
    if size.denominator == 1 and size != 1:
        raised = Div(Mul(build.integer(size), power), above)
    elif size != 1:
        raised = Mul(build.rational(size), raised)
    whole = raised if coefficient > 0 else Neg(raised)
    _line(lines, "Raise the exponent", term, name, whole, FINE, INTEGRALS["Power rule"])


# ---------------------------------------------------------------------------- plans


def _follow(lines: Lines, found: Plan, level: int) -> None:
    """The lines of a plan: what it names, the integrals it needs, then the whole."""
    if level > BRIEF and _is_known(lines, found):
        return
    named = dict(found.named)
    if found.rule == "Rewrite":
        claim = build.equals(found.integrand, named["rewritten"])
        if found.integrand != named["rewritten"]:
            lines.step("Rewrite the integrand", claim, before=found.integrand)
        _follow(lines, found.parts[0], level)
        if found.parts[0].result != found.result:
            _result(lines, "So", found, level)
        return
    if found.rule == "Integration by parts":
        _by_parts(lines, found, level)
        return
    if found.rule == "Integration by parts, twice":
        _twice(lines, found, level)
        return
    if found.rule == "Substitution":
        _set_up_substitution(lines, found, named["u"], level)
    for part in found.parts:
        _follow(lines, part, NORMAL)
    rule = "Substitute back" if found.rule == "Substitution" else found.rule
    _result(lines, rule, found, level, INTEGRALS.get(found.rule))


def _result(lines: Lines, rule: str, found: Plan, level: int, why: str | None = None) -> None:
    """What a plan comes to."""
    _line(lines, rule, found.integrand, found.variable, found.result, level, why)


def _is_known(lines: Lines, found: Plan) -> bool:
    """Whether a line says already what a plan comes to."""
    left = slots.spelled(Integral(found.integrand, found.variable))
    right = slots.spelled(Add(found.result, _constant(found.variable)))
    return any(line.before == left and line.after == right for line in lines.lines)


def _set_up_substitution(lines: Lines, found: Plan, inside: Expr, level: int) -> None:
    letter = found.parts[0].variable
    chosen = f"{letter} = {to_plain(inside)}"
    if not any(line.claim == chosen for line in lines.lines):
        lines.setup("Substitute", chosen, level=level)
    new = to_plain(Integral(found.parts[0].integrand, letter))
    lines.setup(f"The integral in {letter}", new, level=level)
    slope = build.equals(Derivative(inside, found.variable), dict(found.named)["slope"])
    lines.step("Differentiate the inside", slope, level=FINE)
    filled = substitute(found.parts[0].integrand, {letter: inside})
    claim = build.equals(Mul(filled, dict(found.named)["slope"]), found.integrand)
    lines.step("Check: times the derivative of the inside it is the integrand", claim, level=FINE)


def _by_parts(lines: Lines, found: Plan, level: int) -> None:
    """The parts are chosen, v is found, the formula leaves an integral, which is put in."""
    first, second = found.parts
    named = dict(found.named)
    _choose_parts(lines, named["u"], named["dv"], level)
    _slope_of(lines, named["u"], found.variable)
    _follow(lines, first, NORMAL)
    product = Mul(named["u"], first.result)
    _formula(
        lines, found.integrand, Sub(product, Integral(second.integrand, found.variable)), found
    )
    _follow(lines, second, NORMAL)
    whole = Sub(product, second.result)
    put_in = whole != found.result
    if put_in:
        _line(lines, "Put that integral in", found.integrand, found.variable, whole, NORMAL, None)
    _result(lines, "Simplify" if put_in else "Put that integral in", found, level)


def _slope_of(lines: Lines, u: Expr, variable: str) -> None:
    """u' for integration by parts."""
    try:
        slope = values.reduced(differentiate(u, variable))
    except ValueError:
        return
    lines.setup("Differentiate u", f"u' = {to_plain(slope)}", level=FINE)


def _choose_parts(lines: Lines, u: Expr, dv: Expr, level: int) -> None:
    shown = f"u = {to_plain(u)}, v' = {to_plain(dv)}"
    lines.setup("Choose u and v' for integration by parts", shown, level=level)


def _formula(lines: Lines, integrand: Expr, right: Expr, found: Plan) -> None:
    left = Integral(integrand, found.variable)
    claim = build.equals(left, right)
    lines.step("Integration by parts", claim, before=left, after=right)


def _twice(lines: Lines, found: Plan, level: int) -> None:
    """Two rounds, after which the integral itself comes back: the equation is solved for it."""
    named, variable = dict(found.named), found.variable
    integrand, level_of_round = found.integrand, level
    for part, u, dv in zip(found.parts, ("u", "u2"), ("dv", "dv2"), strict=True):
        _choose_parts(lines, named[u], named[dv], level_of_round)
        _follow(lines, part, NORMAL)
        left = values.reduced(Mul(part.result, differentiate(named[u], variable)))
        product = Mul(named[u], part.result)
        _formula(lines, integrand, Sub(product, Integral(left, variable)), found)
        integrand, level_of_round = left, NORMAL
    times = Sub(build.ONE, named["share"])
    left = Mul(values.reduced(times), Integral(found.integrand, variable))
    right = values.reduced(Mul(times, found.result))
    claim = build.equals(left, Add(right, _constant(variable)))
    lines.step("Bring the integral to one side", claim, why=INTEGRALS[found.rule])
    _result(lines, "Divide by its number", found, level)


# ---------------------------------------------------------------------------- definite


def between(lines: Lines, whole: Expr, integral: Integral) -> Lines | None:
    """The antiderivative at the upper limit less that at the lower one."""
    assert integral.lower is not None and integral.upper is not None
    name = integral.variable
    results: list[Expr] = []
    for word, end in (("upper", integral.upper), ("lower", integral.lower)):
        if end in (INFINITY, MINUS_INFINITY):
            approached = _at_infinity(lines, whole, name, end)
            if approached is None:
                return None
            results.append(approached)
            continue
        filled = substitute(whole, {name: end})
        value = values.simplest(filled)
        if value is None:
            return None
        if filled != value:
            lines.step(f"Put in the {word} limit", build.equals(filled, value))
        results.append(value)
    if results[1] == build.ZERO and integral.lower in (INFINITY, MINUS_INFINITY):
        lines.finish(results[0])
        return lines
    difference = Sub(*results)
    result = values.simplest(difference)
    if result is None:
        return None
    lines.step("Subtract", build.equals(difference, result), level=BRIEF)
    lines.finish(result)
    return lines


def _at_infinity(lines: Lines, whole: Expr, name: str, end: Expr) -> Expr | None:
    """The limit of the antiderivative at an endless limit; None where it has none."""
    found = Limit(whole, name, end)
    value = limits.value(found)
    if not isinstance(value, Expr) or value in (INFINITY, MINUS_INFINITY):
        return None
    lines.step(f"Let {name} go to {to_plain(end)}", build.equals(found, value))
    return value
