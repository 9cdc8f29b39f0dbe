"""Phrases about an unknown number: twice a number plus 3, 5 less than half of it."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.literals import number as literal
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.wording import number
from mathviz_chat.core.reading.tree import Add, Div, Expr, Mul, Pow, Sub, Symbol

UNKNOWN: Final = Symbol("n")

_NUMBER = r"-?(?:\d+/\d+|\d*\.\d+|\d+)"
_ITSELF: Final = LazyPattern(
    r"(?:(?:certain|unknown|same|this|that|some|my|his|her|positive|negative|natural|whole|real|"
    r"original|new)\s+)*(?:number|integer)|it|itself|n|x|result|answer|what you get",
    re.I,
)
_MULTIPLES: Final = {
    "twice": Fraction(2), "double": Fraction(2), "thrice": Fraction(3), "triple": Fraction(3),
    "half of": Fraction(1, 2), "half": Fraction(1, 2), "1/2 of": Fraction(1, 2),
    "third of": Fraction(1, 3), "1 third of": Fraction(1, 3), "quarter of": Fraction(1, 4),
    "1 quarter of": Fraction(1, 4), "1 half of": Fraction(1, 2), "1 fourth of": Fraction(1, 4),
    "fifth of": Fraction(1, 5), "1 fifth of": Fraction(1, 5), "2 thirds of": Fraction(2, 3),
    "3 quarters of": Fraction(3, 4), "3 fourths of": Fraction(3, 4), "4 times": Fraction(4),
}  # fmt: skip
_MULTIPLE: Final = LazyPattern(
    rf"(?P<word>{'|'.join(sorted(map(re.escape, _MULTIPLES), key=len, reverse=True))})"
    r"\s+(?P<rest>.+)",
    re.I,
)
_TIMES: Final = LazyPattern(rf"(?P<k>{_NUMBER})\s+(?:times|of)\s+(?P<rest>.+)", re.I)
_OF_TWO: Final = LazyPattern(
    r"(?P<what>sum of|difference between|difference of|product of|quotient of|total of)\s+"
    r"(?P<a>.+?)\s+and\s+(?P<b>.+)",
    re.I,
)
_MORE: Final = LazyPattern(
    r"(?P<a>.+?)\s+(?P<op>(?:more|greater|larger|bigger|less|fewer|smaller)\s+than)\s+(?P<b>.+)",
    re.I,
)
_ADDED: Final = LazyPattern(
    r"(?P<a>.+?)\s+(?P<op>added\s+to|subtracted\s+from|taken\s+away\s+from|taken\s+from)\s+(?P<b>.+)",
    re.I,
)
_INFIX: Final = LazyPattern(
    r"(?P<a>.+)\s+(?P<op>plus|minus|increased\s+by|decreased\s+by|reduced\s+by|diminished\s+by)\s+(?P<b>.+)",
    re.I,
)
_PRODUCT: Final = LazyPattern(
    r"(?P<a>.+)\s+(?P<op>times|multiplied\s+by|divided\s+by)\s+(?P<b>.+)", re.I
)
_OPEN: Final = LazyPattern(r"\b(?:multiplied|divided)\s+by\b", re.I)
"""``the sum of a number and 5 divided by 3``: of the 5, or of the sum?"""
_SUM_OF: Final = LazyPattern(r"\b(?:sum|difference|total)\s+(?:of|between)\b", re.I)
_ITS: Final = LazyPattern(r"its\s+(?:own\s+)?(half|third|quarter|fifth|double)", re.I)
_RECIPROCAL: Final = LazyPattern(
    r"its\s+(?:own\s+)?reciprocal|(?:the\s+)?reciprocal\s+of\s+(?:it|itself|the\s+number)", re.I
)
_SUMS: Final = LazyPattern(
    r"\b(?:plus|minus|more|less|increased|decreased|added|subtracted)\b", re.I
)


def phrase(text: str) -> Expr | None:
    """The expression in :data:`UNKNOWN` that a phrase means; None where it means none."""
    text = text.strip(" ,")
    if _is_of_two_meanings(text):
        return None
    if _ITSELF.fullmatch(text):
        return UNKNOWN
    if re.fullmatch(_NUMBER, text):
        return number(text)
    if _RECIPROCAL.fullmatch(text):
        return Div(number("1"), UNKNOWN)
    part = _ITS.fullmatch(text)
    if part is not None:
        return phrase(f"{part[1]}{'' if part[1].lower() == 'double' else ' of'} it")
    for read in (_more, _added, _infix, _of_two, _square, _multiple, _product):
        found = read(text)
        if found is not None:
            return found
    return None


def _is_of_two_meanings(text: str) -> bool:
    """``half of three more than a number``: half of three, or of what is three more."""
    match = _MORE.fullmatch(text)
    return match is not None and bool(_MULTIPLE.fullmatch(match["a"]) or _TIMES.match(match["a"]))


def _both(match: re.Match[str] | None) -> tuple[Expr, Expr] | None:
    if match is None:
        return None
    left, right = phrase(match["a"]), phrase(match["b"])
    return None if left is None or right is None else (left, right)


def _more(text: str) -> Expr | None:
    match = _MORE.fullmatch(text)
    both = _both(match)
    if match is None or both is None or _OF_TWO.match(match["a"]):
        return None  # the product of a number and 5 more than it
    less = re.match(r"less|fewer|smaller", match["op"], re.I)
    return Sub(both[1], both[0]) if less else Add(both[1], both[0])


def _added(text: str) -> Expr | None:
    match = _ADDED.fullmatch(text)
    both = _both(match)
    if match is None or both is None:
        return None
    return (
        Add(both[1], both[0]) if match["op"].lower().startswith("added") else Sub(both[1], both[0])
    )


def _infix(text: str) -> Expr | None:
    match = _INFIX.fullmatch(text)
    both = _both(match)
    if match is None or both is None:
        return None
    plus = re.match(r"plus|increased", match["op"], re.I)
    return Add(*both) if plus else Sub(*both)


def _of_two(text: str) -> Expr | None:
    match = _OF_TWO.fullmatch(text)
    if match is None or _SUMS.search(match["b"]) or _OPEN.search(match["b"]):
        return None
    both = _both(match)
    if both is None:
        return None
    what = match["what"].lower()
    if what.startswith(("sum", "total")):
        return Add(*both)
    if what.startswith("difference"):
        return Sub(*both)
    return Mul(*both) if what.startswith("product") else Div(*both)


_SQUARE: Final = LazyPattern(
    r"(?:(?P<twice>twice|double|half|(?P<k>\d+)\s+times)\s+)?(?:(?:(?P<of>square)\s+of|square)\s+"
    r"(?P<a>.+)|(?P<its>its\s+(?:own\s+)?square)|(?P<b>.+?)\s+squared)",
    re.I,
)


def _square(text: str) -> Expr | None:
    """``the square of a number``, ``twice its square``; of the number itself only."""
    match = _SQUARE.fullmatch(text)
    if match is None:
        return None
    inner = UNKNOWN if match["its"] else phrase(match["a"] or match["b"])
    if inner != UNKNOWN or (match["a"] and not match["of"]):
        return None
    square = Pow(inner, literal(Fraction(2)))
    word = (match["twice"] or "").lower()
    if word == "half":
        return Div(square, literal(Fraction(2)))
    factor = literal(Fraction(match["k"] or 2)) if word else None
    return square if factor is None else Mul(factor, square)


def _multiple(text: str) -> Expr | None:
    match = _MULTIPLE.fullmatch(text)
    if match is not None:
        inner = phrase(match["rest"])
        factor = _MULTIPLES[" ".join(match["word"].lower().split())]
        if inner is None:
            return None
        if factor.numerator == 1:
            return Div(inner, literal(Fraction(factor.denominator)))
        return Mul(literal(factor), inner)
    match = _TIMES.fullmatch(text)
    if match is None:
        return None
    inner = phrase(match["rest"])
    return None if inner is None else Mul(number(match["k"]), inner)


def _product(text: str) -> Expr | None:
    match = _PRODUCT.fullmatch(text)
    both = _both(match)
    if match is None or both is None:
        return None
    if not match["op"].lower().startswith("times") and _SUM_OF.search(match["a"]):
        return None
    if both == (UNKNOWN, UNKNOWN):
        return Pow(UNKNOWN, literal(Fraction(2)))
    return Div(*both) if match["op"].lower().startswith("divided") else Mul(*both)


_IT = r"(?:it|this|that|what\s+you\s+get|(?:the\s+)?(?:result|answer|sum|total|product|number))"
_STEP: Final = LazyPattern(
    rf"(?:(?P<add>add(?:ed)?(?:\s+on)?|plus|(?:is\s+)?increase[sd]?(?:\s+{_IT})?\s+by)|"
    r"(?P<sub>subtract(?:ed)?|t(?:ake|ook)\s+away|minus|"
    rf"(?:is\s+)?(?:decrease[sd]?|reduce[sd]?|diminish(?:ed)?)(?:\s+{_IT})?\s+by)|"
    rf"(?P<mul>(?:is\s+)?multipl(?:y|ied)(?:\s+{_IT})?\s+by|times(?:\s+it)?\s+by)|"
    rf"(?P<div>(?:is\s+)?divided?(?:\s+{_IT})?\s+by))\s+(?P<k>{_NUMBER})"
    rf"(?:\s+(?:to|from)\s+{_IT})?"
    rf"|(?:is\s+)?(?P<twice>double|triple|halve|square)d?(?:\s+{_IT})?"
    rf"|(?P<k2>{_NUMBER})\s+is\s+(?:(?P<added>added)|(?P<taken>subtracted|taken\s+away))"
    rf"(?:\s+(?:to|from)\s+{_IT})?",
    re.I,
)
_SEPARATOR: Final = LazyPattern(r"\s*,\s*(?:and\s+then|and|then)?\s*|\s+(?:and\s+then|and|then)\s+")
_OPENING: Final = LazyPattern(r"^(?:(?:if|when|after|i|you|he|she|we|then)\s+)+", re.I)
_THEN: Final = LazyPattern(r"\b(?:i|you|he|she|we)\s+then\s+(?=[a-z])", re.I)
_DOER: Final = LazyPattern(rf"{_OPENING.pattern}|^{_IT}\s+(?=is\s)", re.I)


def carried_out(value: Expr, steps: str) -> Expr | None:
    """``multiply it by 3 , then add 4``: the steps carried out on a value, in their order."""
    for step in _SEPARATOR.split(_THEN.sub("", steps)):
        if not step.strip():
            continue
        match = _STEP.fullmatch(_DOER.sub("", step.strip()))
        if match is None:
            return None
        value = _step(value, match)
    return value


def _step(value: Expr, match: re.Match[str]) -> Expr:
    if match["twice"]:
        word = match["twice"].lower()
        two = literal(Fraction(3 if word == "triple" else 2))
        if word == "square":
            return Pow(value, two)
        return Div(value, two) if word == "halve" else Mul(two, value)
    k = number(match["k"] or match["k2"])
    if match["add"] or match["added"]:
        return Add(value, k)
    if match["sub"] or match["taken"]:
        return Sub(value, k)
    return Mul(k, value) if match["mul"] else Div(value, k)


_NAMED = (
    r"(?:(?:certain|unknown|positive|negative|natural|whole|real|my|his|her)\s+)*(?:number|integer)"
)
_FIRST: Final = LazyPattern(
    rf"(?P<verb>(?:double|triple|halve|square)d?)\s+{_NAMED}"
    rf"|{_NAMED}\s+(?:when\s+)?(?P<rest>(?:is\s+)?(?:doubled|tripled|halved|squared|(?:multiplied|divided|"
    rf"increased|decreased|reduced)\s+by\s+{_NUMBER}))"
    rf"|(?P<by>multiply|divide|increase|decrease)\s+{_NAMED}\s+by\s+(?P<k>{_NUMBER})"
    rf"|(?P<op>add|subtract)\s+(?P<k1>{_NUMBER})\s+(?:to|from)\s+{_NAMED}"
    rf"|(?P<k2>{_NUMBER})\s+is\s+(?P<op2>added|subtracted)\s+(?:to|from)\s+{_NAMED}",
    re.I,
)


_PASSIVE: Final = LazyPattern(
    r"^(.+?) is (?=(?:added|subtracted|taken|increased|decreased|reduced|diminished|multiplied|"
    r"divided)\b)",
    re.I,
)


def made(text: str, *, started: bool = False) -> Expr | None:
    """What a phrase or a row of steps makes of the unknown number; None where it is neither.

    started: the number was named before, so that the steps begin at once.
    """
    if started:
        return carried_out(UNKNOWN, text)
    text = _OPENING.sub("", text.strip(" ,"))
    whole = None if "," in text else phrase(_PASSIVE.sub(r"\1 ", text))
    if whole is not None:
        return whole
    first = _first(text)
    if first is not None:
        return first
    found = {
        value for cut in _SEPARATOR.finditer(text) if (value := _cut_at(text, cut)) is not None
    }
    return found.pop() if len(found) == 1 else None


def _cut_at(text: str, cut: re.Match[str]) -> Expr | None:
    """What names the number before a comma or an "and", and the steps after it."""
    before, after = text[: cut.start()].strip(), text[cut.end() :]
    if not before or not after or "," in before:
        return None
    first = _first(before) or phrase(_PASSIVE.sub(r"\1 ", before))
    return None if first is None else carried_out(first, after)


def _first(text: str) -> Expr | None:
    """The first step, which names the number: ``add 5 to a number``, ``a number is doubled``."""
    match = _FIRST.fullmatch(text)
    if match is None:
        return None
    if match["verb"] or match["rest"]:
        return carried_out(UNKNOWN, match["verb"] or match["rest"])
    if match["by"]:
        return carried_out(UNKNOWN, f"{match['by']} by {match['k']}")
    if match["op"]:
        return carried_out(UNKNOWN, f"{match['op']} {match['k1']}")
    return carried_out(UNKNOWN, f"{match['k2']} is {match['op2']}")
