"""Signs of East Asian and emoji keyboards, as the plain signs that they stand for."""

from __future__ import annotations

import re
from typing import Final

_FIRST_WIDE: Final = (
    0xFF01  # U+FF01 to U+FF5E are ASCII's ! to ~ in full width (Unicode, chapter 18)
)
_PLAIN: Final = {
    **{_FIRST_WIDE + place: chr(ord("!") + place) for place in range(94)},
    **str.maketrans({"➕": "+", "➖": "-", "✖": "×", "➗": "÷", "\u3000": " "}),
    **dict.fromkeys(
        (0xFE0E, 0xFE0F, 0x20E3), " "
    ),  # how the sign before looks: as text, a picture, a key
}


_PRIME: Final = re.compile(r"(?<=[A-Za-z])\u2032")
"""The sign of a derivative; after a number it is one of minutes or feet."""


def plain_widths(text: str) -> str:
    """``２ｘ ＋ ３`` as ``2x + 3``; each sign by one sign, so that places stay what they are."""
    return text if text.isascii() else _PRIME.sub("'", text.translate(_PLAIN))
