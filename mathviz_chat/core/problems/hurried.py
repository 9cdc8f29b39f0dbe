"""Questions typed in a hurry, in the notation of a careful one; tried where nothing else reads.

``lcm of 8 12 n 15``, ``a=4 b=-1``, ``the sample variance $s^2$ of``: commas that a space stands
for, ``n`` for "and", an "of" that was left out, and signs that only name what the word before
them says. Nothing is dropped but such a sign.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeAlias

_NUMBER = r"[-−]?\d+(?:\.\d+)?(?![\d/.]*/)"
"""No fraction: ``2 1/2 3`` has two or three numbers."""
_LISTED = r"(?:gcd|gcf|hcf|lcm|mean|average|median|mode|range)"
_TOGETHER = rf"(?:{_LISTED}|sum|product|difference|ratio|numbers|multiple|factor|divisor)s?"
_FIND = r"(?:(?:find|calculate|work out|what is|what's|give)\s+)?(?:the\s+)?"
_MEAN = r"(?:\\bar\s*\{?\s*x\s*\}?|\\overline\s*\{\s*x\s*\}|x̄|x̅)"
_SQUARED = r"\s*(?:²|\^\s*\{?2\}?)"
_SIGNS: Final = {
    r"mean|average": rf"(?:{_MEAN}|\\mu|μ)",
    r"sample variance": rf"s{_SQUARED}",
    r"population variance": rf"(?:\\sigma|σ){_SQUARED}",
    r"sample standard deviation": "s",
    r"population standard deviation": r"(?:\\sigma|σ)",
}
"""What is written for a measure of data, by the words that say it."""
_OF = r"(?=\s+(?:of|for)\b)"
_VALUE = rf"[a-z]={_NUMBER}"
_SIZED = r"\d+(?:\.\d+)?\s*[a-zA-Z]+"
_ROW = r"\([^()]*,[^()]*\)"
_ONE_OVER = (
    r"(?:\\[dt]?frac\s*\{\s*1\s*\}\s*\{\s*(?P<under>[^{}]+?)\s*\}"
    r"|1\s*/\s*(?P<x>[a-z](?:\s*(?:²|³|\^\s*\{?[23]\}?))?)(?![\w^²³]))"
)

_MONTH_NAMES = (
    "January February March April May June July August September October November December"
)
_MONTHS: Final = tuple(_MONTH_NAMES.split())


def _day(match: re.Match[str]) -> str:
    """``15 January 2024`` of ``2024-01-15``."""
    month = int(match[2])
    return f"{int(match[3])} {_MONTHS[month - 1]} {match[1]}" if 0 < month < 13 else match[0]


_WORD = (
    r"the|of|is|are|to|in|on|at|and|for|from|with|by|what|whats|find|solve|show|how|many|when|if|"
    r"that"
)
"""Words that are typed twice by a slip; ``a a`` may be a product."""
_END = r"[-−]?\s?(?:\d+(?:\.\d+)?\s?(?:π|pi)?|(?:π|pi))(?:/\d+)?\s?°?"
_RANGE = rf"{_END}\s*(?:<=?|≤|\\leq?)\s*(?:theta|[a-zθαβ])\s*(?:<=?|≤|\\leq?)\s*{_END}"

_Put: TypeAlias = str | Callable[[re.Match[str]], str]
_WAYS: Final[tuple[tuple[str, _Put], ...]] = (
    (rf"\b({_WORD})(?:\s+\1\b)+", r"\1"),
    (r"\b(?:an?|the)\s+(?:value|amount|figure)\s+of\s+(?=\d)", ""),
    (
        r"(?:∫|\\int\b)\s*\(\s*(?P<low>[^()]{1,12}?)\s+to\s+(?P<high>[^()]{1,12}?)\s*\)\s*"
        r"(?P<body>[^∫?!]{1,60}?)\s*d(?P<name>[a-z])\b(?=\s*[?.!]*\s*$)",
        r"find the integral of \g<body> with respect to \g<name> from \g<low> to \g<high>",
    ),
    (
        r"^\s*(?:find|solve\s+for)\s+(?P<k>[a-z])\s+(?:such\s+that|so\s+that|if|when|given\s+that)\s+"
        r"(?:the\s+)?det(?:erminant)?(?:\s+of)?\s*(?P<rows>\[\[[^=]{1,80}\]\])\s*(?:=|is)\s*(?:0|zero)"
        r"\s*[?.!]*\s*$",
        r"For what \g<k> is \g<rows> singular?",
    ),
    (r"\bd\^?2\s*y\s*/\s*dx\^?2\s+(?:of|for)\b", "the second derivative of"),
    (r"\bmax\.?(?=\s+(?:point|value|area|height|volume|turning)\b)", "maximum"),
    (r"\bmin\.?(?=\s+(?:point|value|turning)\b)", "minimum"),
    (
        r"^\s*(?:find|calculate|work\s+out|what\s+is)\s+(?:the\s+)?angle\s+(?P<angle>[ABC])\s+"
        r"(?:if|when|given|where)\s+(?P<sides>a\s*=[^=?!]+b\s*=[^=?!]+c\s*=[^=?!]+?)\s*[?.!]*\s*$",
        r"In triangle ABC, \g<sides>. Find angle \g<angle>.",
    ),
    (
        rf"(=[^=<>≤,;?]*[\w°)²½])(?:(?<![A-Za-z]{{2}})|(?<=pi))\s+(?={_RANGE}\s*[?.!]*\s*$)",
        r"\1 for ",
    ),
    (r"\bdose(?= (?:\d+|it|he|she|they) (?:have|has|got|take|need|get|cost)\b)", "does"),
    *((rf"\b({words})\s*,?\s*(?<!\w)\$?{sign}\$?{_OF}", r"\1") for words, sign in _SIGNS.items()),
    (rf"(?<![\w\\])\$?{_MEAN}\$?{_OF}", "the mean"),
    (r"(\$?)\\angle\s*([A-Z])(?![A-Za-z])\s*=\s*", r"angle \1\2 = "),
    (
        rf"(?:\\propto|∝|\b(?:directly )?proportional to)\s*{_ONE_OVER}",
        lambda match: f"is inversely proportional to {match['under'] or match['x']}",
    ),
    (r"\bis (?=is inversely proportional)", ""),
    (r"(?<![\w-])(\d{4})-(\d{2})-(\d{2})(?![\w-])", _day),
    (
        rf"(?P<before>\b{_TOGETHER}\b[^?!]*\d)\s+n\s+(?={_NUMBER}(?:\s*[?.!]|\s*$|\s+[a-z]{{3}}))",
        r"\g<before> and ",
    ),
    (
        r"\s*\(\s*(?:(?:use|using|given(?:\s+that)?|where|with|take|note|hint)\b:?\s*)?"
        rf"(?P<rate>{_SIZED}\s*(?:=|≈|is)\s*{_SIZED})\s*\)\s*[.?]*\s*$",
        r", using \g<rate>",
    ),
    (r",\s*(?=mixed\s+number\s*(?:pls|plz|please)?\s*[.?!]*\s*$)", ", as a "),
    (rf"^(\s*{_FIND}{_LISTED})\s+(?={_NUMBER}(?:\s*,|\s+and\b|\s+{_NUMBER}))", r"\1 of "),
    (rf"(?<![\w=])({_VALUE})\s+(?={_VALUE}(?![\w^*/+(=-]))", r"\1, "),
    (
        r"(?<!\w)([a-z]\([a-z]\)=[^\s=,;]*[\dA-Za-z)²³])\s+(?=[a-z]\([a-z]\)=)",
        r"\1, ",
    ),
)
_ROWS: Final = re.compile(
    r"(?P<before>\b(?:det|determinant|inverse|rank|trace|eigenvalues|matrix)\b[^()\d]*)"
    rf"\((?P<rows>\s*{_ROW}(?:\s*,\s*{_ROW})+\s*)\)",
    re.IGNORECASE,
)
"""A matrix whose rows are in round brackets: ``det of ((1, 2), (3, 4))``."""
_MENDED: Final = tuple((re.compile(found, re.IGNORECASE), put) for found, put in _WAYS)
_LIST_FIRST: Final = re.compile(
    rf"^\s*(?P<list>{_NUMBER}(?:\s+{_NUMBER}){{2,9}})(?=\s+(?:what|whats|what's|next|which)\b)",
    re.IGNORECASE,
)
_IN_THOUSANDS: Final = re.compile(r"\d{1,3}(?:\s+\d{3})+")


_VECTORS_TOLD: Final = re.compile(r"(?<!\w)([a-z]\s*=\s*[^=,;?!]{1,40}[ijk])\s+(?=[a-z]\s*=)")
MOST_VECTORS: Final = 6
"""More equations in a row are no vectors that a question defines."""
_RECURRENCE: Final = re.compile(r"(?<![A-Za-z])([a-z])_\{?n\b")
_INDEXED: Final = re.compile(r"(?<![\w^\\])([a-z])(\d{1,2})(?![\w.])")


def _with_indices(text: str) -> str:
    """``u1 = 3`` as ``u_1 = 3``, beside ``u_{n+1}``."""
    names = {match[1] for match in _RECURRENCE.finditer(text)}
    return _INDEXED.sub(lambda m: f"{m[1]}_{m[2]}" if m[1] in names else m[0], text)


_MEASURE = (
    r"(?:area|circumference|perimeter|volume|surface\s+area|discriminant|determinant|hypotenuse|"
    r"diagonal|distance|length|width|height|base|radius|diameter|side|gradient|slope|midpoint|"
    r"magnitude|speed|sum|product|probability|arc\s+length)"
)
_NAMED: Final = (
    re.compile(
        rf"\b(?P<what>{_MEASURE})\s+\$?(?P<name>[A-Za-z])\$?"
        r"(?=\s+(?:of|for|between|from)\b|\s*[.?!]*\s*$)",
        re.I,
    ),
    re.compile(
        rf"\b(?P<what>(?:{_MEASURE}|legs|sides)(?:\s+of)?)\s+(?P<open>\$?)(?P<name>[A-Za-z])\s*=\s*(?=\d)",
        re.I,
    ),
    re.compile(
        r"\b(?P<what>(?:legs|sides)\s+\$?\d[^.;?=]{0,16}?\band)\s+(?P<open>\$?)(?P<name>[A-Za-z])"
        r"\s*=\s*(?=\d)",
        re.I,
    ),
)


def _without_names(text: str) -> str:
    """``the area of a circle of radius 2``: what a letter that comes once only names again."""
    for pattern in _NAMED:
        for match in reversed(list(pattern.finditer(text))):
            before, after = text[: match.start()], text[match.end() :]
            article = r"(?!\s+[A-Za-z]{2})" if match["name"] in "Aa" else ""
            again = rf"(?<![A-Za-z\\]){match['name']}(?![A-Za-z]){article}"
            if not re.search(again, f"{before} {after}", re.IGNORECASE):
                kept = f" {match['open']}" if "open" in match.groupdict() else ""
                text = f"{before}{match['what']}{kept}{after}"
    return text


def plain(text: str) -> str:
    """The text in a careful notation; itself where nothing is left out."""
    text = _VECTORS_TOLD.sub(r"\1, ", _with_indices(text), count=MOST_VECTORS)
    text = _without_names(text)
    for found, put in _MENDED:
        text = found.sub(put, text)
    return _LIST_FIRST.sub(_with_commas, _ROWS.sub(_in_square_brackets, text))


def _in_square_brackets(match: re.Match[str]) -> str:
    rows = match["rows"].replace("(", "[").replace(")", "]")
    return f"{match['before']}[{rows}]"


def _with_commas(match: re.Match[str]) -> str:
    """``3, 6, 12`` of ``3 6 12``; of ``3 600 120`` it may be one number."""
    told = match["list"].strip()
    return told if _IN_THOUSANDS.fullmatch(told) else ", ".join(told.split())
