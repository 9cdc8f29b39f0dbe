"""A formula of a text, and the line that fills it in: ``a/sin A = b/sin B``, then
``5/sin(30°) = b/sin(45°)``.

The formula is no equation that is being solved, and says nothing beside its values: from then on
the line that is filled in is what is given.
"""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.terms import is_closed
from mathviz_chat.core.kernel import variables
from mathviz_chat.core.reading.tree import Chain, Expr, Node, Statement, Symbol
from mathviz_chat.core.reading.walking import children

FILLED_IN: Final = "It fills in the formula before it; this is taken as given."
FEWEST: Final = 3  # letters of a formula; x + y = 10 is an equation


def fills_in(facts: Facts, statement: Statement) -> bool:
    """Whether the statement is the one formula that is given, with values for some letters."""
    if facts.from_question or facts.solved or len(facts.given) != 1:
        return False
    formula, kept = facts.given[0], set(variables(statement))
    letters = set(variables(formula))
    if len(letters) < FEWEST or not kept or not kept < letters:
        return False
    if not isinstance(formula, Chain) or not isinstance(statement, Chain):
        return False
    return formula.ops == statement.ops and _all_match(formula, statement, kept, {})


def _matches(formula: Expr, filled: Expr, kept: set[str], values: dict[str, Expr]) -> bool:
    if isinstance(formula, Symbol):
        if formula.name in kept:
            return formula == filled
        return is_closed(filled) and values.setdefault(formula.name, filled) == filled
    if formula == filled:
        return True
    if type(formula) is type(filled) and _all_match(formula, filled, kept, values):
        return True
    return is_closed(filled) and bool(variables(formula)) and not kept & set(variables(formula))


def _all_match(formula: Node, filled: Node, kept: set[str], values: dict[str, Expr]) -> bool:
    parts, found = children(formula), children(filled)
    if len(parts) != len(found) or not parts:
        return False
    pairs = zip(parts, found, strict=True)
    return all(_matches(one, other, kept, values) for one, other in pairs)
