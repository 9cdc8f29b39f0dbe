"""Other readings of a formula that is refuted: where one of them holds, nothing is refuted."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.checking.conditions import as_condition, compare
from mathviz_chat.core.checking.equation_labels import ends_in_label, followed_by_label
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.lines import DECIMAL_COMMA, Found, with_decimal_points
from mathviz_chat.core.checking.terms import links
from mathviz_chat.core.checking.values import judge_values
from mathviz_chat.core.kernel import variables
from mathviz_chat.core.reading import ReadError, read
from mathviz_chat.core.reading.tree import Chain
from mathviz_chat.core.verdict import Verdict

_LABEL: Final = "The number in brackets may be a factor, or the label of the equation."
_DASH: Final = re.compile(r"\s*[-−–]\s+")


def holds_otherwise(found: Found, facts: Facts) -> str | None:
    """What is said of a formula that holds in another reading; None where it holds in none."""
    for reading, reason in _READINGS:
        text = reading(found)
        if text is not None and _holds(text, facts):
            return reason
    return None


def _holds(text: str, facts: Facts) -> bool:
    """It is proved, as a computation or as following from what is given."""
    try:
        node = read(text)
    except ReadError:
        return False
    if not isinstance(node, Chain):
        return False
    if variables(node):
        after = as_condition(node, facts.unknowns)
        return facts.has_conditions and compare(facts.given, after, facts.unknowns).holds
    return all(judge_values(*link[:3]).verdict is Verdict.PROVED for link in links(node))


def _with_minus(found: Found) -> str | None:
    """``- 5 - 3 = -8``, where the dash was taken for the mark of a list."""
    return f"-{found.text.strip()}" if _DASH.fullmatch(found.before) else None


def _with_decimals(found: Found) -> str | None:
    """``x = 3,5``, where the comma was taken to separate two values."""
    text = with_decimal_points(found.text)
    return None if text is None else text.strip().strip("$")


def _without_label(found: Found) -> str | None:
    """``5x = 13 (2)``, where the number in brackets was taken for a factor."""
    return ends_in_label(found.text)


def _with_factor(found: Found) -> str | None:
    """``y = 2 (3)``, where the number in brackets was taken for a label."""
    label = followed_by_label(found.after)
    return None if label is None else f"{found.text} {label}".strip().strip("$")


def _with_ratios(found: Found) -> str | None:
    """``2*12 : 3*12 = 24 : 36``, where a product stands behind the sign of a ratio."""
    sides = [side.split(":") for side in found.text.strip().strip("$").split("=")]
    if len(sides) < 2 or any(len(terms) != 2 for terms in sides):
        return None
    return " = ".join(f"({a}) : ({b})" for a, b in sides)


_READINGS: Final = (
    (_without_label, _LABEL),
    (_with_factor, _LABEL),
    (_with_ratios, "It is not clear how far the sign ':' reaches: put brackets."),
    (_with_minus, "The dash before it may be a minus sign."),
    (_with_decimals, DECIMAL_COMMA),
)
"""How else a formula may be read, and what is said where it then holds."""
