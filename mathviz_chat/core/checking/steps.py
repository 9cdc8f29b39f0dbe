"""A line against the facts in force, with the cases that the text goes through.

A line that holds only some of the solutions may be one of several cases ("or", Case 1 and 2, one
root a line). Such a line gets the relation *roots lost* and waits: the marker holds its verdict
back until :func:`cases_are_complete`, or until the text ends.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from mathviz_chat.core.checking.appearance import lies_between
from mathviz_chat.core.checking.cases import (
    as_complete_case,
    as_size,
    cases_are_complete,
    has_part,
    is_one_case,
)
from mathviz_chat.core.checking.complex_solutions import judge_complex
from mathviz_chat.core.checking.conditions import (
    Compared,
    as_condition,
    assignment,
    compare,
    describe,
    is_solved,
    judgement_of,
    right_values,
)
from mathviz_chat.core.checking.degree_signs import IN_DEGREES, strip_signs
from mathviz_chat.core.checking.facts import MAX_CASES, Case, Facts
from mathviz_chat.core.checking.filled_in import FILLED_IN, fills_in
from mathviz_chat.core.checking.half_conditions import parts_of_all, reason_of_half
from mathviz_chat.core.checking.judgement import CHECK_CANDIDATES, Judgement, unchecked
from mathviz_chat.core.checking.one_of_several import judge_value_of_one
from mathviz_chat.core.checking.principal import judge_principal_angle
from mathviz_chat.core.checking.root_pairs import judge_root_pair
from mathviz_chat.core.checking.rounded_solutions import (
    misrounded,
    rounded,
    rounded_on_the_way,
    rounds_some,
)
from mathviz_chat.core.checking.rounded_terms import ROUNDED_TERMS, rounds_terms
from mathviz_chat.core.checking.side_steps import beside, is_empty, with_membership
from mathviz_chat.core.checking.terms import conjuncts, disjuncts, is_ordered, lone_symbol
from mathviz_chat.core.checking.values import judge_values
from mathviz_chat.core.elimination import follows
from mathviz_chat.core.kernel import Outcome, identity, real_solutions, variables
from mathviz_chat.core.problems.judging.inequality import as_statement
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Neg, Number, Or, RelOp, Statement, Truth
from mathviz_chat.core.verdict import Relation, Role, Verdict

DOMAIN_BEFORE: Final = "The range before says where it is asked; this is taken as given."
NARROWED: Final = "The same line names another solution, too."
BETWEEN_ENDS: Final = "Which curve is above the other one between the ends is not judged."
_CERTIFIED = "certified roots"
_HOLDS_NONE: Final = "It holds none of the solutions."


def judge_condition(
    facts: Facts, statement: Statement, line: int, *, supposed: bool = False
) -> Judgement:
    """Judge a condition on the unknowns; the facts learn from it.

    line: its number. supposed: it is announced as a case, which need not hold a solution.
    """
    plain = strip_signs(facts.given, statement)
    if plain is None:
        return _judge_condition(facts, statement, line, supposed=supposed)
    facts.given, statement = plain
    in_degrees = _judge_condition(facts, statement, line, supposed=supposed)
    return replace(in_degrees, conditions=(*in_degrees.conditions, IN_DEGREES))


def _judge_condition(facts: Facts, statement: Statement, line: int, *, supposed: bool) -> Judgement:
    if (of_complex := judge_complex(facts, statement, line)) is not None:
        return of_complex
    if (reason := _begins_anew(facts, statement)) is not None:
        facts.start_over(statement)
        return unchecked(reason, Role.GIVEN)
    statement = with_membership(facts, facts.spelled_out(statement))
    if (of_both := judge_root_pair(facts, statement)) is not None:
        return of_both
    after = as_condition(statement, facts.unknowns)
    if facts.counters & set(variables(after)):
        judged = _by_angles(facts, after, line)
        return judged or unchecked("The angles of this line were not told.", Role.CONDITION)
    compared, source = _compared(facts, after)
    by_angles = None if compared.is_equivalent else _by_angles(facts, after, line)
    if by_angles is not None:
        return by_angles
    judged = judgement_of(compared, source, after, facts.unknowns)
    if compared.holds:
        return _followed(facts, compared, after, line, judged)
    aside = beside(facts, compared, after) or _other_sign(facts, compared, after, line)
    if aside is not None:
        return aside
    if compared.loses_only:
        return as_size(facts, after, line) or _one_case(facts, after, line, judged)
    followed = _from_weaker(facts, after, line)
    if followed is None and not compared.is_decided:
        followed = (
            rounded(facts, after) or misrounded(facts, after) or judge_principal_angle(facts, after)
        )
    if followed is not None:
        return followed
    if compared.is_false and supposed:
        return unchecked("This is a case that is supposed; it need not hold.", Role.GIVEN)
    return _not_followed(facts, compared, after, statement, line, judged)


def _not_followed(
    facts: Facts,
    compared: Compared,
    after: Statement,
    statement: Statement,
    line: int,
    judged: Judgement,
) -> Judgement:
    """A line that some solution does not satisfy, or that is not decided."""
    if not compared.is_false:
        return _always(after) or judged
    if (everywhere := _always(after)) is not None:
        return everywhere
    if (of_one := judge_value_of_one(facts, after)) is not None:
        return of_one
    if (reason := rounded_on_the_way(facts, after)) is not None:
        return unchecked(reason, Role.CONDITION)
    if any(rounds_terms(before, after) for before in (*facts.given, *facts.same)):
        return unchecked(ROUNDED_TERMS, Role.CONDITION)
    other = rounded(facts, after) or rounds_some(facts, after, line)
    if other is None:
        other = _not_a_step(facts, statement, line)
    if other is not None:
        return other
    explained = _explain_by_wrong_line(facts, after, judged)
    if facts.wrong is None:
        facts.wrong = Case(after, line)
    return explained


def _always(after: Statement) -> Judgement | None:
    """``sin(x) + cos(x) = sqrt(2)*sin(x + pi/4)``, a form of one side: true whatever is given."""
    if not isinstance(after, Chain) or set(after.ops) != {RelOp.EQ}:
        return None
    decisions = [identity(*pair) for pair in pairwise(after.items)]
    if any(one.outcome is not Outcome.PROVED for one in decisions):
        return None
    decision = decisions[0]
    conditions = dict.fromkeys(to_plain(one) for each in decisions for one in each.conditions)
    where = "wherever both sides are defined" if conditions else "for all values"
    return Judgement(
        Verdict.PROVED,
        Relation.ONLY_IMPLIED,
        f"It holds {where}.",
        method=decision.method,
        conditions=tuple(conditions),
        role=Role.CONDITION,
        ground=decision,
    )


def _followed(
    facts: Facts, compared: Compared, after: Statement, line: int, judged: Judgement
) -> Judgement:
    """A line that every solution of the facts satisfies."""
    source = describe(facts.given)
    if after == Truth(True) and not compared.is_equivalent:
        reason = f"Not every number is a solution of {source}."
        return replace(judged, verdict=Verdict.REFUTED, relation=Relation.DIFFERENT, reason=reason)
    if (stray := _stray_value(facts, compared, after)) is not None:
        return unchecked(f"{stray} fits no solution of {source}.", Role.CONDITION)
    if _is_vacuous(facts, after):
        return unchecked("The lines before contradict each other.", Role.CONDITION)
    if compared.of_one_sign:
        facts.one_sign = Case(after, line)
    _accept(facts, compared, after, line)
    return _unless_wider(facts, compared, after, judged)


def _compared(facts: Facts, after: Statement) -> tuple[Compared, tuple[Statement, ...]]:
    """The line beside what is given, or beside a line that was proved to have the same solutions;
    and which of them it was."""
    compared = compare(facts.given, after, facts.unknowns)
    if compared.holds:
        return compared, facts.given
    if compared.is_false:  # perhaps for some values of the letters only: ``v = sqrt(2E/m)``
        return _eliminated(facts, after) or compared, facts.given
    for same in reversed(facts.same):
        again = compare((same,), after, facts.unknowns)
        if again.is_decided:
            return again, (same,)
    eliminated = _eliminated(facts, after)
    return (compared if eliminated is None else eliminated), facts.given


def _eliminated(facts: Facts, after: Statement) -> Compared | None:
    """Of a formula in several letters: what remains where one of them is put in."""
    if len(facts.given) != 1 or len(variables(facts.given[0])) < 2:
        return None
    found = follows(facts.given[0], after)
    if found is None:
        return None
    relation = Relation.ONLY_IMPLIED if found.of_unknown else found.relation
    return Compared(found.decision, relation, of_one_sign=found.of_unknown)


def judge_infinitely_many(facts: Facts) -> Judgement:
    """``infinitely many solutions``: fewer than all numbers may be infinitely many."""
    solutions = None
    if len(facts.unknowns) == 1 and len(facts.given) == 1:
        solutions = real_solutions(facts.given[0], facts.unknowns[0])
    if solutions is None:
        return unchecked("How many solutions there are was not decided.", Role.CONDITION)
    if not solutions.is_finite:
        anywhere = as_statement(solutions.intervals[0], solutions.unknown) or Truth(True)
        there = compare((anywhere,), facts.given[0], facts.unknowns)
        return Judgement(
            Verdict.PROVED,
            Relation.SAME_ROOTS,
            f"{describe(facts.given)} has infinitely many solutions.",
            method=_CERTIFIED,
            role=Role.CONDITION,
            ground=there.decision,
        )
    found = right_values(facts.given, facts.unknowns) or f"{len(solutions.points)} solutions"
    return Judgement(
        Verdict.REFUTED,
        Relation.DIFFERENT,
        f"{describe(facts.given)} has {found}.",
        witness=found,
        method=_CERTIFIED,
        role=Role.CONDITION,
    )


def _is_vacuous(facts: Facts, after: Statement) -> bool:
    """Several givens of the text itself that no value fits, from which anything would follow."""
    if facts.from_question or len(facts.given) < 2:
        return False
    nothing = Truth(False)
    if not compare(facts.given, nothing, facts.unknowns).holds:
        return False
    return not compare((after,), nothing, facts.unknowns).holds


def _stray_value(facts: Facts, compared: Compared, after: Statement) -> str | None:
    """``x = 3, 2`` for x = 3 and y = 2: a value in a list that no solution has."""
    cases = disjuncts(after)
    if compared.relation is not Relation.ONLY_IMPLIED or len(cases) < 2 or not is_solved(after):
        return None
    for case in cases:
        if compare((*facts.given, case), Truth(False), facts.unknowns).holds:
            return to_plain(case)
    return None


def _not_a_step(facts: Facts, statement: Statement, line: int) -> Judgement | None:
    """What a text itself takes as given may have as many conditions as unknowns, and may end."""
    if facts.from_question:
        return None
    if len(facts.given) < len(facts.unknowns):
        facts.give(statement)
        reason = "It does not follow from the lines before; it is taken as given too."
        return unchecked(reason, Role.GIVEN)
    if not facts.solved or _is_held(facts, statement, line):
        return None
    if is_solved(statement):
        return unchecked("It differs from the value found before: it may mean something else.")
    facts.start_over(statement)
    reason = "It does not follow from the lines before; it is taken as a new given."
    return unchecked(reason, Role.GIVEN)


def _begins_anew(facts: Facts, statement: Statement) -> str | None:
    """Why a line takes the place of what was given."""
    if fills_in(facts, statement):
        facts.in_prose = True  # its letters are quantities, of which some solutions make no sense
        return FILLED_IN
    return None if facts.from_question or not _was_a_domain(facts, statement) else DOMAIN_BEFORE


def _was_a_domain(facts: Facts, statement: Statement) -> bool:
    """``0 < 2x < 10``, then ``2x = 6``: an equation that the range before does not give."""
    given = facts.given[0] if len(facts.given) == 1 else None
    between = isinstance(given, Chain) and lies_between(given)
    parts = [part for case in disjuncts(statement) for part in conjuncts(case)]
    return between and all(isinstance(one, Chain) and set(one.ops) == {RelOp.EQ} for one in parts)


def _is_held(facts: Facts, statement: Statement, line: int) -> bool:
    """``p = 130`` right after ``p = 150/1.2``, which it carries out."""
    found = assignment(statement)
    if found is None or len(facts.exact) != 1 or facts.exact_line != line - 1:
        return False
    exact = facts.exact[0]
    other_root = judge_values(Neg(exact), RelOp.EQ, found[1]).verdict is Verdict.PROVED
    return isinstance(found[1], Number) and not isinstance(exact, Number) and not other_root


def _unless_wider(
    facts: Facts, compared: Compared, after: Statement, judged: Judgement
) -> Judgement:
    """``1/x > 1``, ``1 > x``: it follows, but no list of candidates shows what was let in."""
    ordered = is_ordered(after)
    witness = compared.decision.witness
    if compared.relation is not Relation.ONLY_IMPLIED or witness is None or not ordered:
        return judged
    if len(facts.unknowns) != 1:
        return judged
    for part in parts_of_all(facts.given):
        if compare((part,), after, facts.unknowns).is_equivalent:
            return replace(judged, reason=reason_of_half(part))
    extra = f", such as {judged.witness}" if judged.witness else ""
    reason = f"It follows from {describe(facts.given)}, but it also allows other values{extra}."
    return unchecked(reason, Role.CONDITION)


def unless_supposed(facts: Facts, statement: Statement, judged: Judgement) -> Judgement:
    """``If x = 3, then y = 7``: it need not hold but where the text supposes it."""
    if not facts.supposed or judged.verdict is not Verdict.REFUTED:
        return judged
    after = as_condition(statement, facts.unknowns)
    if isinstance(after, Or):
        return judged  # ``So x = 5 or x = -3``: a list of solutions supposes none of them
    tried = describe(facts.supposed)
    together = (*facts.given, *facts.supposed)
    compared = compare(together, after, facts.unknowns)
    if compared.is_decided and not compare(together, Truth(False), facts.unknowns).holds:
        there = judgement_of(compared, together, after, facts.unknowns)
        if compared.is_false:
            return there
        only_if = (*there.conditions, tried)
        return replace(there, relation=Relation.ONLY_IMPLIED, conditions=only_if)
    if not compare(facts.supposed, after, facts.unknowns).holds:
        return judged
    return unchecked(f"It follows from {tried}, which the text supposes.", Role.GIVEN)


def within(restriction: str | None, statement: Statement, judged: Judgement) -> Judgement:
    """A question that may exclude solutions, by a word that is not read: ``positive``."""
    if restriction is None:
        return judged
    lost = judged.relation is Relation.ROOTS_LOST and judged.verdict is Verdict.REFUTED
    if not lost and not (judged.verdict is Verdict.PROVED and is_solved(statement)):
        return judged
    reason = f"The question says {restriction!r}: which solutions that leaves is not checked."
    return unchecked(reason, Role.CONDITION)


def _accept(facts: Facts, compared: Compared, after: Statement, line: int) -> None:
    if compared.relation is Relation.ROOTS_GAINED:
        facts.weaker = after
    if compared.holds and is_solved(after):
        facts.solved = True
    named = [assignment(case) for case in disjuncts(after)]
    if compared.is_equivalent and all(named):
        facts.exact = tuple(one[1] for one in named if one is not None)
        facts.exact_line = line
    if compared.is_equivalent and not compared.decision.conditions and not is_solved(after):
        facts.keep_equivalent(after)
    names_all = compared.is_equivalent and is_solved(after)
    if names_all and (isinstance(after, Or) or facts.cases):
        facts.cases.extend(Case(one, line, whole=True) for one in disjuncts(after)[:MAX_CASES])


def _one_case(facts: Facts, after: Statement, line: int, lost: Judgement) -> Judgement:
    """Some solutions only: a case. Proved once the cases together hold every solution."""
    if facts.exact_line == line and len(facts.exact) > 1:
        return unchecked(NARROWED, Role.CONDITION)
    if after == Truth(False) and any(map(is_ordered, facts.given)):
        return replace(lost, relation=Relation.DIFFERENT)  # nothing more will make it true
    if is_empty(facts, after) and _is_of_one(facts, after):
        return unchecked(_HOLDS_NONE, Role.GIVEN)
    complete_before = cases_are_complete(facts)
    if len(facts.cases) < MAX_CASES:
        facts.cases.append(Case(after, line))
    return as_complete_case(facts, lost) if complete_before and is_one_case(facts, line) else lost


def _other_sign(facts: Facts, compared: Compared, after: Statement, line: int) -> Judgement | None:
    """``y = -sqrt(x)`` after ``y = sqrt(x)``: together they are ``y^2 = x``."""
    if not compared.is_false or facts.one_sign is None or facts.cases:
        return None
    pair = Or((facts.one_sign.statement, after))
    whole = _eliminated(facts, pair)
    if whole is None or whole.of_one_sign or not whole.is_equivalent:
        return None
    letter = lone_symbol(after.items[0]) if isinstance(after, Chain) else None
    if any(letter in variables(one) for one in whole.decision.conditions):
        return None  # ``y(y^2 - x) = 0``, where 0 is lost
    facts.cases = [facts.one_sign, Case(after, line)]
    return judgement_of(whole, facts.given, pair, facts.unknowns)


def _by_angles(facts: Facts, after: Statement, line: int) -> Judgement | None:
    """Of a trigonometric equation on an interval: the angles that a line allows, which may be
    some of the solutions only, a case."""
    if facts.angles is None or (judged := facts.angles.judge(after)) is None:
        return None
    if judged.relation is Relation.ROOTS_LOST:
        none = [part for part in disjuncts(after) if not disjuncts(facts.angles.as_case(part))]
        if not all(_is_of_one(facts, part) for part in none):
            return replace(judged, relation=Relation.DIFFERENT)  # nothing more will make it true
        if none == list(disjuncts(after)):
            return unchecked(_HOLDS_NONE, Role.GIVEN)
        return _one_case(facts, facts.angles.as_case(after), line, judged)
    if judged.verdict is Verdict.PROVED:
        facts.solved |= is_solved(after)
        facts.keep_equivalent(after)
    return judged


def _is_of_one(facts: Facts, after: Statement) -> bool:
    """``cos x = 3``, which no angle satisfies, where a line that holds all solutions has it as one
    of several cases or factors."""
    lines = (*facts.given, *facts.same)
    return any(has_part(one, part) for one in lines for part in disjuncts(after))


def _from_weaker(facts: Facts, after: Statement, line: int) -> Judgement | None:
    """After a line that gained roots, the text goes on from there: the candidates are checked."""
    if facts.weaker is None:
        return None
    compared = compare((facts.weaker,), after, facts.unknowns)
    judged = judgement_of(compared, (facts.weaker,), after, facts.unknowns)
    if compared.holds:
        if compared.relation is Relation.ROOTS_GAINED:
            facts.weaker = after
        conditions = dict.fromkeys((*judged.conditions, CHECK_CANDIDATES))
        return Judgement(
            Verdict.PROVED,
            Relation.ROOTS_GAINED,
            judged.reason,
            judged.witness,
            judged.method,
            tuple(conditions),
            Role.CONDITION,
            judged.ground,
        )
    return _one_case(facts, after, line, judged) if compared.loses_only else None


def _explain_by_wrong_line(facts: Facts, after: Statement, judged: Judgement) -> Judgement:
    """A right step from a wrong line is said to be just that."""
    if facts.wrong is None:
        return judged
    follows = compare((facts.wrong.statement,), after, facts.unknowns)
    if follows.decision.outcome is not Outcome.PROVED:
        return judged
    reason = (
        f"It follows from line {facts.wrong.line}, but that line is wrong: "
        f"it does not fit {describe(facts.given)}."
    )
    return replace(judged, reason=reason)
