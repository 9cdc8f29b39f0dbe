"""Small differences of notation and layout that stand between a question and the rules.

Each function takes the text of a question and gives it in a plainer notation; nothing is dropped.
"""

from __future__ import annotations

import re
from typing import Final

_DASH: Final = re.compile(
    r"\s+[—–-]+\s+(?!(?:log|sin|cos|tan|sqrt|exp|abs)(?![a-z]))(?=[A-Za-z]{3})"
)
"""Before a word: ``5 - log 2`` goes on."""
_IN_BRACKETS: Final = re.compile(
    r"\s\(\s*(?:with|for|where|if|take|given)?\s*([a-z])\s*([<>≤≥]=?)\s*(-?\d+)\s*\)"
    r"(?=\s*[.?]?\s*$)"
)


def without_dashes(text: str) -> str:
    """``solve 2x = 4 - show your work`` with a comma."""
    return _DASH.sub(", ", text)


def with_conditions_said(text: str) -> str:
    """A condition in brackets at the end, ``(x > 0)``, as ``given that x > 0``."""
    return _IN_BRACKETS.sub(r" given that \1 \2 \3", text)


_NAME = r"(?:(?<![A-Za-z])(?:theta|[a-zθαβ])(?![A-Za-z]))"
_SIGN = r"(?:<=|<|≤|\\leq?)"
_DEGREES = r"\s*(?:degrees?|deg)(?![A-Za-z])"
_END = r"-?\d+(?:\.\d+)?"
_DOMAIN: Final = re.compile(
    rf"(?<![\w.])(?P<low>{_END})°?\s*(?P<s1>{_SIGN})\s*(?P<x>{_NAME})\s*(?P<s2>{_SIGN})\s*(?P<high>{_END})"
    rf"(?P<unit>°|{_DEGREES})?(?![\w.°])"
)
_BETWEEN: Final = re.compile(
    rf"(?:(?:for|where|with|when|if)\s+)?(?P<x>{_NAME})\s+(?:is\s+|lies\s+)?(?:between|from)\s+"
    rf"(?P<low>{_END})"
    rf"(?P<unit1>°|{_DEGREES})?\s+(?:and|to)\s+(?P<high>{_END})(?P<unit>°|{_DEGREES})"
    r"(?:,?\s+inclusive)?",
    re.IGNORECASE,
)
_IN_DEGREES: Final = re.compile(
    r",?\s*\(?\b(?:(?:give|giving|state)\s+(?:your\s+|the\s+)?(?:answers?|solutions?|angles?|"
    r"values?)\s+|"
    r"(?:your\s+|the\s+)?(?:answers?|angles?)\s+)?(?:in|working\s+in)\s+degrees\b\)?",
    re.IGNORECASE,
)
_IN_RADIANS: Final = re.compile(
    r",?\s*(?:\(\s*(?:in\s+|[a-z]\s+in\s+)?radians\s*\)|\b(?:(?:give|giving)\s+(?:your\s+|the\s+"
    r")?(?:answers?|"
    r"solutions?)\s+|[a-z]\s+)?in\s+radians\b)",
    re.IGNORECASE,
)
_ANGLED: Final = re.compile(r"(?<![a-z])(?:sin|cos|tan)", re.IGNORECASE)
_MARKED: Final = re.compile(r"°|\bdeg(?:rees?)?\b", re.IGNORECASE)


def with_degrees(text: str) -> str:
    """Ends of a domain that are told to be degrees get their signs: ``0 <= x < 360 degrees``.

    ``in radians`` is left out where nothing else is said: bare numbers are read so.
    """
    if not _ANGLED.search(text):
        return text
    if not _MARKED.search(text):
        return _IN_RADIANS.sub("", text)
    text = _BETWEEN.sub(r"for \g<low>° <= \g<x> <= \g<high>°", text)
    told = _IN_DEGREES.search(text)
    marked = [m for m in _DOMAIN.finditer(text) if m["unit"] or told]
    if len(marked) != 1:
        return text
    (m,) = marked
    domain = f"{m['low']}° {m['s1']} {m['x']} {m['s2']} {m['high']}°"
    text = f"{text[: m.start()]}{domain}{text[m.end() :]}"
    return _IN_DEGREES.sub("", text)


_BASE: Final = re.compile(
    r"[\s,.;]*(?:\(\s*)?(?:(?:where|here|note\s+that|and|using|with|in|all|the)\s+)*"
    r"(?:(?:logs?|logarithms?|lg|log)\s+(?:(?:is|are|means?|denotes?|has|have|of|to|in|taken|the|"
    r"a|log|"
    r"logarithm|logs)\s+)*)?(?:to\s+|in\s+)?(?:the\s+)?base\s*(?P<b>10|ten|2|e)(?![\w.])(?:\s*\))?"
    r"(?=\s*(?:[,.?;]|$))",
    re.IGNORECASE,
)
_OPEN_LOG: Final = re.compile(r"(?<![A-Za-z\\])(?P<slash>\\?)(?:log|lg)(?![A-Za-z_])")
_OTHER_LOG: Final = re.compile(
    r"log_|log\s+base|(?<![A-Za-z])ln(?![A-Za-z])|\(\s*[^()]*,\s*\d+\s*\)"
)


def with_base(text: str) -> str:
    """``log x = 2 (base 10)``: the base that is told beside the equation, in each logarithm."""
    match = _BASE.search(text)
    if match is None or _OTHER_LOG.search(text):
        return text
    rest = f"{text[: match.start()]}{text[match.end() :]}"
    if not _OPEN_LOG.search(rest):
        return text
    base = {"ten": "10"}.get(match["b"].lower(), match["b"].lower())
    return rest if base == "e" else _OPEN_LOG.sub(rf"\g<slash>log_{base}", rest)


_OPERATOR: Final = re.compile(r"[=+*/^÷(]")
_THAT_IS: Final = re.compile(
    r"[,;]?\s+(?:i\.\s?e\.|ie|that\s+is|in\s+other\s+words),?\s+", re.IGNORECASE
)
_TASK: Final = re.compile(
    r",?\s+(?:solve|find|simplif|factor|expand|what|work)[^=]*$", re.IGNORECASE
)


def said_otherwise(text: str) -> str:
    """``12x^5 ÷ 3x^2, i.e. (12x^5)/(3x^2), simplified``: what stands after "that is" counts.

    Both must hold the same numbers and letters.
    """
    told = text.strip().rstrip("?. ")
    operator = _OPERATOR.search(told)
    that_is = operator and _THAT_IS.search(told, operator.end())
    if not operator or not that_is or "\n" in told:
        return text
    start = max(told.rfind(sign, 0, operator.start()) for sign in ",;.") + 1
    rest = told[that_is.end() :]
    task = _TASK.search(rest)
    other = rest[: task.start()] if task else rest
    if _tokens(told[start : that_is.start()]) != _tokens(other):
        return text
    return f"{told[:start]}{rest}"


def _tokens(text: str) -> list[str]:
    words = re.sub(r"\b(?:log|base|of|is|ln|the|equals)\b|_", " ", text, flags=re.IGNORECASE)
    return sorted(re.findall(r"\d+|[A-Za-z]", words))


_DEFINED: Final = re.compile(r"(?<![A-Za-z])[a-z]\([a-z]\)\s*=")
_FUNCTIONS_ARE: Final = re.compile(
    r"(?:the\s+)?functions?\s+[a-z](?:\([a-z]\))?(?:\s*(?:,|and|,\s*and)\s*[a-z](?:\([a-z]\))?)*\s+"
    r"(?:are|is)\s+(?:(?:given|defined)\s+(?:by|as)\s*:?\s+)?(?=[a-z]\([a-z]\)\s*=)",
    re.IGNORECASE,
)
_EXPRESSION_FOR: Final = re.compile(
    r"(?:an?|the)\s+(?:simplified\s+)?(?:expression|formula|rule)\s+(?:for|of)\s+"
    r"(?=\(?[a-z]{1,3}\s*[∘o(])"
)


def with_functions_defined(text: str) -> str:
    """``The functions f and g are f(x) = ...``; ``an expression for ff(x)`` is ff(x)."""
    if not _DEFINED.search(text):
        return text
    return _EXPRESSION_FOR.sub("", _FUNCTIONS_ARE.sub("Let ", text))


EACH: Final = (
    with_conditions_said,
    with_degrees,
    with_base,
    said_otherwise,
    with_functions_defined,
)
"""In this order, for a question that is not read as it stands."""
