"""Numbers in another form: a decimal as a fraction, a fraction as a decimal, mixed and improper."""

from __future__ import annotations

import re
from fractions import Fraction
from math import floor
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import recount, slots, spoken
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Expr, Mixed, Percent

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
    "mixed number": rf"mixed\s+(?:number|numeral|fraction){_TERMS}",
}
POWER_OF_TEN: Final = (
    r"(?:(?:scientific\s+(?:notation|form)|standard\s+(?:index\s+)?form|standard\s+index)"
    r"|(?:the\s+)?form\s+[aA]\s*(?:\*|x|×|·|\\times|\\cdot)\s*10\s*\^\s*\{?\s*[a-z]\s*\}?)"
)
"""``scientific notation``, ``standard form``, ``the form a x 10^n``."""
FIGURES: Final = (
    rf"(?:,?\s+(?:(?:correct\s+|rounded\s+)?to|with)\s+(?P<figures>\d{{1,2}}|{spoken.NUMBER})\s*"
    r"(?:sig(?:nificant)?\.?\s*(?:figures?|figs?\.?|digits?)|s\.?\s?f\.?))"
)
_VERB: Final = (
    r"(?:(?:write|express|convert|change|turn|give|rewrite|put|what(?:'s|s|\s+is|\s+are)?|find|"
    r"calculate|compute|evaluate|work\s+out)\s+)?"
)
_SCIENTIFIC: Final = re.compile(
    rf"{_VERB}(?:the\s+)?(?:number\s+)?(?P<x>{slots.MATHS}),?\s+(?:as|to|into|in)\s+"
    rf"{POWER_OF_TEN}{FIGURES}?",
    re.IGNORECASE,
)
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
        read_as = f"Write {to_plain(expr)} as a{'n' * form.startswith('i')} {form}."
        return Problem(Kind.FRACTION_FORM, Form.NUMBER, read_as, expression=expr, task=form)
    match = _SCIENTIFIC.fullmatch(clauses.asked)
    expr = None if match is None else clauses.slots.expression(match["x"])
    return None if match is None or expr is None else scientific(expr, match["figures"])


def scientific(expr: Expr, figures: str | None = None) -> Problem | None:
    """A number in scientific notation, to so many significant figures where they are told."""
    if variables(expr) or isinstance(expr, Percent | Mixed):
        return None
    value = recount.value(expr)
    count = (
        None if figures is None else int(figures) if figures.isdigit() else spoken.number(figures)
    )
    if not isinstance(value, Fraction) or value == 0 or (figures is not None and not count):
        return None
    if count is None and not _exists("decimal", value):
        return None
    written = f"Write {to_plain(expr)} in {SCIENTIFIC}"
    kind, form = Kind.FRACTION_FORM, Form.NUMBER
    if count is None:
        return Problem(kind, form, f"{written}.", expression=expr, task=SCIENTIFIC)
    return Problem(  # a rounded value does not equal the expression
        kind,
        form,
        f"{written} to {count} significant figure{'s' * (count != 1)}.",
        items=(expr,),
        task=SCIENTIFIC,
        target=number(_rounded(value, count)),
        figures=count,
    )


def exponent_of(value: Fraction) -> int:
    """The exponent of the highest power of ten that is not above the size of a value."""
    size = abs(value)
    exponent = len(str(size.numerator)) - len(str(size.denominator))
    return exponent if size >= Fraction(10) ** exponent else exponent - 1


def _rounded(value: Fraction, figures: int) -> Fraction:
    """To so many significant figures, halves away from 0."""
    unit = Fraction(10) ** (exponent_of(value) - figures + 1)
    size = floor(abs(value) / unit + Fraction(1, 2)) * unit
    return size if value > 0 else -size


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
    if form == "decimal":
        return rest == 1
    return form != "mixed number" or (value > 1 and value.denominator > 1)
