"""Lines that are right about something beside what is given, and so are not refuted.

The values at which both sides of an inequality are equal or a factor is 0; the cases of an absolute
value, which need not hold; the equation with x and y exchanged, on the way to an inverse function.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise, product
from typing import Final

from mathviz_chat.core.checking.conditions import (
    Compared,
    assignment,
    compare,
    describe,
    is_solved,
)
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.judgement import Judgement, unchecked
from mathviz_chat.core.checking.terms import (
    conjuncts,
    disjuncts,
    has,
    is_closed,
    is_ordered,
    multiplied,
)
from mathviz_chat.core.checking.values import judge_values
from mathviz_chat.core.kernel import real_solutions, substitute, variables
from mathviz_chat.core.problems.judging.inequality import as_statement
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Abs,
    Call,
    Chain,
    Div,
    Expr,
    Interval,
    Neg,
    Node,
    Number,
    Or,
    Pow,
    RelOp,
    Statement,
    Symbol,
    Truth,
    TupleOf,
)
from mathviz_chat.core.reading.walking import transform, walk
from mathviz_chat.core.verdict import Relation, Role, Verdict

_ORDER: Final = (RelOp.LT, RelOp.LE, RelOp.GT, RelOp.GE)
_EQUAL: Final = (RelOp.EQ,)
MAX_BARS: Final = 3
MAX_FACTORS: Final = 8


def with_membership(facts: Facts, statement: Statement) -> Statement:
    """``x = (1, 7)``, where an inequality is solved: the interval, not two values."""
    if _inequality(facts) is None:
        return statement
    match statement:
        case Chain((Symbol() as name, TupleOf((lower, upper), True)), (RelOp.EQ,)):
            return Chain((name, Interval(lower, upper, False, False)), (RelOp.IN,))
        case Chain((Symbol() as name, Interval() as items), (RelOp.EQ,)):
            return Chain((name, items), (RelOp.IN,))
    return statement


def beside(facts: Facts, compared: Compared, after: Statement) -> Judgement | None:
    """What is said of a line that does not follow from what is given, but is no slip; else None."""
    if not compared.is_false:
        return None
    if (case := _case_of_one(facts, after)) is not None:
        return case
    if compared.loses_only:
        empty = compare((after,), Truth(False), facts.unknowns).holds
        return _case_of_bars(facts, after) if empty and after != Truth(False) else None
    return (
        _boundary(facts, after)
        or _zero_of_factor(facts, after)
        or _end_of_one(facts, after)
        or _case_of_bars(facts, after)
        or _exchanged(facts, after)
    )


def _case_of_one(facts: Facts, after: Statement) -> Judgement | None:
    """``x - 1 > 3`` for ``|x - 1| > 3 and x < 10``: one of the ranges of one of the conditions."""
    parts = [part for whole in facts.given for part in conjuncts(whole)]
    if len(parts) < 2 or len(facts.unknowns) != 1 or not is_ordered(after):
        return None
    for part in parts[:MAX_FACTORS]:
        found = real_solutions(part, facts.unknowns[0])
        ranges = () if found is None or len(found.intervals) < 2 else found.intervals
        stated = (as_statement(one, facts.unknowns[0]) for one in ranges)
        if any(one and compare((one,), after, facts.unknowns).is_equivalent for one in stated):
            reason = f"It is a case of {to_plain(part)}, one of several conditions."
            return unchecked(reason, Role.GIVEN)
    return None


def is_empty(facts: Facts, statement: Statement) -> bool:
    """No number satisfies it: ``e^x = -1``, ``sin x = 2``."""
    if compare((statement,), Truth(False), facts.unknowns).holds:
        return True
    match statement:
        case Chain((Call("sin" | "cos"), value), (RelOp.EQ,)) if is_closed(value):
            return _holds(Abs(value), RelOp.GT, Number(Fraction(1)))
        case Chain((Pow(base, _), value), (RelOp.EQ,)) if is_closed(base) and is_closed(value):
            zero = Number(Fraction(0))
            return _holds(base, RelOp.GT, zero) and _holds(value, RelOp.LE, zero)
    return False


def _holds(left: Expr, op: RelOp, right: Expr) -> bool:
    return judge_values(left, op, right).verdict is Verdict.PROVED


def _inequality(facts: Facts) -> Chain | None:
    if len(facts.given) != 1 or len(facts.unknowns) != 1 or not isinstance(facts.given[0], Chain):
        return None
    return facts.given[0] if set(facts.given[0].ops) <= set(_ORDER) else None


def _boundary(facts: Facts, after: Statement) -> Judgement | None:
    """``x = 3 or x = -2`` for ``x^2 - x - 6 > 0``."""
    given = _inequality(facts)
    parts = [part for case in disjuncts(after) for part in conjuncts(case)]
    equations = all(isinstance(part, Chain) and set(part.ops) == set(_EQUAL) for part in parts)
    if given is None or len(given.items) != 2 or not equations:
        return None
    equal = Chain(given.items, _EQUAL)
    if compare((equal,), after, facts.unknowns).is_equivalent:
        facts.at_ends |= not is_solved(after)
        reason = (
            f"It says where both sides of {describe((given,))} are equal; that is no solution yet."
        )
        return unchecked(reason, Role.GIVEN)
    undefined = [Chain((below, Number(Fraction(0))), _EQUAL) for below in _divisors(given)]
    bounds = (equal, *undefined)
    at_bounds = (
        assignment(part) is not None
        and any(compare((part,), one, facts.unknowns).holds for one in bounds)
        for part in parts
    )
    one_a_line = facts.at_ends and assignment(after) is not None
    if not one_a_line and not all(compare((one,), after, facts.unknowns).holds for one in bounds):
        return None  # one end only
    if not all(at_bounds):
        return None
    reason = f"It says where the sign of {describe((given,))} may change; that is no solution yet."
    return unchecked(reason, Role.GIVEN)


def _end_of_one(facts: Facts, after: Statement) -> Judgement | None:
    """``2x - 3 = 5`` and ``x = 4`` for ``2x - 3 > 5 and x + 1 < 10``."""
    links = [one for one in _links(facts.given) if set(one.ops) <= set(_ORDER)]
    if len(links) < 2 or len(facts.unknowns) != 1:
        return None
    for one in links[:MAX_FACTORS]:
        if compare((Chain(one.items, _EQUAL),), after, facts.unknowns).is_equivalent:
            shown = to_plain(one)
            reason = f"It says where both sides of {shown} are equal; that is no solution yet."
            return unchecked(reason, Role.GIVEN)
    return None


def _links(given: Sequence[Statement]) -> list[Chain]:
    """Each relation sign of what is given, whichever words join them."""
    parts = [part for whole in given for case in disjuncts(whole) for part in conjuncts(case)]
    chains = [part for part in parts if isinstance(part, Chain)]
    return [
        Chain(sides, (op,))
        for chain in chains
        for sides, op in zip(pairwise(chain.items), chain.ops, strict=True)
    ]


def _zero_of_factor(facts: Facts, after: Statement) -> Judgement | None:
    """``x - 3 = 0``, ``x = 3`` for ``(x - 3)(x + 2) < 0``: one end, of a factor that is written."""
    given = _inequality(facts)
    if given is None or not isinstance(after, Chain | Or):
        return None
    written = {part: None for line in (given, *facts.same) for part in _factors(line)}
    zero = Number(Fraction(0))
    for factor in tuple(written)[:MAX_FACTORS]:
        if compare((Chain((factor, zero), _EQUAL),), after, facts.unknowns).is_equivalent:
            reason = (
                f"It says where a factor of {describe((given,))} is 0; that is no solution yet."
            )
            return unchecked(reason, Role.GIVEN)
    return None


def _factors(line: Statement) -> list[Expr]:
    """The factors of the side that is compared with 0, and what is divided by anywhere."""
    if not isinstance(line, Chain):
        return []
    zero = Number(Fraction(0))
    whole = [item for item in line.items if item != zero and zero in line.items]
    parts = [part for item in whole for part in multiplied(item)]
    several = parts if len(parts) > 1 else []
    return [one for one in (*several, *_divisors(line)) if variables(one)]


def _divisors(given: Chain) -> list[Expr]:
    """What is divided by: ``x + 2`` of ``(x - 1)/(x + 2) < 0``."""
    return [node.right for node in walk(given) if isinstance(node, Div) and variables(node.right)]


def _case_of_bars(facts: Facts, after: Statement) -> Judgement | None:
    """``-(x - 1) = 2x - 5`` for ``|x - 1| = 2x - 5``: what holds where x - 1 is negative."""
    if len(facts.given) != 1 or not has(facts.given[0], Abs):
        return None
    bars = tuple(dict.fromkeys(node for node in walk(facts.given[0]) if isinstance(node, Abs)))
    for signs in product((True, False), repeat=len(bars) if len(bars) <= MAX_BARS else 0):
        chosen: dict[Node, Expr] = {
            bar: bar.arg if positive else Neg(bar.arg)
            for bar, positive in zip(bars, signs, strict=True)
        }
        case = transform(facts.given[0], chosen.get)
        if compare((case,), after, facts.unknowns).is_equivalent:
            reason = f"It is the case {to_plain(case)}; what it gives has to be checked."
            return unchecked(reason, Role.GIVEN)
    return None


def _exchanged(facts: Facts, after: Statement) -> Judgement | None:
    """``x = (2y + 1)/3`` for ``y = (2x + 1)/3``, where the inverse function is asked for."""
    if facts.to_exchange is None or len(facts.given) != 1:
        return None
    one, two = facts.to_exchange
    swapped = substitute(facts.given[0], {one: Symbol(two), two: Symbol(one)})
    compared = compare((swapped,), after, (one, two))
    if not compared.is_equivalent:
        return None
    reason = f"It is {describe(facts.given)} with {one} and {two} exchanged."
    facts.given, facts.to_exchange, facts.same = (swapped,), None, ()
    facts.unknowns = (one, two)
    return Judgement(
        Verdict.PROVED,
        Relation.SAME,
        reason,
        method=compared.decision.method,
        role=Role.CONDITION,
        ground=compared.decision,
    )
