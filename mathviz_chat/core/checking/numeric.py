"""Computations: relations between numbers, judged in exact arithmetic.

Domain: real constants. ``=`` may round: where the right side shows decimals, it may be the value
of the left side rounded to them, and the rounding is then named as a condition. ``≈`` means half
a unit of the last digit shown (of the last digit that is not 0, for an integer).
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.checking.judgement import (
    Judgement,
    conditions_of,
    show,
    unchecked,
    witness_text,
)
from mathviz_chat.core.checking.rounded_terms import ROUNDED_TERMS, rounds_terms
from mathviz_chat.core.checking.terms import (
    has,
    is_literal,
    transform,
    uses_complex,
    without_unit,
)
from mathviz_chat.core.kernel import Decision, Outcome, approximately, evaluate, holds, identity
from mathviz_chat.core.reading.spelling import in_digits
from mathviz_chat.core.reading.tree import (
    Abs,
    Chain,
    Const,
    Constant,
    Degrees,
    Div,
    Expr,
    Mul,
    Neg,
    Node,
    Number,
    Percent,
    Pow,
    RelOp,
    RepeatingDecimal,
)
from mathviz_chat.core.verdict import Relation, Role, Verdict

MAX_POWER: Final = 300  # of ten, of a number in scientific notation
_HUNDRED: Final = Number(Fraction(100))
_HALF_TURN: Final = Number(Fraction(180))
_SIGNS: Final = {
    RelOp.LT: "less than",
    RelOp.LE: "at most",
    RelOp.GT: "greater than",
    RelOp.GE: "at least",
    RelOp.NE: "different from",
}


def judge_numbers(left: Expr, op: RelOp, right: Expr) -> Judgement:
    """Judge ``left op right`` between constants; the role is always a computation."""
    if op in (RelOp.EQ, RelOp.IDENTICAL, RelOp.DEFINED):
        judged = _judge_equal(left, right)
    elif op is RelOp.APPROX:
        judged = _judge_rounded(left, right)
    elif op in _SIGNS:
        judged = _judge_order(left, op, right)
    else:
        judged = unchecked("This relation between numbers is not checked.")
    return judged.of_role(Role.COMPUTATION)


def _judge_equal(left: Expr, right: Expr) -> Judgement:
    decision = identity(*_squared_modulus(left, right))
    if decision.outcome is Outcome.PROVED:
        return _proved(decision, right)
    if decision.outcome is Outcome.PROBABLE:
        reason = f"{show(left)} and {show(right)} agree to many digits, but it is not proved."
        return Judgement(Verdict.PROBABLE, None, reason, method=decision.method)
    if decision.outcome is Outcome.UNDECIDED:
        return unchecked(decision.reason)
    other = _as_rounded(left, right) or _as_percent(left, right)
    if other is None and rounds_terms(left, right):
        return unchecked(ROUNDED_TERMS)
    return other or _refuted(decision, left, right)


def _squared_modulus(left: Expr, right: Expr) -> tuple[Expr, Expr]:
    """``|3 + 4i| = 5`` by squares: a number times its conjugate; anything else as it is."""
    if not isinstance(left, Abs) or not uses_complex(left) or uses_complex(right):
        return left, right
    if holds(Chain((right, Number(Fraction(0))), (RelOp.GE,)), {}).outcome is not Outcome.PROVED:
        return left, right
    return Mul(left.arg, transform(left.arg, _conjugate)), Mul(right, right)


def _conjugate(node: Node) -> Node | None:
    return Neg(node) if node == Constant(Const.I) else None


def _proved(decision: Decision, right: Expr) -> Judgement:
    reason = f"Both sides are {show(right)}."
    conditions = conditions_of(decision)
    relation = Relation.SAME_IF if conditions else Relation.SAME
    return Judgement(
        Verdict.PROVED, relation, reason, None, decision.method, conditions, ground=decision
    )


def _refuted(decision: Decision, left: Expr, right: Expr) -> Judgement:
    value = show(left)
    reason = f"The left side is {value}, not {show(right)}."
    witness = witness_text(decision.witness) or f"left {value}, right {show(right)}"
    return _different(decision, reason, witness)


def decimals_shown(expr: Expr) -> int | None:
    """Decimals of a number as written; None for anything else, and for whole numbers 0."""
    expr = without_unit(expr)
    if isinstance(expr, Neg | Percent | Degrees):
        return decimals_shown(expr.arg)
    if isinstance(expr, Number):
        return expr.places or 0
    if isinstance(expr, RepeatingDecimal):
        return None
    return None


def _as_rounded(left: Expr, right: Expr) -> Judgement | None:
    """``10/3 = 3.33``: equal after rounding to the decimals shown."""
    for exact, shown in ((left, right), (right, left)):
        places = decimals_shown(shown)
        if places is None or (places == 0 and not _may_be_whole(exact, shown)):
            continue
        decision = _approximately(exact, shown, places)
        if decision.outcome is Outcome.PROVED and ends_soon(exact, shown, places):
            return unchecked(f"The exact value is {show(exact)}: equal only when rounded.")
        if decision.outcome is Outcome.PROVED:
            condition = f"rounded to {_precision(places, shown)}"
            reason = f"Equal when rounded: the exact value is {show(exact)}."
            return Judgement(
                Verdict.PROVED,
                Relation.SAME_IF,
                reason,
                None,
                decision.method,
                (condition,),
                ground=decision,
            )
    return None


def _may_be_whole(exact: Expr, shown: Expr) -> bool:
    """``2/3 = 67%``, ``sin^-1(0.6) = 37°``, which has no exact form; not ``45°/2 = 22°``."""
    if not has(shown, Degrees):
        return isinstance(shown, Percent)
    value = evaluate(_in_degrees(exact))
    return value is not None and value.rational is None


def _precision(places: int, shown: Expr) -> str:
    if not places:
        return "a whole number of degrees" if has(shown, Degrees) else "a whole percentage"
    return f"{places} decimal{'s' if places > 1 else ''}"


def ends_soon(exact: Expr, shown: Expr, places: int) -> bool:
    """``0.5 * 0.1 = 0.1``: with one decimal more nothing need be rounded; or all is rounded off."""
    exact, shown = _measured(exact, shown)
    value, rounded = evaluate(without_unit(exact)), evaluate(without_unit(shown))
    if value is None or value.rational is None:
        return False
    if rounded is not None and rounded.rational == 0:
        return True
    decimals = places + (3 if has(shown, Percent) else 1)
    return (value.rational * Fraction(10**decimals)).denominator == 1


def _approximately(exact: Expr, shown: Expr, places: int) -> Decision:
    """Percent and degree signs count: ``66.7%`` shows one decimal of a percentage."""
    exact, shown = _measured(exact, shown)
    if has(shown, Percent):
        bare = shown.arg if isinstance(shown, Percent) else shown
        return approximately(Mul(_HUNDRED, exact), bare, places)
    return approximately(exact, shown, places)


def _measured(exact: Expr, shown: Expr) -> tuple[Expr, Expr]:
    """``arctan(2)`` and ``63.4°`` both as numbers of degrees."""
    if not has(shown, Degrees):
        return exact, shown
    bare = transform(shown, lambda node: node.arg if isinstance(node, Degrees) else None)
    return _in_degrees(exact), bare


def _in_degrees(angle: Expr) -> Expr:
    return Div(Mul(_HALF_TURN, angle), Constant(Const.PI))


def _as_percent(left: Expr, right: Expr) -> Judgement | None:
    """``2/4 * 100 = 50%``: a percent sign used as the name of what was computed."""
    if has(left, Percent) == has(right, Percent):
        return None
    marked, plain = (left, right) if has(left, Percent) else (right, left)
    hundredfold = Mul(_HUNDRED, marked)
    places = decimals_shown(plain)
    decision = identity(hundredfold, plain)
    if decision.outcome is not Outcome.PROVED and places:
        decision = approximately(hundredfold, plain, places)
    if decision.outcome is not Outcome.PROVED:
        return None
    reason = (
        f"Read as a percentage this is {show(hundredfold)}%; "
        f"as an equation it would say {show(plain)} = {show(marked)}."
    )
    return Judgement(Verdict.UNCHECKED, Relation.NOTATION, reason, method=decision.method)


def _judge_rounded(left: Expr, right: Expr) -> Judgement:
    exact, shown = (left, right) if is_literal(right) else (right, left)
    scaled = _scientific(right)
    places = decimals_shown(shown) if scaled is None else None
    if scaled is not None:
        exact, shown, places = left, *scaled
    elif places == 0:
        places = -_trailing_zeros(_measured(exact, shown)[1])
    if places is None:
        decision = identity(left, right)
        if decision.outcome is Outcome.PROVED:
            return _proved(decision, right)
        return unchecked('"About" is checked only against a number as written.')
    decision = _approximately(exact, shown, places)
    if decision.outcome is Outcome.UNDECIDED:
        return unchecked(decision.reason)
    if decision.outcome is Outcome.REFUTED and _may_be_near(exact, shown):
        return unchecked('"About" leaves open how near these whole numbers must be.')
    if decision.outcome is Outcome.PROVED:
        reason = f"The value is {show(exact)}, which rounds to {show(shown)}."
        return Judgement(
            Verdict.PROVED, Relation.SAME_IF, reason, None, decision.method, ground=decision
        )
    reason = f"The value is {show(exact)}, which does not round to {show(shown)}."
    witness = f"left {show(left)}, right {show(right)}"
    return _different(decision, reason, witness)


def _scientific(shown: Expr) -> tuple[Expr, int] | None:
    """``1.02 × 10^3`` and how many decimals it shows (-1, as the tens are shown); else None."""
    match shown:
        case Mul(Number() as digits, Pow(Number(base), Number(power))):
            pass
        case Mul(Number() as digits, Pow(Number(base), Neg(Number(power)))):
            power = -power
        case Pow(Number(base), Number(power)):
            digits = Number(Fraction(1))
        case _:
            return None
    if base != 10 or power.denominator != 1 or abs(power) > MAX_POWER:
        return None
    shown_places = digits.places or -_trailing_zeros(digits)
    return shown, shown_places - power.numerator


def _may_be_near(exact: Expr, shown: Expr) -> bool:
    """``145 ≈ 144``, an estimate by a square: whole numbers that differ by less than a tenth."""
    first, second = evaluate(without_unit(exact)), evaluate(without_unit(shown))
    if first is None or second is None or first.rational is None or second.rational is None:
        return False
    whole = first.rational.denominator == second.rational.denominator == 1
    return whole and 10 * abs(first.rational - second.rational) < abs(second.rational)


def _trailing_zeros(shown: Expr) -> int:
    value = evaluate(without_unit(shown))
    if value is None or value.rational is None or value.rational == 0:
        return 0
    digits = in_digits(abs(value.rational.numerator))
    return len(digits) - len(digits.rstrip("0"))


def _judge_order(left: Expr, op: RelOp, right: Expr) -> Judgement:
    decision = holds(Chain((left, right), (op,)), {})
    if decision.outcome is Outcome.UNDECIDED:
        return unchecked(decision.reason)
    true = decision.outcome is not Outcome.REFUTED
    reason = f"{show(left)} is {'' if true else 'not '}{_SIGNS[op]} {show(right)}."
    if true:
        verdict = Verdict(decision.outcome)
        return Judgement(verdict, Relation.SAME, reason, None, decision.method, ground=decision)
    witness = f"left {show(left)}, right {show(right)}"
    return _different(decision, reason, witness)


def _different(decision: Decision, reason: str, witness: str) -> Judgement:
    return Judgement(
        Verdict.REFUTED,
        Relation.DIFFERENT,
        reason,
        witness,
        decision.method,
        ground=decision,
    )
