"""Whether the letter that has the answer's value is another one than is asked for.

``y = 6`` where ``y`` is the curve and its slope is asked for, ``x = 12`` where ``3x`` is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from mathviz_chat.core.checking.terms import is_closed
from mathviz_chat.core.problems import Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Call, Chain, Node, RelOp, Symbol

OTHER_LETTER: Final = "The value is right, but {} stands for something else in the question."

_OF_THE_CURVE: Final = frozenset(
    {
        Kind.DERIVATIVE,
        Kind.DERIVATIVE_AT,
        Kind.IMPLICIT_DERIVATIVE,
        Kind.INTEGRAL,
        Kind.GRADIENT,
        Kind.DISCRIMINANT,
    }
)
"""What is asked of a curve or function is none of its own letters."""
_OF_A_LINE: Final = re.compile(
    r"\b(?:slope|gradient|distance|length|angle|amplitude|period|frequency|phase|steep)",
    re.IGNORECASE,
)
_MEASURED: Final = frozenset({Kind.COORDINATES, Kind.WAVE})
_ASKS: Final = re.compile(
    r"\b(?:what\s+(?:is|are)|find|calculate|compute|evaluate|determine|give)\s+(?:me\s+)?"
    r"(?:the\s+(?:exact\s+)?value\s+of\s+)?"
    r"(?P<asked>[^,;?=]*?)\s*(?=[,;?=]|\.(?!\d)|\b(?:if|when|given|where|for|at|with|and|of)\b|$)",
    re.IGNORECASE,
)
_LETTER: Final = r"(?<![A-Za-z\\]){}(?![A-Za-z])"


def other_letter(node: Node | None, problem: Problem | None, question: str | None) -> str | None:
    """The letter on the left of ``y = 6`` where the question has it for something else.

    The question has no unknown: where it has one, the answer is judged as a solution.
    """
    if problem is None or problem.unknowns or question is None or not isinstance(node, Chain):
        return None
    name = _named(node.items[0])
    if set(node.ops) != {RelOp.EQ} or name is None or len(name) > 1:
        return None
    return name if _is_other(name, problem, question) else None


def name_of(node: Node) -> str | None:
    """``gcd`` of ``gcd = 6``; None for a value or a computation, ``2*12 = 24``."""
    first = node.items[0] if isinstance(node, Chain) else None
    if first is None or is_closed(first):
        return None
    return first.name if isinstance(first, Symbol) else to_plain(first)


def are_asked_in_order(names: Sequence[str | None], question: str) -> bool:
    """Values without names, or with names that the question has in the same order."""
    if not any(names):
        return True
    text, at = question.lower(), 0
    for name in names:
        place = -1 if name is None or len(name) < 3 else text.find(name.lower(), at)
        if place < 0:
            return False
        at = place + 1
    return True


def _named(side: Node) -> str | None:
    """``y``, and ``f`` of ``f(x)``."""
    if isinstance(side, Symbol):
        return side.name
    if not isinstance(side, Call) or side.primes or not side.args:
        return None
    return side.function if all(isinstance(one, Symbol) for one in side.args) else None


def _is_other(letter: str, problem: Problem, question: str) -> bool:
    alone = _LETTER.format(re.escape(letter))
    if re.search(alone, question) is None:
        return False
    if problem.kind in _OF_THE_CURVE:
        return True
    if problem.kind in _MEASURED and _OF_A_LINE.search(question):
        return not re.search(
            rf"[a-z]{{3,}}\s+{alone}\s*(?:[?.,]|of\b|between\b|from\b|$)", question
        )
    asked = [found["asked"].strip(" $") for found in _ASKS.finditer(question)]
    within = [one for one in asked if re.search(alone, one)]
    return bool(within) and all(_is_larger(one) for one in within)


def _is_larger(asked: str) -> bool:
    """``3x``, and not ``x`` or ``the length x``."""
    formula = re.sub(r"\b(?:[A-Za-z][-−])?[A-Za-z]{2,}\b", " ", asked)  # not ``the y-intercept``
    return re.search(r"[\d+*/^²³√]|[A-Za-z]\s*[-−]|[-−]\s*[A-Za-z]", formula) is not None
