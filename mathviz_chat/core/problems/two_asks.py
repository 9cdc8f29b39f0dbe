"""Two things asked, of which a reading answers one: ``in binary and hexadecimal``.

The two are named side by side, and the reading, in the words in which it is shown, lacks one of
them. What is asked of the form of an answer and not done stands here too (``in interval
notation``).
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.problem import Form, Kind, Problem

_NEVER: Final = "(?!)"
"""No reading gives a numeral in two bases."""
_FORMS: Final = {
    "binary": _NEVER,
    "octal": _NEVER,
    "hexadecimal|hex": _NEVER,
    "decimal|denary": "base 10|decimal",
    r"base \d+": _NEVER,
    "fraction": "fraction",
    "percentage|percent|per cent": "percent|%",
    "mixed number|mixed numeral": "mixed",
    "improper fraction": "improper",
    "standard form|scientific notation": "scientific|standard",
    r"significant figures?|s\.?f\.?|sig figs?": "significant",
    r"decimal places?|d\.?p\.?": "decimal",
    "ten": "10\\b",
    "hundred": "100\\b",
    "thousand": "1000\\b",
    "ratio": "ratio",
}
_RESULTS: Final = {
    "first": "first|1st|f'|dy/dx|d/dx",
    "second": "second|2nd",
    "third": "third|3rd",
    "gradient|slope": "gradient|slope",
    "equation": "equation",
    "intercepts?|y-intercept|x-intercept": "intercept",
    "modulus|magnitude": "modulus|\\|",
    "argument": "argument",
    "conjugate": "conjugate",
    "interior": "interior",
    "exterior": "exterior",
    "discount|saving|sale price|original price": "discount|saving|sale price|original",
    "rule": "rule|nth|n-th",
    "next term|next number": "next",
}
_GLUE: Final = (
    r"(?:\s+(?:form|notation|number|derivatives?|angles?|terms?|part))?\s*,?\s*"
    r"(?:\band\b|\bas\s+well\s+as\b|&|\bplus\b)\s*,?\s*(?:then\s+)?(?:also\s+)?"
    r"(?:(?:as|in|to|of|into|rounded\s+to|correct\s+to)\s+)?"
    r"(?:(?:a|an|the|its|their|nearest|\d+)\s+){0,3}"
)
"""What stands between two results that are asked for side by side."""


def _pair(words: dict[str, str]) -> re.Pattern[str]:
    any_of = "|".join(words)
    first = rf"(?<!than the )(?<!as the )(?P<first>{any_of})"
    return re.compile(rf"\b{first}\b{_GLUE}\b(?P<second>{any_of})\b", re.IGNORECASE)


_PAIRS: Final = tuple((words, _pair(words)) for words in (_FORMS, _RESULTS))
_OF_EACH: Final = re.compile(
    r"\b(?:mean|median|mode|range|average)\s+of\b[^.?]*\d\s*,?\s*and\s+of\s+-?\d", re.IGNORECASE
)
_INTERVALS: Final = re.compile(
    r"\b(?:interval|set|set[- ]builder)\s+notation\b|\bas\s+(?:an?\s+)?intervals?\b", re.IGNORECASE
)
_AND_WHAT: Final = re.compile(
    r"\bhow\s+many\b.*\band\s+(?:(?:what|which)\s+are\s+(?:they|these)|list\s+them|name\s+them)"
    r"|\b(?:max|min)\w*\b.*\band\s+(?:the\s+\w+\s+)?(?:where|at\s+which|for\s+which)\b",
    re.IGNORECASE | re.DOTALL,
)
_POWER_OF_TEN: Final = re.compile(
    r"\b(?:in|as|using)\s+(?:standard\s+(?:index\s+)?form|scientific\s+(?:notation|form))\b", re.I
)
_NUMBERS: Final = frozenset({Kind.ARITHMETIC, Kind.ROUNDING, Kind.FRACTION_FORM, Kind.CONVERSION})
_HOURS_AND_MINUTES: Final = re.compile(r"\bhours?\s+and\s+(?:how\s+many\s+)?minutes?\b", re.I)


def left_out(text: str, problem: Problem) -> str:
    """What the question asks for and the reading does not give; "" where nothing is known."""
    if problem.kind is Kind.PARTS:
        forms = (_form_left_out(text, part) for part in problem.parts)
        return next(filter(None, forms), "")
    for words, pattern in _PAIRS:
        for match in pattern.finditer(text):
            for part in ("first", "second"):
                if not _is_given(words, match[part], problem):
                    return f"It asks for two things at once: {match[0]!r}. Ask for one of them."
    if _OF_EACH.search(text):
        return "It asks for two things at once. Ask for one of them."
    if _AND_WHAT.search(text):
        return "It asks for two things at once. Ask for one of them."
    return _form_left_out(text, problem)


def _form_left_out(text: str, problem: Problem) -> str:
    lacks_power = problem.kind in _NUMBERS and "scientific" not in problem.read_as
    if lacks_power and _POWER_OF_TEN.search(text):
        return "The answer is asked for in standard form: ask to write the number in it."
    if problem.form is Form.INTERVALS and _INTERVALS.search(text):
        return "The answer is asked for as an interval, and would be given as an inequality."
    bare = problem.unit is None or problem.unit_named
    if bare and _HOURS_AND_MINUTES.search(text):
        return "The answer is asked for in hours and minutes: ask for it in minutes."
    return ""


def _is_given(words: dict[str, str], said: str, problem: Problem) -> bool:
    signs = next(signs for word, signs in words.items() if re.fullmatch(word, said, re.IGNORECASE))
    shown = problem.read_as
    return re.search(signs or re.escape(said), shown, re.IGNORECASE) is not None
