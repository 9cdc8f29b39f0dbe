"""Solutions that a line gives rounded: ``x ≈ 26.67`` where x is 80/3."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Final

from mathviz_chat.core.checking.conditions import assignment, compare
from mathviz_chat.core.checking.facts import MAX_CASES, Case, Facts
from mathviz_chat.core.checking.judgement import Judgement, show, unchecked
from mathviz_chat.core.checking.numeric import decimals_shown, ends_soon
from mathviz_chat.core.checking.terms import disjuncts, equation
from mathviz_chat.core.checking.values import judge_values
from mathviz_chat.core.kernel import Outcome, approximately, evaluate, real_solutions
from mathviz_chat.core.problems.judging.solutions import changes_sign, is_rounded
from mathviz_chat.core.reading.logarithms import TEN, in_base
from mathviz_chat.core.reading.tree import Expr, Number, Or, RelOp, Statement, Symbol
from mathviz_chat.core.reading.walking import transform, walk
from mathviz_chat.core.verdict import Relation, Role, Verdict

_CERTIFIED = "certified roots"
MAX_ROUNDED: Final = 4  # numbers of an expression whose roundings are tried
ROUNDED: Final = "It is a solution rounded, which does not satisfy the equation itself."
ROUNDED_BEFORE: Final = "It was rounded on the way: with more digits it may hold."


def rounded(facts: Facts, after: Statement) -> Judgement | None:
    """``x = 26.67`` where x is 80/3; ``x = 1.41 or x = -1.41`` where its square is 2."""
    found = [assignment(case) for case in disjuncts(after)]
    if len(facts.given) != 1 or len(facts.unknowns) != 1:
        return None
    exact = _exact_solutions(facts)
    if len(exact) != len(found):
        return None
    places = {decimals_shown(one[1]) or 0 for one in found if one is not None}
    left = list(exact)
    for one in found:
        near = [value for value in left if one is not None and _rounds_to(value, one[1])]
        if len(near) != 1:
            return None
        left.remove(near[0])
    name = facts.unknowns[0]
    cases = tuple(equation(Symbol(name), value) for value in exact)
    solved = compare(facts.given, cases[0] if len(cases) == 1 else Or(cases), facts.unknowns)
    if not solved.is_equivalent:
        return None
    shown = " or ".join(f"{name} = {show(value)}" for value in exact)
    condition = f"rounded to {max(places)} decimal{'s' if max(places) > 1 else ''}"
    reason = f"It is the solution {shown}, rounded."
    return Judgement(
        Verdict.PROVED,
        Relation.SAME_IF,
        reason,
        None,
        _CERTIFIED,
        (condition,),
        Role.CONDITION,
        solved.decision,
    )


def misrounded(facts: Facts, after: Statement) -> Judgement | None:
    """``x ≈ 1.87`` after the line ``x = ln 20/ln 5``, which is 1.8614."""
    found = assignment(after)
    if found is None or len(facts.exact) != 1:
        return None
    judged = judge_values(facts.exact[0], RelOp.APPROX, found[1])
    return judged.of_role(Role.CONDITION) if judged.verdict is Verdict.REFUTED else None


def rounds_some(facts: Facts, after: Statement, line: int) -> Judgement | None:
    """``x = 1.86`` for ``5^x = 20``: a solution lies where it shows one, and has more digits.

    It is one of the cases that the text names, which may be all of them.
    """
    if len(facts.given) != 1 or len(facts.unknowns) != 1:
        return None
    found = [assignment(case) for case in disjuncts(after)]
    if not all(one is not None and _is_near(facts, one[1]) for one in found):
        return None
    if len(facts.cases) < MAX_CASES:
        facts.cases.append(Case(after, line))
    return unchecked(ROUNDED, Role.CONDITION)


def _is_near(facts: Facts, shown: Expr) -> bool:
    exact = _exact_solutions(facts)
    if exact:
        return any(_rounds_to(one, shown) for one in exact)
    return is_rounded(facts.given[0], facts.unknowns[0], shown)


def rounded_on_the_way(facts: Facts, after: Statement) -> str | None:
    """``x = 3*1.414`` where x is 3 sqrt(2): with more digits it may hold."""
    found = assignment(after)
    if found is None or len(facts.given) != 1 or len(facts.unknowns) != 1:
        return None
    exact = [value for one in _exact_solutions(facts) if (value := evaluate(one)) is not None]
    if len(exact) > 1:
        return None
    fewest = 1 if not exact or exact[0].rational is None else 2
    ends = _with_each_rounding(found[1], fewest)
    reach = [value for one in ends if (value := evaluate(one)) is not None]
    if len(reach) < 2:
        return None
    least, most = (choose(one.decimal for one in reach) for choose in (min, max))
    if exact:
        return ROUNDED_BEFORE if least <= exact[0].decimal <= most else None
    near = changes_sign(facts.given[0], facts.unknowns[0], least, most)
    return ROUNDED_BEFORE if near else None


def _with_each_rounding(expr: Expr, fewest: int) -> list[Expr]:
    """The expression with the least and the greatest values of its rounded numbers, those that
    show as many decimals."""
    shown = {
        node for node in walk(expr) if isinstance(node, Number) and (node.places or 0) >= fewest
    }
    if not shown or len(shown) > MAX_ROUNDED or isinstance(expr, Number):
        return []
    ordered = sorted(shown, key=lambda one: one.value)
    ends = [[_moved(one, sign) for sign in (-1, 1)] for one in ordered]
    choices = (dict(zip(ordered, chosen, strict=True)) for chosen in product(*ends))
    return [_put_in(expr, put) for put in choices]


def _put_in(expr: Expr, values: dict[Number, Number]) -> Expr:
    return transform(expr, lambda node: values.get(node) if isinstance(node, Number) else None)


def _moved(shown: Number, sign: int) -> Number:
    return Number(shown.value + sign * Fraction(1, 2 * 10 ** (shown.places or 0)))


def _exact_solutions(facts: Facts) -> list[Expr]:
    """The kernel's, or those of a line before that was proved to name all of them."""
    solutions = real_solutions(facts.given[0], facts.unknowns[0])
    if solutions is None or not solutions.is_finite:
        return list(facts.exact)
    return [point.exact for point in solutions.points if point.exact is not None]


def _rounds_to(exact: Expr, shown: Expr) -> bool:
    places = decimals_shown(shown)
    exact = in_base(exact, TEN)
    if not places or ends_soon(exact, shown, places):
        return False
    return approximately(exact, shown, places).outcome is Outcome.PROVED
