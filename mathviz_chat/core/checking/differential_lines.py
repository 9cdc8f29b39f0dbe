"""Lines that solve a differential equation: ``ln|y| = x^2 + C``, ``y(0) = 0 + C``.

``y = ...`` is put into the equation. A line with y' follows where it holds with the y' of the
equation; an equation in x and y solves it where that is its derivative. What does neither is left
to the other rules: it may be about another equation, the homogeneous one, say.
A solution with free constants makes the initial values of the question conditions on these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from mathviz_chat.core.checking.calculus import expand_functions
from mathviz_chat.core.checking.differential import Differential
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.identities import judge_identity
from mathviz_chat.core.checking.judgement import Judgement, clip, show, unchecked
from mathviz_chat.core.checking.roles import Link
from mathviz_chat.core.checking.terms import equation, has, transform
from mathviz_chat.core.kernel import Outcome, differentiate, identity, substitute, variables
from mathviz_chat.core.problems.differential import (
    LETTERS,
    ZERO,
    constants_of,
    derivatives,
    parse,
    residual,
)
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Call,
    Chain,
    Const,
    Constant,
    Derivative,
    Div,
    Expr,
    Integral,
    Log,
    Mul,
    Node,
    Pow,
    RelOp,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import Relation, Role, Verdict

_Y, _SLOPE = (Symbol(letter) for letter in LETTERS[:2])
_PARTIAL: Final = re.compile(
    r"\b(?:particular|special|trial|try|trying|guess|equilibrium|homogeneous|constant)\b", re.I
)


def at_places(facts: Facts, chain: Chain) -> Chain:
    """``y(0) = 0 + C`` with the value that the general solution has there."""
    ode = facts.differential
    if ode is None or ode.y not in facts.functions or not has(chain, Call):
        return chain

    def value(node: Node) -> Node | None:
        if not isinstance(node, Call) or node.function != ode.y or len(node.args) != 1:
            return None
        if variables(node):
            return None
        return expand_functions(node, {ode.y: facts.functions[ode.y]})

    try:
        return transform(chain, value)
    except ValueError:
        return chain


def begin_differential(facts: Facts, chain: Chain) -> bool:
    """``dy/dx = 2xy``, where nothing says what y is: the equation that the text solves."""
    whole = parse(chain)
    if whole is None or facts.differential is not None:
        return False
    known = {*facts.functions, *facts.several, *facts.named, *facts.values, *facts.unknowns}
    partial = any(isinstance(node, Derivative) and node.partial for node in walk(chain))
    if partial or whole.dependent in known:
        return False
    facts.differential = Differential(chain, whole, ())
    return True


def judge_differential(facts: Facts, link: Link) -> Judgement | None:
    """The verdict on a line that solves the equation or follows from it; else None."""
    ode = facts.differential
    if ode is None or link.op is not RelOp.EQ:
        return None
    try:
        if link.first and link.left in (Symbol(ode.y), Call(ode.y, (Symbol(ode.x),))):
            return _judge_solution(facts, ode, link)
        judged = _judge_relation(facts, ode, link)
    except ValueError:
        return None
    if judged is None:
        return None
    conditions = (re.sub(rf"\b{_Y.name}\b", ode.y, one) for one in judged.conditions)
    return replace(judged, conditions=tuple(conditions))


def _judge_solution(facts: Facts, ode: Differential, link: Link) -> Judgement | None:
    body = link.right
    if any(type(node) is Call and node.function == ode.y for node in walk(body)):
        return None
    if ode.y in variables(body) or has(body, Derivative):
        return None
    judged = judge_identity(residual(ode.whole, body), ZERO)
    if judged.verdict is not Verdict.PROVED:
        return None
    source = clip(to_plain(ode.statement))
    at = [(derivatives(body, ode.x, k)[k], place, value) for k, place, value in ode.initial]
    values = [(substitute(part, {ode.x: place}), value) for part, place, value in at]
    free = constants_of(ode.whole, body)
    if len(free) + len(values) < ode.whole.order and not _PARTIAL.search(link.lead):
        return _one_of_many(ode, facts, body)
    facts.functions[ode.y] = (ode.x, body)
    if free:
        _start_over(facts, [equation(*pair) for pair in values])
        return replace(judged, reason=f"It satisfies {source}.")
    for (order, place, wanted), (found, _) in zip(ode.initial, values, strict=True):
        if identity(found, wanted).outcome is Outcome.REFUTED:
            if _PARTIAL.search(link.lead):
                return unchecked(f"It satisfies {source}, not the initial value.", Role.FORMULA)
            return _missed(ode, order, place, wanted, found)
        if identity(found, wanted).outcome is not Outcome.PROVED:
            return None
    also = " and the initial values" if values else ""
    return replace(judged, reason=f"It satisfies {source}{also}.")


def _one_of_many(ode: Differential, facts: Facts, body: Expr) -> Judgement:
    """``y = x^2`` for y' = 2x: what was known of the constants decides, else one is missing."""
    _, general = facts.functions.get(ode.y, (ode.x, body))
    known = dict(facts.values)
    if len(facts.unknowns) == len(facts.exact) == 1:
        known[facts.unknowns[0]] = facts.exact[0]
    judged = judge_identity(substitute(general, known), body)
    if general != body and judged.verdict is Verdict.PROVED:
        return judged
    reason = f"It satisfies {clip(to_plain(ode.statement))}, as others do: a constant is missing."
    return Judgement(Verdict.UNCHECKED, Relation.MISSING_CONSTANT, reason, role=Role.IDENTITY)


def _missed(ode: Differential, order: int, place: Expr, wanted: Expr, found: Expr) -> Judgement:
    name = to_plain(Call(ode.y, (place,), order))
    reason = f"It satisfies {clip(to_plain(ode.statement))}, but {name} is {show(found)} then, "
    reason += f"not {show(wanted)}."
    witness = f"{name}: left {show(found)}, right {show(wanted)}"
    return Judgement(Verdict.REFUTED, Relation.DIFFERENT, reason, witness, role=Role.CONDITION)


def _start_over(facts: Facts, conditions: list[Chain]) -> None:
    """The free constants are what is to be found now."""
    facts.given, facts.unknowns, facts.weaker, facts.wrong = (), (), None, None
    facts.cases, facts.solved, facts.exact = [], False, ()
    for condition in conditions:
        if variables(condition):
            facts.give(condition)
    facts.from_question = bool(facts.given)


def _judge_integrals(ode: Differential, left: Expr, right: Expr) -> Judgement | None:
    """``∫ dy/y = ∫ 2x dx``: both sides have the same derivative along a solution."""
    slope = ode.slope()
    match left, right:
        case Integral(inner, _Y.name, None, None), Integral(outer, ode.x, None, None):
            judged = None if slope is None else judge_identity(Mul(inner, slope), outer)
            if judged is not None and judged.verdict is Verdict.PROVED:
                reason = f"Differentiated, it is {clip(to_plain(ode.statement))}."
                return replace(judged, reason=reason)
    return None


def _judge_relation(facts: Facts, ode: Differential, link: Link) -> Judgement | None:
    """A line with y', or an equation in x and y."""
    slope = ode.slope()
    sides = [_with_letters(side, ode) for side in (link.left, link.right)]
    integrals = _judge_integrals(ode, *sides)
    if integrals is not None:
        return integrals
    names = {name for side in sides for name in variables(side)}
    if slope is None or not {_Y.name, _SLOPE.name} & names:
        return None
    source = clip(to_plain(ode.statement))
    free = names - {ode.x, _Y.name, _SLOPE.name}
    if _SLOPE.name in names or any(has(side, Derivative) for side in sides):
        if free:
            return None
        left, right = (
            substitute(_carried_out(side, ode, slope), {_SLOPE.name: slope}) for side in sides
        )
        step = judge_identity(left, right)
        proved = step.verdict is Verdict.PROVED
        return replace(step, reason=f"It follows from {source}.") if proved else None
    if ode.x not in names or len(free) > 1:
        return None
    judged = _judge_constant(ode, slope, sides[0], sides[1], free)
    if judged is None:
        return None
    first = next((one for one in ode.initial if one[0] == 0), None)
    known = {} if first is None else {ode.x: first[1], _Y.name: first[2]}
    if free:
        held = equation(*(substitute(side, known) for side in sides))
        _start_over(facts, [held] if first is not None else [])
        return replace(judged, reason=f"Differentiated, it is {source}.")
    if (
        first is not None
        and identity(*(substitute(s, known) for s in sides)).outcome is Outcome.PROVED
    ):
        return replace(
            judged, reason=f"Differentiated, it is {source}, and the initial value fits."
        )
    reason = "It is right up to the constant of integration: + C is missing."
    return Judgement(Verdict.UNCHECKED, Relation.MISSING_CONSTANT, reason, role=Role.IDENTITY)


def _judge_constant(
    ode: Differential, slope: Expr, left: Expr, right: Expr, free: set[str]
) -> Judgement | None:
    """That one side less or over the other is constant along a solution, if that is proved."""
    for one in _constant_along(left, right, free):
        judged = judge_identity(_total(_without_bars(one), ode, slope), ZERO)
        if judged.verdict is Verdict.PROVED:
            return judged
    return None


def _constant_along(left: Expr, right: Expr, free: set[str]) -> Iterator[Expr]:
    """What an equation says to be constant along a solution: ``ln|y| - x^2`` where it is
    ``ln|y| = x^2 + C`` or ``|y| = e^(x^2 + C)``, and ``|y|/|x|`` where it is ``|y| = e^C |x|``."""
    yield Sub(left, right)
    match right:
        case Pow(Constant(Const.E) as base, exponent):
            yield Sub(Log(left, base), exponent)
        case Mul(one, other):
            for factor, rest in ((one, other), (other, one)):
                if free and set(variables(factor)) == free:
                    yield Div(left, rest)


def _with_letters(side: Expr, ode: Differential) -> Expr:
    def letter(node: Node) -> Node | None:
        match node:
            case Derivative(Symbol(name), variable, 1, False) if (name, variable) == (ode.y, ode.x):
                return _SLOPE
            case Call(name, args, 1) if name == ode.y and args in ((), (Symbol(ode.x),)):
                return _SLOPE
            case Call(name, (Symbol(variable),), 0) if (name, variable) == (ode.y, ode.x):
                return _Y
            case Symbol(name) if name == ode.y:
                return _Y
            case Integral(body, name, None, None) if name == ode.y:
                return Integral(_with_letters(body, ode), _Y.name)
        return None

    return transform(side, letter)


def _carried_out(side: Expr, ode: Differential, slope: Expr) -> Expr:
    """``d/dx(e^(2x) y)`` by the product rule, y depending on x."""

    def rule(node: Node) -> Node | None:
        match node:
            case Derivative(body, variable, 1, False) if variable == ode.x:
                return _total(body, ode, slope)
        return None

    return transform(side, rule)


def _total(body: Expr, ode: Differential, slope: Expr) -> Expr:
    by_y = differentiate(body, _Y.name)
    return Add(differentiate(body, ode.x), Mul(by_y, slope))


def _without_bars(expr: Expr) -> Expr:
    """``ln(y)`` for ``ln|y|``: both have the derivative y'/y."""

    def bare(node: Node) -> Node | None:
        match node:
            case Log(Abs(inner), base):
                return Log(inner, base)
        return None

    return transform(expr, bare)
