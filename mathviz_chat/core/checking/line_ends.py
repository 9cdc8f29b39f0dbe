"""What a line of a text may give to its answer: the values it ends in, its last words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from mathviz_chat.core.checking.announced import bare, says_only
from mathviz_chat.core.checking.chain_formulas import NOT_FILLED_IN
from mathviz_chat.core.checking.conditions import assignment, spread
from mathviz_chat.core.checking.denial import is_not_claimed
from mathviz_chat.core.checking.harmless_words import COMPARES
from mathviz_chat.core.checking.judgement import Judgement
from mathviz_chat.core.checking.last_values import (
    end_of,
    in_its_unit,
    is_rounding,
    with_last_values,
)
from mathviz_chat.core.checking.lines import DECIMAL_COMMA, Found, ReadLine
from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.checking.terms import conjuncts, disjuncts, is_closed
from mathviz_chat.core.checking.values import judge_values
from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.reading import ReadError, read
from mathviz_chat.core.reading.tree import (
    Chain,
    Div,
    Expr,
    Node,
    Number,
    Quantity,
    RelOp,
    Statement,
    Symbol,
)
from mathviz_chat.core.reading.units import match_unit
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import Relation, Role, Verdict

_IS_CHECK = re.compile(r"\W*(?:check|checking|verification|verify|proof)\W*$", re.IGNORECASE)
_THREE_DIGITS = 100
_SIGN = re.compile(r"[=≈]|\\approx\b")


def is_wrong(judged: Judgement) -> bool:
    """It is refuted as it stands, or a formula in its chain does not come to what follows it."""
    refuted = judged.verdict is Verdict.REFUTED and judged.relation is not Relation.ROOTS_LOST
    return refuted or NOT_FILLED_IN in f"{judged.reason} {judged.unproved}"


def ends_of(node: Node | None) -> list[Node]:
    """The values that a formula ends in, ``x = 3`` and ``x = 2`` of ``x = 6/2 = 3 or x = 2``."""
    if not isinstance(node, Statement):
        return [] if node is None else [node]
    cases = [part for case in disjuncts(spread(node)) for part in conjuncts(case)]
    ends = [with_last_values(part, rounded=False) for part in cases]
    return [*ends, *(end_of(end) for end in ends)]


def last_words(text: str, claims: Sequence[tuple[Found, Judgement]]) -> str | None:
    """A line without a claim; of a chain that is proved what stands behind its last sign."""
    stated = [one for one in claims if isinstance(one[0].node, Statement) and not _leaves_out(one)]
    if len(claims) == 1 and stated and isinstance(stated[0][0].node, Chain):
        proved = stated[0][1].verdict is Verdict.PROVED
        return _SIGN.split(text)[-1] if proved else None
    claimed = stated or any(judged.verdict is not Verdict.UNCHECKED for _, judged in claims)
    return None if claimed else text


def _leaves_out(claim: tuple[Found, Judgement]) -> bool:
    """``for x != -3``, beside the expression that it restricts."""
    return claim[1].role is Role.GIVEN and _restricts(claim[0].node)


def leaves_out_of_expression(line: ReadLine, place: int, task: Task) -> bool:
    """``x != -2`` after ``(x - 2)/(x + 3)``, where the question or the answer divides by x + 2:
    what it leaves out has no value anyway."""
    before = [one.node for one in line.found[:place] if not _restricts(one.node)]
    shown = before[-1] if before else None
    if not isinstance(shown, Expr) or task.problem is None or task.problem.unknowns:
        return False
    sources = [one for one in (shown, task.source) if one is not None]
    divisors = [node.right for one in sources for node in walk(one) if isinstance(node, Div)]
    restricted = [one.node for one in line.found[place : place + 1] if _restricts(one.node)]
    return bool(restricted) and all(
        isinstance(part, Chain) and _is_pole(part, divisors)
        for node in restricted
        if isinstance(node, Statement)
        for part in conjuncts(node)
    )


def _is_pole(part: Chain, divisors: Sequence[Expr]) -> bool:
    match part.items:
        case (Symbol(name), value) if is_closed(value):
            zero = Number(Fraction(0))
            there = (substitute(one, {name: value}) for one in divisors if name in variables(one))
            return any(judge_values(one, RelOp.EQ, zero).verdict is Verdict.PROVED for one in there)
    return False


def _restricts(node: Node | None) -> bool:
    """``x != -3``, ``x != -3, x != 2``."""
    parts = conjuncts(node) if isinstance(node, Statement) else []
    return bool(parts) and all(isinstance(one, Chain) and one.ops == (RelOp.NE,) for one in parts)


def checks_before(found: Found, claims: Sequence[tuple[Found, Judgement]]) -> bool:
    """A right computation with numbers that its line says is a check of what stood before."""
    node = found.node
    if not _IS_CHECK.match(found.lead) or not isinstance(node, Chain) or variables(node):
        return False
    return any(one is found and judged.verdict is Verdict.PROVED for one, judged in claims)


def rounds_value(before: Node, found: Found) -> bool:
    """``A ≈ 78.5``, ``≈ 78.5 cm^2`` after ``A = 25pi``: the same letter or none, not to tens."""
    node = found.node
    if isinstance(node, Chain):
        first = before.items[0] if isinstance(before, Chain) else None
        if node.ops != (RelOp.APPROX,) or node.items[0] != first:
            return False
        node = node.items[1]
    elif found.leading is not RelOp.APPROX:
        return False
    value = end_of(before)
    shown = node.value if isinstance(node, Quantity) else node
    if not isinstance(value, Expr) or not isinstance(shown, Number) or not is_closed(value):
        return False
    exact_enough = bool(shown.places) or abs(shown.value) >= _THREE_DIGITS
    return exact_enough and is_rounding(value, shown)


def has_other_unit(before: Node, tail: str, found: Found) -> bool:
    """``A = 25pi cm``, then ``A ≈ 78.5 cm^2``. tail: what stands after the formula before."""
    shown = found.node.items[-1] if isinstance(found.node, Chain) else found.node
    units = {one.unit for one in walk(end_of(before)) if isinstance(one, Quantity)}
    behind = match_unit(tail, 0)
    units |= set() if behind is None else {behind[0]}
    return bool(units) and isinstance(shown, Quantity) and shown.unit not in units


def with_unit_of(before: Node, found: Found) -> Node:
    """``A = 25pi cm^2`` of ``A = 25pi``, once ``A ≈ 78.5 cm^2`` has said its unit."""
    shown = found.node.items[-1] if isinstance(found.node, Chain) else found.node
    value = end_of(before)
    if not isinstance(shown, Quantity) or not isinstance(value, Expr):
        return before
    measured = in_its_unit(value, shown)
    if isinstance(before, Chain):
        return replace(before, items=(*before.items[:-1], measured))
    return measured


def rounds_what_stood(found: Found, judged: Judgement) -> bool:
    """``t = 13.86``, ``A ≈ 78.5`` of a value that is known."""
    node, proved = found.node, judged.verdict is Verdict.PROVED
    ops = node.ops if isinstance(node, Chain) else ()
    if proved and RelOp.APPROX in (*ops[:1], found.leading):
        return True
    return judged.relation is Relation.SAME_IF and any(
        condition.startswith("rounded") for condition in judged.conditions
    )


def node_of(line: ReadLine) -> Node | None:
    """The tree of an announced answer: its text as a whole, or all of it that counts."""
    try:
        return read(bare(line.answer or ""))
    except ReadError:
        said = line.answer or ""
        read_in = (one for one in line.found if one.node is not None and says_only(said, one.text))
        return next((one.node for one in read_in), None)


def refuted_value(said: str, claims: Sequence[tuple[Found, Judgement]]) -> str | None:
    """Why the bare expression that is announced is not what was asked for, if that is proved."""
    for found, judged in claims:
        value = found.node is not None and not isinstance(found.node, Statement)
        if value and judged.verdict is Verdict.REFUTED and says_only(said, found.text):
            return judged.reason
    return None


def is_only_supposed(found: Found, claims: Sequence[tuple[Found, Judgement]]) -> bool:
    """It is asked, denied, tried out, or read doubtfully, and so is no answer."""
    if any(one is found and judged.reason == DECIMAL_COMMA for one, judged in claims):
        return True
    if not found.is_relation and (is_not_claimed(found.lead) or COMPARES.search(found.lead)):
        return True
    roles = [judged.role for one, judged in claims if one is found]
    if Role.DEFINITION in roles:
        return isinstance(found.node, Statement) and assignment(found.node) is not None
    return Role.NONE in roles or Role.GIVEN in roles
