"""Formulas beside a claim that say nothing new: they say it again, say less, or name its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from mathviz_chat.core.checking.beside import COMMANDS, Line
from mathviz_chat.core.checking.conditions import as_condition, compare
from mathviz_chat.core.checking.harmless_words import ABOUT
from mathviz_chat.core.checking.judgement import Judgement
from mathviz_chat.core.checking.lines import Found
from mathviz_chat.core.checking.points import PLACE
from mathviz_chat.core.checking.terms import conjuncts, is_closed
from mathviz_chat.core.checking.values import judge_values
from mathviz_chat.core.kernel import variables
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Chain,
    Expr,
    Integral,
    Interval,
    Node,
    Quantity,
    RelOp,
    SetOf,
    Statement,
    Symbol,
    TupleOf,
    UnionOf,
)
from mathviz_chat.core.verdict import Role, Verdict

_ORDERED: Final = set(RelOp) - {RelOp.EQ}
NOT: Final = "not"  # before a value that the claim does not have
_LABEL: Final = re.compile(r"[(\[]\s*\d{1,2}\s*[)\]]")


def repeats(line: Line, sign: str, previous: str, place: int) -> bool:
    """It says what is proved once more (``i.e. 50%``), or less (``where x != 0``), or which line
    it comes from (``(1)``)."""
    one, claim, judged = line.formula(sign), line.found[place], line.judged[place]
    if _LABEL.fullmatch(one.text.strip()) or one.text.strip() in COMMANDS:
        return True
    if previous == NOT:
        return _is_another(one.node, claim.node)
    if isinstance(one.node, Statement):
        where = line.judgement(sign)
        at_place = where is not None and where.reason == PLACE
        held = to_plain(one.node) in judged.conditions
        return held or at_place or _says_less(one.node, claim.node, judged)
    if judged.role is Role.CONDITION and _names_its_values(one.node, claim.node):
        return True
    about = RelOp.APPROX if previous in ABOUT else RelOp.EQ
    return says_again(one.node, [claim], about)


def _is_another(value: Node | None, claim: Node | None) -> bool:
    """``2 + 3 = 5, not 6``: a value that the claim does not have."""
    if not isinstance(claim, Chain) or not isinstance(value, Expr) or RelOp.EQ not in claim.ops:
        return False
    last = claim.items[-1]
    both_closed = is_closed(last) and is_closed(value)
    return both_closed and judge_values(last, RelOp.EQ, value).verdict is Verdict.REFUTED


def _says_less(said: Statement, claim: Node | None, judged: Judgement) -> bool:
    """It follows from the claim, or leaves out values of what is claimed for all of them."""
    if judged.role is Role.CONDITION and isinstance(claim, Statement):
        return compare((claim,), said, variables(claim)).holds
    if judged.role is not Role.IDENTITY or not isinstance(claim, Chain | Expr):
        return False
    first = claim.items[0] if isinstance(claim, Chain) else claim
    within = set(variables(said)) <= set(variables(first)) or _integrand_of(first, said)
    parts = [one for one in conjuncts(said) if isinstance(one, Chain)]
    allowed = _ORDERED if isinstance(claim, Chain) else {RelOp.NE}
    left_out = all(set(one.ops) <= allowed for one in parts)
    return len(parts) == len(conjuncts(said)) and left_out and within


def _integrand_of(first: Node, said: Statement) -> bool:
    """``∫ 1/x dx = ln|x| + C for x != 0``: about the variable of the integral."""
    return isinstance(first, Integral) and set(variables(said)) <= {first.variable}


def _names_its_values(value: Node | None, claim: Node | None) -> bool:
    """``x < 5, i.e. (-oo, 5)``."""
    if not isinstance(claim, Statement) or value is None or len(variables(claim)) != 1:
        return False
    name = variables(claim)[0]
    if not isinstance(value, Interval | UnionOf | SetOf | TupleOf):
        return False
    inside = Chain((Symbol(name), value), (RelOp.IN,))
    return compare((claim,), as_condition(inside, (name,)), (name,)).is_equivalent


def says_again(value: Node | None, claims: Sequence[Found], about: RelOp = RelOp.EQ) -> bool:
    """``3 + 4 = 7, so 7 apples``, ``= 1/2, i.e. 50%``: a value that stands in what is proved."""
    said = [item for one in claims if isinstance(one.node, Chain) for item in one.node.items]
    said += [one.node for one in claims if isinstance(one.node, Expr)]
    if not isinstance(value, Expr):
        return False
    return any(_is_value(_bare(item), about, _bare(value)) for item in said)


def _is_value(item: Expr, about: RelOp, value: Expr) -> bool:
    if item == value:
        return True
    both_closed = is_closed(item) and is_closed(value)
    return both_closed and judge_values(item, about, value).verdict is Verdict.PROVED


def _bare(value: Expr) -> Expr:
    return value.value if isinstance(value, Quantity) else value
