"""From how many things so many choices are made: ``nC2 = 45`` is ``n(n - 1)/2 = 45``.

The n is a whole number, at least as large as the number that is chosen; an equation that no such
number solves stays unread.
"""

from __future__ import annotations

import re
from math import factorial
from typing import Final

from mathviz_chat.core.problems.patterns import lazy

MAX_COUNT: Final = 10**6

_SUPERSCRIPTS: Final = str.maketrans("ⁿ₁₂₃₄", "n1234")
_K: Final = r"_?\s?\{?(?P<k>[234])\}?"
_E: Final = (
    rf"(?:(?:\{{\}}\s?)?\^?\{{?(?P<n>[a-z])\}}?\s?(?P<way>(?-i:[CP])){_K}"
    r"|(?P<way2>(?-i:[CP]))\s?\(\s?"
    r"(?P<n2>[a-z])\s?,\s?(?P<k2>[234])\s?\)|\\[dt]?binom\s?\{(?P<n3>[a-z])\}\s?\{(?P<k3>[234])\})"
)
_EQUATION: Final = _E + r"\s?=\s?(?P<count>\d+)"
_FIND: Final = r"(?:find|determine|calculate|work\s+out|what\s+is)"
_X: Final = r"(?:the\s+)?(?:(?:positive\s+)?(?:value|number|integer)s?\s+(?:of\s+)?)?(?P<x>[a-z])"
_IF: Final = r"(?:if|such\s+that|given\s+that|when|where|for\s+which|so\s+that)"
_ASKED: Final = (
    rf"{_FIND}\s+{_X},?\s+{_IF}\s+{_EQUATION}",
    rf"solve\s+(?:the\s+equation\s+)?{_EQUATION}(?:\s+for\s+(?P<x>[a-z]))?",
    rf"(?:(?:if|given\s+that|given)\s+)?{_EQUATION}[.,;]?\s+(?:then\s+)?{_FIND}\s+{_X}",
)


def chosen(text: str) -> str:
    """The equation without the sign for choices; "" for anything else."""
    plain = " ".join(re.sub(r"\$|\\[()\[\]]", "", text.translate(_SUPERSCRIPTS)).split())
    for pattern in _ASKED:
        match = lazy(pattern).fullmatch(plain.rstrip("?. "))
        if match is not None:
            return _equation(match)
    return ""


def _equation(match: re.Match[str]) -> str:
    name, k = (next(filter(None, (match[f"{g}{end}"] for end in ("", "2", "3")))) for g in "nk")
    if match["x"] not in (None, name) or name == "C":
        return ""
    size, count = int(k), int(match["count"])
    ordered = (match["way"] or match["way2"] or "C").upper() == "P"
    if not _is_reached(size, 1 if ordered else factorial(size), count):
        return ""
    product = name + "".join(f"({name} - {less})" for less in range(1, size))
    left = product if ordered else f"{product}/{factorial(size)}"
    return f"Solve {left} = {count} for {name}, where {name} > {size - 1}"


def _is_reached(size: int, same: int, count: int) -> bool:
    """Whether a whole number n has so many choices; each row of them grows with n."""
    n, made = size, factorial(size)
    while made < same * count <= MAX_COUNT:
        n += 1
        made = made * n // (n - size)
    return made == same * count
