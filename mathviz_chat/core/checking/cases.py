"""Lines that hold some of the solutions each: one is proved once they hold all of them together."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.checking.complex_solutions import complex_completion
from mathviz_chat.core.checking.conditions import assignment, compare, describe, is_solved
from mathviz_chat.core.checking.facts import Case, Facts
from mathviz_chat.core.checking.judgement import CHECK_CANDIDATES, Judgement, clip
from mathviz_chat.core.checking.lines import Found
from mathviz_chat.core.checking.terms import conjuncts, disjuncts, multiplied
from mathviz_chat.core.kernel import Decision, Outcome, holds, identity, substitute, variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.polynomial import Coefficients, divided, of_equation
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Chain,
    Expr,
    Mul,
    Neg,
    Number,
    Or,
    RelOp,
    Statement,
    Sub,
    Symbol,
    Truth,
)
from mathviz_chat.core.verdict import AnswerVerdict, Relation, Role, Verdict

_MAX_FACTOR: Final = 10_000
ONE_CASE: Final = "It is one of the cases"
_OF_PLACE: Final = re.compile(r"\b(?:when|if|for|at|where|with)\W*$", re.IGNORECASE)


def cases_are_complete(facts: Facts) -> bool:
    """Together the cases hold every solution of the facts, and no more (or of ``weaker``)."""
    return _completion(facts) is not None


def is_one_case(facts: Facts, line: int) -> bool:
    """The line names one of the cases, once these are complete, and loses none of them.

    ``(x - 2)(x - 2)(x - 3) = 0`` is a slip and no case, though ``x = 1, 2, 3`` comes after it;
    ``x = 3`` loses -3 after ``x^2 = 9``, which is a case itself.
    """
    if len(facts.unknowns) != 1:
        return True
    own = [case.statement for case in facts.cases if case.line == line and not case.whole]
    parts = [part for statement in own for part in disjuncts(statement)]
    if not parts or Truth(False) in parts:
        return True
    if all(assignment(part) is not None for part in parts):
        return cases_are_complete(replace(facts, cases=_not_worked_out(facts)))
    factors = [_is_factor(part, facts) for part in parts]
    if None not in factors:
        return all(factors)
    if not all(_contributes(part, facts) for part in parts):
        return False
    whole = [case.statement for case in facts.cases if case.whole]
    if not whole or all(part in whole or _is_linear(part, facts.unknowns[0]) for part in parts):
        return not any(compare((part,), Truth(False), facts.unknowns).holds for part in parts)
    others = [case for case in facts.cases if not case.whole]
    return cases_are_complete(replace(facts, cases=others))


def _not_worked_out(facts: Facts) -> list[Case]:
    """The cases that name values, and the others of which no line names one."""
    named = [case for case in facts.cases if is_solved(case.statement)]

    def is_open(case: Case) -> bool:
        values = (one.statement for one in named if one.line > case.line)
        return not any(compare((one,), case.statement, facts.unknowns).holds for one in values)

    return [case for case in facts.cases if case in named or is_open(case)]


def _contributes(part: Statement, facts: Facts) -> bool:
    """Whether an equation that is no polynomial has a part in the solutions: a value that is named
    satisfies it, they are not complete without it, or a line that holds them all has it.

    ``cos x = 3`` and ``e^x = -1`` hold none of them, and are no cases only since others are.
    """
    if not isinstance(part, Chain) or part.ops != (RelOp.EQ,):
        return True
    at_first = substitute(part, _first_turn(facts))
    if any(holds(at_first, value).outcome is Outcome.PROVED for value in _named_values(facts)):
        return True
    others = [case for case in facts.cases if not _is_multiple(case.statement, part)]
    if not cases_are_complete(replace(facts, cases=others)):
        return True
    return any(has_part(one, part) for one in (*facts.given, *facts.same))


def _is_multiple(one: Statement, part: Chain) -> bool:
    """``4sin(x) = 1`` beside ``sin(x) = 1/4``: the same case, worked out."""
    if not isinstance(one, Chain) or one.ops != (RelOp.EQ,):
        return False
    if one == part:
        return True
    names, sides = variables(part), (Sub(*one.items), Sub(*part.items))
    try:
        there = [recount.value(side, dict.fromkeys(names, Fraction(7, 10))) for side in sides]
        ratio = Fraction(float(recount.real(there[0]) / recount.real(there[1])))
    except (recount.NotEvaluated, ValueError, ZeroDivisionError, OverflowError):
        return False
    factor = Number(ratio.limit_denominator(_MAX_FACTOR))
    return identity(sides[0], Mul(factor, sides[1])).outcome is Outcome.PROVED


def _named_values(facts: Facts) -> list[dict[str, Expr]]:
    """The values that lines give the unknown; of ``x = pi/6 + 2n*pi`` the one for n = 0."""
    parts = [part for case in facts.cases for part in disjuncts(case.statement)]
    said = [assignment(substitute(part, _first_turn(facts))) for part in parts]
    return [{one[0]: one[1]} for one in said if one is not None and one[0] in facts.unknowns]


def _first_turn(facts: Facts) -> dict[str, Expr]:
    return dict.fromkeys(facts.counters, Number(Fraction(0)))


def has_part(whole: Statement, part: Statement) -> bool:
    """``2^x = -3`` of ``2^x = 2 or 2^x = -3`` and of ``(2^x - 2)(2^x + 3) = 0``."""
    if not isinstance(part, Chain) or part.ops != (RelOp.EQ,):
        return False
    zero = Number(Fraction(0))
    difference = Sub(*part.items)
    for one in disjuncts(whole):
        if not isinstance(one, Chain) or one.ops != (RelOp.EQ,):
            continue
        factors = multiplied(one.items[0]) if one.items[1] == zero else [Sub(*one.items)]
        if len(factors) == 1 and one == whole:
            continue
        signed = (sign for factor in factors for sign in (factor, Neg(factor)))
        if any(identity(difference, sign).outcome is Outcome.PROVED for sign in signed):
            return True
    return False


def _is_factor(statement: Statement, facts: Facts) -> bool | None:
    """``x^2 + 3 = 0``, which divides the polynomial that is solved, and is of less degree; None
    where it or that is no polynomial."""
    unknown = facts.unknowns[0]
    own = _polynomial(statement, unknown)
    if own is not None and len(own) < 2:
        return False  # x + 1 = x
    sources: list[Statement] = [*facts.given[:1], *facts.same]
    sources += [] if facts.weaker is None else [facts.weaker]
    wholes = [found for one in sources if (found := _polynomial(one, unknown)) is not None]
    if own is None or not wholes:
        return None
    return any(len(own) < len(whole) and not any(divided(whole, own)[1]) for whole in wholes)


def _polynomial(statement: Statement, unknown: str) -> Coefficients | None:
    if not isinstance(statement, Chain) or statement.ops != (RelOp.EQ,):
        return None
    return of_equation(statement, unknown)


def _is_linear(statement: Statement, unknown: str) -> bool:
    """``x = 2``, ``x - 2 = 0``, ``2 - x = 1``."""
    found = _polynomial(statement, unknown)
    return found is not None and len(found) == 2


def _completion(facts: Facts) -> Decision | AnswerVerdict | None:
    """What shows the cases to be complete: a comparison, or an answer that was verified."""
    if len(facts.cases) < 2:
        return None
    union = Or(tuple(case.statement for case in facts.cases))
    if facts.complex_cases:
        return complex_completion(facts)
    if facts.angles is not None and facts.angles.is_complete(union):
        return AnswerVerdict.VERIFIED
    equivalent = [(one,) for one in facts.same]
    sources = [facts.given, *equivalent] + ([] if facts.weaker is None else [(facts.weaker,)])
    compared = (compare(source, union, facts.unknowns) for source in sources)
    return next((one.decision for one in compared if one.is_equivalent), None)


def as_complete_case(facts: Facts, lost: Judgement) -> Judgement:
    """The verdict on a line that waited, once the cases are complete."""
    named = dict.fromkeys(case.statement for case in facts.cases if is_solved(case.statement))
    reason = f"{ONE_CASE} that together hold every solution."
    if len(named) > 1:
        cases = clip(" or ".join(map(to_plain, named)))
        reason = f"{ONE_CASE} {cases}, which together hold every solution."
    conditions = (CHECK_CANDIDATES,) if facts.weaker is not None else ()
    return Judgement(
        Verdict.PROVED,
        Relation.SAME_ROOTS,
        reason,
        None,
        lost.method,
        conditions,
        Role.CONDITION,
        _completion(facts),
    )


def as_size(facts: Facts, after: Statement, line: int) -> Judgement | None:
    """``c = 10`` after ``c^2 = 100``, where the letters of the question stand for lengths: all the
    solutions above 0, which is named as the condition."""
    if not facts.of_sizes or len(facts.unknowns) != 1 or assignment(after) is None:
        return None
    positive = Chain((Symbol(facts.unknowns[0]), Number(Fraction(0))), (RelOp.GT,))
    compared = compare((*facts.given, positive), after, facts.unknowns)
    if not compared.is_equivalent or not compare((after,), positive, facts.unknowns).holds:
        return None
    facts.cases.append(Case(after, line))
    return Judgement(
        Verdict.PROVED,
        Relation.SAME_IF,
        f"It is the only solution of {describe(facts.given)} above 0.",
        None,
        compared.decision.method,
        (to_plain(positive),),
        Role.CONDITION,
        compared.decision,
    )


_ONLY: Final = re.compile(r"\b(?:only|all|solutions?|every)\b", re.IGNORECASE)


def as_said_there(facts: Facts, found: Found, lost: Judgement) -> Judgement:
    """``When x = 2, y = 4``, which is said of one place: it holds there, whatever else solves the
    equations."""
    parts = conjuncts(found.node) if isinstance(found.node, Statement) else ()
    named = [one[0] for one in map(assignment, parts) if one is not None]
    if len(parts) < 2 or len(set(named)) != len(parts) or not _OF_PLACE.search(found.lead):
        return lost
    if _ONLY.search(f"{found.lead} {found.tail}"):
        return lost
    place, rest = parts[0], parts[1:]
    together = (*facts.given, place)
    said = [compare(together, part, facts.unknowns) for part in rest]
    if not all(one.holds for one in said):
        return lost
    if compare(together, Truth(False), facts.unknowns).holds:
        return lost
    return Judgement(
        Verdict.PROVED,
        Relation.ONLY_IMPLIED,
        f"It follows from {describe(together)}.",
        None,
        lost.method,
        (to_plain(place),),
        Role.CONDITION,
        said[0].decision,
    )


def unmentioned(lost: Judgement) -> Judgement:
    """In a text with words, a solution may be left out because it makes no sense there."""
    reason = f"Another solution is not mentioned; the words may exclude it. {lost.reason}"
    return replace(lost, verdict=Verdict.UNCHECKED, reason=reason)
