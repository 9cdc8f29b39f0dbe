r"""Equations side by side without a comma: ``x_1 = 3 \quad x_2 = -\frac{1}{2}``, worked out too.

A wide space (``\quad``) is never a sign of multiplication, so that what stands after it is another
equation. Narrower gaps, which might be one, count between values of names that belong together:
``x_1 = (5 + 7)/4 = 3   x_2 = (5 - 7)/4 = -1/2``, ``x = 6/2 = 3 / y = 4/2 = 2``.
"""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = r"(?P<base>[A-Za-zα-ω])(?P<index>_?\d|_\{\d\}|[₀-₉])?"
_START: Final = re.compile(rf"(?<![\w)}}\\^]){_NAME}\s{{0,4}}=(?!=)")
_WIDE: Final = r"(?:\\q?quad(?![A-Za-z])|\\[;,: ]\s{0,4}\\[;,: ])"
_GAP: Final = re.compile(
    rf"(?P<wide>\s{{0,4}}{_WIDE}(?:\s{{0,4}}{_WIDE}){{0,4}}\s{{0,4}})$|(?P<shown>\$\s{{1,9}}\$)$"
    r"|(?P<some>\s{1,4}/\s{1,4}|\s{2,12})$|(?P<one>\s)$"
)
_BEFORE: Final = re.compile(rf"\\\[|\$|\\\(|[,;:&]|{_WIDE}")
_MACROS: Final = re.compile(
    r"\\(?:[dt]?frac|sqrt|pm|mp|cdot|times|pi|left|right)(?![A-Za-z])|\bsqrt\b|(?:(?<=\W)|^)pi\b"
)
_FORMULA: Final = re.compile(r"(?!.*[A-Za-z]{3})[^\\,;:&$?<>≤≥≠]*=[^\\,;:&$?<>≤≥≠]*[\w)}]\s*")
_LITERAL: Final = (
    r"[-−–+]?\s{0,4}(?:\d[\d.]*(?:\s{0,4}/\s{0,4}\d+)?|\\[dt]?frac\s{0,4}\{\d+\}\s{0,4}\{\d+\}"
    r"|\\[dt]?frac\d\d|\d*\s?(?:√\d+|√\(\d+\)|sqrt\(\d+\)|\\sqrt\{\d+\}))"
)
_ENDS_IN_VALUE: Final = re.compile(rf"=\s{{0,4}}{_LITERAL}$")
_IS_VALUE: Final = re.compile(
    rf"\s{{0,4}}(?:[^=,;:&$?<>]{{1,80}}=\s{{0,4}}){{0,3}}{_LITERAL}(?![\w(^])"
)
_NUMBERS: Final = re.compile(
    r"(?:\\(?:[dt]?frac|sqrt|cdot|times|pi)(?![A-Za-z])|sqrt\b|[\d\s.+\-−–*/(){}√π^·×]){1,80}"
    r"(?![\w\\])"
)
_WORDS: Final = re.compile(
    r"\s*(?:(?:so|thus|hence|then|therefore|we|get|gives?|the|solutions?|roots?|are)\s+){0,6}",
    re.IGNORECASE,
)
_TOGETHER: Final = frozenset("xyz")
_BOTH_NAMED: Final = re.compile(
    r"(?P<both>(?<![\w)])(?P<base>[A-Za-z])(?:_?\{?\s*1\s*[,/;]\s*2\s*\}?|₁\s*[,/‚⁄]\s*₂|₁₂)?\s*="
    rf"[^=,;$\[\]]{{1,80}}?)(?:[,;]\s{{0,4}}{_WIDE}?|\s{{0,4}}{_WIDE})\s{{0,4}}"
    r"(?=(?P=base)(?:_?1|_\{1\}|₁)\s{0,4}=)"
)
_ONE_PAIR: Final = (
    r"\b(?P<{0}>[A-Za-z])_?{1}\s{{0,4}}=\s{{0,4}}(?P<{0}_value>[^=,;]{{1,40}}?)"
    r"\s{{0,4}}(?:[,;]?\s{{0,4}}\\q?quad|[,;]|,?\s{{0,4}}\band\b)\s{{0,4}}"
)
_PAIRS: Final = re.compile(
    _ONE_PAIR.format("a", "1")
    + _ONE_PAIR.format("b", "1")
    + r"(?P=a)_?2\s{0,4}=\s{0,4}(?P<a_next>[^=,;]{1,40}?)"
    r"\s{0,4}(?:,?\s{0,4}\\q?quad|,|,?\s{0,4}\band\b)\s{0,4}"
    r"(?P=b)_?2\s{0,4}=(?![^,;]*=)"
)
_SUBSCRIPTS: Final = str.maketrans({"₁": "1", "₂": "2"})


def with_commas(text: str) -> str:
    """The row with a comma in each gap between two equations."""
    starts = list(_START.finditer(text))
    for start in reversed(starts):
        gap = _GAP.search(text[: start.start()])
        if gap is None:
            continue
        before = text[: gap.start()]
        cut = max((found.end() for found in _BEFORE.finditer(before)), default=0)
        if gap["wide"] is not None:
            apart = bool(_FORMULA.fullmatch(_MACROS.sub("0", before[cut:])))
        else:
            apart = _are_values(before[cut:], gap, start, text[start.end() :])
        if apart:
            comma = "$, $" if gap["shown"] is not None else ", "
            text = before + comma + text[start.start() :]
    return text


def with_so(text: str) -> str:
    r"""``x_{1,2} = \frac{5 \pm 7}{4}, x_1 = 3``: what comes after both is what they come to."""
    found = _BOTH_NAMED.search(text)
    if found is None:
        return text
    before = text[: found.start()]
    so = ", so "
    if before.rfind("\\[") > before.rfind("\\]"):
        so = r" \], so \["
    elif before.count("$") % 2:
        so = "$, so $"
    return before + found["both"] + so + text[found.end() :]


def with_or(text: str, unknowns: tuple[str, ...]) -> str:
    """``x_1 = 3, y_1 = 4, x_2 = 4, y_2 = 3`` as two solutions, where x and y are to be found; of
    two points it says where they are."""
    found = _PAIRS.search(text.replace("_{1}", "_1").replace("_{2}", "_2").translate(_SUBSCRIPTS))
    if found is None or {found["a"], found["b"]} != set(unknowns):
        return text
    a, b = found["a"], found["b"]
    return (
        f"{found.string[: found.start()]}{a} = {found['a_value']}, {b} = {found['b_value']} or "
        f"{a} = {found['a_next']}, {b} = {found.string[found.end() :]}"
    )


def _are_values(before: str, gap: re.Match[str], start: re.Match[str], rest: str) -> bool:
    """The names on both sides of the gap belong together, and each comes to a value."""
    first = _START.search(before)
    if first is None or not _WORDS.fullmatch(before[: first.start()]):
        return False
    if first["base"] == start["base"] and gap["one"] is None:
        of_numbers = _NUMBERS.fullmatch(before.rpartition("=")[2]) and _NUMBERS.match(rest)
    else:
        of_numbers = _ENDS_IN_VALUE.search(before) and _IS_VALUE.match(rest)
    if not of_numbers:
        return False
    if first["base"] == start["base"]:
        together = first["index"] is not None and first["index"] != start["index"]
    else:
        together = {first["base"], start["base"]} <= _TOGETHER and gap["one"] is None
    return together
