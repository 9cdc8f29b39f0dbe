"""Why a computation that comes out false may still not be what the text says.

A formula found in prose may be a part of a longer computation in words: ``half of 80 = 40``,
``3 small beans = 1 large bean``. Such a line is not refuted; its verdict is unchecked.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.checking.labels import (
    ARITHMETIC_WORDS,
    MULTIPLIERS,
    first_word,
    has_word_name,
    last_word,
)
from mathviz_chat.core.checking.lines import Found
from mathviz_chat.core.checking.numeric import judge_numbers
from mathviz_chat.core.checking.quantities import without_units
from mathviz_chat.core.checking.roles import Link
from mathviz_chat.core.checking.terms import has, is_literal, transform
from mathviz_chat.core.kernel import Outcome, identity
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Const,
    Constant,
    Degrees,
    Div,
    Expr,
    Log,
    Mul,
    Node,
    Pow,
    Sub,
)
from mathviz_chat.core.reading.walking import children
from mathviz_chat.core.verdict import Verdict

WORDS: Final = "The words around these numbers may be part of the computation."
CLOCK: Final = "This may be a time of day."
SLASHES: Final = "It is not clear what is divided by what."
LETTER: Final = "The letter e or i may stand for something else than the constant."
MODULUS: Final = "It is not clear whether mod belongs to one side or to the whole."
DEGREES: Final = "It holds in degrees: without the sign the angle is in radians."
RUN_ON: Final = "The equals sign is used to go on computing; only its first part is equal."

_BEFORE: Final = (
    (re.compile(r"\d:$"), CLOCK),
    (re.compile(r"[\d.,]$"), WORDS),
    (re.compile(r"[^\s-].*[-+*/×÷·^]\s*\(?\s*[.$]*\s*$"), WORDS),
)
_TEXT: Final = (
    (re.compile(r"(?<![\d.,])0\d{2,}(?![\d.])"), CLOCK),
    (re.compile(r"/\s*\d+\s*/\s*\d"), SLASHES),
    (re.compile(r"^\s*[+*/×÷·^)]"), WORDS),
    (re.compile(r"\b(?!cos\b|abs\b)[A-Za-z]{3,}s\s+\(\s*\$?[\d.]+\s*\)"), WORDS),  # 5 cents (.05)
    (re.compile(r"=[^=]*\d\s*%?\s+of\b"), WORDS),  # = 1/3 of 150
)
_AFTER: Final = (
    (re.compile(r"^:\d"), CLOCK),
    (re.compile(r"^\s*(?:and|&)\s*\(?\s*\$?(?:a\s+)?(?:\d+\s*/\s*\d|half|third|quarter)"), WORDS),
)
_CONCLUDING: Final = frozenset({"so", "thus", "hence", "therefore", "then", "gives"})
_GROUP_BEFORE = re.compile(r"\d,\s$")  # 14, 400 / 80
_GROUP = re.compile(r"\d{3}(?!\d)")
_COUNTED = re.compile(
    r"\b(?:day|week|month|year|step|number|no|page|chapter|grade|room)s?\s+$", re.I
)


def reason_to_doubt(found: Found, link: Link) -> str | None:
    """Why ``link`` of this formula may mean something else than it says; None: it does not."""
    for texts, text in ((_BEFORE, found.before), (_TEXT, found.text), (_AFTER, found.after)):
        for pattern, reason in texts:
            if pattern.search(text):
                return reason
    if _GROUP_BEFORE.search(found.before) and _GROUP.match(found.text):
        return WORDS
    if link.first and _depends_on_words_before(found, link):
        return WORDS
    if first_word(link.tail) in MULTIPLIERS:
        return WORDS
    if found.labels and (_is_one_number(link.left) or found.follows):
        return WORDS
    if _is_one_number(link.left) and _is_one_number(link.right) and has_word_name(found.text):
        return WORDS
    if _is_modulus(link.right) and not _is_modulus(link.left):
        return MODULUS
    if _holds_in_degrees(link):
        return DEGREES
    if _has_letter(link.left) or _has_letter(link.right):
        return LETTER
    return RUN_ON if _runs_on(link) else None


def _depends_on_words_before(found: Found, link: Link) -> bool:
    if found.text.lstrip().startswith(("-", "−", "–")) and len(found.before.strip()) > 1:
        return True
    before = last_word(link.lead)
    if before in ARITHMETIC_WORDS:
        return True
    if before and before not in _CONCLUDING and _is_one_number(link.left):
        return True
    return bool(_COUNTED.search(link.lead))


def _is_one_number(expr: Expr) -> bool:
    """A number as it stands, not a fraction to be worked out."""
    return is_literal(expr) and not has(expr, Div)


def _is_modulus(expr: Expr) -> bool:
    return isinstance(expr, Call) and expr.function == "mod"


def _holds_in_degrees(link: Link) -> bool:
    """``sin 30 = 1/2``."""
    left, right = (transform(side, _in_degrees) for side in (link.left, link.right))
    if (left, right) == (link.left, link.right):
        return False
    return judge_numbers(left, link.op, right).verdict is Verdict.PROVED


def _in_degrees(node: Node) -> Node | None:
    if isinstance(node, Call) and node.function in _ANGLE and not has(node, Constant, Degrees):
        return Call(node.function, tuple(Degrees(arg) for arg in node.args))
    return None


_ANGLE: Final = frozenset({"sin", "cos", "tan", "cot", "sec", "csc"})


def _has_letter(node: Node) -> bool:
    """e or i, but not as in e^x or ln(x), where it can only be the constant."""
    if isinstance(node, Constant):
        return node.const in (Const.E, Const.I)
    if isinstance(node, Pow | Log):
        return _has_letter(node.exponent if isinstance(node, Pow) else node.arg)
    parts = children(node)
    return any(_has_letter(part) for part in parts)


def _runs_on(link: Link) -> bool:
    """``7 * 60 = 420 + 23 = 443``."""
    left, first = without_units(link.left), without_units(link.right)
    while isinstance(first, Add | Sub | Mul | Div):
        first = first.left
        if identity(left, first).outcome is Outcome.PROVED:
            return True
    return False
