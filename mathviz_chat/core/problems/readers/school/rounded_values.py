"""Values that have no exact form, asked without a rounding: they are rounded to 4 decimal places.

``e^2`` is ``Round e^2 to 4 decimal places``, ``e^0`` is 1; an angle between vectors is rounded as
the question says.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.reading import ReadError, read
from mathviz_chat.core.reading.tree import Call, Expr, Neg, Node, Number

_DO = (
    r"(?:(?:what\s+is|what's|find|calculate|evaluate|work\s+out|compute)\s+)?"
    r"(?:the\s+value\s+of\s+)?"
)
_POWER: Final = LazyPattern(
    rf"{_DO}(?P<e>(?:\d+\s*[-+*]?\s*)?e\s*\^\s*\(?\s*(?P<x>-?\d+(?:\.\d+)?)"
    r"\s*\)?(?:\s*[-+*/]\s*\d+)?)",
    re.IGNORECASE,
)
_WAVE: Final = LazyPattern(rf"{_DO}(?P<e>(?:sin|cos|tan)\s*\(?{slots.MATHS})", re.IGNORECASE)
_N = r"-?\s*\d+"
_PAIR = rf"(?:[a-z]\s*=\s*)?[(\[<]\s*({_N}(?:\s*,\s*{_N}){{1,2}})\s*[)\]>]"
_IN_UNITS = r"(?:[a-z]\s*=\s*)?((?:[-+]?\s*\d*\s*[ijk]\s*){2,3})"
_NEAREST = (
    r"(?:(?:,?\s+(?:giving\s+your\s+answer\s+)?in\s+degrees)?"
    r",?\s+(?:(?:giving\s+your\s+answer|correct|rounded)\s+)*to\s+(?:the\s+nearest\s+"
    r"(?P<degree>degree)|"
    r"(?P<places>\d)\s*(?:decimal\s+places?|d\.?p\.?))(?:\s+in\s+degrees)?"
    r"|,?\s+in\s+degrees)"
)
_ANGLE: Final = tuple(
    LazyPattern(
        r"(?:(?:find|calculate|work\s+out|what\s+is|determine)\s+)?the\s+angle\s+"
        r"(?:\(?in\s+degrees\)?\s+)?"
        rf"between\s+(?:the\s+)?(?:vectors\s+)?{one}\s+and\s+{one}{_NEAREST}",
        re.IGNORECASE,
    )
    for one in (_PAIR, _IN_UNITS)
)
MAX_RADIANS: Final = 7
"""``sin(30)`` may mean degrees; the sine of a small number hardly does."""


def said_again(text: str) -> str | None:
    """The value, with the rounding that the answer has."""
    match = _POWER.fullmatch(text)
    if match is not None and float(match["x"].replace(" ", "")):
        return f"Round {match['e'].strip()} to 4 decimal places"
    match = _WAVE.fullmatch(text)
    if match is not None and is_wave(_tree(match["e"])):
        return f"Round {match['e'].strip()} to 4 decimal places"
    return _angle(text)


def _tree(text: str) -> Node | None:
    try:
        return read(text.strip())
    except ReadError:
        return None


def is_wave(node: Node | None) -> bool:
    """The sine, cosine or tangent of a number of radians that is no multiple of pi."""
    if not isinstance(node, Call) or node.function not in ("sin", "cos", "tan"):
        return False
    angle = node.args[0] if len(node.args) == 1 and not node.primes else None
    size: Expr | None = angle.arg if isinstance(angle, Neg) else angle
    return isinstance(size, Number) and 0 < size.value <= MAX_RADIANS


def _angle(text: str) -> str | None:
    match = next((m for pattern in _ANGLE if (m := pattern.fullmatch(text))), None)
    if match is None:
        return None
    first, second = _vector(match[1]), _vector(match[2])
    if first is None or second is None or len(first) != len(second):
        return None
    dot = sum(a * b for a, b in zip(first, second, strict=True))
    sizes = sum(a * a for a in first) * sum(b * b for b in second)
    places = 0 if match["degree"] else int(match["places"] or 1)
    if not match["places"] and sizes and Fraction(4 * dot * dot, sizes) in range(4):
        places = 0  # 30, 45, 60 or 90 degrees, or what is left of 180
    if not sizes or dot * dot == sizes:
        return None
    return f"Round arccos({dot}/sqrt({sizes}))*180/pi to {places} decimal places"


def _vector(text: str) -> tuple[int, ...] | None:
    """``2, 1`` or ``2i + j``; None where a unit vector stands twice."""
    plain = text.replace(" ", "")
    if "," in plain:
        return tuple(map(int, plain.split(",")))
    terms = re.findall(r"([-+]?)(\d*)([ijk])", plain)
    if len({letter for *_, letter in terms}) != len(terms):
        return None
    found = {unit: int(f"{sign}{size or 1}") for sign, size, unit in terms}
    return found.get("i", 0), found.get("j", 0), found.get("k", 0)
