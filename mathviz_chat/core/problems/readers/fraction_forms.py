"""Numbers in another form: a decimal as a fraction, a fraction as a decimal, mixed and improper."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Mixed, Neg, Number, Percent

_REPEATING: Final = (
    r"\d+\.\d*\(\d+\)|\d+\.\d+(?:\.{3}|…)|\d+\.\d*\\overline\{\d+\}"
    r"|\d+\.\d\s+(?:recurring|repeating)"
)
_NUMBER: Final = (
    rf"{_REPEATING}|" + r"-?\d+(?:\.\d+)?(?:\s+\d+\s*/\s*\d+|\s*/\s*\d+)?\s*%?|\\frac\{\d+\}\{\d+\}"
)
_TERMS: Final = (
    r"(?:,?\s+(?:and\s+)?(?:in|to)\s+(?:its\s+|the\s+)?"
    r"(?:simplest|lowest|reduced)\s+(?:form|terms))?"
)
SCIENTIFIC: Final = "scientific notation"
_FORMS: Final = {
    "fraction": rf"(?:simplified\s+|simple\s+|common\s+)?fraction{_TERMS}",
    "decimal": r"decimal(?:\s+(?:number|form|fraction))?",
    "improper fraction": rf"(?:improper|top[\s-]heavy)\s+fraction{_TERMS}",
    SCIENTIFIC: r"(?:scientific\s+notation|standard\s+(?:index\s+)?form)",
    "mixed number": rf"mixed\s+(?:number|numeral|fraction){_TERMS}",
}
_ASKED: Final = {
    form: re.compile(
        r"(?:(?:write|express|convert|change|turn|give|rewrite|what(?:'s|s|\s+is|\s+are)?|find)\s+)?"
        rf"(?:the\s+)?(?:number\s+|(?:recurring\s+|repeating\s+)?decimal\s+|fraction\s+|mixed\s+number\s+)?(?P<x>{_NUMBER})\s+"
        rf"(?:as|to|into|in)\s+(?:an?\s+|the\s+)?{words}",
        re.IGNORECASE,
    )
    for form, words in _FORMS.items()
}


def read(clauses: Clauses) -> Problem | None:
    """A number that is to be written in one of the forms."""
    if clauses.given:
        return None
    for form, pattern in _ASKED.items():
        match = pattern.fullmatch(clauses.asked)
        expr = None if match is None else clauses.slots.expression(_with_dots(match["x"]))
        if expr is None:
            continue
        value = recount.value(expr)
        if not isinstance(value, Fraction) or not _exists(form, value):
            return None
        if form == "improper fraction" and not isinstance(expr, Mixed):
            return None
        if form == "decimal" and value.denominator == 1 and not isinstance(expr, Percent):
            return None
        if form == SCIENTIFIC and not isinstance(expr, Number | Neg):
            return None
        into = f"as a{'n' * form.startswith('i')} {form}" if form != SCIENTIFIC else f"in {form}"
        read_as = f"Write {to_plain(expr)} {into}."
        return Problem(Kind.FRACTION_FORM, Form.NUMBER, read_as, expression=expr, task=form)
    return None


def _with_dots(written: str) -> str:
    """``0.3 recurring`` as ``0.(3)``: its one decimal repeats."""
    digits, word, _ = written.partition(" rec")
    digits = digits if word else written.partition(" rep")[0]
    return written if digits == written else f"{digits.strip()[:-1]}({digits.strip()[-1]})"


def _exists(form: str, value: Fraction) -> bool:
    """Whether a number has that form: a decimal that ends, a mixed number above 1."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if form in ("decimal", SCIENTIFIC):
        return rest == 1 and (value != 0 or form == "decimal")
    return form != "mixed number" or (value > 1 and value.denominator > 1)
