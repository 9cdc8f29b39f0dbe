"""Ways of writing on a line that are no formulas, rewritten before it is read.

What is done to both sides at the margin (``3x - 6 = 2x + 1 | -2x``, as in German and Polish
schools) is blanked, and so is the heading of a list (``multiples of 4: 4, 8, 12``); solutions side
by side get a comma, ``x_{1,2} = 3 ± 2`` is one on x, and ``x = 4: y = 3`` says what follows in that
case, as ``x = -2: sqrt(4) ≠ -2`` does.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.checking.side_by_side import with_commas, with_so

_OPERATION: Final = r"(?:[-−–+:·*×÷]\s*|√|\(\s*\)\s*[²2]|ln|log|exp)[^|=<>≤≥≠/]{0,24}"
_BAR: Final = re.compile(rf"(?P<margin>\|\s*{_OPERATION})$")
_SLASH: Final = re.compile(r"(?<=\s)(?P<margin>/\s*[+:·*×÷]\s*[^|=<>≤≥≠/]{0,24})$")
_RELATION: Final = re.compile(r"[=<>≤≥]")

_INDEX: Final = r"(?:_?\d|_\{\d\}|[₀-₉])?"
_VALUE: Final = r"[-−–+]?\s{0,4}(?:\d[\d.]*(?:\s{0,4}/\s{0,4}\d+)?|[√\\][\w(){}]+)"
_SIDE_BY_SIDE: Final = re.compile(
    rf"(?<![\w)])(?P<base>[A-Za-z]){_INDEX}\s{{0,4}}=\s{{0,4}}{_VALUE}(?P<gap>\s{{1,12}}(?:/\s{{0,4}})?|/\s{{0,4}})"
    rf"(?=(?:(?P=base){_INDEX}|(?<!/)(?<!/ )(?P<other>[xyz]))\s{{0,4}}=\s{{0,4}}{_VALUE}(?!\w))"
)
_BOTH: Final = re.compile(
    r"(?<![\w)])(?P<base>[A-Za-z])(?P<both>_?\{?\s*1\s*[,/;]\s*2\s*\}?|₁\s*[,/‚⁄]\s*₂|₁₂)(?=\s*=)"
)
_SIGNS: Final = re.compile(r"±|∓|\\pm|\+/-|\+-")
_GIVES: Final = re.compile(
    rf"^(?P<before>\W*)(?P<case>(?P<base>[A-Za-z]){_INDEX}\s{{0,4}}=\s{{0,4}}{_VALUE})"
    rf"\s{{0,4}}(?::|,?\s{{0,4}}\b(?:gives|yields|leads to)\b)\s{{0,4}}"
    rf"(?=(?!(?P=base))[A-Za-z]{_INDEX}\s{{0,4}}=|(?<=: )(?:sqrt|√|\\sqrt|ln|log)"
    r"[^=≠<>]{1,60}(?:=|≠|!=))"
)
_GIVES_THEN: Final = re.compile(
    rf"\s{{0,4}}[,;](?:\s{{0,4}}and\b)?\s{{0,4}}(?P<case>(?P<base>[A-Za-z]){_INDEX}\s{{0,4}}="
    rf"\s{{0,4}}{_VALUE})\s{{0,4}}:\s{{0,4}}(?=(?!(?P=base))[A-Za-z]{_INDEX}\s{{0,4}}=)"
)
"""The next of them on the same line: ``x = 0: u = 1, x = 2: u = 5``."""
_PRIMED: Final = re.compile(
    r"^(?P<before>\W*(?:(?:so|thus|hence|then)\s+)?)\((?P<body>[^()=]+(?:\([^()=]*\)[^()=]*)*)\)"
    r"\s?['′’]\s*="
)
_IN: Final = re.compile(
    r"(?<![\w.])(?P<name>[A-Za-zα-ω]) in (?=[\[(\]]\s*[^()\[\]]*[,;][^()\[\]]*[\])\[]|\{[^{}]*\})"
)


_LIST_OF: Final = re.compile(
    r"^\W*(?:the\s+)?(?:first\s+\w+\s+)?(?:multiples|factors|divisors|powers)\s+of\s+\d+\s*:",
    re.IGNORECASE,
)


def as_usual(text: str) -> str:
    """The row in the notation that the reader takes."""
    text = _LIST_OF.sub(lambda heading: " " * len(heading[0]), text)
    text = _IN.sub(r"\g<name> ∈  ", _without_margin(text))
    if _GIVES.match(text):
        text = _GIVES_THEN.sub(r"; if \g<case>, then ", text)
        text = _GIVES.sub(r"\g<before>If \g<case>, then ", text)
    if _SIGNS.search(text):
        text = with_so(text)
        text = _BOTH.sub(lambda found: found["base"] + " " * len(found["both"]), text)
    return with_commas(_SIDE_BY_SIDE.sub(_with_comma, text))


def with_variable(text: str, variable: str) -> str:
    """``d/dx(uv) = ...`` for ``(uv)' = ...``, where the question says by what it is
    differentiated."""
    return _PRIMED.sub(rf"\g<before>d/d{variable}(\g<body>) =", text)


def _without_margin(text: str) -> str:
    """``x - 6 = 1 | +6`` without what is done next; bars in pairs are absolute values."""
    stripped = text.rstrip()
    found = _BAR.search(stripped) if stripped.count("|") % 2 else _SLASH.search(stripped)
    if found is None or not _RELATION.search(stripped[: found.start()]):
        return text
    return text[: found.start()] + " " * (len(text) - found.start())


def _with_comma(found: re.Match[str]) -> str:
    if found["other"] and found["base"] not in "xyz":  # ``P = 4 x = 20``
        return found[0]
    return f"{found[0][: found.start('gap') - found.start()]}, "
