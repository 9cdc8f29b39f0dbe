"""Whether two expressions are the same answer: numbers, quantities, formulas."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.checking.equality_result import (
    Equality,
    EqualityResult,
    Terms,
    equal_because,
    undecided_because,
    unequal_because,
)
from mathviz_chat.core.checking.judgement import clip, show
from mathviz_chat.core.checking.numeric import decimals_shown
from mathviz_chat.core.checking.quantities import (
    MixedUnits,
    fractions_of_units,
    measure,
    with_short_units,
    without_units,
)
from mathviz_chat.core.checking.terms import has, is_closed, uses_complex
from mathviz_chat.core.kernel import (
    Outcome,
    approximately,
    differentiate,
    identity,
    substitute,
    variables,
)
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Chain,
    Degrees,
    Div,
    Expr,
    Number,
    Numeral,
    Percent,
    Quantity,
    RelOp,
    Statement,
    Symbol,
)

_CONSTANTS: Final = ("C", "c", "K", "k")
_ZERO: Final = Number(Fraction(0))


def same_expression(gold: Expr, answer: Expr, terms: Terms) -> Equality:
    """Numbers, quantities and formulas."""
    gold, answer = (fractions_of_units(_percentage(side)) for side in (gold, answer))
    if _is_measured(gold, answer):
        return _same_quantity(with_short_units(gold), with_short_units(answer), terms)
    if terms.antiderivative:
        found = _same_antiderivative(gold, answer)
        if found is not None:
            return found
    if has(gold, Percent) != has(answer, Percent):
        return _same_percentage(gold, answer, terms)
    if has(gold, Degrees) != has(answer, Degrees):
        return _one_in_degrees(gold, answer, terms)
    if has(gold, Numeral) != has(answer, Numeral):
        return _one_with_base(gold, answer, terms)
    result = _same_value(gold, answer, terms)
    if result.result is EqualityResult.UNEQUAL and _renamed_constant(gold, answer):
        return undecided_because("They differ in the name of a constant only.")
    return result


def _one_with_base(gold: Expr, answer: Expr, terms: Terms) -> Equality:
    """``1011_2`` beside ``11``, which is the same number, and beside ``1011``."""
    value = _same_value(gold, answer, terms)
    digits = [_digits(side) for side in (gold, answer)]
    if value.result is EqualityResult.EQUAL or digits[0] == digits[1]:
        return undecided_because("Only one of them is written with its base.")
    return value


def _digits(expr: Expr) -> str:
    return expr.digits if isinstance(expr, Numeral) else to_plain(expr)


def _renamed_constant(gold: Expr, answer: Expr) -> bool:
    """``x^2 + C`` beside ``x^2 + K``."""
    left, right = (set(variables(side)) for side in (gold, answer))
    own, other = left - right, right - left
    if len(own) != 1 or len(other) != 1 or not (own | other) <= set(_CONSTANTS):
        return False
    renamed = substitute(answer, {other.pop(): Symbol(own.pop())})
    return identity(gold, renamed).outcome is Outcome.PROVED


def _percentage(expr: Expr) -> Expr:
    """``1/2%`` as an answer is half a percent, not one divided by 2%."""
    match expr:
        case Div(Number() as above, Percent(Number() as below)):
            return Percent(Div(above, below))
    return expr


def _same_value(gold: Expr, answer: Expr, terms: Terms) -> Equality:
    complex_domain = uses_complex(gold) or uses_complex(answer)
    decision = identity(gold, answer, complex_domain=complex_domain)
    if decision.outcome is Outcome.PROVED and not all(map(_excludes_points, decision.conditions)):
        return undecided_because("They are the same only where both are defined.")
    if decision.outcome is Outcome.PROVED:
        where = " and ".join(to_plain(condition) for condition in decision.conditions)
        reason = "They have the same value" + (f" where {where}." if where else ".")
        return equal_because(reason, decision.method)
    if decision.outcome is Outcome.REFUTED:
        return _rounded(gold, answer, terms) or _different(gold, answer, decision.method)
    if decision.outcome is Outcome.PROBABLE:
        return undecided_because("They agree wherever they were tried, but it is not proved.")
    return undecided_because(decision.reason)


def _different(gold: Expr, answer: Expr, method: str) -> Equality:
    if is_closed(gold) and is_closed(answer):
        return unequal_because(f"{show(gold)} is not {show(answer)}.", method)
    reason = f"{clip(to_plain(gold))} is not {clip(to_plain(answer))} for all values."
    return unequal_because(reason, method)


def _excludes_points(condition: Statement) -> bool:
    """``x != 1``; ``x > 0`` leaves out half of the numbers, as for ln(x^2) and 2 ln(x)."""
    return isinstance(condition, Chain) and condition.ops == (RelOp.NE,)


def _rounded(gold: Expr, answer: Expr, terms: Terms) -> Equality | None:
    if not terms.rounded or not (is_closed(gold) and is_closed(answer)):
        return None
    for exact, shown in ((gold, answer), (answer, gold)):
        places = decimals_shown(shown)
        if places is None:
            continue
        decision = approximately(exact, shown, places)
        if decision.outcome is Outcome.PROVED:
            return equal_because("They are the same value, rounded.", decision.method)
    return None


def _same_percentage(gold: Expr, answer: Expr, terms: Terms) -> Equality:
    """``9%`` is 0.09; where the question asks for a percentage, it is also what ``9`` means."""
    in_hundredths = _same_value(gold, answer, terms)
    if in_hundredths.result is EqualityResult.EQUAL:
        return in_hundredths
    left, right = (side.arg if isinstance(side, Percent) else side for side in (gold, answer))
    as_written = _same_value(left, right, terms)
    if terms.percent:
        return as_written
    if as_written.result is not EqualityResult.EQUAL:
        decided = as_written.result is EqualityResult.UNEQUAL
        return in_hundredths if decided else as_written
    return undecided_because("Only one of them has a percent sign.")


def _one_in_degrees(gold: Expr, answer: Expr, terms: Terms) -> Equality:
    """``30°`` beside ``30``: in degrees, or a forgotten sign."""
    result = _same_value(gold, answer, terms)
    left, right = (side.arg if isinstance(side, Degrees) else side for side in (gold, answer))
    if result.result is EqualityResult.UNEQUAL:
        without_sign = _same_value(left, right, terms)
        if without_sign.result is EqualityResult.EQUAL:
            if terms.unit and not set(variables(gold)) | set(variables(answer)):
                return without_sign
            return undecided_because("Only one of them has a degree sign.")
    return result


def _is_measured(gold: Expr, answer: Expr) -> bool:
    """A unit is written, or a letter after a number that the other side lacks may be one."""
    if has(gold, Quantity) or has(answer, Quantity):
        return True
    short = [isinstance(with_short_units(side), Quantity) for side in (gold, answer)]
    if all(short):  # 3 L and 3 l
        return variables(gold) != variables(answer)
    return short[0] != short[1] and (is_closed(gold) or is_closed(answer))


def _same_quantity(gold: Expr, answer: Expr, terms: Terms) -> Equality:
    if has(gold, Quantity) != has(answer, Quantity):
        bare = _same_value(without_units(gold), without_units(answer), terms)
        if terms.unit or bare.result is EqualityResult.UNDECIDED:
            return bare
        return undecided_because("Only one of them has a unit, and the question does not fix it.")
    try:
        left, right = measure(gold), measure(answer)
    except MixedUnits as error:
        return undecided_because(str(error))
    if left.dimension != right.dimension:
        return unequal_because("Their units measure different things.", "dimensions")
    return _same_value(left.value, right.value, terms)


def _same_antiderivative(gold: Expr, answer: Expr) -> Equality | None:
    """The question asks for an antiderivative: the constants of integration may differ."""
    constants = [set(variables(side)) & set(_CONSTANTS) for side in (gold, answer)]
    names = {*variables(gold), *variables(answer)} - set(_CONSTANTS)
    if not all(constants) or len(names) != 1:
        return None
    name = names.pop()
    try:
        slopes = [
            differentiate(substitute(side, dict.fromkeys(_CONSTANTS, _ZERO)), name)
            for side in (gold, answer)
        ]
    except ValueError:
        return None
    if identity(slopes[0], slopes[1]).outcome is Outcome.PROVED:
        return equal_because("They differ by a constant only.", "same derivative")
    return None
