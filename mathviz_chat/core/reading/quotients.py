"""What stands below a sign of division: ``1/2 ÷ 1/4`` divides one fraction by another."""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd
from typing import Final

from mathviz_chat.core.reading.error import ReadError
from mathviz_chat.core.reading.tokens import Token
from mathviz_chat.core.reading.tree import Number

_SLASHES: Final = ("/", "∕", "⁄")
_TIGHTER: Final = ("^", "!", "%", "°")
UNCLEAR: Final = "It is not clear what is divided: put the divisor in brackets."


def divides_by_fraction(sign: Token, ahead: Sequence[Token]) -> bool:
    """Whether a fraction in lowest terms follows ``÷`` or ``:``, as in ``2 ÷ 1/3``.

    ahead: the tokens after the sign. Any other number over a number there, ``24 ÷ 6/3``, may be
    a fraction or a second division, and is left to :func:`stays_clear`.
    """
    if not _is_another_sign(sign) or len(ahead) < 4 or not _is_tight_slash(*ahead[1:3]):
        return False
    top, bottom = ahead[0].value, ahead[2].value
    if not (isinstance(top, Number) and isinstance(bottom, Number)):
        return False
    if top.value.denominator != 1 or bottom.value.denominator != 1 or bottom.value <= 1:
        return False
    plain = top.places is None and bottom.places is None and ahead[3].kind not in _TIGHTER
    return plain and gcd(top.value.numerator, bottom.value.numerator) == 1


def stays_clear(sign: Token, following: Token, after: Token) -> None:
    """``24 ÷ 6/3``, ``1/2 / 1/4``: the second slash may bind first. Raises ReadError there.

    following, after: the next two tokens behind the divisor.
    """
    apart = sign.spaced or _is_another_sign(sign)
    if apart and _is_tight_slash(following, after):
        raise ReadError(UNCLEAR, following.start)


def _is_another_sign(sign: Token) -> bool:
    """``÷``, ``\\div`` and ``:`` beside the slash of a fraction."""
    return sign.kind == ":" or sign.value not in _SLASHES


def _is_tight_slash(slash: Token, after: Token) -> bool:
    return slash.kind == "/" and slash.value in _SLASHES and not slash.spaced and not after.spaced
