"""A claimed answer to a word problem: its formula by the kernel, its recount by another one."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import (
    Outcome,
    approximately,
    compare_conditions,
    identity,
    substitute,
    variables,
)
from mathviz_chat.core.problems import enumeration, only_root, recount, units
from mathviz_chat.core.problems.judging import circle, directed, forms, line
from mathviz_chat.core.problems.judging.number import not_equal
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.plan import Plan
from mathviz_chat.core.problems.planner import ANSWER
from mathviz_chat.core.problems.problem import AnswerJudgement, Form, Kind, Problem
from mathviz_chat.core.problems.units import CURRENCIES
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import (
    And,
    Chain,
    Const,
    Constant,
    Degrees,
    Div,
    Expr,
    Mul,
    Neg,
    Number,
    Percent,
    Quantity,
    RelOp,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import Answer, AnswerVerdict, Relation

_WITH_UNIT = re.compile(
    r"(.*?[\d)i])\s*((?:sq(?:uare)?|cubic)?\s*[A-Za-z]+(?:\^?[23]|[²³])?(?:\s*(?:/|per)\s*[a-z]+)?)"
)
_LEAD = re.compile(r"^\s*(?:[A-Za-z]\w*\s*)?=\s*")


def judge(problem: Problem, text: str) -> AnswerJudgement:
    """Judge a number or a quantity, or several of them, against ``problem.plan``."""
    if problem.form is Form.EXPRESSION:
        return line.judge(problem, text)
    if problem.form is Form.CIRCLE:
        return circle.judge(problem, text)
    values = solved(problem)
    if values is None:
        return unchecked("The equations of the question could not be solved in two ways.")
    if problem.items:
        return _judge_several(problem, values, text)
    assert problem.expression is not None
    size, direction = directed.claimed(text) if problem.direction else (text, "")
    claimed = _claimed(size)
    if claimed is None:
        return unchecked("The question asks for a number, and this is none.")
    judged = _judge_one(problem, substitute(problem.expression, values), claimed, text)
    if judged.answer is not None and direction not in ("", problem.direction):
        opposite = replace(judged.answer, plain=text)
        article = "an" if problem.direction == "increase" else "a"
        return refuted(opposite, f"It is {article} {problem.direction}.")
    return judged


def solved(problem: Problem) -> dict[str, Expr] | None:
    """The unknowns in fractions, proved by the kernel to be the only solution."""
    if not problem.conditions:
        return {}
    found = only_root.solve(problem.conditions)
    if found is None:
        return None
    values = {name: number(value) for name, value in found.items()}
    items = tuple(Chain((Symbol(n), v), (RelOp.EQ,)) for n, v in sorted(values.items()))
    claim = items[0] if len(items) == 1 else And(items)
    zero = number(Fraction(0))
    moved = tuple(
        Chain((Sub(*condition.items), zero), (RelOp.EQ,))  # else b = 12 counts as a name for 12
        for condition in only_root.equations(problem.conditions)
    )
    given = (*moved, *only_root.restrictions(problem.conditions))
    decision, relation = compare_conditions(given, claim, unknowns=tuple(sorted(values)))
    same = relation in (Relation.SAME, Relation.SAME_ROOTS)
    return values if decision.outcome is Outcome.PROVED and same else None


def _claimed(text: str) -> tuple[Expr, str] | None:
    """A value and its unit, "" where it has none."""
    text = _LEAD.sub("", text.strip().rstrip("."))
    quantity = _WITH_UNIT.fullmatch(text)
    unit = units.find(quantity[2]) if quantity else None
    if quantity is not None and quantity[2] in ("K", "kelvin", "kelvins"):
        value = _value(quantity[1])
        return None if value is None else (value, "K")
    if quantity is not None and unit is not None:
        value = _value(quantity[1])
        if value is not None:
            return value, unit.symbol
    value = _value(text)
    return None if value is None else _parted(value)


def _value(text: str) -> Expr | None:
    try:
        node = read(text)
    except ReadError:
        return None
    value = forms.claimed_value(node)
    return None if value is None or variables(value) else value


def _parted(value: Expr) -> tuple[Expr, str]:
    if isinstance(value, Quantity):
        return value.value, value.unit
    if isinstance(value, Percent):
        return value.arg, "%"
    if isinstance(value, Degrees):
        return value.arg, "deg"
    if isinstance(value, Neg):
        inner, unit = _parted(value.arg)
        return Neg(inner), unit
    if isinstance(value, Mul | Div) and isinstance(value.right, Quantity | Percent | Degrees):
        inner, unit = _parted(value.right)
        return replace(value, right=inner), unit
    return value, ""


def _judge_one(
    problem: Problem, expected: Expr, claimed: tuple[Expr, str], text: str
) -> AnswerJudgement:
    value, unit = claimed
    wanted = problem.unit or ""
    if wanted == "deg" and not unit and _is_in_radians(value, text):
        return unchecked("The question asks for an angle in degrees, and this is in radians.")
    if unit == "%" and wanted != "%":
        value, unit = Percent(value), ""
    if not forms.is_worked_out(value):
        return unchecked("It is not worked out to one number in lowest terms.")
    factor = _factor(problem, unit, wanted)
    if factor is None:
        named = f"in {wanted}" if wanted else "as a number"
        return unchecked(f"The question asks for the answer {named}, with its unit.")
    if factor != 1:
        expected = Mul(expected, number(factor))
    answer = Answer(text, shown(problem, value, unit or wanted))
    if problem.freely_rounded:
        return _judge_freely_rounded(problem, expected, value, answer, factor)
    if problem.places is not None:
        return _judge_rounded(problem, expected, value, answer)
    return _judge_exact(problem, expected, value, answer, factor)


_RADIANS: Final = re.compile(r"\d\)?\s*(?:rad|radians?)\b|(?:π|\bpi)\s*(?:rad|radians?)\b")


def _is_in_radians(value: Expr, text: str) -> bool:
    """``2.1 rad``, and multiples of pi, which angles in degrees are not."""
    constants = any(node == Constant(Const.PI) for node in walk(value))
    return constants or _RADIANS.search(text) is not None


def _factor(problem: Problem, unit: str, wanted: str) -> Fraction | None:
    """How many of the units claimed are one of those wanted; None where it cannot be said."""
    if unit == wanted or (not unit and (problem.unit_named or wanted in CURRENCIES)):
        return Fraction(1)
    own, other = units.find(unit), units.find(wanted)
    if own is not None and other is not None and own.dimension == other.dimension:
        same = own.factor == other.factor or not problem.unit_named
        return other.factor / own.factor if same else None
    same_noun = problem.unit_named and unit.rstrip("s") == wanted.rstrip("s")
    return Fraction(1) if same_noun else None


def shown(problem: Problem, value: Expr, unit: str) -> str:
    """The answer in plain notation: ``$12.50``, ``60 km``, ``25%``, ``30`` for ``how many``."""
    if unit == "USD" or (unit in CURRENCIES and not problem.unit_named):
        size, sign = (value.arg, "-") if isinstance(value, Neg) else (value, "")
        return f"{sign}{CURRENCIES[unit]}{to_plain(size)}"
    if unit == "%":
        return f"{to_plain(Percent(value))} {problem.direction}".rstrip()
    named = problem.unit_named and (unit != "deg" or isinstance(problem.expression, Symbol))
    if not unit or named:  # x of "2x degrees" is a number
        return to_plain(value)
    if unit == "deg":
        return f"{to_plain(value)} degrees"
    return units.behind(to_plain(value), unit)


def _judge_exact(
    problem: Problem, expected: Expr, value: Expr, answer: Answer, factor: Fraction
) -> AnswerJudgement:
    decision = identity(expected, value)
    again = recounted(problem, Div(value, number(factor)))
    if decision.outcome is Outcome.PROVED and again is True:
        return verified(answer, f"Proved by {decision.method}, and recounted by another formula.")
    if decision.outcome is Outcome.REFUTED and (again is False or _has_other_sign(expected, value)):
        return not_equal(expected, value, answer)
    if decision.outcome is Outcome.PROVED:
        return unchecked("It was proved, but recounting did not confirm it.", answer)
    return unchecked(decision.reason, answer)


def _has_other_sign(expected: Expr, value: Expr) -> bool:
    """-10 for 10: ``c^2 = 100``, by which it is found again, does not tell them apart."""
    opposite = identity(expected, Neg(value)).outcome is Outcome.PROVED
    return opposite and not recount.agree(recount.value(expected), recount.value(value))


def _judge_freely_rounded(
    problem: Problem, expected: Expr, value: Expr, answer: Answer, factor: Fraction
) -> AnswerJudgement:
    """The exact value, or one that is rounded to as many decimals as it shows."""
    if not forms.is_rational_literal(value):
        return _judge_exact(problem, expected, value, answer, factor)
    places = _shown_places(value)
    judged = _judge_rounded(replace(problem, places=places), expected, value, answer)
    if judged.verdict is AnswerVerdict.VERIFIED and places == 0:
        as_usual = _judge_rounded(problem, expected, value, answer)  # 120 degrees, exactly
        if as_usual.verdict is AnswerVerdict.VERIFIED:
            return as_usual
        return unchecked("The question does not say to round to a whole number.", answer)
    return judged


def _shown_places(value: Expr) -> int:
    value = value.arg if isinstance(value, Neg) else value
    return (value.places or 0) if isinstance(value, Number) else 0


def _judge_rounded(
    problem: Problem, expected: Expr, value: Expr, answer: Answer
) -> AnswerJudgement:
    assert problem.places is not None and problem.expression is not None
    shown_value = recount.value(value) if forms.is_rational_literal(value) else None
    if shown_value is None or (shown_value * 10**problem.places).denominator != 1:
        plural = "s" * (problem.places != 1)
        return unchecked(f"The question asks for {problem.places} decimal place{plural}.", answer)
    near = approximately(expected, value, problem.places)
    off = abs(recount.real(recount.value(expected)) - recount.real(recount.value(value)))
    close = bool(2 * off * 10**problem.places <= 1 + recount.real(Fraction(1, 10**20)))
    exact = substitute(problem.expression, solved(problem) or {})
    if near.outcome is Outcome.PROVED and close and recounted(problem, exact) is True:
        return verified(answer, "It is at most half a place away from the value, found twice.")
    if near.outcome is Outcome.REFUTED and not close:
        return refuted(answer, "It is more than half a place away from the value.")
    return unchecked(near.reason, answer)


def recounted(problem: Problem, value: Expr) -> bool | None:
    """Whether every other formula and every count agrees; None where there is none."""
    assert problem.plan is not None
    try:
        found = recount.value(value)
        agreed = [
            recount.agree(*(recount.value(item, {ANSWER: found}) for item in check.items))
            for check in problem.plan.checks
        ]
        agreed += [
            recount.agree(enumeration.count(one.method, one.numbers), found)
            for one in problem.plan.enumerations
        ]
        if problem.conditions:
            agreed += [_satisfied(problem, found)]
    except (recount.NotEvaluated, ValueError):
        return None
    return all(agreed) if agreed else None


def _satisfied(problem: Problem, found: recount.Scalar) -> bool:
    """The values satisfy every equation in fractions, and give the value claimed."""
    values = only_root.solve(problem.conditions)
    if values is None or problem.expression is None:
        return False
    sides = [
        [recount.value(item, values) for item in equation.items]
        for equation in only_root.equations(problem.conditions)
    ]
    holds = all(recount.agree(left, right) for left, right in sides)
    return holds and recount.agree(recount.value(problem.expression, values), found)


def _judge_several(problem: Problem, values: dict[str, Expr], text: str) -> AnswerJudgement:
    """Several values in the order of the question; where they have no names, in any order."""
    between = r"\s*(?::|\bto\b)\s*" if problem.unit == ":" else r"\s*(?:,|;|\band\b)\s*"
    if problem.kind is Kind.RATIO and not problem.labels:
        between = between.replace(";", "[;:]")  # ``24 : 36``, the shares as a ratio
    parts = [part for part in re.split(between, text.strip(" .()")) if part]
    parts = _in_order_of_labels(parts, problem.labels)
    pairs = [pair for pair in map(_claimed, parts) if pair is not None]
    items = list(problem.items)
    if len(pairs) != len(parts) or len(pairs) != len(items):
        return unchecked(f"The question asks for {len(items)} numbers.")
    if problem.any_order:
        pairs.sort(key=lambda pair: recount.real(recount.value(pair[0])))
        items.sort(key=lambda item: recount.real(recount.value(substitute(item, values))))
    judged = []
    for item, pair in zip(items, pairs, strict=True):
        unit = None if problem.unit == ":" else problem.unit
        part = replace(problem, expression=item, items=(), plan=Plan(), unit=unit)
        judged.append(_judge_one(part, substitute(item, values), pair, text))
    weakest = next(
        (
            one
            for verdict in (AnswerVerdict.REFUTED, AnswerVerdict.UNCHECKED)
            for one in judged
            if one.verdict is verdict
        ),
        judged[0],
    )
    sign = ":" if problem.unit == ":" else ", "
    shares = [one.answer.plain for one in judged if one.answer]
    plain = sign.join(shares if problem.kind is Kind.RATIO else labelled(problem, shares))
    if problem.kind is Kind.COORDINATES:
        plain = f"({plain})"
    return replace(weakest, answer=Answer(text, plain) if weakest.answer else None)


def labelled(problem: Problem, values: list[str]) -> list[str]:
    """``Anna 16`` for ``16``, ``5 l of 10%``, where the values of the question have names."""
    if len(problem.labels) != len(values):
        return values
    pairs = zip(problem.labels, values, strict=True)
    return [f"{value} of {name}" if name[-1] == "%" else f"{name} {value}" for name, value in pairs]


def _in_order_of_labels(parts: list[str], labels: tuple[str, ...]) -> list[str]:
    """The values without their names, in the order of the question; as they are without names."""
    named: dict[str, str] = {}
    for part in parts:
        for label in labels:
            own = rf"(?:the\s+)?{re.escape(label)}s?(?:'s\s+age)?(?![A-Za-z\d])"
            before = re.fullmatch(
                rf"{own}\s*(?:is|are|=|:|costs?|gets?|receives?|has|have|pays?)?\s*(.+)",
                part,
                re.IGNORECASE,
            )
            after = re.fullmatch(rf"(.+?)\s+(?:of\s+)?{own}(?:\s+[a-z]+)?", part, re.IGNORECASE)
            match = before or after
            if match is not None:
                named[label] = match[1]
                break
    whole = len(named) == len(parts) == len(labels)
    return [named[label] for label in labels] if whole else parts
