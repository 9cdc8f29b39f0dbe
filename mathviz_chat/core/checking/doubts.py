"""Why a computation that comes out false may still not be what the text says.

A formula found in prose may be a part of a longer computation in words: ``half of 80 = 40``,
``3 small beans = 1 large bean``. Such a line is not refuted; its verdict is unchecked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
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
    Number,
    Numeral,
    Pow,
    Sub,
)
from mathviz_chat.core.reading.walking import children, walk
from mathviz_chat.core.verdict import Verdict

WORDS: Final = "The words around these numbers may be part of the computation."
CLOCK: Final = "This may be a time of day."
SLASHES: Final = "It is not clear what is divided by what."
LETTER: Final = "The letter e or i may stand for something else than the constant."
MODULUS: Final = "It is not clear whether mod belongs to one side or to the whole."
DEGREES: Final = "It holds in degrees: without the sign the angle is in radians."
BASE: Final = "It holds if the base is meant on both sides: it is written on one only."
ASSUMED: Final = "This is assumed here, not claimed."
RUN_ON: Final = "The equals sign is used to go on computing; only its first part is equal."

_BEFORE: Final = (
    (
        re.compile(r"\b(?:suppose|assum(?:e|ing)|imagine|if|unless|whether)(?: that)? *$", re.I),
        ASSUMED,
    ),
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
_GOES_ON: Final = re.compile(
    r"^[\s(,]*(?:each|apiece|together|taken|combined|added|rounded|truncated|reduced|binary|squared"
    r"|by\s+\w+|for\s+\d|of\s|(?:in|as)\s+[a-z]+|with\s+the\s+sign|and\s+[\d.]+"
    r"|to\s+the\s+nearest|(?:\d+|two|three|four|five|six|ten)\s+times)\b",
    re.I,
)
"""Words after ``= 5`` that may make another number of it, where nothing is worked out: ``60 = 1
in minutes``."""
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
    return next((reason for doubtful, reason in _DOUBTS if doubtful(found, link)), None)


def _goes_on_with_digits(found: Found, link: Link) -> bool:
    return bool(_GROUP_BEFORE.search(found.before) and _GROUP.match(found.text))


def _takes_words(found: Found, link: Link) -> bool:
    """The words beside it take part in the computation, or may."""
    if link.first and _depends_on_words_before(found, link):
        return True
    if first_word(link.tail) in MULTIPLIERS:
        return True
    if found.labels and (is_one_number(link.left) or found.follows):
        return True
    one_number = is_one_number(link.left) and is_one_number(link.right)
    return one_number and (has_word_name(found.text) or bool(_GOES_ON.search(found.after)))


def _depends_on_words_before(found: Found, link: Link) -> bool:
    if found.text.lstrip().startswith(("-", "−", "–")) and len(found.before.strip()) > 1:
        return True
    before = last_word(link.lead)
    if before in ARITHMETIC_WORDS:
        return True
    if before and before not in _CONCLUDING and is_one_number(link.left):
        return True
    return bool(_COUNTED.search(link.lead))


def is_one_number(expr: Expr) -> bool:
    """A number as it stands, not a fraction to be worked out."""
    return is_literal(expr) and not has(expr, Div)


def _has_modulus_on_the_right(found: Found, link: Link) -> bool:
    return _is_modulus(link.right) and not _is_modulus(link.left)


def _is_modulus(expr: Expr) -> bool:
    return isinstance(expr, Call) and expr.function == "mod"


def _holds_in_degrees(found: Found, link: Link) -> bool:
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


def _holds_in_base(found: Found, link: Link) -> bool:
    """``110_2 + 1_2 = 111``."""
    bases = {node.base for side in (link.left, link.right) for node in numerals(side)}
    plain = link.right if isinstance(link.right, Number) else link.left
    if len(bases) != 1 or not isinstance(plain, Number) or plain.value.denominator != 1:
        return False
    digits, base = str(plain.value), bases.pop()
    if any(int(digit) >= base for digit in digits):
        return False
    meant = Number(Fraction(int(digits, base)))
    sides = [meant if side is plain else side for side in (link.left, link.right)]
    return judge_numbers(sides[0], link.op, sides[1]).verdict is Verdict.PROVED


def numerals(expr: Expr) -> list[Numeral]:
    """The numbers that are written with their base."""
    return [node for node in walk(expr) if isinstance(node, Numeral)]


def _has_letter_in_doubt(found: Found, link: Link) -> bool:
    return _has_letter(link.left) or _has_letter(link.right)


def _has_letter(node: Node) -> bool:
    """e or i, but not as in e^x or ln(x), where it can only be the constant."""
    if isinstance(node, Constant):
        return node.const in (Const.E, Const.I)
    if isinstance(node, Pow | Log):
        return _has_letter(node.exponent if isinstance(node, Pow) else node.arg)
    parts = children(node)
    return any(_has_letter(part) for part in parts)


def _runs_on(found: Found, link: Link) -> bool:
    """``7 * 60 = 420 + 23 = 443``."""
    left, first = without_units(link.left), without_units(link.right)
    while isinstance(first, Add | Sub | Mul | Div):
        first = first.left
        if identity(left, first).outcome is Outcome.PROVED:
            return True
    return False


_DOUBTS: Final[tuple[tuple[Callable[[Found, Link], bool], str], ...]] = (
    (_goes_on_with_digits, WORDS),
    (_takes_words, WORDS),
    (_has_modulus_on_the_right, MODULUS),
    (_holds_in_degrees, DEGREES),
    (_holds_in_base, BASE),
    (_has_letter_in_doubt, LETTER),
    (_runs_on, RUN_ON),
)
"""In order; the first that applies is the reason."""
