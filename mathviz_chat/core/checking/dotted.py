"""Sums and products with dots: ``1 + 2 + ... + n``, where the terms leave one rule only.

The rule is the last term, where it has a letter (``1 + 3 + ... + (2n - 1)``): the terms before it
must be its values from some whole number on. Where the last term is a number the terms must be
equally far apart (``1 + 2 + ... + 100``), where there is none have one ratio (``1 + 1/2 + 1/4 +
...``). Anything else stays as it is, and so unread: ``1 + 4 + ... + 100``, ``2 + 3 + 5 + ...``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from itertools import pairwise
from typing import Final

from mathviz_chat.core.kernel import evaluate, substitute, variables
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import Expr, Number, Pow, Statement
from mathviz_chat.core.reading.walking import walk

MAX_TERMS: Final = 1_000
LATEST_START: Final = 5
_TERM: Final = r"(?:\([^()+=]{1,24}\)|[\w^{}²³ⁿ/]{1,16}(?:\([^()]{1,12}\))?)"
_DOTS: Final = r"(?:\.\s?\.\s?\.|…|⋯|\\(?:c|l)?dots)"
_SIGNS: Final = {r"\+": "sum", r"(?:[×·⋅*]|\\cdot|\\times)": "prod"}
_PATTERNS: Final = tuple(
    (
        re.compile(
            rf"(?P<before>^|[=:≈]|\b(?:that|is|get|of|have)\s)\s*(?P<terms>{_TERM}(?:\s*{sign}\s*{_TERM})+?)"
            rf"\s*{sign}\s*{_DOTS}(?:\s*{sign}\s*(?P<last>{_TERM}))?\s*(?=[=≈<>≤≥]|\.?\s*$)"
        ),
        re.compile(sign),
        operator,
    )
    for sign, operator in _SIGNS.items()
)
_DOUBTFUL: Final = re.compile(r"\bprimes?\b|\bFibonacci\b", re.IGNORECASE)


def written_out(text: str) -> str:
    """The text with its dotted sums as sums of a general term, where that is certain."""
    if "..." not in text and not re.search(_DOTS, text):
        return text
    if len(text) > 500 or _DOUBTFUL.search(text):
        return text
    for pattern, sign, operator in _PATTERNS:
        text = pattern.sub(partial(_replaced, sign, operator), text)
    return text


def _replaced(sign: re.Pattern[str], operator: str, found: re.Match[str]) -> str:
    terms = [_expr(part) for part in sign.split(found["terms"])]
    last = None if found["last"] is None else _expr(found["last"])
    shown = [term for term in terms if term is not None]
    if len(shown) < len(terms) or (found["last"] is not None and last is None):
        return found[0]
    values = [_value(term) for term in shown]
    known = [value for value in values if value is not None]
    rule = _rule(known, last) if len(known) == len(values) else None
    if rule is None or (last is None and operator == "prod"):
        return found[0]
    return f"{found['before']} \\{operator}_{{{rule[0]}={rule[1]}}}^{{{rule[2]}}} ({rule[3]}) "


def _rule(values: Sequence[Fraction], last: Expr | None) -> tuple[str, str, str, str] | None:
    """Index, first and last value of it, and the general term; None where none is certain."""
    if last is None:
        return _geometric(values)
    names = variables(last)
    if not names:
        return _arithmetic(values, _value(last))
    return _by_last_term(values, last, names[0]) if len(names) == 1 else None


def _by_last_term(
    values: Sequence[Fraction], last: Expr, name: str
) -> tuple[str, str, str, str] | None:
    """``1 + 3 + 5 + ... + (2n - 1)``: the values of 2k - 1 from k = 1 on."""
    index = "k" if name != "k" else "j"
    for start in range(LATEST_START + 1):
        at = (Number(Fraction(start + place)) for place in range(len(values)))
        found = [_value(substitute(last, {name: point})) for point in at]
        if found == list(values) and (len(values) > 2 or not _is_power(last, name)):
            body = to_plain(substitute(last, {name: read_letter(index)}))
            return index, str(start), name, body
    return None


def _is_power(last: Expr, name: str) -> bool:
    """``1 + 2 + ... + 2^n``: two terms leave open whether all whole numbers are meant."""
    return any(isinstance(node, Pow) and name in variables(node.exponent) for node in walk(last))


def read_letter(name: str) -> Expr:
    """The letter as an expression."""
    letter = read(name)
    assert not isinstance(letter, Statement)
    return letter


def _arithmetic(
    values: Sequence[Fraction], last: Fraction | None
) -> tuple[str, str, str, str] | None:
    """``2 + 4 + 6 + ... + 100``; of two terms only ``1 + 2 + ... + 100``, which has no ratio."""
    gap = values[1] - values[0]
    if last is None or not gap or not _is_whole(gap) or not _is_whole(values[0]):
        return None
    steps = (last - values[0]) / gap
    even = all(later - one == gap for one, later in pairwise(values))
    if not even or not _is_whole(steps) or not len(values) <= steps < MAX_TERMS:
        return None
    if len(values) == 2 and (gap != 1 or (values[0] == 1 and _is_power_of_2(last))):
        return None
    if gap == 1:
        return "k", str(values[0]), str(last), "k"
    return "k", "0", str(steps), f"{values[0]} + ({gap})*k"


def _geometric(values: Sequence[Fraction]) -> tuple[str, str, str, str] | None:
    """``1 + 1/2 + 1/4 + ...`` without end, where the ratio is below 1."""
    if len(values) < 3 or 0 in values:
        return None
    ratio = values[1] / values[0]
    same = all(later == one * ratio for one, later in pairwise(values))
    return ("k", "0", "\\infty", f"({values[0]})*({ratio})^k") if same and abs(ratio) < 1 else None


def _is_whole(value: Fraction) -> bool:
    return value.denominator == 1


def _is_power_of_2(value: Fraction) -> bool:
    return _is_whole(value) and value > 0 and value.numerator & (value.numerator - 1) == 0


def _expr(text: str) -> Expr | None:
    try:
        node = read(text.strip())
    except ReadError:
        return None
    return None if isinstance(node, Statement) else node


def _value(expr: Expr) -> Fraction | None:
    if variables(expr):
        return None
    value = evaluate(expr)
    return None if value is None else value.rational
