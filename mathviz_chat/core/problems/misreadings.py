"""What keeps a question unread though a reader reads it: words and signs of which a reader knows
only one of two meanings."""

from __future__ import annotations

import re
from math import gcd
from typing import Final

from mathviz_chat.core.problems import two_asks
from mathviz_chat.core.problems.problem import Kind, Problem

_DIRECTED: Final = re.compile(
    r"\b(?:truncat|chop)\w*|\bcut(?:ting)?\s+off\b|\btowards?\s+(?:zero|infinity)\b|\bbanker"
    r"|\b(?:floor|ceil(?:ing)?)\s+(?:of\s+)?\d"
    r"|\bround\w*(?:\s+(?!(?:write|writing|put|set|note)\b)(?:[^\s.]|\.(?=\d))+){0,4}?"
    r"\s+(?:up|down|half\s+(?:down|to\s+even))\b(?!\s+or\s+(?:up|down))",
    re.IGNORECASE,
)
_HALF_UP: Final = re.compile(r"\b(?:up\s+or\s+down|half\s+up)\b", re.IGNORECASE)
_DIVIDED: Final = re.compile(
    r"(?<![\w.)^])(?P<above>\d+)\s*[/÷]\s*(?P<below>\d+)\s+"
    r"[(\[](?![^()\[\]]*[A-Za-z]{2})[^)\]]*[-+−*×·]"
)


def doubt(text: str, problem: Problem) -> str:
    """Why a question that is read has two meanings all the same; "" where it has one.

    Readers round to the nearest, so one that says to round up, down or off by cutting is not
    theirs. And ``6/2 (1 + 2)`` is a question about the order of operations that schools answer
    in two ways, while a solution that writes ``20/2 (5 + 19)`` fills in a formula.
    """
    if _rounds(problem) and _DIRECTED.search(_HALF_UP.sub(" ", text)):
        return "It says in which direction to round: only rounding to the nearest is read."
    if _asks_for_one_part(text, problem):
        return "It asks for one part of the solution: ask for all of it, or give its conditions."
    for match in _DIVIDED.finditer(text):
        if gcd(int(match["above"]), int(match["below"])) > 1:
            return "It is not clear what is divided: put the divisor in brackets."
    if problem.kind is Kind.NUMERAL and _TWO_BASES.search(text):
        return "It is not clear which base the number is written in: say from which to which."
    if _PERCENT.match(problem.read_as) and _AS_ANOTHER.search(text):
        return "A percentage is asked for as something else: ask what fraction it is."
    if _ADDITIVE.search(text):
        return "An additive inverse modulo a number is not read: write the congruence."
    if (doubted := _doubted_sign(text, problem)) is not None:
        return doubted
    if _TRIANGLE.search(problem.read_as) and not _INCLUDED.search(text):
        return "It is not said whether the angle lies between the two sides."
    if problem.kind is Kind.SIMPLIFY and not problem.conditions and _SIGN.search(text):
        return "It says of which sign a letter is in words that are not read: write x > 0."
    if _has_letters_left(problem) and _HAS_ROOTS.search(text):
        return "It asks for which values an equation has such roots: ask for the discriminant."
    return _of_another_quantity(text, problem) or two_asks.left_out(text, problem)


_HYPOTENUSE: Final = re.compile(
    r"\bhypotenuse\s+(?:(?:of\s+length|is|=|measures|measuring|length)\s+(?:of\s+)?\d"
    r"|(?:of\s+)?\d+(?:\.\d+)?(?!\.?\d)(?!\s*\w*\s*(?:,|and)\s+\d))",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r"\b(?:number\s+of|how\s+many)\s+(?:(?:its|the|all|equal)\s+)*(?:edges?|sides?|legs?|faces?"
    r"|corners?|vertices)\b",
    re.IGNORECASE,
)
_TOGETHER: Final = re.compile(
    r"\b(?:total|sum|combined|altogether|all)\b[^.?]*\b(?:edges|sides|legs)\b"
    r"|\blengths?\s+of\s+all\b",
    re.IGNORECASE,
)
_ONE_LENGTH: Final = re.compile(r"find the (?:side|other leg|hypotenuse) of the\b", re.IGNORECASE)
_DECREASE: Final = re.compile(r"\bdecreased by (\d+(?:\.\d+)?)%", re.IGNORECASE)
_LOCAL_POINT: Final = re.compile(r"find the local (?:maximum|minimum) point", re.IGNORECASE)
_HEIGHT: Final = re.compile(
    r"\b(?:max|min)\w*\s+values?\b|\by-(?:values?|coordinates?)\b|\bhow\s+(?:high|low|large|small)\b"
    r"|\bvalues?\s+of\s+(?:the|its|any|all)\b[^.?]*\b(?:max|min)",
    re.IGNORECASE,
)
_CREW: Final = re.compile(r"if \d+ workers can do the job", re.IGNORECASE)
_TASK: Final = re.compile(
    r"\b(?P<verb>buil|paint|clean|dig|fill|mow|wash|weed|harvest|plough|plant|pack|repair|lay"
    r"|empt|tile|decorat|make)\w*\s+(?:an?|the|one|this|that)\s+(?:same\s+)?(?P<what>[a-z]+)",
    re.IGNORECASE,
)


def _of_another_quantity(text: str, problem: Problem) -> str:
    """What is asked besides what is read: a count of sides, all of them, another job."""
    said = problem.read_as
    if said.lower().startswith("find the hypotenuse") and _HYPOTENUSE.search(text):
        return "The hypotenuse is told: ask for one of the other sides."
    if _ONE_LENGTH.match(said) and (_COUNTED.search(text) or _TOGETHER.search(text)):
        return "It asks for a number of sides, or for all of them: ask for one."
    if _LOCAL_POINT.match(said) and _HEIGHT.search(text):
        return "It asks for the value alone: ask for the point."
    if any(float(one) > 100 for one in _DECREASE.findall(said)):
        return "Nothing can decrease by more than all of it."
    if _CREW.match(said) and len({_job(one) for one in _TASK.finditer(text)}) > 1:
        return "It tells of two jobs: ask about one."
    return ""


def _job(match: re.Match[str]) -> tuple[str, str]:
    return match["verb"].lower(), match["what"].lower().removesuffix("s")


def _doubted_sign(text: str, problem: Problem) -> str | None:
    if _CHOICES.search(text) and re.search(r"[CP]", problem.read_as):
        return "It counts choices from an unknown number of things: write them as factorials."
    return "Two percent signs stand side by side: write one." if "%%" in text else None


_HAS_ROOTS: Final = re.compile(
    r"\b(?:has|have|having)\s+(?:[\w-]+\s+){0,5}?(?:roots?|solutions?|zero(?:e?s)?|answers?)\b",
    re.IGNORECASE,
)


def _has_letters_left(problem: Problem) -> bool:
    """A formula solved for one letter, or some of the values of one."""
    return problem.kind is Kind.LITERAL or any(map(_has_letters_left, problem.parts))


_BASE: Final = r"(?:hexadecimal|hex|binary|octal|decimal|base\s+\d+)"
_TWO_BASES: Final = re.compile(
    rf"\bin\s+{_BASE}\s*,\s*(?:(?:and|then)\s+)?(?:in\s+)?{_BASE}\b", re.I
)
_PERCENT: Final = re.compile(r"(?:find|calculate)\s+what\s+percent", re.I)
_AS_ANOTHER: Final = re.compile(
    r"\b(?:as|into)\s+an?\s+(?:\w+\s+)?(?:fraction|decimal|ratio)\b", re.I
)
_ADDITIVE: Final = re.compile(r"\badditive\s+inverse\b.*\bmod", re.I | re.S)
_CHOICES: Final = re.compile(r"(?<![A-Za-z])[a-z][CP]_?\{?\d|\d[CP]_?\{?[rkn]\b|ⁿ[CP]")
_SIGN: Final = re.compile(r"\b(?:non-?\s*)?(?:positive|negative)\b(?!\s+(?:ind|exp|pow))", re.I)
_TRIANGLE: Final = re.compile(
    r"\bthe (?:third side|area) of the triangle with first side .* and angle in degrees\b"
)
_INCLUDED: Final = re.compile(
    r"\b(?:between|includ\w+|contain\w+|enclos\w+|meet\w*|form\w*|make|making)\b"
    r"|\bangle in degrees\b",  # the reading's own words
    re.IGNORECASE,
)


_ONE_PART: Final = re.compile(
    r"\b(?:complementary|homogeneous\s+(?:solution|part)|transient|steady|characteristic|auxiliary"
    r"|particular\s+(?:integral|part))\b",
    re.I,
)


def _asks_for_one_part(text: str, problem: Problem) -> bool:
    """``the complementary function of y'' - y = x``; a particular solution without conditions."""
    if problem.kind is not Kind.DIFFERENTIAL_EQUATION:
        return any(_asks_for_one_part(text, part) for part in problem.parts)
    any_one = len(problem.conditions) == 1 and re.search(r"\bparticular\b", text, re.I)
    return bool(any_one) or _ONE_PART.search(text) is not None


_SPREAD: Final = re.compile(r"\b(?:variance|standard\s+deviation|s\.?d\.?)\b.*\d", re.I | re.S)
_DIVISOR: Final = re.compile(
    r"\b(?:sample|population|unbiased|probability|random|normal(?:ly)?|distributed)\b|\bn\b|\bP\(",
    re.IGNORECASE,
)


def leaves_divisor_open(text: str) -> bool:
    """Whether a variance of values is asked without a word on whether they are a sample."""
    return _SPREAD.search(text) is not None and _DIVISOR.search(text) is None


def _rounds(problem: Problem) -> bool:
    return (
        problem.kind is Kind.ROUNDING
        or problem.places is not None
        or problem.figures is not None
        or any(map(_rounds, problem.parts))
    )
