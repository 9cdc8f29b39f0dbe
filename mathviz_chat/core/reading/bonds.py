"""Where a printed tree needs brackets, and which factors may stand side by side without a sign."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.reading.letters import splits_as_letters
from mathviz_chat.core.reading.spelling import UNICODE, Spelling
from mathviz_chat.core.reading.tree import (
    Add,
    BigOperator,
    Call,
    Const,
    Constant,
    Degrees,
    Derivative,
    Div,
    Expr,
    Factorial,
    Log,
    Mixed,
    Mul,
    Neg,
    Number,
    Percent,
    PlusMinus,
    Pow,
    Quantity,
    Root,
    Sub,
    Symbol,
    TupleOf,
    UnionOf,
)
from mathviz_chat.core.reading.units import UNIT_WORDS
from mathviz_chat.core.reading.words import FUNCTION_LETTERS, FUNCTIONS

SUM_LIKE: Final = 10
UNION: Final = 15
SUM: Final = 20
SIGNED: Final = 25
PRODUCT: Final = 30
POWER: Final = 40
POSTFIX: Final = 50
ATOM: Final = 60


def binding(node: Expr, spelling: Spelling) -> int:
    if isinstance(node, Call) and node.function == "mod":
        return PRODUCT
    if isinstance(node, PlusMinus):
        return SIGNED if node.left is None else SUM
    if isinstance(node, Root) and spelling is UNICODE:
        return POWER
    return _BINDINGS.get(type(node), ATOM)


_BINDINGS: Final[dict[type, int]] = {
    BigOperator: SUM_LIKE,
    TupleOf: ATOM,
    UnionOf: UNION,
    Add: SUM,
    Sub: SUM,
    Neg: SIGNED,
    Mixed: SIGNED,
    Mul: PRODUCT,
    Div: PRODUCT,
    Derivative: PRODUCT,
    Pow: POWER,
    Quantity: POWER,
    Factorial: POSTFIX,
    Percent: POSTFIX,
    Degrees: POSTFIX,
}


def joins(left: Expr, right: Expr, before: str, after: str, spelling: Spelling) -> bool:
    """Whether the two factors may stand side by side: ``3x^2``, ``2(x + 1)``, ``xy``."""
    if isinstance(right, TupleOf) or re.match(r"\([A-Za-z_]{2,}\)", after):
        return False  # ``2(1, 2)``, ``3 (rejected)``
    last = left.right if isinstance(left, Mul) else left
    if isinstance(last, Number) and before[-1] != ")":
        return _follows_number(last, right, after)
    if isinstance(last, Mul | Div | Neg | Mixed) or not (
        before[-1] == ")" and before[0] == "(" and binding(last, spelling) < POWER
    ):
        base = last.base if isinstance(last, Pow) else last
        if not _is_letter(base) or (
            isinstance(last, Pow) and not isinstance(last.exponent, Number)
        ):
            return False
        if isinstance(last, Pow) and isinstance(last.exponent, Number) and last.exponent.places:
            return False
    if after[0] == "(":
        base = last.base if isinstance(last, Pow) else last
        return not (isinstance(base, Symbol) and base.name[0] in FUNCTION_LETTERS | {"C"})
    head = right.base if isinstance(right, Pow) else right
    return _is_letter(head) and _letters_stay_apart(before, after)


def _follows_number(number: Number, right: Expr, after: str) -> bool:
    if after[0] == "(":
        return number.places is None
    head = right.base if isinstance(right, Pow) else right
    if isinstance(head, Symbol):
        return _is_letter(head)
    if isinstance(head, Constant):
        return head.const is not Const.INFINITY
    if isinstance(head, Call):
        unit = head.function in UNIT_WORDS  # ``2sec(x)`` would be two seconds
        return head.function in FUNCTIONS and head.function != "mod" and not unit
    return isinstance(head, Log | Root)


def _is_letter(node: Expr) -> bool:
    """A one-letter name, perhaps with an index, that nothing else is spelled with."""
    if not isinstance(node, Symbol) or node.name.startswith(("C_", "P_")):
        return False  # ``5C_2`` is a number of combinations
    return re.fullmatch(r"[A-Za-z](_\w+)?", node.name) is not None


def _letters_stay_apart(before: str, after: str) -> bool:
    """Whether the run of letters where the two meet is read letter by letter."""
    head = re.search(r"[A-Za-z]*$", before)
    tail = re.match(r"[A-Za-z]*", after)
    assert head is not None and tail is not None
    if re.search(r"_\w*$", before):
        return False
    return len(tail[0]) == 1 and (not head[0] or splits_as_letters(head[0] + tail[0]))
