"""Solutions that a line gives rounded: ``x ≈ 26.67`` where x is 80/3."""

from __future__ import annotations

from mathviz_chat.core.checking.conditions import assignment, compare
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.judgement import Judgement, show
from mathviz_chat.core.checking.numeric import decimals_shown, ends_soon
from mathviz_chat.core.checking.terms import disjuncts, equation
from mathviz_chat.core.checking.values import judge_values
from mathviz_chat.core.kernel import Outcome, approximately, real_solutions
from mathviz_chat.core.reading.tree import Expr, Or, RelOp, Statement, Symbol
from mathviz_chat.core.verdict import Relation, Role, Verdict

_CERTIFIED = "certified roots"


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


def _exact_solutions(facts: Facts) -> list[Expr]:
    """The kernel's, or those of a line before that was proved to name all of them."""
    solutions = real_solutions(facts.given[0], facts.unknowns[0])
    if solutions is None or not solutions.is_finite:
        return list(facts.exact)
    return [point.exact for point in solutions.points if point.exact is not None]


def _rounds_to(exact: Expr, shown: Expr) -> bool:
    places = decimals_shown(shown)
    if not places or ends_soon(exact, shown, places):
        return False
    return approximately(exact, shown, places).outcome is Outcome.PROVED
